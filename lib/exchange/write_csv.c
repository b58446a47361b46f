/* Results as CSV: one line a row, one column a measure (tables "Results"). */
#include "exchange/write.h"

/* The measures that are columns, in the order of their numbers. */
enum { LAST_MEASURE = ATTAIN_MEASURE_TARGETS_UNKNOWN };

static void write_header(attain_i_outlet *outlet, const attain_evaluation *ev) {
    attain_i_put_text(outlet, "node,kind,name,unit,unit_name,period");
    for (int32_t m = 0; m <= LAST_MEASURE; m++) {
        attain_i_put_text(outlet, ",");
        attain_i_put_text(outlet, attain_word(ATTAIN_VOCABULARY_MEASURE, m));
    }
    attain_i_put_text(outlet, ",soft,veto");
    for (int32_t m = LAST_MEASURE; (m = attain_i_next_measure(ev, m)) >= 0;) {
        attain_i_put_text(outlet, ",");
        attain_i_put_text(outlet, attain_word(ATTAIN_VOCABULARY_MEASURE, m));
    }
    attain_i_put_text(outlet, "\n");
}

/* Comments, which readers of our tables leave out: each a cell of its own. */
void attain_i_write_provenance(attain_i_outlet *outlet, const char *text) {
    const char *plain = text; /* where the bytes begin that are as they are */

    while (text != NULL && *text != '\0') {
        attain_i_put_text(outlet, "\"# ");
        for (plain = text; *text != '\n' && *text != '\0'; text++) {
            if (*text == '"') {
                attain_i_put_bytes(outlet, plain, (size_t)(text + 1 - plain));
                plain = text;
            }
        }
        attain_i_put_bytes(outlet, plain, (size_t)(text - plain));
        attain_i_put_text(outlet, "\"\n");
        text += *text == '\n';
    }
}

static void next_text(attain_i_outlet *outlet, const char *text, int defuse) {
    attain_i_put_text(outlet, ",");
    attain_i_put_cell(outlet, text, defuse);
}

/* The ids of the vetoes that fired, joined by `;`. */
void attain_i_write_vetoes(attain_i_outlet *outlet,
                           const attain_i_results *columns, size_t row,
                           int defuse) {
    attain_i_fired vetoes;
    const char *id;
    int quoted = 0;

    attain_i_fired_in(columns, row, &vetoes);
    while ((id = attain_i_fired_next(&vetoes)) != NULL)
        quoted = quoted || attain_i_cell_quoted(id);
    if (quoted)
        attain_i_put_text(outlet, "\"");
    attain_i_fired_in(columns, row, &vetoes);
    for (size_t i = 0; (id = attain_i_fired_next(&vetoes)) != NULL; i++) {
        if (i > 0)
            attain_i_put_text(outlet, ";");
        else if (defuse && attain_i_cell_runs(id))
            attain_i_put_text(outlet, "'");
        attain_i_put_cell_part(outlet, id);
    }
    if (quoted)
        attain_i_put_text(outlet, "\"");
}

static void write_measure(attain_i_outlet *outlet,
                          const attain_i_results *columns, int32_t measure,
                          size_t row, int defuse) {
    const char *word = attain_i_results_word(columns, measure, row);

    if (word != NULL) {
        next_text(outlet, word, defuse);
        return;
    }
    attain_i_put_text(outlet, ",");
    attain_i_put_number(outlet, attain_i_results_number(columns, measure, row));
}

static void write_row(attain_i_outlet *outlet, const attain_i_results *columns,
                      size_t row, int defuse) {
    const attain_node *node = &columns->node;
    attain_evaluation_unit unit;

    attain_evaluation_unit_init(&unit);
    attain_evaluation_get_unit(columns->ev, columns->units[row], &unit, NULL);
    attain_i_put_cell(outlet, node->id, defuse);
    next_text(outlet, attain_word(ATTAIN_VOCABULARY_KIND, node->kind), 0);
    next_text(outlet, node->name, defuse);
    next_text(outlet, unit.id, defuse);
    next_text(outlet, unit.name, defuse);
    attain_i_put_text(outlet, ",");
    attain_i_put_period(outlet, columns->period);
    for (int32_t m = 0; m <= LAST_MEASURE; m++)
        write_measure(outlet, columns, m, row, defuse);
    attain_i_put_text(outlet, node->soft ? ",yes," : ",,");
    attain_i_write_vetoes(outlet, columns, row, defuse);
    for (int32_t m = LAST_MEASURE;
         (m = attain_i_next_measure(columns->ev, m)) >= 0;)
        write_measure(outlet, columns, m, row, defuse);
    attain_i_put_text(outlet, "\n");
}

void attain_i_write_csv(attain_i_outlet *outlet, const void *evaluation,
                        const attain_write_options *options) {
    const attain_evaluation *ev = evaluation;
    size_t nodes = attain_evaluation_node_count(ev);
    attain_evaluation_info info;

    attain_evaluation_info_init(&info);
    attain_evaluation_get_info(ev, &info, NULL);
    attain_i_write_provenance(outlet, options->provenance);
    write_header(outlet, ev);
    for (size_t i = 0; i < nodes && outlet->failure == 0; i++) {
        attain_i_results columns;

        attain_i_results_of(ev, (int32_t)i, options->unit, info.as_of,
                            &columns);
        for (size_t row = columns.first;
             row < columns.end && outlet->failure == 0; row++)
            write_row(outlet, &columns, row, options->defuse);
    }
}
