/* What findings say, in two languages, made of the kinds' texts. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "quality/model.h"

/* Text into a buffer that may be too small, or be none at all. */
typedef struct writer {
    char *out;
    size_t capacity;
    size_t length; /* of all that was written */
} writer;

static void put(writer *to, const char *text, size_t length) {
    if (to->out != NULL && to->length + length < to->capacity) {
        memcpy(to->out + to->length, text, length);
    }
    to->length += length;
}

static void put_text(writer *to, const char *text) {
    put(to, text, strlen(text));
}

/* As it was observed. */
static void put_number(writer *to, double number) {
    char text[40] = "?";
    size_t length = 1;
    if (number - number == 0) {
        length = attain_i_number_write(number, text);
    }
    put(to, text, length);
}

/* A number that was computed, not observed: to four digits. */
static void put_rough(writer *to, double number) {
    double size = fabs(number);
    int decimals = 3;
    while (size >= 10 && decimals > -12) {
        size /= 10;
        decimals--;
    }
    while (size > 0 && size < 1 && decimals < 15) {
        size *= 10;
        decimals++;
    }
    put_number(to, number - number == 0
                       ? attain_i_round_decimals(number, decimals, 1)
                       : number);
}

static void put_name(writer *to, const attain_i_quality_name *name,
                     int32_t language) {
    if (strcmp(name->id, name->name) == 0) {
        put_text(to, name->id);
        return;
    }
    put_text(to, name->name);
    put_text(to, language == ATTAIN_LANGUAGE_ZH ? "（" : " (");
    put_text(to, name->id);
    put_text(to, language == ATTAIN_LANGUAGE_ZH ? "）" : ")");
}

static void put_unit(writer *to, const attain_quality *quality, int32_t unit,
                     int32_t language) {
    if (unit >= 0) {
        put_name(to, &quality->units[unit], language);
    }
}

static void put_period(writer *to, int32_t period) {
    char text[16] = "?";
    size_t length = 1;
    attain_period_format(period, text, sizeof text, &length, NULL);
    put(to, text, length);
}

static void put_variable(writer *to, const attain_quality *quality,
                         const attain_i_quality_row *row) {
    if (row->variable < 0) {
        return;
    }
    put_text(to, quality->variables[row->variable].id);
    if (row->group >= 0) {
        put_text(to, "[");
        put_text(to, quality->groups[row->group].id);
        put_text(to, "]");
    }
}

static void put_piece(writer *to, const attain_quality *quality,
                      const attain_i_quality_row *row, char piece,
                      int32_t language) {
    switch (piece) {
    case 'v':
        put_variable(to, quality, row);
        break;
    case 'u':
        put_unit(to, quality, row->unit, language);
        break;
    case 'o':
        put_unit(to, quality, row->other, language);
        break;
    case 't':
        put_period(to, row->period);
        break;
    case 'm':
        if (row->metric >= 0) {
            put_text(to, quality->metrics[row->metric].name);
        } else {
            put_variable(to, quality, row);
        }
        break;
    case 'x':
        (row->kind == ATTAIN_CHECK_PEERS ? put_rough : put_number)(to,
                                                                   row->value);
        break;
    case 'r':
        put_rough(to, row->reference);
        break;
    case 's':
        put_rough(to, row->score);
        break;
    default:
        put_number(to, (double)row->count);
        break;
    }
}

static void write_message(writer *to, const attain_quality *quality,
                          const attain_i_quality_row *row, int32_t language) {
    const attain_i_kind_texts *texts =
        &attain_i_kinds[row->kind].texts[language];
    const char *text = texts->message[row->variant];
    while (*text != '\0') {
        const char *brace = strchr(text, '{');
        size_t length = brace == NULL ? strlen(text) : (size_t)(brace - text);
        put(to, text, length);
        text += length;
        if (brace != NULL) {
            put_piece(to, quality, row, brace[1], language);
            text += 3;
        }
    }
}

static int is_language(int32_t language) {
    return language == ATTAIN_LANGUAGE_EN || language == ATTAIN_LANGUAGE_ZH;
}

attain_status attain_quality_message(const attain_quality *quality,
                                     size_t index, int32_t language, char *out,
                                     size_t capacity, size_t *count,
                                     attain_error *err) {
    if (quality == NULL || count == NULL) {
        return attain_i_fail_null(err, quality == NULL ? "quality" : "count");
    }
    if (index >= quality->count || !is_language(language)) {
        return attain_i_fail(
            err, ATTAIN_ERR_ARGUMENT,
            index >= quality->count ? "index" : "language", -1,
            "there is no finding %zu (of %zu) in language %ld", index,
            quality->count, (long)language);
    }
    const attain_i_quality_row *row = &quality->rows[index];
    writer counted = {NULL, 0, 0};
    write_message(&counted, quality, row, language);
    *count = counted.length;
    if (out == NULL) {
        return ATTAIN_OK;
    }
    if (capacity <= counted.length) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the message needs %zu bytes and a NUL, capacity "
                             "is %zu",
                             counted.length, capacity);
    }
    writer filled = {out, capacity, 0};
    write_message(&filled, quality, row, language);
    out[filled.length] = '\0';
    return ATTAIN_OK;
}

const char *attain_quality_advice(const attain_quality *quality, size_t index,
                                  int32_t language) {
    if (quality == NULL || index >= quality->count || !is_language(language)) {
        return NULL;
    }
    const attain_i_quality_row *row = &quality->rows[index];
    const char *advice = quality->advices[row->check];
    return advice != NULL ? advice
                          : attain_i_kinds[row->kind].texts[language].advice;
}
