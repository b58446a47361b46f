#include "exchange/read.h"

#include <string.h>

enum {
    ADVICE = 1 << 24, /* steps of comparing that a call spends on advice */
    PROBLEMS = 1000,
    FILE_SIZE = 1 << 30,
    FIELD_SIZE = 1 << 20
};

void attain_read_options_init(attain_read_options *options) {
    if (options == NULL)
        return;
    memset(options, 0, sizeof(*options));
    options->struct_size = sizeof(*options);
    options->max_problems = PROBLEMS;
    options->max_file_size = FILE_SIZE;
    options->max_field_size = FIELD_SIZE;
}

void attain_table_init(attain_table *table) {
    if (table == NULL)
        return;
    memset(table, 0, sizeof(*table));
    table->struct_size = sizeof(*table);
}

/* Cuts `name=alias` at the first equals sign; false where there is none. */
static int cut(const char *part, size_t length, size_t *name) {
    const char *equals = memchr(part, '=', length);
    *name = equals == NULL ? 0 : (size_t)(equals - part);
    return *name > 0 && *name + 1 < length;
}

static attain_status check_columns(const char *columns, attain_error *err) {
    const char *rest = columns;
    const char *end = columns == NULL ? NULL : columns + strlen(columns);
    const char *part;
    size_t length;
    while (rest != end && attain_i_list_next(&rest, end, &part, &length)) {
        size_t name;
        if (!cut(part, length, &name)) {
            int shown = length < 80 ? (int)length : 80;
            return attain_i_fail(
                err, ATTAIN_ERR_ARGUMENT, "columns", -1,
                "\"%.*s\" in the option columns is not name=heading: write "
                "for example unit=school_id;period=year",
                shown, part);
        }
    }
    return ATTAIN_OK;
}

static attain_status check_options(const attain_read_options *options,
                                   attain_error *err) {
    if (!attain_i_struct_ok(options->struct_size, sizeof(*options),
                            sizeof(*options))) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct_size %zu of the options is not that "
                             "of a release: call attain_read_options_init()",
                             options->struct_size);
    }
    if (options->max_problems == 0 || options->max_field_size == 0 ||
        options->max_file_size == 0) {
        const char *field = options->max_problems == 0     ? "max_problems"
                            : options->max_field_size == 0 ? "max_field_size"
                                                           : "max_file_size";
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, field, -1,
                             "%s is 0: give at least 1", field);
    }
    return check_columns(options->columns, err);
}

attain_status attain_i_reader_init(attain_i_reader *reader,
                                   const attain_read_options *options,
                                   attain_error *err) {
    memset(reader, 0, sizeof(*reader));
    attain_read_options_init(&reader->options);
    if (options != NULL) {
        attain_status status = check_options(options, err);
        if (status != ATTAIN_OK)
            return status;
        reader->options = *options;
    }
    if (!attain_i_allocator_set(&reader->allocator,
                                reader->options.allocator)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "allocator", -1,
                             "a function of the allocator is NULL: give all "
                             "three");
    }
    reader->advice = ADVICE;
    attain_i_problems_init(&reader->problems, &reader->allocator,
                           reader->options.max_problems);
    return ATTAIN_OK;
}

attain_status attain_i_reader_finish(attain_i_reader *reader,
                                     attain_status status, attain_error *err) {
    if (status == ATTAIN_ERR_MEMORY || reader->problems.no_memory) {
        status = attain_i_fail_memory(err);
    } else if (status == ATTAIN_OK) {
        status =
            attain_i_problems_tell(&reader->problems, reader->options.handler,
                                   reader->options.user, err);
    }
    attain_i_problems_clear(&reader->problems);
    return status;
}

void attain_i_reader_alias(const attain_i_reader *reader, const char **text,
                           size_t *length) {
    const char *columns = reader->options.columns;
    const char *theirs = *text;
    size_t size = *length;
    if (reader->dialect != NULL)
        attain_i_dialect_cut(theirs, &size);
    if (attain_i_alias_find(columns, &theirs, &size)) {
        *text = theirs;
        *length = size;
        return;
    }
    /* What the caller has named himself the dialect does not name again. */
    size_t ignored;
    if (reader->dialect != NULL &&
        attain_i_alias_find(reader->dialect->columns, &theirs, &size) &&
        attain_i_alias_heading(columns, theirs, size, &ignored) == NULL) {
        *text = theirs;
        *length = size;
    }
}

void attain_i_reader_nearest(attain_i_reader *reader, const char *text,
                             size_t length, const void *ids, size_t count,
                             size_t stride, char *out) {
    enum { AT_ONCE = 32 };
    const char *words[AT_ONCE + 2];
    const char *best = NULL;
    size_t used = 0;
    size_t cost = (length + 1) * 64;
    out[0] = '\0';
    if (length > 64 || count > reader->advice / cost)
        return;
    reader->advice -= count * cost;
    for (size_t i = 0; i < count; i++) {
        if (used == 0 && best != NULL)
            words[used++] = best;
        memcpy(&words[used++], (const char *)ids + i * stride,
               sizeof(words[0]));
        if (used >= AT_ONCE || i + 1 == count) {
            words[used] = NULL;
            best = attain_i_nearest(text, length, words);
            used = 0;
        }
    }
    if (best != NULL)
        attain_i_format(out, ATTAIN_I_NEAREST, "; did you mean \"%s\"?", best);
}
