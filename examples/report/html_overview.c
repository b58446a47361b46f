#include <math.h>
#include <stdlib.h>

#include "html_parts.h"

/* --- Score --------------------------------------------------------------- */

static void part(struct out *out, const char *class, double from, double to) {
    if (to > from) {
        out_raw(out, "<rect y=\"0\" height=\"16\" class=\"f-");
        out_raw(out, class);
        out_raw(out, "\" x=\"");
        html_number(out, from);
        out_raw(out, "%\" width=\"");
        html_number(out, to - from);
        out_raw(out, "%\"/>");
    }
}

static double clip(double score) {
    return score < 0 ? 0 : score > 100 ? 100 : score;
}

static void axis_text(struct out *out, double at, const char *y) {
    out_raw(out, "<text class=\"axis\" text-anchor=\"middle\" y=\"");
    out_raw(out, y);
    out_raw(out, "\" x=\"");
    html_number(out, at);
    out_raw(out, "%\">");
}

/* Where the next better grade begins. */
static double grade_end(const struct report *report, double from) {
    double end = 100;
    for (size_t i = 0; i < report->band_count; i++) {
        double at = report->bands[i].at;
        end = at > from && at < end ? at : end;
    }
    return end;
}

static void grade_mark(struct out *out, const struct report *report,
                       const attain_band *band) {
    if (band->from > 0) {
        out_raw(out, "<line class=\"now\" y1=\"0\" y2=\"22\" x1=\"");
        html_number(out, band->from);
        out_raw(out, "%\" x2=\"");
        html_number(out, band->from);
        out_raw(out, "%\"/>");
        axis_text(out, band->from, "34");
        number_exact(out, band->from);
        out_raw(out, "</text>");
    }
    axis_text(out, (band->from + grade_end(report, band->from)) / 2, "48");
    out_text(out, band->name);
    out_raw(out, "</text>");
}

/* Grades that do not follow from the score have no place on its bar. */
static void grade_marks(struct out *out, const struct report *report) {
    size_t count = attain_plan_count(report->plan, ATTAIN_PLAN_BANDS);
    if (!report->graded_by_score)
        return;
    for (size_t i = 0; i < count; i++) {
        attain_band band;
        attain_band_init(&band);
        if (attain_plan_get_band(report->plan, (int32_t)i, &band, NULL) ==
            ATTAIN_OK)
            grade_mark(out, report, &band);
    }
}

void html_bar(struct out *out, const struct report *report, double score,
              double low, double high, int marks) {
    if (isnan(score) && isnan(low))
        return;
    low = clip(isnan(low) ? score : low);
    high = clip(isnan(high) ? low : high);
    out_raw(out, marks ? "<svg class=\"bar\" width=\"100%\" height=\"50\""
                       : "<svg class=\"bar\" width=\"100%\" height=\"16\"");
    out_raw(out, " role=\"img\"><title>");
    out_text(out, phrase(report->language, P_SCORE));
    out_raw(out, " ");
    if (!isnan(score))
        fact_score(out, report, score);
    out_raw(out, " (");
    fact_score(out, report, low);
    out_raw(out, "–");
    fact_score(out, report, high);
    out_raw(out, ")</title>");
    part(out, "lost", high, 100);
    part(out, "ontrack", 0, low);
    part(out, "open", low, high);
    if (!isnan(score)) {
        out_raw(out, "<rect y=\"-3\" height=\"22\" width=\"4\" "
                     "transform=\"translate(-2)\" fill=\"#1c2430\" x=\"");
        html_number(out, clip(score));
        out_raw(out, "%\"/>");
    }
    if (marks)
        grade_marks(out, report);
    out_raw(out, "</svg>");
}

static void score_words(struct out *out, const struct report *report,
                        const struct entry *root) {
    const char *grade = summary_grade(report, root);
    out_raw(out, "<div><p class=\"big\">");
    fact_score(out, report, root->value[ATTAIN_MEASURE_SCORE]);
    out_raw(out, " <small>/ 100</small></p><p class=\"under\">");
    fact_score(out, report, root->value[ATTAIN_MEASURE_LOW]);
    out_raw(out, "–");
    fact_score(out, report, root->value[ATTAIN_MEASURE_HIGH]);
    if (grade != NULL) {
        out_raw(out, " · ");
        out_text(out, phrase(report->language, P_GRADE));
        out_raw(out, " <b>");
        out_text(out, grade);
        out_raw(out, "</b>");
    }
    out_raw(out, "</p></div>");
}

/* --- Completion ---------------------------------------------------------- */

static const enum state bar_states[] = {
    STATE_MET,       STATE_ON_TRACK, STATE_SLOW,   STATE_NOT_MET,
    STATE_OFF_TRACK, STATE_FAILED,   STATE_UNKNOWN};

static const enum phrase bar_words[] = {
    P_MET, P_ON_TRACK, P_SLOW, P_UNRATED, P_OFF_TRACK, P_FAILED, P_UNKNOWN};

enum { BAR_STATES = sizeof bar_states / sizeof bar_states[0] };

static void completion_bar(struct out *out, const size_t counts[STATE_COUNT],
                           size_t total) {
    double from = 0;
    for (size_t i = 0; i < BAR_STATES; i++) {
        double width = 100 * (double)counts[bar_states[i]] / (double)total;
        if (width <= 0)
            continue;
        out_raw(out, "<rect y=\"0\" height=\"30\" stroke=\"#fff\" class=\"f-");
        out_raw(out, state_class(bar_states[i]));
        out_raw(out, "\" x=\"");
        html_number(out, from);
        out_raw(out, "%\" width=\"");
        html_number(out, width);
        out_raw(out, "%\"/>");
        if (width >= 8.5) {
            out_raw(out, "<text y=\"20\" font-size=\"14\" class=\"sign ");
            out_raw(out, state_class(bar_states[i]));
            out_raw(out, width < 14 ? " tight" : "");
            out_raw(out, "\" x=\"");
            html_number(out, from + width / 2);
            out_raw(out, "%\">");
            out_raw(out, state_symbol(bar_states[i]));
            out_raw(out, " ");
            out_count(out, counts[bar_states[i]]);
            out_raw(out, "</text>");
        }
        from += width;
    }
}

static void completion_legend(struct out *out, const struct report *report,
                              const size_t counts[STATE_COUNT]) {
    out_raw(out, "<ul class=\"legend\">");
    for (size_t i = 0; i < BAR_STATES; i++) {
        if (counts[bar_states[i]] == 0)
            continue;
        out_raw(out, "<li><svg width=\"14\" height=\"14\" "
                     "aria-hidden=\"true\"><rect width=\"14\" height=\"14\" "
                     "class=\"f-");
        out_raw(out, state_class(bar_states[i]));
        out_raw(out, "\"/></svg>");
        out_raw(out, state_symbol(bar_states[i]));
        out_raw(out, " ");
        out_text(out, phrase(report->language, bar_words[i]));
        out_raw(out, " <b>");
        out_count(out, counts[bar_states[i]]);
        out_raw(out, "</b></li>");
    }
    out_raw(out, "</ul>");
}

static void completion(struct out *out, const struct report *report) {
    size_t counts[STATE_COUNT];
    struct completion done;
    report_count(report, counts);
    summary_count(report, &done);
    if (done.total == 0)
        return;
    out_raw(out, "<div><p class=\"big\">");
    out_count(out, done.met);
    out_raw(out, " <small>/ ");
    out_count(out, done.total);
    out_raw(out, "</small></p><p class=\"under\">");
    out_text(out, phrase(report->language, P_TARGETS_MET));
    out_raw(out, "</p></div><div><svg width=\"100%\" height=\"30\" "
                 "role=\"img\"><title>");
    out_text(out, phrase(report->language, P_COMPLETION));
    out_raw(out, "</title>");
    completion_bar(out, counts, done.total);
    out_raw(out, "</svg>");
    completion_legend(out, report, counts);
    out_raw(out, "<p class=\"note\">");
    out_text(out, phrase(report->language, P_RULE_NOTE));
    out_raw(out, "</p></div>");
}

static void vetoes(struct out *out, const struct report *report) {
    size_t count;
    int32_t *nodes = summary_vetoes(report, &count);
    if (count > 0) {
        out_raw(out, "<p><b>");
        out_text(out, phrase(report->language, P_VETOES));
        out_raw(out, "</b></p><ul class=\"data\">");
    }
    for (size_t i = 0; i < count; i++) {
        out_raw(out, "<li>");
        html_link(out, &report->entries[nodes[i]]);
        out_raw(out, "</li>");
    }
    out_raw(out, count > 0 ? "</ul>" : "");
    free(nodes);
}

void html_overview(struct out *out, const struct report *report) {
    const struct entry *root = report_root(report);
    html_section(out, "overview", phrase(report->language, P_OVERVIEW));
    out_raw(out, "<div class=\"figures\">");
    if (root != NULL && !isnan(root->value[ATTAIN_MEASURE_SCORE])) {
        score_words(out, report, root);
        out_raw(out, "<div>");
        html_bar(out, report, root->value[ATTAIN_MEASURE_SCORE],
                 root->value[ATTAIN_MEASURE_LOW],
                 root->value[ATTAIN_MEASURE_HIGH], 1);
        out_raw(out, "<p class=\"note\">");
        out_text(out, phrase(report->language, P_BAR_LEGEND_HTML));
        out_raw(out, "</p></div>");
    }
    completion(out, report);
    out_raw(out, "</div>");
    vetoes(out, report);
    out_raw(out, "</section>\n");
}
