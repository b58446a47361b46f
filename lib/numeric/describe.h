/* Statistics of shape, location and robust spread: functions of rows. */
#ifndef ATTAIN_NUMERIC_DESCRIBE_ROWS_OF_H
#define ATTAIN_NUMERIC_DESCRIBE_ROWS_OF_H

#include "numeric/statistic.h"

/* moments.c */
attain_i_statistic_function attain_i_skewness_population;
attain_i_statistic_function attain_i_skewness_sample;
attain_i_statistic_function attain_i_skewness_b1;
attain_i_statistic_function attain_i_kurtosis_population;
attain_i_statistic_function attain_i_kurtosis_sample;
attain_i_statistic_function attain_i_kurtosis_b2;
attain_i_statistic_function attain_i_standard_error;
attain_i_statistic_function attain_i_mean_absolute_deviation;
attain_i_statistic_function attain_i_range;

/* location.c */
attain_i_statistic_function attain_i_geometric_mean;
attain_i_statistic_function attain_i_harmonic_mean;
attain_i_statistic_function attain_i_trimmed_mean;
attain_i_statistic_function attain_i_winsorised_mean;
attain_i_statistic_function attain_i_huber;

/* robust.c */
attain_i_statistic_function attain_i_mad;
attain_i_statistic_function attain_i_mad_scaled;
attain_i_statistic_function attain_i_sn;
attain_i_statistic_function attain_i_qn;
attain_i_statistic_function attain_i_hodges_lehmann;

/* quantile.c */
attain_i_statistic_function attain_i_quantile_statistic;
attain_i_statistic_function attain_i_iqr;

/* The largest whole number up to share · n, where what is a whole number in 12
 * significant digits of n is that. */
double attain_i_whole_below(double share, double n);

#endif
