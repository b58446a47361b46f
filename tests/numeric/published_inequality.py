"""Published numbers of inequality: statistics, splits by group, curves."""
import math
import os

from kinds import curve, decompose, statistic
from printed import HERE, all_printed, cars, column, near, printed, table
from published_poverty import Y2, Y4, Y5, Y6

# --- Apode -------------------------------------------------------------------

def kolm_of_ineq():
    """R's ineq, Kolm with the parameter 0.5, as printed in Python's Apode
    (tests/test_data/test_ineq.csv); of squares of 1 to 100 it is Inf
    there."""
    for incomes, expected in ((Y2, 42.1551638871582), (Y4, 0.0800354438024301),
                              (Y5, 100.756726007619), (Y6, 3.96810359724129)):
        near(statistic("kolm", incomes, (0.5,))[0], expected, 1e-14)


def inequality_of_uniform_incomes():
    """Python's Apode, tests of gini, rad, kolm and sdlog (the root of the
    mean squared logarithm over the mean, Atkinson 1970): 300 incomes of
    numpy's RandomState(42).uniform."""
    incomes = column(table("uniform_300.csv"), "income")
    near(statistic("kolm", incomes, (1.0,))[0], 0.04278027786607911, 1e-13)
    near(statistic("gini", incomes)[0], 0.34232535781966483, 1e-13)
    near(statistic("hoover", incomes)[0], 0.2600392437248902, 1e-13)
    got, _ = statistic("logarithmic_variance", incomes)
    near(math.sqrt(got), 1.057680329912003, 1e-13)


def parade_of_uniform_incomes():
    """The same, test of rrange, the largest less the least over the mean:
    how much Pen's parade rises."""
    incomes = column(table("uniform_300.csv"), "income")
    people, heights, _ = curve("pen", incomes)
    near(heights[-1] - heights[1], 1.9890612245143606, 1e-13)
    near(people[-1], 1.0)

# --- Of the middle and the ends ----------------------------------------------

def logarithms_of_scipy():
    """scipy, tests of gstd: the geometric standard deviation of 1 to 24, e to
    the root of the variance of the logarithms by n − 1."""
    got, _ = statistic("variance_of_logs", [float(i) for i in range(1, 25)])
    printed(math.exp(math.sqrt(got * 24 / 23)), "2.294407613602")


def disparity_of_impact_aid():
    """34 CFR 222, subpart K, appendix, example of 1: 820 dollars per pupil at
    the 5th percentile and 1000 at the 95th, 22 percent. The ratio of the two
    is one more."""
    for pupils in ([1.0, 1.0], [5.0, 2.0]):
        spent = [820.0, 1000.0]
        got, _ = statistic("federal_range_ratio", spent, (), pupils)
        printed(100 * got, "22")
        got, _ = statistic("range_ratio", spent, (), pupils)
        printed(100 * (got - 1), "22")


def quartiles_of_cars():
    """R, summary(cars): quartiles of the distances 26 and 56, of the speeds 12
    and 19."""
    for values, low, high in zip(cars(), (12, 26), (19, 56)):
        for name in ("range_ratio", "interquantile_ratio"):
            near(statistic(name, values, (0.75, 0.25))[0], high / low)


#: Household incomes at the percentiles 10, 20, 50, 80, 90 and 95, and how
#: many in a hundred households stand for each.
LIMITS = [17100.0, 30000.0, 74580.0, 153000.0, 216000.0, 295000.0]
AROUND = [15.0, 20.0, 30.0, 20.0, 7.5, 7.5]


def percentiles_of_households():
    """U.S. Census Bureau, Income in the United States: 2022 (P60-279),
    incomes at selected percentiles and the ratios printed below them, as
    recalled: 90/10, 95/20, 95/50, 80/50, 80/20."""
    for low, high, text in ((0.1, 0.9, "12.63"), (0.2, 0.95, "9.83"),
                            (0.5, 0.95, "3.96"), (0.5, 0.8, "2.05"),
                            (0.2, 0.8, "5.10")):
        for name in ("range_ratio", "interquantile_ratio"):
            got, _ = statistic(name, LIMITS, (high, low), AROUND)
            printed(got, text)
        got, _ = statistic("federal_range_ratio", LIMITS, (high, low), AROUND)
        printed(got + 1, text)


def mcloone_of_salaries():
    """Posit Community, "How to calculate McLoone Index" (52862): 38 salaries,
    median 45, 603/(45 × 19) = 0.7053. That is of just the lower half; of the
    eight at the median, this index counts all, so that what is lacking to the
    median is spread over 20 instead of 19."""
    salaries = [1000.0, 200.0, 100.0, 60.0, 45.0, 24.0]
    people = [2.0, 4.0, 6.0, 6.0, 8.0, 12.0]
    near(statistic("median", salaries, (), people)[0], 45.0)
    got, _ = statistic("mcloone", salaries, (), people)
    printed(1 - (1 - got) * 20 / 19, "0.7053")

# --- Todaro and Smith's twenty incomes ---------------------------------------

TWENTY = [0.8, 1.0, 1.4, 1.8, 1.9, 2.0, 2.4, 2.7, 2.8, 3.0,
          3.4, 3.8, 4.2, 4.8, 5.9, 7.1, 10.5, 12.0, 13.5, 15.0]
CUMULATIVE = "1.8 5.0 8.9 14.0 19.8 27.0 36.0 49.0 71.5 100.0"


def curves_of_twenty():
    """Todaro and Smith, Economic Development, table 5.1 (twenty incomes, 100
    in all): cumulative shares of tenths. The generalised curve of these
    incomes, times their number, is the income up to each, which is the
    share of 100; in the order of the incomes, so is the concentration
    curve."""
    for name, scale in (("lorenz", 100), ("generalised_lorenz", 20),
                        ("concentration", 100)):
        people, shares, _ = curve(name, TWENTY, None, TWENTY if
                                  name == "concentration" else None)
        all_printed([scale * s for s in shares[2::2]], CUMULATIVE)
        near(people[2], 0.1)


def halves_and_tails_of_twenty():
    """The same table: the lower half has 19.8 of 100, so the upper half 80.2;
    the upper tenth 28.5 and the lower 40 percent 14.0, whose ratio is
    Palma's. McLoone's and Verstegen's indices are those of the halves over
    ten times the median."""
    near(statistic("palma", TWENTY)[0], 28.5 / 14.0)
    ten_medians = 10 * statistic("median", TWENTY)[0]
    printed(ten_medians * statistic("mcloone", TWENTY)[0], "19.8")
    printed(ten_medians * statistic("verstegen", TWENTY)[0], "80.2")


def palma_of_equal_incomes():
    """Python's povertyInequalityMeasures, test of get_palma: ten equal
    incomes, 0.25; gbfs-toolkit, documentation of palma_ratio: 1 to 10,
    1.0."""
    near(statistic("palma", [1.0] * 10, (), [1.0] * 10)[0], 0.25)
    printed(statistic("palma", Y2[:10])[0], "1.0")

# --- Splits by group ---------------------------------------------------------

def gini_of_mexican_regions():
    """PySAL inequality, test of Gini_Spatial (states of Mexico in 1940,
    Hanson's regions as neighbours): Gini 0.35372371173452849, sums of the
    absolute differences within regions, wg 884130, and across them, wcg
    4353856. Over 2n² times the mean these are what is within, and what is
    between or overlaps."""
    rows = table("mexico_1940.csv")
    product = column(rows, "pcgdp1940")
    regions = [int(r["region"]) - 1 for r in rows]
    got, _ = decompose("gini", product, regions, 5)
    near(got[0], 0.35372371173452849, 1e-14)
    over = 2 * len(product) * sum(product)
    near(got[2] * over, 884130.0, 1e-13)
    near((got[1] + got[3]) * over, 4353856.0, 1e-13)


def silicon_of_nist():
    """NIST StRD, analysis of variance of SiRstv, certified sums of squares
    between and within five instruments. Half the squared coefficient of
    variation, the entropy of order 2, splits as they do."""
    place = os.path.join(os.path.dirname(HERE), "nist", "SiRstv.dat")
    with open(place, encoding="utf-8") as lines:
        rows = [l.split() for l in lines if not l.startswith("#")]
    values = [float(v) for _, v in rows]
    codes = [int(g) - 1 for g, _ in rows]
    squares = 5.11462616000000E-02, 2.16636560000000E-01
    n, mean = len(values), sum(values) / len(values)
    for name, scale in (("variance", n),
                        ("generalised_entropy", 2 * n * mean * mean)):
        got, _ = decompose(name, values, codes, 5)
        near(got[0] * scale, sum(squares), 1e-10)
        near(got[1] * scale, squares[0], 1e-10)
        near(got[2] * scale, squares[1], 1e-10)


def entropy_of_order_1():
    """R's accessibility, test of theil_t, as in theil_by_deciles of
    published_equity.py: entropy of order 1 is Theil's T."""
    got, _ = decompose("generalised_entropy",
                       [13991.0, 22239.0, 36567.0, 42372.0, 55571.0],
                       [1, 3, 2, 0, 3], 4, (1.0,),
                       [1011.0, 852.0, 394.0, 1969.0, 2189.0])
    all_printed(got[:3], "0.0852 0.0515 0.0337")


def splits_without_a_part():
    """Störmann 2009 (R's REAT, manual of theil): Theil's L of five regions,
    0.2326302. By groups of equal values all of it is between, in a single
    group all is within (so PySAL's test of TheilD has it)."""
    values = [10.0, 10.0, 10.0, 20.0, 50.0]
    for codes, part in (([0, 0, 0, 1, 2], 1), ([4, 3, 2, 1, 0], 1),
                        ([0] * 5, 2)):
        got, _ = decompose("theil_l", values, codes, 5)
        printed(got[0], "0.2326302")
        printed(got[part], "0.2326302")
        assert abs(got[3 - part]) <= 1e-16, got
