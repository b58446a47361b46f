/* What the readers share: options with their defaults, memory, problems. */
#ifndef ATTAIN_EXCHANGE_READ_H
#define ATTAIN_EXCHANGE_READ_H

#include "base/text.h"
#include "exchange/dialect.h"
#include "exchange/problem.h"
#include "exchange/scan.h"

typedef struct attain_i_reader {
    attain_allocator allocator;
    attain_read_options options;
    attain_i_problems problems;
    const attain_i_dialect *dialect; /* of the table at hand; NULL: ours */
    size_t advice; /* steps that may still be spent on nearest words */
} attain_i_reader;

/* Checks the options (NULL: the defaults). The reader must be cleared only
 * where ATTAIN_OK is returned. */
attain_status attain_i_reader_init(attain_i_reader *reader,
                                   const attain_read_options *options,
                                   attain_error *err);
/* Tells the problems and clears the reader. `status`: what went wrong beside
 * problems, which comes before them if it is no memory. */
attain_status attain_i_reader_finish(attain_i_reader *reader,
                                     attain_status status, attain_error *err);
/* The tables' name for a column that is headed so. */
void attain_i_reader_alias(const attain_i_reader *reader, const char **text,
                           size_t *length);

/* "" or `; did you mean "nearest"?`, as far as time is left for it. `ids` has
 * `count` pointers that lie `stride` bytes apart. `out` has room for 384
 * bytes. */
void attain_i_reader_nearest(attain_i_reader *reader, const char *text,
                             size_t length, const void *ids, size_t count,
                             size_t stride, char *out);
enum { ATTAIN_I_NEAREST = 384 };

/* A table in memory or a file of a folder. */
typedef struct attain_i_table_source {
    const char *name; /* as shown in problems */
    const char *base; /* without folders */
    const char *text; /* NULL: in the folder */
    size_t length;
} attain_i_table_source;

/* Base name of a path. */
const char *attain_i_base_name(const char *path);
/* True for a file whose name (without folders) is `form`.csv. */
int attain_i_is_table(const char *base, const char *form);
/* True when the name begins with `observations` and ends in `.csv`. */
int attain_i_is_observations(const char *base);

/* The tables of a call: given, or found in a folder. */
typedef struct attain_i_sources {
    const attain_allocator *allocator;
    attain_i_arena names;
    attain_i_table_source *tables;
    size_t count, capacity;
} attain_i_sources;

void attain_i_sources_init(attain_i_sources *sources,
                           const attain_allocator *allocator);
/* False without memory. What the table points to is borrowed. */
int attain_i_sources_add(attain_i_sources *sources,
                         const attain_i_table_source *table);
/* Checks the structs. */
attain_status attain_i_sources_take(attain_i_sources *sources,
                                    const attain_allocator *allocator,
                                    const attain_table *tables, size_t count,
                                    attain_error *err);
/* Lists the files of a folder that `wanted` says yes to, in the order of their
 * names' bytes. */
attain_status attain_i_sources_list(attain_i_sources *sources,
                                    const attain_allocator *allocator,
                                    const char *folder,
                                    int (*wanted)(const char *base),
                                    attain_error *err);
/* Those that a data package's descriptor names; its faults are told, and the
 * reader is finished, where the status is not ATTAIN_OK. */
attain_status attain_i_sources_package(attain_i_reader *reader,
                                       attain_i_sources *sources,
                                       const char *path,
                                       int (*wanted)(const char *base),
                                       attain_error *err);
/* The one or the other: descriptors end in `.json`. */
attain_status attain_i_sources_find(attain_i_reader *reader,
                                    attain_i_sources *sources, const char *path,
                                    int (*wanted)(const char *base),
                                    attain_error *err);
void attain_i_sources_clear(attain_i_sources *sources);
/* The first source that is table `form`, NULL if none is; further ones are
 * told as problems. */
const attain_i_table_source *
attain_i_sources_table(const attain_i_sources *sources,
                       attain_i_problems *problems, const char *form);
/* Sorts by base names, and by names where these are equal. */
void attain_i_sources_sort(attain_i_sources *sources);
/* Opens a source; attain_i_input_close() must follow. */
void attain_i_source_open(const attain_i_table_source *source,
                          attain_i_input *input);
void attain_i_input_close(attain_i_input *input);

#endif
