#!/usr/bin/env python3
"""generate_lens.py SEED DIR

Writes a random county or several with enough schools for value added: pupils'
scores of two years, sizes that matter more or less, ties, gaps, and targets of
every kind that has or has not the lenses.
"""
import csv
import os
import random
import sys

FIRST, LAST = 2021, 2025


def table(folder, name, head, rows):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def make_units(r):
    units, schools = [], []
    for c in range(r.choice((1, 1, 2, 3))):
        units.append((f"c{c}", f"County {c}", "county", ""))
        for s in range(r.choice((4, 8, 10, 14))):
            schools.append(f"s{c}.{s}")
            units.append((schools[-1], f"School {c}.{s}", "school", f"c{c}"))
    return units, schools


def observe(r, schools):
    """Scores before and after; of some kinds many tie or lie on one line."""
    kind = r.choice(("noise", "noise", "small", "ties", "line", "constant"))
    rows = []
    for school in schools:
        size = r.randint(3, 400) if r.random() < 0.9 else 40
        own = r.gauss(0, 3)
        for p in range(FIRST - 1, LAST + 1):
            start = 50 if kind == "constant" else r.randint(30, 90)
            if p > FIRST - 1:
                start = before + {
                    "noise": own + r.gauss(0, 40 / size ** 0.5),
                    "small": 0.001 * own, "ties": r.choice((0, 1, 2)),
                    "line": 2, "constant": r.gauss(0, 2)}[kind]
            before = start
            if r.random() > 0.02:
                rows.append((school, p, "score", f"{start:.3f}"))
            rows.append((school, p, "pupils", size))
    if r.random() < 0.2:
        rows = [(u, p, v, 60 if v == "pupils" else x) for u, p, v, x in rows]
    return rows


def make_targets(r):
    rows = []
    for i in range(r.randint(1, 4)):
        series = r.choice(("level", "level", "change", "since_baseline"))
        level = r.choice(("school", "school", ""))
        stated = r.choice(("", "", "55")) if series != "change" else ""
        based = r.random() < 0.9 or series == "since_baseline" or stated
        rows.append((f"t{i}", r.choice(("g", "h")),
                     r.choice(("m", "m", "d", "mean")), f"T{i}", series,
                     r.choice(("at_least", "at_most", "above")),
                     r.choice((40, 60, 70, 90)) if series == "level"
                     else r.choice((-1, 1, 2)),
                     level, r.choice(("", "0.5")) if level else "",
                     r.choice(("", "pupils")) if level else "", stated,
                     FIRST - 1 if based else "", r.choice((1, 1, 2, 0))))
    return rows


def make(seed, folder):
    r = random.Random(f"lens {seed}")
    units, schools = make_units(r)
    table(folder, "data/units.csv", ("id", "name", "level", "parent"), units)
    table(folder, "data/observations.csv",
          ("unit", "period", "variable", "value"), observe(r, schools))
    table(folder, "plan/plan.csv", ("key", "value"), [
        ("id", "p"), ("name", "Plan"), ("level", "county"),
        ("first_period", FIRST), ("last_period", LAST),
        ("missing", r.choice(("renormalise", "zero", "strict")))])
    table(folder, "plan/goals.csv", ("id", "name", "parent", "aggregate",
                                     "level", "weight"), [
        ("root", "Root", "", r.choice(("arithmetic", "min")), "", ""),
        ("g", "Finer", "root", r.choice(("arithmetic", "geometric",
                                         "median")), "school", 2),
        ("h", "County", "root", "arithmetic", "", "")])
    table(folder, "plan/metrics.csv", ("id", "name", "numerator", "direction",
                                       "across"), [
        ("m", "Score", "score", "up", ""), ("d", "Lag", "score", "down", ""),
        ("mean", "Mean", "score", "up", "mean")])
    targets = make_targets(r)
    targets = [t[:7] + (("school",) + t[8:] if t[1] == "g" else t[7:])
               for t in targets]
    table(folder, "plan/targets.csv", (
        "id", "goal", "metric", "name", "series", "comparator", "value",
        "level", "share", "unit_weight", "baseline", "baseline_period",
        "weight"), targets)
    words = ["--lenses", ":".join(r.choice("10123") for _ in range(3))]
    if r.random() < 0.6:
        words += ["--sizes", "pupils"]
    with open(os.path.join(folder, "options"), "w") as file:
        file.write(" ".join(words) + "\n")
    with open(os.path.join(folder, "asof"), "w") as file:
        file.write("".join(f"{p}\n" for p in (FIRST, LAST - 1, "")))


if __name__ == "__main__":
    make(int(sys.argv[1]), sys.argv[2])
