/* Findings as they are read: their order, columns, texts, limits and errors. */
#include "quality/everything.h"

static attain_status assess_all(assessed *made, size_t most) {
    attain_quality_options options;
    attain_quality_options_init(&options);
    options.max_findings = most;
    return attain_quality_assess(made->plan, made->data, made->checks, &options,
                                 &made->quality, NULL);
}

static void every_kind_finds_something(void **state) {
    assessed made = everything_read(NULL);
    int seen[64] = {0};
    int32_t severity = ATTAIN_QUALITY_ERROR;
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    for (size_t i = 0; i < attain_quality_count(made.quality); i++) {
        attain_quality_finding f = finding_at(made.quality, i);
        seen[f.kind]++;
        assert_true(f.severity <= severity); /* the gravest first */
        severity = f.severity;
    }
    for (size_t kind = 0; kind < attain_check_kind_count(); kind++) {
        if (seen[kind] == 0) {
            print_message(
                "nothing of kind %s\n",
                attain_word(ATTAIN_VOCABULARY_CHECK_KIND, (int32_t)kind));
        }
        assert_true(seen[kind] > 0);
    }
    assess_end(&made);
}

/* Lines in another order give the same findings, but for their lines. */
static void order_of_rows_does_not_matter(void **state) {
    assessed made = everything_read(NULL);
    uint64_t seed = 7;
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    for (int turn = 0; turn < 20; turn++) {
        size_t order[EVERYTHING_LINES];
        for (size_t i = 0; i < EVERYTHING_LINES; i++) {
            size_t j = (size_t)(support_random(&seed) % (i + 1));
            order[i] = i;
            order[i] = order[j];
            order[j] = i;
        }
        assessed other = everything_read(order);
        assert_int_equal(assess_all(&other, 1000), 0);
        size_t count = attain_quality_count(made.quality);
        assert_int_equal(count, attain_quality_count(other.quality));
        for (size_t i = 0; i < count; i++) {
            char a[512], b[512];
            size_t length;
            attain_quality_message(made.quality, i, ATTAIN_LANGUAGE_EN, a,
                                   sizeof a, &length, NULL);
            attain_quality_message(other.quality, i, ATTAIN_LANGUAGE_EN, b,
                                   sizeof b, &length, NULL);
            assert_string_equal(a, b);
            assert_int_equal(finding_at(made.quality, i).column,
                             finding_at(other.quality, i).column);
        }
        assess_end(&other);
    }
    assess_end(&made);
}

static void columns_are_the_findings(void **state) {
    assessed made = everything_read(NULL);
    double column[512];
    size_t count = 0;
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    for (int32_t field = 0; field <= ATTAIN_QUALITY_FIELD_SCORE; field++) {
        assert_int_equal(attain_quality_column(made.quality, field, column, 512,
                                               &count, NULL),
                         0);
        assert_int_equal(count, attain_quality_count(made.quality));
        for (size_t i = 0; i < count; i++) {
            attain_quality_finding f = finding_at(made.quality, i);
            const double expected[] = {
                column[i], f.kind,         f.severity,       column[i],
                column[i], f.period,       column[i],        column[i],
                column[i], (double)f.line, (double)f.column, (double)f.count,
                f.value,   f.reference,    f.score};
            assert_same(column[i], expected[field]);
            if (field == ATTAIN_QUALITY_FIELD_UNIT && column[i] >= 0) {
                assert_int_equal(
                    attain_dataset_find(made.data, ATTAIN_DATASET_UNITS, f.unit,
                                        ATTAIN_NUL_TERMINATED),
                    (int)column[i]);
            }
            if (field == ATTAIN_QUALITY_FIELD_VARIABLE && column[i] >= 0) {
                assert_string_equal(
                    attain_quality_variable(made.quality, (int32_t)column[i]),
                    f.variable);
            }
        }
    }
    assess_end(&made);
}

static void every_message_is_whole_in_both_languages(void **state) {
    assessed made = everything_read(NULL);
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    for (size_t i = 0; i < attain_quality_count(made.quality); i++) {
        for (int32_t language = 0; language < 2; language++) {
            char text[512], line[1024];
            size_t length, again;
            assert_int_equal(attain_quality_message(made.quality, i, language,
                                                    NULL, 0, &length, NULL),
                             0);
            assert_int_equal(attain_quality_message(made.quality, i, language,
                                                    text, length, &again, NULL),
                             ATTAIN_ERR_SPACE);
            assert_int_equal(attain_quality_message(made.quality, i, language,
                                                    text, length + 1, &again,
                                                    NULL),
                             0);
            assert_int_equal(strlen(text), length);
            assert_null(strchr(text, '{'));
            assert_null(strchr(text, '?'));
            assert_int_equal(attain_quality_format(made.quality, i, language,
                                                   line, sizeof line, &again,
                                                   NULL),
                             0);
            assert_contains(line, text);
            assert_contains(line,
                            attain_quality_advice(made.quality, i, language));
            assert_int_equal(attain_quality_format(made.quality, i, language,
                                                   line, again, &length, NULL),
                             ATTAIN_ERR_SPACE);
            assert_int_equal(length, again);
        }
    }
    assess_end(&made);
}

static void message_of(const assessed *made, size_t index, int32_t language,
                       const char *expected) {
    char text[512];
    size_t length;
    assert_int_equal(attain_quality_format(made->quality, index, language, text,
                                           sizeof text, &length, NULL),
                     0);
    assert_string_equal(text, expected);
}

static void a_line_names_the_cell(void **state) {
    assessed made = assess((assess_tables){
        .units = "id,name,level\nc,C,county\ns1,阳光小学,school\n",
        .observations = "unit,period,x,y\ns1,2025,120,100\n"});
    (void)state;
    message_of(&made, 0, ATTAIN_LANGUAGE_EN,
               "observations.csv:2:3: warning: Rate of 阳光小学 (s1) in 2025 "
               "has a numerator of 120 (x), above its denominator 100: check "
               "both numbers, and whether they stand in each other's place; a "
               "gross rate may exceed 100 %: give it a row of its own in "
               "checks.csv");
    message_of(&made, 0, ATTAIN_LANGUAGE_ZH,
               "observations.csv:2:3: warning: "
               "阳光小学（s1）2025的“Rate”分子为120（x），大于分母100："
               "核对分子、分母，看是否填反；毛入学率等可以超过100%的，在checks."
               "csv里单列一行");
    assess_end(&made);
}

/* Of each check so many are kept; all are counted. */
static void max_findings_are_kept(void **state) {
    assessed made = everything_read(NULL), few = everything_read(NULL);
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    assert_int_equal(assess_all(&few, 1), 0);
    assert_true(attain_quality_count(few.quality) <
                attain_quality_count(made.quality));
    for (int32_t s = 0; s <= ATTAIN_QUALITY_ERROR; s++) {
        assert_int_equal(attain_quality_tally(made.quality, s),
                         attain_quality_tally(few.quality, s));
    }
    assess_end(&made);
    assess_end(&few);
}

static void plan_and_data_may_be_gone(void **state) {
    assessed made = everything_read(NULL);
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    attain_checks_destroy(made.checks);
    attain_dataset_destroy(made.data);
    attain_plan_destroy(made.plan);
    made.checks = NULL;
    made.data = NULL;
    made.plan = NULL;
    assert_true(strlen(findings_of(&made, NULL)) > 100);
    assess_end(&made);
}

static void unknown_names(void **state) {
    assessed made =
        assess_read((assess_tables){.observations = "unit,period,x,y\n"});
    const struct {
        const char *variable, *metric, *parts;
        int32_t kind;
        const char *field;
    } cases[] = {{"z", NULL, NULL, ATTAIN_CHECK_ZERO, "variable"},
                 {NULL, "z", NULL, ATTAIN_CHECK_PEERS, "metric"},
                 {"x", NULL, "y;-z", ATTAIN_CHECK_PARTS, "parts"}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        attain_checks *checks = NULL;
        attain_check check;
        attain_error err;
        attain_quality *quality = NULL;
        attain_checks_create(NULL, &checks, NULL);
        attain_check_init(&check);
        check.id = "a";
        check.kind = cases[i].kind;
        check.variable = cases[i].variable;
        check.metric = cases[i].metric;
        check.parts = cases[i].parts;
        assert_int_equal(attain_checks_add(checks, &check, NULL, NULL), 0);
        assert_int_equal(attain_quality_assess(made.plan, made.data, checks,
                                               NULL, &quality, &err),
                         ATTAIN_ERR_UNKNOWN);
        assert_string_equal(err.field, cases[i].field);
        assert_null(quality);
        attain_checks_destroy(checks);
    }
    assess_end(&made);
}

static void wrong_options(void **state) {
    assessed made =
        assess_read((assess_tables){.observations = "unit,period,x,y\n"});
    attain_quality_options options;
    attain_quality *quality = NULL;
    attain_allocator broken = {NULL, NULL, NULL, NULL};
    (void)state;
    attain_quality_options_init(NULL);
    assert_int_equal(
        attain_quality_assess(NULL, NULL, NULL, NULL, &quality, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_quality_assess(NULL, made.data, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    for (int i = 0; i < 5; i++) {
        static const attain_status expected[] = {
            ATTAIN_ERR_STRUCT, ATTAIN_ERR_STRUCT, ATTAIN_ERR_ARGUMENT,
            ATTAIN_ERR_PERIOD, ATTAIN_ERR_ARGUMENT};
        attain_quality_options_init(&options);
        options.struct_size = i == 0 ? 1 : options.struct_size;
        options.reserved = i == 1;
        options.max_findings = i == 2 ? 0 : 1;
        options.as_of = i == 3 ? 200000 + 4 * 2024 : ATTAIN_PERIOD_NONE;
        options.allocator = i == 4 ? &broken : NULL;
        assert_int_equal(attain_quality_assess(made.plan, made.data, NULL,
                                               &options, &quality, NULL),
                         expected[i]);
        assert_null(quality);
    }
    assess_end(&made);
}

static void wrong_getters(void **state) {
    assessed made = everything_read(NULL);
    attain_quality_finding f;
    double out[2];
    size_t count = 0;
    (void)state;
    assert_int_equal(assess_all(&made, 1000), 0);
    const attain_quality *q = made.quality;
    attain_quality_finding_init(NULL);
    attain_quality_finding_init(&f);
    assert_int_equal(attain_quality_get(NULL, 0, &f, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_get(q, 0, NULL, NULL), ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_get(q, 9999, &f, NULL),
                     ATTAIN_ERR_ARGUMENT);
    f.struct_size = 8;
    assert_int_equal(attain_quality_get(q, 0, &f, NULL), ATTAIN_ERR_STRUCT);
    assert_int_equal(attain_quality_column(NULL, 0, out, 2, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_column(q, 0, out, 2, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_column(q, 99, out, 2, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_column(q, -1, out, 2, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_column(q, 0, out, 2, &count, NULL),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(count, attain_quality_count(q));
    assert_int_equal(attain_quality_column(q, 0, NULL, 0, &count, NULL), 0);
    assert_int_equal(
        attain_quality_coverage(NULL, 0, out, out, 2, &count, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_coverage(q, 9, out, out, 2, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_coverage(q, 0, out, NULL, 2, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_coverage(q, 0, out, out, 2, &count, NULL),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(attain_quality_coverage(q, 0, NULL, NULL, 0, &count, NULL),
                     0);
    assert_int_equal(attain_quality_message(q, 9999, 0, NULL, 0, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_message(q, 0, 7, NULL, 0, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_message(NULL, 0, 0, NULL, 0, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_format(q, 0, 7, NULL, 0, &count, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_quality_format(q, 0, 0, NULL, 0, &count, NULL), 0);
    assert_null(attain_quality_advice(NULL, 0, 0));
    assert_null(attain_quality_advice(q, 9999, 0));
    assert_null(attain_quality_advice(q, 0, 7));
    assert_null(attain_quality_variable(NULL, 0));
    assert_null(attain_quality_variable(q, -1));
    assert_int_equal(attain_quality_count(NULL), 0);
    assert_int_equal(attain_quality_tally(NULL, 1), 0);
    assert_int_equal(attain_quality_tally(q, 9), 0);
    assert_int_equal(attain_quality_worst(NULL), ATTAIN_QUALITY_OFF);
    attain_quality_destroy(NULL);
    assess_end(&made);
}

static void nothing_at_all(void **state) {
    attain_dataset *data = NULL;
    attain_quality *quality = NULL;
    (void)state;
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), 0);
    assert_int_equal(
        attain_quality_assess(NULL, data, NULL, NULL, &quality, NULL), 0);
    assert_int_equal(attain_quality_count(quality), 0);
    attain_quality_destroy(quality);
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_finds_something),
        cmocka_unit_test(order_of_rows_does_not_matter),
        cmocka_unit_test(columns_are_the_findings),
        cmocka_unit_test(every_message_is_whole_in_both_languages),
        cmocka_unit_test(a_line_names_the_cell),
        cmocka_unit_test(max_findings_are_kept),
        cmocka_unit_test(plan_and_data_may_be_gone),
        cmocka_unit_test(unknown_names),
        cmocka_unit_test(wrong_options),
        cmocka_unit_test(wrong_getters),
        cmocka_unit_test(nothing_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
