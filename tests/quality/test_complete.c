/* Which numbers a plan needs, and which of them are there. */
#include "quality/assess.h"

static void needed_at_the_due_period(void **state) {
    assessed made = assess((assess_tables){
        .observations = "unit,period,x,y\ns1,2024,,\ns1,2025,1,2\n"
                        "s2,2025,1,\ns3,2025,1,2\n"});
    (void)state;
    /* s2 has an empty cell; s4 has no line. */
    assert_string_equal(findings_of(&made, "complete"),
                        "s4 2025 x nan nan 0\ns2 2025 y nan nan 4\n"
                        "s4 2025 y nan nan 0\n");
    attain_quality_finding f = finding_at(made.quality, 1);
    assert_string_equal(f.file, "observations.csv");
    assert_int_equal(f.column, 4);
    assess_end(&made);
}

static void counted_by_unit_and_variable(void **state) {
    assessed made = assess((assess_tables){
        .observations = "unit,period,x,y\ns1,2025,1,2\ns2,2025,1,\n"
                        "s3,2025,1,2\n"});
    double needed[8], known[8];
    size_t count;
    (void)state;
    assert_int_equal(attain_quality_coverage(made.quality,
                                             ATTAIN_QUALITY_BY_UNIT, needed,
                                             known, 8, &count, NULL),
                     0);
    assert_int_equal(count, 5);
    const double wanted[] = {0, 2, 2, 2, 2}, there[] = {0, 2, 1, 2, 0};
    for (int i = 0; i < 5; i++) {
        assert_same(needed[i], wanted[i]);
        assert_same(known[i], there[i]);
    }
    assert_int_equal(attain_quality_coverage(made.quality,
                                             ATTAIN_QUALITY_BY_VARIABLE, needed,
                                             known, 8, &count, NULL),
                     0);
    assert_int_equal(count, 2);
    assert_same(needed[0], 4);
    assert_same(known[0], 3);
    assert_same(known[1], 2);
    assess_end(&made);
}

/* s2 is a point of s1: what adds up it must report as well, of the rest it
 * needs nothing; in 2024 it was not open. */
static void points_report_what_adds_up(void **state) {
    assessed made = assess((assess_tables){
        .targets = "id,goal,metric,name,comparator,value,level,when\n"
                   "t,g,m,T,at_least,90,school,every_period\n",
        .units = "id,name,level,parent,stage,opened,attached_to\n"
                 "c,C,county,,,,\ns1,S1,school,c,primary,,\n"
                 "s2,S2,school,c,primary,2025,s1\n",
        .variables = "id,name,additive\nx,X,yes\ny,Y,no\n",
        .observations = "unit,period,x,y\ns1,2021,1,2\ns1,2022,1,2\n"
                        "s1,2023,1,2\ns1,2024,1,2\ns1,2025,1,2\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "complete"),
                        "s2 2025 x nan nan 0\n");
    assess_end(&made);
}

/* What no unit has is one finding; a variable that the data do not have gets a
 * row behind theirs. */
static void missing_everywhere_is_one_finding(void **state) {
    assessed made = assess((assess_tables){
        .observations = "unit,period,x\ns1,2025,1\ns2,2025,1\ns3,2025,1\n"
                        "s4,2025,1\n"});
    char text[200];
    size_t length;
    (void)state;
    assert_string_equal(findings_of(&made, "complete"), "- 2025 y nan nan 0\n");
    assert_int_equal(finding_at(made.quality, 0).count, 4);
    assert_string_equal(attain_quality_variable(made.quality, 1), "y");
    assert_null(attain_quality_variable(made.quality, 2));
    assert_int_equal(attain_quality_message(made.quality, 0, ATTAIN_LANGUAGE_EN,
                                            text, sizeof text, &length, NULL),
                     0);
    assert_string_equal(
        text, "y has no value for 2025 at any of the 4 units that need one");
    assess_end(&made);
}

/* every_period, change (the period before the first too), a baseline. */
static void needed_in_the_periods_of_the_series(void **state) {
    const char *units = "id,name,level\nc,C,county\n";
    const char *metrics = "id,name,numerator\nm,M,x\n";
    const char *observations = "unit,period,x\nc,2023,1\n";
    const struct {
        const char *target;
        double needed;
    } cases[] = {
        {"series,when\nlevel,at_due\n", 1},
        {"series,when\nlevel,every_period\n", 3},
        {"series,when\nlevel,hold\n", 3},
        {"series,when\nchange,at_due\n", 2},
        {"series,when\nchange,every_period\n", 4},
        {"series,when\ncumulative,at_due\n", 3},
        {"series,when,baseline_period\nsince_baseline,at_due,2015\n", 2},
        {"series,when,baseline_period,baseline\nlevel,at_due,2015,4\n", 1},
        {"series,when,due\nlevel,at_due,2022\n", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        double needed, known;
        size_t count;
        const char *line = strchr(cases[i].target, '\n') + 1;
        snprintf(text, sizeof text,
                 "id,goal,metric,name,value,%.*st,g,m,T,1,%s",
                 (int)(line - cases[i].target), cases[i].target, line);
        assessed made = assess((assess_tables){.units = units,
                                               .metrics = metrics,
                                               .targets = text,
                                               .observations = observations});
        assert_int_equal(
            attain_quality_coverage(made.quality, ATTAIN_QUALITY_BY_UNIT,
                                    &needed, &known, 1, &count, NULL),
            0);
        assert_same(needed, cases[i].needed);
        assess_end(&made);
    }
}

/* Members of the metric's level that its stage, tags, without and where let
 * count; metrics of metrics. */
static void needed_at_the_members(void **state) {
    assessed made = assess((assess_tables){
        .units =
            "id,name,level,parent,stage,tags,closed\nc,C,county,,,,\n"
            "a,A,school,c,primary,rural,\nb,B,school,c,junior,rural,\n"
            "d,D,school,c,primary,rural;private,\n"
            "e,E,school,c,primary,rural,\nf,F,school,c,primary,rural,2025\n"
            "g,G,school,c,primary,town,\nh,H,school,c,primary,rural,\n",
        .metrics = "id,name,numerator,denominator,across,stage,tags,without,"
                   "where\nm,M,@n,z,total,primary,rural,private,rural:y>=50\n"
                   "n,N,x,,none,,,,\n",
        .targets = "id,goal,metric,name,value\nt,g,m,T,80\n",
        .observations = "unit,period,y,z\na,2025,50,1\nb,2025,60,1\n"
                        "d,2025,60,1\ne,2025,49,1\nf,2025,60,1\ng,2025,60,1\n"
                        "h,2025,,\n"});
    (void)state;
    /* e has too few; of h nothing is known, so it counts. x is needed by the
     * metric n wherever its members are: of all schools. */
    assert_string_equal(findings_of(&made, "complete"),
                        "- 2025 x nan nan 0\nh 2025 z nan nan 8\n");
    assert_int_equal(finding_at(made.quality, 0).count, 6);
    assess_end(&made);
}

static void shared_and_grouped_values_are_there(void **state) {
    assessed made = assess((assess_tables){
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "k,K,complex,c,\ns1,One,school,k,primary\n"
                 "s2,Two,school,k,junior\n",
        .variables = "id,shared\nx,yes\ny,\n",
        .observations = "unit,period,variable,value,group\nk,2025,x,5,\n"
                        "s1,2025,y,7,pupils\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "complete"),
                        "s2 2025 y nan nan 0\n");
    assess_end(&made);
    made = assess((assess_tables){
        .metrics = "id,name,numerator,denominator\nm,M,x[a],x[b]\n",
        .observations = "unit,period,variable,value,group\ns1,2025,x,5,a\n"
                        "s2,2025,x,5,a\ns3,2025,x,5,a\ns4,2025,x,5,a\n"
                        "s1,2025,x,6,b\ns2,2025,x,6,b\ns3,2025,x,6,b\n"});
    assert_string_equal(findings_of(&made, "complete"),
                        "s4 2025 x nan nan 0\n");
    assess_end(&made);
}

static void a_row_needs_its_variable(void **state) {
    assessed made = assess((assess_tables){
        .without_plan = 1,
        .units = "id,name,level,stage\nc,C,county,\ns1,One,school,primary\n"
                 "s2,Two,school,primary\ns3,Three,school,junior\n",
        .observations = "unit,period,x,y\ns1,2021,1,1\ns2,2021,,1\n"
                        "s1,2022,1,1\ns2,2022,1,1\n",
        .checks = "id,kind,severity,variable,level,stage\n"
                  "must,complete,error,x,school,primary\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "must"), "s2 2021 x nan nan 3\n");
    assert_int_equal(attain_quality_worst(made.quality), ATTAIN_QUALITY_ERROR);
    assess_end(&made);
}

static void nothing_is_needed_without_a_plan_or_a_check(void **state) {
    assessed made = assess(
        (assess_tables){.without_plan = 1, .observations = "unit,period,x\n"});
    double needed[5], known[5];
    size_t count;
    (void)state;
    assert_int_equal(attain_quality_coverage(made.quality,
                                             ATTAIN_QUALITY_BY_UNIT, needed,
                                             known, 5, &count, NULL),
                     0);
    assert_same(needed[4], 0);
    assert_string_equal(findings_of(&made, "complete"), "");
    assess_end(&made);
    made = assess((assess_tables){.observations = "unit,period,x\n",
                                  .checks = "id,kind,severity\n"
                                            "complete,complete,off\n"});
    assert_int_equal(attain_quality_count(made.quality), 0);
    assess_end(&made);
}

static void as_of_an_earlier_period(void **state) {
    assessed made = assess_read((assess_tables){
        .observations = "unit,period,x,y\ns1,2024,1,2\ns2,2024,1,2\n"
                        "s3,2024,1,2\ns4,2024,1,2\ns1,2025,1,2\n"});
    attain_quality_options options;
    (void)state;
    attain_quality_options_init(&options);
    options.as_of = 2024;
    assert_int_equal(attain_quality_assess(made.plan, made.data, NULL, &options,
                                           &made.quality, NULL),
                     0);
    assert_string_equal(findings_of(&made, "complete"), "");
    assess_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needed_at_the_due_period),
        cmocka_unit_test(counted_by_unit_and_variable),
        cmocka_unit_test(points_report_what_adds_up),
        cmocka_unit_test(missing_everywhere_is_one_finding),
        cmocka_unit_test(needed_in_the_periods_of_the_series),
        cmocka_unit_test(needed_at_the_members),
        cmocka_unit_test(shared_and_grouped_values_are_there),
        cmocka_unit_test(a_row_needs_its_variable),
        cmocka_unit_test(nothing_is_needed_without_a_plan_or_a_check),
        cmocka_unit_test(as_of_an_earlier_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
