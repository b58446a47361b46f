"""Method section 2: the value of a metric for a unit and a period."""
import math
import operator
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from types import SimpleNamespace

from .number import Number, inexact, total
from .readings import READINGS


SIGNS = {">=": operator.ge, ">": operator.gt,
         "<=": operator.le, "<": operator.lt}


def root(q):
    """The square root of a rational, as the double nearest to it."""
    return Fraction(math.sqrt(q)) if q > 0 else Fraction(0)


def nothing(coverage):
    return SimpleNamespace(number=None, coverage=coverage, denominator=None)


class Values:
    def __init__(self, plan, data):
        self.plan, self.data = plan, data
        self.memo, self.raw_memo, self.below = {}, {}, {}

    # --- variables -------------------------------------------------------
    def variable(self, unit, name, p, group=None):
        """A variable at a unit that is open, split from its parent when it is
        shared and the unit has none of its own."""
        key = (unit.id, name, p, group)
        if key not in self.raw_memo:
            value = self.recorded(unit, name, p, group)
            if value is None and name in self.data.shared:
                value = self.split(unit, name, p, group)
            if group is None and name in self.data.additive:
                value = self.with_points(unit, name, p, value)
            self.raw_memo[key] = value
        return self.raw_memo[key]

    def with_points(self, unit, name, p, value):
        """A115: what is missing of one is missing of all."""
        terms = [value] + [self.said(point, name, p, None)
                           for point in unit.points if point.in_span(p)]
        return None if None in terms else sum(terms)

    def recorded(self, unit, name, p, group):
        return self.said(unit, name, p, group) if unit.is_open(p) else None

    def said(self, unit, name, p, group):
        groups = self.data.seen.get((unit.id, name, p), {})
        if group is not None:
            return groups.get(group)
        if None in groups:
            return groups[None]
        weights = self.plan.groups
        pairs = [(Fraction(1) if weights is None else weights[g], x)
                 for g, x in groups.items()]
        weight = sum(w for w, _ in pairs)
        return sum(w * x for w, x in pairs) / weight if weight else None

    def split(self, unit, name, p, group):
        """A48: share of stage k is n_k w_k / sum n w."""
        whole = unit.parent
        if whole is None or unit.stage is None or not unit.is_open(p):
            return None
        value = self.recorded(whole, name, p, group)
        if value is None:
            return None
        mine, everything = None, Fraction(0)
        for child in whole.children:
            if child.stage is None or not child.is_open(p):
                continue
            weight, enrolment = self.data.stages.get(child.stage,
                                                     (None, None))
            n = (None if enrolment is None
                 else self.recorded(child, enrolment, p, None))
            if weight is None or n is None:
                return None
            everything += n * weight
            if child is unit:
                mine = n * weight
        return value * mine / everything if everything else None

    # --- metrics ---------------------------------------------------------
    def matches(self, metric, unit, p):
        return ((not metric.stages or unit.stage in metric.stages)
                and all(tag in unit.tags for tag in metric.tags)
                and not any(tag in unit.tags for tag in metric.without)
                and not any(p is not None and self.leaves_out(c, unit, p)
                            for c in metric.where))

    def leaves_out(self, condition, unit, p):
        """A113: only what is known leaves a unit out."""
        tag, variable, sign, number = condition
        if tag is not None and tag not in unit.tags:
            return False
        x = self.variable(unit, variable, p)
        return x is not None and not SIGNS[sign](x, number)

    def applies(self, metric, unit, p):
        """A1: the filter is on the judged unit for own values."""
        if metric.across == "none" or metric.level == unit.level:
            return self.matches(metric, unit, p)
        return True

    def members(self, metric, unit, p):
        if unit.level == metric.level:
            units = [unit]
        else:
            if unit.id not in self.below:
                self.below[unit.id] = unit.below()
            units = [u for u in self.below[unit.id]
                     if u.level == metric.level]
        return [u for u in units
                if u.is_open(p) and self.matches(metric, u, p)]

    def parts(self, parts, unit, p):
        """A105: a list that is summed; any part missing makes it missing."""
        terms = []
        for sign, kind, name, group in parts:
            if kind == "metric":
                inner = self.plan.metrics[name]
                number = (self.of(inner, unit, p).number
                          if self.applies(inner, unit, p) else None)
            else:
                x = self.variable(unit, name, p, group)
                number = None if x is None else Number(x)
            if number is None:
                return None
            terms.append((sign, number))
        return total(terms)

    def of(self, metric, unit, p):
        """number, coverage, denominator of a metric."""
        key = (metric.id, unit.id, p)
        if key not in self.memo:
            if not unit.is_open(p):
                self.memo[key] = nothing(None)
            elif metric.across == "none":
                self.memo[key] = self.own(metric, unit, p)
            else:
                self.memo[key] = self.across(metric, unit, p)
        return self.memo[key]

    def own(self, metric, unit, p):
        if not self.matches(metric, unit, p):
            return nothing(Fraction(0))
        n = self.parts(metric.numerator, unit, p)
        d = self.parts(metric.denominator, unit, p)
        number = ratio(metric, n, d)
        if number is None:
            return nothing(Fraction(0))
        return SimpleNamespace(number=number, coverage=Fraction(1),
                               denominator=d if metric.denominator else None)

    def across(self, metric, unit, p):
        members = self.members(metric, unit, p)
        if unit.level == metric.level and not members:
            return nothing(None)
        if metric.across == "count":
            return SimpleNamespace(
                number=Number(len(members) * metric.factor),
                coverage=Fraction(1), denominator=None)
        count, known = 0, []
        for member in members:
            n = self.parts(metric.numerator, member, p)
            d = (self.parts(metric.denominator, member, p)
                 if metric.denominator else None)
            if self.left_out(metric, n, d):
                continue
            count += 1
            if n is not None and (d is not None or not metric.denominator):
                known.append((n, d))
        if count == 0:
            return nothing(None)
        coverage = Fraction(len(known), count)
        if not known or coverage < metric.min_coverage:
            return nothing(coverage)
        number, d = KINDS[metric.across](metric, known)
        return SimpleNamespace(number=number, coverage=coverage,
                               denominator=d)

    def left_out(self, metric, n, d):
        """A7: members without a ratio, except under total."""
        if metric.across == "total" or d is None or d.decided() != 0:
            return False
        return n is not None or (
            READINGS["zero_denominator_member"] == "left_out")


def ratio(metric, n, d):
    """factor N / D; nothing where a part is missing or D is 0."""
    if n is None:
        return None
    if not metric.denominator:
        return n.times(metric.factor)
    if d is None or d.decided() == 0:
        return None
    return n.over(d).times(metric.factor)


def sums(known):
    n = total([(1, n) for n, _ in known])
    d = None if known[0][1] is None else total([(1, d) for _, d in known])
    return n, d


def across_total(metric, known):
    n, d = sums(known)
    return ratio(metric, n, d), d


def across_mean(metric, known):
    values = [ratio(metric, n, d) for n, d in known]
    mean = sum(v.q for v in values) / len(values)
    return Number(mean, False, max(v.scale for v in values)), None


def across_median(metric, known):
    values = sorted((ratio(metric, n, d) for n, d in known),
                    key=lambda v: v.q)
    half = len(values) // 2
    if len(values) % 2:
        return values[half], None
    low, high = values[half - 1], values[half]
    return Number((low.q + high.q) / 2, False,
                  max(low.scale, high.scale)), None


def across_min(metric, known):
    return min((ratio(metric, n, d) for n, d in known),
               key=lambda v: v.q), None


def across_max(metric, known):
    return max((ratio(metric, n, d) for n, d in known),
               key=lambda v: v.q), None


def weighted(metric, known):
    """(values, weights, X) of cv, gini, theil; None where A8 forbids."""
    values = [ratio(metric, n, d).q for n, d in known]
    weights = [Fraction(1) if d is None else d.q for _, d in known]
    if any(w < 0 for w in weights):
        return None
    mean = (sum(w * v for w, v in zip(weights, values)) / sum(weights))
    return (values, weights, mean) if mean > 0 else None


def across_cv(metric, known):
    parts = weighted(metric, known)
    if parts is None:
        return None, None
    values, weights, mean = parts
    square = (sum(w * (v - mean) ** 2 for v, w in zip(values, weights))
              / sum(weights))
    return inexact(root(square / mean ** 2)), None


def across_unweighted_cv(metric, known):
    if any(d is not None and d.q < 0 for _, d in known):
        return None, None
    values = [(ratio(metric, n, d), None) for n, d in known]
    return across_cv(SimpleNamespace(denominator=None, factor=1), values)


def across_gini(metric, known):
    parts = weighted(metric, known)
    if parts is None or min(parts[0]) < 0:
        return None, None
    values, weights, mean = parts
    pairs = list(zip(values, weights))
    spread = sum(w * u * abs(v - x) for v, w in pairs for x, u in pairs)
    return inexact(spread / (2 * sum(weights) ** 2 * mean)), None


def across_theil(metric, known):
    parts = weighted(metric, known)
    if parts is None or min(parts[0]) < 0:
        return None, None
    values, weights, mean = parts
    whole = Fraction(0)
    for v, w in zip(values, weights):
        relative = v / mean
        if relative > 0:
            whole += w / sum(weights) * relative * logarithm(relative)
    return inexact(float(whole)), None


def logarithm(q):
    """ln of a rational to 50 digits: small sums of logarithms cancel."""
    with localcontext(Context(prec=50)):
        return Fraction((Decimal(q.numerator) / Decimal(q.denominator)).ln())


KINDS = {"total": across_total, "mean": across_mean,
         "median": across_median, "min": across_min, "max": across_max,
         "cv": across_cv, "unweighted_cv": across_unweighted_cv,
         "gini": across_gini, "theil": across_theil}
