/* What points add to their main school (rulings A115). */
#include "evaluate/everything.h"

static const char goals[] = "id,name,parent,level\ng,G,,\ns,S,g,school\n";

static const char metrics[] =
    "id,name,numerator,denominator,across,direction\nx,X,x,,total,up\n"
    "r,R,x,n,total,up\nk,K,k,,max,down\nc,C,,,count,up\no,O,x,,,up\n"
    "v,V,rating,,,up\n";

static const char targets[] =
    "id,goal,metric,name,comparator,value,level\nt,g,x,T,at_least,0.3,\n"
    "u,s,o,U,at_least,0.3,\nr,g,r,R,at_least,0.1,\nk,s,k,K,at_most,45,\n"
    "c,g,c,C,at_least,2,\nv,s,v,V,at_least,3,\n";

static const char variables[] = "id,additive\nx,yes\nn,yes\nk,\nrating,\n";

/* 0.1 + 0.2 is 0.3 as decimals and not as doubles. */
static void sum_of_decimals_is_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = goals,
        .metrics = metrics,
        .targets = targets,
        .variables = variables,
        .units = "id,name,level,parent,attached_to\nc,C,county,,\n"
                 "a,A,school,c,\np,P,school,c,a\nb,B,school,c,\n",
        .observations = "unit,period,x,n,k,rating\na,2025,0.1,1,45,3\n"
                        "p,2025,0.2,2,60,1\nb,2025,0.5,5,40,4\n"});
    assert_row(&made, "u", "a", "verdict=met value==0.3 attainment=1");
    assert_row(&made, "k", "a", "verdict=met value=45");
    assert_row(&made, "v", "a", "verdict=met value=3");
    assert_row(&made, "t", "c", "verdict=met value=0.8 coverage=1");
    assert_row(&made, "r", "c", "verdict=met value=0.1");
    assert_row(&made, "c", "c", "verdict=met value=2");
    assert_int_equal(judge_row(&made, "u", "p"), -1);
    assert_int_equal(judge_row(&made, "s", "p"), -1);
    judge_end(&made);
}

/* Missing is never zero: not the school's, and not the point's. */
static void missing_of_one_is_missing_of_all(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = goals,
        .metrics = metrics,
        .targets = targets,
        .variables = variables,
        .units = "id,name,level,parent,attached_to\nc,C,county,,\n"
                 "a,A,school,c,\np,P,school,c,a\nb,B,school,c,\n"
                 "q,Q,school,c,b\n",
        .observations = "unit,period,x,n,k\na,2025,1,,45\np,2025,,1,\n"
                        "b,2025,,1,1\nq,2025,1,1,1\n"});
    assert_row(&made, "u", "a", "verdict=unknown value=-");
    assert_row(&made, "u", "b", "verdict=unknown value=-");
    assert_row(&made, "t", "c", "verdict=unknown coverage=0");
    assert_row(&made, "r", "c", "verdict=unknown coverage=0");
    judge_end(&made);
}

/* A part of a nine-year school gets its share, and then its point's own. */
static void part_of_a_school_has_a_point(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .metrics = "id,name,numerator,across\nm,M,land,\n",
        .goals = "id,name,parent,level\ng,G,,school\n",
        .target = "comparator,value\nat_least,60\n",
        .units = "id,name,level,parent,stage,attached_to\nc,C,county,,,\n"
                 "k,K,complex,c,,\ne,E,school,k,primary,\n"
                 "f,F,school,k,junior,\np,P,school,k,primary,e\n",
        .variables = "id,shared,additive\nland,yes,yes\nn,,yes\n",
        .stages = "stage,weight,enrolment\nprimary,1,n\njunior,1.1,n\n",
        .plan = "key,value\nid,p\nname,P\nfirst_period,2021\n"
                "last_period,2025\nlevel,county\n",
        .observations = "unit,period,land,n\nk,2025,210,\ne,2025,,10\n"
                        "f,2025,,10\np,2025,7,5\n"});
    /* 210 · 10/(10 + 11) = 100 and 7; 210 · 11/21 = 110. */
    assert_row(&made, "t", "e", "value=107 verdict=met");
    assert_row(&made, "t", "f", "value=110 verdict=met");
    judge_end(&made);
}

/* The results do not depend on the order of rows. */
static void order_of_units_does_not_matter(void **state) {
    static const char *const orders[] = {
        "a,A,school,c,\np,P,school,c,a\nq,Q,school,c,a\nr,R,school,c,a\n",
        "r,R,school,c,a\nq,Q,school,c,a\np,P,school,c,a\na,A,school,c,\n",
        "q,Q,school,c,a\na,A,school,c,\nr,R,school,c,a\np,P,school,c,a\n"};
    double first = 0;
    (void)state;
    for (size_t o = 0; o < 3; o++) {
        char units[512] = "id,name,level,parent,attached_to\nc,C,county,,\n";
        strcat(units, orders[o]);
        judge made = judge_begin((judge_tables){
            .goals = goals,
            .metrics = metrics,
            .targets = targets,
            .variables = variables,
            .units = units,
            .observations = "unit,period,x\na,2025,1e-17\np,2025,1\n"
                            "q,2025,3.3333333333333333\nr,2025,1e16\n"});
        double value = judge_value(&made, "u", "a", ATTAIN_MEASURE_VALUE);
        if (o == 0)
            first = value;
        assert_same(value, first);
        judge_end(&made);
    }
}

static void explanation_names_the_points(void **state) {
    char text[4096];
    size_t count;
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = goals,
        .metrics = metrics,
        .targets = targets,
        .variables = variables,
        .units = "id,name,level,parent,attached_to\nc,C,county,,\n"
                 "a,A,school,c,\np,P,school,c,a\nq,Far,school,c,a\n",
        .observations = "unit,period,x\na,2025,1\np,2025,2\n"});
    assert_int_equal(attain_evaluation_explain(
                         made.ev, made.plan, made.data, judge_node(&made, "u"),
                         judge_unit(&made, "a"), ATTAIN_LANGUAGE_EN, text,
                         sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "and of its point p P\n");
    assert_contains(text, "x = 2");
    assert_contains(text, "and of its point q Far\n");
    assert_contains(text, "x: not observed");
    judge_end(&made);
}

static int32_t count_warning(const attain_problem *problem, void *user) {
    int *count = user;
    *count += problem->severity == ATTAIN_SEVERITY_WARNING &&
              strstr(problem->message, "no variable is additive") != NULL;
    return 0;
}

static void attached_without_anything_to_add_is_warned_of(void **state) {
    attain_table tables[2];
    attain_read_options options;
    attain_dataset *data = NULL;
    int warnings = 0;
    (void)state;
    attain_table_init(&tables[0]);
    attain_table_init(&tables[1]);
    tables[0].name = "units.csv";
    tables[0].text = "id,name,level,attached_to\na,A,school,\np,P,school,a\n";
    tables[1].name = "observations.csv";
    tables[1].text = "unit,period,x\na,2025,1\n";
    tables[0].length = tables[1].length = ATTAIN_NUL_TERMINATED;
    attain_read_options_init(&options);
    options.handler = count_warning;
    options.user = &warnings;
    assert_int_equal(
        attain_read_dataset_tables(tables, 2, &options, &data, NULL),
        ATTAIN_OK);
    assert_int_equal(warnings, 1);
    attain_dataset_destroy(data);
}

static void points_without_memory(void **state) {
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    judge made = judge_read((judge_tables){
        .goals = goals,
        .metrics = metrics,
        .targets = targets,
        .variables = variables,
        .units = "id,name,level,parent,attached_to\nc,C,county,,\n"
                 "a,A,school,c,\np,P,school,c,a\n",
        .observations = "unit,period,x\na,2025,1\np,2025,2\n"});
    support_memory_init(&memory);
    attain_evaluate_options options;
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_evaluation *ev = NULL;
        support_memory_fail(&memory, k, 0);
        status = attain_evaluate(made.plan, made.data, &options, &ev, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        attain_evaluation_destroy(ev);
        assert_no_leak(&memory);
    }
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sum_of_decimals_is_on_the_limit),
        cmocka_unit_test(missing_of_one_is_missing_of_all),
        cmocka_unit_test(part_of_a_school_has_a_point),
        cmocka_unit_test(order_of_units_does_not_matter),
        cmocka_unit_test(explanation_names_the_points),
        cmocka_unit_test(attached_without_anything_to_add_is_warned_of),
        cmocka_unit_test(points_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
