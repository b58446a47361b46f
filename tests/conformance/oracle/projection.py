"""Method section 5, A22: least squares on the known points, seen at d."""
import math
from fractions import Fraction
from types import SimpleNamespace

from .judge import LOW, limits
from .number import Number, twelve
from .readings import READINGS
from .student import quantile_90, upper_tail

BASED = ("level", "since_baseline", "growth_since_baseline")
NONE = SimpleNamespace(value=None, probability=None, low=None, high=None)


def points_of(series, j):
    t, first = series.target, series.plan.first
    points, begin = [], first
    if t.series == "cumulative":
        points = [(first - 1, Number(0))]
    elif t.series in BASED and series.b0 is not None:
        if series.baseline is not None:
            points = [(series.b0, series.start())]
            begin = series.b0 + 1
        elif READINGS["projection_without_baseline"] != "first":
            begin = series.b0 + 1
    for p in range(begin, j + 1):
        x = series.x(p)
        if x is not None:
            points.append((p, x))
    return points


def project(series, j):
    t = series.target
    if j >= t.due:
        return NONE
    points = points_of(series, j)
    n = len(points)
    if n < 2:
        return NONE
    mean_p = Fraction(sum(p for p, _ in points), n)
    mean_y = sum(y.q for _, y in points) / n
    sxx = sum((p - mean_p) ** 2 for p, _ in points)
    sxy = sum((p - mean_p) * (y.q - mean_y) for p, y in points)
    slope = sxy / sxx
    value = mean_y + slope * (t.due - mean_p)
    if n == 2:
        return SimpleNamespace(value=value, probability=None, low=None,
                               high=None)
    residuals = [y.q - mean_y - slope * (p - mean_p) for p, y in points]
    largest = max(abs(y.q) for _, y in points)
    if all(abs(r) * 10 ** 12 < largest for r in residuals) or largest == 0:
        sure = certain(t, twelve(value, max(largest, abs(value))))
        return SimpleNamespace(value=value, probability=sure, low=value,
                               high=value)
    sse = sum(r * r for r in residuals)
    spread = sse / (n - 2) * (1 + Fraction(1, n)
                              + (t.due - mean_p) ** 2 / sxx)
    error = math.sqrt(spread)
    reach = Fraction(quantile_90(n - 2) * error)
    return SimpleNamespace(value=value, low=value - reach,
                           high=value + reach,
                           probability=chance(t, value, error, n - 2))


def certain(t, value):
    if t.comparator == "none":
        return None
    lo, hi = limits(t)
    return int((lo is None or value >= lo) and (hi is None or value <= hi))


def chance(t, value, error, df):
    if t.comparator == "none":
        return None
    lo, hi = limits(t)
    if hi is None:
        return upper_tail(float(lo - value) / error, df)
    above = upper_tail(float(hi - value) / error, df)
    if lo is None:
        return upper_tail(float(value - hi) / error, df)
    if lo > value:
        return upper_tail(float(lo - value) / error, df) - above
    if hi < value:
        return (upper_tail(float(value - hi) / error, df)
                - upper_tail(float(value - lo) / error, df))
    return 1 - above - upper_tail(float(value - lo) / error, df)
