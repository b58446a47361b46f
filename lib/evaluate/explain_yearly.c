/* The three answers to a yearly rule, as text. */
#include <math.h>

#include "evaluate/explain.h"
#include "evaluate/words.h"
#include "evaluate/yearly.h"

static void write_verdict(attain_i_writer *writer, int32_t verdict) {
    attain_i_write_words(writer, ": ", "：");
    attain_i_write_word(writer, attain_i_words_verdict, verdict);
    attain_i_write_text(writer, "\n");
}

/* "-1.7, required -2" with one limit, "1 … 3" with two. */
static void write_answer(attain_i_writer *writer, double value, double lower,
                         double upper) {
    attain_i_write_number(writer, value);
    attain_i_write_words(writer, ", required ", "，要求 ");
    if (!isnan(lower))
        attain_i_write_number(writer, lower);
    if (!isnan(lower) && !isnan(upper))
        attain_i_write_text(writer, " … ");
    if (!isnan(upper))
        attain_i_write_number(writer, upper);
}

void attain_i_explain_yearly(attain_i_writer *writer, attain_i_single *single) {
    attain_yearly found;
    attain_yearly_init(&found);
    if (!attain_i_is_yearly(single->judging.node))
        return;
    attain_i_yearly_find(single, &found);
    attain_i_write_words(writer, "  Three answers to a yearly rule:\n",
                         "  “每年”的三种算法：\n");
    attain_i_write_words(writer, "    each period: ", "    逐年：");
    attain_i_write_count(writer, found.met);
    attain_i_write_words(writer, " of ", "/");
    attain_i_write_count(writer, found.periods);
    attain_i_write_words(writer, " kept it", " 年达到");
    write_verdict(writer, found.every_verdict);
    attain_i_write_words(writer, "    since the base: ", "    比基期累计：");
    write_answer(writer, found.cumulative, found.cumulative_lower,
                 found.cumulative_upper);
    write_verdict(writer, found.cumulative_verdict);
    attain_i_write_words(writer, "    mean per period: ", "    年均：");
    write_answer(writer, found.mean, found.lower, found.upper);
    write_verdict(writer, found.mean_verdict);
}
