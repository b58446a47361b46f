/* What a report is about: an evaluation seen from one unit. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <attain.h>

#include "number.h"

enum { MEASURE_COUNT = ATTAIN_MEASURE_METHOD_REASON + 1 };

/* How a node stands, as a person sees it: one colour, symbol and word each. */
enum state {
    STATE_MET,
    STATE_ON_TRACK,
    STATE_SLOW,
    STATE_OFF_TRACK,
    STATE_FAILED,  /* lost or missed */
    STATE_NOT_MET, /* not met and without a pace */
    STATE_UNKNOWN,
    STATE_WATCHED, /* not judged */
    STATE_ABSENT,  /* no row at the unit */
    STATE_COUNT
};

/* Verdicts of a node's units below the report's unit. */
struct tally {
    size_t total, met, not_met, unknown;
};

/* A goal or target, in pre-order, with its row at the unit. */
struct entry {
    attain_node node;
    attain_goal goal;     /* goals */
    attain_target target; /* targets */
    attain_metric metric; /* targets */
    struct tally below;
    double value[MEASURE_COUNT]; /* by enum attain_measure; NaN: none */
    double share;                /* of units that must meet it */
    int64_t row;                 /* -1: no row at the unit */
    int32_t index;               /* of the node */
    int whole;                   /* the row is made of units below */
    int verdict;                 /* enum attain_verdict */
    int standing;                /* enum attain_standing */
    enum state state;
};

struct report {
    const struct report *earlier; /* the same unit before; NULL: none */
    const attain_plan *plan;
    const attain_dataset *data;
    const attain_evaluation *ev;
    attain_evaluation_info info;
    attain_evaluation_unit unit;
    const attain_quality *quality;
    const char *label; /* what the data says of itself; "" if nothing */
    const char *apart; /* evaluator group that is shown apart; NULL: none */
    const char *provenance; /* what it rests on, a line a statement */
    struct entry *entries;
    size_t entry_count;
    uint8_t *below;     /* of each unit of the data: below the unit? */
    int32_t *peers;     /* units of the plan's level, best first */
    struct edge *bands; /* lower bounds of the grades, and 100 */
    size_t peer_count;
    size_t band_count;
    int graded_by_score; /* and by nothing else */
    int32_t unit_row;
    int language;
};

/* Units of the plan's level that are judged, best first; `*out_first` is the
 * one that stands first in the data. `*out_peers` is owned by caller, release
 * with free(). */
attain_status report_peers(const attain_evaluation *ev, int32_t **out_peers,
                           size_t *out_count, int32_t *out_first);

/* Fills in everything from `entries` on for `report->unit_row`; the fields
 * above and the language are the caller's. Release with report_free(). */
attain_status report_gather(struct report *report, attain_error *err);

void report_free(struct report *report);

/* 1 if a row of a node is judged itself at a unit below the report's. */
int report_is_below(const struct report *report, const struct entry *entry,
                    size_t row);

/* The verdict of a node at a unit; NONE where it has no row. */
int report_verdict(const struct report *report, const struct entry *entry,
                   int32_t unit);

int report_is_target(const struct entry *entry);

/* A goal that units below decide: it stands and falls with each of them. */
int report_is_unit_goal(const struct entry *entry);

/* Targets with a row at the unit, counted by state; the ones that are watched
 * are in none of the totals. */
void report_count(const struct report *report, size_t counts[STATE_COUNT]);

/* The entry of the goal that speaks for the whole plan at the unit, or NULL. */
const struct entry *report_root(const struct report *report);

/* Up to two limits of a target, as numbers are shown (growth in per cent). */
size_t report_edges(const struct entry *entry, struct edge edges[2]);

/* A number of the target's series as it is shown. */
double report_scaled(const struct entry *entry, double value);

#endif
