"""Numbers that know whether they are exact, and the twelve digit rule."""
from fractions import Fraction


def exponent10(q):
    """The e with 10^e <= |q| < 10^(e+1), for the double nearest to q."""
    return int(f"{abs(float(q)):.17e}".split("e")[1])


def twelve(q, scale=None):
    """The double nearest to q, rounded half to even at the twelfth digit of
    itself, or of the largest term that it was summed from."""
    x = Fraction(float(q))
    size = abs(x) if scale is None else max(abs(x), abs(scale))
    if size == 0:
        return Fraction(0)
    quantum = Fraction(10) ** (exponent10(size) - 11)
    return round(x / quantum) * quantum


def round_decimals(q, decimals, interval=1):
    """Half to even at that many decimals, in steps of `interval` of the last
    place; negative: tens, hundreds."""
    quantum = Fraction(10) ** -decimals * interval
    return round(q / quantum) * quantum


class Number:
    """A value q; `exact` when it is the rational result of the decimals.
    Otherwise it decides as its double rounded to twelve digits of `scale`."""

    __slots__ = ("q", "exact", "scale")

    def __init__(self, q, exact=True, scale=None):
        self.q = Fraction(q)
        self.exact = exact
        self.scale = abs(self.q) if scale is None else abs(Fraction(scale))

    def decided(self):
        return self.q if self.exact else twelve(self.q, self.scale)

    def times(self, factor):
        return Number(self.q * factor, self.exact, self.scale * factor)

    def over(self, other):
        return Number(self.q / other.q, self.exact and other.exact,
                      self.scale / other.q)

    def minus(self, other):
        return total([(1, self), (-1, other)])


ONE = Number(1)


def total(terms):
    """The sum of (sign, Number) pairs."""
    return Number(sum((s * n.q for s, n in terms), Fraction(0)),
                  all(n.exact for _, n in terms),
                  max((n.scale for _, n in terms), default=0))


def inexact(x):
    """A value that came through a root, a logarithm or a mean."""
    return Number(Fraction(x), exact=False)


def text(x):
    """The shortest decimal that reads back; empty for no value."""
    if x is None:
        return ""
    if isinstance(x, int) and not isinstance(x, bool):
        return str(x)
    x = float(x)
    if x == 0:
        return "0"
    digits, exponent = f"{x!r}", 0
    sign = "-" if x < 0 else ""
    digits = digits.lstrip("-")
    if "e" in digits:
        digits, e = digits.split("e")
        exponent = int(e)
    whole, _, part = digits.partition(".")
    digits, point = whole + part, len(whole) + exponent
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    digits = stripped.rstrip("0")
    if 1e-5 <= abs(x) < 1e21:
        if point <= 0:
            return sign + "0." + "0" * -point + digits
        if point >= len(digits):
            return sign + digits + "0" * (point - len(digits))
        return sign + digits[:point] + "." + digits[point:]
    mantissa = digits[0] + ("." + digits[1:] if digits[1:] else "")
    return f"{sign}{mantissa}e{point - 1}"
