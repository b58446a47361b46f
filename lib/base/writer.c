#include "base/writer.h"

#include <math.h>
#include <string.h>

#include "attain/base.h"
#include "base/decimal.h"
#include "base/error.h"

void attain_i_write_bytes(attain_i_writer *writer, const char *text,
                          size_t length) {
    if (writer->length + length < writer->capacity)
        memcpy(writer->out + writer->length, text, length);
    writer->length += length;
}

void attain_i_write_text(attain_i_writer *writer, const char *text) {
    attain_i_write_bytes(writer, text, strlen(text));
}

void attain_i_write_filled(attain_i_writer *writer, const char *text,
                           attain_i_write_piece *put, const void *user) {
    for (size_t plain = strcspn(text, "{"); plain > 0 || *text != '\0';
         plain = strcspn(text, "{")) {
        attain_i_write_bytes(writer, text, plain);
        text += plain;
        if (*text == '{') {
            put(writer, text[1], user);
            text += 3;
        }
    }
}

void attain_i_write_words(attain_i_writer *writer, const char *en,
                          const char *zh) {
    attain_i_write_text(writer,
                        writer->language == ATTAIN_LANGUAGE_ZH ? zh : en);
}

void attain_i_write_word(attain_i_writer *writer, const attain_i_word *words,
                         int32_t value) {
    for (; words->word != NULL; words++) {
        if (words->value == value) {
            attain_i_write_words(writer, words->en, words->zh);
            return;
        }
    }
}

void attain_i_write_number(attain_i_writer *writer, double value) {
    char text[40] = "?";
    if (isfinite(value))
        text[attain_i_number_write(value, text)] = '\0';
    attain_i_write_text(writer, text);
}

void attain_i_write_count(attain_i_writer *writer, size_t count) {
    char text[32];
    attain_i_format(text, sizeof text, "%zu", count);
    attain_i_write_text(writer, text);
}

void attain_i_write_period(attain_i_writer *writer, int32_t period) {
    char text[16] = "?";
    size_t length = 0;
    attain_period_format(period, text, sizeof text, &length, NULL);
    attain_i_write_text(writer, text);
}

void attain_i_write_name(attain_i_writer *writer, const char *id,
                         const char *name) {
    attain_i_write_text(writer, name);
    if (strcmp(id, name) == 0)
        return;
    attain_i_write_words(writer, " (", "（");
    attain_i_write_text(writer, id);
    attain_i_write_words(writer, ")", "）");
}

void attain_i_write_end(attain_i_writer *writer) {
    if (writer->length < writer->capacity)
        writer->out[writer->length] = '\0';
}
