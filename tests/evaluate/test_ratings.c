/* Evaluator groups side by side (method §7, rulings A47, A89, A133). */
#include "evaluate/judge.h"

/* Four schools rated by three groups; the third party has no weight. Ranks by
 * pupils 1 2 3 4, parents 2 1 3 4, third 1 3 2 4 (from the lowest): rank sums
 * 4 6 8 12, S = 35, W = 12 · 35/(9 · 60) = 7/9. */
static const judge_tables rated = {
    .groups = "id,name,weight\npupil,Pupils,1\nparent,Parents,3\n"
              "third,Third party,0\n",
    .metrics = "id,name,numerator\nm,M,x\n",
    .target = "comparator,value,level\nat_least,50,school\n",
    .units = "id,name,level,parent\nc,C,county,\na,A,school,c\n"
             "b,B,school,c\nd,D,school,c\ne,E,school,c\n",
    .observations = "unit,period,variable,value,group\n"
                    "a,2021,x,10,pupil\nb,2021,x,20,pupil\n"
                    "d,2021,x,30,pupil\ne,2021,x,40,pupil\n"
                    "a,2021,x,60,parent\nb,2021,x,50,parent\n"
                    "d,2021,x,70,parent\ne,2021,x,80,parent\n"
                    "a,2021,x,1,third\nb,2021,x,3,third\n"
                    "d,2021,x,2,third\ne,2021,x,4,third\n",
    .as_of = "2021"};

enum { MOST = 64 };

static size_t ask(const judge *made, const char *node, double *out,
                  attain_agreement *agreement) {
    size_t count = 0;
    attain_error err = {0};
    attain_agreement_init(agreement);
    if (attain_evaluation_ratings(made->ev, made->plan, made->data,
                                  judge_node(made, node), out, MOST, &count,
                                  agreement, &err) != ATTAIN_OK)
        fail_msg("%s", err.message);
    return count;
}

static void groups_stand_side_by_side(void **state) {
    judge made = judge_begin(rated);
    double out[MOST];
    attain_agreement agreement;
    (void)state;
    /* [group][c, a, b, d, e]; the county is a whole, the mean of its schools.
     */
    static const double expected[] = {25, 10, 20,  30, 40, 65, 60, 50,
                                      70, 80, 2.5, 1,  3,  2,  4};
    assert_int_equal(ask(&made, "t", out, &agreement), 15);
    for (int i = 0; i < 15; i++)
        assert_same(out[i], expected[i]);
    assert_int_equal(agreement.groups, 3);
    assert_int_equal(agreement.units, 4);
    assert_close(agreement.concordance, 7 / 9.0, 1e-15);
    /* The value is the mean of the groups that have a weight. */
    assert_same(judge_value(&made, "t", "a", ATTAIN_MEASURE_VALUE), 47.5);
    judge_end(&made);
}

/* Ranks 1.5 1.5 3 and 1 2 3 of three schools; one group has a tie of two. */
static void ties_are_corrected(void **state) {
    judge_tables tables = rated;
    tables.groups = NULL;
    tables.observations = "unit,period,variable,value,group\n"
                          "a,2021,x,1,p\nb,2021,x,1,p\nd,2021,x,2,p\n"
                          "e,2021,x,9,p\na,2021,x,1,q\nb,2021,x,2,q\n"
                          "d,2021,x,3,q\n";
    judge made = judge_begin(tables);
    double out[MOST];
    attain_agreement agreement;
    (void)state;
    ask(&made, "t", out, &agreement);
    /* Rank sums 2.5 3.5 6, mean 4: S = 2.25 + 0.25 + 4 = 6.5; e is not rated
     * by q and left out. */
    assert_int_equal(agreement.units, 3);
    assert_close(agreement.concordance, 12 * 6.5 / (4 * 24 - 2 * 6), 1e-15);
    assert_same(out[9], (double)NAN);
    judge_end(&made);
}

/* Every way of bringing units together holds for a group alone. */
static void groups_of_a_mean_over_schools(void **state) {
    judge_tables tables = rated;
    tables.metrics = "id,name,numerator,across\nm,M,x,mean\nk,K,@m,\n";
    tables.target = NULL;
    tables.targets = "id,goal,metric,name,comparator,value\n"
                     "t,g,k,T,at_least,50\n";
    judge made = judge_begin(tables);
    double out[MOST];
    attain_agreement agreement;
    (void)state;
    assert_int_equal(ask(&made, "t", out, &agreement), 3);
    assert_same(out[0], 25);
    assert_same(out[1], 65);
    assert_same(out[2], 2.5);
    assert_int_equal(agreement.units, 1);
    assert_same(agreement.concordance, (double)NAN);
    judge_end(&made);
}

/* One group alone in the metric, or none: nothing to compare. */
static void what_groups_do_not_rate_has_no_ratings(void **state) {
    static const char *const metrics[] = {"id,name,numerator\nm,M,x[pupil]\n",
                                          "id,name,numerator\nm,M,y\n"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        judge_tables tables = rated;
        tables.metrics = metrics[i];
        judge made = judge_begin(tables);
        double out[MOST];
        attain_agreement agreement;
        assert_int_equal(ask(&made, "t", out, &agreement), 15);
        for (int c = 0; c < 15; c++)
            assert_same(out[c], (double)NAN);
        assert_int_equal(agreement.groups, 0);
        assert_int_equal(agreement.units, 0);
        assert_same(agreement.concordance, (double)NAN);
        judge_end(&made);
    }
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,1\n", .x = "2021 1"});
    double out[MOST];
    attain_agreement agreement;
    assert_int_equal(ask(&made, "t", out, &agreement), 0);
    judge_end(&made);
}

static void denominators_may_be_rated(void **state) {
    judge_tables tables = rated;
    tables.metrics = "id,name,numerator,denominator\nm,M,n,x\n";
    tables.observations = "unit,period,variable,value,group\n"
                          "a,2021,n,60,\na,2021,x,10,pupil\n"
                          "a,2021,x,20,parent\n";
    judge made = judge_begin(tables);
    double out[MOST];
    attain_agreement agreement;
    (void)state;
    ask(&made, "t", out, &agreement);
    assert_same(out[1], 6);
    assert_same(out[6], 3);
    assert_int_equal(agreement.groups, 2);
    judge_end(&made);
}

static void wrong_calls_are_refused(void **state) {
    judge made = judge_begin(rated);
    int32_t t = judge_node(&made, "t");
    double out[MOST] = {7};
    size_t count = 0;
    attain_agreement agreement;
    (void)state;
    attain_agreement_init(NULL);
    attain_agreement_init(&agreement);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, t,
                                               NULL, 0, &count, NULL, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, 15);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, t,
                                               out, 14, &count, NULL, NULL),
                     ATTAIN_ERR_SPACE);
    assert_same(out[0], 7);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, 0,
                                               out, MOST, &count, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_ratings(NULL, made.plan, made.data, t,
                                               out, MOST, &count, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_ratings(made.ev, NULL, made.data, t, out,
                                               MOST, &count, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, NULL, t, out,
                                               MOST, &count, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, t,
                                               out, MOST, NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    agreement.struct_size = 1;
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, t,
                                               out, MOST, &count, &agreement,
                                               NULL),
                     ATTAIN_ERR_STRUCT);
    attain_dataset_add_group(made.data, "more", &(int32_t){0}, NULL);
    assert_int_equal(attain_evaluation_ratings(made.ev, made.plan, made.data, t,
                                               out, MOST, &count, NULL, NULL),
                     ATTAIN_ERR_MISMATCH);
    judge_end(&made);
}

static void ratings_without_memory(void **state) {
    judge made = judge_read(rated);
    support_memory memory;
    attain_evaluate_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    support_memory_init(&memory);
    attain_evaluate_options_init(&options);
    options.allocator = &memory.allocator;
    options.as_of = judge_period("2021");
    assert_int_equal(
        attain_evaluate(made.plan, made.data, &options, &made.ev, NULL),
        ATTAIN_OK);
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        double out[MOST] = {7};
        size_t count;
        support_memory_fail(&memory, k, 0);
        status = attain_evaluation_ratings(made.ev, made.plan, made.data,
                                           judge_node(&made, "t"), out, MOST,
                                           &count, NULL, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        assert_true(status == ATTAIN_OK || out[0] == 7);
    }
    judge_end(&made);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_stand_side_by_side),
        cmocka_unit_test(ties_are_corrected),
        cmocka_unit_test(groups_of_a_mean_over_schools),
        cmocka_unit_test(what_groups_do_not_rate_has_no_ratings),
        cmocka_unit_test(denominators_may_be_rated),
        cmocka_unit_test(wrong_calls_are_refused),
        cmocka_unit_test(ratings_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
