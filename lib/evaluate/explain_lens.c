/* The four lenses of a row, with their numbers and what was left out. */
#include <math.h>

#include "evaluate/explain.h"
#include "evaluate/lens.h"

static const char *const names[ATTAIN_I_LENSES][2] = {
    {"outcome", "结果评价"},
    {"process", "过程评价"},
    {"value added", "增值评价"}};

static void write_name(attain_i_writer *writer, int lens) {
    attain_i_write_words(writer, names[lens][0], names[lens][1]);
}

/* "(2 · 0.14 + 1 · 0.23)/3" */
static void write_mean(const attain_i_explaining *what,
                       const double lenses[ATTAIN_I_LENSES]) {
    attain_i_writer *writer = what->writer;
    double weights = 0;
    attain_i_write_text(writer, " = (");
    for (int l = 0; l < ATTAIN_I_LENSES; l++) {
        double weight = what->ev->lens_weights[l];
        if (isnan(lenses[l]) || weight == 0)
            continue;
        attain_i_write_text(writer, weights > 0 ? " + " : "");
        attain_i_write_number(writer, weight);
        attain_i_write_text(writer, " · ");
        attain_i_write_number(writer, lenses[l]);
        weights += weight;
    }
    attain_i_write_text(writer, ")/");
    attain_i_write_number(writer, weights);
}

static void write_left_out(const attain_i_explaining *what,
                           const double lenses[ATTAIN_I_LENSES]) {
    attain_i_writer *writer = what->writer;
    int any = 0;
    for (int l = 0; l < ATTAIN_I_LENSES; l++) {
        if (!isnan(lenses[l]))
            continue;
        attain_i_write_words(writer, any ? ", " : "; left out, for unknown: ",
                             any ? "、" : "；未知而不计：");
        write_name(writer, l);
        any = 1;
    }
}

static void write_lenses(const attain_i_explaining *what,
                         const double lenses[ATTAIN_I_LENSES]) {
    attain_i_writer *writer = what->writer;
    double together = attain_i_explained(what, ATTAIN_MEASURE_COMPREHENSIVE);
    attain_i_write_words(writer, "  Four evaluations: ", "  四种评价：");
    for (int l = 0; l < ATTAIN_I_LENSES; l++) {
        write_name(writer, l);
        attain_i_write_text(writer, " ");
        attain_i_write_number(writer, lenses[l]);
        attain_i_write_words(writer, ", ", "，");
    }
    attain_i_write_words(writer, "comprehensive ", "综合评价 ");
    attain_i_write_number(writer, together);
    if (!isnan(together))
        write_mean(what, lenses);
    write_left_out(what, lenses);
    attain_i_write_text(writer, "\n");
}

/* "Value added: 1.2 above the line of the units that started alike" */
static void write_added(const attain_i_explaining *what) {
    static const char *const classes[][2] = {{"below average", "低于平均"},
                                             {"average", "平均"},
                                             {"above average", "高于平均"}};
    attain_i_writer *writer = what->writer;
    double effect = attain_i_explained(what, ATTAIN_MEASURE_VALUE_ADDED_EFFECT);
    double class = attain_i_explained(what, ATTAIN_MEASURE_VALUE_ADDED_CLASS);
    if (isnan(effect))
        return;
    attain_i_write_words(
        writer, "  Value added: better than units that started alike reach by ",
        "  增值：比起点相同者好 ");
    attain_i_write_number(writer, effect);
    attain_i_write_text(writer, " ");
    attain_i_write_text(writer, what->node->unit);
    attain_i_write_words(writer, " (residual of least squares on the baseline",
                         "（对基线作最小二乘回归的残差");
    if (what->ev->sizes != NULL) {
        attain_i_write_words(writer, ", shrunk by ", "，按以下变量收缩：");
        attain_i_write_text(writer, what->ev->sizes);
    }
    attain_i_write_words(writer, ")", "）");
    if (!isnan(class)) {
        attain_i_write_text(writer, ", ");
        attain_i_write_number(
            writer, attain_i_explained(what, ATTAIN_MEASURE_VALUE_ADDED_LOW));
        attain_i_write_text(writer, " … ");
        attain_i_write_number(
            writer, attain_i_explained(what, ATTAIN_MEASURE_VALUE_ADDED_HIGH));
        attain_i_write_words(writer, ": ", "：");
        attain_i_write_words(writer, classes[(int)class + 1][0],
                             classes[(int)class + 1][1]);
    }
    attain_i_write_text(writer, "\n");
}

void attain_i_explain_lenses(const attain_i_explaining *what) {
    double lenses[ATTAIN_I_LENSES];
    if ((what->ev->kept & ATTAIN_MEASURES_LENSES) == 0)
        return;
    attain_i_lenses_of(what->ev, what->node, what->row, lenses);
    write_lenses(what, lenses);
    write_added(what);
}
