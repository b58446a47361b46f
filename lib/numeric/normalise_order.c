#include <math.h>

#include "numeric/normalise.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "numeric/rank.h"

/* --- Ranks --------------------------------------------------------------- */

attain_status attain_i_learn_others(const attain_i_normaliser *column,
                                    attain_i_scale *scale, attain_error *err) {
    (void)column;
    (void)err;
    scale->factor = (double)(scale->known - 1);
    if (scale->known < 2)
        scale->reason = ATTAIN_REASON_TOO_FEW;
    return ATTAIN_OK;
}

attain_status attain_i_learn_rank(const attain_i_normaliser *column,
                                  attain_i_scale *scale, attain_error *err) {
    (void)column;
    (void)err;
    scale->base = 1;
    return ATTAIN_OK;
}

attain_status attain_i_learn_borda(const attain_i_normaliser *column,
                                   attain_i_scale *scale, attain_error *err) {
    (void)column;
    (void)scale;
    (void)err;
    return ATTAIN_OK;
}

/* One past the last item that ties with the first, most often itself: a gap of
 * more than two units of the 12th digit is none. */
static size_t tie(const attain_i_item *items, size_t from, size_t known) {
    double key = items[from].key;
    double gap = from + 1 < known ? items[from + 1].key - key : 0;
    return gap > 2e-11 * fabs(key) + 2e-11 * gap
               ? from + 1
               : attain_i_rank_tie(items, from, known);
}

/* base + (worse + ties · equal)/factor. */
void attain_i_score_ranks(const attain_i_normaliser *column,
                          const attain_i_scale *scale) {
    attain_i_item *items = column->items;
    double ties = column->parameters[0];
    size_t known = scale->known;
    int negative = scale->turn > 0; /* best first */
    attain_i_order(column->values, column->count, negative, known,
                   negative ? scale->least : -scale->most,
                   negative ? scale->most : -scale->least, items);
    for (size_t from = 0; from < known;) {
        size_t to = tie(items, from, known);
        double worse = (double)(known - to);
        double equal = (double)(to - from - 1);
        double score = scale->base + (worse + ties * equal) / scale->factor;
        for (; from < to; from++)
            column->out[(size_t)items[from].tag] = score;
    }
    for (size_t i = known; i < column->count; i++)
        column->out[(size_t)items[i].tag] = (double)NAN;
}

/* --- Categories ---------------------------------------------------------- */

attain_status attain_i_learn_quantiles(const attain_i_normaliser *column,
                                       attain_i_scale *scale,
                                       attain_error *err) {
    attain_i_item *items = column->items;
    (void)err;
    /* The keys are turned values, ascending. */
    size_t known = attain_i_rank_items(column->reference,
                                       column->reference_count, scale->turn > 0,
                                       items, items + column->reference_count);
    for (size_t i = 0; i < ATTAIN_I_MOST_CUTS; i++) {
        double p = column->parameters[i];
        scale->cuts[i] = p < 1 ? attain_i_quantile_of_items(items, known, p)
                               : (double)INFINITY;
    }
    return ATTAIN_OK;
}

attain_status attain_i_learn_thresholds(const attain_i_normaliser *column,
                                        attain_i_scale *scale,
                                        attain_error *err) {
    (void)err;
    for (size_t i = 0; i < ATTAIN_I_MOST_CUTS; i++) {
        double cut = column->parameters[i];
        scale->cuts[i] = cut - cut == 0 ? cut * scale->turn : (double)INFINITY;
    }
    return ATTAIN_OK;
}

void attain_i_score_category(const attain_i_normaliser *column,
                             const attain_i_scale *scale) {
    for (size_t i = 0; i < column->count; i++) {
        double v = column->values[i] * scale->turn;
        int passed = 0;
        for (size_t k = 0; k < ATTAIN_I_MOST_CUTS; k++)
            passed += v >= scale->cuts[k];
        column->out[i] = v != v ? v : passed;
    }
}
