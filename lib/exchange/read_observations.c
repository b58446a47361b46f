#include "exchange/observe.h"

#include <string.h>

/* Reads all sources into the dataset and ends the call. */
static attain_status observe_all(attain_i_reader *reader, attain_dataset *data,
                                 const attain_i_sources *sources,
                                 attain_error *err) {
    attain_i_observing all;
    attain_i_observing_init(&all, reader, data);
    attain_status status = ATTAIN_OK;
    for (size_t i = 0; i < sources->count && status == ATTAIN_OK; i++) {
        status = attain_i_observe(&all, &sources->tables[i],
                                  sources->tables[i].name);
    }
    if (status == ATTAIN_OK)
        status = attain_i_observe_check(&all);
    status = attain_i_reader_finish(reader, status, err);
    if (status == ATTAIN_OK) {
        status = attain_i_observe_commit(&all);
        if (status != ATTAIN_OK)
            attain_i_fail_memory(err);
    } else {
        attain_i_observe_undo(&all);
    }
    attain_i_observing_clear(&all);
    return status;
}

attain_status attain_read_observations(attain_dataset *data,
                                       const attain_table *tables, size_t count,
                                       const attain_read_options *options,
                                       attain_error *err) {
    attain_i_reader reader;
    attain_i_sources sources;
    if (data == NULL)
        return attain_i_fail_null(err, "data");
    attain_status status = attain_i_reader_init(&reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    status =
        attain_i_sources_take(&sources, &reader.allocator, tables, count, err);
    if (status == ATTAIN_OK) {
        attain_i_sources_sort(&sources);
        status = observe_all(&reader, data, &sources, err);
    }
    attain_i_sources_clear(&sources);
    return status;
}

attain_status attain_read_observations_file(attain_dataset *data,
                                            const char *path,
                                            const attain_read_options *options,
                                            attain_error *err) {
    attain_i_reader reader;
    if (data == NULL || path == NULL)
        return attain_i_fail_null(err, data == NULL ? "data" : "path");
    attain_status status = attain_i_reader_init(&reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    attain_i_table_source source = {path, attain_i_base_name(path), NULL, 0};
    attain_i_sources sources;
    memset(&sources, 0, sizeof(sources));
    sources.tables = &source;
    sources.count = 1;
    return observe_all(&reader, data, &sources, err);
}
