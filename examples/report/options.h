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

struct options {
    const char *plan; /* folder */
    const char *data; /* folder */
    const char *unit; /* id; NULL: the first of the plan's level */
    const char *out;  /* file; NULL: standard output */
    const char *node; /* id to explain; NULL: none */
    enum format format;
    int32_t as_of;    /* ATTAIN_PERIOD_NONE: the last */
    int32_t since;    /* to compare with; ATTAIN_PERIOD_NONE: the one before */
    int32_t language; /* enum attain_language; -1: by the plan's name */
    int by_owner;
    int provenance; /* a CSV begins with what it rests on */
    int byte_order_mark;
    int quality;    /* the findings about the data, and nothing else */
    int32_t refuse; /* enum attain_quality_severity; OFF: judge in any case */
};

enum outcome options_read(struct options *options, int count, char **words);

/* Tells what is wrong with the usage on standard error. */
enum outcome options_wrong(const char *what, const char *word);

#endif
