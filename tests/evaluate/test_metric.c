/* The value of a metric for a unit and a period (method §2, rulings A6–A8,
 * A43–A46, A50, A51, A105–A107). Evaluator groups and parts of schools are in
 * test_variable.c. */
#include "evaluate/judge.h"

/* Four schools; b is rural and junior, d closes in 2025, e opens then. */
static const char schools[] =
    "id,name,level,parent,stage,tags,opened,closed\nc,C,county,,,,,\n"
    "a,A,school,c,primary,rural;small,,\nb,B,school,c,junior,rural,,\n"
    "d,D,school,c,primary,,,2025\ne,E,school,c,primary,small,2025,\n";

/* --- Own values --------------------------------------------------------- */

static void own_value_is_factor_times_ratio(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,factor\nk1,K,a;b;-d,,1\n"
        "k2,K,a,b,100\nk3,K,a;b,d;-b,2\nk4,K,a;q,,1\nk5,K,-a,,-3\n",
        5,
        (judge_tables){.observations =
                           "unit,period,a,b,d,q\nc,2025,6,8,12,\n"});
    assert_row(&made, "t1", "c", "value==2 coverage=1");
    assert_row(&made, "t2", "c", "value==75");
    assert_row(&made, "t3", "c", "value==7");
    /* Any part missing makes the whole missing. */
    assert_row(&made, "t4", "c", "value=- coverage=0");
    assert_row(&made, "t5", "c", "value==18");
    judge_end(&made);
}

static void own_value_over_zero_is_none_and_warned_of(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator\nk1,K,a,b\nk2,K,q,b\n", 2,
        (judge_tables){.observations = "unit,period,a,b,q\nc,2025,6,0,\n"});
    assert_row(&made, "t1", "c", "value=- coverage=0");
    assert_true(judge_found(&made, "metric 'k1' has no value where its "
                                   "denominator is 0"));
    /* An unknown numerator is no such case. */
    assert_false(judge_found(&made, "metric 'k2'"));
    judge_end(&made);
}

/* A53 */
static void own_value_of_an_absent_variable_is_unknown(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator\nk1,K,a,nowhere\nk2,K,a;nowhere,\n", 2,
        (judge_tables){.observations = "unit,period,a\nc,2025,6\n"});
    assert_row(&made, "t1", "c", "value=- status=unknown");
    assert_row(&made, "t2", "c", "value=-");
    assert_true(judge_found(&made, "'nowhere'"));
    judge_end(&made);
}

/* --- Across members ----------------------------------------------------- */

/* In 2025 a, b and e are members: ratios 1/10, 4/10, 9/30. */
static const char ratios[] = "unit,period,x,y\na,2025,1,10\nb,2025,4,10\n"
                             "e,2025,9,30\nd,2025,100,1\n";

static void across_every_kind_with_a_denominator(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across\nk1,K,x,y,total\n"
        "k2,K,x,y,mean\nk3,K,x,y,median\nk4,K,x,y,min\nk5,K,x,y,max\n"
        "k6,K,,,count\nk7,K,x,y,cv\nk8,K,x,y,gini\nk9,K,x,y,theil\n",
        9, (judge_tables){.units = schools, .observations = ratios});
    assert_row(&made, "t1", "c", "value==0.28 coverage=1");
    assert_row(&made, "t2", "c", "value=0.266666666666667");
    assert_row(&made, "t3", "c", "value==0.3");
    assert_row(&made, "t4", "c", "value==0.1");
    assert_row(&made, "t5", "c", "value==0.4");
    assert_row(&made, "t6", "c", "value==3 coverage=1");
    /* X = 0.28; weights 0.2, 0.2, 0.6:
     * S² = 0.2·0.18² + 0.2·0.12² + 0.6·0.02² = 0.0096 */
    assert_close(judge_value(&made, "t7", "c", ATTAIN_MEASURE_VALUE),
                 sqrt(0.0096) / 0.28, 1e-12);
    /* A44: 2 (100·0.3 + 300·0.2 + 300·0.1) / (2 · 2500 · 0.28) = 240/1400 */
    assert_close(judge_value(&made, "t8", "c", ATTAIN_MEASURE_VALUE),
                 240.0 / 1400, 1e-12);
    /* Σ (D/ΣD)(v/X) ln(v/X) */
    assert_close(judge_value(&made, "t9", "c", ATTAIN_MEASURE_VALUE),
                 0.2 * (0.1 / 0.28) * log(0.1 / 0.28) +
                     0.2 * (0.4 / 0.28) * log(0.4 / 0.28) +
                     0.6 * (0.3 / 0.28) * log(0.3 / 0.28),
                 1e-12);
    judge_end(&made);
}

/* Without a denominator: 1, 4, 9. */
static void across_every_kind_without_a_denominator(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,across,factor\nk1,K,x,total,10\nk2,K,x,mean,1\n"
        "k3,K,x,median,1\nk4,K,x,min,-1\nk5,K,x,max,-1\nk6,K,,count,10\n"
        "k7,K,x,cv,1\nk8,K,x,gini,1\nk9,K,x,theil,1\n",
        9, (judge_tables){.units = schools, .observations = ratios});
    assert_row(&made, "t1", "c", "value==140");
    assert_row(&made, "t2", "c", "value=4.66666666666667");
    assert_row(&made, "t3", "c", "value==4");
    /* Of factor · x: −1, −4, −9. */
    assert_row(&made, "t4", "c", "value==-9");
    assert_row(&made, "t5", "c", "value==-1");
    assert_row(&made, "t6", "c", "value==30");
    double mean = 14.0 / 3;
    double square = (1 + 16 + 81) / 3.0 - mean * mean;
    assert_close(judge_value(&made, "t7", "c", ATTAIN_MEASURE_VALUE),
                 sqrt(square) / mean, 1e-12);
    /* 2 (3 + 8 + 5)/(2 · 9 · 14/3) */
    assert_close(judge_value(&made, "t8", "c", ATTAIN_MEASURE_VALUE), 32.0 / 84,
                 1e-12);
    assert_close(judge_value(&made, "t9", "c", ATTAIN_MEASURE_VALUE),
                 (1 * log(1 / mean) + 4 * log(4 / mean) + 9 * log(9 / mean)) /
                     mean / 3,
                 1e-12);
    judge_end(&made);
}

/* The factor is in X and in v: the cv does not depend on it; a negative one
 * makes X < 0 (A8). */
static void spread_and_its_factor(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across,factor\nk1,K,x,y,cv,100\n"
        "k2,K,x,y,cv,-1\n",
        2, (judge_tables){.units = schools, .observations = ratios});
    assert_close(judge_value(&made, "t1", "c", ATTAIN_MEASURE_VALUE),
                 sqrt(0.0096) / 0.28, 1e-12);
    assert_row(&made, "t2", "c", "value=- coverage=1");
    assert_true(judge_found(&made, "metric 'k2' has no value: a spread"));
    judge_end(&made);
}

/* A8: X = 0; negative v for gini and theil; negative D; v = 0 is allowed; one
 * member has no spread. */
static void spread_without_a_meaning_is_none(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across,stage\nk1,K,z,,cv,\n"
        "k2,K,n,,gini,\nk3,K,n,,cv,\nk4,K,x,w,theil,\nk5,K,o,,theil,\n"
        "k6,K,o,,cv,junior\nk7,K,o,,gini,junior\n",
        7,
        (judge_tables){.units = schools,
                       .observations = "unit,period,z,n,x,w,o\n"
                                       "a,2025,0,-1,1,-1,0\n"
                                       "b,2025,0,4,1,2,3\ne,2025,0,3,1,2,3\n"});
    assert_row(&made, "t1", "c", "value=-");
    assert_row(&made, "t2", "c", "value=-");
    /* cv bears negative values: mean 2, squares 9 + 4 + 1. */
    assert_close(judge_value(&made, "t3", "c", ATTAIN_MEASURE_VALUE),
                 sqrt(14.0 / 3) / 2, 1e-12);
    assert_row(&made, "t4", "c", "value=-");
    /* 0 ln 0 = 0; the others are 3/2 of the mean. */
    assert_close(judge_value(&made, "t5", "c", ATTAIN_MEASURE_VALUE), log(1.5),
                 1e-12);
    assert_row(&made, "t6", "c", "value==0");
    assert_row(&made, "t7", "c", "value==0");
    judge_end(&made);
}

/* --- Members ------------------------------------------------------------ */

/* A50: any of the stages, all of the tags; open in that period. */
static void members_match_and_are_open(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,due\n"
                   "t1,g,k1,T,none,2025\nt2,g,k1,T,none,2024\n"
                   "t3,g,k2,T,none,2025\nt4,g,k3,T,none,2025\n"
                   "t5,g,k4,T,none,2025\nt6,g,k5,T,none,2025\n"
                   "t7,g,k6,T,none,2025\n",
        .metrics = "id,name,across,stage,tags,level\nk1,K,count,,,\n"
                   "k2,K,count,primary,,\nk3,K,count,primary;junior,rural,\n"
                   "k4,K,count,,rural;small,\nk5,K,count,vocational,,\n"
                   "k6,K,count,,,township\n",
        .units = schools,
        .observations = "unit,period,x\na,2025,1\n"});
    assert_row(&made, "t1", "c", "value==3");
    assert_row(&made, "t2", "c", "value==3");
    assert_row(&made, "t3", "c", "value==2");
    assert_row(&made, "t4", "c", "value==2");
    assert_row(&made, "t5", "c", "value==1");
    /* A106: also 0, with a coverage of 1. */
    assert_row(&made, "t6", "c", "value==0 coverage=1");
    assert_row(&made, "t7", "c", "value==0 coverage=1");
    judge_end(&made);
}

/* A46: no members, no value and no coverage. */
static void members_none_has_no_value(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,across,stage,min_coverage\n"
        "k1,K,x,mean,vocational,\nk2,K,x,total,vocational,0\n",
        2, (judge_tables){.units = schools, .observations = ratios});
    assert_row(&made, "t1", "c", "value=- coverage=-");
    assert_row(&made, "t2", "c", "value=- coverage=-");
    judge_end(&made);
}

/* A6: a unit of the metric's level is its own only member. */
static void member_of_itself(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,level\nat_least,4,school\n",
                       .metrics = "id,name,numerator,across,stage\n"
                                  "m,M,x,total,primary;junior\n",
                       .units = schools,
                       .observations = ratios});
    assert_row(&made, "t", "a", "value==1 verdict=not_met");
    assert_row(&made, "t", "b", "value==4 verdict=met coverage=1");
    assert_row(&made, "t", "c", "value=0.666666666666667");
    judge_end(&made);
}

/* A7, A43: of a, b and e, b has D = 0 and e has no D. */
static void members_with_zero_or_missing_denominators(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across,min_coverage\n"
        "k1,K,x,y,mean,0.5\nk2,K,x,y,mean,0.6\nk3,K,x,y,total,0.6\n"
        "k4,K,x,y,total,0.7\nk5,K,y,x,total,0\n",
        5,
        (judge_tables){.units = schools,
                       .observations = "unit,period,x,y\na,2025,1,10\n"
                                       "b,2025,4,0\ne,2025,9,\n"});
    /* b has no ratio and does not count: a of a, e. */
    assert_row(&made, "t1", "c", "value==0.1 coverage=0.5");
    assert_row(&made, "t2", "c", "value=- coverage=0.5");
    /* total keeps b: (1 + 4)/10 of 2/3. */
    assert_row(&made, "t3", "c", "value==0.5 coverage=0.6666666666666667");
    assert_row(&made, "t4", "c", "value=-");
    assert_row(&made, "t5", "c", "value==2");
    judge_end(&made);
}

static void members_whose_denominators_sum_to_zero(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across\nk1,K,x,y,total\n"
        "k2,K,x,y,mean\n",
        2,
        (judge_tables){.units = schools,
                       .observations = "unit,period,x,y\na,2025,1,0\n"
                                       "b,2025,4,0\ne,2025,9,0\n"});
    assert_row(&made, "t1", "c", "value=- coverage=1");
    assert_true(judge_found(&made, "metric 'k1' has no value where"));
    assert_row(&made, "t2", "c", "value=- coverage=-");
    judge_end(&made);
}

/* A46: equal is enough; none known is no value, whatever is asked. */
static void coverage_at_its_limit(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,across,min_coverage\nk1,K,x,mean,0.6666666666666\n"
        "k2,K,x,mean,0.67\nk3,K,q,mean,0\nk4,K,x,mean,\n",
        4,
        (judge_tables){.units = schools,
                       .observations = "unit,period,x,q\na,2025,2,\n"
                                       "b,2025,4,\n"});
    assert_row(&made, "t1", "c", "value==3 coverage=0.6666666666666667");
    assert_row(&made, "t2", "c", "value=-");
    assert_row(&made, "t3", "c", "value=- coverage=0");
    assert_row(&made, "t4", "c", "value=-");
    judge_end(&made);
}

/* A1, A51: the filter of an own value is on the judged unit. */
static void filter_of_an_own_value_is_on_the_unit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,1,school\nu,g,m,U,at_least,1,\n"
                   "v,g,n,V,at_least,1,\n",
        .metrics = "id,name,numerator,stage,across\nm,M,x,primary,none\n"
                   "n,N,x,primary,mean\n",
        .units = schools,
        .observations = "unit,period,x\na,2025,2\nb,2025,3\nc,2025,7\n"
                        "e,2025,4\n"});
    assert_row(&made, "t", "a", "value==2");
    assert_int_equal(judge_row(&made, "t", "b"), -1);
    assert_row(&made, "t", "c", "value==1");
    /* A county has no stage. */
    assert_int_equal(judge_row(&made, "u", "c"), -1);
    assert_true(judge_found(&made, "'u' applies to no unit"));
    assert_row(&made, "v", "c", "value==3");
    judge_end(&made);
}

/* --- Metrics of metrics (A105, A107) ------------------------------------ */

static void metric_of_metrics(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across,factor,stage\n"
        "k1,K,@k2;@k3,,none,0.5,\nk2,K,x,y,total,1,\nk3,K,x,,max,1,\n"
        "k4,K,@k5,,mean,1,\nk5,K,x,y,none,100,\nk6,K,@k7,,mean,1,\n"
        "k7,K,x,y,none,1,primary\nk8,K,x,@k3,total,1,\n",
        8, (judge_tables){.units = schools, .observations = ratios});
    /* (0.28 + 9)/2 */
    assert_row(&made, "t1", "c", "value=4.64");
    /* For a member that member's value: (10 + 40 + 30)/3. */
    assert_row(&made, "t4", "c", "value=26.6666666666667");
    /* Missing at b, which is not of that metric's stage. */
    assert_row(&made, "t6", "c", "value=- coverage=0.6666666666666667");
    /* Each school is its own maximum: 14/14. */
    assert_row(&made, "t8", "c", "value==1");
    judge_end(&made);
}

/* A105: a member whose part has no value by D = 0 is missing, not left out. */
static void metric_of_metrics_without_a_value_is_missing(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,denominator,across,min_coverage\n"
        "k1,K,@k2,,mean,0.5\nk2,K,x,y,none,\n",
        2,
        (judge_tables){.units = schools,
                       .observations = "unit,period,x,y\na,2025,1,10\n"
                                       "b,2025,4,0\ne,2025,9,30\n"});
    assert_row(&made, "t1", "c", "value=0.2 coverage=0.6666666666666667");
    judge_end(&made);
}

/* Observations outside the open span are not used. */
static void closed_units_have_no_values(void **state) {
    (void)state;
    judge made = judge_metrics(
        "id,name,numerator,across\nk1,K,x,total\n", 1,
        (judge_tables){.units = schools,
                       .observations = "unit,period,x\na,2024,1\nb,2024,2\n"
                                       "d,2024,4\ne,2024,8\n",
                       .as_of = "2024"});
    assert_row(&made, "t1", "c", "value==7 coverage=1");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_value_is_factor_times_ratio),
        cmocka_unit_test(own_value_over_zero_is_none_and_warned_of),
        cmocka_unit_test(own_value_of_an_absent_variable_is_unknown),
        cmocka_unit_test(across_every_kind_with_a_denominator),
        cmocka_unit_test(across_every_kind_without_a_denominator),
        cmocka_unit_test(spread_and_its_factor),
        cmocka_unit_test(spread_without_a_meaning_is_none),
        cmocka_unit_test(members_match_and_are_open),
        cmocka_unit_test(members_none_has_no_value),
        cmocka_unit_test(member_of_itself),
        cmocka_unit_test(members_with_zero_or_missing_denominators),
        cmocka_unit_test(members_whose_denominators_sum_to_zero),
        cmocka_unit_test(coverage_at_its_limit),
        cmocka_unit_test(filter_of_an_own_value_is_on_the_unit),
        cmocka_unit_test(metric_of_metrics),
        cmocka_unit_test(metric_of_metrics_without_a_value_is_missing),
        cmocka_unit_test(closed_units_have_no_values)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
