#include "number.h"

#include <attain.h>
#include <math.h>
#include <string.h>

enum { MOST_DECIMALS = 12, SIGNIFICANT = 4 };

int number_holds(double value, struct edge edge) {
    switch (edge.comparator) {
    case ATTAIN_COMPARATOR_AT_LEAST:
        return value >= edge.at;
    case ATTAIN_COMPARATOR_ABOVE:
        return value > edge.at;
    case ATTAIN_COMPARATOR_AT_MOST:
        return value <= edge.at;
    default:
        return value < edge.at;
    }
}

static int keeps_sides(double value, double rounded, const struct edge *edges,
                       size_t count) {
    for (size_t i = 0; i < count; i++)
        if (number_holds(value, edges[i]) != number_holds(rounded, edges[i]))
            return 0;
    return 1;
}

static int significant_decimals(double value) {
    double size = fabs(value);
    int decimals = SIGNIFICANT;
    while (decimals > 0 && size >= 1) {
        size /= 10;
        decimals--;
    }
    while (size > 0 && size < 0.1 && decimals < MOST_DECIMALS) {
        size *= 10;
        decimals++;
    }
    return decimals;
}

static void with_decimals(struct out *out, double value, int decimals) {
    char text[40];
    size_t length = 0;
    if (attain_number_format(value, text, sizeof text, &length, NULL) !=
        ATTAIN_OK)
        return;
    out_bytes(out, text, length);
    if (decimals <= 0 || strchr(text, 'e') != NULL)
        return;
    const char *point = strchr(text, '.');
    size_t have = point == NULL ? 0 : strlen(point + 1);
    if (point == NULL)
        out_raw(out, ".");
    if (have < (size_t)decimals)
        out_repeat(out, "0", (size_t)decimals - have);
}

void number_near(struct out *out, double value, struct grain grain,
                 const struct edge *edges, size_t count) {
    int padded = grain.decimals != NUMBER_ALL_DECIMALS;
    int parts = padded && grain.interval < 1;
    int from = padded ? grain.decimals : significant_decimals(value);
    for (int d = from; d <= MOST_DECIMALS; d++) {
        double rounded;
        if (attain_round(&value, 1, d, parts && d == from ? grain.interval : 1,
                         &rounded, NULL) != ATTAIN_OK)
            break;
        if (keeps_sides(value, rounded, edges, count)) {
            with_decimals(out, rounded, padded && d == from ? d + parts : 0);
            return;
        }
    }
    number_exact(out, value);
}

void number_plain(struct out *out, double value, int decimals) {
    number_near(out, value, (struct grain){decimals, 1}, NULL, 0);
}

void number_exact(struct out *out, double value) {
    with_decimals(out, value, 0);
}

static void put_percent(struct out *out, double share, int decimals) {
    static const struct edge edges[] = {{100, ATTAIN_COMPARATOR_AT_LEAST},
                                        {0, ATTAIN_COMPARATOR_ABOVE}};
    double percent = 100 * share;
    int whole = percent == floor(percent);
    number_near(out, percent, (struct grain){whole ? 0 : decimals, 1}, edges,
                2);
    out_raw(out, "%");
}

void number_percent(struct out *out, double share) {
    put_percent(out, share, 1);
}

void number_chance(struct out *out, double probability) {
    if (probability > 0 && probability < 0.001) {
        out_text(out, "<0.1%");
    } else if (probability > 0.999 && probability < 1) {
        out_text(out, ">99.9%");
    } else {
        put_percent(out, probability,
                    probability < 0.01 || probability > 0.99 ? 1 : 0);
    }
}

void number_period(struct out *out, int language, int period) {
    char text[16];
    size_t length;
    if (attain_period_format(period, text, sizeof text, &length, NULL) !=
        ATTAIN_OK) {
        out_raw(out, "–");
        return;
    }
    out_raw(out, text);
    if (language == ATTAIN_LANGUAGE_ZH &&
        attain_period_frequency(period) == ATTAIN_FREQUENCY_YEAR)
        out_raw(out, "年");
}
