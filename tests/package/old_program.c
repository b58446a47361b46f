/* A program that is compiled with the first header (abi/first/attain.h) and
 * runs with the library of today: its structs are as large as they were. The
 * library must take them, and write nothing behind them. */
#include <stdio.h>
#include <string.h>

#include <attain.h>

enum { BEHIND = 256, MARK = 0xA5 };

static int failures;

static void expect(int holds, const char *what) {
    if (!holds) {
        printf("fail: %s\n", what);
        failures++;
    }
}

static int intact(const unsigned char *behind) {
    for (int i = 0; i < BEHIND; i++)
        if (behind[i] != MARK)
            return 0;
    return 1;
}

/* A struct of the first header, `it`, with marked bytes behind. */
#define OLD(type)                                                              \
    struct {                                                                   \
        attain_##type it;                                                      \
        unsigned char behind[BEHIND];                                          \
    } type;                                                                    \
    memset(&type, MARK, sizeof(type));                                         \
    attain_##type##_init(&type.it);                                            \
    expect(type.it.struct_size == sizeof(type.it), #type " has its old size"); \
    expect(intact(type.behind), #type "_init writes the old size")

/* A call that takes or fills one of them succeeds, and stays within it. */
#define CALL(type, call)                                                       \
    do {                                                                       \
        expect((call) == ATTAIN_OK, #call);                                    \
        expect(intact(type.behind), #call " stays within " #type);             \
    } while (0)

static int32_t count_problem(const attain_problem *problem, void *user) {
    expect(problem->struct_size >= sizeof(*problem), "the problem's size");
    expect(problem->severity != 0 && problem->message[0] != '\0', "a problem");
    ++*(int *)user;
    return 0;
}

static attain_plan *make_plan(void) {
    attain_plan *plan = NULL;
    OLD(plan_info);
    OLD(goal);
    OLD(metric);
    OLD(target);
    OLD(path_point);
    OLD(band);
    OLD(group);
    plan_info.it.id = plan_info.it.name = "P";
    plan_info.it.level = "county";
    plan_info.it.first_period = 2021;
    plan_info.it.last_period = 2025;
    CALL(plan_info, attain_plan_create(NULL, &plan_info.it, &plan, NULL));
    goal.it.id = goal.it.name = "G";
    CALL(goal, attain_plan_add_goal(plan, &goal.it, NULL, NULL));
    metric.it.id = metric.it.name = metric.it.numerator = "x";
    CALL(metric, attain_plan_add_metric(plan, &metric.it, NULL, NULL));
    target.it.id = target.it.name = "T";
    target.it.goal = "G";
    target.it.metric = "x";
    target.it.value = 95;
    target.it.baseline = 90;
    target.it.baseline_period = 2020;
    target.it.owner = "bureau";
    CALL(target, attain_plan_add_target(plan, &target.it, NULL, NULL));
    path_point.it.target = "T";
    path_point.it.period = 2023;
    path_point.it.value = 94;
    CALL(path_point, attain_plan_add_path_point(plan, &path_point.it, NULL));
    band.it.name = "A";
    band.it.from = 60;
    CALL(band, attain_plan_add_band(plan, &band.it, NULL));
    group.it.id = group.it.name = "parents";
    CALL(group, attain_plan_add_group(plan, &group.it, NULL));

    CALL(plan_info, attain_plan_get_info(plan, &plan_info.it, NULL));
    CALL(goal, attain_plan_get_goal(plan, 0, &goal.it, NULL));
    CALL(metric, attain_plan_get_metric(plan, 0, &metric.it, NULL));
    CALL(target, attain_plan_get_target(plan, 0, &target.it, NULL));
    CALL(path_point, attain_plan_get_path_point(plan, 0, &path_point.it, NULL));
    CALL(band, attain_plan_get_band(plan, 0, &band.it, NULL));
    CALL(group, attain_plan_get_group(plan, 0, &group.it, NULL));
    expect(target.it.value == 95 && path_point.it.value == 94 &&
               band.it.from == 60,
           "what was added comes back");
    return plan;
}

static attain_dataset *make_data(void) {
    attain_dataset *data = NULL;
    int32_t zero[2] = {0, 0};
    int32_t periods[2] = {2024, 2025};
    double values[2] = {94, 96};
    expect(attain_dataset_create(NULL, &data, NULL) == ATTAIN_OK, "a dataset");
    OLD(unit);
    OLD(variable);
    OLD(stage);
    OLD(observations);
    OLD(observation);
    unit.it.id = unit.it.name = unit.it.level = "county";
    CALL(unit, attain_dataset_add_units(data, &unit.it, 1, NULL, NULL));
    variable.it.id = "x";
    CALL(variable,
         attain_dataset_add_variables(data, &variable.it, 1, NULL, NULL));
    stage.it.stage = "primary";
    stage.it.enrolment = "x";
    stage.it.weight = 1;
    CALL(stage, attain_dataset_add_stages(data, &stage.it, 1, NULL));
    observations.it.count = 2;
    observations.it.units = observations.it.variables = zero;
    observations.it.periods = periods;
    observations.it.values = values;
    CALL(observations,
         attain_dataset_add_observations(data, &observations.it, NULL));
    CALL(unit, attain_dataset_get_unit(data, 0, &unit.it, NULL));
    CALL(variable, attain_dataset_get_variable(data, 0, &variable.it, NULL));
    CALL(stage, attain_dataset_get_stage(data, 0, &stage.it, NULL));
    CALL(observation,
         attain_dataset_get_observation(data, 0, 0, 2025, ATTAIN_GROUP_NONE,
                                        &observation.it, NULL));
    expect(observation.it.value == 96, "an observation");
    return data;
}

static void judge(const attain_plan *plan, const attain_dataset *data) {
    attain_evaluation *ev = NULL;
    size_t length = 0;
    OLD(evaluate_options);
    OLD(node);
    OLD(evaluation_unit);
    OLD(evaluation_info);
    OLD(finding);
    OLD(owner);
    OLD(write_options);
    CALL(evaluate_options,
         attain_evaluate(plan, data, &evaluate_options.it, &ev, NULL));
    CALL(node, attain_evaluation_get_node(ev, 1, &node.it, NULL));
    expect(strcmp(node.it.id, "T") == 0, "the target's node");
    CALL(evaluation_unit,
         attain_evaluation_get_unit(ev, 0, &evaluation_unit.it, NULL));
    CALL(evaluation_info,
         attain_evaluation_get_info(ev, &evaluation_info.it, NULL));
    expect(evaluation_info.it.as_of == 2025, "as of 2025");
    CALL(owner, attain_evaluation_get_owner(ev, 0, 0, &owner.it, NULL));
    expect(owner.it.targets == 1 && owner.it.met == 1, "the owner's target");
    if (attain_evaluation_finding_count(ev) > 0)
        CALL(finding, attain_evaluation_get_finding(ev, 0, &finding.it, NULL));
    CALL(write_options, attain_write_results_buffer(ev, &write_options.it, NULL,
                                                    0, &length, NULL));
    expect(length > 0, "results");
    attain_evaluation_destroy(ev);
}

static void read_and_sum(void) {
    attain_plan *plan = NULL;
    double x[3] = {1, 2, 3};
    double value = 0;
    int problems = 0;
    OLD(read_options);
    OLD(table);
    OLD(sum);
    OLD(line);
    read_options.it.handler = count_problem;
    read_options.it.user = &problems;
    table.it.name = "plan.csv";
    table.it.text = "key,value\nid,P\nsize,1\n";
    expect(attain_read_plan_tables(&table.it, 1, &read_options.it, &plan,
                                   NULL) == ATTAIN_ERR_TABLE,
           "faults in a table");
    expect(plan == NULL && problems > 0, "problems are told");
    CALL(sum, attain_sum_add(&sum.it, x, 3, NULL));
    CALL(sum, attain_sum_value(&sum.it, &value, NULL));
    CALL(line, attain_line_fit(x, x, 3, &line.it, NULL));
    expect(value == 6 && line.it.slope == 1, "a sum and a line");
}

int main(void) {
    attain_plan *plan = make_plan();
    attain_dataset *data = make_data();
    judge(plan, data);
    read_and_sum();
    attain_dataset_destroy(data);
    attain_plan_destroy(plan);
    printf("%s\n", failures == 0 ? "ok: old structs are taken" : "failed");
    return failures != 0;
}
