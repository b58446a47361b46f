/* NIST's Statistical Reference Datasets (StRD): certified numbers. Where the
 * data are not doubles, they are rounded to doubles first; how far that alone
 * moves a result was found with exact fractions. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "attain/numeric.h"

enum { MOST = 18009 };

/* The numbers of a file below nist/, without its comments. */
static size_t read_numbers(const char *name, double *out) {
    char path[512];
    char word[64];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/../../tests/numeric/nist/%s.dat",
             ATTAIN_TEST_DATA, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fscanf(file, "%63s", word) == 1) {
        if (word[0] == '#') {
            assert_true(fscanf(file, "%*[^\n]") >= 0);
            continue;
        }
        assert_true(count < MOST);
        assert_int_equal(attain_number_parse(word, ATTAIN_NUL_TERMINATED,
                                             &out[count++], NULL),
                         ATTAIN_OK);
    }
    fclose(file);
    return count;
}

static double of(int32_t statistic, const double *values, size_t count) {
    double out = 0;
    assert_int_equal(attain_statistic_of(statistic, NULL, 0, values, NULL,
                                         count, &out, NULL, NULL),
                     ATTAIN_OK);
    return out;
}

static void univariate_sets(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t count;
        double mean;
        double sd;
        double exact_sd; /* of the doubles, by fractions */
        double by_input; /* what rounding the data does to the deviation */
    } sets[] = {
        {"PiDigits", 5000, 4.5348, 2.86733906028871, 2.867339060288708, 2e-15},
        {"Lottery", 218, 518.95871559633, 291.699727470969, 291.6997274709691,
         1e-15},
        {"Lew", 200, -177.435, 277.332168044316, 277.3321680443161, 2e-15},
        {"Mavro", 50, 2.001856, 0.000429123454003053, 0.0004291234540030854,
         1e-13},
        {"Michelso", 100, 299.8524, 0.0790105478190518, 0.07901054781905066,
         2e-14},
    };
    static double values[MOST];
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        size_t count = read_numbers(sets[i].name, values);
        assert_int_equal(count, sets[i].count);
        assert_close(of(ATTAIN_STATISTIC_MEAN, values, count), sets[i].mean,
                     1e-15);
        double sd = of(ATTAIN_STATISTIC_SD_SAMPLE, values, count);
        assert_close(sd, sets[i].sd, sets[i].by_input);
        assert_close(sd, sets[i].exact_sd, 4e-16);
    }
}

/* NumAcc: made by a rule, mean m.2 and deviation 0.1 exactly. */
static void numerical_accuracy_sets(void **state) {
    (void)state;
    static const struct {
        double base;
        double exact_sd;
        double by_input;
    } sets[] = {
        {1, 0.09999999999999998, 4e-16},
        {1000000, 0.1000000000349246, 4e-10},
        {10000000, 0.10000000055879354, 6e-9},
    };
    static const double three[] = {10000001, 10000003, 10000002};
    double values[1001];
    assert_same(of(ATTAIN_STATISTIC_MEAN, three, 3), 10000002.0);
    assert_same(of(ATTAIN_STATISTIC_SD_SAMPLE, three, 3), 1.0);
    for (size_t i = 0; i < 3; i++) {
        double base = sets[i].base;
        for (int k = 0; k < 1001; k++)
            values[k] = (10 * base + (k == 0 ? 2 : k % 2 != 0 ? 1 : 3)) / 10;
        assert_close(of(ATTAIN_STATISTIC_MEAN, values, 1001),
                     (10 * base + 2) / 10, 2e-16);
        double sd = of(ATTAIN_STATISTIC_SD_SAMPLE, values, 1001);
        assert_close(sd, 0.1, sets[i].by_input);
        assert_close(sd, sets[i].exact_sd, 4e-16);
    }
}

/* --- Analysis of variance ------------------------------------------------- */

/* What is certified, or what fractions give of the doubles. */
typedef struct expected {
    double between;
    double within;
    double f;
    double r_squared;
    double residual_sd;
} expected;

static void assert_anova(const attain_anova *a, expected e, double relative) {
    assert_close(a->between, e.between, relative);
    assert_close(a->within, e.within, relative);
    assert_close(a->f, e.f, relative);
    assert_close(a->r_squared, e.r_squared, relative);
    assert_close(a->residual_sd, e.residual_sd, relative);
    assert_int_equal(a->reason, ATTAIN_REASON_NONE);
}

static attain_anova analyse(const double *values, const int32_t *codes,
                            size_t count, size_t group_count) {
    attain_anova out;
    attain_anova_init(&out);
    assert_int_equal(
        attain_anova_one_way(values, codes, count, group_count, &out, NULL),
        ATTAIN_OK);
    return out;
}

static attain_anova analyse_file(const char *name, size_t group_count) {
    static double numbers[200];
    static double values[100];
    static int32_t codes[100];
    size_t count = read_numbers(name, numbers) / 2;
    for (size_t i = 0; i < count; i++) {
        codes[i] = (int32_t)numbers[2 * i] - 1;
        values[i] = numbers[2 * i + 1];
    }
    return analyse(values, codes, count, group_count);
}

static void resistivity_of_silicon(void **state) {
    (void)state;
    static const expected certified = {0.0511462616, 0.21663656,
                                       1.18046237440255, 0.190999039051129,
                                       0.104076068334656};
    static const expected exact = {0.05114626159999952, 0.2166365600000165,
                                   1.1804623744024467, 0.19099903905111612,
                                   0.10407606833466003};
    attain_anova a = analyse_file("SiRstv", 5);
    assert_int_equal(a.count, 25);
    assert_int_equal(a.group_count, 5);
    assert_anova(&a, certified, 1e-13);
    assert_anova(&a, exact, 1e-15);
    /* mpmath, 40 digits. */
    assert_close(a.p, 0.34944749340219273, 1e-12);
}

static void atomic_weight_of_silver(void **state) {
    (void)state;
    static const expected certified = {3.638341875e-09, 1.04951729166667e-08,
                                       15.946733567793, 0.257426544538321,
                                       1.51048314446410e-05};
    static const expected exact = {3.6383418747907132e-09,
                                   1.049517291679747e-08, 15.946733566676926,
                                   0.2574265445249428, 1.5104831444735094e-05};
    attain_anova a = analyse_file("AtmWtAg", 2);
    assert_int_equal(a.count, 48);
    assert_anova(&a, certified, 1e-10);
    assert_anova(&a, exact, 1e-15);
    assert_close(a.p, 0.00023268444833892546, 1e-9);
}

/* SmLs01 … 09: nine groups around digits after 1, 7 and 13 leading ones. */
static void simon_lesage_sets(void **state) {
    (void)state;
    static const expected certified[] = {
        {1.68, 1.8, 21, 0.482758620689655, 0.1},
        {16.08, 18, 201, 0.471830985915493, 0.1},
        {160.08, 180, 2001, 0.470712773465067, 0.1}};
    static const expected exact[] = {
        {1.680000000000001, 1.800000000000001, 21.0, 0.4827586206896552,
         0.10000000000000003},
        {16.08000000000001, 18.00000000000001, 201.00000000000003,
         0.471830985915493, 0.10000000000000003},
        {160.0800000000001, 180.00000000000009, 2001.0000000000002,
         0.47071277346506707, 0.10000000000000003},
        {1.6800000001490116, 1.8000000000931322, 21.0000000007761,
         0.4827586206988835, 0.100000000002587},
        {16.080000001825393, 18.000000000931323, 201.00000001241764,
         0.47183098593088874, 0.100000000002587},
        {160.0800000185892, 180.00000000931323, 2001.0000001288329,
         0.4707127734811079, 0.100000000002587},
        {1.6801562694014696, 1.8000978373345875, 21.00081188781877,
         0.4827682743479894, 0.10000271766680997},
        {16.081914284204238, 18.00097824625708, 201.01300409594845,
         0.4718471083353959, 0.10000271731379513},
        {160.09949443572512, 180.00978232919425, 2001.1349262209505,
         0.47072957244381347, 0.1000027172767471}};
    static const double bases[] = {1, 1e6, 1e12};
    static const double by_input[] = {1e-14, 2e-10, 2e-4};
    static const size_t cells[] = {21, 201, 2001};
    static const double p[] = {2.5832643372689714e-22, 4.0371418857539826e-243};
    static const int32_t digits[] = {4, 3, 5, 3, 5, 3, 5, 3, 5};
    static double values[MOST];
    static int32_t codes[MOST];
    for (size_t set = 0; set < 9; set++) {
        double base = bases[set / 3];
        size_t cell = cells[set % 3];
        for (size_t i = 0; i < 9 * cell; i++) {
            size_t k = i % cell;
            codes[i] = (int32_t)(i / cell);
            double digit = digits[i / cell];
            digit += k == 0 ? 0 : k % 2 != 0 ? -1 : 1;
            values[i] = (10 * base + digit) / 10;
        }
        attain_anova a = analyse(values, codes, 9 * cell, 9);
        assert_anova(&a, certified[set % 3], by_input[set / 3]);
        assert_anova(&a, exact[set], 1e-15);
        if (set < 2)
            assert_close(a.p, p[set], 1e-11);
    }
}

/* --- Analysis of variance, its edges -------------------------------------- */

static void p_of_f(void **state) {
    (void)state;
    /* F of two groups is t², so p is that of Student's t (mpmath). */
    static const double values[] = {1, 2, 3, 4, 6, 5};
    static const int32_t codes[] = {0, 0, 0, 1, 1, 1};
    attain_anova a = analyse(values, codes, 6, 2);
    assert_close(a.f, 13.5, 1e-15);
    assert_close(a.p, 2 * attain_student_cdf(-sqrt(13.5), 4), 1e-13);
    /* Groups of one mean: F = 0, p = 1. */
    static const double level[] = {1, 3, 1, 3};
    static const int32_t pairs[] = {0, 0, 1, 1};
    a = analyse(level, pairs, 4, 2);
    assert_same(a.f, 0.0);
    assert_same(a.p, 1.0);
    assert_same(a.r_squared, 0.0);
}

static void order_of_rows_does_not_matter(void **state) {
    (void)state;
    double values[60];
    int32_t codes[60];
    uint64_t seed = 5;
    for (int i = 0; i < 60; i++) {
        values[i] = 1e7 + (double)(support_random(&seed) >> 40) * 1e-6;
        codes[i] = i % 4 == 3 ? -1 : i % 4;
    }
    values[17] = NAN;
    attain_anova first = analyse(values, codes, 60, 5);
    assert_int_equal(first.group_count, 3);
    for (int i = 0; i < 30; i++) {
        double v = values[i];
        int32_t c = codes[i];
        values[i] = values[59 - i];
        codes[i] = codes[59 - i];
        values[59 - i] = v;
        codes[59 - i] = c;
    }
    attain_anova second = analyse(values, codes, 60, 5);
    assert_memory_equal(&first, &second, sizeof first);
}

static void edges_have_reasons(void **state) {
    (void)state;
    static const double values[] = {1, 2, 3, 3};
    static const double alike[] = {1, 1, 3, 3};
    static const int32_t one[] = {0, 0, 0, 0};
    static const int32_t each[] = {0, 1, 2, 3};
    static const int32_t two[] = {0, 0, 1, 1};
    attain_anova a = analyse(values, one, 4, 1);
    assert_int_equal(a.reason, ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(a.f) && isnan(a.p));
    assert_close(a.residual_sd, sqrt(2.75 / 3), 1e-15);
    a = analyse(values, each, 4, 4);
    assert_int_equal(a.reason, ATTAIN_REASON_TOO_FEW);
    assert_true(isnan(a.residual_sd));
    a = analyse(alike, two, 4, 2);
    assert_int_equal(a.reason, ATTAIN_REASON_CONSTANT);
    assert_same(a.r_squared, 1.0);
    a = analyse(NULL, NULL, 0, 3);
    assert_int_equal(a.reason, ATTAIN_REASON_MISSING);
    assert_int_equal(a.count, 0);
}

static void bad_arguments(void **state) {
    (void)state;
    static const double values[] = {1, 2, INFINITY, 3};
    static const double far[] = {1.7e308, 1.7e308, -1.7e308, -1.7e308};
    static const int32_t codes[] = {0, 0, 1, 1};
    attain_anova out;
    attain_anova_init(&out);
    attain_anova_init(NULL);
    out.f = 7;
    assert_int_equal(attain_anova_one_way(values, codes, 4, 2, &out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_anova_one_way(far, codes, 4, 2, &out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_anova_one_way(values, codes, 2, 0, &out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_anova_one_way(NULL, codes, 4, 2, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_anova_one_way(values, NULL, 4, 2, &out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_anova_one_way(values, codes, 4, 2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_anova_one_way(values, codes, SIZE_MAX / 8, 2, &out, NULL),
        ATTAIN_ERR_MEMORY);
    assert_same(out.f, 7.0);
    out.struct_size = 4;
    assert_int_equal(attain_anova_one_way(values, codes, 2, 2, &out, NULL),
                     ATTAIN_ERR_STRUCT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(univariate_sets),
        cmocka_unit_test(numerical_accuracy_sets),
        cmocka_unit_test(resistivity_of_silicon),
        cmocka_unit_test(atomic_weight_of_silver),
        cmocka_unit_test(simon_lesage_sets),
        cmocka_unit_test(p_of_f),
        cmocka_unit_test(order_of_rows_does_not_matter),
        cmocka_unit_test(edges_have_reasons),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
