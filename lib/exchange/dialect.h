/* Forms of observations that others agreed on. A dialect is data: what its
 * columns are called in our tables, and what its codes mean; a table says by
 * its header that it is in one. */
#ifndef ATTAIN_EXCHANGE_DIALECT_H
#define ATTAIN_EXCHANGE_DIALECT_H

#include "base/text.h"
#include "exchange/scan.h"

typedef struct attain_i_dialect {
    const char *name;
    const char *columns; /* as the option `columns`: ours=theirs;… */
    const attain_i_word *statuses;
    /* Columns that say nothing of what is observed; ended by NULL. */
    const char *const *ignored;
} attain_i_dialect;

/* The dialect of a table whose split header this is; NULL: our own form. */
const attain_i_dialect *attain_i_dialect_of(const attain_i_scan *scan);
/* Cuts the label off `CODE: label`; true when there was one. */
int attain_i_dialect_cut(const char *text, size_t *length);
/* What the dialect calls a column of ours; NULL: it has no name for it. `*size`
 * is its length. */
const char *attain_i_dialect_heading(const attain_i_dialect *dialect,
                                     const char *column, size_t length,
                                     size_t *size);
/* True for a column that is passed over. */
int attain_i_dialect_ignores(const attain_i_dialect *dialect, const char *text,
                             size_t length);

/* Finds `text` among the headings of `ours=theirs;…` and makes it ours; false
 * where it is not there. */
int attain_i_alias_find(const char *columns, const char **text, size_t *length);
/* The heading that `ours=theirs;…` has for a column; NULL: none. */
const char *attain_i_alias_heading(const char *columns, const char *column,
                                   size_t length, size_t *size);

#endif
