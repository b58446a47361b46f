"""Method section 6: scores, rules, wholes."""
import math
from fractions import Fraction

from .attain import tidy
from .number import twelve
from .readings import READINGS


class Child:
    """What a score and a rule need of a node at a unit. `part` is False for
    what takes no part in scores (comparator none)."""

    def __init__(self, verdict, attainment=None, low=None, high=None,
                 known=Fraction(0), part=True):
        self.verdict, self.part = verdict, part
        self.attainment = attainment
        self.low = Fraction(0) if low is None else low
        self.high = Fraction(1) if high is None else high
        self.known = Fraction(0) if known is None else known


def arithmetic(pairs):
    return sum(w * a for w, a in pairs) / sum(w for w, _ in pairs)


def geometric(pairs):
    values = [a for _, a in pairs]
    if min(values) <= 0:
        return Fraction(0)
    if min(values) == max(values):
        return values[0]
    weight = sum(w for w, _ in pairs)
    return Fraction(math.exp(math.fsum(
        float(w / weight) * math.log(a) for w, a in pairs)))


def harmonic(pairs):
    if min(a for _, a in pairs) <= 0:
        return Fraction(0)
    return sum(w for w, _ in pairs) / sum(w / a for w, a in pairs)


def smallest(pairs):
    return min(a for _, a in pairs)


def median(pairs):
    """A30."""
    pairs = sorted(pairs, key=lambda pair: pair[1])
    half, reached = sum(w for w, _ in pairs) / 2, Fraction(0)
    for i, (w, a) in enumerate(pairs):
        reached += w
        if reached > half:
            return a
        if reached == half:
            return (a + pairs[i + 1][1]) / 2
    return None


KINDS = {"arithmetic": arithmetic, "geometric": geometric,
         "harmonic": harmonic, "min": smallest, "median": median}


def score(kind, weighted, missing):
    """(attainment, low, high, coverage) of (weight, Child) pairs (A69)."""
    pairs = [(w, c) for w, c in weighted if c.part and w > 0]
    if not pairs:
        return None, None, None, None
    bring = KINDS[kind]
    low = bring([(w, c.low) for w, c in pairs])
    high = bring([(w, c.high) for w, c in pairs])
    weight = sum(w for w, _ in pairs)
    coverage = sum(w * c.known for w, c in pairs) / weight
    known = [(w, c.attainment) for w, c in pairs if c.attainment is not None]
    if missing == "zero":
        found = bring([(w, c.attainment or Fraction(0)) for w, c in pairs])
    elif not known or (missing == "strict" and len(known) < len(pairs)):
        found = None
    else:
        found = bring(known)
    return (None if found is None else tidy(found)), low, high, coverage


def with_bonus(goal, extra, a, low, high):
    """A118: attainment and bounds with the points of (bonus, Child)."""
    if not extra or low is None:
        return a, low, high
    found = []
    for base, name in ((a, "attainment"), (low, "low"), (high, "high")):
        points = Fraction(0)
        for bonus, child in extra:
            if child.part and getattr(child, name) is not None:
                points += bonus * getattr(child, name)
        if goal.bonus_cap is not None:
            points = min(points, goal.bonus_cap)
        found.append(None if base is None else max(
            base, min(base + points / 100, goal.score_cap / 100)))
    return found


def rule(goal, children):
    """met, not_met, unknown, or empty when no child has a verdict."""
    if not goal.children:
        return "unknown"
    judged = [c for c in children if c.verdict != ""]
    if not judged:
        return ""
    words = [c.verdict for c in judged]
    if goal.rule == "all":
        if "not_met" in words:
            return "not_met"
        return "unknown" if "unknown" in words else "met"
    if goal.rule == "any":
        if "met" in words:
            return "met"
        return "unknown" if "unknown" in words else "not_met"
    return at_least(goal, judged)


def against_floor(goal, child):
    """True at or above, False below, None not known (A29)."""
    if goal.floor is None:
        return True
    if READINGS["floor_by"] == "attainment":
        if child.attainment is None:
            return None
        return twelve(child.attainment) >= goal.floor
    if twelve(child.low) >= goal.floor:
        return True
    return False if twelve(child.high) < goal.floor else None


def at_least(goal, judged):
    met = sum(c.verdict == "met" for c in judged)
    unknown = [c for c in judged if c.verdict == "unknown"]
    failed = [against_floor(goal, c) for c in judged
              if c.verdict == "not_met"]
    if met + len(unknown) < goal.at_least or False in failed:
        return "not_met"
    sure = (met >= goal.at_least and None not in failed
            and all(against_floor(goal, c) for c in unknown))
    return "met" if sure else "unknown"


def share(node, words, own_none):
    """(verdict, value) of a whole over the words of its units (A35, A36)."""
    if not words:
        return ("" if own_none else "unknown"), None
    counted = words
    if READINGS["share_counts_empty"] == "no":
        counted = [w for w in words if w != ""]
    if not counted:
        return "", None
    n, met = len(counted), counted.count("met")
    unknown = counted.count("unknown")
    if met >= node.share * n:
        fact = "met"
    elif met + unknown < node.share * n:
        fact = "not_met"
    else:
        fact = "unknown"
    decided = met + counted.count("not_met")
    return fact, (Fraction(met, n) if decided else None)
