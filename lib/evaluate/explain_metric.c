/* How a metric's value is made: its formula with the numbers, and the file and
 * line that each input came from. */
#include <math.h>
#include <string.h>

#include "evaluate/explain.h"

enum {
    MAX_NAMED = 20 /* members that are named one by one */
};

static void write_place(attain_i_writer *writer, const attain_i_work *work,
                        const attain_i_column *column, int32_t unit) {
    const char *file = NULL;
    int64_t line = 0;
    attain_i_dataset_place(work->data, column->places->of_unit[unit], &file,
                           &line);
    if (file == NULL)
        return;
    attain_i_write_text(writer, "  [");
    attain_i_write_text(writer, file);
    attain_i_write_text(writer, ":");
    attain_i_write_count(writer, (size_t)line);
    attain_i_write_text(writer, "]");
}

/* One observation on a line of its own. */
static int write_observation(attain_i_writer *writer, const attain_i_work *work,
                             int32_t variable, int32_t group, int32_t unit,
                             int32_t period) {
    const attain_i_column *column =
        attain_i_dataset_find_column(work->data, variable, period, group);
    if (column == NULL || isnan(column->values[unit]))
        return 0;
    attain_i_write_text(writer, "      ");
    attain_i_write_text(writer, work->data->variables[variable].id);
    if (group >= 0) {
        attain_i_write_text(writer, "[");
        attain_i_write_text(writer, work->data->groups[group]);
        attain_i_write_text(writer, "]");
    }
    attain_i_write_text(writer, " = ");
    attain_i_write_number(writer, column->values[unit]);
    write_place(writer, work, column, unit);
    attain_i_write_text(writer, "\n");
    return 1;
}

/* A variable: its observation, those of its groups, or how it is shared. */
static void write_variable(attain_i_writer *writer, const attain_i_work *work,
                           const char *name, int32_t variable, int32_t group,
                           int32_t unit, int32_t period) {
    int any = 0;
    if (variable >= 0 && group != -2)
        any = write_observation(writer, work, variable, group, unit, period);
    for (size_t g = 0; variable >= 0 && group == ATTAIN_GROUP_NONE && !any &&
                       g < work->data->group_count;
         g++)
        any |=
            write_observation(writer, work, variable, (int32_t)g, unit, period)
            << 1;
    if (any)
        return;
    attain_i_write_text(writer, "      ");
    attain_i_write_text(writer, name);
    int32_t whole = work->forest.parents[unit];
    if (variable >= 0 && work->data->variables[variable].shared && whole >= 0) {
        attain_i_write_words(writer, ": split by weighted enrolment from ",
                             ":按加权学生数从以下学校分摊:");
        attain_i_write_text(writer, work->data->units[whole].name);
        attain_i_write_text(writer, "\n");
        write_observation(writer, work, variable, ATTAIN_GROUP_NONE, whole,
                          period);
        return;
    }
    attain_i_write_words(writer, ": not observed\n", ":无数据\n");
}

static void write_list(attain_i_writer *writer, const attain_i_part *parts,
                       size_t count) {
    if (count > 1)
        attain_i_write_text(writer, "(");
    for (size_t p = 0; p < count; p++) {
        if (parts[p].sign < 0)
            attain_i_write_text(writer, p == 0 ? "−" : " − ");
        else if (p > 0)
            attain_i_write_text(writer, " + ");
        if (parts[p].is_metric)
            attain_i_write_text(writer, "@");
        attain_i_write_text(writer, parts[p].name);
        if (parts[p].group != NULL) {
            attain_i_write_text(writer, "[");
            attain_i_write_text(writer, parts[p].group);
            attain_i_write_text(writer, "]");
        }
    }
    if (count > 1)
        attain_i_write_text(writer, ")");
}

static void write_formula(attain_i_writer *writer,
                          const attain_i_metric_use *use) {
    const attain_i_metric_lists *lists = use->lists;
    attain_i_write_text(writer, use->metric->name);
    attain_i_write_text(writer, " = ");
    if (use->metric->across != ATTAIN_ACROSS_NONE) {
        attain_i_write_word(writer, attain_i_words_across, use->metric->across);
        attain_i_write_words(writer, " over units of level ", ",层级 ");
        attain_i_write_text(writer, use->metric->level);
        attain_i_write_words(writer, " of ", ":");
    }
    if (use->metric->factor != 1) {
        attain_i_write_number(writer, use->metric->factor);
        attain_i_write_text(writer, " × ");
    }
    write_list(writer, lists->numerator, lists->numerator_count);
    if (lists->denominator_count > 0) {
        attain_i_write_text(writer, " / ");
        write_list(writer, lists->denominator, lists->denominator_count);
    }
}

/* The parts of one unit's own value. */
static void write_parts(attain_i_writer *writer, const attain_i_work *work,
                        const attain_i_metric_use *use, int32_t unit,
                        int32_t period) {
    const attain_i_metric_lists *lists = use->lists;
    size_t over = lists->numerator_count;
    for (size_t p = 0; p < over + lists->denominator_count; p++) {
        const attain_i_part *part =
            p < over ? &lists->numerator[p] : &lists->denominator[p - over];
        if (!part->is_metric) {
            write_variable(writer, work, part->name, use->parts[p],
                           use->groups[p], unit, period);
            continue;
        }
        attain_i_write_text(writer, "      @");
        attain_i_write_text(writer, part->name);
        attain_i_write_text(writer, " = ");
        attain_i_write_number(
            writer, attain_i_metric_at(work, use->parts[p], unit, period));
        attain_i_write_text(writer, "\n");
    }
}

/* True when the parts of a member are all there. */
static int is_complete(const attain_i_work *work,
                       const attain_i_metric_use *use, int32_t unit,
                       int32_t period) {
    const attain_i_metric_lists *lists = use->lists;
    size_t over = lists->numerator_count;
    for (size_t p = 0; p < over + lists->denominator_count; p++) {
        const attain_i_part *part =
            p < over ? &lists->numerator[p] : &lists->denominator[p - over];
        int64_t at = attain_i_window(work, period);
        double value = NAN;
        if (part->is_metric)
            value = attain_i_metric_at(work, use->parts[p], unit, period);
        else if (part->group == NULL && use->parts[p] >= 0 && at >= 0)
            value = work->variables[(size_t)use->parts[p] * work->window +
                                    (size_t)at]
                        .values[unit];
        else if (use->parts[p] >= 0 && use->groups[p] >= 0) {
            const attain_i_column *column = attain_i_dataset_find_column(
                work->data, use->parts[p], period, use->groups[p]);
            value = column == NULL ? NAN : column->values[unit];
        }
        if (isnan(value))
            return 0;
    }
    return 1;
}

static int is_member(const attain_i_work *work, const attain_i_metric_use *use,
                     int32_t unit, int32_t period) {
    return attain_i_metric_matches(work, use, unit) &&
           attain_i_unit_open(&work->data->units[unit], period);
}

/* How many members there are, and which of them lack data. */
static void write_members(attain_i_writer *writer, const attain_i_work *work,
                          const attain_i_metric_use *use, int32_t unit,
                          int32_t period) {
    size_t first = 0;
    size_t end = 0;
    size_t all = 0;
    size_t lacking = 0;
    attain_i_forest_below(&work->forest, unit, use->level, &first, &end);
    for (size_t i = first; i < end; i++) {
        int32_t member = work->forest.level[use->level].ordered[i];
        if (!is_member(work, use, member, period))
            continue;
        all++;
        lacking += !is_complete(work, use, member, period);
    }
    attain_i_write_words(writer, "      members: ", "      所含单位:");
    attain_i_write_count(writer, all);
    attain_i_write_words(writer, ", without data: ", ",其中缺数据:");
    attain_i_write_count(writer, lacking);
    attain_i_write_text(writer, "\n");
    size_t named = 0;
    for (size_t i = first; i < end && lacking > 0; i++) {
        int32_t member = work->forest.level[use->level].ordered[i];
        if (!is_member(work, use, member, period) ||
            is_complete(work, use, member, period))
            continue;
        if (named++ == MAX_NAMED) {
            attain_i_write_text(writer, "        …\n");
            return;
        }
        attain_i_write_text(writer, "        ");
        attain_i_write_text(writer, work->data->units[member].id);
        attain_i_write_text(writer, " ");
        attain_i_write_text(writer, work->data->units[member].name);
        attain_i_write_text(writer, "\n");
    }
}

void attain_i_explain_metric(attain_i_writer *writer, const attain_i_work *work,
                             int32_t metric, int32_t unit, int32_t period) {
    const attain_i_metric_use *use = &work->uses[metric];
    int own = use->metric->across == ATTAIN_ACROSS_NONE ||
              work->forest.levels[unit] == use->level;
    attain_i_write_text(writer, "    ");
    write_formula(writer, use);
    attain_i_write_text(writer, "\n    ");
    attain_i_write_period(writer, period);
    attain_i_write_text(writer, ": ");
    attain_i_write_number(writer,
                          attain_i_metric_at(work, metric, unit, period));
    if (use->metric->unit != NULL) {
        attain_i_write_text(writer, " ");
        attain_i_write_text(writer, use->metric->unit);
    }
    attain_i_write_text(writer, "\n");
    if (own)
        write_parts(writer, work, use, unit, period);
    else
        write_members(writer, work, use, unit, period);
}
