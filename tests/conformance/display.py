#!/usr/bin/env python3
"""display.py ATTAIN_REPORT [SEED]

What the report shows never hides a failure: four hundred values near their
limits, judged in full and rounded, in ones, halves and fifths of the last
place, and the number that the report shows of each read back. A value that
fails in full is shown on the failing side, one that holds on the holding
side; a value judged rounded is shown as it was rounded, once, half to even on
the decimal (GB/T 8170), and only so that what is shown agrees with the
verdict.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_EVEN, Decimal

COUNT = 400
HOLDS = {"at_least": lambda x, t: x >= t, "at_most": lambda x, t: x <= t,
         "above": lambda x, t: x > t, "below": lambda x, t: x < t}
FAILED = re.compile(r"✗ T(\d+) – \S+\n +现值(-?[\d.]+)，要求")
MET = re.compile(r"✓ T(\d+) – (-?[\d.]+)，要求")


def direction(row):
    return "up" if row["comparator"] in ("at_least", "above") else "down"


def grain(row):
    return Decimal(1).scaleb(-row["decimals"]) * Decimal(row["interval"])


def rounded(x, row):
    step = grain(row)
    return (x / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step


def draw(source):
    """A limit that is a multiple of the grain, and a value at or about it."""
    row = {"comparator": source.choice(list(HOLDS)),
           "judge": source.choice(["full", "rounded"]),
           "decimals": source.choice([-2, 0, 1, 2]),
           "interval": source.choice(["1", "1", "0.5", "0.2"])}
    row["t"] = source.randrange(1, 2000) * grain(row)
    share = source.choice(["0", "0.5", "-0.5", "0.04", "-0.04", "0.46",
                           "-0.46", "0.54", "-0.54", "-0.4999"])
    row["x"] = row["t"] + grain(row) * Decimal(share)
    return row


def write(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def make(folder, rows):
    write(folder, "plan.csv", ["key,value", "id,p", "name,显示",
                               "level,county", "first_period,2025",
                               "last_period,2025"])
    write(folder, "goals.csv", ["id,name", "g,目标"])
    write(folder, "metrics.csv", ["id,name,numerator,decimals,interval,direction"] + [
        f"m{i},M,x{i},{r['decimals']},{r['interval']},{direction(r)}"
        for i, r in enumerate(rows)])
    write(folder, "targets.csv", [
        "id,goal,metric,name,comparator,value,judge"] + [
        f"t{i},g,m{i},T{i},{r['comparator']},{r['t']:f},{r['judge']}"
        for i, r in enumerate(rows)])
    write(folder, "units.csv", ["id,name,level", "c,县,county"])
    write(folder, "observations.csv", ["unit,period,variable,value"] + [
        f"c,2025,x{i},{r['x']:f}" for i, r in enumerate(rows)])


def wrong(row, shown, met):
    """What the report hides of a row; None if nothing."""
    holds = HOLDS[row["comparator"]]
    judged = rounded(row["x"], row) if row["judge"] == "rounded" else row["x"]
    if holds(judged, row["t"]) != met:
        return "another verdict"
    if row["judge"] == "rounded" and shown != judged:
        return f"not shown as rounded, {judged}"
    if holds(shown, row["t"]) != met:
        return "shown on the other side of its limit"
    return None


def main(program, seed=1):
    source = random.Random(int(seed))
    rows = [draw(source) for _ in range(COUNT)]
    with tempfile.TemporaryDirectory() as folder:
        make(folder, rows)
        text = subprocess.run([program, folder, folder, "--lang", "zh"],
                              stdout=subprocess.PIPE, check=True,
                              encoding="utf-8").stdout
    found = {int(i): (Decimal(x), met) for pattern, met in
             ((FAILED, False), (MET, True)) for i, x in pattern.findall(text)}
    faults = 0
    for i, row in enumerate(rows):
        fault = wrong(row, *found[i]) if i in found else "not shown"
        if fault:
            faults += 1
            print(f"T{i}: {row['x']} {row['comparator']} {row['t']}, "
                  f"{row['judge']}, shown {found.get(i)}: {fault}")
    on_the_limit = sum(rounded(r["x"], r) == r["t"] != r["x"]
                       and r["judge"] == "full" for r in rows)
    print(f"{COUNT} values shown, {on_the_limit} that plain rounding would "
          f"have put onto their limit; {faults} faults")
    return 1 if faults or not on_the_limit else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
