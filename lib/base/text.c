#include "base/text.h"

#include <string.h>

#include "base/error.h"

size_t attain_i_length(const char *text, size_t length) {
    return length == ATTAIN_NUL_TERMINATED ? strlen(text) : length;
}

attain_status attain_i_text_out(const char *text, size_t length, char *out,
                                size_t capacity, size_t *count,
                                attain_error *err) {
    *count = length;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= length) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the text needs %zu bytes with its NUL, and "
                             "there is room for %zu",
                             length + 1, capacity);
    }
    memcpy(out, text, length);
    out[length] = '\0';
    return ATTAIN_OK;
}

int attain_i_text_is(const char *a, size_t a_length, const char *b) {
    return strlen(b) == a_length &&
           (a_length == 0 || memcmp(a, b, a_length) == 0);
}

/* Controls are U+0000…1F, U+7F…9F: in valid UTF-8, bytes below 0x20, 0x7f, and
 * 0x80…9f after 0xc2. */
const char *attain_i_text_fault(const char *name, size_t length) {
    if (attain_i_utf8_invalid(name, length) < length)
        return "it is not UTF-8: save the text as UTF-8";
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (byte < 0x20 || byte == 0x7f ||
            (byte == 0xc2 && (unsigned char)name[i + 1] < 0xa0)) {
            return "it contains a control character (a tab, a line break or "
                   "the like): remove it";
        }
    }
    return NULL;
}

const char *attain_i_id_fault(const char *id, size_t length) {
    if (length == 0)
        return "an id needs at least one character: write one";
    if (length > 255)
        return "an id has at most 255 bytes: shorten it";
    const char *fault = attain_i_text_fault(id, length);
    if (fault != NULL)
        return fault;
    if (id[0] == '#' || id[0] == '@' || id[0] == '-') {
        return "an id may not begin with #, @ or -: begin with a letter or a "
               "digit";
    }
    for (size_t i = 0; i < length; i++) {
        if (id[i] == ';' || id[i] == '[' || id[i] == ']') {
            return "an id may not contain ; [ or ]: use another character "
                   "such as _";
        }
    }
    if (attain_i_text_is(id, length, "NA"))
        return "NA means \"not given\": choose another id";
    return NULL;
}

static int is_blank(char letter) {
    return letter == ' ' || letter == '\t';
}

int attain_i_list_next(const char **rest, const char *end, const char **part,
                       size_t *length) {
    const char *begin = *rest;
    if (begin == NULL)
        return 0;
    const char *stop = begin;
    while (stop < end && *stop != ';')
        stop++;
    *rest = stop < end ? stop + 1 : NULL;
    while (begin < stop && is_blank(*begin))
        begin++;
    while (stop > begin && is_blank(stop[-1]))
        stop--;
    *part = begin;
    *length = (size_t)(stop - begin);
    return 1;
}
