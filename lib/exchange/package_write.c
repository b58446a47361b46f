/* The descriptor of a data package: a look at all tables first, so that
 * nothing is written of a package that has a fault. */
#include <string.h>

#include "exchange/package.h"

/* What is written. */
typedef struct package {
    attain_i_reader reader;
    attain_i_sources sources;
    int no_memory;
} package;

/* Every table, once; to the outlet if there is one. */
static void describe(package *from, attain_i_outlet *outlet) {
    for (size_t i = 0; i < from->sources.count && !from->no_memory; i++) {
        if (outlet != NULL && i > 0)
            attain_i_put_text(outlet, ",");
        from->no_memory |= !attain_i_package_resource(
            &from->reader, &from->sources, &from->sources.tables[i], outlet);
    }
}

/* A table that is none of ours, or no table at all. */
static void check_tables(package *from) {
    attain_i_problems *problems = &from->reader.problems;
    for (size_t i = 0; i < from->sources.count; i++) {
        const attain_i_table_source *source = &from->sources.tables[i];
        if (!attain_i_package_wants(source->base)) {
            attain_i_problem_file(problems, source->name, ATTAIN_ERR_UNKNOWN,
                                  "this is no table of a plan or a dataset");
        }
    }
}

static attain_status write_tables(package *from, attain_sink sink, void *user,
                                  const attain_read_options *options,
                                  attain_error *err) {
    attain_i_outlet outlet;
    describe(from, NULL);
    check_tables(from);
    attain_status status = attain_i_reader_finish(
        &from->reader, from->no_memory ? ATTAIN_ERR_MEMORY : ATTAIN_OK, err);
    if (status != ATTAIN_OK)
        return status;
    /* Once more; what was to be told has been told. */
    attain_i_reader_init(&from->reader, options, NULL);
    attain_i_outlet_init(&outlet, sink, user);
    attain_i_put_text(&outlet, "{\"profile\":\"tabular-data-package\","
                               "\"resources\":[");
    describe(from, &outlet);
    attain_i_put_text(&outlet, "]}\n");
    from->reader.options.handler = NULL;
    status = attain_i_reader_finish(
        &from->reader, from->no_memory ? ATTAIN_ERR_MEMORY : ATTAIN_OK, err);
    if (status == ATTAIN_OK)
        attain_i_outlet_flush(&outlet);
    return status != ATTAIN_OK || outlet.failure == 0
               ? status
               : attain_i_fail(err, ATTAIN_ERR_CALLBACK, "sink", -1,
                               "the sink returned %ld; what it took is "
                               "incomplete",
                               (long)outlet.failure);
}

static attain_status begin(package *from, attain_sink sink,
                           const attain_read_options *options,
                           attain_error *err) {
    memset(from, 0, sizeof *from);
    return sink == NULL ? attain_i_fail_null(err, "sink")
                        : attain_i_reader_init(&from->reader, options, err);
}

/* Writes the tables, if they could be listed, and ends the call. */
static attain_status finish(package *from, attain_status status,
                            attain_sink sink, void *user,
                            const attain_read_options *options,
                            attain_error *err) {
    if (status == ATTAIN_OK)
        status = write_tables(from, sink, user, options, err);
    attain_i_sources_clear(&from->sources);
    return status;
}

attain_status attain_write_package(const char *folder,
                                   const attain_read_options *options,
                                   attain_sink sink, void *user,
                                   attain_error *err) {
    package from;
    attain_status status = begin(&from, sink, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_list(&from.sources, &from.reader.allocator,
                                   folder, attain_i_package_wants, err);
    return finish(&from, status, sink, user, options, err);
}

attain_status attain_write_package_tables(const attain_table *tables,
                                          size_t count,
                                          const attain_read_options *options,
                                          attain_sink sink, void *user,
                                          attain_error *err) {
    package from;
    attain_status status = begin(&from, sink, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_take(&from.sources, &from.reader.allocator,
                                   tables, count, err);
    if (status == ATTAIN_OK)
        attain_i_sources_sort(&from.sources);
    return finish(&from, status, sink, user, options, err);
}
