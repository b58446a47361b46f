/* Results as a record batch: the columns of the CSV (docs/exchange.md). */
#include <math.h>
#include <string.h>

#include "attain/arrow.h"
#include "base/error.h"
#include "evaluate/model.h"
#include "exchange/arrow.h"
#include "exchange/write.h"

enum {
    NODE,
    KIND,
    NAME,
    UNIT,
    UNIT_NAME,
    PERIOD,
    MEASURES, /* the first of them */
    LAST_MEASURE = ATTAIN_MEASURE_TARGETS_UNKNOWN,
    SOFT = MEASURES + LAST_MEASURE + 1,
    VETO,
    /* Those of lenses and methods, where the evaluation has them. */
    MORE,
    LAST_OF_MORE = ATTAIN_MEASURE_METHOD_REASON,
    COLUMNS = MORE + LAST_OF_MORE - LAST_MEASURE
};

typedef struct results {
    const attain_evaluation *ev;
    attain_i_held *held;
    size_t rows;
    attain_i_texts texts[COLUMNS]; /* dictionaries, and the vetoes */
    attain_i_arrow_column columns[COLUMNS];
    char (*periods)[16]; /* of the nodes */
    size_t count;        /* columns so far */
    int of_measure[LAST_OF_MORE + 1];
} results;

/* --- Texts of dictionaries ------------------------------------------------ */

static const char *node_id(const void *from, size_t i) {
    return ((const results *)from)->ev->nodes[i].id;
}

static const char *node_kind(const void *from, size_t i) {
    return attain_word(ATTAIN_VOCABULARY_KIND,
                       ((const results *)from)->ev->nodes[i].kind);
}

static const char *node_name(const void *from, size_t i) {
    return ((const results *)from)->ev->nodes[i].name;
}

static const char *node_period(const void *from, size_t i) {
    return ((const results *)from)->periods[i];
}

static const char *unit_id(const void *from, size_t i) {
    return ((const results *)from)->ev->units[i].id;
}

static const char *unit_name(const void *from, size_t i) {
    return ((const results *)from)->ev->units[i].name;
}

static const char *verdict_word(const void *from, size_t i) {
    (void)from;
    return attain_word(ATTAIN_VOCABULARY_VERDICT, (int32_t)i);
}

static const char *status_word(const void *from, size_t i) {
    (void)from;
    return attain_word(ATTAIN_VOCABULARY_STANDING, (int32_t)i);
}

static const char *grade_name(const void *from, size_t i) {
    return ((const results *)from)->ev->grades[i];
}

static int write_periods(results *r) {
    r->periods =
        attain_i_held_bytes(r->held, r->ev->node_count, sizeof *r->periods);
    for (size_t i = 0; r->periods != NULL && i < r->ev->node_count; i++) {
        attain_i_results node;
        size_t length;
        attain_i_results_of(r->ev, (int32_t)i, -1, r->ev->as_of, &node);
        attain_period_format(node.period, r->periods[i], sizeof r->periods[i],
                             &length, NULL);
    }
    return r->periods != NULL;
}

/* --- Columns -------------------------------------------------------------- */

static attain_status set_dictionary(results *r, int column, const char *format,
                                    const void *indices, size_t count,
                                    const char *(*text)(const void *, size_t)) {
    attain_i_arrow_column *at = &r->columns[column];
    at->format = format;
    at->values = indices;
    at->dictionary = &r->texts[column];
    return attain_i_texts_gather(r->held, count, text, r, &r->texts[column]);
}

/* Nodes and units of the rows; their columns share the indices. */
static attain_status set_keys(results *r) {
    const attain_evaluation *ev = r->ev;
    int32_t *nodes = attain_i_held_bytes(r->held, r->rows, sizeof *nodes);
    int32_t *units = attain_i_held_bytes(r->held, r->rows, sizeof *units);
    if (nodes == NULL || units == NULL || !write_periods(r))
        return ATTAIN_ERR_MEMORY;
    size_t row = 0;
    for (size_t n = 0; n < ev->node_count; n++) {
        const attain_i_rows *rows = &ev->rows[ev->nodes[n].rows];
        for (size_t i = 0; i < rows->count; i++, row++) {
            nodes[row] = (int32_t)n;
            units[row] = rows->units[i];
        }
    }
    static const struct {
        const char *(*text)(const void *, size_t);
        int column;
    } keys[] = {{node_id, NODE},   {node_kind, KIND},
                {node_name, NAME}, {node_period, PERIOD},
                {unit_id, UNIT},   {unit_name, UNIT_NAME}};
    attain_status status = ATTAIN_OK;
    for (size_t k = 0; k < sizeof keys / sizeof *keys && status == ATTAIN_OK;
         k++) {
        int of_unit = keys[k].column == UNIT || keys[k].column == UNIT_NAME;
        status = set_dictionary(r, keys[k].column, "i", of_unit ? units : nodes,
                                of_unit ? ev->unit_count : ev->node_count,
                                keys[k].text);
    }
    return status;
}

static int is_kept(const attain_evaluation *ev, int32_t measure) {
    return (ev->kept >> measure & 1) != 0;
}

/* A measure of every row. The evaluation's own column where every node has it;
 * else one that is put together. NULL without memory. */
static const double *measure_of(results *r, int32_t measure) {
    const attain_evaluation *ev = r->ev;
    if (is_kept(ev, measure) && !attain_i_measure_of_goals(measure) &&
        !attain_i_measure_of_targets(measure))
        return ev->measures[measure];
    double *all = attain_i_held_bytes(r->held, r->rows, sizeof *all);
    size_t row = 0;
    for (size_t n = 0; all != NULL && n < ev->node_count; n++) {
        const double *column =
            attain_evaluation_view(ev, measure, (int32_t)n, NULL);
        size_t count = ev->rows[ev->nodes[n].rows].count;
        for (size_t i = 0; i < count; i++, row++)
            all[row] = column == NULL ? NAN : column[i];
    }
    return all;
}

static attain_status set_codes(results *r, int32_t measure,
                               const uint8_t *codes, int vocabulary,
                               const char *(*text)(const void *, size_t)) {
    attain_i_arrow_column *at = &r->columns[r->of_measure[measure]];
    codes = is_kept(r->ev, measure) ? codes : NULL;
    size_t bytes = r->rows / 8 + 1;
    uint8_t *valid = attain_i_held_bytes(r->held, bytes, 1);
    uint8_t *none =
        codes == NULL ? attain_i_held_bytes(r->held, r->rows, 1) : NULL;
    if (valid == NULL || (codes == NULL && none == NULL))
        return ATTAIN_ERR_MEMORY;
    memset(valid, 0, bytes);
    if (none != NULL)
        memset(none, 0, r->rows);
    at->valid = valid;
    at->null_count = (int64_t)r->rows;
    for (size_t i = 0; codes != NULL && i < r->rows; i++) {
        const char *word = text(r, codes[i]);
        if (word != NULL && *word != '\0') {
            valid[i / 8] = (uint8_t)(valid[i / 8] | 1u << i % 8);
            at->null_count--;
        }
    }
    return set_dictionary(r, r->of_measure[measure], "C",
                          codes != NULL ? codes : none,
                          attain_word_count(vocabulary), text);
}

/* Whole numbers of doubles, 0 where there is none. */
static attain_status set_integers(results *r, int column, const double *from,
                                  const char *format, size_t size) {
    void *values = attain_i_held_bytes(r->held, r->rows, size);
    int32_t *narrow = values;
    int64_t *wide = values;
    if (values == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < r->rows; i++) {
        double value = isnan(from[i]) ? 0 : from[i];
        if (size == sizeof *narrow)
            narrow[i] = (int32_t)value;
        else
            wide[i] = (int64_t)value;
    }
    r->columns[column].format = format;
    r->columns[column].values = values;
    return ATTAIN_OK;
}

static const char *word_of(const void *from, size_t i) {
    return ((const char *const *)from)[i];
}

/* Words that mean something else from node to node, as the CSV has them; null
 * where it has none. */
static attain_status set_words(results *r, int32_t measure) {
    const attain_evaluation *ev = r->ev;
    attain_i_arrow_column *at = &r->columns[r->of_measure[measure]];
    attain_i_texts *texts = &r->texts[r->of_measure[measure]];
    const char **words = attain_i_held_bytes(r->held, r->rows, sizeof *words);
    double *there = attain_i_held_bytes(r->held, r->rows, sizeof *there);
    if (words == NULL || there == NULL)
        return ATTAIN_ERR_MEMORY;
    size_t row = 0;
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_results node;
        attain_i_results_of(ev, (int32_t)n, -1, ev->as_of, &node);
        for (size_t i = 0; i < node.end; i++, row++) {
            words[row] = attain_i_results_word(&node, measure, i);
            there[row] = words[row][0] != '\0' ? 1 : (double)NAN;
        }
    }
    if (!attain_i_arrow_valid(r->held, there, r->rows, at))
        return ATTAIN_ERR_MEMORY;
    at->format = "u";
    at->texts = texts;
    return attain_i_texts_gather(r->held, r->rows, word_of, words, texts);
}

static int has_words(int32_t measure) {
    return measure == ATTAIN_MEASURE_VALUE_ADDED_CLASS ||
           measure == ATTAIN_MEASURE_METHOD_CLASS ||
           measure == ATTAIN_MEASURE_METHOD_REASON;
}

static attain_status set_measure(results *r, int32_t measure) {
    int column = r->of_measure[measure];
    r->columns[column].name = attain_word(ATTAIN_VOCABULARY_MEASURE, measure);
    r->columns[column].nullable = 1;
    if (measure == ATTAIN_MEASURE_VERDICT) {
        return set_codes(r, measure, r->ev->verdicts, ATTAIN_VOCABULARY_VERDICT,
                         verdict_word);
    }
    if (measure == ATTAIN_MEASURE_STATUS) {
        return set_codes(r, measure, r->ev->statuses,
                         ATTAIN_VOCABULARY_STANDING, status_word);
    }
    if (has_words(measure))
        return set_words(r, measure);
    const double *values = measure_of(r, measure);
    if (values == NULL ||
        !attain_i_arrow_valid(r->held, values, r->rows, &r->columns[column]))
        return ATTAIN_ERR_MEMORY;
    if (measure == ATTAIN_MEASURE_GRADE) {
        attain_status status =
            set_integers(r, column, values, "i", sizeof(int32_t));
        return status != ATTAIN_OK
                   ? status
                   : set_dictionary(r, column, "i", r->columns[column].values,
                                    r->ev->grade_count, grade_name);
    }
    if ((measure >= ATTAIN_MEASURE_TARGETS && measure <= LAST_MEASURE) ||
        measure == ATTAIN_MEASURE_RANK)
        return set_integers(r, column, values, "l", sizeof(int64_t));
    r->columns[column].format = "g";
    r->columns[column].values = values;
    return ATTAIN_OK;
}

static attain_status set_soft(results *r) {
    size_t bytes = r->rows / 8 + 1, row = 0;
    uint8_t *bits = attain_i_held_bytes(r->held, bytes, 1);
    if (bits == NULL)
        return ATTAIN_ERR_MEMORY;
    memset(bits, 0, bytes);
    for (size_t n = 0; n < r->ev->node_count; n++) {
        size_t count = r->ev->rows[r->ev->nodes[n].rows].count;
        for (size_t i = 0; i < count; i++, row++)
            if (r->ev->nodes[n].soft)
                bits[row / 8] = (uint8_t)(bits[row / 8] | 1u << row % 8);
    }
    r->columns[SOFT].format = "b";
    r->columns[SOFT].values = bits;
    return ATTAIN_OK;
}

/* --- Vetoes --------------------------------------------------------------- */

/* Calls `take` with each row's vetoes, in order. */
static void each_veto(const attain_evaluation *ev,
                      void (*take)(void *user, size_t row, const char *id),
                      void *user) {
    size_t before = 0;
    for (size_t n = 0; n < ev->node_count; n++) {
        attain_i_results node;
        attain_i_results_of(ev, (int32_t)n, -1, ev->as_of, &node);
        for (size_t i = 0; i < node.end; i++) {
            attain_i_fired fired;
            const char *id;
            attain_i_fired_in(&node, i, &fired);
            while ((id = attain_i_fired_next(&fired)) != NULL)
                take(user, before + i, id);
        }
        before += node.end;
    }
}

typedef struct veto_lengths {
    uint64_t *of_row; /* bytes, `;` between */
    uint64_t total;
} veto_lengths;

static void count_veto(void *user, size_t row, const char *id) {
    veto_lengths *lengths = user;
    uint64_t more = strlen(id) + (lengths->of_row[row] > 0);
    lengths->of_row[row] += more;
    lengths->total += more;
}

typedef struct veto_texts {
    const int32_t *offsets;
    char *bytes;
    size_t row;
    size_t used;
} veto_texts;

static void copy_veto(void *user, size_t row, const char *id) {
    veto_texts *texts = user;
    if (texts->used > (size_t)texts->offsets[row])
        texts->bytes[texts->used++] = ';';
    size_t length = strlen(id);
    memcpy(texts->bytes + texts->used, id, length);
    texts->used += length;
}

static attain_status set_vetoes(results *r) {
    veto_lengths lengths = {
        attain_i_held_bytes(r->held, r->rows, sizeof(uint64_t)), 0};
    int32_t *offsets =
        attain_i_held_bytes(r->held, r->rows + 1, sizeof *offsets);
    if (lengths.of_row == NULL || offsets == NULL)
        return ATTAIN_ERR_MEMORY;
    memset(lengths.of_row, 0, r->rows * sizeof(uint64_t));
    each_veto(r->ev, count_veto, &lengths);
    if (lengths.total > INT32_MAX)
        return ATTAIN_ERR_LIMIT;
    offsets[0] = 0;
    for (size_t i = 0; i < r->rows; i++)
        offsets[i + 1] = offsets[i] + (int32_t)lengths.of_row[i];
    char *bytes = attain_i_held_bytes(r->held, (size_t)lengths.total, 1);
    if (bytes == NULL)
        return ATTAIN_ERR_MEMORY;
    veto_texts texts = {offsets, bytes, 0, 0};
    each_veto(r->ev, copy_veto, &texts);
    r->texts[VETO].count = (int64_t)r->rows;
    r->texts[VETO].offsets = offsets;
    r->texts[VETO].bytes = bytes;
    r->columns[VETO].format = "u";
    r->columns[VETO].texts = &r->texts[VETO];
    return ATTAIN_OK;
}

/* --- All of it ------------------------------------------------------------ */

static attain_status set_columns(results *r) {
    static const char *const names[] = {"node", "kind",      "name",
                                        "unit", "unit_name", "period"};
    for (int i = 0; i < MEASURES; i++)
        r->columns[i].name = names[i];
    r->columns[SOFT].name = "soft";
    r->columns[VETO].name = "veto";
    attain_status status = set_keys(r);
    r->count = MORE;
    for (int32_t m = 0; m <= LAST_MEASURE && status == ATTAIN_OK; m++) {
        r->of_measure[m] = MEASURES + m;
        status = set_measure(r, m);
    }
    if (status == ATTAIN_OK)
        status = set_soft(r);
    if (status == ATTAIN_OK)
        status = set_vetoes(r);
    for (int32_t m = LAST_MEASURE;
         status == ATTAIN_OK && (m = attain_i_next_measure(r->ev, m)) >= 0;) {
        r->of_measure[m] = (int)r->count++;
        status = set_measure(r, m);
    }
    return status;
}

attain_status attain_evaluation_export_arrow(const attain_evaluation *ev,
                                             struct ArrowSchema *schema,
                                             struct ArrowArray *array,
                                             attain_error *err) {
    if (ev == NULL)
        return attain_i_fail_null(err, "ev");
    results r;
    memset(&r, 0, sizeof r);
    r.ev = ev;
    r.rows = ev->row_total;
    r.held = attain_i_held_create();
    if (r.held == NULL)
        return attain_i_fail_memory(err);
    r.held->ev = attain_i_evaluation_hold(ev);
    attain_status status = set_columns(&r);
    return attain_i_arrow_finish(r.held, status, r.columns, r.count, r.rows,
                                 schema, array, err);
}
