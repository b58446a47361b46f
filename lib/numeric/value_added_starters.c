#include <math.h>

#include "numeric/peer.h"
#include "numeric/sum.h"
#include "numeric/value_added.h"

/* Rows among those that started alike. */

/* Rows that have a part, sorted by their start; returns how many. */
static size_t sort_by_start(attain_i_groups_job *j) {
    size_t used = j->offsets[j->groups];
    for (size_t i = 0; i < used; i++) {
        j->items[i].key = j->x[j->order[i]];
        j->items[i].tag = (double)j->order[i];
    }
    attain_i_sort(j->items, used, j->items + used);
    return used;
}

/* Percentiles of the rows in items[from … to − 1] among themselves. */
static attain_status rank_class(attain_i_groups_job *j, size_t from, size_t to,
                                attain_error *err) {
    size_t size = to - from;
    for (size_t i = 0; i < size; i++)
        j->values[i] = j->y[(size_t)j->items[from + i].tag];
    attain_status status =
        attain_i_peer_scores(ATTAIN_PEER_PERCENTILE, 0, j->values, size,
                             j->terms, j->items + 2 * j->count, err);
    for (size_t i = 0; i < size && status == ATTAIN_OK; i++)
        j->rows[(size_t)j->items[from + i].tag] = 100 * j->terms[i];
    return status;
}

attain_status attain_i_growth_percentile(attain_i_groups_job *j,
                                         attain_error *err) {
    size_t used = sort_by_start(j);
    double classes = (double)(int64_t)j->parameters[0];
    attain_status status = ATTAIN_OK;
    for (size_t from = 0; from < used && status == ATTAIN_OK;) {
        size_t first = from; /* of those that start equal */
        double own = (double)(int64_t)(classes * (double)from / (double)used);
        size_t to = from + 1;
        for (; to < used; to++) {
            if (j->items[to].key != j->items[first].key)
                first = to;
            if ((double)(int64_t)(classes * (double)first / (double)used) !=
                own)
                break;
        }
        status = rank_class(j, from, to, err);
        from = to;
    }
    double *scratch = (double *)(void *)(j->items + 2 * j->count);
    for (size_t g = 0; g < j->groups && status == ATTAIN_OK; g++) {
        size_t held = 0;
        for (size_t i = j->offsets[g]; i < j->offsets[g + 1]; i++)
            j->values[held++] = j->rows[j->order[i]];
        if (held > 0)
            attain_i_value_added_set(j, g, ATTAIN_VALUE_ADDED_VALUE,
                                     attain_i_statistic(ATTAIN_STATISTIC_MEDIAN,
                                                        j->values, NULL, held,
                                                        scratch));
    }
    return status;
}

double attain_i_progress8_band(double value, double low, double high) {
    if (low > 0)
        return value >= 0.5 ? 1 : 2;
    if (high < 0)
        return value < -0.5 ? 5 : 4;
    return 3;
}

/* Scores of rows against the mean of those with the same start. */
static void score_rows(attain_i_groups_job *j, size_t used, double divisor) {
    for (size_t from = 0; from < used;) {
        size_t to = from;
        for (; to < used && j->items[to].key == j->items[from].key; to++)
            j->terms[to - from] = j->y[(size_t)j->items[to].tag];
        double mean = attain_i_sum(j->terms, to - from) / (double)(to - from);
        for (; from < to; from++) {
            size_t row = (size_t)j->items[from].tag;
            j->rows[row] = (j->y[row] - mean) / divisor;
        }
    }
}

attain_status attain_i_progress8(attain_i_groups_job *j, attain_error *err) {
    size_t used = sort_by_start(j);
    double sigma = j->parameters[1];
    score_rows(j, used, j->parameters[0]);
    if (sigma == 0) {
        attain_status status =
            attain_statistic_of(ATTAIN_STATISTIC_SD_SAMPLE, NULL, 0, j->rows,
                                NULL, j->count, &sigma, NULL, err);
        if (status != ATTAIN_OK)
            return status;
    }
    for (size_t g = 0; g < j->groups; g++) {
        if (attain_i_value_added_size(j, g) == 0)
            continue;
        double value = attain_i_value_added_mean(j, g);
        double error = sigma / sqrt(attain_i_value_added_size(j, g));
        attain_i_value_added_tell(j, g, value, error, 1.96);
        attain_i_value_added_set(
            j, g, ATTAIN_VALUE_ADDED_BAND,
            error == error
                ? attain_i_progress8_band(value, value - 1.96 * error,
                                          value + 1.96 * error)
                : (double)NAN);
    }
    return ATTAIN_OK;
}
