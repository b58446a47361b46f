/* Problems of tables: gathered while reading, told in order at the end. */
#ifndef ATTAIN_EXCHANGE_PROBLEM_H
#define ATTAIN_EXCHANGE_PROBLEM_H

#include "attain/exchange.h"
#include "base/error.h"
#include "base/memory.h"

/* Where a problem is. */
typedef struct attain_i_spot {
    const char *field; /* column's name; NULL: none */
    int64_t line;      /* 0: the whole file */
    int64_t column;    /* 0: the whole line */
    int64_t offset;    /* −1: none */
    int32_t file;      /* index that attain_i_problems_file() gave */
} attain_i_spot;

typedef struct attain_i_found {
    const char *field;
    const char *message;
    int64_t line;
    int64_t column;
    int64_t offset;
    size_t order; /* as found */
    int32_t file;
    int32_t severity;
    int32_t code;
} attain_i_found;

/* Of each severity at most `limit` are kept, all are counted. */
typedef struct attain_i_problems {
    const attain_allocator *allocator; /* borrowed */
    attain_i_arena texts;
    const char **files; /* as shown, in the order of telling */
    attain_i_found *found;
    size_t file_count, file_capacity;
    size_t count, capacity;
    size_t limit;
    size_t kept[2];    /* by severity */
    size_t counted[2]; /* by severity */
    int no_memory;     /* something was lost for want of memory */
} attain_i_problems;

void attain_i_problems_init(attain_i_problems *problems,
                            const attain_allocator *allocator, size_t limit);
void attain_i_problems_clear(attain_i_problems *problems);
/* Registers a file by its name, in the order in which files are told. */
int32_t attain_i_problems_file(attain_i_problems *problems, const char *name);

void attain_i_problem_error(attain_i_problems *problems, attain_status code,
                            const attain_i_spot *spot, const char *format, ...)
    ATTAIN_I_PRINTF(4, 5);
void attain_i_problem_warning(attain_i_problems *problems, attain_status code,
                              const attain_i_spot *spot, const char *format,
                              ...) ATTAIN_I_PRINTF(4, 5);
/* The same for a message that is finished. */
void attain_i_problem_add(attain_i_problems *problems, int warning,
                          attain_status code, const attain_i_spot *spot,
                          const char *message);
/* An error that is a whole file's. */
void attain_i_problem_file(attain_i_problems *problems, const char *name,
                           attain_status code, const char *message);

/* Tells the handler everything, in order. ATTAIN_OK if there was no error;
 * else `err` gets the first one and the status is ATTAIN_ERR_TABLE, or
 * ATTAIN_ERR_IO or ATTAIN_ERR_LIMIT if that is what the first one is. */
attain_status attain_i_problems_tell(attain_i_problems *problems,
                                     attain_problem_handler handler, void *user,
                                     attain_error *err);

#endif
