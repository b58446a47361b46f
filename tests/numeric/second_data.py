"""Describing, preparing, curves, gaps, trends and value added a second time,
from their definitions."""
import math
import random
import statistics
from fractions import Fraction as F

import kinds

NAN = kinds.NAN


def same(what, got, want, within=1e-12):
    """Numbers and NaN, place by place."""
    assert len(got) == len(want), (what, got, want)
    for a, b in zip(got, want):
        b = float(b)
        assert a == b or (a != a and b != b) or (
            abs(a - b) <= within * max(1, abs(b))), (what, a, b)
    return len(got)


def known(values):
    return [F(v) for v in values if v == v]


def sample(rng, n, blanks=0.0):
    """Tenths with ties, some missing; the first two known and unlike."""
    values = [NAN if rng.random() < blanks else rng.randint(10, 400) / 10
              for _ in range(n)]
    values[:2] = [rng.randint(10, 100) / 10, rng.randint(101, 400) / 10]
    return values


def mean(values):
    return sum(values) / len(values)


# --- Describing ------------------------------------------------------------

def describe(x):
    """Of fractions."""
    n, m = len(x), mean(x)
    median = statistics.median(x)
    mad = statistics.median([abs(v - median) for v in x])
    return {"count": n, "sum": sum(x), "mean": m, "unweighted_mean": m,
            "min": min(x), "max": max(x), "median": median,
            "range": max(x) - min(x), "mad": mad, "mad_scaled": 1.4826 * float(
                mad), "mean_absolute_deviation": mean([abs(v - m) for v in x]),
            "variance_population": statistics.pvariance(x),
            "variance_sample": statistics.variance(x),
            "sd_population": math.sqrt(statistics.pvariance(x)),
            "sd_sample": math.sqrt(statistics.variance(x)),
            "unweighted_cv": math.sqrt(statistics.pvariance(x)) / m,
            "cv": math.sqrt(statistics.pvariance(x)) / m,
            "standard_error": math.sqrt(statistics.variance(x) / n),
            "geometric_mean": math.exp(math.fsum(map(math.log, x)) / n),
            "harmonic_mean": n / sum(1 / v for v in x)}


def huber(x, k=1.5):
    """By bisection of the equation that defines it."""
    mad = 1.4826 * float(statistics.median(
        [abs(v - statistics.median(x)) for v in x]))
    low, high = float(min(x)), float(max(x))
    for _ in range(200):
        m = (low + high) / 2
        pull = math.fsum(max(-k, min(k, (float(v) - m) / mad)) for v in x)
        low, high = (m, high) if pull > 0 else (low, m)
    return low


def statistics_again():
    rng = random.Random(43)
    checked = 0
    for _ in range(60):
        values = sample(rng, rng.randint(5, 40), 0.1)
        x = known(values)
        if len(set(x)) < 5:
            continue
        for name, want in describe(x).items():
            got = kinds.statistic(name, values)[0]
            checked += same(name, [got], [want])
        if statistics.median([abs(v - statistics.median(x)) for v in x]) > 0:
            got = kinds.statistic("huber", values, (1.5,))[0]
            checked += same("huber", [got], [huber(x)], 1e-9)
    return checked


# --- Preparing -------------------------------------------------------------

def screened_again():
    rng = random.Random(47)
    checked = 0
    for _ in range(60):
        x = [[rng.choice([NAN, 0.0, 1.5, 7.0]) for _ in range(8)]
             for _ in range(5)]
        rows = [[v for v in r if v == v] for r in zip(*x)]
        share = [F(len(r), 5) for r in rows]
        filled = [F(sum(v != 0 for v in r), len(r)) if r else F(0)
                  for r in rows]
        for name, parameters, want in (
                ("known", (0.6,), [s >= F(3, 5) for s in share]),
                ("nonzero", (0.5,), [f >= F(1, 2) for f in filled]),
                ("both", (0.6, 0.5), [s >= F(3, 5) and f >= F(1, 2)
                                      for s, f in zip(share, filled)])):
            got = kinds.screen(name, x, parameters)
            assert got == [int(w) for w in want], (name, x, got, want)
            checked += len(got)
    return checked


def line_through(row, times, at):
    """Between the known values around, or NaN."""
    before = [k for k in range(at) if row[k] == row[k]]
    after = [k for k in range(at + 1, len(row)) if row[k] == row[k]]
    if not before or not after:
        return NAN
    a, b = before[-1], after[0]
    part = (F(times[at]) - F(times[a])) / (F(times[b]) - F(times[a]))
    return F(row[a]) + (F(row[b]) - F(row[a])) * part


def imputed_again():
    rng = random.Random(53)
    checked = 0
    for _ in range(40):
        x = [sample(rng, 9, 0.3) for _ in range(5)]
        codes = [0, 1] + [rng.randint(0, 1) for _ in range(7)]
        times = sorted(rng.sample(range(2000, 2030), 5))
        times = [float(t) for t in times]

        def filled(value):
            return [[x[c][i] if x[c][i] == x[c][i] else value(c, i)
                     for i in range(9)] for c in range(5)]

        def of_group(c, i):
            return [F(v) for v, g in zip(x[c], codes)
                    if v == v and g == codes[i]]

        def last(c, i):
            before = [x[k][i] for k in range(c) if x[k][i] == x[k][i]]
            return before[-1] if before else NAN

        ways = {"mean": lambda c, i: mean(known(x[c])),
                "median": lambda c, i: statistics.median(known(x[c])),
                "group_mean": lambda c, i: mean(of_group(c, i)),
                "group_median": lambda c, i: statistics.median(of_group(c, i)),
                "last": last,
                "linear": lambda c, i: line_through(
                    [x[k][i] for k in range(5)], times, c)}
        for name, way in ways.items():
            got = kinds.impute(name, x, (), codes, 2, times)
            for a, b in zip(got, filled(way)):
                checked += same(name, a, b)
    return checked


def skewed(x):
    """G1 and G2."""
    n, m = len(x), mean(x)
    s2, s3, s4 = (float(sum((v - m) ** p for v in x)) for p in (2, 3, 4))
    return (math.sqrt(n) * s3 / s2 ** 1.5 * math.sqrt(n * (n - 1)) / (n - 2),
            ((n + 1) * (n * s4 / s2 ** 2 - 3) + 6) * (n - 1) / (
                (n - 2) * (n - 3)))


def winsorised(x):
    x, treated = list(x), set()
    while len(treated) < 5:
        g1, g2 = skewed(x)
        if abs(g1) < 2 or g2 < 3.5:
            break
        end, other = (max, min) if g1 >= 0 else (min, max)
        extreme = end(x)
        beside = end([v for v in x if v != extreme])
        for i, v in enumerate(x):
            if v == extreme:
                x[i] = beside
                treated.add(i)
    return x, abs(skewed(x)[0]) < 2 or skewed(x)[1] < 3.5


def treated_again():
    rng = random.Random(59)
    checked = 0
    for turn in range(60):
        values = sample(rng, rng.randint(8, 30))
        if turn % 2:
            values[2:4] = [9000.0, 700.0]
        if turn % 3 == 0:
            values[4:11] = [x * 400 for x in values[4:11]]
        x = known(values)
        low, high = min(x), max(x)
        span = high - low
        logs = [math.log(v - low + F(0.01) * span) for v in x]
        flat, passes = winsorised(x)
        mirrored = [-math.log(high + F(0.01) * span - v) for v in x]
        ways = {
            "winsorise": flat, "log": [math.log(v) for v in x],
            "log_from_least": [math.log(v - low + 1) for v in x],
            "log_of_range": logs,
            "log_by_skew": logs if skewed(x)[0] > 0 else mirrored,
            "log_gii": [math.log((high - 1) * (v - low) / span + 1)
                        for v in x],
            "box_cox": [(float(v) ** 0.5 - 1) / 0.5 for v in x],
            "two_step": flat if passes else logs}
        for name, want in ways.items():
            got = kinds.treat(name, values,
                              (0.5,) if name == "box_cox" else ())
            checked += same(name, got, want, 1e-11)
    return checked


def outliers_again():
    rng = random.Random(61)
    checked = 0
    for _ in range(60):
        values = sample(rng, rng.randint(8, 30))
        values[3] = rng.choice([900.0, -300.0, 45.0])
        x = known(values)
        middle = statistics.median(x)
        mad = statistics.median([abs(v - middle) for v in x])
        if mad == 0:
            continue
        s = math.sqrt(statistics.variance(x))
        quarters = statistics.quantiles(x, n=4, method="inclusive")
        spread = quarters[2] - quarters[0]
        ways = {
            "z": [float(v - mean(x)) / s for v in x],
            "modified_z": [0.6745 * float((v - middle) / mad) for v in x],
            "fences": [(v - quarters[2]) / spread if v > quarters[2] else
                       (v - quarters[0]) / spread if v < quarters[0] else 0
                       for v in x]}
        for name, want in ways.items():
            got, found = kinds.outliers(name, values)
            checked += same(name, got, want)
            limit = {"z": 3, "modified_z": 3.5, "fences": 1.5}[name]
            assert found == [1 if w < -limit else 2 if w > limit else 0
                             for w in map(float, want)]
    return checked


# --- Curves and gaps -------------------------------------------------------

def far_and_near(rng, n, least=0.0):
    """Far apart, close together, ties and what is equal to `least`; the first
    two known and unlike."""
    makers = [lambda: rng.lognormvariate(0, 4), lambda: float(rng.randint(1, 3)),
              lambda: 2.5 + rng.uniform(-1e-9, 1e-9), lambda: least,
              lambda: rng.uniform(least, 9)]
    make = rng.choice(makers)
    values = [rng.choice([make, rng.choice(makers)])() for _ in range(n)]
    values[:2] = [1.5, 4.0]
    return values


def kept_rows(values, weights, background):
    """(value, weight, background) in fractions, of those that have all."""
    return [tuple(map(F, row)) for row in zip(values, weights, background)
            if row[0] == row[0] and row[2] == row[2] and row[1] > 0]


def cumulated(rows):
    """Weight and weighted values up to each background."""
    steps = [(F(0), F(0))]
    for key in sorted({b for _, _, b in rows}):
        part = [(v, w) for v, w, b in rows if b == key]
        steps.append((steps[-1][0] + sum(w for _, w in part),
                      steps[-1][1] + sum(v * w for v, w in part)))
    return steps


def curve_of(name, v, w, background):
    """The points of a curve, by its definition."""
    rows = kept_rows(v, w, background if name == "concentration" else v)
    steps = cumulated(rows)
    people, money = steps[-1]
    if name == "pen":
        shares = [F(0)] + [key * people / money
                           for key in sorted({b for _, _, b in rows})]
    else:
        over = people if name == "generalised_lorenz" else money
        shares = [s / over for _, s in steps]
    return [p / people for p, _ in steps], shares


def curves_again():
    """Cumulative shares of those that are sorted; ties are one step. Values
    are missing or 0, weights are 0 or no whole numbers, and what is
    negative has a generalised curve."""
    rng = random.Random(67)
    checked = 0
    for turn in range(200):
        n = rng.randint(2, 20)
        v = sample(rng, n, 0.2) if turn % 2 else far_and_near(rng, n)
        w = [rng.choice([0.0, 1.0, rng.uniform(0.1, 30)]) for _ in v]
        background = [rng.choice([float(rng.randint(1, 6)), rng.gauss(0, 9)])
                      for _ in v]
        w[:2] = [2.0, 0.75]
        if turn % 3 == 0 and n > 2:
            background[2] = NAN
        for name in ("lorenz", "generalised_lorenz", "concentration", "pen"):
            values = ([x - 5 for x in v] if name == "generalised_lorenz"
                      else v)
            got = kinds.curve(name, values, w, background
                              if name == "concentration" else None)
            want = curve_of(name, values, w, background)
            checked += same(name, got[0], want[0])
            checked += same(name, got[1], want[1])
    return checked


def pairs_of_shares(rng):
    """Two lists of shares: of hundredths, tiny, near to 1, nearly equal."""
    makers = [lambda: rng.randint(1, 99) / 100,
              lambda: 10.0 ** rng.uniform(-12, -1),
              lambda: 1 - 10.0 ** rng.uniform(-9, -1)]
    d = [rng.choice(makers)() for _ in range(9)]
    return d, [rng.choice([x, x * (1 - 1e-13), rng.choice(makers)()])
               for x in d]


def parities_again():
    rng = random.Random(71)
    checked = 0
    for _ in range(200):
        d, a = pairs_of_shares(rng)
        pairs = [(F(x), F(y)) for x, y in zip(d, a)]
        ways = {
            "parity_index": [x / y for x, y in pairs],
            "adjusted_parity_index": [x / y if x <= y else 2 - y / x
                                      for x, y in pairs],
            "difference": [x - y for x, y in pairs],
            "relative_difference": [(x - y) / y for x, y in pairs],
            "odds_ratio": [x / (1 - x) / (y / (1 - y)) for x, y in pairs],
            "shortfall_index": [(1 - x) / (1 - y) for x, y in pairs]}
        for name, want in ways.items():
            checked += same(name, kinds.parity(name, d, a)[0], want)
    return checked


# --- Trends ----------------------------------------------------------------

COUNT, RATE, STATISTIC, PROJECTION = 0, 1, 4, 6


def slope(x, y):
    mx, my = mean(x), mean(y)
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum(
        (a - mx) ** 2 for a in x)


def holt(y, level, trend, ahead):
    """(value ahead, Σ one-step errors²)."""
    l, b, errors = y[1], y[1] - y[0], 0.0
    for v in y[2:]:
        errors += (v - l - b) ** 2
        before = l
        l = level * v + (1 - level) * (l + b)
        b = trend * (l - before) + (1 - trend) * b
    return l + ahead * b, errors


def trends_again():
    rng = random.Random(73)
    checked = 0
    for _ in range(60):
        n = rng.randint(5, 15)
        x = [2010.0 + i for i in range(n)]
        y = sample(rng, n)
        e, f = [F(v) for v in x], [F(v) for v in y]
        end, ahead = x[-1] + 3, F(x[-1] + 3)
        b = slope(e, f)
        got, _ = kinds.trend("least_squares", x, y, end)
        checked += same("line", [got[RATE], got[PROJECTION]],
                        [b, mean(f) + b * (ahead - mean(e))], 1e-10)
        pairs = [(f[j] - f[i]) / (e[j] - e[i])
                 for i in range(n) for j in range(i + 1, n)]
        got, _ = kinds.trend("theil_sen", x, y, end)
        sign = sum((p > 0) - (p < 0) for p in pairs)
        checked += same("theil_sen", [got[RATE], got[STATISTIC]],
                        [statistics.median(pairs), sign])
        got, _ = kinds.trend("growth_log_linear", x, y, end)
        logs = slope(x, [math.log(v) for v in y])
        checked += same("log_linear", [got[RATE]], [math.exp(logs) - 1], 1e-9)
        got, _ = kinds.trend("growth_end_points", x, y, end)
        checked += same("end_points", [got[RATE]], [
            (y[-1] / y[0]) ** (1 / (n - 1)) - 1], 1e-10)
        got, _ = kinds.trend("percent_change", x, y, end)
        checked += same("percent", [got[RATE]], [
            100 * b / (mean(f) + b * (e[0] - mean(e)))], 1e-9)
        got, _ = kinds.trend("holt", x, y, end, (0.35, 0.2))
        checked += same("holt", [got[PROJECTION]],
                        [holt(y, 0.35, 0.2, 3)[0]], 1e-10)
        grid = [(holt(y, i / 20, j / 20, 3)[1], i, j)
                for i in range(21) for j in range(21)]
        got, _ = kinds.trend("holt_fitted", x, y, end)
        found = holt(y, got[10], got[11], 3)
        assert found[1] <= min(grid)[0] * (1 + 1e-12)
        checked += same("holt_fitted", [got[PROJECTION]], [found[0]], 1e-10)
    return checked


# --- Value added -----------------------------------------------------------

def balanced(rng, groups, each):
    """Outcomes of groups of one size, and what of variance is between."""
    effect = [rng.gauss(0, 3) for _ in range(groups)]
    y = [[effect[g] + rng.gauss(0, 2) for _ in range(each)]
         for g in range(groups)]
    means = [math.fsum(r) / each for r in y]
    whole = math.fsum(means) / groups
    between = each * math.fsum((m - whole) ** 2 for m in means)
    within = math.fsum((v - m) ** 2 for r, m in zip(y, means) for v in r)
    return y, means, whole, between, within / (groups * (each - 1))


def shrunken_again():
    """With groups of one size and no regressors, both likelihoods have their
    maximum in closed form: the variances of the analysis of variance."""
    rng = random.Random(79)
    checked = 0
    for _ in range(30):
        groups, each = rng.randint(4, 9), rng.randint(3, 8)
        y, means, whole, between, error = balanced(rng, groups, each)
        codes = [g for g in range(groups) for _ in range(each)]
        values = [v for r in y for v in r]
        for name, freedom in (("shrunken_restricted", groups - 1),
                              ("shrunken_full", groups)):
            spread = (between / freedom - error) / each
            if spread <= 0:
                continue
            rho = spread / (spread + error / each)
            got, _, _ = kinds.value_added(name, values, [], codes, groups)
            checked += same(name, got[1], [rho * (m - whole) for m in means],
                            1e-5)
    return checked


def residuals_again():
    """Mean residuals of a line; means of what is above like starters."""
    rng = random.Random(83)
    checked = 0
    for _ in range(40):
        n, groups = rng.randint(12, 40), 3
        x = [float(rng.randint(1, 4)) for _ in range(n)]
        y = sample(rng, n)
        codes = [0, 1, 2] + [rng.randint(0, 2) for _ in range(n - 3)]
        e, f = [F(v) for v in x], [F(v) for v in y]
        if len(set(x)) < 2:
            continue
        b = slope(e, f)
        rest = [v - mean(f) - b * (a - mean(e)) for a, v in zip(e, f)]
        like = [v - mean([u for c, u in zip(x, f) if c == a])
                for a, v in zip(x, f)]
        for name, rows, over in (("ordinary", rest, 1), ("progress8", like,
                                                         10)):
            want = [mean([r for r, g in zip(rows, codes) if g == k]) / over
                    for k in range(groups)]
            got, _, _ = kinds.value_added(name, y, [x], codes, groups)
            checked += same(name, got[1], want, 1e-10)
    return checked
