/* A small plan that tests begin with: one root, one metric. */
#ifndef ATTAIN_TESTS_PLAN_SAMPLE_H
#define ATTAIN_TESTS_PLAN_SAMPLE_H

#include "support/support.h"

#include "attain/plan.h"

static inline attain_plan_info sample_info(void) {
    attain_plan_info info;
    attain_plan_info_init(&info);
    info.id = "p";
    info.name = "Plan";
    info.level = "county";
    info.first_period = 2021;
    info.last_period = 2025;
    return info;
}

static inline attain_plan *sample_plan(const attain_allocator *allocator) {
    attain_plan_info info = sample_info();
    attain_plan *plan = NULL;
    assert_int_equal(attain_plan_create(allocator, &info, &plan, NULL), 0);
    return plan;
}

static inline attain_goal sample_goal(const char *id, const char *parent) {
    attain_goal goal;
    attain_goal_init(&goal);
    goal.id = id;
    goal.name = "Goal";
    goal.parent = parent;
    return goal;
}

static inline attain_metric sample_metric(const char *id,
                                          const char *numerator) {
    attain_metric metric;
    attain_metric_init(&metric);
    metric.id = id;
    metric.name = "Metric";
    metric.numerator = numerator;
    return metric;
}

static inline attain_target sample_target(const char *id, const char *goal,
                                          const char *metric, double value) {
    attain_target target;
    attain_target_init(&target);
    target.id = id;
    target.name = "Target";
    target.goal = goal;
    target.metric = metric;
    target.value = value;
    return target;
}

static inline attain_path_point sample_point(const char *target, int32_t period,
                                             double value) {
    attain_path_point point;
    attain_path_point_init(&point);
    point.target = target;
    point.period = period;
    point.value = value;
    return point;
}

static inline void add_goal(attain_plan *plan, attain_goal goal) {
    assert_int_equal(attain_plan_add_goal(plan, &goal, NULL, NULL), 0);
}

static inline void add_metric(attain_plan *plan, attain_metric metric) {
    assert_int_equal(attain_plan_add_metric(plan, &metric, NULL, NULL), 0);
}

static inline void add_target(attain_plan *plan, attain_target target) {
    attain_error err = {0};
    attain_status status = attain_plan_add_target(plan, &target, NULL, &err);
    if (status != ATTAIN_OK)
        fail_msg("%s: %s", err.field, err.message);
}

static inline void add_point(attain_plan *plan, attain_path_point point) {
    assert_int_equal(attain_plan_add_path_point(plan, &point, NULL), 0);
}

static inline void add_band(attain_plan *plan, const char *name, double from) {
    attain_band band;
    attain_band_init(&band);
    band.name = name;
    band.from = from;
    assert_int_equal(attain_plan_add_band(plan, &band, NULL), 0);
}

#endif
