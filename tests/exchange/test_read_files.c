/* Files and folders, the window that slides over a file, words, and how a
 * problem is written. */
#include "exchange/reading.h"
#include "support/scratch.h"

/* A name that has to be escaped, and what is said of a folder in the place of
 * a file: Windows has no line ends in names, and does not open it at all. */
#if defined(_WIN32)
#define ODD_NAME "x\x7F.csv"
#define ODD_SHOWN "/x\\x7F.csv:1: error: "
#define OF_A_FOLDER "the file cannot be opened"
#else
#define ODD_NAME "x\ny.csv"
#define ODD_SHOWN "/x\\x0Ay.csv:1: error: "
#define OF_A_FOLDER "the file cannot be read"
#endif

static void write_tables(const tables *list) {
    for (size_t i = 0; i < list->count; i++) {
        scratch_write(list->items[i].name, list->items[i].text,
                      strlen(list->items[i].text));
    }
}

static void folders_are_read_as_tables_are(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_read_options options;
    attain_plan *plan;
    attain_dataset *data;
    attain_observation seen;
    options_of(&options, &problems);
    tables_plan(&list);
    write_tables(&list);
    assert_int_equal(attain_read_plan(scratch_folder(), &options, &plan, NULL),
                     ATTAIN_OK);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_TARGETS), 2);
    attain_plan_destroy(plan);
    tables_dataset(&list);
    write_tables(&list);
    scratch_write("observations-2.csv", "unit,period,b\ns1,2022,4\n", 24);
    scratch_write("observations.xlsx", "PK\x03\x04", 4);
    assert_int_equal(
        attain_read_dataset(scratch_folder(), &options, &data, NULL),
        ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_same(value_of(data, "s1", "b", "2022"), 4);
    attain_observation_init(&seen);
    attain_dataset_get_observation(data, 1, 0, 2023, -1, &seen, NULL);
    assert_string_equal(seen.file, "observations.csv");
    assert_int_equal(seen.line, 3);
    attain_dataset_destroy(data);
}

static void files_that_cannot_be_read_are_told(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_read_options options;
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_error err;
    options_of(&options, &problems);
    assert_int_equal(attain_read_plan("/nowhere/at/all", &options, &plan, &err),
                     ATTAIN_ERR_IO);
    assert_contains(err.message, "\"/nowhere/at/all\" cannot be opened");
    assert_int_equal(attain_read_dataset("/nowhere", &options, &data, &err),
                     ATTAIN_ERR_IO);
    assert_int_equal(attain_read_plan(NULL, &options, &plan, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_read_dataset(scratch_folder(), &options, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_plan(scratch_folder(), &options, &plan, &err),
                     ATTAIN_ERR_TABLE);
    assert_told(&problems, "plan.csv: error: ", "missing");
    tables_dataset(&list);
    write_tables(&list);
    assert_int_equal(scratch_make_folder("observations_dir.csv"), 0);
    options_of(&options, &problems);
    assert_int_equal(
        attain_read_dataset(scratch_folder(), &options, &data, &err),
        ATTAIN_ERR_IO);
    assert_contains(problems.lines[0],
                    "observations_dir.csv: error: " OF_A_FOLDER);
    scratch_drop("observations_dir.csv");
    options.max_file_size = 60;
    assert_int_equal(
        attain_read_dataset(scratch_folder(), &options, &data, &err),
        ATTAIN_ERR_LIMIT);
    assert_null(data);
    assert_null(plan);
}

/* Line ends in names would break the lines of problems. */
static void names_are_escaped_in_problems(void **state) {
    (void)state;
    told problems;
    attain_read_options options;
    attain_dataset *data;
    options_of(&options, &problems);
    scratch_write(ODD_NAME, "a;b\n", 4);
    attain_dataset_create(NULL, &data, NULL);
    assert_int_equal(attain_read_observations_file(data, scratch_path(ODD_NAME),
                                                   &options, NULL),
                     ATTAIN_ERR_TABLE);
    assert_contains(problems.lines[0], ODD_SHOWN);
    assert_int_equal(attain_read_observations_file(
                         data, scratch_path("none.csv"), &options, NULL),
                     ATTAIN_ERR_IO);
    assert_int_equal(attain_read_observations_file(data, NULL, &options, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_observations_file(NULL, "x", &options, NULL),
                     ATTAIN_ERR_ARGUMENT);
    attain_dataset_destroy(data);
}

enum { UNITS = 500, YEARS = 40 };

static attain_dataset *with_units(void) {
    static char ids[UNITS][40];
    static attain_unit units[UNITS];
    attain_dataset *data;
    for (int i = 0; i < UNITS; i++) {
        snprintf(ids[i], sizeof(ids[i]), "\xe5\xad\xa6\xe6\xa0\xa1%0*d",
                 1 + i % 20, i);
        attain_unit_init(&units[i]);
        units[i].id = units[i].name = ids[i];
        units[i].level = "school";
    }
    attain_dataset_create(NULL, &data, NULL);
    assert_int_equal(attain_dataset_add_units(data, units, UNITS, NULL, NULL),
                     ATTAIN_OK);
    return data;
}

/* Much more than a window, so that records, characters, quotes and line ends
 * are cut by its end at all sorts of places; some lines are quoted, some are
 * long, some are remarks. */
static size_t make_text(char *text, int fault) {
    size_t used = (size_t)sprintf(text, "unit,period,note,v,w\r\n");
    for (int y = 0; y < YEARS; y++) {
        for (int i = 0; i < UNITS; i++) {
            int kind = (i * 7 + y) % 11;
            const char *quote = kind == 3 ? "\"" : "";
            used += (size_t)sprintf(
                text + used, "%s\xe5\xad\xa6\xe6\xa0\xa1%0*d%s,%d,%.*s,%d.%d,",
                quote, 1 + i % 20, i, quote, 2000 + y,
                kind == 5 ? 3 * (i % 60) : 0,
                "\xe8\xaf\xb4\xe6\x98\x8e\xe8\xaf\xb4\xe6\x98\x8e\xe8\xaf\xb4"
                "\xe6\x98\x8e\xe8\xaf\xb4\xe6\x98\x8e\xe8\xaf\xb4\xe6\x98\x8e"
                "\xe8\xaf\xb4\xe6\x98\x8e\xe8\xaf\xb4\xe6\x98\x8e\xe8\xaf\xb4",
                i, y);
            if (kind == 7)
                used += (size_t)sprintf(text + used, "\"%d\"\r\n", i + y);
            else
                used += (size_t)sprintf(text + used, "%d\r\n", i + y);
            if (kind == 9)
                used += (size_t)sprintf(text + used, "# a \"remark\r\n\r\n");
        }
    }
    if (fault)
        used += (size_t)sprintf(text + used, "x,2000,\"a\nb\",%%,1\r\n\"y");
    return used;
}

static attain_dataset *read_both(const char *text, size_t length, int as_file,
                                 told *problems, attain_status *status) {
    attain_read_options options;
    attain_dataset *data = with_units();
    options_of(&options, problems);
    if (as_file) {
        scratch_write("observations.csv", text, length);
        *status = attain_read_observations_file(
            data, scratch_path("observations.csv"), &options, NULL);
    } else {
        attain_table table;
        attain_table_init(&table);
        table.name = scratch_path("observations.csv");
        table.text = text;
        table.length = length;
        *status = attain_read_observations(data, &table, 1, &options, NULL);
    }
    return data;
}

static void files_larger_than_the_window_are_read_as_from_memory(void **state) {
    (void)state;
    static char text[UNITS * YEARS * 160];
    for (int fault = 0; fault < 2; fault++) {
        static told told_by[2];
        attain_dataset *sets[2];
        attain_status status[2];
        size_t length = make_text(text, fault);
        assert_true(length > (1 << 19));
        for (int i = 0; i < 2; i++)
            sets[i] = read_both(text, length, i, &told_by[i], &status[i]);
        assert_int_equal(status[0], fault ? ATTAIN_ERR_TABLE : ATTAIN_OK);
        assert_int_equal(status[1], status[0]);
        assert_int_equal(told_by[0].count, fault ? 3 : 0);
        assert_int_equal(told_by[1].count, told_by[0].count);
        for (size_t i = 0; i < told_by[0].count; i++) {
            assert_string_equal(told_by[0].lines[i], told_by[1].lines[i]);
            assert_int_equal(told_by[0].offsets[i], told_by[1].offsets[i]);
        }
        for (int y = 0; !fault && y < YEARS; y++) {
            size_t count;
            const double *a =
                attain_dataset_column_view(sets[0], 0, 2000 + y, -1, &count);
            const double *b =
                attain_dataset_column_view(sets[1], 0, 2000 + y, -1, &count);
            const double *w =
                attain_dataset_column_view(sets[1], 1, 2000 + y, -1, &count);
            for (size_t u = 0; u < count; u++) {
                char number[32];
                double expected;
                int size = sprintf(number, "%d.%d", (int)u, y);
                attain_number_parse(number, (size_t)size, &expected, NULL);
                assert_same(a[u], expected);
                assert_same(b[u], expected);
                assert_same(w[u], (double)u + y);
            }
        }
        attain_dataset_destroy(sets[0]);
        attain_dataset_destroy(sets[1]);
    }
}

/* --- Problems and words ----------------------------------------------------
 */

static void problem_is_written_as_a_line(void **state) {
    (void)state;
    attain_problem problem;
    char out[100];
    size_t count;
    attain_error err;
    memset(&problem, 0, sizeof(problem));
    problem.struct_size = sizeof(problem);
    problem.file = "a.csv";
    problem.field = "x";
    problem.message = "wrong";
    problem.line = 3;
    problem.column = 2;
    problem.severity = ATTAIN_SEVERITY_ERROR;
    assert_int_equal(attain_problem_format(&problem, NULL, 0, &count, &err),
                     ATTAIN_OK);
    assert_int_equal(count, strlen("a.csv:3:2: error: wrong"));
    memset(out, 'z', sizeof(out));
    assert_int_equal(attain_problem_format(&problem, out, count, &count, &err),
                     ATTAIN_ERR_SPACE);
    assert_int_equal(out[0], 'z');
    assert_int_equal(
        attain_problem_format(&problem, out, count + 1, &count, &err),
        ATTAIN_OK);
    assert_string_equal(out, "a.csv:3:2: error: wrong");
    assert_int_equal(out[count + 1], 'z');
    problem.column = 0;
    problem.severity = ATTAIN_SEVERITY_WARNING;
    attain_problem_format(&problem, out, sizeof(out), &count, NULL);
    assert_string_equal(out, "a.csv:3: warning: wrong");
    problem.line = 0;
    attain_problem_format(&problem, out, sizeof(out), &count, NULL);
    assert_string_equal(out, "a.csv: warning: wrong");
    assert_int_equal(attain_problem_format(NULL, out, 1, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_problem_format(&problem, out, 1, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    problem.message = NULL;
    assert_int_equal(attain_problem_format(&problem, out, 1, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
    problem.struct_size = 1;
    assert_int_equal(attain_problem_format(&problem, out, 1, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
}

static void words_of_every_vocabulary_find_their_way_back(void **state) {
    (void)state;
    assert_int_equal(attain_vocabulary_count(), 39);
    assert_string_equal(attain_word(ATTAIN_VOCABULARY_VOCABULARY, 1),
                        "comparator");
    for (int32_t v = 0; v < 15; v++) {
        assert_true(attain_word_count(v) >= 2);
        for (size_t i = 0; i < attain_word_count(v); i++) {
            int32_t value = attain_word_value(v, i);
            const char *word = attain_word(v, value);
            assert_non_null(word);
            assert_int_equal(attain_word_find(v, word, ATTAIN_NUL_TERMINATED),
                             value);
            assert_int_equal(attain_word_find(v, word, strlen(word)), value);
            assert_non_null(attain_word_label(v, value, ATTAIN_LANGUAGE_EN));
            assert_non_null(attain_word_label(v, value, ATTAIN_LANGUAGE_ZH));
            assert_null(attain_word_label(v, value, 2));
            assert_non_null(attain_word_description(v, value));
        }
    }
    assert_string_equal(
        attain_word(ATTAIN_VOCABULARY_COMPARATOR, ATTAIN_COMPARATOR_AT_LEAST),
        "at_least");
    assert_int_equal(attain_word_find(ATTAIN_VOCABULARY_ACROSS, "gini", 4),
                     ATTAIN_ACROSS_GINI);
    assert_int_equal(attain_word_find(ATTAIN_VOCABULARY_ACROSS, "Gini", 4), -1);
    assert_int_equal(attain_word_find(ATTAIN_VOCABULARY_ACROSS, NULL, 0), -1);
    assert_int_equal(attain_word_count(-1), 0);
    assert_int_equal(attain_word_count(attain_vocabulary_count()), 0);
    assert_null(attain_word_description(attain_vocabulary_count(), 0));
    assert_null(attain_word_description(0, 99));
    assert_string_equal(attain_word_description(ATTAIN_VOCABULARY_COMPARATOR,
                                                ATTAIN_COMPARATOR_AT_LEAST),
                        "x ≥ value");
    assert_int_equal(attain_word_value(0, 99), -1);
    assert_null(attain_word(0, 99));
    assert_null(attain_word(99, 0));
    assert_null(attain_word_label(0, 99, 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folders_are_read_as_tables_are,
                                        scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(files_that_cannot_be_read_are_told,
                                        scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(names_are_escaped_in_problems,
                                        scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(
            files_larger_than_the_window_are_read_as_from_memory, scratch_make,
            scratch_remove),
        cmocka_unit_test(problem_is_written_as_a_line),
        cmocka_unit_test(words_of_every_vocabulary_find_their_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
