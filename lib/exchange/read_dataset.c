#include <string.h>

#include "exchange/layouts.h"
#include "exchange/observe.h"

enum { UNITS = 0, VARIABLES = 1, STAGES = 2, TABLES = 3 };

/* In this order problems are told, and before the observations. */
static const attain_i_layout *const layouts[TABLES] = {
    &attain_i_layout_units, &attain_i_layout_variables,
    &attain_i_layout_stages};

/* A dataset while it is read. */
typedef struct reading {
    attain_i_reader reader;
    attain_i_sources sources;
    attain_i_table tables[TABLES];
    attain_i_near nears[TABLES];
    attain_dataset *data;
} reading;

static int is_wanted(const char *base) {
    for (size_t i = 0; i < TABLES; i++)
        if (attain_i_is_table(base, layouts[i]->name))
            return 1;
    return attain_i_is_observations(base);
}

/* The table's source, or NULL; told where it must be there. */
static const attain_i_table_source *find_source(reading *at, size_t table) {
    const attain_i_table_source *found = attain_i_sources_table(
        &at->sources, &at->reader.problems, layouts[table]->name);
    if (found == NULL && table == UNITS) {
        attain_i_problem_file(
            &at->reader.problems, "units.csv", ATTAIN_ERR_MISSING,
            "the table is missing: a dataset needs units.csv");
    }
    return found;
}

/* Where each unit came from, for those who look for faults in the data. */
static attain_status keep_unit_lines(reading *at) {
    const attain_i_table *units = &at->tables[UNITS];
    return units->count == 0 ||
                   attain_i_dataset_place_units(at->data, "units.csv",
                                                units->lines, units->count)
               ? ATTAIN_OK
               : ATTAIN_ERR_MEMORY;
}

static attain_status read_tables(reading *at) {
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < TABLES && status == ATTAIN_OK; i++) {
        const attain_i_table_source *source = find_source(at, i);
        if (source != NULL) {
            status = attain_i_table_read(&at->reader, &at->tables[i], source,
                                         at->data);
        }
    }
    if (at->tables[VARIABLES].file >= 0)
        at->data->variables_listed = 1;
    return status == ATTAIN_OK ? keep_unit_lines(at) : status;
}

/* The units as a whole, if their table could be read. */
static attain_status check_whole(reading *at) {
    for (size_t i = 0; i < TABLES; i++)
        if ((i == UNITS || at->tables[i].file >= 0) && !at->tables[i].sound)
            return ATTAIN_OK;
    attain_i_whole whole;
    attain_i_whole_init(&whole, &at->reader, at->tables, TABLES);
    return attain_i_dataset_check(at->data, &whole.reporter);
}

static attain_status observe_sources(reading *at, attain_i_observing *all) {
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < at->sources.count && status == ATTAIN_OK; i++) {
        const attain_i_table_source *source = &at->sources.tables[i];
        if (attain_i_is_observations(source->base)) {
            status = attain_i_observe(all, source, source->base);
        } else if (!is_wanted(source->base)) {
            attain_i_problem_file(
                &at->reader.problems, source->name, ATTAIN_ERR_UNKNOWN,
                "this is no table of a dataset: it has units.csv, "
                "variables.csv, stages.csv and observations*.csv");
        }
    }
    return status == ATTAIN_OK ? attain_i_observe_check(all) : status;
}

static attain_status read_all(reading *at, attain_error *err) {
    attain_i_observing all;
    attain_status status = read_tables(at);
    if (status != ATTAIN_OK)
        return attain_i_reader_finish(&at->reader, status, err);
    attain_i_observing_init(&all, &at->reader, at->data);
    all.units_known = at->tables[UNITS].sound;
    all.variables_known =
        at->tables[VARIABLES].file < 0 || at->tables[VARIABLES].sound;
    status = observe_sources(at, &all);
    if (status == ATTAIN_OK)
        status = attain_i_observe_commit_names(&all);
    if (status == ATTAIN_OK)
        status = check_whole(at);
    status = attain_i_reader_finish(&at->reader, status, err);
    if (status == ATTAIN_OK) {
        status = attain_i_observe_commit(&all);
        if (status != ATTAIN_OK)
            attain_i_fail_memory(err);
    }
    attain_i_observing_clear(&all);
    return status;
}

/* --- The call ------------------------------------------------------------- */

static attain_status begin(reading *at, const attain_read_options *options,
                           attain_error *err) {
    memset(at, 0, sizeof(*at));
    attain_status status = attain_i_reader_init(&at->reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    for (size_t i = 0; i < TABLES; i++) {
        attain_i_near_init(&at->nears[i], &at->reader.allocator);
        attain_i_table_init(&at->tables[i], layouts[i], &at->nears[i]);
    }
    return ATTAIN_OK;
}

/* Reads the sources, if they could be listed, and ends the call. */
static attain_status finish(reading *at, attain_status status,
                            attain_dataset **out, attain_error *err) {
    if (status == ATTAIN_OK) {
        attain_i_sources_sort(&at->sources);
        status = attain_dataset_create(&at->reader.allocator, &at->data, err);
    }
    if (status == ATTAIN_OK)
        status = read_all(at, err);
    if (status == ATTAIN_OK)
        *out = at->data;
    else
        attain_dataset_destroy(at->data);
    for (size_t i = 0; i < TABLES; i++) {
        attain_i_table_clear(&at->reader, &at->tables[i]);
        attain_i_near_clear(&at->nears[i]);
    }
    attain_i_sources_clear(&at->sources);
    return status;
}

attain_status attain_read_dataset_tables(const attain_table *tables,
                                         size_t count,
                                         const attain_read_options *options,
                                         attain_dataset **out,
                                         attain_error *err) {
    reading at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = begin(&at, options, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_take(&at.sources, &at.reader.allocator, tables,
                                   count, err);
    return finish(&at, status, out, err);
}

attain_status attain_read_dataset(const char *folder,
                                  const attain_read_options *options,
                                  attain_dataset **out, attain_error *err) {
    reading at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = begin(&at, options, err);
    if (status != ATTAIN_OK)
        return status;
    status =
        attain_i_sources_find(&at.reader, &at.sources, folder, is_wanted, err);
    return finish(&at, status, out, err);
}
