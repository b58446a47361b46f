/* Bonus points (rulings A118): what is attained of them is added to the score,
 * up to the cap of the bonus and that of the score. */
#include <math.h>

#include "base/decimal.h"
#include "evaluate/goal.h"

/* Points of all bonus targets at a row: their attainment, or their low or high
 * bound; unknown counts nothing. */
static double points_at(const attain_i_goal_making *m, int32_t row,
                        const double *column) {
    double points = 0;
    for (int32_t c = 0; c < m->node->child_count; c++) {
        const attain_i_node *child = attain_i_goal_child(m, c);
        int64_t at =
            child->bonus > 0 ? attain_i_goal_child_row(m, child, row) : -1;
        double share = at < 0 ? NAN : column[child->first_row + (size_t)at];
        if (!isnan(share))
            points = attain_i_decimal_add(points, child->bonus * share);
    }
    return points;
}

/* A score of 0…1 with the points; one that was higher stays. */
static double with_points(const attain_goal *goal, double score,
                          double points) {
    double cap = goal->score_cap / 100;
    if (points > goal->bonus_cap)
        points = goal->bonus_cap;
    double sum = attain_i_decimal_add(score, points / 100);
    sum = sum > cap ? cap : sum;
    return sum > score ? sum : score;
}

static void add(const attain_i_goal_making *m, const attain_i_run *block,
                const double *column, double *out) {
    for (size_t i = 0; i < block->count; i++) {
        if (!isnan(out[i]))
            out[i] = with_points(m->goal, out[i],
                                 points_at(m, block->rows[i], column));
    }
}

void attain_i_goal_bonus(const attain_i_goal_making *m,
                         const attain_i_run *block, double *score, double *low,
                         double *high) {
    const attain_evaluation *ev = m->ev;
    add(m, block, ev->measures[ATTAIN_MEASURE_ATTAINMENT], score);
    if (!m->bounds || m->scored_count == 0)
        return;
    add(m, block, ev->lows, low);
    add(m, block, ev->highs, high);
}
