#include <math.h>

#include "numeric/associate.h"

/* Sums over the stretches of equal numbers, t long each. */
typedef struct ties {
    double pairs;  /* Σ t(t − 1)/2 */
    double triple; /* Σ t(t − 1)(t − 2) */
    double spread; /* Σ t(t − 1)(2t + 5) */
} ties;

static void add_ties(ties *sums, size_t length) {
    double t = (double)length;
    sums->pairs += t * (t - 1) / 2;
    sums->triple += t * (t - 1) * (t - 2);
    sums->spread += t * (t - 1) * (2 * t + 5);
}

/* Of sorted items: with `both`, those that are equal in key and tag. */
static ties count_ties(const attain_i_item *items, size_t count, int both) {
    ties sums = {0, 0, 0};
    size_t from = 0;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && items[i].key == items[from].key &&
            (!both || items[i].tag == items[from].tag))
            continue;
        add_ties(&sums, i - from);
        from = i;
    }
    return sums;
}

/* Merges two sorted stretches of a; returns how many pairs were in the wrong
 * order. */
static uint64_t merge(const double *a, size_t middle, size_t end, double *out) {
    uint64_t swaps = 0;
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < end; i++) {
        if (right == end || (left < middle && a[left] <= a[right])) {
            out[i] = a[left++];
        } else {
            out[i] = a[right++];
            swaps += middle - left;
        }
    }
    return swaps;
}

/* How many pairs of `a` are in the wrong order; sorts it by turns into `b`. */
static uint64_t count_swaps(double *a, double *b, size_t count) {
    uint64_t swaps = 0;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t from = 0; from < count; from += 2 * width) {
            size_t rest = count - from;
            size_t middle = width < rest ? width : rest;
            size_t end = 2 * width < rest ? 2 * width : rest;
            swaps += merge(a + from, middle, end, b + from);
        }
        double *other = a;
        a = b;
        b = other;
    }
    return swaps;
}

/* P(no more than `most` of the pairs of n are in the wrong order), all orders
 * as likely: the sum of i numbers 0 … i − 1, each as likely, for i = 2 … n. */
static double tail_of_orders(size_t n, size_t most, double *now, double *next) {
    for (size_t k = 0; k <= most; k++)
        now[k] = k == 0;
    for (size_t i = 2; i <= n; i++) {
        for (size_t k = 0; k <= most; k++) {
            double sum = 0;
            for (size_t j = 0; j < i && j <= k; j++)
                sum += now[k - j];
            next[k] = sum / (double)i;
        }
        double *other = now;
        now = next;
        next = other;
    }
    double tail = 0;
    for (size_t k = 0; k <= most; k++)
        tail += now[k];
    return tail;
}

static void test_exactly(size_t n, uint64_t discordant,
                         attain_i_association *out) {
    enum { MOST = 100 * 99 / 4 + 2 };
    double now[MOST];
    double next[MOST];
    uint64_t concordant = (uint64_t)n * (n - 1) / 2 - discordant;
    uint64_t fewer = discordant < concordant ? discordant : concordant;
    double p = 2 * tail_of_orders(n, (size_t)fewer, now, next);
    out->p = p > 1 ? 1 : p;
    out->test = ATTAIN_ASSOCIATION_TEST_EXACT;
}

/* S = C − D, its variance given the ties (Kendall 1970). */
static void test_normally(double n, double s, const ties *x, const ties *y,
                          attain_i_association *out) {
    double variance = (n * (n - 1) * (2 * n + 5) - x->spread - y->spread) / 18 +
                      2 * x->pairs * y->pairs / (n * (n - 1));
    if (n > 2)
        variance += x->triple * y->triple / (9 * n * (n - 1) * (n - 2));
    /* Student's t of so much freedom is the normal distribution. */
    static const double endless = 1e30;
    out->p = 2 * attain_student_cdf(-fabs(s) / sqrt(variance), endless);
    out->test = ATTAIN_ASSOCIATION_TEST_NORMAL;
}

void attain_i_kendall(attain_i_pairs *pairs, double exact,
                      attain_i_association *out) {
    attain_i_item *items = pairs->items;
    size_t count = pairs->count;
    double n = (double)count;
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){pairs->rank_x[i], pairs->rank_y[i]};
    attain_i_sort(items, count, items + count);
    ties x = count_ties(items, count, 0);
    ties both = count_ties(items, count, 1);
    for (size_t i = 0; i < count; i++)
        pairs->rank_y[i] = items[i].tag;
    uint64_t swaps = count_swaps(pairs->rank_y, pairs->rank_x, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (attain_i_item){items[i].tag, 0};
    attain_i_sort(items, count, items + count);
    ties y = count_ties(items, count, 0);
    double all = n * (n - 1) / 2;
    double s = all - x.pairs - y.pairs + both.pairs - 2 * (double)swaps;
    double value = s / sqrt((all - x.pairs) * (all - y.pairs));
    out->value = value > 1 ? 1 : value < -1 ? -1 : value;
    if (x.pairs == 0 && y.pairs == 0 && n <= exact)
        test_exactly(count, swaps, out);
    else
        test_normally(n, s, &x, &y, out);
}
