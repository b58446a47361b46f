#!/usr/bin/env python3
"""compare.py EXPECTED.csv ACTUAL.csv

Compares two results.csv cell by cell. Words, ids, counts, ranks and the order
of rows must be equal; numbers must agree to 1e-11 of themselves or 1e-12 of
the largest term of their row, and be empty in the same places. Prints the
first 20 differences; exit status 1 on any.
"""
import csv
import sys

EXACT = ("node kind name unit unit_name period verdict status grade rank "
         "targets targets_met targets_unknown soft veto").split()
# What a number is a sum of: a cell of these may be as large as the others.
TERMS = ("value expected projection projection_low projection_high "
         "shortfall").split()
HUNDRED = ("score", "low", "high")
SHOWN = 20


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = [row for row in csv.reader(file) if row]
    head = lines[0] if lines else []
    return head, [dict(zip(head, row)) for row in lines[1:]]


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return None


def scale(name, rows):
    """The size of the largest term that a cell of this column is made of."""
    if name in HUNDRED:
        return 100.0
    size = 1.0
    if name in TERMS:
        found = [number(row.get(t) or "0") for row in rows for t in TERMS]
        size = max([size] + [abs(x) for x in found if x is not None])
    if name == "shortfall_numerator":
        size = max([size] + [scale_numerator(row) for row in rows])
    return size


def scale_numerator(row):
    """The numerator itself, from the shortfall and what it amounts to."""
    short, many, value = (number(row.get(n) or "0") for n in (
        "shortfall", "shortfall_numerator", "value"))
    if not short or many is None or value is None:
        return 1.0
    return abs(many / short * value)


def agree(name, a, b, rows):
    if a == b:
        return True
    if name in EXACT:
        return False
    x, y = number(a), number(b)
    if x is None or y is None:
        return False
    room = 1e-11 * max(abs(x), abs(y))
    return abs(x - y) <= max(room, 1e-12 * scale(name, rows))


def place(row):
    return f"{row.get('node')} @ {row.get('unit')} ({row.get('period')})"


def compare(expected, actual):
    """A list of differences as lines of text."""
    head, want = read(expected)
    other, have = read(actual)
    if other[:len(head)] != head:
        return [f"columns: {head} expected, {other} found"]
    out = []
    if len(want) != len(have):
        out.append(f"rows: {len(want)} expected, {len(have)} found")
    for line, (a, b) in enumerate(zip(want, have), 2):
        if [a[n] for n in ("node", "unit")] != [b[n]
                                                for n in ("node", "unit")]:
            out.append(f"line {line}: {place(a)} expected, {place(b)} found")
            break
        for name in head:
            if not agree(name, a[name], b[name], (a, b)):
                out.append(f"line {line}: {place(a)}: {name}: "
                           f"{a[name]!r} expected, {b[name]!r} found")
    return out


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    differences = compare(*arguments)
    for line in differences[:SHOWN]:
        print(line)
    if len(differences) > SHOWN:
        print(f"… and {len(differences) - SHOWN} more")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
