#include "exchange/layouts.h"

#include "attain/dataset.h"
#include "dataset/model.h"

enum {
    NEEDED = ATTAIN_I_LAYOUT_NEEDED,
    KEY = ATTAIN_I_LAYOUT_KEY,
    KEEP = ATTAIN_I_LAYOUT_KEEP,
    NUMBERED = ATTAIN_I_LAYOUT_NUMBERED
};

#define COUNT(fields) (sizeof(fields) / sizeof((fields)[0]))

/* --- units.csv ------------------------------------------------------------ */

static const attain_i_layout_field unit_fields[] = {
    ATTAIN_I_COLUMN(attain_unit, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_unit, name, TEXT, NEEDED),
    ATTAIN_I_COLUMN(attain_unit, level, TEXT, NEEDED | KEEP),
    ATTAIN_I_COLUMN(attain_unit, parent, TEXT, KEEP),
    ATTAIN_I_COLUMN(attain_unit, stage, TEXT, 0),
    ATTAIN_I_COLUMN(attain_unit, tags, TEXT, 0),
    ATTAIN_I_COLUMN(attain_unit, opened, PERIOD, 0),
    ATTAIN_I_COLUMN(attain_unit, closed, PERIOD, 0),
    ATTAIN_I_COLUMN(attain_unit, attached_to, TEXT, KEEP),
};

static void init_unit(void *row) {
    attain_unit_init(row);
}

static void check_unit(const void *data, const void *row, int64_t index,
                       attain_i_reporter *reporter) {
    attain_i_check_unit(data, row, index, reporter);
}

static attain_status add_unit(void *data, const void *row, attain_error *err) {
    return attain_dataset_add_units(data, row, 1, NULL, err);
}

static int32_t find_unit(const void *data, const char *id) {
    return attain_dataset_find(data, ATTAIN_DATASET_UNITS, id,
                               ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_units = {
    "units",    unit_fields, COUNT(unit_fields), init_unit,
    check_unit, add_unit,    find_unit};

/* --- variables.csv -------------------------------------------------------- */

static const attain_i_layout_field variable_fields[] = {
    ATTAIN_I_COLUMN(attain_variable, id, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_variable, name, TEXT, 0),
    ATTAIN_I_COLUMN(attain_variable, unit, TEXT, 0),
    ATTAIN_I_COLUMN(attain_variable, min, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_variable, max, NUMBER, 0),
    ATTAIN_I_COLUMN(attain_variable, shared, YES_NO, 0),
    ATTAIN_I_COLUMN(attain_variable, additive, YES_NO, 0),
};

static void init_variable(void *row) {
    attain_variable_init(row);
}

static void check_variable(const void *data, const void *row, int64_t index,
                           attain_i_reporter *reporter) {
    attain_i_check_variable(data, row, index, reporter);
}

static attain_status add_variable(void *data, const void *row,
                                  attain_error *err) {
    return attain_dataset_add_variables(data, row, 1, NULL, err);
}

static int32_t find_variable(const void *data, const char *id) {
    return attain_dataset_find(data, ATTAIN_DATASET_VARIABLES, id,
                               ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_variables = {
    "variables",    variable_fields, COUNT(variable_fields), init_variable,
    check_variable, add_variable,    find_variable};

/* --- stages.csv ----------------------------------------------------------- */

static const attain_i_layout_field stage_fields[] = {
    ATTAIN_I_COLUMN(attain_stage, stage, TEXT, NEEDED | KEY),
    ATTAIN_I_COLUMN(attain_stage, weight, NUMBER, NEEDED | NUMBERED),
    ATTAIN_I_COLUMN(attain_stage, enrolment, TEXT, NEEDED | KEEP),
};

static void init_stage(void *row) {
    attain_stage_init(row);
}

static void check_stage(const void *data, const void *row, int64_t index,
                        attain_i_reporter *reporter) {
    attain_i_check_stage(data, row, index, reporter);
}

static attain_status add_stage(void *data, const void *row, attain_error *err) {
    return attain_dataset_add_stages(data, row, 1, err);
}

static int32_t find_stage(const void *data, const char *id) {
    return attain_dataset_find(data, ATTAIN_DATASET_STAGES, id,
                               ATTAIN_NUL_TERMINATED);
}

const attain_i_layout attain_i_layout_stages = {
    "stages",    stage_fields, COUNT(stage_fields), init_stage,
    check_stage, add_stage,    find_stage};
