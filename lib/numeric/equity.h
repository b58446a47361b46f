/* What the functions of equity.h share. */
#ifndef ATTAIN_NUMERIC_EQUITY_PARTS_H
#define ATTAIN_NUMERIC_EQUITY_PARTS_H

#include "attain/numeric/equity.h"
#include "numeric/check.h"
#include "numeric/sample.h"

/* Fails for a sample's fault; `row` is the column. */
attain_status attain_i_fail_fault(int32_t fault, size_t row, attain_error *err);

#endif
