/* Observations as the long table that the readers take, and as SDMX-CSV 2.0.
 */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "dataset/model.h"
#include "exchange/write.h"

/* A dataset's columns, by variable, period and group. */
typedef struct observations {
    const attain_dataset *data;
    const attain_i_column **sorted;
    /* Writes an observation as a line. */
    void (*put)(attain_i_outlet *outlet, const struct observations *from,
                const attain_i_column *column, size_t unit, int defuse);
    int grouped; /* there are groups */
} observations;

static int by_keys(const void *a, const void *b) {
    const attain_i_column *x = *(const attain_i_column *const *)a;
    const attain_i_column *y = *(const attain_i_column *const *)b;
    return x->variable != y->variable ? (x->variable > y->variable ? 1 : -1)
           : x->period != y->period
               ? (x->period > y->period ? 1 : -1)
               : (x->group > y->group) - (x->group < y->group);
}

static int32_t status_of(const attain_i_column *column, size_t unit) {
    return isnan(column->values[unit]) ? ATTAIN_OBSERVATION_MISSING
           : column->statuses == NULL  ? ATTAIN_OBSERVATION_MEASURED
                                       : column->statuses[unit];
}

static void put_cell(attain_i_outlet *outlet, const char *text, int defuse) {
    attain_i_put_cell(outlet, text, defuse);
    attain_i_put_text(outlet, ",");
}

/* --- Our long form ------------------------------------------------------- */

static void put_own(attain_i_outlet *outlet, const observations *from,
                    const attain_i_column *column, size_t unit, int defuse) {
    const attain_dataset *data = from->data;
    int32_t status = status_of(column, unit);
    int said = status == ATTAIN_OBSERVATION_ESTIMATED ||
               status == ATTAIN_OBSERVATION_PROVISIONAL;

    put_cell(outlet, data->units[unit].id, defuse);
    attain_i_put_period(outlet, column->period);
    attain_i_put_text(outlet, ",");
    put_cell(outlet, data->variables[column->variable].id, defuse);
    attain_i_put_number(outlet, column->values[unit]);
    attain_i_put_text(outlet, ",");
    attain_i_put_text(
        outlet,
        said ? attain_word(ATTAIN_VOCABULARY_OBSERVATION_STATUS, status) : "");
    if (from->grouped) {
        attain_i_put_text(outlet, ",");
        attain_i_put_cell(outlet,
                          column->group < 0 ? "" : data->groups[column->group],
                          defuse);
    }
    attain_i_put_text(outlet, "\n");
}

/* --- SDMX-CSV ------------------------------------------------------------ */

static void put_sdmx(attain_i_outlet *outlet, const observations *from,
                     const attain_i_column *column, size_t unit, int defuse) {
    /* by enum attain_observation_status */
    static const char *const codes[] = {"A", "E", "P", "O"};
    const attain_dataset *data = from->data;
    double value = column->values[unit];

    attain_i_put_text(outlet, "dataflow," ATTAIN_I_SDMX_OBSERVATIONS ",");
    put_cell(outlet, data->units[unit].id, defuse);
    put_cell(outlet, data->variables[column->variable].id, defuse);
    attain_i_put_period(outlet, column->period);
    attain_i_put_text(outlet, ",");
    if (from->grouped) {
        put_cell(outlet, column->group < 0 ? "_Z" : data->groups[column->group],
                 defuse);
    }
    attain_i_put_number(outlet, value);
    attain_i_put_text(outlet, isnan(value) ? "NaN," : ",");
    attain_i_put_text(outlet, codes[status_of(column, unit)]);
    attain_i_put_text(outlet, "\n");
}

/* --- Both ---------------------------------------------------------------- */

static void write_rows(attain_i_outlet *outlet, const observations *from,
                       const attain_write_options *options) {
    const attain_i_columns *store = &from->data->columns;
    size_t first = options->unit < 0 ? 0 : (size_t)options->unit;
    size_t end = options->unit < 0 ? store->unit_count : first + 1;

    for (size_t c = 0; c < store->count; c++) {
        const attain_i_column *column = from->sorted[c];
        for (size_t u = first; u < end && outlet->failure == 0; u++)
            if (column->places->of_unit[u] != ATTAIN_I_PLACE_NONE)
                from->put(outlet, from, column, u, options->defuse);
    }
}

static void write_own(attain_i_outlet *outlet, const void *from,
                      const attain_write_options *options) {
    const observations *all = from;

    attain_i_write_provenance(outlet, options->provenance);
    attain_i_put_text(outlet, "unit,period,variable,value,status");
    attain_i_put_text(outlet, all->grouped ? ",group\n" : "\n");
    write_rows(outlet, all, options);
}

static void write_sdmx(attain_i_outlet *outlet, const void *from,
                       const attain_write_options *options) {
    const observations *all = from;

    attain_i_put_text(outlet,
                      "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,TIME_PERIOD,");
    attain_i_put_text(outlet, all->grouped ? "GROUP," : "");
    attain_i_put_text(outlet, "OBS_VALUE,OBS_STATUS\n");
    write_rows(outlet, all, options);
}

/* --- The call ------------------------------------------------------------ */

/* `out->from` is `all`, which end() gives back. */
static attain_status begin(const attain_dataset *data,
                           const attain_write_options *options,
                           observations *all, attain_i_writing *out,
                           attain_error *err) {
    attain_status status;

    if (data == NULL)
        return attain_i_fail_null(err, "data");
    status = attain_i_write_options_take(options, data->unit_count,
                                         &out->options, err);
    if (status != ATTAIN_OK)
        return status;
    if (out->options.format == ATTAIN_FORMAT_JSON) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "format", -1,
                             "observations are written as csv or sdmx, not "
                             "as json");
    }
    size_t count = data->columns.count;
    all->data = data;
    all->grouped = data->group_count > 0;
    all->sorted =
        attain_i_allocate(&data->allocator, count, sizeof *all->sorted);
    if (all->sorted == NULL)
        return attain_i_fail_memory(err);
    for (size_t c = 0; c < count; c++)
        all->sorted[c] = &data->columns.columns[c];
    qsort(all->sorted, count, sizeof *all->sorted, by_keys);
    out->from = all;
    out->unmarked = 0;
    int sdmx = out->options.format == ATTAIN_FORMAT_SDMX;
    all->put = sdmx ? put_sdmx : put_own;
    out->write = sdmx ? write_sdmx : write_own;
    return ATTAIN_OK;
}

static void end(observations *all) {
    attain_i_release(&all->data->allocator, all->sorted,
                     all->data->columns.count, sizeof *all->sorted);
}

attain_status attain_write_observations(const attain_dataset *data,
                                        const attain_write_options *options,
                                        attain_sink sink, void *user,
                                        attain_error *err) {
    observations all;
    attain_i_writing what;
    attain_status status = begin(data, options, &all, &what, err);

    if (status == ATTAIN_OK) {
        status = attain_i_write_to_sink(&what, sink, user, err);
        end(&all);
    }
    return status;
}

attain_status attain_write_observations_buffer(
    const attain_dataset *data, const attain_write_options *options, char *out,
    size_t capacity, size_t *count, attain_error *err) {
    observations all;
    attain_i_writing what;
    attain_status status = begin(data, options, &all, &what, err);

    if (status == ATTAIN_OK) {
        status = attain_i_write_to_buffer(&what, out, capacity, count, err);
        end(&all);
    }
    return status;
}
