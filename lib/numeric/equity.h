/* What the functions of equity.h share. */
#ifndef ATTAIN_NUMERIC_EQUITY_PARTS_H
#define ATTAIN_NUMERIC_EQUITY_PARTS_H

#include "attain/numeric/equity.h"
#include "numeric/sample.h"

/* Fails for a sample's fault; `row` is the column. */
attain_status attain_i_fail_fault(int32_t fault, size_t row, attain_error *err);

/* ATTAIN_ERR_VALUE unless all weights are finite and not negative; NULL and NaN
 * are sound. */
attain_status attain_i_check_weights(const double *weights, size_t count,
                                     attain_error *err);

/* ATTAIN_ERR_VALUE when a value of a column is infinite. */
attain_status attain_i_check_columns(const double *values, size_t column_count,
                                     size_t stride, size_t count,
                                     attain_error *err);

/* Why a sample has no value where its statistic said nothing. */
uint8_t attain_i_reason_of_none(const attain_i_sample *sample, uint8_t reason);

#endif
