"""The methods of progress a second time, from what their sources say: each
takes the inputs of one element and s, 1 where high is good, else −1."""
import math
import random
from fractions import Fraction

import kinds

INPUTS = 7


def growth(a, c, years):
    return (a / c) ** (1 / years) - 1


def clip(x, low, high):
    return max(low, min(high, x))


def met(x, target, s):
    return s * (x - target) >= 0


def ratio(x, s, t):
    if met(x, t, s):
        return 1
    small, large = sorted((abs(x), abs(t)))
    return small / large if x * t > 0 else 0


def ratio_interval(x, _, low, high, out_low, out_high):
    away = max(low - x, x - high, 0)
    return clip(1 - away / max(low - out_low, out_high - high), 0, 1)


def efficacy(x, _, bad, good):
    return clip((60 + 40 * (x - bad) / (good - bad)) / 100, 0, 1)


def completion(x, _, planned):
    return x / planned


def baseline(x, s, b, t):
    if met(b, t, s):
        return 1.0 if met(x, t, s) else 0.0 if b == t else ratio(x, s, t)
    return clip((x - b) / (t - b), 0, 1)


def eurostat(x, s, b, t, now, then, due):
    if met(x, t, s):
        return 5.0
    r = s * growth(x, b, now - then) / abs(growth(t, b, due - then))
    if r > 1.3:
        return 5.0
    if r >= 0.6:
        return 5 / 0.7 * (r - 0.6)
    return 5 / 1.2 * (r + 0.6) - 5 if r >= -0.6 else -5.0


def eurostat_trend(x, s, b, now, then):
    return clip(250 * s * growth(x, b, now - then), -5, 5)


def open_sdg(x, s, b, t, now, then, due):
    if met(x, t, s):
        return 5.0
    p = s * growth(x, b, now - then) / abs(growth(t, b, due - then))
    return (min(7.1429 * p - 4.2857, 5) if p >= 0.6 else
            max(4.1667 * p - 2.5, -5))


def open_sdg_trend(x, s, b, now, then, limit):
    p = s * growth(x, b, now - then)
    part = b / limit
    c = (1 if part >= 2 else 1 - part ** 4.44 if part <= 1 else
         1 - (2 - part) ** 4.44)
    if p < 0:
        return max(125 * p - 2.5, -5)
    if p >= 0.015 * c:
        return min(500 * p / c - 5, 5)
    return 250 * p / c - 1.25 if p >= 0.005 * c else 500 * p / c - 2.5


def unsd(x, _, b, t, now, then, due):
    g = growth(x, b, now - then)
    return (x * (1 + g) ** max(0, due - now) - b) / (t - b)


def unsd_trend(x, s, b, now, then):
    return s * growth(x, b, now - then)


def sdsn_score(x, _, worst, best):
    return clip(100 * (x - worst) / (best - worst), 0, 100)


def sdsn_colour(x, _, *marks):
    for k in (2, 1, 0):
        if x >= marks[k]:
            return k + clip((x - marks[k]) / (marks[k + 1] - marks[k]), 0, 1)
    return 0.0


def sdsn_arrow(x, s, b, green, now, then):
    if met(x, green, s):
        return 4.0
    if met(b, green, s):
        return 0.0
    q = (x - b) / (now - then) / ((green - b) / 15)
    if q < 0:
        return clip(1 + q, 0, 1)
    return 1 + 2 * q if q < 1 else clip(2 + q, 3, 4)


def escap_status(x, s, b, t):
    return 10.0 if met(x, t, s) else min(10, 10 * s * (x - b) / abs(t - b))


def escap_parity(x, _, b, t):
    return 10 - 10 * abs(t - x) / abs(t - b)


def escap_anticipated(a, s, b, t):
    return 0.0 if met(a, t, s) else 100 * abs(t - a) / abs(t - b)


def oecd_distance(x, s, t, spread):
    return max(0.0, s * (t - x)) / spread


def uis_benchmark(x, s, b, now, then, _slow, _fast):
    return s * (x - b) / (now - then)


def pace(x, s, b, t, expected):
    if met(b, t, s):
        return 1.0 if met(x, t, s) else 0.0
    return (x - b) / (expected - b)


def path_linear(x, s, b, t, now, then, due):
    return pace(x, s, b, t, b + (t - b) * (min(now, due) - then) /
                (due - then))


def path_growth(x, s, b, t, now, then, due):
    return pace(x, s, b, t, b * (t / b) ** ((min(now, due) - then) /
                                            (due - then)))


def path_expected(x, s, b, e):
    return pace(x, s, b, e, e)


#: which inputs are years, and how the others are to be drawn
YEARS = {"eurostat": 3, "eurostat_trend": 2, "open_sdg": 3,
         "open_sdg_trend": 2, "unsd": 3, "unsd_trend": 2, "sdsn_arrow": 3,
         "uis_benchmark": 2, "path_linear": 3, "path_growth": 3}
ORDERED = {"sdsn_colour": 1, "ratio_interval": 1}
TWO_SIDED = ("ratio_interval", "efficacy", "completion", "sdsn_score",
             "sdsn_colour", "escap_parity")


def drawn(rng, name, inputs):
    """An element's inputs in the order of the method's table."""
    x = [rng.uniform(1, 60) for _ in range(inputs)]
    first = YEARS.get(name)
    if first:
        span = [2024.0 + rng.randint(-4, 8), 2015.0, 2030.0]
        for k, year in enumerate(span):
            if first + k < inputs and not (
                    name in ("eurostat_trend", "open_sdg_trend", "unsd_trend",
                             "sdsn_arrow", "uis_benchmark") and k == 2):
                x[first + k] = year
    if name == "sdsn_colour":
        x[1:5] = sorted(x[1:5])
    if name == "ratio_interval":
        a, b, c, d = sorted(x[1:5])
        x[1:5] = [b, c, a, d]
    if name == "uis_benchmark":
        x[4:6] = sorted(x[4:6])
    return x


def progress_again():
    """Scores of all methods on drawn elements; ends of scales included."""
    rng = random.Random(23)
    checked = 0
    for row in kinds.methods("progress"):
        name = row.name.decode()
        formula = globals()[name]
        inputs = kinds.LIB.attain_progress_input_count(
            kinds.lib.find(kinds.LIB, kinds.KINDS["progress"], name), None)
        for _ in range(120):
            x = drawn(rng, name, inputs)
            down = int(rng.random() < 0.5 and name not in TWO_SIDED)
            want = formula(x[0], -1 if down else 1, *x[1:])
            got, _, why = kinds.progress(name, [[v] for v in x], (), [down])
            assert why == [0], (name, x, down, why)
            slack = max(1e-9, 1e-9 * abs(want))
            assert abs(got[0] - want) <= slack, (name, x, down, got, want)
            checked += 1
    return checked


def goals_again():
    """Means of scores, or of the two worst colours, and their classes."""
    rng = random.Random(29)
    checked = 0
    for _ in range(400):
        n = rng.randint(2, 9)
        scores = [rng.uniform(-5, 5) for _ in range(n)]
        mean = math.fsum(scores) / n
        got, code, _ = kinds.goal("open_sdg", scores)
        assert abs(got - mean) < 1e-12
        assert code == sum(mean >= cut for cut in (-2.5, 0, 2.5))
        got, code, _ = kinds.goal("eurostat", scores)
        assert abs(got - mean) < 1e-12
        assert code == (mean >= -2.5) + (mean >= -0.25) + (
            mean > 0.25) + (mean > 2.5)
        colours = [rng.uniform(0, 3) for _ in range(n)]
        worst = sorted(colours)[:2]
        got, code, _ = kinds.goal("sdsn_colour", colours)
        assert abs(got - sum(worst) / 2) < 1e-12
        assert code == (3 if worst[0] >= 2 else 0 if worst[1] < 1 else
                        1 if sum(worst) < 3 else 2)
        arrows = [rng.uniform(0, 4) for _ in range(n)]
        got, code, _ = kinds.goal("sdsn_arrow", arrows)
        mean = math.fsum(min(3, a) for a in arrows) / n
        assert abs(got - mean) < 1e-12 and code == int(mean + 1e-12)
        checked += 4
    return checked


#: Methods of sums and quotients alone, which are as exact in rationals.
EXACT = ("completion", "ratio", "baseline", "efficacy", "sdsn_score",
         "sdsn_arrow", "escap_status", "escap_parity", "escap_anticipated",
         "oecd_distance", "uis_benchmark", "path_linear", "path_expected")


def hostile_progress_again():
    """The same formulas in rationals, on few whole numbers (ties, zeros, both
    signs) and on those times a power of ten from 1e-150 to 1e150."""
    rng = random.Random(43)
    checked = 0
    for name in EXACT:
        inputs = kinds.LIB.attain_progress_input_count(
            kinds.lib.find(kinds.LIB, kinds.KINDS["progress"], name), None)
        for _ in range(400):
            first = YEARS.get(name, inputs)
            scale = 10.0 ** rng.choice((0, 0, rng.randint(-150, 150)))
            x = drawn(rng, name, inputs)
            x = [rng.randint(-4, 4) * scale if k < first or k > first + 2 or
                 (name == "uis_benchmark" and k > 3) else x[k]
                 for k in range(inputs)]
            down = int(rng.random() < 0.5 and name not in TWO_SIDED)
            got, _, why = kinds.progress(name, [[v] for v in x], (), [down])
            try:
                want = globals()[name](Fraction(x[0]), -1 if down else 1,
                                       *map(Fraction, x[1:]))
            except ZeroDivisionError:
                assert why != [0] or math.isfinite(got[0]), (name, x, got)
                continue
            if why != [0]:
                assert got[0] != got[0], (name, x, got, why)
                continue
            assert abs(Fraction(got[0]) - Fraction(want)) <= (
                Fraction(1e-12) * max(1, abs(Fraction(want)))), (
                    name, x, down, got, float(want))
            checked += 1
    assert checked > 2500
    return checked
