"""Raising under a coefficient of variation, against a convex solver of scipy
that knows nothing of levels.

    oracle_level.py LIBRARY
"""
import ctypes
import os
import sys
import unittest

try:
    import numpy as np
    from scipy import optimize
except ImportError:
    print("skipped: no numpy and scipy")
    sys.exit(77)

LIB = ctypes.CDLL(os.path.abspath(sys.argv.pop()))
D = ctypes.POINTER(ctypes.c_double)
LIB.attain_level_up.argtypes = [D, D, ctypes.c_size_t, ctypes.c_double, D, D,
                                ctypes.c_void_p]


def level_up(values, weights, limit):
    """The level and the raises."""
    out = np.empty(len(values))
    level = ctypes.c_double()
    status = LIB.attain_level_up(
        np.ascontiguousarray(values).ctypes.data_as(D),
        np.ascontiguousarray(weights).ctypes.data_as(D), len(values), limit,
        ctypes.byref(level), out.ctypes.data_as(D), None)
    assert status == 0, status
    return level.value, out


def solved(values, weights, limit):
    """The least Σ w·x, x ≥ 0, under the cone W · |√w v'| ≤ c · Σ w v'."""
    w = weights / weights.sum()
    root = np.sqrt(w)

    def room(x):
        v = values + x
        return (1 + limit ** 2) ** 0.5 * (w @ v) - np.linalg.norm(root * v)

    def slope(x):
        v = values + x
        return (1 + limit ** 2) ** 0.5 * w - w * v / np.linalg.norm(root * v)

    found = optimize.minimize(
        lambda x: w @ x, np.full(len(values), values.max()) - values,
        jac=lambda x: w, bounds=[(0, None)] * len(values), method="SLSQP",
        constraints={"type": "ineq", "fun": room, "jac": slope},
        options={"ftol": 1e-14, "maxiter": 2000})
    return found.x if found.success else None


class Level(unittest.TestCase):
    def test_adds_as_little_as_the_solver(self):
        random = np.random.default_rng(17)
        compared = 0
        for _ in range(120):
            count = int(random.integers(2, 25))
            values = random.gamma(4, 1, count) + 0.1
            weights = random.uniform(50, 3000, count)
            limit = random.uniform(0.05, 0.45)
            level, raises = level_up(values, weights, limit)
            after = values + raises
            mean = weights @ after / weights.sum()
            cv = np.sqrt(weights @ (after - mean) ** 2
                         / weights.sum()) / mean
            self.assertLessEqual(cv, limit * (1 + 1e-12))
            x = solved(values, weights, limit)
            if x is None:
                continue
            compared += 1
            mine, theirs = weights @ raises, weights @ x
            self.assertAlmostEqual(mine, theirs,
                                   delta=1e-5 * weights @ values)
            np.testing.assert_allclose(
                after, np.maximum(values, level), rtol=1e-12)
        self.assertGreater(compared, 100)


if __name__ == "__main__":
    unittest.main()
