/* What findings say, in two languages, made of the kinds' texts. */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/writer.h"
#include "quality/model.h"

/* A number that was computed, not observed: to four digits. */
static void put_rough(attain_i_writer *to, double number) {
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
    attain_i_write_number(to, number - number == 0
                                  ? attain_i_round_decimals(number, decimals, 1)
                                  : number);
}

static void put_unit(attain_i_writer *to, const attain_quality *quality,
                     int32_t unit) {
    if (unit >= 0) {
        attain_i_write_name(to, quality->units[unit].id,
                            quality->units[unit].name);
    }
}

static void put_variable(attain_i_writer *to, const attain_quality *quality,
                         const attain_i_quality_row *row) {
    if (row->variable < 0)
        return;
    attain_i_write_text(to, quality->variables[row->variable].id);
    if (row->group >= 0) {
        attain_i_write_text(to, "[");
        attain_i_write_text(to, quality->groups[row->group].id);
        attain_i_write_text(to, "]");
    }
}

/* A finding, and what numbers its pieces. */
typedef struct told {
    const attain_quality *quality;
    const attain_i_quality_row *row;
} told;

static void put_piece(attain_i_writer *to, char piece, const void *user) {
    const told *of = user;
    const attain_i_quality_row *row = of->row;
    switch (piece) {
    case 'v':
        put_variable(to, of->quality, row);
        break;
    case 'u':
        put_unit(to, of->quality, row->unit);
        break;
    case 'o':
        put_unit(to, of->quality, row->other);
        break;
    case 't':
        attain_i_write_period(to, row->period);
        break;
    case 'm':
        if (row->metric >= 0)
            attain_i_write_text(to, of->quality->metrics[row->metric].name);
        else
            put_variable(to, of->quality, row);
        break;
    case 'x':
        (row->kind == ATTAIN_CHECK_PEERS ? put_rough : attain_i_write_number)(
            to, row->value);
        break;
    case 'r':
        put_rough(to, row->reference);
        break;
    case 's':
        put_rough(to, row->score);
        break;
    default:
        attain_i_write_number(to, (double)row->count);
        break;
    }
}

static void write_message(attain_i_writer *to, const attain_quality *quality,
                          const attain_i_quality_row *row) {
    const told of = {quality, row};
    attain_i_write_filled(
        to, attain_i_kinds[row->kind].texts[to->language].message[row->variant],
        put_piece, &of);
}

static int is_language(int32_t language) {
    return language == ATTAIN_LANGUAGE_EN || language == ATTAIN_LANGUAGE_ZH;
}

attain_status attain_quality_message(const attain_quality *quality,
                                     size_t index, int32_t language, char *out,
                                     size_t capacity, size_t *count,
                                     attain_error *err) {
    if (quality == NULL || count == NULL)
        return attain_i_fail_null(err, quality == NULL ? "quality" : "count");
    if (index >= quality->count || !is_language(language)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT,
                             index >= quality->count ? "index" : "language", -1,
                             "there is no finding %zu (of %zu) in language %ld",
                             index, quality->count, (long)language);
    }
    const attain_i_quality_row *row = &quality->rows[index];
    attain_i_writer counted = {NULL, 0, 0, language};
    write_message(&counted, quality, row);
    *count = counted.length;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= counted.length) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the message needs %zu bytes and a NUL, capacity "
                             "is %zu",
                             counted.length, capacity);
    }
    attain_i_writer filled = {out, capacity, 0, language};
    write_message(&filled, quality, row);
    out[filled.length] = '\0';
    return ATTAIN_OK;
}

const char *attain_quality_advice(const attain_quality *quality, size_t index,
                                  int32_t language) {
    if (quality == NULL || index >= quality->count || !is_language(language))
        return NULL;
    const attain_i_quality_row *row = &quality->rows[index];
    const char *advice = quality->advices[row->check];
    return advice != NULL ? advice
                          : attain_i_kinds[row->kind].texts[language].advice;
}
