/* The method that a target names: formula and source, the numbers that went
 * into it, what it says. */
#include <math.h>

#include "evaluate/explain.h"
#include "evaluate/method.h"
#include "numeric/words.h"

/* "name 12.5", apart from what stands before it. */
static void write_named(attain_i_writer *writer, const char *name, double value,
                        int first) {
    attain_i_write_text(writer, first ? " " : "   ");
    attain_i_write_text(writer, name);
    attain_i_write_text(writer, " ");
    attain_i_write_number(writer, value);
}

/* Times are told as periods. */
static void write_input(attain_i_writer *writer,
                        const attain_i_judging *judging,
                        const attain_i_progress_case *one, size_t input) {
    int32_t source = judging->method.sources[input];
    const char *name = judging->method.row->inputs[input];
    int timed = source == ATTAIN_I_FROM_PERIOD ||
                source == ATTAIN_I_FROM_BASE_PERIOD ||
                source == ATTAIN_I_FROM_DUE;
    if (!timed) {
        write_named(writer, name, one->x[input], input == 0);
        return;
    }
    attain_i_write_text(writer, "   ");
    attain_i_write_text(writer, name);
    attain_i_write_text(writer, " ");
    attain_i_write_period(writer,
                          source == ATTAIN_I_FROM_PERIOD ? judging->judged
                          : source == ATTAIN_I_FROM_DUE  ? judging->due
                                                         : judging->base);
}

static void write_inputs(attain_i_writer *writer,
                         const attain_i_judging *judging,
                         const attain_i_progress_case *one) {
    const attain_i_target_method *method = &judging->method;
    const attain_i_parameter *parameter = method->row->method.parameters;
    attain_i_write_words(writer, "    with", "    其中");
    for (size_t k = 0; k < method->input_count; k++)
        write_input(writer, judging, one, k);
    for (size_t p = 0; parameter != NULL && parameter[p].name != NULL; p++)
        write_named(writer, parameter[p].name, method->parameters[p], 0);
    if (one->descending)
        attain_i_write_words(writer, "   low is good (s = −1)",
                             "   逆向指标（s = −1）");
    attain_i_write_text(writer, "\n");
}

/* "2.15 of −5 … 5: moderate", or why there is none. */
static void write_result(attain_i_writer *writer,
                         const attain_i_progress_row *row,
                         const attain_i_method_result *result) {
    attain_i_write_words(writer, "    score ", "    得分 ");
    attain_i_write_number(writer, result->score);
    if (isnan(result->score)) {
        attain_i_write_words(writer, ": no value, ", "：无值，");
        attain_i_write_word(writer, attain_i_words_reason, result->reason);
    } else if (!isinf(row->low) && !isinf(row->high)) {
        attain_i_write_words(writer, " of ", "，范围 ");
        attain_i_write_number(writer, row->low);
        attain_i_write_text(writer, " … ");
        attain_i_write_number(writer, row->high);
    }
    if (result->class_code >= 0) {
        attain_i_write_words(writer, ", class ", "，类别 ");
        attain_i_write_text(writer, row->classes[result->class_code]);
    }
    attain_i_write_text(writer, "\n");
}

void attain_i_explain_method(attain_i_writer *writer, attain_i_single *single) {
    const attain_i_judging *judging = &single->judging;
    const attain_i_progress_row *row = judging->method.row;
    size_t last = judging->periods - 1;
    attain_i_progress_case one;
    attain_i_method_result result;
    if (row == NULL)
        return;
    attain_i_method_case(judging, &single->block, last, 0, &one);
    attain_i_method_one(judging, &single->block, last, 0, &result);
    attain_i_write_words(writer, "  Method ", "  方法 ");
    attain_i_write_text(writer, row->method.name);
    attain_i_write_words(writer, ": ", "：");
    attain_i_write_text(writer, row->method.formula);
    attain_i_write_text(writer, "\n    [");
    attain_i_write_text(writer, row->method.source);
    attain_i_write_text(writer, "]\n");
    write_inputs(writer, judging, &one);
    write_result(writer, row, &result);
}
