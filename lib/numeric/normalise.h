/* Normalisation: each method first learns what it needs of every column, and
 * then, when nothing can fail any more, scores the values. */
#ifndef ATTAIN_NUMERIC_NORMALISE_TABLE_H
#define ATTAIN_NUMERIC_NORMALISE_TABLE_H

#include "attain/numeric.h"
#include "numeric/extent.h"
#include "numeric/method.h"
#include "numeric/sort.h"

enum { ATTAIN_I_MOST_CUTS = 8 };

/* What a method knows of a column. All in turned values: v · turn. */
typedef struct attain_i_scale {
    double turn;  /* −1 where low is good; halved where a range is too large
                   * for a double */
    double least; /* of the reference; NaN of nothing */
    double most;
    double size;    /* largest |v| of the column and of the reference */
    size_t known;   /* values of the reference */
    uint8_t reason; /* why no value of the column has a score */
    /* base + factor · (v − from)/width, the quotient kept in floor … ceiling */
    double from;
    double width;
    double base;
    double factor;
    double floor;
    double ceiling;
    double cuts[ATTAIN_I_MOST_CUTS]; /* of categories; infinite: none */
} attain_i_scale;

/* A column at work. */
typedef struct attain_i_normaliser {
    const double *parameters; /* complete */
    const double *values;
    size_t count;
    const double *reference;
    size_t reference_count;
    attain_i_item *items; /* 2 · count of what is sorted */
    double *out;
    uint8_t *reasons; /* NULL: not asked for; in place already */
} attain_i_normaliser;

/* Learns; ATTAIN_ERR_VALUE where a sum is beyond the range. */
typedef attain_status attain_i_learn(const attain_i_normaliser *column,
                                     attain_i_scale *scale, attain_error *err);
/* Scores all values of a column that has scores. */
typedef void attain_i_score(const attain_i_normaliser *column,
                            const attain_i_scale *scale);

enum attain_i_normalise_trait {
    ATTAIN_I_ASCENDING = 1,       /* the first two parameters ascend */
    ATTAIN_I_ALL_ASCENDING = 2,   /* all that are finite ascend */
    ATTAIN_I_SORTS_REFERENCE = 4, /* needs items for the reference */
    ATTAIN_I_RANKS = 8,           /* needs items for values, has no reference */
    ATTAIN_I_GIVEN = 16           /* needs nothing but its parameters */
};

typedef struct attain_i_normalise_row {
    attain_i_method method;
    attain_i_learn *learn;
    attain_i_score *score;
    int32_t traits;
} attain_i_normalise_row;

/* Along a line. */
attain_i_learn attain_i_learn_minmax;
attain_i_learn attain_i_learn_posts;
attain_i_learn attain_i_learn_population;
attain_i_learn attain_i_learn_sample;
attain_i_learn attain_i_learn_reference;
attain_i_learn attain_i_learn_maximum;
attain_i_learn attain_i_learn_target;
attain_i_learn attain_i_learn_fraction;
attain_i_score attain_i_score_line;
attain_i_score attain_i_score_fraction;

/* By order. */
attain_i_learn attain_i_learn_others;
attain_i_learn attain_i_learn_rank;
attain_i_learn attain_i_learn_borda;
attain_i_learn attain_i_learn_quantiles;
attain_i_learn attain_i_learn_thresholds;
attain_i_score attain_i_score_ranks;
attain_i_score attain_i_score_category;

/* Checks a method, and fills in what is not given, as
 * attain_i_method_prepare(). */
attain_status attain_i_normalise_prepare(int32_t method,
                                         const double *parameters, size_t count,
                                         double *out, attain_error *err);

/* attain_normalise() for one column and a complete array of parameters; `flat`
 * is the score of known values in a column that has none, `items` has room for
 * 2 · count where the method sorts. */
attain_status attain_i_normalise_column(int32_t method,
                                        const double *parameters,
                                        const double *values, size_t count,
                                        int descending, double flat,
                                        attain_i_item *items, double *out,
                                        attain_error *err);

#endif
