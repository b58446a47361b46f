#include "base/text.h"

#include <string.h>

/* The table of well-formed byte sequences of RFC 3629, section 4: the second
 * byte has a range of its own after E0, ED, F0 and F4. */
size_t attain_i_utf8_next(const char *text, size_t length, uint32_t *code) {
    const unsigned char *at = (const unsigned char *)text;
    uint32_t first = at[0];
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    if (first < 0xc2 || first > 0xf4)
        return 0;
    size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length < size)
        return 0;
    uint32_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint32_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    uint32_t value = first & (0x7fu >> size);
    value = value << 6 | (at[1] & 0x3fu);
    for (size_t i = 2; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (at[i] & 0x3fu);
    }
    *code = value;
    return size;
}

/* Bytes below 0x80 at the front, in whole blocks: a few bytes of text may
 * follow that are not counted. */
static size_t ascii_blocks(const char *text, size_t length) {
    enum { WORDS = 8 };
    uint64_t words[WORDS];
    size_t i = 0;
    for (; length - i >= sizeof(words); i += sizeof(words)) {
        uint64_t any = 0;
        memcpy(words, text + i, sizeof(words));
        for (int w = 0; w < WORDS; w++)
            any |= words[w];
        if ((any & 0x8080808080808080u) != 0)
            break;
    }
    return i;
}

size_t attain_i_utf8_invalid(const char *text, size_t length) {
    size_t i = ascii_blocks(text, length);
    while (i < length) {
        uint64_t eight;
        if (length - i >= sizeof(eight)) {
            memcpy(&eight, text + i, sizeof(eight));
            if ((eight & 0x8080808080808080u) == 0) {
                i += sizeof(eight);
                continue;
            }
        }
        uint32_t code;
        size_t size = attain_i_utf8_next(text + i, length - i, &code);
        if (size == 0)
            return i;
        i += size;
    }
    return length;
}
