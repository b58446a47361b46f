#include "support/support.h"

#include <float.h>
#include <math.h>

#include "attain/numeric.h"
#include "support/fail_malloc.h"

enum { MEASURES = 7 };

/* Yield of dyestuff, six batches of five (Davies and Goldsmith 1972; lme4's
 * Dyestuff). */
static const double dyestuff[] = {
    1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495,
    1595, 1550, 1605, 1510, 1560, 1445, 1440, 1595, 1465, 1545,
    1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445};

/* Reaction times of 18 subjects on ten days with little sleep (Belenky et al.
 * 2003; lme4's sleepstudy). */
static const double sleepstudy[] = {
    249.56,   258.7047, 250.8006, 321.4398, 356.8519, 414.6901, 382.2038,
    290.1486, 430.5853, 466.3535, 222.7339, 205.2658, 202.9778, 204.707,
    207.7161, 215.9618, 213.6303, 217.7272, 224.2957, 237.3142, 199.0539,
    194.3322, 234.32,   232.8416, 229.3074, 220.4579, 235.4208, 255.7511,
    261.0125, 247.5153, 321.5426, 300.4002, 283.8565, 285.133,  285.7973,
    297.5855, 280.2396, 318.2613, 305.3495, 354.0487, 287.6079, 285.0,
    301.8206, 320.1153, 316.2773, 293.3187, 290.075,  334.8177, 293.7469,
    371.5811, 234.8606, 242.8118, 272.9613, 309.7688, 317.4629, 309.9976,
    454.1619, 346.8311, 330.3003, 253.8644, 283.8424, 289.555,  276.7693,
    299.8097, 297.171,  338.1665, 332.0265, 348.8399, 333.36,   362.0428,
    265.4731, 276.2012, 243.3647, 254.6723, 279.0244, 284.1912, 305.5248,
    331.5229, 335.7469, 377.299,  241.6083, 273.9472, 254.4907, 270.8021,
    251.4519, 254.6362, 245.4523, 235.311,  235.7541, 237.2466, 312.3666,
    313.8058, 291.6112, 346.1222, 365.7324, 391.8385, 404.2601, 416.6923,
    455.8643, 458.9167, 236.1032, 230.3167, 238.9256, 254.922,  250.7103,
    269.7744, 281.5648, 308.102,  336.2806, 351.6451, 256.2968, 243.4543,
    256.2046, 255.5271, 268.9165, 329.7247, 379.4445, 362.9184, 394.4872,
    389.0527, 250.5265, 300.0576, 269.8939, 280.5891, 271.8274, 304.6336,
    287.7466, 266.5955, 321.5418, 347.5655, 221.6771, 298.1939, 326.8785,
    346.8555, 348.7402, 352.8287, 354.4266, 360.4326, 375.6406, 388.5417,
    271.9235, 268.4369, 257.2424, 277.6566, 314.8222, 317.2135, 298.1353,
    348.1229, 340.28,   366.5131, 225.264,  234.5235, 238.9008, 240.473,
    267.5373, 344.1937, 281.1481, 347.5855, 365.163,  372.2288, 269.8804,
    272.4428, 277.8989, 281.7895, 279.1705, 284.512,  259.2658, 304.6306,
    350.7807, 369.4692, 269.4117, 273.474,  297.5968, 310.6316, 287.1726,
    329.6076, 334.4818, 343.2199, 369.1417, 364.1236};

static int32_t codes[180];
static double days[180];

static int set_up(void **state) {
    (void)state;
    for (int32_t i = 0; i < 180; i++) {
        codes[i] = i / 10;
        days[i] = i % 10;
    }
    return 0;
}

/* lme4: REML criterion 319.6543, variances 1764.05 and 2451.25, mean 1527.5
 * with error 19.38; ML deviance 327.3271, variances 1388.333 and 2451.25. */
static void dyestuff_agrees_with_lme4(void **state) {
    (void)state;
    static const double effects[] = {-17.6068514, 0.3912634,  28.5622256,
                                     -23.0845385, 56.7331877, -44.9952868};
    int32_t batches[30];
    double b;
    double e;
    double u[6];
    double v[6];
    attain_shrinkage fit;
    for (int32_t i = 0; i < 30; i++)
        batches[i] = i / 5;
    attain_shrinkage_init(&fit);
    assert_int_equal(attain_shrink(ATTAIN_LIKELIHOOD_RESTRICTED, dyestuff, NULL,
                                   0, 30, batches, 30, 6, &fit, &b, &e, u, v,
                                   NULL),
                     ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_NONE);
    assert_int_equal(fit.count, 30);
    assert_int_equal(fit.group_count, 6);
    assert_close(fit.between, 1764.05, 1e-12);
    assert_close(fit.within, 2451.25, 1e-13);
    assert_close(fit.deviance, 319.6543, 2e-7);
    assert_close(b, 1527.5, 1e-15);
    assert_close(e, 19.38341, 1e-6);
    for (size_t g = 0; g < 6; g++) {
        assert_true(fabs(u[g] - effects[g]) < 1e-7);
        double rho = 1764.05 / (1764.05 + 2451.25 / 5);
        assert_close(v[g], 1764.05 * (1 - rho), 1e-12);
    }
    assert_int_equal(attain_shrink(ATTAIN_LIKELIHOOD_FULL, dyestuff, NULL, 0,
                                   30, batches, 30, 6, &fit, NULL, NULL, NULL,
                                   NULL, NULL),
                     ATTAIN_OK);
    assert_close(fit.between, 1388.0 + 1.0 / 3, 1e-12);
    assert_close(fit.within, 2451.25, 1e-13);
    assert_close(fit.deviance, 327.3271, 2e-7);
}

/* nlme 3.1-162, lme(Reaction ~ Days, random = ~1 | Subject), and without rows
 * 1-3, 15, 16, 40, 77-80, 100, 130-134; lme4 prints 1378.18 and 960.46. */
static void sleepstudy_agrees_with_nlme(void **state) {
    (void)state;
    static const size_t gone[] = {1,  2,  3,   15,  16,  40,  77,  78,
                                  79, 80, 100, 130, 131, 132, 133, 134};
    static const struct {
        int32_t likelihood;
        int gaps;
        double between;
        double within;
        double b[2];
        double log_likelihood;
        double u[3];
    } cases[] = {
        {ATTAIN_LIKELIHOOD_RESTRICTED,
         0,
         1378.178508419,
         960.456578929,
         {251.4051048485, 10.4672859596},
         -893.232542697,
         {40.7837098282, -77.8495538006, -63.1085673963}},
        {ATTAIN_LIKELIHOOD_FULL,
         0,
         1296.870040277,
         954.527834614,
         {251.4051048485, 10.4672859596},
         -897.039321503,
         {40.6350965730, -77.5658749580, -62.8786037743}},
        {ATTAIN_LIKELIHOOD_RESTRICTED,
         1,
         1516.337552100,
         907.317984633,
         {257.6070419561, 9.2574543287},
         0,
         {61.8831606822, -77.3953029177, 0}},
        {ATTAIN_LIKELIHOOD_FULL,
         1,
         1425.91363486,
         901.18711405,
         {257.58246164073, 9.26165448928},
         0,
         {61.6097826248, -77.0883723941, 0}},
    };
    double b[2];
    double e[2];
    double u[18];
    for (size_t k = 0; k < 4; k++) {
        double y[180];
        attain_shrinkage fit;
        attain_shrinkage_init(&fit);
        memcpy(y, sleepstudy, sizeof y);
        for (size_t i = 0; i < sizeof gone / sizeof *gone && cases[k].gaps; i++)
            y[gone[i] - 1] = (double)NAN;
        assert_int_equal(attain_shrink(cases[k].likelihood, y, days, 1, 180,
                                       codes, 180, 18, &fit, b, e, u, NULL,
                                       NULL),
                         ATTAIN_OK);
        assert_close(fit.between, cases[k].between, 2e-7);
        assert_close(fit.within, cases[k].within, 2e-8);
        assert_close(b[0], cases[k].b[0], 1e-9);
        assert_close(b[1], cases[k].b[1], 1e-9);
        if (cases[k].log_likelihood < 0)
            assert_close(-fit.deviance / 2, cases[k].log_likelihood, 1e-11);
        assert_close(u[0], cases[k].u[0], 1e-8);
        assert_close(u[1], cases[k].u[1], 1e-8);
        if (k == 0) {
            assert_close(e[0], 9.746716254209, 1e-8);
            assert_close(e[1], 0.804221429099, 1e-8);
        }
    }
}

static void shrinkage_does_not_depend_on_order(void **state) {
    (void)state;
    double y[180];
    double x[180];
    int32_t c[180];
    double one[2 + 18];
    double other[2 + 18];
    attain_shrinkage fit[2];
    attain_shrinkage_init(&fit[0]);
    attain_shrinkage_init(&fit[1]);
    for (size_t i = 0; i < 180; i++) {
        size_t from = i * 77 % 180;
        y[i] = sleepstudy[from];
        x[i] = days[from];
        c[i] = codes[from];
    }
    attain_shrink(0, sleepstudy, days, 1, 180, codes, 180, 18, &fit[0], one,
                  NULL, one + 2, NULL, NULL);
    attain_shrink(0, y, x, 1, 180, c, 180, 18, &fit[1], other, NULL, other + 2,
                  NULL, NULL);
    assert_memory_equal(&fit[0], &fit[1], sizeof fit[0]);
    assert_memory_equal(one, other, sizeof one);
}

/* Groups that differ less than chance has them differ. */
static void nothing_between_groups(void **state) {
    (void)state;
    static const double y[] = {1, 2, 3, 3, 2, 1, 2, 1, 3};
    static const int32_t c[] = {0, 0, 0, 1, 1, 1, 3, 3, 3};
    double u[4];
    double v[4];
    attain_shrinkage fit;
    attain_shrinkage_init(&fit);
    for (int32_t likelihood = 0; likelihood < 2; likelihood++) {
        assert_int_equal(attain_shrink(likelihood, y, NULL, 0, 9, c, 9, 4, &fit,
                                       NULL, NULL, u, v, NULL),
                         ATTAIN_OK);
        assert_same(fit.between, 0.0);
        assert_int_equal(fit.group_count, 3);
        for (size_t g = 0; g < 4; g++) {
            assert_same(fabs(u[g]), 0.0);
            assert_same(v[g], 0.0);
        }
    }
}

static void models_that_cannot_be_fitted(void **state) {
    (void)state;
    static const double y[] = {1, 1, 2, 2, 3, 3};
    static const double x[] = {1, 2, 3, 4, 5, 6, 2, 4, 6, 8, 10, 12};
    static const int32_t c[] = {0, 0, 1, 1, 2, 2};
    static const int32_t one[] = {0, 0, 0, 0, 0, 0};
    static const double noisy[] = {1, 1.5, 2, 1, 3, 2.5};
    double b[3] = {7, 7, 7};
    double u[3];
    attain_shrinkage fit;
    attain_shrinkage_init(&fit);
    attain_shrinkage_init(NULL);
    assert_int_equal(
        attain_shrink(0, y, NULL, 0, 6, c, 6, 3, &fit, b, NULL, u, NULL, NULL),
        ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_NO_CONVERGENCE);
    assert_true(isnan(b[0]) && isnan(u[0]) && isnan(fit.between));
    assert_int_equal(
        attain_shrink(0, noisy, x, 2, 6, c, 6, 3, &fit, b, b, u, u, NULL),
        ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_UNDEFINED);
    assert_int_equal(attain_shrink(0, noisy, NULL, 0, 6, one, 6, 3, &fit, b,
                                   NULL, u, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_TOO_FEW);
    assert_int_equal(attain_shrink(0, NULL, NULL, 0, 0, NULL, 0, 0, &fit, b,
                                   NULL, u, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(fit.reason, ATTAIN_REASON_TOO_FEW);
}

static void shrinkage_refuses_bad_arguments(void **state) {
    (void)state;
    static const double y[] = {1, 1.5, 2, 1, 3, 2.5};
    static const double boundless[] = {1, INFINITY, 2, 1, 3, 2};
    static const double huge[] = {1.7e308, -1.7e308, 1.7e308, -1.7e308, 0, 1};
    static const int32_t c[] = {0, 0, 1, 1, 2, 2};
    static const struct {
        int32_t likelihood;
        const double *y;
        const double *x;
        size_t columns;
        size_t stride;
        const int32_t *codes;
        size_t groups;
        attain_status status;
    } cases[] = {
        {2, y, NULL, 0, 6, c, 3, ATTAIN_ERR_ARGUMENT},
        {0, NULL, NULL, 0, 6, c, 3, ATTAIN_ERR_ARGUMENT},
        {0, y, NULL, 1, 6, c, 3, ATTAIN_ERR_ARGUMENT},
        {0, y, y, 2, 5, c, 3, ATTAIN_ERR_ARGUMENT},
        {0, y, y, 5000, 6, c, 3, ATTAIN_ERR_ARGUMENT},
        {0, y, NULL, 0, 6, NULL, 3, ATTAIN_ERR_ARGUMENT},
        {0, y, NULL, 0, 6, c, 2, ATTAIN_ERR_VALUE},
        {0, boundless, NULL, 0, 6, c, 3, ATTAIN_ERR_VALUE},
        {0, y, boundless, 1, 6, c, 3, ATTAIN_ERR_VALUE},
        {0, huge, NULL, 0, 6, c, 3, ATTAIN_ERR_VALUE},
        {0, y, NULL, 0, 6, c, SIZE_MAX / 8, ATTAIN_ERR_MEMORY},
    };
    double b[2] = {7, 7};
    attain_shrinkage fit;
    attain_shrinkage_init(&fit);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            attain_shrink(cases[i].likelihood, cases[i].y, cases[i].x,
                          cases[i].columns, cases[i].stride, cases[i].codes, 6,
                          cases[i].groups, &fit, b, NULL, NULL, NULL, NULL),
            cases[i].status);
    assert_int_equal(attain_shrink(0, y, NULL, 0, 6, c, 6, 3, NULL, b, NULL,
                                   NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    fit.struct_size = 0;
    assert_int_equal(attain_shrink(0, y, NULL, 0, 6, c, 6, 3, &fit, b, NULL,
                                   NULL, NULL, NULL),
                     ATTAIN_ERR_STRUCT);
    attain_shrinkage_init(&fit);
    assert_same(b[0], 7.0);
    assert_survives_malloc(attain_shrink(0, y, NULL, 0, 6, c, 6, 3, &fit, b,
                                         NULL, NULL, NULL, NULL),
                           b[0] == 7);
}

/* --- Value added -------------------------------------------------------------
 */

static double out[18 * MEASURES];
static uint8_t reasons[18 * MEASURES];
static double rows[180];

static void find(int32_t method, const double *parameters,
                 size_t parameter_count, const double *y, const double *x,
                 const int32_t *c, size_t count, size_t groups) {
    assert_int_equal(attain_value_added(method, parameters, parameter_count, y,
                                        x, 1, count, c, count, groups, out,
                                        reasons, rows, NULL),
                     ATTAIN_OK);
    for (size_t i = 0; i < groups * MEASURES; i++)
        assert_int_equal(isnan(out[i]) != 0, reasons[i] != ATTAIN_REASON_NONE);
}

static double at(size_t group, size_t measure) {
    return out[group * MEASURES + measure];
}

/* The mean residual of the line through all; the days are the same for each
 * subject, so it is the mean less the mean of all. */
static void ordinary_is_the_mean_residual(void **state) {
    (void)state;
    double all = 0;
    attain_line line;
    attain_line_init(&line);
    attain_line_fit(days, sleepstudy, 180, &line, NULL);
    find(ATTAIN_VALUE_ADDED_ORDINARY, NULL, 0, sleepstudy, days, codes, 180,
         18);
    for (size_t i = 0; i < 180; i++)
        all += sleepstudy[i] / 180;
    for (size_t g = 0; g < 18; g++) {
        double own = 0;
        for (size_t i = 0; i < 10; i++)
            own += sleepstudy[g * 10 + i] / 10;
        assert_close(at(g, ATTAIN_VALUE_ADDED_VALUE), own - all, 1e-10);
        assert_close(at(g, ATTAIN_VALUE_ADDED_ERROR), sqrt(line.variance / 10),
                     1e-12);
        assert_close(at(g, ATTAIN_VALUE_ADDED_HIGH),
                     own - all + 1.9599639845400545 * sqrt(line.variance / 10),
                     1e-10);
        double low = at(g, ATTAIN_VALUE_ADDED_LOW);
        double high = at(g, ATTAIN_VALUE_ADDED_HIGH);
        assert_same(at(g, ATTAIN_VALUE_ADDED_CLASS), low > 0    ? 1.0
                                                     : high < 0 ? -1.0
                                                                : 0.0);
        assert_same(at(g, ATTAIN_VALUE_ADDED_COUNT), 10.0);
        assert_int_equal(reasons[g * MEASURES + ATTAIN_VALUE_ADDED_BAND],
                         ATTAIN_REASON_UNDEFINED);
    }
    for (size_t i = 0; i < 180; i++)
        assert_close(rows[i],
                     sleepstudy[i] - line.intercept -
                         line.slope * (days[i] - line.center),
                     1e-9);
}

static void shrunken_is_the_effect(void **state) {
    (void)state;
    double u[18];
    double v[18];
    double b[2];
    attain_shrinkage fit;
    attain_shrinkage_init(&fit);
    for (int32_t k = 0; k < 2; k++) {
        const double coverage = 0.8;
        find(ATTAIN_VALUE_ADDED_SHRUNKEN_RESTRICTED + k, &coverage, 1,
             sleepstudy, days, codes, 180, 18);
        attain_shrink(k, sleepstudy, days, 1, 180, codes, 180, 18, &fit, b,
                      NULL, u, v, NULL);
        for (size_t g = 0; g < 18; g++) {
            assert_same(at(g, ATTAIN_VALUE_ADDED_VALUE), u[g]);
            assert_same(at(g, ATTAIN_VALUE_ADDED_ERROR), sqrt(v[g]));
            assert_close(at(g, ATTAIN_VALUE_ADDED_LOW),
                         u[g] - 1.2815515655446004 * sqrt(v[g]), 1e-12);
        }
        for (size_t i = 0; i < 180; i++)
            assert_close(rows[i], sleepstudy[i] - b[0] - b[1] * days[i], 1e-9);
    }
}

/* Each row against all others of its class, one by one. */
static void percentile_is_that_of_the_slow_way(void **state) {
    (void)state;
    enum { COUNT = 150, GROUPS = 7, CLASSES = 4 };
    double y[COUNT];
    double x[COUNT];
    int32_t c[COUNT];
    double own[COUNT];
    uint64_t seed = 5;
    size_t used = 0;
    const double classes = CLASSES;
    for (size_t i = 0; i < COUNT; i++) {
        y[i] = (double)(support_random(&seed) >> 59);
        x[i] = (double)(support_random(&seed) >> 59);
        c[i] = (int32_t)(support_random(&seed) % (GROUPS + 1)) - 1;
        if (i % 11 == 0)
            y[i] = (double)NAN;
        used += c[i] >= 0 && y[i] == y[i];
    }
    find(ATTAIN_VALUE_ADDED_GROWTH_PERCENTILE, &classes, 1, y, x, c, COUNT,
         GROUPS);
    for (size_t i = 0; i < COUNT; i++) {
        int class[COUNT];
        for (size_t k = 0; k < COUNT; k++) {
            double below = 0;
            for (size_t m = 0; m < COUNT; m++)
                below += c[m] >= 0 && y[m] == y[m] && x[m] < x[k];
            class[k] = c[k] < 0 || y[k] != y[k]
                           ? -1
                           : (int)(CLASSES * below / (double)used);
        }
        own[i] = (double)NAN;
        double worse = 0;
        double size = 0;
        for (size_t k = 0; k < COUNT && class[i] >= 0; k++) {
            if (class[k] != class[i] || k == i)
                continue;
            worse += y[k] < y[i] ? 1 : y[k] == y[i] ? 0.5 : 0;
            size++;
        }
        if (class[i] >= 0)
            own[i] = size == 0 ? 50 : 100 * worse / size;
        assert_close(rows[i], own[i], 1e-14);
    }
    for (int32_t g = 0; g < GROUPS; g++) {
        double members[COUNT];
        double middle;
        size_t held = 0;
        for (size_t i = 0; i < COUNT; i++)
            if (c[i] == g && y[i] == y[i])
                members[held++] = rows[i];
        attain_statistic_of(ATTAIN_STATISTIC_MEDIAN, NULL, 0, members, NULL,
                            held, &middle, NULL, NULL);
        assert_same(at((size_t)g, ATTAIN_VALUE_ADDED_VALUE), middle);
        assert_int_equal(reasons[(size_t)g * MEASURES + ATTAIN_VALUE_ADDED_LOW],
                         ATTAIN_REASON_UNDEFINED);
    }
}

/* Pupils of three prior groups; means 30, 45 and 60. */
static void progress8_by_hand(void **state) {
    (void)state;
    static const double x[] = {3, 3, 3, 4, 4, 5, 5, 5, 5};
    static const double y[] = {20, 30, 40, 40, 50, 60, 50, 70, 60};
    static const int32_t c[] = {0, 0, 1, 0, 1, 1, 2, 1, -1};
    static const double given[] = {10, 0.5};
    find(ATTAIN_VALUE_ADDED_PROGRESS8, given, 2, y, x, c, 9, 3);
    /* Without the last, group 5 has the mean 60 too. */
    assert_close(at(0, ATTAIN_VALUE_ADDED_VALUE), (-1 + 0 - 0.5) / 3, 1e-15);
    assert_close(at(1, ATTAIN_VALUE_ADDED_VALUE), (1 + 0.5 + 0 + 1) / 4.0,
                 1e-15);
    assert_close(at(2, ATTAIN_VALUE_ADDED_VALUE), -1, 1e-15);
    assert_close(at(0, ATTAIN_VALUE_ADDED_HIGH), -0.5 + 0.98 / sqrt(3), 1e-13);
    assert_same(at(0, ATTAIN_VALUE_ADDED_BAND), 3.0);
    assert_same(at(1, ATTAIN_VALUE_ADDED_BAND), 1.0);
    assert_same(at(1, ATTAIN_VALUE_ADDED_CLASS), 1.0);
    assert_same(at(2, ATTAIN_VALUE_ADDED_BAND), 5.0);
    assert_true(isnan(rows[8]));
    find(ATTAIN_VALUE_ADDED_PROGRESS8, NULL, 0, y, x, c, 9, 3);
    double sd;
    attain_statistic_of(ATTAIN_STATISTIC_SD_SAMPLE, NULL, 0, rows, NULL, 9, &sd,
                        NULL, NULL);
    assert_same(at(2, ATTAIN_VALUE_ADDED_ERROR), sd);
}

/* Department for Education 2019, provisional: 128 pupils, −0.08: −0.30 to 0.14
 * with the deviation 1.2695 of all pupils. */
static void progress8_interval_as_published(void **state) {
    (void)state;
    static const double scores[] = {-0.08, 0.6, 0.3, -0.3, -0.6, 0.5, NAN, 1};
    static const double counts[] = {128, 100, 200, 150, 120, 5, 9, 4};
    static const double expected[] = {3, 1, 2, 4, 5, 3};
    double low[8];
    double high[8];
    double bands[8];
    uint8_t why[8];
    assert_int_equal(attain_progress8_bands(scores, counts, 8, 1.2695, 5, low,
                                            high, bands, why, NULL),
                     ATTAIN_OK);
    assert_true(fabs(low[0] - -0.30) < 0.005);
    assert_true(fabs(high[0] - 0.14) < 0.005);
    for (size_t i = 0; i < 6; i++)
        assert_same(bands[i], expected[i]);
    assert_int_equal(why[6], ATTAIN_REASON_MISSING);
    assert_int_equal(why[7], ATTAIN_REASON_SUPPRESSED);
    assert_true(isnan(low[7]) && isnan(high[7]) && isnan(bands[7]));
    assert_int_equal(attain_progress8_bands(scores, counts, 8, 1, 5, NULL, NULL,
                                            NULL, NULL, NULL),
                     ATTAIN_OK);
    static const double boundless[] = {INFINITY};
    assert_int_equal(attain_progress8_bands(boundless, counts, 1, 1, 5, low,
                                            high, bands, why, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_progress8_bands(scores, boundless, 1, 1, 5, low,
                                            high, bands, why, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_progress8_bands(NULL, counts, 1, 1, 5, low, high,
                                            bands, why, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress8_bands(scores, NULL, 1, 1, 5, low, high,
                                            bands, why, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress8_bands(scores, counts, 1, 0, 5, low, high,
                                            bands, why, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress8_bands(scores, counts, 1, 1, NAN, low,
                                            high, bands, why, NULL),
                     ATTAIN_ERR_ARGUMENT);
}

static void small_groups_are_suppressed(void **state) {
    (void)state;
    static const double y[] = {1, 2, 4, 3, 5, 7, 6, 9};
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8};
    static const int32_t c[] = {0, 0, 0, 0, 1, 1, 3, 3};
    for (int32_t method = 0;
         method < (int32_t)attain_method_count(ATTAIN_METHOD_VALUE_ADDED);
         method++) {
        const double least[] = {(double)NAN, 3, 3};
        size_t count = method == ATTAIN_VALUE_ADDED_PROGRESS8 ? 3 : 2;
        find(method, least, count, y, x, c, 8, 4);
        assert_same(at(1, ATTAIN_VALUE_ADDED_COUNT), 2.0);
        assert_int_equal(reasons[MEASURES + ATTAIN_VALUE_ADDED_VALUE],
                         ATTAIN_REASON_SUPPRESSED);
        assert_int_equal(reasons[MEASURES + ATTAIN_VALUE_ADDED_BAND],
                         ATTAIN_REASON_SUPPRESSED);
        assert_int_equal(reasons[2 * MEASURES + ATTAIN_VALUE_ADDED_VALUE],
                         ATTAIN_REASON_MISSING);
        assert_int_equal(reasons[ATTAIN_VALUE_ADDED_VALUE], ATTAIN_REASON_NONE);
    }
    /* Nothing to fit. */
    find(ATTAIN_VALUE_ADDED_ORDINARY, NULL, 0, y, x, c, 1, 4);
    assert_int_equal(reasons[ATTAIN_VALUE_ADDED_VALUE], ATTAIN_REASON_TOO_FEW);
    find(ATTAIN_VALUE_ADDED_SHRUNKEN_FULL, NULL, 0, y, x, c, 4, 4);
    assert_int_equal(reasons[ATTAIN_VALUE_ADDED_VALUE], ATTAIN_REASON_TOO_FEW);
    find(ATTAIN_VALUE_ADDED_PROGRESS8, NULL, 0, y, x, c, 1, 4);
    assert_int_equal(reasons[ATTAIN_VALUE_ADDED_VALUE], ATTAIN_REASON_NONE);
    assert_int_equal(reasons[ATTAIN_VALUE_ADDED_LOW], ATTAIN_REASON_UNDEFINED);
    assert_int_equal(reasons[ATTAIN_VALUE_ADDED_BAND], ATTAIN_REASON_UNDEFINED);
}

static void value_added_refuses_bad_arguments(void **state) {
    (void)state;
    static const double y[] = {1, 3, 2};
    static const double boundless[] = {1, INFINITY, 2};
    static const int32_t c[] = {0, 1, 1};
    static const double wrong[] = {2};
    static const struct {
        int32_t method;
        const double *parameters;
        const double *y;
        const double *x;
        size_t columns;
        size_t stride;
        const int32_t *codes;
        size_t groups;
        attain_status status;
    } cases[] = {
        {5, NULL, y, y, 1, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {0, wrong, y, y, 1, 3, c, 2, ATTAIN_ERR_VALUE},
        {0, NULL, NULL, y, 1, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, y, NULL, 1, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, y, y, 1, 3, NULL, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, y, y, 2, 2, c, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, y, y, 9999, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {3, NULL, y, y, 0, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {4, NULL, y, y, 2, 3, c, 2, ATTAIN_ERR_ARGUMENT},
        {0, NULL, y, y, 1, 3, c, 1, ATTAIN_ERR_VALUE},
        {0, NULL, boundless, y, 1, 3, c, 2, ATTAIN_ERR_VALUE},
        {0, NULL, y, boundless, 1, 3, c, 2, ATTAIN_ERR_VALUE},
        {0, NULL, y, y, 1, 3, c, SIZE_MAX / 8, ATTAIN_ERR_MEMORY},
    };
    out[0] = 7;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            attain_value_added(cases[i].method, cases[i].parameters,
                               cases[i].parameters != NULL, cases[i].y,
                               cases[i].x, cases[i].columns, cases[i].stride,
                               cases[i].codes, 3, cases[i].groups, out, NULL,
                               NULL, NULL),
            cases[i].status);
    assert_int_equal(attain_value_added(0, NULL, 0, y, y, 1, 3, c, 3, 2, NULL,
                                        NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    for (int32_t method = 0; method < 5; method++) {
        out[0] = 7;
        assert_survives_malloc(attain_value_added(method, NULL, 0, y, y, 1, 3,
                                                  c, 3, 2, out, NULL, NULL,
                                                  NULL),
                               out[0] == 7);
    }
}

static void measures_have_names(void **state) {
    (void)state;
    assert_int_equal(attain_value_added_measure_count(), MEASURES);
    assert_string_equal(
        attain_value_added_measure_name(ATTAIN_VALUE_ADDED_BAND), "band");
    assert_null(attain_value_added_measure_name(-1));
    assert_null(attain_value_added_measure_name(MEASURES));
    assert_string_equal(attain_method_kind_name(ATTAIN_METHOD_VALUE_ADDED),
                        "value_added");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dyestuff_agrees_with_lme4),
        cmocka_unit_test(sleepstudy_agrees_with_nlme),
        cmocka_unit_test(shrinkage_does_not_depend_on_order),
        cmocka_unit_test(nothing_between_groups),
        cmocka_unit_test(models_that_cannot_be_fitted),
        cmocka_unit_test(shrinkage_refuses_bad_arguments),
        cmocka_unit_test(ordinary_is_the_mean_residual),
        cmocka_unit_test(shrunken_is_the_effect),
        cmocka_unit_test(percentile_is_that_of_the_slow_way),
        cmocka_unit_test(progress8_by_hand),
        cmocka_unit_test(progress8_interval_as_published),
        cmocka_unit_test(small_groups_are_suppressed),
        cmocka_unit_test(value_added_refuses_bad_arguments),
        cmocka_unit_test(measures_have_names),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
