#include <math.h>

#include "base/decimal.h"
#include "numeric/trend.h"

/* Theil–Sen and Mann–Kendall: all pairs of points. */

static const double normal = 1e30; /* degrees of freedom that are none */

static int sign(double x) {
    return (x > 0) - (x < 0);
}

/* Slopes of all pairs, sorted; returns how many. */
static size_t sort_slopes(const attain_i_series *s) {
    size_t pairs = 0;
    for (size_t i = 0; i < s->count; i++) {
        for (size_t k = 0; k < i; k++) {
            s->items[pairs].key = (s->y[i] - s->y[k]) / (s->x[i] - s->x[k]);
            s->items[pairs++].tag = 0;
        }
    }
    attain_i_sort(s->items, pairs, s->items + pairs);
    return pairs;
}

static double middle(const attain_i_item *items, size_t count) {
    double high = items[count / 2].key;
    return count % 2 != 0 ? high : (items[count / 2 - 1].key + high) / 2;
}

static double median(const attain_i_series *s, const double *values) {
    for (size_t i = 0; i < s->count; i++) {
        s->items[i].key = values[i];
        s->items[i].tag = 0;
    }
    attain_i_sort(s->items, s->count, s->items + s->count);
    return middle(s->items, s->count);
}

/* S = Σ sign(y_i − y_k), k < i, of values in 12 digits, and its variance with
 * ties: (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 (Kendall 1975). */
static double kendall(const attain_i_series *s, double *variance) {
    double sum = 0;
    double n = (double)s->count;
    double v = n * (n - 1) * (2 * n + 5);
    for (size_t i = 0; i < s->count; i++)
        s->scratch[i] = attain_i_round12(s->y[i]);
    for (size_t i = 0; i < s->count; i++) {
        double alike = 1; /* of those so far, this one among them */
        for (size_t k = 0; k < i; k++) {
            int which = sign(s->scratch[i] - s->scratch[k]);
            sum += which;
            alike += which == 0;
        }
        /* f(t) − f(t − 1) = 6 t² − 6 + … adds up to t(t − 1)(2t + 5). */
        double before = alike - 1;
        v -= alike * (alike - 1) * (2 * alike + 5) -
             before * (before - 1) * (2 * before + 5);
    }
    *variance = v / 18;
    return sum;
}

static void test_rank(attain_i_series *s, double sum, double variance) {
    if (s->count < 3) {
        attain_i_trend_lack(s, ATTAIN_TREND_P, ATTAIN_REASON_TOO_FEW);
        return;
    }
    if (!(variance > 0)) {
        attain_i_trend_lack(s, ATTAIN_TREND_P, ATTAIN_REASON_CONSTANT);
        return;
    }
    double z = (sum - sign(sum)) / sqrt(variance);
    attain_i_trend_set(s, ATTAIN_TREND_P,
                       2 * attain_student_cdf(-fabs(z), normal));
}

/* The slopes at (N ∓ z √variance)/2 in order. */
static int find_ends(const attain_i_series *s, size_t pairs, double variance,
                     double *low, double *high) {
    double z = attain_student_quantile(0.5 + s->coverage / 2, normal);
    double reach = z * sqrt(variance);
    double first = ((double)pairs - reach) / 2 + 0.5;
    double last = ((double)pairs + reach) / 2 + 0.5;
    if (!(first >= 1) || (size_t)last + 1 > pairs)
        return 0;
    *low = s->items[(size_t)first - 1].key;
    *high = s->items[(size_t)last].key;
    return 1;
}

void attain_i_theil_sen(attain_i_series *s, const double *parameters) {
    double variance;
    double low = 0;
    double high = 0;
    (void)parameters;
    double sum = kendall(s, &variance);
    size_t pairs = sort_slopes(s);
    double slope = middle(s->items, pairs);
    int ends = find_ends(s, pairs, variance, &low, &high);
    double away = s->horizon - median(s, s->x);
    double center = median(s, s->y);
    attain_i_trend_set(s, ATTAIN_TREND_STATISTIC, sum);
    test_rank(s, sum, variance);
    attain_i_trend_set(s, ATTAIN_TREND_RATE, slope);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION, center + slope * away);
    if (!ends) {
        for (int32_t m = ATTAIN_TREND_RATE_LOW; m <= ATTAIN_TREND_RATE_HIGH;
             m++)
            attain_i_trend_lack(s, m, ATTAIN_REASON_TOO_FEW);
        attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION_LOW,
                            ATTAIN_REASON_TOO_FEW);
        attain_i_trend_lack(s, ATTAIN_TREND_PROJECTION_HIGH,
                            ATTAIN_REASON_TOO_FEW);
        return;
    }
    attain_i_trend_set(s, ATTAIN_TREND_RATE_LOW, low);
    attain_i_trend_set(s, ATTAIN_TREND_RATE_HIGH, high);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION_LOW,
                       center + (away < 0 ? high : low) * away);
    attain_i_trend_set(s, ATTAIN_TREND_PROJECTION_HIGH,
                       center + (away < 0 ? low : high) * away);
}
