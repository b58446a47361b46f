/**
 * @file evaluate/vocabulary.h
 * What an evaluation is, and the words and columns that it speaks in.
 */
#ifndef ATTAIN_EVALUATE_VOCABULARY_H
#define ATTAIN_EVALUATE_VOCABULARY_H

#include "../base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An evaluation. Opaque; owned by caller, release with
 *  attain_evaluation_destroy(). */
typedef struct attain_evaluation attain_evaluation;

/* --- Vocabulary --------------------------------------------------------- */

/** What a node is. */
enum attain_kind {
    /** A goal of the plan. */
    ATTAIN_KIND_GOAL = 0,
    /** A target of the plan. */
    ATTAIN_KIND_TARGET = 1
};

/** Whether a promise is kept. */
enum attain_verdict {
    /** Not judged (comparator none): the empty cell of the results. */
    ATTAIN_VERDICT_NONE = 0,
    /** It is kept. */
    ATTAIN_VERDICT_MET = 1,
    /** It is not kept. */
    ATTAIN_VERDICT_NOT_MET = 2,
    /** Data that could decide are missing. */
    ATTAIN_VERDICT_UNKNOWN = 3
};

/** Where a promise stands on its way (method §5). */
enum attain_standing {
    /** The verdict is unknown. */
    ATTAIN_STANDING_UNKNOWN = 0,
    /** The verdict is met. */
    ATTAIN_STANDING_ACHIEVED = 1,
    /** It was met, and is no longer. */
    ATTAIN_STANDING_LOST = 2,
    /** It is due and not met. */
    ATTAIN_STANDING_MISSED = 3,
    /** Pace is 0.95 or more (the cut-offs are options). */
    ATTAIN_STANDING_ON_TRACK = 4,
    /** Pace is 0.60 or more, below 0.95. */
    ATTAIN_STANDING_SLOW = 5,
    /** Pace is 0 or more, below 0.60. */
    ATTAIN_STANDING_OFF_TRACK = 6,
    /** Pace is below 0. */
    ATTAIN_STANDING_REVERSING = 7,
    /** There is no pace. */
    ATTAIN_STANDING_UNRATED = 8
};

/** The columns of an evaluation. A measure's bit is 1 << its value. */
enum attain_measure {
    /** Value of the series in the unit of the metric; of a whole: the share of
     *  units met, 0…1. */
    ATTAIN_MEASURE_VALUE = 0,
    /** 0…1 (method §4); NaN: unknown or takes no part. */
    ATTAIN_MEASURE_ATTAINMENT = 1,
    /** enum attain_verdict, as a number. */
    ATTAIN_MEASURE_VERDICT = 2,
    /** enum attain_standing, as a number. */
    ATTAIN_MEASURE_STATUS = 3,
    /** Value expected by now. */
    ATTAIN_MEASURE_EXPECTED = 4,
    /** (x − b) / (e − b). */
    ATTAIN_MEASURE_PACE = 5,
    /** Value projected for the due period. */
    ATTAIN_MEASURE_PROJECTION = 6,
    /** Probability 0…1 that the target is met at the due period. */
    ATTAIN_MEASURE_PROBABILITY = 7,
    /** What is missing, in the metric's unit, ≥ 0. */
    ATTAIN_MEASURE_SHORTFALL = 8,
    /** What is missing, in units of the numerator, ≥ 0. */
    ATTAIN_MEASURE_SHORTFALL_NUMERATOR = 9,
    /** Goals: 100 × attainment. */
    ATTAIN_MEASURE_SCORE = 10,
    /** Goals: the score if every unknown child were 0. */
    ATTAIN_MEASURE_LOW = 11,
    /** Goals: the score if every unknown child were 1. */
    ATTAIN_MEASURE_HIGH = 12,
    /** 0…1: of a metric's members (targets), of weight (goals, wholes). */
    ATTAIN_MEASURE_COVERAGE = 13,
    /** Goals: index of the band in ascending order (attain_evaluation_grade());
     *  NaN: none. */
    ATTAIN_MEASURE_GRADE = 14,
    /** Goals: 1 is best. */
    ATTAIN_MEASURE_RANK = 15,
    /** Lower end of the 80 % prediction interval of the projection. */
    ATTAIN_MEASURE_PROJECTION_LOW = 16,
    /** Its upper end. */
    ATTAIN_MEASURE_PROJECTION_HIGH = 17,
    /** Goals: judged targets below it at the unit. */
    ATTAIN_MEASURE_TARGETS = 18,
    /** Goals: those met. */
    ATTAIN_MEASURE_TARGETS_MET = 19,
    /** Goals: those unknown. */
    ATTAIN_MEASURE_TARGETS_UNKNOWN = 20,
    /** Targets: actual over required compound annual growth [EU]; not a
     *  column of the results' CSV. */
    ATTAIN_MEASURE_GROWTH_PACE = 21,
    /** Targets of series change: v(j) − b − Σ of the required changes; the
     *  cumulative answer to a yearly rule. Not a column of the CSV. */
    ATTAIN_MEASURE_CUMULATIVE_GAP = 22,
    /** Targets of series change: (v(j) − b) / (j − b0), the mean per year. Not
     *  a column of the CSV. */
    ATTAIN_MEASURE_MEAN_CHANGE = 23,
    /** Lens process, 0…1: how far the way is that should be done by now:
     *  min(1, max(0, pace)). Of wholes and goals the mean and the aggregate of
     *  those below that have it. */
    ATTAIN_MEASURE_PROCESS = 24,
    /** Lens value added, 0…1: share of the other units that are less far above
     *  what units that started alike reach, plus half of those that tie. Of
     *  wholes and goals as process. */
    ATTAIN_MEASURE_VALUE_ADDED = 25,
    /** The mean of attainment (the lens outcome), process and value added that
     *  a row has, by the weights of the options. */
    ATTAIN_MEASURE_COMPREHENSIVE = 26,
    /** Targets: how far v(j) is above what the line of all units on v(b0) says,
     *  in the metric's unit; above 0 is better, also where low is good. Shrunk
     *  where sizes are given. */
    ATTAIN_MEASURE_VALUE_ADDED_EFFECT = 27,
    /** Lower end of its 95 % interval; only where sizes are given. */
    ATTAIN_MEASURE_VALUE_ADDED_LOW = 28,
    /** Upper end. */
    ATTAIN_MEASURE_VALUE_ADDED_HIGH = 29,
    /** Class by that interval: 1 above average (it lies above 0), −1 below, 0
     *  average. */
    ATTAIN_MEASURE_VALUE_ADDED_CLASS = 30,
    /** Targets that name a method: its score on its own scale
     *  (attain_progress_scale()); NaN: no value. This and the two that follow
     *  are kept where asked for by their bits or ATTAIN_MEASURES_ALL, and where
     *  any target of the plan names a method. */
    ATTAIN_MEASURE_METHOD_SCORE = 31,
    /** Its class, numbered from the worst (attain_progress_class_name()); NaN:
     *  none. */
    ATTAIN_MEASURE_METHOD_CLASS = 32,
    /** Why it has no score: enum attain_reason; ATTAIN_REASON_NONE: it has
     *  one. */
    ATTAIN_MEASURE_METHOD_REASON = 33
};

/** Bits of several measures. */
enum attain_measures_value {
    /** All measures but those of the lenses; with them those of methods, where
     *  a target names one. */
    ATTAIN_MEASURES_ALL = 0xFFFFFF,
    /** Those of the lenses: process, value added, comprehensive, and what value
     *  added comes from. They are computed only when asked for. */
    ATTAIN_MEASURES_LENSES = 0x7F000000
};

#ifdef __cplusplus
}
#endif

#endif
