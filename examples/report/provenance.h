/* What a report rests on, so that anybody can repeat it to the byte. */
#ifndef REPORT_PROVENANCE_H
#define REPORT_PROVENANCE_H

#include "load.h"
#include "options.h"
#include "report.h"

/* Writes the digests of both folders, the method, the rounding, and how to
 * repeat the report: a line a statement, each ended by LF. Fails where a
 * folder cannot be read. */
attain_status provenance_write(struct out *out, const struct report *report,
                               const struct load *load,
                               const struct options *options,
                               attain_error *err);

#endif
