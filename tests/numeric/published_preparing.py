"""Published numbers of describing and preparing: middles, covariances,
components, imputation, treatment, outliers."""
import math

from kinds import (NAN, association, components, impute, outliers, quantiles,
                   statistic, treat)
from printed import all_printed, column, near, printed, table, turned

# --- Describing --------------------------------------------------------------


def winsorised_mean_of_investopedia():
    """Investopedia, Winsorized mean: one of seven at either end, 7.71."""
    got, _ = statistic("winsorised_mean", [1.0, 5, 7, 8, 9, 10, 14], (0.15,))
    printed(got, "7.71")


def winsorised_mean_of_wikipedia():
    """Wikipedia, Winsorizing: 5 % of twenty at either end, from
    101.5 to 55.65."""
    values = [92.0, 19, 101, 58, 1053, 91, 26, 78, 10, 13, -40, 101, 86, 85,
              15, 89, 89, 28, -5, 41]
    near(statistic("mean", values)[0], 101.5)
    near(statistic("winsorised_mean", values, (0.05,))[0], 55.65)


def mean_deviations_of_pages():
    """Wikipedia, Average absolute deviation, and calcipedia.org: 3.6 about
    the mean; qammunity.org 10873679: 1.84; jiskha.com 2303211: 3.75."""
    for values, text in (([2.0, 2, 3, 4, 14], "3.6"),
                         ([3.0, 5, 8, 1, 4], "1.84"),
                         ([5.0, 12, 14, 18], "3.75")):
        printed(statistic("mean_absolute_deviation", values)[0], text)


def plotting_positions_of_scipy():
    """scipy, documentation of stats.mstats.mquantiles, whose default is 0.4
    and 0.4: three columns, quartiles."""
    columns = [[6.0, 47, 49, 15, 42, 41, 7, 39, 43, 40, 36],
               [7.0, 15, 36, 39, 40, 41], [1.0, 2, 3, 4]]
    for values, texts in zip(columns, ("19.2 40 42.8", "14.6 37.5 40.05",
                                       "1.45 2.5 3.55")):
        got, _ = quantiles("plotting", values, (0.25, 0.5, 0.75), (0.4, 0.4))
        all_printed(got, texts)


def covariance_of_excel():
    """Microsoft, documentation of COVARIANCE.P: 5.2; Wikipedia, Covariance (as
    recalled): six pairs by their probability, -0.1."""
    near(association("covariance_population", [3.0, 2, 4, 5, 6],
                     [9.0, 7, 12, 15, 17]), 5.2)
    x, y = [5.0, 6, 7, 5, 6, 7], [8.0, 8, 8, 9, 9, 9]
    near(association("covariance_population", x, y, (),
                     [0.0, 0.4, 0.1, 0.3, 0.0, 0.2]), -0.1)


def components_of_smith():
    """Smith 2002, A tutorial on principal components analysis, section 3.1
    and in the tests of Accord.NET: eigenvalues and the larger one's
    vector."""
    values, vectors = components("covariance", [
        [2.5, 0.5, 2.2, 1.9, 3.1, 2.3, 2.0, 1.0, 1.5, 1.1],
        [2.4, 0.7, 2.9, 2.2, 3.0, 2.7, 1.6, 1.1, 1.6, 0.9]])
    all_printed(values, "1.28402771 0.0490833989")
    all_printed(vectors[0], "0.677873399 0.735178656")


# --- Preparing ---------------------------------------------------------------


def group_means_of_pandas():
    """linuxtut.com 4218d6898bb68053a79b, pandas: groupby and fillna of the
    mean: three groups, the middle one of each missing."""
    got = impute("group_mean", [[1.0, 2, 3, NAN, NAN, NAN, 4, 4, 4]], (),
                 [0, 1, 2] * 3, 3)
    assert got[0] == [1.0, 2, 3, 2.5, 3, 3.5, 4, 4, 4], got


def group_medians_of_coinr():
    """COINr, vignette on imputation: four indicators of ten units of ASEM in
    two groups of five."""
    n = NAN
    filled = impute("group_median", turned([
        [23.7, 0.13405, n, 11.519], [583.5, 2.20754, 16.182, 24.040],
        [3.6, 0.05780, 0.985, 6.509], [249.8, 1.79800, n, 17.242],
        [n, n, n, 3.315], [64.2, 1.15292, 7.555, 26.757],
        [0.3, 0.00266, 0.046, 0.404], [n, 0.08905, n, 2.907],
        [46.5, 0.34615, 1.213, 3.370], [7.2, 0.03553, 1.256, 0.966]]), (),
        [0] * 5 + [1] * 5, 2)
    for c, unit, text in ((0, 4, "136.75"), (0, 7, "26.85"),
                          (1, 4, "0.966025"), (2, 0, "8.5835"),
                          (2, 3, "8.5835"), (2, 4, "8.5835"),
                          (2, 7, "1.2345")):
        printed(filled[c][unit], text)


def logarithms_of_coinr():
    """COINr, vignette on treatment: skewness and kurtosis of Flights and
    Goods of 51 countries of ASEM after log_CT, which is log_CT_plus where the
    skew is to the right, as both are."""
    rows = table("asem.csv")
    assert len(rows) == 51
    for name, before, after in (
            ("flights", "2.103287 4.508879", "-0.09502644 -0.8305217"),
            ("goods", "2.649973 8.266610", "0.03104001 -0.8888965")):
        values = column(rows, name)
        moments = [values] + [treat(m, values) for m in ("log_of_range",
                                                         "log_by_skew")]
        for one, texts in zip(moments, (before, after, after)):
            all_printed([statistic("skewness_sample", one)[0],
                         statistic("kurtosis_sample", one)[0]], texts)


def logarithms_of_numpy():
    """numpy, documentation of log: 0, 1 and 2 of 1, e and e².
    With 1 as the least that is also what the Global Innovation Index takes."""
    powers = [1.0, math.e, math.e ** 2]
    for name in ("log", "log_gii"):
        all_printed(treat(name, powers), "0.00000000 1.00000000 2.00000000")


def logarithms_of_scikit_learn():
    """scikit-learn, documentation of FunctionTransformer with numpy.log1p (as
    recalled): [[0, 1], [2, 3]], which is a shift of 1; with 0 as the least it
    is also the logarithm from the least."""
    all_printed(treat("log", [0.0, 1.0, 2.0, 3.0], (1.0,)),
                "0.0000 0.6931 1.0986 1.3862", 1.0)  # cut off, not rounded
    all_printed(treat("log_from_least", [0.0, 2.0]), "0.0000 1.0986")


def fences_of_wikipedia():
    """Wikipedia, Box plot: 24 temperatures, quartiles 66 and
    75, fences 52.5 and 88.5, which only 52 and 89 are beyond; R,
    documentation of boxplot.stats (as recalled): of 1 to 100 and 1000,
    1000."""
    values = [52.0, 57, 57, 58, 63, 66, 66, 67, 67, 68, 69, 70,
              70, 70, 70, 72, 73, 75, 75, 76, 76, 78, 79, 89]
    scores, found = outliers("fences", values)
    assert [v for v, out in zip(values, found) if out] == [52.0, 89.0]
    assert found[0] == 1 and found[-1] == 2
    near(66 + scores[0] * 9, 52)
    near(75 + scores[-1] * 9, 89)
    values = [float(v) for v in range(1, 101)] + [1000.0]
    _, found = outliers("fences", values)
    assert [v for v, out in zip(values, found) if out] == [1000.0]
