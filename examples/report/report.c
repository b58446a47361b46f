#include "report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int report_is_target(const struct entry *entry) {
    return entry->node.kind == ATTAIN_KIND_TARGET;
}

int report_is_unit_goal(const struct entry *entry) {
    return !report_is_target(entry) && entry->whole;
}

/* --- Units --------------------------------------------------------------- */

struct ranked {
    double rank;
    int32_t unit;
};

static int by_rank(const void *left, const void *right) {
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->unit < b->unit ? -1 : a->unit > b->unit;
}

/* Units of the root that are of the plan's level; without a rank: last. */
static size_t list_peers(const attain_evaluation *ev, const char *level,
                         const int32_t *units, size_t count,
                         struct ranked *ranked) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        attain_evaluation_unit unit;
        attain_evaluation_unit_init(&unit);
        double rank =
            attain_evaluation_value(ev, ATTAIN_MEASURE_RANK, 0, (int64_t)i);
        if (attain_evaluation_get_unit(ev, units[i], &unit, NULL) ==
                ATTAIN_OK &&
            strcmp(unit.level, level) == 0) {
            ranked[kept].rank = isnan(rank) ? HUGE_VAL : rank;
            ranked[kept].unit = units[i];
            kept++;
        }
    }
    return kept;
}

attain_status report_peers(const attain_evaluation *ev, int32_t **out_peers,
                           size_t *out_count, int32_t *out_first) {
    attain_evaluation_info info;
    attain_evaluation_info_init(&info);
    attain_status status = attain_evaluation_get_info(ev, &info, NULL);
    size_t count = 0;
    const int32_t *units = attain_evaluation_units(ev, 0, &count);
    struct ranked *ranked = calloc(count + 1, sizeof *ranked);
    int32_t *peers = calloc(count + 1, sizeof *peers);
    if (status != ATTAIN_OK || ranked == NULL || peers == NULL) {
        free(ranked);
        free(peers);
        return status != ATTAIN_OK ? status : ATTAIN_ERR_MEMORY;
    }
    count = list_peers(ev, info.level, units, count, ranked);
    *out_first = count > 0 ? ranked[0].unit : -1;
    qsort(ranked, count, sizeof *ranked, by_rank);
    for (size_t i = 0; i < count; i++)
        peers[i] = ranked[i].unit;
    free(ranked);
    *out_peers = peers;
    *out_count = count;
    return ATTAIN_OK;
}

static int is_under(const attain_evaluation *ev, int32_t unit, int32_t top) {
    attain_evaluation_unit info;
    attain_evaluation_unit_init(&info);
    while (unit >= 0 &&
           attain_evaluation_get_unit(ev, unit, &info, NULL) == ATTAIN_OK) {
        unit = info.parent;
        if (unit == top)
            return 1;
    }
    return 0;
}

int report_is_below(const struct report *report, const struct entry *entry,
                    size_t row) {
    size_t count;
    const int32_t *units =
        attain_evaluation_units(report->ev, entry->index, &count);
    const uint8_t *wholes =
        attain_evaluation_wholes(report->ev, entry->index, &count);
    return units != NULL && wholes != NULL && row < count && !wholes[row] &&
           report->below[units[row]];
}

int report_verdict(const struct report *report, const struct entry *entry,
                   int32_t unit) {
    int64_t row = attain_evaluation_find_row(report->ev, entry->index, unit);
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, NULL);
    return row < 0 || verdicts == NULL ? ATTAIN_VERDICT_NONE : verdicts[row];
}

/* --- Entries ------------------------------------------------------------- */

static enum state state_of(const struct entry *entry) {
    if (entry->row < 0)
        return STATE_ABSENT;
    switch (entry->verdict) {
    case ATTAIN_VERDICT_MET:
        return STATE_MET;
    case ATTAIN_VERDICT_UNKNOWN:
        return STATE_UNKNOWN;
    case ATTAIN_VERDICT_NONE:
        return STATE_WATCHED;
    default:
        break;
    }
    switch (entry->standing) {
    case ATTAIN_STANDING_ON_TRACK:
        return STATE_ON_TRACK;
    case ATTAIN_STANDING_SLOW:
        return STATE_SLOW;
    case ATTAIN_STANDING_OFF_TRACK:
    case ATTAIN_STANDING_REVERSING:
        return STATE_OFF_TRACK;
    case ATTAIN_STANDING_LOST:
    case ATTAIN_STANDING_MISSED:
        return STATE_FAILED;
    default:
        return STATE_NOT_MET;
    }
}

static attain_status read_plan_row(const struct report *report,
                                   struct entry *entry, attain_error *err) {
    attain_goal_init(&entry->goal);
    attain_target_init(&entry->target);
    attain_metric_init(&entry->metric);
    if (!report_is_target(entry)) {
        attain_status status = attain_plan_get_goal(
            report->plan, entry->node.row, &entry->goal, err);
        entry->share = entry->goal.share;
        return status;
    }
    attain_status status = attain_plan_get_target(report->plan, entry->node.row,
                                                  &entry->target, err);
    if (status != ATTAIN_OK)
        return status;
    entry->share = entry->target.share;
    int32_t metric =
        attain_plan_find(report->plan, ATTAIN_PLAN_METRICS,
                         entry->target.metric, ATTAIN_NUL_TERMINATED);
    return attain_plan_get_metric(report->plan, metric, &entry->metric, err);
}

static void count_below(const struct report *report, struct entry *entry) {
    size_t count = 0;
    const uint8_t *verdicts = attain_evaluation_codes(
        report->ev, ATTAIN_MEASURE_VERDICT, entry->index, &count);
    for (size_t i = 0; verdicts != NULL && i < count; i++) {
        if (!report_is_below(report, entry, i))
            continue;
        entry->below.total += verdicts[i] != ATTAIN_VERDICT_NONE;
        entry->below.met += verdicts[i] == ATTAIN_VERDICT_MET;
        entry->below.not_met += verdicts[i] == ATTAIN_VERDICT_NOT_MET;
        entry->below.unknown += verdicts[i] == ATTAIN_VERDICT_UNKNOWN;
    }
}

static attain_status gather_entry(const struct report *report,
                                  struct entry *entry, attain_error *err) {
    attain_node_init(&entry->node);
    attain_status status =
        attain_evaluation_get_node(report->ev, entry->index, &entry->node, err);
    if (status == ATTAIN_OK)
        status = read_plan_row(report, entry, err);
    if (status != ATTAIN_OK)
        return status;
    if (isnan(entry->share))
        entry->share = 1;
    entry->row =
        attain_evaluation_find_row(report->ev, entry->index, report->unit_row);
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        entry->value[m] =
            attain_evaluation_value(report->ev, m, entry->index, entry->row);
    }
    if (entry->row >= 0) {
        const uint8_t *wholes =
            attain_evaluation_wholes(report->ev, entry->index, NULL);
        entry->whole = wholes != NULL && wholes[entry->row];
        entry->verdict = (int)entry->value[ATTAIN_MEASURE_VERDICT];
        entry->standing = (int)entry->value[ATTAIN_MEASURE_STATUS];
    }
    count_below(report, entry);
    entry->state = state_of(entry);
    return ATTAIN_OK;
}

static attain_status gather_bands(struct report *report, attain_error *err) {
    size_t count = attain_plan_count(report->plan, ATTAIN_PLAN_BANDS);
    report->bands = calloc(count + 1, sizeof *report->bands);
    if (report->bands == NULL)
        return ATTAIN_ERR_MEMORY;
    size_t kept = 0;
    report->graded_by_score = 1;
    for (size_t i = 0; i < count; i++) {
        attain_band band;
        attain_band_init(&band);
        attain_status status =
            attain_plan_get_band(report->plan, (int32_t)i, &band, err);
        if (status != ATTAIN_OK)
            return status;
        report->graded_by_score &= !isnan(band.from) && isnan(band.floor) &&
                                   band.met == 0 && !band.if_met;
        if (!isnan(band.from)) {
            report->bands[kept].at = band.from;
            report->bands[kept].comparator = ATTAIN_COMPARATOR_AT_LEAST;
            kept++;
        }
    }
    report->bands[kept].at = 100;
    report->bands[kept].comparator = ATTAIN_COMPARATOR_AT_LEAST;
    report->band_count = kept + 1;
    return ATTAIN_OK;
}

attain_status report_gather(struct report *report, attain_error *err) {
    attain_evaluation_info_init(&report->info);
    attain_evaluation_unit_init(&report->unit);
    attain_status status =
        attain_evaluation_get_info(report->ev, &report->info, err);
    if (status == ATTAIN_OK) {
        status = attain_evaluation_get_unit(report->ev, report->unit_row,
                                            &report->unit, err);
    }
    if (status == ATTAIN_OK)
        status = gather_bands(report, err);
    size_t count = attain_evaluation_node_count(report->ev);
    report->entries = calloc(count + 1, sizeof *report->entries);
    report->below = calloc(report->info.unit_count + 1, 1);
    if (report->entries == NULL || report->below == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < report->info.unit_count; i++) {
        report->below[i] =
            (uint8_t)is_under(report->ev, (int32_t)i, report->unit_row);
    }
    for (size_t i = 0; status == ATTAIN_OK && i < count; i++) {
        report->entries[i].index = (int32_t)i;
        status = gather_entry(report, &report->entries[i], err);
    }
    report->entry_count = count;
    return status;
}

void report_free(struct report *report) {
    free(report->entries);
    free(report->below);
    free(report->bands);
    report->entries = NULL;
    report->below = NULL;
    report->bands = NULL;
}

/* --- Reading ------------------------------------------------------------- */

void report_count(const struct report *report, size_t counts[STATE_COUNT]) {
    memset(counts, 0, STATE_COUNT * sizeof counts[0]);
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry))
            counts[entry->state]++;
    }
}

const struct entry *report_root(const struct report *report) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (!report_is_target(entry) && entry->row >= 0)
            return entry->node.parent < 0 ? entry : NULL;
    }
    return NULL;
}

static int is_growth(const struct entry *entry) {
    return entry->node.series == ATTAIN_SERIES_GROWTH ||
           entry->node.series == ATTAIN_SERIES_GROWTH_SINCE_BASELINE;
}

double report_scaled(const struct entry *entry, double value) {
    if (!is_growth(entry))
        return value;
    double percent = 100 * value;
    double rounded;
    return attain_round(&percent, 1, 10, 1, &rounded, NULL) == ATTAIN_OK
               ? rounded
               : percent;
}

size_t report_edges(const struct entry *entry, struct edge edges[2]) {
    size_t count = 0;
    if (!isnan(entry->node.lower)) {
        edges[count].at = report_scaled(entry, entry->node.lower);
        edges[count].comparator =
            entry->node.comparator == ATTAIN_COMPARATOR_ABOVE
                ? ATTAIN_COMPARATOR_ABOVE
                : ATTAIN_COMPARATOR_AT_LEAST;
        count++;
    }
    if (!isnan(entry->node.upper)) {
        edges[count].at = report_scaled(entry, entry->node.upper);
        edges[count].comparator =
            entry->node.comparator == ATTAIN_COMPARATOR_BELOW
                ? ATTAIN_COMPARATOR_BELOW
                : ATTAIN_COMPARATOR_AT_MOST;
        count++;
    }
    return count;
}
