#include "exchange/write.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

void attain_write_options_init(attain_write_options *options) {
    if (options != NULL) {
        options->struct_size = sizeof *options;
        options->format = ATTAIN_FORMAT_CSV;
        options->defuse = 0;
        options->byte_order_mark = 0;
        options->unit = -1;
        options->provenance = NULL;
    }
}

static attain_status check_flag(const char *field, int32_t value,
                                attain_error *err) {
    if (value == 0 || value == 1)
        return ATTAIN_OK;
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, field, -1,
                         "%s is 0 or 1, not %ld", field, (long)value);
}

/* Each line of it is a text of the tables. */
static attain_status check_provenance(const char *text, attain_error *err) {
    const char *fault = NULL;
    size_t length;

    for (; text != NULL && *text != '\0' && fault == NULL;
         text += length + (text[length] == '\n')) {
        length = strcspn(text, "\n");
        fault = attain_i_text_fault(text, length);
    }
    return fault == NULL ? ATTAIN_OK
                         : attain_i_fail(err, ATTAIN_ERR_TEXT, "provenance", -1,
                                         "in the provenance: %s", fault);
}

static attain_status check_options(const attain_write_options *options,
                                   size_t units, attain_error *err) {
    attain_status status;

    if (attain_word(ATTAIN_VOCABULARY_FORMAT, options->format) == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "format", -1,
                             "format is none of enum attain_format: %ld",
                             (long)options->format);
    }
    status = check_flag("defuse", options->defuse, err);
    if (status == ATTAIN_OK)
        status = check_flag("byte_order_mark", options->byte_order_mark, err);
    if (status != ATTAIN_OK)
        return status;
    if (options->unit < -1 ||
        (options->unit >= 0 && (size_t)options->unit >= units)) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "unit", -1,
                             "unit is -1 or a row of the %zu units, not %ld",
                             units, (long)options->unit);
    }
    return check_provenance(options->provenance, err);
}

attain_status attain_i_write_options_take(const attain_write_options *options,
                                          size_t units,
                                          attain_write_options *out,
                                          attain_error *err) {
    attain_write_options_init(out);
    if (options == NULL)
        return ATTAIN_OK;
    if (!attain_i_struct_ok(options->struct_size, sizeof *options,
                            sizeof *options)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "options", -1,
                             "options has an unknown struct_size; set it up "
                             "with attain_write_options_init()");
    }
    *out = *options;
    return check_options(out, units, err);
}

/* --- To a sink, or into a buffer ----------------------------------------- */

/* Writes everything; returns what the sink returned. */
static int32_t write_all(const attain_i_writing *what, attain_sink sink,
                         void *user) {
    attain_i_outlet outlet;

    attain_i_outlet_init(&outlet, sink, user);
    if (what->options.byte_order_mark && !what->unmarked)
        attain_i_put_text(&outlet, "\xEF\xBB\xBF");
    what->write(&outlet, what->from, &what->options);
    attain_i_outlet_flush(&outlet);
    return outlet.failure;
}

attain_status attain_i_write_to_sink(const attain_i_writing *what,
                                     attain_sink sink, void *user,
                                     attain_error *err) {
    int32_t failure;

    if (sink == NULL)
        return attain_i_fail_null(err, "sink");
    failure = write_all(what, sink, user);
    if (failure != 0) {
        return attain_i_fail(err, ATTAIN_ERR_CALLBACK, "sink", -1,
                             "the sink returned %ld; what it took is "
                             "incomplete",
                             (long)failure);
    }
    return ATTAIN_OK;
}

/* A sink that counts, and copies where it has room. */
typedef struct buffer {
    char *out; /* NULL: count alone */
    size_t count;
} buffer;

static int32_t take_bytes(const char *bytes, size_t length, void *user) {
    buffer *into = user;

    if (into->out != NULL)
        memcpy(into->out + into->count, bytes, length);
    into->count += length;
    return 0;
}

attain_status attain_i_write_to_buffer(const attain_i_writing *what, char *out,
                                       size_t capacity, size_t *count,
                                       attain_error *err) {
    buffer counted = {NULL, 0};
    buffer filled = {out, 0};

    if (count == NULL)
        return attain_i_fail_null(err, "count");
    /* counted first, so that a buffer that is too small is left alone */
    write_all(what, take_bytes, &counted);
    *count = counted.count;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= counted.count) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the text needs %zu bytes and a NUL, capacity "
                             "is %zu",
                             counted.count, capacity);
    }
    write_all(what, take_bytes, &filled);
    out[filled.count] = '\0';
    return ATTAIN_OK;
}

/* --- Results ------------------------------------------------------------- */

static attain_status take_results(const attain_evaluation *ev,
                                  const attain_write_options *options,
                                  attain_i_writing *out, attain_error *err) {
    /* by enum attain_format */
    static const attain_i_write_function forms[] = {
        attain_i_write_csv, attain_i_write_json, attain_i_write_sdmx};
    attain_evaluation_info info;
    attain_status status;

    if (ev == NULL)
        return attain_i_fail_null(err, "ev");
    attain_evaluation_info_init(&info);
    attain_evaluation_get_info(ev, &info, NULL);
    status = attain_i_write_options_take(options, info.unit_count,
                                         &out->options, err);
    if (status == ATTAIN_OK) {
        out->from = ev;
        out->write = forms[out->options.format];
        out->unmarked = out->options.format == ATTAIN_FORMAT_JSON;
    }
    return status;
}

attain_status attain_write_results(const attain_evaluation *ev,
                                   const attain_write_options *options,
                                   attain_sink sink, void *user,
                                   attain_error *err) {
    attain_i_writing what;
    attain_status status = take_results(ev, options, &what, err);

    return status != ATTAIN_OK ? status
                               : attain_i_write_to_sink(&what, sink, user, err);
}

attain_status attain_write_results_buffer(const attain_evaluation *ev,
                                          const attain_write_options *options,
                                          char *out, size_t capacity,
                                          size_t *count, attain_error *err) {
    attain_i_writing what;
    attain_status status = take_results(ev, options, &what, err);

    return status != ATTAIN_OK
               ? status
               : attain_i_write_to_buffer(&what, out, capacity, count, err);
}
