/* A plan and a dataset from their folders, judged. */
#ifndef REPORT_LOAD_H
#define REPORT_LOAD_H

#include <attain.h>

#include "options.h"

struct load {
    char *plan_folder; /* as given, or where the descriptor lies */
    char *data_folder;
    attain_plan *plan;
    attain_dataset *data;
    attain_quality *quality;
    attain_evaluation *ev;
    char *label; /* the comment at the head of the data's units.csv, or NULL */
};

/* Reads both folders and tells every problem of both on standard error.
 * Returns 0; or -1 if there was an error. */
int load_tables(struct load *load, const char *plan, const char *data);

/* Looks at the data by the default checks and those of checks.csv in their
 * folder. Returns 0; or -1 if that table has errors, which are told. */
int load_quality(struct load *load, int32_t as_of);

/* Judges as of a period; what fails is told on standard error. Destroy `*out`.
 */
attain_status load_evaluate(const struct load *load,
                            const struct options *asked, int32_t as_of,
                            attain_evaluation **out);

void load_free(struct load *load);

#endif
