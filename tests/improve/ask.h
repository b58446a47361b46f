/* Asking questions of small plans, and reading the answers by the ids of node
 * and unit. */
#ifndef ATTAIN_TESTS_ASK_H
#define ATTAIN_TESTS_ASK_H

#include "attain/improve.h"
#include "evaluate/judge.h"

typedef attain_status (*ask_question)(const attain_evaluation *,
                                      const attain_plan *,
                                      const attain_dataset *,
                                      const attain_answer_options *,
                                      attain_answer **, attain_error *);

static inline attain_answer *ask(const judge *made, ask_question question,
                                 const attain_answer_options *options) {
    attain_answer *out = NULL;
    attain_error err;
    memset(&err, 0, sizeof err);
    attain_status status =
        question(made->ev, made->plan, made->data, options, &out, &err);
    if (status != ATTAIN_OK)
        fail_msg("%s: %s", attain_status_name(status), err.message);
    return out;
}

/* Options about one node. */
static inline attain_answer_options ask_about(const judge *made,
                                              const char *node) {
    attain_answer_options options;
    attain_answer_options_init(&options);
    options.node = judge_node(made, node);
    return options;
}

/* The row of a kind, node and unit; −1: none. */
static inline int64_t ask_row(const judge *made, const attain_answer *answer,
                              int32_t kind, const char *node,
                              const char *unit) {
    double at = judge_node(made, node);
    double of = judge_unit(made, unit);
    for (size_t r = 0; r < attain_answer_row_count(answer); r++) {
        int64_t row = (int64_t)r;
        if (attain_answer_value(answer, ATTAIN_ANSWER_FIELD_KIND, row) ==
                kind &&
            attain_answer_value(answer, ATTAIN_ANSWER_FIELD_NODE, row) == at &&
            attain_answer_value(answer, ATTAIN_ANSWER_FIELD_UNIT, row) == of)
            return row;
    }
    return -1;
}

static inline void ask_cell(const attain_answer *answer, int64_t row,
                            const char *cell, size_t length, const char *file,
                            int line) {
    size_t name = strcspn(cell, "=");
    int32_t field =
        attain_word_find(ATTAIN_VOCABULARY_ANSWER_FIELD, cell, name);
    const char *text = cell + name + 1;
    size_t bytes = length - name - 1;
    double want = NAN;
    assert_true(name < length && field >= 0);
    double value = attain_answer_value(answer, field, row);
    int none = bytes == 1 && *text == '-';
    if (!none && attain_number_parse(text, bytes, &want, NULL) != ATTAIN_OK)
        fail_msg("no number: %.*s", (int)bytes, text);
    if (isnan(value) ? none
                     : !none && fabs(value - want) <=
                                    1e-12 * (want == 0 ? 1 : fabs(want)))
        return;
    print_error("%.*s is %.17g, not %.*s\n", (int)name, cell, value, (int)bytes,
                text);
    _fail(file, line);
}

/* Cells of a row as "gap=4 whole=41 amount=-". */
static inline void ask_cells(const judge *made, const attain_answer *answer,
                             int32_t kind, const char *node, const char *unit,
                             const char *cells, const char *file, int line) {
    int64_t row = ask_row(made, answer, kind, node, unit);
    if (row < 0) {
        print_error("no row of %s at %s\n", node, unit);
        _fail(file, line);
    }
    while (*cells != '\0') {
        size_t length = strcspn(cells, " ");
        ask_cell(answer, row, cells, length, file, line);
        cells += length;
        cells += strspn(cells, " ");
    }
}

#define assert_item(made, answer, node, unit, cells)                           \
    ask_cells(made, answer, ATTAIN_ANSWER_ITEM, node, unit, cells, __FILE__,   \
              __LINE__)
#define assert_total(made, answer, node, unit, cells)                          \
    ask_cells(made, answer, ATTAIN_ANSWER_TOTAL, node, unit, cells, __FILE__,  \
              __LINE__)
#define assert_place(made, answer, node, unit, cells)                          \
    ask_cells(made, answer, ATTAIN_ANSWER_PLACE, node, unit, cells, __FILE__,  \
              __LINE__)
#define assert_member(made, answer, node, unit, cells)                         \
    ask_cells(made, answer, ATTAIN_ANSWER_MEMBER, node, unit, cells, __FILE__, \
              __LINE__)
#define assert_pair(made, answer, node, unit, cells)                           \
    ask_cells(made, answer, ATTAIN_ANSWER_PAIR, node, unit, cells, __FILE__,   \
              __LINE__)

/* Fails each allocation of a question in turn. */
static inline void ask_without_memory(const judge *made, ask_question question,
                                      attain_answer_options options,
                                      size_t least) {
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    support_memory_init(&memory);
    options.allocator = &memory.allocator;
    while (status != ATTAIN_OK) {
        attain_answer *answer = NULL;
        attain_error err;
        support_memory_fail(&memory, ++k, 0);
        status =
            question(made->ev, made->plan, made->data, &options, &answer, &err);
        if (status != ATTAIN_OK) {
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
            assert_null(answer);
        }
        attain_answer_destroy(answer);
        assert_no_leak(&memory);
    }
    assert_true(k > least);
}

#endif
