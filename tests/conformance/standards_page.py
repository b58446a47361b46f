#!/usr/bin/env python3
"""standards_page.py: every row, case and test that docs/standards.md names is
there, and every rule has at least one."""
import csv
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PLANS = os.path.join(ROOT, "examples", "data", "standards")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8", newline="") as file:
        return file.read()


def first_cells(*path):
    lines = [r for r in csv.reader(read(*path).splitlines())
             if r and not r[0].startswith("#")]
    return {r[0] for r in lines[1:]}


def is_there(word):
    """None where the word names no rule's place; else whether it exists."""
    parts = word.split(":")
    if parts[0] == "case":
        return os.path.isdir(os.path.join(ROOT, "tests/conformance/cases",
                                          parts[1]))
    if parts[0] == "standard":
        folder = os.path.join(ROOT, "tests/conformance/standards", parts[1])
        return parts[2] in first_cells(folder, "expected.csv")
    if parts[0].startswith("tests/") and len(parts) == 2:
        return f"{parts[1]}(void **state)" in read(ROOT, parts[0])
    found = re.fullmatch(r"([\w-]+)/(\w+)", parts[0])
    if found and len(parts) == 2 and found[1] != "plan":
        return parts[1] in first_cells(PLANS, found[1], "plan",
                                       found[2] + ".csv")
    return None


def main():
    faults = pointers = 0
    for number, line in enumerate(read(ROOT, "docs/standards.md").split("\n"),
                                  1):
        found = {w: is_there(w) for w in re.findall(r"`([^`]*)`", line)}
        pointers += sum(x is not None for x in found.values())
        for word in (w for w, x in found.items() if x is False):
            print(f"docs/standards.md:{number}: {word} is not there")
            faults += 1
        if (line.startswith("| ") and "[2+]" in line
                and not any(found.values()) and "bands.csv" not in line):
            print(f"docs/standards.md:{number}: nothing carries this rule")
            faults += 1
    print(f"{pointers} places, {faults} faults")
    return 1 if faults or pointers < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
