/* Value added of a target: its own rows against each other (rulings A87). */
#include <math.h>
#include <string.h>

#include "evaluate/lens.h"
#include "numeric/rank.h"

/* Room for all of a target's own rows. */
typedef struct making {
    const attain_i_judging *judging;
    int32_t *rows; /* in the node's columns, of those that have a part */
    double *x;     /* v(b0) */
    double *y;     /* v(j) */
    double *sizes;
    double *effects;
    double *errors;
    double *scratch;      /* 5 × room */
    attain_i_item *items; /* 2 × room */
    size_t room;
    size_t count;
} making;

/* The units whose start, end and size (where it is asked for) are known. */
static void take_units(making *m, const double *sizes) {
    const attain_i_judging *judging = m->judging;
    const attain_i_rows *rows = &judging->ev->rows[judging->node->rows];
    for (size_t r = 0; r < rows->own_count; r++) {
        int32_t row = rows->own[r];
        int32_t unit = rows->units[row];
        double x = attain_i_metric_at(judging->work, judging->metric, unit,
                                      judging->base);
        double y = attain_i_metric_at(judging->work, judging->metric, unit,
                                      judging->judged);
        double size = sizes == NULL ? 1 : sizes[unit];
        if (isnan(x) || isnan(y) || !(size > 0))
            continue;
        m->rows[m->count] = row;
        m->x[m->count] = x;
        m->y[m->count] = y;
        m->sizes[m->count++] = size;
    }
}

/* Share of the other units that are worse, and half of those that tie: what
 * differs by less than 1e-12 of the largest term does (rulings A32). */
static void put_percentiles(making *m, double scale, double *out) {
    double others = (double)(m->count - 1);
    attain_i_rank_items(m->effects, m->count, 0, m->items, m->items + m->count);
    for (size_t from = 0; from < m->count;) {
        size_t to = from;
        while (to < m->count &&
               fabs(m->items[to].key - m->items[from].key) <= 1e-12 * scale)
            to++;
        double worse = (double)(m->count - to);
        double ties = (double)(to - from - 1);
        for (; from < to; from++)
            out[m->rows[(size_t)m->items[from].tag]] =
                (worse + ties / 2) / others;
    }
}

static double *column(const making *m, int32_t measure) {
    return attain_i_column_of(m->judging->ev, measure, m->judging->node);
}

/* 95 % of a normal distribution lie within so many standard errors. */
static const double reach = 1.959963984540054;

static void put(making *m, attain_i_added *added) {
    int down = m->judging->use->metric->direction == ATTAIN_DIRECTION_DOWN;
    double *effects = column(m, ATTAIN_MEASURE_VALUE_ADDED_EFFECT);
    double *lows = column(m, ATTAIN_MEASURE_VALUE_ADDED_LOW);
    double *highs = column(m, ATTAIN_MEASURE_VALUE_ADDED_HIGH);
    double *classes = column(m, ATTAIN_MEASURE_VALUE_ADDED_CLASS);
    for (size_t i = 0; i < m->count; i++) {
        double effect = down ? 0 - m->effects[i] : m->effects[i];
        double low = effect - reach * m->errors[i];
        double high = effect + reach * m->errors[i];
        int32_t row = m->rows[i];
        m->effects[i] = effect;
        effects[row] = effect;
        lows[row] = low;
        highs[row] = high;
        classes[row] = isnan(low) ? (double)NAN : (low > 0) - (high < 0);
    }
    put_percentiles(m, added->scale, column(m, ATTAIN_MEASURE_VALUE_ADDED));
}

static void find(making *m, const double *sizes) {
    take_units(m, sizes);
    if (m->count < ATTAIN_I_LEAST_UNITS)
        return;
    attain_i_starters units = {m->x, m->y, sizes == NULL ? NULL : m->sizes,
                               m->scratch, m->count};
    attain_i_added added = {m->effects, m->errors, 0, 0};
    attain_i_added_find(&units, &added);
    if (added.known)
        put(m, &added);
}

static void lay_out(making *m, void *block) {
    m->items = block;
    m->x = (double *)(void *)(m->items + 2 * m->room);
    m->y = m->x + m->room;
    m->sizes = m->y + m->room;
    m->effects = m->sizes + m->room;
    m->errors = m->effects + m->room;
    m->scratch = m->errors + m->room;
    m->rows = (int32_t *)(void *)(m->scratch + 5 * m->room);
}

attain_status attain_i_lens_added(attain_i_work *work,
                                  const attain_i_judging *judging) {
    const attain_evaluation *ev = judging->ev;
    making m = {.judging = judging};
    const double *sizes = NULL;
    m.room = ev->rows[judging->node->rows].own_count;
    if (m.room < ATTAIN_I_LEAST_UNITS || judging->stated ||
        judging->base == ATTAIN_PERIOD_NONE || judging->base >= judging->judged)
        return ATTAIN_OK;
    if (ev->sizes != NULL) {
        int32_t variable = attain_i_map_find(&work->data->variable_ids,
                                             ev->sizes, strlen(ev->sizes));
        sizes = attain_i_variable(work, variable, judging->judged);
        if (sizes == NULL)
            return ATTAIN_ERR_MEMORY;
    }
    size_t bytes =
        10 * sizeof(double) + 2 * sizeof(attain_i_item) + sizeof(int32_t);
    void *block = attain_i_allocate(work->allocator, m.room, bytes);
    if (block == NULL)
        return ATTAIN_ERR_MEMORY;
    lay_out(&m, block);
    find(&m, sizes);
    attain_i_release(work->allocator, block, m.room, bytes);
    return ATTAIN_OK;
}
