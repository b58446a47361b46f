#!/usr/bin/env python3
"""standards.py ATTAIN_STANDARDS [COUNTIES] [FOLDER]

Makes up a province of COUNTIES (120) counties with 25 schools and
kindergartens each, from the small counties of tests/conformance/standards,
and measures how long it takes to judge it by the three national standards on
one thread. Every number is made up.
"""
import csv
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SMALL = os.path.join(HERE, "..", "conformance", "standards")
PLANS = os.path.join(HERE, "..", "..", "examples", "data", "standards")
STANDARDS = ("balanced-2017", "basic-2012", "preschool-2020")
# Which unit of which small county each of a county's 25 schools is like.
SCHOOLS = (("balanced-2017", "p1", 8), ("balanced-2017", "t1", 1),
           ("balanced-2017", "j1", 5), ("balanced-2017", "xp", 1),
           ("balanced-2017", "xj", 1), ("balanced-2017", "s1", 1),
           ("preschool-2020", "k1", 2), ("preschool-2020", "k2", 2),
           ("preschool-2020", "k3", 2), ("preschool-2020", "k4", 2))
# A primary or junior school has what the two standards ask of it together.
ALSO = {"p1": "p1", "t1": "t1", "j1": "j1", "xp": "p1", "xj": "j1"}
# What every year is asked of.
YEARLY = ("交流", "符合交流条件")
SIZES = ("在校生", "在园幼儿")


def table(*path):
    with open(os.path.join(*path), encoding="utf-8", newline="") as file:
        return [r for r in csv.reader(file) if r and not r[0].startswith("#")]


def rows_of(standard):
    """{unit: {variable: value}} of the last year, groups apart."""
    found = {}
    folder = os.path.join(SMALL, standard, "data")
    for name in sorted(os.listdir(folder)):
        if not name.startswith("observations") or "ratings" in name:
            continue
        head, *rows = table(folder, name)
        for row in rows:
            line = dict(zip(head, row))
            if line.pop("period") == "2025":
                found.setdefault(line.pop("unit"), {}).update(line)
    return found


def units_of(standard):
    head, *rows = table(SMALL, standard, "data", "units.csv")
    return {r[0]: dict(zip(head, r)) for r in rows}


class Province:
    def __init__(self, counties):
        self.random = random.Random(1)
        self.observed = {s: rows_of(s) for s in STANDARDS}
        self.kinds = {s: units_of(s) for s in STANDARDS}
        self.units, self.values, self.ratings = [], [], []
        for number in range(counties):
            self.county(f"c{number}")

    def unit(self, name, level, parent, kind=None):
        kind = kind or {}
        self.units.append([name, name, level, parent, kind.get("stage"),
                           kind.get("tags")])

    def county(self, name):
        self.unit(name, "county", "")
        self.unit(f"{name}w", "township", name)
        self.unit(f"{name}x", "complex", name)
        whole = {}
        for standard in STANDARDS:
            whole.update(self.observed[standard]["c"])
        for variable in ("重大安全事故", "课业负担减轻", "收费合理"):
            if self.random.random() < 0.2:  # one standard is not met
                whole[variable] = int(variable == "重大安全事故")
        self.values.append(dict(whole, unit=name))
        yearly = {v: x for v, x in whole.items() if v.startswith(YEARLY)}
        self.values += [dict(yearly, unit=name, period=year)
                        for year in range(2020, 2025)]
        for group in ("parent", "teacher", "deputy", "other"):
            for variable in ("满意度", "社会认可度"):
                self.ratings.append([name, 2025, variable, 85, group])
        for standard, like, times in SCHOOLS:
            for number in range(times):
                self.school(name, f"{name}-{like}-{number}", standard, like)

    def school(self, county, name, standard, like):
        kind = self.kinds[standard][like]
        above = {"xp": "x", "xj": "x"}.get(like, "" if standard ==
                                           "balanced-2017" else "w")
        self.unit(name, "school", county + above, kind)
        values = {}
        if like in ALSO:
            values.update(self.observed["basic-2012"][ALSO[like]])
        values.update(self.observed[standard][like])
        better = 1 + self.random.randint(0, 30) / 100
        for variable, value in values.items():
            if self.grows(variable, value):
                values[variable] = round(float(value) * better, 3)
        self.values.append(dict(values, unit=name))

    def grows(self, variable, value):
        """Resources vary from school to school, pupils do not."""
        return (value and variable not in SIZES and float(value) >= 5
                and variable.endswith(("教师", "面积", "设备值", "计算机",
                                       "图书", "教室")))

    def write(self, folder):
        self.table(folder, "units.csv", "id name level parent stage tags"
                   .split(), self.units)
        head = sorted({v for row in self.values for v in row}
                      - {"unit", "period"})
        self.table(folder, "observations-1.csv", ["unit", "period", *head],
                   [[row["unit"], row.get("period", 2025),
                     *(row.get(v, "") for v in head)] for row in self.values])
        self.table(folder, "observations-2.csv",
                   "unit period variable value group".split(), self.ratings)

    @staticmethod
    def table(folder, name, head, rows):
        with open(os.path.join(folder, name), "w", encoding="utf-8",
                  newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])


def main(program, counties="120", folder=None):
    province = Province(int(counties))
    schools = sum(u[2] == "school" for u in province.units)
    print(f"{schools} schools in {counties} counties", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        province.write(folder or scratch)
        return subprocess.call([program, folder or scratch, *(
            os.path.join(PLANS, s, "plan") for s in STANDARDS)])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
