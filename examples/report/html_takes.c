/* What it would take: the answers of the improve room, for the report's unit.
 */
#include <math.h>

#include "html_parts.h"

enum { MOST_ROWS = 40 };

/* A question, and how its answer becomes a table. */
struct take {
    attain_status (*find)(const attain_evaluation *ev, const attain_plan *plan,
                          const attain_dataset *data,
                          const attain_answer_options *options,
                          attain_answer **out, attain_error *err);
    int (*is_shown)(const struct report *report, const attain_answer *answer,
                    int64_t row);
    void (*show)(struct out *out, const struct report *report,
                 const attain_answer *answer, int64_t row);
    enum phrase title;
    const enum phrase *heads;
    const char *kinds;
};

/* A number of the answer; −1 for one that is no row or code. */
static int32_t code_of(const attain_answer *answer, int32_t field,
                       int64_t row) {
    double value = attain_answer_value(answer, field, row);
    return isnan(value) ? -1 : (int32_t)value;
}

static const struct entry *entry_of(const struct report *report,
                                    const attain_answer *answer, int64_t row) {
    return &report->entries[code_of(answer, ATTAIN_ANSWER_FIELD_NODE, row)];
}

static int is_here(const struct report *report, const attain_answer *answer,
                   int64_t row) {
    return code_of(answer, ATTAIN_ANSWER_FIELD_UNIT, row) == report->unit_row;
}

/* --- What is missing ----------------------------------------------------- */

/* "teachers +3": how much of a variable; or how far the value is from it. */
static void put_need(struct out *out, const struct report *report,
                     const attain_answer *answer, int64_t row) {
    double amount =
        attain_answer_value(answer, ATTAIN_ANSWER_FIELD_AMOUNT, row);
    double whole = attain_answer_value(answer, ATTAIN_ANSWER_FIELD_WHOLE, row);
    double gap = attain_answer_value(answer, ATTAIN_ANSWER_FIELD_GAP, row);
    int32_t obstacle = code_of(answer, ATTAIN_ANSWER_FIELD_OBSTACLE, row);
    attain_variable variable;
    attain_variable_init(&variable);
    amount = isnan(whole) ? amount : whole;
    if (!isnan(amount) &&
        attain_dataset_get_variable(
            report->data, code_of(answer, ATTAIN_ANSWER_FIELD_VARIABLE, row),
            &variable, NULL) == ATTAIN_OK) {
        out_text(out, variable.name != NULL ? variable.name : variable.id);
        out_raw(out, amount > 0 ? " +" : " ");
        number_plain(out, amount, isnan(whole) ? 2 : NUMBER_ALL_DECIMALS);
        fact_unit(out, report, variable.unit);
    } else if (gap > 0) {
        const struct entry *entry = entry_of(report, answer, row);
        fact_difference(out, report, entry, report_scaled(entry, gap));
    } else {
        out_text(out, obstacle > ATTAIN_OBSTACLE_NONE
                          ? attain_word_label(ATTAIN_VOCABULARY_OBSTACLE,
                                              obstacle, report->language)
                          : "–");
    }
}

static int gap_is_shown(const struct report *report,
                        const attain_answer *answer, int64_t row) {
    double amount =
        attain_answer_value(answer, ATTAIN_ANSWER_FIELD_AMOUNT, row);
    return is_here(report, answer, row) &&
           (!isnan(amount) ||
            attain_answer_value(answer, ATTAIN_ANSWER_FIELD_GAP, row) > 0);
}

static void show_gap(struct out *out, const struct report *report,
                     const attain_answer *answer, int64_t row) {
    html_entry_cell(out, report, P_TARGET_NAME, entry_of(report, answer, row));
    html_cell(out, report, P_TAKES_NEED, "");
    put_need(out, report, answer, row);
    out_raw(out, "</td>");
    html_number_cell(
        out, report, P_TAKES_UNITS,
        attain_answer_value(answer, ATTAIN_ANSWER_FIELD_ITEMS, row));
    html_number_cell(
        out, report, P_UNKNOWN,
        attain_answer_value(answer, ATTAIN_ANSWER_FIELD_UNKNOWN, row));
}

/* --- The smallest set ---------------------------------------------------- */

/* The place that a row belongs to: rows follow theirs. */
static int64_t place_of(const attain_answer *answer, int64_t row) {
    while (row >= 0 && code_of(answer, ATTAIN_ANSWER_FIELD_KIND, row) !=
                           ATTAIN_ANSWER_PLACE)
        row--;
    return row;
}

static int mend_is_shown(const struct report *report,
                         const attain_answer *answer, int64_t row) {
    int64_t place = place_of(answer, row);
    return place >= 0 && place != row && is_here(report, answer, place) &&
           code_of(answer, ATTAIN_ANSWER_FIELD_ACTION, row) >
               ATTAIN_ACTION_LEAVE;
}

static void show_mend(struct out *out, const struct report *report,
                      const attain_answer *answer, int64_t row) {
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    attain_evaluation_get_unit(report->ev,
                               code_of(answer, ATTAIN_ANSWER_FIELD_UNIT, row),
                               &unit, NULL);
    html_text_cell(out, report, P_UNIT, unit.name);
    html_entry_cell(out, report, P_TARGET_NAME, entry_of(report, answer, row));
    html_text_cell(
        out, report, P_TAKES_ACTION,
        attain_word_label(ATTAIN_VOCABULARY_ACTION,
                          code_of(answer, ATTAIN_ANSWER_FIELD_ACTION, row),
                          report->language));
    html_cell(out, report, P_TAKES_NEED, "");
    put_need(out, report, answer, row);
    out_raw(out, "</td>");
}

/* --- The rate required --------------------------------------------------- */

static int rate_is_shown(const struct report *report,
                         const attain_answer *answer, int64_t row) {
    const struct entry *entry = entry_of(report, answer, row);
    double rate = attain_answer_value(answer, ATTAIN_ANSWER_FIELD_RATE, row);
    return is_here(report, answer, row) && !isnan(rate) && rate != 0 &&
           !entry_is_yes_no(entry) && summary_is_unmet(entry) &&
           !entry_is_decided(entry);
}

static void rate_cell(struct out *out, const struct report *report,
                      enum phrase name, const struct entry *entry,
                      double rate) {
    html_cell(out, report, name, "");
    if (isnan(rate)) {
        out_raw(out, "–");
    } else {
        out_raw(out, rate > 0 ? "+" : "");
        fact_difference(out, report, entry, report_scaled(entry, rate));
    }
    out_raw(out, "</td>");
}

static void show_rate(struct out *out, const struct report *report,
                      const attain_answer *answer, int64_t row) {
    const struct entry *entry = entry_of(report, answer, row);
    html_entry_cell(out, report, P_TARGET_NAME, entry);
    html_value_cells(out, report, entry);
    rate_cell(out, report, P_TAKES_RATE, entry,
              attain_answer_value(answer, ATTAIN_ANSWER_FIELD_RATE, row));
    rate_cell(
        out, report, P_TAKES_SO_FAR, entry,
        attain_answer_value(answer, ATTAIN_ANSWER_FIELD_RATE_SO_FAR, row));
}

/* --- The section --------------------------------------------------------- */

static const enum phrase gap_heads[] = {P_TARGET_NAME, P_TAKES_NEED,
                                        P_TAKES_UNITS, P_UNKNOWN};
static const enum phrase mend_heads[] = {P_UNIT, P_TARGET_NAME, P_TAKES_ACTION,
                                         P_TAKES_NEED};
static const enum phrase rate_heads[] = {P_TARGET_NAME, P_VALUE, P_TARGET,
                                         P_TAKES_RATE, P_TAKES_SO_FAR};

static const struct take takes[] = {
    {attain_find_rates, rate_is_shown, show_rate, P_TAKES_RATES, rate_heads,
     "ttttt"},
    {attain_find_gaps, gap_is_shown, show_gap, P_TAKES_GAPS, gap_heads, "ttnn"},
    {attain_find_mends, mend_is_shown, show_mend, P_TAKES_MENDS, mend_heads,
     "tttt"}};

/* What becomes of the unit when all of the set is done. */
static void put_outcome(struct out *out, const struct report *report,
                        const attain_answer *answer) {
    for (size_t i = 0; i < attain_answer_row_count(answer); i++) {
        int32_t after =
            code_of(answer, ATTAIN_ANSWER_FIELD_VERDICT_AFTER, (int64_t)i);
        if (place_of(answer, (int64_t)i) == (int64_t)i && after >= 0 &&
            is_here(report, answer, (int64_t)i)) {
            out_raw(out, "<p class=\"note\">");
            SAY(out, report->language, P_TAKES_AFTER, report->unit.name,
                attain_word_label(ATTAIN_VOCABULARY_VERDICT, after,
                                  report->language));
            out_raw(out, "</p>");
        }
    }
}

static size_t put_answer(struct out *out, const struct report *report,
                         const struct take *take, const attain_answer *answer) {
    size_t shown = 0;
    for (size_t i = 0; i < attain_answer_row_count(answer); i++) {
        if (!take->is_shown(report, answer, (int64_t)i))
            continue;
        if (shown++ == 0) {
            out_raw(out, "<h3>");
            out_text(out, phrase(report->language, take->title));
            out_raw(out, "</h3>");
            html_table_open(out, report, take->heads, take->kinds);
        }
        if (shown <= MOST_ROWS) {
            out_raw(out, "<tr>");
            take->show(out, report, answer, (int64_t)i);
            out_raw(out, "</tr>\n");
        }
    }
    if (shown > 0)
        html_table_close(out);
    if (shown > MOST_ROWS)
        html_counted_note(out, report, P_MORE_FINDINGS, shown - MOST_ROWS);
    if (shown > 0 && take->find == attain_find_mends)
        put_outcome(out, report, answer);
    return shown;
}

void html_takes(struct out *out, const struct report *report) {
    size_t shown = 0;
    if (!summary_is_behind(report))
        return;
    html_section(out, "takes", phrase(report->language, P_TAKES));
    for (size_t i = 0; i < sizeof takes / sizeof takes[0]; i++) {
        attain_answer *answer = NULL;
        if (takes[i].find(report->ev, report->plan, report->data, NULL, &answer,
                          NULL) == ATTAIN_OK)
            shown += put_answer(out, report, &takes[i], answer);
        else
            out->failed = 1;
        attain_answer_destroy(answer);
    }
    if (shown == 0) {
        out_raw(out, "<p>");
        out_text(out, phrase(report->language, P_TAKES_NOTHING));
        out_raw(out, "</p>");
    }
    out_raw(out, "</section>\n");
}
