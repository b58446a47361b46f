#!/usr/bin/env python3
"""county.py ATTAIN_REPORT

The illustrative county of examples/data/county: its files are what its
program writes and say that they are made up; the lines of its README, worked
by hand, stand in the results; and every cell of all results, by each standard
as of each year, is the oracle's.
"""
import decimal
import os
import shutil
import subprocess
import sys
import tempfile

import compare
import run

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "examples", "data")
COUNTY = os.path.join(DATA, "county")
YEARS = range(2020, 2026)
PLANS = {"list": os.path.join(COUNTY, "plan")}
PLANS.update((name, os.path.join(DATA, "standards", name, "plan"))
             for name in ("balanced-2017", "basic-2012", "preschool-2020"))
MADE_UP = "# 示例数据(虚构)"


def tables():
    """The lines of the README's tables, in cells."""
    with open(os.path.join(COUNTY, "README.md"), encoding="utf-8") as file:
        return [[c.strip() for c in line.strip().strip("|").split("|")]
                for line in file if line.startswith("|")]


def cases():
    """The hard cases: (standard, year, node, unit, what must be)."""
    return [(row[1], int(row[2]), *row[3:6]) for row in tables()
            if len(row) == 7 and row[2].isdigit() and not row[1].isdigit()]


def standings():
    """What the first table says of each standard and year."""
    for row in tables():
        name = row[0].split()[0].strip("`") if row[0] else ""
        if len(row) == 7 and row[0].startswith("`"):
            for year, cell in zip(YEARS, row[1:]):
                yield name, year, cell.strip("*").partition("（")[0]


def same_bytes(one, other):
    with open(one, "rb") as a, open(other, "rb") as b:
        return a.read() == b.read()


def faults_of_files():
    """The files are what make_data.py writes, and carry their label."""
    kept = os.path.join(COUNTY, "data")
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, os.path.join(COUNTY, "make_data.py"),
                        made], check=True)
        if sorted(os.listdir(made)) != sorted(os.listdir(kept)):
            yield "make_data.py writes other files than data/ has"
        for name in sorted(os.listdir(kept)):
            path = os.path.join(kept, name)
            if not same_bytes(os.path.join(made, name), path):
                yield f"data/{name} is not what make_data.py writes"
            with open(path, encoding="utf-8") as file:
                if not file.readline().startswith(MADE_UP):
                    yield f"data/{name} does not say that it is made up"


def rounded(cell, text):
    """A cell in as many decimals as the text has."""
    places = decimal.Decimal(text)
    return str(decimal.Decimal(cell).quantize(places)) if cell else "nothing"


def wrong_cells(row, words):
    """What a row does not have: `name=cell`, `name≈number`."""
    for word in words.split():
        name, sign, text = word.partition("≈" if "≈" in word else "=")
        cell = rounded(row[name], text) if sign == "≈" else row[name]
        if cell != text:
            yield f"{name} is {row[name] or 'empty'}, not {text or 'empty'}"


def wrong_lines(standard, year, results, lines):
    found = {(r["node"], r["unit"]): r for r in compare.read(results)[1]}
    for node, unit, words in lines:
        row = found.get((node, unit))
        here = f"{standard} {year}: {node} at {unit}: "
        if (words == "no row") != (row is None):
            yield here + ("has a row" if row else "has no row")
        elif row:
            yield from (here + fault for fault in wrong_cells(row, words))


def wrong_standing(standard, year, results, said):
    words = {"met": "予以认定", "not_met": "不予认定", "unknown": "未知"}
    is_so = words[compare.read(results)[1][0]["verdict"]]
    if said.get((standard, year), is_so) != is_so:
        yield f"{standard} {year}: {is_so}, not {said[standard, year]}"


def judge(program, standard, year, scratch):
    """Compared with the oracle, and with what the README says."""
    folder = os.path.join(scratch, f"{standard}-{year}")
    shutil.copytree(PLANS[standard], os.path.join(folder, "plan"))
    shutil.copytree(os.path.join(COUNTY, "data"), os.path.join(folder, "data"))
    faults = run.judge(program, folder, str(year))
    results = os.path.join(folder, "actual.csv")
    if not compare.read(results)[1]:  # refused, as the first fault says
        return faults
    lines = [c[2:] for c in cases() if c[:2] == (standard, year)]
    said = {s[:2]: s[2] for s in standings()}
    return (faults + list(wrong_lines(standard, year, results, lines))
            + list(wrong_standing(standard, year, results, said)))


def main(program):
    listed = [c[:2] for c in [*cases(), *standings()]]
    faults = list(faults_of_files())
    known = {(s, y) for s in PLANS for y in YEARS} - {("list", 2020)}
    faults += [f"README.md: {c[0]} {c[1]} is not judged" for c in listed
               if c not in known]
    with tempfile.TemporaryDirectory() as scratch:
        for standard, year in sorted(known):
            faults += judge(program, standard, year, scratch)
    for fault in faults:
        print(fault)
    print(f"{len(listed)} lines, {len(known)} judgements, "
          f"{len(faults)} faults")
    return 1 if faults or len(listed) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
