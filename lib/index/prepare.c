/* From raw values to normalised ones, indicator by indicator. */
#include <math.h>
#include <string.h>

#include "index/model.h"

/* --- Screening ------------------------------------------------------------ */

static void blank_rows(const attain_index *index, double *values) {
    for (size_t r = 0; r < index->frame->rows; r++)
        values[r] = index->kept[r] ? values[r] : (double)NAN;
}

/* Takes part: what is open, and has enough of the indicators not left out. */
static attain_status screen(attain_index *index, attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, 0, ATTAIN_STEP_SCREENING);
    size_t rows = frame->rows;
    size_t used = 0;
    memcpy(index->kept, frame->present, rows);
    if (chosen == NULL)
        return ATTAIN_OK;
    /* `treated` is not there yet: the columns that count lie in it. */
    for (size_t n = 0; n < frame->node_count; n++) {
        int32_t i = frame->nodes[n].indicator;
        if (i >= 0 && !index->omitted[n])
            memcpy(index->treated + used++ * rows,
                   frame->raw + (size_t)i * rows, rows * sizeof(double));
    }
    attain_status status = attain_screen(
        chosen->method, chosen->parameters, ATTAIN_I_MOST_PARAMETERS,
        index->treated, used, rows, rows, 0, index->kept, NULL, NULL, err);
    for (size_t r = 0; r < rows; r++)
        index->kept[r] = index->kept[r] && frame->present[r];
    return status;
}

/* --- Imputation ----------------------------------------------------------- */

static attain_status impute(attain_index *index, size_t node,
                            attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, node, ATTAIN_STEP_IMPUTATION);
    size_t from = (size_t)frame->nodes[node].indicator * frame->rows;
    double *values = index->imputed + from;
    uint8_t *filled = index->filled + from;
    memcpy(values, frame->raw + from, frame->rows * sizeof *values);
    blank_rows(index, values);
    attain_status status = ATTAIN_OK;
    if (chosen != NULL)
        status = attain_impute(
            chosen->method, chosen->parameters, ATTAIN_I_MOST_PARAMETERS,
            values, frame->periods, frame->units, frame->units, frame->groups,
            frame->group_count, frame->times, values, filled, NULL, NULL, err);
    /* Who takes no part gets nothing. */
    blank_rows(index, values);
    for (size_t r = 0; r < frame->rows; r++)
        if (isnan(values[r]))
            filled[r] = ATTAIN_FILLED_MISSING;
        else if (chosen == NULL)
            filled[r] = ATTAIN_FILLED_OBSERVED;
    return status;
}

/* --- Treatment ------------------------------------------------------------ */

static attain_status treat(attain_index *index, size_t node,
                           attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, node, ATTAIN_STEP_TREATMENT);
    size_t rows = frame->rows;
    size_t from = (size_t)frame->nodes[node].indicator * rows;
    const double *values = index->imputed + from;
    uint8_t *touched = index->touched + from;
    uint8_t *reasons = index->reasons + node * rows;
    if (chosen != NULL)
        return attain_treat(chosen->method, chosen->parameters,
                            ATTAIN_I_MOST_PARAMETERS, values, 1, rows, rows,
                            index->treated + from, touched, NULL, reasons, err);
    memcpy(index->treated + from, values, rows * sizeof *values);
    for (size_t r = 0; r < rows; r++) {
        int missing = isnan(values[r]);
        touched[r] = (uint8_t)(missing ? ATTAIN_TREATED_MISSING
                                       : ATTAIN_TREATED_UNTOUCHED);
        reasons[r] =
            (uint8_t)(missing ? ATTAIN_REASON_MISSING : ATTAIN_REASON_NONE);
    }
    return ATTAIN_OK;
}

/* --- Normalisation -------------------------------------------------------- */

static attain_status normalise(attain_index *index, size_t node,
                               uint8_t *reasons, attain_error *err) {
    const attain_i_frame *frame = index->frame;
    const attain_i_chosen *chosen =
        attain_i_build_chosen(index, node, ATTAIN_STEP_NORMALISATION);
    size_t rows = frame->rows;
    const double *values =
        index->treated + (size_t)frame->nodes[node].indicator * rows;
    double *scores = index->scores + node * rows;
    index->low[node] = chosen == NULL && frame->nodes[node].down;
    if (chosen == NULL) {
        memcpy(scores, values, rows * sizeof *scores);
        return ATTAIN_OK;
    }
    attain_status status = attain_normalise(
        chosen->method, chosen->parameters, ATTAIN_I_MOST_PARAMETERS, values, 1,
        rows, rows, NULL, 0, 0, &frame->nodes[node].down, scores, reasons, err);
    /* Where treatment left nothing, its reason is the better one. */
    for (size_t r = 0; r < rows && status == ATTAIN_OK; r++)
        if (!isnan(values[r]))
            index->reasons[node * rows + r] = reasons[r];
    return status;
}

/* --- The whole ------------------------------------------------------------ */

attain_status attain_i_build_prepare(attain_index *index, attain_error *err) {
    const attain_i_frame *frame = index->frame;
    uint8_t *reasons = attain_i_allocate(&index->allocator, frame->rows, 1);
    attain_status status =
        reasons == NULL ? attain_i_fail_memory(err) : screen(index, err);
    for (size_t n = 0; n < frame->node_count && status == ATTAIN_OK; n++) {
        if (frame->nodes[n].indicator < 0)
            continue;
        status = impute(index, n, err);
        if (status == ATTAIN_OK)
            status = treat(index, n, err);
        if (status == ATTAIN_OK)
            status = normalise(index, n, reasons, err);
        status = attain_i_build_blame(index, n, status, err);
    }
    attain_i_release(&index->allocator, reasons, frame->rows, 1);
    return status;
}
