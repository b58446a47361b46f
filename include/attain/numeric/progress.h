/**
 * @file numeric/progress.h
 * How far a value is on its way to a target: the published methods, by name.
 * One function runs any of them over columns: attain_progress().
 *
 * A method takes inputs, which are columns in the order of its own list
 * (attain_progress_input_name()): x the value, b the baseline, T the target, at
 * t, t0 and tT (years), and what else it needs. It gives a score on its own
 * scale (attain_progress_scale()) and a class, numbered from the worst
 * (attain_progress_class_name()). s is 1, or −1 where a low value is good.
 * Growth is g(a, c, n) = (a/c)^(1/n) − 1. Cut-offs hold from themselves on and
 * are compared in 12 significant digits, as everywhere.
 *
 * Nothing is put in the place of a number that a formula has no answer for: no
 * 0.001 for 0, no sign turned. There the score is NaN and the reason says why;
 * whoever needs what a publication has done sets its parameter.
 */
#ifndef ATTAIN_NUMERIC_PROGRESS_H
#define ATTAIN_NUMERIC_PROGRESS_H

#include "method.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Methods of ATTAIN_METHOD_PROGRESS. */
enum attain_progress_method {
    /** 实现程度: x/T, low is good: T/x; 0 … 1, or beyond with `open`. For T < 0
     *  the two change places; T = 0: 1 where it holds, else 0; x on the far
     *  side of 0: 0, on the good side 1. Classes: not_met, met. */
    ATTAIN_PROGRESS_RATIO = 0,
    /** 实现程度 of an interval: 1 inside, else 1 − distance/max(lower −
     *  outer_low, outer_high − upper), 0 … 1. */
    ATTAIN_PROGRESS_RATIO_INTERVAL = 1,
    /** 功效系数: (60 + 40(x − bad)/(good − bad))/100, 0 … 1, or beyond with
     *  `open`. bad > good is allowed. Classes: unacceptable (below 60),
     * between, satisfactory (from 100). */
    ATTAIN_PROGRESS_EFFICACY = 2,
    /** Completion: done/planned, which may be above 1; planned > 0. */
    ATTAIN_PROGRESS_COMPLETION = 3,
    /** (x − b)/(T − b), 0 … 1, or beyond with `open`. T = b, or b better than
     *  T: 1 while T is met, else 0 (T = b) or RATIO. */
    ATTAIN_PROGRESS_BASELINE = 4,
    /** Eurostat with a target: R = g(x, b, t − t0)/g(T, b, tT − t0). Score −5 …
     *  5: R > 1.3: 5; from 0.6: (R − 0.6)·5/0.7; from −0.6: (R + 0.6)·5/1.2 −
     *  5. T met: 5. Classes: moving_away, insufficient, moderate, significant.
     *  Other cut-offs than the published ones move the score with the class,
     *  here and below: it goes through −2.5, 0 and 2.5 at them. */
    ATTAIN_PROGRESS_EUROSTAT = 5,
    /** Eurostat without one: s·g(x, b, t − t0), score 250 times that, −5 … 5.
     *  Classes: significant_away, moderate_away, neutral (where `neutral` is
     *  above 0), moderate, significant. */
    ATTAIN_PROGRESS_EUROSTAT_TREND = 6,
    /** Statistics Canada, Open SDG with a target: P = s·g(x, b, t − t0)/|g(T,
     *  b, tT − t0)|, turned for b < 0. Score −5 … 5: P ≥ 0.6: 7.1429P −
     *  4.2857, else 4.1667P − 2.5; T met: 5. Classes: deterioration, limited,
     *  moderate, substantial, target_achieved. Parameter zero: what stands for
     *  a T or b of 0 (the publication: 0.001). */
    ATTAIN_PROGRESS_OPEN_SDG = 7,
    /** The same without a target: P = s·g(x, b, t − t0) against 0, 0.005·C and
     *  0.015·C. C is 1, and less near a natural limit L (input limit, which may
     *  be missing): 1 − |b/L|^4.44 for |b| ≤ |L|, 1 − (2 − |b/L|)^4.44 up to
     *  2|L|. Score −5 … 5, linear through −2.5 at 0, 0 and 2.5 at the others.
     */
    ATTAIN_PROGRESS_OPEN_SDG_TREND = 8,
    /** UN Statistics Division 2023: R = (e − b)/(T − b), e = x(1 + g)^(tT − t).
     *  Score R. T met, or within `near` of it: class on_track. Classes:
     *  stagnation, fair (from 0.1), on_track (from 0.95). */
    ATTAIN_PROGRESS_UNSD = 9,
    /** The same without a target: s·g from 0.005 and 0.02. */
    ATTAIN_PROGRESS_UNSD_TREND = 10,
    /** SDSN: 100(x − worst)/(best − worst), 0 … 100. No classes. */
    ATTAIN_PROGRESS_SDSN_SCORE = 11,
    /** SDSN colours. Score 0 … 3: worst 0, red 1, green 2, best 3, linear
     *  between. Classes: red (worse than red), orange, yellow (from the middle
     *  of red and green), green. */
    ATTAIN_PROGRESS_SDSN_COLOUR = 12,
    /** SDSN arrows: q = ((x − b)/(t − t0))/((green − b)/years). Score 0 … 4:
     *  below 0: 1 + q, to 1: 1 + 2q, from 1: 2 + q; at green: 4.
     *  Classes: down, flat, diagonal (from 0.5), up (from 1, or at green). */
    ATTAIN_PROGRESS_SDSN_ARROW = 13,
    /** ESCAP current status: 10s(x − b)/|T − b|, at most 10. Classes:
     *  regressed, progressed, achieved. */
    ATTAIN_PROGRESS_ESCAP_STATUS = 14,
    /** The same for parity: 10 − 10|T − x|/|T − b|. */
    ATTAIN_PROGRESS_ESCAP_PARITY = 15,
    /** ESCAP anticipated progress: gap of the anticipated value a (input 0,
     *  see attain_anticipate()): 100|T − a|/|T − b|, 0 when it meets T.
     * Classes: reverse (above 100, or a worse than b), accelerate, maintain (to
     * 10). */
    ATTAIN_PROGRESS_ESCAP_ANTICIPATED = 16,
    /** OECD distance: max(0, s(T − x))/spread; 0 is best. */
    ATTAIN_PROGRESS_OECD_DISTANCE = 17,
    /** UIS SDG 4 benchmark: the rate s(x − b)/(t − t0) against the quartiles of
     *  rates of those that started alike (inputs slow and fast). Score the
     *  rate. Classes: no_progress (below 0), slow, average (from slow), fast
     *  (from fast, or x at `reached`). */
    ATTAIN_PROGRESS_UIS_BENCHMARK = 18,
    /** Plan path, a line from (t0, b) to (tT, T): e = b + (T − b)(t − t0)/(tT −
     *  t0), held after tT. Score the pace (x − b)/(e − b). Classes: reversing,
     *  off_track (from 0), slow (from 0.6), on_track (from 0.95). b meets T, or
     *  e = b: 1 while T is met, else 0. */
    ATTAIN_PROGRESS_PATH_LINEAR = 19,
    /** By constant growth: e = b(T/b)^((t − t0)/(tT − t0)); T/b > 0. */
    ATTAIN_PROGRESS_PATH_GROWTH = 20,
    /** By an expected value that is given (input expected, see
     *  attain_path_expected()). */
    ATTAIN_PROGRESS_PATH_EXPECTED = 21
};

/**
 * Counts the inputs of a method.
 *
 * @param method enum attain_progress_method
 * @param needed [out] owned by caller, optional: those that it cannot do
 *               without, the first ones
 * @return inputs; 0 if there is no such method
 */
ATTAIN_API size_t attain_progress_input_count(int32_t method, size_t *needed);

/**
 * Names an input, e.g. "target".
 *
 * @param method enum attain_progress_method
 * @param input  0 … attain_progress_input_count() − 1
 * @return static text; NULL if there is none
 */
ATTAIN_API const char *attain_progress_input_name(int32_t method, size_t input);

/** @return the number of classes. @param method enum attain_progress_method */
ATTAIN_API size_t attain_progress_class_count(int32_t method);

/**
 * Names a class, e.g. "on_track"; 0 is the worst.
 *
 * @param method     enum attain_progress_method
 * @param class_code 0 … attain_progress_class_count() − 1
 * @return static text; NULL if there is none
 */
ATTAIN_API const char *attain_progress_class_name(int32_t method,
                                                  int32_t class_code);

/**
 * The ends of a method's scale of scores; infinite where it is open, low above
 * high where a low score is good.
 *
 * @param method enum attain_progress_method
 * @param low    [out] owned by caller: the worst score
 * @param high   [out] owned by caller: the best score
 * @param err    [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_progress_scale(int32_t method, double *low,
                                               double *high, attain_error *err);

/**
 * Scores and classes elements.
 *
 * @param method          enum attain_progress_method
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param inputs          [in] borrowed for the call, input_count · stride
 *                      elements: input k of element i at inputs[k · stride + i]
 * @param input_count     inputs given; those beyond are missing
 * @param stride          elements from one input's begin to the next one's
 * @param descending      [in] borrowed for the call, optional, count elements:
 *                      for each element 1 where a low value is good, else 0;
 *                      NULL: 0
 * @param count           number of elements
 * @param scores          [out] owned by caller, count elements: one for each;
 *                      NaN: no value
 * @param classes         [out] owned by caller, optional, count elements: one
 *                      for each; −1: no class
 * @param reasons         [out] owned by caller, optional, count elements: one
 *                      for each
 * @param err             [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite)
 */
ATTAIN_API attain_status attain_progress(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *inputs, size_t input_count, size_t stride,
    const int32_t *descending, size_t count, double *scores, int32_t *classes,
    uint8_t *reasons, attain_error *err);

/* --- Many into one ------------------------------------------------------- */

/** Methods of ATTAIN_METHOD_PROGRESS_GOAL: scores and classes of indicators to
 *  those of their goal. */
enum attain_progress_goal_method {
    /** Open SDG: mean of scores; all target_achieved: that; else from 2.5
     *  substantial, 0 moderate, −2.5 limited, below deterioration. */
    ATTAIN_PROGRESS_GOAL_OPEN_SDG = 0,
    /** Eurostat: mean of scores; above 2.5 significant, above 0.25 moderate,
     *  from −0.25 neutral, from −2.5 moderate_away, else significant_away. */
    ATTAIN_PROGRESS_GOAL_EUROSTAT = 1,
    /** SDSN colour: from the two worst of SDSN_COLOUR's scores. All green:
     *  green; both below 1: red; mean below 1.5: orange; else yellow. Score:
     *  their mean. */
    ATTAIN_PROGRESS_GOAL_SDSN_COLOUR = 2,
    /** SDSN arrow: mean of SDSN_ARROW's scores: down below 1, flat below 2,
     *  diagonal below 3, up. A score above `cap` (3) counts as it, as the
     *  report's arrows do: what is fast makes up for nothing else. No value
     *  with less than `known` (0.75) of them. */
    ATTAIN_PROGRESS_GOAL_SDSN_ARROW = 3
};

/**
 * Sums up a goal.
 *
 * @param method          enum attain_progress_goal_method
 * @param parameters      [in] borrowed for the call, optional, parameter_count
 *                      elements: of the method
 * @param parameter_count numbers in `parameters`
 * @param scores          [in] borrowed for the call, count elements; NaN is
 *                      left out
 * @param classes         [in] borrowed for the call, optional, count elements:
 *                      of the scores
 * @param count           number of indicators
 * @param score           [out] owned by caller; NaN: no value
 * @param class_code      [out] owned by caller, optional: of the method of the
 *                        same name, for Eurostat EUROSTAT_TREND's; −1: none
 * @param reason          [out] owned by caller, optional
 * @param err             [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite, or a sum
 *         beyond the range)
 */
ATTAIN_API attain_status attain_progress_goal(
    int32_t method, const double *parameters, size_t parameter_count,
    const double *scores, const int32_t *classes, size_t count, double *score,
    int32_t *class_code, uint8_t *reason, attain_error *err);

/* --- What methods take as inputs ----------------------------------------- */

/**
 * What a plan with milestones expects: linear between its points in time.
 *
 * @param times       [in] borrowed for the call, point_count elements: of the
 *                    points, ascending
 * @param values      [in] borrowed for the call, point_count elements: of the
 *                    points
 * @param point_count number of points, ≥ 1
 * @param at          [in] borrowed for the call, count elements: times that are
 *                    asked for
 * @param count       number of them
 * @param out         [out] owned by caller, count elements: one for each; NaN
 *                    before the first point, the last value after the last
 * @param err         [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (times that do not
 *         ascend, NaN or infinite points)
 */
ATTAIN_API attain_status attain_path_expected(const double *times,
                                              const double *values,
                                              size_t point_count,
                                              const double *at, size_t count,
                                              double *out, attain_error *err);

/**
 * Anticipates values by least squares in which the weight of a point is its
 * time less `origin`, so that recent ones count more (ESCAP; its notes say no
 * more of the weights than that: NaN sets the origin to one unit before the
 * first known point).
 *
 * @param values       [in] borrowed for the call, period_count · stride
 *                     elements: period p of element i at values[p · stride + i]
 * @param period_count number of periods
 * @param stride       elements from one period's begin to the next one's
 * @param times        [in] borrowed for the call, period_count elements: of the
 *                     periods
 * @param origin       time with weight 0; points at or before it are left out
 * @param count        number of elements
 * @param at           time that is asked for
 * @param out          [out] owned by caller, count elements: one for each
 *                     element; NaN with fewer than two points at different
 *                     times, and beyond the range of a double
 * @param reasons      [out] owned by caller, optional, count elements: one for
 *                     each
 * @param err          [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_VALUE (infinite)
 */
ATTAIN_API attain_status attain_anticipate(const double *values,
                                           size_t period_count, size_t stride,
                                           const double *times, double origin,
                                           size_t count, double at, double *out,
                                           uint8_t *reasons, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
