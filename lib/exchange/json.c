#include "exchange/json.h"

#include <string.h>

/* What may come next. */
enum {
    WANTS_VALUE,
    WANTS_VALUE_OR_END, /* after [ */
    WANTS_KEY,
    WANTS_KEY_OR_END, /* after { */
    WANTS_COMMA,      /* or the end of what is open */
    WANTS_NOTHING
};

void attain_i_json_init(attain_i_json *json, const char *text, size_t length,
                        char *room) {
    memset(json, 0, sizeof(*json));
    json->text = text;
    json->length = length;
    json->room = room;
    json->line = 1;
    json->wants = WANTS_VALUE;
}

static enum attain_i_json_token fail(attain_i_json *json, const char *fault) {
    json->fault = fault;
    return ATTAIN_I_JSON_FAULT;
}

/* The next letter that is no blank; 0 at the end. */
static char peek(attain_i_json *json) {
    while (json->at < json->length) {
        char letter = json->text[json->at];
        if (letter != ' ' && letter != '\t' && letter != '\r' && letter != '\n')
            return letter;
        json->line += letter == '\n';
        json->at++;
    }
    return '\0';
}

/* --- Strings ------------------------------------------------------------- */

/* Four hexadecimal digits; −1 where there are none. */
static int32_t hex(attain_i_json *json) {
    int32_t value = 0;
    if (json->length - json->at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        char digit = json->text[json->at++];
        int32_t one = digit >= '0' && digit <= '9'   ? digit - '0'
                      : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                      : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                     : -1;
        if (one < 0)
            return -1;
        value = value * 16 + one;
    }
    return value;
}

static void put(attain_i_json *json, uint32_t byte) {
    json->room[json->used++] = (char)(unsigned char)byte;
}

static void put_character(attain_i_json *json, uint32_t code) {
    if (code < 0x80) {
        put(json, code);
    } else if (code < 0x800) {
        put(json, 0xC0 | code >> 6);
        put(json, 0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(json, 0xE0 | code >> 12);
        put(json, 0x80 | (code >> 6 & 0x3F));
        put(json, 0x80 | (code & 0x3F));
    } else {
        put(json, 0xF0 | code >> 18);
        put(json, 0x80 | (code >> 12 & 0x3F));
        put(json, 0x80 | (code >> 6 & 0x3F));
        put(json, 0x80 | (code & 0x3F));
    }
}

/* \uXXXX, perhaps the first half of two; 0 where it is none, for a NUL would
 * end the text. */
static int put_unicode(attain_i_json *json) {
    int32_t code = hex(json);
    if (code >= 0xD800 && code < 0xDC00) {
        int32_t low = -1;
        if (json->length - json->at >= 2 &&
            memcmp(json->text + json->at, "\\u", 2) == 0) {
            json->at += 2;
            low = hex(json);
        }
        if (low < 0xDC00 || low > 0xDFFF)
            return 0;
        code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00);
    }
    if (code <= 0 || (code >= 0xDC00 && code <= 0xDFFF))
        return 0;
    put_character(json, (uint32_t)code);
    return 1;
}

static int put_escape(attain_i_json *json) {
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    if (json->at == json->length)
        return 0;
    char letter = json->text[json->at++];
    const char *found = letter == '\0' ? NULL : strchr(letters, letter);
    if (letter == 'u')
        return put_unicode(json);
    if (found != NULL)
        put(json, (unsigned char)meanings[found - letters]);
    return found != NULL;
}

/* A string from its quote on; it has two of these and so room for its end. */
static int read_string(attain_i_json *json) {
    json->value = json->room + json->used;
    json->at++;
    while (json->at < json->length) {
        unsigned char byte = (unsigned char)json->text[json->at++];
        if (byte == '"') {
            put(json, '\0');
            return 1;
        }
        if (byte < 0x20)
            return 0;
        if (byte != '\\')
            put(json, byte);
        else if (!put_escape(json))
            return 0;
    }
    return 0;
}

/* --- Tokens -------------------------------------------------------------- */

static void value_ends(attain_i_json *json) {
    json->wants = json->depth == 0 ? WANTS_NOTHING : WANTS_COMMA;
}

static enum attain_i_json_token open_bracket(attain_i_json *json, char letter) {
    if (json->depth == ATTAIN_I_JSON_DEPTH)
        return fail(json, "is nested too deeply");
    json->open[json->depth++] = letter;
    json->letter = letter;
    json->at++;
    json->wants = letter == '{' ? WANTS_KEY_OR_END : WANTS_VALUE_OR_END;
    return ATTAIN_I_JSON_OPEN;
}

static enum attain_i_json_token close_bracket(attain_i_json *json,
                                              char letter) {
    int may = json->wants == WANTS_COMMA || json->wants == WANTS_KEY_OR_END ||
              json->wants == WANTS_VALUE_OR_END;
    char open = letter == '}' ? '{' : '[';
    if (!may || json->depth == 0 || json->open[json->depth - 1] != open)
        return fail(json, "has a bracket that closes nothing");
    json->depth--;
    json->letter = letter;
    json->at++;
    value_ends(json);
    return ATTAIN_I_JSON_CLOSE;
}

/* A number, or one of three words. The numbers' grammar is that of letters
 * alone, for none is used. */
static enum attain_i_json_token read_other(attain_i_json *json) {
    static const char letters[] = "+-.0123456789Eaeflnrstu";
    size_t begin = json->at;
    while (json->at < json->length && json->text[json->at] != '\0' &&
           strchr(letters, json->text[json->at]) != NULL)
        json->at++;
    size_t size = json->at - begin;
    if (size == 0)
        return fail(json, "has something that is no value");
    /* Longer than the text by its end; but what is before it is not kept. */
    json->value = json->text[begin] == 't'   ? "true"
                  : json->text[begin] == 'f' ? "false"
                  : json->text[begin] == 'n' ? "null"
                                             : "0";
    int word = json->value[0] != '0';
    if (word && (strlen(json->value) != size ||
                 memcmp(json->value, json->text + begin, size) != 0))
        return fail(json, "has something that is no value");
    value_ends(json);
    return ATTAIN_I_JSON_OTHER;
}

static enum attain_i_json_token read_key(attain_i_json *json) {
    if (peek(json) != '"' || !read_string(json))
        return fail(json, "has a member without a sound name");
    if (peek(json) != ':')
        return fail(json, "has a name without a colon after it");
    json->at++;
    json->wants = WANTS_VALUE;
    return ATTAIN_I_JSON_KEY;
}

static enum attain_i_json_token read_value(attain_i_json *json, char letter) {
    if (letter == '{' || letter == '[')
        return open_bracket(json, letter);
    if (letter == '"') {
        if (!read_string(json)) {
            return fail(json, "has a string that does not end, or has an "
                              "escape that is none");
        }
        value_ends(json);
        return ATTAIN_I_JSON_STRING;
    }
    return read_other(json);
}

enum attain_i_json_token attain_i_json_next(attain_i_json *json) {
    char letter = peek(json);
    if (json->fault != NULL)
        return ATTAIN_I_JSON_FAULT;
    if (letter == '\0' && json->at == json->length) {
        return json->wants == WANTS_NOTHING ? ATTAIN_I_JSON_END
                                            : fail(json, "ends too early");
    }
    if (json->wants == WANTS_NOTHING)
        return fail(json, "goes on behind its end");
    if (letter == '}' || letter == ']')
        return close_bracket(json, letter);
    if (json->wants == WANTS_COMMA) {
        if (letter != ',')
            return fail(json, "has no comma between two values");
        json->at++;
        json->wants =
            json->open[json->depth - 1] == '{' ? WANTS_KEY : WANTS_VALUE;
        letter = peek(json);
    }
    return json->wants == WANTS_KEY || json->wants == WANTS_KEY_OR_END
               ? read_key(json)
               : read_value(json, letter);
}

int attain_i_json_skip(attain_i_json *json, enum attain_i_json_token token) {
    size_t depth = json->depth;
    if (token == ATTAIN_I_JSON_FAULT)
        return 0;
    if (token != ATTAIN_I_JSON_OPEN)
        return 1;
    while (json->depth >= depth)
        if (attain_i_json_next(json) == ATTAIN_I_JSON_FAULT)
            return 0;
    return 1;
}
