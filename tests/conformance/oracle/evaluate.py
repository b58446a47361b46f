"""A plan and a dataset to rows: which rows there are, and what is in them."""
from fractions import Fraction
from types import SimpleNamespace

from . import goals, lens, methods, period
from .attain import attain, score_of
from .goals import Child
from .judge import verdict
from .number import twelve
from .pace import expected, pace, shortfall, status
from .projection import project
from .readings import READINGS
from .series import Series
from .value import Values

COLUMNS = """node,kind,name,unit,unit_name,period,value,attainment,verdict,
status,expected,pace,projection,probability,shortfall,shortfall_numerator,
score,low,high,coverage,grade,rank,projection_low,projection_high,targets,
targets_met,targets_unknown,soft,veto""".replace("\n", "").split(",")


class Evaluation:
    def __init__(self, plan, data, asof, lenses=None):
        if asof < plan.first:
            raise ValueError("as-of lies before the first period")
        self.plan, self.data, self.asof = plan, data, asof
        self.lenses = lenses
        self.values = Values(plan, data)
        self.rows = []
        if not any(u.level == plan.level for u in data.units):
            raise ValueError(f"no unit of level {plan.level}")
        self.goal(plan.root)
        self.emit(plan.root)

    def units(self, level, p):
        return [u for u in self.data.units
                if u.level == level and u.is_open(p)]

    def row(self, node, unit, p, **cells):
        cells.update(node=node.id, kind=node.kind, name=node.name,
                     unit=unit.id, unit_name=unit.name,
                     period=period.show(self.plan.letter, p))
        return cells

    # --- targets ---------------------------------------------------------
    def target(self, t):
        t.j = min(self.asof, t.due)
        t.score = score_of(t, self.plan)
        applied = [u for u in self.data.units if u.level == t.level
                   and self.values.applies(t.metric, u, None)]
        cases = [Series(self.plan, self.values, t, u) for u in applied]
        t.own = {}
        for series in cases:
            if series.counts(t.j):
                t.own[series.unit.id] = self.own_target(t, series, cases)
        if self.lenses:
            lens.of_target(t, t.own, self.values, self.lenses)
        t.wholes = self.wholes(t, t.j, t.j == t.due)
        for cell in t.wholes.values():
            self.whole_shortfall(t, cell)
        self.together(t)

    def own_target(self, t, series, cases):
        j, unit = t.j, series.unit
        fact = verdict(series, j)
        e = expected(series, j)
        rate = pace(series, j, e)
        gap, numerator = shortfall(series, j)
        ahead = project(series, j)
        x = series.x(j)
        child = Child(fact, part=t.score is not None)
        if child.part:
            found = attain(t, t.score, cases, series, j)
            child = self.averaged(t, fact, found)
        cells = self.row(
            t, unit, j, value=x and x.q, attainment=child.attainment,
            verdict=fact, status=status(series, j, fact, rate), expected=e,
            pace=rate, projection=ahead.value,
            probability=ahead.probability, projection_low=ahead.low,
            projection_high=ahead.high, shortfall=gap,
            shortfall_numerator=numerator,
            coverage=self.values.of(t.metric, unit, j).coverage,
            soft="yes" if t.soft else None)
        if t.method is not None:
            cells.update(zip(methods.COLUMNS, methods.judge(
                series, j, lambda: e)))
        return SimpleNamespace(unit=unit, child=child, cells=cells)

    def averaged(self, t, fact, found):
        """One attainment, or the mean over the periods (A68)."""
        kids = [Child(fact, a, a, a, Fraction(int(a is not None)))
                for a in found]
        if t.when != "every_period":
            return kids[0]
        a, low, high, known = goals.score(
            "arithmetic", [(Fraction(1), k) for k in kids],
            self.plan.missing)
        return Child(fact, a, low, high, known)

    def whole_shortfall(self, t, cell):
        name = ("shortfall_numerator" if t.metric.denominator
                else "shortfall")
        known = [o.cells[name] for o in cell.below
                 if o.cells[name] is not None]
        if known:
            cell.cells[name] = sum(known)

    # --- wholes ----------------------------------------------------------
    def wholes(self, node, p, at_end):
        """A row for every unit of the parent's level (A34, A25)."""
        if node.level == node.above:
            return {}
        out = {}
        for unit in self.units(node.above, self.asof):
            below = [node.own[u.id] for u in unit.below()
                     if u.id in node.own]
            if not below and node.if_any:
                continue
            out[unit.id] = self.whole(node, unit, below, p, at_end)
        return out

    def whole(self, node, unit, below, p, at_end):
        none = node.kind == "target" and node.comparator == "none"
        fact, value = goals.share(
            node, [o.child.verdict for o in below], none)
        part = any(o.child.part for o in below) if below else (
            scorable(node))
        carried = {}
        a = low = high = coverage = None
        if not below and part:
            low, high, coverage = Fraction(0), Fraction(1), Fraction(0)
        elif part:
            a, low, high, coverage = self.mean_over(node, below, p)
            carried = self.whole_lenses(node, below, p)
            part = coverage is not None or not zero_is_no_part()
        elif not below and READINGS["none_whole_coverage"] == "0":
            coverage = Fraction(0)
        cells = self.row(node, unit, p, value=value, attainment=a,
                         verdict=fact, status=plain_status(fact, at_end),
                         coverage=coverage)
        cells.update(carried)
        if node.kind == "target" and node.soft:
            cells["soft"] = "yes"
        return SimpleNamespace(unit=unit, below=below, cells=cells,
                               child=Child(fact, a, low, high, coverage,
                                           part))

    def mean_over(self, node, below, p):
        pairs = []
        for one in below:
            if not one.child.part:
                continue
            w = Fraction(1)
            if node.unit_weight is not None:
                w = self.unit_weight(node, one.unit, p)
                if w is None or w < 0:
                    return None, Fraction(0), Fraction(1), Fraction(0)
            pairs.append((w, one.child))
        return goals.score("arithmetic", pairs, self.plan.missing)

    # --- lenses ----------------------------------------------------------
    def whole_lenses(self, node, below, p):
        """Means over the units that have them; no value added where all that
        were compared are below."""
        if not self.lenses:
            return {}
        out = {}
        for name in ("process", "value_added"):
            pairs = []
            for one in below:
                w = Fraction(1)
                if node.unit_weight is not None:
                    w = self.unit_weight(node, one.unit, p)
                    if one.child.part and (w is None or w < 0):
                        return {}
                x = one.cells.get(name)
                if x is not None and w:
                    pairs.append((w, x))
            if pairs:
                out[name] = goals.arithmetic(pairs)
        compared = [one for one in node.own.values()
                    if one.cells.get("value_added") is not None]
        if all(one in below for one in compared):
            out.pop("value_added", None)
        return out

    def goal_lenses(self, g, children):
        out = {}
        for name in ("process", "value_added") if self.lenses else ():
            pairs = [(c.weight, cell.cells[name]) for c, cell in children
                     if cell.child.part and c.weight > 0
                     and cell.cells.get(name) is not None]
            if pairs:
                out[name] = goals.KINDS[g.aggregate](pairs)
        return out

    def together(self, node):
        for one in (list(node.own.values()) + list(node.wholes.values())
                    if self.lenses else ()):
            one.cells["comprehensive"] = self.lenses.together(
                [one.cells.get(name) for name in (
                    "attainment", "process", "value_added")])

    def unit_weight(self, node, unit, p):
        """A112: its own, or the sum over the members; all must be known."""
        own = self.values.variable(unit, node.unit_weight, p)
        if own is not None:
            return own
        if node.kind == "target":
            members = self.values.members(node.metric, unit, p)
        else:
            schools = SimpleNamespace(level="school", stages=[], tags=[], without=[], where=[])
            members = self.values.members(schools, unit, p)
        found = [self.values.variable(m, node.unit_weight, p)
                 for m in members]
        return None if not found or None in found else sum(found)

    # --- goals -----------------------------------------------------------
    def goal(self, g):
        for child in g.children:
            if child.kind == "goal":
                self.goal(child)
            else:
                self.target(child)
        g.own = {}
        for unit in self.units(g.level, self.asof):
            children = [(c, self.cell_of(c, g, unit)) for c in g.children]
            children = [(c, cell) for c, cell in children if cell]
            if children or not g.children:
                g.own[unit.id] = self.own_goal(g, unit, children)
        at_end = self.asof >= self.plan.last
        g.wholes = self.wholes(g, self.asof, at_end)
        for cells in (g.own, g.wholes):
            self.scores(g, cells.values())
        self.together(g)

    def cell_of(self, child, g, unit):
        cells = child.own if child.level == g.level else child.wholes
        return cells.get(unit.id)

    def own_goal(self, g, unit, children):
        extra = [(c.bonus, cell.child) for c, cell in children if c.bonus]
        fact = goals.rule(g, [cell.child for c, cell in children
                              if not c.bonus])
        part = not g.children or any(
            cell.child.part and (c.weight > 0 or not zero_is_no_part())
            for c, cell in children)
        a, low, high, coverage = goals.score(
            g.aggregate, [(c.weight, cell.child) for c, cell in children],
            self.plan.missing)
        a, low, high = goals.with_bonus(g, extra, a, low, high)
        if not g.children and READINGS["childless_bounds"] == "open":
            low, high, coverage = Fraction(0), Fraction(1), Fraction(0)
        counts, vetoes, unmet = self.below(g, children)
        cells = self.row(
            g, unit, self.asof, attainment=a, verdict=fact,
            status=plain_status(fact, self.asof >= self.plan.last),
            coverage=coverage, targets=counts[0], targets_met=counts[1],
            targets_unknown=counts[2],
            veto=";".join(vetoes) if vetoes else None)
        cells.update(self.goal_lenses(g, children))
        return SimpleNamespace(
            unit=unit, cells=cells, counts=counts, vetoes=vetoes, unmet=unmet,
            child=Child(fact, a, low, high, coverage, part))

    def below(self, g, children):
        """Completion and vetoes that fired, at the same unit (A85, A28)."""
        counts, vetoes, unmet = [0, 0, 0], [], []
        for c, cell in children:
            fact = cell.child.verdict
            if c.kind == "target":
                if c.comparator != "none" and not c.bonus:
                    counts[0] += 1
                    counts[1] += fact == "met"
                    counts[2] += fact == "unknown"
                    if fact in ("not_met", "unknown"):
                        unmet.append(cell.child.low if cell.child.part
                                     else Fraction(0))
                if c.veto and fact == "not_met":
                    vetoes.append(c.id)
            elif c.level == g.level:
                counts = [a + b for a, b in zip(counts, cell.counts)]
                vetoes = vetoes + cell.vetoes
                unmet = unmet + cell.unmet
        return counts, vetoes, unmet

    def scores(self, node, cells):
        """Columns score, low, high, grade, rank of one node and level."""
        keys = []
        for one in cells:
            a, coverage = one.child.attainment, one.cells["coverage"]
            if coverage is not None:
                one.cells["low"] = 100 * one.child.low
                one.cells["high"] = 100 * one.child.high
            one.cells["grade"] = self.grade(node, one)
            if a is None:
                continue
            one.cells["score"] = 100 * a
            keys.append((one, twelve(100 * a)))
        for one, mine in keys:
            one.cells["rank"] = 1 + sum(k > mine for _, k in keys)

    def reaches(self, asked, one):
        """A116."""
        if_met, met, bound, floor = asked
        a = one.child.attainment
        if bound >= 0 and (a is None or twelve(100 * a) < bound):
            return False
        if if_met and one.child.verdict != "met":
            return False
        return not self.plan.counting or (
            one.counts[1] >= met and all(twelve(low) >= floor
                                         for low in one.unmet))

    def grade(self, node, one):
        if self.plan.counting and (node is not self.plan.root
                                   or not hasattr(one, "counts")):
            return None
        reached = [i for i, (asked, _) in enumerate(self.plan.bands)
                   if self.reaches(asked, one)]
        if not reached:
            return None
        place = reached[-1]
        if getattr(one, "vetoes", []):
            names = [name for _, name in self.plan.bands]
            place = min(place, names.index(self.plan.veto_grade))
        return self.plan.bands[place][1]

    # --- rows ------------------------------------------------------------
    def emit(self, g):
        self.emit_node(g)
        for child in g.children:
            if child.kind == "target":
                self.emit_node(child)
        for child in g.children:
            if child.kind == "goal":
                self.emit(child)

    def emit_node(self, node):
        both = list(node.own.values()) + list(node.wholes.values())
        both.sort(key=lambda cell: cell.unit.order)
        self.rows.extend(cell.cells for cell in both)


def zero_is_no_part():
    """A79: what has weight 0 throughout takes no part further up."""
    return READINGS["zero_weights"] == "no_part"


def scorable(node):
    """Whether anything below a node can take part in a score (A58)."""
    if node.kind == "target":
        return node.score is not None
    return not node.children or any(
        scorable(c) and (c.weight > 0 or not zero_is_no_part())
        for c in node.children)


def plain_status(fact, at_end):
    """Goals and wholes (A26)."""
    if fact == "":
        return "unrated"
    if fact == "met":
        return "achieved"
    if fact == "unknown":
        return "unknown"
    return "missed" if at_end else "unrated"
