/* Results as JSON (RFC 8259), nested by goal. Nodes come in pre-order, so the
 * nesting is kept by their depths alone, however deep the tree is. */
#include "exchange/write.h"

#include <string.h>

#include "attain/numeric/method.h"

static void write_name(attain_i_outlet *outlet, const char *name) {
    attain_i_put_text(outlet, ",\"");
    attain_i_put_text(outlet, name);
    attain_i_put_text(outlet, "\":");
}

/* A text; `null` for none. */
static void member_text(attain_i_outlet *outlet, const char *name,
                        const char *text) {
    write_name(outlet, name);
    attain_i_put_string(outlet, text == NULL || *text == '\0' ? NULL : text);
}

static void member_number(attain_i_outlet *outlet, const char *name,
                          double value) {
    write_name(outlet, name);
    if (value == value)
        attain_i_put_number(outlet, value);
    else
        attain_i_put_text(outlet, "null");
}

static void member_flag(attain_i_outlet *outlet, const char *name, int flag) {
    write_name(outlet, name);
    attain_i_put_text(outlet, flag ? "true" : "false");
}

static void member_period(attain_i_outlet *outlet, const char *name,
                          int32_t period) {
    write_name(outlet, name);
    if (attain_period_frequency(period) == ATTAIN_FREQUENCY_NONE) {
        attain_i_put_text(outlet, "null");
        return;
    }
    attain_i_put_text(outlet, "\"");
    attain_i_put_period(outlet, period);
    attain_i_put_text(outlet, "\"");
}

static void member_vetoes(attain_i_outlet *outlet,
                          const attain_i_results *columns, size_t row) {
    attain_i_fired vetoes;
    const char *id;
    const char *before = "[";

    write_name(outlet, "veto");
    attain_i_fired_in(columns, row, &vetoes);
    while ((id = attain_i_fired_next(&vetoes)) != NULL) {
        attain_i_put_text(outlet, before);
        attain_i_put_string(outlet, id);
        before = ",";
    }
    attain_i_put_text(outlet, *before == '[' ? "[]" : "]");
}

static void member_measure(attain_i_outlet *outlet,
                           const attain_i_results *columns, int32_t measure,
                           size_t row) {
    const char *name = attain_word(ATTAIN_VOCABULARY_MEASURE, measure);
    const char *word = attain_i_results_word(columns, measure, row);

    if (word != NULL) {
        member_text(outlet, name, word);
    } else {
        member_number(outlet, name,
                      attain_i_results_number(columns, measure, row));
    }
}

static void write_row(attain_i_outlet *outlet, const attain_i_results *columns,
                      size_t row) {
    attain_evaluation_unit unit;

    attain_evaluation_unit_init(&unit);
    attain_evaluation_get_unit(columns->ev, columns->units[row], &unit, NULL);
    attain_i_put_text(outlet, "\n{\"unit\":");
    attain_i_put_string(outlet, unit.id);
    member_text(outlet, "unit_name", unit.name);
    member_period(outlet, "period", columns->period);
    member_flag(outlet, "whole", columns->wholes[row]);
    for (int32_t m = 0; m <= ATTAIN_MEASURE_MEAN_CHANGE; m++)
        member_measure(outlet, columns, m, row);
    for (int32_t m = ATTAIN_MEASURE_MEAN_CHANGE;
         (m = attain_i_next_measure(columns->ev, m)) >= 0;)
        member_measure(outlet, columns, m, row);
    member_vetoes(outlet, columns, row);
    attain_i_put_text(outlet, "}");
}

/* What a target has beyond a goal. */
static void write_target_members(attain_i_outlet *outlet,
                                 const attain_node *node) {
    attain_method method;

    attain_method_init(&method);
    member_text(outlet, "measured_in", node->unit);
    member_text(outlet, "series",
                attain_word(ATTAIN_VOCABULARY_SERIES, node->series));
    member_text(outlet, "comparator",
                attain_word(ATTAIN_VOCABULARY_COMPARATOR, node->comparator));
    member_number(outlet, "lower", node->lower);
    member_number(outlet, "upper", node->upper);
    member_text(outlet, "scored_by",
                node->score == ATTAIN_SCORE_DEFAULT
                    ? NULL
                    : attain_word(ATTAIN_VOCABULARY_SCORE, node->score));
    member_text(outlet, "method",
                attain_method_get(ATTAIN_METHOD_PROGRESS, node->method, &method,
                                  NULL) == ATTAIN_OK
                    ? method.name
                    : NULL);
    member_text(outlet, "judge",
                attain_word(ATTAIN_VOCABULARY_JUDGE, node->judge));
    member_flag(outlet, "soft", node->soft);
    member_flag(outlet, "can_veto", node->veto);
}

/* A node up to the end of its rows; its object stays open. */
static void write_node(attain_i_outlet *outlet,
                       const attain_i_results *columns) {
    const attain_node *node = &columns->node;

    attain_i_put_text(outlet, "\n{\"node\":");
    attain_i_put_string(outlet, node->id);
    member_text(outlet, "kind",
                attain_word(ATTAIN_VOCABULARY_KIND, node->kind));
    member_text(outlet, "name", node->name);
    member_text(outlet, "owner", node->owner);
    member_text(outlet, "source", node->source);
    member_text(outlet, "level", node->level);
    member_number(outlet, "weight", node->weight);
    member_period(outlet, "due", node->due);
    if (node->kind == ATTAIN_KIND_TARGET)
        write_target_members(outlet, node);
    write_name(outlet, "rows");
    attain_i_put_text(outlet, "[");
    for (size_t row = columns->first;
         row < columns->end && outlet->failure == 0; row++) {
        if (row > columns->first)
            attain_i_put_text(outlet, ",");
        write_row(outlet, columns, row);
    }
    attain_i_put_text(outlet, "]");
}

/* Where the tree is written: `open` goals are not closed yet; of the innermost
 * one the targets are being written (`targets`) or the goals, and `filled`
 * says whether that list has an element. */
typedef struct nesting {
    int32_t open;
    int targets;
    int filled;
} nesting;

/* Ends the targets of the innermost goal and begins its goals. */
static void begin_goals(attain_i_outlet *outlet, nesting *at) {
    if (at->targets) {
        attain_i_put_text(outlet, "],\"goals\":[");
        at->targets = 0;
        at->filled = 0;
    }
}

/* Closes goals until only `open` are left. */
static void close_goals(attain_i_outlet *outlet, nesting *at, int32_t open) {
    while (at->open > open && outlet->failure == 0) {
        begin_goals(outlet, at);
        attain_i_put_text(outlet, "]}");
        at->open--;
        at->filled = 1;
    }
}

static void write_tree_node(attain_i_outlet *outlet, nesting *at,
                            const attain_i_results *columns) {
    int goal = columns->node.kind == ATTAIN_KIND_GOAL;

    if (goal) {
        close_goals(outlet, at, columns->node.depth);
        begin_goals(outlet, at);
    }
    if (at->filled)
        attain_i_put_text(outlet, ",");
    write_node(outlet, columns);
    at->filled = 1;
    if (goal) {
        attain_i_put_text(outlet, ",\"targets\":[");
        at->open++;
        at->targets = 1;
        at->filled = 0;
    } else {
        attain_i_put_text(outlet, "}");
    }
}

/* The id of a node or unit, NULL for −1. */
static const char *node_id(const attain_evaluation *ev, int32_t index) {
    attain_node node;

    attain_node_init(&node);
    return attain_evaluation_get_node(ev, index, &node, NULL) == ATTAIN_OK
               ? node.id
               : NULL;
}

static const char *unit_id(const attain_evaluation *ev, int32_t index) {
    attain_evaluation_unit unit;

    attain_evaluation_unit_init(&unit);
    return attain_evaluation_get_unit(ev, index, &unit, NULL) == ATTAIN_OK
               ? unit.id
               : NULL;
}

static void write_findings(attain_i_outlet *outlet,
                           const attain_evaluation *ev) {
    size_t count = attain_evaluation_finding_count(ev);

    write_name(outlet, "findings");
    attain_i_put_text(outlet, "[");
    for (size_t i = 0; i < count && outlet->failure == 0; i++) {
        attain_finding finding;

        attain_finding_init(&finding);
        attain_evaluation_get_finding(ev, i, &finding, NULL);
        attain_i_put_text(outlet, i > 0 ? ",\n" : "\n");
        attain_i_put_text(outlet, "{\"message\":");
        attain_i_put_string(outlet, finding.message);
        member_text(outlet, "node", node_id(ev, finding.node));
        member_text(outlet, "unit", unit_id(ev, finding.unit));
        member_period(outlet, "period", finding.period);
        write_name(outlet, "count");
        attain_i_put_integer(outlet, finding.count);
        member_text(outlet, "code", attain_status_name(finding.code));
        member_text(outlet, "kind",
                    attain_word(ATTAIN_VOCABULARY_FINDING_KIND, finding.kind));
        attain_i_put_text(outlet, "}");
    }
    attain_i_put_text(outlet, "]");
}

void attain_i_write_json_provenance(attain_i_outlet *outlet, const char *text) {
    const char *before = "[\n";

    write_name(outlet, "provenance");
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");
        attain_i_put_text(outlet, before);
        attain_i_put_string_part(outlet, text, length);
        text += length + (text[length] == '\n');
        before = ",\n";
    }
    attain_i_put_text(outlet, *before == '[' ? "[]" : "]");
}

void attain_i_write_json(attain_i_outlet *outlet, const void *evaluation,
                         const attain_write_options *options) {
    const attain_evaluation *ev = evaluation;
    size_t nodes = attain_evaluation_node_count(ev);
    nesting at = {0, 0, 0};
    attain_evaluation_info info;

    attain_evaluation_info_init(&info);
    attain_evaluation_get_info(ev, &info, NULL);
    attain_i_put_text(outlet, "{\"plan\":");
    attain_i_put_string(outlet, info.plan);
    member_text(outlet, "name", info.name);
    member_text(outlet, "source", info.source);
    member_text(outlet, "level", info.level);
    member_period(outlet, "as_of", info.as_of);
    member_period(outlet, "first_period", info.first_period);
    member_period(outlet, "last_period", info.last_period);
    member_text(outlet, "method", attain_version());
    write_name(outlet, "root");
    for (size_t i = 0; i < nodes && outlet->failure == 0; i++) {
        attain_i_results columns;

        attain_i_results_of(ev, (int32_t)i, options->unit, info.as_of,
                            &columns);
        write_tree_node(outlet, &at, &columns);
    }
    close_goals(outlet, &at, 0);
    write_findings(outlet, ev);
    attain_i_write_json_provenance(outlet, options->provenance);
    attain_i_put_text(outlet, "}\n");
}
