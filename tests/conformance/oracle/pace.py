"""Method section 5: expected value, pace, status, shortfall."""
from fractions import Fraction

from . import methods
from .attain import nearest_limit, same
from .judge import BANDS, distance, limits, satisfied, state, was_met
from .number import twelve
from .readings import READINGS

SINCE = ("since_baseline", "growth_since_baseline")


def interpolate(points, p):
    """Linear between the points; None outside of them."""
    for (p0, y0), (p1, y1) in zip(points, points[1:]):
        if p0 <= p <= p1:
            return y0 + (y1 - y0) * Fraction(p - p0, p1 - p0)
    return points[0][1] if points[0][0] == p else None


def expected(series, j):
    """e(j) as a rational, or None (A74, A21)."""
    t = series.target
    if t.comparator == "none":
        return None
    if t.method in methods.WAYS:
        return methods.expected(series, j)
    if t.series in ("change", "growth"):
        return expected_yearly(series, j)
    if t.series == "cumulative":
        return expected_line(t, series.plan.first - 1, Fraction(0), j)
    if series.b0 is None:
        points = t.path + [(t.due, t.value)]
        return interpolate(points, j) if t.path else None
    if series.baseline is None or j <= series.b0:
        return None
    if t.series == "growth_since_baseline" and series.baseline.decided() <= 0:
        return None
    return expected_line(t, series.b0, series.start().q, j)


def expected_line(t, p0, start, j):
    goal = nearest_limit(t, start)
    if goal is None:
        return start
    return interpolate([(p0, start)] + t.path + [(t.due, goal)], j)


def yearly(t):
    """The change or growth that each period needs at least."""
    if t.comparator not in BANDS:
        return t.value
    lo, hi = limits(t)
    if lo <= 0 <= hi and READINGS["change_band_inside"] == "zero":
        return Fraction(0)
    return lo if abs(lo) <= abs(hi) else hi


def expected_yearly(series, j):
    if series.baseline is None or j <= series.b0:
        return None
    b, step, years = series.baseline.q, yearly(series.target), j - series.b0
    if series.target.series == "change":
        return b + step * years
    if series.baseline.decided() <= 0 or step <= -1:
        return None
    return b * (1 + step) ** years


def pace(series, j, e):
    """(x - b)/(e - b), or 1 and 0 where the start satisfies (A4)."""
    t = series.target
    if t.comparator == "none":
        return None
    yearly_rule = t.series in ("change", "growth")
    if e is None:
        start = series.start()
        if READINGS["pace_without_expected"] == "none" or start is None:
            return None
        return holding(series, j) if satisfied(t, start) else None
    start = series.start()
    if start is None:
        return None
    level = series.baseline if yearly_rule else start
    if satisfied(t, start) or same(level, e):
        return holding(series, j)
    x = series.v(j) if yearly_rule else series.x(j)
    if x is None:
        return None
    gained = x.minus(level)
    if gained.decided() == 0:
        return Fraction(0)
    return gained.q / (e - level.q)


def holding(series, j):
    """1 or 0; none without a value at j (A73)."""
    if series.x(j) is None:
        return None
    return Fraction(int(state(series, j)))


def status(series, j, fact, rate):
    """The first that fits, in the order of the list (A71 to A76)."""
    if fact == "":
        return "unrated" if series.x(j) is not None else "unknown"
    if fact == "unknown":
        return "unknown"
    if fact == "met":
        return "achieved"
    if was_met(series, j):
        return "lost"
    if j == series.target.due:
        return "missed"
    return pace_word(rate)


def pace_word(rate):
    if rate is None:
        return "unrated"
    rate = twelve(rate)
    if rate >= Fraction(95, 100):
        return "on_track"
    if rate >= Fraction(60, 100):
        return "slow"
    return "off_track" if rate >= 0 else "reversing"


def shortfall(series, j):
    """(in the series' unit, in units of the numerator) (A23)."""
    t, x = series.target, series.x(j)
    if t.comparator == "none" or x is None:
        return None, None
    gap = Fraction(0) if state(series, j) else distance(t, x.q)
    metric = t.metric
    if (t.series not in ("level", "since_baseline") or not metric.denominator
            or metric.across not in ("none", "total")):
        return gap, None
    d = series.values.of(metric, series.unit, j).denominator
    return gap, gap * d.q / abs(metric.factor)
