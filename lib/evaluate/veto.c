/* One-vote vetoes (一票否决; method §6, rulings A28, A84). */
#include "evaluate/tree.h"

/* A target counts for a goal when every goal between them is judged at the
 * goal's own level; a veto inside a finer goal stops there. The nodes of a
 * goal's subtree follow it in pre-order. */
int attain_i_veto_counts(const attain_evaluation *ev, int32_t target,
                         int32_t goal) {
    int32_t up = ev->nodes[target].parent;
    while (up != goal) {
        if (!attain_i_same_level(&ev->nodes[up], &ev->nodes[goal]))
            return 0;
        up = ev->nodes[up].parent;
    }
    return 1;
}

size_t attain_i_vetoes_of(const attain_evaluation *ev, int32_t goal,
                          int32_t *out) {
    size_t count = 0;
    int32_t depth = ev->nodes[goal].depth;
    for (size_t n = (size_t)goal + 1;
         n < ev->node_count && ev->nodes[n].depth > depth; n++) {
        if (!ev->nodes[n].veto || !attain_i_veto_counts(ev, (int32_t)n, goal))
            continue;
        if (out != NULL)
            out[count] = (int32_t)n;
        count++;
    }
    return count;
}

int attain_i_veto_fired(const attain_evaluation *ev, int32_t target,
                        int32_t unit) {
    const attain_i_node *node = &ev->nodes[target];
    int32_t row = ev->rows[node->rows].row_of_unit[unit];
    return row >= 0 && ev->verdicts[node->first_row + (size_t)row] ==
                           ATTAIN_VERDICT_NOT_MET;
}
