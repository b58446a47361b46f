/* Bytes on their way to a sink, and the rows of an evaluation as they are
 * written. Nothing here allocates. */
#ifndef ATTAIN_EXCHANGE_WRITE_H
#define ATTAIN_EXCHANGE_WRITE_H

#include "attain/exchange.h"

enum {
    ATTAIN_I_OUTLET_BYTES = 8192,
    /* Vetoes of one row that are looked up at once. */
    ATTAIN_I_FEW_VETOES = 64
};

/* What the tables are in words of SDMX, agency:id(version): whoever sends them
 * to an office that has structures of its own puts these in their place. */
#define ATTAIN_I_SDMX_OBSERVATIONS "ATTAIN:OBSERVATIONS(1.0.0)"
#define ATTAIN_I_SDMX_RESULTS "ATTAIN:RESULTS(1.0.0)"

/* Gathers bytes, so that a sink is called once for many cells. After a
 * failure of the sink nothing more is sent. */
typedef struct attain_i_outlet {
    attain_sink sink;
    void *user;
    size_t used;
    int32_t failure; /* what the sink returned; 0: it has not failed */
    char bytes[ATTAIN_I_OUTLET_BYTES];
} attain_i_outlet;

void attain_i_outlet_init(attain_i_outlet *outlet, attain_sink sink,
                          void *user);
/* Sends what is left. */
void attain_i_outlet_flush(attain_i_outlet *outlet);
void attain_i_put_bytes(attain_i_outlet *outlet, const char *bytes,
                        size_t length);
void attain_i_put_text(attain_i_outlet *outlet, const char *text);
/* The shortest decimal; nothing for NaN. */
void attain_i_put_number(attain_i_outlet *outlet, double value);
void attain_i_put_integer(attain_i_outlet *outlet, uint64_t value);
/* Nothing for a number that is no period. */
void attain_i_put_period(attain_i_outlet *outlet, int32_t period);

/* The parts of a CSV cell (RFC 4180). Does the text have to stand in quotes? */
int attain_i_cell_quoted(const char *text);
/* Would a spreadsheet run it as a formula? */
int attain_i_cell_runs(const char *text);
/* The text with its quotes doubled, which also an unquoted cell allows since
 * it has none. */
void attain_i_put_cell_part(attain_i_outlet *outlet, const char *text);
/* A whole cell: quoted only where it has to be; with `defuse` an apostrophe
 * goes before what a spreadsheet would run. */
void attain_i_put_cell(attain_i_outlet *outlet, const char *text, int defuse);
/* A JSON string; `null` for NULL. */
void attain_i_put_string(attain_i_outlet *outlet, const char *text);
/* The same of so many bytes. */
void attain_i_put_string_part(attain_i_outlet *outlet, const char *text,
                              size_t length);

/* The columns of a node, borrowed from the evaluation. */
typedef struct attain_i_results {
    const attain_evaluation *ev;
    attain_node node;
    const int32_t *units;
    const uint8_t *wholes;
    const uint8_t *verdicts; /* NULL: not kept */
    const uint8_t *statuses; /* NULL: not kept */
    const double *measures[ATTAIN_MEASURE_METHOD_REASON + 1]; /* NULL: none */
    size_t first; /* the rows that are written: first … end − 1 */
    size_t end;
    int32_t index;  /* of the node */
    int32_t period; /* that is judged */
} attain_i_results;

/* True when the evaluation has lenses: their measures follow the others, from
 * process to the last. */
int attain_i_has_lenses(const attain_evaluation *ev);
/* Of the measures that are written only where the evaluation has them, those of
 * lenses and of methods, the first after `measure`; −1: none. */
int32_t attain_i_next_measure(const attain_evaluation *ev, int32_t measure);
/* Sets up the columns of a node; `unit` −1: the rows of all units. */
void attain_i_results_of(const attain_evaluation *ev, int32_t node,
                         int32_t unit, int32_t as_of, attain_i_results *out);
/* The number in a row; NaN where there is none. */
double attain_i_results_number(const attain_i_results *columns, int32_t measure,
                               size_t row);
/* The word of a measure that has words instead of numbers (verdict, status,
 * grade, classes, reason of a method), "" for none; NULL for a measure that is
 * a number. */
const char *attain_i_results_word(const attain_i_results *columns,
                                  int32_t measure, size_t row);

/* Of the classes of value added −1, 0 and 1. */
extern const char *const attain_i_class_words[3];

/* Goes through the vetoes that fired in a row, in row order. */
typedef struct attain_i_fired {
    const attain_i_results *columns;
    size_t row;
    size_t count;
    size_t next;
    int32_t node; /* the last one that was found, when there are many */
    int32_t few[ATTAIN_I_FEW_VETOES];
} attain_i_fired;

void attain_i_fired_in(const attain_i_results *columns, size_t row,
                       attain_i_fired *out);
/* The id of the next one; NULL at the end. */
const char *attain_i_fired_next(attain_i_fired *vetoes);

/* Writes `from`; stops early when the sink has failed. */
typedef void (*attain_i_write_function)(attain_i_outlet *outlet,
                                        const void *from,
                                        const attain_write_options *options);

/* The forms of an evaluation. */
void attain_i_write_csv(attain_i_outlet *outlet, const void *evaluation,
                        const attain_write_options *options);
void attain_i_write_json(attain_i_outlet *outlet, const void *evaluation,
                         const attain_write_options *options);
void attain_i_write_sdmx(attain_i_outlet *outlet, const void *evaluation,
                         const attain_write_options *options);
/* The provenance as comments of a table. */
void attain_i_write_provenance(attain_i_outlet *outlet, const char *text);
/* The provenance as a further member. */
void attain_i_write_json_provenance(attain_i_outlet *outlet, const char *text);
/* What both tables of results share: the vetoes of a row as a cell. */
void attain_i_write_vetoes(attain_i_outlet *outlet,
                           const attain_i_results *columns, size_t row,
                           int defuse);

/* What is written, and how. */
typedef struct attain_i_writing {
    const void *from;
    attain_i_write_function write;
    attain_write_options options;
    int unmarked; /* never with a byte order mark */
} attain_i_writing;

/* Copies the options (NULL: the defaults), and checks them. */
attain_status attain_i_write_options_take(const attain_write_options *options,
                                          size_t units,
                                          attain_write_options *out,
                                          attain_error *err);
attain_status attain_i_write_to_sink(const attain_i_writing *what,
                                     attain_sink sink, void *user,
                                     attain_error *err);
attain_status attain_i_write_to_buffer(const attain_i_writing *what, char *out,
                                       size_t capacity, size_t *count,
                                       attain_error *err);

#endif
