#!/usr/bin/env python3
"""Reproduces what was published, from its inputs, with the library.

published.py   (ATTAIN_LIBRARY names the library)

published/figures.csv has a line for every figure: where it was printed, what
was printed, and where the library computes it: a measure of a node, or for
the inputs themselves an observation. The computed number is rounded to the
digits that were printed, half away from zero, in one step on its decimal; a
tie, on which GB/T 8170 (half to even) would say otherwise, is told. Where a
figure cannot be had from its inputs, the line says why (`reason`) and to what
they lead (`computed`): both are tested, so that no exception outlives its
cause. Prints each section's count and every exception; exit 1 on a
difference.
"""
import csv
import os
import sys
from collections import Counter
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(ROOT, "examples", "data")
sys.path.insert(0, os.path.join(ROOT, "examples", "python"))

if not os.path.exists(os.environ.get("ATTAIN_LIBRARY", "")):
    print("skip: ATTAIN_LIBRARY names no library")
    sys.exit(77)

import attain  # noqa: E402

PUBLISHED = os.path.join(DATA, "published")
NATIONAL = os.path.join(DATA, "national")
#: plan and data of an example.
FOLDERS = {
    "national": (os.path.join(NATIONAL, "plan"), os.path.join(NATIONAL, "data")),
    "series": (os.path.join(HERE, "published", "national", "plan"),
               os.path.join(NATIONAL, "data")),
}
for _name in ("areas", "books", "floors", "myopia", "ningguo"):
    FOLDERS[_name] = tuple(os.path.join(PUBLISHED, _name, part)
                           for part in ("plan", "data"))


class Example:
    """A plan and its data, judged as of any period."""

    def __init__(self, name):
        plan, data = FOLDERS[name]
        self.plan = attain.Plan.read(plan)
        self.data = attain.Dataset.read(data)
        assert not self.plan.warnings and not self.data.warnings, name
        self.judged = {}

    def row(self, node, unit, as_of):
        if as_of not in self.judged:
            self.judged[as_of] = attain.evaluate(self.plan, self.data,
                                                 as_of=as_of)
        return self.judged[as_of].row(node, unit)

    def target(self, node):
        return next(t for t in self.plan.targets if t["id"] == node)["value"]

    def members(self, variable, as_of):
        return [x for x in self.data.column(variable, as_of) if x == x]


def weighted(example, as_of):
    """Books a pupil of each school, and the pupils, in the units' order."""
    pupils = example.members("学生数", as_of)
    books = example.members("图书", as_of)
    return [b / n for b, n in zip(books, pupils)], pupils


def statistic(example, as_of, name):
    values, weights = weighted(example, as_of)
    method = attain.numeric.Statistic[name.upper()]
    return attain.numeric.statistic_of(method, values, weights=weights)


def term(example, line):
    """(n/N)(x − X)² of a school, from the library's x and X."""
    x = example.row("books_of_school", line["unit"], line["as_of"])["value"]
    mean = example.row("books_of_county", "county", line["as_of"])["value"]
    n = example.data.observation(line["unit"], "学生数", line["as_of"]).value
    return n / sum(example.members("学生数", line["as_of"])) * (x - mean) ** 2


def compute(example, line):
    """The number, or the word, that the library has for a line."""
    measure, as_of = line["measure"], line["as_of"]
    if measure == "observation":
        return example.data.observation(line["unit"], line["node"],
                                        as_of).value
    if measure == "target":
        return example.target(line["node"])
    if measure == "sum":
        return sum(example.members(line["node"], as_of))
    if measure == "term":
        return term(example, line)
    if measure.upper() in attain.numeric.Statistic.__members__:
        return statistic(example, as_of, measure)
    return example.row(line["node"], line["unit"], as_of)[measure]


def rounded(value, printed, rule=ROUND_HALF_UP):
    """`value` with the decimals of `printed`, as text."""
    places = len(printed.partition(".")[2])
    number = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places),
                                                  rule)
    return str(abs(number) if number == 0 else number)


def shown(value, printed):
    return value if isinstance(value, str) else rounded(value, printed)


def range_of_share(example, line):
    """What a share can be whose two terms were rounded to hundredths."""
    names = line["reason"].split(":")[0].split()[-1].split("/")
    n, d = (Decimal(repr(example.data.observation(
        line["unit"], name, line["as_of"]).value)) for name in names)
    half = Decimal("0.005")
    return 100 * (n - half) / (d + half), 100 * (n + half) / (d - half)


def judge(example, line):
    """What is wrong with a line; None if nothing is."""
    value = compute(example, line)
    if value is None or value != value:
        return None if line["reason"].startswith("no input") else "no value"
    got = shown(value, line["printed"])
    expected = line["computed"] if line["reason"] else line["printed"]
    if got != expected:
        return f"computed {value}, that is {got}"
    if line["reason"] and got == line["printed"]:
        return "the exception is none: it can be reproduced"
    if not isinstance(value, str) and got != rounded(value, line["printed"],
                                                     ROUND_HALF_EVEN):
        return f"{value} is a tie: the two rules differ"
    if line["reason"].startswith("rounded inputs"):
        low, high = range_of_share(example, line)
        if not low <= Decimal(line["printed"]) <= high:
            return f"outside of {low:.4f} … {high:.4f}, which they leave open"
    return None


def tell_exception(line):
    difference = ""
    if line["computed"] and line["measure"] != "verdict":
        gap = Decimal(line["computed"]) - Decimal(line["printed"])
        difference = f", {gap:+} of it"
    print(f"  exception {line['section']} {line['figure']}: printed "
          f"{line['printed']}, computed {line['computed'] or 'none'}"
          f"{difference}: {line['reason']}")


def main():
    path = os.path.join(HERE, "published", "figures.csv")
    with open(path, encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    examples = {name: Example(name) for name in FOLDERS}
    count, wrong = Counter(), 0
    for line in lines:
        fault = judge(examples[line["example"]], line)
        count[line["section"], bool(line["reason"])] += 1
        if fault:
            wrong += 1
            print(f"{line['section']} {line['figure']}: printed "
                  f"{line['printed']}: {fault} ({line['source']})")
        elif line["reason"]:
            tell_exception(line)
    for section in sorted({section for section, _ in count}):
        print(f"{section}: {count[section, False]} reproduced, "
              f"{count[section, True]} named exceptions")
    missing = [line["figure"] for line in lines if not line["source"]]
    if missing:
        print("without a source:", missing)
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main())
