#ifndef ATTAIN_BASE_H
#define ATTAIN_BASE_H 
#include <stddef.h>
#include <stdint.h>
#ifndef ATTAIN_API
#if defined(_WIN32) && defined(ATTAIN_BUILD_SHARED)
#define ATTAIN_API __declspec(dllexport)
#elif defined(__GNUC__)
#define ATTAIN_API __attribute__((visibility("default")))
#else
#define ATTAIN_API 
#endif
#endif
#define ATTAIN_VERSION_MAJOR 0
#define ATTAIN_VERSION_MINOR 1
#define ATTAIN_VERSION_PATCH 0
#define ATTAIN_NUL_TERMINATED SIZE_MAX
#ifdef __cplusplus
extern "C" {
#endif
typedef int32_t attain_status;
enum attain_status_code {
    ATTAIN_OK = 0,
    ATTAIN_ERR_ARGUMENT = 10,
    ATTAIN_ERR_STRUCT = 11,
    ATTAIN_ERR_SPACE = 12,
    ATTAIN_ERR_MEMORY = 20,
    ATTAIN_ERR_LIMIT = 21,
    ATTAIN_ERR_TEXT = 30,
    ATTAIN_ERR_NUMBER = 31,
    ATTAIN_ERR_PERIOD = 32,
    ATTAIN_ERR_DUPLICATE = 40,
    ATTAIN_ERR_UNKNOWN = 41,
    ATTAIN_ERR_CYCLE = 42,
    ATTAIN_ERR_MISSING = 43,
    ATTAIN_ERR_VALUE = 44,
    ATTAIN_ERR_MISMATCH = 50,
    ATTAIN_ERR_TABLE = 60,
    ATTAIN_ERR_IO = 61,
    ATTAIN_ERR_CALLBACK = 70
};
typedef struct attain_error {
    int32_t code;
    int32_t reserved;
    int64_t row;
    char field[64];
    char message[440];
} attain_error;
ATTAIN_API const char *attain_status_name(attain_status status);
ATTAIN_API const char *attain_status_message(attain_status status);
ATTAIN_API const char *attain_version(void);
ATTAIN_API int32_t attain_abi_version(void);
ATTAIN_API size_t attain_nul_terminated(void);
enum attain_language {
    ATTAIN_LANGUAGE_EN = 0,
    ATTAIN_LANGUAGE_ZH = 1
};
typedef struct attain_allocator {
    void *(*allocate)(size_t size, void *user);
    void *(*reallocate)(void *block, size_t old_size, size_t size, void *user);
    void (*release)(void *block, size_t size, void *user);
    void *user;
} attain_allocator;
ATTAIN_API attain_status attain_number_parse(const char *text, size_t length,
                                             double *out, attain_error *err);
ATTAIN_API attain_status attain_number_format(double value, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);
enum attain_period_value {
    ATTAIN_PERIOD_NONE = -1
};
enum attain_frequency {
    ATTAIN_FREQUENCY_NONE = 0,
    ATTAIN_FREQUENCY_YEAR = 1,
    ATTAIN_FREQUENCY_HALF_YEAR = 2,
    ATTAIN_FREQUENCY_QUARTER = 3,
    ATTAIN_FREQUENCY_MONTH = 4
};
ATTAIN_API attain_status attain_period_parse(const char *text, size_t length,
                                             int32_t *out, attain_error *err);
ATTAIN_API attain_status attain_period_format(int32_t period, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);
ATTAIN_API int32_t attain_period_frequency(int32_t period);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_DATASET_H
#define ATTAIN_DATASET_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_dataset attain_dataset;
enum attain_observation_status {
    ATTAIN_OBSERVATION_MEASURED = 0,
    ATTAIN_OBSERVATION_ESTIMATED = 1,
    ATTAIN_OBSERVATION_PROVISIONAL = 2,
    ATTAIN_OBSERVATION_MISSING = 3
};
enum attain_group_value {
    ATTAIN_GROUP_NONE = -1
};
typedef struct attain_unit {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *level;
    const char *parent;
    const char *stage;
    const char *tags;
    int32_t opened;
    int32_t closed;
    const char *attached_to;
} attain_unit;
typedef struct attain_variable {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *unit;
    double min;
    double max;
    int32_t shared;
    int32_t additive;
} attain_variable;
typedef struct attain_stage {
    size_t struct_size;
    const char *stage;
    const char *enrolment;
    double weight;
} attain_stage;
ATTAIN_API void attain_unit_init(attain_unit *unit);
ATTAIN_API void attain_variable_init(attain_variable *variable);
ATTAIN_API void attain_stage_init(attain_stage *stage);
ATTAIN_API attain_status attain_dataset_create(
    const attain_allocator *allocator, attain_dataset **out, attain_error *err);
ATTAIN_API void attain_dataset_destroy(attain_dataset *data);
ATTAIN_API attain_status attain_dataset_add_units(attain_dataset *data,
                                                  const attain_unit *units,
                                                  size_t count,
                                                  int32_t *out_first,
                                                  attain_error *err);
ATTAIN_API attain_status attain_dataset_add_variables(
    attain_dataset *data, const attain_variable *variables, size_t count,
    int32_t *out_first, attain_error *err);
ATTAIN_API attain_status attain_dataset_add_stages(attain_dataset *data,
                                                   const attain_stage *stages,
                                                   size_t count,
                                                   attain_error *err);
ATTAIN_API attain_status attain_dataset_add_group(attain_dataset *data,
                                                  const char *id,
                                                  int32_t *out_row,
                                                  attain_error *err);
ATTAIN_API attain_status attain_dataset_set_column(
    attain_dataset *data, int32_t variable, int32_t period, int32_t group,
    const double *values, size_t count, attain_error *err);
typedef struct attain_observations {
    size_t struct_size;
    size_t count;
    const int32_t *units;
    const int32_t *periods;
    const int32_t *variables;
    const int32_t *groups;
    const double *values;
    const int32_t *statuses;
} attain_observations;
ATTAIN_API void attain_observations_init(attain_observations *observations);
ATTAIN_API attain_status attain_dataset_add_observations(
    attain_dataset *data, const attain_observations *observations,
    attain_error *err);
ATTAIN_API attain_status attain_dataset_check(const attain_dataset *data,
                                              attain_error *err);
enum attain_dataset_table {
    ATTAIN_DATASET_UNITS = 0,
    ATTAIN_DATASET_VARIABLES = 1,
    ATTAIN_DATASET_STAGES = 2,
    ATTAIN_DATASET_GROUPS = 3
};
ATTAIN_API size_t attain_dataset_count(const attain_dataset *data,
                                       int32_t table);
ATTAIN_API int32_t attain_dataset_find(const attain_dataset *data,
                                       int32_t table, const char *id,
                                       size_t length);
ATTAIN_API attain_status attain_dataset_get_unit(const attain_dataset *data,
                                                 int32_t row, attain_unit *out,
                                                 attain_error *err);
ATTAIN_API attain_status attain_dataset_get_variable(const attain_dataset *data,
                                                     int32_t row,
                                                     attain_variable *out,
                                                     attain_error *err);
ATTAIN_API attain_status attain_dataset_get_stage(const attain_dataset *data,
                                                  int32_t row,
                                                  attain_stage *out,
                                                  attain_error *err);
ATTAIN_API const char *attain_dataset_group_id(const attain_dataset *data,
                                               int32_t row);
ATTAIN_API attain_status attain_dataset_periods(const attain_dataset *data,
                                                int32_t *out_first,
                                                int32_t *out_last,
                                                attain_error *err);
ATTAIN_API attain_status attain_dataset_column(const attain_dataset *data,
                                               int32_t variable, int32_t period,
                                               int32_t group, double *out,
                                               size_t capacity, size_t *count,
                                               attain_error *err);
ATTAIN_API const double *
attain_dataset_column_view(const attain_dataset *data, int32_t variable,
                           int32_t period, int32_t group, size_t *count);
typedef struct attain_observation {
    size_t struct_size;
    const char *file;
    int64_t line;
    double value;
    int32_t status;
    int32_t present;
    int64_t column;
} attain_observation;
ATTAIN_API void attain_observation_init(attain_observation *observation);
ATTAIN_API attain_status attain_dataset_get_observation(
    const attain_dataset *data, int32_t unit, int32_t variable, int32_t period,
    int32_t group, attain_observation *out, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_PLAN_H
#define ATTAIN_PLAN_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_plan attain_plan;
enum attain_series {
    ATTAIN_SERIES_LEVEL = 0,
    ATTAIN_SERIES_CHANGE = 1,
    ATTAIN_SERIES_GROWTH = 2,
    ATTAIN_SERIES_SINCE_BASELINE = 3,
    ATTAIN_SERIES_GROWTH_SINCE_BASELINE = 4,
    ATTAIN_SERIES_CUMULATIVE = 5
};
enum attain_comparator {
    ATTAIN_COMPARATOR_AT_LEAST = 0,
    ATTAIN_COMPARATOR_AT_MOST = 1,
    ATTAIN_COMPARATOR_ABOVE = 2,
    ATTAIN_COMPARATOR_BELOW = 3,
    ATTAIN_COMPARATOR_BETWEEN = 4,
    ATTAIN_COMPARATOR_ABOUT = 5,
    ATTAIN_COMPARATOR_NONE = 6
};
enum attain_when {
    ATTAIN_WHEN_AT_DUE = 0,
    ATTAIN_WHEN_EVERY_PERIOD = 1,
    ATTAIN_WHEN_HOLD = 2
};
enum attain_score {
    ATTAIN_SCORE_DEFAULT = 0,
    ATTAIN_SCORE_RATIO = 1,
    ATTAIN_SCORE_PROGRESS = 2,
    ATTAIN_SCORE_EFFICACY = 3,
    ATTAIN_SCORE_PASS = 4,
    ATTAIN_SCORE_STEPS = 5,
    ATTAIN_SCORE_MINMAX = 6,
    ATTAIN_SCORE_ZSCORE = 7,
    ATTAIN_SCORE_RANK = 8,
    ATTAIN_SCORE_PERCENTILE = 9,
    ATTAIN_SCORE_RANK_STEPS = 10,
    ATTAIN_SCORE_METHOD = 11
};
enum attain_judge {
    ATTAIN_JUDGE_FULL = 0,
    ATTAIN_JUDGE_ROUNDED = 1
};
enum attain_aggregate {
    ATTAIN_AGGREGATE_ARITHMETIC = 0,
    ATTAIN_AGGREGATE_GEOMETRIC = 1,
    ATTAIN_AGGREGATE_HARMONIC = 2,
    ATTAIN_AGGREGATE_MIN = 3,
    ATTAIN_AGGREGATE_MEDIAN = 4
};
enum attain_rule {
    ATTAIN_RULE_ALL = 0,
    ATTAIN_RULE_ANY = 1,
    ATTAIN_RULE_AT_LEAST = 2
};
enum attain_missing {
    ATTAIN_MISSING_RENORMALISE = 0,
    ATTAIN_MISSING_ZERO = 1,
    ATTAIN_MISSING_STRICT = 2
};
enum attain_across {
    ATTAIN_ACROSS_NONE = 0,
    ATTAIN_ACROSS_TOTAL = 1,
    ATTAIN_ACROSS_MEAN = 2,
    ATTAIN_ACROSS_MEDIAN = 3,
    ATTAIN_ACROSS_MIN = 4,
    ATTAIN_ACROSS_MAX = 5,
    ATTAIN_ACROSS_COUNT = 6,
    ATTAIN_ACROSS_CV = 7,
    ATTAIN_ACROSS_GINI = 8,
    ATTAIN_ACROSS_THEIL = 9,
    ATTAIN_ACROSS_UNWEIGHTED_CV = 10
};
enum attain_direction {
    ATTAIN_DIRECTION_UP = 0,
    ATTAIN_DIRECTION_DOWN = 1
};
enum attain_step {
    ATTAIN_STEP_OMISSION = 0,
    ATTAIN_STEP_SCREENING = 1,
    ATTAIN_STEP_IMPUTATION = 2,
    ATTAIN_STEP_TREATMENT = 3,
    ATTAIN_STEP_NORMALISATION = 4,
    ATTAIN_STEP_WEIGHTING = 5,
    ATTAIN_STEP_AGGREGATION = 6
};
typedef struct attain_plan_info {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *level;
    const char *veto_grade;
    const char *source;
    int32_t first_period;
    int32_t last_period;
    int32_t score;
    int32_t missing;
} attain_plan_info;
typedef struct attain_goal {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *parent;
    const char *level;
    const char *unit_weight;
    const char *owner;
    const char *source;
    double weight;
    double floor;
    double share;
    int32_t aggregate;
    int32_t rule;
    int32_t at_least;
    int32_t if_any;
    double bonus_cap;
    double score_cap;
} attain_goal;
typedef struct attain_metric {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *numerator;
    const char *denominator;
    const char *unit;
    const char *level;
    const char *stage;
    const char *tags;
    const char *without;
    const char *where;
    double factor;
    double min_coverage;
    double interval;
    int32_t direction;
    int32_t across;
    int32_t decimals;
    int32_t reserved;
} attain_metric;
enum attain_decimals_value {
    ATTAIN_DECIMALS_NONE = 127
};
typedef struct attain_target {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *goal;
    const char *metric;
    const char *level;
    const char *unit_weight;
    const char *owner;
    const char *source;
    const char *method;
    const char *parameters;
    const double *steps;
    size_t step_count;
    double value;
    double upper;
    double tolerance;
    double share;
    double baseline;
    double bad;
    double good;
    double outer_low;
    double outer_high;
    double weight;
    int32_t baseline_period;
    int32_t due;
    int32_t series;
    int32_t comparator;
    int32_t when;
    int32_t score;
    int32_t judge;
    int32_t veto;
    int32_t soft;
    int32_t open;
    double bonus;
    int32_t if_any;
    int32_t reserved;
} attain_target;
typedef struct attain_path_point {
    size_t struct_size;
    const char *target;
    double value;
    int32_t period;
    int32_t reserved;
} attain_path_point;
typedef struct attain_band {
    size_t struct_size;
    const char *name;
    double from;
    double floor;
    int32_t met;
    int32_t if_met;
} attain_band;
typedef struct attain_group {
    size_t struct_size;
    const char *id;
    const char *name;
    double weight;
} attain_group;
typedef struct attain_choice {
    size_t struct_size;
    const char *node;
    const char *method;
    const char *parameters;
    int32_t step;
    int32_t reserved;
} attain_choice;
ATTAIN_API void attain_plan_info_init(attain_plan_info *info);
ATTAIN_API void attain_goal_init(attain_goal *goal);
ATTAIN_API void attain_metric_init(attain_metric *metric);
ATTAIN_API void attain_target_init(attain_target *target);
ATTAIN_API void attain_path_point_init(attain_path_point *point);
ATTAIN_API void attain_band_init(attain_band *band);
ATTAIN_API void attain_group_init(attain_group *group);
ATTAIN_API void attain_choice_init(attain_choice *choice);
ATTAIN_API attain_status attain_plan_create(const attain_allocator *allocator,
                                            const attain_plan_info *info,
                                            attain_plan **out,
                                            attain_error *err);
ATTAIN_API void attain_plan_destroy(attain_plan *plan);
ATTAIN_API attain_status attain_plan_add_goal(attain_plan *plan,
                                              const attain_goal *goal,
                                              int32_t *out_row,
                                              attain_error *err);
ATTAIN_API attain_status attain_plan_add_metric(attain_plan *plan,
                                                const attain_metric *metric,
                                                int32_t *out_row,
                                                attain_error *err);
ATTAIN_API attain_status attain_plan_add_target(attain_plan *plan,
                                                const attain_target *target,
                                                int32_t *out_row,
                                                attain_error *err);
ATTAIN_API attain_status attain_plan_add_path_point(
    attain_plan *plan, const attain_path_point *point, attain_error *err);
ATTAIN_API attain_status attain_plan_add_band(attain_plan *plan,
                                              const attain_band *band,
                                              attain_error *err);
ATTAIN_API attain_status attain_plan_add_group(attain_plan *plan,
                                               const attain_group *group,
                                               attain_error *err);
ATTAIN_API attain_status attain_plan_add_choice(attain_plan *plan,
                                                const attain_choice *choice,
                                                attain_error *err);
ATTAIN_API attain_status attain_plan_check(const attain_plan *plan,
                                           attain_error *err);
enum attain_plan_table {
    ATTAIN_PLAN_GOALS = 0,
    ATTAIN_PLAN_METRICS = 1,
    ATTAIN_PLAN_TARGETS = 2,
    ATTAIN_PLAN_PATH = 3,
    ATTAIN_PLAN_BANDS = 4,
    ATTAIN_PLAN_GROUPS = 5,
    ATTAIN_PLAN_INDEX = 6
};
ATTAIN_API size_t attain_plan_count(const attain_plan *plan, int32_t table);
ATTAIN_API int32_t attain_plan_find(const attain_plan *plan, int32_t table,
                                    const char *id, size_t length);
ATTAIN_API attain_status attain_plan_get_info(const attain_plan *plan,
                                              attain_plan_info *out,
                                              attain_error *err);
ATTAIN_API attain_status attain_plan_get_goal(const attain_plan *plan,
                                              int32_t row, attain_goal *out,
                                              attain_error *err);
ATTAIN_API attain_status attain_plan_get_metric(const attain_plan *plan,
                                                int32_t row, attain_metric *out,
                                                attain_error *err);
ATTAIN_API attain_status attain_plan_get_target(const attain_plan *plan,
                                                int32_t row, attain_target *out,
                                                attain_error *err);
ATTAIN_API attain_status attain_plan_get_path_point(const attain_plan *plan,
                                                    int32_t row,
                                                    attain_path_point *out,
                                                    attain_error *err);
ATTAIN_API attain_status attain_plan_get_band(const attain_plan *plan,
                                              int32_t row, attain_band *out,
                                              attain_error *err);
ATTAIN_API attain_status attain_plan_get_group(const attain_plan *plan,
                                               int32_t row, attain_group *out,
                                               attain_error *err);
ATTAIN_API attain_status attain_plan_get_choice(const attain_plan *plan,
                                                int32_t row, attain_choice *out,
                                                attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_EVALUATE_VOCABULARY_H
#define ATTAIN_EVALUATE_VOCABULARY_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_evaluation attain_evaluation;
enum attain_kind {
    ATTAIN_KIND_GOAL = 0,
    ATTAIN_KIND_TARGET = 1
};
enum attain_verdict {
    ATTAIN_VERDICT_NONE = 0,
    ATTAIN_VERDICT_MET = 1,
    ATTAIN_VERDICT_NOT_MET = 2,
    ATTAIN_VERDICT_UNKNOWN = 3
};
enum attain_standing {
    ATTAIN_STANDING_UNKNOWN = 0,
    ATTAIN_STANDING_ACHIEVED = 1,
    ATTAIN_STANDING_LOST = 2,
    ATTAIN_STANDING_MISSED = 3,
    ATTAIN_STANDING_ON_TRACK = 4,
    ATTAIN_STANDING_SLOW = 5,
    ATTAIN_STANDING_OFF_TRACK = 6,
    ATTAIN_STANDING_REVERSING = 7,
    ATTAIN_STANDING_UNRATED = 8
};
enum attain_measure {
    ATTAIN_MEASURE_VALUE = 0,
    ATTAIN_MEASURE_ATTAINMENT = 1,
    ATTAIN_MEASURE_VERDICT = 2,
    ATTAIN_MEASURE_STATUS = 3,
    ATTAIN_MEASURE_EXPECTED = 4,
    ATTAIN_MEASURE_PACE = 5,
    ATTAIN_MEASURE_PROJECTION = 6,
    ATTAIN_MEASURE_PROBABILITY = 7,
    ATTAIN_MEASURE_SHORTFALL = 8,
    ATTAIN_MEASURE_SHORTFALL_NUMERATOR = 9,
    ATTAIN_MEASURE_SCORE = 10,
    ATTAIN_MEASURE_LOW = 11,
    ATTAIN_MEASURE_HIGH = 12,
    ATTAIN_MEASURE_COVERAGE = 13,
    ATTAIN_MEASURE_GRADE = 14,
    ATTAIN_MEASURE_RANK = 15,
    ATTAIN_MEASURE_PROJECTION_LOW = 16,
    ATTAIN_MEASURE_PROJECTION_HIGH = 17,
    ATTAIN_MEASURE_TARGETS = 18,
    ATTAIN_MEASURE_TARGETS_MET = 19,
    ATTAIN_MEASURE_TARGETS_UNKNOWN = 20,
    ATTAIN_MEASURE_GROWTH_PACE = 21,
    ATTAIN_MEASURE_CUMULATIVE_GAP = 22,
    ATTAIN_MEASURE_MEAN_CHANGE = 23,
    ATTAIN_MEASURE_PROCESS = 24,
    ATTAIN_MEASURE_VALUE_ADDED = 25,
    ATTAIN_MEASURE_COMPREHENSIVE = 26,
    ATTAIN_MEASURE_VALUE_ADDED_EFFECT = 27,
    ATTAIN_MEASURE_VALUE_ADDED_LOW = 28,
    ATTAIN_MEASURE_VALUE_ADDED_HIGH = 29,
    ATTAIN_MEASURE_VALUE_ADDED_CLASS = 30,
    ATTAIN_MEASURE_METHOD_SCORE = 31,
    ATTAIN_MEASURE_METHOD_CLASS = 32,
    ATTAIN_MEASURE_METHOD_REASON = 33
};
enum attain_measures_value {
    ATTAIN_MEASURES_ALL = 0xFFFFFF,
    ATTAIN_MEASURES_LENSES = 0x7F000000
};
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_EVALUATE_RATINGS_H
#define ATTAIN_EVALUATE_RATINGS_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_agreement {
    size_t struct_size;
    double concordance;
    size_t groups;
    size_t units;
} attain_agreement;
ATTAIN_API void attain_agreement_init(attain_agreement *agreement);
ATTAIN_API attain_status attain_evaluation_ratings(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, double *out, size_t capacity,
    size_t *count, attain_agreement *agreement, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_EVALUATE_YEARLY_H
#define ATTAIN_EVALUATE_YEARLY_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_yearly {
    size_t struct_size;
    size_t periods;
    size_t met;
    size_t unknown;
    double latest;
    double lower;
    double upper;
    double cumulative;
    double cumulative_lower;
    double cumulative_upper;
    double mean;
    int32_t every_verdict;
    int32_t latest_verdict;
    int32_t cumulative_verdict;
    int32_t mean_verdict;
    int32_t base;
    int32_t judged;
} attain_yearly;
ATTAIN_API void attain_yearly_init(attain_yearly *yearly);
ATTAIN_API attain_status attain_evaluation_yearly(const attain_evaluation *ev,
                                                  const attain_plan *plan,
                                                  const attain_dataset *data,
                                                  int32_t node, int64_t row,
                                                  attain_yearly *out,
                                                  attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_EVALUATE_H
#define ATTAIN_EVALUATE_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_evaluate_options {
    size_t struct_size;
    const attain_allocator *allocator;
    uint64_t measures;
    double on_track;
    double slow;
    int32_t as_of;
    int32_t threads;
    int32_t rank_depth;
    int32_t reserved;
    double outcome_weight;
    double process_weight;
    double value_added_weight;
    const char *sizes;
} attain_evaluate_options;
ATTAIN_API void attain_evaluate_options_init(attain_evaluate_options *options);
ATTAIN_API attain_status attain_evaluate(const attain_plan *plan,
                                         const attain_dataset *data,
                                         const attain_evaluate_options *options,
                                         attain_evaluation **out,
                                         attain_error *err);
ATTAIN_API void attain_evaluation_destroy(attain_evaluation *ev);
typedef struct attain_node {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *level;
    const char *owner;
    const char *source;
    const char *unit;
    size_t row_count;
    double weight;
    double lower;
    double upper;
    int32_t kind;
    int32_t row;
    int32_t parent;
    int32_t depth;
    int32_t due;
    int32_t series;
    int32_t comparator;
    int32_t score;
    int32_t decimals;
    int32_t soft;
    int32_t veto;
    int32_t judge;
    int32_t method;
    int32_t reserved;
} attain_node;
ATTAIN_API void attain_node_init(attain_node *node);
ATTAIN_API size_t attain_evaluation_node_count(const attain_evaluation *ev);
ATTAIN_API attain_status attain_evaluation_get_node(const attain_evaluation *ev,
                                                    int32_t node,
                                                    attain_node *out,
                                                    attain_error *err);
ATTAIN_API int32_t attain_evaluation_find_node(const attain_evaluation *ev,
                                               const char *id, size_t length);
ATTAIN_API const int32_t *attain_evaluation_units(const attain_evaluation *ev,
                                                  int32_t node, size_t *count);
ATTAIN_API const uint8_t *attain_evaluation_wholes(const attain_evaluation *ev,
                                                   int32_t node, size_t *count);
ATTAIN_API int64_t attain_evaluation_find_row(const attain_evaluation *ev,
                                              int32_t node, int32_t unit);
typedef struct attain_evaluation_unit {
    size_t struct_size;
    const char *id;
    const char *name;
    const char *level;
    int32_t parent;
    int32_t reserved;
} attain_evaluation_unit;
ATTAIN_API void attain_evaluation_unit_init(attain_evaluation_unit *unit);
ATTAIN_API attain_status attain_evaluation_get_unit(const attain_evaluation *ev,
                                                    int32_t unit,
                                                    attain_evaluation_unit *out,
                                                    attain_error *err);
ATTAIN_API int32_t attain_evaluation_find_unit(const attain_evaluation *ev,
                                               const char *id, size_t length);
ATTAIN_API uint64_t attain_evaluation_measures(const attain_evaluation *ev);
ATTAIN_API attain_status attain_evaluation_column(const attain_evaluation *ev,
                                                  int32_t measure, int32_t node,
                                                  double *out, size_t capacity,
                                                  size_t *count,
                                                  attain_error *err);
ATTAIN_API const double *attain_evaluation_view(const attain_evaluation *ev,
                                                int32_t measure, int32_t node,
                                                size_t *count);
ATTAIN_API const uint8_t *attain_evaluation_codes(const attain_evaluation *ev,
                                                  int32_t measure, int32_t node,
                                                  size_t *count);
ATTAIN_API double attain_evaluation_value(const attain_evaluation *ev,
                                          int32_t measure, int32_t node,
                                          int64_t row);
ATTAIN_API const char *attain_evaluation_grade(const attain_evaluation *ev,
                                               int32_t grade);
ATTAIN_API attain_status attain_evaluation_vetoes(const attain_evaluation *ev,
                                                  int32_t node, int64_t row,
                                                  int32_t *out, size_t capacity,
                                                  size_t *count,
                                                  attain_error *err);
ATTAIN_API attain_status attain_evaluation_trajectory(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, int64_t row, int32_t *periods,
    double *observed, double *expected, size_t capacity, size_t *count,
    attain_error *err);
typedef struct attain_evaluation_info {
    size_t struct_size;
    const char *plan;
    const char *name;
    const char *level;
    const char *source;
    size_t row_count;
    size_t unit_count;
    size_t grade_count;
    int32_t as_of;
    int32_t first_period;
    int32_t last_period;
    int32_t reserved;
} attain_evaluation_info;
ATTAIN_API void attain_evaluation_info_init(attain_evaluation_info *info);
ATTAIN_API attain_status attain_evaluation_get_info(const attain_evaluation *ev,
                                                    attain_evaluation_info *out,
                                                    attain_error *err);
enum attain_finding_kind {
    ATTAIN_FINDING_PLAN = 0,
    ATTAIN_FINDING_VARIABLE = 1,
    ATTAIN_FINDING_LEVEL = 2,
    ATTAIN_FINDING_EMPTY = 3,
    ATTAIN_FINDING_DENOMINATOR = 4,
    ATTAIN_FINDING_SPREAD = 5,
    ATTAIN_FINDING_GROWTH = 6,
    ATTAIN_FINDING_WEIGHT = 7
};
typedef struct attain_finding {
    size_t struct_size;
    const char *message;
    size_t count;
    int32_t node;
    int32_t unit;
    int32_t period;
    int32_t code;
    int32_t kind;
    int32_t reserved;
} attain_finding;
ATTAIN_API void attain_finding_init(attain_finding *finding);
ATTAIN_API size_t attain_evaluation_finding_count(const attain_evaluation *ev);
ATTAIN_API attain_status
attain_evaluation_get_finding(const attain_evaluation *ev, size_t index,
                              attain_finding *out, attain_error *err);
ATTAIN_API const char *
attain_evaluation_finding_message(const attain_evaluation *ev, size_t index,
                                  int32_t language);
typedef struct attain_owner {
    size_t struct_size;
    const char *owner;
    size_t targets;
    size_t met;
    size_t unknown;
    double attainment;
} attain_owner;
ATTAIN_API void attain_owner_init(attain_owner *owner);
ATTAIN_API size_t attain_evaluation_owner_count(const attain_evaluation *ev);
ATTAIN_API attain_status
attain_evaluation_get_owner(const attain_evaluation *ev, size_t index,
                            int32_t unit, attain_owner *out, attain_error *err);
ATTAIN_API attain_status attain_evaluation_explain(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, int32_t unit, int32_t language,
    char *out, size_t capacity, size_t *count, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_ARROW_H
#define ATTAIN_ARROW_H 
#ifdef __cplusplus
extern "C" {
#endif
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE 
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE 
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};
#endif
ATTAIN_API attain_status attain_evaluation_export_arrow(
    const attain_evaluation *ev, struct ArrowSchema *schema,
    struct ArrowArray *array, attain_error *err);
ATTAIN_API attain_status attain_dataset_export_arrow(const attain_dataset *data,
                                                     struct ArrowSchema *schema,
                                                     struct ArrowArray *array,
                                                     attain_error *err);
ATTAIN_API attain_status attain_dataset_import_arrow(
    attain_dataset *data, const struct ArrowSchema *schema,
    const struct ArrowArray *array, attain_error *err);
ATTAIN_API attain_status attain_arrow_to_stream(struct ArrowSchema *schema,
                                                struct ArrowArray *array,
                                                struct ArrowArrayStream *out,
                                                attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_IMPROVE_H
#define ATTAIN_IMPROVE_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_answer attain_answer;
enum attain_question {
    ATTAIN_QUESTION_GAPS = 0,
    ATTAIN_QUESTION_MENDS = 1,
    ATTAIN_QUESTION_SPREAD = 2,
    ATTAIN_QUESTION_RATES = 3,
    ATTAIN_QUESTION_CHANGES = 4
};
enum attain_answer_kind {
    ATTAIN_ANSWER_ITEM = 0,
    ATTAIN_ANSWER_TOTAL = 1,
    ATTAIN_ANSWER_PLACE = 2,
    ATTAIN_ANSWER_MEMBER = 3,
    ATTAIN_ANSWER_PAIR = 4
};
enum attain_action {
    ATTAIN_ACTION_LEAVE = 0,
    ATTAIN_ACTION_STANDARD = 1,
    ATTAIN_ACTION_FLOOR = 2,
    ATTAIN_ACTION_BLOCKED = 3
};
enum attain_obstacle {
    ATTAIN_OBSTACLE_NONE = 0,
    ATTAIN_OBSTACLE_UNKNOWN = 1,
    ATTAIN_OBSTACLE_PAST = 2,
    ATTAIN_OBSTACLE_SERIES = 3,
    ATTAIN_OBSTACLE_COMPOSITE = 4,
    ATTAIN_OBSTACLE_STRICT = 5,
    ATTAIN_OBSTACLE_RANGE = 6,
    ATTAIN_OBSTACLE_LIMIT = 7
};
enum attain_effort {
    ATTAIN_EFFORT_ITEMS = 0,
    ATTAIN_EFFORT_COST = 1
};
enum attain_mend_order {
    ATTAIN_MEND_ORDER_CHEAPEST = 0,
    ATTAIN_MEND_ORDER_WEIGHT = 1,
    ATTAIN_MEND_ORDER_LARGEST = 2
};
enum attain_turn {
    ATTAIN_TURN_NONE = 0,
    ATTAIN_TURN_GAINED = 1,
    ATTAIN_TURN_LOST = 2,
    ATTAIN_TURN_FAILED = 3,
    ATTAIN_TURN_UNKNOWN = 4,
    ATTAIN_TURN_APPEARED = 5,
    ATTAIN_TURN_GONE = 6
};
enum attain_answer_field {
    ATTAIN_ANSWER_FIELD_KIND = 0,
    ATTAIN_ANSWER_FIELD_NODE = 1,
    ATTAIN_ANSWER_FIELD_UNIT = 2,
    ATTAIN_ANSWER_FIELD_OBSTACLE = 3,
    ATTAIN_ANSWER_FIELD_VALUE = 4,
    ATTAIN_ANSWER_FIELD_LIMIT = 5,
    ATTAIN_ANSWER_FIELD_GAP = 6,
    ATTAIN_ANSWER_FIELD_AMOUNT = 7,
    ATTAIN_ANSWER_FIELD_WHOLE = 8,
    ATTAIN_ANSWER_FIELD_VARIABLE = 9,
    ATTAIN_ANSWER_FIELD_RELATIVE = 10,
    ATTAIN_ANSWER_FIELD_COST = 11,
    ATTAIN_ANSWER_FIELD_ITEMS = 12,
    ATTAIN_ANSWER_FIELD_UNKNOWN = 13,
    ATTAIN_ANSWER_FIELD_RANK = 14,
    ATTAIN_ANSWER_FIELD_ACTION = 15,
    ATTAIN_ANSWER_FIELD_COST_STANDARD = 16,
    ATTAIN_ANSWER_FIELD_COST_FLOOR = 17,
    ATTAIN_ANSWER_FIELD_PERIODS = 18,
    ATTAIN_ANSWER_FIELD_RATE = 19,
    ATTAIN_ANSWER_FIELD_GROWTH = 20,
    ATTAIN_ANSWER_FIELD_RATE_SO_FAR = 21,
    ATTAIN_ANSWER_FIELD_TURN = 22,
    ATTAIN_ANSWER_FIELD_VERDICT_BEFORE = 23,
    ATTAIN_ANSWER_FIELD_VERDICT_AFTER = 24,
    ATTAIN_ANSWER_FIELD_SCORE_BEFORE = 25,
    ATTAIN_ANSWER_FIELD_SCORE_AFTER = 26,
    ATTAIN_ANSWER_FIELD_VALUE_BEFORE = 27,
    ATTAIN_ANSWER_FIELD_VALUE_AFTER = 28
};
typedef struct attain_resource {
    size_t struct_size;
    const char *variable;
    double price;
    double step;
} attain_resource;
ATTAIN_API void attain_resource_init(attain_resource *resource);
typedef struct attain_answer_options {
    size_t struct_size;
    const attain_allocator *allocator;
    const attain_resource *resources;
    size_t resource_count;
    const char *weight;
    double unpriced;
    int32_t node;
    int32_t effort;
    int32_t order;
    int32_t reserved;
} attain_answer_options;
ATTAIN_API void attain_answer_options_init(attain_answer_options *options);
ATTAIN_API attain_status attain_find_gaps(const attain_evaluation *ev,
                                          const attain_plan *plan,
                                          const attain_dataset *data,
                                          const attain_answer_options *options,
                                          attain_answer **out,
                                          attain_error *err);
ATTAIN_API attain_status attain_find_mends(const attain_evaluation *ev,
                                           const attain_plan *plan,
                                           const attain_dataset *data,
                                           const attain_answer_options *options,
                                           attain_answer **out,
                                           attain_error *err);
ATTAIN_API attain_status attain_find_spread(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, const attain_answer_options *options,
    attain_answer **out, attain_error *err);
ATTAIN_API attain_status attain_find_rates(const attain_evaluation *ev,
                                           const attain_plan *plan,
                                           const attain_dataset *data,
                                           const attain_answer_options *options,
                                           attain_answer **out,
                                           attain_error *err);
ATTAIN_API attain_status attain_compare(const attain_evaluation *before,
                                        const attain_evaluation *after,
                                        const attain_answer_options *options,
                                        attain_answer **out, attain_error *err);
ATTAIN_API void attain_answer_destroy(attain_answer *answer);
ATTAIN_API int32_t attain_answer_question(const attain_answer *answer);
ATTAIN_API size_t attain_answer_row_count(const attain_answer *answer);
ATTAIN_API attain_status attain_answer_column(const attain_answer *answer,
                                              int32_t field, double *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);
ATTAIN_API const double *attain_answer_view(const attain_answer *answer,
                                            int32_t field, size_t *count);
ATTAIN_API double attain_answer_value(const attain_answer *answer,
                                      int32_t field, int64_t row);
ATTAIN_API attain_status attain_answer_changes(const attain_answer *answer,
                                               attain_observations *out,
                                               attain_error *err);
typedef struct attain_whatif attain_whatif;
ATTAIN_API attain_status attain_whatif_create(
    const attain_plan *plan, const attain_dataset *data,
    const attain_observations *changes, const attain_evaluate_options *options,
    attain_whatif **out, attain_error *err);
ATTAIN_API void attain_whatif_destroy(attain_whatif *whatif);
ATTAIN_API const attain_dataset *
attain_whatif_data(const attain_whatif *whatif);
ATTAIN_API const attain_evaluation *
attain_whatif_evaluation(const attain_whatif *whatif);
typedef struct attain_changes attain_changes;
ATTAIN_API attain_status attain_changes_create(
    const attain_allocator *allocator, attain_changes **out, attain_error *err);
ATTAIN_API void attain_changes_destroy(attain_changes *changes);
ATTAIN_API attain_status attain_changes_add(attain_changes *changes,
                                            int32_t unit, int32_t period,
                                            int32_t variable, int32_t group,
                                            double value, attain_error *err);
ATTAIN_API attain_status attain_changes_view(const attain_changes *changes,
                                             attain_observations *out,
                                             attain_error *err);
ATTAIN_API attain_status attain_level_up(const double *values,
                                         const double *weights, size_t count,
                                         double limit, double *out_level,
                                         double *out, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_QUALITY_H
#define ATTAIN_QUALITY_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_quality_severity {
    ATTAIN_QUALITY_OFF = 0,
    ATTAIN_QUALITY_INFO = 1,
    ATTAIN_QUALITY_WARNING = 2,
    ATTAIN_QUALITY_ERROR = 3
};
enum attain_check_kind {
    ATTAIN_CHECK_COMPLETE = 0,
    ATTAIN_CHECK_RANGE = 1,
    ATTAIN_CHECK_NEGATIVE = 2,
    ATTAIN_CHECK_WHOLE = 3,
    ATTAIN_CHECK_SHARE = 4,
    ATTAIN_CHECK_PARTS = 5,
    ATTAIN_CHECK_UNITS = 6,
    ATTAIN_CHECK_DIVISOR = 7,
    ATTAIN_CHECK_HISTORY = 8,
    ATTAIN_CHECK_PEERS = 9,
    ATTAIN_CHECK_SCALE = 10,
    ATTAIN_CHECK_ZERO = 11,
    ATTAIN_CHECK_REPEATED = 12,
    ATTAIN_CHECK_TWINS = 13,
    ATTAIN_CHECK_NAMES = 14,
    ATTAIN_CHECK_PARENTS = 15,
    ATTAIN_CHECK_CLOSED = 16,
    ATTAIN_CHECK_PERIOD = 17
};
typedef struct attain_check {
    size_t struct_size;
    const char *id;
    const char *variable;
    const char *metric;
    const char *parts;
    const char *level;
    const char *stage;
    const char *advice;
    double low;
    double high;
    double limit;
    double tolerance;
    double least;
    int32_t kind;
    int32_t severity;
} attain_check;
ATTAIN_API void attain_check_init(attain_check *check);
typedef struct attain_check_kind_info {
    size_t struct_size;
    const char *word;
    const char *formula;
    const char *source;
    const char *subject;
    const char *parameters;
    double limit;
    double tolerance;
    double least;
    int32_t severity;
    int32_t reserved;
} attain_check_kind_info;
ATTAIN_API void attain_check_kind_info_init(attain_check_kind_info *info);
ATTAIN_API size_t attain_check_kind_count(void);
ATTAIN_API attain_status attain_check_kind_get(int32_t kind,
                                               attain_check_kind_info *out,
                                               attain_error *err);
typedef struct attain_checks attain_checks;
ATTAIN_API attain_status attain_checks_create(const attain_allocator *allocator,
                                              attain_checks **out,
                                              attain_error *err);
ATTAIN_API void attain_checks_destroy(attain_checks *checks);
ATTAIN_API attain_status attain_checks_add(attain_checks *checks,
                                           const attain_check *check,
                                           int32_t *out_row, attain_error *err);
ATTAIN_API size_t attain_checks_count(const attain_checks *checks);
ATTAIN_API attain_status attain_checks_get(const attain_checks *checks,
                                           int32_t row, attain_check *out,
                                           attain_error *err);
typedef struct attain_quality attain_quality;
typedef struct attain_quality_options {
    size_t struct_size;
    const attain_allocator *allocator;
    size_t max_findings;
    int32_t as_of;
    int32_t reserved;
} attain_quality_options;
ATTAIN_API void attain_quality_options_init(attain_quality_options *options);
ATTAIN_API attain_status attain_quality_assess(
    const attain_plan *plan, const attain_dataset *data,
    const attain_checks *checks, const attain_quality_options *options,
    attain_quality **out, attain_error *err);
ATTAIN_API void attain_quality_destroy(attain_quality *quality);
typedef struct attain_quality_finding {
    size_t struct_size;
    const char *check;
    const char *unit;
    const char *unit_name;
    const char *other;
    const char *variable;
    const char *group;
    const char *metric;
    const char *file;
    int64_t line;
    int64_t column;
    double value;
    double reference;
    double score;
    int64_t count;
    int32_t kind;
    int32_t severity;
    int32_t period;
    int32_t reserved;
} attain_quality_finding;
ATTAIN_API void attain_quality_finding_init(attain_quality_finding *finding);
ATTAIN_API size_t attain_quality_count(const attain_quality *quality);
ATTAIN_API size_t attain_quality_tally(const attain_quality *quality,
                                       int32_t severity);
ATTAIN_API int32_t attain_quality_worst(const attain_quality *quality);
ATTAIN_API attain_status attain_quality_get(const attain_quality *quality,
                                            size_t index,
                                            attain_quality_finding *out,
                                            attain_error *err);
enum attain_quality_field {
    ATTAIN_QUALITY_FIELD_CHECK = 0,
    ATTAIN_QUALITY_FIELD_KIND = 1,
    ATTAIN_QUALITY_FIELD_SEVERITY = 2,
    ATTAIN_QUALITY_FIELD_UNIT = 3,
    ATTAIN_QUALITY_FIELD_OTHER = 4,
    ATTAIN_QUALITY_FIELD_PERIOD = 5,
    ATTAIN_QUALITY_FIELD_VARIABLE = 6,
    ATTAIN_QUALITY_FIELD_GROUP = 7,
    ATTAIN_QUALITY_FIELD_METRIC = 8,
    ATTAIN_QUALITY_FIELD_LINE = 9,
    ATTAIN_QUALITY_FIELD_COLUMN = 10,
    ATTAIN_QUALITY_FIELD_COUNT = 11,
    ATTAIN_QUALITY_FIELD_VALUE = 12,
    ATTAIN_QUALITY_FIELD_REFERENCE = 13,
    ATTAIN_QUALITY_FIELD_SCORE = 14
};
ATTAIN_API attain_status attain_quality_column(const attain_quality *quality,
                                               int32_t field, double *out,
                                               size_t capacity, size_t *count,
                                               attain_error *err);
ATTAIN_API const char *attain_quality_variable(const attain_quality *quality,
                                               int32_t row);
enum attain_quality_by {
    ATTAIN_QUALITY_BY_UNIT = 0,
    ATTAIN_QUALITY_BY_VARIABLE = 1
};
ATTAIN_API attain_status attain_quality_coverage(const attain_quality *quality,
                                                 int32_t by, double *needed,
                                                 double *known, size_t capacity,
                                                 size_t *count,
                                                 attain_error *err);
ATTAIN_API attain_status attain_quality_message(const attain_quality *quality,
                                                size_t index, int32_t language,
                                                char *out, size_t capacity,
                                                size_t *count,
                                                attain_error *err);
ATTAIN_API const char *attain_quality_advice(const attain_quality *quality,
                                             size_t index, int32_t language);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_EXCHANGE_H
#define ATTAIN_EXCHANGE_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_severity {
    ATTAIN_SEVERITY_WARNING = 0,
    ATTAIN_SEVERITY_ERROR = 1
};
typedef struct attain_problem {
    size_t struct_size;
    const char *file;
    const char *field;
    const char *message;
    int64_t line;
    int64_t column;
    int64_t offset;
    int32_t severity;
    int32_t code;
} attain_problem;
typedef int32_t (*attain_problem_handler)(const attain_problem *problem,
                                          void *user);
ATTAIN_API attain_status attain_problem_format(const attain_problem *problem,
                                               char *out, size_t capacity,
                                               size_t *count,
                                               attain_error *err);
typedef struct attain_read_options {
    size_t struct_size;
    const attain_allocator *allocator;
    attain_problem_handler handler;
    void *user;
    const char *columns;
    size_t max_problems;
    size_t max_file_size;
    size_t max_field_size;
} attain_read_options;
ATTAIN_API void attain_read_options_init(attain_read_options *options);
typedef struct attain_table {
    size_t struct_size;
    const char *name;
    const char *text;
    size_t length;
} attain_table;
ATTAIN_API void attain_table_init(attain_table *table);
ATTAIN_API attain_status attain_read_plan(const char *folder,
                                          const attain_read_options *options,
                                          attain_plan **out, attain_error *err);
ATTAIN_API attain_status attain_read_plan_tables(
    const attain_table *tables, size_t count,
    const attain_read_options *options, attain_plan **out, attain_error *err);
ATTAIN_API attain_status attain_read_dataset(const char *folder,
                                             const attain_read_options *options,
                                             attain_dataset **out,
                                             attain_error *err);
ATTAIN_API attain_status
attain_read_dataset_tables(const attain_table *tables, size_t count,
                           const attain_read_options *options,
                           attain_dataset **out, attain_error *err);
ATTAIN_API attain_status attain_read_observations(
    attain_dataset *data, const attain_table *tables, size_t count,
    const attain_read_options *options, attain_error *err);
ATTAIN_API attain_status attain_read_observations_file(
    attain_dataset *data, const char *path, const attain_read_options *options,
    attain_error *err);
ATTAIN_API attain_status attain_digest_folder(const char *folder, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);
ATTAIN_API attain_status attain_read_changes(const attain_dataset *data,
                                             const attain_table *table,
                                             const attain_read_options *options,
                                             attain_changes **out,
                                             attain_error *err);
ATTAIN_API attain_status
attain_read_changes_file(const attain_dataset *data, const char *path,
                         const attain_read_options *options,
                         attain_changes **out, attain_error *err);
ATTAIN_API attain_status attain_read_checks(
    const char *folder, const attain_plan *plan, const attain_dataset *data,
    const attain_read_options *options, attain_checks **out, attain_error *err);
ATTAIN_API attain_status attain_read_checks_tables(
    const attain_table *tables, size_t count, const attain_plan *plan,
    const attain_dataset *data, const attain_read_options *options,
    attain_checks **out, attain_error *err);
enum attain_format {
    ATTAIN_FORMAT_CSV = 0,
    ATTAIN_FORMAT_JSON = 1,
    ATTAIN_FORMAT_SDMX = 2
};
typedef int32_t (*attain_sink)(const char *bytes, size_t length, void *user);
typedef struct attain_write_options {
    size_t struct_size;
    int32_t format;
    int32_t defuse;
    int32_t byte_order_mark;
    int32_t unit;
    const char *provenance;
} attain_write_options;
ATTAIN_API void attain_write_options_init(attain_write_options *options);
ATTAIN_API attain_status attain_write_results(
    const attain_evaluation *ev, const attain_write_options *options,
    attain_sink sink, void *user, attain_error *err);
ATTAIN_API attain_status attain_write_results_buffer(
    const attain_evaluation *ev, const attain_write_options *options, char *out,
    size_t capacity, size_t *count, attain_error *err);
ATTAIN_API attain_status attain_write_observations(
    const attain_dataset *data, const attain_write_options *options,
    attain_sink sink, void *user, attain_error *err);
ATTAIN_API attain_status attain_write_observations_buffer(
    const attain_dataset *data, const attain_write_options *options, char *out,
    size_t capacity, size_t *count, attain_error *err);
ATTAIN_API attain_status
attain_write_package(const char *folder, const attain_read_options *options,
                     attain_sink sink, void *user, attain_error *err);
ATTAIN_API attain_status
attain_write_package_tables(const attain_table *tables, size_t count,
                            const attain_read_options *options,
                            attain_sink sink, void *user, attain_error *err);
ATTAIN_API attain_status attain_write_quality(
    const attain_quality *quality, const attain_write_options *options,
    int32_t language, attain_sink sink, void *user, attain_error *err);
ATTAIN_API attain_status attain_quality_format(const attain_quality *quality,
                                               size_t index, int32_t language,
                                               char *out, size_t capacity,
                                               size_t *count,
                                               attain_error *err);
enum attain_vocabulary {
    ATTAIN_VOCABULARY_SERIES = 0,
    ATTAIN_VOCABULARY_COMPARATOR = 1,
    ATTAIN_VOCABULARY_WHEN = 2,
    ATTAIN_VOCABULARY_SCORE = 3,
    ATTAIN_VOCABULARY_JUDGE = 4,
    ATTAIN_VOCABULARY_AGGREGATE = 5,
    ATTAIN_VOCABULARY_RULE = 6,
    ATTAIN_VOCABULARY_MISSING = 7,
    ATTAIN_VOCABULARY_ACROSS = 8,
    ATTAIN_VOCABULARY_DIRECTION = 9,
    ATTAIN_VOCABULARY_OBSERVATION_STATUS = 10,
    ATTAIN_VOCABULARY_KIND = 11,
    ATTAIN_VOCABULARY_VERDICT = 12,
    ATTAIN_VOCABULARY_STANDING = 13,
    ATTAIN_VOCABULARY_MEASURE = 14,
    ATTAIN_VOCABULARY_STATUS_CODE = 15,
    ATTAIN_VOCABULARY_FREQUENCY = 16,
    ATTAIN_VOCABULARY_REASON = 17,
    ATTAIN_VOCABULARY_DATASET_TABLE = 18,
    ATTAIN_VOCABULARY_PLAN_TABLE = 19,
    ATTAIN_VOCABULARY_LANGUAGE = 20,
    ATTAIN_VOCABULARY_SEVERITY = 21,
    ATTAIN_VOCABULARY_FORMAT = 22,
    ATTAIN_VOCABULARY_VOCABULARY = 23,
    ATTAIN_VOCABULARY_QUESTION = 24,
    ATTAIN_VOCABULARY_ANSWER_KIND = 25,
    ATTAIN_VOCABULARY_ACTION = 26,
    ATTAIN_VOCABULARY_OBSTACLE = 27,
    ATTAIN_VOCABULARY_EFFORT = 28,
    ATTAIN_VOCABULARY_MEND_ORDER = 29,
    ATTAIN_VOCABULARY_TURN = 30,
    ATTAIN_VOCABULARY_ANSWER_FIELD = 31,
    ATTAIN_VOCABULARY_CHECK_KIND = 32,
    ATTAIN_VOCABULARY_QUALITY_SEVERITY = 33,
    ATTAIN_VOCABULARY_QUALITY_FIELD = 34,
    ATTAIN_VOCABULARY_QUALITY_BY = 35,
    ATTAIN_VOCABULARY_STEP = 36,
    ATTAIN_VOCABULARY_INDEX_MEASURE = 37,
    ATTAIN_VOCABULARY_FINDING_KIND = 38
};
ATTAIN_API size_t attain_vocabulary_count(void);
ATTAIN_API size_t attain_word_count(int32_t vocabulary);
ATTAIN_API int32_t attain_word_value(int32_t vocabulary, size_t index);
ATTAIN_API const char *attain_word(int32_t vocabulary, int32_t value);
ATTAIN_API const char *attain_word_label(int32_t vocabulary, int32_t value,
                                         int32_t language);
ATTAIN_API const char *attain_word_description(int32_t vocabulary,
                                               int32_t value);
ATTAIN_API int32_t attain_word_find(int32_t vocabulary, const char *word,
                                    size_t length);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_DOUBT_H
#define ATTAIN_NUMERIC_DOUBT_H 
#ifdef __cplusplus
extern "C" {
#endif
ATTAIN_API attain_status attain_random_uniform(uint64_t seed, uint64_t stream,
                                               double *out, size_t count,
                                               attain_error *err);
ATTAIN_API attain_status attain_random_normal(uint64_t seed, uint64_t stream,
                                              double *out, size_t count,
                                              attain_error *err);
typedef struct attain_composite {
    size_t struct_size;
    const double *values;
    size_t column_count;
    size_t stride;
    size_t unit_count;
    const int32_t *descending;
    size_t node_count;
    const int32_t *parents;
    const double *weights;
    const int32_t *normalisations;
    size_t normalisation_count;
    const double *normalisation_parameters;
    const int32_t *aggregations;
    size_t aggregation_count;
    const double *aggregation_parameters;
    size_t parameter_count;
} attain_composite;
ATTAIN_API void attain_composite_init(attain_composite *composite);
ATTAIN_API attain_status
attain_composite_score(const attain_composite *composite, double *scores,
                       double *ranks, attain_error *err);
enum attain_doubt_source {
    ATTAIN_DOUBT_WEIGHTS = 0,
    ATTAIN_DOUBT_NORMALISATION = 1,
    ATTAIN_DOUBT_AGGREGATION = 2,
    ATTAIN_DOUBT_LEFT_OUT = 3,
    ATTAIN_DOUBT_ERRORS = 4
};
ATTAIN_API size_t attain_doubt_source_count(void);
ATTAIN_API const char *attain_doubt_source_name(int32_t source);
typedef struct attain_doubt_options {
    size_t struct_size;
    uint64_t seed;
    size_t draws;
    double spread;
    const double *spreads;
    const double *errors;
    int32_t even_errors;
    int32_t left_out;
    size_t top;
    const double *probabilities;
    size_t probability_count;
    const double *bounds;
    size_t bound_count;
    int32_t threads;
    int32_t reserved;
} attain_doubt_options;
ATTAIN_API void attain_doubt_options_init(attain_doubt_options *options);
typedef struct attain_doubt_result {
    size_t struct_size;
    double *ranks;
    double *scores;
    double *mean_ranks;
    double *first;
    double *top;
    double *above;
    int32_t *draws;
} attain_doubt_result;
ATTAIN_API void attain_doubt_result_init(attain_doubt_result *result);
ATTAIN_API attain_status attain_doubt(const attain_composite *composite,
                                      const attain_doubt_options *options,
                                      const attain_doubt_result *result,
                                      attain_error *err);
enum attain_sensitivity_measure {
    ATTAIN_SENSITIVITY_FIRST = 0,
    ATTAIN_SENSITIVITY_FIRST_LOW = 1,
    ATTAIN_SENSITIVITY_FIRST_HIGH = 2,
    ATTAIN_SENSITIVITY_TOTAL = 3,
    ATTAIN_SENSITIVITY_TOTAL_LOW = 4,
    ATTAIN_SENSITIVITY_TOTAL_HIGH = 5
};
ATTAIN_API size_t attain_sensitivity_measure_count(void);
ATTAIN_API const char *attain_sensitivity_measure_name(int32_t measure);
ATTAIN_API attain_status attain_sensitivity_estimate(
    const double *a, const double *b, const double *ab, size_t samples,
    size_t sources, uint64_t seed, size_t replicates, double coverage,
    double *out, attain_error *err);
ATTAIN_API attain_status attain_doubt_sensitivity(
    const attain_composite *composite, const attain_doubt_options *options,
    size_t replicates, double coverage, double *out, double *shift,
    attain_error *err);
enum attain_reversal_test {
    ATTAIN_REVERSAL_LEAVE_OUT = 0,
    ATTAIN_REVERSAL_REPLACE = 1
};
ATTAIN_API attain_status attain_rank_reversal(int32_t test,
                                              const attain_composite *composite,
                                              int32_t threads, double *reversed,
                                              double *first, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_INDEX_H
#define ATTAIN_INDEX_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_index attain_index;
enum attain_index_measure {
    ATTAIN_INDEX_RAW = 0,
    ATTAIN_INDEX_IMPUTED = 1,
    ATTAIN_INDEX_FILLED = 2,
    ATTAIN_INDEX_TREATED = 3,
    ATTAIN_INDEX_TREATMENT = 4,
    ATTAIN_INDEX_SCORE = 5,
    ATTAIN_INDEX_RANK = 6,
    ATTAIN_INDEX_REASON = 7,
    ATTAIN_INDEX_KEPT = 8
};
typedef struct attain_index_options {
    size_t struct_size;
    const attain_allocator *allocator;
    const char *goal;
    int32_t first_period;
    int32_t last_period;
} attain_index_options;
ATTAIN_API void attain_index_options_init(attain_index_options *options);
ATTAIN_API attain_status attain_index_create(
    const attain_plan *plan, const attain_dataset *data,
    const attain_index_options *options, attain_index **out, attain_error *err);
ATTAIN_API attain_status attain_index_vary(const attain_index *index,
                                           const attain_choice *choice,
                                           attain_index **out,
                                           attain_error *err);
ATTAIN_API void attain_index_destroy(attain_index *index);
typedef struct attain_index_node {
    size_t struct_size;
    const char *id;
    const char *name;
    double weight;
    double effective;
    int32_t kind;
    int32_t parent;
    int32_t depth;
    int32_t descending;
    int32_t low_is_good;
    int32_t omitted;
} attain_index_node;
ATTAIN_API void attain_index_node_init(attain_index_node *node);
ATTAIN_API size_t attain_index_node_count(const attain_index *index);
ATTAIN_API attain_status attain_index_get_node(const attain_index *index,
                                               int32_t node,
                                               attain_index_node *out,
                                               attain_error *err);
ATTAIN_API int32_t attain_index_find_node(const attain_index *index,
                                          const char *id, size_t length);
ATTAIN_API int32_t attain_index_method(const attain_index *index, int32_t node,
                                       int32_t step);
ATTAIN_API const int32_t *attain_index_units(const attain_index *index,
                                             size_t *count);
ATTAIN_API const char *attain_index_unit_id(const attain_index *index,
                                            int32_t unit);
ATTAIN_API const char *attain_index_unit_name(const attain_index *index,
                                              int32_t unit);
ATTAIN_API attain_status attain_index_periods(const attain_index *index,
                                              int32_t *out_first,
                                              int32_t *out_last,
                                              attain_error *err);
ATTAIN_API attain_status attain_index_column(const attain_index *index,
                                             int32_t measure, int32_t node,
                                             int32_t period, double *out,
                                             size_t capacity, size_t *count,
                                             attain_error *err);
typedef struct attain_index_comparison {
    size_t struct_size;
    double *before;
    double *after;
    double *shift;
    int32_t *order;
    double mean_shift;
    size_t compared;
    size_t moved;
} attain_index_comparison;
ATTAIN_API void
attain_index_comparison_init(attain_index_comparison *comparison);
ATTAIN_API attain_status attain_index_compare(
    const attain_index *index, const attain_choice *choice, int32_t period,
    attain_index_comparison *comparison, attain_error *err);
ATTAIN_API attain_status attain_index_doubt(const attain_index *index,
                                            int32_t period,
                                            const attain_doubt_options *options,
                                            const attain_doubt_result *result,
                                            attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_METHOD_H
#define ATTAIN_NUMERIC_METHOD_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_method_kind {
    ATTAIN_METHOD_STATISTIC = 0,
    ATTAIN_METHOD_QUANTILE = 1,
    ATTAIN_METHOD_RANK = 2,
    ATTAIN_METHOD_ASSOCIATION = 3,
    ATTAIN_METHOD_RELIABILITY = 4,
    ATTAIN_METHOD_COMPONENTS = 5,
    ATTAIN_METHOD_SCREENING = 6,
    ATTAIN_METHOD_IMPUTATION = 7,
    ATTAIN_METHOD_TREATMENT = 8,
    ATTAIN_METHOD_OUTLIERS = 9,
    ATTAIN_METHOD_DECOMPOSITION = 10,
    ATTAIN_METHOD_CURVE = 11,
    ATTAIN_METHOD_CONCENTRATION = 12,
    ATTAIN_METHOD_PARITY = 13,
    ATTAIN_METHOD_SEGREGATION = 14,
    ATTAIN_METHOD_NORMALISATION = 15,
    ATTAIN_METHOD_WEIGHTING = 16,
    ATTAIN_METHOD_AGGREGATION = 17,
    ATTAIN_METHOD_TREND = 18,
    ATTAIN_METHOD_VALUE_ADDED = 19,
    ATTAIN_METHOD_PROGRESS = 20,
    ATTAIN_METHOD_PROGRESS_GOAL = 21
};
enum attain_reason {
    ATTAIN_REASON_NONE = 0,
    ATTAIN_REASON_MISSING = 1,
    ATTAIN_REASON_TOO_FEW = 2,
    ATTAIN_REASON_CONSTANT = 3,
    ATTAIN_REASON_NOT_POSITIVE = 4,
    ATTAIN_REASON_NEGATIVE = 5,
    ATTAIN_REASON_WEIGHTLESS = 6,
    ATTAIN_REASON_UNDEFINED = 7,
    ATTAIN_REASON_NO_CONVERGENCE = 8,
    ATTAIN_REASON_SUPPRESSED = 9
};
enum attain_method_trait {
    ATTAIN_METHOD_WEIGHTED = 1,
    ATTAIN_METHOD_NEEDS_NONNEGATIVE = 2,
    ATTAIN_METHOD_NEEDS_POSITIVE = 4,
    ATTAIN_METHOD_LOW_IS_GOOD = 8
};
typedef struct attain_method {
    size_t struct_size;
    const char *name;
    const char *formula;
    const char *source;
    size_t parameter_count;
    uint32_t traits;
    uint32_t reserved;
} attain_method;
ATTAIN_API void attain_method_init(attain_method *method);
typedef struct attain_parameter {
    size_t struct_size;
    const char *name;
    const char *description;
    double standard;
    double low;
    double high;
} attain_parameter;
ATTAIN_API void attain_parameter_init(attain_parameter *parameter);
ATTAIN_API size_t attain_method_kind_count(void);
ATTAIN_API const char *attain_method_kind_name(int32_t kind);
ATTAIN_API size_t attain_method_count(int32_t kind);
ATTAIN_API attain_status attain_method_get(int32_t kind, int32_t method,
                                           attain_method *out,
                                           attain_error *err);
ATTAIN_API int32_t attain_method_find(int32_t kind, const char *name,
                                      size_t length);
ATTAIN_API attain_status attain_method_parameter(int32_t kind, int32_t method,
                                                 size_t index,
                                                 attain_parameter *out,
                                                 attain_error *err);
ATTAIN_API size_t attain_reason_count(void);
ATTAIN_API const char *attain_reason_name(int32_t reason);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_AGGREGATE_H
#define ATTAIN_NUMERIC_AGGREGATE_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_aggregation {
    ATTAIN_AGGREGATION_ARITHMETIC = 0,
    ATTAIN_AGGREGATION_GEOMETRIC = 1,
    ATTAIN_AGGREGATION_HARMONIC = 2,
    ATTAIN_AGGREGATION_POWER = 3,
    ATTAIN_AGGREGATION_MEDIAN = 4,
    ATTAIN_AGGREGATION_MIN = 5,
    ATTAIN_AGGREGATION_MAX = 6,
    ATTAIN_AGGREGATION_OWA = 7,
    ATTAIN_AGGREGATION_LARGEST = 8,
    ATTAIN_AGGREGATION_SMALLEST = 9,
    ATTAIN_AGGREGATION_MAZZIOTTA_PARETO = 10,
    ATTAIN_AGGREGATION_ADJUSTED_MAZZIOTTA_PARETO = 11,
    ATTAIN_AGGREGATION_MEAN_MIN = 12,
    ATTAIN_AGGREGATION_TOPSIS_VECTOR = 13,
    ATTAIN_AGGREGATION_TOPSIS_MINMAX = 14,
    ATTAIN_AGGREGATION_VIKOR = 15,
    ATTAIN_AGGREGATION_SPOTIS = 16,
    ATTAIN_AGGREGATION_COPELAND = 17,
    ATTAIN_AGGREGATION_WROCLAW = 18,
    ATTAIN_AGGREGATION_BENEFIT_OF_THE_DOUBT = 19
};
enum attain_blank {
    ATTAIN_BLANK_RENORMALISE = 0,
    ATTAIN_BLANK_ZERO = 1,
    ATTAIN_BLANK_STRICT = 2
};
ATTAIN_API attain_status attain_aggregate(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const double *weights, const int32_t *descending, const double *bounds,
    int32_t blank, double least, double *out, uint8_t *reasons,
    attain_error *err);
ATTAIN_API attain_status attain_outranking(const double *values,
                                           size_t column_count, size_t stride,
                                           size_t count, const double *weights,
                                           const int32_t *descending,
                                           double *out, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_DESCRIBE_H
#define ATTAIN_NUMERIC_DESCRIBE_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_quantile_type {
    ATTAIN_QUANTILE_TYPE_1 = 0,
    ATTAIN_QUANTILE_TYPE_2 = 1,
    ATTAIN_QUANTILE_TYPE_3 = 2,
    ATTAIN_QUANTILE_TYPE_4 = 3,
    ATTAIN_QUANTILE_TYPE_5 = 4,
    ATTAIN_QUANTILE_TYPE_6 = 5,
    ATTAIN_QUANTILE_TYPE_7 = 6,
    ATTAIN_QUANTILE_TYPE_8 = 7,
    ATTAIN_QUANTILE_TYPE_9 = 8,
    ATTAIN_QUANTILE_PLOTTING = 9
};
ATTAIN_API attain_status attain_quantiles(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, size_t count,
    const double *probabilities, size_t probability_count, double *out,
    uint8_t *reasons, attain_error *err);
enum attain_rank_ties {
    ATTAIN_RANK_MIN = 0,
    ATTAIN_RANK_MAX = 1,
    ATTAIN_RANK_AVERAGE = 2,
    ATTAIN_RANK_DENSE = 3,
    ATTAIN_RANK_ORDINAL = 4
};
ATTAIN_API attain_status attain_ranks(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count,
                                      const int32_t *descending, double *out,
                                      uint8_t *reasons, attain_error *err);
enum attain_association {
    ATTAIN_ASSOCIATION_PEARSON = 0,
    ATTAIN_ASSOCIATION_SPEARMAN = 1,
    ATTAIN_ASSOCIATION_KENDALL = 2,
    ATTAIN_ASSOCIATION_COVARIANCE_POPULATION = 3,
    ATTAIN_ASSOCIATION_COVARIANCE_SAMPLE = 4
};
enum attain_association_test {
    ATTAIN_ASSOCIATION_TEST_NONE = 0,
    ATTAIN_ASSOCIATION_TEST_STUDENT = 1,
    ATTAIN_ASSOCIATION_TEST_EXACT = 2,
    ATTAIN_ASSOCIATION_TEST_NORMAL = 3
};
enum attain_complete_rows {
    ATTAIN_COMPLETE_PAIRWISE = 0,
    ATTAIN_COMPLETE_LISTWISE = 1
};
ATTAIN_API attain_status attain_association_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *x, const double *y, const double *weights, size_t count,
    double *out, double *p_value, int32_t *test, uint8_t *reason,
    attain_error *err);
ATTAIN_API attain_status attain_associations(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, size_t count, int32_t complete, double *out,
    double *p_values, uint8_t *reasons, attain_error *err);
enum attain_reliability {
    ATTAIN_RELIABILITY_ALPHA = 0,
    ATTAIN_RELIABILITY_ALPHA_STANDARDISED = 1
};
ATTAIN_API attain_status attain_reliability_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *out, double *dropped, size_t *used, uint8_t *reasons,
    attain_error *err);
enum attain_components {
    ATTAIN_COMPONENTS_CORRELATION = 0,
    ATTAIN_COMPONENTS_COVARIANCE = 1
};
ATTAIN_API attain_status attain_components_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *eigenvalues, double *shares, double *vectors, double *scores,
    uint8_t *reason, attain_error *err);
typedef struct attain_anova {
    size_t struct_size;
    size_t count;
    size_t group_count;
    double between;
    double within;
    double f;
    double p;
    double r_squared;
    double residual_sd;
    int32_t reason;
    int32_t reserved;
} attain_anova;
ATTAIN_API void attain_anova_init(attain_anova *anova);
ATTAIN_API attain_status attain_anova_one_way(const double *values,
                                              const int32_t *codes,
                                              size_t count, size_t group_count,
                                              attain_anova *out,
                                              attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_EQUITY_H
#define ATTAIN_NUMERIC_EQUITY_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_decomposition {
    ATTAIN_DECOMPOSITION_THEIL = 0,
    ATTAIN_DECOMPOSITION_THEIL_L = 1,
    ATTAIN_DECOMPOSITION_GENERALISED_ENTROPY = 2,
    ATTAIN_DECOMPOSITION_GINI = 3,
    ATTAIN_DECOMPOSITION_VARIANCE = 4
};
enum attain_part {
    ATTAIN_PART_TOTAL = 0,
    ATTAIN_PART_BETWEEN = 1,
    ATTAIN_PART_WITHIN = 2,
    ATTAIN_PART_OVERLAP = 3
};
ATTAIN_API size_t attain_part_count(void);
ATTAIN_API attain_status attain_decompose(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, const int32_t *codes, size_t count,
    size_t group_count, double *out, double *groups, uint8_t *reasons,
    attain_error *err);
enum attain_curve {
    ATTAIN_CURVE_LORENZ = 0,
    ATTAIN_CURVE_GENERALISED_LORENZ = 1,
    ATTAIN_CURVE_CONCENTRATION = 2,
    ATTAIN_CURVE_PEN = 3
};
ATTAIN_API attain_status attain_curve_points(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, const double *background,
    size_t count, double *population, double *share, size_t *point_count,
    uint8_t *reason, attain_error *err);
enum attain_concentration {
    ATTAIN_CONCENTRATION_INDEX = 0,
    ATTAIN_CONCENTRATION_GENERALISED = 1,
    ATTAIN_CONCENTRATION_ATTAINMENT = 2,
    ATTAIN_CONCENTRATION_SHORTFALL = 3,
    ATTAIN_CONCENTRATION_ERREYGERS = 4,
    ATTAIN_CONCENTRATION_WAGSTAFF = 5,
    ATTAIN_CONCENTRATION_SLOPE_INDEX = 6,
    ATTAIN_CONCENTRATION_RELATIVE_INDEX = 7,
    ATTAIN_CONCENTRATION_GRADIENT = 8,
    ATTAIN_CONCENTRATION_EXPLAINED = 9
};
ATTAIN_API attain_status attain_concentrations(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride,
    const double *weights, const double *background, size_t count, double *out,
    uint8_t *reasons, attain_error *err);
enum attain_parity {
    ATTAIN_PARITY_INDEX = 0,
    ATTAIN_PARITY_ADJUSTED_INDEX = 1,
    ATTAIN_PARITY_DIFFERENCE = 2,
    ATTAIN_PARITY_RELATIVE_DIFFERENCE = 3,
    ATTAIN_PARITY_ODDS_RATIO = 4,
    ATTAIN_PARITY_SHORTFALL_INDEX = 5
};
ATTAIN_API attain_status attain_parities(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, const double *compared_with, size_t count,
    double *out, uint8_t *reasons, attain_error *err);
enum attain_segregation {
    ATTAIN_SEGREGATION_DISSIMILARITY = 0,
    ATTAIN_SEGREGATION_GINI = 1,
    ATTAIN_SEGREGATION_MUTUAL_INFORMATION = 2,
    ATTAIN_SEGREGATION_INFORMATION = 3,
    ATTAIN_SEGREGATION_ISOLATION = 4,
    ATTAIN_SEGREGATION_EXPOSURE = 5,
    ATTAIN_SEGREGATION_ETA_SQUARED = 6,
    ATTAIN_SEGREGATION_HUTCHENS = 7
};
ATTAIN_API attain_status attain_segregation_of(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *counts, size_t group_count, size_t stride, size_t count,
    double *out, uint8_t *reason, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_NORMALISE_H
#define ATTAIN_NUMERIC_NORMALISE_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_normalisation {
    ATTAIN_NORMALISATION_MINMAX = 0,
    ATTAIN_NORMALISATION_GOALPOSTS = 1,
    ATTAIN_NORMALISATION_SCALED = 2,
    ATTAIN_NORMALISATION_ZSCORE_POPULATION = 3,
    ATTAIN_NORMALISATION_ZSCORE_SAMPLE = 4,
    ATTAIN_NORMALISATION_PERCENTILE_RANK = 5,
    ATTAIN_NORMALISATION_RANK = 6,
    ATTAIN_NORMALISATION_BORDA = 7,
    ATTAIN_NORMALISATION_DISTANCE_TO_REFERENCE = 8,
    ATTAIN_NORMALISATION_DISTANCE_TO_MAXIMUM = 9,
    ATTAIN_NORMALISATION_DISTANCE_TO_TARGET = 10,
    ATTAIN_NORMALISATION_FRACTION_OF_MAXIMUM = 11,
    ATTAIN_NORMALISATION_CATEGORY_BY_QUANTILE = 12,
    ATTAIN_NORMALISATION_CATEGORY_BY_THRESHOLD = 13
};
ATTAIN_API attain_status attain_normalise(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const double *reference, size_t reference_stride, size_t reference_count,
    const int32_t *descending, double *out, uint8_t *reasons,
    attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_PREPARE_H
#define ATTAIN_NUMERIC_PREPARE_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_screening {
    ATTAIN_SCREENING_KNOWN = 0,
    ATTAIN_SCREENING_NONZERO = 1,
    ATTAIN_SCREENING_BOTH = 2
};
ATTAIN_API attain_status attain_screen(int32_t method, const double *parameters,
                                       size_t parameter_count,
                                       const double *values,
                                       size_t column_count, size_t stride,
                                       size_t count, int32_t by_column,
                                       uint8_t *keep, double *known,
                                       double *nonzero, attain_error *err);
enum attain_imputation {
    ATTAIN_IMPUTATION_MEAN = 0,
    ATTAIN_IMPUTATION_MEDIAN = 1,
    ATTAIN_IMPUTATION_GROUP_MEAN = 2,
    ATTAIN_IMPUTATION_GROUP_MEDIAN = 3,
    ATTAIN_IMPUTATION_LAST = 4,
    ATTAIN_IMPUTATION_LINEAR = 5
};
enum attain_filled {
    ATTAIN_FILLED_OBSERVED = 0,
    ATTAIN_FILLED_MISSING = 1,
    ATTAIN_FILLED_MEAN = 2,
    ATTAIN_FILLED_MEDIAN = 3,
    ATTAIN_FILLED_CARRIED = 4,
    ATTAIN_FILLED_INTERPOLATED = 5
};
ATTAIN_API attain_status attain_impute(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    const int32_t *codes, size_t group_count, const double *times, double *out,
    uint8_t *filled, int32_t *from, int32_t *to, attain_error *err);
enum attain_treatment {
    ATTAIN_TREATMENT_WINSORISE = 0,
    ATTAIN_TREATMENT_LOG = 1,
    ATTAIN_TREATMENT_LOG_FROM_LEAST = 2,
    ATTAIN_TREATMENT_LOG_OF_RANGE = 3,
    ATTAIN_TREATMENT_LOG_BY_SKEW = 4,
    ATTAIN_TREATMENT_LOG_GII = 5,
    ATTAIN_TREATMENT_BOX_COX = 6,
    ATTAIN_TREATMENT_BOX_COX_FITTED = 7,
    ATTAIN_TREATMENT_TWO_STEP = 8
};
enum attain_treated {
    ATTAIN_TREATED_UNTOUCHED = 0,
    ATTAIN_TREATED_LOWERED = 1,
    ATTAIN_TREATED_RAISED = 2,
    ATTAIN_TREATED_TRANSFORMED = 3,
    ATTAIN_TREATED_MISSING = 4
};
ATTAIN_API attain_status attain_treat(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count, double *out,
                                      uint8_t *treated, double *fitted,
                                      uint8_t *reasons, attain_error *err);
enum attain_outliers {
    ATTAIN_OUTLIERS_Z = 0,
    ATTAIN_OUTLIERS_MODIFIED_Z = 1,
    ATTAIN_OUTLIERS_FENCES = 2
};
enum attain_outlier {
    ATTAIN_OUTLIER_NONE = 0,
    ATTAIN_OUTLIER_LOW = 1,
    ATTAIN_OUTLIER_HIGH = 2,
    ATTAIN_OUTLIER_UNKNOWN = 3
};
ATTAIN_API attain_status attain_find_outliers(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *values, size_t column_count, size_t stride, size_t count,
    double *scores, uint8_t *outliers, uint8_t *reasons, attain_error *err);
ATTAIN_API attain_status attain_denominate(const double *values,
                                           size_t column_count, size_t stride,
                                           size_t count,
                                           const double *denominators,
                                           double factor, double *out,
                                           uint8_t *reasons, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_PROGRESS_H
#define ATTAIN_NUMERIC_PROGRESS_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_progress_method {
    ATTAIN_PROGRESS_RATIO = 0,
    ATTAIN_PROGRESS_RATIO_INTERVAL = 1,
    ATTAIN_PROGRESS_EFFICACY = 2,
    ATTAIN_PROGRESS_COMPLETION = 3,
    ATTAIN_PROGRESS_BASELINE = 4,
    ATTAIN_PROGRESS_EUROSTAT = 5,
    ATTAIN_PROGRESS_EUROSTAT_TREND = 6,
    ATTAIN_PROGRESS_OPEN_SDG = 7,
    ATTAIN_PROGRESS_OPEN_SDG_TREND = 8,
    ATTAIN_PROGRESS_UNSD = 9,
    ATTAIN_PROGRESS_UNSD_TREND = 10,
    ATTAIN_PROGRESS_SDSN_SCORE = 11,
    ATTAIN_PROGRESS_SDSN_COLOUR = 12,
    ATTAIN_PROGRESS_SDSN_ARROW = 13,
    ATTAIN_PROGRESS_ESCAP_STATUS = 14,
    ATTAIN_PROGRESS_ESCAP_PARITY = 15,
    ATTAIN_PROGRESS_ESCAP_ANTICIPATED = 16,
    ATTAIN_PROGRESS_OECD_DISTANCE = 17,
    ATTAIN_PROGRESS_UIS_BENCHMARK = 18,
    ATTAIN_PROGRESS_PATH_LINEAR = 19,
    ATTAIN_PROGRESS_PATH_GROWTH = 20,
    ATTAIN_PROGRESS_PATH_EXPECTED = 21
};
ATTAIN_API size_t attain_progress_input_count(int32_t method, size_t *needed);
ATTAIN_API const char *attain_progress_input_name(int32_t method, size_t input);
ATTAIN_API size_t attain_progress_class_count(int32_t method);
ATTAIN_API const char *attain_progress_class_name(int32_t method,
                                                  int32_t class_code);
ATTAIN_API attain_status attain_progress_scale(int32_t method, double *low,
                                               double *high, attain_error *err);
ATTAIN_API attain_status attain_progress(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *inputs, size_t input_count, size_t stride,
    const int32_t *descending, size_t count, double *scores, int32_t *classes,
    uint8_t *reasons, attain_error *err);
enum attain_progress_goal_method {
    ATTAIN_PROGRESS_GOAL_OPEN_SDG = 0,
    ATTAIN_PROGRESS_GOAL_EUROSTAT = 1,
    ATTAIN_PROGRESS_GOAL_SDSN_COLOUR = 2,
    ATTAIN_PROGRESS_GOAL_SDSN_ARROW = 3
};
ATTAIN_API attain_status attain_progress_goal(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *scores, const int32_t *classes, size_t count, double *score,
    int32_t *class_code, uint8_t *reason, attain_error *err);
ATTAIN_API attain_status attain_path_expected(const double *times,
                                              const double *values,
                                              size_t point_count,
                                              const double *at, size_t count,
                                              double *out, attain_error *err);
ATTAIN_API attain_status attain_anticipate(const double *values,
                                           size_t period_count, size_t stride,
                                           const double *times, double origin,
                                           size_t count, double at, double *out,
                                           uint8_t *reasons, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_TREND_H
#define ATTAIN_NUMERIC_TREND_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_trend {
    ATTAIN_TREND_LEAST_SQUARES = 0,
    ATTAIN_TREND_THEIL_SEN = 1,
    ATTAIN_TREND_GROWTH_LOG_LINEAR = 2,
    ATTAIN_TREND_GROWTH_END_POINTS = 3,
    ATTAIN_TREND_HOLT = 4,
    ATTAIN_TREND_HOLT_FITTED = 5,
    ATTAIN_TREND_PERCENT_CHANGE = 6
};
enum attain_trend_measure {
    ATTAIN_TREND_COUNT = 0,
    ATTAIN_TREND_RATE = 1,
    ATTAIN_TREND_RATE_LOW = 2,
    ATTAIN_TREND_RATE_HIGH = 3,
    ATTAIN_TREND_STATISTIC = 4,
    ATTAIN_TREND_P = 5,
    ATTAIN_TREND_PROJECTION = 6,
    ATTAIN_TREND_PROJECTION_LOW = 7,
    ATTAIN_TREND_PROJECTION_HIGH = 8,
    ATTAIN_TREND_ARRIVAL = 9,
    ATTAIN_TREND_SMOOTHING_LEVEL = 10,
    ATTAIN_TREND_SMOOTHING_TREND = 11
};
ATTAIN_API size_t attain_trend_measure_count(void);
ATTAIN_API const char *attain_trend_measure_name(int32_t measure);
ATTAIN_API attain_status attain_trends(int32_t method, const double *parameters,
                                       size_t parameter_count, const double *x,
                                       const double *values,
                                       size_t column_count, size_t stride,
                                       size_t count, double horizon,
                                       double coverage, const double *targets,
                                       const int32_t *descending, double *out,
                                       uint8_t *reasons, attain_error *err);
enum attain_required_rate {
    ATTAIN_REQUIRED_LINEAR = 0,
    ATTAIN_REQUIRED_COMPOUND = 1
};
ATTAIN_API attain_status attain_required_rates(
    int32_t kind, const double *values, const double *targets, size_t count,
    double span, double *out, uint8_t *reasons, attain_error *err);
typedef struct attain_regression {
    size_t struct_size;
    size_t count;
    size_t coefficient_count;
    double freedom;
    double residual_squares;
    double total_squares;
    double residual_sd;
    double r_squared;
    int32_t reason;
    int32_t reserved;
} attain_regression;
ATTAIN_API void attain_regression_init(attain_regression *regression);
ATTAIN_API attain_status attain_regress(const double *x, size_t column_count,
                                        size_t stride, const double *y,
                                        const double *weights, size_t count,
                                        int32_t intercept, int32_t degree,
                                        attain_regression *fit,
                                        double *coefficients, double *errors,
                                        double *residuals, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_VALUE_ADDED_H
#define ATTAIN_NUMERIC_VALUE_ADDED_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_likelihood {
    ATTAIN_LIKELIHOOD_RESTRICTED = 0,
    ATTAIN_LIKELIHOOD_FULL = 1
};
typedef struct attain_shrinkage {
    size_t struct_size;
    size_t count;
    size_t group_count;
    size_t coefficient_count;
    double between;
    double within;
    double deviance;
    int32_t reason;
    int32_t reserved;
} attain_shrinkage;
ATTAIN_API void attain_shrinkage_init(attain_shrinkage *shrinkage);
ATTAIN_API attain_status attain_shrink(
    int32_t likelihood, const double *y, const double *x, size_t column_count,
    size_t stride, const int32_t *codes, size_t count, size_t group_count,
    attain_shrinkage *fit, double *coefficients, double *errors,
    double *effects, double *variances, attain_error *err);
enum attain_value_added {
    ATTAIN_VALUE_ADDED_ORDINARY = 0,
    ATTAIN_VALUE_ADDED_SHRUNKEN_RESTRICTED = 1,
    ATTAIN_VALUE_ADDED_SHRUNKEN_FULL = 2,
    ATTAIN_VALUE_ADDED_GROWTH_PERCENTILE = 3,
    ATTAIN_VALUE_ADDED_PROGRESS8 = 4
};
enum attain_value_added_measure {
    ATTAIN_VALUE_ADDED_COUNT = 0,
    ATTAIN_VALUE_ADDED_VALUE = 1,
    ATTAIN_VALUE_ADDED_ERROR = 2,
    ATTAIN_VALUE_ADDED_LOW = 3,
    ATTAIN_VALUE_ADDED_HIGH = 4,
    ATTAIN_VALUE_ADDED_CLASS = 5,
    ATTAIN_VALUE_ADDED_BAND = 6
};
ATTAIN_API size_t attain_value_added_measure_count(void);
ATTAIN_API const char *attain_value_added_measure_name(int32_t measure);
ATTAIN_API attain_status attain_value_added(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *y, const double *x, size_t column_count, size_t stride,
    const int32_t *codes, size_t count, size_t group_count, double *out,
    uint8_t *reasons, double *rows, attain_error *err);
ATTAIN_API attain_status
attain_progress8_bands(const double *scores, const double *counts, size_t count,
                       double sigma, double least, double *low, double *high,
                       double *bands, uint8_t *reasons, attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_WEIGHT_H
#define ATTAIN_NUMERIC_WEIGHT_H 
#ifdef __cplusplus
extern "C" {
#endif
enum attain_weighting {
    ATTAIN_WEIGHTING_EQUAL = 0,
    ATTAIN_WEIGHTING_GIVEN = 1,
    ATTAIN_WEIGHTING_BUDGET_ALLOCATION = 2,
    ATTAIN_WEIGHTING_AHP_EIGENVECTOR = 3,
    ATTAIN_WEIGHTING_AHP_COLUMN_MEAN = 4,
    ATTAIN_WEIGHTING_AHP_GEOMETRIC_MEAN = 5,
    ATTAIN_WEIGHTING_ENTROPY = 6,
    ATTAIN_WEIGHTING_ENTROPY_MINMAX = 7,
    ATTAIN_WEIGHTING_CRITIC = 8,
    ATTAIN_WEIGHTING_MEREC = 9,
    ATTAIN_WEIGHTING_FIRST_COMPONENT = 10,
    ATTAIN_WEIGHTING_PRINCIPAL_COMPONENTS = 11,
    ATTAIN_WEIGHTING_GINI = 12,
    ATTAIN_WEIGHTING_STANDARD_DEVIATION = 13,
    ATTAIN_WEIGHTING_COEFFICIENT_OF_VARIATION = 14
};
ATTAIN_API attain_status attain_weigh(int32_t method, const double *parameters,
                                      size_t parameter_count,
                                      const double *values, size_t column_count,
                                      size_t stride, size_t count,
                                      const int32_t *descending,
                                      double *weights, uint8_t *reasons,
                                      attain_error *err);
ATTAIN_API attain_status attain_pairwise_consistency(
    const double *values, size_t count, size_t stride, const double *weights,
    double random_index, double *lambda, double *index, double *ratio,
    attain_error *err);
ATTAIN_API attain_status attain_allocation_agreement(
    const double *values, size_t column_count, size_t stride, size_t count,
    double *out, uint8_t *reason, attain_error *err);
ATTAIN_API attain_status attain_effective_weights(const int32_t *parents,
                                                  const double *weights,
                                                  size_t count, double *out,
                                                  uint8_t *reasons,
                                                  attain_error *err);
#ifdef __cplusplus
}
#endif
#endif
#ifndef ATTAIN_NUMERIC_H
#define ATTAIN_NUMERIC_H 
#ifdef __cplusplus
extern "C" {
#endif
typedef struct attain_sum {
    size_t struct_size;
    uint64_t count;
    int64_t limbs[70];
} attain_sum;
ATTAIN_API void attain_sum_init(attain_sum *sum);
ATTAIN_API attain_status attain_sum_add(attain_sum *sum, const double *values,
                                        size_t count, attain_error *err);
ATTAIN_API attain_status attain_sum_merge(attain_sum *sum,
                                          const attain_sum *other,
                                          attain_error *err);
ATTAIN_API attain_status attain_sum_value(const attain_sum *sum, double *out,
                                          attain_error *err);
enum attain_statistic {
    ATTAIN_STATISTIC_COUNT = 0,
    ATTAIN_STATISTIC_SUM = 1,
    ATTAIN_STATISTIC_MEAN = 2,
    ATTAIN_STATISTIC_MIN = 3,
    ATTAIN_STATISTIC_MAX = 4,
    ATTAIN_STATISTIC_MEDIAN = 5,
    ATTAIN_STATISTIC_VARIANCE_POPULATION = 6,
    ATTAIN_STATISTIC_VARIANCE_SAMPLE = 7,
    ATTAIN_STATISTIC_SD_POPULATION = 8,
    ATTAIN_STATISTIC_SD_SAMPLE = 9,
    ATTAIN_STATISTIC_CV = 10,
    ATTAIN_STATISTIC_GINI = 11,
    ATTAIN_STATISTIC_THEIL = 12,
    ATTAIN_STATISTIC_UNWEIGHTED_MEAN = 13,
    ATTAIN_STATISTIC_UNWEIGHTED_CV = 14,
    ATTAIN_STATISTIC_SKEWNESS_POPULATION = 15,
    ATTAIN_STATISTIC_SKEWNESS_SAMPLE = 16,
    ATTAIN_STATISTIC_SKEWNESS_B1 = 17,
    ATTAIN_STATISTIC_KURTOSIS_POPULATION = 18,
    ATTAIN_STATISTIC_KURTOSIS_SAMPLE = 19,
    ATTAIN_STATISTIC_KURTOSIS_B2 = 20,
    ATTAIN_STATISTIC_GEOMETRIC_MEAN = 21,
    ATTAIN_STATISTIC_HARMONIC_MEAN = 22,
    ATTAIN_STATISTIC_TRIMMED_MEAN = 23,
    ATTAIN_STATISTIC_WINSORISED_MEAN = 24,
    ATTAIN_STATISTIC_RANGE = 25,
    ATTAIN_STATISTIC_QUANTILE = 26,
    ATTAIN_STATISTIC_IQR = 27,
    ATTAIN_STATISTIC_STANDARD_ERROR = 28,
    ATTAIN_STATISTIC_MEAN_ABSOLUTE_DEVIATION = 29,
    ATTAIN_STATISTIC_MAD = 30,
    ATTAIN_STATISTIC_MAD_SCALED = 31,
    ATTAIN_STATISTIC_SN = 32,
    ATTAIN_STATISTIC_QN = 33,
    ATTAIN_STATISTIC_HODGES_LEHMANN = 34,
    ATTAIN_STATISTIC_HUBER = 35,
    ATTAIN_STATISTIC_THEIL_L = 36,
    ATTAIN_STATISTIC_GENERALISED_ENTROPY = 37,
    ATTAIN_STATISTIC_ATKINSON = 38,
    ATTAIN_STATISTIC_HOOVER = 39,
    ATTAIN_STATISTIC_KOLM = 40,
    ATTAIN_STATISTIC_GINI_CORRECTED = 41,
    ATTAIN_STATISTIC_PALMA = 42,
    ATTAIN_STATISTIC_MCLOONE = 43,
    ATTAIN_STATISTIC_VERSTEGEN = 44,
    ATTAIN_STATISTIC_INTERQUANTILE_RATIO = 45,
    ATTAIN_STATISTIC_RANGE_RATIO = 46,
    ATTAIN_STATISTIC_FEDERAL_RANGE_RATIO = 47,
    ATTAIN_STATISTIC_WOLFSON = 48,
    ATTAIN_STATISTIC_HERFINDAHL = 49,
    ATTAIN_STATISTIC_ROSENBLUTH = 50,
    ATTAIN_STATISTIC_VARIANCE_OF_LOGS = 51,
    ATTAIN_STATISTIC_LOGARITHMIC_VARIANCE = 52,
    ATTAIN_STATISTIC_HEADCOUNT = 53,
    ATTAIN_STATISTIC_POVERTY_GAP = 54,
    ATTAIN_STATISTIC_SQUARED_POVERTY_GAP = 55,
    ATTAIN_STATISTIC_FOSTER_GREER_THORBECKE = 56,
    ATTAIN_STATISTIC_WATTS = 57,
    ATTAIN_STATISTIC_SEN = 58,
    ATTAIN_STATISTIC_SEN_1976 = 59,
    ATTAIN_STATISTIC_SEN_SHORROCKS_THON = 60
};
ATTAIN_API size_t attain_statistic_count(void);
ATTAIN_API const char *attain_statistic_name(int32_t statistic);
ATTAIN_API attain_status attain_statistic_of(
    int32_t statistic, const double *parameters, size_t parameter_count,
    const double *values, const double *weights, size_t count, double *out,
    uint8_t *reason, attain_error *err);
ATTAIN_API attain_status attain_group_order(const int32_t *codes, size_t count,
                                            size_t group_count, int32_t *order,
                                            size_t *offsets, attain_error *err);
ATTAIN_API attain_status attain_statistics_by(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, const double *weights,
    const int32_t *order, const size_t *offsets, size_t group_count,
    double *out, uint8_t *reasons, attain_error *err);
ATTAIN_API attain_status attain_statistics_by_columns(
    const int32_t *statistics, size_t statistic_count, const double *parameters,
    size_t parameter_count, const double *values, size_t column_count,
    size_t stride, const double *weights, const int32_t *order,
    const size_t *offsets, size_t group_count, double *out, uint8_t *reasons,
    attain_error *err);
enum attain_peer_score {
    ATTAIN_PEER_MINMAX = 0,
    ATTAIN_PEER_ZSCORE = 1,
    ATTAIN_PEER_RANK = 2,
    ATTAIN_PEER_PERCENTILE = 3
};
ATTAIN_API attain_status attain_peer_scores(int32_t score, int32_t descending,
                                            const double *values, size_t count,
                                            double *out, attain_error *err);
ATTAIN_API attain_status attain_round(const double *values, size_t count,
                                      int32_t decimals, double interval,
                                      double *out, attain_error *err);
typedef struct attain_line {
    size_t struct_size;
    size_t count;
    double center;
    double intercept;
    double slope;
    double sxx;
    double variance;
} attain_line;
ATTAIN_API void attain_line_init(attain_line *line);
ATTAIN_API attain_status attain_line_fit(const double *x, const double *y,
                                         size_t count, attain_line *out,
                                         attain_error *err);
ATTAIN_API attain_status attain_line_predict(const attain_line *line, double x,
                                             double coverage, double *value,
                                             double *error, double *low,
                                             double *high, attain_error *err);
ATTAIN_API double attain_student_cdf(double t, double freedom);
ATTAIN_API double attain_student_quantile(double p, double freedom);
#ifdef __cplusplus
}
#endif
#endif
