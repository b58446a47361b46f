#include "evaluate/goal.h"

const attain_i_node *attain_i_goal_child(const attain_i_goal_making *m,
                                         int32_t index) {
    return &m->ev->nodes[m->ev->children[m->node->first_child + index]];
}

int64_t attain_i_goal_child_row(const attain_i_goal_making *m,
                                const attain_i_node *child, int32_t row) {
    const attain_i_rows *rows = &m->ev->rows[child->rows];
    return rows == m->rows ? row : rows->row_of_unit[m->rows->units[row]];
}
