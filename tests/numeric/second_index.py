"""Normalising, weighting and aggregating a second time, in fractions and in
numbers of 40 digits."""
import random
from decimal import Decimal, getcontext
from fractions import Fraction as F

import kinds

getcontext().prec = 40
KNOWN = {"largest": (2.0,), "smallest": (2.0,), "mean_min": (0.6, 1.5),
         "vikor": (0.3,)}


def root(x):
    """√ of a fraction, as a fraction of 40 digits."""
    x = Decimal(x.numerator) / Decimal(x.denominator)
    return F(x.sqrt())


def matrix(rng, columns, units, low=1, high=50):
    """Columns of tenths and of integers, with ties."""
    return [[rng.choice([rng.randint(low, high) + 0.0,
                         rng.randint(10 * low, 10 * high) / 10])
             for _ in range(units)] for _ in range(columns)]


def exact(columns):
    return [[F(v) for v in c] for c in columns]


def same(what, got, want, within=1e-12):
    assert len(got) == len(want), what
    for a, b in zip(got, want):
        assert abs(a - float(b)) <= within * max(1, abs(float(b))), (
            what, a, float(b))
    return len(got)


def mean(values):
    return sum(values) / len(values)


def deviation(values, less=0):
    m = mean(values)
    return root(sum((v - m) ** 2 for v in values) / (len(values) - less))


# --- Normalising -----------------------------------------------------------

def scores(column, parameters):
    low, high = min(column), max(column)
    third = column[int(parameters["unit"])]
    target = F(parameters["target"])
    cuts = [F(c) for c in parameters["cuts"]]
    return {
        "scaled": [20 * (v - F(5)) / (F(40) - F(5)) for v in column],
        "goalposts": [min(F(20), max(F(0), 20 * (v - 5) / 35))
                      for v in column],
        "borda": [F(sum(u < v for u in column)) for v in column],
        "distance_to_reference": [1 - (third - v) / (third - low)
                                  for v in column] if third > low else None,
        "distance_to_maximum": [1 - (high - v) / (high - low)
                                for v in column],
        "distance_to_target": [(v - low) / (target - low) for v in column],
        "fraction_of_maximum": [v / high for v in column],
        "category_by_threshold": [F(sum(v >= c for c in cuts))
                                  for v in column],
    }


def scores_again():
    rng = random.Random(31)
    checked = 0
    for _ in range(40):
        column = matrix(rng, 1, rng.randint(4, 30))[0]
        if len(set(column)) < 3:
            continue
        unit = rng.randrange(len(column))
        cuts = sorted(rng.sample(range(2, 50), 3))
        want = scores([F(v) for v in column], {
            "unit": unit, "target": 45.5, "cuts": cuts})
        given = {"scaled": (5., 40., 20.), "goalposts": (5., 40., 20.),
                 "distance_to_reference": (float(unit),),
                 "distance_to_target": (45.5,),
                 "category_by_threshold": tuple(map(float, cuts))}
        for name, expected in want.items():
            if expected is None:
                continue
            got = kinds.normalise(name, [column], given.get(name, ()))[0][0]
            checked += same(name, got, expected)
    return checked


# --- Weighting -------------------------------------------------------------

def shares(values):
    return [v / sum(values) for v in values]


def power(x, p):
    return F((Decimal(x.numerator) / Decimal(x.denominator)) ** Decimal(p))


def weights_again():
    rng = random.Random(37)
    checked = 0
    for _ in range(40):
        k, n = rng.randint(2, 6), rng.randint(3, 20)
        x = matrix(rng, k, n)
        e = exact(x)
        checked += same("equal", kinds.weigh("equal", x)[0], [F(1, k)] * k)
        one = [[c[0]] for c in x]
        checked += same("given", kinds.weigh("given", one)[0],
                        shares([c[0] for c in e]))
        people = [shares(r) for r in zip(*e)]
        checked += same("budget", kinds.weigh("budget_allocation", x)[0],
                        [mean([p[c] for p in people]) for c in range(k)])
        gini = [sum(abs(a - b) for a in c for b in c) /
                (2 * n * n * mean(c)) for c in e]
        checked += same("gini", kinds.weigh("gini", x)[0], shares(gini))
        cv = [deviation(c) / mean(c) for c in e]
        checked += same("cv", kinds.weigh("coefficient_of_variation", x)[0],
                        shares(cv))
        checked += hierarchies(rng, k)
    return checked


def hierarchies(rng, k):
    """Row geometric means, and means of columns that add up to 1."""
    a = [[1.0] * k for _ in range(k)]
    for i in range(k):
        for j in range(i):
            a[i][j] = 2.0 ** rng.randint(-3, 3)
            a[j][i] = 1 / a[i][j]
    columns = [list(c) for c in zip(*a)]
    e = exact(a)
    means = []
    for row in e:
        product = F(1)
        for v in row:
            product *= v
        means.append(power(product, 1 / Decimal(k)))
    checked = same("ahp_geometric_mean",
                   kinds.weigh("ahp_geometric_mean", columns)[0],
                   shares(means))
    turned = [shares([row[j] for row in e]) for j in range(k)]
    return checked + same(
        "ahp_column_mean", kinds.weigh("ahp_column_mean", columns)[0],
        shares([mean([turned[j][i] for j in range(k)]) for i in range(k)]))


# --- Aggregating -----------------------------------------------------------

def weighted_median(row, w):
    pairs = sorted(zip(row, w))
    half, below = sum(w) / 2, F(0)
    for i, (v, u) in enumerate(pairs):
        below += u
        if below == half:
            return (v + pairs[i + 1][0]) / 2
        if below > half:
            return v
    raise AssertionError


def penalised(t, w):
    """M − S²/M."""
    m = sum(a * b for a, b in zip(t, w)) / sum(w)
    return m - sum(b * (a - m) ** 2 for a, b in zip(t, w)) / sum(w) / m


def mean_min(row, w, a, b):
    m = sum(v * u for v, u in zip(row, w)) / sum(w)
    return m - a * (root((m - min(row)) ** 2 + b * b) - b)


def by_unit(columns, w):
    """Those whose score hangs on the unit alone, or on the whole column."""
    rows = list(zip(*columns))
    z = list(zip(*[[100 + 10 * (v - mean(c)) / deviation(c) for v in c]
                   for c in columns]))
    posts = list(zip(*[[70 + 60 * v / 60 for v in c] for c in columns]))
    least = list(zip(*[[(v - min(c)) / (max(c) - min(c)) for v in c]
                       for c in columns]))
    return {
        "median": [weighted_median(r, w) for r in rows],
        "min": [min(r) for r in rows],
        "max": [max(r) for r in rows],
        "owa": [sum(a * b for a, b in zip(sorted(r, reverse=True), w)) /
                sum(w) for r in rows],
        "largest": [mean(sorted(r)[-2:]) for r in rows],
        "smallest": [mean(sorted(r)[:2]) for r in rows],
        "mazziotta_pareto": [penalised(t, w) for t in z],
        "adjusted_mazziotta_pareto": [penalised(t, w) for t in posts],
        "mean_min": [mean_min(r, w, F(0.6), F(1.5)) for r in rows],
        "spotis": [sum(u * (60 - v) / 60 for v, u in zip(r, w)) / sum(w)
                   for r in rows],
        "topsis_minmax": [topsis(r, w) for r in least],
        "vikor": vikor(least, w, F(0.3)),
        "copeland": copeland(rows, w),
        "wroclaw": wroclaw(columns, w),
    }


def topsis(row, w):
    best = root(sum((u * (1 - v)) ** 2 for v, u in zip(row, w)))
    worst = root(sum((u * v) ** 2 for v, u in zip(row, w)))
    return worst / (best + worst)


def vikor(rows, w, v):
    terms = [[u * (1 - a) / sum(w) for a, u in zip(r, w)] for r in rows]
    s, r = [sum(t) for t in terms], [max(t) for t in terms]
    return [v * (a - min(s)) / (max(s) - min(s)) +
            (1 - v) * (b - min(r)) / (max(r) - min(r)) for a, b in zip(s, r)]


def copeland(rows, w):
    out = []
    for r in rows:
        score = 0
        for q in rows:
            more = sum(u for a, b, u in zip(r, q, w) if a > b)
            less = sum(u for a, b, u in zip(r, q, w) if a < b)
            score += (more > less) - (more < less)
        out.append(F(score))
    return out


def wroclaw(columns, w):
    d = [root(len(columns) * sum(
        u * (max(c) - c[i]) ** 2 for c, u in zip(columns, w)) / sum(w))
        for i in range(len(columns[0]))]
    return [x / (mean(d) + 2 * deviation(d, 1)) for x in d]


def aggregates_again():
    rng = random.Random(41)
    checked = 0
    for _ in range(40):
        k, n = rng.randint(2, 6), rng.randint(4, 20)
        x = matrix(rng, k, n)
        if any(len(set(c)) < 2 for c in x):
            continue
        w = [rng.randint(1, 16) / 4 for _ in range(k)]
        bounds = [[0.0] * k, [60.0] * k]
        for name, want in by_unit(exact(x), [F(u) for u in w]).items():
            got = kinds.aggregate(name, x, KNOWN.get(name, ()), w, None,
                                  bounds)[0]
            checked += same(name, got, want)
    return checked
