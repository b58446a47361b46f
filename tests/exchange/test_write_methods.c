/* Results with methods: three columns at the end, and members, where a target
 * of the plan names one; and what is said of a method that cannot be. */
#include "exchange/results.h"

static attain_evaluation *county(const char *targets, uint64_t measures) {
    results_tables tables = {0};
    attain_evaluate_options options;

    results_plan(&tables, "plan.csv",
                 "key,value\nid,P\nname,P\nfirst_period,2016\n"
                 "last_period,2030\nlevel,county\n");
    results_plan(&tables, "goals.csv", "id,name,parent\nG,G,\n");
    results_plan(&tables, "metrics.csv",
                 "id,name,numerator,direction\nm,M,x,down\n");
    results_plan(&tables, "targets.csv", targets);
    results_data(&tables, "units.csv",
                 "id,name,level\nC,County,county\n"
                 "D,Other,county\n");
    results_data(&tables, "observations.csv",
                 "unit,period,x\nC,2023,10.4\nD,2022,1\n");
    attain_evaluate_options_init(&options);
    options.measures = measures;
    options.as_of = 2023;
    return results_evaluate(&tables, &options);
}

static const char named[] =
    "id,goal,metric,name,comparator,value,baseline,baseline_period,method,"
    "parameters\n"
    "T,G,m,T,at_most,7.25,14.5,2015,open_sdg,high = 0.95 ; zero=0.001\n"
    "S,G,m,S,at_most,7.25,,,,\n";

/* A cell of a line begins with `start`. */
static void assert_line(const char *text, const char *start, const char *end) {
    const char *line = strstr(text, start);
    assert_non_null(line);
    size_t length = strcspn(line, "\n");
    assert_true(length > strlen(end));
    assert_memory_equal(line + length - strlen(end), end, strlen(end));
}

static void csv_ends_with_the_methods(void **state) {
    attain_evaluation *ev = county(named, ATTAIN_MEASURES_ALL);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text,
                    ",soft,veto,method_score,method_class,method_reason\n");
    assert_contains(text, ",2.15069543740963");
    assert_line(text, "T,target,T,C,", ",moderate,");
    assert_line(text, "T,target,T,D,", ",,,,missing");
    assert_line(text, "S,target,S,C,", ",,,,");
    assert_line(text, "G,goal,G,C,", ",,,,");
    free(text);
    attain_evaluation_destroy(ev);
}

static void methods_follow_the_lenses(void **state) {
    attain_evaluation *ev =
        county(named, ATTAIN_MEASURES_ALL | ATTAIN_MEASURES_LENSES);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text, ",value_added_class,method_score,method_class,"
                          "method_reason\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void methods_only_where_one_is_named(void **state) {
    attain_evaluation *ev = county("id,goal,metric,name,comparator,value\n"
                                   "T,G,m,T,at_most,7.25\n",
                                   ATTAIN_MEASURES_ALL);
    char *text = results_text(ev, NULL);

    (void)state;
    assert_contains(text, ",soft,veto\n");
    free(text);
    attain_evaluation_destroy(ev);
}

static void json_has_the_methods(void **state) {
    attain_write_options options;
    attain_evaluation *ev = county(named, ATTAIN_MEASURES_ALL);
    char *text;

    (void)state;
    attain_write_options_init(&options);
    options.format = ATTAIN_FORMAT_JSON;
    text = results_text(ev, &options);
    assert_contains(text, "\"method\":\"open_sdg\"");
    assert_contains(text, "\"method\":null");
    assert_contains(text, "\"method_class\":\"moderate\","
                          "\"method_reason\":null");
    assert_contains(text, "\"method_score\":null,\"method_class\":null,"
                          "\"method_reason\":\"missing\"");
    free(text);
    attain_evaluation_destroy(ev);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_ends_with_the_methods),
        cmocka_unit_test(methods_follow_the_lenses),
        cmocka_unit_test(methods_only_where_one_is_named),
        cmocka_unit_test(json_has_the_methods)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
