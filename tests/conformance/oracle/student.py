"""Student's t, by the continued fraction of the incomplete beta function
(Abramowitz and Stegun 26.5.8, evaluated by Lentz's method)."""
import math


def incomplete_beta(a, b, x, y):
    """I_x(a, b) with y = 1 - x, which the caller knows without loss."""
    if x <= 0 or y <= 0:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log(y))
    if x < (a + 1) / (a + b + 2):
        return front * fraction(a, b, x) / a
    return 1 - front * fraction(b, a, y) / b


def fraction(a, b, x):
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 10000):
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                          -(a + m) * (a + b + m) * x
                          / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return h


def upper_tail(t, df):
    """P(T >= t)."""
    if math.isinf(t):
        return 0.0 if t > 0 else 1.0
    if t < 0:
        return 1 - upper_tail(-t, df)
    if df == 1:
        return math.atan2(1, t) / math.pi
    square = t * t
    return incomplete_beta(df / 2, 0.5, df / (df + square),
                           square / (df + square)) / 2


def quantile_90(df):
    """The t with P(T >= t) = 0.1."""
    if df == 1:
        return 1 / math.tan(math.pi / 10)
    if df == 2:
        return 0.8 * math.sqrt(2 / (1 - 0.64))
    low, high = 1.0, 4.0
    for _ in range(200):
        middle = (low + high) / 2
        if upper_tail(middle, df) > 0.1:
            low = middle
        else:
            high = middle
    return (low + high) / 2
