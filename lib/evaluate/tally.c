/* Targets counted for a grade (rulings A85, A116). */
#include <math.h>

#include "evaluate/tree.h"

static void count(const attain_evaluation *ev, const attain_i_node *target,
                  int32_t unit, attain_i_tally *out) {
    int32_t row = ev->rows[target->rows].row_of_unit[unit];
    size_t at = target->first_row + (size_t)row;
    if (row < 0 || ev->verdicts[at] == ATTAIN_VERDICT_NONE)
        return;
    out->targets++;
    if (ev->verdicts[at] == ATTAIN_VERDICT_MET) {
        out->met++;
        return;
    }
    double low = ev->lows == NULL ? NAN : ev->lows[at];
    if (isnan(low))
        low = 0;
    out->least = low < out->least ? low : out->least;
}

void attain_i_tally_of(const attain_evaluation *ev, int32_t goal, int32_t unit,
                       attain_i_tally *out) {
    int32_t depth = ev->nodes[goal].depth;
    *out = (attain_i_tally){0, 0, INFINITY};
    for (size_t n = (size_t)goal + 1;
         n < ev->node_count && ev->nodes[n].depth > depth; n++)
        if (ev->nodes[n].kind == ATTAIN_KIND_TARGET &&
            !(ev->nodes[n].bonus > 0) &&
            attain_i_veto_counts(ev, (int32_t)n, goal))
            count(ev, &ev->nodes[n], unit, out);
}
