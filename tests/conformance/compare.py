#!/usr/bin/env python3
"""compare.py EXPECTED.csv ACTUAL.csv

Compares two results.csv cell by cell. Words, ids, counts, ranks and the order
of rows must be equal; numbers must agree to 1e-11 of themselves or 1e-12 of
the largest term of their node, and be empty in the same places. Prints the
first 20 differences; exit status 1 on any.
"""
import csv
import sys

EXACT = ("node kind name unit unit_name period verdict status grade rank "
         "targets targets_met targets_unknown soft veto value_added_class "
         "method_class method_reason").split()
# What a number is a sum of: a cell of these may be as large as the others.
TERMS = ("value expected projection projection_low projection_high "
         "shortfall").split()
# These hang on where a likelihood is greatest, which doubles find less well.
FOUND = "value_added_effect value_added_low value_added_high".split()
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


def sizes(tables):
    """Of each node, the largest term of any of its rows, and of any
    numerator (from a shortfall and what it amounts to)."""
    out = {}
    for row in (row for rows in tables for row in rows):
        terms, many = out.get(row["node"], (1.0, 1.0))
        found = [number(row.get(t) or "0") or 0.0 for t in TERMS + FOUND]
        terms = max([terms] + [abs(x) for x in found])
        out[row["node"]] = terms, max(many, numerator(row))
    return out


def numerator(row):
    short, many, value = (number(row.get(n) or "0") or 0.0 for n in (
        "shortfall", "shortfall_numerator", "value"))
    return abs(many / short * value) if short else 0.0


def scale(name, node_sizes):
    """The size of the largest term that a cell of this column is made of."""
    if name == "attainment" or name in HUNDRED:
        # A quotient of differences: as good as they are.
        return min(node_sizes[0], 1000.0) * (1 if name == "attainment"
                                             else 100)
    if name == "method_score":
        # Scales go up to 100, and a growth is a power.
        return 100 * min(node_sizes[0], 1000.0)
    if name in FOUND:
        return 1000 * node_sizes[0]
    if name in TERMS:
        return node_sizes[0]
    return node_sizes[1] if name == "shortfall_numerator" else 1.0


def room_of(name, row, node_sizes):
    """How far apart two numbers may be, in absolute terms."""
    room = 1e-12 * scale(name, node_sizes)
    low, high = (number(row.get(n) or "") for n in ("projection_low",
                                                    "projection_high"))
    if name == "probability" and low is not None and high > low:
        room = max(room, 1e-12 * node_sizes[0] / (high - low))
    return room


def agree(name, a, b, room, exact):
    if a == b:
        return True
    if name in EXACT:
        return False
    x, y = number(a), number(b)
    if x is None or y is None:
        return False
    if exact:
        return x == y
    return abs(x - y) <= max(1e-11 * max(abs(x), abs(y)), room)


def place(row):
    return f"{row.get('node')} @ {row.get('unit')} ({row.get('period')})"


def compare(expected, actual, exact=()):
    """A list of differences as lines of text. Of the targets in `exact` the
    value is a decimal, and its double must be the nearest."""
    head, want = read(expected)
    other, have = read(actual)
    if other[:len(head)] != head:
        return [f"columns: {head} expected, {other} found"]
    out, size = [], sizes((want, have))
    if len(want) != len(have):
        out.append(f"rows: {len(want)} expected, {len(have)} found")
    for line, (a, b) in enumerate(zip(want, have), 2):
        if [a[n] for n in ("node", "unit")] != [b[n]
                                                for n in ("node", "unit")]:
            out.append(f"line {line}: {place(a)} expected, {place(b)} found")
            break
        for name in head:
            if not agree(name, a[name], b[name],
                         room_of(name, a, size[a["node"]]),
                         name == "value" and a["node"] in exact):
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
