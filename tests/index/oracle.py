"""A composite index computed a second time, in plain Python, from what
docs/index.md and the headers of the numeric room say; compared column by column
with the library over the published human development index and over random
tables that are hostile: gaps, ties, constants, far-off values.

    oracle.py [HOW_MANY]
"""
import csv
import math
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "examples")
sys.path.insert(0, os.path.join(ROOT, "python"))

import attain  # noqa: E402

NAN = float("nan")
STEPS = ("omission", "screening", "imputation", "treatment", "normalisation",
         "weighting", "aggregation")


def read(text):
    rows = [row for row in csv.reader(text.splitlines())
            if row and not row[0].startswith("#")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def known(values):
    return [v for v in values if v == v]


def mean(values):
    return math.fsum(values) / len(values)


def moment(values, k):
    middle = mean(values)
    return math.fsum((v - middle) ** k for v in values) / len(values)


# --- One column ------------------------------------------------------------

def passes(values, skew, kurt):
    n = len(values)
    if n < 4 or len(set(values)) == 1:
        return True
    m2 = moment(values, 2)
    g1 = moment(values, 3) / m2 ** 1.5
    g2 = moment(values, 4) / m2 ** 2 - 3
    skewness = g1 * math.sqrt(n * (n - 1)) / (n - 2)
    kurtosis = (n - 1) * ((n + 1) * g2 + 6) / ((n - 2) * (n - 3))
    return abs(skewness) < skew or kurtosis < kurt


def winsorise(column, skew=2, kurt=3.5, most=5):
    column, touched = list(column), set()
    while not passes(known(column), skew, kurt) and len(touched) < most:
        values = known(column)
        right = moment(values, 3) > 0
        end = max(values) if right else min(values)
        rest = [v for v in values if v != end]
        new = max(rest) if right else min(rest)
        for i, v in enumerate(column):
            if v == end:
                column[i] = new
                touched.add(i)
    return column


def treat(method, column, p):
    values = known(column)
    if not values:
        return column
    low, high = min(values), max(values)
    if method == "winsorise":
        return winsorise(column)
    if method == "log":
        inside = [v + p.get("shift", 0) for v in column]
    elif method == "log_from_least":
        inside = [v - low + 1 for v in column]
    elif method == "log_of_range":
        inside = [v - low + p.get("share", 0.01) * (high - low)
                  for v in column]
    return [math.log(v) if v > 0 else NAN for v in inside]


def normalise(method, column, down, p):
    turned = [-v if down else v for v in column]
    values = known(turned)
    n = len(values)
    if method == "goalposts":
        low, high = p["low"], p["high"]
        low, high = (-high, -low) if down else (low, high)
        return [v if v != v else
                p.get("scale", 1) * min(1, max(0, (v - low) / (high - low)))
                for v in turned]
    if method == "category_by_threshold":
        cuts = [-p[k] if down else p[k] for k in sorted(p)]
        return [v if v != v else float(sum(v >= c for c in cuts))
                for v in turned]
    if not values:
        return turned
    low, high = min(values), max(values)
    if method in ("minmax", "distance_to_maximum"):
        a, b = p.get("low", 0), p.get("high", 1)
        return [a + (b - a) * (v - low) / (high - low) if high > low else NAN
                for v in turned]
    if method.startswith("zscore"):
        if low == high or (n < 2 and method == "zscore_sample"):
            return [NAN] * len(turned)
        sd = math.sqrt(moment(values, 2) *
                       (n / (n - 1) if method == "zscore_sample" else 1))
        middle = mean(values)
        return [p.get("mean", 0) + p.get("sd", 1) * (v - middle) / sd
                for v in turned]
    if method == "fraction_of_maximum":
        if down:
            best = min(known(column))
            return [best / v if v > 0 and best > 0 else NAN for v in column]
        return [v / high if high > 0 else NAN for v in turned]
    # By rank; ties in 12 significant digits.
    near = [float("%.12g" % v) for v in turned]
    out = []
    for v in near:
        worse = sum(w < v for w in near)
        equal = sum(w == v for w in near) - 1
        if method == "percentile_rank":
            out.append(NAN if v != v or n < 2 else
                       (worse + p.get("ties", 0.5) * equal) / (n - 1))
        else:
            out.append(v if v != v else
                       worse + p.get("ties", 0) * equal + (method == "rank"))
    return out


# --- Over time -------------------------------------------------------------

def middle_of(values, by_median):
    if not by_median:
        return mean(values)
    values = sorted(values)
    n = len(values)
    return (values[(n - 1) // 2] + values[n // 2]) / 2


def impute(method, periods, groups, p):
    """`periods` [period][unit]."""
    out = [list(column) for column in periods]
    units = range(len(groups))
    for t, column in enumerate(periods):
        for u in units:
            if column[u] == column[u]:
                continue
            if method in ("last", "linear"):
                before = [s for s in range(t) if periods[s][u] == periods[s][u]]
                after = [s for s in range(t + 1, len(periods))
                         if periods[s][u] == periods[s][u]]
                limit = p.get("limit", math.inf)
                a = before[-1] if before else None
                b = after[0] if after else None
                if method == "last":
                    if a is not None and t - a <= limit:
                        out[t][u] = periods[a][u]
                elif a is not None and b is not None:
                    if b - a <= limit:
                        out[t][u] = periods[a][u] + (t - a) / (b - a) * (
                            periods[b][u] - periods[a][u])
                elif p.get("ends", 0) == 1:
                    one = a if b is None else b
                    if one is not None and abs(one - t) <= limit:
                        out[t][u] = periods[one][u]
                continue
            if method.startswith("group"):
                mine = [v for v, g in zip(column, groups)
                        if groups[u] is not None and g == groups[u]]
            else:
                mine = column
            if known(mine):
                out[t][u] = middle_of(known(mine), method.endswith("median"))
    return out


# --- A goal ----------------------------------------------------------------

def weigh(method, columns, given):
    if method is None:
        total = sum(given)
        return [w / total if total > 0 else 0.0 for w in given]
    if method == "equal":
        return [1 / len(columns)] * len(columns)
    if any(not known(c) for c in columns):
        return [NAN] * len(columns)
    spread = [math.sqrt(moment(known(c), 2)) if len(set(known(c))) > 1 else 0
              for c in columns]  # standard_deviation
    total = sum(spread)
    return [s / total if total > 0 else NAN for s in spread]


def bring(method, v, w, p):
    """One unit's known values."""
    total = math.fsum(w)
    product = math.fsum(a * b for a, b in zip(v, w)) / total
    if method == "arithmetic":
        return product
    if method == "min":
        return min(v)
    if method == "max":
        return max(v)
    if method == "mean_min":
        return product - p.get("a", 1) * (
            math.sqrt((product - min(v)) ** 2 + p.get("b", 0) ** 2)
            - p.get("b", 0))
    if method == "median":
        order = sorted(zip(v, w))
        below = 0.0
        for i, (value, weight) in enumerate(order):
            below += weight
            if abs(below - total / 2) < 1e-11:
                return (value + order[i + 1][0]) / 2
            if below > total / 2:
                return value
    low = min(v)
    if low < 0 or (low == 0 and method != "power"):
        return 0.0
    if method == "geometric":
        return math.exp(math.fsum(b * math.log(a) for a, b in zip(v, w))
                        / total)
    if method == "harmonic":
        return total / math.fsum(b / a for a, b in zip(v, w))
    return (math.fsum(b * a ** p["p"] for a, b in zip(v, w)) / total) ** (
        1 / p["p"])


def aggregate(method, columns, weights, blank, p):
    """[row], and whether a low score is good."""
    columns = [[0.0 if v != v and blank == "zero" else v for v in c]
               for c, w in zip(columns, weights) if w > 0]
    weights = [w for w in weights if w > 0]
    rows = list(zip(*columns))
    if method == "copeland":
        near = [[float("%.12g" % v) for v in row] for row in rows]
        return [NAN if not known(x) else float(sum(
            side(sum(w * ((a > b) - (a < b)) for a, b, w in
                     zip(x, y, weights) if a == a and b == b))
            for y in near)) for x in near], False
    if method in ("topsis_minmax", "vikor"):
        return distances(method, rows, weights, p), method == "vikor"
    if method == "mazziotta_pareto":
        kept = []
        for column, w in zip(columns, weights):
            values = known(column)
            if len(set(values)) > 1:
                middle, sd = mean(values), math.sqrt(moment(values, 2))
                column = [100 + 10 * (v - middle) / sd for v in column]
            if len(set(values)) != 1:
                kept.append((column, w))
        columns, weights = [c for c, _ in kept], [w for _, w in kept]
        rows = list(zip(*columns)) if kept else [()] * len(rows)
    out = []
    for row in rows:
        pairs = [(v, w) for v, w in zip(row, weights) if v == v]
        if not pairs or (blank == "strict" and len(pairs) < len(row)):
            out.append(NAN)
            continue
        v, w = [a for a, _ in pairs], [b for _, b in pairs]
        if method == "mazziotta_pareto":
            m = bring("arithmetic", v, w, p)
            s2 = math.fsum(b * (a - m) ** 2 for a, b in pairs) / math.fsum(w)
            out.append(m + p.get("sign", -1) * s2 / m if m > 0 else NAN)
        else:
            out.append(bring(method, v, w, p))
    return out, False


def side(x):
    return (x > 1e-11) - (x < -1e-11)


def distances(method, rows, weights, p):
    whole = [row for row in rows if len(known(row)) == len(row)]
    ends = [(min(c), max(c)) for c in zip(*whole)]
    kept = [k for k, (low, high) in enumerate(ends) if high > low]
    if not kept:
        return [NAN] * len(rows)
    total = math.fsum(weights[k] for k in kept)
    found = []
    for row in rows:
        if len(known(row)) < len(row):
            found.append(None)
            continue
        t = [(row[k] - ends[k][0]) / (ends[k][1] - ends[k][0]) for k in kept]
        w = [weights[k] for k in kept]
        if method == "topsis_minmax":
            best = math.sqrt(math.fsum((b * (1 - a)) ** 2
                                       for a, b in zip(t, w)))
            worst = math.sqrt(math.fsum((b * a) ** 2 for a, b in zip(t, w)))
            found.append(worst / (worst + best))
        else:
            far = [b * (1 - a) / total for a, b in zip(t, w)]
            found.append((math.fsum(far), max(far)))
    if method == "topsis_minmax":
        return [NAN if f is None else f for f in found]
    s, r = zip(*[f for f in found if f is not None])
    v = p.get("v", 0.5)

    def part(x, of):
        return (x - min(of)) / (max(of) - min(of)) if max(of) > min(of) else 0

    return [NAN if f is None else v * part(f[0], s) + (1 - v) * part(f[1], r)
            for f in found]


# --- The index -------------------------------------------------------------

class Oracle:
    """`tables` by name, as texts; columns[measure][node] is [period][unit]."""

    def __init__(self, tables, periods):
        self.goals = read(tables["goals.csv"])
        self.metrics = {m["id"]: m for m in read(tables["metrics.csv"])}
        self.targets = read(tables["targets.csv"])
        self.choices = read(tables.get("index.csv", "step,node,method,"
                                       "parameters\n"))
        units = read(tables["units.csv"])
        settings = {row["key"]: row["value"]
                    for row in read(tables["plan.csv"])}
        self.blank = settings.get("missing") or "renormalise"
        self.units = [u for u in units if u["level"] == settings["level"]]
        self.periods = periods
        self.seen = {}
        for row in read(tables["observations.csv"]):
            for name, cell in row.items():
                if name not in ("unit", "period", "note") and cell:
                    self.seen[row["unit"], row["period"], name] = float(cell)
        self.columns = {name: {} for name in (
            "raw", "imputed", "treated", "score", "rank")}
        self.weights = {}
        self.root = next(g["id"] for g in self.goals if not g.get("parent"))
        self.prepare()
        self.compose(self.root)
        for node, low in self.low.items():
            self.columns["rank"][node] = [
                self.rank(column, low)
                for column in self.cut(self.columns["score"][node])]

    def parent(self, node):
        for row in self.goals:
            if row["id"] == node:
                return row.get("parent") or None
        return next(t["goal"] for t in self.targets if t["id"] == node)

    def chosen(self, step, node):
        """(method, parameters) of the nearest choice."""
        while True:
            for row in self.choices:
                if row["step"] == step and (row["node"] or None) == node:
                    pairs = [pair.split("=") for pair in
                             row["parameters"].split(";") if pair]
                    return row["method"] or None, {
                        k: float(v) for k, v in pairs}
            if node is None:
                return None, {}
            node = self.parent(node)

    def omitted(self, target):
        node = target
        while node is not None:
            if any(row["step"] == "omission" and row["node"] == node
                   for row in self.choices):
                return True
            node = self.parent(node)
        return False

    def cut(self, column):
        n = len(self.units)
        return [column[i:i + n] for i in range(0, len(column), n)]

    def prepare(self):
        used = [t for t in self.targets if not self.omitted(t["id"])]
        raw = {}
        for t in self.targets:
            variable = self.metrics[t["metric"]]["numerator"]
            raw[t["id"]] = [self.seen.get((u["id"], p, variable), NAN)
                            for p in self.periods for u in self.units]
        method, p = self.chosen("screening", None)
        rows = range(len(self.periods) * len(self.units))
        self.kept = [True] * len(rows)
        if method == "known":
            for r in rows:
                share = len(known([raw[t["id"]][r] for t in used])) / len(used)
                self.kept[r] = share >= p.get("known", 2 / 3) - 1e-11
        groups = [u.get("parent") or None for u in self.units]
        for t in self.targets:
            node = t["id"]
            down = self.metrics[t["metric"]].get("direction") == "down"
            column = [v if k else NAN for v, k in zip(raw[node], self.kept)]
            if node in {u["id"] for u in used}:
                method, p = self.chosen("imputation", node)
                if method:
                    column = sum(impute(method, self.cut(column), groups, p),
                                 [])
                    column = [v if k else NAN
                              for v, k in zip(column, self.kept)]
            self.columns["raw"][node] = raw[node]
            self.columns["imputed"][node] = column
            method, p = self.chosen("treatment", node)
            if method and not self.omitted(node):
                column = treat(method, column, p)
            self.columns["treated"][node] = column
            if self.omitted(node):
                self.columns["score"][node] = [NAN] * len(rows)
                continue
            method, p = self.chosen("normalisation", node)
            if method:
                column = normalise(method, column, down, p)
            self.columns["score"][node] = column
        self.low = {t["id"]: False for t in used}

    def compose(self, goal):
        """Scores of a goal; False: nothing is below it."""
        children = []
        for t in self.targets:
            if t["goal"] == goal and not self.omitted(t["id"]):
                children.append((t["id"], float(t.get("weight") or 1)))
        for g in self.goals:
            if g.get("parent") == goal and self.compose(g["id"]):
                children.append((g["id"], float(g.get("weight") or 1)))
        rows = len(self.kept)
        if not children:
            self.columns["score"][goal] = [NAN] * rows
            return False
        lines = [r for r in range(rows) if self.kept[r]]
        columns = [[self.columns["score"][c][r] for r in lines]
                   for c, _ in children]
        method, _ = self.chosen("weighting", goal)
        weights = weigh(method, columns, [w for _, w in children])
        for (child, _), weight in zip(children, weights):
            self.weights[child] = weight
        method, p = self.chosen("aggregation", goal)
        if method is None:
            row = next(g for g in self.goals if g["id"] == goal)
            method = row.get("aggregate") or "arithmetic"
        scores = [NAN] * rows
        self.low[goal] = method == "vikor"
        if all(w == w for w in weights):
            columns = [[-v for v in column] if self.low[child] else column
                       for column, (child, _) in zip(columns, children)]
            found, _ = aggregate(method, columns, weights, self.blank, p)
            for r, score in zip(lines, found):
                scores[r] = score
        self.columns["score"][goal] = scores
        return True

    @staticmethod
    def rank(column, low):
        near = [float("%.10g" % v) + 0 for v in column]
        return [NAN if v != v else
                1.0 + sum(w < v if low else w > v for w in near)
                for v in near]


# --- Random tables ---------------------------------------------------------

def options(rng):
    return {
        "screening": [("", ""), ("known", ""), ("known", "known=0.4")],
        "imputation": [(m, "") for m in ("mean", "median", "group_mean",
                                         "group_median", "last", "linear")]
        + [("last", "limit=1"), ("linear", "ends=1;limit=1")],
        "treatment": [("winsorise", ""), ("log", ""), ("log", "shift=7"),
                      ("log_from_least", ""), ("log_of_range", "share=0.05")],
        "normalisation": [
            ("minmax", ""), ("minmax", "low=1;high=5"), ("zscore_sample", ""),
            ("zscore_population", "mean=100;sd=15"), ("percentile_rank", ""),
            ("percentile_rank", "ties=1"), ("rank", ""), ("borda", "ties=0.5"),
            ("goalposts", "low=1;high=6;scale=10"), ("distance_to_maximum", ""),
            ("fraction_of_maximum", ""),
            ("category_by_threshold", "t1=1;t2=2.5;t3=4")],
        "weighting": [("equal", ""), ("standard_deviation", "")],
        "aggregation": [
            ("arithmetic", ""), ("geometric", ""), ("harmonic", ""),
            ("power", "p=2"), ("median", ""), ("min", ""), ("max", ""),
            ("mean_min", "a=0.5;b=0.1"), ("topsis_minmax", ""),
            ("copeland", ""), ("mazziotta_pareto", ""),
            ("mazziotta_pareto", "sign=1")],
    }


def value(rng, kind):
    if rng.random() < 0.12:
        return ""
    if kind == "constant":
        return "2.5"
    if kind == "ties":
        return "%d" % rng.randint(0, 4)
    if kind == "tail":
        return "%.2f" % (rng.paretovariate(0.8))
    return "%.2f" % (rng.random() * 6 - 0.3)


def draw(rng):
    """Tables that the library takes: five periods at most, a tree of three."""
    many = rng.randint(3, 14)
    goals = ["id,name,parent,weight,aggregate", "I,Index,,1,"]
    goals += ["%s,Goal,%s,%g,%s" % (
        g, above, rng.choice((1, 2, 0.5)),
        rng.choice(("", "geometric", "min")))
        for g, above in (("A", "I"), ("B", "I"), ("C", "A"))]
    metrics, targets = ["id,name,numerator,direction"], [
        "id,goal,metric,name,comparator,weight"]
    names = ["v%d" % i for i in range(rng.randint(3, 8))]
    for i, name in enumerate(names):
        metrics.append("%s,Metric,%s,%s" % (
            name, name, rng.choice(("up", "up", "down"))))
        targets.append("t%d,%s,%s,Target,none,%g" % (
            i, "ABC"[i] if i < 3 else rng.choice("IABC"), name,
            rng.choice((1, 1, 3, 0))))
    index = ["step,node,method,parameters"]
    of = options(rng)
    index.append("normalisation,,%s,%s" % rng.choice(of["normalisation"]))
    if rng.random() < 0.5:
        index.append("screening,,%s,%s" % rng.choice(of["screening"][1:]))
    if rng.random() < 0.2:
        index.append("omission,%s,," % rng.choice(("C", "t0", "t1", "t2")))
    for step in ("imputation", "treatment", "normalisation"):
        for node in rng.sample(["t0", "t1", "B", "A"], rng.randint(0, 2)):
            if rng.random() < 0.8 or step == "normalisation":
                index.append("%s,%s,%s,%s" % ((step, node)
                                              + rng.choice(of[step])))
            else:
                index.append("%s,%s,," % (step, node))
    if rng.random() < 0.6:
        index.append("imputation,,%s,%s" % rng.choice(of["imputation"]))
    for step in ("weighting", "aggregation"):
        for node in rng.sample(["I", "A", "B"], rng.randint(0, 3)):
            some = of[step] + ([("vikor", ""), ("vikor", "v=0.2")] * 2
                               if node == "I" and step == "aggregation"
                               else [])
            index.append("%s,%s,%s,%s" % ((step, node) + rng.choice(some)))
    units = ["id,name,level,parent", "n,North,province,", "s,South,province,"]
    units += ["u%d,Unit,county,%s" % (u, rng.choice(("n", "s", "")))
              for u in range(many)]
    kinds = [rng.choice(("even", "even", "ties", "tail", "constant"))
             for _ in names]
    periods = [str(2020 + p) for p in range(rng.randint(1, 4))]
    observations = ["unit,period," + ",".join(names)]
    observations += ["u%d,%s,%s" % (u, p, ",".join(
        value(rng, kind) for kind in kinds))
        for u in range(many) for p in periods]
    plan = ("key,value\nid,p\nname,P\nfirst_period,%s\nlast_period,%s\n"
            "level,county\nmissing,%s\n" % (
                periods[0], periods[-1],
                rng.choice(("renormalise", "zero", "strict"))))
    tables = {name + ".csv": "\n".join(rows) + "\n" for name, rows in (
        ("goals", goals), ("metrics", metrics), ("targets", targets),
        ("index", index), ("units", units), ("observations", observations))}
    tables["plan.csv"] = plan
    return tables, periods


# --- Comparison ------------------------------------------------------------

def agree(a, b):
    if a != a or b != b:
        return a != a and b != b
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))


def close_ties(column):
    """Two scores are so near that their order is a matter of rounding."""
    values = sorted(known(column))
    return any(0 < b - a <= 1e-9 * max(1, abs(b))
               for a, b in zip(values, values[1:]))


def compare(index, oracle, tables, told):
    for node in index.nodes:
        measures = ["score", "rank"] + (
            [] if node.is_goal else ["raw", "imputed", "treated"])
        if node.omitted:
            measures = ["score"]
        for measure in measures:
            for i, period in enumerate(oracle.periods):
                got = list(index.column(measure, node.id, period))
                score = oracle.cut(oracle.columns["score"][node.id])[i]
                if measure == "rank":
                    if close_ties(score):
                        continue
                    want = oracle.columns["rank"][node.id][i]
                else:
                    want = oracle.cut(oracle.columns[measure][node.id])[i]
                if not all(map(agree, got, want)):
                    for name, text in tables.items():
                        print("---", name)
                        print(text)
                    print("%s: %s of %s in %s: %s, not %s" % (
                        told, measure, node.id, period, got, want))
                    sys.exit(1)
        weight = oracle.weights.get(node.id)
        if weight is not None and not agree(
                weight, NAN if node.weight is None else node.weight):
            print("%s: weight of %s: %s, not %s"
                  % (told, node.id, node.weight, weight))
            sys.exit(1)


PLAN = ("plan", "goals", "metrics", "targets", "index")
DATA = ("units", "observations")


def make(tables):
    parts = [{name + ".csv": tables[name + ".csv"] for name in names}
             for names in (PLAN, DATA)]
    return attain.Plan.from_tables(parts[0]), attain.Dataset.from_tables(
        parts[1])


def published():
    folder = os.path.join(ROOT, "data", "human_development")
    tables = {}
    for part, names in (("plan", PLAN), ("data", DATA)):
        for name in names:
            with open(os.path.join(folder, part, name + ".csv"),
                      encoding="utf-8") as file:
                tables[name + ".csv"] = file.read()
    plan, data = make(tables)
    oracle = Oracle(tables, ["2014"])
    compare(attain.Index(plan, data), oracle, tables, "published")
    printed = {row["unit"]: float(row["note"])
               for row in read(tables["observations.csv"])}
    scores = oracle.columns["score"][oracle.root]
    off = sum(abs(score - printed[unit["id"]]) > 0.0015
              for unit, score in zip(oracle.units, scores))
    assert off == 0 and len(printed) == len(scores), off
    return len(scores)


def main():
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    countries = published()
    rng = random.Random(20261127)
    seen = {}
    for i in range(many):
        tables, periods = draw(rng)
        plan, data = make(tables)
        try:
            index = attain.Index(plan, data, first_period=periods[0])
        except attain.AttainError as error:
            # Every one of few indicators may be left out.
            assert "left out" in str(error), (error, tables)
            continue
        compare(index, Oracle(tables, periods), tables, "case %d" % i)
        for row in read(tables["index.csv"]):
            name = "%s %s" % (row["step"], row["method"])
            seen[name] = seen.get(name, 0) + 1
    rare = {name: count for name, count in seen.items() if count < 5}
    assert many < 150 or not rare, rare
    print("the index of %d countries, and %d of random tables by %d choices "
          "of method" % (countries, many, len(seen)))


if __name__ == "__main__":
    main()
