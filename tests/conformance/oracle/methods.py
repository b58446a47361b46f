"""The published methods of progress that a target can name (A150 to A155),
from their papers. What needs no root is rational; growth is in doubles."""
import math
from fractions import Fraction
from types import SimpleNamespace

from .judge import BANDS, HIGH, limits
from .number import twelve
from .projection import points_of

PER_YEAR = {"A": 1, "S": 2, "Q": 4, "M": 12}
HALF = Fraction(1, 2)
COLUMNS = ["method_score", "method_class", "method_reason"]


class NoValue(Exception):
    """There is none; the word says why."""


def as_good(a, b, scale=0):
    """a >= b in twelve digits; differences below 1e-12 of the scale are
    none."""
    if abs(a - b) < Fraction(1, 10 ** 12) * abs(Fraction(scale)):
        return True
    return twelve(Fraction(a)) >= twelve(Fraction(b))


def meets(i, x=None, limit=None):
    x = i.x if x is None else x
    limit = i.T if limit is None else limit
    return as_good(limit, x) if i.low else as_good(x, limit)


def part(q, low=0, high=1):
    return min(Fraction(high), max(Fraction(low), Fraction(q)))


def steps(value, *cuts):
    """How many of the cut-offs are reached, one after the other."""
    count = 0
    for cut in cuts:
        if not as_good(value, cut, 1):
            break
        count += 1
    return count


def growth(a, c, years):
    """(a/c)^(1/years) - 1"""
    if c == 0 or Fraction(a) / Fraction(c) < 0 or years <= 0:
        raise NoValue("undefined")
    if a == 0:
        return -1.0
    return math.expm1(math.log(Fraction(a) / Fraction(c)) / float(years))


def good_growth(i, base):
    if i.t <= i.t0:
        raise NoValue("too_few")
    g = growth(i.x, base, i.t - i.t0)
    return g if (base < 0) == i.low else -g


def growth_ratio(i, base, target):
    done = good_growth(i, base)
    needed = growth(target, base, i.tT - i.t0)
    if needed == 0:
        raise NoValue("constant")
    return Fraction(done) / abs(Fraction(needed))


# --- plans ---------------------------------------------------------------
def quotient(i, T):
    """x/T, or T/x where low is good; the mirror image below 0."""
    x, low = i.x, i.low
    if T < 0:
        x, T, low = -x, -T, not low
    if not low:
        return x / T if x > 0 else Fraction(0)
    return T / x if x > 0 else Fraction(1)


def ratio(i, opened=None):
    opened = i.p["open"] if opened is None else opened
    met = meets(i)
    if i.T == 0 or (met and not opened):
        return Fraction(int(met)), int(met)
    q = quotient(i, i.T)
    return (q if opened else part(q)), int(met)


def ratio_interval(i):
    low = as_good(i.x, i.lower)
    if low and as_good(i.upper, i.x):
        return Fraction(1), 1
    reach = max(i.lower - i.outer_low, i.outer_high - i.upper)
    if reach <= 0:
        raise NoValue("undefined")
    off = i.x - i.upper if low else i.lower - i.x
    return part(1 - off / reach), 0


def efficacy(i):
    if i.bad == i.good:
        raise NoValue("constant")
    side = SimpleNamespace(x=i.x, low=i.good < i.bad)
    q = (i.p["base"] + i.p["span"] * (i.x - i.bad) / (i.good - i.bad)) / 100
    word = 2 if meets(side, limit=i.good) else int(meets(side, limit=i.bad))
    return (q if i.p["open"] else part(q)), word


def completion(i):
    if i.T <= 0:
        raise NoValue("not_positive")
    return i.x / i.T, int(as_good(i.x, i.T))


def baseline(i):
    met = meets(i)
    if i.b == i.T:
        return Fraction(int(met)), int(met)
    if meets(i, i.b):
        return (Fraction(1) if met else ratio(i, False)[0]), int(met)
    if met and not i.p["open"]:
        return Fraction(1), 1
    q = (i.x - i.b) / (i.T - i.b)
    return (q if i.p["open"] else part(q)), int(met)


def pace(i, e, limit):
    if meets(i, i.b, limit) or e == i.b:
        q = Fraction(int(meets(i, limit=limit)))
    else:
        q = (i.x - i.b) / (e - i.b)
    return q, steps(q, 0, i.p["slow"], i.p["on_track"])


def elapsed(i):
    if i.t0 >= i.tT or i.t < i.t0:
        raise NoValue("undefined")
    return min(Fraction(1), (i.t - i.t0) / Fraction(i.tT - i.t0))


def line(i):
    return i.b + (i.T - i.b) * elapsed(i)


def curve(i):
    if i.b == 0 or i.T / i.b <= 0:
        raise NoValue("undefined")
    share = elapsed(i)
    if share == 1:
        return i.T
    return i.b * Fraction(float(i.T / i.b) ** float(share))


# --- growth --------------------------------------------------------------
def eurostat(i):
    if meets(i):
        return Fraction(5), 3
    r = growth_ratio(i, i.b, i.T)
    if r > Fraction("1.3"):
        score = Fraction(5)
    elif r >= Fraction("0.6"):
        score = (r - Fraction("0.6")) * 5 / Fraction("0.7")
    else:
        score = max(Fraction(-5), (r + Fraction("0.6")) * 5 / Fraction("1.2")
                    - 5)
    return score, steps(r, 0, i.p["moderate"], i.p["significant"])


def eurostat_trend(i):
    g, strong = Fraction(good_growth(i, i.b)), i.p["significant"]
    if i.p["neutral"] > 0 and abs(g) < i.p["neutral"]:
        word = 2
    elif as_good(g, 0, 1):
        word = 4 if as_good(g, strong, 1) else 3
    else:
        word = 1 if as_good(g, -strong, 1) else 0
    return part(250 * g, -5, 5), word


def open_sdg(i):
    base, target = (q if q != 0 else i.p["zero"] for q in (i.b, i.T))
    if i.t - i.t0 < 1:
        raise NoValue("too_few")
    if meets(i, limit=target):
        return Fraction(5), 4
    q = growth_ratio(i, base, target)
    a, c = (("7.1429", "4.2857") if as_good(q, Fraction(6, 10), 1)
            else ("4.1667", "2.5"))
    return (part(Fraction(a) * q - Fraction(c), -5, 5),
            steps(q, i.p["low"], i.p["medium"], i.p["high"]))


def open_sdg_trend(i):
    base = i.b if i.b != 0 else i.p["zero"]
    if i.t - i.t0 < 1:
        raise NoValue("too_few")
    if i.limit == 0:
        raise NoValue("undefined")
    g, room = Fraction(good_growth(i, base)), Fraction(1)
    if i.limit is not None and abs(base / i.limit) < 2:
        near = abs(base / i.limit)
        near = near if near <= 1 else 2 - near
        room = 1 - Fraction(float(near) ** float(i.p["exponent"]))
    cuts = [i.p[name] * room for name in ("low", "medium", "high")]
    word = steps(g, *cuts)
    if word == 0:
        return part(125 * g - Fraction(5, 2), -5, 5), 0
    if room == 0:
        return Fraction(5), word
    if word == 3:
        return part(500 * g / room - 5, -5, 5), word
    if word == 2:
        return 250 * g / room - Fraction(5, 4), word
    return 500 * g / room - Fraction(5, 2), word


def unsd(i):
    reached = meets(i) or (i.p["near"] > 0
                           and as_good(i.p["near"], abs(i.T - i.x)))
    if i.t <= i.t0:
        raise NoValue("too_few")
    r, lack = None, "constant" if i.T == i.b else "undefined"
    try:
        g = growth(i.x, i.b, i.t - i.t0)
        if i.T != i.b:
            later = max(0, i.tT - i.t)
            r = (i.x * Fraction((1 + g) ** float(later)) - i.b) / (i.T - i.b)
    except NoValue:
        pass
    if r is None and not reached:
        raise NoValue(lack)
    word = 2 if reached else steps(r, i.p["fair"], i.p["on_track"])
    return (Fraction(1) if r is None else r), word


def unsd_trend(i):
    g = good_growth(i, i.b)
    return Fraction(g), steps(g, i.p["fair"], i.p["on_track"])


# --- distances -----------------------------------------------------------
def sdsn_score(i):
    if i.bad == i.good:
        raise NoValue("constant")
    return part(100 * (i.x - i.bad) / (i.good - i.bad), 0, 100), None


def sdsn_colour(i):
    marks = [i.bad, i.red, i.green, i.good]
    up = marks == sorted(marks)
    if not (up or marks == sorted(marks, reverse=True)) or (
            marks[0] == marks[3]):
        raise NoValue("undefined")
    side = SimpleNamespace(x=i.x, low=marks[3] < marks[0])
    reached = [meets(side, limit=m) for m in marks[:3]]
    score = Fraction(0)
    if any(reached):
        k = max(n for n in range(3) if reached[n])
        step = marks[k + 1] - marks[k]
        score = k + (part((i.x - marks[k]) / step) if step else 1)
    if reached[2]:
        return score, 3
    if not reached[1]:
        return score, 0
    return score, 2 if meets(side, limit=(i.red + i.green) / 2) else 1


def sdsn_arrow(i):
    if meets(i, limit=i.green):
        return Fraction(4), 3
    if i.t <= i.t0:
        raise NoValue("too_few")
    if meets(i, i.b, i.green):
        return Fraction(0), 0
    q = ((i.x - i.b) / (i.t - i.t0)) / ((i.green - i.b) / i.p["years"])
    score = (part(1 + q) if q < 0 else 1 + 2 * q if q < 1
             else part(2 + q, 3, 4))
    return score, steps(q, 0, HALF, 1)


def status_of(score, met):
    word = 2 if met else int(as_good(score, 0, 10))
    return (Fraction(10) if met else min(score, Fraction(10))), word


def escap_status(i):
    if meets(i):
        return status_of(Fraction(10), True)
    if i.b == i.T:
        raise NoValue("constant")
    change = i.b - i.x if i.low else i.x - i.b
    return status_of(10 * change / abs(i.T - i.b), False)


def escap_parity(i):
    if i.x == i.T:
        return status_of(Fraction(10), True)
    if i.b == i.T:
        raise NoValue("constant")
    return status_of(10 - 10 * abs(i.T - i.x) / abs(i.T - i.b), False)


def escap_anticipated(i):
    if meets(i, i.ahead):
        return Fraction(0), 2
    if i.b == i.T:
        raise NoValue("constant")
    gap = 100 * abs(i.T - i.ahead) / abs(i.T - i.b)
    if as_good(i.p["maintain"], gap, 1):
        return gap, 2
    return gap, int(as_good(i.p["accelerate"], gap, 1))


def oecd_distance(i):
    if i.spread <= 0:
        raise NoValue("not_positive")
    if meets(i):
        return Fraction(0), 1
    return abs(i.T - i.x) / i.spread, 0


def uis_benchmark(i):
    if i.t <= i.t0:
        raise NoValue("too_few")
    if i.slow > i.fast:
        raise NoValue("undefined")
    rate = (i.x - i.b) / (i.t - i.t0) * (-1 if i.low else 1)
    level = 100 - i.x if i.low else i.x
    if as_good(level, i.p["reached"]) or as_good(rate, i.fast):
        return rate, 3
    if as_good(rate, i.slow):
        return rate, 2
    return rate, int(as_good(rate, 0))


# --- the table -----------------------------------------------------------
MET = ("not_met", "met")
PACES = ("reversing", "off_track", "slow", "on_track")
SUBSTANTIAL = ("deterioration", "limited", "moderate", "substantial",
               "target_achieved")
MOVES = ("significant_away", "moderate_away", "neutral", "moderate",
         "significant")
TRACK = ("stagnation", "fair", "on_track")
PATH = {"on_track": "0.95", "slow": "0.6"}
SDG = {"high": "0.95", "medium": "0.6", "low": "0", "zero": "0"}

# name: (formula, inputs, worth nothing and all, classes, parameters)
METHODS = {
    "ratio": (ratio, "x T", (0, 1), MET, {"open": "0"}),
    "ratio_interval": (ratio_interval, "x lower upper outer_low outer_high",
                       (0, 1), MET, {}),
    "efficacy": (efficacy, "x bad good", (0, 1),
                 ("unacceptable", "between", "satisfactory"),
                 {"base": "60", "span": "40", "open": "0"}),
    "completion": (completion, "x T", (0, 1), MET, {}),
    "baseline": (baseline, "x b T", (0, 1), MET, {"open": "0"}),
    "eurostat": (eurostat, "x b T t t0 tT", (-5, 5),
                 ("moving_away", "insufficient", "moderate", "significant"),
                 {"significant": "0.95", "moderate": "0.6"}),
    "eurostat_trend": (eurostat_trend, "x b t t0", (-5, 5), MOVES,
                       {"significant": "0.01", "neutral": "0"}),
    "open_sdg": (open_sdg, "x b T t t0 tT", (-5, 5), SUBSTANTIAL, SDG),
    "open_sdg_trend": (open_sdg_trend, "x b t t0", (-5, 5), SUBSTANTIAL,
                       {"high": "0.015", "medium": "0.005", "low": "0",
                        "exponent": "4.44", "zero": "0"}),
    "unsd": (unsd, "x b T t t0 tT", (0, 1), TRACK,
             {"on_track": "0.95", "fair": "0.1", "near": "0"}),
    "unsd_trend": (unsd_trend, "x b t t0", None, TRACK,
                   {"on_track": "0.02", "fair": "0.005"}),
    "sdsn_score": (sdsn_score, "x bad good", (0, 100), (), {}),
    "sdsn_colour": (sdsn_colour, "x bad red green good", (0, 3),
                    ("red", "orange", "yellow", "green"), {}),
    "sdsn_arrow": (sdsn_arrow, "x b green t t0", (0, 4),
                   ("down", "flat", "diagonal", "up"), {"years": "15"}),
    "escap_status": (escap_status, "x b T", (0, 10),
                     ("regressed", "progressed", "achieved"), {}),
    "escap_parity": (escap_parity, "x b T", (0, 10),
                     ("regressed", "progressed", "achieved"), {}),
    "escap_anticipated": (escap_anticipated, "ahead b T", (100, 0),
                          ("reverse", "accelerate", "maintain"),
                          {"maintain": "10", "accelerate": "100"}),
    "oecd_distance": (oecd_distance, "x T spread", None, MET, {}),
    "uis_benchmark": (uis_benchmark, "x b t t0 slow fast", None,
                      ("no_progress", "slow", "average", "fast"),
                      {"reached": "95"}),
    "path_linear": (lambda i: pace(i, line(i), i.T), "x b T t t0 tT", (0, 1),
                    PACES, PATH),
    "path_growth": (lambda i: pace(i, curve(i), i.T), "x b T t t0 tT", (0, 1),
                    PACES, PATH),
    "path_expected": (lambda i: pace(i, i.e, i.e), "x b e", (0, 1), PACES,
                      PATH),
}
WAYS = {"path_linear": line, "path_growth": curve}


def has_marks(t):
    """Whether the method gives a score out of a whole."""
    return t.method is not None and METHODS[t.method][2] is not None


def years(series, p):
    return Fraction(p, PER_YEAR[series.plan.letter])


def rational(number):
    return None if number is None else number.q


def anticipated(series, p):
    """Least squares, a point's weight its years from one before the first."""
    points = [(years(series, q), y.q) for q, y in points_of(series, p)]
    if series.x(p) is None or len(points) < 2:
        return None
    first = points[0][0]
    weights = [q - first + 1 for q, _ in points]
    total = sum(weights)
    mean_t = sum(w * q for w, (q, _) in zip(weights, points)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weights, points)) / total
    spread = sum(w * (q - mean_t) ** 2 for w, (q, _) in zip(weights, points))
    slope = sum(w * (q - mean_t) * (y - mean_y)
                for w, (q, y) in zip(weights, points)) / spread
    return mean_y + slope * (years(series, series.target.due) - mean_t)


def inputs(series, p, e):
    """What the method may ask for, in period p; e() is what is expected."""
    t = series.target
    low = (t.comparator in HIGH or
           (t.comparator in BANDS + ("none",)
            and t.metric.direction == "down"))
    given = {k: Fraction(v) for k, v in t.parameters.items()}
    defaults = {k: Fraction(v) for k, v in METHODS[t.method][4].items()}
    band = limits(t) if t.comparator in BANDS else (None, None)
    i = SimpleNamespace(
        x=rational(series.x(p)), b=rational(series.baseline), T=t.value,
        t=years(series, p), t0=series.b0 and years(series, series.b0),
        tT=years(series, t.due), low=low, lower=band[0], upper=band[1],
        outer_low=t.outer_low, outer_high=t.outer_high, bad=t.bad,
        good=t.good, red=given.get("red"), green=given.get("green", t.value),
        limit=given.get("limit"), spread=given.get("spread"),
        slow=given.get("slow"), fast=given.get("fast"),
        p={**defaults, **{k: v for k, v in given.items() if k in defaults}})
    wanted = METHODS[t.method][1].split()
    i.e = e() if "e" in wanted else None
    i.ahead = anticipated(series, p) if "ahead" in wanted else None
    return i


def judge(series, p, e):
    """(score, class, reason) of the method in one period."""
    formula, wanted, _, classes, _ = METHODS[series.target.method]
    i = inputs(series, p, e)
    if any(getattr(i, name) is None for name in wanted.split()):
        return None, None, "missing"
    try:
        score, word = formula(i)
    except NoValue as why:
        return None, None, str(why)
    return Fraction(score), None if word is None else classes[word], None


def attainment(series, p, e):
    """A151: on the method's scale, from nothing to all."""
    score = judge(series, p, e)[0]
    if score is None:
        return None
    nothing, whole = METHODS[series.target.method][2]
    return part((score - nothing) / Fraction(whole - nothing))


def expected(series, p):
    """A153: what a path that is a method's expects."""
    if series.baseline is None or p <= series.b0:
        return None
    i = inputs(series, p, lambda: None)
    try:
        return WAYS[series.target.method](i)
    except NoValue:
        return None
