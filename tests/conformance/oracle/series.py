"""Method section 3: the series of a target at a unit, period by period."""
from fractions import Fraction

from .number import ONE, Number, total


class Series:
    """x(p) of one target at one unit; None where there is no value."""

    def __init__(self, plan, values, target, unit):
        self.plan, self.values = plan, values
        self.target, self.unit = target, unit
        self.b0 = target.baseline_period
        self.baseline = self.find_baseline()
        self.memo = {}

    def v(self, p):
        return self.values.of(self.target.metric, self.unit, p).number

    def find_baseline(self):
        """The level at b0: stated, or from the data; None without."""
        if self.target.baseline is not None:
            return Number(self.target.baseline)
        return None if self.b0 is None else self.v(self.b0)

    def judged(self, p):
        """A5: open in p; change and growth need the period before too."""
        if not self.counts(p):
            return False
        return (self.target.series not in ("change", "growth")
                or self.counts(p - 1))

    def counts(self, p):
        """A113: open, and not left out by a condition."""
        return (self.unit.is_open(p)
                and self.values.applies(self.target.metric, self.unit, p))

    def x(self, p):
        if p not in self.memo:
            self.memo[p] = self.compute(p) if self.judged(p) else None
        return self.memo[p]

    def compute(self, p):
        kind, v = self.target.series, self.v(p)
        if kind == "cumulative":
            known, missing = self.running(p)
            return None if missing else total([(1, n) for n in known])
        if kind == "level" or v is None:
            return v
        if kind in ("since_baseline", "growth_since_baseline"):
            before = self.baseline
        else:
            before = self.v(p - 1)
            if before is None and self.b0 == p - 1:
                before = self.baseline
        if before is None:
            return None
        if kind in ("change", "since_baseline"):
            return v.minus(before)
        if before.decided() <= 0:
            return None
        return v.over(before).minus(ONE)

    def running(self, p):
        """The known terms of a cumulative sum, and how many are missing."""
        terms = [self.v(q) for q in range(self.plan.first, p + 1)
                 if self.counts(q)]
        known = [n for n in terms if n is not None]
        return known, len(terms) - len(known)

    def start(self):
        """Where the series begins, in its own terms: b, or 0."""
        if self.target.series == "level":
            return self.baseline
        return Number(Fraction(0))
