#!/usr/bin/env python3
"""lens_oracle.py ATTAIN_REPORT

Value added against numpy's least squares and scipy's minimiser: random schools,
whose sizes matter; numpy and scipy missing: 77.
"""
import csv
import io
import os
import subprocess
import sys
import tempfile

try:
    import numpy as np
    from scipy.optimize import minimize_scalar
except ImportError:
    print("numpy and scipy are not there")
    sys.exit(77)

PLAN = {
    "plan.csv": "key,value\nid,p\nname,P\nlevel,county\nfirst_period,2021\n"
                "last_period,2025\n",
    "goals.csv": "id,name,parent\ng,G,\n",
    "metrics.csv": "id,name,numerator,direction\nm,M,y,down\n",
    "targets.csv": "id,goal,metric,name,comparator,value,level,"
                   "baseline_period\nt,g,m,T,at_most,0,school,2020\n"}


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def judge(program, x, y, sizes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in PLAN.items():
            write(folder + "/plan", name, text)
        units = "".join(f"s{i},S,school,c\n" for i in range(len(x)))
        write(folder + "/data", "units.csv",
              "id,name,level,parent\nc,C,county,\n" + units)
        lines = ["unit,period,y,pupils"]
        for i, row in enumerate(zip(x, y, sizes)):
            lines += [f"s{i},2020,{row[0]!r},", f"s{i},2023,{row[1]!r},{row[2]}"]
        write(folder + "/data", "observations.csv", "\n".join(lines) + "\n")
        out = subprocess.run(
            [program, folder + "/plan", folder + "/data", "--format", "csv",
             "--lenses", "1:1:1", "--sizes", "pupils"],
            check=True, capture_output=True, text=True).stdout
    rows = [r for r in csv.DictReader(io.StringIO(out))
            if r["node"] == "t" and r["unit"] != "c"]
    return [np.array([float(r[name] or "nan") for r in rows]) for name in (
        "value_added", "value_added_effect", "value_added_low",
        "value_added_high")]


def fitted(x, y, m, t):
    """Residuals by numpy's least squares on rows divided by √v."""
    v = t + (1 - t) * m
    design = np.column_stack([np.ones_like(x), x])
    root = np.sqrt(v)
    b = np.linalg.lstsq(design / root[:, None], y / root, rcond=None)[0]
    return y - design @ b, v, design


def minus_likelihood(t, x, y, m):
    r, v, design = fitted(x, y, m, t)
    n = len(x)
    _, log_det = np.linalg.slogdet(design.T @ (design / v[:, None]))
    return (n - 2) * np.log(np.sum(r * r / v)) + np.sum(np.log(v)) + log_det


def expected(x, y, sizes):
    m = sizes.mean() / sizes
    grid = np.linspace(0, 1, 2001)
    values = [minus_likelihood(t, x, y, m) for t in grid]
    best = int(np.argmin(values))
    t = grid[best]
    if 0 < best < len(grid) - 1:
        t = minimize_scalar(minus_likelihood, args=(x, y, m),
                            bounds=(grid[best - 1], grid[best + 1]),
                            method="bounded", options={"xatol": 1e-12}).x
    r, v, _ = fitted(x, y, m, t)
    variance = np.sum(r * r / v) / (len(x) - 2)
    error = np.sqrt(variance * t * (1 - t / v)) if t < 1 else np.nan * v
    return t, -t / v * r, 1.959963984540054 * error


def check(program, seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(10, 60))
    sizes = rng.integers(2, 900, n).astype(float)
    x = rng.normal(60, 10, n).round(3)
    y = (5 + 0.9 * x + rng.normal(0, 1.5, n)
         + rng.normal(0, 40, n) / np.sqrt(sizes)).round(3)
    t, effect, half = expected(x, y, sizes)
    score, found, low, high = judge(program, [float(a) for a in x],
                                    [float(a) for a in y],
                                    [int(a) for a in sizes])
    others = effect[None, :] - effect[:, None]
    rank = (np.sum(others < -1e-9, 1) + (np.sum(abs(others) <= 1e-9, 1) - 1)
            / 2) / (n - 1)
    np.testing.assert_allclose(found, effect, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(high - low, 2 * half, rtol=1e-4, atol=1e-4)
    if t > 0:
        np.testing.assert_allclose(score, rank, atol=1e-12)
    return t


def main():
    inside = [0 < check(sys.argv[1], seed) < 1 for seed in range(12)]
    assert sum(inside) > 5, "too few cases that are shrunk"
    print(f"{len(inside)} regressions, {sum(inside)} of them shrunk")


if __name__ == "__main__":
    main()
