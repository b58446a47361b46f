/* A target at one unit: what was asked, what was seen in each period, how the
 * verdict, the attainment and the pace follow. */
#include <math.h>
#include <string.h>

#include "evaluate/explain.h"
#include "evaluate/words.h"

double attain_i_explained(const attain_i_explaining *what, int32_t measure) {
    return attain_evaluation_value(what->ev, measure, what->index,
                                   (int64_t)what->row);
}

static void write_line_start(attain_i_writer *writer, const char *en,
                             const char *zh) {
    attain_i_write_text(writer, "  ");
    attain_i_write_words(writer, en, zh);
    attain_i_write_words(writer, ": ", "：");
}

/* The unit of the series: a change of per cents is in points, growth in none.
 */
static void write_unit(const attain_i_explaining *what) {
    int32_t series = what->node->series;
    int points = (series == ATTAIN_SERIES_CHANGE ||
                  series == ATTAIN_SERIES_SINCE_BASELINE) &&
                 strcmp(what->node->unit, "%") == 0;
    if (points)
        attain_i_write_words(what->writer, "percentage points", "个百分点");
    else if (series != ATTAIN_SERIES_GROWTH &&
             series != ATTAIN_SERIES_GROWTH_SINCE_BASELINE)
        attain_i_write_text(what->writer, what->node->unit);
}

/* ", in steps of 0.5 of the last one" */
static void write_interval(const attain_i_explaining *what) {
    const attain_plan *plan = what->plan;
    const char *id = plan->targets[what->node->row].metric;
    const attain_metric *metric =
        &plan->metrics[attain_i_map_find(&plan->metric_ids, id, strlen(id))];
    if (metric->interval < 1) {
        attain_i_write_words(what->writer, ", in steps of ", "，修约间隔 ");
        attain_i_write_number(what->writer, metric->interval);
        attain_i_write_words(what->writer, " of the last one",
                             "（以末位为单位）");
    }
}

/* "level at least 96 %, at the due period 2025, judged by the full value" */
static void write_requirement(const attain_i_explaining *what) {
    attain_i_writer *writer = what->writer;
    const attain_target *target = &what->plan->targets[what->node->row];
    write_line_start(writer, "Required", "要求");
    attain_i_write_word(writer, attain_i_words_series, target->series);
    attain_i_write_text(writer, " ");
    attain_i_write_word(writer, attain_i_words_comparator, target->comparator);
    if (target->comparator != ATTAIN_COMPARATOR_NONE) {
        attain_i_write_text(writer, " ");
        attain_i_write_number(writer, target->value);
    }
    if (target->comparator == ATTAIN_COMPARATOR_BETWEEN) {
        attain_i_write_text(writer, " … ");
        attain_i_write_number(writer, target->upper);
    }
    if (target->comparator == ATTAIN_COMPARATOR_ABOUT) {
        attain_i_write_text(writer, " ± ");
        attain_i_write_number(writer, target->tolerance);
    }
    attain_i_write_text(writer, " ");
    write_unit(what);
    attain_i_write_words(writer, "; ", "；");
    attain_i_write_word(writer, attain_i_words_when, target->when);
    attain_i_write_words(writer, ", due ", "，到期 ");
    attain_i_write_period(writer, target->due);
    if (target->judge == ATTAIN_JUDGE_ROUNDED) {
        attain_i_write_words(writer, ", judged by the value rounded to ",
                             "，按修约值判定，小数位 ");
        attain_i_write_number(writer, what->node->decimals);
        attain_i_write_words(writer, " decimals", "");
        write_interval(what);
    }
    attain_i_write_text(writer, "\n");
}

static void write_baseline(const attain_i_explaining *what,
                           const attain_i_single *single) {
    attain_i_writer *writer = what->writer;
    if (single->judging.base == ATTAIN_PERIOD_NONE)
        return;
    write_line_start(writer, "Baseline", "基线");
    attain_i_write_period(writer, single->judging.base);
    attain_i_write_text(writer, " ");
    attain_i_write_number(writer, single->block.baseline[0]);
    attain_i_write_words(
        writer, single->judging.stated ? " (stated by the plan)" : " (data)",
        single->judging.stated ? "（规划所载）" : "（数据）");
    attain_i_write_text(writer, "\n");
}

static const char *sign_of(uint8_t sat) {
    static const char *const signs[] = {"✗", "✓", "?", "–"};
    return signs[sat];
}

/* The series in each judged period with what it is made of. */
static void write_periods(const attain_i_explaining *what,
                          attain_i_single *single) {
    attain_i_writer *writer = what->writer;
    const attain_i_judging *judging = &single->judging;
    write_line_start(writer, "Periods", "各期");
    for (size_t k = 0; k < judging->periods; k++) {
        attain_i_block_period(judging, &single->block, k);
        attain_i_write_text(writer, k == 0 ? "" : "   ");
        attain_i_write_period(writer, judging->first + (int32_t)k);
        attain_i_write_text(writer, " ");
        attain_i_write_number(writer, single->block.x[k][0]);
        if (judging->target->comparator != ATTAIN_COMPARATOR_NONE)
            attain_i_write_text(writer,
                                sign_of(single->block.sat[k * ATTAIN_I_BLOCK]));
    }
    attain_i_write_text(writer, "\n");
}

static void write_measure(const attain_i_explaining *what, int32_t measure) {
    double value = attain_i_explained(what, measure);
    if (isnan(value))
        return;
    attain_i_write_text(what->writer, "  ");
    attain_i_write_word(what->writer, attain_i_words_measure, measure);
    attain_i_write_words(what->writer, ": ", "：");
    attain_i_write_number(what->writer, value);
    attain_i_write_text(what->writer, "\n");
}

/* The score that was used, with its formula. */
static void write_attainment(const attain_i_explaining *what,
                             const attain_i_single *single) {
    static const char *const formulas[][2] = {
        [ATTAIN_SCORE_RATIO] = {"x/t, or t/x for an upper limit",
                                "x/t；上限为 t/x"},
        [ATTAIN_SCORE_PROGRESS] = {"(x − b)/(t − b)", "(x − b)/(t − b)"},
        [ATTAIN_SCORE_EFFICACY] = {"(60 + 40 (x − bad)/(good − bad))/100",
                                   "（60 + 40 （x − 不允许值）/（满意值 − "
                                   "不允许值））/100"},
        [ATTAIN_SCORE_PASS] = {"1 met, 0 not met", "达成为 1，未达成为 0"},
        [ATTAIN_SCORE_STEPS] = {"points of the step reached", "分档得分"},
        [ATTAIN_SCORE_MINMAX] = {"(x − min)/(max − min) over the units",
                                 "（x − 最小值）/（最大值 − 最小值）"},
        [ATTAIN_SCORE_ZSCORE] = {"(50 + 10 z)/100", "(50 + 10 z)/100"},
        [ATTAIN_SCORE_RANK] = {"(n − rank)/(n − 1)", "（n − 名次）/（n − 1）"},
        [ATTAIN_SCORE_PERCENTILE] = {"share of the others that are worse, "
                                     "ties half",
                                     "低于本单位者所占比例，并列计半"},
        [ATTAIN_SCORE_RANK_STEPS] = {"1 where it holds, the others by rank",
                                     "达成为 1，其余按名次计分"},
        [ATTAIN_SCORE_METHOD] = {
            "score of the method below, from what is worth "
            "nothing to what is worth all",
            "下列方法的得分，折算为 0 至 1"}};
    int32_t score = what->node->score;
    double value = attain_i_explained(what, ATTAIN_MEASURE_ATTAINMENT);
    if (score == ATTAIN_SCORE_DEFAULT)
        return;
    write_line_start(what->writer, "Attainment", "实现程度");
    attain_i_write_number(what->writer, value);
    attain_i_write_text(what->writer, "  (");
    attain_i_write_word(what->writer, attain_i_words_score, score);
    attain_i_write_text(what->writer, ": ");
    attain_i_write_words(what->writer, formulas[score][0], formulas[score][1]);
    if (single->judging.target->when == ATTAIN_WHEN_EVERY_PERIOD)
        attain_i_write_words(what->writer, "; mean of the judged periods",
                             "；各判定期平均");
    attain_i_write_text(what->writer, ")\n");
}

/* Why the verdict is what it is. */
static void write_reason(const attain_i_explaining *what,
                         const attain_i_single *single) {
    static const char *const reasons[][2] = {
        [ATTAIN_WHEN_AT_DUE] = {"the value of the period judged decides",
                                "以判定期的值为准"},
        [ATTAIN_WHEN_EVERY_PERIOD] =
            {"every judged period must hold; one that fails decides",
             "每期都须达到，一期不达即未达成"},
        [ATTAIN_WHEN_HOLD] = {"once reached, every later period must hold",
                              "达到后每期都须保持"}};
    int32_t when = single->judging.target->when;
    write_line_start(what->writer, "Rule", "判定规则");
    attain_i_write_words(what->writer, reasons[when][0], reasons[when][1]);
    if (what->ev->verdicts[what->node->first_row + what->row] ==
        ATTAIN_VERDICT_UNKNOWN)
        attain_i_write_words(what->writer,
                             "; what would decide was not observed",
                             "；起决定作用的数据缺失");
    attain_i_write_text(what->writer, "\n");
}

attain_status attain_i_explain_target(const attain_i_explaining *what,
                                      attain_error *err) {
    attain_i_single single;
    attain_status status =
        attain_i_single_make(&single, what->ev, what->plan, what->data,
                             what->index, what->unit, err);
    if (status != ATTAIN_OK) {
        attain_i_single_clear(&single);
        return status;
    }
    write_requirement(what);
    write_baseline(what, &single);
    write_periods(what, &single);
    write_reason(what, &single);
    attain_i_explain_yearly(what->writer, &single);
    attain_i_write_words(what->writer, "  Value:\n", "  取值：\n");
    attain_i_explain_metric(what->writer, &single.work, single.judging.metric,
                            what->unit, what->node->period);
    if (single.judging.target->series == ATTAIN_SERIES_CHANGE ||
        single.judging.target->series == ATTAIN_SERIES_GROWTH)
        attain_i_explain_metric(what->writer, &single.work,
                                single.judging.metric, what->unit,
                                what->node->period - 1);
    write_attainment(what, &single);
    attain_i_explain_method(what->writer, &single);
    static const int32_t measures[] = {ATTAIN_MEASURE_COVERAGE,
                                       ATTAIN_MEASURE_EXPECTED,
                                       ATTAIN_MEASURE_PACE,
                                       ATTAIN_MEASURE_GROWTH_PACE,
                                       ATTAIN_MEASURE_CUMULATIVE_GAP,
                                       ATTAIN_MEASURE_MEAN_CHANGE,
                                       ATTAIN_MEASURE_PROJECTION,
                                       ATTAIN_MEASURE_PROJECTION_LOW,
                                       ATTAIN_MEASURE_PROJECTION_HIGH,
                                       ATTAIN_MEASURE_PROBABILITY,
                                       ATTAIN_MEASURE_SHORTFALL,
                                       ATTAIN_MEASURE_SHORTFALL_NUMERATOR};
    for (size_t m = 0; m < sizeof measures / sizeof *measures; m++)
        write_measure(what, measures[m]);
    attain_i_single_clear(&single);
    return ATTAIN_OK;
}
