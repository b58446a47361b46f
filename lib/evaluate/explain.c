/* Explaining any row as text (method: everything can be asked). */
#include "evaluate/explain.h"

#include <math.h>
#include <string.h>

#include "evaluate/tree.h"
#include "evaluate/words.h"

enum {
    MAX_NAMED = 20 /* units that are named one by one */
};

static void write_verdict(attain_i_writer *writer, const attain_evaluation *ev,
                          const attain_i_node *node, size_t row) {
    attain_i_write_word(writer, attain_i_words_verdict,
                        ev->verdicts[node->first_row + row]);
}

static void write_head(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    const attain_i_node *node = what->node;
    const attain_i_eval_unit *unit = &what->ev->units[what->unit];
    attain_i_write_text(writer, node->id);
    attain_i_write_text(writer, " ");
    attain_i_write_text(writer, node->name);
    attain_i_write_text(writer, "\n  ");
    attain_i_write_text(writer, unit->name);
    attain_i_write_words(writer, ", ", "，");
    attain_i_write_period(writer, node->period);
    attain_i_write_words(writer, ": ", "：");
    write_verdict(writer, what->ev, node, what->row);
    if (what->ev->statuses != NULL) {
        attain_i_write_words(writer, ", ", "，");
        attain_i_write_word(writer, attain_i_words_standing,
                            what->ev->statuses[node->first_row + what->row]);
    }
    attain_i_write_text(writer, "\n");
    if (node->source[0] != '\0') {
        attain_i_write_words(writer, "  Clause: ", "  条款：");
        attain_i_write_text(writer, node->source);
        attain_i_write_text(writer, "\n");
    }
    if (node->owner[0] != '\0') {
        attain_i_write_words(writer, "  Owner: ", "  责任部门：");
        attain_i_write_text(writer, node->owner);
        attain_i_write_text(writer, "\n");
    }
}

/* --- Wholes ------------------------------------------------------------- */

static int is_below(const attain_i_explaining *what, int32_t unit) {
    int32_t up = unit;
    while (up >= 0 && up != what->unit)
        up = what->ev->units[up].parent;
    return up == what->unit;
}

/* Names the units below that have a verdict, and says how many there are. */
static void list_units(const attain_i_explaining *what, uint8_t verdict,
                       const char *en, const char *zh) {
    attain_i_writer *writer = what->writer;
    size_t count = 0;
    for (size_t i = 0; i < what->rows->own_count; i++) {
        size_t row = (size_t)what->rows->own[i];
        if (what->ev->verdicts[what->node->first_row + row] != verdict ||
            !is_below(what, what->rows->units[row]))
            continue;
        if (count == 0) {
            attain_i_write_text(writer, "  ");
            attain_i_write_words(writer, en, zh);
            attain_i_write_words(writer, ":\n", "：\n");
        }
        if (count++ >= MAX_NAMED)
            continue;
        attain_i_write_text(writer, "    ");
        attain_i_write_text(writer, what->ev->units[what->rows->units[row]].id);
        attain_i_write_text(writer, " ");
        attain_i_write_text(writer,
                            what->ev->units[what->rows->units[row]].name);
        double value = attain_evaluation_value(what->ev, ATTAIN_MEASURE_VALUE,
                                               what->index, (int64_t)row);
        if (!isnan(value)) {
            attain_i_write_text(writer, " ");
            attain_i_write_number(writer, value);
        }
        attain_i_write_text(writer, "\n");
    }
    if (count > MAX_NAMED) {
        attain_i_write_words(writer, "    … in all ", "    … 共 ");
        attain_i_write_count(writer, count);
        attain_i_write_text(writer, "\n");
    }
}

static void explain_whole(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    size_t counts[4] = {0};
    double share = what->node->kind == ATTAIN_KIND_TARGET
                       ? what->plan->targets[what->node->row].share
                       : what->plan->goals[what->node->row].share;
    for (size_t i = 0; i < what->rows->own_count; i++) {
        size_t row = (size_t)what->rows->own[i];
        if (is_below(what, what->rows->units[row]))
            counts[what->ev->verdicts[what->node->first_row + row]]++;
    }
    attain_i_write_words(writer, "  Rule: the share of units of level ",
                         "  判定规则：层级 ");
    attain_i_write_text(writer, what->node->level_name);
    attain_i_write_words(writer, " that are met must be at least ",
                         " 各单位的达成比例不低于 ");
    attain_i_write_number(writer, share);
    attain_i_write_words(writer, "\n  Units: met ", "\n  单位：达成 ");
    attain_i_write_count(writer, counts[ATTAIN_VERDICT_MET]);
    attain_i_write_words(writer, ", not met ", "，未达成 ");
    attain_i_write_count(writer, counts[ATTAIN_VERDICT_NOT_MET]);
    attain_i_write_words(writer, ", unknown ", "，未知 ");
    attain_i_write_count(writer, counts[ATTAIN_VERDICT_UNKNOWN]);
    attain_i_write_words(writer, "; share ", "；比例 ");
    attain_i_write_number(writer,
                          attain_i_explained(what, ATTAIN_MEASURE_VALUE));
    attain_i_write_words(writer, "\n  Attainment (mean over the units): ",
                         "\n  实现程度（各单位平均）：");
    attain_i_write_number(writer,
                          attain_i_explained(what, ATTAIN_MEASURE_ATTAINMENT));
    attain_i_write_text(writer, "\n");
    list_units(what, ATTAIN_VERDICT_NOT_MET, "Not met", "未达成的单位");
    list_units(what, ATTAIN_VERDICT_UNKNOWN, "Without data", "缺数据的单位");
}

/* --- Goals -------------------------------------------------------------- */

/* What grades that count have counted (rulings A116). */
static void write_tally(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    attain_i_tally tally;
    if (!what->ev->grade_counts || what->node->parent >= 0)
        return;
    attain_i_tally_of(what->ev, what->index, what->unit, &tally);
    attain_i_write_words(writer, "; targets met ", "；达成 ");
    attain_i_write_count(writer, (size_t)tally.met);
    attain_i_write_words(writer, " of ", " 项，共 ");
    attain_i_write_count(writer, (size_t)tally.targets);
    attain_i_write_words(writer, ", least of the others ",
                         " 项，其余最低实现程度 ");
    attain_i_write_number(writer, isinf(tally.least) ? NAN : tally.least);
}

static void write_rule(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    const attain_goal *goal = &what->plan->goals[what->node->row];
    attain_i_write_words(writer, "  Rule: ", "  判定规则：");
    attain_i_write_word(writer, attain_i_words_rule, goal->rule);
    if (goal->rule == ATTAIN_RULE_AT_LEAST) {
        attain_i_write_text(writer, " ");
        attain_i_write_number(writer, goal->at_least);
    }
    if (!isnan(goal->floor)) {
        attain_i_write_words(writer, ", every other at ", "，其余不低于 ");
        attain_i_write_number(writer, goal->floor);
    }
    attain_i_write_words(writer, "\n  Score: ", "\n  得分：");
    attain_i_write_number(writer,
                          attain_i_explained(what, ATTAIN_MEASURE_SCORE));
    attain_i_write_words(writer, " (between ", "（介于 ");
    attain_i_write_number(writer, attain_i_explained(what, ATTAIN_MEASURE_LOW));
    attain_i_write_words(writer, " and ", " 与 ");
    attain_i_write_number(writer,
                          attain_i_explained(what, ATTAIN_MEASURE_HIGH));
    attain_i_write_words(writer, ", by ", "，合成方式：");
    attain_i_write_word(writer, attain_i_words_aggregate, goal->aggregate);
    attain_i_write_words(writer, ")", "）");
    write_tally(what);
    double grade = attain_i_explained(what, ATTAIN_MEASURE_GRADE);
    if (!isnan(grade)) {
        attain_i_write_words(writer, ", grade ", "，等级 ");
        attain_i_write_text(writer, what->ev->grades[(size_t)grade]);
    }
    attain_i_write_text(writer, "\n");
}

static void write_children(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    const attain_evaluation *ev = what->ev;
    attain_i_write_words(writer, "  Children:\n", "  下级：\n");
    for (int32_t c = 0; c < what->node->child_count; c++) {
        int32_t index = ev->children[what->node->first_child + c];
        const attain_i_node *child = &ev->nodes[index];
        int64_t row = attain_evaluation_find_row(ev, index, what->unit);
        if (row < 0)
            continue;
        attain_i_write_text(writer, "    ");
        attain_i_write_text(writer, child->id);
        attain_i_write_text(writer, " ");
        attain_i_write_text(writer, child->name);
        attain_i_write_words(writer, ": ", "：");
        write_verdict(writer, ev, child, (size_t)row);
        attain_i_write_words(writer, ", attainment ", "，实现程度 ");
        attain_i_write_number(
            writer,
            attain_evaluation_value(ev, ATTAIN_MEASURE_ATTAINMENT, index, row));
        if (child->bonus > 0)
            attain_i_write_words(writer, ", bonus ", "，加分 ");
        else
            attain_i_write_words(writer, ", weight ", "，权重 ");
        attain_i_write_number(writer,
                              child->bonus > 0 ? child->bonus : child->weight);
        attain_i_write_text(writer, "\n");
    }
}

static void write_vetoes(const attain_i_explaining *what) {
    int32_t depth = what->node->depth;
    for (size_t n = (size_t)what->index + 1;
         n < what->ev->node_count && what->ev->nodes[n].depth > depth; n++) {
        if (!what->ev->nodes[n].veto ||
            !attain_i_veto_counts(what->ev, (int32_t)n, what->index) ||
            !attain_i_veto_fired(what->ev, (int32_t)n, what->unit))
            continue;
        attain_i_write_words(what->writer,
                             "  Veto fired: ", "  一票否决触发：");
        attain_i_write_text(what->writer, what->ev->nodes[n].id);
        attain_i_write_text(what->writer, " ");
        attain_i_write_text(what->writer, what->ev->nodes[n].name);
        attain_i_write_text(what->writer, "\n");
    }
}

/* --- Any row ------------------------------------------------------------ */

static attain_status explain(const attain_i_explaining *what,
                             attain_error *err) {
    attain_status status = ATTAIN_OK;
    write_head(what);
    if (what->rows->wholes[what->row]) {
        explain_whole(what);
    } else if (what->node->kind == ATTAIN_KIND_TARGET) {
        status = attain_i_explain_target(what, err);
    } else {
        write_rule(what);
        write_children(what);
        write_vetoes(what);
    }
    attain_i_explain_lenses(what);
    return status;
}

static attain_status find(attain_i_explaining *what, int32_t language,
                          attain_error *err) {
    const attain_evaluation *ev = what->ev;
    if (what->index < 0 || (size_t)what->index >= ev->node_count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "node", what->index,
                             "there is no node %d", (int)what->index);
    if (what->unit < 0 || (size_t)what->unit >= ev->unit_count)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "unit", what->unit,
                             "there is no unit %d", (int)what->unit);
    if (language != ATTAIN_LANGUAGE_EN && language != ATTAIN_LANGUAGE_ZH)
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "language", -1,
                             "there is no language %d", (int)language);
    what->node = &ev->nodes[what->index];
    what->rows = &ev->rows[what->node->rows];
    int32_t row = what->rows->row_of_unit[what->unit];
    if (row < 0)
        return attain_i_fail(err, ATTAIN_ERR_UNKNOWN, "unit", what->unit,
                             "'%s' is not judged at '%s'", what->node->id,
                             ev->units[what->unit].id);
    what->row = (size_t)row;
    return attain_i_same_source(ev, what->plan, what->data, err);
}

attain_status
attain_evaluation_explain(const attain_evaluation *ev, const attain_plan *plan,
                          const attain_dataset *data, int32_t node,
                          int32_t unit, int32_t language, char *out,
                          size_t capacity, size_t *count, attain_error *err) {
    attain_i_writer writer = {NULL, 0, 0, language};
    attain_i_explaining what = {0};
    if (ev == NULL || plan == NULL || data == NULL || count == NULL)
        return attain_i_fail_null(err, ev == NULL     ? "ev"
                                       : plan == NULL ? "plan"
                                       : data == NULL ? "data"
                                                      : "count");
    what.ev = ev;
    what.plan = plan;
    what.data = data;
    what.writer = &writer;
    what.index = node;
    what.unit = unit;
    attain_status status = find(&what, language, err);
    if (status == ATTAIN_OK)
        status = explain(&what, err);
    if (status != ATTAIN_OK)
        return status;
    *count = writer.length;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= writer.length)
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the explanation has %zu bytes and its NUL, "
                             "there is room for %zu",
                             writer.length, capacity);
    writer.out = out;
    writer.capacity = capacity;
    writer.length = 0;
    status = explain(&what, err);
    attain_i_write_end(&writer);
    return status;
}
