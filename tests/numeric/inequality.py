"""Statistics of inequality and poverty against their definitions, computed
again in decimals of 60 digits: inequality.py

Arrays are random and hostile: close together, far apart, with zeros, ties,
negative numbers, weights that are 0 or no whole numbers.
"""
import random
import sys
from decimal import Decimal, getcontext

import library as lib

getcontext().prec = 60
getcontext().Emax = 999999999
getcontext().Emin = -999999999
D = Decimal
HALF = D(1) / 2


class Sample:
    def __init__(self, values, weights):
        pairs = sorted((D(v), D(w)) for v, w in zip(
            values, weights or [1.0] * len(values)))
        self.all = [v for v, _ in pairs]
        self.pairs = [(v, w) for v, w in pairs if w > 0]
        self.W = sum(w for _, w in self.pairs)
        self.M = sum(v * w for v, w in self.pairs) / self.W

    def mean(self, f):
        return sum(w * f(v) for v, w in self.pairs) / self.W

    def quantile(self, p):
        below = D(0)
        part = D(repr(p)) * self.W
        for i, (v, w) in enumerate(self.pairs[:-1]):
            below += w
            if abs(below - part) <= self.W * D("1e-13"):
                return (v + self.pairs[i + 1][0]) / 2
            if below > part:
                return v
        return self.pairs[-1][0]

    def amount(self, p, top=False):
        left = D(repr(p)) * self.W
        out = D(0)
        for v, w in reversed(self.pairs) if top else self.pairs:
            out += v * min(w, left)
            left -= min(w, left)
        return out


def gini(s):
    total = sum(w * u * abs(v - x) for v, w in s.pairs for x, u in s.pairs)
    return total / (2 * s.W * s.W * s.M)


def entropy(s, a):
    a = D(a)
    if a == 0:
        return s.mean(lambda v: (s.M / v).ln())
    if a == 1:
        return s.mean(lambda v: v / s.M * (v / s.M).ln() if v else D(0))
    power = s.mean(lambda v: (v / s.M) ** a if v else D(0))
    return (power - 1) / (a * (a - 1))


def atkinson(s, e):
    e = D(e)
    if e == 1:
        return 1 - s.mean(lambda v: v.ln()).exp() / s.M
    return 1 - s.mean(lambda v: (v / s.M) ** (1 - e) if v else D(0)) ** (
        1 / (1 - e))


def half(s, sign):
    m = s.quantile(0.5)
    chosen = [(v, w) for v, w in s.pairs if sign * (v - m) >= 0]
    return sum(v * w for v, w in chosen) / m / sum(w for _, w in chosen)


def wolfson(s, scale):
    lorenz = s.amount(0.5) / (s.M * s.W)
    return (D(scale) * 2 * (HALF - lorenz - gini(s) / 2) * s.M /
            s.quantile(0.5))


def herfindahl(s, order):
    total = sum(s.all)
    return sum((v / total) ** (D(order) + 1) if v else D(0)
               for v in s.all) ** (1 / D(order))


def rosenbluth(s):
    total = sum(s.all)
    ranks = sum(i * v / total for i, v in enumerate(reversed(s.all), 1))
    return 1 / (2 * ranks - 1)


def variance_of_logs(s):
    center = s.mean(lambda v: v.ln())
    return s.mean(lambda v: (v.ln() - center) ** 2)


def gap(z, v):
    return max(D(0), (D(z) - v) / D(z))


def fgt(s, z, a):
    return s.mean(lambda v: (gap(z, v) ** D(a) if a else D(1))
                  if v < D(z) else D(0))


def sen(s, z, finite):
    poor = [(v, w) for v, w in s.pairs if v < D(z)]
    if not poor:
        return D(0)
    q = sum(w for _, w in poor)
    spread = sum(w * u * abs(v - x) for v, w in poor for x, u in poor) / (
        2 * q * q * D(z))
    gaps = sum(w * gap(z, v) for v, w in poor) / q
    return q / s.W * (gaps + spread * (q / (q + 1) if finite else 1))


def sen_shorrocks_thon(s, z):
    """The mean over pairs of the larger gap."""
    return sum(w * u * max(gap(z, v), gap(z, x))
               for v, w in s.pairs for x, u in s.pairs) / (s.W * s.W)


# name, parameters, definition, needs: 0 anything, 1 v >= 0, 2 v > 0
CASES = [
    ("theil", (), lambda s: entropy(s, 1), 1),
    ("theil_l", (), lambda s: entropy(s, 0), 2),
    ("generalised_entropy", (2.0,), lambda s: entropy(s, 2.0), 1),
    ("generalised_entropy", (0.3,), lambda s: entropy(s, 0.3), 1),
    ("generalised_entropy", (0.9999,), lambda s: entropy(s, 0.9999), 1),
    ("generalised_entropy", (1e-7,), lambda s: entropy(s, 1e-7), 2),
    ("generalised_entropy", (-1.5,), lambda s: entropy(s, -1.5), 2),
    ("generalised_entropy", (20.0,), lambda s: entropy(s, 20.0), 1),
    ("atkinson", (0.5,), lambda s: atkinson(s, 0.5), 1),
    ("atkinson", (1.0,), lambda s: atkinson(s, 1.0), 2),
    ("atkinson", (1.0001,), lambda s: atkinson(s, 1.0001), 2),
    ("atkinson", (2.0,), lambda s: atkinson(s, 2.0), 2),
    ("atkinson", (60.0,), lambda s: atkinson(s, 60.0), 2),
    ("hoover", (), lambda s: s.mean(lambda v: abs(v - s.M)) / 2 / s.M, 1),
    ("kolm", (1.0,), lambda s: s.mean(lambda v: (s.M - v).exp()).ln(), 0),
    ("kolm", (0.02,), lambda s: s.mean(
        lambda v: (D(0.02) * (s.M - v)).exp()).ln() / D(0.02), 0),
    ("gini", (), gini, 1),
    ("gini_corrected", (), lambda s: gini(s) * s.W / (s.W - 1), 1),
    ("palma", (), lambda s: s.amount(0.1, True) / s.amount(0.4), 2),
    ("mcloone", (), lambda s: half(s, -1), 2),
    ("verstegen", (), lambda s: half(s, 1), 2),
    ("interquantile_ratio", (),
     lambda s: s.quantile(0.75) / s.quantile(0.25), 2),
    ("range_ratio", (), lambda s: s.quantile(0.95) / s.quantile(0.05), 2),
    ("federal_range_ratio", (),
     lambda s: s.quantile(0.95) / s.quantile(0.05) - 1, 2),
    ("wolfson", (), lambda s: wolfson(s, 2), 2),
    ("wolfson", (1.0,), lambda s: wolfson(s, 1), 2),
    ("herfindahl", (), lambda s: herfindahl(s, 1), 1),
    ("herfindahl", (2.5,), lambda s: herfindahl(s, 2.5), 1),
    ("rosenbluth", (), rosenbluth, 1),
    ("variance_of_logs", (), variance_of_logs, 2),
    ("logarithmic_variance", (),
     lambda s: s.mean(lambda v: (v / s.M).ln() ** 2), 2),
    ("headcount", (3.0,), lambda s: fgt(s, 3.0, 0), 0),
    ("poverty_gap", (3.0,), lambda s: fgt(s, 3.0, 1), 0),
    ("squared_poverty_gap", (3.0,), lambda s: fgt(s, 3.0, 2), 0),
    ("foster_greer_thorbecke", (3.0, 0.0), lambda s: fgt(s, 3.0, 0), 0),
    ("foster_greer_thorbecke", (3.0, 1.5), lambda s: fgt(s, 3.0, 1.5), 0),
    ("watts", (3.0,), lambda s: s.mean(
        lambda v: (D(3) / v).ln() if v < 3 else D(0)), 2),
    ("sen", (3.0,), lambda s: sen(s, 3.0, False), 0),
    ("sen_1976", (3.0,), lambda s: sen(s, 3.0, True), 0),
    ("sen_shorrocks_thon", (3.0,), lambda s: sen_shorrocks_thon(s, 3.0), 0),
]


def arrays(rng):
    """(values, weights, smallest need that they do not meet)."""
    sizes = [2, 3, 7, 24]
    makers = [
        (lambda: rng.uniform(1, 5), 3),
        (lambda: float(rng.randint(1, 6)), 3),
        (lambda: rng.choice([0.0, 0.0, rng.uniform(0, 9)]), 2),
        (lambda: rng.lognormvariate(0, 3), 3),
        (lambda: 2.5 + rng.uniform(-1e-6, 1e-6), 3),
        (lambda: 2.5 + rng.uniform(-1e-11, 1e-11), 3),
        (lambda: rng.uniform(-4, 9), 1),
        (lambda: 10.0 ** rng.uniform(-9, 3), 3),
    ]
    for make, beyond in makers:
        for n in sizes:
            values = [make() for _ in range(n)]
            if beyond < 3 and max(values) <= 0:
                values[0] = 4.0
            yield values, None, beyond
            yield values, [float(rng.randint(1, 300)) for _ in values], beyond
            weights = [rng.choice([0.0, rng.uniform(0.5, 2)]) for _ in values]
            weights[values.index(max(values))] = 1.25
            weights[values.index(min(values))] = 1.5
            yield values, weights, beyond


def main():
    library = lib.load()
    rng = random.Random(5)
    checked = 0
    worst = {}
    for values, weights, beyond in arrays(rng):
        sample = Sample(values, weights)
        for name, parameters, define, need in CASES:
            if need >= beyond:
                continue
            try:
                expected = float(define(sample))
            except (ZeroDivisionError, ArithmeticError):
                continue
            got, reason = lib.statistic(library, name, values, weights,
                                        parameters)
            # Differences of nearly equal numbers that the definition, not the
            # way it is computed, divides by.
            absolute = 1e-15 if name in (
                "wolfson", "federal_range_ratio") else 0.0
            if not lib.close(got, expected, 2e-13, absolute):
                print("fail:", name, parameters, got, expected, values, weights)
                return 1
            error = abs(got - expected) / abs(expected) if expected else 0
            worst[name] = max(worst.get(name, 0), error)
            assert reason == 0
            checked += 1
    print("ok: %d numbers, the worst %s" % (
        checked, max((e, n) for n, e in worst.items())))
    if "-v" in sys.argv:
        for name in sorted(worst):
            print("%-24s %.1e" % (name, worst[name]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
