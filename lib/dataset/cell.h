/* What set_column and add_observations have in common. */
#ifndef ATTAIN_DATASET_CELL_H
#define ATTAIN_DATASET_CELL_H

#include "dataset/model.h"

/* Where a column stands. */
typedef struct attain_i_key {
    int32_t variable;
    int32_t period;
    int32_t group;
} attain_i_key;

/* ATTAIN_OK, or ATTAIN_ERR_ARGUMENT for a variable or group that is not there.
 */
attain_status attain_i_check_rows(const attain_dataset *data,
                                  const attain_i_key *key, int64_t row,
                                  attain_error *err);
/* The same, and ATTAIN_ERR_PERIOD for what is no period or has another
 * frequency than the dataset. */
attain_status attain_i_check_key(const attain_dataset *data,
                                 const attain_i_key *key, int64_t row,
                                 attain_error *err);
/* ATTAIN_OK, or ATTAIN_ERR_VALUE for what is infinite or outside the variable's
 * min and max. */
attain_status attain_i_check_value(const attain_dataset *data, int32_t variable,
                                   double value, int64_t row,
                                   attain_error *err);
/* True when a column of the same variable and period has groups and this one
 * has none, or the other way round. */
int attain_i_has_other_way(const attain_dataset *data, const attain_i_key *key);
/* ATTAIN_OK, or ATTAIN_ERR_VALUE when the unit has a value both with and
 * without an evaluator group then (rulings A47). */
attain_status attain_i_check_alone(const attain_dataset *data,
                                   const attain_i_key *key, int32_t unit,
                                   int64_t row, attain_error *err);

#endif
