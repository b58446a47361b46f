/* Statistics of inequality and of poverty: rows of the table of statistics. */
#ifndef ATTAIN_NUMERIC_INEQUALITY_H
#define ATTAIN_NUMERIC_INEQUALITY_H

#include "numeric/statistic.h"

/* What a term of an element is made from. */
typedef struct attain_i_yardstick {
    double mean; /* or the minimum standard */
    double power;
    double rest; /* what rounding took from the mean */
} attain_i_yardstick;

typedef double attain_i_term(const attain_i_yardstick *measure, double v);

/* Σ(w/W)·term(v), the sum exact. Terms are not NaN. */
double attain_i_sample_average(attain_i_sample *sample, attain_i_term *term,
                               const attain_i_yardstick *measure);

/* The mean, with the rest that counts where values lie close to it. */
attain_i_yardstick attain_i_yardstick_of(attain_i_sample *sample, double power);

/* Sums any number of terms exactly, one after the other: begin, add each, take
 * the sum. The sample's `deviations` and `terms` are in use until then. */
typedef struct attain_i_terms {
    attain_i_sample *sample;
    size_t held;
} attain_i_terms;

attain_i_terms attain_i_terms_begin(attain_i_sample *sample);
double attain_i_terms_sum(attain_i_terms *terms);

static inline void attain_i_terms_add(attain_i_terms *terms, double term) {
    attain_i_sample *sample = terms->sample;
    if (terms->held == ATTAIN_I_BLOCK_TERMS) {
        attain_i_adder_add(&sample->deviations, sample->terms, terms->held);
        terms->held = 0;
    }
    sample->terms[terms->held++] = term;
}

/* ln(v/mean) for positive numbers, also where v/mean is not a normal one. */
double attain_i_log_ratio(double v, double mean);

/* Whether an index of inequality has a value: M > 0 and no value below 0 (with
 * `positive`: all above). When all values are equal it is 0. */
int attain_i_unequal(attain_i_sample *sample, int positive, double *index,
                     uint8_t *reason);

/* ((v/M)^a − 1 − a(v/M − 1))/(a(a − 1)): what an element with v > 0 has of
 * generalised entropy. Never below 0, so that a sum of them loses nothing. */
attain_i_term attain_i_entropy_term;

/* By the mean and the values. */
attain_i_statistic_function attain_i_theil_t, attain_i_theil_l,
    attain_i_generalised_entropy, attain_i_atkinson, attain_i_hoover,
    attain_i_kolm, attain_i_variance_of_logs, attain_i_logarithmic_variance,
    attain_i_herfindahl;
/* By the order of the values. */
attain_i_statistic_function attain_i_gini_corrected, attain_i_palma,
    attain_i_mcloone, attain_i_verstegen, attain_i_interquantile_ratio,
    attain_i_federal_range_ratio, attain_i_wolfson, attain_i_rosenbluth;
/* Against a minimum standard, the first parameter. */
attain_i_statistic_function attain_i_headcount, attain_i_poverty_gap,
    attain_i_squared_poverty_gap, attain_i_foster_greer_thorbecke,
    attain_i_watts, attain_i_sen, attain_i_sen_1976,
    attain_i_sen_shorrocks_thon;

#endif
