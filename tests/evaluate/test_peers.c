/* Scores against the other units of the evaluation (method §4, A17). */
#include "evaluate/judge.h"

static const char schools[] =
    "id,name,level,parent,stage,opened\nc,C,county,,,\n"
    "a,A,school,c,primary,\nb,B,school,c,primary,\nd,D,school,c,primary,\n"
    "e,E,school,c,primary,\nf,F,school,c,primary,\n"
    "j,J,school,c,junior,\nk,K,school,c,primary,2026\n";

/* 1, 2, 3, 4; f unknown; j of another stage and k closed: no peers. */
static const char values[] = "unit,period,x\na,2025,1\nb,2025,2\nd,2025,3\n"
                             "e,2025,4\nj,2025,100\nk,2025,-100\n";

static const char four[] =
    "comparator,value,level,score\nat_least,2,school,minmax\n"
    "at_least,2,school,zscore\nat_least,2,school,rank\n"
    "at_least,2,school,percentile\n";

static judge judge_peers(const char *metrics, const char *observations) {
    return judge_begin((judge_tables){.target = four,
                                      .metrics = metrics,
                                      .units = schools,
                                      .observations = observations});
}

static void peers_of_four_units(void **state) {
    (void)state;
    judge made =
        judge_peers("id,name,numerator,stage\nm,M,x,primary\n", values);
    /* (x − 1)/3 */
    assert_row(&made, "t", "a", "attainment=0");
    assert_row(&made, "t", "b", "attainment=0.3333333333333333");
    assert_row(&made, "t", "e", "attainment=1");
    /* Mean 2.5, population variance (2.25 + 0.25 + 0.25 + 2.25)/4 = 1.25. */
    double unit = 10 / sqrt(1.25) / 100;
    assert_close(judge_value(&made, "t2", "a", ATTAIN_MEASURE_ATTAINMENT),
                 0.5 - 1.5 * unit, 1e-12);
    assert_close(judge_value(&made, "t2", "d", ATTAIN_MEASURE_ATTAINMENT),
                 0.5 + 0.5 * unit, 1e-12);
    /* (4 − rank)/3; share of the other three that are worse */
    assert_row(&made, "t3", "e", "attainment=1");
    assert_row(&made, "t3", "b", "attainment=0.3333333333333333");
    assert_row(&made, "t4", "e", "attainment=1");
    assert_row(&made, "t4", "d", "attainment=0.6666666666666667");
    assert_row(&made, "t4", "f", "attainment=- verdict=unknown");
    assert_int_equal(judge_row(&made, "t", "j"), -1);
    assert_int_equal(judge_row(&made, "t", "k"), -1);
    judge_end(&made);
}

/* Where low is good all four are flipped: a is best. */
static void peers_where_low_is_good(void **state) {
    (void)state;
    judge made = judge_peers(
        "id,name,numerator,stage,direction\nm,M,x,primary,down\n", values);
    double unit = 10 / sqrt(1.25) / 100;
    assert_row(&made, "t", "a", "attainment=1");
    assert_row(&made, "t", "d", "attainment=0.3333333333333333");
    assert_close(judge_value(&made, "t2", "a", ATTAIN_MEASURE_ATTAINMENT),
                 0.5 + 1.5 * unit, 1e-12);
    assert_row(&made, "t3", "a", "attainment=1");
    assert_row(&made, "t4", "d", "attainment=0.3333333333333333");
    judge_end(&made);
}

/* Ties share the smallest rank, and count half. 1, 2, 2, 3. */
static void peers_that_tie(void **state) {
    (void)state;
    judge made = judge_peers("id,name,numerator,stage\nm,M,x,primary\n",
                             "unit,period,x\na,2025,1\nb,2025,2\nd,2025,2\n"
                             "e,2025,3\n");
    assert_row(&made, "t3", "b", "attainment=0.6666666666666667");
    assert_row(&made, "t3", "d", "attainment=0.6666666666666667");
    assert_row(&made, "t3", "a", "attainment=0");
    assert_row(&made, "t4", "b", "attainment=0.5");
    assert_row(&made, "t4", "e", "attainment=1");
    judge_end(&made);
}

static void peers_that_are_all_equal(void **state) {
    (void)state;
    judge made = judge_peers("id,name,numerator,stage\nm,M,x,primary\n",
                             "unit,period,x\na,2025,7\nb,2025,7\nd,2025,7\n");
    assert_row(&made, "t", "b", "attainment=0.5");
    assert_row(&made, "t2", "b", "attainment=0.5");
    assert_row(&made, "t3", "b", "attainment=1");
    assert_row(&made, "t4", "b", "attainment=0.5");
    judge_end(&made);
}

/* A17: one unit has 0.5 of all four. */
static void peers_of_one_unit(void **state) {
    (void)state;
    judge made = judge_peers("id,name,numerator,stage\nm,M,x,primary\n",
                             "unit,period,x\na,2025,7\n");
    for (int t = 1; t <= 4; t++) {
        char id[8] = "t";
        if (t > 1)
            snprintf(id, sizeof id, "t%d", t);
        assert_row(&made, id, "a", "attainment=0.5");
    }
    judge_end(&made);
}

/* Each period among its own peers: a is best of two, then worst of two; in
 * 2023 it is alone. (1 + 0 + 0.5)/3 */
static void peers_of_every_period(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,score,when\n"
                  "at_least,2,school,minmax,every_period\n",
        .units = "id,name,level,parent,closed\nc,C,county,,\n"
                 "a,A,school,c,\nb,B,school,c,2023\n",
        .observations = "unit,period,x\na,2021,5\nb,2021,1\na,2022,5\n"
                        "b,2022,9\na,2023,4\n",
        .as_of = "2023"});
    assert_row(&made, "t", "a", "attainment=0.5");
    judge_end(&made);
}

/* A37: all counties of the evaluation are each other's peers; the whole's
 * attainment is the mean over its own schools. */
static void peers_are_of_the_whole_evaluation(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,score\nat_least,2,school,minmax\n",
        .units = "id,name,level,parent\nc,C,county,\nd,D,county,\n"
                 "a,A,school,c\nb,B,school,d\ne,E,school,d\n",
        .observations = "unit,period,x\na,2025,0\nb,2025,5\ne,2025,10\n"});
    assert_row(&made, "t", "b", "attainment=0.5");
    assert_row(&made, "t", "c", "attainment=0");
    assert_row(&made, "t", "d", "attainment=0.75 value=1");
    judge_end(&made);
}

/* No unit of the level: nobody is a peer. */
static void peers_of_no_units(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,score\nat_least,2,school,rank\n",
        .x = "2025 4"});
    assert_row(&made, "t", "c", "verdict=unknown attainment=- value=-");
    judge_end(&made);
}

/* 85 % gives 10 points, below it 8, 6, 4, 2 by rank (rulings A117). */
static void rank_steps_of_those_that_fail(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,score,steps\n"
                  "at_least,3,school,rank_steps,1:0.8;2:0.6;3:0.4\n"
                  "none,,school,rank_steps,1:1;2:0.5\n"
                  "at_least,3,school,rank_steps,2:0.6\n",
        .metrics = "id,name,numerator,stage\nm,M,x,primary\n",
        .units = schools,
        .observations = "unit,period,x\na,2025,1\nb,2025,2\nd,2025,2\n"
                        "e,2025,3\nj,2025,1.5\n"});
    assert_row(&made, "t", "e", "attainment=1 verdict=met");
    assert_row(&made, "t", "b", "attainment==0.8 verdict=not_met");
    assert_row(&made, "t", "d", "attainment==0.8");
    assert_row(&made, "t", "a", "attainment==0.4");
    assert_row(&made, "t", "f", "attainment=- verdict=unknown");
    assert_row(&made, "t2", "e", "attainment=1");
    assert_row(&made, "t2", "b", "attainment==0.5");
    assert_row(&made, "t2", "a", "attainment==0.5");
    assert_row(&made, "t3", "b", "attainment=0");
    assert_row(&made, "t3", "a", "attainment==0.6");
    judge_end(&made);
}

/* Where low is good, the lowest is the first. */
static void rank_steps_downward(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level,score,steps\n"
                  "at_most,1,school,rank_steps,1:0.8;2:0.6;3:0.4\n",
        .metrics = "id,name,numerator,direction,stage\nm,M,x,down,primary\n",
        .units = schools,
        .observations = values});
    assert_row(&made, "t", "a", "attainment=1");
    assert_row(&made, "t", "b", "attainment==0.8");
    assert_row(&made, "t", "d", "attainment==0.6");
    assert_row(&made, "t", "e", "attainment==0.4");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(peers_of_four_units),
        cmocka_unit_test(rank_steps_of_those_that_fail),
        cmocka_unit_test(rank_steps_downward),
        cmocka_unit_test(peers_where_low_is_good),
        cmocka_unit_test(peers_that_tie),
        cmocka_unit_test(peers_that_are_all_equal),
        cmocka_unit_test(peers_of_one_unit),
        cmocka_unit_test(peers_of_every_period),
        cmocka_unit_test(peers_are_of_the_whole_evaluation),
        cmocka_unit_test(peers_of_no_units)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
