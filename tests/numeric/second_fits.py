"""Fits, splits of variance and shrinkage a second time: by normal equations in
fractions, and by search of the likelihood."""
import ctypes
import math
import random
from fractions import Fraction as F

import functions as f
import kinds
from kinds import NAN, flat, ints, room, size
from library import doubles
from second_data import mean, same
from second_functions import simpson, student

double = ctypes.c_double


class Regression(ctypes.Structure):
    """attain_regression"""
    _fields_ = [("struct_size", size), ("count", size), ("terms", size)] + [
        (n, double) for n in ("freedom", "residual", "total", "sd", "r2")] + [
        ("reason", ctypes.c_int32), ("reserved", ctypes.c_int32)]


class Anova(ctypes.Structure):
    """attain_anova"""
    _fields_ = [("struct_size", size), ("count", size), ("groups", size)] + [
        (n, double) for n in ("between", "within", "f", "p", "r2", "sd")] + [
        ("reason", ctypes.c_int32), ("reserved", ctypes.c_int32)]


class Shrinkage(ctypes.Structure):
    """attain_shrinkage"""
    _fields_ = [(n, size) for n in ("struct_size", "count", "groups",
                                    "terms")] + [
        (n, double) for n in ("between", "within", "deviance")] + [
        ("reason", ctypes.c_int32), ("reserved", ctypes.c_int32)]


def solved(a, b):
    """a x = b by elimination; a is square, and b has columns."""
    rows = [list(r) + list(s) for r, s in zip(a, b)]
    n = len(rows)
    for i in range(n):
        at = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[at] = rows[at], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [u - rows[r][i] * v
                           for u, v in zip(rows[r], rows[i])]
    return [r[n:] for r in rows]


def products(x, y, w):
    return sum(a * b * c for a, b, c in zip(x, y, w))


# --- Lines and regressions --------------------------------------------------

def years_and_values(rng):
    """Years; values far from 0 and small beside it, some missing."""
    n = rng.randint(3, 25)
    x = [rng.choice([NAN] + [float(rng.randint(1990, 2030))] * 9)
         for _ in range(n)]
    far = rng.choice([0.0, 1e6, -1e-6])
    y = [rng.choice([NAN] + [far + far * rng.uniform(-1, 1) +
                             rng.uniform(-1, 1)] * 9) for _ in range(n)]
    pairs = [(F(a), F(b)) for a, b in zip(x, y) if a == a and b == b]
    return x, y, [list(v) for v in zip(*pairs)]


def lines_again():
    rng = random.Random(149)
    checked = 0
    for _ in range(100):
        x, y, known = years_and_values(rng)
        if not known or len(known[0]) < 3 or len(set(known[0])) < 2:
            continue
        one = [F(1)] * len(known[0])
        (_,), (slope,) = solved(
            [[products(a, b, one) for b in (one, known[0])]
             for a in (one, known[0])],
            [[products(a, known[1], one)] for a in (one, known[0])])
        checked += same_line(rng, x, y, known, slope)
    return checked


def same_line(rng, x, y, known, slope):
    a, b = known
    n, center, middle = len(a), mean(a), mean(b)
    sxx = sum((v - center) ** 2 for v in a)
    rest = [v - middle - slope * (u - center) for u, v in zip(a, b)]
    line = f.line_of(x, y)
    checked = same("line", [line.count, line.center, line.intercept,
                            line.slope, line.sxx],
                   [n, center, middle, slope, sxx], 1e-13)
    if max(map(abs, rest)) < max(map(abs, b)) * F(1e-11):
        return checked
    variance = sum(r * r for r in rest) / (n - 2)
    at = rng.uniform(1980, 2040)
    error = math.sqrt(variance * (1 + F(1, n) + (F(at) - center) ** 2 / sxx))
    value, want = f.predicted(line, at, 0.9), middle + slope * (
        F(at) - center)
    half = (value[3] - value[2]) / 2
    checked += same("predicted", [value[0], value[1]], [want, error], 1e-11)
    return checked + same("coverage", [student(half / error, n - 2.0)],
                          [0.95], 1e-9)


def terms(rows, intercept, degree):
    out = [[F(1)] * len(rows)] if intercept else []
    for c in zip(*[r[0] for r in rows]):
        out += [[v ** k for v in c] for k in range(1, degree + 1)]
    return out


def regressions_again():
    """Columns of unlike sizes, with gaps, weights of 0 and powers."""
    rng = random.Random(151)
    checked = 0
    for _ in range(60):
        k, n = rng.randint(1, 3), rng.randint(12, 25)
        scale = [10.0 ** rng.randint(-6, 6) for _ in range(k)]
        x = [[rng.choice([NAN] + [s * rng.uniform(1, 9)] * 15)
              for _ in range(n)] for s in scale]
        y = [rng.choice([NAN] + [rng.uniform(-1e3, 1e3)] * 15)
             for _ in range(n)]
        w = [rng.choice([0.0, 1.0, 0.25, rng.random()]) for _ in range(n)]
        intercept, degree = rng.randint(0, 1), rng.randint(1, 2)
        rows = [(list(map(F, r)), F(v), F(u)) for r, v, u in zip(
            zip(*x), y, w) if u > 0 and v == v and all(c == c for c in r)]
        design = terms(rows, intercept, degree)
        if len(rows) > len(design):
            checked += same_regression(x, y, w, rows, design,
                                       (intercept, degree))
    return checked


def same_regression(x, y, w, rows, design, options):
    p, b, u = len(design), [r[1] for r in rows], [r[2] for r in rows]
    gram = [[products(s, t, u) for t in design] for s in design]
    unit = [[F(i == j) for j in range(p)] for i in range(p)]
    inverse = solved(gram, unit)
    right = [products(s, b, u) for s in design]
    beta = [sum(s * t for s, t in zip(r, right)) for r in inverse]
    rest = [v - sum(s * t[i] for s, t in zip(beta, design))
            for i, v in enumerate(b)]
    squares, freedom = products(rest, rest, u), len(rows) - p
    found, _ = room(p)
    errors, _ = room(p)
    fit = f.started(Regression, "regression")
    kinds.call("regress", flat(x), size(len(x)), size(len(y)), doubles(y),
               doubles(w), size(len(y)), *map(ctypes.c_int32, options),
               ctypes.byref(fit), found, errors, None)
    assert (fit.count, fit.terms, fit.reason) == (len(rows), p, 0)
    middle = products(b, [1] * len(b), u) / sum(u) if options[0] else 0
    total = products([v - middle for v in b], [v - middle for v in b], u)
    for got, want in zip(list(found) + list(errors), beta + [
            math.sqrt(squares / freedom * inverse[i][i]) for i in range(p)]):
        assert abs(got - want) <= abs(want) * F(1e-13), (got, float(want))
    return 2 * p + same("fit", [fit.freedom, fit.residual, fit.total, fit.r2],
                        [freedom, squares, total, 1 - squares / total], 1e-12)


# --- Analysis of variance ---------------------------------------------------

def beyond(value, d1, d2):
    """P(F ≥ value): the area under the beta density, over an angle."""
    end = math.asin(math.sqrt(d2 / (d2 + d1 * value)))
    c = math.lgamma((d1 + d2) / 2) - math.lgamma(d1 / 2) - math.lgamma(d2 / 2)
    return 2 * math.exp(c) * simpson(
        lambda a: math.sin(a) ** (d2 - 1) * math.cos(a) ** (d1 - 1), 0, end)


def splits_again():
    rng = random.Random(157)
    checked = 0
    for _ in range(60):
        groups, far = rng.randint(2, 6), rng.choice([0.0, 1e9, -1e-5])
        codes = list(range(groups)) * 2 + [rng.randint(-1, groups)
                                           for _ in range(20)]
        codes = [-1 if c == groups else c for c in codes]
        y = [rng.choice([NAN] + [far + c + rng.uniform(-2, 2)] * 9)
             for c in codes]
        own = [[F(v) for v, g in zip(y, codes) if g == c and v == v]
               for c in range(groups)]
        own = [g for g in own if g]
        if len(own) < 2 or sum(map(len, own)) <= len(own):
            continue
        whole = mean([v for g in own for v in g])
        between = sum(len(g) * (mean(g) - whole) ** 2 for g in own)
        within = sum((v - mean(g)) ** 2 for g in own for v in g)
        d1, d2 = len(own) - 1, sum(map(len, own)) - len(own)
        ratio = between / d1 / (within / d2)
        out = f.started(Anova, "anova")
        kinds.call("anova_one_way", doubles(y), ints(codes), size(len(y)),
                   size(groups), ctypes.byref(out))
        assert (out.count, out.groups) == (d1 + d2 + 1, d1 + 1)
        checked += same("split", [out.between, out.within, out.f, out.r2,
                                  out.sd, out.p],
                        [between, within, ratio, between / (between + within),
                         math.sqrt(within / d2),
                         beyond(float(ratio), d1, d2)], 1e-10)
    return checked


# --- Shrinkage --------------------------------------------------------------

def deviance(ratio, groups, restricted):
    """(−2 ln likelihood, b0 and b1, variance within) at one ratio of
    variances; groups are lists of (x, y)."""
    def inner(u, v):
        """u' V⁻¹ v of V = I + ratio · J in each group."""
        out = 0.0
        for rows in groups:
            a, b = [u(*r) for r in rows], [v(*r) for r in rows]
            out += math.fsum(s * t for s, t in zip(a, b)) - math.fsum(
                a) * math.fsum(b) * ratio / (1 + ratio * len(rows))
        return out

    one, x, y = (lambda a, b: 1.0), (lambda a, b: a), (lambda a, b: b)
    g = [[inner(one, one), inner(one, x)], [inner(x, one), inner(x, x)]]
    (b0,), (b1,) = solved(g, [[inner(one, y)], [inner(x, y)]])

    def rest(a, b):
        return b - b0 - b1 * a

    n = sum(map(len, groups)) - (2 if restricted else 0)
    within = inner(rest, rest) / n
    logs = math.fsum(math.log1p(ratio * len(r)) for r in groups)
    if restricted:
        logs += math.log(g[0][0] * g[1][1] - g[0][1] * g[1][0])
    return n * (math.log(2 * math.pi * within) + 1) + logs, (b0, b1), within


def best_ratio(groups, restricted):
    """By a grid, then by narrowing around its least place."""
    low, high = -12.0, 12.0
    for _ in range(14):
        step = (high - low) / 24
        grid = [low + step * i for i in range(25)]
        at = min(grid, key=lambda l: deviance(math.exp(l), groups,
                                              restricted)[0])
        low, high = at - step, at + step
    return math.exp((low + high) / 2)


def likelihoods_again():
    """Groups of unlike sizes, one regressor, rows that are left out."""
    rng = random.Random(163)
    checked = 0
    for turn in range(16):
        groups, restricted = rng.randint(4, 9), turn % 2 == 0
        codes = list(range(groups)) * 2 + [rng.randint(-1, groups - 1)
                                           for _ in range(30)]
        effect = [rng.gauss(0, 3) for _ in range(groups)]
        x = [rng.choice([NAN] + [rng.uniform(0, 9)] * 12) for _ in codes]
        y = [1e3 + 0.7 * (a if a == a else 0) + rng.gauss(0, 1.5) +
             (effect[c] if c >= 0 else 99) for a, c in zip(x, codes)]
        own = [[(a, b) for a, b, c in zip(x, y, codes) if c == g and a == a]
               for g in range(groups)]
        ratio = best_ratio([r for r in own if r], restricted)
        least, beta, within = deviance(ratio, [r for r in own if r],
                                       restricted)
        want = [ratio / (1 + ratio * len(r)) * math.fsum(
            b - beta[0] - beta[1] * a for a, b in r) for r in own]
        found, _ = room(groups)
        spread, _ = room(groups)
        fit = f.started(Shrinkage, "shrinkage")
        kinds.call("shrink", ctypes.c_int32(0 if restricted else 1),
                   doubles(y), doubles(x), size(1), size(len(y)), ints(codes),
                   size(len(y)), size(groups), ctypes.byref(fit), None, None,
                   found, spread)
        checked += same("deviance", [fit.deviance], [least], 1e-9)
        checked += same("within", [fit.within], [within], 1e-4)
        checked += same("between", [fit.between], [ratio * within], 1e-4)
        checked += same("effects", list(found), want, 1e-4)
        checked += same("variances", list(spread), [
            ratio * within / (1 + ratio * len(r)) for r in own], 1e-4)
    return checked


# --- Bands ------------------------------------------------------------------

def band(value, low, high):
    if low > 0:
        return 1 if value >= 0.5 else 2
    if high < 0:
        return 5 if value < -0.5 else 4
    return 3


def bands_again():
    rng = random.Random(167)
    checked = 0
    for _ in range(60):
        n, sigma = 12, rng.uniform(0.2, 2)
        value = [rng.choice([NAN, 0.5, -0.5, rng.gauss(0, 0.6)])
                 for _ in range(n)]
        count = [rng.choice([NAN, 0.0, 5.0, float(rng.randint(1, 300))])
                 for _ in range(n)]
        arrays = [room(n)[0] for _ in range(3)]
        why = (ctypes.c_uint8 * n)()
        kinds.call("progress8_bands", doubles(value), doubles(count), size(n),
                   double(sigma), double(6), *arrays, why)
        for i, (v, m) in enumerate(zip(value, count)):
            ok = v == v and m >= 6
            half = 1.96 * sigma / math.sqrt(m) if ok else NAN
            want = [v - half, v + half, band(v, v - half, v + half)]
            assert (why[i] == 0) == ok
            checked += same("band", [a[i] for a in arrays],
                            want if ok else [NAN] * 3)
    return checked
