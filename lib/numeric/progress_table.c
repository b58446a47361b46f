#include <float.h>
#include <math.h>

#include "numeric/progress.h"

#define END                                                                    \
    { NULL, NULL, 0, 0, 0 }
#define OPEN                                                                   \
    { "open", "1: not cut off at 0 and 1", 0, 0, 1 }
#define CUT(name, what, standard)                                              \
    { name, what, standard, -DBL_MAX, DBL_MAX }

static const attain_i_parameter open_end[] = {OPEN, END};
static const attain_i_parameter efficacy[] = {
    {"base", "points at the unacceptable value", 60, 0, 100},
    {"span", "points from there to the satisfactory one", 40, 0, 100},
    OPEN,
    END};
static const attain_i_parameter eurostat[] = {
    CUT("significant", "ratio from which progress is significant", 0.95),
    CUT("moderate", "ratio from which it is moderate", 0.6), END};
static const attain_i_parameter eurostat_trend[] = {
    {"significant", "growth from which a movement is significant", 0.01, 0, 1},
    {"neutral", "growth below which there is none; EUSTAT: 0.001", 0, 0, 1},
    END};
static const attain_i_parameter open_sdg[] = {
    CUT("high", "ratio from which progress is substantial", 0.95),
    CUT("medium", "ratio from which it is moderate", 0.6),
    CUT("low", "ratio from which it is limited", 0),
    {"zero", "stands for a baseline or target of 0; as published: 0.001", 0, 0,
     1},
    END};
static const attain_i_parameter open_sdg_trend[] = {
    CUT("high", "growth from which progress is substantial", 0.015),
    CUT("medium", "growth from which it is moderate", 0.005),
    CUT("low", "growth from which it is limited", 0),
    {"exponent", "how fast cut-offs fall near the limit", 4.44, 0.001, 1000},
    {"zero", "stands for a baseline of 0; as published: 0.001", 0, 0, 1},
    END};
static const attain_i_parameter unsd[] = {
    CUT("on_track", "ratio from which it is on track", 0.95),
    CUT("fair", "ratio from which progress is fair", 0.1),
    {"near", "distance at which the target counts as met; percentages: 1", 0, 0,
     DBL_MAX},
    END};
static const attain_i_parameter unsd_trend[] = {
    CUT("on_track", "growth from which it is on track", 0.02),
    CUT("fair", "growth from which progress is fair", 0.005), END};
static const attain_i_parameter arrow[] = {
    {"years", "from the baseline to the due year", 15, DBL_MIN, DBL_MAX}, END};
static const attain_i_parameter anticipated[] = {
    CUT("maintain", "largest gap, in percent, that is on track", 10),
    CUT("accelerate", "largest gap that is not a step back", 100), END};
static const attain_i_parameter benchmark[] = {
    CUT("reached", "level, in percent, that is as good as fast", 95), END};
static const attain_i_parameter path[] = {
    CUT("on_track", "pace from which it is on track", 0.95),
    CUT("slow", "pace from which it is slow", 0.6), END};

#define NAMES(name, ...) static const char *const name[] = {__VA_ARGS__, NULL}

NAMES(value_target, "value", "target");
NAMES(interval, "value", "lower", "upper", "outer_low", "outer_high");
NAMES(posts, "value", "bad", "good");
NAMES(done_planned, "done", "planned");
NAMES(value_base_target, "value", "base", "target");
NAMES(dated_target, "value", "base", "target", "value_time", "base_time",
      "target_time");
NAMES(dated, "value", "base", "value_time", "base_time");
NAMES(dated_limit, "value", "base", "value_time", "base_time", "limit");
NAMES(bounds, "value", "worst", "best");
NAMES(marks, "value", "worst", "red", "green", "best");
NAMES(dated_green, "value", "base", "green", "value_time", "base_time");
NAMES(anticipated_base_target, "anticipated", "base", "target");
NAMES(value_target_spread, "value", "target", "spread");
NAMES(dated_rates, "value", "base", "value_time", "base_time", "slow", "fast");
NAMES(value_base_expected, "value", "base", "expected");

static const char *const no_classes[] = {NULL};
NAMES(met, "not_met", "met");
NAMES(acceptable, "unacceptable", "between", "satisfactory");
NAMES(significant, "moving_away", "insufficient", "moderate", "significant");
NAMES(movements, "significant_away", "moderate_away", "neutral", "moderate",
      "significant");
NAMES(substantial, "deterioration", "limited", "moderate", "substantial",
      "target_achieved");
NAMES(on_track, "stagnation", "fair", "on_track");
NAMES(colours, "red", "orange", "yellow", "green");
NAMES(arrows, "down", "flat", "diagonal", "up");
NAMES(achieved, "regressed", "progressed", "achieved");
NAMES(maintain, "reverse", "accelerate", "maintain");
NAMES(fast, "no_progress", "slow", "average", "fast");
NAMES(paces, "reversing", "off_track", "slow", "on_track");

#define NO_MARKS (double)NAN, (double)NAN, NULL
#define FREE ((double)INFINITY)
/* Of an infinity, tcc makes no constant. */
#define FREE_BELOW (-1.0 / 0.0)
#define CANADA "Statistics Canada; sdg-build, ProgressMeasure.py"
#define SDSN "Sachs et al., Sustainable Development Report 2021"
#define ESCAP "UN ESCAP, Statistics Division working paper 5, 2017"
#define PLANS "method of this library, 5"

/* clang-format off */
static const attain_i_progress_row rows[] = {
[ATTAIN_PROGRESS_RATIO] = {
    {"ratio", "x/T, low is good: T/x; 0 … 1", "国家统计局 2008, 实现程度",
     0, open_end},
    attain_i_progress_ratio, value_target, 2, met, 0, 1, 0, 1, NULL},
[ATTAIN_PROGRESS_RATIO_INTERVAL] = {
    {"ratio_interval", "1 − distance/max(lower − outer_low, outer_high − upper)",
     "国家统计局 2008, 实现程度", 0, NULL},
    attain_i_progress_ratio_interval, interval, 5, met, 0, 1, 0, 1, NULL},
[ATTAIN_PROGRESS_EFFICACY] = {
    {"efficacy", "(base + span(x − bad)/(good − bad))/100", "功效系数法",
     0, efficacy},
    attain_i_progress_efficacy, posts, 3, acceptable, 0, 1, 0, 1, NULL},
[ATTAIN_PROGRESS_COMPLETION] = {
    {"completion", "done/planned", "完成率", 0, NULL},
    attain_i_progress_completion, done_planned, 2, met, 0, FREE, 0, 1, NULL},
[ATTAIN_PROGRESS_BASELINE] = {
    {"baseline", "(x − b)/(T − b); 0 … 1", PLANS, 0, open_end},
    attain_i_progress_baseline, value_base_target, 3, met, 0, 1, 0, 1, NULL},
[ATTAIN_PROGRESS_EUROSTAT] = {
    {"eurostat", "R = g(x, b)/g(T, b) to −5 … 5",
     "Eurostat, Sustainable development in the EU; as EUSTAT computes it",
     0, eurostat},
    attain_i_progress_eurostat, dated_target, 6, significant, -5, 5, -5, 5, NULL},
[ATTAIN_PROGRESS_EUROSTAT_TREND] = {
    {"eurostat_trend", "250 s g(x, b), −5 … 5",
     "Eurostat, Sustainable development in the EU; as EUSTAT computes it",
     0, eurostat_trend},
    attain_i_progress_eurostat_trend, dated, 4, movements, -5, 5, -5, 5, NULL},
[ATTAIN_PROGRESS_OPEN_SDG] = {
    {"open_sdg", "P = s g(x, b)/|g(T, b)| to −5 … 5", CANADA, 0, open_sdg},
    attain_i_progress_open_sdg, dated_target, 6, substantial, -5, 5, -5, 5, NULL},
[ATTAIN_PROGRESS_OPEN_SDG_TREND] = {
    {"open_sdg_trend", "P = s g(x, b), cut-offs less near a limit, to −5 … 5",
     CANADA, 0, open_sdg_trend},
    attain_i_progress_open_sdg_trend, dated_limit, 4, substantial, -5, 5, -5, 5, NULL},
[ATTAIN_PROGRESS_UNSD] = {
    {"unsd", "(x(1 + g)^(tT − t) − b)/(T − b)",
     "UN Statistics Division, SDG Progress Chart 2023, as EUSTAT states it",
     0, unsd},
    attain_i_progress_unsd, dated_target, 6, on_track, FREE_BELOW, FREE, 0, 1, NULL},
[ATTAIN_PROGRESS_UNSD_TREND] = {
    {"unsd_trend", "s g(x, b)",
     "UN Statistics Division, SDG Progress Chart 2023, as EUSTAT states it",
     0, unsd_trend},
    attain_i_progress_unsd_trend, dated, 4, on_track, FREE_BELOW, FREE, NO_MARKS},
[ATTAIN_PROGRESS_SDSN_SCORE] = {
    {"sdsn_score", "100(x − worst)/(best − worst), 0 … 100", SDSN, 0, NULL},
    attain_i_progress_sdsn_score, bounds, 3, no_classes, 0, 100, 0, 100, NULL},
[ATTAIN_PROGRESS_SDSN_COLOUR] = {
    {"sdsn_colour", "worst 0, red 1, green 2, best 3, linear between", SDSN,
     0, NULL},
    attain_i_progress_sdsn_colour, marks, 5, colours, 0, 3, 0, 3, NULL},
[ATTAIN_PROGRESS_SDSN_ARROW] = {
    {"sdsn_arrow", "q = ((x − b)/(t − t0))/((green − b)/years) to 0 … 4",
     SDSN "; the score inside a class is our reading", 0, arrow},
    attain_i_progress_sdsn_arrow, dated_green, 5, arrows, 0, 4, 0, 4, NULL},
[ATTAIN_PROGRESS_ESCAP_STATUS] = {
    {"escap_status", "10 s(x − b)/|T − b|", ESCAP, 0, NULL},
    attain_i_progress_escap_status, value_base_target, 3, achieved, FREE_BELOW,
    10, 0, 10, NULL},
[ATTAIN_PROGRESS_ESCAP_PARITY] = {
    {"escap_parity", "10 − 10|T − x|/|T − b|", ESCAP, 0, NULL},
    attain_i_progress_escap_parity, value_base_target, 3, achieved, FREE_BELOW,
    10, 0, 10, NULL},
[ATTAIN_PROGRESS_ESCAP_ANTICIPATED] = {
    {"escap_anticipated", "100|T − a|/|T − b|, 0 when a meets T",
     ESCAP "; cut-offs as commonly reported, not confirmed",
     0, anticipated},
    attain_i_progress_escap_anticipated, anticipated_base_target, 3, maintain,
    FREE, 0, 100, 0, NULL},
[ATTAIN_PROGRESS_OECD_DISTANCE] = {
    {"oecd_distance", "max(0, s(T − x))/spread",
     "OECD, Measuring Distance to the SDG Targets 2022, annex A", 0, NULL},
    attain_i_progress_oecd_distance, value_target_spread, 3, met, FREE, 0, NO_MARKS},
[ATTAIN_PROGRESS_UIS_BENCHMARK] = {
    {"uis_benchmark", "s(x − b)/(t − t0) against quartiles of others' rates",
     "UNESCO UIS, SDG 4 Scorecard; cut-offs as commonly reported, not "
     "confirmed", 0, benchmark},
    attain_i_progress_uis_benchmark, dated_rates, 6, fast, FREE_BELOW, FREE, NO_MARKS},
[ATTAIN_PROGRESS_PATH_LINEAR] = {
    {"path_linear", "(x − b)/(e − b), e = b + (T − b)(t − t0)/(tT − t0)",
     PLANS, 0, path},
    attain_i_progress_path_linear, dated_target, 6, paces, FREE_BELOW, FREE, 0, 1,
    attain_i_path_linear},
[ATTAIN_PROGRESS_PATH_GROWTH] = {
    {"path_growth", "(x − b)/(e − b), e = b(T/b)^((t − t0)/(tT − t0))",
     PLANS, 0, path},
    attain_i_progress_path_growth, dated_target, 6, paces, FREE_BELOW, FREE, 0, 1,
    attain_i_path_growth},
[ATTAIN_PROGRESS_PATH_EXPECTED] = {
    {"path_expected", "(x − b)/(e − b), e given", PLANS, 0, path},
    attain_i_progress_path_expected, value_base_expected, 3, paces, FREE_BELOW,
    FREE, 0, 1, NULL},
};
/* clang-format on */

const attain_i_methods attain_i_progress_methods = {
    "progress", rows, sizeof *rows, sizeof rows / sizeof *rows};

const attain_i_progress_row *attain_i_progress_row_of(int32_t method) {
    return (const void *)attain_i_method_row(&attain_i_progress_methods,
                                             method);
}
