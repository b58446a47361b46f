#include "lenses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const int32_t lens_measures[LENS_COUNT] = {
    ATTAIN_MEASURE_ATTAINMENT, ATTAIN_MEASURE_PROCESS,
    ATTAIN_MEASURE_VALUE_ADDED, ATTAIN_MEASURE_COMPREHENSIVE};
const enum phrase lens_names[LENS_COUNT] = {P_LENS_OUTCOME, P_LENS_PROCESS,
                                            P_LENS_ADDED, P_LENS_TOGETHER};

int lenses_asked(const struct report *report) {
    return (attain_evaluation_measures(report->ev) & ATTAIN_MEASURES_LENSES) !=
           0;
}

void lens_score(struct out *out, double share) {
    if (isnan(share))
        out_raw(out, "–");
    else
        number_plain(out, 100 * share, 1);
}

static int is_shown(const struct entry *entry) {
    return entry->row >= 0 &&
           (!report_is_target(entry) ||
            !isnan(entry->value[ATTAIN_MEASURE_VALUE_ADDED]));
}

/* --- Rows ---------------------------------------------------------------- */

void lens_goals(struct out *out, const struct report *report, lens_show *show) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        struct lens_row row = {{0}, entry->node.name, entry, 0, 0};
        row.depth = entry->node.depth > 4 ? 4 : (size_t)entry->node.depth;
        for (int l = 0; l < LENS_COUNT; l++)
            row.values[l] = entry->value[lens_measures[l]];
        if (is_shown(entry))
            show(out, report, &row);
    }
}

void lens_units(struct out *out, const struct report *report, lens_show *show) {
    for (size_t i = 0; i < report->peer_count; i++) {
        int32_t peer = report->peers[i];
        int64_t at = attain_evaluation_find_row(report->ev, 0, peer);
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        attain_evaluation_get_unit(report->ev, peer, &unit, NULL);
        struct lens_row row = {{0}, unit.name, NULL, 0, 0};
        row.here = peer == report->unit_row;
        for (int l = 0; l < LENS_COUNT; l++) {
            row.values[l] =
                attain_evaluation_value(report->ev, lens_measures[l], 0, at);
        }
        show(out, report, &row);
    }
}

/* --- Classes ------------------------------------------------------------- */

/* Names the units below of one class, or counts them for `count`. */
static size_t put_class(struct out *out, const struct report *report,
                        const struct entry *entry, int class) {
    size_t rows = 0;
    size_t found = 0;
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, &rows);
    const double *classes = attain_evaluation_view(
        report->ev, ATTAIN_MEASURE_VALUE_ADDED_CLASS, entry->index, NULL);
    for (size_t r = 0; classes != NULL && r < rows; r++) {
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        if (!report_is_below(report, entry, r) || isnan(classes[r]) ||
            (int)classes[r] != class ||
            attain_evaluation_get_unit(report->ev, units[r], &unit, NULL) !=
                ATTAIN_OK)
            continue;
        if (class != 0) {
            out_text(out,
                     found > 0 ? phrase(report->language, P_JOIN_NAMES) : "");
            out_text(out, unit.name);
        }
        found++;
    }
    return found;
}

int fact_classes(struct out *out, const struct report *report,
                 const struct entry *entry) {
    struct pieces p;
    pieces_begin(&p);
    size_t above = put_class(&p.piece[0], report, entry, 1);
    size_t below = put_class(&p.piece[1], report, entry, -1);
    size_t average = put_class(&p.piece[2], report, entry, 0);
    out_count(&p.piece[3], average);
    if (above + below + average > 0) {
        SAY(out, report->language, P_LENS_CLASSES, or_dash(piece(&p, 0)),
            or_dash(piece(&p, 1)), piece(&p, 3));
    }
    pieces_end(&p, out);
    return above + below + average > 0;
}

/* --- Ratings ------------------------------------------------------------- */

static int any_rating(const struct ratings *ratings,
                      const struct entry *entry) {
    for (size_t g = 0; g < ratings->groups; g++)
        if (!isnan(ratings->values[g * ratings->rows + (size_t)entry->row]))
            return 1;
    return 0;
}

int ratings_take(struct ratings *ratings, struct out *out,
                 const struct report *report, const struct entry *entry) {
    size_t count = 0;
    memset(ratings, 0, sizeof *ratings);
    attain_agreement_init(&ratings->agreement);
    if (!report_is_target(entry) || entry->row < 0 ||
        attain_evaluation_ratings(report->ev, report->plan, report->data,
                                  entry->index, NULL, 0, &count, NULL,
                                  NULL) != ATTAIN_OK ||
        count == 0)
        return 0;
    ratings->rows = entry->node.row_count;
    ratings->groups = count / ratings->rows;
    ratings->values = malloc(count * sizeof *ratings->values);
    if (ratings->values == NULL ||
        attain_evaluation_ratings(report->ev, report->plan, report->data,
                                  entry->index, ratings->values, count, &count,
                                  &ratings->agreement, NULL) != ATTAIN_OK) {
        out->failed = 1;
        return 0;
    }
    return any_rating(ratings, entry);
}

void ratings_free(struct ratings *ratings) {
    free(ratings->values);
}

size_t ratings_each(struct out *out, const struct report *report,
                    void (*show)(struct out *out, const struct report *report,
                                 const struct entry *entry,
                                 const struct ratings *ratings,
                                 size_t before)) {
    size_t shown = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        struct ratings ratings;
        if (ratings_take(&ratings, out, report, &report->entries[i]))
            show(out, report, &report->entries[i], &ratings, shown++);
        ratings_free(&ratings);
    }
    return shown;
}

/* A group's name in the plan, or its id. */
static const char *group_name(const struct report *report, size_t group,
                              const char **id) {
    attain_group row;
    *id = attain_dataset_group_id(report->data, (int32_t)group);
    for (int32_t g = 0;; g++) {
        attain_group_init(&row);
        if (attain_plan_get_group(report->plan, g, &row, NULL) != ATTAIN_OK)
            return *id;
        if (strcmp(row.id, *id) == 0)
            return row.name;
    }
}

int fact_ratings(struct out *out, const struct report *report,
                 const struct entry *entry, const struct ratings *ratings,
                 int apart) {
    int any = 0;
    for (size_t g = 0; g < ratings->groups; g++) {
        double value = ratings->values[g * ratings->rows + (size_t)entry->row];
        const char *id;
        const char *name = group_name(report, g, &id);
        int alone = report->apart != NULL && strcmp(id, report->apart) == 0;
        if (isnan(value) || alone != apart)
            continue;
        out_raw(out, any ? " · " : "");
        out_text(out, name);
        out_raw(out, " ");
        fact_amount(out, report, entry, value);
        any = 1;
    }
    return any;
}

/* "agreement 0.78 (Kendall's W, 3 groups, 12 units)"; 0 where there is none. */
static int put_agreement(struct out *out, const struct report *report,
                         const struct ratings *ratings) {
    const attain_agreement *found = &ratings->agreement;
    struct pieces p;
    if (isnan(found->concordance))
        return 0;
    pieces_begin(&p);
    number_plain(&p.piece[0], found->concordance, 2);
    out_count(&p.piece[1], found->groups);
    out_count(&p.piece[2], found->units);
    SAY(out, report->language, P_AGREEMENT, piece(&p, 0), piece(&p, 1),
        piece(&p, 2));
    pieces_end(&p, out);
    return 1;
}

void fact_rating(struct out *out, const struct report *report,
                 const struct entry *entry, const struct ratings *ratings) {
    struct pieces p;
    pieces_begin(&p);
    fact_ratings(out, report, entry, ratings, 0);
    if (put_agreement(&p.piece[0], report, ratings)) {
        out_text(out, phrase(report->language, P_JOIN));
        out_text(out, piece(&p, 0));
    }
    pieces_end(&p, out);
}
