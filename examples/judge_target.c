/* One target on one county: is the promise kept, how much of it, and how much
 * is missing? 94.1 % of children aged 3 to 5 are in kindergarten in 2023;
 * promised are 96 % or more by 2025, from 86.8 % in 2020. */
#include <attain.h>
#include <stdio.h>

static const char plan_csv[] = "key,value\nid,one\nname,One target\n"
                               "first_period,2021\nlast_period,2025\n"
                               "level,county\n";
static const char goals_csv[] = "id,name\nall,Education\n";
static const char metrics_csv[] =
    "id,name,numerator,denominator,factor,unit\n"
    "enrolment,Preschool enrolment,enrolled,aged_3_to_5,100,%\n";
static const char targets_csv[] =
    "id,goal,metric,name,value,baseline,baseline_period\n"
    "G01,all,enrolment,Preschool enrolment of 96 %,96,86.8,2020\n";
static const char units_csv[] = "id,name,level\nc,Baiquan,county\n";
static const char observations_csv[] = "unit,period,enrolled,aged_3_to_5\n"
                                       "c,2023,9410,10000\n";

static double value_of(const attain_evaluation *ev, int32_t measure) {
    return attain_evaluation_value(
        ev, measure, attain_evaluation_find_node(ev, "G01", 3), 0);
}

int main(void) {
    const attain_table plan_tables[] = {
        {sizeof(attain_table), "plan.csv", plan_csv, sizeof plan_csv - 1},
        {sizeof(attain_table), "goals.csv", goals_csv, sizeof goals_csv - 1},
        {sizeof(attain_table), "metrics.csv", metrics_csv,
         sizeof metrics_csv - 1},
        {sizeof(attain_table), "targets.csv", targets_csv,
         sizeof targets_csv - 1}};
    const attain_table data_tables[] = {
        {sizeof(attain_table), "units.csv", units_csv, sizeof units_csv - 1},
        {sizeof(attain_table), "observations.csv", observations_csv,
         sizeof observations_csv - 1}};
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error error = {0};
    int failed =
        attain_read_plan_tables(plan_tables, 4, NULL, &plan, &error) ||
        attain_read_dataset_tables(data_tables, 2, NULL, &data, &error) ||
        attain_evaluate(plan, data, NULL, &ev, &error);
    if (failed) {
        fprintf(stderr, "error: %s\n", error.message);
    } else {
        int32_t verdict = (int32_t)value_of(ev, ATTAIN_MEASURE_VERDICT);
        int32_t status = (int32_t)value_of(ev, ATTAIN_MEASURE_STATUS);
        printf("verdict     %s (%s)\n",
               attain_word(ATTAIN_VOCABULARY_VERDICT, verdict),
               attain_word(ATTAIN_VOCABULARY_STANDING, status));
        printf("attainment  %.4f\n", value_of(ev, ATTAIN_MEASURE_ATTAINMENT));
        printf("expected    %.2f %% by now\n",
               value_of(ev, ATTAIN_MEASURE_EXPECTED));
        printf("missing     %.2f points, %.0f children\n",
               value_of(ev, ATTAIN_MEASURE_SHORTFALL),
               value_of(ev, ATTAIN_MEASURE_SHORTFALL_NUMERATOR));
    }
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return failed;
}
