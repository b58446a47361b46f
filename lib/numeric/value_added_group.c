/* What is found of a group, or why there is nothing. */
#include "numeric/value_added.h"

#include <float.h>
#include <math.h>

#include "numeric/sum.h"

/* A finding, or why there is none. */
void attain_i_value_added_set(attain_i_groups_job *j, size_t group,
                              int32_t measure, double value) {
    int sound = fabs(value) <= DBL_MAX;
    j->out[group * ATTAIN_I_VALUE_ADDED_MEASURES + (size_t)measure] =
        sound ? value : (double)NAN;
    j->reasons[group * ATTAIN_I_VALUE_ADDED_MEASURES + (size_t)measure] =
        (uint8_t)(sound ? ATTAIN_REASON_NONE : ATTAIN_REASON_UNDEFINED);
}

void attain_i_value_added_lack(attain_i_groups_job *j, size_t group,
                               int32_t reason) {
    for (size_t m = ATTAIN_VALUE_ADDED_VALUE; m < ATTAIN_I_VALUE_ADDED_MEASURES;
         m++) {
        j->out[group * ATTAIN_I_VALUE_ADDED_MEASURES + m] = (double)NAN;
        j->reasons[group * ATTAIN_I_VALUE_ADDED_MEASURES + m] = (uint8_t)reason;
    }
}

double attain_i_value_added_size(const attain_i_groups_job *j, size_t group) {
    return (double)(j->offsets[group + 1] - j->offsets[group]);
}

/* Value, error and what follows from them; `reach` errors to each side. */
void attain_i_value_added_tell(attain_i_groups_job *j, size_t group,
                               double value, double error, double reach) {
    double low = value - reach * error;
    double high = value + reach * error;
    attain_i_value_added_set(j, group, ATTAIN_VALUE_ADDED_VALUE, value);
    attain_i_value_added_set(j, group, ATTAIN_VALUE_ADDED_ERROR, error);
    attain_i_value_added_set(j, group, ATTAIN_VALUE_ADDED_LOW, low);
    attain_i_value_added_set(j, group, ATTAIN_VALUE_ADDED_HIGH, high);
    attain_i_value_added_set(j, group, ATTAIN_VALUE_ADDED_CLASS,
                             low == low ? (low > 0) - (high < 0) : (double)NAN);
}

/* Mean of what rows of a group have in `rows`. */
double attain_i_value_added_mean(const attain_i_groups_job *j, size_t group) {
    size_t held = 0;
    for (size_t i = j->offsets[group]; i < j->offsets[group + 1]; i++)
        j->terms[held++] = j->rows[j->order[i]];
    return attain_i_sum(j->terms, held) / (double)held;
}

void attain_i_value_added_lack_all(attain_i_groups_job *j, int32_t reason) {
    for (size_t g = 0; g < j->groups; g++)
        attain_i_value_added_lack(j, g, reason);
}
