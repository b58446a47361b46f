/* The tables that the readers know, as data. */
#ifndef ATTAIN_EXCHANGE_LAYOUTS_H
#define ATTAIN_EXCHANGE_LAYOUTS_H

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

/* A field of a struct `type`. */
#define ATTAIN_I_COLUMN(type, member, kind, flags)                             \
    { #member, NULL, offsetof(type, member), ATTAIN_I_LAYOUT_##kind, (flags) }
#define ATTAIN_I_COLUMN_WORD(type, member, words)                              \
    { #member, words, offsetof(type, member), ATTAIN_I_LAYOUT_WORD, 0 }

#endif
