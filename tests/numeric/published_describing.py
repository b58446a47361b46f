"""Published numbers of description, and small examples of manuals."""
import kinds
from kinds import (aggregate, association, impute, normalise, parity, rounded,
                   statistic, student, treat, trend)
from printed import all_printed, cars, near, printed, turned

# --- Describing --------------------------------------------------------------

_, STOPS = cars()


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

# --- Small examples of manuals and textbooks ---------------------------------

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
