"""How columns go together a second time, in fractions: on tenths with ties
and blanks, far from 0, and of sizes far apart."""
import math
import random
from fractions import Fraction as F

import kinds
from second_data import mean, same

#: what is added to and multiplied with columns of tenths
HOSTILE = ((0.0, 1.0), (1e9, 1.0), (-3e5, 1e-8), (0.0, 2.0 ** 80))


def drawn(rng, columns, rows):
    """Columns that share a part, no two of them alike."""
    shared = [rng.randint(-200, 200) for _ in range(rows)]
    shift, scale = rng.choice(HOSTILE)
    x = [[shift + scale * (s * rng.choice((1, 1, 0)) + rng.randint(-90, 90)) /
          8 for s in shared] for _ in range(columns)]
    for _ in range(rng.randint(0, 3)):
        rng.choice(x)[rng.randrange(rows)] = kinds.NAN
    return x


def whole(x):
    """Rows without a blank, as columns of fractions."""
    rows = [r for r in zip(*x) if all(v == v for v in r)]
    return [[F(v) for v in c] for c in zip(*rows)]


def covariance(a, b):
    ma, mb = mean(a), mean(b)
    return sum((u - ma) * (v - mb) for u, v in zip(a, b)) / (len(a) - 1)


def root(x):
    """√ of a fraction beyond the range of doubles, too."""
    shift = (x.numerator.bit_length() - x.denominator.bit_length()) // 2
    return F(math.sqrt(x / F(4) ** shift)) * F(2) ** shift


def correlation(a, b):
    return covariance(a, b) / root(covariance(a, a) * covariance(b, b))


def alpha(x):
    k, total = len(x), [sum(r) for r in zip(*x)]
    return F(k, k - 1) * (1 - sum(covariance(c, c) for c in x) /
                          covariance(total, total))


def alpha_standardised(x):
    k = len(x)
    r = mean([correlation(x[i], x[j]) for i in range(k) for j in range(i)])
    return k * r / (1 + (k - 1) * r)


def reliability_again():
    rng = random.Random(89)
    checked = 0
    for _ in range(60):
        x = drawn(rng, rng.randint(3, 6), rng.randint(8, 30))
        e = whole(x)
        for name, formula in (("alpha", alpha),
                              ("alpha_standardised", alpha_standardised)):
            value, dropped, why = kinds.reliability(name, x)
            assert why == 0
            checked += same(name, [value], [formula(e)], 1e-9)
            checked += same(name, dropped, [
                formula(e[:c] + e[c + 1:]) for c in range(len(e))], 1e-9)
    return checked


def components_again():
    """Vectors of length 1, at right angles, that the matrix of fractions only
    stretches, the longest first: there is no other answer but for signs."""
    rng = random.Random(97)
    checked = 0
    for _ in range(60):
        k = rng.randint(2, 6)
        x = drawn(rng, k, rng.randint(10, 30))
        e = whole(x)
        for name, of in (("covariance", covariance),
                         ("correlation", correlation)):
            s = [[of(a, b) for b in e] for a in e]
            size = sum(s[i][i] for i in range(k))
            values, vectors = kinds.components(name, x)
            assert values == sorted(values, reverse=True)
            checked += same(name, [float(sum(map(F, values)) / size)], [1])
            for i, v in enumerate(vectors):
                v = [F(u) for u in v]
                stretched = [float((sum(a * b for a, b in zip(row, v)) -
                                    F(values[i]) * u) / size)
                             for row, u in zip(s, v)]
                checked += same(name, stretched, [0] * k)
                checked += same(name, [
                    sum(a * F(b) for a, b in zip(v, w)) for w in vectors],
                    [i == j for j in range(k)])
    return checked
