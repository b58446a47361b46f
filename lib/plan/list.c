#include "plan/list.h"

#include <string.h>

#include "base/decimal.h"
#include "plan/row.h"

/* A part of a sum where it stands in the list. */
typedef struct part {
    const char *name, *group; /* group NULL: none */
    size_t name_length, group_length;
    int32_t sign;
    int32_t is_metric;
} part;

/* Takes a part apart: `name`, `name[group]` or `@metric`, with a `-` before it
 * or not. Returns what is wrong with it, or NULL. */
static const char *read_part(const char *text, size_t length, part *out) {
    const char *end = text + length;
    const char *bracket;
    const char *fault;
    out->sign = 1;
    if (text < end && *text == '-') {
        out->sign = -1;
        for (text++; text < end && *text == ' ';)
            text++;
    }
    out->is_metric = text < end && *text == '@';
    out->name = text + (out->is_metric ? 1 : 0);
    out->group = NULL;
    out->group_length = 0;
    bracket = memchr(out->name, '[', (size_t)(end - out->name));
    out->name_length = (size_t)((bracket != NULL ? bracket : end) - out->name);
    fault = attain_i_id_fault(out->name, out->name_length);
    if (fault != NULL || bracket == NULL)
        return fault;
    if (out->is_metric)
        return "a metric has no evaluator groups: take [ ] away, or @";
    if (end[-1] != ']') {
        return "an evaluator group stands between [ and ] at the end: "
               "variable[group]";
    }
    out->group = bracket + 1;
    out->group_length = (size_t)(end - 1 - out->group);
    return attain_i_id_fault(out->group, out->group_length);
}

static const char *word_fault(const char *text, size_t length, part *out) {
    (void)out;
    return attain_i_id_fault(text, length);
}

/* A condition where it stands in the list. */
typedef struct condition {
    const char *tag, *variable, *number; /* tag NULL: none */
    size_t tag_length, variable_length, number_length;
    double value;
    int32_t comparator;
} condition;

/* Takes a blank-free run out of what may have blanks around. */
static void trim(const char **text, size_t *length) {
    while (*length > 0 && **text == ' ') {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && (*text)[*length - 1] == ' ')
        (*length)--;
}

/* Where the sign is, and which; NULL when there is none. */
static const char *find_sign(const char *text, size_t length,
                             int32_t *comparator, size_t *sign_length) {
    for (size_t i = 0; i < length; i++) {
        int equal = i + 1 < length && text[i + 1] == '=';
        if (text[i] != '<' && text[i] != '>')
            continue;
        *sign_length = equal ? 2 : 1;
        *comparator =
            text[i] == '>'
                ? (equal ? ATTAIN_COMPARATOR_AT_LEAST : ATTAIN_COMPARATOR_ABOVE)
                : (equal ? ATTAIN_COMPARATOR_AT_MOST : ATTAIN_COMPARATOR_BELOW);
        return text + i;
    }
    return NULL;
}

/* Takes a condition apart: `variable>=number`, with `tag:` before it or not.
 * Returns what is wrong with it, or NULL. */
static const char *read_condition(const char *text, size_t length,
                                  condition *out) {
    const char *fault;
    const char *colon;
    size_t sign_length = 0;
    const char *sign = find_sign(text, length, &out->comparator, &sign_length);
    if (sign == NULL)
        return "a condition is written variable>=number, with >=, >, <= or <";
    colon = memchr(text, ':', (size_t)(sign - text));
    out->tag = colon == NULL ? NULL : text;
    out->tag_length = colon == NULL ? 0 : (size_t)(colon - text);
    out->variable = colon == NULL ? text : colon + 1;
    out->variable_length = (size_t)(sign - out->variable);
    out->number = sign + sign_length;
    out->number_length = (size_t)(text + length - out->number);
    trim(&out->variable, &out->variable_length);
    trim(&out->number, &out->number_length);
    if (out->tag != NULL) {
        trim(&out->tag, &out->tag_length);
        fault = attain_i_id_fault(out->tag, out->tag_length);
        if (fault != NULL)
            return fault;
    }
    fault = attain_i_id_fault(out->variable, out->variable_length);
    if (fault != NULL)
        return fault;
    if (attain_number_parse(out->number, out->number_length, &out->value,
                            NULL) != ATTAIN_OK)
        return "what a variable is compared with is a number";
    return NULL;
}

static const char *condition_fault(const char *text, size_t length,
                                   part *unused) {
    condition out;
    (void)unused;
    return read_condition(text, length, &out);
}

static void check_list(const attain_metric *metric, const char *field,
                       const char *list,
                       const char *(*fault_of)(const char *, size_t, part *),
                       int64_t row, attain_i_reporter *reporter) {
    const char *id = metric->id != NULL ? metric->id : "";
    const char *rest = list, *end, *text;
    size_t length;
    if (!attain_i_given(list) || attain_i_text_fault(list, strlen(list)))
        return; /* nothing to check, or reported already */
    end = list + strlen(list);
    while (attain_i_list_next(&rest, end, &text, &length)) {
        part out;
        const char *fault = length == 0
                                ? "a part of the list is empty: remove a ;"
                                : fault_of(text, length, &out);
        if (fault != NULL) {
            attain_i_report_error(reporter, ATTAIN_ERR_TEXT, "metrics", row,
                                  field, "%s of \"%s\": %s; it is \"%.*s\"",
                                  field, id, fault,
                                  length < 400 ? (int)length : 400, text);
        }
    }
}

void attain_i_check_lists(const attain_metric *metric, int64_t row,
                          attain_i_reporter *reporter) {
    check_list(metric, "numerator", metric->numerator, read_part, row,
               reporter);
    check_list(metric, "denominator", metric->denominator, read_part, row,
               reporter);
    check_list(metric, "stage", metric->stage, word_fault, row, reporter);
    check_list(metric, "tags", metric->tags, word_fault, row, reporter);
    check_list(metric, "without", metric->without, word_fault, row, reporter);
    check_list(metric, "where", metric->where, condition_fault, row, reporter);
}

static size_t count_parts(const char *list, const char **end) {
    size_t count = 1;
    *end = list;
    if (!attain_i_given(list))
        return 0;
    for (; **end != '\0'; (*end)++)
        count += **end == ';';
    return count;
}

/* Room for `count` things of `size`; NULL with *failed when there is none. */
static void *room(attain_i_arena *arena, size_t count, size_t size,
                  int *failed) {
    void *bytes;
    if (count == 0)
        return NULL;
    /* A text of n bytes has at most n + 1 parts, but they are larger. */
    bytes = count <= SIZE_MAX / size ? attain_i_arena_bytes(arena, count * size)
                                     : NULL;
    if (bytes == NULL)
        *failed = 1;
    return bytes;
}

static const attain_i_part *keep_sum(attain_i_arena *arena, const char *list,
                                     size_t *count, int *failed) {
    const char *rest = list, *end, *text;
    size_t length;
    attain_i_part *parts;
    *count = count_parts(list, &end);
    parts = room(arena, *count, sizeof(*parts), failed);
    for (size_t i = 0; parts != NULL && i < *count; i++) {
        part out;
        attain_i_list_next(&rest, end, &text, &length);
        read_part(text, length, &out);
        parts[i].name = attain_i_arena_text(arena, out.name, out.name_length);
        parts[i].group = NULL;
        parts[i].sign = out.sign;
        parts[i].is_metric = out.is_metric;
        if (out.group != NULL) {
            parts[i].group =
                attain_i_arena_text(arena, out.group, out.group_length);
        }
        if (parts[i].name == NULL ||
            (out.group != NULL && parts[i].group == NULL)) {
            *failed = 1;
            return parts;
        }
    }
    return parts;
}

static const char *const *keep_words(attain_i_arena *arena, const char *list,
                                     size_t *count, int *failed) {
    const char *rest = list, *end, *text;
    size_t length;
    const char **words;
    *count = count_parts(list, &end);
    words = room(arena, *count, sizeof(*words), failed);
    for (size_t i = 0; words != NULL && i < *count; i++) {
        attain_i_list_next(&rest, end, &text, &length);
        words[i] = attain_i_arena_text(arena, text, length);
        if (words[i] == NULL) {
            *failed = 1;
            return words;
        }
    }
    return words;
}

static const attain_i_condition *keep_conditions(attain_i_arena *arena,
                                                 const char *list,
                                                 size_t *count, int *failed) {
    const char *rest = list, *end, *text;
    size_t length;
    attain_i_condition *conditions;
    *count = count_parts(list, &end);
    conditions = room(arena, *count, sizeof(*conditions), failed);
    for (size_t i = 0; conditions != NULL && i < *count; i++) {
        condition out;
        attain_i_list_next(&rest, end, &text, &length);
        read_condition(text, length, &out);
        conditions[i].value = out.value;
        conditions[i].comparator = out.comparator;
        conditions[i].reserved = 0;
        conditions[i].tag = NULL;
        conditions[i].variable =
            attain_i_arena_text(arena, out.variable, out.variable_length);
        if (out.tag != NULL) {
            conditions[i].tag =
                attain_i_arena_text(arena, out.tag, out.tag_length);
        }
        if (conditions[i].variable == NULL ||
            (out.tag != NULL && conditions[i].tag == NULL)) {
            *failed = 1;
            return conditions;
        }
    }
    return conditions;
}

int attain_i_keep_lists(attain_i_arena *arena, const attain_metric *metric,
                        attain_i_metric_lists *out) {
    int failed = 0;
    out->numerator =
        keep_sum(arena, metric->numerator, &out->numerator_count, &failed);
    out->denominator =
        keep_sum(arena, metric->denominator, &out->denominator_count, &failed);
    out->stages = keep_words(arena, metric->stage, &out->stage_count, &failed);
    out->tags = keep_words(arena, metric->tags, &out->tag_count, &failed);
    out->without =
        keep_words(arena, metric->without, &out->without_count, &failed);
    out->conditions =
        keep_conditions(arena, metric->where, &out->condition_count, &failed);
    return !failed;
}

int attain_i_condition_holds(const attain_i_condition *condition,
                             double value) {
    int order = attain_i_compare12(value, condition->value, 0);
    switch (condition->comparator) {
    case ATTAIN_COMPARATOR_AT_LEAST:
        return order >= 0;
    case ATTAIN_COMPARATOR_AT_MOST:
        return order <= 0;
    case ATTAIN_COMPARATOR_ABOVE:
        return order > 0;
    default:
        return order < 0;
    }
}
