#include "base/decimal.h"

#include <string.h>

#include "base/powers.h"

/* Each function has a quick way for the usual sizes, where a product with an
 * exact power of ten is off by less than 1e-3 in the place that matters, and
 * the way by attain_i_decimal_of() for the rest. Both give the same bits. */

enum {
    LARGEST_POWER = 22 /* of ten that a double holds */
};

static double absolute(double value) {
    return value < 0 ? -value : value;
}

static int is_finite(double value) {
    return absolute(value) <= 1.7976931348623157e308;
}

/* The nearest integer of |value| < 2^52, ties to even. */
static double nearest_integer(double value) {
    double shift = 4503599627370496.0;
    return value < 0 ? (value - shift) + shift : (value + shift) - shift;
}

/* value · 10^power for |power| ≤ LARGEST_POWER: rounded once. */
static double times_ten(double value, int power) {
    return power >= 0 ? value * attain_i_tens[power]
                      : value / attain_i_tens[-power];
}

/* floor(log10(m)) or one less, for a normal m > 0. */
static int order_of(double magnitude) {
    uint64_t bits;
    memcpy(&bits, &magnitude, sizeof(bits));
    int binary = (int)(bits >> 52) - 1023;
    /* 78913 / 2^18 is log10(2), near enough for all exponents; the 400 keeps
     * the shifted number positive. */
    return (binary * 78913 + 400 * (1 << 18)) / (1 << 18) - 400;
}

/* The power of ten that brings the first 12 digits of `magnitude` before the
 * point, between 1e11 and 1e12. False where a double does not hold it. */
static int power_of_12(double magnitude, int *power) {
    if (!(magnitude >= 1e-10 && magnitude < 1e32))
        return 0;
    int k = 11 - order_of(magnitude);
    *power = times_ten(magnitude, k) >= 1e12 ? k - 1 : k;
    return 1;
}

/* Rounds once, half to even, so that `drop` digits fewer are left. */
static void drop_digits(attain_i_decimal *decimal, int drop) {
    if (drop <= 0)
        return;
    decimal->exponent += drop;
    if (drop > 18) {
        decimal->digits = 0;
        return;
    }
    uint64_t unit = 1;
    for (int i = 0; i < drop; i++)
        unit *= 10;
    uint64_t rest = decimal->digits % unit;
    decimal->digits /= unit;
    decimal->digits +=
        rest > unit / 2 || (rest == unit / 2 && (decimal->digits & 1) != 0);
}

static double value_without_sign_of_0(const attain_i_decimal *decimal) {
    return decimal->digits == 0 ? 0 : attain_i_decimal_value(decimal);
}

/* value · 10^power rounded to an integer, times 10^−power; false next to a
 * tie, which only the digits themselves decide. */
static int round_quickly(double value, int power, double *out) {
    double number = times_ten(value, power);
    if (!(absolute(number) < 1.1e12))
        return 0;
    double nearest = nearest_integer(number);
    *out = times_ten(nearest, -power);
    return absolute(number - nearest) < 0.499;
}

double attain_i_round12(double value) {
    int power;
    double quick;
    if (value == 0 || !is_finite(value))
        return value == 0 ? 0 : value;
    if (power_of_12(absolute(value), &power) &&
        round_quickly(value, power, &quick))
        return quick;
    attain_i_decimal decimal;
    attain_i_decimal_of(value, &decimal);
    drop_digits(&decimal, attain_i_decimal_digits(&decimal) - 12);
    return attain_i_decimal_value(&decimal);
}

int attain_i_compare12(double a, double b, double scale) {
    if (a != a || b != b)
        return -2;
    double gap = absolute(a - b);
    if (gap < 1e-12 * scale)
        return 0;
    double larger = absolute(a) > absolute(b) ? absolute(a) : absolute(b);
    /* Rounding moves each by at most 5e-12 of itself. */
    if (gap < 1.1e-11 * larger) {
        a = attain_i_round12(a);
        b = attain_i_round12(b);
    }
    return (a > b) - (a < b);
}

int attain_i_parts_of(double interval) {
    return interval == 1 ? 1 : interval == 0.5 ? 2 : interval == 0.2 ? 5 : 0;
}

double attain_i_round_decimals(double value, int decimals, int parts) {
    double quick;
    if (!is_finite(value))
        return value;
    if (parts == 1 && round_quickly(value, decimals, &quick))
        return quick;
    attain_i_decimal decimal;
    attain_i_decimal_of(value, &decimal);
    /* At most 17 digits, so there is room for parts · 10/parts. */
    decimal.digits *= (uint64_t)parts;
    drop_digits(&decimal, -decimal.exponent - decimals);
    if (parts > 1) {
        decimal.digits *= 10 / (uint64_t)parts;
        decimal.exponent--;
    }
    return value_without_sign_of_0(&decimal);
}

/* --- Sums ---------------------------------------------------------------- */

/* value · 10^power as an integer of at most 12 digits, if it is one. */
static int integer_at(double value, int power, double *out) {
    double integer = nearest_integer(times_ten(value, power));
    *out = integer;
    return times_ten(integer, -power) == value;
}

/* The digits as an integer in units of 10^unit, if they are one. */
static int integer_in(const attain_i_decimal *decimal, int unit, int64_t *out) {
    uint64_t digits = decimal->digits;
    if (digits == 0 || decimal->exponent < unit) {
        *out = 0;
        return digits == 0;
    }
    for (int i = decimal->exponent; i > unit; i--)
        digits *= 10;
    *out = decimal->negative ? -(int64_t)digits : (int64_t)digits;
    return 1;
}

static int order_of_decimal(const attain_i_decimal *decimal) {
    return decimal->digits == 0
               ? -400
               : decimal->exponent + attain_i_decimal_digits(decimal) - 1;
}

static double of_integer(int64_t number, int exponent) {
    attain_i_decimal decimal = {0, exponent, number < 0};
    decimal.digits = (uint64_t)(number < 0 ? -number : number);
    return value_without_sign_of_0(&decimal);
}

/* The same as attain_i_decimal_add() for numbers of any size. */
static double add_slowly(double a, double b) {
    attain_i_decimal first;
    attain_i_decimal second;
    int64_t x;
    int64_t y;
    attain_i_decimal_of(a, &first);
    attain_i_decimal_of(b, &second);
    int order = order_of_decimal(&first);
    int order2 = order_of_decimal(&second);
    int unit = (order > order2 ? order : order2) - 11;
    if (integer_in(&first, unit, &x) && integer_in(&second, unit, &y))
        return of_integer(x + y, unit);
    double sum = a + b;
    attain_i_decimal rest;
    if (!is_finite(sum))
        return sum;
    attain_i_decimal_of(sum, &rest);
    drop_digits(&rest, unit - rest.exponent);
    return rest.digits == 0 ? 0 : sum;
}

double attain_i_decimal_add(double a, double b) {
    double sum = a + b;
    if (!is_finite(a) || !is_finite(b))
        return sum;
    double larger = absolute(a) > absolute(b) ? absolute(a) : absolute(b);
    int power;
    if (larger == 0)
        return 0;
    if (!power_of_12(larger, &power))
        return add_slowly(a, b);
    double x;
    double y;
    if (integer_at(a, power, &x) && integer_at(b, power, &y))
        return times_ten(x + y, -power);
    double rest = times_ten(sum, power);
    return absolute(rest) <= 0.5 ? 0 : sum;
}

double attain_i_decimal_subtract(double a, double b) {
    return attain_i_decimal_add(a, -b);
}
