/* Sets of checks: rows that say what to look for. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "quality/model.h"

void attain_check_init(attain_check *check) {
    if (check != NULL) {
        memset(check, 0, sizeof *check);
        check->struct_size = sizeof *check;
        check->low = check->high = (double)NAN;
        check->limit = check->tolerance = check->least = (double)NAN;
        check->severity = ATTAIN_QUALITY_WARNING;
    }
}

static int given(const char *text) {
    return text != NULL && text[0] != '\0';
}

/* --- What a row may say --------------------------------------------------- */

/* A row being checked. */
typedef struct row {
    const attain_check *check;
    int64_t at;
    attain_i_reporter *reporter;
} row;

static const char *shown_id(const row *of) {
    return given(of->check->id) ? of->check->id : "";
}

static void check_id(const row *of, const char *field, const char *text) {
    const char *fault =
        given(text) ? attain_i_id_fault(text, strlen(text)) : NULL;
    if (fault != NULL) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_TEXT, "checks", of->at,
                              field, "%s of check \"%s\": %s", field,
                              shown_id(of), fault);
    }
}

static void check_number(const row *of, const char *field, double number,
                         int negative) {
    if (!isnan(number) &&
        (fabs(number) > DBL_MAX || (!negative && number < 0))) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_VALUE, "checks", of->at,
                              field, "%s of check \"%s\" is %s: give %s", field,
                              shown_id(of),
                              fabs(number) > DBL_MAX ? "infinite" : "negative",
                              negative ? "a finite number" : "0 or more");
    }
}

/* A field that the kind does not read, or needs. */
static void check_field(const row *of, const char *field, int is_given, int may,
                        int must) {
    const char *kind = attain_i_words_check_kind[of->check->kind].word;
    if (is_given && !may) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_VALUE, "checks", of->at,
                              field,
                              "check \"%s\" of kind %s does not read %s: leave "
                              "it empty",
                              shown_id(of), kind, field);
    } else if (!is_given && must) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_MISSING, "checks",
                              of->at, field, "check \"%s\" of kind %s needs %s",
                              shown_id(of), kind, field);
    }
}

static void check_parts(const row *of) {
    const char *rest = of->check->parts, *part;
    size_t length, count = 0;
    if (!given(rest))
        return;
    const char *end = rest + strlen(rest);
    while (attain_i_list_next(&rest, end, &part, &length)) {
        if (++count > ATTAIN_I_MOST_PARTS) {
            attain_i_report_error(of->reporter, ATTAIN_ERR_LIMIT, "checks",
                                  of->at, "parts",
                                  "check \"%s\" has more than %d parts",
                                  shown_id(of), (int)ATTAIN_I_MOST_PARTS);
            return;
        }
        int sign = length > 0 && part[0] == '-';
        const char *fault =
            attain_i_id_fault(part + sign, length - (size_t)sign);
        if (fault != NULL) {
            attain_i_report_error(of->reporter, ATTAIN_ERR_TEXT, "checks",
                                  of->at, "parts", "parts of check \"%s\": %s",
                                  shown_id(of), fault);
        }
    }
}

static void check_subject(const row *of) {
    const attain_check *c = of->check;
    int32_t flags = attain_i_kinds[c->kind].flags;
    int variable = given(c->variable);
    int bounds = !isnan(c->low) || !isnan(c->high);
    check_field(of, "variable", variable, flags & ATTAIN_I_KIND_VARIABLE,
                flags & ATTAIN_I_KIND_NEEDS_VARIABLE);
    check_field(of, "metric", given(c->metric), flags & ATTAIN_I_KIND_METRIC,
                0);
    check_field(of, "parts", given(c->parts),
                flags & ATTAIN_I_KIND_NEEDS_PARTS ||
                    (variable && flags & ATTAIN_I_KIND_PARTS),
                flags & ATTAIN_I_KIND_NEEDS_PARTS ||
                    (variable && flags & ATTAIN_I_KIND_VARIABLE_PARTS));
    check_field(of, "low", bounds, flags & ATTAIN_I_KIND_BOUNDS,
                flags & ATTAIN_I_KIND_NEEDS_BOUNDS);
    check_field(of, "level", given(c->level), 1,
                flags & ATTAIN_I_KIND_NEEDS_LEVEL ||
                    (variable && flags & ATTAIN_I_KIND_VARIABLE_LEVEL));
    if (variable && given(c->metric)) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_VALUE, "checks", of->at,
                              "metric",
                              "check \"%s\" has a variable and a metric: give "
                              "one of the two",
                              shown_id(of));
    }
    if (c->low > c->high) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_VALUE, "checks", of->at,
                              "low", "low of check \"%s\" is above its high",
                              shown_id(of));
    }
}

/* The row that the id has, if it cannot be given again; −1. */
static int32_t clash(const attain_checks *checks, const char *id) {
    int32_t at = attain_i_map_find(&checks->ids, id, strlen(id));
    return at >= 0 && (size_t)at < checks->defaults && !checks->replaced[at]
               ? -1
               : at;
}

static void check_place(const row *of, const attain_checks *checks) {
    const attain_check *c = of->check;
    int32_t at = attain_i_map_find(&checks->ids, c->id, strlen(c->id));
    if (clash(checks, c->id) >= 0) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_DUPLICATE, "checks",
                              of->at, "id",
                              "the check \"%s\" is there already: give every "
                              "row an id of its own",
                              c->id);
    } else if (at >= 0 && checks->rows[at].kind != c->kind) {
        attain_i_report_error(of->reporter, ATTAIN_ERR_VALUE, "checks", of->at,
                              "kind",
                              "the id \"%s\" is that of the default check of "
                              "kind %s: give another id, or this kind",
                              c->id, c->id);
    }
}

static int is_word(const attain_i_word *words, int32_t value) {
    while (words->word != NULL && words->value != value)
        words++;
    return words->word != NULL;
}

void attain_i_check_check(const attain_checks *checks,
                          const attain_check *check, int64_t at,
                          attain_i_reporter *reporter) {
    const row of = {check, at, reporter};
    size_t before = reporter->errors;
    if (!given(check->id)) {
        attain_i_report_error(reporter, ATTAIN_ERR_MISSING, "checks", at, "id",
                              "the check has no id: give one");
    }
    check_id(&of, "id", check->id);
    check_id(&of, "variable", check->variable);
    check_id(&of, "metric", check->metric);
    check_id(&of, "level", check->level);
    check_id(&of, "stage", check->stage);
    check_parts(&of);
    if (given(check->advice) &&
        attain_i_text_fault(check->advice, strlen(check->advice)) != NULL) {
        attain_i_report_error(
            reporter, ATTAIN_ERR_TEXT, "checks", at, "advice", "advice: %s",
            attain_i_text_fault(check->advice, strlen(check->advice)));
    }
    check_number(&of, "low", check->low, 1);
    check_number(&of, "high", check->high, 1);
    check_number(&of, "limit", check->limit, 0);
    check_number(&of, "tolerance", check->tolerance, 0);
    check_number(&of, "least", check->least, 0);
    if (!is_word(attain_i_words_check_kind, check->kind) ||
        !is_word(attain_i_words_quality_severity, check->severity)) {
        attain_i_report_error(reporter, ATTAIN_ERR_ARGUMENT, "checks", at,
                              "kind",
                              "check \"%s\" has a kind or severity that is "
                              "none",
                              shown_id(&of));
        return;
    }
    check_subject(&of);
    if (reporter->errors == before)
        check_place(&of, checks);
}

/* --- The set ---------------------------------------------------------------
 */

static attain_status add_defaults(attain_checks *checks, attain_error *err) {
    for (int32_t kind = 0; kind < ATTAIN_I_KINDS; kind++) {
        attain_check check;
        attain_check_init(&check);
        check.id = attain_i_words_check_kind[kind].word;
        check.kind = kind;
        check.severity = attain_i_kinds[kind].severity;
        attain_status status =
            check.severity == ATTAIN_QUALITY_OFF
                ? ATTAIN_OK
                : attain_checks_add(checks, &check, NULL, err);
        if (status != ATTAIN_OK)
            return status;
    }
    checks->defaults = checks->count;
    return ATTAIN_OK;
}

attain_status attain_checks_create(const attain_allocator *allocator,
                                   attain_checks **out, attain_error *err) {
    attain_allocator memory;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (!attain_i_allocator_set(&memory, allocator)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL");
    }
    attain_checks *checks = attain_i_allocate_zero(&memory, 1, sizeof *checks);
    if (checks == NULL)
        return attain_i_fail_memory(err);
    checks->allocator = memory;
    attain_i_arena_init(&checks->arena, &checks->allocator);
    attain_i_map_init(&checks->ids, &checks->allocator);
    attain_status status = add_defaults(checks, err);
    if (status == ATTAIN_OK)
        *out = checks;
    else
        attain_checks_destroy(checks);
    return status;
}

void attain_checks_destroy(attain_checks *checks) {
    if (checks == NULL)
        return;
    attain_allocator memory = checks->allocator;
    attain_i_release(&memory, checks->rows, checks->capacity,
                     sizeof *checks->rows);
    attain_i_map_clear(&checks->ids);
    attain_i_arena_clear(&checks->arena);
    attain_i_release(&memory, checks, 1, sizeof *checks);
}

/* Copies the texts of a row; false without memory. */
static int keep_texts(attain_checks *checks, attain_check *check) {
    const char **texts[] = {&check->id,    &check->variable, &check->metric,
                            &check->parts, &check->level,    &check->stage,
                            &check->advice};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = *texts[i];
        *texts[i] = given(text) ? attain_i_arena_text(&checks->arena, text,
                                                      strlen(text))
                                : NULL;
        if (given(text) && *texts[i] == NULL)
            return 0;
    }
    return 1;
}

static attain_status place(attain_checks *checks, const attain_check *check,
                           int32_t *out_row, attain_error *err) {
    attain_check made = *check;
    int32_t at = attain_i_map_find(&checks->ids, made.id, strlen(made.id));
    if (at < 0 && checks->count >= INT32_MAX) {
        return attain_i_fail(err, ATTAIN_ERR_LIMIT, "checks", -1,
                             "there are too many checks");
    }
    void *rows = checks->rows;
    int room = attain_i_grow(&checks->allocator, &rows, &checks->capacity,
                             checks->count + 1, sizeof *checks->rows) &&
               attain_i_map_reserve(&checks->ids, checks->count + 1);
    checks->rows = rows;
    if (!room || !keep_texts(checks, &made))
        return attain_i_fail_memory(err);
    if (at < 0) {
        at = (int32_t)checks->count++;
        attain_i_map_add(&checks->ids, made.id, strlen(made.id), at);
    } else {
        checks->replaced[at] = 1;
    }
    checks->rows[at] = made;
    if (out_row != NULL)
        *out_row = at;
    return ATTAIN_OK;
}

attain_status attain_checks_add(attain_checks *checks,
                                const attain_check *check, int32_t *out_row,
                                attain_error *err) {
    attain_i_reporter reporter;
    if (checks == NULL || check == NULL)
        return attain_i_fail_null(err, checks == NULL ? "checks" : "check");
    if (!attain_i_struct_ok(check->struct_size, sizeof *check, sizeof *check)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct_size %zu of the check is not that of "
                             "a release: call attain_check_init()",
                             check->struct_size);
    }
    attain_i_first_error(&reporter, err);
    attain_i_check_check(checks, check, (int64_t)checks->count, &reporter);
    return reporter.errors > 0 ? attain_i_first_error_status(&reporter)
                               : place(checks, check, out_row, err);
}

size_t attain_checks_count(const attain_checks *checks) {
    return checks == NULL ? 0 : checks->count;
}

attain_status attain_checks_get(const attain_checks *checks, int32_t row,
                                attain_check *out, attain_error *err) {
    if (checks == NULL || out == NULL)
        return attain_i_fail_null(err, checks == NULL ? "checks" : "out");
    if (row < 0 || (size_t)row >= checks->count) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "row", row,
                             "there is no check %ld; there are %zu", (long)row,
                             checks->count);
    }
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct_size %zu is not that of a release: "
                             "call attain_check_init()",
                             out->struct_size);
    }
    *out = checks->rows[row];
    return ATTAIN_OK;
}
