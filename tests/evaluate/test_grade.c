/* Bands, vetoes and ranks (method §6, rulings A28, A78, A82–A84). */
#include "evaluate/judge.h"

static const char bands[] = "name,from\ngood,80\npoor,0\nfair,60\n";

/* --- Bands -------------------------------------------------------------- */

static void grade_is_closed_below(void **state) {
    static const char *const cases[][2] = {{"2025 80", "score=80 grade=good"},
                                           {"2025 79.99", "grade=fair"},
                                           {"2025 60", "grade=fair"},
                                           {"2025 59.9", "grade=poor"},
                                           {"2025 0", "grade=poor"},
                                           {"2025 100", "grade=good"},
                                           {"2024 80", "grade=-"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judge made = judge_begin(
            (judge_tables){.target = "comparator,value\nat_least,100\n",
                           .bands = bands,
                           .x = cases[i][0],
                           .as_of = "2025"});
        assert_row(&made, "g", "c", cases[i][1]);
        judge_end(&made);
    }
}

/* A83: above 100 the top; below all none. Decided in 12 digits: 0.85 of a
 * quotient that doubles put below it. */
static void grade_beyond_the_bands(void **state) {
    (void)state;
    judge made = judge_begin(
        (judge_tables){.target = "comparator,value,score,bad,good,open\n"
                                 "at_least,1,efficacy,0,1,yes\n",
                       .bands = bands,
                       .x = "2025 3"});
    /* 0.6 + 0.4 · 3 */
    assert_row(&made, "g", "c", "score=180 grade=good");
    judge_end(&made);
    made =
        judge_begin((judge_tables){.target = "comparator,value\nat_least,100\n",
                                   .bands = "name,from\nlow,50\n",
                                   .x = "2025 49"});
    assert_row(&made, "g", "c", "grade=-");
    judge_end(&made);
    made =
        judge_begin((judge_tables){.target = "comparator,value\nat_least,4.2\n",
                                   .bands = "name,from\nA,85\nB,0\n",
                                   .x = "2025 3.57"});
    assert_row(&made, "g", "c", "grade=A");
    judge_end(&made);
}

/* --- Bands that count (A116) --------------------------------------------- */

/* Five targets at least 100; x1 … x5 are what they come to. */
static judge count_five(const char *band_rows, const char *x) {
    char observations[128] = "unit,period,x1,x2,x3,x4,x5\nc,2025,";
    strcat(observations, x);
    strcat(observations, "\n");
    return judge_begin((judge_tables){
        .goals = "id,name,parent\ng,G,\nh,H,g\n",
        .metrics = "id,name,numerator\nm1,M,x1\nm2,M,x2\nm3,M,x3\n"
                   "m4,M,x4\nm5,M,x5\n",
        .targets = "id,goal,metric,name,comparator,value,weight\n"
                   "t1,g,m1,T,at_least,100,\nt2,h,m2,T,at_least,100,\n"
                   "t3,h,m3,T,at_least,100,\nt4,h,m4,T,at_least,100,0\n"
                   "t5,h,m5,T,at_least,100,\n",
        .bands = band_rows,
        .observations = observations});
}

/* Three met and two at 0.6, four and one, all five: as in 29 + 7, 31 + 5. */
static void grade_counts_targets(void **state) {
    static const char *const cases[][2] = {
        {"100,100,100,60,60", "grade=kept"},
        {"100,100,100,59,60", "grade=none"},
        {"100,100,60,60,60", "grade=none"},
        {"100,100,100,60,100", "grade=raised"},
        {"100,100,100,59.9,100", "grade=none"},
        {"100,100,100,100,100", "grade=best"},
        {"100,100,100,100,", "grade=none"},
        {"100,100,100,60,59.9999999999999", "grade=kept"},
        {"0,0,0,0,0", "grade=none"}};
    static const char rows[] = "name,from,met,floor\nraised,,4,0.6\nnone,0,,\n"
                               "kept,,3,0.6\nbest,,5,\n";
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        judge made = count_five(rows, cases[i][0]);
        assert_row(&made, "g", "c", cases[i][1]);
        assert_row(&made, "h", "c", "grade=-");
        judge_end(&made);
    }
}

/* The goal's own verdict, whatever its score. */
static void grade_wants_the_verdict(void **state) {
    static const char rows[] = "name,from,if_met\nno,0,\nyes,,yes\nhigh,90,\n";
    (void)state;
    judge made = count_five(rows, "100,100,100,99,100");
    assert_row(&made, "g", "c", "score=100 verdict=not_met grade=high");
    judge_end(&made);
    made = count_five(rows, "100,100,100,100,100");
    assert_row(&made, "g", "c", "grade=yes");
    assert_row(&made, "h", "c", "grade=yes");
    judge_end(&made);
    made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least\ng,G,,at_least,1\n",
        .target = "comparator,value\nat_least,1\nat_least,2\n",
        .bands = rows,
        .x = "2025 1"});
    assert_row(&made, "g", "c", "score=75 verdict=met grade=yes");
    judge_end(&made);
}

static void grade_that_counts_is_explained(void **state) {
    char text[2048];
    size_t count;
    (void)state;
    judge made = count_five("name,from,met,floor\nnone,0,,\nkept,,3,0.6\n",
                            "100,100,100,60,70");
    assert_int_equal(attain_evaluation_explain(
                         made.ev, made.plan, made.data, judge_node(&made, "g"),
                         judge_unit(&made, "c"), ATTAIN_LANGUAGE_EN, text,
                         sizeof text, &count, NULL),
                     ATTAIN_OK);
    assert_contains(text, "targets met 3 of 5, least of the others 0.6");
    judge_end(&made);
}

/* --- Vetoes (A28) ------------------------------------------------------- */

/* The vetoes that fired at a goal's row, as "v;w". */
static void assert_vetoes(const judge *made, const char *node, const char *unit,
                          const char *ids) {
    int32_t fired[8];
    size_t count = 0;
    char text[100] = "";
    assert_int_equal(attain_evaluation_vetoes(made->ev, judge_node(made, node),
                                              judge_row(made, node, unit),
                                              fired, 8, &count, NULL),
                     ATTAIN_OK);
    for (size_t i = 0; i < count; i++) {
        attain_node one;
        attain_node_init(&one);
        assert_int_equal(
            attain_evaluation_get_node(made->ev, fired[i], &one, NULL),
            ATTAIN_OK);
        strncat(text, i == 0 ? "" : ";", 2);
        strncat(text, one.id, 20);
    }
    assert_string_equal(text, ids);
}

/* v is a veto in the sub-goal h; k stands beside it. */
static judge judge_veto(const char *grade, const char *v, const char *x) {
    char plan[60];
    char observations[100];
    snprintf(plan, sizeof plan, "veto_grade,%s\n", grade);
    snprintf(observations, sizeof observations,
             "unit,period,x,y\nc,2025,%s,%s\n", x, v);
    return judge_begin((judge_tables){
        .plan = plan,
        .goals = "id,name,parent\ng,G,\nh,H,g\nk,K,g\n",
        .targets = "id,goal,metric,name,comparator,value,weight,veto\n"
                   "a,h,m,T,at_least,100,1,no\nv,h,n,T,at_most,0,0,yes\n"
                   "w,h,n,T,at_most,5,0,yes\nb,k,m,T,at_least,100,1,no\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .bands = bands,
        .observations = observations,
        .as_of = "2025"});
}

/* The grade of every goal above is capped, the score untouched. */
static void veto_caps_the_goals_above(void **state) {
    (void)state;
    judge made = judge_veto("fair", "1", "90");
    assert_row(&made, "h", "c", "score==90 grade=fair verdict=not_met");
    assert_row(&made, "g", "c", "score==90 grade=fair");
    assert_row(&made, "k", "c", "score==90 grade=good");
    assert_vetoes(&made, "h", "c", "v");
    assert_vetoes(&made, "g", "c", "v");
    assert_vetoes(&made, "k", "c", "");
    judge_end(&made);
    made = judge_veto("fair", "6", "90");
    assert_vetoes(&made, "g", "c", "v;w");
    judge_end(&made);
}

static void veto_that_does_not_cap(void **state) {
    (void)state;
    judge made = judge_veto("fair", "0", "90");
    assert_row(&made, "g", "c", "grade=good");
    assert_vetoes(&made, "g", "c", "");
    judge_end(&made);
    /* Unknown: no cap. */
    made = judge_veto("fair", "", "90");
    assert_row(&made, "g", "c", "grade=good");
    assert_vetoes(&made, "g", "c", "");
    judge_end(&made);
    /* The lower of own and veto grade. */
    made = judge_veto("fair", "1", "10");
    assert_row(&made, "g", "c", "grade=poor");
    assert_vetoes(&made, "g", "c", "v");
    judge_end(&made);
    /* Without a grade it stays so. */
    made = judge_veto("fair", "1", "");
    assert_row(&made, "g", "c", "grade=-");
    judge_end(&made);
}

/* Inside a school goal it caps the school and stops; a veto target judged at
 * schools under a county goal caps through its whole. */
static void veto_and_the_step_up_the_areas(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .plan = "veto_grade,poor\n",
        .goals = "id,name,parent,level,share\ng,G,,,\nh,H,g,school,0.1\n"
                 "k,K,g,,\n",
        .targets = "id,goal,metric,name,comparator,value,weight,veto,level,"
                   "share\n"
                   "a,h,m,T,at_least,100,1,no,,\nv,h,n,T,at_most,0,0,yes,,\n"
                   "b,k,m,T,at_least,50,1,no,school,\n"
                   "w,k,n,T,at_most,0,0,yes,school,0.6\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .bands = bands,
        .units = "id,name,level,parent\nc,C,county,\ns,S,school,c\n"
                 "r,R,school,c\n",
        .observations = "unit,period,x,y\ns,2025,100,1\nr,2025,100,0\n"});
    assert_row(&made, "h", "s", "score==100 grade=poor");
    assert_row(&made, "h", "r", "score==100 grade=good");
    assert_vetoes(&made, "h", "s", "v");
    /* The whole of h is not capped. */
    assert_row(&made, "h", "c", "score==100 grade=good value==0.5");
    assert_vetoes(&made, "h", "c", "");
    /* 1 of 2 is below 0.6: the whole of w is not met. */
    assert_row(&made, "w", "c", "verdict=not_met");
    assert_row(&made, "k", "c", "grade=poor");
    assert_vetoes(&made, "k", "c", "w");
    assert_row(&made, "g", "c", "grade=poor");
    assert_vetoes(&made, "g", "c", "w");
    judge_end(&made);
}

/* --- Ranks (A82) -------------------------------------------------------- */

static void rank_is_among_the_rows_of_a_node(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\nh,H,g,school\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "a,h,m,T,at_least,10\n",
        .units = "id,name,level,parent\nc,C,county,\nd,D,county,\n"
                 "a,A,school,c\nb,B,school,c\ne,E,school,d\nf,F,school,d\n"
                 "i,I,school,d\n",
        .observations =
            "unit,period,x\na,2025,10\nb,2025,1\ne,2025,10\nf,2025,2\n"});
    /* Schools of all counties among themselves; ties share the smallest. */
    assert_row(&made, "h", "a", "rank==1");
    assert_row(&made, "h", "e", "rank==1");
    assert_row(&made, "h", "f", "rank==3");
    assert_row(&made, "h", "b", "rank==4");
    assert_row(&made, "h", "i", "rank=-");
    /* Wholes among wholes: 55 and 60. */
    assert_row(&made, "h", "c", "rank==2 score=55");
    assert_row(&made, "h", "d", "rank==1 score=60");
    assert_row(&made, "g", "c", "rank==2");
    assert_row(&made, "a", "a", "rank=- score=- grade=-");
    judge_end(&made);
}

static void rank_of_one_unit_is_one(void **state) {
    (void)state;
    assert_judged("comparator,value\nat_least,10\n", "2025 1", NULL, "rank=-");
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,10\n", .x = "2025 1"});
    assert_row(&made, "g", "c", "rank==1");
    judge_end(&made);
}

/* Scores that differ in doubles alone tie: 0.1 + 0.2 and 0.3 of 3. */
static void rank_ties_in_twelve_digits(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,score,bad,good\n"
                   "t,g,a,T,at_least,9,efficacy,0,9\n"
                   "u,g,b,T,at_least,9,efficacy,0,9\n"
                   "v,g,d,T,at_least,9,efficacy,0,9\n",
        .metrics = "id,name,numerator\na,A,a\nb,B,b\nd,D,d\n",
        .units = "id,name,level\nc,C,county\ne,E,county\nf,F,county\n",
        .observations = "unit,period,a,b,d\nc,2025,0.1,0.2,0.7\n"
                        "e,2025,0.7,0.3,0\nf,2025,0.3,0.3,0.4\n"});
    assert_row(&made, "g", "c", "rank==1");
    assert_row(&made, "g", "e", "rank==1");
    assert_row(&made, "g", "f", "rank==1");
    judge_end(&made);
}

/* --- Flags (A84) -------------------------------------------------------- */

static void soft_is_a_flag_only(void **state) {
    (void)state;
    attain_node node;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,soft\nat_least,10,yes\n", .x = "2025 1"});
    attain_node_init(&node);
    assert_int_equal(attain_evaluation_get_node(made.ev, judge_node(&made, "t"),
                                                &node, NULL),
                     ATTAIN_OK);
    assert_int_equal(node.soft, 1);
    assert_row(&made, "t", "c", "verdict=not_met attainment=0.1");
    assert_row(&made, "g", "c", "verdict=not_met score=10 targets==1");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grade_is_closed_below),
        cmocka_unit_test(grade_counts_targets),
        cmocka_unit_test(grade_wants_the_verdict),
        cmocka_unit_test(grade_that_counts_is_explained),
        cmocka_unit_test(grade_beyond_the_bands),
        cmocka_unit_test(veto_caps_the_goals_above),
        cmocka_unit_test(veto_that_does_not_cap),
        cmocka_unit_test(veto_and_the_step_up_the_areas),
        cmocka_unit_test(rank_is_among_the_rows_of_a_node),
        cmocka_unit_test(rank_of_one_unit_is_one),
        cmocka_unit_test(rank_ties_in_twelve_digits),
        cmocka_unit_test(soft_is_a_flag_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
