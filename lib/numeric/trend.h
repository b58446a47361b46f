/* The table of trends: one series to what is found about it. */
#ifndef ATTAIN_NUMERIC_TREND_TABLE_H
#define ATTAIN_NUMERIC_TREND_TABLE_H

#include "attain/numeric.h"
#include "numeric/method.h"
#include "numeric/sort.h"

enum { ATTAIN_I_TREND_MEASURES = 12, ATTAIN_I_MOST_PAIRED = 2048 };

/* A series without its gaps, and where its findings go. */
typedef struct attain_i_series {
    const double *x; /* ascending */
    const double *y;
    size_t count;
    double horizon;
    double coverage;
    double target; /* NaN: none */
    int descending;
    double *scratch;      /* count */
    attain_i_item *items; /* 2 · pairs, for methods that look at pairs */
    double *out;          /* of each measure; NaN, UNDEFINED until set */
    uint8_t *reasons;
} attain_i_series;

typedef void attain_i_trend_function(attain_i_series *s,
                                     const double *parameters);

/* A finding, or why there is none; NaN and infinity are UNDEFINED. */
void attain_i_trend_set(attain_i_series *s, int32_t measure, double value);
void attain_i_trend_lack(attain_i_series *s, int32_t measure, int32_t reason);

/* Projection, interval and arrival from a deviation of a new observation, which
 * is Student's with so many degrees of freedom. */
void attain_i_trend_project(attain_i_series *s, double value, double deviation,
                            double freedom);

attain_i_trend_function attain_i_theil_sen;
attain_i_trend_function attain_i_holt;
attain_i_trend_function attain_i_holt_fitted;

#endif
