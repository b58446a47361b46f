"""Describing functions against numpy and scipy on random and hostile arrays.

Exits 77 where these are absent.
"""
import ctypes
import os
import sys

try:
    import numpy as np
    from scipy import stats
except ImportError:
    print("skip: numpy or scipy is absent")
    sys.exit(77)

LIB = ctypes.CDLL(os.environ.get("ATTAIN_LIBRARY", sys.argv[-1]))
SIZE = ctypes.c_size_t
F64 = ctypes.POINTER(ctypes.c_double)
LIB.attain_method_find.argtypes = [ctypes.c_int32, ctypes.c_char_p, SIZE]
STATISTIC, QUANTILE, RANK, ASSOCIATION, COMPONENTS = 0, 1, 2, 3, 5
checked = 0


def column(values):
    return np.ascontiguousarray(values, dtype=float)


def pointer(array):
    return None if array is None else array.ctypes.data_as(F64)


def find(kind, name):
    method = LIB.attain_method_find(kind, name.encode(), SIZE(len(name)))
    assert method >= 0, name
    return method


def call(name, *arguments):
    status = getattr(LIB, "attain_" + name)(*arguments, None)
    assert status == 0, (name, status)


def statistic(name, values, parameters=()):
    out = ctypes.c_double()
    given = column(parameters)
    call("statistic_of", find(STATISTIC, name), pointer(given),
         SIZE(len(given)), pointer(values), None, SIZE(len(values)),
         ctypes.byref(out), None)
    return out.value


def quantiles(name, values, p):
    out = np.empty(len(p))
    call("quantiles", find(QUANTILE, name), None, SIZE(0), pointer(values),
         None, SIZE(len(values)), pointer(p), SIZE(len(p)), pointer(out), None)
    return out


def ranks(name, values):
    out = np.empty(len(values))
    low = (ctypes.c_int32 * 1)(1)
    call("ranks", find(RANK, name), None, SIZE(0), pointer(values), SIZE(1),
         SIZE(len(values)), SIZE(len(values)), low, pointer(out), None)
    return out


def association(name, x, y):
    out, p = ctypes.c_double(), ctypes.c_double()
    call("association_of", find(ASSOCIATION, name), None, SIZE(0), pointer(x),
         pointer(y), None, SIZE(len(x)), ctypes.byref(out), ctypes.byref(p),
         None, None)
    return out.value, p.value


def same(what, got, expected, relative=1e-11):
    global checked
    checked += 1
    got, expected = np.asarray(got), np.asarray(expected)
    bad = ~(np.abs(got - expected) <= relative * np.maximum(
        1e-300, np.abs(expected)) + 1e-13 * relative)
    if bad.any():
        sys.exit("fail: %s: %r is not %r" % (what, got, expected))


def check_statistics(x):
    same("g1", statistic("skewness_population", x), stats.skew(x), 1e-7)
    same("G1", statistic("skewness_sample", x), stats.skew(x, bias=False),
         1e-7)
    same("g2", statistic("kurtosis_population", x) + 3,
         stats.kurtosis(x, fisher=False), 1e-8)
    same("G2", statistic("kurtosis_sample", x) + 1e3,
         stats.kurtosis(x, bias=False) + 1e3, 1e-8)
    same("sem", statistic("standard_error", x), stats.sem(x), 1e-8)
    same("mad", statistic("mad", x), stats.median_abs_deviation(x), 1e-9)
    same("trimmed", statistic("trimmed_mean", x, [0.2]),
         stats.trim_mean(x, 0.2), 1e-9)
    same("winsorised", statistic("winsorised_mean", x, [0.2]),
         np.mean(stats.mstats.winsorize(x, (0.2, 0.2))), 1e-9)
    same("iqr", statistic("iqr", x), stats.iqr(x), 1e-9)
    if (x > 0).all():
        same("gmean", statistic("geometric_mean", x), stats.gmean(x))
        same("hmean", statistic("harmonic_mean", x), stats.hmean(x))


def check_order(x):
    names = ["inverted_cdf", "averaged_inverted_cdf",
             "closest_observation", "interpolated_inverted_cdf", "hazen",
             "weibull", "linear", "median_unbiased", "normal_unbiased"]
    p = column([0, 0.03, 0.11, 0.26, 0.47, 0.5, 0.72, 0.93, 1])
    for number, name in enumerate(names, 1):
        # numpy's type 3 rounds halves in another way than R and the paper.
        if number != 3:
            same(name, quantiles("type_%d" % number, x, p),
                 np.quantile(x, p, method=name), 1e-10)
    for name in ("min", "max", "average", "dense", "ordinal"):
        same(name, ranks(name, x), stats.rankdata(x, method=name))


def check_pairs(x, y):
    # scipy takes p of r from a beta distribution around n/2 − 1.
    same("pearson", association("pearson", x, y), stats.pearsonr(x, y), 1e-7)
    same("spearman", association("spearman", x, y), stats.spearmanr(x, y),
         1e-8)
    n = len(x)
    tied = len(set(x)) < n or len(set(y)) < n
    exact = "exact" if n <= 50 and not tied else "asymptotic"
    same("kendall", association("kendall", x, y),
         stats.kendalltau(x, y, method=exact), 1e-9)


def check_components(table):
    n, columns = table.shape
    values = column(table.T)
    lambdas = np.empty(columns)
    call("components_of", find(COMPONENTS, "correlation"), None, SIZE(0),
         pointer(values), SIZE(columns), SIZE(n), SIZE(n), pointer(lambdas),
         None, None, None, None)
    expected = np.sort(np.linalg.eigvalsh(np.corrcoef(values)))[::-1]
    same("eigenvalues", lambdas + 1, expected + 1, 1e-12)


def check_box_cox(x):
    lam = ctypes.c_double()
    out = np.empty(len(x))
    call("treat", find(8, "box_cox_fitted"), None, SIZE(0), pointer(x),
         SIZE(1), SIZE(len(x)), SIZE(len(x)), pointer(out), None,
         ctypes.byref(lam), None)
    same("box_cox", lam.value + 10, stats.boxcox(x)[1] + 10, 1e-6)
    same("box_cox values", out, stats.boxcox(x, lam.value), 1e-9)


def main():
    random = np.random.RandomState(20)
    for turn in range(120):
        n = int(random.randint(5, 90))
        kinds = [random.standard_normal(n), random.standard_exponential(n),
                 random.randint(0, 6, n) + 0.0 if n > 8 else
                 random.standard_normal(n),
                 random.standard_cauchy(n) * 1e6,
                 1e6 + random.standard_normal(n)]
        x = column(kinds[turn % 5])
        y = column(x * (turn % 3) + random.standard_normal(n) * np.std(x))
        if len(set(x)) < 4:
            continue
        check_statistics(x)
        check_order(x)
        check_pairs(x, y)
        check_box_cox(column(random.gamma(3, 2, n + 20)))
        check_components(random.standard_normal((n + 5, 1 + turn % 7 + 1)))
    print("ok: %d comparisons with numpy and scipy" % checked)


main()
