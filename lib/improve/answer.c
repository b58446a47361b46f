#include "improve/answer.h"

#include <math.h>
#include <string.h>

/* The fields that a question has, as a bit each. */
#define BIT(field) ((uint32_t)1 << ATTAIN_ANSWER_FIELD_##field)

static const uint32_t place_bits =
    BIT(KIND) | BIT(NODE) | BIT(UNIT) | BIT(OBSTACLE);
static const uint32_t amount_bits = BIT(VALUE) | BIT(LIMIT) | BIT(GAP) |
                                    BIT(AMOUNT) | BIT(WHOLE) | BIT(VARIABLE) |
                                    BIT(RELATIVE);
static const uint32_t sum_bits = BIT(COST) | BIT(ITEMS) | BIT(UNKNOWN);

static uint32_t fields_of(int32_t question) {
    switch (question) {
    case ATTAIN_QUESTION_GAPS:
        return place_bits | amount_bits | sum_bits;
    case ATTAIN_QUESTION_MENDS:
        return place_bits | amount_bits | sum_bits | BIT(RANK) | BIT(ACTION) |
               BIT(COST_STANDARD) | BIT(COST_FLOOR) | BIT(VERDICT_BEFORE) |
               BIT(VERDICT_AFTER) | BIT(SCORE_BEFORE) | BIT(SCORE_AFTER);
    case ATTAIN_QUESTION_SPREAD:
        return place_bits | amount_bits | sum_bits | BIT(VERDICT_BEFORE) |
               BIT(VERDICT_AFTER) | BIT(VALUE_BEFORE) | BIT(VALUE_AFTER);
    case ATTAIN_QUESTION_RATES:
        return place_bits | BIT(VALUE) | BIT(LIMIT) | BIT(GAP) | BIT(RELATIVE) |
               BIT(PERIODS) | BIT(RATE) | BIT(GROWTH) | BIT(RATE_SO_FAR);
    default:
        return place_bits | BIT(TURN) | BIT(VERDICT_BEFORE) |
               BIT(VERDICT_AFTER) | BIT(SCORE_BEFORE) | BIT(SCORE_AFTER) |
               BIT(VALUE_BEFORE) | BIT(VALUE_AFTER);
    }
}

/* --- Filling ------------------------------------------------------------ */

attain_status attain_i_answer_create(int32_t question,
                                     const attain_allocator *allocator,
                                     attain_answer **out, attain_error *err) {
    attain_allocator memory;
    if (!attain_i_allocator_set(&memory, allocator))
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "an allocator needs its three functions");
    attain_answer *answer = attain_i_allocate_zero(&memory, 1, sizeof *answer);
    if (answer == NULL)
        return attain_i_fail_memory(err);
    answer->allocator = memory;
    answer->question = question;
    attain_i_changes_init(&answer->changes, &answer->allocator);
    uint32_t fields = fields_of(question);
    for (int32_t f = 0; f < ATTAIN_I_ANSWER_FIELDS; f++)
        answer->place[f] = fields >> f & 1 ? (int8_t)answer->width++ : -1;
    *out = answer;
    return ATTAIN_OK;
}

int64_t attain_i_answer_add(attain_answer *answer, int32_t kind, int32_t node,
                            int32_t unit) {
    size_t size = answer->width * sizeof *answer->cells;
    if (answer->count >= INT32_MAX ||
        !attain_i_grow(&answer->allocator, (void **)&answer->cells,
                       &answer->capacity, answer->count + 1, size))
        return -1;
    double *row = answer->cells + answer->count * answer->width;
    for (size_t f = 0; f < answer->width; f++)
        row[f] = NAN;
    int64_t at = (int64_t)answer->count++;
    attain_i_answer_put(answer, at, ATTAIN_ANSWER_FIELD_KIND, kind);
    attain_i_answer_put(answer, at, ATTAIN_ANSWER_FIELD_NODE, node);
    attain_i_answer_put(answer, at, ATTAIN_ANSWER_FIELD_UNIT, unit);
    attain_i_answer_put(answer, at, ATTAIN_ANSWER_FIELD_OBSTACLE,
                        ATTAIN_OBSTACLE_NONE);
    return at;
}

/* Where a cell stands. */
static size_t cell_of(const attain_answer *answer, int64_t row, int32_t place) {
    return answer->finished ? (size_t)place * answer->count + (size_t)row
                            : (size_t)row * answer->width + (size_t)place;
}

void attain_i_answer_put(attain_answer *answer, int64_t row, int32_t field,
                         double value) {
    answer->cells[cell_of(answer, row, answer->place[field])] =
        value == 0 ? 0 : value; /* no −0 */
}

double attain_i_answer_get(const attain_answer *answer, int64_t row,
                           int32_t field) {
    return answer->cells[cell_of(answer, row, answer->place[field])];
}

attain_status attain_i_answer_finish(attain_answer *answer) {
    size_t size = answer->width * sizeof(double);
    double *columns =
        attain_i_allocate(&answer->allocator, answer->count, size);
    if (columns == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t r = 0; r < answer->count; r++) {
        for (size_t f = 0; f < answer->width; f++)
            columns[f * answer->count + r] =
                answer->cells[r * answer->width + f];
    }
    attain_i_release(&answer->allocator, answer->cells, answer->capacity, size);
    answer->cells = columns;
    answer->capacity = answer->count;
    answer->finished = 1;
    return ATTAIN_OK;
}

/* --- Reading ------------------------------------------------------------ */

void attain_answer_destroy(attain_answer *answer) {
    if (answer == NULL)
        return;
    attain_allocator memory = answer->allocator;
    attain_i_release(&memory, answer->cells, answer->capacity,
                     answer->width * sizeof(double));
    attain_i_changes_clear(&answer->changes);
    attain_i_release(&memory, answer, 1, sizeof *answer);
}

int32_t attain_answer_question(const attain_answer *answer) {
    return answer == NULL ? -1 : answer->question;
}

size_t attain_answer_row_count(const attain_answer *answer) {
    return answer == NULL ? 0 : answer->count;
}

static int has_field(const attain_answer *answer, int32_t field) {
    return answer != NULL && field >= 0 && field < ATTAIN_I_ANSWER_FIELDS &&
           answer->place[field] >= 0;
}

const double *attain_answer_view(const attain_answer *answer, int32_t field,
                                 size_t *count) {
    int there = has_field(answer, field);
    if (count != NULL)
        *count = there ? answer->count : 0;
    return there && answer->count > 0
               ? answer->cells + cell_of(answer, 0, answer->place[field])
               : NULL;
}

attain_status attain_answer_column(const attain_answer *answer, int32_t field,
                                   double *out, size_t capacity, size_t *count,
                                   attain_error *err) {
    if (answer == NULL || count == NULL)
        return attain_i_fail_null(err, answer == NULL ? "answer" : "count");
    if (field < 0 || field >= ATTAIN_I_ANSWER_FIELDS)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "field", field,
                             "there is no field %d; there are %d", (int)field,
                             (int)ATTAIN_I_ANSWER_FIELDS);
    *count = answer->count;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity < answer->count)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "there are %zu rows, there is room for %zu",
                             answer->count, capacity);
    const double *column = attain_answer_view(answer, field, NULL);
    for (size_t r = 0; r < answer->count; r++)
        out[r] = column == NULL ? NAN : column[r];
    return ATTAIN_OK;
}

double attain_answer_value(const attain_answer *answer, int32_t field,
                           int64_t row) {
    return has_field(answer, field) && row >= 0 && (uint64_t)row < answer->count
               ? attain_i_answer_get(answer, row, field)
               : (double)NAN;
}

attain_status attain_answer_changes(const attain_answer *answer,
                                    attain_observations *out,
                                    attain_error *err) {
    if (answer == NULL || out == NULL)
        return attain_i_fail_null(err, answer == NULL ? "answer" : "out");
    return attain_i_changes_lend(&answer->changes, out, err);
}
