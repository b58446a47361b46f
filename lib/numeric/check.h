/* Checks of arrays that many functions begin with. */
#ifndef ATTAIN_NUMERIC_CHECK_H
#define ATTAIN_NUMERIC_CHECK_H

#include "attain/base.h"

/* ATTAIN_ERR_VALUE when a value is infinite. */
attain_status attain_i_check_finite(const double *values, size_t count,
                                    const char *field, attain_error *err);
/* Checks columns: NULL, more than memory holds, overlap, infinity. */
attain_status attain_i_check_columns(const double *values, size_t column_count,
                                     size_t stride, size_t count,
                                     attain_error *err);
/* ATTAIN_ERR_VALUE for a negative or an infinite weight. */
attain_status attain_i_check_weights(const double *weights, size_t count,
                                     attain_error *err);

#endif
