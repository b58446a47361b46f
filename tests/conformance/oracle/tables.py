"""Reads the folders of tables.md. The tables are taken to be valid: the
library's own tests are about faults; here a fault only stops."""
import csv
import os
import re
from fractions import Fraction
from types import SimpleNamespace

from . import period


def read(folder, name, required=False):
    """Rows as dicts without the cells that are not given."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        if required:
            raise ValueError(f"{path} is missing")
        return None
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = [row for row in csv.reader(file)
                 if row and row != [""] and not row[0].startswith("#")]
    head, out = lines[0], []
    for row in lines[1:]:
        if len(row) != len(head):
            raise ValueError(f"{path}: a ragged line {row}")
        out.append({k: v for k, v in zip(head, row)
                    if v not in ("", "NA") and not k.startswith("note")})
    return out


def words(cell):
    return [w.strip() for w in cell.split(";")] if cell else []


def fraction(cell):
    return None if cell is None else Fraction(cell)


def condition(word):
    """`tag:variable>=number`: (tag or None, variable, sign, number)."""
    left, sign, number = re.match(r"(.*?)\s*(>=|<=|>|<)\s*(.*)", word).groups()
    tag, _, variable = left.rpartition(":")
    return tag.strip() or None, variable.strip(), sign, Fraction(number)


def part(word):
    """(sign, kind, name, group) of one part of a numerator."""
    sign = 1
    if word.startswith("-"):
        sign, word = -1, word[1:]
    if word.startswith("@"):
        return sign, "metric", word[1:], None
    if word.endswith("]"):
        name, _, group = word[:-1].partition("[")
        return sign, "variable", name, group
    return sign, "variable", word, None


class Plan:
    def __init__(self, folder):
        self.keys = {r["key"]: r.get("value")
                     for r in read(folder, "plan.csv", True)}
        self.letter, self.first = period.parse(self.keys["first_period"])
        self.last = self.when(self.keys["last_period"])
        self.level = self.keys["level"]
        self.score = self.keys.get("score")
        self.missing = self.keys.get("missing") or "renormalise"
        self.veto_grade = self.keys.get("veto_grade")
        self.metrics = {r["id"]: self.metric(r)
                        for r in read(folder, "metrics.csv", True)}
        self.goals = [self.goal(r) for r in read(folder, "goals.csv", True)]
        self.targets = [self.target(r)
                        for r in read(folder, "targets.csv", True)]
        self.read_small(folder)
        self.link()

    def when(self, cell):
        if cell is None:
            return None
        letter, ordinal = period.parse(cell)
        if letter != self.letter:
            raise ValueError(f"another frequency: {cell}")
        return ordinal

    def metric(self, r):
        return SimpleNamespace(
            id=r["id"], numerator=[part(w) for w in words(r.get("numerator"))],
            denominator=[part(w) for w in words(r.get("denominator"))],
            factor=fraction(r.get("factor", "1")),
            direction=r.get("direction", "up"),
            decimals=int(r["decimals"]) if "decimals" in r else None,
            across=r.get("across", "none"), level=r.get("level", "school"),
            stages=words(r.get("stage")), tags=words(r.get("tags")),
            without=words(r.get("without")),
            where=[condition(w) for w in words(r.get("where"))],
            interval=fraction(r.get("interval", "1")),
            min_coverage=fraction(r.get("min_coverage", "1")))

    def goal(self, r):
        k = r.get("at_least")
        return SimpleNamespace(
            kind="goal", id=r["id"], name=r["name"], parent=r.get("parent"),
            weight=fraction(r.get("weight", "1")),
            aggregate=r.get("aggregate", "arithmetic"),
            rule=r.get("rule", "all"), at_least=int(k) if k else None,
            floor=fraction(r.get("floor")), level=r.get("level"),
            share=fraction(r.get("share", "1")),
            if_any=r.get("if_any") == "yes",
            bonus_cap=fraction(r.get("bonus_cap")),
            score_cap=fraction(r.get("score_cap", "100")), bonus=Fraction(0),
            unit_weight=r.get("unit_weight"), children=[])

    def target(self, r):
        steps = [tuple(map(Fraction, s.split(":")))
                 for s in words(r.get("steps"))]
        due = self.when(r.get("due"))
        return SimpleNamespace(
            kind="target", id=r["id"], name=r["name"], parent=r["goal"],
            metric=self.metrics[r["metric"]],
            series=r.get("series", "level"),
            comparator=r.get("comparator", "at_least"),
            value=fraction(r.get("value")), upper=fraction(r.get("upper")),
            tolerance=fraction(r.get("tolerance")),
            when=r.get("when", "at_due"), level=r.get("level"),
            share=fraction(r.get("share", "1")),
            unit_weight=r.get("unit_weight"),
            baseline=fraction(r.get("baseline")),
            baseline_period=self.when(r.get("baseline_period")),
            due=self.last if due is None else due, own_score=r.get("score"),
            bad=fraction(r.get("bad")), good=fraction(r.get("good")),
            outer_low=fraction(r.get("outer_low")),
            outer_high=fraction(r.get("outer_high")), steps=steps,
            method=r.get("method"), parameters=dict(
                (side.strip() for side in word.split("="))
                for word in words(r.get("parameters"))),
            open=r.get("open") == "yes", rounded=r.get("judge") == "rounded",
            weight=(Fraction(0) if fraction(r.get("bonus", "0"))
                    else fraction(r.get("weight", "1"))),
            bonus=fraction(r.get("bonus", "0")),
            if_any=r.get("if_any") == "yes",
            veto=r.get("veto") == "yes", soft=r.get("soft") == "yes", path=[])

    def band(self, r):
        """(what it asks, name): if_met, met, from, floor; -1 for nothing."""
        none = Fraction(-1)
        return ((r.get("if_met") == "yes", int(r.get("met", 0)),
                 fraction(r.get("from")) if r.get("from") else none,
                 fraction(r.get("floor")) if r.get("floor") else none),
                r["name"])

    def read_small(self, folder):
        points = read(folder, "path.csv") or []
        by_id = {t.id: t for t in self.targets}
        for r in points:
            by_id[r["target"]].path.append(
                (self.when(r["period"]), Fraction(r["value"])))
        for t in self.targets:
            t.path.sort()
        bands = read(folder, "bands.csv") or []
        self.bands = sorted((self.band(r) for r in bands), key=lambda b: b[0])
        self.counting = any(r.get("met") or r.get("floor") for r in bands)
        groups = read(folder, "groups.csv")
        self.groups = None if groups is None else {
            r["id"]: Fraction(r.get("weight", "1")) for r in groups}

    def link(self):
        """Children in row order, and the level each node is judged at."""
        by_id = {g.id: g for g in self.goals}
        roots = [g for g in self.goals if g.parent is None]
        if len(roots) != 1:
            raise ValueError("one root is needed")
        self.root = roots[0]
        for t in self.targets:
            by_id[t.parent].children.append(t)
        for g in self.goals:
            if g.parent is not None:
                by_id[g.parent].children.append(g)
        self.settle(self.root, self.level)

    def settle(self, node, above):
        node.above = above
        node.level = node.level or above
        if node.kind == "goal":
            for child in node.children:
                self.settle(child, node.level)


class Unit:
    def __init__(self, row, order, when):
        self.id, self.name = row["id"], row["name"]
        self.level, self.parent_id = row["level"], row.get("parent")
        self.stage = row.get("stage")
        self.tags = words(row.get("tags"))
        self.opened = when(row.get("opened"))
        self.closed = when(row.get("closed"))
        self.attached_to = row.get("attached_to")
        self.order, self.parent, self.children = order, None, []
        self.points = []

    def is_open(self, p):
        """A115: a point does not count itself."""
        return self.attached_to is None and self.in_span(p)

    def in_span(self, p):
        return ((self.opened is None or p >= self.opened)
                and (self.closed is None or p < self.closed))

    def below(self):
        """Every unit below, at any depth."""
        out, stack = [], list(self.children)
        while stack:
            unit = stack.pop()
            out.append(unit)
            stack.extend(unit.children)
        return sorted(out, key=lambda u: u.order)


class Data:
    def __init__(self, folder, plan):
        rows = read(folder, "units.csv", True)
        self.units = [Unit(r, i, plan.when) for i, r in enumerate(rows)]
        self.by_id = {u.id: u for u in self.units}
        for unit in self.units:
            if unit.parent_id is not None:
                unit.parent = self.by_id[unit.parent_id]
                unit.parent.children.append(unit)
            if unit.attached_to is not None:
                self.by_id[unit.attached_to].points.append(unit)
        self.additive = {r["id"] for r in read(folder, "variables.csv") or []
                         if r.get("additive") == "yes"}
        self.shared = {r["id"] for r in read(folder, "variables.csv") or []
                       if r.get("shared") == "yes"}
        self.stages = {r["stage"]: (fraction(r.get("weight")),
                                    r.get("enrolment"))
                       for r in read(folder, "stages.csv") or []}
        self.seen = {}
        self.last = None
        for name in sorted(os.listdir(folder)):
            if name.startswith("observations") and name.endswith(".csv"):
                self.observe(read(folder, name), plan)

    def observe(self, rows, plan):
        for r in rows:
            p = plan.when(r["period"])
            self.last = p if self.last is None else max(self.last, p)
            if "variable" in r:
                if "value" in r:
                    self.keep(r["unit"], r["variable"], p, r.get("group"),
                              r["value"])
                continue
            for name, cell in r.items():
                if name not in ("unit", "period"):
                    self.keep(r["unit"], name, p, None, cell)

    def keep(self, unit, variable, p, group, cell):
        groups = self.seen.setdefault((unit, variable, p), {})
        if group in groups:
            raise ValueError(f"twice: {unit} {variable} {p} {group}")
        groups[group] = Fraction(cell)
