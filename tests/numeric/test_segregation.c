#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/mexico.h"

/* Segregation and concentration. That each index is what its definition says,
 * on random arrays: equity.py. */

static double of(int32_t method, const double *parameters, size_t given,
                 const double *counts, size_t groups, size_t count,
                 uint8_t expected) {
    double out = 7;
    uint8_t reason = 77;
    assert_int_equal(attain_segregation_of(method, parameters, given, counts,
                                           groups, count, count, &out, &reason,
                                           NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    assert_int_equal(isnan(out) != 0, expected != 0);
    return out;
}

/* The tests of R's package segregation. */
static void dissimilarity_reproduces_segregation(void **state) {
    (void)state;
    static const double m0[] = {100, 100, 100, 100, 100, 100};
    static const double m1[] = {100, 60, 40, 0, 0, 40, 60, 100};
    static const double m2[] = {80, 80, 20, 20, 20, 20, 80, 80};
    static const double m3[] = {100, 100, 0, 0, 0, 0, 100, 100};
    const int32_t d = ATTAIN_SEGREGATION_DISSIMILARITY;
    assert_same(of(d, NULL, 0, m0, 2, 3, 0), 0.0);
    assert_close(of(d, NULL, 0, m1, 2, 4, 0), 0.6, 1e-15);
    assert_close(of(d, NULL, 0, m2, 2, 4, 0), 0.6, 1e-15);
    assert_same(of(d, NULL, 0, m3, 2, 4, 0), 1.0);
}

/* Even, and complete, between two and between three groups. */
static void even_is_0_and_complete_is_1(void **state) {
    (void)state;
    static const double even[] = {10, 30, 20, 20, 60, 40, 5, 15, 10};
    static const double complete[] = {7, 0, 0, 0, 11, 0, 0, 0, 13};
    static const int32_t methods[] = {
        ATTAIN_SEGREGATION_DISSIMILARITY, ATTAIN_SEGREGATION_GINI,
        ATTAIN_SEGREGATION_INFORMATION, ATTAIN_SEGREGATION_HUTCHENS,
        ATTAIN_SEGREGATION_ETA_SQUARED};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        assert_close(of(methods[i], NULL, 0, even, 3, 3, 0), 0, 1e-16);
        assert_close(of(methods[i], NULL, 0, complete, 3, 3, 0), 1, 1e-15);
    }
    assert_close(of(ATTAIN_SEGREGATION_ISOLATION, NULL, 0, complete, 3, 3, 0),
                 1, 1e-15);
    assert_same(of(ATTAIN_SEGREGATION_EXPOSURE, NULL, 0, complete, 3, 3, 0),
                0.0);
    assert_close(of(ATTAIN_SEGREGATION_ISOLATION, NULL, 0, even, 3, 3, 0),
                 60 / 210.0, 1e-15);
}

/* Two schools, 3:1 and 1:3: D 1/2, isolation 5/8, η² 1/4, Hutchens
 * 1 − 2√(3)/4, H by its definition. */
static void two_schools_by_hand(void **state) {
    (void)state;
    static const double counts[] = {30, 10, 10, 30};
    static const double turned[] = {1, 0};
    const double *none = NULL;
    assert_same(of(ATTAIN_SEGREGATION_DISSIMILARITY, none, 0, counts, 2, 2, 0),
                0.5);
    assert_same(of(ATTAIN_SEGREGATION_GINI, none, 0, counts, 2, 2, 0), 0.5);
    assert_same(of(ATTAIN_SEGREGATION_ISOLATION, none, 0, counts, 2, 2, 0),
                0.625);
    assert_same(of(ATTAIN_SEGREGATION_EXPOSURE, none, 0, counts, 2, 2, 0),
                0.375);
    assert_same(of(ATTAIN_SEGREGATION_EXPOSURE, turned, 2, counts, 2, 2, 0),
                0.375);
    assert_same(of(ATTAIN_SEGREGATION_ETA_SQUARED, none, 0, counts, 2, 2, 0),
                0.25);
    assert_close(of(ATTAIN_SEGREGATION_HUTCHENS, none, 0, counts, 2, 2, 0),
                 1 - sqrt(3) / 2, 1e-15);
    double h = 1 - (0.75 * log(1 / 0.75) + 0.25 * log(4)) / log(2);
    assert_close(of(ATTAIN_SEGREGATION_INFORMATION, none, 0, counts, 2, 2, 0),
                 h, 1e-15);
    assert_close(
        of(ATTAIN_SEGREGATION_MUTUAL_INFORMATION, none, 0, counts, 2, 2, 0),
        h * log(2), 1e-15);
}

static void segregation_says_why_there_is_none(void **state) {
    (void)state;
    static const double alone[] = {5, 5, 0, 0};
    static const double negative[] = {5, -5, 1, 1};
    static const double missing[] = {NAN, 5, 1, NAN};
    static const double second[] = {1};
    const int32_t d = ATTAIN_SEGREGATION_DISSIMILARITY;
    of(d, NULL, 0, alone, 2, 2, ATTAIN_REASON_CONSTANT);
    of(ATTAIN_SEGREGATION_INFORMATION, NULL, 0, alone, 2, 2,
       ATTAIN_REASON_CONSTANT);
    of(ATTAIN_SEGREGATION_ETA_SQUARED, NULL, 0, alone, 2, 2,
       ATTAIN_REASON_CONSTANT);
    of(ATTAIN_SEGREGATION_ETA_SQUARED, second, 1, alone, 2, 2,
       ATTAIN_REASON_UNDEFINED);
    of(ATTAIN_SEGREGATION_ISOLATION, second, 1, alone, 2, 2,
       ATTAIN_REASON_UNDEFINED);
    of(ATTAIN_SEGREGATION_EXPOSURE, second, 1, alone, 2, 2,
       ATTAIN_REASON_UNDEFINED);
    of(ATTAIN_SEGREGATION_HUTCHENS, NULL, 0, alone, 2, 2,
       ATTAIN_REASON_UNDEFINED);
    of(d, NULL, 0, negative, 2, 2, ATTAIN_REASON_NEGATIVE);
    of(d, NULL, 0, missing, 2, 2, ATTAIN_REASON_MISSING);
    of(d, NULL, 0, NULL, 2, 0, ATTAIN_REASON_MISSING);
    assert_same(of(ATTAIN_SEGREGATION_GINI, NULL, 0, missing + 1, 2, 1, 0),
                0.0);
}

static void segregation_rejects_bad_arguments(void **state) {
    (void)state;
    static const double counts[] = {1, 2, 3, 4};
    static const double infinite[] = {1, INFINITY, 3, 4};
    static const double huge[] = {1.7e308, 1.7e308, 3, 4};
    static const double third[] = {2};
    static const double half[] = {0.5};
    double out = 7;
    static const struct {
        int32_t method;
        const double *parameters;
        const double *counts;
        size_t groups;
        size_t count;
        attain_status status;
    } cases[] = {
        {9, NULL, counts, 2, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, NULL, 2, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, counts, 0, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, infinite, 2, 2, ATTAIN_ERR_VALUE},
        {0, NULL, huge, 2, 2, ATTAIN_ERR_VALUE},
        {ATTAIN_SEGREGATION_ISOLATION, third, counts, 2, 2, ATTAIN_ERR_VALUE},
        {ATTAIN_SEGREGATION_ISOLATION, half, counts, 2, 2, ATTAIN_ERR_VALUE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            attain_segregation_of(cases[i].method, cases[i].parameters,
                                  cases[i].parameters != NULL, cases[i].counts,
                                  cases[i].groups, 2, cases[i].count, &out,
                                  NULL, NULL),
            cases[i].status);
    assert_int_equal(
        attain_segregation_of(0, NULL, 0, counts, 2, 2, 2, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_same(out, 7.0);
}

/* --- Concentration ------------------------------------------------------- */

static double with(int32_t method, const double *values, const double *weights,
                   const double *background, size_t count, uint8_t expected) {
    double out = 7;
    uint8_t reason = 77;
    assert_int_equal(attain_concentrations(method, NULL, 0, values, 1, count,
                                           weights, background, count, &out,
                                           &reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(reason, expected);
    assert_int_equal(isnan(out) != 0, expected != 0);
    return out;
}

/* With the values as their own background it is Gini's: PySAL's number. */
static void concentration_by_itself_is_gini(void **state) {
    (void)state;
    double turned[MEXICO_STATES];
    for (size_t i = 0; i < MEXICO_STATES; i++)
        turned[i] = -mexico[0][i];
    assert_close(with(ATTAIN_CONCENTRATION_INDEX, mexico[0], NULL, mexico[0],
                      MEXICO_STATES, 0),
                 0.35372371173452849, 1e-14);
    assert_close(with(ATTAIN_CONCENTRATION_INDEX, mexico[0], NULL, turned,
                      MEXICO_STATES, 0),
                 -0.35372371173452849, 1e-14);
}

/* Only the better half has it: index 1/2; as a share of 0 … 1 Erreygers' is 1
 * and so is Wagstaff's; so are the slope 3/2 and the explained share of a line
 * through 0, 1. */
static void halves_by_hand(void **state) {
    (void)state;
    static const double values[] = {0, 1, 0, 1};
    static const double background[] = {0, 1, 0, 1};
    const double *v = values;
    const double *b = background;
    assert_same(with(ATTAIN_CONCENTRATION_INDEX, v, NULL, b, 4, 0), 0.5);
    assert_same(with(ATTAIN_CONCENTRATION_GENERALISED, v, NULL, b, 4, 0), 0.25);
    assert_same(with(ATTAIN_CONCENTRATION_ERREYGERS, v, NULL, b, 4, 0), 1.0);
    assert_same(with(ATTAIN_CONCENTRATION_WAGSTAFF, v, NULL, b, 4, 0), 1.0);
    assert_same(with(ATTAIN_CONCENTRATION_ATTAINMENT, v, NULL, b, 4, 0), 0.5);
    assert_same(with(ATTAIN_CONCENTRATION_SHORTFALL, v, NULL, b, 4, 0), -0.5);
    assert_same(with(ATTAIN_CONCENTRATION_SLOPE_INDEX, v, NULL, b, 4, 0), 2.0);
    assert_same(with(ATTAIN_CONCENTRATION_RELATIVE_INDEX, v, NULL, b, 4, 0),
                4.0);
    assert_same(with(ATTAIN_CONCENTRATION_GRADIENT, v, NULL, b, 4, 0), 1.0);
    assert_same(with(ATTAIN_CONCENTRATION_EXPLAINED, v, NULL, b, 4, 0), 1.0);
}

static void concentration_says_why_there_is_none(void **state) {
    (void)state;
    static const double values[] = {0.1, 0.1, 0.1};
    static const double zeros[] = {0, 0, 0};
    static const double beyond[] = {0, 1, 2};
    static const double missing[] = {NAN, NAN, NAN};
    static const double b[] = {1, 2, 3};
    static const double same[] = {0.1, 0.1, 0.1};
    assert_same(with(ATTAIN_CONCENTRATION_INDEX, values, NULL, b, 3, 0), 0.0);
    assert_same(with(ATTAIN_CONCENTRATION_INDEX, beyond, NULL, same, 3, 0),
                0.0);
    with(ATTAIN_CONCENTRATION_INDEX, zeros, NULL, b, 3,
         ATTAIN_REASON_NOT_POSITIVE);
    with(ATTAIN_CONCENTRATION_RELATIVE_INDEX, zeros, NULL, b, 3,
         ATTAIN_REASON_NOT_POSITIVE);
    with(ATTAIN_CONCENTRATION_INDEX, missing, NULL, b, 3,
         ATTAIN_REASON_MISSING);
    with(ATTAIN_CONCENTRATION_INDEX, b, NULL, missing, 3,
         ATTAIN_REASON_MISSING);
    with(ATTAIN_CONCENTRATION_INDEX, b, zeros, b, 3, ATTAIN_REASON_MISSING);
    with(ATTAIN_CONCENTRATION_ERREYGERS, beyond, NULL, b, 3,
         ATTAIN_REASON_UNDEFINED);
    with(ATTAIN_CONCENTRATION_WAGSTAFF, zeros, NULL, b, 3,
         ATTAIN_REASON_UNDEFINED);
    with(ATTAIN_CONCENTRATION_SLOPE_INDEX, b, NULL, same, 3,
         ATTAIN_REASON_CONSTANT);
    with(ATTAIN_CONCENTRATION_RELATIVE_INDEX, b, NULL, same, 3,
         ATTAIN_REASON_CONSTANT);
    with(ATTAIN_CONCENTRATION_EXPLAINED, values, NULL, b, 3,
         ATTAIN_REASON_CONSTANT);
    with(ATTAIN_CONCENTRATION_EXPLAINED, b, NULL, same, 3,
         ATTAIN_REASON_CONSTANT);
}

static void concentration_rejects_bad_arguments(void **state) {
    (void)state;
    static const double v[] = {1, 2};
    static const double infinite[] = {1, INFINITY};
    static const double negative[] = {1, -1};
    static const double huge[] = {1.7e308, -1.7e308};
    static const double crossed[] = {1, 0};
    double out[1] = {7};
    static const struct {
        int32_t method;
        const double *parameters;
        const double *values;
        const double *weights;
        const double *background;
        size_t count;
        attain_status status;
    } cases[] = {
        {99, NULL, v, NULL, v, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, NULL, NULL, v, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, v, NULL, NULL, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, infinite, NULL, v, 2, ATTAIN_ERR_VALUE},
        {0, NULL, v, NULL, infinite, 2, ATTAIN_ERR_VALUE},
        {0, NULL, v, infinite, v, 2, ATTAIN_ERR_VALUE},
        {0, NULL, v, negative, v, 2, ATTAIN_ERR_VALUE},
        {ATTAIN_CONCENTRATION_ERREYGERS, crossed, v, NULL, v, 2,
         ATTAIN_ERR_VALUE},
        {ATTAIN_CONCENTRATION_GRADIENT, NULL, huge, NULL, v, 2,
         ATTAIN_ERR_VALUE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            attain_concentrations(cases[i].method, cases[i].parameters,
                                  cases[i].parameters == NULL ? 0 : 2,
                                  cases[i].values, 1, 2, cases[i].weights,
                                  cases[i].background, cases[i].count, out,
                                  NULL, NULL),
            cases[i].status);
    assert_int_equal(attain_concentrations(0, NULL, 0, v, 1, 2, NULL, v, 2,
                                           NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_concentrations(0, NULL, 0, NULL, 0, 0, NULL, NULL,
                                           0, NULL, NULL, NULL),
                     ATTAIN_OK);
    assert_same(out[0], 7.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dissimilarity_reproduces_segregation),
        cmocka_unit_test(even_is_0_and_complete_is_1),
        cmocka_unit_test(two_schools_by_hand),
        cmocka_unit_test(segregation_says_why_there_is_none),
        cmocka_unit_test(segregation_rejects_bad_arguments),
        cmocka_unit_test(concentration_by_itself_is_gini),
        cmocka_unit_test(halves_by_hand),
        cmocka_unit_test(concentration_says_why_there_is_none),
        cmocka_unit_test(concentration_rejects_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
