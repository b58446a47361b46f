/* The exact way of values that are made of members, groups, parts and other
 * metrics (rulings A32): each lands on its limit, and doubles put it past. */
#include "evaluate/judge.h"

/* 100 · 0.57 is 56.99999999999999 in doubles, 0.1 · 3 is above 0.3. b is
 * closed, d has D = 0, e lacks D, f is of another stage. */
static const char schools[] =
    "id,name,level,parent,stage,opened\nc,C,county,,,\n"
    "a,A,school,c,primary,\nb,B,school,c,primary,2026\n"
    "d,D,school,c,primary,\ne,E,school,c,primary,\nf,F,school,c,junior,\n"
    "h,H,school,c,primary,\n";
static const char values[] =
    "unit,period,x,y\na,2025,0.57,1\nb,2025,0.1,1\nd,2025,0,0\ne,2025,0.1,\n"
    "f,2025,0.01,1\nh,2025,5.7,10\n";

static void members_at_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value\n"
                   "l,g,l,T,at_least,57\nl2,g,l,T,below,57\n"
                   "h,g,h,T,at_least,57\nh2,g,h,T,below,57\n"
                   "s,g,s,T,at_least,57\ns2,g,s,T,below,57\n"
                   "n,g,n,T,at_most,0.5\nn2,g,n,T,above,0.5\n"
                   "k,g,k,T,at_most,-57\nk2,g,k,T,above,-57\n",
        .metrics =
            "id,name,numerator,denominator,factor,across,stage,min_coverage\n"
            "l,L,x,y,100,min,primary,0.5\nh,H,x,y,100,max,primary,0.5\n"
            "s,S,x,y,100,total,primary,0.5\nn,N,,,0.1,count,,\n"
            "k,K,x,y,-100,min,primary,0.5\n",
        .units = schools,
        .observations = values});
    assert_row(&made, "l", "c", "verdict=met");
    assert_row(&made, "l2", "c", "verdict=not_met");
    assert_row(&made, "h", "c", "verdict=met");
    assert_row(&made, "h2", "c", "verdict=not_met");
    /* 100 · (0.57 + 0 + 5.7)/(1 + 0 + 10) = 57 */
    assert_row(&made, "s", "c", "verdict=met");
    assert_row(&made, "s2", "c", "verdict=not_met");
    /* a, d, e, f and h: 0.1 · 5 */
    assert_row(&made, "n", "c", "verdict=met");
    assert_row(&made, "n2", "c", "verdict=not_met");
    assert_row(&made, "k", "c", "verdict=met");
    assert_row(&made, "k2", "c", "verdict=not_met");
    judge_end(&made);
}

/* 0.1 · 3 */
static void count_times_a_factor_at_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value\nat_most,0.3\nabove,0.3\n",
        .metrics = "id,name,across,factor,stage\nm,M,count,0.1,primary\n",
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "a,A,school,c,primary\nb,B,school,c,primary\n"
                 "d,D,school,c,primary\ne,E,school,c,junior\n",
        .x = "2025 1"});
    assert_row(&made, "t", "c", "verdict=met");
    assert_row(&made, "t2", "c", "verdict=not_met");
    judge_end(&made);
}

/* 100 · 0.57 of one group, and of a part of a school. */
static void groups_and_parts_at_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .targets = "id,goal,metric,name,comparator,value,level\n"
                   "t,g,m,T,at_least,57,\nt2,g,m,T,below,57,\n"
                   "u,g,n,T,at_least,57,\nu2,g,n,T,below,57,\n"
                   "v,g,k,T,at_least,2200.2,school\n"
                   "v2,g,k,T,above,2200.2,school\n",
        .metrics = "id,name,numerator,denominator,factor\n"
                   "m,M,rating[p],one,100\nn,N,@m;@m,,0.5\nk,K,land,,1\n",
        .units = "id,name,level,parent,stage,opened\nc,C,county,,,\n"
                 "w,W,complex,c,,\np,P,school,w,primary,\n"
                 "j,J,school,w,junior,\nq,Q,school,w,senior,2026\n",
        .variables = "id,name,shared\nrating,R,no\none,O,no\nland,L,yes\n"
                     "n,N,no\n",
        .stages = "stage,weight,enrolment\nprimary,1,n\njunior,1.1,n\n",
        .observations = "unit,period,variable,value,group\n"
                        "c,2025,rating,0.57,p\nc,2025,rating,9,q\n"
                        "c,2025,one,1,\np,2025,n,600,\nj,2025,n,400,\n"
                        "w,2025,land,5200.1,p\nw,2025,land,5200.9,q\n"});
    assert_row(&made, "t", "c", "verdict=met");
    assert_row(&made, "t2", "c", "verdict=not_met");
    assert_row(&made, "u", "c", "verdict=met");
    assert_row(&made, "u2", "c", "verdict=not_met");
    /* (5200.1 + 5200.9)/2 · 440/1040 = 2200.21153… */
    assert_row(&made, "v", "j", "verdict=met value=2200.21153846154");
    assert_row(&made, "v2", "j", "verdict=met");
    judge_end(&made);
}

/* A shared value of groups: (5199 + 5201)/2 · 440/1040 = 2200. */
static void shared_groups_at_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "comparator,value,level\nat_least,2200,school\n"
                  "above,2200,school\n",
        .metrics = "id,name,numerator\nm,M,land\n",
        .units = "id,name,level,parent,stage,opened\nc,C,county,,,\n"
                 "w,W,complex,c,,\np,P,school,w,primary,\n"
                 "j,J,school,w,junior,\nq,Q,school,w,senior,2026\n",
        .variables = "id,name,shared\nland,L,yes\nn,N,no\n",
        .stages = "stage,weight,enrolment\nprimary,1,n\njunior,1.1,n\n",
        .observations = "unit,period,variable,value,group\np,2025,n,600,\n"
                        "j,2025,n,400,\nw,2025,land,5199,p\n"
                        "w,2025,land,5201,q\n"});
    assert_row(&made, "t", "j", "verdict=met");
    assert_row(&made, "t2", "j", "verdict=not_met");
    judge_end(&made);
}

/* The data's baseline of a ratio; a growth on a stated one: 57 − 56.5. */
static void baselines_at_the_limit(void **state) {
    (void)state;
    judge made = judge_begin((judge_tables){
        .target = "series,comparator,value,baseline,baseline_period\n"
                  "since_baseline,at_least,0.5,,2020\n"
                  "since_baseline,above,0.5,,2020\n"
                  "change,at_least,0.5,56.5,2024\n"
                  "change,above,0.5,56.5,2024\n"
                  "level,at_least,57,57,2020\n",
        .metrics = "id,name,numerator,denominator,factor\nm,M,x,y,100\n",
        .observations = "unit,period,x,y\nc,2020,0.565,1\nc,2025,0.57,1\n"});
    assert_row(&made, "t", "c", "verdict=met");
    assert_row(&made, "t2", "c", "verdict=not_met");
    assert_row(&made, "t3", "c", "verdict=met");
    assert_row(&made, "t4", "c", "verdict=not_met");
    assert_row(&made, "t5", "c", "verdict=met attainment=1 pace=1");
    judge_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_at_the_limit),
        cmocka_unit_test(count_times_a_factor_at_the_limit),
        cmocka_unit_test(groups_and_parts_at_the_limit),
        cmocka_unit_test(shared_groups_at_the_limit),
        cmocka_unit_test(baselines_at_the_limit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
