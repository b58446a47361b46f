/* The parts of a metric's numerator or denominator: `a;-b;@c;d[group]`. */
#ifndef REPORT_PARTS_H
#define REPORT_PARTS_H

#include <stddef.h>

struct part {
    const char *id; /* in the list; without sign, `@` and group */
    size_t length;
    int minus;
    int is_metric;
};

/* Reads the next part of a list, which may be NULL; 0 at its end. */
int part_next(const char **list, struct part *out);

#endif
