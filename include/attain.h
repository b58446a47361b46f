/**
 * @file attain.h
 * The whole library: includes the nine rooms, nothing else.
 *
 * A plan is what was promised. A dataset is what was observed.
 * An evaluation judges one against the other.
 */
#ifndef ATTAIN_H
#define ATTAIN_H

#include "attain/base.h"
#include "attain/dataset.h"
#include "attain/evaluate.h"
#include "attain/exchange.h"
#include "attain/improve.h"
#include "attain/index.h"
#include "attain/numeric.h"
#include "attain/plan.h"
#include "attain/quality.h"

#endif
