/* The sums behind means and the coefficient of variation of one block, all in
 * one pass over it: the same bits as the sums one by one (numeric/adder.h). */
#ifndef ATTAIN_NUMERIC_FUSED_H
#define ATTAIN_NUMERIC_FUSED_H

#include <stddef.h>
#include <stdint.h>

enum { ATTAIN_I_FUSED_STEP = 8 /* a block's length is a multiple of it */ };

/* What is summed. NaN values are left out. */
enum attain_i_fused_kind {
    ATTAIN_I_FUSED_PLAIN = 0,
    ATTAIN_I_FUSED_WEIGHTED = 1,
    /* All weights are integers, and all of them sum up below 2^53. */
    ATTAIN_I_FUSED_WHOLE = 2
};

typedef struct attain_i_fused {
    const double *v;
    const double *w; /* NULL with PLAIN */
    size_t count;    /* at most 1024 */
    int32_t kind;
    /* Where the window of each sum begins, as an exponent; none is 0. */
    uint32_t total_window;
    uint32_t product_window;
    uint32_t weight_window;
    uint32_t square_window;
    /* Results: Σ over known values. */
    size_t known;
    double total;   /* Σv */
    double product; /* Σwv */
    double weight;  /* Σw */
    double square;  /* Σ(v − center)² */
} attain_i_fused;

/* Each is false when a term is out of its window (as 0 and what is below it
 * are, but for squares of 0): then nothing is said. */
int attain_i_fused_sums(attain_i_fused *block);
int attain_i_fused_squares(attain_i_fused *block, double center);

/* Where there may be wider lanes, that is looked up at run time. */
#if defined(__GNUC__) && defined(__x86_64__) && !defined(__TINYC__) &&         \
    !defined(ATTAIN_ONE_LANE)
#define ATTAIN_I_FUSED_WIDE
int attain_i_fused_sums_wide(attain_i_fused *block);
int attain_i_fused_squares_wide(attain_i_fused *block, double center);
#endif

#endif
