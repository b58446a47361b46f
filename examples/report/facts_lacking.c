/* Who lacks what a metric needs, as the checks of the data found it. */
#include <string.h>

#include "facts.h"
#include "parts.h"

enum { DEEPEST = 6 /* of metrics that name metrics */ };

/* A cell without a value, and the unit that it is of. */
struct lack {
    const struct report *report;
    attain_quality_finding finding;
    attain_unit unit; /* a point: its main school */
    int32_t unit_row; /* of the evaluation */
};

/* 1 if a word is one of a list's. */
static int lists(const char *list, const char *word) {
    struct part part;
    while (part_next(&list, &part))
        if (word != NULL && strlen(word) == part.length &&
            memcmp(part.id, word, part.length) == 0)
            return 1;
    return 0;
}

/* How many words of one list are in another; `all` of the first. */
static size_t shared(const char *list, const char *other, size_t *all) {
    struct part part;
    size_t found = 0;
    for (*all = 0; part_next(&list, &part); ++*all) {
        char word[256];
        size_t length =
            part.length < sizeof word ? part.length : sizeof word - 1;
        memcpy(word, part.id, length);
        word[length] = '\0';
        found += (size_t)lists(other, word);
    }
    return found;
}

/* 1 if the metric is about the unit: its stage and tags. */
static int is_about(const attain_metric *metric, const attain_unit *unit) {
    size_t all;
    size_t none;
    int tagged = shared(metric->tags, unit->tags, &all) == all;
    return (metric->stage == NULL || lists(metric->stage, unit->stage)) &&
           tagged && shared(metric->without, unit->tags, &none) == 0;
}

static int needs(const struct lack *lack, const attain_metric *metric,
                 int depth);

static int list_needs(const struct lack *lack, const attain_metric *metric,
                      const char *list, int depth) {
    struct part part;
    while (part_next(&list, &part)) {
        attain_metric other;
        attain_metric_init(&other);
        int here =
            part.is_metric
                ? attain_plan_get_metric(lack->report->plan,
                                         attain_plan_find(lack->report->plan,
                                                          ATTAIN_PLAN_METRICS,
                                                          part.id, part.length),
                                         &other, NULL) == ATTAIN_OK &&
                      needs(lack, &other, depth + 1)
                : strlen(lack->finding.variable) == part.length &&
                      memcmp(lack->finding.variable, part.id, part.length) ==
                          0 &&
                      is_about(metric, &lack->unit) &&
                      (metric->across != ATTAIN_ACROSS_NONE ||
                       lack->unit_row == lack->report->unit_row);
        if (here)
            return 1;
    }
    return 0;
}

static int needs(const struct lack *lack, const attain_metric *metric,
                 int depth) {
    return depth < DEEPEST &&
           (list_needs(lack, metric, metric->numerator, depth) ||
            list_needs(lack, metric, metric->denominator, depth));
}

/* Reads the finding and its unit; 0 if it is about no unit at hand. */
static int read_lack(struct lack *lack, size_t index, int32_t period) {
    const struct report *report = lack->report;
    attain_quality_finding_init(&lack->finding);
    attain_quality_get(report->quality, index, &lack->finding, NULL);
    if (lack->finding.kind != ATTAIN_CHECK_COMPLETE ||
        lack->finding.period != period || lack->finding.unit[0] == '\0')
        return 0;
    lack->unit_row = attain_evaluation_find_unit(report->ev, lack->finding.unit,
                                                 ATTAIN_NUL_TERMINATED);
    const char *id = lack->finding.unit;
    for (int points = 0; points < 2 && id != NULL; points++) {
        attain_unit_init(&lack->unit);
        if (attain_dataset_get_unit(
                report->data,
                attain_dataset_find(report->data, ATTAIN_DATASET_UNITS, id,
                                    ATTAIN_NUL_TERMINATED),
                &lack->unit, NULL) != ATTAIN_OK)
            return 0;
        id = lack->unit.attached_to;
    }
    return lack->unit_row >= 0 && (lack->unit_row == report->unit_row ||
                                   report->below[lack->unit_row]);
}

static void put_lack(struct out *out, const struct lack *lack) {
    attain_variable variable;
    attain_variable_init(&variable);
    int32_t row =
        attain_dataset_find(lack->report->data, ATTAIN_DATASET_VARIABLES,
                            lack->finding.variable, ATTAIN_NUL_TERMINATED);
    int known = attain_dataset_get_variable(lack->report->data, row, &variable,
                                            NULL) == ATTAIN_OK &&
                variable.name != NULL;
    out_text(out, lack->finding.unit_name);
    out_text(out, phrase(lack->report->language, P_OPEN));
    out_text(out, known ? variable.name : lack->finding.variable);
    out_text(out, phrase(lack->report->language, P_CLOSE));
}

size_t fact_lacking(struct out *out, const struct report *report,
                    const struct entry *entry, size_t most) {
    struct lack lack;
    size_t found = 0;
    lack.report = report;
    for (size_t i = 0; i < attain_quality_count(report->quality); i++) {
        if (!read_lack(&lack, i, entry_period(report, entry)) ||
            !needs(&lack, &entry->metric, 0))
            continue;
        if (found < most) {
            out_text(out, found > 0 ? phrase(report->language, P_COMMA) : "");
            put_lack(out, &lack);
        }
        found++;
    }
    fact_more(out, report, found, most);
    return found;
}
