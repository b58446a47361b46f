/* Rows of a plan's tables. Their fields are data, so that checking, copying
 * and digesting a row is written once. */
#ifndef ATTAIN_PLAN_ROW_H
#define ATTAIN_PLAN_ROW_H

#include "plan/model.h"

enum attain_i_field_kind {
    ATTAIN_I_FIELD_ID = 0,        /* text, an id, required */
    ATTAIN_I_FIELD_NAME = 1,      /* text, required */
    ATTAIN_I_FIELD_REFERENCE = 2, /* text, an id or word; NULL: none */
    ATTAIN_I_FIELD_TEXT = 3,      /* text; NULL: none */
    ATTAIN_I_FIELD_NUMBER = 4,    /* double in a range; NaN: not given */
    ATTAIN_I_FIELD_PERIOD = 5,    /* int32_t; NONE: not given */
    ATTAIN_I_FIELD_WORD = 6,      /* int32_t, a value of `words` */
    ATTAIN_I_FIELD_FLAG = 7,      /* int32_t, 0 or 1 */
    ATTAIN_I_FIELD_INTEGER = 8,   /* int32_t, checked elsewhere */
    ATTAIN_I_FIELD_RESERVED = 9   /* int32_t, 0 */
};

typedef struct attain_i_field {
    const char *name; /* of the column; NULL ends the fields */
    size_t offset;
    enum attain_i_field_kind kind;
    const attain_i_word *words;
    double low, high;  /* range of a number */
    double fallback;   /* what a number is that was not given */
    const char *range; /* the range in words */
} attain_i_field;

/* A table. The first field tells its rows apart. */
typedef struct attain_i_form {
    const char *table; /* file name without .csv */
    const char *what;  /* one row of it, for messages */
    const attain_i_field *fields;
    size_t first_size; /* of the struct in the first release */
    size_t size;       /* of the struct */
} attain_i_form;

#define ATTAIN_I_TEXT(type, member, how)                                       \
    { .name = #member, .offset = offsetof(type, member), .kind = (how) }
#define ATTAIN_I_NUMBER(type, member, from, to, blank, in_words)               \
    {                                                                          \
        .name = #member, .offset = offsetof(type, member),                     \
        .kind = ATTAIN_I_FIELD_NUMBER, .low = (from), .high = (to),            \
        .fallback = (blank), .range = (in_words)                               \
    }
#define ATTAIN_I_ANY_NUMBER(type, member)                                      \
    ATTAIN_I_NUMBER(type, member, -DBL_MAX, DBL_MAX, (double)NAN, "finite")
#define ATTAIN_I_WORD(type, member, list)                                      \
    {                                                                          \
        .name = #member, .offset = offsetof(type, member),                     \
        .kind = ATTAIN_I_FIELD_WORD, .words = (list)                           \
    }
#define ATTAIN_I_INTEGER(type, member, how)                                    \
    { .name = #member, .offset = offsetof(type, member), .kind = (how) }
#define ATTAIN_I_FIELDS_END                                                    \
    { .name = NULL }

/* Copies a caller's struct over `row`, which holds the defaults. ATTAIN_OK,
 * ATTAIN_ERR_STRUCT. */
attain_status attain_i_row_take(const attain_i_form *form, const void *given,
                                void *row, attain_error *err);
/* Reports what is wrong with the fields one by one. */
void attain_i_row_check(const attain_i_form *form, const void *row_data,
                        int64_t row, int32_t frequency,
                        attain_i_reporter *reporter);
/* Copies the row's texts into the plan (an empty one is none) and fills in
 * what numbers are when not given. False when there is no memory. */
int attain_i_row_keep(attain_plan *plan, const attain_i_form *form, void *row);
/* attain_i_row_keep() after making room in the `rows` of the table for it.
 * ATTAIN_OK, ATTAIN_ERR_LIMIT, ATTAIN_ERR_MEMORY. */
attain_status attain_i_row_room(attain_plan *plan, const attain_i_form *form,
                                void **rows, size_t *capacity, size_t count,
                                void *row, attain_error *err);
/* Mixes the row into the plan's revision. */
void attain_i_row_digest(uint64_t *revision, const attain_i_form *form,
                         const void *row);
/* Copies rows[row] out, `struct_size` bytes of it. */
attain_status attain_i_row_get(const attain_plan *plan,
                               const attain_i_form *form, const void *rows,
                               size_t count, int32_t row, void *out,
                               attain_error *err);

/* Mixes one more number into a digest. */
void attain_i_digest_number(uint64_t *digest, double number);

/* Text of a number or a period for messages. */
enum { ATTAIN_I_SHORT_TEXT = 32 };
const char *attain_i_number_text(double value, char *out);
const char *attain_i_period_text(int32_t period, char *out);

/* "" and NULL alike say that a text was not given. */
int attain_i_given(const char *text);
/* Reports that an id is taken. */
void attain_i_report_duplicate(attain_i_reporter *reporter, const char *table,
                               int64_t row, const char *field, const char *id,
                               const char *advice);
/* Reports a warning for a cell that does nothing (rulings A98). */
void attain_i_report_idle(attain_i_reporter *reporter, const char *table,
                          int64_t row, const char *field, const char *id,
                          const char *reason);

extern const attain_i_form attain_i_form_info;
extern const attain_i_form attain_i_form_goal;
extern const attain_i_form attain_i_form_metric;
extern const attain_i_form attain_i_form_target;
extern const attain_i_form attain_i_form_path_point;
extern const attain_i_form attain_i_form_band;
extern const attain_i_form attain_i_form_group;
extern const attain_i_form attain_i_form_choice;

#endif
