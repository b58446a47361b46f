#include "support/support.h"

#include "base/natural.h"

/* Limbs that are 0, all ones, next to these, or anything: what carries and
 * wrong guesses of long division come from. */
static void random_natural(uint64_t *random, int32_t most,
                           attain_i_natural *a) {
    a->count = (int32_t)(support_random(random) % (uint64_t)(most + 1));
    for (int32_t i = 0; i < a->count; i++) {
        uint64_t bits = support_random(random);
        switch (bits >> 61) {
        case 0:
            a->limbs[i] = 0;
            break;
        case 1:
            a->limbs[i] = UINT32_MAX;
            break;
        case 2:
            a->limbs[i] = 1;
            break;
        case 3:
            a->limbs[i] = 0x80000000u;
            break;
        default:
            a->limbs[i] = (uint32_t)bits;
            break;
        }
    }
    if (a->count > 0 && a->limbs[a->count - 1] == 0)
        a->limbs[a->count - 1] = 3;
}

static void assert_natural_equal(const attain_i_natural *a,
                                 const attain_i_natural *b) {
    assert_int_equal(attain_i_natural_compare(a, b), 0);
    assert_int_equal(a->count, b->count);
}

static void natural_divide_is_the_inverse_of_multiply(void **state) {
    (void)state;
    uint64_t random = 71;
    for (int i = 0; i < 60000; i++) {
        attain_i_natural a;
        attain_i_natural b;
        attain_i_natural quotient;
        attain_i_natural product;
        random_natural(&random, 12, &a);
        random_natural(&random, 7, &b);
        if (b.count == 0)
            continue;
        attain_i_natural before = a;
        attain_i_natural_divide(&a, &b, &quotient);
        assert_int_equal(attain_i_natural_compare(&a, &b), -1);
        assert_true(attain_i_natural_multiply(&quotient, &b, &product));
        assert_true(attain_i_natural_add(&product, &a));
        assert_natural_equal(&product, &before);
        attain_i_natural rest = before;
        attain_i_natural_divide(&rest, &b, NULL);
        assert_natural_equal(&rest, &a);
    }
}

/* A quotient digit that is guessed one too large after both corrections
 * (Hacker's Delight, 9-2). */
static void natural_divide_gives_back(void **state) {
    (void)state;
    attain_i_natural a = {.count = 4,
                          .limbs = {0x00000003u, 0x00000000u, 0x80000000u, 0}};
    attain_i_natural b = {.count = 3, .limbs = {1, 0, 0x20000000u}};
    attain_i_natural quotient;
    a.count = 3;
    attain_i_natural_divide(&a, &b, &quotient);
    assert_int_equal(quotient.count, 1);
    assert_int_equal(quotient.limbs[0], 3);
    attain_i_natural c = {.count = 4,
                          .limbs = {0, 0, 0x80000000u, 0x7fffffffu}};
    attain_i_natural d = {.count = 3, .limbs = {1, 0, 0x80000000u}};
    attain_i_natural_divide(&c, &d, &quotient);
    assert_int_equal(quotient.count, 1);
    assert_int_equal(quotient.limbs[0], 0xfffffffeu);
    assert_int_equal(c.count, 3);
    assert_int_equal(c.limbs[0], 2);
    assert_int_equal(c.limbs[1], 0xffffffffu);
    assert_int_equal(c.limbs[2], 0x7fffffffu);
}

static void natural_shifts_undo_each_other(void **state) {
    (void)state;
    uint64_t random = 73;
    for (int i = 0; i < 20000; i++) {
        attain_i_natural a;
        random_natural(&random, 20, &a);
        attain_i_natural before = a;
        int32_t bits = (int32_t)(support_random(&random) % 200);
        assert_true(attain_i_natural_shift_left(&a, bits));
        if (before.count > 0) {
            assert_int_equal(attain_i_natural_bits(&a),
                             attain_i_natural_bits(&before) + bits);
        }
        attain_i_natural_shift_right(&a, bits);
        assert_natural_equal(&a, &before);
    }
}

static void natural_add_and_subtract(void **state) {
    (void)state;
    uint64_t random = 79;
    for (int i = 0; i < 20000; i++) {
        attain_i_natural a;
        attain_i_natural b;
        random_natural(&random, 10, &a);
        random_natural(&random, 10, &b);
        attain_i_natural sum = a;
        assert_true(attain_i_natural_add(&sum, &b));
        attain_i_natural rest = sum;
        attain_i_natural_subtract(&rest, &a);
        assert_natural_equal(&rest, &b);
        attain_i_natural_subtract(&sum, &sum);
        assert_int_equal(sum.count, 0);
    }
}

static void natural_gcd_of_products(void **state) {
    (void)state;
    uint64_t random = 83;
    for (int i = 0; i < 2000; i++) {
        attain_i_natural common;
        attain_i_natural a;
        attain_i_natural b;
        attain_i_natural x;
        attain_i_natural y;
        random_natural(&random, 6, &common);
        if (common.count == 0)
            continue;
        /* n and n + 1 have no common factor. */
        random_natural(&random, 6, &a);
        attain_i_natural_set(&b, 1);
        assert_true(attain_i_natural_add(&b, &a));
        if (a.count == 0)
            continue;
        assert_true(attain_i_natural_multiply(&a, &common, &x));
        assert_true(attain_i_natural_multiply(&b, &common, &y));
        attain_i_natural_gcd(&x, &y);
        assert_natural_equal(&x, &common);
    }
}

static void natural_refuses_to_outgrow(void **state) {
    (void)state;
    static attain_i_natural full;
    attain_i_natural one;
    attain_i_natural out;
    attain_i_natural_set(&one, 1);
    full.count = ATTAIN_I_LIMBS;
    memset(full.limbs, 0xff, sizeof(full.limbs));
    attain_i_natural copy = full;
    assert_int_equal(attain_i_natural_bits(&full), 32 * ATTAIN_I_LIMBS);
    assert_false(attain_i_natural_add(&copy, &one));
    copy = full;
    assert_false(attain_i_natural_scale(&copy, 2, 0));
    copy = full;
    assert_false(attain_i_natural_shift_left(&copy, 1));
    copy = full;
    assert_false(attain_i_natural_shift_left(&copy, 64));
    copy = full;
    assert_false(attain_i_natural_times_ten(&copy, 1));
    assert_false(attain_i_natural_multiply(&full, &one, &out));
    attain_i_natural_set(&copy, 1);
    assert_true(attain_i_natural_times_ten(&copy, 1541));
    attain_i_natural_set(&copy, 1);
    assert_false(attain_i_natural_times_ten(&copy, 1542));
}

static void natural_of_small_numbers(void **state) {
    (void)state;
    attain_i_natural a;
    attain_i_natural_set(&a, 0);
    assert_int_equal(a.count, 0);
    assert_int_equal(attain_i_natural_bits(&a), 0);
    assert_false(attain_i_natural_is_one(&a));
    attain_i_natural_shift_right(&a, 5);
    assert_int_equal(a.count, 0);
    attain_i_natural_set(&a, 1);
    assert_true(attain_i_natural_is_one(&a));
    attain_i_natural_set(&a, (uint64_t)1 << 40);
    assert_int_equal(a.count, 2);
    assert_int_equal(attain_i_natural_bits(&a), 41);
    attain_i_natural_shift_right(&a, 41);
    assert_int_equal(a.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(natural_divide_is_the_inverse_of_multiply),
        cmocka_unit_test(natural_divide_gives_back),
        cmocka_unit_test(natural_shifts_undo_each_other),
        cmocka_unit_test(natural_add_and_subtract),
        cmocka_unit_test(natural_gcd_of_products),
        cmocka_unit_test(natural_refuses_to_outgrow),
        cmocka_unit_test(natural_of_small_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
