/* Checks of single values and of a unit's own periods, against hand-made
 * answers. */
#include "quality/assess.h"

#define NO_PLAN .without_plan = 1

static void negative_is_an_error_unless_min_allows_it(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .variables = "id,min\nx,\nnet,-100\n",
        .observations = "unit,period,x,net\ns1,2021,5,-3\ns2,2021,-4,7\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "negative s2 2021 x -4 0 3\n");
    attain_quality_finding f = finding_at(made.quality, 0);
    assert_int_equal(f.severity, ATTAIN_QUALITY_ERROR);
    assert_int_equal(f.kind, ATTAIN_CHECK_NEGATIVE);
    assert_string_equal(f.file, "observations.csv");
    assert_int_equal(f.column, 3);
    assert_int_equal(attain_quality_worst(made.quality), ATTAIN_QUALITY_ERROR);
    assess_end(&made);
}

static void range_is_inclusive(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,x\ns1,2021,10\ns2,2021,9.9\ns3,2021,20\n"
                        "s4,2021,20.1\n",
        .checks = "id,kind,severity,variable,low,high\n"
                  "r,range,info,x,10,20\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "r"),
                        "s2 2021 x 9.9 10 3\ns4 2021 x 20.1 20 5\n");
    assert_int_equal(attain_quality_tally(made.quality, ATTAIN_QUALITY_INFO),
                     2);
    assess_end(&made);
}

static void whole_takes_large_numbers(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,x\ns1,2021,12.5\ns2,2021,3\n"
                        "s3,2021,1e17\ns4,2021,\n",
        .checks = "id,kind,variable\nw,whole,x\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "w"), "s1 2021 x 12.5 nan 2\n");
    assess_end(&made);
}

/* 100, 102, 104, 400: median 103, deviations 1, 1, 3, 297, MAD 2;
 * 0.6745 · 297/2 = 100.16. */
static void history_is_the_modified_z(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations = "unit,period,x\ns1,2021,100\ns1,2022,102\n"
                                 "s1,2023,104\ns1,2024,400\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "history s1 2024 x 400 103 5\n");
    assert_close(finding_at(made.quality, 0).score, 0.6745 * 297 / 2, 1e-12);
    assess_end(&made);
}

/* The score is that of attain_find_outliers() where MAD is not 0. */
static void history_scores_as_outliers_do(void **state) {
    const double values[] = {310, 250, 298, 900, 275, 301, 40};
    double scores[7];
    uint8_t outliers[7];
    char text[512] = "unit,period,x\n";
    (void)state;
    for (int i = 0; i < 7; i++) {
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "s1,%d,%.0f\n", 2015 + i, values[i]);
    }
    assessed made = assess((assess_tables){NO_PLAN, .observations = text});
    assert_int_equal(attain_find_outliers(ATTAIN_OUTLIERS_MODIFIED_Z, NULL, 0,
                                          values, 1, 7, 7, scores, outliers,
                                          NULL, NULL),
                     0);
    size_t found = 0;
    for (size_t i = 0; i < 7; i++) {
        if (outliers[i] != ATTAIN_OUTLIER_NONE) {
            attain_quality_finding f = finding_at(made.quality, found++);
            assert_int_equal(f.period, 2015 + (int)i);
            assert_close(f.score, scores[i], 1e-12);
        }
    }
    assert_int_equal(found, 2);
    assert_int_equal(attain_quality_count(made.quality), 2);
    assess_end(&made);
}

/* 50 five times and 150: MAD 0, mean absolute deviation 100/6;
 * 100/(1.253314 · 100/6) = 6/1.253314. */
static void history_of_equal_values_uses_the_mean_deviation(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations = "unit,period,x\ns1,2020,50\ns1,2021,50\n"
                                 "s1,2022,50\ns1,2023,50\ns1,2024,50\n"
                                 "s1,2025,150\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "history s1 2025 x 150 50 7\n");
    assert_close(finding_at(made.quality, 0).score, 6 / 1.253314, 1e-12);
    assess_end(&made);
}

/* Small differences, steady growth and zeros are no jumps. */
static void history_lets_pass(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations =
            "unit,period,x\ns1,2021,1\ns1,2022,1\ns1,2023,1\ns1,2024,9\n"
            "s2,2021,100\ns2,2022,100\ns2,2023,100\ns2,2024,149\n"
            "s3,2021,100\ns3,2022,150\ns3,2023,200\ns3,2024,250\n"
            "s4,2021,0\ns4,2022,200\ns4,2023,200\ns4,2024,\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL), "");
    assert_int_equal(attain_quality_worst(made.quality), ATTAIN_QUALITY_OFF);
    assess_end(&made);
}

/* Yuan for 10 000 yuan in one year: 3 200 000 against 320. */
static void scale_finds_one_slip(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,x\ns1,2021,310\ns1,2022,320\n"
                        "s1,2023,3250000\ns1,2024,330\n",
        .checks = "id,kind,severity\nhistory,history,off\n"});
    (void)state;
    /* The middle of 310 and 330 is √(310 · 330). */
    assert_string_equal(findings_of(&made, NULL),
                        "scale s1 2023 x 3.25e+06 319.844 4\n");
    assert_same(finding_at(made.quality, 0).score, 10000);
    assess_end(&made);
}

static void scale_finds_a_slip_in_the_first_and_the_last(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations = "unit,period,x\ns1,2021,0.96\ns1,2022,97\n"
                        "s1,2023,96\ns2,2021,48\ns2,2022,49\ns2,2023,501\n",
        .checks = "id,kind,severity\nhistory,history,off\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "scale s1 2021 x 0.96 96.4987 2\n"
                        "scale s2 2023 x 501 48.4974 7\n");
    assert_close(finding_at(made.quality, 0).score, 0.01, 1e-15);
    assert_same(finding_at(made.quality, 1).score, 10);
    assess_end(&made);
}

/* From 2023 on in another unit of measure; of two values the later. */
static void scale_finds_a_change_for_good(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations = "unit,period,x\ns1,2021,310\ns1,2022,320\n"
                                 "s1,2023,3200000\ns1,2024,3300000\n"
                                 "s2,2021,40\ns2,2022,41000\n"});
    (void)state;
    assert_string_equal(findings_of(&made, "scale"),
                        "s1 2023 x 3.2e+06 314.96 4\n"
                        "s2 2022 x 41000 40 7\n");
    assert_same(finding_at(made.quality, 1).score, 1000);
    assess_end(&made);
}

static void scale_lets_pass(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .observations =
            /* too small, no power of ten, others that differ, one value */
        "unit,period,x\ns1,2021,2\ns1,2022,20\ns2,2021,100\n"
        "s2,2022,100\ns2,2023,400\ns3,2021,10\ns3,2022,100\n"
        "s3,2023,1000\ns4,2021,7\n",
        .checks = "id,kind,severity\nhistory,history,off\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL), "");
    assess_end(&made);
}

static void zero_stands_for_missing(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations =
                     "unit,period,x\ns1,2021,90\ns1,2022,0\ns1,2023,40\n"
                     /* begins at 0; small; twice; two values alone */
                     "s2,2021,0\ns2,2022,90\ns2,2023,90\n"
                     "s3,2021,9\ns3,2022,9\ns3,2023,0\n"
                     "s4,2021,90\ns4,2022,0\ns4,2023,0\ns4,2024,90\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL), "zero s1 2022 x 0 60 3\n");
    assess_end(&made);
}

static void closed_units_have_no_values(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN,
        .units = "id,name,level,opened,closed\ns1,One,school,2022,2024\n"
                 "s2,Two,school,,\n",
        .observations = "unit,period,x\ns1,2021,1\ns1,2022,2\ns1,2023,3\n"
                        "s1,2024,4\ns1,2025,\ns2,2021,5\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "closed s1 2021 x 1 nan 2\nclosed s1 2024 x 4 nan 5\n");
    assess_end(&made);
}

static void groups_are_looked_at_apart(void **state) {
    assessed made = assess((assess_tables){
        NO_PLAN, .observations =
                     "unit,period,variable,value,group\n"
                     "s1,2021,x,-1,b\ns1,2021,x,5,a\ns1,2022,x,-2,a\n"});
    (void)state;
    assert_int_equal(attain_quality_count(made.quality), 2);
    assert_string_equal(finding_at(made.quality, 0).group, "a");
    assert_int_equal(finding_at(made.quality, 0).period, 2022);
    assert_string_equal(finding_at(made.quality, 1).group, "b");
    assert_int_equal(finding_at(made.quality, 1).column, 4);
    assess_end(&made);
}

/* A row that names a variable takes it out of the general one; a level and a
 * stage are filters. */
static void rows_choose_whom_they_are_about(void **state) {
    const char *units = "id,name,level,stage\nc,C,county,\n"
                        "s1,One,school,primary\ns2,Two,school,junior\n";
    const char *observations =
        "unit,period,x,y\nc,2021,-1,-1\ns1,2021,-1,-1\ns2,2021,-1,-1\n";
    assessed made = assess(
        (assess_tables){NO_PLAN, .units = units, .observations = observations,
                        .checks = "id,kind,severity,variable,level,stage\n"
                                  "n,negative,info,x,school,junior\n"});
    (void)state;
    assert_string_equal(findings_of(&made, NULL),
                        "negative c 2021 y -1 0 2\nnegative s1 2021 y -1 0 3\n"
                        "negative s2 2021 y -1 0 4\nn s2 2021 x -1 0 4\n");
    assess_end(&made);
    made = assess((assess_tables){NO_PLAN, .units = units,
                                  .observations = observations,
                                  .checks = "id,kind,severity,level\n"
                                            "negative,negative,warning,village"
                                            "\n"});
    assert_string_equal(findings_of(&made, NULL), "");
    assess_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(negative_is_an_error_unless_min_allows_it),
        cmocka_unit_test(range_is_inclusive),
        cmocka_unit_test(whole_takes_large_numbers),
        cmocka_unit_test(history_is_the_modified_z),
        cmocka_unit_test(history_scores_as_outliers_do),
        cmocka_unit_test(history_of_equal_values_uses_the_mean_deviation),
        cmocka_unit_test(history_lets_pass),
        cmocka_unit_test(scale_finds_one_slip),
        cmocka_unit_test(scale_finds_a_slip_in_the_first_and_the_last),
        cmocka_unit_test(scale_finds_a_change_for_good),
        cmocka_unit_test(scale_lets_pass),
        cmocka_unit_test(zero_stands_for_missing),
        cmocka_unit_test(closed_units_have_no_values),
        cmocka_unit_test(groups_are_looked_at_apart),
        cmocka_unit_test(rows_choose_whom_they_are_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
