/* The tables that the readers know, as data. */
#ifndef ATTAIN_EXCHANGE_LAYOUTS_H
#define ATTAIN_EXCHANGE_LAYOUTS_H

#include "attain/quality.h"
#include "exchange/table.h"

extern const attain_i_layout attain_i_layout_plan;
extern const attain_i_layout attain_i_layout_goals;
extern const attain_i_layout attain_i_layout_metrics;
extern const attain_i_layout attain_i_layout_targets;
extern const attain_i_layout attain_i_layout_path;
extern const attain_i_layout attain_i_layout_bands;
extern const attain_i_layout attain_i_layout_groups;
extern const attain_i_layout attain_i_layout_index;

extern const attain_i_layout attain_i_layout_units;
extern const attain_i_layout attain_i_layout_variables;
extern const attain_i_layout attain_i_layout_stages;

extern const attain_i_layout attain_i_layout_checks;

/* What checks.csv is read into, and what its names are looked up in. */
typedef struct attain_i_checks_object {
    attain_checks *checks;
    const attain_plan *plan;    /* NULL: metrics are not looked up */
    const attain_dataset *data; /* NULL: variables are not looked up */
    attain_i_reader *reader;
} attain_i_checks_object;

/* A field of a struct `type`. */
#define ATTAIN_I_COLUMN(type, member, kind, flags)                             \
    { #member, NULL, offsetof(type, member), ATTAIN_I_LAYOUT_##kind, (flags) }
#define ATTAIN_I_COLUMN_WORD(type, member, words)                              \
    { #member, words, offsetof(type, member), ATTAIN_I_LAYOUT_WORD, 0 }

#endif
