"""Method section 4: attainment of one target at one unit."""
from fractions import Fraction

from . import methods
from .judge import (BANDS, LOW, distance, judged_periods, limits, satisfied,
                    state, verdict)
from .number import twelve
from .peers import PEERS, key, peer_score

BASED = ("level", "since_baseline", "growth_since_baseline")


def has_outer(t):
    if t.outer_low is None or t.outer_high is None:
        return False
    lo, hi = limits(t)
    return t.outer_low < lo and t.outer_high > hi


def computable(t, score):
    """A12: what a target's definition lets be computed."""
    if score in PEERS:
        return True
    if score == "efficacy":
        return None not in (t.bad, t.good) and t.bad != t.good
    if score in ("steps", "rank_steps"):
        return bool(t.steps)
    if score == "method":
        return methods.has_marks(t)
    if t.comparator == "none" or score is None:
        return False
    if score == "progress":
        return t.series in BASED and t.baseline_period is not None
    if score == "ratio":
        return t.comparator not in BANDS or has_outer(t)
    return score == "pass"


def score_of(t, plan):
    """The score used, or None when the target takes no part in scores."""
    if t.own_score is not None:
        if not computable(t, t.own_score):
            raise ValueError(f"{t.id}: {t.own_score} cannot be computed")
        return t.own_score
    for score in (plan.score, "progress", "ratio", "pass"):
        if computable(t, score):
            return score
    return None


def clip(q):
    return min(Fraction(1), max(Fraction(0), q))


def tidy(q):
    """A32: an attainment below 1e-12 is 0."""
    return Fraction(0) if abs(q) < Fraction(1, 10 ** 12) else q


def ratio(t, x):
    """The formula, for an x that does not hold."""
    if t.comparator in BANDS:
        lo, hi = limits(t)
        return clip(1 - distance(t, x) / max(lo - t.outer_low,
                                             t.outer_high - hi))
    v = t.value
    if v == 0:
        return Fraction(0)
    if t.comparator in LOW:
        if v > 0:
            return clip(x / v)
        return Fraction(1) if x >= 0 else clip(v / x)
    if v < 0:
        return clip(x / v)
    return Fraction(1) if x <= 0 else clip(v / x)


def nearest_limit(t, start):
    """The limit that the start has to reach; for a band the nearest one,
    None from inside."""
    lo, hi = limits(t)
    if t.comparator not in BANDS:
        return t.value
    if start <= lo:
        return lo
    return hi if start >= hi else None


def same(number, q):
    """Equal, as values decide."""
    if number.exact:
        return number.q == q
    return twelve(number.q - q, max(number.scale, abs(q))) == 0


def progress(t, start, x):
    """A13, A65, for an x that does not hold; start is a Number or None."""
    if start is None:
        return None
    goal = nearest_limit(t, start.decided())
    if goal is not None and same(start, goal):
        return Fraction(0)
    if satisfied(t, start):
        if t.comparator in BANDS and not has_outer(t):
            return Fraction(0)
        return ratio(t, x)
    to_go = distance(t, start.q)
    return clip(1 - distance(t, x) / to_go) if to_go else Fraction(0)


def steps(t, number):
    x, points = number.decided(), Fraction(0)
    for bound, value in t.steps:
        if bound <= x:
            points = value
    return points


def rank_steps(t, cases, series, p):
    """A117: 1 where it holds; the rest by rank among themselves."""
    some = t.comparator != "none"
    if some and state(series, p):
        return Fraction(1)
    if series.x(p) is None:
        return None
    sign = -1 if t.metric.direction == "down" else 1
    rest = [sign * key(c.x(p)) for c in cases
            if c.x(p) is not None and not (some and state(c, p))]
    mine = sign * key(series.x(p))
    rank, points = 1 + sum(k > mine for k in rest), Fraction(0)
    for bound, value in t.steps:
        if bound <= rank:
            points = value
    return points


def formula(t, score, series, p):
    """Attainment in one period, before the peers."""
    x, holds = series.x(p), state(series, p)
    if score == "pass":
        return None if holds is None else Fraction(int(holds))
    if score in ("ratio", "progress") and holds:
        return Fraction(1)
    if x is None:
        return None
    if score == "ratio":
        return ratio(t, x.q)
    if score == "progress":
        return progress(t, series.start(), x.q)
    if score == "steps":
        return steps(t, x)
    raw = (60 + 40 * (x.q - t.bad) / (t.good - t.bad)) / 100
    return raw if t.open else clip(raw)


def expected(series, p):
    from .pace import expected as of_path  # which needs this file
    return of_path(series, p)


def attain_at(t, score, cases, series, p):
    if score == "method":
        found = methods.attainment(series, p, lambda: expected(series, p))
    elif score == "rank_steps":
        found = rank_steps(t, cases, series, p)
    elif score in PEERS:
        found = peer_score(t, score, cases, series, p)
    else:
        found = formula(t, score, series, p)
    return None if found is None else tidy(found)


def attain(t, score, cases, series, j):
    """A list of the attainments that are averaged: one, or one a period."""
    if t.when == "every_period":
        return [attain_at(t, score, cases, series, p)
                for p in judged_periods(series, j)]
    if t.when == "hold" and score == "pass":
        fact = verdict(series, j)
        return [None if fact == "unknown" else Fraction(int(fact == "met"))]
    return [attain_at(t, score, cases, series, j)]
