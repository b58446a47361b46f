#include "base/text.h"

#include <string.h>

enum {
    LONGEST = 64 /* bytes of a word that is compared */
};

static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Edit distance in bytes with exchanged neighbours as one step (optimal string
 * alignment): the table of prefixes, of which three rows are kept. */
static size_t distance(const char *a, size_t a_length, const char *b,
                       size_t b_length) {
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        const size_t *above = rows[(i - 1) % 3];
        const size_t *above2 = rows[(i + 1) % 3];
        size_t *row = rows[i % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            char x = lower(a[i - 1]);
            char y = lower(b[j - 1]);
            row[j] = smaller(above[j], row[j - 1]) + 1;
            row[j] = smaller(row[j], above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && y == lower(a[i - 2]))
                row[j] = smaller(row[j], above2[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

const char *attain_i_nearest(const char *text, size_t length,
                             const char *const *words) {
    if (length > LONGEST)
        return NULL;
    const char *nearest = NULL;
    size_t least = 2 + length / 3;
    for (; *words != NULL; words++) {
        size_t word_length = strlen(*words);
        if (word_length > LONGEST)
            continue;
        size_t steps = distance(text, length, *words, word_length);
        if (steps < least) {
            least = steps;
            nearest = *words;
        }
    }
    return nearest;
}
