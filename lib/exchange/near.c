#include "exchange/near.h"

#include <string.h>

enum { FOLDED = 256 /* bytes of a folded text that count */ };

/* The ASCII letter of a full-width one (U+FF01 … U+FF5E), in lower case; 0 for
 * blanks; −1 for other characters. Looks at up to three bytes. */
static int fold_letter(const unsigned char *at, size_t rest, size_t *size) {
    *size = 1;
    if (at[0] == ' ' || at[0] == '\t')
        return 0;
    int letter = -1;
    if (at[0] > ' ' && at[0] < 0x7f) {
        letter = at[0];
    } else if (rest >= 2 && at[0] == 0xc2 && at[1] == 0xa0) {
        *size = 2; /* no-break space */
        return 0;
    } else if (rest >= 3 && at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80) {
        *size = 3; /* ideographic space */
        return 0;
    } else if (rest >= 3 && at[0] == 0xef &&
               ((at[1] == 0xbc && at[2] >= 0x81) ||
                (at[1] == 0xbd && at[2] <= 0x9e))) {
        *size = 3;
        letter = at[1] == 0xbc ? at[2] - 0x60 : at[2] - 0x20;
    }
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
}

/* What is left of a text without case, blanks and width; ids are not longer
 * than the room. */
static size_t fold(const char *text, size_t length, char *out) {
    size_t used = 0;
    for (size_t i = 0; i < length && used < FOLDED;) {
        size_t size;
        int letter =
            fold_letter((const unsigned char *)text + i, length - i, &size);
        if (letter > 0)
            out[used++] = (char)letter;
        else if (letter < 0)
            out[used++] = text[i];
        i += size;
    }
    return used;
}

void attain_i_near_init(attain_i_near *near,
                        const attain_allocator *allocator) {
    memset(near, 0, sizeof(*near));
    near->allocator = allocator;
    attain_i_arena_init(&near->texts, allocator);
    attain_i_map_init(&near->map, allocator);
}

void attain_i_near_clear(attain_i_near *near) {
    attain_i_release(near->allocator, near->entries, near->capacity,
                     sizeof(*near->entries));
    attain_i_map_clear(&near->map);
    attain_i_arena_clear(&near->texts);
    near->entries = NULL;
    near->count = 0;
    near->capacity = 0;
}

const attain_i_near_entry *attain_i_near_find(const attain_i_near *near,
                                              const char *text, size_t length) {
    char folded[FOLDED];
    size_t size = fold(text, length, folded);
    int32_t at = attain_i_map_find(&near->map, folded, size);
    return at < 0 ? NULL : &near->entries[at];
}

int attain_i_near_add(attain_i_near *near, const char *text, size_t length,
                      const char *table, int64_t line) {
    char folded[FOLDED];
    size_t size = fold(text, length, folded);
    if (near->count >= INT32_MAX ||
        attain_i_map_find(&near->map, folded, size) >= 0)
        return 1;
    void *entries = near->entries;
    int room = attain_i_grow(near->allocator, &entries, &near->capacity,
                             near->count + 1, sizeof(*near->entries));
    near->entries = entries;
    const char *key = attain_i_arena_text(&near->texts, folded, size);
    if (!room || key == NULL ||
        !attain_i_map_add(&near->map, key, size, (int32_t)near->count))
        return 0;
    near->entries[near->count++] = (attain_i_near_entry){table, line};
    return 1;
}

int attain_i_is_damaged(const char *text, size_t length) {
    size_t i = 0;
    size_t digits = 0;
    for (; i < length &&
           ((text[i] >= '0' && text[i] <= '9') || (i == 1 && text[i] == '.'));
         i++)
        digits += text[i] != '.';
    if (digits == 0 || length - i < 3 || (text[i] != 'E' && text[i] != 'e') ||
        text[i + 1] != '+')
        return 0;
    for (i += 2; i < length; i++)
        if (text[i] < '0' || text[i] > '9')
            return 0;
    return 1;
}
