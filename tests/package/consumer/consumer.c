/* Judges one target, with the library as it is installed. */
#include <stdio.h>
#include <string.h>

#include <attain.h>

static attain_status fill(attain_plan *plan, attain_dataset *data,
                          attain_error *err) {
    attain_goal goal;
    attain_metric metric;
    attain_target target;
    attain_unit unit;
    attain_variable variable;
    double enrolled = 96;
    attain_status status;

    attain_goal_init(&goal);
    goal.id = "G";
    goal.name = "All children learn";
    attain_metric_init(&metric);
    metric.id = metric.name = metric.numerator = "enrolled";
    attain_target_init(&target);
    target.id = "T";
    target.name = "Enrolment";
    target.goal = "G";
    target.metric = "enrolled";
    target.value = 95;
    attain_unit_init(&unit);
    unit.id = unit.name = "county";
    unit.level = "county";
    attain_variable_init(&variable);
    variable.id = "enrolled";
    status = attain_plan_add_goal(plan, &goal, NULL, err);
    if (status == ATTAIN_OK)
        status = attain_plan_add_metric(plan, &metric, NULL, err);
    if (status == ATTAIN_OK)
        status = attain_plan_add_target(plan, &target, NULL, err);
    if (status == ATTAIN_OK)
        status = attain_dataset_add_units(data, &unit, 1, NULL, err);
    if (status == ATTAIN_OK)
        status = attain_dataset_add_variables(data, &variable, 1, NULL, err);
    if (status == ATTAIN_OK) {
        status = attain_dataset_set_column(data, 0, 2025, ATTAIN_GROUP_NONE,
                                           &enrolled, 1, err);
    }
    return status;
}

int main(void) {
    attain_plan_info info;
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error err;
    attain_status status;
    int met = 0;

    attain_plan_info_init(&info);
    info.id = "P";
    info.name = "Plan";
    info.level = "county";
    info.first_period = 2021;
    info.last_period = 2025;
    status = attain_plan_create(NULL, &info, &plan, &err);
    if (status == ATTAIN_OK)
        status = attain_dataset_create(NULL, &data, &err);
    if (status == ATTAIN_OK)
        status = fill(plan, data, &err);
    if (status == ATTAIN_OK)
        status = attain_evaluate(plan, data, NULL, &ev, &err);
    if (status == ATTAIN_OK) {
        int32_t node = attain_evaluation_find_node(ev, "T", 1);

        met = attain_evaluation_value(ev, ATTAIN_MEASURE_VERDICT, node, 0) ==
              ATTAIN_VERDICT_MET;
    } else {
        printf("%s: %s\n", err.field, err.message);
    }
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    printf("attain %s: %s\n", attain_version(), met ? "met" : "wrong");
    return met ? 0 : 1;
}
