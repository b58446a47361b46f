/* Results with the lenses: columns at the end, members where they were asked
 * for. The classes are those of tests/evaluate/test_lens.c, found by scipy. */
#include "exchange/results.h"

static attain_evaluation *schools(uint64_t lenses) {
    static const int start[] = {40, 45, 50, 55, 60, 65, 70, 75, 80, 85};
    static const int now[] = {62, 46, 58, 66, 52, 66, 82, 95, 91, 80};
    static const int pupils[] = {4, 400, 300, 250, 5, 500, 300, 6, 350, 8};
    static char units[512] = "";
    static char observations[512] = "";
    results_tables tables = {0};
    attain_evaluate_options options;

    strcpy(units, "id,name,level,parent\nC,County,county,\n");
    strcpy(observations, "unit,period,x,n\n");
    for (int i = 0; i < 10; i++) {
        char line[64];
        snprintf(line, sizeof line, "s%d,S,school,C\n", i);
        strcat(units, line);
        snprintf(line, sizeof line, "s%d,2020,%d,\ns%d,2022,%d,%d\n", i,
                 start[i], i, now[i], pupils[i]);
        strcat(observations, line);
    }
    results_plan(&tables, "plan.csv",
                 "key,value\nid,P\nname,P\nfirst_period,2021\n"
                 "last_period,2025\nlevel,county\n");
    results_plan(&tables, "goals.csv", "id,name,parent\nG,G,\n");
    results_plan(&tables, "metrics.csv", "id,name,numerator\nm,M,x\n");
    results_plan(&tables, "targets.csv",
                 "id,goal,metric,name,comparator,value,level,baseline_period\n"
                 "T,G,m,T,at_least,90,school,2020\n");
    results_data(&tables, "units.csv", units);
    results_data(&tables, "observations.csv", observations);
    attain_evaluate_options_init(&options);
    options.measures |= lenses;
    options.sizes = "n";
    return results_evaluate(&tables, &options);
}

/* The line of a unit; ends with its end of line. */
static const char *line_of(char *text, const char *start) {
    char *line = strstr(text, start);

    assert_non_null(line);
    strchr(line, '\n')[1] = '\0';
    return line;
}

static void csv_ends_with_the_lenses(void **state) {
    attain_evaluation *ev = schools(ATTAIN_MEASURES_LENSES);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text, ",soft,veto,process,value_added,comprehensive,"
                          "value_added_effect,value_added_low,value_added_high,"
                          "value_added_class\n");
    assert_contains(line_of(text, "T,target,T,s5,"), ",below\n");
    free(text);
    text = results_text(ev, NULL);
    assert_contains(line_of(text, "T,target,T,s3,"), ",above\n");
    free(text);
    text = results_text(ev, NULL);
    assert_contains(line_of(text, "T,target,T,s0,"), ",average\n");
    free(text);
    text = results_text(ev, NULL);
    assert_contains(line_of(text, "G,goal,G,C,"), ",,,,\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void nothing_is_added_unless_asked_for(void **state) {
    attain_evaluation *ev = schools(0);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text, ",soft,veto\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void json_has_the_lenses(void **state) {
    attain_write_options options;
    attain_evaluation *ev = schools(ATTAIN_MEASURES_LENSES);
    char *text;

    (void)state;
    attain_write_options_init(&options);
    options.format = ATTAIN_FORMAT_JSON;
    text = results_text(ev, &options);
    assert_contains(text, "\"value_added_class\":\"above\"");
    assert_contains(text, "\"value_added_class\":null");
    assert_contains(text, "\"process\":");
    free(text);
    attain_evaluation_destroy(ev);
    ev = schools(0);
    text = results_text(ev, &options);
    assert_null(strstr(text, "\"process\":"));
    free(text);
    attain_evaluation_destroy(ev);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_ends_with_the_lenses),
        cmocka_unit_test(nothing_is_added_unless_asked_for),
        cmocka_unit_test(json_has_the_lenses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
