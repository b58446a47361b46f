/* A plan and its data without any table: built in C, judged, explained. */
#include <attain.h>
#include <stdio.h>

static attain_status make_plan(attain_plan **plan, attain_error *error) {
    attain_plan_info info;
    attain_goal goal;
    attain_metric metric;
    attain_target target;
    attain_plan_info_init(&info);
    info.id = "small", info.name = "A small plan", info.level = "county";
    info.first_period = 2021, info.last_period = 2025;
    attain_goal_init(&goal);
    goal.id = "teachers", goal.name = "Enough teachers";
    attain_metric_init(&metric);
    metric.id = "per_100", metric.name = "Teachers per 100 pupils";
    metric.numerator = "teachers", metric.denominator = "pupils";
    metric.factor = 100;
    attain_target_init(&target);
    target.id = "T1", target.name = "At least 6 teachers per 100 pupils";
    target.goal = "teachers", target.metric = "per_100", target.value = 6;
    attain_status status = attain_plan_create(NULL, &info, plan, error);
    status = status ? status : attain_plan_add_goal(*plan, &goal, NULL, error);
    status =
        status ? status : attain_plan_add_metric(*plan, &metric, NULL, error);
    return status ? status
                  : attain_plan_add_target(*plan, &target, NULL, error);
}

static attain_status make_data(attain_dataset **data, attain_error *error) {
    attain_unit unit;
    attain_variable variables[2];
    const double teachers = 57;
    const double pupils = 1000;
    attain_unit_init(&unit);
    unit.id = "c", unit.name = "Baiquan", unit.level = "county";
    attain_variable_init(&variables[0]);
    attain_variable_init(&variables[1]);
    variables[0].id = "teachers", variables[1].id = "pupils";
    attain_status s = attain_dataset_create(NULL, data, error);
    s = s ? s : attain_dataset_add_units(*data, &unit, 1, NULL, error);
    s = s ? s : attain_dataset_add_variables(*data, variables, 2, NULL, error);
    s = s ? s
          : attain_dataset_set_column(*data, 0, 2023, ATTAIN_GROUP_NONE,
                                      &teachers, 1, error);
    return s ? s
             : attain_dataset_set_column(*data, 1, 2023, ATTAIN_GROUP_NONE,
                                         &pupils, 1, error);
}

int main(void) {
    char text[4096];
    size_t length;
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    attain_evaluation *ev = NULL;
    attain_error error = {0};
    attain_status status = make_plan(&plan, &error);
    status = status ? status : make_data(&data, &error);
    status = status ? status : attain_evaluate(plan, data, NULL, &ev, &error);
    status = status ? status
                    : attain_evaluation_explain(ev, plan, data, 1, 0,
                                                ATTAIN_LANGUAGE_EN, text,
                                                sizeof text, &length, &error);
    fputs(status ? error.message : text, status ? stderr : stdout);
    attain_evaluation_destroy(ev);
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    return status != ATTAIN_OK;
}
