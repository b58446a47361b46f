#!/usr/bin/env python3
"""generate.py SEED DIR [--no-FEATURE]... [--targets N]

Writes DIR/plan and DIR/data, a random but valid plan and dataset, and
DIR/asof with the periods to judge it at (an empty line: the default), and
DIR/options with other words for the command line.
Limits, floors and shares often lie exactly on a value. A feature that is
switched off changes what follows it, so bisect over many seeds.
"""
import argparse
import os
import random
import sys
from fractions import Fraction

from generate_data import (GROUPS, STAGES, TAGS, VARIABLES, DataMaker,
                           decimal)
from oracle import period
from oracle.judge import BANDS
from oracle.methods import METHODS
from oracle.series import Series
from oracle.tables import Data, Plan
from oracle.value import Values

FEATURES = """peers across groups shared composite finer subgoals baseline
path openclose missing negative zero unitweight veto rounded none atleast
change growth since cumulative hold every roots skip orphan soft bands stages
ghost childless latebaseline latedue mincoverage medians spread outside
frequency methods points counts bonus ifany bandcomparators limits modes estimated wide where
lenses""".split()
LEVELS = ("county", "township", "school")
AGGREGATES = ("arithmetic", "geometric", "harmonic", "min", "median")
PEERS = ("minmax", "zscore", "rank", "percentile")
COLUMNS = """id goal metric name series comparator value upper tolerance when
level share unit_weight baseline baseline_period due score bad good outer_low
outer_high steps open judge weight veto soft owner source
bonus if_any method parameters""".split()


class Maker(DataMaker):
    def __init__(self, seed, folder, without=(), targets=None):
        self.seed = seed
        self.r = random.Random(seed)
        self.folder = folder
        self.without = set(without)
        self.wanted = targets
        self.choose_time()
        self.make_units()
        self.make_data()
        self.make_metrics()
        self.make_goals()
        self.make_targets()
        self.write()

    # --- metrics ---------------------------------------------------------
    def make_metrics(self):
        self.metrics = []
        for i in range(self.r.randint(5, 10)):
            self.metrics.append(self.metric(f"m{i}"))

    def metric(self, name):
        r = self.r
        m = {"id": name, "name": f"Metric {name}", "across": "none"}
        if self.has("across", 0.55):
            kinds = ["total", "total", "mean", "min", "max", "count"]
            if "medians" not in self.without:
                kinds.append("median")
            if "spread" not in self.without:
                kinds += ["cv", "cv", "gini", "theil", "unweighted_cv"]
            m["across"] = r.choice(kinds)
        m["level"] = self.pick(None, "school", "school", "township",
                               "county")
        m["direction"] = self.pick(None, "up", "down")
        m["factor"] = self.pick(None, None, "100", "0.5", "1000", "100")
        if self.has("negative", 0.05):
            m["factor"] = "-2"
        if m["across"] != "count":
            self.parts(m)
            if self.has("mincoverage", 0.5):
                m["min_coverage"] = self.pick("0", "0.5", "0.8", "0.75",
                                              "1", "0.25")
        if self.has("stages", 0.3):
            m["stage"] = ";".join(r.sample(STAGES, r.randint(1, 3)))
        if self.has("stages", 0.15):
            m["tags"] = ";".join(r.sample(TAGS, r.randint(1, 2)))
        if self.has("stages", 0.15):
            m["without"] = r.choice(TAGS)
        if self.has("where", 0.2):
            m["where"] = ";".join(self.condition()
                                  for _ in range(self.pick(1, 1, 2)))
        if r.random() < 0.6:
            m["decimals"] = self.pick("0", "1", "2", "3", "-1", "1")
            m["interval"] = self.pick(None, None, "0.5", "0.2", "1")
        return m

    def condition(self):
        tag = self.pick("", "", self.r.choice(TAGS) + ":")
        sign = self.r.choice((">=", "<", " > ", "<= "))
        return tag + "pupils" + sign + str(self.r.randint(1, 400))

    def parts(self, m):
        r = self.r
        earlier = [e for e in self.metrics]
        if self.has("composite", 0.2) and earlier:
            n = r.randint(1, 3)
            m["numerator"] = ";".join("@" + r.choice(earlier)["id"]
                                      for _ in range(n))
            m["factor"] = self.pick("0.125", "0.5", None, "0.25")
            if r.random() < 0.7:
                return
        else:
            m["numerator"] = ";".join(self.part() for _ in range(
                self.pick(1, 1, 1, 2, 3)))
        if r.random() < 0.55:
            many = [self.pick("pupils", "teachers", "books", "pupils")
                    for _ in range(self.pick(1, 1, 1, 2))]
            if self.has("composite", 0.05) and earlier:
                many.append("@" + r.choice(earlier)["id"])
            if self.has("negative", 0.06):
                many.append("-count")
            m["denominator"] = ";".join(many)

    def part(self):
        r = self.r
        name = r.choice(VARIABLES)
        if self.has("ghost", 0.01):
            name = "ghost"
        if name == "rating" and self.group_weights and r.random() < 0.4:
            name = f"rating[{r.choice(GROUPS)}]"
        minus = self.has("negative", 0.15)
        return "-" + name if minus else name

    # --- goals -----------------------------------------------------------
    def make_goals(self):
        r = self.r
        self.plan_level = "county"
        if self.has("finer", 0.15):
            self.plan_level = "township"
        if not any(u["level"] == self.plan_level for u in self.units):
            self.plan_level = "county"
        self.goals = [self.goal("g0", None, self.plan_level)]
        if "subgoals" not in self.without:
            for i in range(1, r.randint(1, 5)):
                above = r.choice(self.goals)
                self.goals.append(self.goal(f"g{i}", above["id"],
                                            above["_level"]))

    def finer_level(self, level, chance):
        """None to inherit, or a level at or below the one above."""
        if not self.has("finer", chance):
            return None
        return self.r.choice(LEVELS[LEVELS.index(level):])

    def goal(self, name, parent, above):
        g = {"id": name, "name": f"Goal {name}", "parent": parent,
             "level": self.finer_level(above, 0.3)}
        g["_level"] = g["level"] or above
        g["weight"] = self.pick(None, "1", "2", "0.5", "0", "0.3")
        g["aggregate"] = self.r.choice((None,) + AGGREGATES)
        if g["_level"] != above:
            g["share"] = self.share()
            if self.has("unitweight", 0.3):
                g["unit_weight"] = self.pick("pupils", "books", "teachers")
        g["rule"] = self.pick(None, "all", "any")
        return g

    def share(self):
        return self.pick(None, "1", "0.8", "0.5", "0.6", "0.75", "0.9",
                         "0.25", "0.2")

    def finish_goals(self):
        """Rules that count children, once the children are known."""
        for t in self.targets:
            if self.has("ifany", 0.3):
                t["if_any"] = "yes"
            if not t.get("veto") and self.has("bonus", 0.08):
                t["bonus"] = self.pick("2", "5", "10", "0.5", "0")
        for g in self.goals:
            if self.has("ifany", 0.3):
                g["if_any"] = "yes"
            g["bonus_cap"] = self.pick(None, None, "3", "10")
            g["score_cap"] = self.pick(None, None, "100", "105", "120")
            kids = sum(t["goal"] == g["id"] and t["comparator"] != "none"
                       and not t.get("bonus") for t in self.targets)
            kids += sum(h["parent"] == g["id"] for h in self.goals)
            if kids and self.has("atleast", 0.35):
                g["rule"] = "at_least"
                g["at_least"] = str(self.r.randint(1, kids))
                g["floor"] = self.pick(None, "0.85", "0.5", "0.8", "0.6",
                                       "0", "1", "0.9")

    # --- targets ---------------------------------------------------------
    def make_targets(self):
        n = self.wanted or self.r.randint(4, 14)
        self.scale = self.pick(None, "ratio", "progress", "pass", None,
                               "efficacy", "steps", "percentile", "minmax")
        if self.scale in PEERS and "peers" in self.without:
            self.scale = None
        self.targets, self.path = [], []
        for i in range(n):
            self.targets.append(self.target(f"t{i}"))
        if "childless" in self.without or self.r.random() < 0.9:
            self.fill_goals()
        self.write()
        self.place_limits()
        self.name_methods()
        self.finish_goals()

    def fill_goals(self):
        parents = {g["parent"] for g in self.goals}
        parents |= {t["goal"] for t in self.targets}
        for g in self.goals:
            if g["id"] not in parents:
                self.targets.append(self.target(f"f{g['id']}", g))

    def target(self, name, goal=None):
        r = self.r
        goal = goal or r.choice(self.goals)
        metric = r.choice(self.metrics)
        t = {"id": name, "goal": goal["id"], "metric": metric["id"],
             "name": f"Target {name}"}
        t["series"] = self.series()
        if "growth" in t["series"] and metric["across"] == "theil":
            t["series"] = "level"
        t["comparator"] = self.comparator()
        t["when"] = self.when()
        t["level"] = self.finer_level(goal["_level"], 0.5)
        t["_level"] = t["level"] or goal["_level"]
        if t["_level"] != goal["_level"]:
            t["share"] = self.share()
            if self.has("unitweight", 0.35):
                t["unit_weight"] = self.pick("pupils", "books", "teachers")
        if r.random() < 0.4:
            latest = self.last
            if self.has("latedue", 0.4):
                latest = self.last + 3
            t["due"] = self.show(r.randint(self.first, latest))
        t["_due"] = period.parse(t["due"])[1] if "due" in t else self.last
        self.baseline(t)
        if metric.get("decimals") and self.has("rounded", 0.4):
            t["judge"] = "rounded"
        t["weight"] = self.pick(None, None, "1", "2", "0", "0.5", "1.5")
        if self.has("soft", 0.15):
            t["soft"] = "yes"
        t["value"] = None if t["comparator"] == "none" else "1"
        if t["comparator"] == "between":
            t["upper"] = "2"
        if t["comparator"] == "about":
            t["tolerance"] = "1"
        return t

    def series(self):
        options = ["level"] * 4
        if "change" not in self.without:
            options += ["change"] * 2
        if "growth" not in self.without:
            options.append("growth")
        if "since" not in self.without:
            options += ["since_baseline", "growth_since_baseline"]
        if "cumulative" not in self.without:
            options += ["cumulative"] * 2
        return self.r.choice(options)

    def comparator(self):
        options = ["at_least"] * 4 + ["at_most"] * 3 + ["above", "below"]
        if "bandcomparators" not in self.without:
            options += ["between", "about"]
        if "none" not in self.without:
            options.append("none")
        return self.r.choice(options)

    def when(self):
        options = [None, "at_due"]
        if "every" not in self.without:
            options.append("every_period")
        if "hold" not in self.without:
            options.append("hold")
        return self.r.choice(options)

    def baseline(self, t):
        needed = t["series"] in ("since_baseline", "growth_since_baseline")
        if t["series"] == "cumulative":
            return
        if not needed and not self.has("baseline", 0.5):
            return
        b0 = self.r.randint(self.first - 4, self.first - 1)
        if self.r.random() < 0.5:
            b0 = self.first - 1
        elif self.has("latebaseline", 0.15):
            b0 = self.first + self.r.randint(0, 1)
        b0 = min(b0, t["_due"] - 1)
        t["_b0"] = b0
        t["baseline_period"] = self.show(b0)
        if self.r.random() < 0.6:
            t["baseline"] = decimal(Fraction(self.r.randint(-50, 1000), 10))

    # --- limits on the values themselves ---------------------------------
    def place_limits(self):
        plan = Plan(os.path.join(self.folder, "plan"))
        data = Data(os.path.join(self.folder, "data"), plan)
        values = Values(plan, data)
        by_id = {t.id: t for t in plan.targets}
        for t in self.targets:
            target = by_id[t["id"]]
            found = self.samples(plan, data, values, target)
            for _ in range(4 if self.r.random() < 0.8 else 0):
                if not found:
                    self.replace_metric(plan, t, target)
                    found = self.samples(plan, data, values, target)
            self.near = [q for q in found if abs(q) < 10 ** 7]
            self.limits(t)
            self.scores(t)
            self.points(t)

    def replace_metric(self, plan, t, target):
        """Another metric, where this one has no value at any unit."""
        metric = self.r.choice(self.metrics)
        if t.get("judge") == "rounded" and not metric.get("decimals"):
            return
        if "growth" in t["series"] and metric["across"] == "theil":
            return
        t["metric"] = metric["id"]
        target.metric = plan.metrics[metric["id"]]

    def samples(self, plan, data, values, target):
        """Values of the series, of some units in some periods."""
        units = [u for u in data.units if u.level == target.level
                 and values.applies(target.metric, u, None)]
        found = []
        for unit in self.r.sample(units, min(6, len(units))):
            series = Series(plan, values, target, unit)
            if baseline_near(self.r, series):
                found.append(series.baseline.q)
            for p in range(self.first, min(target.due, self.last) + 1):
                x = series.x(p)
                if x is not None:
                    found.append(x.q)
        return found

    def short(self, q, places=None):
        """A short decimal at q, or near it."""
        exact = decimal(q)
        if exact is not None and places is None:
            return Fraction(exact)
        places = 2 if places is None else places
        return round(Fraction(q) * 10 ** places) / Fraction(10 ** places)

    def limit(self):
        r = self.r
        if not self.near or "limits" in self.without:
            return Fraction(r.randint(-20, 200), 10)
        q = r.choice(self.near)
        kind = r.random()
        if kind < 0.45:
            return self.short(q)
        if kind < 0.6:
            share = r.choice((Fraction(1, 2), Fraction(17, 20),
                              Fraction(4, 5), Fraction(3, 5)))
            return self.short(r.choice((q / share, q * share)))
        if kind < 0.7:
            return self.short(q, self.pick(0, 1))
        if kind < 0.75:
            return Fraction(0)
        size = max(abs(q), Fraction(1, 10))
        return self.short(q + size * r.randint(-30, 30) / 100, 2)

    def limits(self, t):
        if t["comparator"] == "none":
            return
        low = self.limit()
        t["value"] = decimal(low)
        if t["comparator"] == "between":
            high = max(low, self.limit())
            t["upper"] = decimal(high)
            t["_band"] = (low, high)
        if t["comparator"] == "about":
            width = abs(self.limit() - low) / self.pick(1, 2)
            width = self.short(width)
            t["tolerance"] = decimal(width)
            t["_band"] = (low - width, low + width)

    def scores(self, t):
        r = self.r
        comparator = t["comparator"]
        if "_band" in t and r.random() < 0.6:
            lo, hi = t["_band"]
            size = max(abs(lo), abs(hi), Fraction(1))
            t["outer_low"] = decimal(self.short(
                lo - size * r.randint(1, 12) / 10, 2))
            t["outer_high"] = decimal(self.short(
                hi + size * r.randint(1, 12) / 10, 2))
        own = [None, None, "efficacy", "steps"]
        if "peers" not in self.without:
            own += ["minmax", "zscore", "rank", "percentile", "rank_steps"]
        if comparator != "none":
            own += ["pass", "pass"]
            if comparator not in BANDS or "outer_low" in t:
                own += ["ratio"] * 3
            if "_b0" in t and t["series"] not in ("change", "growth"):
                own += ["progress"] * 3
        t["score"] = r.choice(own)
        if t["score"] == "efficacy" or r.random() < 0.05:
            bad = self.limit()
            good = self.limit()
            t["bad"] = decimal(bad)
            if abs(good - bad) <= max(abs(bad), abs(good)) / 20:
                good = bad + max(1, self.short(abs(bad), 0))
            t["good"] = decimal(good)
            t["open"] = self.pick(None, "yes", "no")
        if t["score"] == "steps" or r.random() < 0.05:
            bounds = sorted({self.limit() for _ in range(3)})
            points = [Fraction(r.randint(0, 10), 10) for _ in bounds]
            t["steps"] = ";".join(f"{decimal(b)}:{decimal(q)}"
                                  for b, q in zip(bounds, points))
        if t["score"] == "rank_steps":
            t["steps"] = self.pick("1:0.8;2:0.6;3:0.4;4:0.2", "1:1;3:0.5",
                                   "2:0.7;2.5:0.1")

    def points(self, t):
        allowed = ("level", "since_baseline", "growth_since_baseline",
                   "cumulative")
        if (t["series"] not in allowed or t["comparator"] == "none"
                or t["comparator"] in BANDS or not self.has("path", 0.35)):
            return
        after = t.get("_b0", self.first - 1)
        for p in range(after + 1, t["_due"]):
            if self.r.random() < 0.5:
                self.path.append({"target": t["id"], "period": self.show(p),
                                  "value": decimal(self.limit())})

    # --- methods of progress ---------------------------------------------
    def name_methods(self):
        """Drawn for themselves, so that what else a seed gives stays."""
        others, self.r = self.r, random.Random(-self.seed)
        for t in self.targets:
            self.near = []
            if t.get("value"):
                self.near = [Fraction(t["value"])]
            if self.has("methods", 0.45):
                self.name_method(t)
        self.r = others

    def fits(self, t, name):
        wanted = METHODS[name][1].split()
        if "b" in wanted and not (t["series"] == "level" and "_b0" in t):
            return False
        if {"T", "green"} & set(wanted) and t["comparator"] in (
                "none", "between"):
            return False
        return "lower" not in wanted or ("_band" in t and "outer_low" in t)

    def name_method(self, t):
        r = self.r
        fitting = [n for n in METHODS if self.fits(t, n)]
        based = [n for n in fitting if "b" in METHODS[n][1].split()]
        name = r.choice(based if based and r.random() < 0.7 else fitting)
        wanted, marks, defaults = (METHODS[name][k] for k in (1, 2, 4))
        t["method"] = name
        if "bad" in wanted:
            for post in ("bad", "good"):
                t.setdefault(post, decimal(self.limit()))
        given = {n: decimal(self.limit()) for n in wanted.split()
                 if n in ("red", "slow", "fast")}
        if "spread" in wanted:
            given["spread"] = self.pick("0.5", "12.5", "3", "0")
        if name == "open_sdg_trend" and r.random() < 0.7:
            given["limit"] = self.pick("100", "0", "1", "20")
        if defaults and r.random() < 0.3:
            given.update(self.parameter(r.choice(sorted(defaults))))
        t["parameters"] = ";".join(f"{n}={q}" for n, q in given.items())
        if marks and r.random() < 0.6:
            t["score"] = "method"

    def parameter(self, name):
        values = {"open": ("1", "0"), "base": ("50", "0"),
                  "span": ("50", "100"), "zero": ("0.001", "0"),
                  "near": ("1", "0.01"), "years": ("5", "1"),
                  "exponent": ("2", "4.44"), "neutral": ("0.001", "0.1"),
                  "maintain": ("5", "50"), "accelerate": ("80", "120"),
                  "reached": ("95", "10")}
        return {name: self.pick(*values.get(name, ("0.01", "0.5")))}

    # --- the folders -----------------------------------------------------
    def write(self):
        if not hasattr(self, "keys"):
            self.settle()
        keys = dict(self.keys)
        if any(t.get("veto") for t in self.targets):
            keys["veto_grade"] = "fair"
        self.table("plan/plan.csv", ("key", "value"),
                   [{"key": k, "value": v} for k, v in keys.items() if v])
        self.table("plan/goals.csv", "id name parent weight aggregate rule "
                   "at_least floor level share unit_weight bonus_cap score_cap if_any"
                   .split(),
                   self.goals)
        self.table("plan/metrics.csv", "id name numerator denominator factor "
                   "direction decimals interval across level stage tags "
                   "without where min_coverage".split(), self.metrics)
        self.table("plan/targets.csv", COLUMNS, self.targets)
        if self.path:
            self.table("plan/path.csv", ("target", "period", "value"),
                       self.path)
        if self.bands:
            self.table("plan/bands.csv",
                       ("name", "from", "met", "floor", "if_met"), self.bands)
        if self.group_weights:
            self.table("plan/groups.csv", ("id", "name", "weight"), [
                {"id": g, "name": g, "weight": w}
                for g, w in zip(GROUPS, self.weights)])
        self.write_data()
        self.write_options()

    def write_options(self):
        """The lenses, half of the time; drawn for themselves, so that what
        else a seed gives stays as it is."""
        r = random.Random(self.seed)
        words = []
        if r.random() < 0.5 and "lenses" not in self.without:
            words = ["--lenses", ":".join(r.choice("10123") for _ in range(3))]
            if r.random() < 0.5:
                words += ["--sizes", r.choice(("pupils", "pupils", "teachers"))]
        with open(os.path.join(self.folder, "options"), "w") as file:
            file.write(" ".join(words) + "\n")

    def count_bands(self):
        """Grades that count targets, or want the goal's own verdict."""
        n = len(self.targets)
        for band in self.bands[1:]:
            kind = self.pick("met", "met", "floor", "if_met", "from")
            if kind == "if_met":
                band["if_met"] = "yes"
            if kind == "met":
                band["met"] = str(self.r.randint(1, n))
            if kind in ("met", "floor"):
                band["floor"] = self.pick(None, "0.5", "0.25", "0.8", "1")
            if self.r.random() < 0.5 and (kind == "if_met" or band.get("met")
                                          or band.get("floor")):
                del band["from"]
        asked = {tuple(b.get(k) for k in ("from", "met", "floor", "if_met"))
                 for b in self.bands}
        if len(asked) < len(self.bands):
            self.bands = self.bands[:1]

    def settle(self):
        """What is drawn once, however often the folders are written."""
        r = self.r
        self.weights = [self.pick("1", "2", "0.5", "3") for _ in GROUPS]
        self.bands = []
        if self.has("bands", 0.6):
            cuts = r.choice((("0", "60", "80"), ("50", "75", "100"),
                             ("60", "87.5", "95")))
            self.bands = [{"name": n, "from": c} for n, c in zip(
                ("fair", "good", "best"), cuts)]
            if self.has("counts", 0.4):
                self.count_bands()
            r.shuffle(self.bands)
            for t in self.targets:
                if (t["comparator"] != "none" and not t.get("bonus")
                        and self.has("veto", 0.2)):
                    t["veto"] = "yes"
        missing = None
        if "modes" not in self.without:
            missing = self.pick(None, "renormalise", "zero", "strict")
        self.keys = {"id": "p", "name": "Plan", "level": self.plan_level,
                     "first_period": self.show(self.first),
                     "last_period": self.show(self.last),
                     "score": self.scale, "missing": missing}
        self.stage_rows = [
            {"stage": s, "weight": w, "enrolment": "pupils"}
            for s, w in zip(STAGES, ("1", "1", "1.1", "1.32"))
            if r.random() < 0.95]
        self.listed = r.random() < 0.7
        self.shuffled = list(self.long)
        r.shuffle(self.shuffled)
        self.cut = r.randint(0, len(self.shuffled))


def baseline_near(r, series):
    return series.baseline is not None and (
        series.target.series == "level" and r.random() < 0.3)


def arguments_of(parser):
    parser.add_argument("--targets", type=int)
    for feature in FEATURES:
        parser.add_argument(f"--no-{feature}", dest="without",
                            action="append_const", const=feature)


def main(arguments):
    parser = argparse.ArgumentParser(prog="generate.py")
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    arguments_of(parser)
    options = parser.parse_args(arguments)
    Maker(options.seed, options.folder, options.without or (),
          options.targets)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
