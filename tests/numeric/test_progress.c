#include "support/support.h"

#include <math.h>

#include "attain/numeric.h"
#include "numeric/progress.h"

/* A progress method on one element. */
typedef struct result {
    double score;
    int32_t class_code;
    uint8_t reason;
} result;

enum { NONE = -1, UP = 0, DOWN = 1 };

static result with(int32_t method, const double *parameters, size_t given,
                   const double *inputs, size_t count, int32_t descending) {
    result r = {7, 77, 77};
    assert_int_equal(attain_progress(method, parameters, given, inputs, count,
                                     1, &descending, 1, &r.score, &r.class_code,
                                     &r.reason, NULL),
                     ATTAIN_OK);
    assert_int_equal(isnan(r.score) != 0, r.reason != ATTAIN_REASON_NONE);
    return r;
}

#define INPUTS(...)                                                            \
    (const double[]){__VA_ARGS__},                                             \
        sizeof((const double[]){__VA_ARGS__}) / sizeof(double)

/* A score and a class, the name of which is given; NULL: none. */
static void check(int32_t method, const double *inputs, size_t count,
                  int32_t descending, double score, double relative,
                  const char *name) {
    result r = with(method, NULL, 0, inputs, count, descending);
    assert_int_equal(r.reason, ATTAIN_REASON_NONE);
    assert_close(r.score, score, relative);
    if (name == NULL)
        assert_int_equal(r.class_code, NONE);
    else
        assert_string_equal(attain_progress_class_name(method, r.class_code),
                            name);
}

static void none(int32_t method, const double *inputs, size_t count,
                 int32_t descending, uint8_t reason) {
    result r = with(method, NULL, 0, inputs, count, descending);
    assert_int_equal(r.reason, reason);
    assert_int_equal(r.class_code, NONE);
}

/* --- Chinese practice ---------------------------------------------------- */

static void ratio_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_RATIO;
    static const double open[] = {1};
    check(m, INPUTS(93.6, 96), UP, 0.975, 1e-15, "not_met");
    check(m, INPUTS(99, 96), UP, 1, 0, "met");
    check(m, INPUTS(50, 45), DOWN, 0.9, 0, "not_met");
    check(m, INPUTS(0, 45), DOWN, 1, 0, "met");
    check(m, INPUTS(-3, 45), UP, 0, 0, "not_met");
    check(m, INPUTS(-3, 0), UP, 0, 0, "not_met");
    check(m, INPUTS(3, 0), UP, 1, 0, "met");
    /* Negative targets: the two quotients change places. */
    check(m, INPUTS(-8, -4), UP, 0.5, 0, "not_met");
    check(m, INPUTS(-4, -8), DOWN, 0.5, 0, "not_met");
    check(m, INPUTS(4, -8), DOWN, 0, 0, "not_met");
    check(m, INPUTS(2, -8), UP, 1, 0, "met");
    assert_same(with(m, open, 1, INPUTS(120, 96), UP).score, 1.25);
    assert_same(with(m, open, 1, INPUTS(90, 45), DOWN).score, 0.5);
    assert_same(with(m, open, 1, INPUTS(5, 0), UP).score, 1.0);
    /* Met in decimals, though 0.1 + 0.2 is not the double 0.3. */
    check(m, INPUTS(0.3, 0.1 + 0.2), UP, 1, 0, "met");
}

static void interval_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_RATIO_INTERVAL;
    check(m, INPUTS(5, 4, 6, 0, 12), UP, 1, 0, "met");
    check(m, INPUTS(4, 4, 6, 0, 12), UP, 1, 0, "met");
    check(m, INPUTS(1, 4, 6, 0, 12), UP, 0.5, 0, "not_met");
    check(m, INPUTS(9, 4, 6, 0, 12), UP, 0.5, 0, "not_met");
    check(m, INPUTS(99, 4, 6, 0, 12), UP, 0, 0, "not_met");
    none(m, INPUTS(9, 6, 4, 0, 12), UP, ATTAIN_REASON_UNDEFINED);
    none(m, INPUTS(9, 4, 6, 4, 6), UP, ATTAIN_REASON_UNDEFINED);
    none(m, INPUTS(9, 4, 6, 0), UP, ATTAIN_REASON_MISSING);
}

/* The published example: 5.81 between 6 and 12 gives 58.73 points. */
static void efficacy_reproduces_its_example(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_EFFICACY;
    check(m, INPUTS(5.81, 6, 12), UP, 0.5873, 6e-5, "unacceptable");
    check(m, INPUTS(9, 6, 12), UP, 0.8, 1e-15, "between");
    check(m, INPUTS(13, 6, 12), UP, 1, 0, "satisfactory");
    check(m, INPUTS(5, 12, 6), UP, 1, 0, "satisfactory");
    check(m, INPUTS(-99, 6, 12), UP, 0, 0, "unacceptable");
    static const double open[] = {NAN, NAN, 1};
    static const double other[] = {50, 50};
    assert_close(with(m, open, 3, INPUTS(15, 6, 12), UP).score, 1.2, 1e-15);
    assert_close(with(m, other, 2, INPUTS(9, 6, 12), UP).score, 0.75, 1e-15);
    none(m, INPUTS(5, 6, 6), UP, ATTAIN_REASON_CONSTANT);
}

static void completion_and_baseline_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_BASELINE;
    static const double open[] = {1};
    check(ATTAIN_PROGRESS_COMPLETION, INPUTS(150, 100), UP, 1.5, 0, "met");
    check(ATTAIN_PROGRESS_COMPLETION, INPUTS(25, 100), UP, 0.25, 0, "not_met");
    none(ATTAIN_PROGRESS_COMPLETION, INPUTS(25, 0), UP,
         ATTAIN_REASON_NOT_POSITIVE);
    check(m, INPUTS(93, 90, 96), UP, 0.5, 0, "not_met");
    check(m, INPUTS(88, 90, 96), UP, 0, 0, "not_met");
    check(m, INPUTS(30, 40, 20), DOWN, 0.5, 0, "not_met");
    check(m, INPUTS(97, 90, 96), UP, 1, 0, "met");
    assert_close(with(m, open, 1, INPUTS(99, 90, 96), UP).score, 1.5, 1e-15);
    assert_close(with(m, open, 1, INPUTS(87, 90, 96), UP).score, -0.5, 1e-15);
}

/* Akvo RSR divides x by T: 80 from a baseline of 60 on the way to 100 would be
 * 80 %, and a fall from 40 to 30 on the way to 20 would be 150 %. */
static void baseline_and_direction_count_akvo(void **state) {
    (void)state;
    check(ATTAIN_PROGRESS_BASELINE, INPUTS(80, 60, 100), UP, 0.5, 0, "not_met");
    check(ATTAIN_PROGRESS_BASELINE, INPUTS(30, 40, 20), DOWN, 0.5, 0,
          "not_met");
}

/* sdg-build divides by zero; here there is a rule, or a reason. */
static void baseline_equal_to_target_sdg_build(void **state) {
    (void)state;
    check(ATTAIN_PROGRESS_BASELINE, INPUTS(99, 99, 99), UP, 1, 0, "met");
    check(ATTAIN_PROGRESS_BASELINE, INPUTS(98, 99, 99), UP, 0, 0, "not_met");
    /* The start was better than the target: by ratio when it is lost. */
    check(ATTAIN_PROGRESS_BASELINE, INPUTS(48, 97, 96), UP, 0.5, 0, "not_met");
    check(ATTAIN_PROGRESS_OPEN_SDG, INPUTS(5, 5, 5, 2020, 2015, 2030), UP, 5, 0,
          "target_achieved");
    none(ATTAIN_PROGRESS_OPEN_SDG, INPUTS(4, 5, 5, 2020, 2015, 2030), UP,
         ATTAIN_REASON_CONSTANT);
    none(ATTAIN_PROGRESS_ESCAP_STATUS, INPUTS(4, 5, 5), UP,
         ATTAIN_REASON_CONSTANT);
    none(ATTAIN_PROGRESS_ESCAP_PARITY, INPUTS(4, 5, 5), UP,
         ATTAIN_REASON_CONSTANT);
    none(ATTAIN_PROGRESS_ESCAP_ANTICIPATED, INPUTS(4, 5, 5), UP,
         ATTAIN_REASON_CONSTANT);
    none(ATTAIN_PROGRESS_UNSD, INPUTS(4, 5, 5, 2020, 2015, 2030), UP,
         ATTAIN_REASON_CONSTANT);
    check(ATTAIN_PROGRESS_PATH_LINEAR, INPUTS(5, 5, 5, 2020, 2015, 2030), UP, 1,
          0, "on_track");
    check(ATTAIN_PROGRESS_PATH_LINEAR, INPUTS(4, 5, 5, 2020, 2015, 2030), UP, 0,
          0, "off_track");
}

/* --- Growth -------------------------------------------------------------- */

/* One of the published series. */
static void open_sdg_reproduces_statistics_canada(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_OPEN_SDG;
    check(m, INPUTS(10.4, 14.5, 7.25, 2023, 2015, 2030), DOWN,
          2.1506954374096354, 1e-13, "moderate");
    check(m, INPUTS(7, 14.5, 7.25, 2023, 2015, 2030), DOWN, 5, 0,
          "target_achieved");
    check(m, INPUTS(15, 14.5, 7.25, 2023, 2015, 2030), DOWN,
          4.1667 * ((1 - pow(15 / 14.5, 0.125)) / (1 - pow(0.5, 1 / 15.0))) -
              2.5,
          1e-12, "deterioration");
    /* Far off, the score ends at −5. */
    check(m, INPUTS(99, 14.5, 7.25, 2023, 2015, 2030), DOWN, -5, 0,
          "deterioration");
    none(m, INPUTS(10.4, 14.5, 7.25, 2015.5, 2015, 2030), DOWN,
         ATTAIN_REASON_TOO_FEW);
    none(m, INPUTS(10.4, -14.5, 12, 2023, 2015, 2030), UP,
         ATTAIN_REASON_UNDEFINED);
    none(m, INPUTS(10.4, 14.5, NAN, 2023, 2015, 2030), DOWN,
         ATTAIN_REASON_MISSING);
    none(m, INPUTS(10.4, 14.5, -2, 2023, 2015, 2030), DOWN,
         ATTAIN_REASON_UNDEFINED);
}

/* sdg-build puts 0.001 for 0, which makes the growth that is needed, and with
 * it the status, whatever 0.001 makes it; only on demand here. */
static void zeros_are_not_a_thousandth_sdg_build(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_OPEN_SDG;
    static const double zero[] = {NAN, NAN, NAN, 0.001};
    /* A target of 0 takes the growth −1, which no x above 0 reaches. */
    check(m, INPUTS(5, 10, 0, 2023, 2015, 2030), DOWN,
          4.1667 * (1 - pow(0.5, 0.125)) - 2.5, 1e-13, "limited");
    none(m, INPUTS(5, 0, 10, 2023, 2015, 2030), UP, ATTAIN_REASON_UNDEFINED);
    none(ATTAIN_PROGRESS_OPEN_SDG_TREND, INPUTS(5, 0, 2023, 2015), UP,
         ATTAIN_REASON_UNDEFINED);
    result r = with(m, zero, 4, INPUTS(5, 10, 0, 2023, 2015, 2030), DOWN);
    double p = (1 - pow(0.5, 0.125)) / (1 - pow(0.0001, 1 / 15.0));
    assert_close(r.score, 4.1667 * p - 2.5, 1e-12);
    r = with(m, zero, 4, INPUTS(5, 0, 10, 2023, 2015, 2030), UP);
    assert_same(r.score, 5.0);
}

static void open_sdg_trends_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_OPEN_SDG_TREND;
    /* One year, so that growth is x/b − 1. */
    check(m, INPUTS(102, 100, 2016, 2015), UP, 5, 1e-12, "substantial");
    check(m, INPUTS(101.5, 100, 2016, 2015), UP, 2.5, 1e-11, "substantial");
    check(m, INPUTS(101, 100, 2016, 2015), UP, 1.25, 1e-11, "moderate");
    check(m, INPUTS(100.5, 100, 2016, 2015), UP, 0, 1e-11, "moderate");
    check(m, INPUTS(100.2, 100, 2016, 2015), UP, -1.5, 1e-11, "limited");
    check(m, INPUTS(100, 100, 2016, 2015), UP, -2.5, 0, "limited");
    check(m, INPUTS(99, 100, 2016, 2015), UP, -3.75, 1e-11, "deterioration");
    check(m, INPUTS(50, 100, 2016, 2015), UP, -5, 0, "deterioration");
    /* Turned for values below 0. */
    check(m, INPUTS(-101, -100, 2016, 2015), UP, -3.75, 1e-11, "deterioration");
    /* At half the limit 100 cut-offs are 1 − 2^−4.44 of theirs; at it none are
     * left, and to stay there is best. */
    double room = 1 - pow(0.5, 4.44);
    check(m, INPUTS(50.5, 50, 2016, 2015, 100), UP,
          500 * 0.01 / room - 5 > 2.5 ? 500 * 0.01 / room - 5
                                      : 250 * 0.01 / room - 1.25,
          1e-11, "moderate");
    check(m, INPUTS(150 * 1.02, 150, 2016, 2015, 100), UP, 5, 1e-12,
          "substantial");
    check(m, INPUTS(100, 100, 2016, 2015, 100), UP, 5, 0, "substantial");
    check(m, INPUTS(303, 300, 2016, 2015, 100), UP, 1.25, 1e-11, "moderate");
    none(m, INPUTS(50, 50, 2016, 2015, 0), UP, ATTAIN_REASON_UNDEFINED);
    none(m, INPUTS(50, 50, 2015, 2015), UP, ATTAIN_REASON_TOO_FEW);
}

static void eurostat_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_EUROSTAT;
    const int32_t trend = ATTAIN_PROGRESS_EUROSTAT_TREND;
    /* Needed is 10 % a year for two years. */
    check(m, INPUTS(110, 100, 121, 2016, 2015, 2017), UP, 4 * 5 / 7.0, 1e-11,
          "significant");
    check(m, INPUTS(106, 100, 121, 2016, 2015, 2017), UP, 0, 1e-11, "moderate");
    check(m, INPUTS(103, 100, 121, 2016, 2015, 2017), UP, 0.9 * 5 / 1.2 - 5,
          1e-11, "insufficient");
    check(m, INPUTS(99, 100, 121, 2016, 2015, 2017), UP, 0.5 * 5 / 1.2 - 5,
          1e-11, "moving_away");
    check(m, INPUTS(80, 100, 121, 2016, 2015, 2017), UP, -5, 0, "moving_away");
    check(m, INPUTS(120, 100, 121, 2016, 2015, 2017), UP, 5, 0, "significant");
    check(m, INPUTS(121, 100, 121, 2016, 2015, 2017), UP, 5, 0, "significant");
    check(trend, INPUTS(101, 100, 2016, 2015), UP, 2.5, 1e-11, "significant");
    check(trend, INPUTS(100.5, 100, 2016, 2015), UP, 1.25, 1e-11, "moderate");
    check(trend, INPUTS(99.5, 100, 2016, 2015), UP, -1.25, 1e-11,
          "moderate_away");
    check(trend, INPUTS(90, 100, 2016, 2015), UP, -5, 0, "significant_away");
    check(trend, INPUTS(90, 100, 2016, 2015), DOWN, 5, 0, "significant");
    static const double neutral[] = {NAN, 0.001};
    result r = with(trend, neutral, 2, INPUTS(100.05, 100, 2016, 2015), UP);
    assert_int_equal(r.class_code, 2);
    none(trend, INPUTS(0, 0, 2016, 2015), UP, ATTAIN_REASON_UNDEFINED);
    none(trend, INPUTS(1, 1, 2014, 2015), UP, ATTAIN_REASON_TOO_FEW);
}

static void unsd_by_hand(void **state) {
    (void)state;
    const int32_t m = ATTAIN_PROGRESS_UNSD;
    static const double near[] = {NAN, NAN, 1};
    /* 10 % a year from 100: 121 in two years, of 140 that are aimed at. */
    check(m, INPUTS(110, 100, 140, 2016, 2015, 2017), UP, 21 / 40.0, 1e-12,
          "fair");
    check(m, INPUTS(110, 100, 121, 2016, 2015, 2017), UP, 1, 1e-12, "on_track");
    check(m, INPUTS(99, 100, 140, 2016, 2015, 2017), UP, -1.99 / 40, 1e-11,
          "stagnation");
    /* Met, whatever the trend; and past the due year as it is. */
    check(m, INPUTS(141, 150, 140, 2016, 2015, 2017), UP,
          (141 * 0.94 - 150) / -10, 1e-11, "on_track");
    check(m, INPUTS(110, 100, 140, 2019, 2015, 2017), UP, 0.25, 1e-12, "fair");
    result r = with(m, near, 3, INPUTS(99.2, 98, 100, 2016, 2015, 2030), UP);
    assert_int_equal(r.class_code, 2);
    r = with(m, near, 3, INPUTS(0, 0, 0, 2016, 2015, 2030), DOWN);
    assert_same(r.score, 1.0);
    none(m, INPUTS(5, 0, 9, 2016, 2015, 2030), UP, ATTAIN_REASON_UNDEFINED);
    none(m, INPUTS(5, 4, 9, 2015, 2015, 2030), UP, ATTAIN_REASON_TOO_FEW);
    const int32_t trend = ATTAIN_PROGRESS_UNSD_TREND;
    check(trend, INPUTS(102, 100, 2016, 2015), UP, 0.02, 1e-11, "on_track");
    check(trend, INPUTS(101, 100, 2016, 2015), UP, 0.01, 1e-11, "fair");
    check(trend, INPUTS(100, 100, 2016, 2015), UP, 0, 0, "stagnation");
    none(trend, INPUTS(1, 0, 2016, 2015), UP, ATTAIN_REASON_UNDEFINED);
}

/* --- SDSN: rows of the Sustainable Development Report 2021 ---------------- */

typedef struct published {
    double x;
    double marks[4]; /* worst, red, green, best */
    double score;    /* NaN: not published */
    const char *colour;
    double first; /* for the arrow; NaN: none */
    double years;
    const char *arrow;
} published;

#define PRIMARY                                                                \
    { 53.8, 80, 97, 100 }
#define SECONDARY                                                              \
    { 18, 75, 90, 100 }
#define LITERACY                                                               \
    { 45.2, 85, 95, 100 }
#define MORTALITY                                                              \
    { 130.1, 50, 25, 2.6 }
#define UNEMPLOYED                                                             \
    { 25.9, 10, 5, 0.5 }
#define PISA                                                                   \
    { 350, 400, 493, 525.6 }
#define SOCIAL                                                                 \
    { 21.4, 20, 10.5, 8.3 }

static const published rows_2021[] = {
    {87.453, PRIMARY, 72.842, "orange", 79.904, 4, "up"},
    {81.334, PRIMARY, 59.597, "orange", NAN, 0, NULL},
    {99.788, PRIMARY, 99.541, "green", NAN, 0, NULL},
    {96.32, PRIMARY, 92.035, "yellow", NAN, 0, NULL},
    {89.277, PRIMARY, 76.79, "yellow", NAN, 0, NULL},
    {78.087, PRIMARY, 52.569, "red", NAN, 0, NULL},
    {9.811, SECONDARY, 0, "red", NAN, 0, NULL},
    {29.78, SECONDARY, 14.366, "red", 33.871, 4, "down"},
    {111.175, SECONDARY, 100, "green", 99.525, 4, "up"},
    {81.019, SECONDARY, 76.852, "orange", NAN, 0, NULL},
    {83.627, SECONDARY, 80.033, "yellow", 78.425, 4, "up"},
    {89.214, SECONDARY, 86.846, "yellow", 84.168, 4, "up"},
    {75.029, LITERACY, 54.432, "red", NAN, 0, NULL},
    {85.08, LITERACY, 72.774, "orange", NAN, 0, NULL},
    {93.5, LITERACY, 88.139, "yellow", NAN, 0, NULL},
    {110.1, MORTALITY, 15.686, "red", 126.7, 4, "diagonal"},
    {56.5, MORTALITY, 57.725, "red", 67.2, 4, "diagonal"},
    {2.4, MORTALITY, 100, "green", 2.7, 4, "up"},
    {34.3, MORTALITY, 75.137, "yellow", 43.5, 4, "up"},
    {45.8, MORTALITY, 66.118, "orange", 56.1, 4, "up"},
    {18.5, UNEMPLOYED, 29.134, "red", 13.08, 5, "down"},
    {10.27, UNEMPLOYED, 61.535, "red", 9.9, 5, "down"},
    {8.37, UNEMPLOYED, 69.016, "orange", 7.69, 5, "down"},
    {4.09, UNEMPLOYED, 85.866, "green", 5.38, 5, "up"},
    {2.79, UNEMPLOYED, 90.984, "green", 2.2, 5, "up"},
    {492, PISA, NAN, "yellow", 497, 3, "down"},
    {416, PISA, NAN, "orange", 415.667, 3, "flat"},
    {10.018, SOCIAL, NAN, "green", 13.38, 3, "up"},
    {21.165, SOCIAL, NAN, "red", 21.397, 3, "flat"},
    {20.108, SOCIAL, NAN, "red", 20.348, 3, "flat"},
};

static void sdsn_reproduces_the_report(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows_2021 / sizeof *rows_2021; i++) {
        const published *p = &rows_2021[i];
        int32_t down = p->marks[3] < p->marks[0];
        const double colour[] = {p->x, p->marks[0], p->marks[1], p->marks[2],
                                 p->marks[3]};
        const double bounds[] = {p->x, p->marks[0], p->marks[3]};
        const double arrow[] = {p->x, p->first, p->marks[2], 2015 + p->years,
                                2015};
        result r = with(ATTAIN_PROGRESS_SDSN_COLOUR, NULL, 0, colour, 5, UP);
        assert_string_equal(attain_progress_class_name(
                                ATTAIN_PROGRESS_SDSN_COLOUR, r.class_code),
                            p->colour);
        r = with(ATTAIN_PROGRESS_SDSN_SCORE, NULL, 0, bounds, 3, UP);
        assert_int_equal(r.class_code, NONE);
        if (!isnan(p->score))
            assert_true(fabs(r.score - p->score) < 0.00051);
        if (p->arrow == NULL)
            continue;
        r = with(ATTAIN_PROGRESS_SDSN_ARROW, NULL, 0, arrow, 5, down);
        assert_string_equal(attain_progress_class_name(
                                ATTAIN_PROGRESS_SDSN_ARROW, r.class_code),
                            p->arrow);
    }
}

static void sdsn_edges(void **state) {
    (void)state;
    const int32_t colour = ATTAIN_PROGRESS_SDSN_COLOUR;
    const int32_t arrow = ATTAIN_PROGRESS_SDSN_ARROW;
    check(colour, INPUTS(80, 53.8, 80, 97, 100), UP, 1, 0, "orange");
    check(colour, INPUTS(97, 53.8, 80, 97, 100), UP, 2, 0, "green");
    check(colour, INPUTS(88.5, 53.8, 80, 97, 100), UP, 1.5, 1e-15, "yellow");
    check(colour, INPUTS(10, 53.8, 80, 97, 100), UP, 0, 0, "red");
    check(colour, INPUTS(200, 53.8, 80, 97, 100), UP, 3, 0, "green");
    check(colour, INPUTS(100, 53.8, 80, 100, 100), UP, 3, 0, "green");
    none(colour, INPUTS(10, 53.8, 99, 97, 100), UP, ATTAIN_REASON_UNDEFINED);
    none(colour, INPUTS(10, 5, 5, 5, 5), UP, ATTAIN_REASON_UNDEFINED);
    none(ATTAIN_PROGRESS_SDSN_SCORE, INPUTS(1, 5, 5), UP,
         ATTAIN_REASON_CONSTANT);
    check(arrow, INPUTS(12, 10, 40, 2016, 2015), UP, 3, 0, "up");
    check(arrow, INPUTS(11, 10, 40, 2016, 2015), UP, 2, 1e-15, "diagonal");
    check(arrow, INPUTS(10, 10, 40, 2016, 2015), UP, 1, 0, "flat");
    check(arrow, INPUTS(9, 10, 40, 2016, 2015), UP, 0.5, 1e-15, "down");
    check(arrow, INPUTS(35, 10, 40, 2016, 2015), UP, 4, 0, "up");
    check(arrow, INPUTS(39, 41, 40, 2016, 2015), UP, 0, 0, "down");
    none(arrow, INPUTS(39, 38, 40, 2015, 2015), UP, ATTAIN_REASON_TOO_FEW);
}

static result goal(int32_t method, const double *scores, const int32_t *classes,
                   size_t count) {
    result r = {7, 77, 77};
    assert_int_equal(attain_progress_goal(method, NULL, 0, scores, classes,
                                          count, &r.score, &r.class_code,
                                          &r.reason, NULL),
                     ATTAIN_OK);
    return r;
}

/* Education's colours of seven countries in that report, from the scores of
 * their indicators. */
static void goal_colours_reproduce_the_report(void **state) {
    (void)state;
    static const struct {
        double scores[3];
        int32_t colour;
    } goals[] = {
        {{1.0941, 0.0481, 0.8098}, 0}, {{2.2977, 2.2824, 2.866}, 3},
        {{2.9273, 1.4471, 2.886}, 2},  {{1.7306, 0.2067, 1.3222}, 1},
        {{1.7956, 0.4885, 0.3957}, 0}, {{1.8815, 1.8644, 1.9862}, 2},
        {{1.3938, 0.5086, 2.573}, 1},
    };
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++)
        assert_int_equal(
            goal(ATTAIN_PROGRESS_GOAL_SDSN_COLOUR, goals[i].scores, NULL, 3)
                .class_code,
            goals[i].colour);
}

static void goals_by_hand(void **state) {
    (void)state;
    static const double scores[] = {5, 1, NAN, -3};
    static const double low[] = {-5, -4};
    static const double fives[] = {5, 5};
    static const double arrows[] = {3.5, 2, 3.5, NAN};
    static const double one[] = {1.2};
    static const int32_t tops[] = {4, 4};
    static const int32_t mixed[] = {4, 3};
    const int32_t open = ATTAIN_PROGRESS_GOAL_OPEN_SDG;
    assert_same(goal(open, scores, NULL, 4).score, 1.0);
    assert_int_equal(goal(open, scores, NULL, 4).class_code, 2);
    assert_int_equal(goal(open, fives, tops, 2).class_code, 4);
    assert_int_equal(goal(open, fives, mixed, 2).class_code, 3);
    assert_int_equal(goal(open, low, NULL, 2).class_code, 0);
    assert_int_equal(goal(open, low + 1, NULL, 0).reason,
                     ATTAIN_REASON_MISSING);
    const int32_t euro = ATTAIN_PROGRESS_GOAL_EUROSTAT;
    assert_int_equal(goal(euro, scores, NULL, 4).class_code, 3);
    assert_int_equal(goal(euro, fives, NULL, 2).class_code, 4);
    assert_int_equal(goal(euro, low, NULL, 2).class_code, 0);
    assert_int_equal(goal(euro, scores + 3, NULL, 1).class_code, 0);
    const int32_t arrow = ATTAIN_PROGRESS_GOAL_SDSN_ARROW;
    /* 3.5 counts as 3, unless the cap says otherwise. */
    assert_same(goal(arrow, arrows, NULL, 4).score, 8.0 / 3);
    assert_int_equal(goal(arrow, arrows, NULL, 4).class_code, 2);
    const double uncapped[] = {0.75, 4};
    double score;
    int32_t class_code;
    assert_int_equal(attain_progress_goal(arrow, uncapped, 2, arrows, NULL, 4,
                                          &score, &class_code, NULL, NULL),
                     ATTAIN_OK);
    assert_same(score, 3.0);
    assert_int_equal(class_code, 3);
    assert_int_equal(goal(arrow, arrows + 2, NULL, 2).reason,
                     ATTAIN_REASON_TOO_FEW);
    assert_int_equal(
        goal(ATTAIN_PROGRESS_GOAL_SDSN_COLOUR, one, NULL, 1).class_code, 1);
}

/* --- ESCAP, OECD, UIS ---------------------------------------------------- */

static void commissions_by_hand(void **state) {
    (void)state;
    const int32_t status = ATTAIN_PROGRESS_ESCAP_STATUS;
    check(status, INPUTS(6, 4, 8), UP, 5, 0, "progressed");
    check(status, INPUTS(3, 4, 8), UP, -2.5, 0, "regressed");
    check(status, INPUTS(9, 4, 8), UP, 10, 0, "achieved");
    check(status, INPUTS(6, 8, 4), DOWN, 5, 0, "progressed");
    check(status, INPUTS(5, 5, 5), UP, 10, 0, "achieved");
    const int32_t parity = ATTAIN_PROGRESS_ESCAP_PARITY;
    check(parity, INPUTS(0.9, 0.8, 1), UP, 5, 1e-14, "progressed");
    check(parity, INPUTS(1.1, 0.8, 1), UP, 5, 1e-14, "progressed");
    check(parity, INPUTS(1, 0.8, 1), UP, 10, 0, "achieved");
    check(parity, INPUTS(1.4, 0.8, 1), UP, -10, 1e-14, "regressed");
    const int32_t gap = ATTAIN_PROGRESS_ESCAP_ANTICIPATED;
    check(gap, INPUTS(9, 4, 8), UP, 0, 0, "maintain");
    check(gap, INPUTS(7.6, 4, 8), UP, 10, 1e-13, "maintain");
    check(gap, INPUTS(6, 4, 8), UP, 50, 0, "accelerate");
    check(gap, INPUTS(3, 4, 8), UP, 125, 0, "reverse");
    const int32_t oecd = ATTAIN_PROGRESS_OECD_DISTANCE;
    check(oecd, INPUTS(6, 8, 4), UP, 0.5, 0, "not_met");
    check(oecd, INPUTS(9, 8, 4), UP, 0, 0, "met");
    check(oecd, INPUTS(9, 8, 4), DOWN, 0.25, 0, "not_met");
    none(oecd, INPUTS(9, 8, 0), DOWN, ATTAIN_REASON_NOT_POSITIVE);
    const int32_t uis = ATTAIN_PROGRESS_UIS_BENCHMARK;
    check(uis, INPUTS(70, 60, 2025, 2015, 0.5, 1), UP, 1, 0, "fast");
    check(uis, INPUTS(66, 60, 2025, 2015, 0.5, 1), UP, 0.6, 1e-15, "average");
    check(uis, INPUTS(61, 60, 2025, 2015, 0.5, 1), UP, 0.1, 1e-15, "slow");
    check(uis, INPUTS(59, 60, 2025, 2015, 0.5, 1), UP, -0.1, 1e-15,
          "no_progress");
    check(uis, INPUTS(96, 97, 2025, 2015, 0.5, 1), UP, -0.1, 1e-15, "fast");
    check(uis, INPUTS(3, 2, 2025, 2015, 0.5, 1), DOWN, -0.1, 1e-15, "fast");
    none(uis, INPUTS(3, 2, 2015, 2015, 0.5, 1), UP, ATTAIN_REASON_TOO_FEW);
    none(uis, INPUTS(3, 2, 2016, 2015, 2, 1), UP, ATTAIN_REASON_UNDEFINED);
}

/* --- Paths --------------------------------------------------------------- */

static void paths_by_hand(void **state) {
    (void)state;
    const int32_t line = ATTAIN_PROGRESS_PATH_LINEAR;
    const int32_t growth = ATTAIN_PROGRESS_PATH_GROWTH;
    check(line, INPUTS(94, 90, 98, 2022, 2020, 2024), UP, 1, 0, "on_track");
    check(line, INPUTS(93, 90, 98, 2022, 2020, 2024), UP, 0.75, 0, "slow");
    check(line, INPUTS(91, 90, 98, 2022, 2020, 2024), UP, 0.25, 0, "off_track");
    check(line, INPUTS(89, 90, 98, 2022, 2020, 2024), UP, -0.25, 0,
          "reversing");
    check(line, INPUTS(96, 90, 98, 2030, 2020, 2024), UP, 0.75, 0, "slow");
    check(line, INPUTS(97, 90, 98, 2020, 2020, 2024), UP, 0, 0, "off_track");
    /* From a start that was better. */
    check(line, INPUTS(95, 97, 96, 2022, 2020, 2024), UP, 0, 0, "off_track");
    none(line, INPUTS(95, 97, 96, 2019, 2020, 2024), UP,
         ATTAIN_REASON_UNDEFINED);
    none(line, INPUTS(95, 97, 96, 2022, 2024, 2024), UP,
         ATTAIN_REASON_UNDEFINED);
    /* From 100 to 400 in two years, by doubling. */
    check(growth, INPUTS(200, 100, 400, 2021, 2020, 2022), UP, 1, 1e-15,
          "on_track");
    check(growth, INPUTS(400, 100, 400, 2022, 2020, 2022), UP, 1, 0,
          "on_track");
    none(growth, INPUTS(200, -100, 400, 2021, 2020, 2022), UP,
         ATTAIN_REASON_UNDEFINED);
    none(growth, INPUTS(200, 100, 400, 2019, 2020, 2022), UP,
         ATTAIN_REASON_UNDEFINED);
    /* From 0 nothing grows, not even by the due year. */
    none(growth, INPUTS(200, 0, 400, 2021, 2020, 2022), UP,
         ATTAIN_REASON_UNDEFINED);
    none(growth, INPUTS(200, 0, 400, 2022, 2020, 2022), UP,
         ATTAIN_REASON_UNDEFINED);
    check(ATTAIN_PROGRESS_PATH_EXPECTED, INPUTS(93, 90, 94), UP, 0.75, 0,
          "slow");
    check(ATTAIN_PROGRESS_PATH_EXPECTED, INPUTS(93, 90, 90), UP, 1, 0,
          "on_track");
}

static void milestones_are_joined_by_lines(void **state) {
    (void)state;
    static const double times[] = {2020, 2022, 2025};
    static const double values[] = {90, 94, 97};
    static const double at[] = {2019, 2020, 2021, 2022, 2023, 2025, 2030, NAN};
    static const double expected[] = {NAN, 90, 92, 94, 95, 97, 97, NAN};
    static const double back[] = {2020, 2020, 2025};
    static const double hole[] = {90, NAN, 97};
    static const double ends[] = {-1.5e308, 1.5e308};
    double out[8];
    assert_int_equal(attain_path_expected(ends, ends, 2, at, 1, out, NULL),
                     ATTAIN_OK);
    assert_true(fabs(out[0]) <= 1e293); /* 2019, but for rounding */
    assert_int_equal(attain_path_expected(times, values, 3, at, 8, out, NULL),
                     ATTAIN_OK);
    for (int i = 0; i < 8; i++)
        assert_same(out[i], expected[i]);
    out[0] = 7;
    assert_int_equal(attain_path_expected(NULL, values, 3, at, 8, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_path_expected(times, NULL, 3, at, 8, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_path_expected(times, values, 0, at, 8, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_path_expected(times, values, 3, NULL, 8, out, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_path_expected(times, values, 3, at, 8, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_path_expected(back, values, 3, at, 8, out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(attain_path_expected(times, hole, 3, at, 8, out, NULL),
                     ATTAIN_ERR_VALUE);
    assert_same(out[0], 7.0);
}

/* --- Anticipated values -------------------------------------------------- */

static void anticipated_is_weighted_least_squares(void **state) {
    (void)state;
    enum { N = 5 };
    /* By periods: a line, a bent series, one point, none. */
    static const double values[N][4] = {{1, 3, NAN, NAN},
                                        {2, 3, NAN, NAN},
                                        {3, 3, 4, NAN},
                                        {NAN, 5, NAN, NAN},
                                        {5, 9, NAN, NAN}};
    static const double times[] = {2015, 2016, 2017, 2018, 2019};
    double out[4];
    uint8_t reasons[4];
    assert_int_equal(attain_anticipate(values[0], N, 4, times, NAN, 4, 2030,
                                       out, reasons, NULL),
                     ATTAIN_OK);
    assert_close(out[0], 16, 1e-14);
    assert_int_equal(reasons[2], ATTAIN_REASON_TOO_FEW);
    assert_int_equal(reasons[3], ATTAIN_REASON_MISSING);
    assert_true(isnan(out[2]) && isnan(out[3]));
    /* Weights 1 … 5: W 15, mean time 11/3 and value 83/15 (from 2014). */
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < N; i++) {
        double t = (i + 1) - 11 / 3.0;
        sxx += (i + 1) * t * t;
        sxy += (i + 1) * t * (values[i][1] - 83 / 15.0);
    }
    assert_close(out[1], 83 / 15.0 + sxy / sxx * (16 - 11 / 3.0), 1e-14);
    /* Only what is after the origin counts. */
    assert_int_equal(attain_anticipate(values[0], N, 4, times, 2017, 2, 2020,
                                       out, NULL, NULL),
                     ATTAIN_OK);
    assert_true(isnan(out[0]));
    assert_close(out[1], 13, 1e-14);
    /* Weighted values pass the range. */
    static const double far[] = {1e308, -1e308, 1e308};
    static const double steps[] = {1, 2, 3};
    uint8_t reason;
    assert_int_equal(
        attain_anticipate(far, 3, 1, steps, NAN, 1, 6, out, &reason, NULL),
        ATTAIN_OK);
    assert_true(isnan(out[0]));
    assert_int_equal(reason, ATTAIN_REASON_UNDEFINED);
}

static void anticipate_rejects_bad_arguments(void **state) {
    (void)state;
    static const double two_times[] = {1, 2};
    assert_int_equal(
        attain_anticipate(NULL, 2, 0, two_times, NAN, 0, 3, NULL, NULL, NULL),
        ATTAIN_OK);
    static const double values[] = {1, 2};
    static const double infinite[] = {1, INFINITY};
    static const double times[] = {1, 2};
    double out[1] = {7};
    assert_int_equal(
        attain_anticipate(NULL, 2, 1, times, NAN, 1, 3, out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_anticipate(values, 2, 1, NULL, NAN, 1, 3, out, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_anticipate(values, 2, 1, times, NAN, 1, 3, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_anticipate(values, 2, 1, times, NAN, 1, NAN, out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_anticipate(values, 2, 1, times, INFINITY, 1, 3, out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_anticipate(infinite, 2, 1, times, NAN, 1, 3, out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_anticipate(values, 2, 1, infinite, NAN, 1, 3, out, NULL, NULL),
        ATTAIN_ERR_VALUE);
    assert_same(out[0], 7.0);
}

/* --- All methods --------------------------------------------------------- */

static void every_method_describes_itself(void **state) {
    (void)state;
    size_t count = attain_method_count(ATTAIN_METHOD_PROGRESS);
    for (int32_t m = 0; m < (int32_t)count; m++) {
        size_t needed;
        size_t inputs = attain_progress_input_count(m, &needed);
        double low;
        double high;
        assert_true(inputs >= needed && needed >= 2);
        assert_true(inputs <= ATTAIN_I_MOST_INPUTS);
        for (size_t k = 0; k < inputs; k++)
            assert_non_null(attain_progress_input_name(m, k));
        assert_null(attain_progress_input_name(m, inputs));
        int32_t classes = (int32_t)attain_progress_class_count(m);
        for (int32_t c = 0; c < classes; c++)
            assert_non_null(attain_progress_class_name(m, c));
        assert_null(attain_progress_class_name(m, classes));
        assert_null(attain_progress_class_name(m, -1));
        assert_int_equal(attain_progress_scale(m, &low, &high, NULL),
                         ATTAIN_OK);
        assert_true(low != high);
        /* Without inputs nothing has a value. */
        result r = with(m, NULL, 0, NULL, 0, UP);
        assert_int_equal(r.reason, ATTAIN_REASON_MISSING);
    }
    double end;
    assert_int_equal(attain_progress_input_count((int32_t)count, NULL), 0);
    assert_int_equal(attain_progress_class_count(-1), 0);
    assert_int_equal(attain_progress_scale(-1, &end, &end, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress_scale(0, NULL, &end, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress_scale(0, &end, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
}

/* Scores stay on their scale, a class is there whenever there is a score, and
 * a better value never has a worse score, whatever the rest is. */
static void better_is_never_worse(void **state) {
    (void)state;
    uint64_t seed = 17;
    size_t count = attain_method_count(ATTAIN_METHOD_PROGRESS);
    for (int turn = 0; turn < 4000; turn++) {
        int32_t m = (int32_t)(support_random(&seed) % count);
        int32_t down = (int32_t)(support_random(&seed) % 2);
        double x[ATTAIN_I_MOST_INPUTS];
        double low;
        double high;
        if (m == ATTAIN_PROGRESS_RATIO_INTERVAL ||
            m == ATTAIN_PROGRESS_ESCAP_PARITY || m == ATTAIN_PROGRESS_UNSD)
            continue; /* two-sided, or a growth that turns over */
        if (m == ATTAIN_PROGRESS_EFFICACY || m == ATTAIN_PROGRESS_COMPLETION ||
            m == ATTAIN_PROGRESS_SDSN_SCORE || m == ATTAIN_PROGRESS_SDSN_COLOUR)
            down = 0; /* the posts say */
        for (size_t k = 0; k < ATTAIN_I_MOST_INPUTS; k++)
            x[k] = 1 + (double)(support_random(&seed) >> 54) / 16;
        if (m == ATTAIN_PROGRESS_SDSN_COLOUR || m == ATTAIN_PROGRESS_EFFICACY ||
            m == ATTAIN_PROGRESS_SDSN_SCORE) {
            x[2] += x[1];
            x[3] += x[2];
            x[4] += x[3];
        }
        assert_int_equal(attain_progress_scale(m, &low, &high, NULL),
                         ATTAIN_OK);
        size_t inputs = attain_progress_input_count(m, NULL);
        result worse = with(m, NULL, 0, x, inputs, down);
        x[0] *= down ? 0.9 : 1.1;
        result better = with(m, NULL, 0, x, inputs, down);
        if (worse.reason != 0 || better.reason != 0)
            continue;
        double sign = low < high ? 1 : -1;
        assert_true(sign * better.score >= sign * worse.score);
        assert_true(sign * worse.score >= sign * low &&
                    sign * better.score <= sign * high);
        assert_true(better.class_code >= worse.class_code);
        assert_int_equal(better.class_code < 0,
                         m == ATTAIN_PROGRESS_SDSN_SCORE);
    }
}

static void progress_rejects_bad_arguments(void **state) {
    (void)state;
    static const double x[] = {1, 2};
    static const double infinite[] = {1, INFINITY};
    static const int32_t sideways[] = {2};
    static const double two[] = {2};
    double score = 7;
    const int32_t m = ATTAIN_PROGRESS_RATIO;
    assert_int_equal(attain_progress(99, NULL, 0, x, 2, 1, NULL, 1, &score,
                                     NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress(m, NULL, 0, NULL, 2, 1, NULL, 1, &score,
                                     NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_progress(m, NULL, 0, x, 3, 1, NULL, 1, &score, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress(m, NULL, 0, x, 2, 1, sideways, 1, &score,
                                     NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(
        attain_progress(m, NULL, 0, x, 2, 1, NULL, 1, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress(m, NULL, 0, infinite, 2, 1, NULL, 1,
                                     &score, NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_progress(m, two, 1, x, 2, 1, NULL, 1, &score, NULL, NULL, NULL),
        ATTAIN_ERR_VALUE);
    const int32_t g = ATTAIN_PROGRESS_GOAL_OPEN_SDG;
    assert_int_equal(
        attain_progress_goal(9, NULL, 0, x, NULL, 2, &score, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress_goal(g, NULL, 0, NULL, NULL, 2, &score,
                                          NULL, NULL, NULL),
                     ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress_goal(g, NULL, 0,
                                          (double[]){1.7e308, 1.7e308}, NULL, 2,
                                          &score, NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_int_equal(
        attain_progress_goal(g, NULL, 0, x, NULL, 2, NULL, NULL, NULL, NULL),
        ATTAIN_ERR_ARGUMENT);
    assert_int_equal(attain_progress_goal(g, NULL, 0, infinite, NULL, 2, &score,
                                          NULL, NULL, NULL),
                     ATTAIN_ERR_VALUE);
    assert_same(score, 7.0);
    assert_int_equal(
        attain_progress_goal(g, NULL, 0, x, NULL, 2, &score, NULL, NULL, NULL),
        ATTAIN_OK);
    assert_same(score, 1.5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratio_by_hand),
        cmocka_unit_test(interval_by_hand),
        cmocka_unit_test(efficacy_reproduces_its_example),
        cmocka_unit_test(completion_and_baseline_by_hand),
        cmocka_unit_test(baseline_and_direction_count_akvo),
        cmocka_unit_test(baseline_equal_to_target_sdg_build),
        cmocka_unit_test(open_sdg_reproduces_statistics_canada),
        cmocka_unit_test(zeros_are_not_a_thousandth_sdg_build),
        cmocka_unit_test(open_sdg_trends_by_hand),
        cmocka_unit_test(eurostat_by_hand),
        cmocka_unit_test(unsd_by_hand),
        cmocka_unit_test(sdsn_reproduces_the_report),
        cmocka_unit_test(sdsn_edges),
        cmocka_unit_test(goal_colours_reproduce_the_report),
        cmocka_unit_test(goals_by_hand),
        cmocka_unit_test(commissions_by_hand),
        cmocka_unit_test(paths_by_hand),
        cmocka_unit_test(milestones_are_joined_by_lines),
        cmocka_unit_test(anticipated_is_weighted_least_squares),
        cmocka_unit_test(anticipate_rejects_bad_arguments),
        cmocka_unit_test(every_method_describes_itself),
        cmocka_unit_test(better_is_never_worse),
        cmocka_unit_test(progress_rejects_bad_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
