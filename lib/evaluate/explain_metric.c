/* How a metric's value is made: its formula with the numbers, and the file and
 * line that each input came from. */
#include <math.h>
#include <string.h>

#include "evaluate/explain.h"

enum {
    MAX_NAMED = 20, /* members that are named one by one */
    MAX_DEPTH = 4   /* of metrics that name metrics; so calls end, too */
};

/* Where a metric is told: in which period, and how far to the right. */
typedef struct telling {
    attain_i_writer *writer;
    const attain_i_work *work;
    int32_t period;
    int depth;
    int nested; /* metrics around it */
} telling;

static void explain(const telling *now, int32_t metric, int32_t unit);

static telling deeper(const telling *now, int nested) {
    telling next = *now;
    next.depth++;
    next.nested += nested;
    return next;
}

static void indent(const telling *now) {
    for (int d = 0; d < now->depth; d++)
        attain_i_write_text(now->writer, "  ");
}

static void write_place(const telling *now, const attain_i_column *column,
                        int32_t unit) {
    const char *file = NULL;
    int64_t line = 0;
    attain_i_dataset_place(now->work->data, column->places->of_unit[unit],
                           &file, &line);
    if (file == NULL)
        return;
    attain_i_write_text(now->writer, "  [");
    attain_i_write_text(now->writer, file);
    attain_i_write_text(now->writer, ":");
    attain_i_write_count(now->writer, (size_t)line);
    attain_i_write_text(now->writer, "]");
}

/* One observation on a line of its own; false when there is none. */
static int write_observation(const telling *now, int32_t variable,
                             int32_t group, int32_t unit) {
    const attain_dataset *data = now->work->data;
    const attain_i_column *column =
        attain_i_dataset_find_column(data, variable, now->period, group);
    if (column == NULL || isnan(column->values[unit]))
        return 0;
    indent(now);
    attain_i_write_text(now->writer, data->variables[variable].id);
    if (group >= 0) {
        attain_i_write_text(now->writer, "[");
        attain_i_write_text(now->writer, data->groups[group]);
        attain_i_write_text(now->writer, "]");
    }
    attain_i_write_text(now->writer, " = ");
    attain_i_write_number(now->writer, column->values[unit]);
    write_place(now, column, unit);
    attain_i_write_text(now->writer, "\n");
    return 1;
}

/* Observations of every group, or of the one asked for. */
static int write_observations(const telling *now, int32_t variable,
                              int32_t group, int32_t unit) {
    if (group == -2 || variable < 0)
        return 0;
    if (write_observation(now, variable, group, unit))
        return 1;
    int any = 0;
    for (size_t g = 0;
         group == ATTAIN_GROUP_NONE && g < now->work->data->group_count; g++)
        any |= write_observation(now, variable, (int32_t)g, unit);
    return any;
}

/* What each point of a main school adds to the variable. */
static void write_points(const telling *now, int32_t variable, int32_t unit) {
    const attain_i_work *work = now->work;
    telling next = deeper(now, 0);
    if (!attain_i_points_add(work, variable))
        return;
    for (int32_t p = work->first_point[unit]; p >= 0; p = work->next_point[p]) {
        if (!attain_i_unit_open(&work->data->units[p], now->period))
            continue;
        indent(now);
        attain_i_write_words(now->writer, "and of its point ", "另加教学点：");
        attain_i_write_text(now->writer, work->data->units[p].id);
        attain_i_write_text(now->writer, " ");
        attain_i_write_text(now->writer, work->data->units[p].name);
        attain_i_write_text(now->writer, "\n");
        if (write_observations(&next, variable, ATTAIN_GROUP_NONE, p))
            continue;
        indent(&next);
        attain_i_write_text(now->writer, work->data->variables[variable].id);
        attain_i_write_words(now->writer, ": not observed\n", "：无数据\n");
    }
}

/* The whole that lends the unit its share of a variable, or -1: without a value
 * of its own it lends nothing, as a township does to its schools. */
static int32_t find_lender(const telling *now, int32_t variable, int32_t unit) {
    const attain_i_work *work = now->work;
    int32_t whole = work->forest.parents[unit];
    int64_t at = attain_i_window(work, now->period);
    if (variable < 0 || at < 0 || whole < 0 ||
        !work->data->variables[variable].shared ||
        work->data->units[unit].stage < 0)
        return -1;
    const double *values =
        work->variables[(size_t)variable * work->window + (size_t)at].values;
    return values == NULL || isnan(values[whole]) ? -1 : whole;
}

/* A unit's own: what was observed, or how it is shared, or that it is missing.
 */
static void write_own(const telling *now, const char *name, int32_t variable,
                      int32_t group, int32_t unit) {
    if (write_observations(now, variable, group, unit))
        return;
    int32_t whole = find_lender(now, variable, unit);
    indent(now);
    attain_i_write_text(now->writer, name);
    if (whole < 0) {
        attain_i_write_words(now->writer, ": not observed\n", "：无数据\n");
        return;
    }
    attain_i_write_words(now->writer, ": split by weighted enrolment from ",
                         "：按加权学生数从以下学校分摊：");
    attain_i_write_text(now->writer, now->work->data->units[whole].name);
    attain_i_write_text(now->writer, "\n");
    telling next = deeper(now, 0);
    write_observations(&next, variable, ATTAIN_GROUP_NONE, whole);
}

static void write_variable(const telling *now, const char *name,
                           int32_t variable, int32_t group, int32_t unit) {
    write_own(now, name, variable, group, unit);
    if (group == ATTAIN_GROUP_NONE)
        write_points(now, variable, unit);
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
        attain_i_write_words(writer, " over units of level ", "，层级 ");
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
static void write_parts(const telling *now, const attain_i_metric_use *use,
                        int32_t unit) {
    const attain_i_metric_lists *lists = use->lists;
    size_t over = lists->numerator_count;
    for (size_t p = 0; p < over + lists->denominator_count; p++) {
        const attain_i_part *part =
            p < over ? &lists->numerator[p] : &lists->denominator[p - over];
        if (!part->is_metric) {
            write_variable(now, part->name, use->parts[p], use->groups[p],
                           unit);
            continue;
        }
        telling next = deeper(now, 1);
        indent(now);
        attain_i_write_text(now->writer, "@");
        attain_i_write_text(now->writer, part->name);
        attain_i_write_text(now->writer, " = ");
        attain_i_write_number(
            now->writer,
            attain_i_metric_at(now->work, use->parts[p], unit, now->period));
        attain_i_write_text(now->writer, "\n");
        if (next.nested <= MAX_DEPTH)
            explain(&next, use->parts[p], unit);
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

/* Members and their inputs, as many as are named; those without data first,
 * for they are what a person has to find. */
static void name_members(const telling *now, const attain_i_metric_use *use,
                         const int32_t *units, size_t count) {
    const attain_i_work *work = now->work;
    telling next = deeper(now, 0);
    size_t named = 0;
    size_t all = 0;
    for (int complete = 0; complete < 2; complete++) {
        for (size_t i = 0; i < count; i++) {
            int32_t unit = units[i];
            if (!attain_i_metric_counts(work, use, unit, now->period))
                continue;
            all += complete == 0;
            if (is_complete(work, use, unit, now->period) != complete ||
                named == MAX_NAMED)
                continue;
            named++;
            indent(now);
            attain_i_write_text(now->writer, work->data->units[unit].id);
            attain_i_write_text(now->writer, " ");
            attain_i_write_text(now->writer, work->data->units[unit].name);
            attain_i_write_text(now->writer, "\n");
            write_parts(&next, use, unit);
        }
    }
    if (all > named) {
        indent(now);
        attain_i_write_words(now->writer, "… in all ", "… 共 ");
        attain_i_write_count(now->writer, all);
        attain_i_write_text(now->writer, "\n");
    }
}

/* How many members there are and lack data, then the members. */
static void write_members(const telling *now, const attain_i_metric_use *use,
                          int32_t unit) {
    const attain_i_work *work = now->work;
    size_t first = 0;
    size_t end = 0;
    size_t all = 0;
    size_t lacking = 0;
    attain_i_forest_below(&work->forest, unit, use->level, &first, &end);
    const int32_t *units =
        use->level < 0 ? NULL : work->forest.level[use->level].ordered + first;
    for (size_t i = 0; i < end - first; i++) {
        int member = attain_i_metric_counts(work, use, units[i], now->period);
        all += (size_t)member;
        lacking +=
            (size_t)(member && !is_complete(work, use, units[i], now->period));
    }
    indent(now);
    attain_i_write_words(now->writer, "members: ", "所含单位：");
    attain_i_write_count(now->writer, all);
    attain_i_write_words(now->writer, ", without data: ", "，其中缺数据：");
    attain_i_write_count(now->writer, lacking);
    attain_i_write_text(now->writer, "\n");
    if (use->metric->across != ATTAIN_ACROSS_COUNT)
        name_members(now, use, units, end - first);
}

static void explain(const telling *now, int32_t metric, int32_t unit) {
    const attain_i_metric_use *use = &now->work->uses[metric];
    int own = use->metric->across == ATTAIN_ACROSS_NONE ||
              now->work->forest.levels[unit] == use->level;
    telling next = deeper(now, 0);
    indent(now);
    write_formula(now->writer, use);
    attain_i_write_text(now->writer, "\n");
    indent(now);
    attain_i_write_period(now->writer, now->period);
    attain_i_write_text(now->writer, ": ");
    attain_i_write_number(
        now->writer, attain_i_metric_at(now->work, metric, unit, now->period));
    if (use->metric->unit != NULL) {
        attain_i_write_text(now->writer, " ");
        attain_i_write_text(now->writer, use->metric->unit);
    }
    attain_i_write_text(now->writer, "\n");
    if (own)
        write_parts(&next, use, unit);
    else
        write_members(&next, use, unit);
}

void attain_i_explain_metric(attain_i_writer *writer, const attain_i_work *work,
                             int32_t metric, int32_t unit, int32_t period) {
    telling now = {writer, work, period, 2, 0};
    explain(&now, metric, unit);
}
