/* JSON (RFC 8259) taken apart token by token, without recursion. */
#ifndef ATTAIN_EXCHANGE_JSON_H
#define ATTAIN_EXCHANGE_JSON_H

#include <stddef.h>
#include <stdint.h>

enum attain_i_json_token {
    ATTAIN_I_JSON_END = 0,    /* of the text */
    ATTAIN_I_JSON_FAULT = 1,  /* `fault` says what is wrong on `line` */
    ATTAIN_I_JSON_OPEN = 2,   /* { or [, which is in `letter` */
    ATTAIN_I_JSON_CLOSE = 3,  /* } or ] */
    ATTAIN_I_JSON_KEY = 4,    /* of a member; its value follows */
    ATTAIN_I_JSON_STRING = 5, /* a value */
    ATTAIN_I_JSON_OTHER = 6   /* a number, true, false or null */
};

enum { ATTAIN_I_JSON_DEPTH = 64 };

typedef struct attain_i_json {
    const char *text; /* valid UTF-8 */
    size_t length, at;
    int64_t line;
    char *room; /* for `length` bytes: strings without their escapes */
    size_t used;
    const char *fault;
    char open[ATTAIN_I_JSON_DEPTH]; /* brackets */
    size_t depth;
    int wants;
    /* The token: text of a key, string or other, NUL-terminated. */
    const char *value;
    char letter;
} attain_i_json;

/* `room` is borrowed, and keeps the texts of all tokens. */
void attain_i_json_init(attain_i_json *json, const char *text, size_t length,
                        char *room);
enum attain_i_json_token attain_i_json_next(attain_i_json *json);
/* Passes over the rest of a value whose first token was `token`; false after a
 * fault. */
int attain_i_json_skip(attain_i_json *json, enum attain_i_json_token token);

#endif
