/* What is said of methods in targets.csv that cannot be: where, and what to
 * do. */
#include "exchange/reading.h"

static void targets_say(const char *row, const char *place, const char *part) {
    static told problems;
    tables list = {0};
    attain_read_options options;
    attain_plan *plan = NULL;
    char text[1024];

    memset(&problems, 0, sizeof problems);
    snprintf(text, sizeof text,
             "id,goal,metric,name,comparator,value,baseline,baseline_period,"
             "score,method,parameters\nt,g,m,T,%s\n",
             row);
    tables_add(&list, "plan.csv",
               "key,value\nid,P\nname,P\nfirst_period,2021\n"
               "last_period,2025\nlevel,county\n");
    tables_add(&list, "goals.csv", "id,name,parent\ng,G,\n");
    tables_add(&list, "metrics.csv", "id,name,numerator\nm,M,x\n");
    tables_add(&list, "targets.csv", text);
    attain_read_options_init(&options);
    options.handler = tell;
    options.user = &problems;
    attain_status status =
        attain_read_plan_tables(list.items, list.count, &options, &plan, NULL);
    if (part == NULL) {
        assert_int_equal(status, ATTAIN_OK);
        assert_int_equal(problems.count, 0);
        attain_target target;
        attain_target_init(&target);
        assert_int_equal(attain_plan_get_target(plan, 0, &target, NULL),
                         ATTAIN_OK);
        assert_string_equal(target.method, place);
        attain_plan_destroy(plan);
        return;
    }
    assert_int_not_equal(status, ATTAIN_OK);
    assert_null(plan);
    assert_int_equal(problems.errors, 1);
    assert_contains(problems.lines[0], place);
    assert_contains(problems.lines[0], part);
}

static void methods_are_read(void **state) {
    (void)state;
    targets_say("at_least,90,80,2020,method,eurostat,", "eurostat", NULL);
    targets_say("none,,80,2020,,open_sdg_trend,limit=100;high=0.02",
                "open_sdg_trend", NULL);
}

static void methods_that_cannot_be(void **state) {
    (void)state;
    targets_say("at_least,90,80,2020,,euro_stat,", "targets.csv:2:10",
                "did you mean \"eurostat\"?");
    targets_say("at_least,90,,,,eurostat,", "targets.csv:2:7",
                "eurostat needs its base");
    targets_say("at_least,90,,,,oecd_distance,", "targets.csv:2:11",
                "oecd_distance needs its spread");
    targets_say("at_least,90,,,,oecd_distance,spread=12;open=1",
                "targets.csv:2:11", "no such parameter");
    targets_say("at_least,90,,,,,open=1", "targets.csv:2:11", "name it");
    targets_say("at_least,90,,,method,,", "targets.csv:2:10", "give method");
    targets_say("at_least,90,,,method,oecd_distance,spread=12",
                "targets.csv:2:9", "gives a class");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(methods_are_read),
        cmocka_unit_test(methods_that_cannot_be)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
