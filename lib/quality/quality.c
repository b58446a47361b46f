/* Findings as they are read. */
#include <math.h>
#include <string.h>

#include "quality/model.h"

void attain_quality_destroy(attain_quality *quality) {
    if (quality == NULL)
        return;
    attain_allocator memory = quality->allocator;
    attain_i_release(&memory, quality->rows, quality->capacity,
                     sizeof *quality->rows);
    attain_i_release(&memory, quality->units, quality->unit_count,
                     sizeof *quality->units);
    attain_i_release(&memory, quality->variables, quality->variable_capacity,
                     sizeof *quality->variables);
    attain_i_release(&memory, quality->groups, quality->group_count,
                     sizeof *quality->groups);
    attain_i_release(&memory, quality->metrics, quality->metric_count,
                     sizeof *quality->metrics);
    attain_i_release(&memory, quality->checks, quality->check_count,
                     sizeof *quality->checks);
    attain_i_release(&memory, quality->advices, quality->check_count,
                     sizeof *quality->advices);
    attain_i_release(&memory, quality->files, quality->file_capacity,
                     sizeof *quality->files);
    for (int by = 0; by < 2; by++) {
        attain_i_release(&memory, quality->needed[by], quality->cell_room[by],
                         sizeof(double));
        attain_i_release(&memory, quality->known[by], quality->cell_room[by],
                         sizeof(double));
    }
    attain_i_map_clear(&quality->more);
    attain_i_map_clear(&quality->file_ids);
    attain_i_arena_clear(&quality->arena);
    attain_i_release(&memory, quality, 1, sizeof *quality);
}

size_t attain_quality_count(const attain_quality *quality) {
    return quality == NULL ? 0 : quality->count;
}

size_t attain_quality_tally(const attain_quality *quality, int32_t severity) {
    return quality == NULL || severity < 0 || severity > ATTAIN_QUALITY_ERROR
               ? 0
               : quality->tally[severity];
}

int32_t attain_quality_worst(const attain_quality *quality) {
    int32_t severity = ATTAIN_QUALITY_ERROR;
    while (severity > ATTAIN_QUALITY_OFF &&
           attain_quality_tally(quality, severity) == 0)
        severity--;
    return severity;
}

const char *attain_quality_variable(const attain_quality *quality,
                                    int32_t row) {
    return quality == NULL || row < 0 || (size_t)row >= quality->variable_count
               ? NULL
               : quality->variables[row].id;
}

/* --- One finding
 * --------------------------------------------------------------- */

void attain_quality_finding_init(attain_quality_finding *finding) {
    if (finding != NULL) {
        memset(finding, 0, sizeof *finding);
        finding->struct_size = sizeof *finding;
        finding->check = finding->unit = finding->unit_name = "";
        finding->other = finding->variable = finding->group = "";
        finding->metric = finding->file = "";
        finding->value = finding->reference = (double)NAN;
        finding->score = (double)NAN;
        finding->period = ATTAIN_PERIOD_NONE;
    }
}

static const char *id_at(const attain_i_quality_name *names, int32_t at) {
    return at < 0 ? "" : names[at].id;
}

static attain_status fail_index(attain_error *err, size_t index, size_t count) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "index", -1,
                         "there is no finding %zu; there are %zu", index,
                         count);
}

attain_status attain_quality_get(const attain_quality *quality, size_t index,
                                 attain_quality_finding *out,
                                 attain_error *err) {
    if (quality == NULL || out == NULL)
        return attain_i_fail_null(err, quality == NULL ? "quality" : "out");
    if (index >= quality->count)
        return fail_index(err, index, quality->count);
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct_size %zu is not that of a release: "
                             "call attain_quality_finding_init()",
                             out->struct_size);
    }
    const attain_i_quality_row *row = &quality->rows[index];
    attain_quality_finding_init(out);
    out->check = quality->checks[row->check].id;
    out->unit = id_at(quality->units, row->unit);
    out->unit_name = row->unit < 0 ? "" : quality->units[row->unit].name;
    out->other = id_at(quality->units, row->other);
    out->variable = id_at(quality->variables, row->variable);
    out->group = id_at(quality->groups, row->group);
    out->metric = id_at(quality->metrics, row->metric);
    out->file = row->file < 0 ? "" : quality->files[row->file];
    out->line = row->line;
    out->column = row->column;
    out->value = row->value;
    out->reference = row->reference;
    out->score = row->score;
    out->count = row->count;
    out->kind = row->kind;
    out->severity = row->severity;
    out->period = row->period;
    return ATTAIN_OK;
}

/* --- Columns
 * ----------------------------------------------------------------------- */

static double number_of(const attain_i_quality_row *row, int32_t field) {
    switch (field) {
    case ATTAIN_QUALITY_FIELD_CHECK:
        return row->check;
    case ATTAIN_QUALITY_FIELD_KIND:
        return row->kind;
    case ATTAIN_QUALITY_FIELD_SEVERITY:
        return row->severity;
    case ATTAIN_QUALITY_FIELD_UNIT:
        return row->unit;
    case ATTAIN_QUALITY_FIELD_OTHER:
        return row->other;
    case ATTAIN_QUALITY_FIELD_PERIOD:
        return row->period;
    case ATTAIN_QUALITY_FIELD_VARIABLE:
        return row->variable;
    case ATTAIN_QUALITY_FIELD_GROUP:
        return row->group;
    case ATTAIN_QUALITY_FIELD_METRIC:
        return row->metric;
    case ATTAIN_QUALITY_FIELD_LINE:
        return (double)row->line;
    case ATTAIN_QUALITY_FIELD_COLUMN:
        return (double)row->column;
    case ATTAIN_QUALITY_FIELD_COUNT:
        return (double)row->count;
    case ATTAIN_QUALITY_FIELD_VALUE:
        return row->value;
    case ATTAIN_QUALITY_FIELD_REFERENCE:
        return row->reference;
    default:
        return row->score;
    }
}

static attain_status fail_space(attain_error *err, size_t capacity,
                                size_t count) {
    return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                         "there is room for %zu numbers, and there are %zu",
                         capacity, count);
}

attain_status attain_quality_column(const attain_quality *quality,
                                    int32_t field, double *out, size_t capacity,
                                    size_t *count, attain_error *err) {
    if (quality == NULL || count == NULL)
        return attain_i_fail_null(err, quality == NULL ? "quality" : "count");
    if (field < 0 || field > ATTAIN_QUALITY_FIELD_SCORE) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "field", -1,
                             "there is no field %ld of findings", (long)field);
    }
    *count = quality->count;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < quality->count)
        return fail_space(err, capacity, quality->count);
    for (size_t i = 0; i < quality->count; i++)
        out[i] = number_of(&quality->rows[i], field);
    return ATTAIN_OK;
}

attain_status attain_quality_coverage(const attain_quality *quality, int32_t by,
                                      double *needed, double *known,
                                      size_t capacity, size_t *count,
                                      attain_error *err) {
    if (quality == NULL || count == NULL)
        return attain_i_fail_null(err, quality == NULL ? "quality" : "count");
    if (by != ATTAIN_QUALITY_BY_UNIT && by != ATTAIN_QUALITY_BY_VARIABLE) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "by", -1,
                             "by is none of enum attain_quality_by: %ld",
                             (long)by);
    }
    *count = by == ATTAIN_QUALITY_BY_UNIT ? quality->unit_count
                                          : quality->variable_count;
    if (needed == NULL && known == NULL)
        return ATTAIN_OK;
    if (needed == NULL || known == NULL)
        return attain_i_fail_null(err, needed == NULL ? "needed" : "known");
    if (capacity < *count)
        return fail_space(err, capacity, *count);
    for (size_t i = 0; i < *count; i++) {
        int counted = i < quality->cell_room[by];
        needed[i] = counted ? quality->needed[by][i] : 0;
        known[i] = counted ? quality->known[by][i] : 0;
    }
    return ATTAIN_OK;
}
