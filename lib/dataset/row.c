#include "dataset/row.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"

int attain_i_data_given(const char *text) {
    return text != NULL && text[0] != '\0';
}

const char *attain_i_data_number(double value, char *out) {
    if (value > DBL_MAX || value < -DBL_MAX)
        return value > 0 ? "infinity" : "-infinity";
    out[attain_i_number_write(value, out)] = '\0';
    return out;
}

const char *attain_i_data_period(int32_t period, char *out) {
    size_t length;
    if (attain_period_format(period, out, ATTAIN_I_DATA_TEXT, &length, NULL) !=
        ATTAIN_OK)
        attain_i_format(out, ATTAIN_I_DATA_TEXT, "%d", (int)period);
    return out;
}

/* --- Checks ------------------------------------------------------------- */

static int is_there(const attain_i_data_row *at, const char *field,
                    const char *text, int required) {
    if (attain_i_data_given(text))
        return 1;
    if (required) {
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_MISSING, at->table, at->row, field,
            "%s \"%s\" has no %s; give it one", at->what, at->id, field);
    }
    return 0;
}

static void report_fault(const attain_i_data_row *at, const char *field,
                         const char *text, const char *fault) {
    if (fault != NULL) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_TEXT, at->table, at->row,
                              field, "%s: %s; it is \"%s\"", field, fault,
                              text);
    }
}

void attain_i_data_check_id(const attain_i_data_row *at, const char *field,
                            const char *text, int required) {
    if (is_there(at, field, text, required))
        report_fault(at, field, text, attain_i_id_fault(text, strlen(text)));
}

void attain_i_data_check_text(const attain_i_data_row *at, const char *field,
                              const char *text, int required) {
    if (is_there(at, field, text, required))
        report_fault(at, field, text, attain_i_text_fault(text, strlen(text)));
}

void attain_i_data_check_period(const attain_i_data_row *at, const char *field,
                                int32_t period, int32_t frequency) {
    char text[ATTAIN_I_DATA_TEXT];
    int32_t own = attain_period_frequency(period);
    if (period == ATTAIN_PERIOD_NONE)
        return;
    if (own == ATTAIN_FREQUENCY_NONE) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_PERIOD, at->table,
                              at->row, field, "%s %d of \"%s\" is not a period",
                              field, (int)period, at->id);
    } else if (frequency != ATTAIN_FREQUENCY_NONE && own != frequency) {
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_PERIOD, at->table, at->row, field,
            "%s %s of \"%s\" has another frequency than the "
            "periods before it; a dataset has one",
            field, attain_i_data_period(period, text), at->id);
    }
}

void attain_i_data_check_finite(const attain_i_data_row *at, const char *field,
                                double number) {
    char text[ATTAIN_I_DATA_TEXT];
    if (number > DBL_MAX || number < -DBL_MAX) {
        attain_i_report_error(
            at->reporter, ATTAIN_ERR_VALUE, at->table, at->row, field,
            "%s of \"%s\" is %s; give a "
            "number, or nothing",
            field, at->id, attain_i_data_number(number, text));
    }
}

void attain_i_data_check_new(const attain_i_data_row *at, const char *field,
                             const attain_i_map *ids, const char *id) {
    if (attain_i_data_given(id) &&
        attain_i_map_find(ids, id, strlen(id)) >= 0) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_DUPLICATE, at->table,
                              at->row, field,
                              "%s \"%s\" is there already; list each %s once",
                              field, id, at->what);
    }
}

/* --- Rows in and out ---------------------------------------------------- */

attain_status attain_i_data_size(size_t size, size_t first, size_t current,
                                 const char *what, attain_error *err) {
    if (!attain_i_struct_ok(size, first, current)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "struct_size %zu is not that of %s in any "
                             "release; set the struct up with its init "
                             "function",
                             size, what);
    }
    return ATTAIN_OK;
}

attain_status attain_i_data_limit(size_t have, size_t count, const char *table,
                                  attain_error *err) {
    if (count > INT32_MAX - 1 - have) {
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, NULL, -1,
                             "a dataset holds at most %d %s",
                             (int)(INT32_MAX - 1), table);
    }
    return ATTAIN_OK;
}

attain_status attain_i_data_can_get(const attain_dataset *data, size_t count,
                                    size_t first, size_t size, int32_t row,
                                    const char *what, const void *out,
                                    attain_error *err) {
    attain_status status;
    size_t given;
    if (data == NULL || out == NULL)
        return attain_i_fail_null(err, data == NULL ? "data" : "out");
    memcpy(&given, out, sizeof(given));
    status = attain_i_data_size(given, first, size, what, err);
    if (status == ATTAIN_OK && (row < 0 || (size_t)row >= count)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "row", row,
                             "there is no row %d for %s; the dataset has %zu",
                             (int)row, what, count);
    }
    return status;
}

void attain_i_data_give(void *out, const void *row) {
    size_t size;
    memcpy(&size, out, sizeof(size));
    memcpy(out, row, size);
    memcpy(out, &size, sizeof(size));
}

int attain_i_data_keep(attain_dataset *data, const char *text,
                       const char **out) {
    *out = NULL;
    if (!attain_i_data_given(text))
        return 1;
    *out = attain_i_arena_text(&data->arena, text, strlen(text));
    return *out != NULL;
}

void attain_i_data_note_period(attain_dataset *data, int32_t period) {
    if (data->frequency == ATTAIN_FREQUENCY_NONE)
        data->frequency = attain_period_frequency(period);
}

/* --- Words -------------------------------------------------------------- */

int32_t attain_i_data_enter_word(attain_dataset *data, const char *word,
                                 size_t length) {
    int32_t number = attain_i_map_find(&data->word_ids, word, length);
    const char *kept;
    if (number >= 0)
        return number;
    number = (int32_t)data->word_count;
    kept = attain_i_arena_text(&data->arena, word, length);
    if (data->word_count >= INT32_MAX - 1 || kept == NULL ||
        !attain_i_grow(&data->allocator, (void **)&data->words,
                       &data->word_capacity, data->word_count + 1,
                       sizeof(*data->words)) ||
        !attain_i_map_add(&data->word_ids, kept, length, number))
        return -1;
    data->words[data->word_count++] = kept;
    return number;
}

void attain_i_data_forget_words(attain_dataset *data, size_t count) {
    while (data->word_count > count) {
        const char *word = data->words[--data->word_count];
        attain_i_map_remove(&data->word_ids, word, strlen(word));
    }
}

int32_t attain_i_dataset_word(const attain_dataset *data, const char *word) {
    return attain_i_map_find(&data->word_ids, word, strlen(word));
}

/* --- Revision ----------------------------------------------------------- */

void attain_i_data_mix(attain_dataset *data, uint64_t bits) {
    data->revision = attain_i_mix(data->revision, bits);
}

void attain_i_data_mix_number(attain_dataset *data, double number) {
    uint64_t bits = UINT64_MAX; /* of any NaN */
    if (!isnan(number))
        memcpy(&bits, &number, sizeof(bits));
    attain_i_data_mix(data, bits);
}

void attain_i_data_mix_text(attain_dataset *data, const char *text) {
    size_t length = text != NULL ? strlen(text) : 0;
    attain_i_data_mix(data, length);
    for (size_t i = 0; i < length; i++)
        attain_i_data_mix(data, (unsigned char)text[i]);
}
