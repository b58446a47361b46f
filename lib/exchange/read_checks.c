#include <string.h>

#include "exchange/layouts.h"
#include "quality/model.h"

/* Checks while they are read. */
typedef struct reading {
    attain_i_reader reader;
    attain_i_sources sources;
    attain_i_table table;
    attain_i_checks_object object;
} reading;

static int is_wanted(const char *base) {
    return attain_i_is_table(base, attain_i_layout_checks.name);
}

static attain_status read_sources(reading *at) {
    attain_i_problems *problems = &at->reader.problems;
    for (size_t i = 0; i < at->sources.count; i++) {
        if (!is_wanted(at->sources.tables[i].base)) {
            attain_i_problem_file(problems, at->sources.tables[i].name,
                                  ATTAIN_ERR_UNKNOWN,
                                  "this is no table of checks: that is "
                                  "checks.csv");
        }
    }
    const attain_i_table_source *source = attain_i_sources_table(
        &at->sources, problems, attain_i_layout_checks.name);
    return source == NULL ? ATTAIN_OK
                          : attain_i_table_read(&at->reader, &at->table, source,
                                                &at->object);
}

static attain_status begin(reading *at, const attain_plan *plan,
                           const attain_dataset *data,
                           const attain_read_options *options,
                           attain_error *err) {
    memset(at, 0, sizeof *at);
    attain_status status = attain_i_reader_init(&at->reader, options, err);
    if (status == ATTAIN_OK) {
        attain_i_table_init(&at->table, &attain_i_layout_checks, NULL);
        at->object = (attain_i_checks_object){NULL, plan, data, &at->reader};
    }
    return status;
}

/* Reads the sources, if they could be listed, and ends the call. */
static attain_status finish(reading *at, attain_status status,
                            attain_checks **out, attain_error *err) {
    if (status == ATTAIN_OK) {
        attain_i_sources_sort(&at->sources);
        status = attain_checks_create(&at->reader.allocator, &at->object.checks,
                                      err);
    }
    if (status == ATTAIN_OK)
        status = attain_i_reader_finish(&at->reader, read_sources(at), err);
    if (status == ATTAIN_OK)
        *out = at->object.checks;
    else
        attain_checks_destroy(at->object.checks);
    attain_i_table_clear(&at->reader, &at->table);
    attain_i_sources_clear(&at->sources);
    return status;
}

attain_status attain_read_checks_tables(const attain_table *tables,
                                        size_t count, const attain_plan *plan,
                                        const attain_dataset *data,
                                        const attain_read_options *options,
                                        attain_checks **out,
                                        attain_error *err) {
    reading at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = begin(&at, plan, data, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_take(&at.sources, &at.reader.allocator, tables,
                                   count, err);
    return finish(&at, status, out, err);
}

attain_status attain_read_checks(const char *folder, const attain_plan *plan,
                                 const attain_dataset *data,
                                 const attain_read_options *options,
                                 attain_checks **out, attain_error *err) {
    reading at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = begin(&at, plan, data, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_list(&at.sources, &at.reader.allocator, folder,
                                   is_wanted, err);
    return finish(&at, status, out, err);
}
