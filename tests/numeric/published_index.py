"""Published numbers of composite indices, from screening to aggregating."""
import kinds
from kinds import aggregate, normalise, weigh
from printed import all_printed, column, near, printed, table, turned

# --- Composite indices -------------------------------------------------------

def adjusted_mazziotta_pareto_of_europe():
    """R's Compind 2.0, vignette, section 2.4: AMPI of 30 areas from
    employment and use of energy in 2010 and 2011, reference 50 and 100, range
    of the year, penalty added. It takes the sample deviation of a unit's two
    values, twice the variance of the population: twice the penalty."""
    rows = table("europe_2020.csv")
    assert len(rows) == 30
    for year in ("2010", "2011"):
        matrix = [column(rows, c + year) for c in ("employment_", "energy_")]
        half = [(max(c) - min(c)) / 2 for c in matrix]
        bounds = [[50 - half[0], 100 - half[1]],
                  [50 + half[0], 100 + half[1]]]
        low, high = (aggregate("adjusted_mazziotta_pareto", matrix, (sign,),
                               None, None, bounds)[0] for sign in (-1., 1.))
        for a, b, row in zip(low, high, rows):
            printed((a + b) / 2 + (b - a), row["ampi_" + year])


def power_means_of_coinr():
    """COINr, tests of a_genmean, a_gmean and a_hmean on 1, 2, 3."""
    x = [[1.0], [2.0], [3.0]]
    near(aggregate("power", x, (1.0,))[0][0], 2)
    near(aggregate("power", x, (-1.0,), [2.0, 1.0, 1.0])[0][0],
         4 / (2 / 1 + 1 / 2 + 1 / 3))
    near(aggregate("harmonic", x, (), [2.0, 1.0, 1.0])[0][0],
         4 / (2 / 1 + 1 / 2 + 1 / 3))
    near(aggregate("geometric", x, (), [1.0, 1.0, 2.0])[0][0], 18 ** 0.25)


def copeland_of_coinr():
    """COINr, tests of outrankMatrix and a_copeland: shares 2/3, 1/3 and 1 of
    the second, third and fourth unit over the first; two that tie have 0."""
    x = [[1.0, 2.0, 3.0, 4.0], [3.0, 2.0, 1.0, 5.0], [2.0, 3.0, 1.0, 4.0]]
    shares = kinds.outranking(x)
    for i, share in ((1, 2 / 3), (2, 1 / 3), (3, 1.0)):
        near(shares[4 * i], share)
    assert aggregate("copeland", x)[0] == [-1.0, 1.0, -3.0, 3.0]
    assert aggregate("copeland", [[1.0, 2.0], [2.0, 1.0]])[0] == [0.0, 0.0]


def screening_of_coinr():
    """COINr, test of Screen: ten units of ten indicators, five of the first
    and one of the second missing, five of the third and one of the fourth 0;
    which units go at 75 % and 100 % known, and at 75 % not zero."""
    x = [[1.0 + i + c for i in range(10)] for c in range(10)]
    for c in range(1, 6):
        x[c][0], x[c][2] = kinds.NAN, 0.0
    x[1][1], x[1][3] = kinds.NAN, 0.0
    for name, least, gone in (
            ("known", (0.75,), {0}), ("known", (1.0,), {0, 1}),
            ("nonzero", (0.75,), {2}), ("both", (0.75, 0.75), {0, 2})):
        kept_rows = kinds.screen(name, x, least)
        assert {i for i in range(10) if not kept_rows[i]} == gone, name


SERVERS = [[256, 8, 41, 1.6, 1.77, 7347.16], [256, 8, 32, 1.0, 1.8, 6919.99],
           [256, 8, 53, 1.6, 1.9, 8400], [256, 8, 41, 1.0, 1.75, 6808.9],
           [512, 8, 35, 1.6, 1.7, 8479.99], [256, 4, 35, 1.6, 1.7, 7499.99]]
XU = [[30, 30, 38, 29], [19, 54, 86, 29], [19, 15, 85, 28.9],
      [68, 70, 60, 29]]
MODELS = [[0.619, 0.449, 0.447], [0.862, 0.466, 0.006], [0.458, 0.698, 0.771],
          [0.777, 0.631, 0.491], [0.567, 0.992, 0.968]]


def entropy_of_xu_and_others():
    """Xu 2004; Zavadskas and Podvezko 2016; Ersoy 2021; Lee and Chang 2018,
    the fourth with a 0.080 printed as 0.08: as the tests of pyrepo-mcda print
    them."""
    all_printed(weigh("entropy", turned(XU))[0], "0.4630 0.3992 0.1378 0.0000")
    all_printed(weigh("entropy", turned(
        [[3.0, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11],
         [2.2, 70, 12, 9]]))[0], "0.1146 0.1981 0.4185 0.2689")
    all_printed(weigh("entropy", turned(SERVERS))[0],
                "0.405 0.221 0.134 0.199 0.007 0.034")
    all_printed(weigh("entropy", turned(
        [[4550, 30, 6.74, 20, 15, 5, 85, 150, 0.87, 4.76],
         [3005, 60.86, 2.4, 35, 27, 4, 26, 200, 0.17, 4.51],
         [2040, 14.85, 1.7, 90, 25, 5, 26, 500, 0.27, 4.19],
         [3370, 99.4, 3.25, 25.3, 54, 3, 45, 222, 0.21, 3.78],
         [3920, 112.6, 4.93, 11.4, 71.7, 2, 50, 100, 0.25, 4.11]]))[0],
        "0.026 0.154 0.089 0.199 0.115 0.040 0.080 0.123 0.172 0.002")


def coefficients_of_variation_of_shuai():
    """Shuai, Zongzhun, Yongji and Lei 2012, as the test of pyrepo-mcda prints
    it. The last column's 0.0011 and the others."""
    all_printed(weigh("coefficient_of_variation", turned(XU))[0],
                "0.4258 0.3610 0.2121 0.0011")


def deviations_of_salabun():
    """Sałabun, Wątróbski and Shekhovtsov 2020, as the test of pyrepo-mcda
    prints it; equal weights are a third."""
    all_printed(weigh("standard_deviation", turned(MODELS))[0],
                "0.217 0.294 0.488")
    all_printed(weigh("equal", turned(MODELS))[0], "0.333 0.333 0.333")


def critic_of_tus():
    """Tuş and Aytaç Adalı 2019, as the test of pyrepo-mcda prints it; it
    takes all criteria as good where high."""
    matrix = [[5000, 3, 3, 4, 3, 2], [680, 5, 3, 2, 2, 1],
              [2000, 3, 2, 3, 4, 3], [600, 4, 3, 1, 2, 2],
              [800, 2, 4, 3, 3, 4]]
    all_printed(weigh("critic", turned(matrix))[0],
                "0.157 0.249 0.168 0.121 0.154 0.151")


def gini_weights_of_cameras():
    """Bączkiewicz, Wątróbski, Kizielewicz and Sałabun 2021, as the test of
    pyrepo-mcda prints it: 20 cameras, 11 criteria."""
    matrix = [
        [29.4, 83, 47, 114, 12, 30, 120, 240, 170, 90, 1717.75],
        [30, 38.1, 124.7, 117, 16, 60, 60, 60, 93, 70, 2389],
        [29.28, 59.27, 41.13, 58, 16, 30, 60, 120, 170, 78, 239.99],
        [33.6, 71, 55, 159, 23.6, 60, 240, 240, 132, 140, 2099],
        [21, 59, 41, 66, 16, 24, 60, 120, 170, 70, 439],
        [35, 65, 42, 134, 12, 60, 240, 240, 145, 60, 1087],
        [47, 79, 54, 158, 19, 60, 120, 120, 360, 72, 2499],
        [28.3, 62.3, 44.9, 116, 12, 30, 60, 60, 130, 90, 999.99],
        [36.9, 28.6, 121.6, 130, 12, 60, 120, 120, 80, 80, 1099],
        [32, 59, 41, 60, 16, 30, 120, 120, 170, 60, 302.96],
        [28.4, 66.3, 48.6, 126, 12, 60, 240, 240, 132, 135, 1629],
        [29.8, 46, 113, 47, 18, 50, 50, 50, 360, 72, 2099],
        [20.2, 64, 80, 70, 8, 24, 60, 120, 166, 480, 699.99],
        [33, 60, 44, 59, 12, 30, 60, 120, 170, 90, 388],
        [29, 59, 41, 55, 16, 30, 60, 120, 170, 120, 299],
        [29, 59, 41, 182, 12, 30, 30, 60, 94, 140, 249],
        [29.8, 59.2, 41, 65, 16, 30, 60, 120, 160, 90, 219.99],
        [28.8, 62.5, 41, 70, 12, 60, 120, 120, 170, 138, 1399.99],
        [24, 40, 59, 60, 12, 10, 30, 30, 140, 78, 269.99],
        [30, 60, 45, 201, 16, 30, 30, 30, 170, 90, 199.99]]
    all_printed(weigh("gini", turned(matrix))[0],
                "0.0362 0.0437 0.0848 0.0984 0.0480 0.0842 0.1379 0.1125 "
                "0.0745 0.1107 0.1690")


def vikor_of_papathanasiou():
    """Papathanasiou and Ploskas 2018, chapter 2, as the test of pyrepo-mcda
    prints it: v = 0.625."""
    matrix = [[8, 7, 2, 1], [5, 3, 7, 5], [7, 5, 6, 4], [9, 9, 7, 3],
              [11, 10, 3, 7], [6, 9, 5, 4]]
    all_printed(aggregate("vikor", turned(matrix), (0.625,),
                          [0.4, 0.3, 0.1, 0.2])[0],
                "0.640 1.000 0.693 0.271 0.000 0.694")


def topsis_of_ersoy():
    """Ersoy 2021, which computes with rounded weights, as the test of
    pyrepo-mcda prints it: to two digits."""
    got, _ = aggregate("topsis_vector", turned(SERVERS), (),
                       [0.405, 0.221, 0.134, 0.199, 0.007, 0.034],
                       [0, 0, 0, 0, 1, 1])
    all_printed(got, "0.31 0.25 0.33 0.26 0.86 0.19")


def additive_weighting_of_rizan():
    """Rizan, Wahyuningsih, Pradana and Ramadella 2020: simple additive
    weighting of values over their maximum, as the test of pyrepo-mcda prints
    it."""
    matrix = turned([[0.75, 0.50, 0.75, 0, 0, 0, 1],
                     [0.75, 1, 0.75, 0, 0, 0, 0.75],
                     [0.75, 0.75, 0.75, 0, 0.50, 0.25, 1],
                     [0.50, 0.50, 0.75, 1, 0.50, 0, 0.75]])
    shares, _ = normalise("fraction_of_maximum", matrix)
    got, _ = aggregate("arithmetic", shares, (),
                       [0.1, 0.1, 0.1, 0.15, 0.2, 0.25, 0.1])
    all_printed(got, "0.350 0.375 0.825 0.642")
