/* Judging by the progress method that a target names (rulings A150 to A155).
 * Nothing here runs where it names none. */
#ifndef ATTAIN_EVALUATE_METHOD_H
#define ATTAIN_EVALUATE_METHOD_H

#include "evaluate/target.h"

enum {
    /* The measures of methods follow all others. */
    ATTAIN_I_METHOD_MEASURES = ATTAIN_MEASURE_METHOD_SCORE
};
#define ATTAIN_I_METHOD_BITS ((uint64_t)7 << ATTAIN_I_METHOD_MEASURES)

/* What a method says of a unit in a period. */
typedef struct attain_i_method_result {
    double score;       /* on its own scale; NaN: none */
    int32_t class_code; /* −1: none */
    uint8_t reason;     /* enum attain_reason */
} attain_i_method_result;

/* The inputs of row i in period number k. */
void attain_i_method_case(const attain_i_judging *judging,
                          attain_i_block *block, size_t k, size_t i,
                          attain_i_progress_case *out);
void attain_i_method_one(const attain_i_judging *judging, attain_i_block *block,
                         size_t k, size_t i, attain_i_method_result *out);
/* Attainments of the block in period k, in its series x. */
void attain_i_score_method(const attain_i_judging *judging,
                           attain_i_block *block, size_t k, double *out);
/* True when the method says what is expected, which goes before the path of
 * the plan. */
int attain_i_method_expects(const attain_i_judging *judging);
/* What it expects in a period from the baseline b. */
double attain_i_method_expected(const attain_i_judging *judging, double b,
                                int32_t period);
/* Writes score, class and reason of the period judged, where they are kept. */
void attain_i_method_measures(const attain_i_judging *judging,
                              attain_i_block *block);

#endif
