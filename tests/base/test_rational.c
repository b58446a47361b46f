#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "base/decimal.h"
#include "base/rational.h"

static attain_i_rational of(double value) {
    attain_i_rational made;
    attain_i_rational_of(value, &made);
    return made;
}

static attain_i_rational quotient(double a, double b) {
    attain_i_rational made = of(a);
    attain_i_rational under = of(b);
    attain_i_rational_divide(&made, &under);
    return made;
}

static void assert_value(const attain_i_rational *a, double expected) {
    assert_same(attain_i_rational_value(a), expected);
}

static void rational_of_doubles(void **state) {
    (void)state;
    static const double exact[] = {0,
                                   1,
                                   -1,
                                   0.1,
                                   -50.1,
                                   1e300,
                                   1e-300,
                                   5e-324,
                                   999999999999.0,
                                   0.123456789012,
                                   35000,
                                   -1e-5,
                                   1e308};
    for (size_t i = 0; i < sizeof(exact) / sizeof(exact[0]); i++) {
        attain_i_rational a = of(exact[i]);
        assert_int_equal(a.inexact, 0);
        assert_value(&a, exact[i]);
    }
    attain_i_rational zero = of(-0.0);
    assert_int_equal(zero.sign, 0);
    assert_value(&zero, 0.0);
    static const double inexact[] = {
        1.0 / 3, 0.1234567890123, 0.1 + 0.2, 1234567890123.0,
        NAN,     INFINITY,        -INFINITY};
    for (size_t i = 0; i < sizeof(inexact) / sizeof(inexact[0]); i++) {
        attain_i_rational a = of(inexact[i]);
        assert_int_equal(a.inexact, 1);
        assert_value(&a, NAN);
    }
}

static void rational_of_integers(void **state) {
    (void)state;
    static const int64_t values[] = {0,          1,         -1,
                                     1000000007, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        attain_i_rational a;
        attain_i_rational_of_integer(values[i], &a);
        assert_value(&a, (double)values[i]);
    }
}

/* What the plan decides by: sums and quotients that land on a limit. */
static void rational_of_limits(void **state) {
    (void)state;
    attain_i_rational fall = of(49.6);
    attain_i_rational before = of(50.1);
    attain_i_rational limit = of(-0.5);
    attain_i_rational_subtract(&fall, &before);
    assert_int_equal(attain_i_rational_compare(&fall, &limit), 0);
    attain_i_rational share = quotient(1200, 1250);
    attain_i_rational hundred = of(100);
    attain_i_rational ninety_six = of(96);
    attain_i_rational_multiply(&share, &hundred);
    assert_int_equal(attain_i_rational_compare(&share, &ninety_six), 0);
    attain_i_rational almost = quotient(1199, 1249);
    attain_i_rational_multiply(&almost, &hundred);
    assert_int_equal(attain_i_rational_compare(&almost, &ninety_six), -1);
    assert_int_equal(attain_i_rational_compare(&ninety_six, &almost), 1);
    attain_i_rational third = quotient(1, 3);
    attain_i_rational sum = third;
    attain_i_rational_add(&sum, &third);
    attain_i_rational_add(&sum, &third);
    attain_i_rational one = of(1);
    assert_int_equal(attain_i_rational_compare(&sum, &one), 0);
}

/* a/b − c/d and a·c/d + b, made by exact fractions of another language and
 * rounded there to the nearest double. */
static void rational_of_made_vectors(void **state) {
    (void)state;
    static const double rows[][6] = {
        {-7723496155e1, -8301e-5, -5e2, 2476e1, 0x1.b143da2cba7b4p+39,
         0x1.73dad44ba7b07p+30},
        {46e-2, -4e2, -52270e4, -4644572e2, -0x1.20658fe287a0ep+0,
         -0x1.8f7b7911eb937p+8},
        {-65e4, -3794477954e-9, -10e-1, -4566e-5, 0x1.4e87d49721a0dp+17,
         -0x1.b2701544ea5ebp+23},
        {-17779e-5, 881451079e-6, 927e-3, 25691e-10, -0x1.605eafed765aap+18,
         -0x1.ee4bdf85a43b5p+15},
        {-129878e-7, -460e-5, -368005e4, -7482542449e-3, -0x1.e8fea40a3c4adp+8,
         -0x1.991a62b59a5d7p+2},
        {-21e0, 26024e3, -612503e-2, 89158181e-6, 0x1.12cb39ad650a8p+6,
         0x1.8d1de2aaefeaap+24},
        {-2e-4, 856961941426e-3, 7e2, -210705e0, 0x1.b371df7928eb0p-9,
         0x1.98a19cab68731p+29},
        {4e-4, 370871610702e-9, 93e-2, -7555711e0, 0x1.428f1d3b30091p-20,
         0x1.72df21e103b8ep+8},
        {-461209339e2, 50e0, -90398e-2, -47e0, -0x1.b7d7f049de72ap+29,
         -0x1.9d1344a2dc6cfp+39},
        {311742159e-1, -304e-2, -795795161266e-6, -17034975796e-9,
         -0x1.3a5f9f4d3356bp+23, 0x1.531322d99402ep+40},
        {60e-3, -318435184928e0, 474e-6, 53e3, -0x1.334c9a3e5cde5p-27,
         -0x1.2890dd4480000p+38},
        {-8932081e-7, -241534716161e-7, 74742473e2, -886e4,
         0x1.a5cc19e613339p+9, -0x1.6d9fdd5c56f07p+14},
        {5e1, -5722e4, -1625678914e0, -57e1, -0x1.5c2722295232dp+21,
         0x1.45b63d608fb82p+26},
        {-687010e-9, -107720e-8, 66537888e-6, -26030298e3, 0x1.468a4ba3f5b9cp-1,
         -0x1.1a61ab0e09aa4p-10},
        {-301082097833e0, -23711e-1, -5084063e-9, 7842631e-8,
         0x1.e463d5052302ap+26, 0x1.22d70a34cf62fp+34},
        {37168991157e-4, -818e1, 35051e4, 862698978e4, -0x1.c66380e5f0f70p+8,
         -0x1.f5cfbff93f8f3p+12},
        {-867652e3, 456674e0, 97215378e3, -382949317626e0,
         -0x1.daebbeafec4acp+10, 0x1.a4fcb4e329b5cp+27},
        {81110e3, -10852e2, 189e-6, 46831749e-3, -0x1.2af7ca67804f0p+6,
         -0x1.08f0fac339b36p+20},
        {408537e-5, -22468723e0, -425642e1, 547336e4, 0x1.979f85c4987c5p-11,
         -0x1.56d87300d035dp+24},
        {1745566e4, 781e1, -298840e-1, 84e-4, 0x1.618e4af616a20p+22,
         -0x1.b9404ffc564f6p+55},
        {1862e0, 81253e-7, 604904115860e-2, 263e3, 0x1.92a84e753580dp+17,
         0x1.46bd19b3cef5fp+25},
        {429271108e1, 63508e0, 98731169323e-14, -4757e2, 0x1.08093bcdc205bp+16,
         0x1.f0162e577a4c7p+15},
        {67523003e-6, -4085e3, -638251042588e-14, -774e-1,
         -0x1.9f32a43a14a13p-14, -0x1.f2a83ff498be6p+21},
        {-12e-3, -923425992e1, -5752356e1, -80192495790e4,
         -0x1.341492c05247dp-24, -0x1.1333cfe800000p+33},
        {-2207e4, -998615e-4, -654149e3, -6138743e1, 0x1.afa1b7fb96903p+17,
         -0x1.c091d0c6b85adp+27},
        {-197099565e-11, 317618850e-3, -25e3, -271201365e-3,
         -0x1.799449762d168p-4, 0x1.362cb6636c550p+18},
        {716565e-7, 3731909e3, 9938511833e-2, -61851969e-6,
         0x1.884a6391b49ddp+20, 0x1.bcdd4f897c9b5p+31},
        {8823752315e2, -5643e2, -11e-5, -6378862e-5, -0x1.7dc0f5b01280cp+20,
         0x1.d36f807bce57ep+19},
        {-3388225925e-3, 5502841288e-1, -2405429e-3, 25717e3,
         -0x1.8d63ed52113a7p-8, 0x1.066564edbb03ep+29},
        {2881262e3, 220e3, 94255e-4, -32604371e2, 0x1.994529e413019p+13,
         0x1.adabd5d7b9efdp+17},
        {0e0, -23120528e-7, -93617968e-8, -33670811565e-5,
         -0x1.752d73ea009ccp-19, -0x1.27f1589d50078p+1},
        {-6e2, 5e4, -412045567e-5, -90131523e-4, -0x1.e06b90b506e02p-2,
         0x1.847b6858d2425p+15},
        {-28142914e-7, -368687802876e-6, 63218846e4, 384862009e-9,
         -0x1.7e74c6e51ef5ap+40, -0x1.0d15f674e3539p+42},
        {-6e0, 39853e3, 286752e-5, -941889661532e-1, -0x1.433ece4c8a0cep-23,
         0x1.300de40000000p+25},
        {-242846e1, 300570376838e-11, -10e0, -21576978e-9,
         -0x1.8abbc015e44dcp+19, -0x1.0c56405cbdaacp+30},
        {-46117091407e-14, 4352288e-1, 5671753467e-1, 5190644e-5,
         -0x1.4d763c5cc6d5cp+23, 0x1.a41b690ffea84p+18},
        {21919e4, -23e-5, -47466457835e3, 69972e4, -0x1.bbc671e20747bp+39,
         -0x1.b0bf118870ad3p+43},
        {-16529818e-7, -21e2, -11218462e-7, 9657939e-2, 0x1.a2c66873ef024p-11,
         -0x1.067fffd7bbb4bp+11},
        {-8e-1, -77667e4, 69e-5, 515399e-3, -0x1.6718b1bb72cdep-20,
         -0x1.7258598000009p+29},
        {3e2, -7e-3, -6358e4, -401e1, -0x1.cab10247af039p+15,
         0x1.225201e32052ep+22},

    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const double *row = rows[i];
        attain_i_rational x = quotient(row[0], row[1]);
        attain_i_rational y = quotient(row[2], row[3]);
        attain_i_rational_subtract(&x, &y);
        assert_value(&x, row[4]);
        attain_i_rational z = of(row[0]);
        attain_i_rational b = of(row[1]);
        attain_i_rational_multiply(&z, &y);
        attain_i_rational_add(&z, &b);
        assert_value(&z, row[5]);
    }
}

/* Fractions of small integers: 64-bit arithmetic knows the answers. */
static void rational_agrees_with_integers(void **state) {
    (void)state;
    uint64_t random = 53;
    for (int i = 0; i < 20000; i++) {
        int64_t n[4];
        for (int j = 0; j < 4; j++)
            n[j] = (int64_t)(support_random(&random) % 2001) - 1000;
        n[1] = n[1] == 0 ? 7 : n[1];
        n[3] = n[3] == 0 ? -9 : n[3];
        attain_i_rational x = quotient((double)n[0], (double)n[1]);
        attain_i_rational y = quotient((double)n[2], (double)n[3]);
        int64_t under = n[1] * n[3];
        int64_t left = n[0] * n[3] * (under < 0 ? -1 : 1);
        int64_t right = n[2] * n[1] * (under < 0 ? -1 : 1);
        assert_int_equal(attain_i_rational_compare(&x, &y),
                         (left > right) - (left < right));
        attain_i_rational sum = x;
        attain_i_rational gap = x;
        attain_i_rational product = x;
        attain_i_rational_add(&sum, &y);
        attain_i_rational_subtract(&gap, &y);
        attain_i_rational_multiply(&product, &y);
        double size = (double)(under < 0 ? -under : under);
        assert_value(&sum, (double)(left + right) / size);
        assert_value(&gap, (double)(left - right) / size);
        assert_value(&product,
                     (double)(n[0] * n[2] * (under < 0 ? -1 : 1)) / size + 0.0);
        if (n[2] != 0) {
            attain_i_rational_divide(&x, &y);
            assert_value(&x,
                         (double)(n[0] * n[3]) / (double)(n[1] * n[2]) + 0.0);
        }
    }
}

static void rational_with_itself(void **state) {
    (void)state;
    attain_i_rational a = quotient(-2, 3);
    attain_i_rational_add(&a, &a);
    assert_value(&a, -4.0 / 3);
    attain_i_rational_multiply(&a, &a);
    assert_value(&a, 16.0 / 9);
    attain_i_rational b = a;
    attain_i_rational_divide(&a, &a);
    assert_value(&a, 1.0);
    attain_i_rational_subtract(&b, &b);
    assert_value(&b, 0.0);
    assert_int_equal(b.sign, 0);
    attain_i_rational_divide(&b, &b);
    assert_int_equal(b.inexact, 1);
}

static void rational_division_by_zero_is_inexact(void **state) {
    (void)state;
    attain_i_rational a = quotient(5, 0);
    attain_i_rational b = of(1);
    assert_int_equal(a.inexact, 1);
    assert_value(&a, NAN);
    assert_int_equal(attain_i_rational_compare(&a, &b), -2);
    assert_int_equal(attain_i_rational_compare(&b, &a), -2);
    attain_i_rational results[4] = {b, b, b, b};
    attain_i_rational_add(&results[0], &a);
    attain_i_rational_subtract(&results[1], &a);
    attain_i_rational_multiply(&results[2], &a);
    attain_i_rational_divide(&results[3], &a);
    for (int i = 0; i < 4; i++)
        assert_int_equal(results[i].inexact, 1);
    attain_i_rational_round(&a, 2, 1);
    assert_int_equal(a.inexact, 1);
}

static void rational_round_in_parts_of_the_last_place(void **state) {
    (void)state;
    static const struct {
        double over;
        double under;
        int decimals;
        int parts;
        double rounded;
    } cases[] = {
        {6025, 100, 0, 2, 60}, {6038, 100, 0, 2, 60.5}, {-6075, 100, 0, 2, -61},
        {830, 1, -2, 5, 840},  {842, 1, -2, 5, 840},    {-930, 1, -2, 5, -920},
        {2, 3, 2, 5, 0.666},   {0, 1, 1, 5, 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        attain_i_rational a = quotient(cases[i].over, cases[i].under);
        attain_i_rational_round(&a, cases[i].decimals, cases[i].parts);
        assert_int_equal(a.inexact, 0);
        assert_value(&a, cases[i].rounded);
    }
}

static void rational_round_half_to_even(void **state) {
    (void)state;
    static const struct {
        double over;
        double under;
        int decimals;
        double rounded;
    } cases[] = {
        {5, 10, 0, 0},
        {15, 10, 0, 2},
        {25, 10, 0, 2},
        {-15, 10, 0, -2},
        {-5, 10, 0, 0},
        {9595, 100, 1, 96},
        {9585, 100, 1, 95.8},
        {2, 3, 4, 0.6667},
        {1, 3, 15, 0.333333333333333},
        {1250, 1, -2, 1200},
        {1350, 1, -2, 1400},
        {1, 8, 2, 0.12},
        {3, 8, 2, 0.38},
        {1, 400, 2, 0},
        {3, 400, 2, 0.01},
        {1e300, 7, 0, 1e300 / 7},
        {1, 1e300, 15, 0},
        {0, 5, 3, 0},
        {5e14, 1, -15, 0},
        {15e14, 1, -15, 2e15},
        {50000001, 1e8, 0, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        attain_i_rational a = quotient(cases[i].over, cases[i].under);
        attain_i_rational_round(&a, cases[i].decimals, 1);
        assert_int_equal(a.inexact, 0);
        assert_value(&a, cases[i].rounded);
    }
}

/* Many decimals of different places: the denominator stays the largest. */
static void rational_sum_of_many_decimals_stays_exact(void **state) {
    (void)state;
    uint64_t random = 59;
    int64_t total = 0;
    attain_i_rational sum = of(0);
    for (int i = 0; i < 20000; i++) {
        int64_t units = (int64_t)(support_random(&random) % 2000000) - 900000;
        char text[32];
        snprintf(text, sizeof(text), "%llde-4", (long long)units);
        attain_i_rational term = of(strtod(text, NULL));
        attain_i_rational_add(&sum, &term);
        total += units;
    }
    assert_int_equal(sum.inexact, 0);
    assert_true(sum.over.count <= 2 && sum.under.count == 1);
    assert_value(&sum, (double)total / 1e4);
}

/* The sum of 1/k(k+1) is 1 − 1/(n+1): it does not grow. That of 1/(10^6 + n)
 * does: exact for as long as it fits, then inexact, never wrong. */
static void rational_outgrows_its_capacity_honestly(void **state) {
    (void)state;
    attain_i_rational sum = of(0);
    int64_t k = 1;
    for (; k <= 2000; k++) {
        attain_i_rational term = quotient(1, (double)k * (double)(k + 1));
        attain_i_rational_add(&sum, &term);
        assert_int_equal(sum.inexact, 0);
        attain_i_rational expected = quotient((double)k, (double)(k + 1));
        assert_int_equal(attain_i_rational_compare(&sum, &expected), 0);
    }
    attain_i_rational harmonic = of(0);
    double plain = 0;
    int n = 0;
    for (; n < 10000 && !harmonic.inexact; n++) {
        attain_i_rational term = quotient(1, 1e6 + n);
        attain_i_rational_add(&harmonic, &term);
        plain += 1.0 / (1e6 + n);
        if (!harmonic.inexact)
            assert_close(attain_i_rational_value(&harmonic), plain, 1e-12);
    }
    /* 20 bits each, less what they have in common, of 5000. */
    assert_true(harmonic.inexact);
    assert_true(n > 250 && n < 500);
    assert_value(&harmonic, NAN);
}

/* 10^300 doubles its digits with each square: 1200 fit, 2400 do not. */
static void rational_that_does_not_fit_is_inexact(void **state) {
    (void)state;
    attain_i_rational large = of(1e300);
    attain_i_rational_multiply(&large, &large);
    attain_i_rational_multiply(&large, &large);
    assert_int_equal(large.inexact, 0);
    attain_i_rational small = of(1);
    attain_i_rational_divide(&small, &large);
    attain_i_rational nine = of(9);
    attain_i_rational ninth = of(1);
    attain_i_rational_divide(&ninth, &nine);
    for (int i = 0; i < 380; i++)
        attain_i_rational_divide(&ninth, &nine);
    /* 10^1200 and 9^381 fit, and their quotient, but not their product. */
    attain_i_rational product = large;
    attain_i_rational_multiply(&product, &ninth);
    assert_int_equal(product.inexact, 0);
    attain_i_rational next = ninth;
    attain_i_rational_multiply(&next, &small);
    assert_int_equal(next.inexact, 1);
    attain_i_rational sum = small;
    attain_i_rational_add(&sum, &ninth);
    assert_int_equal(sum.inexact, 1);
    attain_i_rational one = of(1);
    assert_int_equal(attain_i_rational_compare(&ninth, &one), -1);
    assert_int_equal(attain_i_rational_compare(&small, &one), -1);
    assert_int_equal(attain_i_rational_compare(&large, &ninth), -2);
    attain_i_rational_multiply(&large, &large);
    assert_int_equal(large.inexact, 1);
    attain_i_rational_round(&large, 3, 1);
    assert_int_equal(large.inexact, 1);
    /* The largest that fit can still be rounded. */
    attain_i_rational edge = of(1.5e300);
    attain_i_rational power = of(1e300);
    for (int i = 0; i < 4; i++)
        attain_i_rational_multiply(&edge, &power);
    attain_i_rational before = edge;
    attain_i_rational_round(&edge, 15, 1);
    assert_int_equal(edge.inexact, 0);
    assert_int_equal(attain_i_rational_compare(&edge, &before), 0);
    attain_i_rational more = of(1e30);
    attain_i_rational_multiply(&edge, &more);
    assert_int_equal(edge.inexact, 1);
}

static void rational_powers_near_the_ends_of_the_range(void **state) {
    (void)state;
    attain_i_rational a = of(1e300);
    attain_i_rational b = of(1e300);
    attain_i_rational_multiply(&a, &b);
    assert_value(&a, INFINITY);
    attain_i_rational_divide(&a, &b);
    assert_value(&a, 1e300);
    attain_i_rational tiny = quotient(1, 3e300);
    attain_i_rational small = of(1e-20);
    attain_i_rational_multiply(&tiny, &small);
    assert_value(&tiny, 3.3333333333333333e-321); /* subnormal */
    attain_i_rational_multiply(&tiny, &small);
    assert_value(&tiny, 0.0);
    assert_int_equal(tiny.sign, 1);
    /* Halves of the smallest double: to even. */
    attain_i_rational half = of(1);
    attain_i_rational two = of(2);
    for (int i = 0; i < 1075; i++)
        attain_i_rational_divide(&half, &two);
    attain_i_rational three = of(3);
    assert_value(&half, 0.0);
    attain_i_rational_multiply(&half, &three);
    assert_value(&half, 1e-323);
    attain_i_rational more = of(1.00000000001);
    attain_i_rational_divide(&half, &three);
    attain_i_rational_multiply(&half, &more);
    assert_value(&half, 5e-324);
    assert_value(&b, 1e300);
}

/* Doubles next to each other are told apart, and the nearest is found, on
 * quotients that lie between two doubles: n/d against n/d by the processor,
 * which rounds correctly. */
static void rational_value_is_correctly_rounded(void **state) {
    (void)state;
    uint64_t random = 61;
    for (int i = 0; i < 30000; i++) {
        int64_t n = (int64_t)(support_random(&random) >> (12 + i % 40));
        int64_t d = (int64_t)(support_random(&random) >> (12 + i % 37));
        if (n == 0 || d == 0)
            continue;
        attain_i_rational a;
        attain_i_rational b;
        attain_i_rational_of_integer(n, &a);
        attain_i_rational_of_integer(d, &b);
        attain_i_rational_divide(&a, &b);
        assert_value(&a, (double)n / (double)d);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rational_of_doubles),
        cmocka_unit_test(rational_of_integers),
        cmocka_unit_test(rational_of_limits),
        cmocka_unit_test(rational_of_made_vectors),
        cmocka_unit_test(rational_agrees_with_integers),
        cmocka_unit_test(rational_with_itself),
        cmocka_unit_test(rational_division_by_zero_is_inexact),
        cmocka_unit_test(rational_round_half_to_even),
        cmocka_unit_test(rational_round_in_parts_of_the_last_place),
        cmocka_unit_test(rational_sum_of_many_decimals_stays_exact),
        cmocka_unit_test(rational_outgrows_its_capacity_honestly),
        cmocka_unit_test(rational_that_does_not_fit_is_inexact),
        cmocka_unit_test(rational_powers_near_the_ends_of_the_range),
        cmocka_unit_test(rational_value_is_correctly_rounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
