#include "plan/row.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/decimal.h"

static const char *text_at(const void *row, const attain_i_field *field) {
    const char *text;
    memcpy(&text, (const char *)row + field->offset, sizeof(text));
    return text;
}

static double number_at(const void *row, const attain_i_field *field) {
    double number;
    memcpy(&number, (const char *)row + field->offset, sizeof(number));
    return number;
}

static int32_t integer_at(const void *row, const attain_i_field *field) {
    int32_t integer;
    memcpy(&integer, (const char *)row + field->offset, sizeof(integer));
    return integer;
}

static int is_text(const attain_i_field *field) {
    return field->kind <= ATTAIN_I_FIELD_TEXT;
}

int attain_i_given(const char *text) {
    return text != NULL && text[0] != '\0';
}

const char *attain_i_number_text(double value, char *out) {
    if (value > DBL_MAX || value < -DBL_MAX)
        return value > 0 ? "infinity" : "-infinity";
    out[attain_i_number_write(value, out)] = '\0';
    return out;
}

const char *attain_i_period_text(int32_t period, char *out) {
    size_t length;
    if (attain_period_format(period, out, ATTAIN_I_SHORT_TEXT, &length, NULL) !=
        ATTAIN_OK)
        attain_i_format(out, ATTAIN_I_SHORT_TEXT, "%d", (int)period);
    return out;
}

static attain_status size_of(const attain_i_form *form, const void *given,
                             size_t *size, attain_error *err) {
    memcpy(size, given, sizeof(*size));
    if (!attain_i_struct_ok(*size, form->first_size, form->size)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "struct_size %zu is not that of a %s in any "
                             "release; set the struct up with its init "
                             "function",
                             *size, form->what);
    }
    return ATTAIN_OK;
}

attain_status attain_i_row_take(const attain_i_form *form, const void *given,
                                void *row, attain_error *err) {
    size_t size;
    attain_status status = size_of(form, given, &size, err);
    if (status != ATTAIN_OK)
        return status;
    memcpy(row, given, size);
    memcpy(row, &form->size, sizeof(size));
    return ATTAIN_OK;
}

/* A row being checked. */
typedef struct place {
    const attain_i_form *form;
    const char *id; /* "" if it has none */
    int64_t row;
    int32_t frequency;
    attain_i_reporter *reporter;
} place;

static void check_text(const place *at, const attain_i_field *field,
                       const char *text) {
    int is_id = field->kind == ATTAIN_I_FIELD_ID ||
                field->kind == ATTAIN_I_FIELD_REFERENCE;
    const char *fault;
    if (!attain_i_given(text)) {
        if (field->kind <= ATTAIN_I_FIELD_NAME) {
            attain_i_report_error(at->reporter, ATTAIN_ERR_MISSING,
                                  at->form->table, at->row, field->name,
                                  "%s \"%s\" has no %s; give it one",
                                  at->form->what, at->id, field->name);
        }
        return;
    }
    fault = is_id ? attain_i_id_fault(text, strlen(text))
                  : attain_i_text_fault(text, strlen(text));
    if (fault != NULL) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_TEXT, at->form->table,
                              at->row, field->name, "%s: %s; it is \"%s\"",
                              field->name, fault, text);
    }
}

static void check_number(const place *at, const attain_i_field *field,
                         double number) {
    char text[ATTAIN_I_SHORT_TEXT];
    if (number < field->low || number > field->high) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_VALUE, at->form->table,
                              at->row, field->name,
                              "%s %s of \"%s\" is out of range; it must be %s",
                              field->name, attain_i_number_text(number, text),
                              at->id, field->range);
    }
}

static void check_period(const place *at, const attain_i_field *field,
                         int32_t period) {
    char text[ATTAIN_I_SHORT_TEXT];
    int32_t frequency = attain_period_frequency(period);
    if (period == ATTAIN_PERIOD_NONE)
        return;
    if (frequency == ATTAIN_FREQUENCY_NONE) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_PERIOD, at->form->table,
                              at->row, field->name,
                              "%s %d of \"%s\" is not a period", field->name,
                              (int)period, at->id);
    } else if (at->frequency != ATTAIN_FREQUENCY_NONE &&
               frequency != at->frequency) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_PERIOD, at->form->table,
                              at->row, field->name,
                              "%s %s of \"%s\" has another frequency than the "
                              "plan's first_period; write it like that one",
                              field->name, attain_i_period_text(period, text),
                              at->id);
    }
}

static void check_word(const place *at, const attain_i_field *field,
                       int32_t value) {
    for (const attain_i_word *word = field->words; word->word != NULL; word++)
        if (word->value == value)
            return;
    attain_i_report_error(at->reporter, ATTAIN_ERR_ARGUMENT, at->form->table,
                          at->row, field->name,
                          "%s %d of \"%s\" is no value of that vocabulary",
                          field->name, (int)value, at->id);
}

static void check_integer(const place *at, const attain_i_field *field,
                          int32_t value) {
    if (field->kind == ATTAIN_I_FIELD_PERIOD) {
        check_period(at, field, value);
    } else if (field->kind == ATTAIN_I_FIELD_WORD) {
        check_word(at, field, value);
    } else if (field->kind == ATTAIN_I_FIELD_FLAG && value != 0 && value != 1) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_ARGUMENT,
                              at->form->table, at->row, field->name,
                              "%s %d of \"%s\" is neither 0 nor 1", field->name,
                              (int)value, at->id);
    } else if (field->kind == ATTAIN_I_FIELD_RESERVED && value != 0) {
        attain_i_report_error(at->reporter, ATTAIN_ERR_STRUCT, at->form->table,
                              at->row, field->name,
                              "the field %s of \"%s\" must be 0", field->name,
                              at->id);
    }
}

void attain_i_row_check(const attain_i_form *form, const void *row_data,
                        int64_t row, int32_t frequency,
                        attain_i_reporter *reporter) {
    const char *id = text_at(row_data, &form->fields[0]);
    place at = {form, id != NULL ? id : "", row, frequency, reporter};
    for (const attain_i_field *field = form->fields; field->name != NULL;
         field++)
        if (is_text(field))
            check_text(&at, field, text_at(row_data, field));
        else if (field->kind == ATTAIN_I_FIELD_NUMBER)
            check_number(&at, field, number_at(row_data, field));
        else
            check_integer(&at, field, integer_at(row_data, field));
}

int attain_i_row_keep(attain_plan *plan, const attain_i_form *form, void *row) {
    for (const attain_i_field *field = form->fields; field->name != NULL;
         field++) {
        char *place_of = (char *)row + field->offset;
        if (is_text(field)) {
            const char *text = text_at(row, field);
            const char *copy = NULL;
            if (attain_i_given(text)) {
                copy = attain_i_arena_text(&plan->arena, text, strlen(text));
                if (copy == NULL)
                    return 0;
            }
            memcpy(place_of, &copy, sizeof(copy));
        } else if (field->kind == ATTAIN_I_FIELD_NUMBER &&
                   isnan(number_at(row, field))) {
            memcpy(place_of, &field->fallback, sizeof(double));
        }
    }
    return 1;
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923). */
static void digest_bytes(uint64_t *digest, const void *bytes, size_t length) {
    const unsigned char *byte = bytes;
    uint64_t value = *digest;
    for (size_t i = 0; i < length; i++)
        value = (value ^ byte[i]) * UINT64_C(1099511628211);
    *digest = value;
}

/* The same on every machine, whatever its byte order. */
static void digest_integer(uint64_t *digest, uint64_t value) {
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(value >> (8 * i));
    digest_bytes(digest, bytes, sizeof(bytes));
}

void attain_i_digest_number(uint64_t *digest, double number) {
    uint64_t bits = UINT64_MAX; /* of any NaN */
    if (!isnan(number))
        memcpy(&bits, &number, sizeof(bits));
    digest_integer(digest, bits);
}

void attain_i_row_digest(uint64_t *revision, const attain_i_form *form,
                         const void *row) {
    digest_bytes(revision, form->table, strlen(form->table));
    for (const attain_i_field *field = form->fields; field->name != NULL;
         field++) {
        if (is_text(field)) {
            const char *text = text_at(row, field);
            size_t length = text != NULL ? strlen(text) : 0;
            digest_integer(revision, length);
            digest_bytes(revision, text, length);
        } else if (field->kind == ATTAIN_I_FIELD_NUMBER) {
            attain_i_digest_number(revision, number_at(row, field));
        } else {
            digest_integer(revision, (uint64_t)integer_at(row, field));
        }
    }
}

attain_status attain_i_row_get(const attain_plan *plan,
                               const attain_i_form *form, const void *rows,
                               size_t count, int32_t row, void *out,
                               attain_error *err) {
    attain_status status;
    size_t size;
    if (plan == NULL || out == NULL)
        return attain_i_fail_null(err, plan == NULL ? "plan" : "out");
    status = size_of(form, out, &size, err);
    if (status != ATTAIN_OK)
        return status;
    if (row < 0 || (size_t)row >= count) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "row", row,
                             "there is no %s in row %d; the plan has %zu",
                             form->what, (int)row, count);
    }
    memcpy(out, (const char *)rows + (size_t)row * form->size, size);
    memcpy(out, &size, sizeof(size));
    return ATTAIN_OK;
}

attain_status attain_i_row_room(attain_plan *plan, const attain_i_form *form,
                                void **rows, size_t *capacity, size_t count,
                                void *row, attain_error *err) {
    /* Goals and targets share one map, in which row r is 2r or 2r + 1. */
    if (count >= INT32_MAX / 2) {
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, NULL, -1,
                             "a plan holds at most %d rows of %s",
                             (int)(INT32_MAX / 2), form->table);
    }
    if (!attain_i_grow(&plan->allocator, rows, capacity, count + 1,
                       form->size) ||
        !attain_i_row_keep(plan, form, row))
        return attain_i_fail_memory(err);
    return ATTAIN_OK;
}

void attain_i_report_duplicate(attain_i_reporter *reporter, const char *table,
                               int64_t row, const char *field, const char *id,
                               const char *advice) {
    attain_i_report_error(reporter, ATTAIN_ERR_DUPLICATE, table, row, field,
                          "%s \"%s\" is there already; %s", field, id, advice);
}

void attain_i_report_idle(attain_i_reporter *reporter, const char *table,
                          int64_t row, const char *field, const char *id,
                          const char *reason) {
    attain_i_report_warning(reporter, ATTAIN_ERR_VALUE, table, row, field,
                            "%s of \"%s\" has no effect: %s", field, id,
                            reason);
}
