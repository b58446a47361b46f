#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "numeric/strd.h"
#include "support/fail_malloc.h"

enum { MOST = 11 };

/* Data sets and their certified values: coefficients, their deviations, the
 * residual deviation, R²; and the relative error that rounding the decimal
 * inputs to doubles, and the values to 15 digits, leaves. */
static const struct strd {
    const char *name;
    const double *x;
    const double *y;
    size_t count;
    size_t columns;
    int32_t intercept;
    int32_t degree;
    double coefficients[MOST];
    double errors[MOST];
    double residual_sd;
    double r_squared;
    double tolerance;
} sets[] = {
    {"Norris",
     norris_x,
     norris_y,
     36,
     1,
     1,
     1,
     {-0.262323073774029, 1.00211681802045},
     {0.232818234301152, 0.429796848199937E-03},
     0.884796396144373,
     0.999993745883712,
     2e-14},
    {"Pontius",
     pontius_x,
     pontius_y,
     40,
     1,
     1,
     2,
     {0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14},
     {0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16},
     0.205177424076185E-03,
     0.999999900178537,
     5e-14},
    {"NoInt1",
     noint1_x,
     noint1_y,
     11,
     1,
     0,
     1,
     {2.07438016528926},
     {0.165289256198347E-01},
     3.56753034006338,
     0.999365492298663,
     5e-15},
    {"NoInt2",
     noint2_x,
     noint2_y,
     3,
     1,
     0,
     1,
     {0.727272727272727},
     {0.420827318078432E-01},
     0.369274472937998,
     0.993348115299335,
     5e-15},
    {"Filip",
     filip_x,
     filip_y,
     82,
     1,
     1,
     10,
     {-1467.48961422980, -2772.17959193342, -2316.37108160893,
      -1127.97394098372, -354.478233703349, -75.1242017393757,
      -10.8753180355343, -1.06221498588947, -0.670191154593408E-01,
      -0.246781078275479E-02, -0.402962525080404E-04},
     {298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751,
      71.6478660875927, 15.2897178747400, 2.23691159816033, 0.221624321934227,
      0.142363763154724E-01, 0.535617408889821E-03, 0.896632837373868E-05},
     0.334801051324544E-02,
     0.996727416185620,
     2e-14},
    {"Longley",
     longley_x,
     longley_y,
     16,
     6,
     1,
     1,
     {-3482258.63459582, 15.0618722713733, -0.358191792925910E-01,
      -2.02022980381683, -1.03322686717359, -0.511041056535807E-01,
      1829.15146461355},
     {890420.383607373, 84.9149257747669, 0.334910077722432E-01,
      0.488399681651699, 0.214274163161675, 0.226073200069370,
      455.478499142212},
     304.854073561965,
     0.995479004577296,
     5e-15},
    {"Wampler1",
     wampler_x,
     wampler1_y,
     21,
     1,
     1,
     5,
     {1, 1, 1, 1, 1, 1},
     {0},
     0,
     1,
     3e-16},
    {"Wampler2",
     wampler_x,
     wampler2_y,
     21,
     1,
     1,
     5,
     {1, 0.1, 0.01, 0.001, 0.0001, 0.00001},
     {0},
     0,
     1,
     1e-13},
    {"Wampler3",
     wampler_x,
     wampler3_y,
     21,
     1,
     1,
     5,
     {1, 1, 1, 1, 1, 1},
     {2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350,
      5.64566512170752, 0.112324854679312},
     2360.14502379268,
     0.999995559025820,
     5e-15},
    {"Wampler4",
     wampler_x,
     wampler4_y,
     21,
     1,
     1,
     5,
     {1, 1, 1, 1, 1, 1},
     {215232.624678170, 236355.173469681, 77934.3524331583, 10147.5507550350,
      564.566512170752, 11.2324854679312},
     236014.502379268,
     0.957478440825662,
     5e-15},
    {"Wampler5",
     wampler_x,
     wampler5_y,
     21,
     1,
     1,
     5,
     {1, 1, 1, 1, 1, 1},
     {21523262.4678170, 23635517.3469681, 7793435.24331583, 1014755.07550350,
      56456.6512170752, 1123.24854679312},
     23601450.2379268,
     0.224668921574940E-02,
     5e-15},
};

static void certified_values_are_reached(void **state) {
    (void)state;
    for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
        const struct strd *set = &sets[k];
        double b[MOST];
        double e[MOST];
        attain_regression fit;
        attain_regression_init(&fit);
        assert_int_equal(attain_regress(set->x, set->columns, set->count,
                                        set->y, NULL, set->count,
                                        set->intercept, set->degree, &fit, b, e,
                                        NULL, NULL),
                         ATTAIN_OK);
        assert_int_equal(fit.reason, ATTAIN_REASON_NONE);
        assert_int_equal(fit.count, set->count);
        for (size_t i = 0; i < fit.coefficient_count; i++) {
            assert_close(b[i], set->coefficients[i], set->tolerance);
            assert_close(e[i], set->errors[i], set->tolerance);
        }
        assert_close(fit.residual_sd, set->residual_sd, set->tolerance);
        assert_close(fit.r_squared, set->r_squared, 2e-15);
    }
}

static attain_status regress(const double *x, size_t columns, size_t count,
                             const double *y, const double *w, int32_t degree,
                             attain_regression *fit, double *b, double *e,
                             double *residuals) {
    attain_regression_init(fit);
    return attain_regress(x, columns, count, y, w, count, 1, degree, fit, b, e,
                          residuals, NULL);
}

static void order_of_rows_changes_nothing(void **state) {
    (void)state;
    double x[6 * 16];
    double y[16];
    double b[2][7];
    double e[2][7];
    double r[2][16];
    attain_regression fit[2];
    regress(longley_x, 6, 16, longley_y, NULL, 1, &fit[0], b[0], e[0], r[0]);
    for (size_t turn = 1; turn < 16; turn++) {
        for (size_t i = 0; i < 16; i++) {
            size_t from = (i * 5 + turn) % 16;
            y[i] = longley_y[from];
            for (size_t c = 0; c < 6; c++)
                x[c * 16 + i] = longley_x[c * 16 + from];
        }
        regress(x, 6, 16, y, NULL, 1, &fit[1], b[1], e[1], r[1]);
        assert_memory_equal(b[0], b[1], sizeof b[0]);
        assert_memory_equal(e[0], e[1], sizeof e[0]);
        assert_memory_equal(&fit[0], &fit[1], sizeof fit[0]);
        for (size_t i = 0; i < 16; i++)
            assert_same(r[1][i], r[0][(i * 5 + turn) % 16]);
    }
}

/* A weight of two is a row that is there twice; one of 0, a row that is not. */
static void weights_are_repetitions(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3, 4, 7, 3, 7, 3};
    static const double y[] = {2, 1, 5, 3, 9, 5, 9, 5};
    static const double w[] = {1, 1, 3, 1, 2, 0};
    double b[2][2];
    double e[2];
    double r[6];
    attain_regression fit[2];
    regress(x, 1, 8, y, NULL, 1, &fit[0], b[0], NULL, NULL);
    regress(x, 1, 6, y, w, 1, &fit[1], b[1], e, r);
    assert_close(b[1][0], b[0][0], 1e-15);
    assert_close(b[1][1], b[0][1], 1e-15);
    assert_int_equal(fit[1].count, 5);
    assert_close(fit[1].residual_squares, fit[0].residual_squares, 1e-15);
    assert_close(fit[1].total_squares, fit[0].total_squares, 1e-15);
    assert_close(r[5], 5 - b[1][0] - 3 * b[1][1], 1e-14);
    /* x̄ is 3.75, Σw(x − x̄)² is 33.5; rows, not weights, make freedom. */
    assert_close(e[1], sqrt(fit[1].residual_squares / 3 / 33.5), 1e-14);
}

static void gaps_are_left_out(void **state) {
    (void)state;
    static const double x[] = {1, 2, NAN, 3, 4, 5};
    static const double y[] = {2, 4.5, 1, 6, NAN, 9};
    static const double known_x[] = {1, 2, 3, 5};
    static const double known_y[] = {2, 4.5, 6, 9};
    double b[2][2];
    double r[6];
    attain_regression fit[2];
    regress(x, 1, 6, y, NULL, 1, &fit[0], b[0], NULL, r);
    regress(known_x, 1, 4, known_y, NULL, 1, &fit[1], b[1], NULL, NULL);
    assert_memory_equal(b[0], b[1], sizeof b[0]);
    assert_int_equal(fit[0].count, 4);
    assert_true(isnan(r[2]) && isnan(r[4]) && !isnan(r[3]));
}

/* The line that attain_line_fit() finds. */
static void one_regressor_is_a_line(void **state) {
    (void)state;
    double b[2];
    double e[2];
    attain_regression fit;
    attain_line line;
    attain_line_init(&line);
    attain_line_fit(norris_x, norris_y, 36, &line, NULL);
    regress(norris_x, 1, 36, norris_y, NULL, 1, &fit, b, e, NULL);
    assert_close(b[1], line.slope, 4e-16);
    assert_close(e[1], sqrt(line.variance / line.sxx), 1e-14);
}

static void regressors_that_depend(void **state) {
    (void)state;
    static const double x[] = {1,   2,   3,   4.7, 0.1, 0.7,
                               0.3, 0.9, 1.1, 2.7, 3.3, 5.6};
    static const double y[] = {1, 4, 2, 3};
    double b[4] = {7, 7, 7, 7};
    double r[4];
    attain_regression fit;
    /* The third is the sum of the others. */
    assert_int_equal(regress(x, 3, 4, y, NULL, 1, &fit, b, NULL, r), ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_UNDEFINED);
    assert_true(isnan(b[0]) && isnan(b[3]) && isnan(r[0]) &&
                isnan(fit.r_squared));
    assert_int_equal(regress(x, 2, 2, y, NULL, 1, &fit, b, NULL, r), ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_TOO_FEW);
    assert_int_equal(regress(NULL, 1, 0, NULL, NULL, 1, &fit, b, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_TOO_FEW);
    /* As many rows as coefficients: no freedom. */
    double e[2];
    assert_int_equal(regress(x, 1, 2, y, NULL, 1, &fit, b, e, r), ATTAIN_OK);
    assert_close(b[1], 3, 1e-15);
    assert_true(isnan(e[0]) && isnan(fit.residual_sd));
    assert_same(fit.residual_squares, 0.0);
    /* The mean alone; y all the same. */
    static const double same[] = {3, 3, 3};
    assert_int_equal(regress(NULL, 0, 3, same, NULL, 1, &fit, b, e, r),
                     ATTAIN_OK);
    assert_same(b[0], 3.0);
    assert_same(e[0], 0.0);
    assert_true(isnan(fit.r_squared));
}

static void regression_refuses_bad_arguments(void **state) {
    (void)state;
    static const double x[] = {1, 2, 3, 4};
    static const double boundless[] = {1, INFINITY, 3, 4};
    static const double huge[] = {1e200, 2e200, 3e200, 1e100};
    static const double tiny[] = {1e-200, 2e-200, 3, 1};
    static const double negative[] = {1, -1, 1, 1};
    static const struct {
        const double *x;
        size_t columns;
        size_t stride;
        const double *y;
        const double *w;
        int32_t intercept;
        int32_t degree;
        attain_status status;
    } cases[] = {
        {NULL, 1, 4, x, NULL, 1, 1, ATTAIN_ERR_ARGUMENT},
        {x, 1, 4, NULL, NULL, 1, 1, ATTAIN_ERR_ARGUMENT},
        {x, 1, 4, x, NULL, 2, 1, ATTAIN_ERR_ARGUMENT},
        {x, 1, 4, x, NULL, 1, 0, ATTAIN_ERR_ARGUMENT},
        {x, 1, 4, x, NULL, 1, 65, ATTAIN_ERR_ARGUMENT},
        {x, 0, 4, x, NULL, 0, 1, ATTAIN_ERR_ARGUMENT},
        {x, 2, 3, x, NULL, 1, 1, ATTAIN_ERR_ARGUMENT},
        {boundless, 1, 4, x, NULL, 1, 1, ATTAIN_ERR_VALUE},
        {x, 1, 4, boundless, NULL, 1, 1, ATTAIN_ERR_VALUE},
        {x, 1, 4, x, negative, 1, 1, ATTAIN_ERR_VALUE},
        {x, 1, 4, x, tiny, 1, 1, ATTAIN_ERR_VALUE},
        {huge, 1, 4, x, NULL, 1, 1, ATTAIN_ERR_VALUE},
        {tiny, 1, 4, x, NULL, 1, 1, ATTAIN_ERR_VALUE},
        {x, 1, 4, huge, NULL, 1, 1, ATTAIN_ERR_VALUE},
    };
    double b[2] = {7, 7};
    attain_regression fit;
    attain_regression_init(&fit);
    attain_regression_init(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(attain_regress(cases[i].x, cases[i].columns,
                                        cases[i].stride, cases[i].y, cases[i].w,
                                        4, cases[i].intercept, cases[i].degree,
                                        &fit, b, NULL, NULL, NULL),
                         cases[i].status);
    assert_int_equal(
        attain_regress(x, 1, 4, x, NULL, 4, 1, 1, NULL, b, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_regress(x, 1, 4, x, NULL, 4, 1, 1, &fit, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    fit.struct_size = 1;
    assert_int_equal(
        attain_regress(x, 1, 4, x, NULL, 4, 1, 1, &fit, b, NULL, NULL, NULL),
        ATTAIN_ERR_STRUCT);
    attain_regression_init(&fit);
    assert_same(b[0], 7.0);
    assert_survives_malloc(
        attain_regress(x, 1, 4, x, NULL, 4, 1, 1, &fit, b, NULL, NULL, NULL),
        b[0] == 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(certified_values_are_reached),
        cmocka_unit_test(order_of_rows_changes_nothing),
        cmocka_unit_test(weights_are_repetitions),
        cmocka_unit_test(gaps_are_left_out),
        cmocka_unit_test(one_regressor_is_a_line),
        cmocka_unit_test(regressors_that_depend),
        cmocka_unit_test(regression_refuses_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
