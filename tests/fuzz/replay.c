/* Runs a harness over files, so that what was found once is tested always and
 * with any compiler: `replay FILE…`. Each is also cut short at every length,
 * for a table of n bytes has n beginnings. */
#include <stdio.h>

#include "fuzz/fuzz.h"

enum { LONGEST = 1 << 20, CUTS = 600 };

static void run(const uint8_t *bytes, size_t length) {
    /* A block of its own size, so that a tool sees a byte read behind it. */
    uint8_t *copy = malloc(length > 0 ? length : 1);
    FUZZ_CHECK(copy != NULL);
    memcpy(copy, bytes, length);
    LLVMFuzzerTestOneInput(copy, length);
    free(copy);
}

int main(int argc, char **argv) {
    uint8_t *bytes = malloc(LONGEST);
    FUZZ_CHECK(bytes != NULL);
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (file == NULL) {
            fprintf(stderr, "%s: cannot be opened\n", argv[i]);
            free(bytes);
            return 1;
        }
        size_t length = fread(bytes, 1, LONGEST, file);
        fclose(file);
        run(bytes, length);
        for (size_t cut = 0; cut < length && cut < CUTS; cut++)
            run(bytes, cut);
    }
    free(bytes);
    return argc > 1 ? 0 : 1;
}
