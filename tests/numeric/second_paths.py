"""Paths, anticipated values and required rates a second time, in exact
rationals, on random and hostile arrays."""
import math
import random
from decimal import Decimal, localcontext
from fractions import Fraction

from functions import anticipate, path, rates
from kinds import NAN


def hostile(rng):
    """A number of any size: whole, ordinary, huge, tiny or 0."""
    return rng.choice((
        float(rng.randint(-9, 9)), rng.uniform(-100, 100),
        rng.uniform(-1, 1) * 10.0 ** rng.randint(-300, 300), 0.0,
        rng.choice((-1.7e308, 1.7e308, 5e-324, 1e-310))))


def close(got, want, relative, size=0):
    """Whether a number is an exact one, but for rounding at its own size and
    at that of what it was made of."""
    return abs(Fraction(got) - want) <= (
        Fraction(relative) * max(abs(want), abs(size)) + Fraction(1e-320))


# --- Milestones --------------------------------------------------------------

def expected(times, values, at):
    """The point before and the one after, found one by one; None: before."""
    if at < times[0]:
        return None
    for k in range(len(times) - 1):
        if times[k] <= at < times[k + 1]:
            a, b, t, u, v = map(Fraction, (times[k], times[k + 1], at,
                                           values[k], values[k + 1]))
            return u + (v - u) * (t - a) / (b - a)
    return Fraction(values[-1])


def paths_again():
    """attain_path_expected() on points of any size and times far or close."""
    rng = random.Random(31)
    checked = 0
    for round_ in range(600):
        n = rng.randint(1, 9)
        draw = (lambda: float(rng.randint(1990, 2060)),
                lambda: rng.uniform(0, 1), lambda: hostile(rng))[round_ % 3]
        times = sorted({draw() for _ in range(n)})
        values = [hostile(rng) for _ in times]
        at = times + [draw() for _ in range(6)] + [NAN]
        got = path(times, values, at)
        size = max(map(abs, map(Fraction, values)))
        assert got[-1] != got[-1]
        for t, g in zip(at[:-1], got):
            want = expected(times, values, t)
            if want is None:
                assert g != g, (times, values, t, g)
            else:
                assert close(g, want, 1e-14, size), (times, values, t, g)
            checked += 1
    return checked


# --- Anticipated values ------------------------------------------------------

def fitted(series, times, origin, at):
    """(value, what it is made of) by the normal equations; None: no line."""
    known = [(Fraction(t), Fraction(v)) for t, v in zip(times, series)
             if v == v]
    if origin != origin and known:
        origin = float(min(known)[0]) - 1
    points = [(t - Fraction(origin), t, v) for t, v in known if t > origin]
    if len({t for _, t, _ in points}) < 2:
        return None
    w, t1, v1, t2, tv = (sum(f) for f in zip(*(
        (w, w * t, w * v, w * t * t, w * t * v) for w, t, v in points)))
    slope = (w * tv - t1 * v1) / (w * t2 - t1 * t1)
    size = max(abs(v) for _, _, v in points)
    reach = max(abs(Fraction(at) - t) for _, t, _ in points)
    span = max(t for _, t, _ in points) - min(t for _, t, _ in points)
    return (v1 + slope * (Fraction(at) * w - t1)) / w, size * (
        1 + 10 * reach / span)


def anticipated_again():
    """attain_anticipate(): gaps, repeated times, origins and sizes."""
    rng = random.Random(37)
    checked = 0
    for _ in range(300):
        n = rng.randint(1, 12)
        first = rng.choice((0, 2000, -50))
        times = [first + float(rng.randint(0, 20)) for _ in range(n)]
        scale = 10.0 ** rng.randint(-200, 200)
        columns = [[NAN if rng.random() < 0.2 else scale * rng.choice(
            (rng.uniform(-1, 1), 1.0, 1 + 1e-9 * rng.random()))
            for _ in range(n)] for _ in range(5)]
        origin = rng.choice((NAN, first - 1.0, first + 3.0, first - 1000.0))
        at = first + rng.uniform(-5, 40)
        got, why = anticipate(columns, times, origin, at)
        for column, g, reason in zip(columns, got, why):
            want = fitted(column, times, origin, at)
            if want is None:
                assert g != g and reason, (column, times, origin, g)
            else:
                assert not reason and close(g, want[0], 1e-12, want[1]), (
                    column, times, origin, at, g, float(want[0]))
            checked += 1
    return checked


# --- Required rates ----------------------------------------------------------

def compound(value, target, span):
    """(target/value)^(1/span) - 1 in fifty digits."""
    with localcontext() as context:
        context.prec = 50
        return Fraction(((Decimal(target) / Decimal(value)).ln() /
                         Decimal(span)).exp() - 1)


def required_again():
    """attain_required_rates(): sums in rationals, powers in decimals."""
    rng = random.Random(41)
    checked = 0
    for _ in range(60):
        span = rng.choice((1.0, 15.0, rng.uniform(0.1, 40)))
        values = [hostile(rng) for _ in range(20)] + [NAN]
        targets = [rng.choice((hostile(rng), v)) for v in values]
        got, why = rates(0, values, targets, span)
        for v, t, g, reason in zip(values, targets, got, why):
            want = (None if v != v or t != t else
                    (Fraction(t) - Fraction(v)) / Fraction(span))
            if want is None or abs(want) > Fraction(1.7976931348623157e308):
                assert g != g and reason, (v, t, span, g)
            elif reason == 0:
                assert close(g, want, 1e-15), (v, t, span, g)
            else:
                # The difference is beyond the range, the rate is not.
                assert math.isinf(t - v), (v, t, span, g, reason)
        values = [rng.choice((rng.uniform(0.1, 100), abs(hostile(rng))))
                  for _ in range(20)]
        targets = [rng.choice((min(rng.uniform(0.5, 2) * v, 1.7e308), v))
                   for v in values]
        got, why = rates(1, values, targets, span)
        for v, t, g, reason in zip(values, targets, got, why):
            if not (v > 0 and t > 0):
                assert g != g and reason, (v, t, g)
            elif v > 1e-300 and t < 1e300:
                assert reason == 0 and abs(
                    Fraction(g) - compound(v, t, span)) <= Fraction(1e-14), (
                        v, t, span, g)
        checked += len(values) * 2
    return checked
