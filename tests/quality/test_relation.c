/* Checks of values against each other, of units, and of whole periods. */
#include "quality/assess.h"

#define NO_PLAN .without_plan = 1

static void share_above_one_hundred(void **state) {
    assessed made = assess((assess_tables){
        .observations = "unit,period,x,y\ns1,2025,101,100\ns2,2025,100,100\n"
                        "s3,2025,5,0\ns4,2025,,100\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "share"),
                        "s1 2025 x 101 100 2\ns3 2025 x 5 0 4\n");
    assert_string_equal(finding_at(made.quality, 1).metric, "m");
    assert_string_equal(findings_of(&made, "divisor"), "s3 2025 x 5 0 4\n");
    assess_end(&made);
}

/* 0.1 + 0.2 is no more than 0.3. */
static void share_is_of_decimals(void **state) {
    assessed made = assess((assess_tables){
        .metrics = "id,name,numerator,denominator,factor\nm,M,x;z,y,100\n",
        .observations = "unit,period,x,y,z\ns1,2025,0.1,0.3,0.2\n"
                        "s2,2025,0.1,0.3,0.200001\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "share"),
                        "s2 2025 x 0.300001 0.3 3\n");
    assess_end(&made);
}

/* Only per cent by default; a metric of metrics is not looked at; a row that
 * names one is followed, or switches it off. */
static void share_of_which_metrics(void **state) {
    const char *metrics = "id,name,numerator,denominator,factor\n"
                          "m,M,x,y,100\nper,Per,x,y,\nof,Of,@m,y,100\n";
    const char *observations = "unit,period,x,y\ns1,2025,101,100\n";
    assessed made = assess(
        (assess_tables){.metrics = metrics, .observations = observations});
    (void)state;
    assert_string_equal(findings_of(&made, "share"), "s1 2025 x 101 100 2\n");
    assess_end(&made);
    made = assess((assess_tables){
        .metrics = metrics,
        .observations = observations,
        .checks = "id,kind,severity,metric,tolerance\na,share,off,m,\n"
                  "b,share,error,per,0.5\nc,share,info,of,\n"});
    assert_string_equal(findings_of(&made, "share"), "");
    assert_string_equal(findings_of(&made, "b"), "s1 2025 x 101 100 2\n");
    assert_string_equal(findings_of(&made, "c"), "");
    assess_end(&made);
}

/* A metric says nothing of schools of other stages; a county has none. */
static void relations_keep_to_the_stage(void **state) {
    assessed made = assess((assess_tables){
        .units = "id,name,level,parent,stage\nc,C,county,,\n"
                 "s1,One,school,c,primary\ns2,Two,school,c,junior\n",
        .metrics = "id,name,numerator,denominator,factor,stage\n"
                   "m,M,x,y,100,junior\nn,N,x,z,,nowhere;primary\n",
        .observations = "unit,period,x,y,z\nc,2025,9,8,0\n"
                        "s1,2025,101,100,0\ns2,2025,102,100,0\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "share"),
                        "c 2025 x 9 8 2\ns2 2025 x 102 100 4\n");
    assert_string_equal(findings_of(&made, "divisor"),
                        "c 2025 x 9 0 2\ns1 2025 x 101 0 3\n");
    assess_end(&made);
}

static void share_of_a_variable_and_parts(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,boarders,pupils,leavers\n"
                        "s1,2021,60,100,50\ns2,2021,50,100,50\n"
                        "s3,2021,51,100,50\n",
        .checks = "id,kind,severity,variable,parts,tolerance\n"
                  "b,share,error,boarders,pupils;-leavers,1\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "b"), "s1 2021 boarders 60 50 2\n");
    assess_end(&made);
}

static void parts_add_up(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,all,boys,girls\ns1,2021,0.3,0.1,0.2\n"
                        "s2,2021,100,50,49\ns3,2021,100,50,48\n"
                        "s4,2021,100,50,\n",
        .checks = "id,kind,variable,parts,tolerance,advice\n"
                  "p,parts,all,boys;girls,1,count again\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "p"), "s3 2021 all 100 98 4\n");
    assert_string_equal(
        attain_quality_advice(made.quality, 0, ATTAIN_LANGUAGE_ZH),
        "count again");
    assess_end(&made);
}

/* The county says 100; its schools add up to 99, a closed one left out. Where
 * one school is missing nothing is said. */
static void units_add_up(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .units = "id,name,level,parent,closed\nc,C,county,,\n"
                 "t,T,township,c,\ns1,One,school,t,\ns2,Two,school,c,\n"
                 "s3,Three,school,c,2021\nd,D,county,,\n",
        .observations = "unit,period,x\nc,2021,100\nt,2021,40\ns1,2021,40\n"
                        "s2,2021,59\nd,2021,7\nc,2022,100\ns1,2022,1\n",
        .checks = "id,kind,variable,level\nu,units,x,school\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "u"), "c 2021 x 100 99 2\n");
    assert_int_equal(finding_at(made.quality, 0).count, 2);
    assess_end(&made);
}

/* Ratios 40 … 48 and 90: quartiles (type 7) of the nine are 42 and 47 … */
static void peers_beyond_the_fences(void **state) {
    char units[512] = "id,name,level\nc,C,county\n";
    char rows[512] = "unit,period,x,y\n";
    static const int values[] = {40, 41, 42, 43, 44, 45, 46, 47, 90};
    double scores[9], column[9];
    uint8_t outliers[9];
    const double three[] = {3};
    (void)state;
    for (int i = 0; i < 9; i++) {
        snprintf(units + strlen(units), sizeof units - strlen(units),
                 "s%d,S%d,school\n", i, i);
        snprintf(rows + strlen(rows), sizeof rows - strlen(rows),
                 "s%d,2025,%d,100\n", i, values[i]);
        column[i] = values[i];
    }
    assert_int_equal(attain_find_outliers(ATTAIN_OUTLIERS_FENCES, three, 1,
                                          column, 1, 9, 9, scores, outliers,
                                          NULL, NULL),
                     0);
    assessed made =
        assess((assess_tables){.units = units, .observations = rows});
    assert_string_equal(findings_of(&made, "peers"), "s8 2025 x 90 46 10\n");
    assert_int_equal(outliers[8], ATTAIN_OUTLIER_HIGH);
    assert_close(finding_at(made.quality, 0).score, scores[8], 1e-12);
    assess_end(&made);
    made = assess((assess_tables){
        .units = units,
        .observations = rows,
        .checks = "id,kind,variable,severity,least\np,peers,x,error,0.1\n"
                  "peers,peers,,off,\n"});
    assert_string_equal(findings_of(&made, "p"), "s8 2025 x 90 46 10\n");
    assess_end(&made);
}

static void peers_too_few(void **state) {
    assessed made = assess((assess_tables){
        .observations = "unit,period,x,y\ns1,2025,1,100\ns2,2025,1,100\n"
                        "s3,2025,2,100\ns4,2025,90,100\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "peers"), "");
    assess_end(&made);
}

static void repeated_from_the_period_before(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations =
            "unit,period,a,b,d,e,f,g\ns1,2021,1,2,3,4,5,0\n"
            "s1,2022,1,2,3,4,5,0\ns1,2024,1,2,3,4,5,0\n"
            /* one differs; too few; one is new, which does not matter */
            "s2,2021,1,2,3,4,6,7\ns2,2022,1,2,3,4,6,8\n"
            "s3,2021,1,2,3,4,0,0\ns3,2022,1,2,3,4,0,0\n"
            "s4,2021,9,8,7,6,5,\ns4,2022,9,8,7,6,5,4\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "repeated"),
                        "s1 2022 - nan nan 3\ns4 2022 - nan nan 10\n");
    attain_quality_finding f = finding_at(made.quality, 0);
    assert_int_equal(f.count, 5);
    assert_int_equal(f.column, 2); /* the period's */
    assess_end(&made);
}

static void twins_have_the_same_values(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations = "unit,period,a,b,d,e,f,g\ns1,2021,1,2,3,4,5,\n"
                                 "s3,2021,1,2,3,4,5,\ns2,2021,1,2,3,4,6,\n"
                                 "s4,2021,1,2,3,4,5,0\nc,2021,,,,,,\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "twins s3 2021 - nan nan 3\n");
    assert_string_equal(finding_at(made.quality, 0).other, "s1");
    assess_end(&made);
}

static void names_that_are_there_twice(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .units = "id,name,level,parent,stage,opened,closed\nc,C,county,,,,\n"
                 "d,D,county,,,,\na,Sun,school,c,primary,,\n"
                 "b,Sun,school,c,primary,,\ne,Sun,school,c,junior,,\n"
                 "f,Sun,school,d,primary,,\n"
                 "g,Old,school,c,,,2022\nh,Old,school,c,,2022,\n"
                 "i,Old,school,c,,2023,\n",
        .observations = "unit,period,x\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "names b -1 - nan nan 5\nnames i -1 - nan nan 10\n");
    attain_quality_finding f = finding_at(made.quality, 1);
    assert_string_equal(f.other, "h");
    assert_string_equal(f.file, "units.csv");
    assess_end(&made);
}

static void parents_that_are_missing(void **state) {
    attain_dataset *data = NULL;
    attain_unit units[4];
    attain_quality *quality = NULL;
    static const char *const ids[] = {"c", "a", "b", "e"};
    static const char *const parents[] = {NULL, "c", NULL, "nowhere"};
    (void)state;
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), 0);
    for (int i = 0; i < 4; i++) {
        attain_unit_init(&units[i]);
        units[i].id = units[i].name = ids[i];
        units[i].level = i == 0 ? "county" : "school";
        units[i].parent = parents[i];
    }
    assert_int_equal(attain_dataset_add_units(data, units, 4, NULL, NULL), 0);
    assert_int_equal(
        attain_quality_assess(NULL, data, NULL, NULL, &quality, NULL), 0);
    const assessed made = {NULL, data, NULL, quality};
    char text[200];
    size_t length;
    assert_string_equal(findings_of(&made, NULL),
                        "parents b -1 - nan nan 0\nparents e -1 - nan nan 0\n");
    assert_int_equal(attain_quality_message(quality, 1, ATTAIN_LANGUAGE_EN,
                                            text, sizeof text, &length, NULL),
                     0);
    assert_string_equal(text, "the parent of e is no unit of the data");
    attain_quality_destroy(quality);
    attain_dataset_destroy(data);
}

/* After the plan's last, with few values; before by centuries. A baseline may
 * be alone. */
static void periods_that_stray(void **state) {
    assessed made = assess((assess_tables){
        .targets = "id,goal,metric,name,value,level,series,baseline_period\n"
                   "t,g,m,T,0,school,since_baseline,2010\n",
        .observations =
            "unit,period,x,y\ns1,2024,1,9\ns2,2024,2,9\ns3,2024,3,9\n"
            "s1,2025,2,9\ns2,2025,3,9\ns3,2025,4,9\ns4,2042,4,9\n"
            "s4,1925,4,9\ns1,2010,1,9\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "period"),
                        "s4 1925 - nan nan 9\ns4 2042 - nan nan 8\n");
    attain_quality_finding f =
        finding_at(made.quality, attain_quality_count(made.quality) - 1);
    assert_int_equal(f.column, 2);
    assert_int_equal(f.count, 2);
    assess_end(&made);
}

static void periods_with_a_tenth_of_the_values(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations = "unit,period,a,b,d,e,f\ns1,2024,1,2,3,4,5\n"
                                 "s2,2024,2,2,3,4,5\ns3,2024,3,2,3,4,5\n"
                                 "s1,2025,1,,,,\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "period s1 2025 - nan nan 5\n");
    assess_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(share_above_one_hundred),
        cmocka_unit_test(share_is_of_decimals),
        cmocka_unit_test(share_of_which_metrics),
        cmocka_unit_test(relations_keep_to_the_stage),
        cmocka_unit_test(share_of_a_variable_and_parts),
        cmocka_unit_test(parts_add_up),
        cmocka_unit_test(units_add_up),
        cmocka_unit_test(peers_beyond_the_fences),
        cmocka_unit_test(peers_too_few),
        cmocka_unit_test(repeated_from_the_period_before),
        cmocka_unit_test(twins_have_the_same_values),
        cmocka_unit_test(names_that_are_there_twice),
        cmocka_unit_test(parents_that_are_missing),
        cmocka_unit_test(periods_that_stray),
        cmocka_unit_test(periods_with_a_tenth_of_the_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
