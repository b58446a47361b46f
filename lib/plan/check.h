/* Checking a plan as a whole. */
#ifndef ATTAIN_PLAN_CHECK_H
#define ATTAIN_PLAN_CHECK_H

#include "plan/model.h"

/* A check under way. The arrays over goals are filled in by
 * attain_i_check_tree(). */
typedef struct attain_i_check {
    const attain_plan *plan;
    attain_i_reporter *reporter;
    int32_t *parents;    /* of goals: row; −1: none, or not there */
    int32_t *children;   /* of goals: how many goals and targets */
    int32_t *judged;     /* of goals: those that count in its rule */
    int32_t *marks;      /* of goals: scratch */
    const char **levels; /* of goals: where it is judged; NULL: unclear */
    int32_t *order;      /* of metrics: scratch */
    const char **ids;    /* room for the ids of any table and a NULL */
    size_t ids_room;
    size_t words_left; /* ids that suggestions may still look at */
} attain_i_check;

/* Roots, parents, rings, rules and levels of goals (tree.c). */
void attain_i_check_tree(attain_i_check *check);
/* Warns when share or unit_weight cannot matter, since the node is judged at
 * the level of what stands above it (rulings A35, A112). */
void attain_i_check_whole(attain_i_check *check, const char *table, int64_t row,
                          const char *id, double share, const char *unit_weight,
                          const char *level, const char *level_above);
/* The nodes that choices of method are for (choice.c). */
void attain_i_check_choices(attain_i_check *check);
/* Names of metrics in parts, and rings of metrics (order.c). `order` has
 * metric_count elements. */
void attain_i_check_rings(const attain_plan *plan, int32_t *order,
                          attain_i_reporter *reporter);

/* Reports an id that is not in `ids_of` (enum attain_plan_table), with the
 * nearest one that is. */
void attain_i_report_unknown(attain_i_check *check, const char *table,
                             int64_t row, const char *field, const char *id,
                             int32_t ids_of, const char *of);

/* Writes a ring, "a -> b -> a": `names` are its first `shown` members of
 * `total`, each followed by what it leads to. */
enum { ATTAIN_I_RING_SHOWN = 8, ATTAIN_I_RING_TEXT = 360 };
const char *attain_i_ring_text(char *out, const char *const *names,
                               size_t shown, size_t total);

#endif
