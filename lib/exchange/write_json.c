/* Results as JSON (RFC 8259), nested by goal. Nodes come in pre-order, so the
 * nesting is kept by their depths alone, however deep the tree is. */
#include "exchange/write.h"

static void write_name(attain_i_writer *writer, const char *name) {
    attain_i_write_text(writer, ",\"");
    attain_i_write_text(writer, name);
    attain_i_write_text(writer, "\":");
}

/* A text; `null` for none. */
static void member_text(attain_i_writer *writer, const char *name,
                        const char *text) {
    write_name(writer, name);
    attain_i_write_string(writer, text == NULL || *text == '\0' ? NULL : text);
}

static void member_number(attain_i_writer *writer, const char *name,
                          double value) {
    write_name(writer, name);
    if (value == value) {
        attain_i_write_number(writer, value);
    } else {
        attain_i_write_text(writer, "null");
    }
}

static void member_flag(attain_i_writer *writer, const char *name, int flag) {
    write_name(writer, name);
    attain_i_write_text(writer, flag ? "true" : "false");
}

static void member_period(attain_i_writer *writer, const char *name,
                          int32_t period) {
    write_name(writer, name);
    if (attain_period_frequency(period) == ATTAIN_FREQUENCY_NONE) {
        attain_i_write_text(writer, "null");
        return;
    }
    attain_i_write_text(writer, "\"");
    attain_i_write_period(writer, period);
    attain_i_write_text(writer, "\"");
}

static void member_vetoes(attain_i_writer *writer,
                          const attain_i_columns *columns, size_t row) {
    attain_i_fired vetoes;
    const char *id;
    const char *before = "[";

    write_name(writer, "veto");
    attain_i_fired_in(columns, row, &vetoes);
    while ((id = attain_i_fired_next(&vetoes)) != NULL) {
        attain_i_write_text(writer, before);
        attain_i_write_string(writer, id);
        before = ",";
    }
    attain_i_write_text(writer, *before == '[' ? "[]" : "]");
}

static void write_row(attain_i_writer *writer, const attain_i_columns *columns,
                      size_t row) {
    attain_evaluation_unit unit;

    attain_evaluation_unit_init(&unit);
    attain_evaluation_get_unit(columns->ev, columns->units[row], &unit, NULL);
    attain_i_write_text(writer, "\n{\"unit\":");
    attain_i_write_string(writer, unit.id);
    member_text(writer, "unit_name", unit.name);
    member_period(writer, "period", columns->period);
    member_flag(writer, "whole", columns->wholes[row]);
    for (int32_t m = 0; m <= ATTAIN_MEASURE_MEAN_CHANGE; m++) {
        const char *name = attain_word(ATTAIN_VOCABULARY_MEASURE, m);
        const char *word = attain_i_columns_word(columns, m, row);

        if (word != NULL) {
            member_text(writer, name, word);
        } else {
            member_number(writer, name,
                          attain_i_columns_number(columns, m, row));
        }
    }
    member_vetoes(writer, columns, row);
    attain_i_write_text(writer, "}");
}

/* What a target has beyond a goal. */
static void write_target_members(attain_i_writer *writer,
                                 const attain_node *node) {
    member_text(writer, "measured_in", node->unit);
    member_text(writer, "series",
                attain_word(ATTAIN_VOCABULARY_SERIES, node->series));
    member_text(writer, "comparator",
                attain_word(ATTAIN_VOCABULARY_COMPARATOR, node->comparator));
    member_number(writer, "lower", node->lower);
    member_number(writer, "upper", node->upper);
    member_text(writer, "scored_by",
                node->score == ATTAIN_SCORE_DEFAULT
                    ? NULL
                    : attain_word(ATTAIN_VOCABULARY_SCORE, node->score));
    member_text(writer, "judge",
                attain_word(ATTAIN_VOCABULARY_JUDGE, node->judge));
    member_flag(writer, "soft", node->soft);
    member_flag(writer, "can_veto", node->veto);
}

/* A node up to the end of its rows; its object stays open. */
static void write_node(attain_i_writer *writer,
                       const attain_i_columns *columns) {
    const attain_node *node = &columns->node;

    attain_i_write_text(writer, "\n{\"node\":");
    attain_i_write_string(writer, node->id);
    member_text(writer, "kind",
                attain_word(ATTAIN_VOCABULARY_KIND, node->kind));
    member_text(writer, "name", node->name);
    member_text(writer, "owner", node->owner);
    member_text(writer, "source", node->source);
    member_text(writer, "level", node->level);
    member_number(writer, "weight", node->weight);
    member_period(writer, "due", node->due);
    if (node->kind == ATTAIN_KIND_TARGET) {
        write_target_members(writer, node);
    }
    write_name(writer, "rows");
    attain_i_write_text(writer, "[");
    for (size_t row = columns->first;
         row < columns->end && writer->failure == 0; row++) {
        if (row > columns->first) {
            attain_i_write_text(writer, ",");
        }
        write_row(writer, columns, row);
    }
    attain_i_write_text(writer, "]");
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
static void begin_goals(attain_i_writer *writer, nesting *at) {
    if (at->targets) {
        attain_i_write_text(writer, "],\"goals\":[");
        at->targets = 0;
        at->filled = 0;
    }
}

/* Closes goals until only `open` are left. */
static void close_goals(attain_i_writer *writer, nesting *at, int32_t open) {
    while (at->open > open && writer->failure == 0) {
        begin_goals(writer, at);
        attain_i_write_text(writer, "]}");
        at->open--;
        at->filled = 1;
    }
}

static void write_tree_node(attain_i_writer *writer, nesting *at,
                            const attain_i_columns *columns) {
    int goal = columns->node.kind == ATTAIN_KIND_GOAL;

    if (goal) {
        close_goals(writer, at, columns->node.depth);
        begin_goals(writer, at);
    }
    if (at->filled) {
        attain_i_write_text(writer, ",");
    }
    write_node(writer, columns);
    at->filled = 1;
    if (goal) {
        attain_i_write_text(writer, ",\"targets\":[");
        at->open++;
        at->targets = 1;
        at->filled = 0;
    } else {
        attain_i_write_text(writer, "}");
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

static void write_findings(attain_i_writer *writer,
                           const attain_evaluation *ev) {
    size_t count = attain_evaluation_finding_count(ev);

    write_name(writer, "findings");
    attain_i_write_text(writer, "[");
    for (size_t i = 0; i < count && writer->failure == 0; i++) {
        attain_finding finding;

        attain_finding_init(&finding);
        attain_evaluation_get_finding(ev, i, &finding, NULL);
        attain_i_write_text(writer, i > 0 ? ",\n" : "\n");
        attain_i_write_text(writer, "{\"message\":");
        attain_i_write_string(writer, finding.message);
        member_text(writer, "node", node_id(ev, finding.node));
        member_text(writer, "unit", unit_id(ev, finding.unit));
        member_period(writer, "period", finding.period);
        write_name(writer, "count");
        attain_i_write_integer(writer, finding.count);
        member_text(writer, "code", attain_status_name(finding.code));
        attain_i_write_text(writer, "}");
    }
    attain_i_write_text(writer, "]");
}

void attain_i_write_json(attain_i_writer *writer, const attain_evaluation *ev,
                         const attain_write_options *options) {
    size_t nodes = attain_evaluation_node_count(ev);
    nesting at = {0, 0, 0};
    attain_evaluation_info info;

    attain_evaluation_info_init(&info);
    attain_evaluation_get_info(ev, &info, NULL);
    attain_i_write_text(writer, "{\"plan\":");
    attain_i_write_string(writer, info.plan);
    member_text(writer, "name", info.name);
    member_text(writer, "source", info.source);
    member_text(writer, "level", info.level);
    member_period(writer, "as_of", info.as_of);
    member_period(writer, "first_period", info.first_period);
    member_period(writer, "last_period", info.last_period);
    member_text(writer, "method", attain_version());
    write_name(writer, "root");
    for (size_t i = 0; i < nodes && writer->failure == 0; i++) {
        attain_i_columns columns;

        attain_i_columns_of(ev, (int32_t)i, options->unit, info.as_of,
                            &columns);
        write_tree_node(writer, &at, &columns);
    }
    close_goals(writer, &at, 0);
    write_findings(writer, ev);
    attain_i_write_text(writer, "}\n");
}
