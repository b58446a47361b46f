/* What the harnesses share. Any input must lead to a status and to problems in
 * order, never to a crash, a leak or an object made in spite of an error. */
#ifndef ATTAIN_TESTS_FUZZ_H
#define ATTAIN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "attain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define FUZZ_CHECK(condition)                                                  \
    do {                                                                       \
        if (!(condition)) {                                                    \
            abort();                                                           \
        }                                                                      \
    } while (0)

enum { FUZZ_TABLES = 16, FUZZ_NAME = 32 };

/* Tables in one input, each after a line `== name`. */
typedef struct fuzz_tables {
    attain_table tables[FUZZ_TABLES];
    char names[FUZZ_TABLES][FUZZ_NAME];
    size_t count;
} fuzz_tables;

static inline const char *fuzz_find(const char *at, const char *end) {
    for (; at + 4 <= end; at++)
        if (memcmp(at, "\n== ", 4) == 0)
            return at;
    return end;
}

static inline void fuzz_cut(const uint8_t *bytes, size_t length,
                            fuzz_tables *out) {
    const char *end = (const char *)bytes + length;
    const char *at = fuzz_find((const char *)bytes, end);
    out->count = 0;
    while (at < end && out->count < FUZZ_TABLES) {
        attain_table *table = &out->tables[out->count];
        char *name = out->names[out->count++];
        size_t size = 0;
        for (at += 4; at < end && *at != '\n' && size + 1 < FUZZ_NAME; at++)
            name[size++] = *at == '\0' ? '0' : *at;
        name[size] = '\0';
        at += at < end;
        attain_table_init(table);
        table->name = name;
        table->text = at;
        at = fuzz_find(at, end);
        table->length = (size_t)(at - table->text);
        for (size_t i = 0; i + 1 < out->count; i++) {
            if (strcmp(out->names[i], name) == 0) {
                out->count--; /* files of a folder have different names */
                break;
            }
        }
    }
}

typedef struct fuzz_told {
    size_t errors;
    size_t count;
    int64_t line;
    int64_t column;
    char file[256];
} fuzz_told;

/* In the order of files, lines and columns, each on one line of text. */
static inline int32_t fuzz_tell(const attain_problem *problem, void *user) {
    fuzz_told *told = user;
    size_t count;
    char line[2048];
    FUZZ_CHECK(attain_problem_format(problem, line, sizeof(line), &count,
                                     NULL) == ATTAIN_OK);
    for (size_t i = 0; i < count; i++)
        FUZZ_CHECK((unsigned char)line[i] >= 0x20);
    FUZZ_CHECK(problem->line >= 0 && problem->column >= 0 &&
               problem->offset >= -1);
    if (strncmp(told->file, problem->file, sizeof(told->file) - 1) == 0 &&
        problem->code != ATTAIN_ERR_LIMIT) {
        FUZZ_CHECK(
            problem->line > told->line ||
            (problem->line == told->line && problem->column >= told->column));
    }
    strncpy(told->file, problem->file, sizeof(told->file) - 1);
    told->line = problem->line;
    told->column = problem->column;
    told->errors += problem->severity == ATTAIN_SEVERITY_ERROR;
    told->count++;
    return 0;
}

static inline void fuzz_options(attain_read_options *options, fuzz_told *told) {
    memset(told, 0, sizeof(*told));
    attain_read_options_init(options);
    options->handler = fuzz_tell;
    options->user = told;
    options->max_field_size = 4096;
}

#endif
