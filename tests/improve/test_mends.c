/* The smallest set of improvements (method §11, A121). */
#include "improve/ask.h"

static const char units[] = "id,name,level,parent\nc,C,county,\n"
                            "a,A,school,c\nb,B,school,c\nd,D,school,c\n";

/* Three of four met, the last at 85 %. Of 100 everywhere:
 *   a: 100, 90, 70, 100: one to mend; v to 100 (0.1) leaves w at 0.70, which
 *      must reach 85 (0.15) then: two items. w to 100 (0.3) leaves v at 0.90:
 *      one item.
 *   b: 60, 60, 60, 100: two to the standard (0.4 each), one to 85 (0.25).
 *   d: met. */
static judge three_of_four(const char *a) {
    static char data[256];
    snprintf(data, sizeof data,
             "unit,period,u,v,w,x,pupils\n%s\nb,2025,60,60,60,100,500\n"
             "d,2025,100,100,85,100,100\n",
             a);
    return judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least,floor,level\ng,G,,,,,\n"
                 "s,S,g,at_least,3,0.85,school\n",
        .metrics = "id,name,numerator\nu,U,u\nv,V,v\nw,W,w\nx,X,x\n",
        .targets = "id,goal,metric,name,comparator,value,score\n"
                   "u,s,u,U,at_least,100,ratio\nv,s,v,V,at_least,100,ratio\n"
                   "w,s,w,W,at_least,100,ratio\nx,s,x,X,at_least,100,ratio\n",
        .units = units,
        .observations = data});
}

static const char plain_a[] = "a,2025,100,90,70,100,200";

static void mends_are_the_fewest_items(void **state) {
    judge made = three_of_four(plain_a);
    attain_answer_options options = ask_about(&made, "s");
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    (void)state;
    assert_int_equal(attain_answer_question(answer), ATTAIN_QUESTION_MENDS);
    assert_place(&made, answer, "s", "a",
                 "items=1 cost=0.3 unknown=0 rank=1 verdict_before=2 "
                 "verdict_after=1 obstacle=0");
    assert_item(&made, answer, "w", "a",
                "action=1 cost=0.3 cost_standard=0.3 cost_floor=0.15 whole=30 "
                "limit=100 verdict_after=1");
    assert_item(&made, answer, "v", "a",
                "action=0 cost=0 cost_standard=0.1 cost_floor=0 items=0 "
                "verdict_after=2");
    assert_place(&made, answer, "s", "b",
                 "items=3 cost=1.05 rank=2 verdict_after=1");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_PLACE, "s", "d"), -1);
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Two items at 0.25 instead of one at 0.3. */
static void mends_are_the_lowest_cost(void **state) {
    judge made = three_of_four(plain_a);
    attain_answer_options options = ask_about(&made, "s");
    (void)state;
    options.effort = ATTAIN_EFFORT_COST;
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    assert_place(&made, answer, "s", "a", "items=2 cost=0.25 verdict_after=1");
    assert_item(&made, answer, "v", "a", "action=1 whole=10");
    assert_item(&made, answer, "w", "a",
                "action=2 cost=0.15 whole=15 limit=85 gap=15 relative=0.15 "
                "verdict_after=2 score_after=85");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Prices turn the choice round: a unit of w costs 1, of v 1000. */
static void mends_follow_prices(void **state) {
    judge made = three_of_four(plain_a);
    attain_answer_options options = ask_about(&made, "s");
    attain_resource prices[2];
    (void)state;
    attain_resource_init(&prices[0]);
    attain_resource_init(&prices[1]);
    prices[0].variable = "v";
    prices[0].price = 1000;
    prices[1].variable = "w";
    prices[1].price = 1;
    options.resources = prices;
    options.resource_count = 2;
    options.effort = ATTAIN_EFFORT_COST;
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    assert_place(&made, answer, "s", "a", "items=1 cost=30");
    assert_item(&made, answer, "v", "a", "action=0 cost_standard=10000");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* What is not known is never free, and nothing is promised. */
static void mends_do_not_take_unknown_for_met(void **state) {
    judge made = three_of_four("a,2025,,90,70,100,200");
    attain_answer_options options = ask_about(&made, "s");
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    (void)state;
    assert_place(&made, answer, "s", "a",
                 "items=2 unknown=1 obstacle=1 rank=2 verdict_after=3");
    assert_item(&made, answer, "u", "a",
                "action=3 cost=- cost_standard=- cost_floor=- unknown=1");
    assert_item(&made, answer, "v", "a", "action=1");
    assert_item(&made, answer, "w", "a", "action=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* --- Which first -------------------------------------------------------- */

static void mends_have_an_order(void **state) {
    judge made = three_of_four(plain_a);
    attain_answer_options options = ask_about(&made, "s");
    attain_answer *answer = NULL;
    (void)state;
    options.order = ATTAIN_MEND_ORDER_LARGEST;
    assert_int_equal(attain_find_mends(made.ev, made.plan, made.data, &options,
                                       &answer, NULL),
                     ATTAIN_ERR_MISSING);
    options.weight = "pupils";
    answer = ask(&made, attain_find_mends, &options);
    assert_place(&made, answer, "s", "b", "rank=1");
    assert_place(&made, answer, "s", "a", "rank=2");
    /* Rows stand in that order, items after their place. */
    assert_true(attain_answer_value(answer, ATTAIN_ANSWER_FIELD_UNIT, 0) ==
                judge_unit(&made, "b"));
    assert_true(attain_answer_value(answer, ATTAIN_ANSWER_FIELD_KIND, 1) ==
                ATTAIN_ANSWER_ITEM);
    attain_answer_destroy(answer);
    /* 200 / 0.3 = 667 pupils for the cost, 500 / 1.05 = 476. */
    options.order = ATTAIN_MEND_ORDER_WEIGHT;
    answer = ask(&made, attain_find_mends, &options);
    assert_place(&made, answer, "s", "a", "rank=1");
    assert_place(&made, answer, "s", "b", "rank=2");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Equal efforts share the smallest rank; without pupils a school comes last. */
static void mends_of_equal_effort_tie(void **state) {
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,level\ng,G,,\ns,S,g,school\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,10\n",
        .units = units,
        .observations = "unit,period,x,pupils\na,2025,8,1\nb,2025,5,\n"
                        "d,2025,8,9\n"});
    attain_answer_options options = ask_about(&made, "s");
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    (void)state;
    assert_place(&made, answer, "s", "a", "rank=1");
    assert_place(&made, answer, "s", "d", "rank=1");
    assert_place(&made, answer, "s", "b", "rank=3");
    attain_answer_destroy(answer);
    options.weight = "pupils";
    options.order = ATTAIN_MEND_ORDER_LARGEST;
    answer = ask(&made, attain_find_mends, &options);
    assert_place(&made, answer, "s", "d", "rank=1");
    assert_place(&made, answer, "s", "b", "rank=3");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* --- Trees -------------------------------------------------------------- */

/* The county needs 2 of its 3 schools (share 0.6), and one of two of its own
 * aims. The cheapest of each are mended: school b (0.2) and aim q (0.1). */
static void mends_go_down_to_schools_and_sub_goals(void **state) {
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,level,share\nr,R,,,,\n"
                 "s,S,r,,school,0.6\no,O,r,any,,\n",
        .targets = "id,goal,metric,name,comparator,value\n"
                   "t,s,m,T,at_least,10\np,o,m,P,at_least,20\n"
                   "q,o,m,Q,at_least,10\n",
        .units = units,
        .observations = "unit,period,x\nc,2025,9\na,2025,5\nb,2025,8\n"
                        "d,2025,10\n"});
    attain_answer *answer = ask(&made, attain_find_mends, NULL);
    (void)state;
    assert_place(&made, answer, "r", "c",
                 "items=2 cost=0.3 verdict_before=2 verdict_after=1");
    assert_item(&made, answer, "t", "b", "action=1 whole=2");
    /* School a is left out as a whole. */
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_ITEM, "t", "a"), -1);
    assert_item(&made, answer, "q", "c", "action=1 whole=1");
    assert_item(&made, answer, "p", "c", "action=0");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* A sub-goal below the floor is brought there by meeting it; one that stands
 * at it is left. */
static void mends_of_sub_goals_below_a_floor(void **state) {
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least,floor\nr,R,,at_least,1,0.8\n"
                 "p,P,r,,,\nq,Q,r,,,\n",
        .metrics = "id,name,numerator\nu,U,u\nv,V,v\nw,W,w\n",
        .targets = "id,goal,metric,name,comparator,value,score\n"
                   "u,p,u,U,at_least,10,ratio\nv,q,v,V,at_least,10,ratio\n"
                   "w,r,w,W,at_least,10,ratio\n",
        .observations = "unit,period,u,v,w\nc,2025,9,5,10\n"});
    attain_answer *answer = ask(&made, attain_find_mends, NULL);
    (void)state;
    assert_place(&made, answer, "r", "c", "items=1 cost=0.5 verdict_after=1");
    assert_item(&made, answer, "v", "c", "action=1");
    assert_int_equal(ask_row(&made, answer, ATTAIN_ANSWER_ITEM, "u", "c"), -1);
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Goals without children, in a row of any depth. */
static void mends_of_an_empty_or_deep_goal(void **state) {
    enum { DEEP = 400 };
    static char goals[DEEP * 24];
    char line[64];
    (void)state;
    strcpy(goals, "id,name,parent\ng0,G,\n");
    for (int i = 1; i < DEEP; i++) {
        snprintf(line, sizeof line, "g%d,G,g%d\n", i, i - 1);
        strcat(goals, line);
    }
    snprintf(line, sizeof line,
             "id,goal,metric,name,comparator,value\nt,g%d,m,T,at_least,9\n",
             DEEP - 1);
    judge made = judge_begin(
        (judge_tables){.goals = goals, .targets = line, .x = "2025 8"});
    attain_answer *answer = ask(&made, attain_find_mends, NULL);
    assert_place(&made, answer, "g0", "c", "items=1 verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
    made =
        judge_begin((judge_tables){.goals = "id,name,parent\ng,G,\ne,E,g\n",
                                   .target = "comparator,value\nat_least,9\n",
                                   .x = "2025 8"});
    answer = ask(&made, attain_find_mends, NULL);
    assert_place(&made, answer, "g", "c",
                 "items=1 unknown=1 obstacle=1 verdict_after=3");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* Two targets on one variable: it is changed once, by the larger need. */
static void mends_change_a_variable_once(void **state) {
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_least,9\nat_least,12\nat_least,10\n",
        .x = "2025 8"});
    attain_answer *answer = ask(&made, attain_find_mends, NULL);
    attain_observations changes;
    (void)state;
    attain_observations_init(&changes);
    assert_int_equal(attain_answer_changes(answer, &changes, NULL), ATTAIN_OK);
    assert_int_equal(changes.count, 1);
    assert_same(changes.values[0], 12);
    assert_place(&made, answer, "g", "c", "items=3 verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
    made = judge_begin((judge_tables){
        .target = "comparator,value\nat_most,7\nat_most,5\nat_least,9\n",
        .x = "2025 8"});
    answer = ask(&made, attain_find_mends, NULL);
    assert_int_equal(attain_answer_changes(answer, &changes, NULL), ATTAIN_OK);
    assert_same(changes.values[0], 9);
    assert_place(&made, answer, "g", "c", "items=3 verdict_after=2");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* --- Floors of the scores ----------------------------------------------- */

/* One target alone at a goal that asks for none of two, but both at 0.8. */
static void assert_floor(const char *target, const char *x, const char *cells) {
    char text[512];
    snprintf(text, sizeof text, "id,goal,metric,name,%s\n", target);
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least,floor\ng,G,,at_least,1,0.8\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .targets = text,
        .observations = x});
    attain_answer_options options;
    attain_answer_options_init(&options);
    options.effort = ATTAIN_EFFORT_COST;
    attain_answer *answer = ask(&made, attain_find_mends, &options);
    assert_item(&made, answer, "t", "c", cells);
    assert_place(&made, answer, "g", "c", "verdict_after=1");
    attain_answer_destroy(answer);
    judge_end(&made);
}

#define OTHER "u,g,n,U,at_least,1,"

static void mends_reach_the_floor_of_every_score(void **state) {
    (void)state;
    /* 0.8 · 50 */
    assert_floor("comparator,value,score\nt,g,m,T,at_least,50,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,30,1\n",
                 "action=2 limit=40 whole=10");
    /* 40 / 0.8 */
    assert_floor("comparator,value,score\nt,g,m,T,at_most,40,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,80,1\n",
                 "action=2 limit=50 whole=-30");
    /* −40 / 0.8, and −40 · 0.8 */
    assert_floor("comparator,value,score\nt,g,m,T,at_least,-40,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,-80,1\n",
                 "action=2 limit=-50 whole=30");
    assert_floor("comparator,value,score\nt,g,m,T,at_most,-40,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,0,1\n",
                 "action=2 limit=-32 whole=-32");
    /* 1 − dist / 10 ≥ 0.8 within 2 of the band. */
    assert_floor("comparator,value,score,upper,outer_low,outer_high\n"
                 "t,g,m,T,between,50,ratio,60,40,65\n" OTHER ",,,\n",
                 "unit,period,x,y\nc,2025,70,1\n",
                 "action=2 limit=62 whole=-8");
    /* 10 + 0.8 · 40 */
    assert_floor("comparator,value,score,baseline,baseline_period\n"
                 "t,g,m,T,at_least,50,progress,10,2020\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,20,1\n",
                 "action=2 limit=42 whole=22");
    /* The start was good: then by ratio. */
    assert_floor("comparator,value,score,baseline,baseline_period\n"
                 "t,g,m,T,at_least,50,progress,60,2020\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,20,1\n",
                 "action=2 limit=40 whole=20");
    /* 60 + 40 (x − 20)/40 = 80 */
    assert_floor("comparator,value,score,bad,good\n"
                 "t,g,m,T,at_least,70,efficacy,20,60\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,10,1\n",
                 "action=2 limit=40 whole=30");
    assert_floor("comparator,value,score,bad,good\n"
                 "t,g,m,T,at_most,10,efficacy,60,20\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,70,1\n",
                 "action=2 limit=40 whole=-30");
    /* 1 − dist(x)/dist(b) ≥ 0.8, b = 20: within 6 of the band 50…60; from a
     * start above it, within 4. */
    assert_floor("comparator,value,score,upper,baseline,baseline_period\n"
                 "t,g,m,T,between,50,progress,60,20,2020\n" OTHER ",,,\n",
                 "unit,period,x,y\nc,2025,30,1\n",
                 "action=2 limit=44 whole=14");
    assert_floor("comparator,value,score,upper,baseline,baseline_period\n"
                 "t,g,m,T,between,50,progress,60,80,2020\n" OTHER ",,,\n",
                 "unit,period,x,y\nc,2025,75,1\n",
                 "action=2 limit=64 whole=-11");
    /* Down from 100 to 50: within 10 of it; from 20 up by 10: within 2. */
    assert_floor("comparator,value,score,baseline,baseline_period\n"
                 "t,g,m,T,at_most,50,progress,100,2020\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,90,1\n",
                 "action=2 limit=60 whole=-30");
    assert_floor("comparator,value,score,baseline,baseline_period,series\n"
                 "t,g,m,T,at_least,10,progress,20,2020,since_baseline\n" OTHER
                 ",,,\n",
                 "unit,period,x,y\nc,2025,22,1\n", "action=2 limit=8 whole=6");
    /* Nothing between: the standard itself. */
    assert_floor("comparator,value,score\nt,g,m,T,at_most,0,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,3,1\n", "action=1 limit=0 whole=-3");
    assert_floor("comparator,value,score,baseline,baseline_period\n"
                 "t,g,m,T,at_most,50,progress,50,2020\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,80,1\n",
                 "action=1 limit=50 whole=-30");
    assert_floor("comparator,value,score,upper,baseline,baseline_period\n"
                 "t,g,m,T,between,50,progress,60,55,2020\n" OTHER ",,,\n",
                 "unit,period,x,y\nc,2025,70,1\n",
                 "action=1 limit=60 whole=-10");
    assert_floor("comparator,value,score\nt,g,m,T,at_least,0,ratio\n" OTHER,
                 "unit,period,x,y\nc,2025,-3,1\n", "action=1 limit=0 whole=3");
    assert_floor("comparator,value,score,baseline_period\n"
                 "t,g,m,T,at_least,50,progress,2020\n" OTHER ",\n",
                 "unit,period,x,y\nc,2025,20,1\n",
                 "action=1 limit=50 whole=30");
    assert_floor("comparator,value,score\nt,g,m,T,at_least,50,pass\n" OTHER,
                 "unit,period,x,y\nc,2025,30,1\n",
                 "action=1 limit=50 whole=20");
    assert_floor("comparator,value,score,baseline,baseline_period\n"
                 "t,g,m,T,at_least,50,progress,50,2020\n" OTHER ",,\n",
                 "unit,period,x,y\nc,2025,20,1\n",
                 "action=1 limit=50 whole=30");
}

/* What was due in an earlier year is decided, also where the floor would do. */
static void mends_of_what_was_due_are_past(void **state) {
    judge made = judge_begin((judge_tables){
        .goals = "id,name,parent,rule,at_least,floor\ng,G,,at_least,1,0.8\n",
        .metrics = "id,name,numerator\nm,M,x\nn,N,y\n",
        .targets = "id,goal,metric,name,comparator,value,score,due\n"
                   "t,g,m,T,at_least,50,ratio,2024\nu,g,n,U,at_least,1,,\n",
        .observations = "unit,period,x,y\nc,2024,30,1\nc,2025,30,1\n"});
    (void)state;
    attain_answer *answer = ask(&made, attain_find_mends, NULL);
    assert_item(&made, answer, "t", "c", "action=3 obstacle=2");
    assert_place(&made, answer, "g", "c", "verdict_after=2");
    attain_answer_destroy(answer);
    judge_end(&made);
}

/* --- Against trying everything ------------------------------------------ */

/* Every set of actions of n items with these costs, and the least of those
 * that meet at least k and bring the others to the floor. */
typedef struct trial {
    int meet[8];  /* cost of the standard; 0: met */
    int floor[8]; /* of the floor; 0: there */
    int count;
    int k;
} trial;

static void try_all(const trial *of, int by_items, int *items, int *cost) {
    int best_items = 1000, best_cost = 1000000;
    int sets = 1;
    for (int i = 0; i < of->count; i++)
        sets *= 3;
    for (int s = 0; s < sets; s++) {
        int met = 0, sound = 1, n = 0, c = 0, rest = s;
        for (int i = 0; i < of->count; i++, rest /= 3) {
            int what = rest % 3; /* leave, floor, standard */
            int done = what == 2 || of->meet[i] == 0;
            met += done;
            sound &= done || what == 1 || of->floor[i] == 0;
            n += what > 0;
            c += what == 2 ? of->meet[i] : what == 1 ? of->floor[i] : 0;
        }
        int better = by_items
                         ? n < best_items || (n == best_items && c < best_cost)
                         : c < best_cost || (c == best_cost && n < best_items);
        if (met >= of->k && sound && better) {
            best_items = n;
            best_cost = c;
        }
    }
    *items = best_items;
    *cost = best_cost;
}

/* Values of whole numbers below 100 everywhere; the price of each variable is
 * drawn, too, so that costs are whole. */
static void mends_are_the_best_of_all_sets(void **state) {
    uint64_t seed = 7;
    (void)state;
    for (int round = 0; round < 60; round++) {
        trial of = {.count = 6, .k = 1 + (int)(support_random(&seed) % 6)};
        char data[512] = "unit,period";
        char metrics[512] = "id,name,numerator\n";
        char targets[1024] = "id,goal,metric,name,comparator,value,score\n";
        char goals[128], line[128], values[256] = "c,2025";
        attain_resource prices[6];
        char names[6][4];
        for (int i = 0; i < of.count; i++) {
            int value = 75 + (int)(support_random(&seed) % 30);
            int price = 1 + (int)(support_random(&seed) % 9);
            of.meet[i] = value >= 100 ? 0 : (100 - value) * price;
            of.floor[i] = value >= 85 ? 0 : (85 - value) * price;
            snprintf(names[i], sizeof names[i], "v%d", i);
            attain_resource_init(&prices[i]);
            prices[i].variable = names[i];
            prices[i].price = price;
            snprintf(line, sizeof line, ",v%d", i);
            strcat(data, line);
            snprintf(line, sizeof line, ",%d", value);
            strcat(values, line);
            snprintf(line, sizeof line, "m%d,M,v%d\n", i, i);
            strcat(metrics, line);
            snprintf(line, sizeof line, "t%d,g,m%d,T,at_least,100,ratio\n", i,
                     i);
            strcat(targets, line);
        }
        snprintf(goals, sizeof goals,
                 "id,name,parent,rule,at_least,floor\ng,G,,at_least,%d,0.85\n",
                 of.k);
        strcat(data, "\n");
        strcat(data, values);
        strcat(data, "\n");
        judge made = judge_begin((judge_tables){.goals = goals,
                                                .metrics = metrics,
                                                .targets = targets,
                                                .observations = data});
        attain_answer_options options;
        attain_answer_options_init(&options);
        options.resources = prices;
        options.resource_count = 6;
        for (int32_t by = 0; by < 2; by++) {
            int items, cost;
            options.effort = by;
            try_all(&of, by == ATTAIN_EFFORT_ITEMS, &items, &cost);
            attain_answer *answer = ask(&made, attain_find_mends, &options);
            if (items == 0) {
                assert_int_equal(attain_answer_row_count(answer), 0);
            } else {
                snprintf(line, sizeof line, "items=%d cost=%d verdict_after=1",
                         items, cost);
                assert_place(&made, answer, "g", "c", line);
            }
            attain_answer_destroy(answer);
        }
        judge_end(&made);
    }
}

static void mends_without_memory(void **state) {
    judge made = three_of_four(plain_a);
    attain_answer_options options = ask_about(&made, "s");
    attain_answer *out = NULL;
    (void)state;
    options.weight = "pupils";
    options.order = ATTAIN_MEND_ORDER_WEIGHT;
    ask_without_memory(&made, attain_find_mends, options, 60);
    assert_int_equal(
        attain_find_mends(made.ev, made.plan, made.data, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_find_mends(made.ev, made.plan, NULL, NULL, &out, NULL),
        ATTAIN_ERR_ARGUMENT);
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mends_are_the_fewest_items),
        cmocka_unit_test(mends_are_the_lowest_cost),
        cmocka_unit_test(mends_follow_prices),
        cmocka_unit_test(mends_do_not_take_unknown_for_met),
        cmocka_unit_test(mends_have_an_order),
        cmocka_unit_test(mends_of_equal_effort_tie),
        cmocka_unit_test(mends_go_down_to_schools_and_sub_goals),
        cmocka_unit_test(mends_of_sub_goals_below_a_floor),
        cmocka_unit_test(mends_of_an_empty_or_deep_goal),
        cmocka_unit_test(mends_change_a_variable_once),
        cmocka_unit_test(mends_reach_the_floor_of_every_score),
        cmocka_unit_test(mends_of_what_was_due_are_past),
        cmocka_unit_test(mends_are_the_best_of_all_sets),
        cmocka_unit_test(mends_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
