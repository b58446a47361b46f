/* Wholes: the units below one, by the share of them that is met (method §3,
 * rulings A25, A33–A37, A68, A69, A112). */
#include "evaluate/judge.h"

static const char five[] =
    "id,name,level,parent\nc,C,county,\na,A,school,c\nb,B,school,c\n"
    "d,D,school,c\ne,E,school,c\nf,F,school,c\n";

/* --- Share (A35, A36) --------------------------------------------------- */

/* 0.8 · 5 = 4, exactly. */
static void share_of_four_in_five_is_on_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,share\nat_least,10,school,0.8\n"
                  "at_least,10,school,0.81\nat_least,10,school,\n",
        .units = five,
        .observations = "unit,period,x\na,2025,10\nb,2025,10\nd,2025,10\n"
                        "e,2025,10\nf,2025,5\n"});
    assert_row(&made, "t", "c",
               "verdict=met value==0.8 attainment=0.9 status=achieved "
               "coverage=1 expected=- pace=- projection=-");
    assert_row(&made, "t2", "c", "verdict=not_met status=missed");
    assert_row(&made, "t3", "c", "verdict=not_met value==0.8");
    assert_row(&made, "t", "f", "verdict=not_met attainment=0.5");
    judge_end(&made);
}

/* Unknown units count in n, and could still be met. */
static void share_with_unknown_units(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,share\nat_least,10,school,0.4\n"
                  "at_least,10,school,0.8\nat_least,10,school,0.9\n",
        .units = five,
        .observations = "unit,period,x\na,2025,10\nb,2025,10\nd,2025,5\n"});
    /* met 2, unknown 2: 2 ≥ 2; 2 + 2 ≥ 4; 4 < 4.5. */
    assert_row(&made, "t", "c",
               "verdict=met value==0.4 attainment=0.833333333333333 "
               "coverage==0.6");
    assert_row(&made, "t2", "c", "verdict=unknown status=unknown value==0.4");
    assert_row(&made, "t3", "c", "verdict=not_met value==0.4");
    judge_end(&made);
}

/* A36: empty while all are unknown; one that is not met is enough for 0. */
static void value_of_a_whole(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,level\nat_least,10,school\n",
                       .units = five,
                       .observations = "unit,period,x\na,2024,10\n",
                       .as_of = "2025"});
    assert_row(&made, "t", "c",
               "value=- verdict=unknown attainment=- coverage==0");
    judge_end(&made);
    made = judge_begin(
        (judge_tables){.target = "comparator,value,level\nat_least,10,school\n",
                       .units = five,
                       .observations = "unit,period,x\na,2025,1\n"});
    assert_row(&made, "t", "c", "value==0 verdict=not_met attainment=0.1");
    judge_end(&made);
}

/* A25: a county without schools is unknown, never met. */
static void whole_of_no_units_is_unknown(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,school\n",
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,10,school\nu,h,m,U,at_least,10,\n",
        .units = "id,name,level,parent\nc,C,county,\nd,D,county,\n"
                 "a,A,school,d\n",
        .observations = "unit,period,x\na,2025,10\n"});
    assert_row(&made, "t", "c",
               "verdict=unknown value=- attainment=- coverage==0");
    assert_row(&made, "h", "c",
               "verdict=unknown value=- score=- low==0 high==100 coverage==0");
    assert_row(&made, "g", "c",
               "verdict=unknown score=- low==0 high==100 coverage==0");
    assert_row(&made, "t", "d", "verdict=met value==1");
    judge_end(&made);
}

/* A level that no unit has: a warning, and rows as A25. */
static void whole_of_a_level_of_no_unit(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,level\nat_least,10,hamlet\n",
                       .x = "2025 10"});
    assert_row(&made, "t", "c", "verdict=unknown value=- coverage==0");
    assert_true(judge_found(&made, "'t': level 'hamlet' is that of no unit"));
    judge_end(&made);
}

/* A58, A26: wholes of what is only watched have no verdict. */
static void whole_of_none_has_no_verdict(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,level,score,bad,good\nnone,school,,,\n"
                  "none,school,efficacy,0,10\n",
        .units = five,
        .observations = "unit,period,x\na,2025,10\nb,2025,5\n"});
    assert_row(&made, "t", "c",
               "verdict=- status=unrated value=- attainment=- coverage=-");
    /* (1 + 0.8)/2 */
    assert_row(&made, "t2", "c", "verdict=- attainment=0.9 coverage==0.4");
    judge_end(&made);
}

/* A26: missed only when j = d. */
static void status_of_a_whole(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,due\nat_least,10,school,2025\n"
                  "at_least,10,school,2024\n",
        .units = five,
        .observations = "unit,period,x\na,2024,1\n",
        .as_of = "2024"});
    assert_row(&made, "t", "c", "verdict=not_met status=unrated");
    assert_row(&made, "t2", "c", "verdict=not_met status=missed");
    judge_end(&made);
}

/* A26: of a goal when the as-of period is the plan's last. */
static void status_of_the_whole_of_a_goal(void **state) {
    static const char *const as_of[] = {"2024", "2025", "2026"};
    static const char *const cells[] = {"status=unrated", "status=missed",
                                        "status=missed"};
    (void)state;
    for (int i = 0; i < 3; i++) {
        judge made = judge_begin((judge_tables){
            .goals = "id,name,parent,level\ng,G,,\nh,H,g,school\n",
            .targets = "id,goal,metric,name,comparator,value\n"
                       "t,h,m,T,at_least,10\n",
            .units = five,
            .observations = "unit,period,x\na,2024,1\na,2025,1\n",
            .as_of = as_of[i]});
        assert_row(&made, "h", "c", "verdict=not_met");
        assert_row(&made, "h", "c", cells[i]);
        judge_end(&made);
    }
}

/* --- Rows (A33, A34, A37) ----------------------------------------------- */

/* The node's own level and its parent goal's: no rows of what is between. */
static void rows_are_of_two_levels(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,township\nk,K,g,school\n",
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,10,school\n"
                   "u,h,m,U,at_least,10,school\nv,k,m,V,at_least,10,\n",
        .units = "id,name,level,parent\nc,C,county,\nw,W,township,c\n"
                 "v,V,township,c\na,A,school,w\nb,B,school,w\nd,D,school,v\n",
        .observations = "unit,period,x\na,2025,10\nb,2025,5\nd,2025,10\n"});
    assert_row(&made, "t", "c", "value=0.666666666666667");
    assert_int_equal(judge_row(&made, "t", "w"), -1);
    assert_row(&made, "u", "w", "value==0.5 verdict=not_met");
    assert_row(&made, "u", "v", "value==1 verdict=met");
    assert_int_equal(judge_row(&made, "u", "c"), -1);
    assert_row(&made, "h", "w", "verdict=not_met score=75");
    assert_row(&made, "h", "c", "value==0.5 verdict=not_met score=87.5");
    assert_int_equal(judge_row(&made, "h", "a"), -1);
    assert_row(&made, "k", "a", "score=100");
    assert_row(&made, "k", "c", "value=0.666666666666667");
    assert_int_equal(judge_row(&made, "v", "c"), -1);
    judge_end(&made);
}

/* The root itself at a finer level than the plan's unit. */
static void rows_of_a_root_at_schools(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level,share\ng,G,,school,0.5\n",
        .target = "comparator,value\nat_least,10\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x\na,2025,10\nb,2025,5\n"});
    assert_row(&made, "g", "c", "value==0.5 verdict=met score=75");
    assert_row(&made, "g", "b", "value=- verdict=not_met score=50 rank==2");
    assert_int_equal(judge_row(&made, "t", "c"), -1);
    judge_end(&made);
}

/* A33: a target's own rows are those open in j, goals and wholes those open as
 * of p*. The whole counts rows that are there: b is closed in 2025. */
static void rows_are_of_open_units(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,school\n",
        .targets = "id,goal,metric,name,comparator,value,level,due\n"
                   "t,g,m,T,at_least,10,school,2023\n"
                   "u,h,m,U,at_least,10,,2023\n",
        .units = "id,name,level,parent,opened,closed\nc,C,county,,,\n"
                 "a,A,school,c,,\nb,B,school,c,,2024\nd,D,school,c,2025,\n"
                 "o,O,county,,,2025\ni,I,county,,2025,\n",
        .observations = "unit,period,x\na,2023,10\nb,2023,5\nd,2025,10\n"});
    assert_row(&made, "t", "c", "value==0.5");
    assert_row(&made, "t", "b", "verdict=not_met");
    assert_int_equal(judge_row(&made, "t", "d"), -1);
    assert_row(&made, "u", "b", "verdict=not_met");
    assert_row(&made, "h", "a", "score=100");
    assert_int_equal(judge_row(&made, "h", "b"), -1);
    /* No target of h applies to d. */
    assert_int_equal(judge_row(&made, "h", "d"), -1);
    assert_row(&made, "h", "c", "value==1 verdict=met");
    assert_int_equal(judge_row(&made, "g", "o"), -1);
    /* Wholes: open as of p*, not in j = 2023. */
    assert_int_equal(judge_row(&made, "t", "o"), -1);
    assert_row(&made, "t", "i", "verdict=unknown value=-");
    judge_end(&made);
}

/* --- Unknown units by mode (A68) ---------------------------------------- */

/* Attainments 1, 0.5 and three unknown. */
static void attainment_of_a_whole_by_mode(void **state) {
    static const char *const modes[] = {"missing,renormalise\n",
                                        "missing,zero\n", "missing,strict\n"};
    static const char *const cells[] = {"attainment=0.75 coverage==0.4",
                                        "attainment=0.3 coverage==0.4",
                                        "attainment=- coverage==0.4"};
    static const char *const goal[] = {"score=75 low=30 high=90",
                                       "score=30 low=30 high=90",
                                       "score=- low=30 high=90"};
    (void)state;
    for (int m = 0; m < 3; m++) {
        judge made = judge_begin((judge_tables){
            .plan = modes[m],
            .target = "comparator,value,level\nat_least,10,school\n",
            .units = five,
            .observations = "unit,period,x\na,2025,10\nb,2025,5\n"});
        assert_row(&made, "t", "c", cells[m]);
        assert_row(&made, "g", "c", goal[m]);
        judge_end(&made);
    }
}

/* --- unit_weight (A112) ------------------------------------------------- */

/* (100 · 1 + 300 · 0.5)/400; the share counts units: 1/2. */
static void unit_weight_weights_attainment_only(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level,unit_weight\ng,G,,,\n"
                 "h,H,g,school,n\n",
        .targets = "id,goal,metric,name,comparator,value,level,unit_weight\n"
                   "t,g,m,T,at_least,10,school,n\nu,h,m,U,at_least,10,,\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x,n\na,2025,10,100\nb,2025,5,300\n"});
    assert_row(&made, "t", "c", "attainment=0.625 value==0.5 coverage==1");
    assert_row(&made, "h", "c", "score=62.5 value==0.5 low=62.5 high=62.5");
    judge_end(&made);
}

/* It weights low, high and coverage too. */
static void unit_weight_with_unknown_units(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,unit_weight\n"
                  "at_least,10,school,n\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\nd,D,school,c\n",
        .observations = "unit,period,x,n\na,2025,10,100\nb,2025,5,300\n"
                        "d,2025,,100\n"});
    /* (100 + 150)/400; low 250/500, high 350/500 */
    assert_row(&made, "t", "c", "attainment=0.625 coverage==0.8");
    assert_row(&made, "g", "c", "score=62.5 low=50 high=70 coverage==0.8");
    judge_end(&made);
}

/* Missing or negative at a scored unit: no attainment, and a warning. */
static void unit_weight_missing_or_negative(void **state) {
    static const char *const observations[] = {
        "unit,period,x,n\na,2025,10,100\nb,2025,5,\n",
        "unit,period,x,n\na,2025,10,100\nb,2025,5,-1\n",
        "unit,period,x\na,2025,10\nb,2025,5\n"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        judge made = judge_begin((judge_tables){
            .target = "comparator,value,level,unit_weight\n"
                      "at_least,10,school,n\n",
            .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                     "b,B,school,c\n",
            .observations = observations[i]});
        assert_row(&made, "t", "c",
                   "attainment=- coverage==0 value==0.5 verdict=not_met");
        assert_row(&made, "g", "c", "score=- low==0 high==100 coverage==0");
        assert_true(judge_found(&made, "'t' weights units by 'n'"));
        judge_end(&made);
    }
}

/* Weights of 0 alone: nothing takes part. A weight of 0 leaves a unit out. */
static void unit_weight_zero(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,unit_weight\n"
                  "at_least,10,school,n\nat_least,10,school,z\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x,n,z\na,2025,10,0,0\nb,2025,5,2,0\n"});
    assert_row(&made, "t", "c", "attainment=0.5 coverage==1");
    assert_row(&made, "t2", "c", "attainment=- verdict=not_met");
    judge_end(&made);
}

/* Where a unit has none itself, the sum over its members: of the metric for a
 * target, the schools below for a goal. Townships 30 and 10. */
static void unit_weight_of_members(void **state) {
    static const char towns[] =
        "id,name,level,parent,stage\nc,C,county,,\nw,W,township,c,\n"
        "v,V,township,c,\na,A,school,w,primary\nb,B,school,w,junior\n"
        "d,D,school,v,primary\n";
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level,unit_weight\ng,G,,,\n"
                 "h,H,g,township,n\n",
        .targets = "id,goal,metric,name,comparator,value,level,unit_weight\n"
                   "t,g,m,T,at_least,10,township,n\n"
                   "u,g,k,U,at_least,2,township,n\n"
                   "v,h,m,V,at_least,10,,\n",
        .metrics = "id,name,numerator,across,stage\nm,M,x,none,\n"
                   "k,K,,count,primary\n",
        .units = towns,
        .observations = "unit,period,x,n\nw,2025,10,\nv,2025,5,\n"
                        "a,2025,,10\nb,2025,,20\nd,2025,,10\n"});
    /* (30 · 1 + 10 · 0.5)/40 */
    assert_row(&made, "t", "c", "attainment=0.875");
    assert_row(&made, "h", "c", "score=87.5");
    /* Primary members alone: 10 and 10, both 1 of 2. */
    assert_row(&made, "u", "c", "attainment=0.5 value==0");
    judge_end(&made);
    made = judge_begin((judge_tables){
        .target = "comparator,value,level,unit_weight\n"
                  "at_least,10,township,n\n",
        .units = towns,
        .observations = "unit,period,x,n\nw,2025,10,\nv,2025,5,\n"
                        "a,2025,,10\nd,2025,,10\n"});
    /* b lacks it, so w does. */
    assert_row(&made, "t", "c", "attainment=- coverage==0");
    judge_end(&made);
}

/* The weight is taken in the row's period: that of the target's j. */
static void unit_weight_of_the_period_judged(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,unit_weight,due\n"
                  "at_least,10,school,n,2024\n",
        .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
                 "b,B,school,c\n",
        .observations = "unit,period,x,n\na,2024,10,3\nb,2024,5,1\n"
                        "a,2025,10,1\nb,2025,5,1\n"});
    assert_row(&made, "t", "c", "attainment=0.875");
    judge_end(&made);
}

/* --- None to judge (A119) ------------------------------------------------ */

/* C has a school of each stage, D a primary one, E none at all. */
static void whole_only_where_there_is_any(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level,if_any\ng,G,,,\nh,H,g,school,yes\n"
                 "k,K,g,school,\n",
        .metrics = "id,name,numerator,stage\nm,M,x,junior\np,P,x,primary\n",
        .targets = "id,goal,metric,name,value,level,if_any\n"
                   "t,g,m,T,1,school,yes\nu,g,m,U,1,school,\n"
                   "v,h,m,V,1,,\nw,k,m,W,1,,\nz,g,p,Z,1,school,\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\nd,D,county,,\n"
                 "e,E,county,,\na,A,school,c,junior\nb,B,school,c,primary\n"
                 "f,F,school,d,primary\n",
        .observations = "unit,period,x\na,2025,1\nb,2025,1\nf,2025,1\n"});
    assert_row(&made, "t", "c", "verdict=met value=1");
    assert_row(&made, "h", "c", "verdict=met score=100");
    assert_int_equal(judge_row(&made, "t", "d"), -1);
    assert_int_equal(judge_row(&made, "h", "d"), -1);
    assert_int_equal(judge_row(&made, "t", "e"), -1);
    assert_row(&made, "u", "d", "verdict=unknown value=-");
    assert_row(&made, "k", "d", "verdict=unknown");
    assert_row(&made, "z", "d", "verdict=met");
    assert_row(&made, "g", "c", "verdict=met targets=3 targets_met=3");
    /* t and h are not there; u and k are not known. */
    assert_row(&made, "g", "d", "verdict=unknown targets=2 targets_met=1");
    assert_row(&made, "g", "e", "verdict=unknown targets=2 targets_met=0");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(share_of_four_in_five_is_on_the_limit),
        cmocka_unit_test(whole_only_where_there_is_any),
        cmocka_unit_test(share_with_unknown_units),
        cmocka_unit_test(value_of_a_whole),
        cmocka_unit_test(whole_of_no_units_is_unknown),
        cmocka_unit_test(whole_of_a_level_of_no_unit),
        cmocka_unit_test(whole_of_none_has_no_verdict),
        cmocka_unit_test(status_of_a_whole),
        cmocka_unit_test(status_of_the_whole_of_a_goal),
        cmocka_unit_test(rows_are_of_two_levels),
        cmocka_unit_test(rows_of_a_root_at_schools),
        cmocka_unit_test(rows_are_of_open_units),
        cmocka_unit_test(attainment_of_a_whole_by_mode),
        cmocka_unit_test(unit_weight_weights_attainment_only),
        cmocka_unit_test(unit_weight_with_unknown_units),
        cmocka_unit_test(unit_weight_missing_or_negative),
        cmocka_unit_test(unit_weight_zero),
        cmocka_unit_test(unit_weight_of_members),
        cmocka_unit_test(unit_weight_of_the_period_judged)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
