"""Numbers that others printed, from their inputs: published.py

Each function says where its numbers stand; tables are in published/.
"""
import csv
import math
import os
import sys

import kinds
from kinds import (aggregate, association, concentration, decompose, impute,
                   normalise, parity, rounded, segregation, statistic,
                   student, treat, trend, weigh)

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "published")


def table(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def column(rows, name):
    return [float(r[name]) if r[name] else kinds.NAN for r in rows]


def turned(rows):
    """Rows as columns."""
    return [list(c) for c in zip(*rows)]


def printed(got, text, slack=0.0):
    """`got`, rounded to the digits of `text`, is it; a tie may go either
    way, and what was itself rounded to fewer digits has `slack`."""
    digits = len(text.partition(".")[2])
    unit = 10.0 ** -digits
    assert abs(got - float(text)) <= unit * (0.5 + slack) * (1 + 1e-9), (
        got, text)


def all_printed(got, texts, slack=0.0):
    assert len(got) == len(texts.split())
    for a, b in zip(got, texts.split()):
        printed(a, b, slack)


def near(got, expected, within=1e-12):
    assert abs(got - expected) <= within * abs(expected), (got, expected)


# --- Segregation -----------------------------------------------------------

def sacramento():
    rows = table("sacramento.csv")
    total, few = column(rows, "total"), column(rows, "hispanic")
    two = [few, [t - f for t, f in zip(total, few)]]
    four = [column(rows, c) for c in ("white", "black", "asian", "hispanic")]
    return two, four


def segregation_of_sacramento():
    """PySAL segregation, tests of Dissim, Gini, Entropy, Isolation,
    Interaction and CorrelationR: 403 tracts of Sacramento, census of 2000,
    Hispanics and all others."""
    two, _ = sacramento()
    for name, parameters, expected in (
            ("dissimilarity", (), 0.32184656076566864),
            ("gini", (), 0.43506510676886234),
            ("information", (), 0.09626774479970557),
            ("isolation", (0.0,), 0.2319615486459151),
            ("exposure", (0.0, 1.0), 0.7680384513540848),
            ("eta_squared", (0.0,), 0.09164042012926693)):
        near(segregation(name, two, parameters)[0], expected, 1e-14)


def segregation_of_four_groups():
    """PySAL segregation, tests of MultiDissim, MultiGini and
    MultiInfoTheory: white, black, Asian and Hispanic."""
    _, four = sacramento()
    near(segregation("dissimilarity", four)[0], 0.41340872573177806, 1e-14)
    near(segregation("gini", four)[0], 0.5456349992598081, 1e-14)
    near(segregation("information", four)[0], 0.1710160297858887, 1e-14)


def hutchens_of_sacramento():
    """PySAL segregation, test of Atkinson (b = 1/2): for two groups that is
    1 − (1 − S)², S Hutchens' index (James and Taeuber 1985)."""
    two, _ = sacramento()
    s, _ = segregation("hutchens", two, (0.0, 1.0))
    near(1 - (1 - s) ** 2, 0.15079259382667654, 1e-13)


def mutual_information_of_states():
    """R's segregation, README: pupils by race in three states (schools00),
    M 0.0992 and H 0.0977."""
    counts = [[1573, 10238, 7985], [103427, 21470, 42005],
              [3888, 86802, 42460], [132749, 231170, 187382],
              [1393, 4525, 672]]
    printed(segregation("mutual_information", counts)[0], "0.0992")
    printed(segregation("information", counts)[0], "0.0977")


# --- How a value goes with a background ------------------------------------

def concentration_of_quintiles():
    """R's healthequal, tests of aci and rci, to their 1e-6: five
    subgroups."""
    people = [78.0, 91.0, 162.0, 103.0, 105.0]
    share = [20.0, 30.0, 40.0, 50.0, 60.0]
    order = [1.0, 2.0, 3.0, 4.0, 5.0]
    got, _ = concentration("generalised_concentration_index", share, order,
                           (), people)
    near(got, 7.3284202, 1e-6)
    got, _ = concentration("concentration_index", share, order, (), people)
    near(got, 0.17776859, 1e-6)


ACCESS = [22239.0, 36567.0, 42372.0, 55571.0]
PEOPLE = [852.0, 394.0, 1969.0, 2189.0]
INCOME = [4757.8, 1627.8, 543.1, 3822.0]


def concentration_of_belo_horizonte():
    """R's accessibility, test of concentration_index: jobs in reach of four
    cells of Belo Horizonte, standard and corrected (Erreygers, with the
    range of the data as bounds), with and without the last cell."""
    for n, plain, corrected in ((4, "-0.0248", "-0.1314"),
                                (3, "-0.1148", "-0.8282")):
        v, w, x = ACCESS[:n], PEOPLE[:n], INCOME[:n]
        printed(concentration("concentration_index", v, x, (), w)[0], plain)
        printed(concentration("erreygers", v, x, (min(v), max(v)), w)[0],
                corrected)


def gini_of_belo_horizonte():
    """R's accessibility, test of gini_index: the same cells."""
    printed(statistic("gini", ACCESS, (), PEOPLE)[0], "0.1386")
    printed(statistic("gini", ACCESS[:3], (), PEOPLE[:3])[0], "0.1148")


def poverty_of_belo_horizonte():
    """R's accessibility, test of fgt_poverty: of 100000 jobs, Foster, Greer
    and Thorbecke's measures of the powers 0, 1 and 2."""
    z = 100000.0
    for name, parameters, text in (
            ("headcount", (z,), "1.0000"), ("poverty_gap", (z,), "0.5588"),
            ("squared_poverty_gap", (z,), "0.3256"),
            ("foster_greer_thorbecke", (z, 2.0), "0.3256")):
        printed(statistic(name, ACCESS, parameters, PEOPLE)[0], text)


def theil_by_deciles_of_belo_horizonte():
    """R's accessibility, test of theil_t: five cells in four deciles of
    income, with and without the first."""
    v, w = [13991.0] + ACCESS, [1011.0] + PEOPLE
    codes = [1, 3, 2, 0, 3]
    for skip, parts in ((0, "0.0852 0.0515 0.0337"),
                        (1, "0.0378 0.0021 0.0357")):
        got, _ = decompose("theil", v[skip:], codes[skip:], 4, (), w[skip:])
        all_printed(got[:3], parts)


# --- Describing ------------------------------------------------------------

STOPS = [2., 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34,
         46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84,
         36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85]


def summary_of_cars():
    """R, summary(cars): distances to stop of 50 cars (Ezekiel 1930)."""
    for name, parameters, text in (
            ("count", (), "50"), ("min", (), "2.00"),
            ("quantile", (0.25,), "26.00"), ("median", (), "36.00"),
            ("mean", (), "42.98"), ("unweighted_mean", (), "42.98"),
            ("quantile", (0.75,), "56.00"), ("max", (), "120.00")):
        printed(statistic(name, STOPS, parameters)[0], text)


def gini_of_doersam():
    """R's REAT, manual of gini: Dörsam 2004, sales of four makers of cars,
    0.3 and standardised 0.4; six classes of income, 0.5278; product of the
    German states in 2015, 0.5009."""
    sales = [20.0, 50.0, 20.0, 10.0]
    near(statistic("gini", sales)[0], 0.3)
    near(statistic("gini_corrected", sales)[0], 0.4)
    income = [500.0, 1500.0, 2500.0, 4000.0, 7500.0, 15000.0]
    people = [1000.0, 1200.0, 1600.0, 400.0, 200.0, 600.0]
    printed(statistic("gini", income, (), people)[0], "0.5278")
    states = [460.69, 549.19, 124.16, 65.29, 31.59, 109.27, 263.44, 39.87,
              258.53, 645.59, 131.95, 35.03, 112.66, 56.22, 85.61, 56.81]
    printed(statistic("gini", states)[0], "0.5009")


def theil_of_stoermann():
    """R's REAT, manual of theil: Störmann 2009, five regions, 0.2326302,
    which is Theil's L."""
    printed(statistic("theil_l", [10.0, 10.0, 10.0, 20.0, 50.0])[0],
            "0.2326302")


# --- Human Development Report 2023/24 --------------------------------------

def human_development():
    return table("human_development_2022.csv")


def kept(rows, *names):
    return [r for r in rows if all(r[n] for n in names)]


def human_development_index():
    """HDI of 193 countries: goalposts, means, geometric mean."""
    rows = kept(human_development(), "hdi", "le", "eys", "mys", "gnipc")
    assert len(rows) > 190
    income = [math.log(min(v, 75000.0)) for v in column(rows, "gnipc")]
    life, = normalise("goalposts", [column(rows, "le")], (20.0, 85.0, 1.0))[0]
    years = normalise("goalposts", [column(rows, "eys")], (0., 18., 1.))[0]
    years += normalise("goalposts", [column(rows, "mys")], (0., 15., 1.))[0]
    money, = normalise("goalposts", [income], (
        math.log(100.0), math.log(75000.0), 1.0))[0]
    school, _ = aggregate("arithmetic", years)
    index, _ = aggregate("geometric", [life, school, money])
    for got, row in zip(index, rows):
        printed(got, "%.3f" % float(row["hdi"]))
    return rows, index


def inequality_of_human_development():
    """Coefficient of human inequality, the mean of three; inequality-adjusted
    HDI, the HDI times the geometric mean of what they leave (of an HDI that
    was rounded)."""
    rows, index = human_development_index()
    checked = 0
    for row, hdi in zip(rows, index):
        if not row["ihdi"]:
            continue
        parts = [[float(row[c])] for c in ("ineq_le", "ineq_edu", "ineq_inc")]
        mean = aggregate("arithmetic", parts)[0][0]
        near(mean, float(row["coef_ineq"]), 1e-6)
        left = aggregate("geometric", [[1 - p[0] / 100] for p in parts])[0][0]
        printed(hdi * left, "%.3f" % float(row["ihdi"]), 0.4)
        checked += 1
    assert checked > 150


def gender_development():
    """Gender Development Index, women's HDI over men's: a parity index."""
    rows = kept(human_development(), "gdi", "hdi_f", "hdi_m")
    assert len(rows) > 180
    got, _ = parity("parity_index", column(rows, "hdi_f"),
                    column(rows, "hdi_m"))
    for value, row in zip(got, rows):
        printed(value, "%.3f" % float(row["gdi"]))


def losses_of_human_development():
    """Loss by inequality, and difference of the planetary-pressures-adjusted
    HDI, in percent: relative differences to the HDI."""
    for name, printed_as in (("ihdi", "loss"), ("phdi", "diff_hdi_phdi")):
        rows = kept(human_development(), "hdi", name, printed_as)
        assert len(rows) > 150
        got, _ = parity("relative_difference", column(rows, name),
                        column(rows, "hdi"))
        for value, row in zip(got, rows):
            expected = float(row[printed_as])
            assert abs(-100 * value - expected) <= 1e-7, row


def gender_inequality():
    """Gender Inequality Index: harmonic mean of women's and men's geometric
    means over the geometric mean of both sexes' arithmetic means."""
    names = "mmr abr se_f se_m pr_f pr_m lfpr_f lfpr_m gii".split()
    rows = kept(human_development(), *names)
    assert len(rows) > 160
    for row in rows:
        v = {n: float(row[n]) for n in names}
        birth = math.sqrt(10 / min(1000, max(10, v["mmr"])) / v["abr"])
        sexes = [[birth, math.sqrt(max(0.1, v["pr_f"]) * v["se_f"]) / 100,
                  v["lfpr_f"] / 100],
                 [1.0, math.sqrt(v["pr_m"] * v["se_m"]) / 100,
                  v["lfpr_m"] / 100]]
        each = aggregate("geometric", turned(sexes))[0]
        both = aggregate("harmonic", [[g] for g in each])[0][0]
        means = aggregate("arithmetic", sexes)[0]
        whole = aggregate("geometric", [[m] for m in means])[0][0]
        printed(1 - both / whole, "%.3f" % v["gii"])


# --- Composite indices -----------------------------------------------------

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


# --- Small examples of manuals and textbooks --------------------------------

def statistics_of_numpy():
    """numpy, documentation of var, std, sum and ptp: printed beside the
    arrays, sum to its one digit."""
    square = [1.0, 2.0, 3.0, 4.0]
    near(statistic("variance_population", square)[0], 1.25)
    near(statistic("sd_population", square)[0], 1.1180339887498949)
    near(statistic("sum", [0.5, 1.5])[0], 2.0)
    near(statistic("range", [4.0, 9, 2, 10])[0], 8.0)
    near(statistic("range", [6.0, 9, 7, 12])[0], 6.0)


def standard_error_of_scipy():
    """scipy, documentation of stats.sem: columns of arange(20) in fives."""
    printed(statistic("standard_error", [0.0, 4, 8, 12, 16])[0], "2.8284")


def mad_of_r():
    """R, stats, documentation of mad: of 1 to 9 and of 1 to 8 and 100 with
    constant 1, both 2."""
    near(statistic("mad", [float(v) for v in range(1, 10)])[0], 2.0)
    near(statistic("mad", [float(v) for v in range(1, 9)] + [100.0])[0], 2.0)


def covariance_of_numpy():
    """numpy, documentation of cov."""
    got = association("covariance_sample", [-2.1, -1.0, 4.3],
                      [3.0, 1.1, 0.12])
    near(got, -4.286)


def scalers_of_scikit_learn():
    """scikit-learn, documentation of StandardScaler and MinMaxScaler, which
    for the distance to the maximum is the same."""
    two = [0.0, 0.0, 1.0, 1.0]
    got, _ = normalise("zscore_population", [two], (0.0, 1.0))
    assert got[0] == [-1.0, -1.0, 1.0, 1.0], got
    got, _ = normalise("distance_to_maximum",
                       [[-1.0, -0.5, 0.0, 1.0], [2.0, 6.0, 10.0, 18.0]])
    assert got == [[0.0, 0.25, 0.5, 1.0]] * 2, got


def imputer_of_scikit_learn():
    """scikit-learn, user guide on SimpleImputer: what a missing element of
    each fitted column gets."""
    got = impute("mean", [[1.0, kinds.NAN, 7.0]])
    near(got[0][1], 4.0)
    got = impute("mean", [[2.0, 3.0, 6.0, kinds.NAN]])
    printed(got[0][3], "3.666", 1.0)  # cut off, not rounded


def last_of_pandas():
    """pandas, documentation of DataFrame.ffill."""
    n = kinds.NAN
    got = impute("last", [[n, 2.0, n, 0.0], [3.0, 4.0, n, 1.0],
                          [n, n, n, n], [n, 3.0, n, 4.0]],
                 times=[0.0, 1.0, 2.0, 3.0])
    expected = [[n, 2.0, n, 0.0], [3.0, 4.0, n, 1.0],
                [3.0, 4.0, n, 1.0], [3.0, 3.0, n, 4.0]]
    assert str(got) == str(expected), got


def fsum_of_python():
    """Python, documentation of math.fsum: ten times 0.1 is 1.0."""
    near(statistic("sum", [0.1] * 10)[0], 1.0, 0.0)


def aspirin_of_agresti():
    """Agresti, Categorical Data Analysis, table 2.3 (Physicians' Health
    Study): heart attacks with placebo, 189 of 11034, and with aspirin, 104
    of 11037."""
    placebo, aspirin = [189 / 11034], [104 / 11037]
    printed(parity("odds_ratio", placebo, aspirin)[0][0], "1.83")
    printed(parity("parity_index", placebo, aspirin)[0][0], "1.82")
    printed(parity("difference", placebo, aspirin)[0][0], "0.0077")


def rows_of_numpy():
    """numpy, documentation of median, max, min and nanmedian; the mean of
    the one largest is the largest."""
    got, _ = aggregate("median", turned([[10.0, 7, 4], [3, 2, 1]]))
    assert got == [7.0, 2.0], got
    for name, parameters, expected in (("max", (), [1.0, 3.0]),
                                       ("largest", (1.0,), [1.0, 3.0]),
                                       ("min", (), [0.0, 2.0]),
                                       ("smallest", (1.0,), [0.0, 2.0])):
        got, _ = aggregate(name, turned([[0.0, 1], [2, 3]]), parameters)
        assert got == expected, (name, got)
    got = impute("median", [[10.0, kinds.NAN, 4.0, 3.0, 2.0, 1.0]])
    near(got[0][1], 3.0)


def box_cox_of_scipy():
    """scipy, documentation of special.boxcox."""
    all_printed(treat("box_cox", [1.0, 4.0, 10.0], (2.5,)),
                "0.00000000 12.40000000 126.09110641")
    for power, text in ((0.0, "0.69314718"), (1.0, "1.0"), (2.0, "1.5")):
        printed(treat("box_cox", [2.0, 2.0], (power,))[0], text)


def growth_of_investopedia():
    """Investopedia, Compound annual growth rate: 10,000 to 19,000 in three
    years, 23.86 %."""
    got, _ = trend("growth_end_points", [0.0, 1.0, 2.0, 3.0],
                   [10000.0, 13000.0, 14000.0, 19000.0], 3.0)
    printed(100 * got[1], "23.86")


def critical_values_of_nist():
    """NIST/SEMATECH e-Handbook 1.3.6.7.2, upper critical values of Student's
    t: rows 1, 10 and 100."""
    for freedom, values in ((1, "3.078 6.314 12.706 31.821 63.657"),
                            (10, "1.372 1.812 2.228 2.764 3.169"),
                            (100, "1.290 1.660 1.984 2.364 2.626")):
        for p, text in zip((0.90, 0.95, 0.975, 0.99, 0.995), values.split()):
            printed(student("quantile", p, freedom), text)
            assert abs(student("cdf", float(text), freedom) - p) < 1e-4


def intervals_of_gb_8170():
    """GB/T 8170-2008, 3.4: rounding in halves of the unit and in fifths of
    the hundred."""
    assert rounded([60.25, 60.38, 60.28, -60.75], 0, 0.5) == [
        60.0, 60.5, 60.5, -61.0]
    assert rounded([830.0, 842.0, 832.0, -930.0], -2, 0.2) == [
        840.0, 840.0, 840.0, -920.0]


def main():
    run = [f for n, f in sorted(globals().items())
           if callable(f) and f.__module__ == "__main__" and f.__doc__ and
           f.__code__.co_argcount == 0 and n != "main"]
    failed = 0
    for function in run:
        try:
            function()
        except AssertionError as error:
            print("fail: %s: %s" % (function.__name__, error))
            failed += 1
    print("ok: %d of %d" % (len(run) - failed, len(run)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
