/**
 * @file evaluate/yearly.h
 * The three answers to a rule about every year: whether each year kept it,
 * whether the years together did, and whether they did on average. They may
 * differ; the verdict of a target is never but what its `when` says.
 */
#ifndef ATTAIN_EVALUATE_YEARLY_H
#define ATTAIN_EVALUATE_YEARLY_H

#include "../dataset.h"
#include "../plan.h"
#include "vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How a target of series change or growth stands at a unit, asked in three
 *  ways. v(j) is the metric's value in the period judged, b the baseline at b0,
 *  n = j − b0. Limits are those that the target sets for one period, and what
 *  they come to; the one that a one-sided comparator lacks is NaN. */
typedef struct attain_yearly {
    /** sizeof(attain_yearly), set by the init function. */
    size_t struct_size;
    /** Periods s … j that are judged at the unit. */
    size_t periods;
    /** Those in which the period's own change keeps the rule. */
    size_t met;
    /** Those in which it is not known. */
    size_t unknown;
    /** The change (or growth) in the period j alone; NaN: not known. */
    double latest;
    /** Its lower limit. */
    double lower;
    /** Its upper limit. */
    double upper;
    /** From the base on: v(j) − b, of growth v(j)/b − 1; NaN: not known. */
    double cumulative;
    /** n · lower, of growth (1 + lower)^n − 1. */
    double cumulative_lower;
    /** n · upper, of growth (1 + upper)^n − 1. */
    double cumulative_upper;
    /** Mean per period: (v(j) − b)/n, of growth (v(j)/b)^(1/n) − 1. */
    double mean;
    /** enum attain_verdict of every period, as for `when` every_period. */
    int32_t every_verdict;
    /** enum attain_verdict of the period j alone. */
    int32_t latest_verdict;
    /** enum attain_verdict of the years together. */
    int32_t cumulative_verdict;
    /** enum attain_verdict of the mean; it may differ from that of the years
     *  together where values are judged rounded. */
    int32_t mean_verdict;
    /** b0; ATTAIN_PERIOD_NONE: the target has no baseline, so that only the
     *  yearly answer is known. */
    int32_t base;
    /** j. */
    int32_t judged;
} attain_yearly;

/** Sets defaults. @param yearly [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_yearly_init(attain_yearly *yearly);

/**
 * Answers a rule about every year in three ways. Computed from plan and
 * dataset, which must be those of the evaluation and unchanged. Growth from a
 * base that is not above 0 is not known.
 *
 * @param ev   [in] borrowed for the call
 * @param plan [in] borrowed for the call
 * @param data [in] borrowed for the call
 * @param node node of a target of series change or growth, with a comparator
 * @param row  row in the node's columns that is not a whole
 * @param out  [out] owned by caller, `struct_size` set by its init function
 * @param err  [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT (another node or row),
 *         ATTAIN_ERR_STRUCT, ATTAIN_ERR_MISMATCH (another plan or dataset),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluation_yearly(const attain_evaluation *ev,
                                                  const attain_plan *plan,
                                                  const attain_dataset *data,
                                                  int32_t node, int64_t row,
                                                  attain_yearly *out,
                                                  attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
