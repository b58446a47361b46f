/* Each step of an index against a number that was not computed here. */
#include <stdio.h>

#include "index/composite.h"

/* --- A published index ---------------------------------------------------- */

static made human_development(void) {
    made out = {NULL, NULL, NULL};
    attain_error err = {0};
    if (attain_read_plan(ATTAIN_TEST_DATA "/human_development/plan", NULL,
                         &out.plan, &err) != ATTAIN_OK ||
        attain_read_dataset(ATTAIN_TEST_DATA "/human_development/data", NULL,
                            &out.data, &err) != ATTAIN_OK ||
        attain_index_create(out.plan, out.data, NULL, &out.index, &err) !=
            ATTAIN_OK)
        fail_msg("%s", err.message);
    return out;
}

/* Human Development Report 2015, table 1: the HDI of 2014, three digits. Its
 * inputs are printed with one decimal: 0.05 of a year in each of them is up to
 * 0.0013 in the index. */
static void scores_are_the_human_development_index(void **state) {
    static const double printed[] = {
        0.944, 0.935, 0.916, 0.915, 0.913, 0.912, 0.907, 0.898, 0.891, 0.888,
        0.873, 0.837, 0.836, 0.798, 0.779, 0.769, 0.761, 0.756, 0.755, 0.727,
        0.726, 0.684, 0.668, 0.666, 0.666, 0.609, 0.570, 0.548, 0.538, 0.348};
    enum { COUNTRIES = sizeof printed / sizeof *printed };
    double scores[64];
    double ranks[64];
    made m = human_development();
    size_t count;
    (void)state;
    assert_non_null(attain_index_units(m.index, &count));
    assert_int_equal(count, COUNTRIES);
    column(m.index, ATTAIN_INDEX_SCORE, "hdi", 2014, scores);
    column(m.index, ATTAIN_INDEX_RANK, "hdi", 2014, ranks);
    for (size_t u = 0; u < COUNTRIES; u++)
        assert_true(fabs(scores[u] - printed[u]) < 0.0013);
    assert_close(scores[0],
                 cbrt(61.6 / 65 * (17.5 / 18 + 12.6 / 15) / 2 *
                      log(64992.0 / 100) / log(750)),
                 1e-14);
    assert_same(ranks[0], 1);
    assert_same(ranks[COUNTRIES - 1], COUNTRIES);
    /* Norway: (81.6 − 20)/65, and the mean of 17.5/18 and 12.6/15. */
    column(m.index, ATTAIN_INDEX_SCORE, "health", 2014, scores);
    assert_close(scores[0], 61.6 / 65, 1e-15);
    column(m.index, ATTAIN_INDEX_SCORE, "education", 2014, scores);
    assert_close(scores[0], (17.5 / 18 + 12.6 / 15) / 2, 1e-15);
    column(m.index, ATTAIN_INDEX_TREATED, "living", 2014, scores);
    assert_close(scores[0], log(64992), 1e-15);
    /* Australia's 20.2 years count as 18, Singapore's income as 75000. */
    column(m.index, ATTAIN_INDEX_SCORE, "expected-years", 2014, scores);
    assert_same(scores[1], 1);
    column(m.index, ATTAIN_INDEX_SCORE, "living", 2014, scores);
    assert_same(scores[5], 1);
    release(&m);
}

/* --- A small one ---------------------------------------------------------- */

static const tables small = {
    .goals = "id,name,parent,weight\nI,Index,,\nA,First,I,3\nB,Second,I,1\n",
    .metrics = "id,name,numerator,direction\n"
               "x,X,x,up\ny,Y,y,down\nz,Z,z,up\n",
    .targets = "id,goal,metric,name,comparator,weight,value\n"
               "tx,A,x,X,none,1,\nty,A,y,Y,none,3,\n"
               "tz,B,z,Z,none,,\nj,B,z,Judged,at_least,,5\n",
    .index = "step,node,method,parameters\nnormalisation,,minmax,\n",
    .units = "id,name,level,parent\nn,N,province,\ns,S,province,\n"
             "a,A,county,n\nb,B,county,n\nc,C,county,s\nd,D,county,s\n",
    .observations = "unit,period,x,y,z\n"
                    "a,2021,1,9,0\nb,2021,2,8,3\nc,2021,3,7,3\nd,2021,4,6,10\n"
                    "a,2022,1,5,1\nb,2022,,5,2\nc,2022,3,4,3\nd,2022,5,1,4\n"
                    "a,2023,0,10,10\nb,2023,5,5,6\nc,2023,10,0,0\n"
                    "d,2023,10,,4\n"};

static void steps_are_computed_by_hand(void **state) {
    made m = make(&small, 0);
    attain_index_node node;
    attain_index_node_init(&node);
    (void)state;
    assert_int_equal(attain_index_node_count(m.index), 6);
    assert_int_equal(attain_index_find_node(m.index, "j", 1), -1);
    assert_column(m.index, ATTAIN_INDEX_RAW, "ty", 2023, 10, 5, 0, NAN);
    assert_column(m.index, ATTAIN_INDEX_FILLED, "ty", 2023, 0, 0, 0,
                  ATTAIN_FILLED_MISSING);
    assert_column(m.index, ATTAIN_INDEX_TREATMENT, "ty", 2023, 0, 0, 0,
                  ATTAIN_TREATED_MISSING);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tx", 2023, 0, 0.5, 1, 1);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "ty", 2023, 0, 0.5, 1, NAN);
    assert_column(m.index, ATTAIN_INDEX_REASON, "ty", 2023, 0, 0, 0,
                  ATTAIN_REASON_MISSING);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tz", 2023, 1, 0.6, 0, 0.4);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "A", 2023, 0, 0.5, 1, 1);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, 0.25, 0.525, 0.75,
                  0.85);
    assert_column(m.index, ATTAIN_INDEX_RANK, "I", ATTAIN_PERIOD_NONE, 4, 3, 2,
                  1);
    assert_column(m.index, ATTAIN_INDEX_RAW, "A", 2023, NAN, NAN, NAN, NAN);
    assert_column(m.index, ATTAIN_INDEX_KEPT, "I", 2023, 1, 1, 1, 1);
    attain_index_get_node(m.index, node_of(m.index, "ty"), &node, NULL);
    assert_same(node.weight, 0.75);
    assert_same(node.effective, 0.75 * 0.75);
    assert_int_equal(node.kind, ATTAIN_KIND_TARGET);
    assert_int_equal(node.parent, node_of(m.index, "A"));
    assert_int_equal(node.depth, 2);
    assert_int_equal(node.descending, 1);
    assert_int_equal(node.low_is_good, 0);
    assert_string_equal(attain_index_unit_id(m.index, 3), "d");
    assert_string_equal(attain_index_unit_name(m.index, 3), "D");
    release(&m);
}

/* Scales are over all periods, ranks within each; b has no x in 2022. */
static void periods_share_one_scale(void **state) {
    made m = make(&small, 2021);
    int32_t first;
    int32_t last;
    (void)state;
    assert_int_equal(attain_index_periods(m.index, &first, &last, NULL),
                     ATTAIN_OK);
    assert_int_equal(first, 2021);
    assert_int_equal(last, 2023);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tx", 2021, 0.1, 0.2, 0.3, 0.4);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tz", 2021, 0, 0.3, 0.3, 1);
    assert_column(m.index, ATTAIN_INDEX_RANK, "tz", 2021, 4, 2, 2, 1);
    assert_column(m.index, ATTAIN_INDEX_RANK, "tx", 2022, 3, NAN, 2, 1);
    release(&m);
}

static made with(const char *index, const char *plan, int32_t first) {
    tables given = small;
    given.index = index;
    given.plan = plan;
    return make(&given, first);
}

static void imputation_fills_periods_or_time(void **state) {
    made m = with("step,node,method,parameters\nimputation,,mean,\n"
                  "imputation,A,linear,ends=1\nimputation,ty,group_mean,\n"
                  "normalisation,,minmax,\n",
                  NULL, 2021);
    (void)state;
    /* x of b in 2022: between 2 and 5; y of d in 2023: that of its group. */
    assert_column(m.index, ATTAIN_INDEX_IMPUTED, "tx", 2022, 1, 3.5, 3, 5);
    assert_column(m.index, ATTAIN_INDEX_FILLED, "tx", 2022, 0,
                  ATTAIN_FILLED_INTERPOLATED, 0, 0);
    assert_column(m.index, ATTAIN_INDEX_IMPUTED, "ty", 2023, 10, 5, 0, 0);
    assert_column(m.index, ATTAIN_INDEX_FILLED, "ty", 2023, 0, 0, 0,
                  ATTAIN_FILLED_MEAN);
    assert_int_equal(attain_index_method(m.index, node_of(m.index, "tz"),
                                         ATTAIN_STEP_IMPUTATION),
                     ATTAIN_IMPUTATION_MEAN);
    release(&m);
}

/* d of 2023 has two of three: below 0.7 it is out, and nothing is filled. */
static void screening_leaves_rows_out(void **state) {
    made m = with("step,node,method,parameters\nscreening,,known,known=0.7\n"
                  "imputation,,mean,\nnormalisation,,minmax,\n",
                  "missing,zero\n", 0);
    (void)state;
    assert_column(m.index, ATTAIN_INDEX_KEPT, "I", 2023, 1, 1, 1, 0);
    assert_column(m.index, ATTAIN_INDEX_IMPUTED, "tx", 2023, 0, 5, 10, NAN);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, 0.25, 0.525, 0.75,
                  NAN);
    assert_column(m.index, ATTAIN_INDEX_REASON, "I", 2023, 0, 0, 0,
                  ATTAIN_REASON_MISSING);
    assert_column(m.index, ATTAIN_INDEX_RANK, "I", 2023, 3, 2, 1, NAN);
    release(&m);
}

/* Blanks: zero counts them 0, strict has no score. */
static void blanks_count_as_the_plan_says(void **state) {
    made m = with(small.index, "missing,zero\n", 0);
    (void)state;
    assert_column(m.index, ATTAIN_INDEX_SCORE, "A", 2023, 0, 0.5, 1, 0.25);
    release(&m);
    m = with(small.index, "missing,strict\n", 0);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "A", 2023, 0, 0.5, 1, NAN);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, 0.25, 0.525, 0.75,
                  NAN);
    release(&m);
}

/* COINr: of 1 … 10 and 100 the last becomes 10. */
static void treatment_winsorises(void **state) {
    char units[512] = "id,name,level\n";
    char observations[512] = "unit,period,v\n";
    double got[64];
    for (int i = 1; i <= 11; i++) {
        char line[32];
        snprintf(line, sizeof line, "u%02d,U,county\n", i);
        strcat(units, line);
        snprintf(line, sizeof line, "u%02d,2023,%d\n", i, i == 11 ? 100 : i);
        strcat(observations, line);
    }
    made m = make(&(tables){.goals = "id,name,parent\nI,Index,\n",
                            .metrics = "id,name,numerator\nv,V,v\n",
                            .targets = "id,goal,metric,name,comparator\n"
                                       "t,I,v,V,none\n",
                            .index = "step,node,method,parameters\n"
                                     "treatment,,winsorise,\n",
                            .units = units,
                            .observations = observations},
                  0);
    (void)state;
    column(m.index, ATTAIN_INDEX_TREATED, "t", 2023, got);
    assert_same(got[10], 10);
    assert_same(got[9], 10);
    column(m.index, ATTAIN_INDEX_TREATMENT, "t", 2023, got);
    assert_same(got[10], ATTAIN_TREATED_LOWERED);
    assert_same(got[9], ATTAIN_TREATED_UNTOUCHED);
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, got);
    assert_same(got[10], 10);
    release(&m);
}

/* Where treatment leaves no values, its reason is told. */
static void reason_is_that_of_the_step(void **state) {
    made m = with("step,node,method,parameters\ntreatment,tx,log,\n"
                  "normalisation,,minmax,\n",
                  NULL, 0);
    double got[64];
    (void)state;
    column(m.index, ATTAIN_INDEX_REASON, "tx", 2023, got);
    assert_same(got[0], ATTAIN_REASON_NOT_POSITIVE);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tx", 2023, NAN, 0, 1, 1);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "A", 2023, 0, 0.375, 1, 1);
    release(&m);
}

/* --- Weights and methods -------------------------------------------------- */

/* The entropy weights of pymcdm: columns 1, 4 and 2, 16. */
static void weights_are_found_in_the_data(void **state) {
    made m = make(&(tables){.goals = "id,name,parent\nI,Index,\n",
                            .metrics = "id,name,numerator\nx,X,x\ny,Y,y\n",
                            .targets = "id,goal,metric,name,comparator,weight\n"
                                       "tx,I,x,X,none,7\nty,I,y,Y,none,1\n",
                            .index = "step,node,method,parameters\n"
                                     "weighting,,entropy,\n",
                            .units = "id,name,level\na,A,county\nb,B,county\n",
                            .observations = "unit,period,x,y\n"
                                            "a,2023,1,2\nb,2023,4,16\n"},
                  0);
    attain_index_node node;
    attain_index_node_init(&node);
    (void)state;
    attain_index_get_node(m.index, 1, &node, NULL);
    assert_true(fabs(node.weight - 0.35888879) < 5e-9);
    assert_true(fabs(node.effective - 0.35888879) < 5e-9);
    attain_index_get_node(m.index, 2, &node, NULL);
    assert_true(fabs(node.weight - 0.64111121) < 5e-9);
    assert_int_equal(attain_index_method(m.index, 0, ATTAIN_STEP_WEIGHTING),
                     ATTAIN_WEIGHTING_ENTROPY);
    assert_int_equal(attain_index_method(m.index, 1, ATTAIN_STEP_WEIGHTING),
                     -1);
    release(&m);
}

/* A method that finds no weights leaves its goal without scores. */
static void goal_without_weights_has_no_score(void **state) {
    made m = make(&(tables){.goals = "id,name,parent\nI,Index,\n",
                            .metrics = "id,name,numerator\nx,X,x\n",
                            .targets = "id,goal,metric,name,comparator\n"
                                       "tx,I,x,X,none\n",
                            .index = "step,node,method,parameters\n"
                                     "weighting,,standard_deviation,\n",
                            .units = "id,name,level\na,A,county\nb,B,county\n",
                            .observations = "unit,period,x\n"
                                            "a,2023,5\nb,2023,5\n"},
                  0);
    (void)state;
    assert_column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, NAN, NAN);
    assert_column(m.index, ATTAIN_INDEX_REASON, "I", 2023,
                  ATTAIN_REASON_CONSTANT, ATTAIN_REASON_CONSTANT);
    release(&m);
}

/* TOPSIS of Tzeng and Huang (2011): directions are the metrics'. */
static void aggregation_takes_raw_values_too(void **state) {
    made m = make(
        &(tables){.goals = "id,name,parent\nI,Index,\n",
                  .metrics = "id,name,numerator\nx,X,x\ny,Y,y\nz,Z,z\n",
                  .targets = "id,goal,metric,name,comparator,weight\n"
                             "tx,I,x,X,none,3\nty,I,y,Y,none,4\n"
                             "tz,I,z,Z,none,3\n",
                  .index = "step,node,method,parameters\n"
                           "aggregation,I,topsis_vector,\n",
                  .units = "id,name,level\na,A,county\nb,B,county\n"
                           "c,C,county\nd,D,county\n",
                  .observations = "unit,period,x,y,z\na,2023,5,8,4\n"
                                  "b,2023,7,6,8\nc,2023,8,8,6\nd,2023,7,4,6\n"},
        0);
    double got[64];
    (void)state;
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, got);
    assert_true(fabs(got[0] - 0.50371966) < 5e-9);
    assert_true(fabs(got[2] - 0.74824866) < 5e-9);
    assert_true(fabs(got[3] - 0.33399744) < 5e-9);
    release(&m);
}

/* A method whose low scores are good turns the ranks. */
static void low_scores_may_be_good(void **state) {
    made m = with("step,node,method,parameters\nnormalisation,,minmax,\n"
                  "imputation,,mean,\naggregation,I,vikor,\n",
                  NULL, 0);
    attain_index_node node;
    double scores[64];
    double ranks[64];
    attain_index_node_init(&node);
    (void)state;
    attain_index_get_node(m.index, 0, &node, NULL);
    assert_int_equal(node.low_is_good, 1);
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, scores);
    column(m.index, ATTAIN_INDEX_RANK, "I", 2023, ranks);
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 4; k++)
            assert_int_equal(ranks[i] < ranks[k], scores[i] < scores[k]);
    release(&m);
}

/* An empty method takes back what holds above. */
static void choice_nearest_counts(void **state) {
    made m = with("step,node,method,parameters\nnormalisation,,minmax,\n"
                  "normalisation,A,zscore_population,\nnormalisation,tx,,\n",
                  NULL, 0);
    (void)state;
    assert_int_equal(attain_index_method(m.index, node_of(m.index, "ty"),
                                         ATTAIN_STEP_NORMALISATION),
                     ATTAIN_NORMALISATION_ZSCORE_POPULATION);
    assert_int_equal(attain_index_method(m.index, node_of(m.index, "tx"),
                                         ATTAIN_STEP_NORMALISATION),
                     -1);
    assert_int_equal(attain_index_method(m.index, node_of(m.index, "A"),
                                         ATTAIN_STEP_AGGREGATION),
                     ATTAIN_AGGREGATION_ARITHMETIC);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "tx", 2023, 0, 5, 10, 10);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "ty", 2023, -sqrt(1.5), 0,
                  sqrt(1.5), NAN);
    release(&m);
}

/* A goal of the tree may be an index of its own, and takes what is chosen above
 * it: the nearest. */
static void goal_below_the_root_is_an_index(void **state) {
    tables given = small;
    attain_index_options options;
    made m = {NULL, NULL, NULL};
    (void)state;
    given.index = "step,node,method,parameters\nnormalisation,I,minmax,\n"
                  "normalisation,,rank,\ntreatment,B,log,\n";
    assert_int_equal(read_tables(&given, &m, NULL), ATTAIN_OK);
    attain_index_options_init(&options);
    options.goal = "A";
    assert_int_equal(
        attain_index_create(m.plan, m.data, &options, &m.index, NULL),
        ATTAIN_OK);
    assert_int_equal(attain_index_node_count(m.index), 3);
    assert_column(m.index, ATTAIN_INDEX_SCORE, "A", 2023, 0, 0.5, 1, 1);
    release(&m);
}

/* Rows in another order give the same bits. */
static void order_of_rows_changes_nothing(void **state) {
    tables turned = small;
    made a = make(&small, 2021);
    double before[64];
    double after[64];
    (void)state;
    turned.units = "id,name,level,parent\nd,D,county,s\nc,C,county,s\n"
                   "b,B,county,n\na,A,county,n\ns,S,province,\n"
                   "n,N,province,\n";
    turned.metrics = "id,name,numerator,direction\n"
                     "z,Z,z,up\ny,Y,y,down\nx,X,x,up\n";
    made b = make(&turned, 2021);
    for (int32_t period = 2021; period <= 2023; period++) {
        column(a.index, ATTAIN_INDEX_SCORE, "I", period, before);
        column(b.index, ATTAIN_INDEX_SCORE, "I", period, after);
        for (int u = 0; u < 4; u++)
            assert_same(before[u], after[3 - u]);
    }
    release(&a);
    release(&b);
}

/* sdg-build: series that share a tag overwrite one another in the components,
 * so that the total cannot be computed again from them. */
static void sdg_build_series_that_share_a_metric_stay_apart(void **state) {
    tables given = small;
    double first[64];
    double second[64];
    double both[64];
    (void)state;
    given.goals = "id,name,parent\nI,Index,\n";
    given.targets = "id,goal,metric,name,comparator,weight\n"
                    "t1,I,x,X,none,1\nt2,I,x,X,none,3\n";
    given.index = "step,node,method,parameters\n"
                  "normalisation,t1,goalposts,low=0;high=20\n"
                  "normalisation,t2,goalposts,low=0;high=10\n";
    made m = make(&given, 0);
    column(m.index, ATTAIN_INDEX_SCORE, "t1", 2023, first);
    column(m.index, ATTAIN_INDEX_SCORE, "t2", 2023, second);
    column(m.index, ATTAIN_INDEX_SCORE, "I", 2023, both);
    assert_true(first[1] > 0);
    for (int u = 0; u < 4; u++) {
        assert_close(second[u], 2 * first[u], 1e-15);
        assert_close(both[u], (first[u] + 3 * second[u]) / 4, 1e-15);
    }
    release(&m);
}

/* A unit that is closed has no part. */
static void closed_units_have_no_part(void **state) {
    tables given = small;
    (void)state;
    given.units = "id,name,level,parent,closed\nn,N,province,,\n"
                  "a,A,county,n,2022\nb,B,county,n,\nc,C,county,n,\n"
                  "d,D,county,n,\n";
    given.observations = "unit,period,x,y,z\na,2021,1,9,0\n"
                         "b,2021,2,8,3\nc,2021,3,7,3\nd,2021,4,6,10\n"
                         "b,2023,5,5,6\nc,2023,10,0,0\nd,2023,10,,4\n";
    given.index = "step,node,method,parameters\nnormalisation,,minmax,\n"
                  "imputation,,mean,\n";
    made m = make(&given, 2021);
    assert_column(m.index, ATTAIN_INDEX_KEPT, "I", 2023, 0, 1, 1, 1);
    assert_column(m.index, ATTAIN_INDEX_KEPT, "I", 2021, 1, 1, 1, 1);
    assert_column(m.index, ATTAIN_INDEX_IMPUTED, "tx", 2023, NAN, 5, 10, 10);
    assert_column(m.index, ATTAIN_INDEX_RANK, "I", 2023, NAN, 3, 1, 2);
    release(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_the_human_development_index),
        cmocka_unit_test(steps_are_computed_by_hand),
        cmocka_unit_test(periods_share_one_scale),
        cmocka_unit_test(imputation_fills_periods_or_time),
        cmocka_unit_test(screening_leaves_rows_out),
        cmocka_unit_test(blanks_count_as_the_plan_says),
        cmocka_unit_test(treatment_winsorises),
        cmocka_unit_test(reason_is_that_of_the_step),
        cmocka_unit_test(weights_are_found_in_the_data),
        cmocka_unit_test(goal_without_weights_has_no_score),
        cmocka_unit_test(aggregation_takes_raw_values_too),
        cmocka_unit_test(low_scores_may_be_good),
        cmocka_unit_test(choice_nearest_counts),
        cmocka_unit_test(goal_below_the_root_is_an_index),
        cmocka_unit_test(order_of_rows_changes_nothing),
        cmocka_unit_test(sdg_build_series_that_share_a_metric_stay_apart),
        cmocka_unit_test(closed_units_have_no_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
