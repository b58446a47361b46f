/* Plans from tables: what they say, and everything that is wrong at once. */
#include "exchange/reading.h"

static void plan_of_sound_tables_has_all_they_say(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    attain_plan_info info;
    attain_goal goal;
    attain_metric metric;
    attain_target target;
    attain_path_point point;
    tables_plan(&list);
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    attain_plan_info_init(&info);
    assert_int_equal(attain_plan_get_info(plan, &info, NULL), ATTAIN_OK);
    assert_string_equal(info.id, "p");
    assert_string_equal(info.veto_grade, "fair");
    assert_int_equal(info.first_period, 2021);
    assert_int_equal(info.last_period, 2025);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_GOALS), 3);
    attain_goal_init(&goal);
    assert_int_equal(attain_plan_get_goal(plan, 1, &goal, NULL), ATTAIN_OK);
    assert_string_equal(goal.parent, "g");
    assert_same(goal.weight, 2);
    attain_metric_init(&metric);
    assert_int_equal(attain_plan_get_metric(plan, 0, &metric, NULL), ATTAIN_OK);
    assert_string_equal(metric.denominator, "b");
    assert_same(metric.factor, 100);
    assert_int_equal(metric.across, ATTAIN_ACROSS_TOTAL);
    assert_int_equal(metric.decimals, 1);
    attain_plan_get_metric(plan, 1, &metric, NULL);
    assert_null(metric.denominator);
    assert_int_equal(metric.decimals, ATTAIN_DECIMALS_NONE);
    attain_target_init(&target);
    attain_plan_get_target(plan, 0, &target, NULL);
    assert_same(target.value, 96);
    assert_same(target.baseline, 90);
    assert_int_equal(target.baseline_period, 2020);
    assert_int_equal(target.due, 2025);
    assert_int_equal(target.veto, 1);
    attain_plan_get_target(plan, 1, &target, NULL);
    assert_int_equal(target.comparator, ATTAIN_COMPARATOR_AT_MOST);
    assert_int_equal(target.veto, 0);
    attain_path_point_init(&point);
    attain_plan_get_path_point(plan, 0, &point, NULL);
    assert_int_equal(point.period, 2022);
    assert_same(point.value, 92);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_BANDS), 2);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_GROUPS), 1);
    attain_plan_destroy(plan);
}

static void every_column_of_targets_is_read(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    attain_target target;
    tables_plan(&list);
    tables_add(
        &list, "targets.csv",
        "id,goal,metric,name,series,comparator,value,upper,tolerance,when,"
        "level,share,unit_weight,baseline,baseline_period,due,score,bad,good,"
        "outer_low,outer_high,steps,open,judge,weight,veto,soft,owner,source,"
        "note\n"
        "t1,g1,m1,T,level,between,90,95,,every_period,school,0.8,a,80,2020,"
        "2024,ratio,,,50,100,,no,rounded,3,no,yes,Office,\"1, 2\",free text\n"
        "t2,g2,m2,U,change,at_most,5,,,hold,,,,,,,steps,,,,,"
        "0:0; 60:0.6;90:1,,full,0,,,,,\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_OK);
    attain_target_init(&target);
    attain_plan_get_target(plan, 0, &target, NULL);
    assert_int_equal(target.comparator, ATTAIN_COMPARATOR_BETWEEN);
    assert_same(target.upper, 95);
    assert_int_equal(target.when, ATTAIN_WHEN_EVERY_PERIOD);
    assert_string_equal(target.level, "school");
    assert_same(target.share, 0.8);
    assert_string_equal(target.unit_weight, "a");
    assert_int_equal(target.due, 2024);
    assert_int_equal(target.score, ATTAIN_SCORE_RATIO);
    assert_same(target.outer_low, 50);
    assert_same(target.outer_high, 100);
    assert_int_equal(target.judge, ATTAIN_JUDGE_ROUNDED);
    assert_same(target.weight, 3);
    assert_int_equal(target.soft, 1);
    assert_string_equal(target.owner, "Office");
    assert_string_equal(target.source, "1, 2");
    attain_plan_get_target(plan, 1, &target, NULL);
    assert_int_equal(target.series, ATTAIN_SERIES_CHANGE);
    assert_int_equal(target.step_count, 3);
    const double steps[] = {0, 0, 60, 0.6, 90, 1};
    for (int i = 0; i < 6; i++)
        assert_same(target.steps[i], steps[i]);
    attain_plan_destroy(plan);
}

/* Twenty faults, one of a kind, in one pass. */
static void all_faults_are_told_at_once_and_in_order(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    attain_read_options options;
    attain_error err;
    tables_plan(&list);
    tables_add(&list, "goals.csv",
               "id,name,parent,weight,aggregate,rule,at_least\n"
               "g,All,,,,,\n"
               "g1,First,g,-1,,,\n"          /* 1 weight */
               "g2,Second,gg,,,,\n"          /* 2 parent */
               "g3,Third,g,96%,,,\n"         /* 3 number */
               "g4,Fourth,g,,arithmatic,,\n" /* 4 word */
               "g1,Again,g,,,,\n"            /* 5 twice */
               "g5,,g,,,,\n"                 /* 6 no name */
               "g;6,Sixth,g,,,,\n"           /* 7 id */
               "g7,Seventh,g,,,at_least,\n"  /* 8 at_least */
               "g8,Eighth,g,,,,,x\n"         /* 9 too many */
               "g9,Ninth,g10,,,,\n"          /* 10 ring */
               "g10,Tenth,g9,,,,\n");
    tables_add(&list, "metrics.csv",
               "id,name,numerator,across,decimals,factor\n"
               "m1,Share,a,total,1,\n"
               "m2,Number,@m9,,,\n" /* 11 unknown metric */
               "m3,Half,c,,1.5,\n"  /* 12 not whole */
               "m4,None,c,,,0\n"    /* 13 factor 0 */
               "m5,Bad,c;;d,,,\n"); /* 14 empty part */
    tables_add(&list, "targets.csv",
               "id,goal,metric,name,value,due,veto,steps\n"
               "t1,g1,m1,To 96,96,,,\n"
               "t2,g2,m2,None,,,,\n"        /* 15 value */
               "t3,g3,m1,Late,1,2025年,,\n" /* 16 period */
               "t4,g4,m1,Maybe,1,,maybe,\n" /* 17 yes or no */
               "t5,g7,mm1,Other,1,,,\n"     /* 18 unknown metric */
               "t6,g,m1,Steps,1,,,0-0\n");  /* 19 steps */
    tables_add(&list, "bands.csv", "name,from\ngood,80\nfair,180\n"); /* 20 */
    options_of(&options, &problems);
    plan = NULL;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_TABLE);
    assert_null(plan);
    assert_told(&problems, "goals.csv:3:4: error: ", "0 or more");
    assert_told(&problems, "goals.csv:4:3: error: ", "did you mean");
    assert_told(&problems, "goals.csv:5:4: error: ", "96 for 96%");
    assert_told(&problems, "goals.csv:6:5: error: ",
                "write arithmetic, geometric, harmonic, min or median");
    assert_told(&problems, "goals.csv:7:1: error: ",
                "(the first is in goals.csv, line 3)");
    assert_told(&problems, "goals.csv:8:2: error: ", "no name");
    assert_told(&problems, "goals.csv:9:1: error: ", "may not contain ;");
    assert_told(&problems, "goals.csv:10:7: error: ", "at_least");
    assert_told(&problems, "goals.csv:11: error: ", "8 fields");
    assert_told(&problems, "goals.csv:12:3: error: ", "g9");
    assert_told(&problems, "metrics.csv:3:3: error: ", "m9");
    assert_told(&problems, "metrics.csv:4:5: error: ", "not a whole number");
    assert_told(&problems, "metrics.csv:5:6: error: ", "factor");
    assert_told(&problems, "metrics.csv:6:3: error: ", "empty");
    assert_told(&problems, "targets.csv:3:5: error: ", "value");
    assert_told(&problems, "targets.csv:4:6: error: ", "not a period");
    assert_told(&problems, "targets.csv:5:7: error: ", "write no or yes");
    assert_told(&problems, "targets.csv:6:3: error: ", "did you mean \"m1\"?");
    assert_told(&problems, "targets.csv:7:8: error: ", "0:0;60:0.6;90:1");
    assert_told(&problems, "bands.csv:3:2: error: ", "0 to 100");
    /* … and nothing else, in order; the error is the first. */
    for (size_t i = 0; problems.errors != 20 && i < problems.count; i++)
        print_error("%s\n", problems.lines[i]);
    assert_int_equal(problems.errors, 20);
    assert_int_equal(err.code, ATTAIN_ERR_TABLE);
    assert_int_equal(err.row, 3);
    assert_string_equal(err.field, "weight");
    assert_contains(err.message, "goals.csv: ");
}

static void plan_csv_tells_its_keys_at_their_lines(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    tables_plan(&list);
    tables_add(&list, "plan.csv",
               "key,value\nid,p\nnam,A plan\nfirst_period,2021\n"
               "last_period,2020\nid,q\nscore,ration\nveto_grade,fair\n"
               "missing,2021,2022\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_ERR_TABLE);
    assert_told(&problems, "plan.csv: error: ", "has no name");
    assert_told(&problems, "plan.csv: error: ", "level");
    assert_told(&problems, "plan.csv:3:1: error: ",
                "\"nam\" is not a key of this table; did you mean \"name\"?");
    assert_told(&problems, "plan.csv:5:2: error: ", "before first_period");
    assert_told(&problems, "plan.csv:6:1: error: ", "in line 2");
    assert_told(&problems, "plan.csv:7:2: error: ", "write ratio, progress");
    assert_told(&problems, "plan.csv:9: error: ", "3 fields");
    assert_int_equal(problems.errors, 7);
    tables_add(&list, "plan.csv",
               "key,value\nid,p\nname,A plan\nfirst_period,2021\n"
               "last_period,2025\nlevel,county\nveto_grade,bad\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_ERR_TABLE);
    assert_told(&problems, "plan.csv:7:2: error: ", "\"bad\"");
    assert_int_equal(problems.errors, 1);
}

static void tables_that_are_missing_or_strange_are_told(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    tables_plan(&list);
    tables_remove(&list, "metrics.csv");
    tables_add(&list, "goal.csv", "id\n");
    tables_add(&list, "other/goals.csv", "id,name\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_ERR_TABLE);
    assert_told(&problems, "metrics.csv: error: ", "missing");
    assert_told(&problems, "goal.csv: error: ", "no table of a plan");
    assert_told(&problems, "other/goals.csv: error: ", "twice");
    assert_int_equal(problems.errors, 3);
}

static void order_of_tables_and_columns_changes_nothing(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    tables_plan(&list);
    for (size_t i = 0; i < list.count / 2; i++) {
        attain_table swap = list.items[i];
        list.items[i] = list.items[list.count - 1 - i];
        list.items[list.count - 1 - i] = swap;
    }
    tables_add(&list, "goals.csv",
               "parent,weight,name,id\ng,2,First,g1\n,,All,g\n"
               "g,,Second,g2\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_OK);
    assert_int_equal(problems.count, 0);
    assert_int_equal(attain_plan_count(plan, ATTAIN_PLAN_GOALS), 3);
    attain_plan_destroy(plan);
}

static void ids_that_look_alike_are_warned_of(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_plan *plan;
    tables_plan(&list);
    tables_add(&list, "metrics.csv",
               "id,name,numerator,denominator,factor\n"
               "m1,Share,a,b,100\nm2,Number,c,,\nM1,Alike,c,,\n"
               "m 2,Alike,c,,\n\xef\xbd\x8d\xef\xbc\x91,Wide,c,,\n"
               "1.23457E+11,Damaged,c,,\n");
    assert_int_equal(read_plan(&list, &problems, &plan), ATTAIN_OK);
    assert_told(&problems, "metrics.csv:4:1: warning: ", "line 2");
    assert_told(&problems, "metrics.csv:5:1: warning: ", "line 3");
    assert_told(&problems, "metrics.csv:6:1: warning: ", "line 2");
    assert_told(&problems, "metrics.csv:7:1: warning: ",
                "a spreadsheet took for a number");
    attain_plan_destroy(plan);
}

static void columns_may_have_other_names(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_read_options options;
    attain_plan *plan;
    attain_error err;
    tables_plan(&list);
    tables_add(&list, "groups.csv", "kennung,name,weight\npupils,Pupils,1\n");
    options_of(&options, &problems);
    options.columns = "id=kennung; name=bezeichnung";
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, NULL),
        ATTAIN_OK);
    attain_plan_destroy(plan);
    plan = NULL;
    options.columns = "id";
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "columns");
    assert_null(plan);
}

static int32_t stop(const attain_problem *problem, void *user) {
    (void)problem;
    ++*(int *)user;
    return 7;
}

static void handler_can_stop_and_problems_can_be_limited(void **state) {
    (void)state;
    tables list;
    told problems;
    attain_read_options options;
    attain_plan *plan = NULL;
    attain_error err;
    int calls = 0;
    tables_plan(&list);
    tables_add(&list, "bands.csv",
               "name,from\na,x\nb,x\nc,x\nd,x\ne,x\nf,1\n F,2\n");
    options_of(&options, NULL);
    options.handler = stop;
    options.user = &calls;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_CALLBACK);
    assert_int_equal(calls, 1);
    options_of(&options, &problems);
    options.max_problems = 3;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_TABLE);
    assert_int_equal(problems.count, 4);
    assert_contains(problems.lines[2], "bands.csv:4:2: error: ");
    assert_contains(problems.lines[3], "more problems are not listed");
    options.handler = NULL;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_TABLE);
    assert_int_equal(err.row, 2);
    assert_null(plan);
}

static void arguments_that_cannot_be_used_are_refused(void **state) {
    (void)state;
    tables list;
    attain_read_options options;
    attain_plan *plan = NULL;
    attain_error err;
    tables_plan(&list);
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, NULL, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "out");
    assert_int_equal(attain_read_plan_tables(NULL, 1, NULL, &plan, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_read_plan_tables(NULL, 0, NULL, &plan, NULL),
                     ATTAIN_ERR_TABLE);
    options_of(&options, NULL);
    options.max_problems = 0;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "max_problems");
    options_of(&options, NULL);
    options.struct_size--;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, &options, &plan, &err),
        ATTAIN_ERR_STRUCT);
    list.items[2].struct_size = 0;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, NULL, &plan, &err),
        ATTAIN_ERR_STRUCT);
    assert_int_equal(err.row, 2);
    tables_plan(&list);
    list.items[1].name = NULL;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, NULL, &plan, &err),
        ATTAIN_ERR_ARGUMENT);
    tables_plan(&list);
    list.items[1].text = NULL;
    assert_int_equal(
        attain_read_plan_tables(list.items, list.count, NULL, &plan, &err),
        ATTAIN_ERR_ARGUMENT);
    attain_allocator half = {NULL, NULL, NULL, NULL};
    options_of(&options, NULL);
    options.allocator = &half;
    assert_int_equal(
        attain_read_plan_tables(list.items, 1, &options, &plan, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_null(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plan_of_sound_tables_has_all_they_say),
        cmocka_unit_test(every_column_of_targets_is_read),
        cmocka_unit_test(all_faults_are_told_at_once_and_in_order),
        cmocka_unit_test(plan_csv_tells_its_keys_at_their_lines),
        cmocka_unit_test(tables_that_are_missing_or_strange_are_told),
        cmocka_unit_test(order_of_tables_and_columns_changes_nothing),
        cmocka_unit_test(ids_that_look_alike_are_warned_of),
        cmocka_unit_test(columns_may_have_other_names),
        cmocka_unit_test(handler_can_stop_and_problems_can_be_limited),
        cmocka_unit_test(arguments_that_cannot_be_used_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
