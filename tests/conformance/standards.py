#!/usr/bin/env python3
"""standards.py ATTAIN_REPORT

The national standards of examples/data/standards, judged on small counties
made up in standards/: each case of cases.csv changes a few cells of the data,
and each line of expected.csv says what must then stand in a row of the
results. Those verdicts were worked by hand. Every other cell is compared with
the oracle's.
"""
import csv
import os
import shutil
import sys
import tempfile

import run

HERE = os.path.dirname(os.path.abspath(__file__))
PLANS = os.path.join(HERE, "..", "..", "examples", "data", "standards")
PERIOD = "2025"


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = [r for r in csv.reader(file) if r and not r[0].startswith("#")]
    return lines[0], lines[1:]


def by_case(path):
    """The lines of a table by their first column, as dicts."""
    head, rows = table(path)
    found = {}
    for row in rows:
        found.setdefault(row[0], []).append(dict(zip(head, row)))
    return found


def is_the_cell(head, row, change):
    """Where the value of a change stands in a row; -1: not in it."""
    line = dict(zip(head, row))
    if "variable" not in head:
        wanted = (change["unit"], PERIOD)
        here = (line["unit"], line["period"])
        return (head.index(change["variable"])
                if wanted == here and change["variable"] in head else -1)
    variable, _, group = change["variable"].partition("[")
    here = (line["unit"], line["variable"], line["group"])
    same = here == (change["unit"], variable, group.rstrip("]"))
    return head.index("value") if same else -1


def change_cells(folder, changes):
    left = list(changes)
    for name in sorted(os.listdir(folder)):
        if not name.startswith("observations"):
            continue
        head, rows = table(os.path.join(folder, name))
        for row in rows:
            for change in changes:
                place = is_the_cell(head, row, change)
                if place >= 0:
                    row[place] = change["value"]
                    left.remove(change)
        with open(os.path.join(folder, name), "w", encoding="utf-8",
                  newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])
    if left:
        raise SystemExit(f"no such cell: {left}")


def differences(results, expected):
    head, rows = table(results)
    found = {(r[0], r[3]): dict(zip(head, r)) for r in rows}
    for line in expected:
        here = found.get((line["node"], line["unit"]))
        if (line["verdict"] == "no row") != (here is None):
            yield f"{line['node']} at {line['unit']}: row {here}"
            continue
        for name, cell in line.items():
            if name in ("case", "node", "unit") or cell in ("", "no row"):
                continue
            if here[name] != cell:
                yield (f"{line['node']} at {line['unit']}: {name} is "
                       f"{here[name]}, expected {cell}")


def judge(program, standard, name, changes, expected, scratch):
    folder = os.path.join(scratch, standard, name)
    shutil.copytree(os.path.join(PLANS, standard, "plan"),
                    os.path.join(folder, "plan"))
    data = os.path.join(folder, "data")
    shutil.copytree(os.path.join(HERE, "standards", standard, "data"), data)
    change_cells(data, changes)
    lines = run.judge(program, folder, PERIOD)
    lines += differences(os.path.join(folder, "actual.csv"), expected)
    if lines:
        run.report(f"{standard}: {name}", PERIOD, lines)
    return not lines


def main(program):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for standard in sorted(os.listdir(os.path.join(HERE, "standards"))):
            here = os.path.join(HERE, "standards", standard)
            changes = by_case(os.path.join(here, "cases.csv"))
            expected = by_case(os.path.join(here, "expected.csv"))
            for name in sorted({*changes, *expected}):
                good = judge(program, standard, name, changes.get(name, []),
                             expected[name], scratch)
                passed, failed = passed + good, failed + (not good)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
