/* Collects what a check reports. */
#ifndef ATTAIN_TESTS_PLAN_PROBLEMS_H
#define ATTAIN_TESTS_PLAN_PROBLEMS_H

#include "support/support.h"

#include "base/error.h"

typedef struct problem {
    int warning;
    attain_status code;
    int64_t row;
    char table[32];
    char field[32];
    char message[440];
} problem;

typedef struct problems {
    attain_i_reporter reporter;
    size_t count;
    problem list[256];
} problems;

static inline void problems_keep(attain_i_reporter *reporter, int warning,
                                 attain_status code, const char *table,
                                 int64_t row, const char *field,
                                 const char *message) {
    problems *to = reporter->user;
    if (to->count < 256) {
        problem *now = &to->list[to->count++];
        now->warning = warning;
        now->code = code;
        now->row = row;
        attain_i_format(now->table, sizeof(now->table), "%s", table);
        attain_i_format(now->field, sizeof(now->field), "%s", field);
        attain_i_format(now->message, sizeof(now->message), "%s", message);
    }
}

static inline void problems_init(problems *to) {
    memset(to, 0, sizeof(*to));
    to->reporter.report = problems_keep;
    to->reporter.user = to;
}

/* Whether there is such a problem. */
static inline int problems_have(const problems *in, int warning,
                                attain_status code, const char *table,
                                int64_t row, const char *field) {
    for (size_t i = 0; i < in->count; i++) {
        const problem *now = &in->list[i];
        if (now->warning == warning && now->code == code && now->row == row &&
            strcmp(now->table, table) == 0 && strcmp(now->field, field) == 0)
            return 1;
    }
    return 0;
}

#endif
