/* Results depend on plan and dataset alone: not on the order of rows, on how
 * the observations were cut into tables, or on the number of threads. */
#include "evaluate/everything.h"

enum { LINES = 64, TABLES = 8 };

static char *results_of(judge *made, int32_t threads) {
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.threads = threads;
    attain_evaluation_destroy(made->ev);
    made->ev = NULL;
    assert_int_equal(
        attain_evaluate(made->plan, made->data, &options, &made->ev, NULL),
        ATTAIN_OK);
    return everything_results(made->ev);
}

static char *results_of_everything(void) {
    judge made = judge_read(everything);
    char *text = results_of(&made, 1);
    judge_end(&made);
    return text;
}

/* Every node judged something: the comparison is of more than empty cells. */
static void results_are_not_empty(void **state) {
    char *text = results_of_everything();
    (void)state;
    assert_contains(text, ",met,");
    assert_contains(text, ",not_met,");
    assert_contains(text, ",unknown,");
    assert_contains(text, "\nt1,target,T,c,C,2023,");
    assert_contains(text, "\nD,goal,Inner,");
    free(text);
}

static void results_do_not_depend_on_threads(void **state) {
    char *expected = results_of_everything();
    judge made = judge_read(everything);
    (void)state;
    for (int32_t threads = 0; threads <= 8; threads++) {
        char *text = results_of(&made, threads);
        assert_string_equal(text, expected);
        free(text);
    }
    judge_end(&made);
    free(expected);
}

/* The lines of the observations after the header. */
static size_t cut_lines(const char *text, const char *lines[LINES]) {
    size_t count = 0;
    for (text = strchr(text, '\n') + 1; *text != '\0'; count++) {
        assert_true(count < LINES);
        lines[count] = text;
        text = strchr(text, '\n') + 1;
    }
    return count;
}

static void shuffle(const char **lines, size_t count, uint64_t *random) {
    for (size_t i = count; i > 1; i--) {
        size_t j = (size_t)(support_random(random) % i);
        const char *line = lines[j];
        lines[j] = lines[i - 1];
        lines[i - 1] = line;
    }
}

static void add_line(char *text, const char *line) {
    size_t length = strcspn(line, "\n") + 1;
    assert_true(strlen(text) + length < JUDGE_TEXT);
    strncat(text, line, length);
}

static void results_do_not_depend_on_the_order_of_rows(void **state) {
    char *expected = results_of_everything();
    const char *lines[LINES];
    size_t count = cut_lines(everything.observations, lines);
    uint64_t random = 1;
    (void)state;
    for (int round = 0; round < 10; round++) {
        char text[JUDGE_TEXT] = "";
        judge_tables given = everything;
        add_line(text, everything.observations);
        shuffle(lines, count, &random);
        for (size_t i = 0; i < count; i++)
            add_line(text, lines[i]);
        given.observations = text;
        judge made = judge_read(given);
        char *results = results_of(&made, 2);
        assert_string_equal(results, expected);
        free(results);
        judge_end(&made);
    }
    free(expected);
}

/* Several tables of observations, read in any order. */
static void results_do_not_depend_on_how_data_are_cut(void **state) {
    static char texts[TABLES][JUDGE_TEXT];
    char *expected = results_of_everything();
    const char *lines[LINES];
    size_t count = cut_lines(everything.observations, lines);
    uint64_t random = 2;
    (void)state;
    for (int round = 0; round < 10; round++) {
        attain_table tables[TABLES];
        size_t cut = 2 + (size_t)(support_random(&random) % (TABLES - 2));
        judge_tables given = everything;
        for (size_t t = 0; t < cut; t++) {
            attain_table_init(&tables[t]);
            texts[t][0] = '\0';
            add_line(texts[t], everything.observations);
            tables[t].name = "observations.csv";
            tables[t].text = texts[t];
            tables[t].length = ATTAIN_NUL_TERMINATED;
        }
        shuffle(lines, count, &random);
        for (size_t i = 0; i < count; i++)
            add_line(texts[support_random(&random) % cut], lines[i]);
        given.observations = NULL;
        judge made = judge_read(given);
        assert_int_equal(
            attain_read_observations(made.data, tables, cut, NULL, NULL),
            ATTAIN_OK);
        char *results = results_of(&made, 1);
        assert_string_equal(results, expected);
        free(results);
        judge_end(&made);
    }
    free(expected);
}

/* Many units: several blocks, and threads that share them. */
static void results_of_many_units_do_not_depend_on_threads(void **state) {
    enum { SCHOOLS = 1500 };
    judge made = judge_read((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,school\n",
        .targets =
            "id,goal,metric,name,series,comparator,value,when,score\n"
            "t1,h,m,T,level,at_least,50,,\nt2,h,m,T,level,at_least,50,,rank\n"
            "t3,h,m,T,change,at_most,5,every_period,\n"
            "t4,h,m,T,cumulative,at_least,200,hold,\n"
            "t5,g,k,T,level,at_most,0.5,,\nt6,g,s,T,level,at_least,1,,\n",
        .metrics = "id,name,numerator,across\nm,M,x,none\nk,K,x,cv\n"
                   "s,S,x,total\n",
        .observations = NULL});
    attain_unit unit;
    attain_variable variable;
    static double values[SCHOOLS + 1];
    uint64_t random = 3;
    char *expected = NULL;
    (void)state;
    attain_unit_init(&unit);
    unit.level = "school";
    unit.parent = "c";
    for (int i = 0; i < SCHOOLS; i++) {
        char id[16];
        snprintf(id, sizeof id, "s%d", i);
        unit.id = unit.name = id;
        assert_int_equal(
            attain_dataset_add_units(made.data, &unit, 1, NULL, NULL),
            ATTAIN_OK);
    }
    attain_variable_init(&variable);
    variable.id = variable.name = "x";
    assert_int_equal(
        attain_dataset_add_variables(made.data, &variable, 1, NULL, NULL),
        ATTAIN_OK);
    for (int32_t period = 2021; period <= 2024; period++) {
        for (size_t u = 0; u <= SCHOOLS; u++)
            values[u] = support_random(&random) % 9 == 0
                            ? (double)NAN
                            : (double)(support_random(&random) % 1000) / 10;
        assert_int_equal(attain_dataset_set_column(made.data, 0, period,
                                                   ATTAIN_GROUP_NONE, values,
                                                   SCHOOLS + 1, NULL),
                         ATTAIN_OK);
    }
    for (int32_t threads = 1; threads <= 8; threads++) {
        char *text = results_of(&made, threads);
        if (expected == NULL)
            expected = text;
        assert_string_equal(text, expected);
        if (text != expected)
            free(text);
    }
    free(expected);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_are_not_empty),
        cmocka_unit_test(results_do_not_depend_on_threads),
        cmocka_unit_test(results_do_not_depend_on_the_order_of_rows),
        cmocka_unit_test(results_do_not_depend_on_how_data_are_cut),
        cmocka_unit_test(results_of_many_units_do_not_depend_on_threads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
