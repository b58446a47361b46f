/* What the tables of a dataset share: taking rows in, checking their texts,
 * giving rows out. */
#ifndef ATTAIN_DATASET_ROW_H
#define ATTAIN_DATASET_ROW_H

#include "dataset/model.h"

/* A row being checked. */
typedef struct attain_i_data_row {
    const char *table;
    const char *what; /* one row of it, for messages */
    const char *id;   /* "" if it has none */
    int64_t row;
    attain_i_reporter *reporter;
} attain_i_data_row;

/* Reports an id or word that is none; with `required` also that it is not
 * given. NULL and "" alike say so. */
void attain_i_data_check_id(const attain_i_data_row *at, const char *field,
                            const char *text, int required);
/* The same for names and other text. */
void attain_i_data_check_text(const attain_i_data_row *at, const char *field,
                              const char *text, int required);
/* Reports a period that is none, or of another frequency than the dataset. */
void attain_i_data_check_period(const attain_i_data_row *at, const char *field,
                                int32_t period, int32_t frequency);
/* Reports an infinite number. NaN is fine. */
void attain_i_data_check_finite(const attain_i_data_row *at, const char *field,
                                double number);
/* Reports an id that `ids` has. */
void attain_i_data_check_new(const attain_i_data_row *at, const char *field,
                             const attain_i_map *ids, const char *id);

/* ATTAIN_OK, or ATTAIN_ERR_STRUCT for a size that no release has had. */
attain_status attain_i_data_size(size_t size, size_t first, size_t current,
                                 const char *what, attain_error *err);
/* ATTAIN_OK, or ATTAIN_ERR_LIMIT when `count` more rows are too many. */
attain_status attain_i_data_limit(size_t have, size_t count, const char *table,
                                  attain_error *err);
/* Whether row `row` of `count` can be read into `out`: ATTAIN_OK,
 * ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_STRUCT. */
attain_status attain_i_data_can_get(const attain_dataset *data, size_t count,
                                    size_t first, size_t size, int32_t row,
                                    const char *what, const void *out,
                                    attain_error *err);
/* Copies a struct out, as much of it as `out` has room for. */
void attain_i_data_give(void *out, const void *row);
/* Copies a text, none for NULL and "". False when there is no memory. */
int attain_i_data_keep(attain_dataset *data, const char *text,
                       const char **out);

int attain_i_data_given(const char *text);
/* Sets the dataset's frequency at the first period. */
void attain_i_data_note_period(attain_dataset *data, int32_t period);
/* Number of a word, entered if it is new; −1 when there is no memory. */
int32_t attain_i_data_enter_word(attain_dataset *data, const char *word,
                                 size_t length);
/* Takes the words after the first `count` away, for undoing. */
void attain_i_data_forget_words(attain_dataset *data, size_t count);

/* FNV-1a over words of 64 bits, with the high half brought down, for such a
 * product moves bits only up. */
static inline uint64_t attain_i_mix(uint64_t mixed, uint64_t bits) {
    uint64_t value = (mixed ^ bits) * UINT64_C(1099511628211);
    return value ^ (value >> 32);
}
/* Mixes a number or a text into the dataset's revision. */
void attain_i_data_mix(attain_dataset *data, uint64_t bits);
void attain_i_data_mix_number(attain_dataset *data, double number);
void attain_i_data_mix_text(attain_dataset *data, const char *text);

/* Text of a number or a period for messages. */
enum { ATTAIN_I_DATA_TEXT = 32 };
const char *attain_i_data_number(double value, char *out);
const char *attain_i_data_period(int32_t period, char *out);

#endif
