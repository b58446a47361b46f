/* The tree of goals. Chains of parents may be as long as the plan, so nothing
 * here calls itself. */
#include <string.h>

#include "plan/check.h"
#include "plan/row.h"

static void count_children(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t g = 0; g < plan->goal_count; g++) {
        if (check->parents[g] >= 0) {
            check->children[check->parents[g]]++;
            check->judged[check->parents[g]]++;
        }
    }
    for (size_t t = 0; t < plan->target_count; t++) {
        int32_t goal =
            attain_plan_find(plan, ATTAIN_PLAN_GOALS, plan->targets[t].goal,
                             ATTAIN_NUL_TERMINATED);
        if (goal >= 0) {
            check->children[goal]++;
            check->judged[goal] +=
                plan->targets[t].comparator != ATTAIN_COMPARATOR_NONE &&
                !(plan->targets[t].bonus > 0);
        }
    }
}

/* Finds the parents, and that one goal has none. */
static void check_parents(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    const char *root = NULL;
    for (size_t g = 0; g < plan->goal_count; g++) {
        const attain_goal *goal = &plan->goals[g];
        check->parents[g] = -1;
        if (goal->parent != NULL) {
            check->parents[g] = attain_plan_find(
                plan, ATTAIN_PLAN_GOALS, goal->parent, ATTAIN_NUL_TERMINATED);
            if (check->parents[g] < 0) {
                attain_i_report_unknown(check, "goals", (int64_t)g, "parent",
                                        goal->parent, ATTAIN_PLAN_GOALS,
                                        goal->id);
            }
        } else if (root == NULL) {
            root = goal->id;
        } else {
            attain_i_report_error(check->reporter, ATTAIN_ERR_VALUE, "goals",
                                  (int64_t)g, "parent",
                                  "goal \"%s\" has no parent, but \"%s\" is "
                                  "the root already; give it a parent",
                                  goal->id, root);
        }
    }
    if (root == NULL) {
        attain_i_report_error(check->reporter, ATTAIN_ERR_MISSING, "goals", -1,
                              "parent",
                              "the plan has no root; leave the parent of one "
                              "goal out");
    }
}

/* The members of a ring, from its first row on. */
static void report_ring(attain_i_check *check, int32_t member) {
    const attain_plan *plan = check->plan;
    const char *names[ATTAIN_I_RING_SHOWN];
    char text[ATTAIN_I_RING_TEXT];
    size_t total = 0, shown = 0;
    int32_t first = member, g = member;
    do {
        first = g < first ? g : first;
        total++;
        g = check->parents[g];
    } while (g != member);
    for (g = first; shown < total && shown < ATTAIN_I_RING_SHOWN;) {
        names[shown++] = plan->goals[g].id;
        g = check->parents[g];
    }
    attain_i_report_error(check->reporter, ATTAIN_ERR_CYCLE, "goals", first,
                          "parent",
                          "goals are each other's parents in a ring: %s; give "
                          "one of them another parent",
                          attain_i_ring_text(text, names, shown, total));
}

/* Walks up from every goal, marking the way; a walk that meets its own mark
 * has found a ring. Returns how many there are. */
static size_t check_rings(attain_i_check *check) {
    size_t rings = 0;
    for (size_t start = 0; start < check->plan->goal_count; start++) {
        int32_t walk = (int32_t)start + 1;
        int32_t g = (int32_t)start;
        while (g >= 0 && check->marks[g] == 0) {
            check->marks[g] = walk;
            g = check->parents[g];
        }
        if (g >= 0 && check->marks[g] == walk) {
            report_ring(check, g);
            rings++;
        }
    }
    return rings;
}

/* The level of each goal: its own, or that of the nearest goal above that has
 * one, or the plan's. There is no ring. */
static void find_levels(attain_i_check *check) {
    const attain_plan *plan = check->plan;
    for (size_t start = 0; start < plan->goal_count; start++) {
        const char *level = NULL;
        int32_t g = (int32_t)start;
        while (level == NULL) {
            const attain_goal *goal = &plan->goals[g];
            if (check->levels[g] != NULL || goal->level != NULL)
                level = goal->level != NULL ? goal->level : check->levels[g];
            else if (check->parents[g] < 0)
                level = plan->info.level;
            else
                g = check->parents[g];
        }
        for (g = (int32_t)start; g >= 0 && check->levels[g] == NULL;
             g = check->parents[g]) {
            if (plan->goals[g].level != NULL) {
                check->levels[g] = plan->goals[g].level;
                break;
            }
            check->levels[g] = level;
        }
    }
}

void attain_i_check_whole(attain_i_check *check, const char *table, int64_t row,
                          const char *id, double share, const char *unit_weight,
                          const char *level, const char *level_above) {
    static const char reason[] =
        "it is judged at the level of what stands above it, so it has no "
        "units to bring together";
    if (level == NULL || level_above == NULL || strcmp(level, level_above) != 0)
        return;
    if (share < 1)
        attain_i_report_idle(check->reporter, table, row, "share", id, reason);
    if (unit_weight != NULL) {
        attain_i_report_idle(check->reporter, table, row, "unit_weight", id,
                             reason);
    }
}

static void check_goal(attain_i_check *check, size_t g) {
    const attain_plan *plan = check->plan;
    const attain_goal *goal = &plan->goals[g];
    int32_t parent = check->parents[g];
    const char *above = parent >= 0            ? check->levels[parent]
                        : goal->parent == NULL ? plan->info.level
                                               : NULL;
    attain_i_check_whole(check, "goals", (int64_t)g, goal->id, goal->share,
                         goal->unit_weight, check->levels[g], above);
    if (check->children[g] == 0) {
        attain_i_report_warning(check->reporter, ATTAIN_ERR_MISSING, "goals",
                                (int64_t)g, "id",
                                "goal \"%s\" has neither targets nor goals "
                                "below it, so it is always unknown",
                                goal->id);
    } else if (goal->rule == ATTAIN_RULE_AT_LEAST &&
               goal->at_least > check->judged[g]) {
        attain_i_report_error(
            check->reporter, ATTAIN_ERR_VALUE, "goals", (int64_t)g, "at_least",
            "at_least %d of \"%s\" is more than the %d "
            "children that it has to judge",
            (int)goal->at_least, goal->id, (int)check->judged[g]);
    }
}

void attain_i_check_tree(attain_i_check *check) {
    check_parents(check);
    count_children(check);
    if (check_rings(check) == 0)
        find_levels(check);
    for (size_t g = 0; g < check->plan->goal_count; g++)
        check_goal(check, g);
}
