"""Sums, groups, trees, denominators, rounding, agreement, random numbers and
doubts a second time: in fractions, decimals and plain loops."""
import ctypes
import math
import random
from decimal import ROUND_HALF_EVEN, Decimal, getcontext
from fractions import Fraction as F

import functions as f
import kinds
from kinds import NAN, flat, room, size
from library import doubles
from printed import turned
from second_data import describe, same

getcontext().prec = 60


# --- Sums -------------------------------------------------------------------

def hostile(rng, n):
    """Of all sizes, subnormal ones among them, with much that cancels."""
    spread = rng.choice([3, 40, 300, 1000])
    values = [math.ldexp(rng.uniform(-2, 2), rng.randint(-spread, spread) -
                         (70 if spread == 1000 else 0)) for _ in range(n)]
    values += [-v for v in rng.sample(values, n // 2)]
    values += [NAN, 0.0, -0.0, 5e-324]
    rng.shuffle(values)
    return values


def sums_again():
    rng = random.Random(89)
    checked = 0
    for _ in range(120):
        values = hostile(rng, rng.randint(2, 90))
        want = float(sum(F(v) for v in values if v == v))
        cuts = sorted(rng.randint(0, len(values)) for _ in range(5))
        parts = [values[a:b] for a, b in zip([0] + cuts,
                                             cuts + [len(values)])]
        assert f.sum_once(values) == want, (values, want)
        assert f.sum_of(*parts) == want, (values, cuts, want)
        checked += 2
    for values in ([1.7e308] * 2, [-1.7e308, -1e308, 1e-300]):
        try:
            f.sum_of(values)
            raise AssertionError("beyond the range")
        except kinds.Refusal:
            checked += 1
    return checked


# --- Groups, trees, denominators --------------------------------------------

def orders_again():
    rng = random.Random(97)
    checked = 0
    for _ in range(100):
        groups = rng.randint(1, 12)
        codes = [rng.choice([-2 ** 31, -1, rng.randrange(groups)])
                 for _ in range(rng.randint(0, 80))]
        want, starts = [], []
        for g in range(groups):
            starts.append(len(want))
            want += [i for i, c in enumerate(codes) if c == g]
        starts.append(len(want))
        want += [i for i, c in enumerate(codes) if c < 0]
        assert f.group_order(codes, groups) == (want, starts), codes
        checked += len(want) + len(starts)
    return checked


def groups_again():
    """Every group's own values in fractions, groups without any included."""
    rng = random.Random(99)
    names = ["count", "sum", "mean", "median", "min", "max", "range", "mad",
             "variance_sample", "sd_population", "cv", "standard_error"]
    checked = 0
    for _ in range(60):
        n, groups, k = rng.randint(1, 60), rng.randint(1, 5), 2
        x = [[rng.choice([NAN] + [rng.randint(10, 400) / 10] * 5)
              for _ in range(n)] for _ in range(k)]
        codes = [rng.randint(-1, groups - 1) for _ in range(n)]
        columns = f.statistics_by_columns(names, x, codes, groups)
        for c, column in enumerate(x):
            got = f.statistics_by(names, column, codes, groups)
            assert repr(columns[c]) == repr(got)
            for g in range(groups):
                own = [F(v) for v, h in zip(column, codes)
                       if h == g and v == v]
                if len(own) > 1:
                    want = describe(own)
                    checked += same("group", [r[g] for r in got],
                                    [want[w] for w in names])
                else:
                    assert got[0][g] == len(own)
    return checked


def weight_in_whole(node, parents, weights):
    """None below siblings without weight."""
    above = parents[node]
    siblings = [F(w) for w, p in zip(weights, parents)
                if p == above or p < 0 and above < 0]
    whole = 1 if above < 0 else weight_in_whole(above, parents, weights)
    if whole is None or sum(siblings) == 0:
        return None
    return whole * F(weights[node]) / sum(siblings)


def trees_again():
    rng = random.Random(101)
    checked = 0
    for _ in range(100):
        n = rng.randint(1, 30)
        parents = [rng.randint(-1, i - 1) for i in range(n)]
        weights = [rng.choice([0.0, 1.0, 0.1, 5e-324, 1e300, rng.random()])
                   for _ in range(n)]
        place = list(range(n))
        rng.shuffle(place)  # a child may stand before its parent
        to, of = [0] * n, [0.0] * n
        for i in range(n):
            to[place[i]] = -1 if parents[i] < 0 else place[parents[i]]
            of[place[i]] = weights[i]
        got, why = f.effective_weights(to, of)
        want = [weight_in_whole(i, to, of) for i in range(n)]
        assert [w != 0 for w in why] == [w is None for w in want]
        checked += same("tree", got, [NAN if w is None else w for w in want],
                        1e-14)
    return checked


def denominators_again():
    rng = random.Random(103)
    checked = 0
    for _ in range(100):
        n, k = rng.randint(1, 9), rng.randint(1, 4)

        def drawn():
            return rng.choice([NAN, 0.0, -3.0, rng.uniform(-1e9, 1e9),
                               1e-300, 1e290])

        values = [[drawn() for _ in range(n)] for _ in range(k)]
        by = [[rng.choice([drawn(), 7.0]) for _ in range(n)]
              for _ in range(k)]
        factor = rng.choice([1.0, 1000.0, -1e5, 0.1])
        want = [NAN if v != v or d != d or d == 0 else F(factor) * F(v) / F(d)
                for a, b in zip(values, by) for v, d in zip(a, b)]
        try:
            got, why = f.denominate(values, by, factor)
        except kinds.Refusal:
            assert any(abs(w) > 1.7e308 for w in want), (values, by)
            continue
        for a, b, reason in zip(got, want, why):
            assert (b != b) == (reason != 0)
            assert b != b or abs(F(a) - b) <= abs(b) * F(1e-15) + F(1e-323), (
                a, b)
            checked += 1
    return checked


# --- Rounding, comparing, agreeing ------------------------------------------

def rounded(value, decimals, interval):
    unit = Decimal(interval).normalize().scaleb(-decimals)
    return float((Decimal(repr(value)) / unit).to_integral_value(
        ROUND_HALF_EVEN) * unit)


def rounds_again():
    rng = random.Random(107)
    checked = 0
    for _ in range(400):
        decimals = rng.randint(-6, 9)
        interval = rng.choice(["1", "0.5", "0.2"])
        values = [rng.randint(-10 ** 6, 10 ** 6) / 10 ** rng.randint(0, 9)
                  for _ in range(20)]
        values += [rng.uniform(-1e3, 1e3), 0.5, 2.5, 0.125, 1e15, 5e-324]
        got = kinds.rounded(values, decimals, float(interval))
        want = [rounded(v, decimals, interval) for v in values]
        assert got == want, (values, decimals, interval, got, want)
        checked += len(got)
    return checked


def outranked(a, b, w):
    """The share of weight where a is better; half of where they tie."""
    both = [(x, y, F(u)) for x, y, u in zip(a, b, w) if x == x and y == y]
    whole = sum(u for _, _, u in both)
    if whole == 0:
        return NAN
    return sum(u if x > y else u / 2 if x == y else 0
               for x, y, u in both) / whole


def outrankings_again():
    rng = random.Random(109)
    checked = 0
    for _ in range(60):
        k, n = rng.randint(1, 6), rng.randint(1, 9)
        x = [[rng.choice([NAN, 1e300, -1e-300, float(rng.randint(0, 4))])
              for _ in range(n)] for _ in range(k)]
        w = [rng.choice([0.0, 1.0, rng.random()]) for _ in range(k)]
        if sum(w) == 0:
            continue
        rows = list(zip(*x))
        want = [NAN if i == j else outranked(rows[i], rows[j], w)
                for i in range(n) for j in range(n)]
        checked += same("outranking", kinds.outranking(x, w), want)
    return checked


def agreement(rows):
    """Kendall's W of rank rows: from all pairs of columns and experts."""
    k, n = len(rows), len(rows[0])
    ranks = [[F(sum(u < v for u in r)) + F(sum(u == v for u in r) + 1, 2)
              for v in r] for r in rows]
    sums = [sum(r[c] for r in ranks) for c in range(n)]
    s = sum((v - F(sum(sums), n)) ** 2 for v in sums)
    ties = sum(r.count(v) ** 3 - r.count(v) for r in rows for v in set(r))
    whole = k * k * (n ** 3 - n) - k * ties
    return 12 * s / whole if whole else NAN


def agreements_again():
    rng = random.Random(113)
    checked = 0
    for _ in range(100):
        k, n = rng.randint(2, 9), rng.randint(2, 7)
        rows = [[rng.choice([float(rng.randint(0, 5)), 1e300, -1e-300])
                 for _ in range(n)] for _ in range(k)]
        blank = [list(r) for r in rows] + [[NAN] + [1.0] * (n - 1)]
        rng.shuffle(blank)
        out, why = room(1)
        kinds.call("allocation_agreement", flat(turned(blank)), size(n),
                   size(k + 1), size(k + 1), out, why)
        checked += same("agreement", [out[0]], [agreement(rows)])
    return checked


# --- Student's distribution -------------------------------------------------

def simpson(of, low, high, parts=4000):
    step = (high - low) / parts
    return math.fsum((1 if i in (0, parts) else 4 if i % 2 else 2) *
                     of(low + i * step) for i in range(parts + 1)) * step / 3


def student(t, freedom):
    """Area under the density, over the angle whose tangent is t/√freedom."""
    c = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2))
    return 0.5 + c / math.sqrt(math.pi) * simpson(
        lambda a: math.cos(a) ** (freedom - 1), 0,
        math.atan(t / math.sqrt(freedom)))


def student_again():
    rng = random.Random(127)
    for _ in range(60):
        freedom = rng.choice([1.0, 3.0, rng.uniform(1, 8), rng.uniform(8, 90)])
        t = rng.choice([0.0, rng.uniform(-4, 4), rng.uniform(-40, 40)])
        p = student(t, freedom)
        assert abs(kinds.student("cdf", t, freedom) - p) < 1e-11, (t, freedom)
        q = rng.uniform(0.001, 0.999)
        at = kinds.student("quantile", q, freedom)
        assert abs(student(at, freedom) - q) < 1e-11, (q, freedom)
    return 120


# --- Random numbers ---------------------------------------------------------

WORD = 2 ** 64 - 1
JUMP = (0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa,
        0x39abdc4529b1661c)


class Stream:
    """xoshiro256** from splitmix64, in whole numbers."""

    def __init__(self, seed, stream, jumps=0):
        self.s = [self.split(seed, 4 * stream + i) for i in range(4)]
        for _ in range(jumps):
            self.jump()

    @staticmethod
    def split(seed, index):
        z = (seed + (index + 1) * 0x9e3779b97f4a7c15) & WORD
        z = ((z ^ z >> 30) * 0xbf58476d1ce4e5b9) & WORD
        z = ((z ^ z >> 27) * 0x94d049bb133111eb) & WORD
        return z ^ z >> 31

    @staticmethod
    def turn(x, by):
        return (x << by | x >> 64 - by) & WORD

    def next(self):
        a, b, c, d = self.s
        out = self.turn(b * 5 & WORD, 7) * 9 & WORD
        c ^= a
        d ^= b
        self.s = [a ^ d, b ^ c, c ^ (b << 17 & WORD), self.turn(d, 45)]
        return out

    def jump(self):
        there = [0] * 4
        for bit in range(256):
            if JUMP[bit // 64] >> bit % 64 & 1:
                there = [t ^ s for t, s in zip(there, self.s)]
            self.next()
        self.s = there

    def uniform(self):
        return (self.next() >> 11) / 2 ** 53

    def below(self, count):
        return int(self.uniform() * count)


def layers():
    """Marsaglia and Tsang 2000: 128 layers of one area, from the lowest."""
    x, area = [0.0, 3.442619855896652], 9.91256303533646112916e-3
    x[0] = area * math.exp(x[1] ** 2 / 2)
    while len(x) < 128:
        x.append(math.sqrt(-2 * math.log(area / x[-1] +
                                         math.exp(-x[-1] ** 2 / 2))))
    return x + [0.0]


def normals(stream, count, x):
    """Layer and place from one number; what is beyond is drawn again."""
    out = []
    while len(out) < count:
        bits = stream.next()
        layer, u = bits % 128, (bits >> 11) / 2 ** 52 - 1
        z = u * x[layer]
        if abs(z) < x[layer + 1]:
            out.append(z)
        elif layer == 0:
            out.append(math.copysign(tail(stream, x[1]), u))
        else:
            low, high = (math.exp(-v * v / 2) for v in x[layer:layer + 2])
            if low + (high - low) * stream.uniform() < math.exp(-z * z / 2):
                out.append(z)
    return out


def tail(stream, start):
    while True:
        a = -math.log(1 - stream.uniform()) / start
        if -2 * math.log(1 - stream.uniform()) > a * a:
            return start + a


def random_again():
    rng = random.Random(131)
    checked, x = 0, layers()
    for _ in range(20):
        seed, stream = rng.choice([0, WORD, rng.getrandbits(64)]), rng.choice(
            [0, 1, 2 ** 62 - 1, rng.getrandbits(40)])
        out, _ = room(500)
        kinds.call("random_uniform", f.u64(seed), f.u64(stream), out,
                   size(500))
        own = Stream(seed, stream)
        assert list(out) == [own.uniform() for _ in range(500)]
        checked += 500 + same("normal", f.random_normal(seed, stream, 3000),
                              normals(Stream(seed, stream), 3000, x))
    return checked


# --- Doubts -----------------------------------------------------------------

class Doubtful:
    """A flat index of positive columns with all five doubts, drawn slowly."""

    def __init__(self, rng):
        self.k, self.n = rng.randint(2, 4), rng.randint(3, 8)
        self.x = [[rng.choice([NAN] + [rng.uniform(2, 9)] * 7)
                   for _ in range(self.n)] for _ in range(self.k)]
        for c in self.x:
            c[:2] = [rng.uniform(2, 5), rng.uniform(5, 9)]
        self.w = [rng.uniform(0.5, 2) for _ in range(self.k)] + [1.0]
        self.errors = [rng.uniform(0, 1) for _ in range(self.k)]
        self.seed, self.spread = rng.getrandbits(64), rng.uniform(0.2, 1)

    def index(self):
        return f.composite(
            self.x, weights=doubles(self.w), normalisation_count=2,
            normalisations=f.methods(
                "normalisation", [None] * self.k + ["minmax"] * self.k),
            aggregations=f.methods("aggregation", ["arithmetic", "harmonic"]),
            aggregation_count=2)

    def options(self, draws):
        return {"seed": f.u64(self.seed).value, "draws": draws,
                "spread": self.spread, "errors": doubles(self.errors),
                "even_errors": 1, "left_out": 1}

    def choice(self, streams):
        """What is drawn of each source from the stream named for it."""
        weights, scale, how, out, errors = (
            Stream(self.seed, s, jumps) for jumps, s in enumerate(streams))
        return ([1 + self.spread * (2 * weights.uniform() - 1)
                 for _ in range(self.k)], scale.below(2), how.below(2),
                out.below(self.k + 1),
                [[e * (2 * errors.uniform() - 1) for _ in range(self.n)]
                 for e in self.errors])

    def ranks(self, chosen=None):
        """1 is best; None without a score."""
        factors, scale, how, out, errors = chosen or (
            [1] * self.k, 0, 0, 0, [[0] * self.n] * self.k)
        x = [[v + e for v, e in zip(c, d)] for c, d in zip(self.x, errors)]
        if scale:
            x = [minmax(c) for c in x]
        w = [0 if c + 1 == out else u * g for c, (u, g) in enumerate(
            zip(self.w, factors))]
        scores = [mean_of(r, w, how) for r in zip(*x)]
        return [None if s is None else 1 + sum(
            o is not None and o > s + 1e-12 * abs(s) for o in scores)
            for s in scores]


def minmax(column):
    known = [v for v in column if v == v]
    low, high = min(known), max(known)
    return [(v - low) / (high - low) for v in column]


def mean_of(row, w, harmonic):
    pairs = [(v, u) for v, u in zip(row, w) if v == v and u > 0]
    whole = math.fsum(u for _, u in pairs)
    if not pairs:
        return None
    if not harmonic:
        return math.fsum(v * u for v, u in pairs) / whole
    if min(v for v, _ in pairs) <= 0:
        return 0.0
    return whole / math.fsum(u / v for v, u in pairs)


def shift(ranks, before):
    both = [abs(a - b) for a, b in zip(ranks, before)
            if a is not None and b is not None]
    return F(sum(both), len(both))


def estimate(a, b, ab):
    """(first order, total) in fractions."""
    n, all_values = len(a), a + b
    m = sum(all_values) / (2 * n)
    v = sum((x - m) ** 2 for x in all_values) / (2 * n - 1)
    if v == 0:
        return NAN, NAN
    return (sum((y - m) * (z - x) for x, y, z in zip(a, b, ab)) / n / v,
            sum((z - x) ** 2 for x, z in zip(a, ab)) / (2 * n) / v)


def sensitivities_again():
    """Saltelli's design: A from streams 2k, B from 2k + 1, and A with one
    source from B."""
    rng = random.Random(137)
    checked, samples = 0, 12
    for _ in range(12):
        d = Doubtful(rng)
        before = d.ranks()

        def model(mixed):
            return [shift(d.ranks(d.choice([2 * k + (s in mixed)
                                            for s in range(5)])), before)
                    for k in range(samples)]

        a, b = model(()), model(range(5))
        want = [estimate(a, b, model((s,))) for s in range(5)]
        first, total = f.sensitivity(d.index(), **d.options(samples))
        checked += same("first", first, [w[0] for w in want])
        checked += same("total", total, [w[1] for w in want])
    return checked


def estimates_again():
    rng = random.Random(139)
    checked = 0
    for _ in range(60):
        n, sources = rng.randint(2, 30), rng.randint(1, 4)
        size_of = rng.choice([1.0, 1e-150, 1e100])
        y = [[size_of * (rng.choice([0, 1e6]) + rng.uniform(-1, 1))
              for _ in range(n)] for _ in range(2 + sources)]
        out, _ = room(6 * sources)
        kinds.call("sensitivity_estimate", doubles(y[0]), doubles(y[1]),
                   flat(y[2:]), size(n), size(sources), f.u64(1), size(0),
                   ctypes.c_double(0.9), out)
        e = [[F(v) for v in r] for r in y]
        want = [estimate(e[0], e[1], r) for r in e[2:]]
        checked += same("first", out[0:6 * sources:6], [w[0] for w in want],
                        1e-10)
        checked += same("total", out[3:6 * sources:6], [w[1] for w in want],
                        1e-10)
    return checked
