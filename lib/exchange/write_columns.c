/* The rows of a node, as both forms write them. */
#include "exchange/write.h"

#include <math.h>

#include "attain/numeric.h"

static void keep_unit(attain_i_results *columns, int32_t unit) {
    int64_t row = attain_evaluation_find_row(columns->ev, columns->index, unit);

    columns->first = row < 0 ? 0 : (size_t)row;
    columns->end = row < 0 ? 0 : (size_t)row + 1;
}

void attain_i_results_of(const attain_evaluation *ev, int32_t node,
                         int32_t unit, int32_t as_of, attain_i_results *out) {
    out->ev = ev;
    out->index = node;
    attain_node_init(&out->node);
    attain_evaluation_get_node(ev, node, &out->node, NULL);
    out->units = attain_evaluation_units(ev, node, NULL);
    out->wholes = attain_evaluation_wholes(ev, node, NULL);
    out->verdicts =
        attain_evaluation_codes(ev, ATTAIN_MEASURE_VERDICT, node, NULL);
    out->statuses =
        attain_evaluation_codes(ev, ATTAIN_MEASURE_STATUS, node, NULL);
    for (int32_t m = 0; m <= ATTAIN_MEASURE_METHOD_REASON; m++)
        out->measures[m] = attain_evaluation_view(ev, m, node, NULL);
    /* rulings A93: targets are judged at the earlier of as-of and due */
    out->period = as_of;
    if (out->node.kind == ATTAIN_KIND_TARGET && out->node.due < as_of)
        out->period = out->node.due;
    out->first = 0;
    out->end = out->node.row_count;
    if (unit >= 0)
        keep_unit(out, unit);
}

double attain_i_results_number(const attain_i_results *columns, int32_t measure,
                               size_t row) {
    const double *column = columns->measures[measure];

    return column == NULL ? NAN : column[row];
}

/* Codes are few; a word that is not there would be an empty cell. */
static const char *code_word(int32_t vocabulary, const uint8_t *codes,
                             size_t row) {
    const char *word =
        codes == NULL ? NULL : attain_word(vocabulary, codes[row]);

    return word == NULL ? "" : word;
}

static const char *grade_word(const attain_i_results *columns, size_t row) {
    double grade = attain_i_results_number(columns, ATTAIN_MEASURE_GRADE, row);
    const char *name =
        grade >= 0 ? attain_evaluation_grade(columns->ev, (int32_t)grade)
                   : NULL;

    return name == NULL ? "" : name;
}

const char *const attain_i_class_words[3] = {"below", "average", "above"};

static const char *class_word(const attain_i_results *columns, size_t row) {
    double place =
        attain_i_results_number(columns, ATTAIN_MEASURE_VALUE_ADDED_CLASS, row);

    return place == place ? attain_i_class_words[(int)place + 1] : "";
}

/* What a number of the method's stands for. */
static const char *method_word(const attain_i_results *columns, int32_t measure,
                               size_t row) {
    double code = attain_i_results_number(columns, measure, row);
    const char *word = NULL;

    if (code == code && measure == ATTAIN_MEASURE_METHOD_CLASS)
        word = attain_progress_class_name(columns->node.method, (int32_t)code);
    else if (code > ATTAIN_REASON_NONE)
        word = attain_reason_name((int32_t)code);
    return word == NULL ? "" : word;
}

int attain_i_has_lenses(const attain_evaluation *ev) {
    return (attain_evaluation_measures(ev) & ATTAIN_MEASURES_LENSES) != 0;
}

int32_t attain_i_next_measure(const attain_evaluation *ev, int32_t measure) {
    uint64_t kept = attain_evaluation_measures(ev);

    while (++measure <= ATTAIN_MEASURE_METHOD_REASON) {
        int lens = measure >= ATTAIN_MEASURE_PROCESS &&
                   measure <= ATTAIN_MEASURE_VALUE_ADDED_CLASS;
        if (lens ? attain_i_has_lenses(ev)
                 : measure > ATTAIN_MEASURE_VALUE_ADDED_CLASS &&
                       (kept >> measure & 1) != 0)
            return measure;
    }
    return -1;
}

const char *attain_i_results_word(const attain_i_results *columns,
                                  int32_t measure, size_t row) {
    switch (measure) {
    case ATTAIN_MEASURE_VERDICT:
        return code_word(ATTAIN_VOCABULARY_VERDICT, columns->verdicts, row);
    case ATTAIN_MEASURE_STATUS:
        return code_word(ATTAIN_VOCABULARY_STANDING, columns->statuses, row);
    case ATTAIN_MEASURE_GRADE:
        return grade_word(columns, row);
    case ATTAIN_MEASURE_VALUE_ADDED_CLASS:
        return class_word(columns, row);
    case ATTAIN_MEASURE_METHOD_CLASS:
    case ATTAIN_MEASURE_METHOD_REASON:
        return method_word(columns, measure, row);
    default:
        return NULL;
    }
}

void attain_i_fired_in(const attain_i_results *columns, size_t row,
                       attain_i_fired *out) {
    out->columns = columns;
    out->row = row;
    out->count = 0;
    out->next = 0;
    out->node = columns->index;
    if (columns->node.kind == ATTAIN_KIND_GOAL && !columns->wholes[row]) {
        attain_evaluation_vetoes(columns->ev, columns->index, (int64_t)row,
                                 NULL, 0, &out->count, NULL);
    }
    if (out->count > 0 && out->count <= ATTAIN_I_FEW_VETOES) {
        attain_evaluation_vetoes(columns->ev, columns->index, (int64_t)row,
                                 out->few, ATTAIN_I_FEW_VETOES, &out->count,
                                 NULL);
    }
}

/* A veto fires in a goal's own row when a veto target below the goal is not
 * met in its own row or its whole at that unit (rulings A28). */
static int fires(const attain_i_fired *vetoes, const attain_node *node,
                 int32_t index) {
    const attain_evaluation *ev = vetoes->columns->ev;
    int32_t unit = vetoes->columns->units[vetoes->row];
    int64_t row = node->veto ? attain_evaluation_find_row(ev, index, unit) : -1;

    return row >= 0 &&
           attain_evaluation_value(ev, ATTAIN_MEASURE_VERDICT, index, row) ==
               ATTAIN_VERDICT_NOT_MET;
}

/* The id of the next of the few that were looked up. */
static const char *next_of_few(attain_i_fired *vetoes) {
    attain_node node;

    attain_node_init(&node);
    if (vetoes->next == vetoes->count)
        return NULL;
    attain_evaluation_get_node(vetoes->columns->ev, vetoes->few[vetoes->next],
                               &node, NULL);
    vetoes->next++;
    return node.id;
}

/* The id of the next one in the goal's subtree, which follows it in
 * pre-order. */
static const char *next_of_many(attain_i_fired *vetoes) {
    const attain_i_results *columns = vetoes->columns;
    size_t nodes = attain_evaluation_node_count(columns->ev);
    attain_node node;

    attain_node_init(&node);
    while ((size_t)++vetoes->node < nodes) {
        attain_evaluation_get_node(columns->ev, vetoes->node, &node, NULL);
        if (node.depth <= columns->node.depth)
            break;
        if (fires(vetoes, &node, vetoes->node))
            return node.id;
    }
    return NULL;
}

const char *attain_i_fired_next(attain_i_fired *vetoes) {
    return vetoes->count <= ATTAIN_I_FEW_VETOES ? next_of_few(vetoes)
                                                : next_of_many(vetoes);
}
