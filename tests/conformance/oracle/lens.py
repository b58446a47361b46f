"""Method section 7: process, value added, comprehensive. The line is fitted in
rationals; the part of the variance that is a unit's own is found in decimals
of 50 digits from the score of the restricted likelihood written with whole
matrices (P = V^-1 - V^-1 X (X'V^-1 X)^-1 X'V^-1)."""
from decimal import Decimal, getcontext
from fractions import Fraction

COLUMNS = ["process", "value_added", "comprehensive", "value_added_effect",
           "value_added_low", "value_added_high", "value_added_class"]
LEAST = 10
NEAR = Fraction(1, 10 ** 12)
REACH = Fraction("1.959963984540054")
CLASSES = {-1: "below", 0: "average", 1: "above"}


class Lenses:
    """What the options ask for: weights of outcome, process, value added."""

    def __init__(self, weights, sizes=None):
        self.weights = [Fraction(w) for w in weights.split(":")]
        self.sizes = sizes

    def together(self, lenses):
        pairs = [(w, x) for w, x in zip(self.weights, lenses)
                 if x is not None and w > 0]
        weight = sum(w for w, _ in pairs)
        return sum(w * x for w, x in pairs) / weight if pairs else None


def process(pace):
    return None if pace is None else min(Fraction(1), max(Fraction(0), pace))


def all_equal(values):
    return max(values) - min(values) <= NEAR * max(abs(v) for v in values)


def line(points, weights):
    """Residuals from the weighted line, and its slope."""
    total = sum(weights)
    mx = sum(w * x for w, (x, _) in zip(weights, points)) / total
    my = sum(w * y for w, (_, y) in zip(weights, points)) / total
    sxx = sum(w * (x - mx) ** 2 for w, (x, _) in zip(weights, points))
    sxy = sum(w * (x - mx) * (y - my) for w, (x, y) in zip(weights, points))
    slope = sxy / sxx
    return [y - my - slope * (x - mx) for x, y in points], slope


def projection(points, v):
    """P as a list of rows, for the variances v."""
    n, xs = len(points), [(Decimal(1), x) for x, _ in points]
    a = sum(1 / w for w in v)
    b = sum(x[1] / w for x, w in zip(xs, v))
    c = sum(x[1] ** 2 / w for x, w in zip(xs, v))
    det = a * c - b * b

    def hat(i, j):
        return (c - b * (xs[i][1] + xs[j][1]) + a * xs[i][1] * xs[j][1]) / det
    return [[(int(i == j) - hat(i, j) / v[j]) / v[i] for j in range(n)]
            for i in range(n)]


def variances(m, t):
    return [t + (1 - t) * part for part in m]


def score(points, m, t):
    """Derivative of -2 log of the restricted likelihood, over t."""
    rows = projection(points, variances(m, t))
    ys = [y for _, y in points]
    py = [sum(p * y for p, y in zip(row, ys)) for row in rows]
    q = sum(a * y for a, y in zip(py, ys))
    trace = sum(rows[i][i] * (1 - m[i]) for i in range(len(m)))
    moved = sum(a * a * (1 - part) for a, part in zip(py, m))
    return trace - (len(points) - 2) * moved / q


def likelihood(points, m, t):
    v = variances(m, t)
    rows = projection(points, v)
    ys = [y for _, y in points]
    q = sum(sum(p * y for p, y in zip(row, ys)) * y0
            for row, y0 in zip(rows, ys))
    a = sum(1 / w for w in v)
    b = sum(x / w for (x, _), w in zip(points, v))
    c = sum(x * x / w for (x, _), w in zip(points, v))
    return ((len(points) - 2) * q.ln() + sum(w.ln() for w in v)
            + (a * c - b * b).ln())


def own_part(points, m, places=64):
    """The t of greatest likelihood, 0 … 1."""
    getcontext().prec = 50
    # Moving x and y along changes neither likelihood nor t, but keeps digits.
    points = [(Decimal(x.numerator) / x.denominator,
               Decimal(y.numerator) / y.denominator) for x, y in points]
    m = [Decimal(p.numerator) / p.denominator for p in m]
    grid = [Decimal(i) / places for i in range(places + 1)]
    values = [likelihood(points, m, t) for t in grid]
    best = values.index(min(values))
    if best == 0 and score(points, m, grid[0]) >= 0:
        return Fraction(0)
    if best == places and score(points, m, grid[places]) <= 0:
        return Fraction(1)
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, places)]
    for _ in range(60):
        middle = (low + high) / 2
        if score(points, m, middle) < 0:
            low = middle
        else:
            high = middle
    return Fraction(low)


def added(points, sizes, down):
    """(percentile, effect, low, high, class) of each point, or None."""
    n = len(points)
    if n < LEAST or all_equal([x for x, _ in points]):
        return None
    rests, slope = line(points, [Fraction(1)] * n)
    scale = (max(abs(y) for _, y in points)
             + abs(slope) * max(abs(x) for x, _ in points))
    noise = NEAR * scale
    shrinks = (sizes is not None and not all_equal(sizes)
               and sum(r * r for r in rests) > noise * noise * n)
    errors, effects = [None] * n, rests
    if shrinks:
        mean = sum(sizes) / n
        m = [mean / s for s in sizes]
        t = own_part(points, m)
        v = [t + (1 - t) * part for part in m]
        rests, _ = line(points, [1 / w for w in v])
        variance = sum(r * r / w for r, w in zip(rests, v)) / (n - 2)
        effects = [t / w * r for r, w in zip(rests, v)]
        if t < 1:
            errors = [Fraction((Decimal(float(variance * t * (1 - t / w)))
                                ).sqrt()) for w in v]
    effects = [Fraction(0) if abs(e) < noise else e for e in effects]
    if down:
        effects = [-e for e in effects]
    return [told(effects, i, errors[i], noise) for i in range(n)]


def told(effects, i, error, near):
    mine, others = effects[i], len(effects) - 1
    ties = sum(abs(e - mine) <= near for e in effects) - 1
    worse = sum(e < mine - near for e in effects)
    percentile = (worse + Fraction(ties, 2)) / others
    if error is None:
        return percentile, mine, None, None, None
    low, high = mine - REACH * error, mine + REACH * error
    return percentile, mine, low, high, CLASSES[(low > 0) - (high < 0)]


def of_target(target, own, values, lenses):
    """Sets the lens cells of a target's own rows (rulings A87)."""
    names = ["value_added", "value_added_effect", "value_added_low",
             "value_added_high", "value_added_class"]
    for one in own.values():
        one.cells.update(process=process(one.cells["pace"]))
    t = target
    if (t.baseline is not None or t.baseline_period is None
            or t.baseline_period >= t.j):
        return
    found = []
    for one in own.values():
        x = values.of(t.metric, one.unit, t.baseline_period).number
        y = values.of(t.metric, one.unit, t.j).number
        size = Fraction(1)
        if lenses.sizes is not None:
            size = values.variable(one.unit, lenses.sizes, t.j)
        if x is not None and y is not None and size is not None and size > 0:
            found.append((one, (x.q, y.q), size))
    if len(found) < LEAST:
        return
    results = added([p for _, p, _ in found],
                    lenses.sizes and [s for _, _, s in found],
                    t.metric.direction == "down")
    for (one, _, _), cells in zip(found, results or []):
        one.cells.update(zip(names, cells))
