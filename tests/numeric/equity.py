"""Splits, curves, concentration, parity and segregation against their
definitions, computed again in decimals of 50 digits: equity.py
"""
import ctypes
import random
import sys
from decimal import Decimal, getcontext

import library as lib

getcontext().prec = 50
D = Decimal
NAN = float("nan")
size = ctypes.c_size_t


def mean(pairs):
    return sum(w * v for v, w in pairs) / sum(w for _, w in pairs)


def entropy(pairs, a):
    m = mean(pairs)
    whole = sum(w for _, w in pairs)
    total = D(0)
    for v, w in pairs:
        r = v / m
        if a == 1:
            total += w * r * r.ln() if r else 0
        elif a == 0:
            total -= w * r.ln()
        else:
            total += w * ((r ** a if r else D(0)) - 1) / (a * (a - 1))
    return total / whole


def gini(pairs):
    whole = sum(w for _, w in pairs)
    return sum(w * u * abs(v - x) for v, w in pairs for x, u in pairs) / (
        2 * whole * whole * mean(pairs))


def variance(pairs):
    m = mean(pairs)
    return sum(w * (v - m) ** 2 for v, w in pairs) / sum(w for _, w in pairs)


def split(index, power, by_share, values, weights, codes):
    """total, between, within, overlap."""
    groups = {}
    for v, w, g in zip(values, weights, codes):
        if g >= 0 and v == v and w > 0:
            groups.setdefault(g, []).append((D(v), D(w)))
    everything = [p for g in groups for p in groups[g]]
    W, M = sum(w for _, w in everything), mean(everything)
    means = [(mean(p), sum(w for _, w in p)) for p in groups.values()]
    within = D(0)
    for pairs, (m, w) in zip(groups.values(), means):
        if power and not m:
            continue
        factor = (w / W) * (m / M) ** power if power else w / W
        within += factor * (w / W if by_share else 1) * index(pairs)
    total, between = index(everything), index(means)
    return total, between, within, total - between - within


# name, parameters, definition, power, whether by share, least value it takes
SPLITS = [("theil", (), lambda p: entropy(p, 1), 1, 0, 0),
          ("theil_l", (), lambda p: entropy(p, 0), 0, 0, 1),
          ("generalised_entropy", (), lambda p: entropy(p, 2), 2, 0, 0),
          ("generalised_entropy", (-0.5,),
           lambda p: entropy(p, D(-0.5)), D(-0.5), 0, 1),
          ("gini", (), gini, 1, 1, 0),
          ("variance", (), variance, 0, 0, -1)]


def to_split(rng, n, turn):
    """(values, smallest sign among them): near, far apart, with 0 and missing
    ones, negative."""
    near = [lambda: rng.uniform(1, 9), lambda: float(rng.randint(1, 4)),
            lambda: 5 + rng.uniform(-1e-7, 1e-7)]
    makers, sign = [(near, 1), ([lambda: rng.lognormvariate(0, 3)], 1),
                    (near + [lambda: 0.0, lambda: NAN], 0),
                    (near + [lambda: rng.uniform(-9, 0)], -1)][turn % 4]
    values = [rng.choice(makers)() for _ in range(n)]
    values[0] = 2.0
    return values, sign


def check_splits(library, rng):
    checked = 0
    for turn in range(64):
        n, g = rng.randint(2, 30), rng.randint(1, 6)
        values, sign = to_split(rng, n, turn)
        weights = [rng.choice([1.0, 0.0, rng.uniform(0.5, 20)])
                   for _ in range(n)]
        codes = [rng.randint(-1, g - 1) for _ in range(n)]
        codes[0], weights[0] = 0, 2.5
        given = None if turn % 3 == 0 else weights
        for name, parameters, index, power, by_share, least in SPLITS:
            if sign < least:
                continue
            expected = split(index, power, by_share, values,
                             given or [1.0] * n, codes)
            out = (ctypes.c_double * 4)()
            status = library.attain_decompose(
                lib.find(library, KINDS["decomposition"], name),
                lib.doubles(parameters) if parameters else None,
                size(len(parameters)), lib.doubles(values), size(1), size(n),
                lib.doubles(given), (ctypes.c_int32 * n)(*codes), size(n),
                size(g), out, None, None, None)
            assert status == 0, (name, status)
            for got, want in zip(out, expected):
                want = float(want)
                slack = 3e-15 * abs(float(expected[0])) if by_share else 1e-300
                assert lib.close(got, want, 1e-12, max(slack, 1e-28)), (
                    name, list(out), [float(x) for x in expected])
                checked += 1
    return checked


def moments(values, weights, background, rank):
    rows = [(D(v), D(w), D(x)) for v, w, x in zip(values, weights, background)
            if v == v and x == x and w > 0]
    W = sum(w for _, w, _ in rows)
    place = []
    for _, _, x in rows:
        below = sum(w for _, w, y in rows if y < x)
        tied = sum(w for _, w, y in rows if y == x)
        place.append((below + tied / 2) / W if rank else x)
    M = sum(v * w for v, w, _ in rows) / W
    P = sum(p * w for p, (_, w, _) in zip(place, rows)) / W
    cov = sum(w * (v - M) * (p - P) for p, (v, w, _) in zip(place, rows)) / W
    var = sum(w * (p - P) ** 2 for p, (_, w, _) in zip(place, rows)) / W
    own = sum(w * (v - M) ** 2 for v, w, _ in rows) / W
    return M, cov, var, own


def check_concentration(library, rng):
    a, b = D(-1), D(12)
    cases = [
        ("concentration_index", 1, (), lambda m, c, v, o: 2 * c / m),
        ("generalised_concentration_index", 1, (), lambda m, c, v, o: 2 * c),
        ("attainment_concentration_index", 1, (-1.0, 12.0),
         lambda m, c, v, o: 2 * c / (m - a)),
        ("shortfall_concentration_index", 1, (-1.0, 12.0),
         lambda m, c, v, o: -2 * c / (b - m)),
        ("erreygers", 1, (-1.0, 12.0), lambda m, c, v, o: 8 * c / (b - a)),
        ("wagstaff", 1, (-1.0, 12.0),
         lambda m, c, v, o: 2 * c * (b - a) / ((b - m) * (m - a))),
        ("slope_index", 1, (), lambda m, c, v, o: c / v),
        ("relative_index", 1, (), lambda m, c, v, o: c / v / m),
        ("gradient", 0, (), lambda m, c, v, o: c / v),
        ("explained", 0, (), lambda m, c, v, o: c * c / v / o),
    ]
    checked = 0
    for turn in range(30):
        n = rng.randint(3, 40)
        values = [rng.choice([rng.uniform(0, 9), NAN, float(rng.randint(1, 3))])
                  for _ in range(n)]
        background = [rng.choice([rng.gauss(0, 2), float(rng.randint(0, 2)),
                                  1e6 + rng.random()]) for _ in range(n)]
        weights = [rng.choice([1.0, 0.0, rng.uniform(0.1, 30)])
                   for _ in range(n)]
        values[:3] = [1.5, 4.0, 7.0]
        background[:3], weights[:3] = [0.0, 1.0, 2.0], [1.0, 2.0, 3.0]
        given = None if turn % 3 == 0 else weights
        for name, rank, parameters, formula in cases:
            m, c, v, o = moments(values, given or [1.0] * n, background, rank)
            want = float(formula(m, c, v, o))
            out = ctypes.c_double(7)
            status = library.attain_concentrations(
                lib.find(library, KINDS["concentration"], name),
                lib.doubles(parameters) if parameters else None,
                size(len(parameters)), lib.doubles(values), size(1), size(n),
                lib.doubles(given), lib.doubles(background), size(n),
                ctypes.byref(out), None, None)
            assert status == 0
            assert lib.close(out.value, want, 1e-11, 1e-15), (
                name, out.value, want)
            checked += 1
    return checked


def segregation(name, counts, g, h):
    rows = [[D(c) for c in school] for school in zip(*counts)
            if all(c == c for c in school)]
    t = [sum(r) for r in rows]
    T = sum(t)
    P = [sum(r[k] for r in rows) for k in range(len(counts))]
    I = sum(p / T * (1 - p / T) for p in P)
    K = range(len(P))
    if name == "dissimilarity":
        return sum(abs(r[k] - x * P[k] / T)
                   for r, x in zip(rows, t) for k in K) / (2 * T * I)
    if name == "gini":
        return sum(x * y * abs(r[k] / x - s[k] / y)
                   for r, x in zip(rows, t) for s, y in zip(rows, t)
                   for k in K if x and y) / (2 * T * T * I)
    if name in ("mutual_information", "information"):
        m = sum(r[k] / T * (r[k] * T / x / P[k]).ln()
                for r, x in zip(rows, t) for k in K if r[k])
        e = -sum(p / T * (p / T).ln() for p in P if p)
        return m / e if name == "information" else m
    if name == "hutchens":
        return 1 - sum((r[g] / P[g] * r[h] / P[h]).sqrt() for r in rows)
    other = h if name == "exposure" else g
    value = sum(r[g] / P[g] * r[other] / x for r, x in zip(rows, t) if x)
    if name == "eta_squared":
        return (value - P[g] / T) / (1 - P[g] / T)
    return value


def check_segregation(library, rng):
    checked = 0
    for _ in range(30):
        n, k = rng.randint(1, 20), rng.randint(2, 4)
        counts = [[float(rng.choice([0, 1, 5, rng.randint(0, 200)]))
                   for _ in range(n)] for _ in range(k)]
        for group in counts:
            group[0] += 1
        if n > 2:
            counts[0][1] = NAN
        flat = [c for group in counts for c in group]
        for name, groups in (("dissimilarity", 0), ("gini", 0),
                             ("mutual_information", 0), ("information", 0),
                             ("isolation", 1), ("exposure", 2),
                             ("eta_squared", 1), ("hutchens", 2)):
            g, h = rng.sample(range(k), 2)
            want = float(segregation(name, counts, g, h))
            parameters = [float(g), float(h)][:groups]
            out = ctypes.c_double(7)
            status = library.attain_segregation_of(
                lib.find(library, KINDS["segregation"], name),
                lib.doubles(parameters) if parameters else None,
                size(groups), lib.doubles(flat), size(k), size(n), size(n),
                ctypes.byref(out), None, None)
            assert status == 0
            assert lib.close(out.value, want, 1e-12, 1e-16), (
                name, out.value, want, counts)
            checked += 1
    return checked


def kinds(library):
    library.attain_method_kind_count.restype = size
    library.attain_method_kind_name.restype = ctypes.c_char_p
    return {library.attain_method_kind_name(k).decode(): k
            for k in range(library.attain_method_kind_count())}


def main():
    global KINDS
    library = lib.load()
    KINDS = kinds(library)
    rng = random.Random(11)
    for check in (check_splits, check_concentration, check_segregation):
        print("ok: %s, %d numbers" % (check.__name__, check(library, rng)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
