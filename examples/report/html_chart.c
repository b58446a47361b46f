#include <math.h>
#include <stdlib.h>

#include "html_parts.h"

/* The drawing's own units; the page scales it. */
enum {
    WIDTH = 440,
    HEIGHT = 190,
    LEFT = 44,
    RIGHT = 14,
    TOP = 16,
    BOTTOM = 26,
    MOST_LABELS = 7,
    DOT = 4 /* radius of a point with its rim */
};

struct chart {
    const struct report *report;
    const struct entry *entry;
    int32_t *periods;
    double *observed;
    double *expected;
    size_t count;
    struct edge edges[2];
    size_t edge_count;
    double low, high; /* of the vertical axis */
};

static double across(const struct chart *chart, int32_t period) {
    double span = chart->periods[chart->count - 1] - chart->periods[0];
    double at = period - chart->periods[0];
    return LEFT + 6 +
           (WIDTH - LEFT - RIGHT - 12) * (span > 0 ? at / span : 0.5);
}

static double up(const struct chart *chart, double value) {
    double share = (value - chart->low) / (chart->high - chart->low);
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
}

/* --- Data ---------------------------------------------------------------- */

static int chart_read(struct chart *chart) {
    const struct report *report = chart->report;
    const struct entry *entry = chart->entry;
    size_t count = 0;
    if (entry->row < 0 || entry->whole || !report_is_target(entry) ||
        attain_evaluation_trajectory(report->ev, report->plan, report->data,
                                     entry->index, entry->row, NULL, NULL, NULL,
                                     0, &count, NULL) != ATTAIN_OK ||
        count == 0)
        return 0;
    chart->periods = calloc(count, sizeof *chart->periods);
    chart->observed = calloc(count, sizeof *chart->observed);
    chart->expected = calloc(count, sizeof *chart->expected);
    if (chart->periods == NULL || chart->observed == NULL ||
        chart->expected == NULL ||
        attain_evaluation_trajectory(report->ev, report->plan, report->data,
                                     entry->index, entry->row, chart->periods,
                                     chart->observed, chart->expected, count,
                                     &chart->count, NULL) != ATTAIN_OK)
        return 0;
    for (size_t i = 0; i < chart->count; i++) {
        chart->observed[i] = report_scaled(entry, chart->observed[i]);
        chart->expected[i] = report_scaled(entry, chart->expected[i]);
    }
    chart->edge_count = report_edges(entry, chart->edges);
    return 1;
}

static void chart_free(struct chart *chart) {
    free(chart->periods);
    free(chart->observed);
    free(chart->expected);
}

static void include(struct chart *chart, double value) {
    if (!isnan(value)) {
        chart->low = isnan(chart->low) ? value : fmin(chart->low, value);
        chart->high = isnan(chart->high) ? value : fmax(chart->high, value);
    }
}

static double projected(const struct chart *chart, int32_t measure) {
    return entry_has_trend(chart->entry)
               ? report_scaled(chart->entry, chart->entry->value[measure])
               : NAN;
}

/* The axis holds every point; of a wide interval at most half as much more. */
static int chart_fit(struct chart *chart) {
    chart->low = NAN;
    chart->high = NAN;
    for (size_t i = 0; i < chart->count; i++)
        include(chart, chart->observed[i]);
    int any = !isnan(chart->low);
    for (size_t i = 0; i < chart->count; i++)
        include(chart, chart->expected[i]);
    for (size_t i = 0; i < chart->edge_count; i++)
        include(chart, chart->edges[i].at);
    include(chart, projected(chart, ATTAIN_MEASURE_PROJECTION));
    double span = chart->high - chart->low;
    double low = projected(chart, ATTAIN_MEASURE_PROJECTION_LOW);
    double high = projected(chart, ATTAIN_MEASURE_PROJECTION_HIGH);
    if (!isnan(low) && !isnan(high)) {
        include(chart, fmax(low, chart->low - span / 2));
        include(chart, fmin(high, chart->high + span / 2));
    }
    span = chart->high - chart->low;
    double pad = span > 0 ? span * 0.08 : fmax(fabs(chart->low) * 0.05, 1e-9);
    chart->low -= pad;
    chart->high += pad;
    return any;
}

/* --- Drawing ------------------------------------------------------------- */

static void line(struct out *out, const char *class, double x1, double y1,
                 double x2, double y2) {
    out_raw(out, "<line class=\"");
    out_raw(out, class);
    out_raw(out, "\"");
    html_attribute(out, "x1", x1);
    html_attribute(out, "y1", y1);
    html_attribute(out, "x2", x2);
    html_attribute(out, "y2", y2);
    out_raw(out, "/>");
}

static void text_at(struct out *out, const char *class, const char *anchor,
                    double x, double y) {
    out_raw(out, "<text class=\"");
    out_raw(out, class);
    out_raw(out, "\" text-anchor=\"");
    out_raw(out, anchor);
    out_raw(out, "\"");
    html_attribute(out, "x", x);
    html_attribute(out, "y", y);
    out_raw(out, ">");
}

/* The side of the limits on which the target is met. */
static void draw_good_side(struct out *out, const struct chart *chart) {
    double top = TOP;
    double bottom = HEIGHT - BOTTOM;
    for (size_t i = 0; i < chart->edge_count; i++) {
        double y = up(chart, chart->edges[i].at);
        int lower = chart->edges[i].comparator == ATTAIN_COMPARATOR_AT_LEAST ||
                    chart->edges[i].comparator == ATTAIN_COMPARATOR_ABOVE;
        top = lower ? top : y;
        bottom = lower ? y : bottom;
    }
    if (chart->edge_count > 0 && bottom > top) {
        out_raw(out, "<rect class=\"good\"");
        html_attribute(out, "x", LEFT);
        html_attribute(out, "y", top);
        html_attribute(out, "width", WIDTH - LEFT - RIGHT);
        html_attribute(out, "height", bottom - top);
        out_raw(out, "/>");
    }
}

/* 1, 2 or 5 times a power of ten that gives three to seven ticks. */
static double tick_step(double span) {
    double step = 1;
    while (step > span / 3)
        step /= 10;
    while (step * 10 <= span / 3)
        step *= 10;
    if (step * 5 <= span / 3)
        return step * 5;
    return step * 2 <= span / 3 ? step * 2 : step;
}

static void draw_scale(struct out *out, const struct chart *chart) {
    double step = tick_step(chart->high - chart->low);
    for (double i = ceil(chart->low / step); i * step <= chart->high; i++) {
        double at = i * step;
        double rounded;
        if (attain_round(&at, 1, 10, 1, &rounded, NULL) != ATTAIN_OK)
            rounded = at;
        double y = up(chart, at);
        line(out, "grid", LEFT, y, WIDTH - RIGHT, y);
        text_at(out, "axis", "end", LEFT - 6, y + 4);
        number_exact(out, rounded);
        out_raw(out, "</text>");
    }
    size_t every = (chart->count + MOST_LABELS - 1) / MOST_LABELS;
    for (size_t i = 0; i < chart->count; i++) {
        size_t from_end = chart->count - 1 - i;
        if (from_end % every != 0)
            continue;
        text_at(out, "axis", "middle", across(chart, chart->periods[i]),
                HEIGHT - 8);
        number_period(out, ATTAIN_LANGUAGE_EN, chart->periods[i]);
        out_raw(out, "</text>");
    }
}

static void draw_path(struct out *out, const struct chart *chart,
                      const double *values, const char *class) {
    int pen = 0;
    out_raw(out, "<path class=\"");
    out_raw(out, class);
    out_raw(out, "\" d=\"");
    for (size_t i = 0; i < chart->count; i++) {
        if (isnan(values[i])) {
            pen = 0;
            continue;
        }
        out_raw(out, pen ? "L" : "M");
        html_number(out, across(chart, chart->periods[i]));
        out_raw(out, " ");
        html_number(out, up(chart, values[i]));
        pen = 1;
    }
    out_raw(out, "\"/>");
}

static void draw_limits(struct out *out, const struct chart *chart) {
    for (size_t i = 0; i < chart->edge_count; i++) {
        double y = up(chart, chart->edges[i].at);
        line(out, "limit", LEFT, y, WIDTH - RIGHT, y);
    }
}

static size_t last_seen(const struct chart *chart) {
    size_t last = chart->count;
    for (size_t i = 0; i < chart->count; i++)
        if (!isnan(chart->observed[i]) &&
            chart->periods[i] <= chart->report->info.as_of)
            last = i;
    return last;
}

static void draw_projection(struct out *out, const struct chart *chart) {
    double value = projected(chart, ATTAIN_MEASURE_PROJECTION);
    double low = projected(chart, ATTAIN_MEASURE_PROJECTION_LOW);
    double high = projected(chart, ATTAIN_MEASURE_PROJECTION_HIGH);
    size_t last = last_seen(chart);
    if (isnan(value) || last == chart->count)
        return;
    double x = across(chart, chart->entry->node.due);
    double y = up(chart, value);
    if (low < high)
        line(out, "range", x, up(chart, low), x, up(chart, high));
    line(out, "trend", across(chart, chart->periods[last]),
         up(chart, chart->observed[last]), x, y);
    out_raw(out, "<rect class=\"diamond\" width=\"8\" height=\"8\" "
                 "transform=\"translate(");
    html_number(out, x);
    out_raw(out, " ");
    html_number(out, y);
    out_raw(out, ") rotate(45) translate(-4 -4)\"/>");
}

/* A value in words, as it is judged: on its own side of the limits. */
static void put_value(struct out *out, const struct chart *chart,
                      double value) {
    int rounded = chart->entry->node.judge == ATTAIN_JUDGE_ROUNDED;
    number_near(out, value, entry_level_grain(chart->entry), chart->edges,
                rounded ? 0 : chart->edge_count);
}

/* 1 if a value is on the good side of all limits, as it is judged. */
static int holds(const struct chart *chart, double value) {
    struct grain grain = entry_level_grain(chart->entry);
    if (chart->entry->node.judge == ATTAIN_JUDGE_ROUNDED)
        attain_round(&value, 1, grain.decimals, grain.interval, &value, NULL);
    for (size_t i = 0; i < chart->edge_count; i++)
        if (!number_holds(value, chart->edges[i]))
            return 0;
    return 1;
}

/* 1 if the eye cannot tell on which side of a limit a value lies. */
static int touches_limit(const struct chart *chart, double value) {
    for (size_t i = 0; i < chart->edge_count; i++)
        if (value != chart->edges[i].at &&
            fabs(up(chart, value) - up(chart, chart->edges[i].at)) < DOT)
            return 1;
    return 0;
}

static void label_point(struct out *out, const struct chart *chart, size_t i) {
    double y = up(chart, chart->observed[i]);
    double x = across(chart, chart->periods[i]);
    const char *anchor = x < LEFT + 40            ? "start"
                         : x > WIDTH - RIGHT - 40 ? "end"
                                                  : "middle";
    text_at(out, "number halo", anchor, x, y < TOP + 20 ? y + 18 : y - 9);
    put_value(out, chart, chart->observed[i]);
    out_raw(out, "</text>");
}

/* A dot is hollow where the value does not hold the limits; the last one has
 * its number, and so has one that lies too near to a limit to be told. */
static void draw_points(struct out *out, const struct chart *chart) {
    size_t last = last_seen(chart);
    for (size_t i = 0; i < chart->count; i++) {
        double value = chart->observed[i];
        if (isnan(value))
            continue;
        out_raw(out, holds(chart, value) ? "<circle class=\"dot\" r=\"3.5\""
                                         : "<circle class=\"dot part\" "
                                           "r=\"3.5\"");
        html_attribute(out, "cx", across(chart, chart->periods[i]));
        html_attribute(out, "cy", up(chart, value));
        out_raw(out, "/>");
        if (i == last || touches_limit(chart, value))
            label_point(out, chart, i);
    }
}

/* --- Words --------------------------------------------------------------- */

static void chart_words(struct out *out, const struct chart *chart) {
    const struct report *report = chart->report;
    out_raw(out, "<title>");
    SAY(out, report->language, P_CHART_TITLE, chart->entry->node.name);
    out_raw(out, "</title><desc>");
    for (size_t i = 0; i < chart->count; i++) {
        struct pieces p;
        pieces_begin(&p);
        number_period(&p.piece[0], report->language, chart->periods[i]);
        if (isnan(chart->observed[i]))
            out_raw(&p.piece[1], "–");
        else
            put_value(&p.piece[1], chart, chart->observed[i]);
        out_text(out, i > 0 ? phrase(report->language, P_JOIN) : "");
        SAY(out, report->language, P_CHART_POINT, piece(&p, 0), piece(&p, 1));
        pieces_end(&p, out);
    }
    out_raw(out, "</desc>");
}

int html_chart(struct out *out, const struct report *report,
               const struct entry *entry) {
    struct chart chart = {report, entry,    NULL, NULL, NULL,
                          0,      {{0, 0}}, 0,    0,    0};
    int drawn = chart_read(&chart) && chart_fit(&chart);
    if (drawn) {
        out_raw(out, "<figure><svg class=\"chart\" role=\"img\" "
                     "viewBox=\"0 0 440 190\">");
        chart_words(out, &chart);
        draw_good_side(out, &chart);
        draw_scale(out, &chart);
        double now = across(&chart, report->info.as_of);
        if (report->info.as_of < entry->node.due)
            line(out, "now", now, TOP, now, HEIGHT - BOTTOM);
        draw_path(out, &chart, chart.expected, "required");
        draw_limits(out, &chart);
        draw_projection(out, &chart);
        draw_path(out, &chart, chart.observed, "seen");
        draw_points(out, &chart);
        out_raw(out, "</svg></figure>");
    }
    chart_free(&chart);
    return drawn;
}
