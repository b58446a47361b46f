"""The random dataset of generate.py: time, units, observations."""
import csv
import os
from fractions import Fraction

from oracle import period

VARIABLES = ("pupils", "teachers", "books", "money", "x", "y", "rate",
             "count", "area", "rating")
GROUPS = ("pupil", "parent", "inspector")
STAGES = ("preschool", "primary", "junior", "senior")
TAGS = ("rural", "public", "small")


def decimal(q):
    """The plain decimal of a rational that has one of at most 10 digits."""
    q = Fraction(q)
    for places in range(0, 9):
        scaled = q * 10 ** places
        if scaled.denominator == 1:
            if len(str(abs(scaled.numerator))) > 10:
                return None
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            body = digits[:len(digits) - places]
            if places:
                body += "." + digits[-places:]
            return ("-" if q < 0 else "") + body
    return None


class DataMaker:
    """What draws a dataset; its heir draws the plan."""

    # --- small helpers ---------------------------------------------------
    def has(self, feature, chance=1.0):
        drawn = self.r.random() < chance
        return drawn and feature not in self.without

    def pick(self, *options):
        return self.r.choice(options)

    def show(self, p):
        return period.show(self.letter, p)

    def table(self, name, head, rows):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(head)
            for row in rows:
                out.writerow(["" if row.get(h) is None else row[h]
                              for h in head])

    # --- time and units --------------------------------------------------
    def choose_time(self):
        self.letter = "A"
        if self.has("frequency", 0.4):
            self.letter = self.pick("S", "Q", "M")
        start = {"A": "2021", "S": "2021-S1", "Q": "2020-Q4",
                 "M": "2021-11"}[self.letter]
        self.first = period.parse(start)[1]
        self.last = self.first + self.r.randint(1, 5)
        self.data_first = self.first - self.r.randint(0, 4)
        self.data_last = self.r.randint(self.first, self.last + 1)
        if self.r.random() < 0.6:
            self.data_last = max(self.data_last, self.last)

    def make_units(self):
        self.units = []
        counties = self.r.randint(1, 4) if self.has("roots", 0.6) else 1
        for _ in range(counties):
            county = self.unit("county", None)
            townships = [self.unit("township", county)
                         for _ in range(self.r.randint(0, 3))]
            for _ in range(self.pick(0, 2, 3, 5, 5, 8)):
                above = county
                if townships and not self.has("skip", 0.3):
                    above = self.r.choice(townships)
                self.school(above)
        if self.has("orphan", 0.1):
            self.unit("school", None)
        for level in ("county", "township"):
            self.keep_open(level)
        self.attach_points()
        self.additive = {v for v in VARIABLES if self.r.random() < 0.6}
        self.r.shuffle(self.units)

    def keep_open(self, level):
        """One unit of each level that the plan may be for is always open."""
        units = [u for u in self.units if u["level"] == level]
        if units:
            units[0].pop("opened", None)
            units[0].pop("closed", None)

    def school(self, above):
        if not self.has("shared", 0.2):
            self.unit("school", above)
            return
        whole = self.unit("complex", above)
        for stage in self.r.sample(STAGES, self.r.randint(1, 3)):
            part = self.unit("school", whole)
            part["stage"] = stage

    def attach_points(self):
        """Points of some schools, open while these are."""
        schools = [u for u in self.units if u["level"] == "school"]
        for school in schools:
            if not self.has("points", 0.15):
                continue
            above = {"id": school["parent"]} if school["parent"] else None
            point = self.unit("school", above)
            for key in ("stage", "opened", "closed"):
                point[key] = school.get(key)
            point["attached_to"] = school["id"]
            if point["closed"] is None and self.r.random() < 0.3:
                opened = school.get("opened")
                first = period.parse(opened)[1] if opened else self.first
                point["closed"] = self.show(first + self.r.randint(1, 3))

    def unit(self, level, parent):
        n = len(self.units) + 1
        unit = {"id": f"{level[0]}{n}", "level": level,
                "name": self.pick(f"Unit {n}", f"第{n}", f"U, \"{n}\""),
                "parent": parent and parent["id"]}
        if level == "school" or self.has("stages", 0.1):
            if self.has("stages", 0.85):
                unit["stage"] = self.r.choice(STAGES)
            tags = [t for t in TAGS if self.r.random() < 0.5]
            unit["tags"] = ";".join(tags) or None
        chance = {"county": 0.04, "school": 0.25}.get(level, 0.12)
        if self.has("openclose", chance):
            self.dates(unit)
        self.units.append(unit)
        return unit

    def dates(self, unit):
        opened = closed = None
        if self.r.random() < 0.6:
            opened = self.r.randint(self.first - 2, self.last)
            unit["opened"] = self.show(opened)
        if opened is None or self.r.random() < 0.3:
            closed = self.r.randint((opened or self.first - 2) + 1,
                                    self.last + 2)
            unit["closed"] = self.show(closed)

    def open(self, unit, p):
        when = {k: period.parse(unit[k])[1] for k in ("opened", "closed")
                if unit.get(k)}
        return (when.get("opened", p) <= p < when.get("closed", p + 1))

    # --- observations ----------------------------------------------------
    def make_data(self):
        self.long, self.wide = [], []
        self.grouped = self.has("groups", 0.6)
        self.group_weights = self.grouped and self.r.random() < 0.7
        gap = self.pick(0, 0, 0.03, 0.1, 0.3)
        if "missing" in self.without:
            gap = 0
        for unit in self.units:
            trend = {v: self.r.randint(-2, 3) for v in VARIABLES}
            base = {v: self.start(v, unit) for v in VARIABLES}
            for p in range(self.data_first, self.data_last + 1):
                if self.open(unit, p) or self.has("outside", 0.1):
                    self.observe(unit, p, base, trend, gap)
        self.anchor()

    def anchor(self):
        """A value in the last period of the data, for the default as-of."""
        for unit in self.units:
            if self.open(unit, self.data_last):
                self.long.append({"unit": unit["id"], "variable": "anchor",
                                  "period": self.show(self.data_last),
                                  "value": "1"})
                return

    def start(self, variable, unit):
        r = self.r
        if variable in ("pupils", "teachers", "books"):
            return Fraction(r.choice((4, 5, 8, 10, 20, 25, 40, 50, 100,
                                      125, 1250, 37, 89)))
        if variable in ("money", "count"):
            return Fraction(r.randint(0, 400))
        if variable == "y":
            return Fraction(r.randint(-30, 60), 10)
        if variable == "x":
            return Fraction(r.randint(10, 200), r.choice((1, 2, 10)))
        return Fraction(r.randint(200, 999), 10)

    def draw(self, variable, base, trend, p):
        r, steps = self.r, p - self.data_first
        if variable in ("pupils", "teachers", "books"):
            if self.has("zero", 0.04):
                return Fraction(0)
            x = base + r.choice((0, 0, 0, 1, 2, 5)) * trend
            return max(x, Fraction(0 if "zero" not in self.without else 1))
        if variable in ("money", "count"):
            x = base + r.choice((0, 5, 10, 50)) * trend
            return x if self.has("negative", 0.3) else abs(x) + 1
        if variable == "y":
            x = base + Fraction(r.choice((1, 5)), 10) * trend * steps
            return x if "negative" not in self.without else abs(x) + 1
        if self.r.random() < 0.5:
            return base + Fraction(trend, 2) * steps
        return base + Fraction(trend, 2) * steps + Fraction(
            r.randint(-20, 20), r.choice((10, 10, 20, 100)))

    def observe(self, unit, p, base, trend, gap):
        where = {"unit": unit["id"], "period": self.show(p)}
        wide = dict(where)
        whole = unit["level"] == "complex"
        lacks = any(u["id"] == unit["parent"] and u["level"] == "complex"
                    for u in self.units)
        for v in VARIABLES:
            if self.r.random() < gap:
                if self.r.random() < 0.3 and v not in ("x", "rating"):
                    self.long.append(dict(where, variable=v,
                                          status="missing"))
                continue
            if v == "area" and lacks and self.r.random() < 0.9:
                continue
            if whole and v not in ("area", "pupils", "x"):
                continue
            if v == "area" and unit["level"] in ("county", "township"):
                continue
            x = self.draw(v, base[v], trend[v], p)
            if v == "rating" and self.grouped and self.r.random() < 0.9:
                self.rate(where, x)
            elif v == "x" and "wide" not in self.without:
                wide[v] = decimal(x)
            else:
                row = dict(where, variable=v, value=decimal(x))
                if self.has("estimated", 0.05):
                    row["status"] = self.pick("estimated", "provisional",
                                              "measured")
                self.long.append(row)
        self.wide.append(wide)

    def rate(self, where, x):
        for group in GROUPS:
            if self.r.random() < 0.85:
                shift = Fraction(self.r.randint(-20, 20), 10)
                self.long.append(dict(where, variable="rating", group=group,
                                      value=decimal(x + shift)))

    def write_data(self):
        self.table("data/units.csv", "id name level parent stage tags opened "
                   "closed attached_to".split(), self.units)
        head = "unit period variable value status group".split()
        self.table("data/observations-1.csv", head, self.shuffled[:self.cut])
        self.table("data/observations-2.csv", head, self.shuffled[self.cut:])
        if "wide" not in self.without:
            self.table("data/observations-wide.csv",
                       ("unit", "period", "x"), self.wide)
        self.table("data/variables.csv", ("id", "name", "shared", "additive"), [
            {"id": v, "name": v, "shared": "yes" if v == "area" else None,
             "additive": "yes" if v in self.additive else None}
            for v in VARIABLES + ("anchor", "ghost")])
        if "shared" not in self.without:
            self.table("data/stages.csv", ("stage", "weight", "enrolment"),
                       self.stage_rows)
        asof = {self.first, self.last, self.r.randint(self.first, self.last)}
        if "latedue" not in self.without:
            asof.add(self.last + 2)
        words = [self.show(p) for p in sorted(asof)] + [""]
        with open(os.path.join(self.folder, "asof"), "w") as file:
            file.write("\n".join(words) + "\n")
