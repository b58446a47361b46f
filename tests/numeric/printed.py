"""How numbers that others printed are read and compared: printed.py"""
import csv
import os

import kinds

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "published")


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def column(rows, name):
    return [float(r[name]) if r[name] else kinds.NAN for r in rows]


def cars():
    """R, datasets: speeds and distances to stop of 50 cars (Ezekiel 1930)."""
    rows = table("cars.csv")
    return column(rows, "speed"), column(rows, "distance")


def turned(rows):
    """Rows as columns."""
    return [list(c) for c in zip(*rows)]


def printed(got, text, slack=0.0):
    """`got`, rounded to the digits of `text`, is it; a tie may go either
    way, and what was itself rounded to fewer digits has `slack`."""
    digits = len(text.partition(".")[2])
    unit = 10.0 ** -digits
    assert abs(got - float(text)) <= unit * (0.5 + slack) * (1 + 1e-9), (
        got, text)


def all_printed(got, texts, slack=0.0):
    assert len(got) == len(texts.split())
    for a, b in zip(got, texts.split()):
        printed(a, b, slack)


def near(got, expected, within=1e-12):
    assert abs(got - expected) <= within * abs(expected), (got, expected)
