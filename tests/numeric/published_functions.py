"""Published numbers of the functions that are no methods: sums, groups,
trees, denominators, random numbers and the doubts of an index.

What is drawn is drawn from a fixed seed, and has to lie within four standard
deviations of what is printed, and of the rounding of the print."""
import math

import functions as f
from kinds import ints
from library import doubles
from printed import all_printed, near, printed

# --- Sums -------------------------------------------------------------------

TERMS = [1.7 ** i for i in range(1001)]
#: CPython, Lib/test/test_math.py, testFsum
SUMS = [
    ([], 0.0), ([0.0], 0.0),
    ([1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50], 1e-100),
    ([2.0 ** 53, -0.5, -2.0 ** -54], 2.0 ** 53 - 1),
    ([2.0 ** 53, 1.0, 2.0 ** -100], 2.0 ** 53 + 2),
    ([2.0 ** 53 + 10, 1.0, 2.0 ** -100], 2.0 ** 53 + 12),
    ([2.0 ** 53 - 4, 0.5, 2.0 ** -54], 2.0 ** 53 - 3),
    ([1 / n for n in range(1, 1001)], float.fromhex("0x1.df11f45f4e61ap+2")),
    ([(-1.0) ** n / n for n in range(1, 1001)],
     float.fromhex("-0x1.62a2af1bd3624p-1")),
    ([1e16, 1.0, 1e-16], 10000000000000002.0),
    ([1e16 - 2, 1 - 2.0 ** -53, 2 - 1e16, 2.0 ** -53 - 1], 0.0),
    ([2.0 ** n - 2.0 ** (n + 50) + 2.0 ** (n + 52)
      for n in range(-1074, 972, 2)] + [-2.0 ** 1022],
     float.fromhex("0x1.5555555555555p+970")),
    ([b - a for a, b in zip(TERMS, TERMS[1:])] + [-TERMS[-1]], -1.0)]


def sums_of_cpython():
    """CPython, Lib/test/test_math.py, testFsum: thirteen sums with their
    exact results (attain_sum_add and attain_sum_value)."""
    for values, want in SUMS:
        assert f.sum_once(values) == want, (values[:5], want)


def parts_of_cpython():
    """The same sums, of parts (attain_sum_merge): a sum's parts have no
    other result than it."""
    for values, want in SUMS:
        for size in (1, 3, 100):
            parts = [values[i:i + size] for i in range(0, len(values), size)]
            assert f.sum_of(*parts) == want, (size, values[:5], want)
        assert f.sum_of(values[::-1]) == want


# --- Groups, trees, denominators --------------------------------------------

def order_of_numpy():
    """numpy 2.0 reference: argsort of 3, 1, 2 is 1, 2, 0; lexsort of the
    surnames' example, first 1, 5, 1, 4, 3, 4, 4, then 9, 4, 0, 4, 0, 2, 1,
    is 2, 0, 4, 6, 5, 3, 1: a stable order by the one after the other."""
    assert f.group_order([3, 1, 2], 4)[0] == [1, 2, 0]
    one, other = [1, 5, 1, 4, 3, 4, 4], [9, 4, 0, 4, 0, 2, 1]
    by_other, _ = f.group_order(other, 10)
    by_one, starts = f.group_order([one[i] for i in by_other], 6)
    assert [by_other[i] for i in by_one] == [2, 0, 4, 6, 5, 3, 1]
    assert starts == [0, 0, 2, 2, 3, 6, 7]


#: Dried weights of plants: a control and two treatments, ten of each.
PLANTS = [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14,
          4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69,
          6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26]


def plants_of_dobson():
    """R, datasets, PlantGrowth (Dobson 1983): means 5.032, 4.661, 5.526 of
    the groups, deviations 0.583, 0.794, 0.443 (of the tables that
    introductions to the analysis of variance print of it)."""
    names, codes = ["count", "mean", "sd_sample"], [i // 10 for i in range(30)]
    want = [["10"] * 3, ["5.032", "4.661", "5.526"],
            ["0.583", "0.794", "0.443"]]
    one = f.statistics_by(names, PLANTS, codes, 3)
    two = f.statistics_by_columns(names, [PLANTS[::-1], PLANTS], codes, 3)
    backwards = [r[::-1] for r in two[0]]
    for got in (one, two[1], backwards):
        for row, texts in zip(got, want):
            for value, text in zip(row, texts):
                printed(value, text)


def weights_of_the_poverty_index():
    """Alkire et al. 2024, Scientific Data, The global Multidimensional
    Poverty Index, table 1: three dimensions, ten indicators: 1/6 four times
    and 1/18 six times."""
    parents = [-1, 0, 0, 0] + [1] * 2 + [2] * 2 + [3] * 6
    got, _ = f.effective_weights(parents, [1.0] * 14)
    for a, b in zip(got, [1] + [1 / 3] * 3 + [1 / 6] * 4 + [1 / 18] * 6):
        near(a, b, 1e-15)


def crude_death_rates():
    """Xu et al. 2021, Deaths: Final data for 2019, National Vital Statistics
    Reports 70(8): 2,854,838 deaths, 869.7 for 100,000 people; the population
    of that report is 328,239,523. CDC WONDER prints it with 599,601 deaths
    from cancer, 182.7."""
    got, why = f.denominate([[2854838.0]], [[328239523.0]], 1e5)
    printed(got[0], "869.7")
    assert why == [0]
    got, _ = f.denominate([[599601.0]], [[328239523.0]], 1e5)
    printed(got[0], "182.7")


# --- Lines ------------------------------------------------------------------

def line_of_r_help():
    """Sachin J, R-help, 15 September 2006, Prediction interval for new value:
    predict.lm() of R at 30000: 16073985, −9981352 to 42129323."""
    y = [26100000, 60500000, 16200000, 30700000, 70100000, 57700000, 46700000,
         8600000, 10000000, 61800000, 30200000, 52200000, 71900000, 55000000,
         12700000]
    x = [108000, 136000, 35000, 77000, 178000, 150000, 126000, 24000, 28000,
         214000, 108000, 190000, 308000, 252000, 71000]
    line = f.line_of(list(map(float, x)), list(map(float, y)))
    value, _, low, high = f.predicted(line, 30000.0, 0.95)
    all_printed([value, low, high], "16073985 -9981352 42129323")


# --- Drawing ----------------------------------------------------------------

def drawn(share, text, draws):
    """A share of draws that is printed as `text`."""
    digits = len(text.partition(".")[2])
    p = float(text)
    slack = 4 * math.sqrt(max(p * (1 - p), 1e-9) / draws)
    assert abs(share - p) <= 0.5 * 10.0 ** -digits + slack, (share, text)


def areas_of_the_normal_curve():
    """NIST/SEMATECH e-Handbook 1.3.6.7.1, areas from 0 to z (as recalled), on
    both sides."""
    count = 400000
    z = f.random_normal(20, 1, count)
    for end, area in ((0.1, "0.03983"), (0.5, "0.19146"), (1.0, "0.34134"),
                      (1.5, "0.43319"), (1.96, "0.47500"), (2.0, "0.47725"),
                      (2.5, "0.49379"), (3.0, "0.49865")):
        drawn(sum(0 <= v < end for v in z) / count, area, count)
        drawn(sum(-end <= v < 0 for v in z) / count, area, count)


#: FIDE, Rating Regulations, conversion of percentage scores into differences.
FIDE = [(".50", 0), (".55", 36), (".60", 72), (".64", 102), (".70", 149),
        (".76", 202), (".80", 240), (".85", 296), (".90", 366), (".95", 470),
        (".99", 677)]


def ratings_of_fide():
    """FIDE, The working of the rating system, 10.1, table a. Elo's model is
    ours of one column with normal errors of 200 points, a class interval:
    who is better by dp comes first in the printed share of games."""
    draws = 100000
    for share, dp in FIDE:
        index = f.composite([[2000.0 + dp, 2000.0]])
        got = f.first(index, errors=doubles([200.0]), draws=draws)
        drawn(got[0], share, draws)
        drawn(got[1], "%.2f" % (1 - float(share)), draws)


def quotient_of_two_weights():
    """Putnam competition 1993, B3: of x and y uniform in (0, 1), the integer
    next to x/y is even with probability (5 − π)/4. Of units with the values
    k and −k²/2, that one is first whose k is the next to x/y, where x and y
    are the weights; for 0 it is 1/4. (The last unit has all that are beyond,
    1/(2k − 1) of the draws.)"""
    draws, last = 200000, 150
    units = [float(k) for k in range(last + 1)]
    index = f.composite([units, [-k * k / 2 for k in units]])
    got = f.first(index, spread=1.0, draws=draws)
    even = sum(got[0:last:2])
    slack = 4 * math.sqrt(0.25 / draws)
    want = (5 - math.pi) / 4
    assert want - 1 / (2 * last - 1) - slack < even < want + slack, even
    assert abs(got[0] - 0.25) < slack, got[0]


# --- Sensitivity ------------------------------------------------------------

LEVELS = 21


def lifted(level):
    """A score that is above as many of 1, 2, 3 …"""
    return level + 0.5


def two_lifts():
    """One unit that is lifted above pairs by the row of the normalisations,
    and far away one that is lifted above single ones by the row of the
    aggregations (a power mean of 0 and 1000)."""
    gap = f.kinds.NAN
    pairs = [float(k // 2 + 1) for k in range(2 * LEVELS - 2)]
    single = [1000.0 * k / LEVELS for k in range(1, LEVELS)]
    by_scale = [1.0] + [gap] * (len(pairs) + LEVELS)
    others = [gap] + pairs + [gap] + single
    low = [gap] * (1 + len(pairs)) + [0.0] + [gap] * len(single)
    high = [1000 * v for v in low]
    high[1 + len(pairs)] = 1000.0
    scales, powers = [], []
    for level in range(LEVELS):
        scales += [0.0, 1.0, lifted(level)] + [gap] * 9
        powers += [math.log(0.5) / math.log(lifted(level) / LEVELS)] + (
            [gap] * 5)
    return f.composite(
        [by_scale, others, low, high], node_count=6,
        parents=ints([5, 5, 4, 4, 5, -1]),
        normalisations=f.methods("normalisation",
                                 ["scaled", None, None, None] * LEVELS),
        normalisation_count=LEVELS, normalisation_parameters=doubles(scales),
        aggregations=f.methods("aggregation",
                               ["power", "arithmetic"] * LEVELS),
        aggregation_count=LEVELS, aggregation_parameters=doubles(powers),
        parameter_count=3)


def line_of_openmole():
    """OpenMOLE, market entry on sensitivity by Saltelli's method: y = x1 +
    0.5 x2 has 4/5 and 1/5, first order and total. Here x1 and x2 are rows of
    normalisations and of aggregations, 21 each, all as likely; each row lifts
    a unit further, x1 twice as far as x2, so that the mean shift of ranks is
    this line."""
    first, total = f.sensitivity(two_lifts(), draws=20000)
    for source, want in ((1, 0.8), (2, 0.2)):
        assert abs(first[source] - want) < 0.03, (first, want)
        assert abs(total[source] - want) < 0.01, (total, want)
    assert first[0] == first[3] == first[4] == 0


# --- Rank reversal ----------------------------------------------------------

def homecoming_queen():
    """Aufmann et al., Mathematical Excursions, 4th edition, chapter 4, review
    exercises 18 and 19: 112, 97 and 11 ballots with the places 3, 2, 1 of
    Cynthia L., 1, 3, 3 of Hannah A. and 2, 1, 2 of Shannon M.; by Borda it is
    Shannon, but Hannah when Cynthia withdraws: others are first, and the one
    pair of others has turned round."""
    index = f.composite([[3.0, 1.0, 2.0], [2.0, 3.0, 1.0], [1.0, 3.0, 2.0]],
                        descending=ints([1] * 3),
                        weights=doubles([112.0, 97.0, 11.0, 1.0]),
                        normalisations=f.methods("normalisation",
                                                 ["borda"] * 3),
                        normalisation_count=1)
    assert f.score(index)[1] == [3, 2, 1]
    turned, others = f.reversal(index)
    assert turned[0] == 1 and others[0] == 1
