"""Periods: 2023, 2023-S1, 2023-Q3, 2023-09, as ordinals of one frequency."""
import re

SHAPES = [("A", 1, re.compile(r"^(\d{4})$"), "{0:04d}"),
          ("S", 2, re.compile(r"^(\d{4})-S([12])$"), "{0:04d}-S{1}"),
          ("Q", 4, re.compile(r"^(\d{4})-Q([1-4])$"), "{0:04d}-Q{1}"),
          ("M", 12, re.compile(r"^(\d{4})-(\d\d)$"), "{0:04d}-{1:02d}")]


def parse(word):
    """(frequency letter, ordinal)"""
    for letter, per_year, shape, _ in SHAPES:
        match = shape.match(word)
        if match:
            part = int(match.group(2)) if per_year > 1 else 1
            if 1 <= part <= per_year:
                return letter, int(match.group(1)) * per_year + part - 1
    raise ValueError(f"not a period: {word!r}")


def show(letter, ordinal):
    for name, per_year, _, form in SHAPES:
        if name == letter:
            return form.format(ordinal // per_year, ordinal % per_year + 1)
    raise ValueError(letter)
