#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "attain/numeric.h"
#include "numeric/edges.h"
#include "numeric/edges_functions.h"

/* What every method and function does at its edges, held against the page that
 * says it, docs/numeric_edges.md. `numeric.edges --write` prints that page.
 *
 * Whatever the array: no result is infinite, one without a value has a reason
 * and one with a value has none, and on an error the outputs are as they
 * were. */

enum { CELL = 48 };

static const sample samples[] = {
    {"none", 0, {0}, 1},
    {"all missing", 4, {NAN, NAN, NAN, NAN}, 1},
    {"one", 1, {5}, 1},
    {"all equal", 4, {5, 5, 5, 5}, 1},
    {"ties", 4, {1, 2, 2, 5}, 1},
    {"a zero", 4, {0, 3, 1, 4}, 1},
    {"all zero", 4, {0, 0, 0, 0}, 1},
    {"a negative", 4, {-2, 3, 1, 4}, 1},
    {"weights 0", 4, {1, 2, 3, 4}, 0},
    {NULL, 4, {1e308, -1e308, 1e307, 4}, 1},
    {NULL, 4, {1e308, 1.7e308, 1e308, 1}, 1},
    {NULL, 4, {5e-324, 1e-310, 2e-308, 1e-300}, 1},
    {NULL, 4, {-5e-324, 0, 5e-324, NAN}, 1},
    {NULL, 4, {1e-300, 1e300, 1, 2}, 1},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

/* Parameters that have to be given: the middle of a short range, bounds −10
 * and 10, posts 1 and 6, else 2. */
static size_t parameters_of(int32_t kind, int32_t m, double *p) {
    attain_method row;
    attain_method_init(&row);
    assert_int_equal(attain_method_get(kind, m, &row, NULL), ATTAIN_OK);
    for (size_t i = 0; i < row.parameter_count; i++) {
        attain_parameter one;
        attain_parameter_init(&one);
        assert_int_equal(attain_method_parameter(kind, m, i, &one, NULL),
                         ATTAIN_OK);
        p[i] = NAN;
        if (kind == ATTAIN_METHOD_CONCENTRATION)
            p[i] = i == 0 ? -10 : 10;
        else if (isnan(one.standard) && one.high <= 1)
            p[i] = 0.5;
        else if (isnan(one.standard))
            p[i] = i == 0 ? (kind == ATTAIN_METHOD_NORMALISATION ? 1 : 2) : 6;
        if (kind == ATTAIN_METHOD_PARITY)
            p[i] = 100;
    }
    if (kind == ATTAIN_METHOD_NORMALISATION &&
        m >= ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE)
        for (size_t i = 1; i < row.parameter_count; i++)
            p[i] = NAN;
    if (kind == ATTAIN_METHOD_NORMALISATION &&
        m == ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE)
        p[0] = 0;
    return row.parameter_count;
}

/* --- Cells --------------------------------------------------------------- */

/* "5" where all outputs are that, "values" where they differ, or why there is
 * none; "error" for a refusal. */
static void describe(attain_status status, size_t outputs, char *cell) {
    size_t first = outputs;
    size_t without = 0;
    int alike = 1;
    if (status != ATTAIN_OK) {
        snprintf(cell, CELL, "error");
        return;
    }
    for (size_t i = 0; i < outputs; i++) {
        if (why[i] != ATTAIN_REASON_NONE) {
            first = without == 0 ? i : first;
            without++;
        } else if (fabs(out[i] - out[0]) > 1e-9) {
            alike = 0;
        }
    }
    if (outputs == 0)
        snprintf(cell, CELL, "nothing");
    else if (without == outputs)
        snprintf(cell, CELL, "%s", attain_reason_name(why[first]));
    else if (without > 0)
        snprintf(cell, CELL, "some %s", attain_reason_name(why[first]));
    else if (alike)
        snprintf(cell, CELL, "%.4g", fabs(out[0]) < 1e-12 ? 0 : out[0]);
    else
        snprintf(cell, CELL, "values");
}

static void check_contract(attain_status status, size_t outputs) {
    if (status != ATTAIN_OK) {
        assert_true(status == ATTAIN_ERR_VALUE ||
                    status == ATTAIN_ERR_ARGUMENT);
        for (size_t i = 0; i < ROOM; i++)
            assert_true(out[i] == 7 && why[i] == 77);
        return;
    }
    for (size_t i = 0; i < outputs; i++) {
        assert_false(isinf(out[i]));
        assert_true(attain_reason_name(why[i]) != NULL);
        assert_int_equal(isnan(out[i]) != 0, why[i] != ATTAIN_REASON_NONE);
    }
}

static void cell_of(run *of, int32_t m, const double *p, size_t n,
                    const sample *s, char *cell) {
    size_t outputs = 0;
    for (size_t i = 0; i < ROOM; i++) {
        out[i] = 7;
        why[i] = 77;
    }
    for (size_t i = 0; i < MOST; i++)
        weights[i] = s->weight;
    attain_status status = of(m, s, p, n, &outputs);
    check_contract(status, outputs);
    describe(status, outputs, cell);
}

/* --- The page ------------------------------------------------------------ */

static const char *const head =
    "# numeric: edges\n\n"
    "What every method, and every function of numbers beside them, does with "
    "nothing, with one value, with equal ones, "
    "ties, zeros, negative numbers and weights of 0.\n"
    "Written by `numeric.edges --write`, and held by it against the library.\n"
    "\n"
    "The arrays: none; NaN four times; 5; 5 four times; 1, 2, 2, 5; 0, 3, 1, "
    "4; 0 four times; −2, 3, 1, 4; and 1, 2, 3, 4 with weights of 0.\n"
    "Methods of two columns have 1, 2, 3, 5 beside it, those of groups two "
    "groups. A number is the result (of each element, if alike),\n"
    "`values` are results that differ, `nothing` none to give; a word is the "
    "reason (`enum attain_reason`) why there is no value,\n"
    "`some` that others have one; `error` is ATTAIN_ERR_VALUE or "
    "ATTAIN_ERR_ARGUMENT. Shown are of a split what is between, of a curve\n"
    "its shares, of a trend the rate, of imputation what a blank after these "
    "becomes, of a hierarchy the weights from 1, v; 1/v, 1.\n"
    "Of functions: a line's slope and what it predicts for 6, F of the "
    "analysis "
    "of variance, effects of groups, rates to 5 in 2, what is\n"
    "anticipated and expected at 6, lower ends of bands, weights in a whole of "
    "those of siblings, mean ranks of 20 draws, pairs that turn.\n";

typedef void on_line(const char *text, void *user);

static void table_head(const char *name, on_line *line, void *user) {
    char text[1024];
    size_t used = (size_t)snprintf(text, sizeof text, "| %s |", name);
    for (size_t k = 0; k < SAMPLES; k++) {
        if (samples[k].name != NULL)
            used += (size_t)snprintf(text + used, sizeof text - used, " %s |",
                                     samples[k].name);
    }
    line("", user);
    line(text, user);
    line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", user);
}

static void table_row(const char *name, run *of, int32_t m, const double *p,
                      size_t n, on_line *line, void *user) {
    char text[1024];
    char cell[CELL];
    size_t used = (size_t)snprintf(text, sizeof text, "| %s |", name);
    for (size_t k = 0; k < SAMPLES; k++) {
        cell_of(of, m, p, n, &samples[k], cell);
        if (samples[k].name != NULL)
            used += (size_t)snprintf(text + used, sizeof text - used, " %s |",
                                     cell);
    }
    line(text, user);
}

/* The page, line by line, to `line`. */
static void each_line(on_line *line, void *user) {
    for (int32_t kind = 0; kind < KINDS; kind++) {
        table_head(attain_method_kind_name(kind), line, user);
        for (int32_t m = 0; m < (int32_t)attain_method_count(kind); m++) {
            double p[16];
            attain_method row;
            size_t n = parameters_of(kind, m, p);
            attain_method_init(&row);
            attain_method_get(kind, m, &row, NULL);
            table_row(row.name, runs[kind], m, p, n, line, user);
        }
    }
    table_head("function", line, user);
    for (size_t i = 0; i < FUNCTIONS; i++)
        table_row(functions[i].name, functions[i].of, 0, NULL, 0, line, user);
}

static void print_line(const char *text, void *user) {
    (void)user;
    printf("%s\n", text);
}

static void expect_line(const char *text, void *user) {
    char page[1024];
    assert_non_null(fgets(page, sizeof page, user));
    page[strcspn(page, "\n")] = '\0';
    assert_string_equal(page, text);
}

static void page_says_what_methods_do(void **state) {
    (void)state;
    FILE *page = fopen(ATTAIN_TEST_DATA "/../../docs/numeric_edges.md", "rb");
    assert_non_null(page);
    char text[4096];
    size_t length = strlen(head);
    assert_int_equal(attain_method_kind_count(), KINDS);
    assert_true(length < sizeof text);
    assert_int_equal(fread(text, 1, length, page), length);
    assert_memory_equal(text, head, length);
    each_line(expect_line, page);
    assert_int_equal(fgetc(page), EOF);
    fclose(page);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(page_says_what_methods_do),
    };
    if (argc == 2 && strcmp(argv[1], "--write") == 0) {
        fputs(head, stdout);
        each_line(print_line, NULL);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
