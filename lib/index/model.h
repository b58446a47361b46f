/* What an index is made of. */
#ifndef ATTAIN_INDEX_MODEL_H
#define ATTAIN_INDEX_MODEL_H

#include "attain/evaluate.h"
#include "attain/index.h"
#include "attain/numeric.h"
#include "base/counter.h"
#include "base/error.h"
#include "base/memory.h"
#include "plan/choice.h"
#include "plan/model.h"

enum { ATTAIN_I_STEPS = ATTAIN_STEP_AGGREGATION + 1 };

/* --- What does not depend on choices -------------------------------------- */

typedef struct attain_i_build_node {
    const char *id;
    const char *name;
    double given;   /* weight as the plan gives it */
    int32_t kind;   /* enum attain_kind */
    int32_t parent; /* −1: the first */
    int32_t depth;
    int32_t end;       /* the first node after it and all below it */
    int32_t aggregate; /* of goals: method of goals.csv */
    int32_t down;      /* of indicators: a low value is good */
    int32_t indicator; /* number among indicators; −1: a goal */
} attain_i_build_node;

/* Nodes, units and observed values; shared by indices varied from each other.
 * Row p · units + u is unit u in period first + p. */
typedef struct attain_i_frame {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_i_counter holders;
    attain_i_map ids; /* of nodes */
    attain_i_build_node *nodes;
    size_t node_count;
    size_t indicators;
    size_t units;
    size_t periods;
    size_t rows;
    int32_t first;
    int32_t blank; /* enum attain_blank */
    int32_t *unit_rows;
    const char **unit_ids;
    const char **unit_names;
    int32_t *groups; /* of units: number of the unit above; −1: none */
    size_t group_count;
    double *times;    /* of periods */
    double *raw;      /* [indicator][row] */
    uint8_t *present; /* [row]: the goal is judged there */
} attain_i_frame;

/* A row of index.csv, read. */
typedef struct attain_i_build_choice {
    int32_t node; /* −1: all */
    int32_t step;
    attain_i_chosen chosen;
} attain_i_build_choice;

/* --- What does ------------------------------------------------------------ */

struct attain_index {
    attain_allocator allocator;
    attain_i_arena arena;
    attain_i_frame *frame;
    attain_i_build_choice *choices;
    size_t choice_count;
    int32_t *chosen;   /* [node][step]: of `choices`; −1: none */
    uint8_t *omitted;  /* [node] */
    int32_t *low;      /* [node]: a low score is good */
    double *weights;   /* [node]: among siblings */
    double *effective; /* [node]: in the whole */
    uint8_t *kept;     /* [row] */
    double *imputed;   /* [indicator][row] */
    double *treated;   /* [indicator][row] */
    uint8_t *filled;   /* [indicator][row] */
    uint8_t *touched;  /* [indicator][row]: enum attain_treated */
    double *scores;    /* [node][row] */
    double *ranks;     /* [node][row] */
    uint8_t *reasons;  /* [node][row] */
};

/* `count` · `size` bytes of an arena; NULL without memory. */
void *attain_i_build_room(attain_i_arena *arena, size_t count, size_t size);

/* Reads nodes, units and values off evaluations (gather.c). */
attain_status attain_i_frame_create(const attain_plan *plan,
                                    const attain_dataset *data,
                                    const attain_index_options *options,
                                    attain_i_frame **out, attain_error *err);
void attain_i_frame_drop(attain_i_frame *frame);

/* Takes the plan's choices for nodes of the frame (choose.c). */
attain_status attain_i_build_choices(attain_index *index,
                                     const attain_plan *plan,
                                     attain_error *err);
/* Those of another index, and one more in its place. */
attain_status attain_i_build_varied(attain_index *index,
                                    const attain_index *from,
                                    const attain_choice *choice,
                                    attain_error *err);
/* Which choice counts at each node, and what is left out. */
attain_status attain_i_build_settle(attain_index *index, attain_error *err);

/* What counts at a node for a step; NULL: nothing is chosen. */
const attain_i_chosen *attain_i_build_chosen(const attain_index *index,
                                             size_t node, int32_t step);

/* Raw values to normalised ones (prepare.c). */
attain_status attain_i_build_prepare(attain_index *index, attain_error *err);
/* Normalised values to scores of goals, and ranks (compose.c). */
attain_status attain_i_build_compose(attain_index *index, attain_error *err);

/* The first row of a period; ATTAIN_ERR_PERIOD. */
attain_status attain_i_build_period(const attain_index *index, int32_t period,
                                    size_t *row, attain_error *err);

/* Puts before the message at which node it happened; returns `status`. */
attain_status attain_i_build_blame(const attain_index *index, size_t node,
                                   attain_status status, attain_error *err);

#endif
