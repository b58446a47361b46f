/* The command line. */
#ifndef REPORT_OPTIONS_H
#define REPORT_OPTIONS_H

#include <stdint.h>

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_HTML, FORMAT_SDMX };

enum outcome {
    OUTCOME_GO,   /* there is work to do */
    OUTCOME_DONE, /* help or version was printed */
    OUTCOME_WRONG /* wrong usage, told on standard error */
};

/* What the report is about in place of the whole. */
enum paper {
    PAPER_WHOLE,
    PAPER_OWNER, /* progress by department */
    PAPER_UNIT,  /* school by school */
    PAPER_CHANGE /* what has changed */
};

struct options {
    const char *plan;       /* folder */
    const char *data;       /* folder */
    const char *unit;       /* id; NULL: the first of the plan's level */
    const char *out;        /* file; NULL: standard output */
    const char *node;       /* id to explain; NULL: none */
    const char *sizes;      /* variable to shrink value added by; NULL: none */
    const char *apart;      /* evaluator group to show apart; NULL: none */
    double lens_weights[3]; /* outcome, process, value added */
    enum format format;
    int32_t as_of;    /* ATTAIN_PERIOD_NONE: the last */
    int32_t since;    /* to compare with; ATTAIN_PERIOD_NONE: the one before */
    int32_t language; /* enum attain_language; -1: by the plan's name */
    enum paper paper;
    int lenses;     /* the four evaluations are asked for */
    int provenance; /* a CSV begins with what it rests on */
    int byte_order_mark;
    int quality;    /* the findings about the data, and nothing else */
    int32_t refuse; /* enum attain_quality_severity; OFF: judge in any case */
};

enum outcome options_read(struct options *options, int count, char **words);

/* Tells what is wrong with the usage on standard error. */
enum outcome options_wrong(const char *what, const char *word);

#endif
