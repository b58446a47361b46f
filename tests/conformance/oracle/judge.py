"""Method section 3: comparison, verdict, and who fell back."""
from .number import round_decimals, total

BANDS = ("between", "about")
LOW = ("at_least", "above")
HIGH = ("at_most", "below")


def limits(target):
    """(lo, hi) of the satisfied side; None where it is open."""
    t = target.value
    if target.comparator in LOW:
        return t, None
    if target.comparator in HIGH:
        return None, t
    if target.comparator == "about":
        return t - target.tolerance, t + target.tolerance
    return (t, target.upper) if target.comparator == "between" else (None,
                                                                     None)


def judged_value(target, q):
    if target.rounded:
        return round_decimals(q, target.metric.decimals,
                              target.metric.interval)
    return q


def satisfied(target, number):
    """The target's own judgement of a number."""
    x = judged_value(target, number.decided())
    lo, hi = (None if q is None else judged_value(target, q)
              for q in limits(target))
    if target.comparator == "above":
        return x > lo
    if target.comparator == "below":
        return x < hi
    return (lo is None or x >= lo) and (hi is None or x <= hi)


def distance(target, q):
    """How far from the satisfied side, at full value."""
    lo, hi = limits(target)
    if lo is not None and q < lo:
        return lo - q
    return q - hi if hi is not None and q > hi else q * 0


def state(series, p):
    """True, False, or None for unknown, in one period."""
    target = series.target
    if target.comparator == "none" or not series.judged(p):
        return None
    x = series.x(p)
    if x is not None:
        return satisfied(target, x)
    return gap_state(series, p) if target.series == "cumulative" else None


def gap_state(series, p):
    """A20: what the known part of a running sum already decides."""
    target = series.target
    known, _ = series.running(p)
    if any(n.decided() < 0 for n in known):
        return None
    so_far = total([(1, n) for n in known])
    if target.comparator in LOW:
        return True if satisfied(target, so_far) else None
    if target.comparator in HIGH:
        return None if satisfied(target, so_far) else False
    _, hi = limits(target)
    past = (judged_value(target, so_far.decided())
            > judged_value(target, hi))
    return False if past else None


def judged_periods(series, upto):
    return [p for p in range(series.plan.first, upto + 1)
            if series.judged(p)]


def word(fact):
    return {True: "met", False: "not_met", None: "unknown"}[fact]


def verdict(series, upto):
    """met, not_met, unknown, or empty for comparator none."""
    if series.target.comparator == "none":
        return ""
    periods = judged_periods(series, upto)
    if not periods:
        return "unknown"
    states = [state(series, p) for p in periods]
    if series.target.when == "every_period":
        if False in states:
            return "not_met"
        return "unknown" if None in states else "met"
    if series.target.when == "hold":
        return hold(states)
    return word(state(series, upto))


def hold(states):
    """A19; the last state is that at j."""
    if states[-1] is False:
        return "not_met"
    if True not in states:
        return "unknown"
    after = states[states.index(True):]
    if False in after:
        return "not_met"
    return "unknown" if None in after else "met"


def was_met(series, j):
    """A72: met as of an earlier judged period."""
    return any(verdict(series, p) == "met"
               for p in judged_periods(series, j - 1))
