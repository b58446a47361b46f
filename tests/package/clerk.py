#!/usr/bin/env python3
"""A clerk's trial: from a spreadsheet's export with planted mistakes to a
correct report, by what the program says alone.

    python3 tests/package/clerk.py ATTAIN_REPORT

examples/data/clerk has the same made-up data three times: as exported, with
the mistakes mended that keep a table from being read, and correct. Every
planted mistake (clerk.csv) must be named at its cell; what changes from one
folder to the next must be cells that were named, and what was named must be
gone in the next; the correct data must be judged as they are computed here.

Exit status: 0 so it is, 1 not.
"""
import csv
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TRIAL = HERE.parents[1] / "examples" / "data" / "clerk"
PLACE = re.compile(r"observations\.csv:(\d+):(\d+): (error|warning): (.*)")


def table(folder):
    with open(TRIAL / folder / "observations.csv", encoding="utf-8") as file:
        return list(csv.reader(file))


def planted():
    with open(HERE / "clerk.csv", encoding="utf-8") as file:
        return list(csv.DictReader(row for row in file if row[0] != "#"))


class Trial:
    def __init__(self, program):
        self.program = program
        self.failed = 0

    def demand(self, holds, what):
        if not holds:
            print("fail: " + what)
            self.failed += 1

    def run(self, folder, *options):
        return subprocess.run(
            [self.program, str(TRIAL / "plan"), str(TRIAL / folder),
             "--lang", "zh"] + list(options),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            encoding="utf-8")

    def named(self, folder, status):
        """What is told of a folder: {(line, column): [messages]}."""
        done = self.run(folder, "--refuse", "warning")
        self.demand(done.returncode == status and done.stdout == "",
                    "%s: exit status %d" % (folder, done.returncode))
        found = {}
        for line in done.stderr.splitlines():
            match = PLACE.search(line)
            if match:
                place = (int(match.group(1)), int(match.group(2)))
                found.setdefault(place, []).append(match.group(4))
        return found

    def mistakes_are_named(self, folder, status):
        found = self.named(folder, status)
        for one in planted():
            if one["folder"] == folder:
                told = found.get((int(one["line"]), int(one["column"])), [])
                self.demand(any(one["words"] in message for message in told),
                            "%s: %s in %s:%s is not named, but %s" % (
                                folder, one["was"], one["line"], one["column"],
                                told))
        return found

    def only_these_are_mended(self, before, after, named):
        """Whole rows may go where the row was named as there twice."""
        old, new = table(before), table(after)
        lines = {line for line, _ in named}
        at = 0
        for number, row in enumerate(old, 1):
            changed = [column for column, (a, b) in
                       enumerate(zip(row, new[at]), 1) if a != b]
            if changed and number in lines and row == old[number - 2]:
                continue  # the second of two rows was taken out
            self.demand(all((number, column) in named for column in changed),
                        "%s:%d: columns %s were changed unnamed" % (
                            before, number, changed))
            at += 1
        self.demand(at == len(new), "%s has other rows" % after)

    def judged_as_computed(self):
        done = self.run("data", "--refuse", "warning", "--format", "csv")
        self.demand(done.returncode == 0 and done.stderr == "",
                    "the correct data: exit status %d, %s" % (
                        done.returncode, done.stderr))
        rows = list(csv.DictReader(done.stdout.splitlines()))
        head, *lines = table("data")
        cells = [dict(zip(head, line)) for line in lines]

        def myopia(year):
            there = [c for c in cells if c["period"] == year]
            return 100 * sum(int(c["近视学生数"]) for c in there) / \
                sum(int(c["受检学生数"]) for c in there)

        found = {(r["node"], r["unit"]): r for r in rows}
        change = myopia("2025") - myopia("2024")
        self.demand(abs(float(found["T3", "sfx"]["value"]) - change) < 1e-9,
                    "the change of the county's rate is %s" % change)
        for cell in (c for c in cells if c["period"] == "2025"):
            money = 10000 * float(cell["公用经费"]) / int(cell["在校生"])
            row = found["T2", cell["unit"]]
            self.demand(abs(float(row["value"]) - money) < 1e-9 and
                        row["verdict"] == ("met" if money >= 765
                                           else "not_met"),
                        "%s: %s" % (cell["unit"], row))
            pupils = int(cell["在校生"]) / int(cell["专任教师"])
            self.demand(abs(float(found["T1", cell["unit"]]["value"]) -
                            pupils) < 1e-9, "%s: ratio" % cell["unit"])


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    trial = Trial(arguments[0])
    named = trial.mistakes_are_named("export", 1)
    trial.only_these_are_mended("export", "readable", named)
    named = trial.mistakes_are_named("readable", 3)
    trial.only_these_are_mended("readable", "data", named)
    trial.judged_as_computed()
    if trial.failed == 0:
        print("ok: %d planted mistakes were named at their cells" %
              len(planted()))
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
