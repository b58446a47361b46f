/* Results as SDMX-CSV 2.0: one line a row, which has several measures. */
#include "exchange/write.h"

enum { LAST_MEASURE = ATTAIN_MEASURE_TARGETS_UNKNOWN };

/* OBS_VALUE for the value; all others by our own names, in capitals. */
static void put_measure(attain_i_outlet *outlet, int32_t measure) {
    const char *word = attain_word(ATTAIN_VOCABULARY_MEASURE, measure);

    attain_i_put_text(outlet, ",");
    if (measure == ATTAIN_MEASURE_VALUE) {
        attain_i_put_text(outlet, "OBS_VALUE");
        return;
    }
    for (; *word != '\0'; word++) {
        char letter =
            *word >= 'a' && *word <= 'z' ? (char)(*word - 'a' + 'A') : *word;
        attain_i_put_bytes(outlet, &letter, 1);
    }
}

/* Verdict, status and grade are words, and so attributes. */
static int is_word(int32_t measure) {
    return measure == ATTAIN_MEASURE_VERDICT ||
           measure == ATTAIN_MEASURE_STATUS || measure == ATTAIN_MEASURE_GRADE;
}

static void write_header(attain_i_outlet *outlet) {
    attain_i_put_text(outlet, "STRUCTURE[;],STRUCTURE_ID,INDICATOR,REF_AREA,"
                              "TIME_PERIOD");
    for (int words = 0; words < 2; words++) {
        for (int32_t m = 0; m <= LAST_MEASURE; m++)
            if (is_word(m) == words)
                put_measure(outlet, m);
    }
    attain_i_put_text(outlet, ",KIND,SOFT,VETO[]\n");
}

static void write_row(attain_i_outlet *outlet, const attain_i_results *columns,
                      size_t row, int defuse) {
    const attain_node *node = &columns->node;
    attain_evaluation_unit unit;

    attain_evaluation_unit_init(&unit);
    attain_evaluation_get_unit(columns->ev, columns->units[row], &unit, NULL);
    attain_i_put_text(outlet, "dataflow," ATTAIN_I_SDMX_RESULTS ",");
    attain_i_put_cell(outlet, node->id, defuse);
    attain_i_put_text(outlet, ",");
    attain_i_put_cell(outlet, unit.id, defuse);
    attain_i_put_text(outlet, ",");
    attain_i_put_period(outlet, columns->period);
    for (int words = 0; words < 2; words++) {
        for (int32_t m = 0; m <= LAST_MEASURE; m++) {
            if (is_word(m) != words)
                continue;
            attain_i_put_text(outlet, ",");
            if (words) {
                attain_i_put_cell(
                    outlet, attain_i_results_word(columns, m, row), defuse);
            } else {
                attain_i_put_number(outlet,
                                    attain_i_results_number(columns, m, row));
            }
        }
    }
    attain_i_put_text(outlet, ",");
    attain_i_put_text(outlet, attain_word(ATTAIN_VOCABULARY_KIND, node->kind));
    attain_i_put_text(outlet, node->soft ? ",yes," : ",,");
    attain_i_write_vetoes(outlet, columns, row, defuse);
    attain_i_put_text(outlet, "\n");
}

void attain_i_write_sdmx(attain_i_outlet *outlet, const void *evaluation,
                         const attain_write_options *options) {
    const attain_evaluation *ev = evaluation;
    size_t nodes = attain_evaluation_node_count(ev);
    attain_evaluation_info info;

    attain_evaluation_info_init(&info);
    attain_evaluation_get_info(ev, &info, NULL);
    write_header(outlet);
    for (size_t i = 0; i < nodes && outlet->failure == 0; i++) {
        attain_i_results columns;

        attain_i_results_of(ev, (int32_t)i, options->unit, info.as_of,
                            &columns);
        for (size_t row = columns.first;
             row < columns.end && outlet->failure == 0; row++)
            write_row(outlet, &columns, row, options->defuse);
    }
}
