#include <math.h>
#include <string.h>

#include "attain/plan.h"
#include "exchange/table.h"

void attain_i_scratch_clear(attain_i_scratch *scratch) {
    attain_i_release(scratch->allocator, scratch->text, scratch->capacity, 1);
    attain_i_release(scratch->allocator, scratch->numbers,
                     scratch->number_capacity, sizeof(double));
    scratch->text = NULL;
    scratch->numbers = NULL;
}

int attain_i_scratch_reserve(attain_i_scratch *scratch,
                             const attain_i_scan *scan) {
    void *text = scratch->text;
    int room =
        attain_i_grow(scratch->allocator, &text, &scratch->capacity,
                      (size_t)(scan->end - scan->begin) + scan->stored + 1, 1);
    scratch->text = text;
    scratch->used = 0;
    return room;
}

int attain_i_cell_empty(const attain_i_cell *cell) {
    return cell->length == 0 ||
           (cell->length == 2 && memcmp(cell->text, "NA", 2) == 0);
}

/* How much of a cell is shown in a message. */
static int shown(const attain_i_cell *cell) {
    return cell->length < 80 ? (int)cell->length : 80;
}

static attain_status read_text(const attain_i_cell *cell, void *out,
                               attain_i_scratch *scratch, attain_error *err) {
    const char *fault = attain_i_text_fault(cell->text, cell->length);
    if (fault != NULL) {
        return attain_i_fail(err, ATTAIN_ERR_TEXT, NULL, -1,
                             "\"%.*s\" cannot be used: %s", shown(cell),
                             cell->text, fault);
    }
    char *copy = scratch->text + scratch->used;
    memcpy(copy, cell->text, cell->length);
    copy[cell->length] = '\0';
    scratch->used += cell->length + 1;
    memcpy(out, &copy, sizeof(copy));
    return ATTAIN_OK;
}

static attain_status read_whole(const attain_i_cell *cell, void *out,
                                attain_error *err) {
    double number;
    attain_status status =
        attain_number_parse(cell->text, cell->length, &number, err);
    if (status != ATTAIN_OK)
        return status;
    if (!(number >= -1e6 && number <= 1e6) ||
        number != (double)(int32_t)number) {
        return attain_i_fail(err, ATTAIN_ERR_VALUE, NULL, -1,
                             "\"%.*s\" is not a whole number: write one "
                             "between -1000000 and 1000000",
                             shown(cell), cell->text);
    }
    int32_t whole = (int32_t)number;
    memcpy(out, &whole, sizeof(whole));
    return ATTAIN_OK;
}

/* All words of a list, `a, b or c`, as far as they fit. */
static void list_words(const attain_i_word *words, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (; words->word != NULL; words++) {
        used += attain_i_format(out + used, size - used, "%s%s",
                                used == 0               ? ""
                                : words[1].word == NULL ? " or "
                                                        : ", ",
                                words->word);
    }
}

static attain_status read_word(const attain_i_word *words,
                               const attain_i_cell *cell, void *out,
                               attain_error *err) {
    for (const attain_i_word *word = words; word->word != NULL; word++) {
        if (attain_i_text_is(cell->text, cell->length, word->word)) {
            memcpy(out, &word->value, sizeof(word->value));
            return ATTAIN_OK;
        }
    }
    char all[256];
    list_words(words, all, sizeof(all));
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, NULL, -1,
                         "\"%.*s\" is not a word of this column: write %s",
                         shown(cell), cell->text, all);
}

static const attain_i_word yes_no[] = {
    {0, "no", NULL, NULL}, {1, "yes", NULL, NULL}, {0, NULL, NULL, NULL}};

/* `bound:points`; false where it is not. */
static int read_step(const char *part, size_t length, double *out) {
    const char *colon = memchr(part, ':', length);
    if (colon == NULL)
        return 0;
    size_t first = (size_t)(colon - part);
    return attain_number_parse(part, first, &out[0], NULL) == ATTAIN_OK &&
           attain_number_parse(colon + 1, length - first - 1, &out[1], NULL) ==
               ATTAIN_OK;
}

static attain_status read_steps(const attain_i_cell *cell, void *row,
                                attain_i_scratch *scratch, attain_error *err) {
    attain_target *target = row;
    const char *rest = cell->text;
    const char *end = cell->text + cell->length;
    const char *part;
    size_t length;
    size_t count = 0;
    while (attain_i_list_next(&rest, end, &part, &length)) {
        void *numbers = scratch->numbers;
        int room =
            attain_i_grow(scratch->allocator, &numbers,
                          &scratch->number_capacity, count + 2, sizeof(double));
        scratch->numbers = numbers;
        if (!room)
            return attain_i_fail_memory(err);
        if (!read_step(part, length, scratch->numbers + count)) {
            int most = length < 80 ? (int)length : 80;
            return attain_i_fail(err, ATTAIN_ERR_NUMBER, NULL, -1,
                                 "\"%.*s\" is not a step: write lower bound "
                                 "and points, 0:0;60:0.6;90:1",
                                 most, part);
        }
        count += 2;
    }
    target->steps = scratch->numbers;
    target->step_count = count / 2;
    return ATTAIN_OK;
}

attain_status attain_i_cell_read(const attain_i_layout_field *field,
                                 const attain_i_cell *cell, void *row,
                                 attain_i_scratch *scratch, attain_error *err) {
    void *out = (char *)row + field->offset;
    double number;
    int32_t period;
    attain_status status;
    switch (field->type) {
    case ATTAIN_I_LAYOUT_TEXT:
        return read_text(cell, out, scratch, err);
    case ATTAIN_I_LAYOUT_NUMBER:
        status = attain_number_parse(cell->text, cell->length, &number, err);
        if (status == ATTAIN_OK)
            memcpy(out, &number, sizeof(number));
        return status;
    case ATTAIN_I_LAYOUT_WHOLE:
        return read_whole(cell, out, err);
    case ATTAIN_I_LAYOUT_PERIOD:
        status = attain_period_parse(cell->text, cell->length, &period, err);
        if (status == ATTAIN_OK)
            memcpy(out, &period, sizeof(period));
        return status;
    case ATTAIN_I_LAYOUT_WORD:
        return read_word(field->words, cell, out, err);
    case ATTAIN_I_LAYOUT_YES_NO:
        return read_word(yes_no, cell, out, err);
    default:
        return read_steps(cell, row, scratch, err);
    }
}
