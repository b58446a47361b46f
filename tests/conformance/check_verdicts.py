#!/usr/bin/env python3
"""Judges every target of an example again, with exact fractions and without
the library, and compares value, verdict and status, row by row, with results
that the library wrote. Prints every difference; exit 1 if there is one.

The rules are docs/method.md, as far as the examples use them: the series level,
change, since_baseline and cumulative; own rows of targets, not the wholes.

Usage: check_verdicts.py baiquan|national AS_OF RESULTS.csv
       (from: attain_report PLAN DATA --as-of AS_OF --format csv)
"""
import csv
import sys
from fractions import Fraction

import check_baiquan


class Judge:
    def __init__(self, example, as_of):
        self.tables = check_baiquan.Tables(example)
        self.first = int(self.tables.info["first_period"])
        self.last = int(self.tables.info["last_period"])
        self.as_of = as_of

    def due(self, target):
        return int(target.get("due") or self.last)

    def judged(self, target):
        return min(self.as_of, self.due(target))

    def level(self, target):
        return target.get("level") or self.tables.info["level"]

    def units(self, target):
        """The units that have a row: open, and of the metric's stage."""
        tables, metric = self.tables, self.tables.metrics[target["metric"]]
        own = ((metric.get("across") or "none") == "none"
               or (metric.get("level") or "school") == self.level(target))
        return [u for u, row in tables.units.items()
                if row["level"] == self.level(target)
                and tables.is_open(u, str(self.judged(target)))
                and (not own or tables.matches(u, metric))]

    def value(self, target, unit, year):
        if not self.tables.is_open(unit, str(year)):
            return None
        return self.tables.value(target["metric"], unit, str(year))

    def baseline(self, target, unit):
        if target["baseline"]:
            return Fraction(target["baseline"])
        year = target["baseline_period"]
        return self.value(target, unit, int(year)) if year else None

    def series(self, target, unit, year):
        now = self.value(target, unit, year)
        if target["series"] == "level":
            return now
        if target["series"] == "cumulative":
            terms = [self.value(target, unit, y)
                     for y in range(self.first, year + 1)]
            return None if None in terms else sum(terms)
        before = (self.value(target, unit, year - 1)
                  if target["series"] == "change"
                  else self.baseline(target, unit))
        return None if now is None or before is None else now - before

    def holds(self, target, x):
        if x is None:
            return None
        limit = Fraction(target["value"])
        width = Fraction(target.get("tolerance") or 0)
        return {"at_least": x >= limit, "at_most": x <= limit,
                "above": x > limit, "below": x < limit,
                "about": abs(x - limit) <= width}[target["comparator"]]

    def verdict(self, target, unit, year):
        """True, False, or None where it is unknown."""
        if target["when"] == "at_due":
            return self.holds(target, self.series(target, unit, year))
        change = target["series"] == "change"
        answers = [self.holds(target, self.series(target, unit, y))
                   for y in range(self.first, year + 1)
                   if self.tables.is_open(unit, str(y))
                   and (not change or self.tables.is_open(unit, str(y - 1)))]
        if target["when"] == "hold":
            if not answers or answers[-1] is False:
                return False if answers else None
            if True not in answers:
                return None
            answers = answers[answers.index(True):]
        if False in answers:
            return False
        return None if None in answers or not answers else True

    def pace(self, target, unit, year):
        if target["series"] == "cumulative":
            start, x = Fraction(0), self.series(target, unit, year)
            first, limit = self.first - 1, Fraction(target["value"])
        else:
            start, x = self.baseline(target, unit), self.value(target, unit,
                                                               year)
            if start is None or x is None:
                return None
            first, limit = int(target["baseline_period"]), Fraction(
                target["value"])
            if target["series"] == "since_baseline":
                limit += start
            if target["series"] == "change":
                limit = start + limit * (self.due(target) - first)
        if x is None:
            return None
        zero = target["series"] in ("change", "since_baseline")
        already = self.holds(target, Fraction(0) if zero else start)
        expected = start + ((limit - start) * (year - first)
                            / (self.due(target) - first))
        if already or expected == start:
            now = self.holds(target, self.series(target, unit, year))
            return None if now is None else Fraction(int(now))
        return (x - start) / (expected - start)

    def status(self, target, unit):
        year = self.judged(target)
        answer = self.verdict(target, unit, year)
        if answer is None:
            return "unknown"
        if answer:
            return "achieved"
        if any(self.verdict(target, unit, y)
               for y in range(self.first, year)):
            return "lost"
        if year == self.due(target):
            return "missed"
        pace = self.pace(target, unit, year)
        if pace is None:
            return "unrated"
        for least, word in ((Fraction("0.95"), "on_track"),
                            (Fraction("0.60"), "slow"), (0, "off_track")):
            if pace >= least:
                return word
        return "reversing"

    def row(self, target, unit):
        """Value, verdict and status, as a row of results has them."""
        x = self.series(target, unit, self.judged(target))
        if target["comparator"] == "none":
            return x, "", "unknown" if x is None else "unrated"
        answer = self.verdict(target, unit, self.judged(target))
        words = {True: "met", False: "not_met", None: "unknown"}
        return x, words[answer], self.status(target, unit)


def same(text, x):
    """Equal but for the rounding of the last digits."""
    if x is None or not text:
        return x is None and not text
    return abs(Fraction(text) - x) <= abs(x) * Fraction(1, 10 ** 12)


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    judge = Judge(sys.argv[1], int(sys.argv[2]))
    with open(sys.argv[3], encoding="utf-8-sig") as file:
        lines = [line for line in file if not line.startswith("#")]
    found = {(r["node"], r["unit"]): r for r in csv.DictReader(lines)
             if r["kind"] == "target"}
    differences = 0
    rows = 0
    for ident, target in judge.tables.targets.items():
        for unit in judge.units(target):
            rows += 1
            x, verdict, status = judge.row(target, unit)
            result = found.get((ident, unit))
            if (result is None or not same(result["value"], x)
                    or (result["verdict"], result["status"])
                    != (verdict, status)):
                differences += 1
                have = result and tuple(result[c] for c in
                                        ("value", "verdict", "status"))
                print("%s %s: %s, but the results have %s"
                      % (ident, unit, (x and float(x), verdict, status), have),
                      file=sys.stderr)
    print("%d rows, %d differences" % (rows, differences))
    return 1 if differences or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
