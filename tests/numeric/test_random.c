#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/random.h"
#include "numeric/random_tables.h"

/* The first numbers from the state 1, 2, 3, 4, as the generator's authors'
 * program prints them (and the tests of Rust's rand_xoshiro). */
static void xoshiro_agrees_with_its_authors(void **state) {
    (void)state;
    static const uint64_t expected[] = {UINT64_C(11520),
                                        UINT64_C(0),
                                        UINT64_C(1509978240),
                                        UINT64_C(1215971899390074240),
                                        UINT64_C(1216172134540287360),
                                        UINT64_C(607988272756665600),
                                        UINT64_C(16172922978634559625),
                                        UINT64_C(8476171486693032832),
                                        UINT64_C(10595114339597558777),
                                        UINT64_C(2904607092377533576)};
    attain_i_random random = {{1, 2, 3, 4}};
    for (size_t i = 0; i < 10; i++)
        assert_true(attain_i_random_next(&random) == expected[i]);
}

/* Stream 0 of 1234567 is what splitmix64 prints for it (Rosetta Code). */
static void stream_is_seeded_by_splitmix(void **state) {
    (void)state;
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821)};
    attain_i_random random;
    attain_i_random_begin(&random, 1234567, 0);
    for (size_t i = 0; i < 4; i++)
        assert_true(random.state[i] == expected[i]);
    attain_i_random_begin(&random, 1234567, 1);
    assert_true(random.state[0] == expected[4]);
}

/* PHP's own test of Xoshiro256StarStar: seed 1234, 10,000 numbers, a jump and a
 * long jump; the long one is done here, with its authors' constants. */
static void jump_agrees_with_php(void **state) {
    (void)state;
    static const uint64_t far[] = {
        UINT64_C(0x76e15d3efefdcbbf), UINT64_C(0xc5004e441c522fb3),
        UINT64_C(0x77710069854ee241), UINT64_C(0x39109bb02acbe635)};
    attain_i_random random;
    attain_i_random there = {{0, 0, 0, 0}};
    attain_i_random_begin(&random, 1234, 0);
    for (size_t i = 0; i < 10000; i++)
        attain_i_random_next(&random);
    attain_i_random_jump(&random);
    for (size_t bit = 0; bit < 256; bit++) {
        for (size_t k = 0; k < 4 && (far[bit / 64] >> bit % 64 & 1) != 0; k++)
            there.state[k] ^= random.state[k];
        attain_i_random_next(&random);
    }
    /* Printed there byte by byte, the lowest first. */
    assert_true(attain_i_random_next(&there) == UINT64_C(0x239196a79c7e191f));
}

static void numbers_are_of_their_distribution(void **state) {
    (void)state;
    enum { COUNT = 100000 };
    static double u[COUNT];
    static double z[COUNT];
    double mean = 0;
    double square = 0;
    double fourth = 0;
    size_t deciles[10] = {0};
    assert_int_equal(attain_random_uniform(5, 9, u, COUNT, NULL), ATTAIN_OK);
    assert_int_equal(attain_random_normal(5, 9, z, COUNT, NULL), ATTAIN_OK);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(u[i] >= 0 && u[i] < 1);
        deciles[(size_t)(u[i] * 10)]++;
        mean += z[i] / COUNT;
        square += z[i] * z[i] / COUNT;
        fourth += z[i] * z[i] * z[i] * z[i] / COUNT;
    }
    for (size_t i = 0; i < 10; i++)
        assert_true(deciles[i] > 9600 && deciles[i] < 10400); /* 4 sd */
    assert_true(fabs(mean) < 0.0127);
    assert_true(fabs(square - 1) < 0.018);
    assert_true(fabs(fourth - 3) < 0.124);
}

/* Each layer has the same area; the lowest has the tail beyond x_1 too, that of
 * the complementary error function. */
static void layers_are_those_of_the_normal_curve(void **state) {
    (void)state;
    const double *x = attain_i_layer_ends;
    const double *f = attain_i_layer_heights;
    double area = 9.91256303526217e-3;         /* Marsaglia and Tsang */
    assert_close(x[1], 3.442619855899, 1e-12); /* theirs */
    assert_close(x[1] * f[1] + sqrt(acos(-1) / 2) * erfc(x[1] / sqrt(2)), area,
                 1e-9);
    assert_close(x[0] * f[1], area, 1e-9);
    for (size_t i = 1; i < ATTAIN_I_LAYERS; i++) {
        assert_true(x[i] < x[i - 1]);
        assert_close(f[i], exp(-x[i] * x[i] / 2), 1e-14);
        assert_close(x[i] * (f[i + 1] - f[i]), area, 1e-9);
    }
    assert_same(x[ATTAIN_I_LAYERS], 0);
    assert_same(f[ATTAIN_I_LAYERS], 1);
}

/* As many as there should be up to each bound, the tail's among them. */
static void normal_numbers_fill_the_curve(void **state) {
    (void)state;
    enum { COUNT = 1000000, BOUNDS = 17 };
    static double z[COUNT];
    static const double bounds[BOUNDS] = {-4.2, -3.8, -3.442619855896652,
                                          -3,   -2.5, -2,
                                          -1.3, -0.5, 0,
                                          0.2,  0.9,  1.7,
                                          2.3,  3.1,  3.442619855896652,
                                          3.6,  4};
    assert_int_equal(attain_random_normal(11, 2, z, COUNT, NULL), ATTAIN_OK);
    for (size_t b = 0; b < BOUNDS; b++) {
        double expected = COUNT * erfc(-bounds[b] / sqrt(2)) / 2;
        double deviation = sqrt(expected * (1 - expected / COUNT));
        size_t below = 0;
        for (size_t i = 0; i < COUNT; i++)
            below += z[i] < bounds[b];
        assert_true(fabs((double)below - expected) < 4 * deviation);
    }
}

static void numbers_are_those_of_their_stream(void **state) {
    (void)state;
    double few[3];
    double many[50];
    double other[3];
    attain_i_random random;
    attain_random_uniform(7, 3, few, 3, NULL);
    attain_random_uniform(7, 3, many, 50, NULL);
    attain_random_uniform(7, 4, other, 3, NULL);
    attain_i_random_begin(&random, 7, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_same(few[i], many[i]);
        assert_same(few[i], attain_i_random_uniform(&random));
        assert_true(few[i] != other[i]);
    }
    for (size_t i = 0; i < 1000; i++)
        assert_true(attain_i_random_below(&random, 7) < 7);
    assert_int_equal(attain_random_uniform(7, 3, NULL, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_random_normal(7, 3, NULL, 1, NULL),
                     ATTAIN_ERR_ARGUMENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xoshiro_agrees_with_its_authors),
        cmocka_unit_test(stream_is_seeded_by_splitmix),
        cmocka_unit_test(jump_agrees_with_php),
        cmocka_unit_test(numbers_are_of_their_distribution),
        cmocka_unit_test(layers_are_those_of_the_normal_curve),
        cmocka_unit_test(normal_numbers_fill_the_curve),
        cmocka_unit_test(numbers_are_those_of_their_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
