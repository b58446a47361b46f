/**
 * @file evaluate/ratings.h
 * What each evaluator group says of a target, side by side, and how far the
 * groups agree. The target's own value stays the mean of all groups by the
 * plan's weights; a group of weight 0 (a third party) is only shown apart.
 */
#ifndef ATTAIN_EVALUATE_RATINGS_H
#define ATTAIN_EVALUATE_RATINGS_H

#include "../dataset.h"
#include "../plan.h"
#include "vocabulary.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far evaluator groups agree on the order of units (rulings A89). */
typedef struct attain_agreement {
    /** sizeof(attain_agreement), set by the init function. */
    size_t struct_size;
    /** Kendall's W with the correction for ties, 0…1; NaN: fewer than two
     *  groups, or fewer than two units rated by all of them, or all tied. */
    double concordance;
    /** Groups that rated any unit. */
    size_t groups;
    /** Units that all of these groups rated. */
    size_t units;
} attain_agreement;

/** Sets defaults. @param agreement [out] owned by caller; NULL does nothing */
ATTAIN_API void attain_agreement_init(attain_agreement *agreement);

/**
 * Tells what the target's value would be in the period judged if each evaluator
 * group alone had rated. The rows of wholes get the mean over the units below
 * that the group rated, equal weights. Computed from plan and dataset, which
 * must be those of the evaluation and unchanged.
 *
 * @param ev        [in] borrowed for the call
 * @param plan      [in] borrowed for the call
 * @param data      [in] borrowed for the call
 * @param node      node of a target
 * @param out       [out] owned by caller, optional: [group][row], the groups of
 *                  the dataset in the order of their rows; NaN where the group
 *                  did not rate, and throughout where the metric has no part
 *                  that groups rate together; NULL to count
 * @param capacity  elements of `out`
 * @param count     [out] owned by caller: groups of the dataset times rows of
 *                  the node
 * @param agreement [out] owned by caller, optional: of the groups over the rows
 *                  that are no wholes; `struct_size` set by its init function
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT (no target), ATTAIN_ERR_SPACE,
 *         ATTAIN_ERR_STRUCT, ATTAIN_ERR_MISMATCH (another plan or dataset),
 *         ATTAIN_ERR_MEMORY
 */
ATTAIN_API attain_status attain_evaluation_ratings(
    const attain_evaluation *ev, const attain_plan *plan,
    const attain_dataset *data, int32_t node, double *out, size_t capacity,
    size_t *count, attain_agreement *agreement, attain_error *err);

#ifdef __cplusplus
}
#endif

#endif
