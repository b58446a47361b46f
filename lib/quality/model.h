/* What checks and findings are made of. */
#ifndef ATTAIN_QUALITY_MODEL_H
#define ATTAIN_QUALITY_MODEL_H

#include "attain/quality.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "quality/kind.h"

enum { ATTAIN_I_MOST_PARTS = 256 /* of a row */ };

struct attain_checks {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_check *rows;
    size_t count, capacity;
    size_t defaults; /* the first rows */
    attain_i_map ids;
    uint8_t replaced[ATTAIN_I_KINDS]; /* a default row was, by its row */
};

/* Everything that is wrong with a row goes to `reporter`. */
void attain_i_check_check(const attain_checks *checks,
                          const attain_check *check, int64_t row,
                          attain_i_reporter *reporter);

/* A finding. Everything is numbered as its source numbers it; −1: none. */
typedef struct attain_i_quality_row {
    double value, reference, score;
    int64_t line, column;
    int64_t count;
    int32_t check, kind, severity;
    int32_t unit, other, period, variable, group, metric;
    int32_t file;
    int32_t variant; /* which message of the kind */
} attain_i_quality_row;

/* A copy of an id, and of a name where there is one. */
typedef struct attain_i_quality_name {
    const char *id;
    const char *name;
} attain_i_quality_name;

/* Owns all that it shows. */
struct attain_quality {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_i_quality_row *rows;
    size_t count, capacity;
    size_t tally[ATTAIN_QUALITY_ERROR + 1];
    attain_i_quality_name *units, *variables, *groups, *metrics, *checks;
    size_t unit_count, group_count, metric_count, check_count;
    size_t variable_count, variable_capacity;
    attain_i_map more;    /* variables that the dataset does not have, by id */
    const char **advices; /* by check; NULL: the kind's */
    const char **files;
    size_t file_count, file_capacity;
    attain_i_map file_ids;
    double *needed[2], *known[2]; /* by enum attain_quality_by */
    size_t cell_room[2];
};

#endif
