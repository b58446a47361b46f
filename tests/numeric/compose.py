"""Normalising, weighting and aggregating against numpy and scipy.

    compose.py LIBRARY
"""
import ctypes
import os
import sys
import unittest

try:
    import numpy as np
    import scipy
    from scipy import optimize, stats
except ImportError:
    print("skipped: no numpy and scipy")
    sys.exit(77)

LIB = ctypes.CDLL(os.path.abspath(sys.argv.pop()))
D = ctypes.POINTER(ctypes.c_double)
LIB.attain_method_find.argtypes = [ctypes.c_int32, ctypes.c_char_p,
                                   ctypes.c_size_t]
NUL_TERMINATED = ctypes.c_size_t(-1).value


def kind(name):
    LIB.attain_method_kind_name.restype = ctypes.c_char_p
    for k in range(LIB.attain_method_kind_count()):
        if LIB.attain_method_kind_name(k) == name:
            return k
    raise KeyError(name)


def method(family, name):
    found = LIB.attain_method_find(kind(family), name.encode(),
                                   NUL_TERMINATED)
    assert found >= 0, name
    return ctypes.c_int32(found)


def doubles(values):
    if values is None:
        return None
    return np.ascontiguousarray(values, float).ctypes.data_as(D)


def ints(values):
    if values is None:
        return None
    return (ctypes.c_int32 * len(values))(*values)


def size(n):
    return ctypes.c_size_t(n)


def normalise(name, columns, parameters=(), descending=None):
    x = np.ascontiguousarray(columns, float)
    p = np.array(parameters, float)
    out = np.empty_like(x)
    status = LIB.attain_normalise(
        method(b"normalisation", name), doubles(p), size(len(p)), doubles(x),
        size(len(x)), size(x.shape[1]), size(x.shape[1]), None, size(0),
        size(0), ints(descending), out.ctypes.data_as(D), None, None)
    assert status == 0, status
    return out


def weigh(name, columns, parameters=(), descending=None):
    x = np.ascontiguousarray(columns, float)
    p = np.array(parameters, float)
    out = np.empty(len(x))
    status = LIB.attain_weigh(
        method(b"weighting", name), doubles(p), size(len(p)), doubles(x),
        size(len(x)), size(x.shape[1]), size(x.shape[1]), ints(descending),
        out.ctypes.data_as(D), None, None)
    assert status == 0, status
    return out


def aggregate(name, columns, weights=None, parameters=(), descending=None):
    x = np.ascontiguousarray(columns, float)
    p = np.array(parameters, float)
    w = None if weights is None else np.array(weights, float)
    out = np.empty(x.shape[1])
    status = LIB.attain_aggregate(
        method(b"aggregation", name), doubles(p), size(len(p)), doubles(x),
        size(len(x)), size(x.shape[1]), size(x.shape[1]), doubles(w),
        ints(descending), None, ctypes.c_int32(0), ctypes.c_double(0),
        out.ctypes.data_as(D), None, None)
    assert status == 0, status
    return out


def close(a, b, within=1e-12):
    np.testing.assert_allclose(a, b, rtol=within, atol=within)


RANDOM = np.random.default_rng(7)


def columns(count, units, blanks=0.1, decimals=1):
    x = np.round(RANDOM.gamma(2, 10, (count, units)) + 1, decimals)
    x[RANDOM.random(x.shape) < blanks] = np.nan
    return x


class Normalising(unittest.TestCase):
    def test_scores(self):
        # Few and many units, and values that are all but spread evenly.
        for x in (columns(4, 30), columns(3, 3000, decimals=0),
                  columns(3, 2000, decimals=6),
                  np.exp(RANDOM.normal(0, 30, (3, 1500)))):
            down = [i % 2 for i in range(len(x))]
            turned = np.where(np.array(down)[:, None], -x, x)
            low = np.nanmin(turned, 1, keepdims=True)
            high = np.nanmax(turned, 1, keepdims=True)
            close(normalise("minmax", x, (1, 100), down),
                  1 + 99 * (turned - low) / (high - low))
            for ddof, name in enumerate(("population", "sample")):
                close(normalise("zscore_" + name, x, (), down),
                      stats.zscore(turned, 1, ddof, nan_policy="omit"), 1e-10)
            known = np.sum(~np.isnan(x), 1, keepdims=True)
            for ties, way in ((0, "min"), (.5, "average"), (1, "max")):
                rank = stats.rankdata(turned, way, axis=1,
                                      nan_policy="omit")
                close(normalise("percentile_rank", x, (ties,), down),
                      (rank - 1) / (known - 1))
                close(normalise("rank", x, (ties,), down), rank)
            cuts = np.nanquantile(turned, (.1, .35, .8), axis=1)
            classes = (turned >= cuts[:, :, None]).sum(0) * 1.
            classes[np.isnan(x)] = np.nan
            close(normalise("category_by_quantile", x, (.1, .35, .8), down),
                  classes)


class Weighting(unittest.TestCase):
    def test_weights_from_data(self):
        x = columns(6, 80, 0)
        close(weigh("standard_deviation", x), x.std(1) / x.std(1).sum())
        entropy = 1 - stats.entropy(x, axis=1) / np.log(80)
        close(weigh("entropy", x), entropy / entropy.sum(), 1e-10)
        down = [0, 1, 0, 0, 1, 1]
        u = normalise("minmax", x, (), down)
        entropy = 1 - stats.entropy(u, axis=1) / np.log(80)
        close(weigh("entropy_minmax", x, (), down), entropy / entropy.sum())
        c = u.std(1) * (1 - np.corrcoef(u)).sum(1)
        close(weigh("critic", x, (), down), c / c.sum())
        values, vectors = np.linalg.eigh(np.corrcoef(x))
        close(weigh("first_component", x), vectors[:, -1] ** 2, 1e-9)
        kept = values >= 1
        w = (vectors[:, kept] ** 2 * values[kept]).sum(1)
        close(weigh("principal_components", x), w / w.sum(), 1e-9)
        n = np.where(np.array(down)[:, None], x / x.max(1, keepdims=True),
                     x.min(1, keepdims=True) / x)
        logs = np.abs(np.log(n))
        whole = np.log(1 + logs.mean(0))
        w = np.array([np.abs(np.log(1 + (logs.sum(0) - logs[j]) / 6)
                             - whole).sum() for j in range(6)])
        close(weigh("merec", x, (), down), w / w.sum(), 1e-10)

    def test_eigenvector(self):
        for n in range(3, 10):
            a = np.ones((n, n))
            for i in range(n):
                for j in range(i):
                    a[i, j] = RANDOM.integers(1, 10) ** RANDOM.choice((-1., 1.))
                    a[j, i] = 1 / a[i, j]
            values, vectors = np.linalg.eig(a)
            w = np.abs(np.real(vectors[:, np.argmax(np.real(values))]))
            close(weigh("ahp_eigenvector", a.T), w / w.sum(), 1e-11)
            lam, index, ratio = (ctypes.c_double() for _ in range(3))
            w = weigh("ahp_eigenvector", a.T)
            status = LIB.attain_pairwise_consistency(
                doubles(a.T), size(n), size(n), doubles(w),
                ctypes.c_double(0.9), ctypes.byref(lam), ctypes.byref(index),
                ctypes.byref(ratio), None)
            self.assertEqual(status, 0)
            most = np.max(np.real(values))
            close(lam.value, most, 1e-11)
            close(index.value, (most - n) / (n - 1), 1e-10)
            close(ratio.value, (most - n) / (n - 1) / 0.9, 1e-10)


class Aggregating(unittest.TestCase):
    def test_means(self):
        x = columns(7, 50)
        w = RANDOM.random(7)
        known = np.where(np.isnan(x), 0, w[:, None])
        total = known.sum(0)
        close(aggregate("arithmetic", x, w), np.nansum(known * x, 0) / total)
        close(aggregate("geometric", x, w),
              np.exp(np.nansum(known * np.log(x), 0) / total))
        close(aggregate("harmonic", x, w), total / np.nansum(known / x, 0))
        for p in (-2.5, .5, 3):
            close(aggregate("power", x, w, (p,)),
                  (np.nansum(known * x ** p, 0) / total) ** (1 / p))

    def test_topsis(self):
        x = columns(5, 40, 0)
        w = RANDOM.random(5)[:, None]
        v = w * x / np.sqrt((x ** 2).sum(1, keepdims=True))
        v[1] *= -1
        best = np.sqrt(((v - v.max(1, keepdims=True)) ** 2).sum(0))
        worst = np.sqrt(((v - v.min(1, keepdims=True)) ** 2).sum(0))
        close(aggregate("topsis_vector", x, w[:, 0], (), [0, 1, 0, 0, 0]),
              worst / (best + worst))

    def test_benefit_of_the_doubt(self):
        """Each programme once more, by another solver."""
        if tuple(map(int, scipy.__version__.split(".")[:2])) < (1, 6):
            self.skipTest("no HiGHS")
        for units, decimals in ((40, 1), (150, 4), (60, -1)):
            x = np.maximum(columns(5, units, 0, decimals), 0)
            for low, high in ((0, 1), (.1, 1), (0, .4), (.05, .5)):
                scores = aggregate("benefit_of_the_doubt", x, None,
                                   (low, high))
                for i in range(units):
                    y = x[:, i]
                    shares = np.vstack([low * y[None, :] - np.diag(y),
                                        np.diag(y) - high * y[None, :]])
                    found = optimize.linprog(
                        -y, np.vstack([x.T, shares]),
                        np.r_[np.ones(units), np.zeros(10)], method="highs")
                    self.assertTrue(found.success)
                    self.assertAlmostEqual(scores[i], -found.fun, delta=1e-7)


if __name__ == "__main__":
    unittest.main()
