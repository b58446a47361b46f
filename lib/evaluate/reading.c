/* Reading an evaluation. */
#include "attain/evaluate.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "evaluate/tree.h"

/* --- Nodes -------------------------------------------------------------- */

/* The node, or NULL when there is none of that number. */
static const attain_i_node *node_at(const attain_evaluation *ev, int32_t node) {
    return ev != NULL && node >= 0 && (size_t)node < ev->node_count
               ? &ev->nodes[node]
               : NULL;
}

static const attain_i_rows *rows_at(const attain_evaluation *ev, int32_t node) {
    const attain_i_node *at = node_at(ev, node);
    return at == NULL ? NULL : &ev->rows[at->rows];
}

/* Copies a struct out as far as the caller knows it. */
static attain_status copy_out(void *out, const void *from, size_t size,
                              attain_error *err) {
    size_t known = *(const size_t *)out;
    if (!attain_i_struct_ok(known, size, size))
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct has the size %zu, this release knows "
                             "%zu; set it up with its init function",
                             known, size);
    memcpy(out, from, known);
    *(size_t *)out = known;
    return ATTAIN_OK;
}

static attain_status fail_index(attain_error *err, const char *field,
                                int64_t index, size_t count) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, field, index,
                         "there is no %s %lld; there are %zu", field,
                         (long long)index, count);
}

size_t attain_evaluation_node_count(const attain_evaluation *ev) {
    return ev == NULL ? 0 : ev->node_count;
}

attain_status attain_evaluation_get_node(const attain_evaluation *ev,
                                         int32_t node, attain_node *out,
                                         attain_error *err) {
    if (ev == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "out");
    const attain_i_node *from = node_at(ev, node);
    if (from == NULL)
        return fail_index(err, "node", node, ev->node_count);
    attain_node now;
    attain_node_init(&now);
    now.id = from->id;
    now.name = from->name;
    now.level = from->level_name;
    now.owner = from->owner;
    now.source = from->source;
    now.unit = from->unit;
    now.row_count = ev->rows[from->rows].count;
    now.weight = from->weight;
    now.lower = from->lower;
    now.upper = from->upper;
    now.kind = from->kind;
    now.row = from->row;
    now.parent = from->parent;
    now.depth = from->depth;
    now.due = from->due;
    now.series = from->series;
    now.comparator = from->comparator;
    now.score = from->score;
    now.decimals = from->decimals;
    now.soft = from->soft;
    now.veto = from->veto;
    now.judge = from->judge;
    now.method = from->method;
    return copy_out(out, &now, sizeof now, err);
}

int32_t attain_evaluation_find_node(const attain_evaluation *ev, const char *id,
                                    size_t length) {
    if (ev == NULL || id == NULL)
        return -1;
    return attain_i_map_find(&ev->node_ids, id, attain_i_length(id, length));
}

static void set_count(size_t *count, size_t value) {
    if (count != NULL)
        *count = value;
}

const int32_t *attain_evaluation_units(const attain_evaluation *ev,
                                       int32_t node, size_t *count) {
    const attain_i_rows *rows = rows_at(ev, node);
    set_count(count, rows == NULL ? 0 : rows->count);
    return rows == NULL || rows->count == 0 ? NULL : rows->units;
}

const uint8_t *attain_evaluation_wholes(const attain_evaluation *ev,
                                        int32_t node, size_t *count) {
    const attain_i_rows *rows = rows_at(ev, node);
    set_count(count, rows == NULL ? 0 : rows->count);
    return rows == NULL || rows->count == 0 ? NULL : rows->wholes;
}

int64_t attain_evaluation_find_row(const attain_evaluation *ev, int32_t node,
                                   int32_t unit) {
    const attain_i_rows *rows = rows_at(ev, node);
    if (rows == NULL || unit < 0 || (size_t)unit >= ev->unit_count)
        return -1;
    return rows->row_of_unit[unit];
}

attain_status attain_evaluation_get_unit(const attain_evaluation *ev,
                                         int32_t unit,
                                         attain_evaluation_unit *out,
                                         attain_error *err) {
    if (ev == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "out");
    if (unit < 0 || (size_t)unit >= ev->unit_count)
        return fail_index(err, "unit", unit, ev->unit_count);
    attain_evaluation_unit now;
    attain_evaluation_unit_init(&now);
    now.id = ev->units[unit].id;
    now.name = ev->units[unit].name;
    now.level = ev->units[unit].level;
    now.parent = ev->units[unit].parent;
    return copy_out(out, &now, sizeof now, err);
}

int32_t attain_evaluation_find_unit(const attain_evaluation *ev, const char *id,
                                    size_t length) {
    if (ev == NULL || id == NULL)
        return -1;
    size_t bytes = attain_i_length(id, length);
    for (size_t u = 0; u < ev->unit_count; u++)
        if (attain_i_text_is(id, bytes, ev->units[u].id))
            return (int32_t)u;
    return -1;
}

/* --- Measures ----------------------------------------------------------- */

static int is_code(int32_t measure) {
    return measure == ATTAIN_MEASURE_VERDICT ||
           measure == ATTAIN_MEASURE_STATUS;
}

static int is_kept(const attain_evaluation *ev, int32_t measure) {
    return measure >= 0 && measure < ATTAIN_I_MEASURES &&
           (ev->kept >> measure & 1) != 0;
}

uint64_t attain_evaluation_measures(const attain_evaluation *ev) {
    return ev == NULL ? 0 : ev->kept;
}

const double *attain_evaluation_view(const attain_evaluation *ev,
                                     int32_t measure, int32_t node,
                                     size_t *count) {
    const attain_i_node *at = node_at(ev, node);
    set_count(count, 0);
    if (at == NULL || !is_kept(ev, measure) || is_code(measure) ||
        ev->rows[at->rows].count == 0)
        return NULL;
    const double *column = attain_i_column_of(ev, measure, at);
    if (column != NULL)
        set_count(count, ev->rows[at->rows].count);
    return column;
}

const uint8_t *attain_evaluation_codes(const attain_evaluation *ev,
                                       int32_t measure, int32_t node,
                                       size_t *count) {
    const attain_i_node *at = node_at(ev, node);
    set_count(count, 0);
    if (at == NULL || !is_kept(ev, measure) || !is_code(measure) ||
        ev->rows[at->rows].count == 0)
        return NULL;
    set_count(count, ev->rows[at->rows].count);
    return (measure == ATTAIN_MEASURE_VERDICT ? ev->verdicts : ev->statuses) +
           at->first_row;
}

static void fill_column(const attain_evaluation *ev, int32_t measure,
                        int32_t node, double *out, size_t rows) {
    const uint8_t *codes = attain_evaluation_codes(ev, measure, node, NULL);
    const double *column = attain_evaluation_view(ev, measure, node, NULL);
    for (size_t r = 0; r < rows; r++)
        out[r] = codes != NULL ? codes[r] : column != NULL ? column[r] : NAN;
}

attain_status attain_evaluation_column(const attain_evaluation *ev,
                                       int32_t measure, int32_t node,
                                       double *out, size_t capacity,
                                       size_t *count, attain_error *err) {
    if (ev == NULL || count == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "count");
    const attain_i_rows *rows = rows_at(ev, node);
    if (rows == NULL)
        return fail_index(err, "node", node, ev->node_count);
    if (measure < 0 || measure >= ATTAIN_I_MEASURES)
        return fail_index(err, "measure", measure, ATTAIN_I_MEASURES);
    *count = rows->count;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < rows->count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the node has %zu rows, there is room for %zu",
                             rows->count, capacity);
    fill_column(ev, measure, node, out, rows->count);
    return ATTAIN_OK;
}

double attain_evaluation_value(const attain_evaluation *ev, int32_t measure,
                               int32_t node, int64_t row) {
    size_t count = 0;
    if (ev == NULL || row < 0)
        return NAN;
    const uint8_t *codes = attain_evaluation_codes(ev, measure, node, &count);
    if (codes != NULL)
        return (size_t)row < count ? codes[row] : NAN;
    const double *column = attain_evaluation_view(ev, measure, node, &count);
    return column != NULL && (size_t)row < count ? column[row] : NAN;
}

const char *attain_evaluation_grade(const attain_evaluation *ev,
                                    int32_t grade) {
    return ev != NULL && grade >= 0 && (size_t)grade < ev->grade_count
               ? ev->grades[grade]
               : NULL;
}

static size_t list_fired(const attain_evaluation *ev, int32_t goal,
                         int32_t unit, int32_t *out) {
    size_t count = 0;
    int32_t depth = ev->nodes[goal].depth;
    for (size_t n = (size_t)goal + 1;
         n < ev->node_count && ev->nodes[n].depth > depth; n++) {
        if (!ev->nodes[n].veto || !attain_i_veto_counts(ev, (int32_t)n, goal) ||
            !attain_i_veto_fired(ev, (int32_t)n, unit))
            continue;
        if (out != NULL)
            out[count] = (int32_t)n;
        count++;
    }
    return count;
}

attain_status attain_evaluation_vetoes(const attain_evaluation *ev,
                                       int32_t node, int64_t row, int32_t *out,
                                       size_t capacity, size_t *count,
                                       attain_error *err) {
    if (ev == NULL || count == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "count");
    const attain_i_rows *rows = rows_at(ev, node);
    if (rows == NULL)
        return fail_index(err, "node", node, ev->node_count);
    if (row < 0 || (size_t)row >= rows->count)
        return fail_index(err, "row", row, rows->count);
    *count = 0;
    if (ev->nodes[node].kind != ATTAIN_KIND_GOAL || rows->wholes[row])
        return ATTAIN_OK;
    *count = list_fired(ev, node, rows->units[row], NULL);
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < *count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "%zu vetoes fired, there is room for %zu", *count,
                             capacity);
    list_fired(ev, node, rows->units[row], out);
    return ATTAIN_OK;
}

/* --- The whole, findings, owners ---------------------------------------- */

attain_status attain_evaluation_get_info(const attain_evaluation *ev,
                                         attain_evaluation_info *out,
                                         attain_error *err) {
    if (ev == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "out");
    attain_evaluation_info now;
    attain_evaluation_info_init(&now);
    now.plan = ev->plan_id;
    now.name = ev->plan_name;
    now.level = ev->plan_level;
    now.source = ev->plan_source;
    now.row_count = ev->row_total;
    now.unit_count = ev->unit_count;
    now.grade_count = ev->grade_count;
    now.as_of = ev->as_of;
    now.first_period = ev->first_period;
    now.last_period = ev->last_period;
    return copy_out(out, &now, sizeof now, err);
}

size_t attain_evaluation_finding_count(const attain_evaluation *ev) {
    return ev == NULL ? 0 : ev->finding_count;
}

attain_status attain_evaluation_get_finding(const attain_evaluation *ev,
                                            size_t index, attain_finding *out,
                                            attain_error *err) {
    if (ev == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "out");
    if (index >= ev->finding_count)
        return fail_index(err, "finding", (int64_t)index, ev->finding_count);
    const attain_i_finding *from = &ev->findings[index];
    attain_finding now;
    attain_finding_init(&now);
    now.message = from->message[ATTAIN_LANGUAGE_EN];
    now.kind = from->kind;
    now.count = from->count;
    now.node = from->node;
    now.unit = from->unit;
    now.period = from->period;
    now.code = from->code;
    return copy_out(out, &now, sizeof now, err);
}

const char *attain_evaluation_finding_message(const attain_evaluation *ev,
                                              size_t index, int32_t language) {
    return ev == NULL || index >= ev->finding_count ||
                   (language != ATTAIN_LANGUAGE_EN &&
                    language != ATTAIN_LANGUAGE_ZH)
               ? NULL
               : ev->findings[index].message[language];
}

size_t attain_evaluation_owner_count(const attain_evaluation *ev) {
    return ev == NULL ? 0 : ev->owner_count;
}

/* Adds one target's row to its owner's sums. */
static void add_target(const attain_evaluation *ev, const attain_i_node *node,
                       int32_t unit, attain_owner *owner, double *sum,
                       double *weights) {
    int32_t row = ev->rows[node->rows].row_of_unit[unit];
    if (row < 0 || node->bonus > 0)
        return;
    uint8_t verdict = ev->verdicts[node->first_row + (size_t)row];
    owner->targets += verdict != ATTAIN_VERDICT_NONE;
    owner->met += verdict == ATTAIN_VERDICT_MET;
    owner->unknown += verdict == ATTAIN_VERDICT_UNKNOWN;
    double attainment =
        attain_i_column_of(ev, ATTAIN_MEASURE_ATTAINMENT, node)[row];
    if (isnan(attainment))
        return;
    *sum += node->weight * attainment;
    *weights += node->weight;
}

attain_status attain_evaluation_get_owner(const attain_evaluation *ev,
                                          size_t index, int32_t unit,
                                          attain_owner *out,
                                          attain_error *err) {
    if (ev == NULL || out == NULL)
        return attain_i_fail_null(err, ev == NULL ? "ev" : "out");
    if (index >= ev->owner_count)
        return fail_index(err, "owner", (int64_t)index, ev->owner_count);
    if (unit < 0 || (size_t)unit >= ev->unit_count)
        return fail_index(err, "unit", unit, ev->unit_count);
    attain_owner now;
    double sum = 0;
    double weights = 0;
    attain_owner_init(&now);
    now.owner = ev->owners[index];
    for (size_t n = 0; n < ev->node_count; n++)
        if (ev->nodes[n].owner_index == (int32_t)index)
            add_target(ev, &ev->nodes[n], unit, &now, &sum, &weights);
    now.attainment = weights > 0 ? sum / weights : NAN;
    return copy_out(out, &now, sizeof now, err);
}
