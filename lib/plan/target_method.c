#include "plan/target_method.h"

#include <math.h>
#include <string.h>

#include "plan/row.h"
#include "plan/score.h"

/* --- Where inputs come from ----------------------------------------------- */

/* What a target lacks for an input from there; NULL: nothing. */
typedef const char *lacks_function(const attain_target *target);

typedef struct source_row {
    const char *column; /* that says it; NULL: the parameters, or no column */
    lacks_function *lacks;
} source_row;

static const char *lacks_limit(const attain_target *target) {
    return target->comparator == ATTAIN_COMPARATOR_NONE ||
                   target->comparator == ATTAIN_COMPARATOR_BETWEEN
               ? "give it a comparator with one limit: at_least, at_most, "
                 "above, below or about"
               : NULL;
}

static const char *lacks_band(const attain_target *target) {
    return attain_i_is_band(target)
               ? NULL
               : "it is for the comparators between and about";
}

static const char *lacks_base(const attain_target *target) {
    if (target->series != ATTAIN_SERIES_LEVEL)
        return "it starts from a baseline, and is for the series level";
    return attain_i_has_baseline(target)
               ? NULL
               : "give baseline_period (and baseline, if it is not in the "
                 "data)";
}

static const char *lacks_number(double number) {
    return isnan(number) ? "give the number" : NULL;
}

static const char *lacks_outer_low(const attain_target *target) {
    return lacks_number(target->outer_low);
}

static const char *lacks_outer_high(const attain_target *target) {
    return lacks_number(target->outer_high);
}

static const char *lacks_bad(const attain_target *target) {
    return lacks_number(target->bad);
}

static const char *lacks_good(const attain_target *target) {
    return lacks_number(target->good);
}

/* By enum attain_i_source. */
static const source_row sources[] = {
    {NULL, NULL},
    {"metric", NULL},
    {"baseline", lacks_base},
    {"value", lacks_limit},
    {"value", lacks_band},
    {"upper", lacks_band},
    {"outer_low", lacks_outer_low},
    {"outer_high", lacks_outer_high},
    {"bad", lacks_bad},
    {"good", lacks_good},
    {"due", NULL},
    {"baseline_period", lacks_base},
    {"due", NULL},
    {"baseline", lacks_base},
    {"due", NULL},
};

typedef struct input_row {
    const char *name;
    int32_t source;
    int32_t may_be_given; /* 1: a number in `parameters` goes before */
} input_row;

static const input_row inputs[] = {
    {"value", ATTAIN_I_FROM_VALUE, 0},
    {"done", ATTAIN_I_FROM_VALUE, 0},
    {"base", ATTAIN_I_FROM_BASE, 0},
    {"target", ATTAIN_I_FROM_LIMIT, 0},
    {"planned", ATTAIN_I_FROM_LIMIT, 0},
    {"green", ATTAIN_I_FROM_LIMIT, 1},
    {"lower", ATTAIN_I_FROM_LOWER, 0},
    {"upper", ATTAIN_I_FROM_UPPER, 0},
    {"outer_low", ATTAIN_I_FROM_OUTER_LOW, 0},
    {"outer_high", ATTAIN_I_FROM_OUTER_HIGH, 0},
    {"bad", ATTAIN_I_FROM_BAD, 0},
    {"worst", ATTAIN_I_FROM_BAD, 0},
    {"good", ATTAIN_I_FROM_GOOD, 0},
    {"best", ATTAIN_I_FROM_GOOD, 0},
    {"value_time", ATTAIN_I_FROM_PERIOD, 0},
    {"base_time", ATTAIN_I_FROM_BASE_PERIOD, 0},
    {"target_time", ATTAIN_I_FROM_DUE, 0},
    {"expected", ATTAIN_I_FROM_PATH, 0},
    {"anticipated", ATTAIN_I_FROM_PROJECTION, 0},
};

static const input_row *row_of(const char *name) {
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (strcmp(inputs[i].name, name) == 0)
            return &inputs[i];
    return NULL;
}

static int32_t source_of(const char *name, double given) {
    const input_row *row = row_of(name);
    return row == NULL || (row->may_be_given && !isnan(given))
               ? ATTAIN_I_FROM_PARAMETERS
               : row->source;
}

/* --- Resolving ------------------------------------------------------------ */

static void name_method(const attain_target *target, int64_t row,
                        attain_i_reporter *reporter, attain_i_naming *out) {
    out->table = "targets";
    out->row = row;
    out->reporter = reporter;
    out->method = target->method;
    out->parameters = target->parameters;
    out->kind = ATTAIN_METHOD_PROGRESS;
}

void attain_i_target_method_of(const attain_target *target,
                               attain_i_target_method *out) {
    attain_i_reporter unheard;
    attain_i_naming at;
    attain_i_chosen chosen;
    memset(out, 0, sizeof *out);
    out->number = -1;
    if (!attain_i_given(target->method))
        return;
    attain_i_first_error(&unheard, NULL);
    name_method(target, -1, &unheard, &at);
    attain_i_parameters_read(&at, attain_i_method_named(&at), &chosen);
    out->row = attain_i_progress_row_of(chosen.method);
    if (out->row == NULL ||
        attain_i_method_prepare(&attain_i_progress_methods, chosen.method,
                                chosen.parameters, ATTAIN_I_MOST_PARAMETERS,
                                out->parameters, NULL) != ATTAIN_OK) {
        out->row = NULL;
        return;
    }
    out->number = chosen.method;
    out->input_count = attain_progress_input_count(chosen.method, NULL);
    for (size_t k = 0; k < out->input_count; k++) {
        out->given[k] = chosen.inputs[k];
        out->sources[k] = source_of(out->row->inputs[k], chosen.inputs[k]);
    }
}

int attain_i_target_method_reads(const attain_target *target, int32_t source) {
    attain_i_target_method method;
    attain_i_target_method_of(target, &method);
    for (size_t k = 0; k < method.input_count; k++)
        if (method.sources[k] == source)
            return 1;
    return 0;
}

int attain_i_target_method_expects(const attain_target *target) {
    attain_i_target_method method;
    attain_i_target_method_of(target, &method);
    return method.row != NULL && method.row->expect != NULL;
}

/* --- Checking ------------------------------------------------------------- */

static const char *id_of(const attain_target *target) {
    return target->id != NULL ? target->id : "";
}

/* An input that has a column is said there. */
static void report_doubled(const attain_i_naming *at, const char *name,
                           int32_t source) {
    attain_i_report_error(
        at->reporter, ATTAIN_ERR_VALUE, at->table, at->row, "parameters",
        "%s of %s is no parameter; it comes from the column %s", name,
        at->method, sources[source].column);
}

/* Several inputs may lack the same thing, which is told once: `told` is what
 * was told last. */
static void report_lack(const attain_target *target, const attain_i_naming *at,
                        const char *name, int32_t source,
                        lacks_function **told) {
    lacks_function *lacks = sources[source].lacks;
    const char *lack = lacks != NULL ? lacks(target) : NULL;
    if (lack == NULL || lacks == *told)
        return;
    *told = lacks;
    attain_i_report_error(at->reporter, ATTAIN_ERR_MISSING, at->table, at->row,
                          sources[source].column,
                          "target \"%s\": %s needs its %s: %s", id_of(target),
                          at->method, name, lack);
}

static void check_input(const attain_target *target, const attain_i_naming *at,
                        const char *name, double given, int needed,
                        lacks_function **told) {
    int32_t source = source_of(name, given);
    if (source != ATTAIN_I_FROM_PARAMETERS && !isnan(given))
        report_doubled(at, name, source);
    else if (source != ATTAIN_I_FROM_PARAMETERS)
        report_lack(target, at, name, source, told);
    else if (isnan(given) && needed)
        attain_i_report_error(at->reporter, ATTAIN_ERR_MISSING, at->table,
                              at->row, "parameters",
                              "target \"%s\": %s needs its %s; give it here, "
                              "%s=number",
                              id_of(target), at->method, name, name);
}

void attain_i_check_target_method(const attain_target *target, int64_t row,
                                  attain_i_reporter *reporter) {
    attain_i_naming at;
    attain_i_chosen chosen;
    lacks_function *told = NULL;
    size_t needed;
    size_t errors = reporter->errors;
    name_method(target, row, reporter, &at);
    attain_i_parameters_read(&at, attain_i_method_named(&at), &chosen);
    if (chosen.method < 0 || reporter->errors > errors)
        return;
    size_t count = attain_progress_input_count(chosen.method, &needed);
    for (size_t k = 0; k < count; k++)
        check_input(target, &at, attain_progress_input_name(chosen.method, k),
                    chosen.inputs[k], k < needed, &told);
}

const char *attain_i_target_method_scores(const attain_target *target,
                                          const char **field,
                                          attain_status *code) {
    attain_i_target_method method;
    attain_i_target_method_of(target, &method);
    *field = "method";
    *code = ATTAIN_ERR_MISSING;
    if (method.row == NULL)
        return "the score by method needs the name of one; give method";
    *field = "score";
    *code = ATTAIN_ERR_VALUE;
    return isnan(method.row->nothing)
               ? "the method gives a class, and no score out of a whole; leave "
                 "score empty, or give another one"
               : NULL;
}
