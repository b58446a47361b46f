"""Scores against the other units of the same evaluation (A17)."""
import math
from fractions import Fraction

from .number import twelve

PEERS = ("minmax", "zscore", "rank", "percentile")


def key(number):
    """Ties are decided at twelve digits."""
    return twelve(number.q, number.scale)


def peer_score(t, score, cases, series, p):
    """`cases` are the series of every unit the target applies to."""
    mine = series.x(p)
    if mine is None:
        return None
    sign = -1 if t.metric.direction == "down" else 1
    numbers = [n for n in (c.x(p) for c in cases) if n is not None]
    keys = [sign * key(n) for n in numbers]
    x, n = sign * key(mine), len(numbers)
    if n == 1:
        return Fraction(1, 2)
    better = sum(k > x for k in keys)
    worse = sum(k < x for k in keys)
    if score == "rank":
        return Fraction(n - 1 - better, n - 1)
    if score == "percentile":
        return (worse + Fraction(n - 1 - better - worse, 2)) / (n - 1)
    if min(keys) == max(keys):
        return Fraction(1, 2)
    values = [sign * number.q for number in numbers]
    q = sign * mine.q
    if score == "minmax":
        return (q - min(values)) / (max(values) - min(values))
    mean = sum(values) / n
    variance = sum((v - mean) ** 2 for v in values) / n
    z = float(q - mean) / math.sqrt(variance)
    return (50 + 10 * Fraction(z)) / 100
