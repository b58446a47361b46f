/* The kinds of checks, as data. */
#ifndef ATTAIN_QUALITY_KIND_H
#define ATTAIN_QUALITY_KIND_H

#include "attain/quality.h"
#include "base/text.h"

struct attain_i_quality_work;

/* What a row of the kind may, and has to, say. */
enum attain_i_kind_flags {
    ATTAIN_I_KIND_VARIABLE = 1,
    ATTAIN_I_KIND_METRIC = 2,
    ATTAIN_I_KIND_PARTS = 4,
    ATTAIN_I_KIND_BOUNDS = 8,
    ATTAIN_I_KIND_LEVEL = 16, /* a filter everywhere but here needs none */
    /* The same, required. */
    ATTAIN_I_KIND_NEEDS_VARIABLE = 32,
    ATTAIN_I_KIND_NEEDS_PARTS = 64,
    ATTAIN_I_KIND_NEEDS_BOUNDS = 128,
    ATTAIN_I_KIND_NEEDS_LEVEL = 256,
    /* With a variable, these are needed too. */
    ATTAIN_I_KIND_VARIABLE_PARTS = 512,
    ATTAIN_I_KIND_VARIABLE_LEVEL = 1024
};

/* What a kind says, in both languages. {v} variable, {u} unit, {o} the other
 * unit, {t} period, {m} metric, {x} value, {r} reference, {s} score, {c} count.
 */
typedef struct attain_i_kind_texts {
    const char *message[2]; /* by variant of the finding */
    const char *advice;
} attain_i_kind_texts;

typedef struct attain_i_kind {
    void (*run)(struct attain_i_quality_work *work);
    const char *subject;
    const char *formula;
    const char *source;
    const char *parameters;
    double limit, tolerance, least; /* NaN: not read */
    int32_t severity;               /* of the default row */
    int32_t flags;
    attain_i_kind_texts texts[2]; /* by enum attain_language */
} attain_i_kind;

enum { ATTAIN_I_KINDS = 18 };

/* By enum attain_check_kind. */
extern const attain_i_kind attain_i_kinds[ATTAIN_I_KINDS];

extern const attain_i_word attain_i_words_check_kind[];
extern const attain_i_word attain_i_words_quality_severity[];
extern const attain_i_word attain_i_words_quality_field[];
extern const attain_i_word attain_i_words_quality_by[];

#endif
