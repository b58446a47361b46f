#!/usr/bin/env python3
"""Checks the example tables without the library: that all 156 commitments of
the Baiquan plan are carried, that names, forms and numbers agree with
docs/exchange.md, that the plan's own baselines come out of the counts exactly,
and that what is made up says so. Prints every fault; exit 1 if there is one.

Usage: check_baiquan.py [ROOT OF THE PROJECT]
"""
import csv
import os
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = (sys.argv[1] if __name__ == "__main__" and len(sys.argv) > 1
        else os.path.join(HERE, "..", ".."))
DATA = os.path.join(ROOT, "examples", "data")
LABEL = ("# 示例数据(虚构),仅供演示;2020年基线为规划文本所载真实数据。 "
         "Illustrative data, made up; only the 2020 baselines are real.")
FAULTS = []

# Stated in the plan, section 一 (and, for T2-03, 每个乡镇).
BASELINES = {"G01": "86.8", "G02": "99", "G03": "95", "G04": "93.6",
             "G05": "87.6", "G06": "50.6", "G08": "100", "T2-03": "1",
             "T2-23": "95", "T3-02": "7"}
# (series, comparator, value, when, level) of the commitments with a number.
JUDGED = {
    "G01": "level at_least 96 hold -", "G02": "level at_least 99 hold -",
    "G03": "level at_least 96 hold -", "G04": "level at_least 96 at_due -",
    "G05": "level at_least 98 hold -", "G06": "level at_least 53 at_due -",
    "G07": "level at_least 100 every_period -",
    "G08": "level at_least 100 every_period -",
    "G09": "level at_least 99 every_period -",
    "G14": "level at_least 98 every_period -",
    "G16": "level at_least 3 at_due -", "G17": "level at_least 140 at_due -",
    "G18": "level at_least 50 at_due -",
    "G20-1": "level at_least 100 at_due -",
    "G21": "cumulative at_least 35000 at_due -",
    "G22": "level at_least 50 every_period -",
    "T1-08-2": "level at_least 60 every_period school",
    "T1-09-1": "level at_least 100 at_due school",
    "T1-11": "change at_most -0.5 every_period -",
    "T1-20": "level at_least 1 at_due school",
    "T2-03": "level at_least 1 every_period township",
    "T2-13": "change above 0 every_period -",
    "T2-16": "level at_least 7 at_due -",
    "T2-18a": "change above 0 every_period -",
    "T2-18b": "change above 0 every_period -",
    "T2-23": "level at_least 96 at_due -",
    "T2-24": "level at_least 80 at_due -",
    "T2-27-1": "change at_least 0 every_period -",
    "T2-27-2": "level at_least 100 at_due -",
    "T3-01": "level at_least 95 at_due -",
    "T3-02": "level at_least 10 at_due -",
    "T3-03": "level at_least 3000 every_period -",
    "T4-01": "level at_least 100 at_due school",
    "T4-06": "level at_least 50 at_due -",
    "T4-10": "level about 100 every_period -",
    "T4-11": "level about 1 every_period -",
    "T4-13": "level at_least 1 every_period -",
    "T5-01": "level at_least 1 at_due school",
    "T6-01": "level at_least 1 at_due school",
    "T6-02": "level at_least 1 at_due school",
    "S2-01a": "change at_least 0 every_period -",
    "S2-01b": "change at_least 0 every_period -",
    "S2-02": "level at_least 1 every_period school",
    "S5-01": "cumulative above 7.4 at_due -"}

COLUMNS = {  # table: (required, others, numbers)
    "plan": ("key value", "", ""),
    "goals": ("id name", "parent weight aggregate rule at_least floor level "
              "share unit_weight owner source", "weight at_least floor share"),
    "metrics": ("id name", "numerator denominator factor unit direction "
                "decimals across level stage tags min_coverage",
                "factor decimals min_coverage"),
    "targets": ("id goal metric name", "series comparator value upper "
                "tolerance when level share unit_weight baseline "
                "baseline_period due score bad good outer_low outer_high "
                "steps open judge weight veto soft owner source",
                "value upper tolerance share baseline bad good outer_low "
                "outer_high weight"),
    "path": ("target period value", "", "value"),
    "bands": ("name from", "", "from"),
    "groups": ("id name", "weight", "weight"),
    "units": ("id name level", "parent stage tags opened closed", ""),
    "variables": ("id name", "unit min max shared", "min max"),
    "stages": ("stage weight enrolment", "", "weight")}
WORDS = {
    "aggregate": "arithmetic geometric harmonic min median",
    "rule": "all any at_least", "direction": "up down",
    "across": "none total mean median min max count cv gini theil",
    "series": "level change growth since_baseline growth_since_baseline "
              "cumulative",
    "comparator": "at_least at_most above below between about none",
    "when": "at_due every_period hold", "judge": "full rounded",
    "score": "ratio progress efficacy pass steps minmax zscore rank "
             "percentile",
    "veto": "yes no", "soft": "yes no", "open": "yes no", "shared": "yes no",
    "status": "measured estimated provisional missing"}
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
YEAR = re.compile(r"[0-9]{4}")


def fault(where, message):
    FAULTS.append("%s: %s" % (where, message))


def expect(condition, where, message):
    if not condition:
        fault(where, message)
    return condition


# --- Files ------------------------------------------------------------------
def read_table(path):
    """The header and the rows of a CSV file, with its faults reported."""
    where = os.path.relpath(path, ROOT)
    with open(path, "rb") as file:
        raw = file.read()
    expect(raw.endswith(b"\n"), where, "does not end with a newline")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        fault(where, "not UTF-8: %s" % problem)
        return [], []
    expect("\r" not in text and "\0" not in text, where, "CR or NUL in text")
    records = []
    try:
        for record in csv.reader(text.splitlines(True), strict=True):
            if record and not record[0].startswith("#"):
                records.append(record)
    except csv.Error as problem:
        fault(where, "not RFC 4180: %s" % problem)
    if not expect(records, where, "no header"):
        return [], []
    header = records[0]
    expect(len(set(header)) == len(header), where, "a column twice")
    rows = []
    for number, record in enumerate(records[1:], 1):
        if expect(len(record) == len(header), where,
                  "row %d has %d cells, not %d"
                  % (number, len(record), len(header))):
            rows.append(dict(zip(header, record)))
    return header, rows


def check_cells(where, name, header, rows):
    required, others, numbers = (part.split() for part in COLUMNS[name])
    for column in required:
        expect(column in header, where, "no column %s" % column)
        for number, row in enumerate(rows, 1):
            expect(row.get(column), where,
                   "row %d: %s is empty" % (number, column))
    for column in header:
        expect(column in required + others or column.startswith("note"), where,
               "unknown column %s" % column)
    for row in rows:
        for column, cell in row.items():
            if not cell or column.startswith("note"):
                continue
            expect(cell == cell.strip(), where, "blank around %r" % cell)
            if column in numbers:
                expect(NUMBER.fullmatch(cell), where,
                       "%s is not a number: %s" % (column, cell))
            if column in WORDS:
                expect(cell in WORDS[column].split(), where,
                       "%s is not a word of %s" % (cell, column))
            if column in ("period", "due", "opened", "closed",
                          "baseline_period"):
                expect(YEAR.fullmatch(cell), where, "not a year: " + cell)


def check_ids(where, ids):
    expect(len(set(ids)) == len(ids), where, "an id twice: %s"
           % sorted(i for i in set(ids) if ids.count(i) > 1))
    for ident in ids:
        expect(0 < len(ident.encode()) <= 255 and ident[0] not in "#@-"
               and not set(ident) & set(";[]") and ident != "NA", where,
               "not an id: %r" % ident)


class Tables:
    """One plan and its data."""

    def __init__(self, folder):
        self.name = folder
        self.plan = os.path.join(DATA, folder, "plan")
        self.data = os.path.join(DATA, folder, "data")
        self.table = {}
        for name in COLUMNS:
            kind = ("data" if name in ("units", "variables", "stages")
                    else "plan")
            path = os.path.join(getattr(self, kind), name + ".csv")
            self.table[name] = []
            if os.path.exists(path):
                header, rows = read_table(path)
                check_cells(os.path.relpath(path, ROOT), name, header, rows)
                self.table[name] = rows
        self.info = {r["key"]: r["value"] for r in self.table["plan"]}
        self.goals = {r["id"]: r for r in self.table["goals"]}
        self.metrics = {r["id"]: r for r in self.table["metrics"]}
        self.targets = {r["id"]: r for r in self.table["targets"]}
        self.units = {r["id"]: r for r in self.table["units"]}
        self.variables = {r["id"]: r for r in self.table["variables"]}
        self.cells = {}
        self.read_observations()

    def read_observations(self):
        groups = [r["id"] for r in self.table["groups"]]
        for name in sorted(os.listdir(self.data)):
            if not (name.startswith("observations") and name.endswith(".csv")):
                continue
            where = os.path.relpath(os.path.join(self.data, name), ROOT)
            header, rows = read_table(os.path.join(self.data, name))
            long = "variable" in header and "value" in header
            fixed = ("unit period variable value status group" if long
                     else "unit period").split()
            names = [c for c in header
                     if c not in fixed and not c.startswith("note")]
            if long:
                expect(not names, where, "unknown columns %s" % names)
            for row in rows:
                pairs = ([(row["variable"], row["value"])] if long
                         else [(n, row[n]) for n in names])
                for variable, text in pairs:
                    self.observe(where, row, variable, text, groups, long)

    def observe(self, where, row, variable, text, groups, long):
        unit, year = row["unit"], row["period"]
        group = row.get("group", "") if long else ""
        status = row.get("status", "") if long else ""
        here = "%s %s %s %s" % (where, unit, year, variable)
        if not expect(unit in self.units, here, "no such unit"):
            return
        expect(YEAR.fullmatch(year), here, "not a year")
        expect(not group or group in groups, here, "no such group " + group)
        expect(status in [""] + WORDS["status"].split(), here,
               "no such status " + status)
        expect(not (text and status == "missing"), here,
               "missing, and a value")
        if not expect(variable in self.variables, here,
                      "not in variables.csv"):
            return
        key = (variable, unit, year, group)
        if not text:
            if long:
                expect(key not in self.cells, here, "observed twice")
                self.cells[key] = None
            return
        expect(key not in self.cells, here, "observed twice")
        if not expect(NUMBER.fullmatch(text), here, "not a number: " + text):
            return
        value = self.cells[key] = Fraction(text)
        limits = self.variables[variable]
        expect(not limits.get("min") or value >= Fraction(limits["min"]), here,
               "below its min: " + text)
        expect(not limits.get("max") or value <= Fraction(limits["max"]), here,
               "above its max: " + text)

    # --- Values, exactly ----------------------------------------------------
    def is_open(self, unit, year):
        opened = self.units[unit].get("opened", "")
        closed = self.units[unit].get("closed", "")
        return (not opened or year >= opened) and (not closed or year < closed)

    def below(self, unit, area):
        while unit and unit != area:
            unit = self.units[unit].get("parent", "")
        return unit == area

    def matches(self, unit, metric):
        stages = [s for s in metric.get("stage", "").split(";") if s]
        tags = [t for t in metric.get("tags", "").split(";") if t]
        own = self.units[unit].get("tags", "").split(";")
        return ((not stages or self.units[unit].get("stage") in stages)
                and all(t in own for t in tags))

    def members(self, metric, area, year):
        level = metric.get("level") or "school"
        return [u for u in self.units if self.units[u]["level"] == level
                and self.below(u, area) and self.is_open(u, year)
                and self.matches(u, metric)]

    def observed(self, name, unit, year):
        group = ""
        if name.endswith("]"):
            name, group = name[:-1].split("[")
            return self.cells.get((name, unit, year, group))
        if (name, unit, year, "") in self.cells:
            return self.cells[name, unit, year, ""]
        given = [v for g in self.table["groups"] for v in
                 [self.cells.get((name, unit, year, g["id"]))]
                 if v is not None]  # equal weights: the tables give none
        if given:
            return sum(given) / len(given)
        shared = self.variables.get(name, {}).get("shared") == "yes"
        return self.split(name, unit, year) if shared else None

    def split(self, name, unit, year):
        """A part's share of what a multi-stage school reports once."""
        parent = self.units[unit].get("parent", "")
        if not parent or not self.units[unit].get("stage"):
            return None
        whole = self.cells.get((name, parent, year, ""))
        scale = {}
        for part, row in self.units.items():
            if (row.get("parent") == parent and row.get("stage")
                    and self.is_open(part, year)):
                stage = [s for s in self.table["stages"]
                         if s["stage"] == row["stage"]]
                pupils = stage and self.cells.get(
                    (stage[0]["enrolment"], part, year, ""))
                if not stage or pupils is None:
                    return None
                scale[part] = pupils * Fraction(stage[0]["weight"])
        if whole is None or not sum(scale.values()):
            return None
        return whole * scale[unit] / sum(scale.values())

    def total(self, text, unit, year):
        result = Fraction(0)
        for part in text.split(";"):
            part = part.strip()
            sign = -1 if part.startswith("-") else 1
            part = part.lstrip("-")
            value = (self.value(part[1:], unit, year) if part.startswith("@")
                     else self.observed(part, unit, year))
            if value is None:
                return None
            result += sign * value
        return result

    def value(self, metric_id, unit, year):
        """A metric's value as a fraction; None: no value."""
        metric = self.metrics[metric_id]
        factor = Fraction(metric.get("factor") or 1)
        across = metric.get("across") or "none"
        units = ([unit] if across == "none"
                 else self.members(metric, unit, year))
        if across == "count":
            return factor * len(units)
        tops, bottoms = [], []
        for member in units:
            top = self.total(metric["numerator"], member, year)
            bottom = (self.total(metric["denominator"], member, year)
                      if metric.get("denominator") else Fraction(1))
            if top is None or bottom is None:
                return None
            tops.append(top)
            bottoms.append(bottom)
        if across == "mean":
            ratios = [t / b for t, b in zip(tops, bottoms) if b]
            return factor * sum(ratios) / len(ratios) if ratios else None
        if not metric.get("denominator"):
            return factor * sum(tops) if tops else None
        return factor * sum(tops) / sum(bottoms) if sum(bottoms) else None


# --- What any plan and its data must be -------------------------------------
def check_plan(tables):
    where = "examples/data/%s/plan" % tables.name
    for key in ("id", "name", "first_period", "last_period", "level"):
        expect(tables.info.get(key), where, "plan.csv has no " + key)
    check_ids(where, [r["id"] for n in ("goals", "targets")
                      for r in tables.table[n]])
    check_ids(where, [r["id"] for r in tables.table["metrics"]])
    roots = [g for g, r in tables.goals.items() if not r["parent"]]
    expect(len(roots) == 1, where, "roots: %s" % roots)
    used = set()
    for ident, row in tables.goals.items():
        expect(not row["parent"] or row["parent"] in tables.goals, where,
               "%s: no goal %s" % (ident, row["parent"]))
        used.add(row["parent"])
    for ident, row in tables.targets.items():
        expect(row["goal"] in tables.goals, where,
               "%s: no goal %s" % (ident, row["goal"]))
        expect(row["metric"] in tables.metrics, where,
               "%s: no metric %s" % (ident, row["metric"]))
        used.add(row["goal"])
        check_target(where, tables, row)
    for goal in tables.goals:
        expect(goal in used, where, "goal %s has no children" % goal)
    used = {r["metric"] for r in tables.targets.values()}
    for ident, row in tables.metrics.items():
        for cell in (row["numerator"], row.get("denominator", "")):
            used |= check_parts(where, tables, ident, cell)
        expect(bool(row["numerator"]) != (row.get("across") == "count"), where,
               "%s: numerator and across do not agree" % ident)
    for ident in tables.metrics:
        expect(ident in used, where, "metric %s is not used" % ident)


def check_target(where, tables, row):
    none = row["comparator"] == "none"
    ident = row["id"]
    expect(none != bool(row["value"]), where, ident + ": value and comparator")
    expect((row["comparator"] == "about") == bool(row.get("tolerance")), where,
           ident + ": tolerance and comparator")
    since = row["series"] in ("since_baseline", "growth_since_baseline")
    expect(not since or row["baseline_period"], where,
           ident + ": needs a baseline")
    expect(not row["baseline"] or row["baseline_period"], where,
           ident + ": a baseline without its period")
    expect(row["series"] != "cumulative" or not row["baseline_period"], where,
           ident + ": cumulative has no baseline")
    levels = {u["level"] for u in tables.units.values()}
    expect(not row.get("level") or row["level"] in levels, where,
           ident + ": no unit has level " + row.get("level", ""))
    weight = row.get("unit_weight")
    expect(not weight or weight in tables.variables, where,
           ident + ": no variable %s" % weight)
    if row.get("veto") == "yes":
        bands = [b["name"] for b in tables.table["bands"]]
        expect(tables.info.get("veto_grade") in bands, where,
               "veto_grade is not a band")


def check_parts(where, tables, ident, cell):
    metrics = set()
    for part in filter(None, cell.split(";")):
        part = part.lstrip("-")
        if part.startswith("@"):
            metrics.add(part[1:])
            expect(part[1:] in tables.metrics, where,
                   "%s: no metric %s" % (ident, part))
        else:
            name = part.split("[")[0]
            expect(name in tables.variables, where,
                   "%s: no variable %s" % (ident, name))
    return metrics


def check_data(tables):
    where = "examples/data/%s/data" % tables.name
    check_ids(where, [r["id"] for r in tables.table["units"]])
    check_ids(where, [r["id"] for r in tables.table["variables"]])
    for ident, row in tables.units.items():
        parent = row.get("parent", "")
        expect(not parent or parent in tables.units, where,
               "%s: no unit %s" % (ident, parent))
        expect(not (row.get("opened") and row.get("closed"))
               or row["closed"] > row["opened"], where, ident + ": dates")
    seen = {key[0] for key in tables.cells}
    parts = {p.lstrip("-").split("[")[0] for m in tables.metrics.values()
             for c in (m["numerator"], m.get("denominator", ""))
             for p in c.split(";")}
    for name in tables.variables:
        expect(name in seen, where, name + " is never observed")
        expect(name in parts, where, name + " is used by no metric")
    for variable, unit, year, _ in tables.cells:
        expect(tables.is_open(unit, year), where,
               "%s %s %s: not open" % (variable, unit, year))


def check_shares(tables):
    """A share of people cannot exceed 100; a gross rate can."""
    where = "examples/data/%s/data" % tables.name
    for ident, metric in tables.metrics.items():
        if (not metric.get("denominator") or metric.get("unit") != "%"
                or "毛入" in metric["name"]):
            continue
        for unit in tables.units:
            for year in sorted({key[2] for key in tables.cells}):
                top = tables.total(metric["numerator"], unit, year)
                bottom = tables.total(metric["denominator"], unit, year)
                if top is not None and bottom is not None:
                    expect(top <= bottom, where, "%s %s %s: %s of %s"
                           % (ident, unit, year, top, bottom))


# --- What these two must be -------------------------------------------------
def check_commitments(tables):
    where = "examples/data/baiquan/plan"
    with open(os.path.join(HERE, "commitments.txt"), encoding="utf-8") as f:
        ids = f.read().split()
    expect(len(ids) == 156, "commitments.txt", "%d ids" % len(ids))
    carried = [r["id"] for n in ("goals", "targets") for r in tables.table[n]]
    for ident in ids:
        expect(carried.count(ident) == 1, where,
               "%s is carried %d times" % (ident, carried.count(ident)))
        if ident in tables.goals:
            children = [t for t, r in tables.targets.items()
                        if r["goal"] == ident]
            expect(len(children) > 1 and
                   all(re.fullmatch(re.escape(ident) + r"-\d+", c)
                       for c in children), where,
                   "%s: its targets are %s" % (ident, children))
    for ident, row in tables.targets.items():
        expect(ident in ids or row["goal"] in ids, where,
               ident + " belongs to no commitment")
        expect(row["source"] and row["owner"] and row["note_owner"] == "示例",
               where, ident + ": source, owner or its mark is missing")
        expect(not row["weight"], where, ident + ": a weight was invented")
    for ident, words in JUDGED.items():
        row = tables.targets.get(ident, {})
        have = [row.get(c) or "-" for c in
                ("series", "comparator", "value", "when", "level")]
        expect(have == words.split(), where, "%s is %s, not %s"
               % (ident, " ".join(have), words))
    for ident, column, cell in (("T6-01", "due", "2022"),
                                ("T2-16", "soft", "yes"),
                                ("T4-10", "tolerance", "10"),
                                ("T4-11", "tolerance", "0.1")):
        have = tables.targets.get(ident, {}).get(column)
        expect(have == cell, where, "%s: %s is %s, not %s"
               % (ident, column, have, cell))
    check_tree(where, tables)


def check_tree(where, tables):
    """The chapters of the document."""
    for goal, parent in [("aims", "plan"), ("tasks", "plan"),
                         ("support", "plan")]:
        expect(tables.goals.get(goal, {}).get("parent") == parent, where,
               "no goal %s below %s" % (goal, parent))
    for prefix, count in (("aims", 5), ("tasks", 7), ("support", 5)):
        have = [g for g, r in tables.goals.items() if r["parent"] == prefix]
        expect(len(have) == count, where, "%s has %d parts"
               % (prefix, len(have)))


def check_baselines(tables):
    where = "examples/data/baiquan"
    for ident, text in BASELINES.items():
        row = tables.targets[ident]
        expect(row["baseline"] == text and row["baseline_period"] == "2020",
               where, "%s: baseline %s, the plan says %s"
               % (ident, row["baseline"], text))
        level = row["level"] or tables.info["level"]
        for unit in [u for u in tables.units
                     if tables.units[u]["level"] == level]:
            value = tables.value(row["metric"], unit, "2020")
            expect(value == Fraction(text), where, "%s: %s had %s in 2020"
                   % (ident, unit, None if value is None else float(value)))
    stated = {i for i, r in tables.targets.items() if r["baseline"]}
    extra = stated - set(BASELINES) - {"T2-06", "T2-07"}
    expect(not extra, where, "baselines that the plan does not state: %s"
           % sorted(extra))


def check_labels(tables):
    for name in sorted(os.listdir(tables.data)):
        with open(os.path.join(tables.data, name), encoding="utf-8") as file:
            expect(file.readline() == LABEL + "\n",
                   "examples/data/baiquan/data/" + name,
                   "the first line does not say that it is made up")


def check_generator(tables):
    """The files are what the program writes."""
    program = os.path.join(DATA, "baiquan", "make_data.py")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, program, folder], check=True)
        expect(sorted(os.listdir(folder)) == sorted(os.listdir(tables.data)),
               "make_data.py", "writes other files than data/ has")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                made = file.read()
            path = os.path.join(tables.data, name)
            if os.path.exists(path):
                with open(path, "rb") as file:
                    expect(file.read() == made, "make_data.py",
                           "writes another " + name)


def check_nation(tables):
    """Published figures; shares from counts agree with the printed ones."""
    where = "examples/data/national"
    printed = {"2020": "84.74", "2021": "87.78", "2022": "89.55",
               "2023": "90.81", "2024": "91.61"}
    for year, text in printed.items():
        value = tables.value("inclusive_children", "china", year)
        expect(abs(value - Fraction(text)) <= Fraction(1, 200), where,
               "inclusive share of %s is %f, printed %s"
               % (year, float(value), text))
    for ident, met in (("N01", True), ("N02", True), ("N04", False),
                       ("N05", True), ("N06", True)):
        row = tables.targets[ident]
        value = tables.value(row["metric"], "china", "2024")
        expect((value >= Fraction(row["value"])) == met, where,
               "%s in 2024: %f" % (ident, float(value)))
    expect(tables.value("senior_gross_enrolment", "china", "2024") == 92,
           where, "upper secondary is exactly 92.0 in 2024")
    for folder in (tables.plan, tables.data):
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                expect(file.readline().startswith("# "), where + "/" + name,
                       "no first line that says what it is")


def main():
    baiquan, national = Tables("baiquan"), Tables("national")
    for tables in (baiquan, national):
        check_plan(tables)
        check_data(tables)
    check_commitments(baiquan)
    check_labels(baiquan)
    check_generator(baiquan)
    if not FAULTS:  # values need tables that hold together
        check_shares(baiquan)
        check_shares(national)
        check_baselines(baiquan)
        check_nation(national)
    for line in FAULTS:
        print(line, file=sys.stderr)
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
