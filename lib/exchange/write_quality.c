/* Findings about the data as CSV, JSON and lines. */
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "exchange/write.h"
#include "quality/model.h"

/* What is written, and in what language. `message` is room for the longest
 * one. */
typedef struct findings {
    const attain_quality *quality;
    char *message;
    size_t room;
    int32_t language;
} findings;

/* On the way to the outlet. */
typedef struct writing {
    attain_i_outlet *outlet;
    const attain_quality *quality;
    const attain_write_options *options;
    const findings *all;
    const char *before; /* what comes before the next cell or member */
} writing;

/* --- Cells and members ------------------------------------------------------
 */

static int is_json(const writing *to) {
    return to->options->format == ATTAIN_FORMAT_JSON;
}

/* The comma before, and the member's name in JSON. */
static void begin(writing *to, const char *name) {
    attain_i_put_text(to->outlet, to->before);
    to->before = ",";
    if (is_json(to)) {
        attain_i_put_text(to->outlet, "\"");
        attain_i_put_text(to->outlet, name);
        attain_i_put_text(to->outlet, "\":");
    }
}

static void put_text(writing *to, const char *name, const char *text) {
    begin(to, name);
    if (is_json(to))
        attain_i_put_string(to->outlet, *text == '\0' ? NULL : text);
    else
        attain_i_put_cell(to->outlet, text, to->options->defuse);
}

static void put_none(writing *to) {
    attain_i_put_text(to->outlet, is_json(to) ? "null" : "");
}

static void put_number(writing *to, const char *name, double number) {
    begin(to, name);
    if (number == number)
        attain_i_put_number(to->outlet, number);
    else
        put_none(to);
}

/* A number that counts from 1; 0: none. */
static void put_count(writing *to, const char *name, int64_t number) {
    begin(to, name);
    if (number > 0)
        attain_i_put_integer(to->outlet, (uint64_t)number);
    else
        put_none(to);
}

static void put_period(writing *to, int32_t period) {
    const char *quote = is_json(to) ? "\"" : "";
    begin(to, "period");
    if (attain_period_frequency(period) == ATTAIN_FREQUENCY_NONE) {
        put_none(to);
        return;
    }
    attain_i_put_text(to->outlet, quote);
    attain_i_put_period(to->outlet, period);
    attain_i_put_text(to->outlet, quote);
}

/* --- Findings
 * ----------------------------------------------------------------- */

static void put_finding(writing *to, size_t index) {
    attain_quality_finding finding;
    size_t length;
    attain_quality_finding_init(&finding);
    attain_quality_get(to->quality, index, &finding, NULL);
    attain_quality_message(to->quality, index, to->all->language,
                           to->all->message, to->all->room, &length, NULL);
    to->before = "";
    put_text(to, "severity",
             attain_word(ATTAIN_VOCABULARY_QUALITY_SEVERITY, finding.severity));
    put_text(to, "check", finding.check);
    put_text(to, "kind",
             attain_word(ATTAIN_VOCABULARY_CHECK_KIND, finding.kind));
    put_text(to, "file", finding.file);
    put_count(to, "line", finding.line);
    put_count(to, "column", finding.column);
    put_text(to, "unit", finding.unit);
    put_text(to, "unit_name", finding.unit_name);
    put_period(to, finding.period);
    put_text(to, "variable", finding.variable);
    put_text(to, "group", finding.group);
    put_text(to, "metric", finding.metric);
    put_text(to, "other", finding.other);
    put_number(to, "value", finding.value);
    put_number(to, "reference", finding.reference);
    put_number(to, "score", finding.score);
    put_count(to, "count", finding.count);
    put_text(to, "message", to->all->message);
    put_text(to, "advice",
             attain_quality_advice(to->quality, index, to->all->language));
}

static int is_wanted(const writing *to, size_t index) {
    return to->options->unit < 0 ||
           to->quality->rows[index].unit == to->options->unit;
}

static void write_csv(attain_i_outlet *outlet, const void *from,
                      const attain_write_options *options) {
    const findings *all = from;
    writing to = {outlet, all->quality, options, all, ""};
    attain_i_write_provenance(outlet, options->provenance);
    attain_i_put_text(outlet,
                      "severity,check,kind,file,line,column,unit,unit_name,"
                      "period,variable,group,metric,other,value,reference,"
                      "score,count,message,advice\n");
    for (size_t i = 0; i < to.quality->count && outlet->failure == 0; i++) {
        if (is_wanted(&to, i)) {
            put_finding(&to, i);
            attain_i_put_text(outlet, "\n");
        }
    }
}

static void write_json(attain_i_outlet *outlet, const void *from,
                       const attain_write_options *options) {
    const findings *all = from;
    writing to = {outlet, all->quality, options, all, "{"};
    const char *between = "\n{";
    for (int32_t s = ATTAIN_QUALITY_ERROR; s > ATTAIN_QUALITY_OFF; s--) {
        begin(&to, attain_word(ATTAIN_VOCABULARY_QUALITY_SEVERITY, s));
        attain_i_put_integer(outlet, to.quality->tally[s]);
    }
    begin(&to, "findings");
    attain_i_put_text(outlet, "[");
    for (size_t i = 0; i < to.quality->count && outlet->failure == 0; i++) {
        if (is_wanted(&to, i)) {
            attain_i_put_text(outlet, between);
            put_finding(&to, i);
            attain_i_put_text(outlet, "}");
            between = ",\n{";
        }
    }
    attain_i_put_text(outlet, "]");
    attain_i_write_json_provenance(outlet, options->provenance);
    attain_i_put_text(outlet, "}\n");
}

static size_t longest_message(const attain_quality *quality, int32_t language) {
    size_t longest = 0;
    for (size_t i = 0; i < quality->count; i++) {
        size_t length = 0;
        attain_quality_message(quality, i, language, NULL, 0, &length, NULL);
        longest = length > longest ? length : longest;
    }
    return longest;
}

static attain_status fail_language(attain_error *err, int32_t language) {
    return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "language", -1,
                         "language is none of enum attain_language: %ld",
                         (long)language);
}

static attain_status take(const attain_quality *quality,
                          const attain_write_options *options,
                          attain_i_writing *out, attain_error *err) {
    attain_status status = attain_i_write_options_take(
        options, quality->unit_count, &out->options, err);
    if (status == ATTAIN_OK && out->options.format == ATTAIN_FORMAT_SDMX) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "format", -1,
                             "findings are written as csv or json, not as "
                             "sdmx");
    }
    out->unmarked = out->options.format == ATTAIN_FORMAT_JSON;
    out->write = out->unmarked ? write_json : write_csv;
    return status;
}

attain_status attain_write_quality(const attain_quality *quality,
                                   const attain_write_options *options,
                                   int32_t language, attain_sink sink,
                                   void *user, attain_error *err) {
    findings all = {quality, NULL, 0, language};
    attain_i_writing what = {0};
    if (quality == NULL || sink == NULL)
        return attain_i_fail_null(err, quality == NULL ? "quality" : "sink");
    if (attain_word(ATTAIN_VOCABULARY_LANGUAGE, language) == NULL)
        return fail_language(err, language);
    attain_status status = take(quality, options, &what, err);
    if (status != ATTAIN_OK)
        return status;
    all.room = longest_message(quality, language) + 1;
    all.message = attain_i_allocate(&quality->allocator, all.room, 1);
    if (all.message == NULL)
        return attain_i_fail_memory(err);
    what.from = &all;
    status = attain_i_write_to_sink(&what, sink, user, err);
    attain_i_release(&quality->allocator, all.message, all.room, 1);
    return status;
}

/* --- Lines
 * ---------------------------------------------------------------------- */

/* Appends what fits and counts everything. */
static void append(char *out, size_t capacity, size_t *used, const char *text) {
    size_t length = strlen(text);
    if (out != NULL && *used + length < capacity)
        memcpy(out + *used, text, length + 1);
    *used += length;
}

static size_t format(const attain_quality *quality, size_t index,
                     int32_t language, char *out, size_t capacity) {
    attain_quality_finding finding;
    char place[64] = "";
    size_t used = 0, length = 0;
    attain_quality_finding_init(&finding);
    attain_quality_get(quality, index, &finding, NULL);
    if (finding.line > 0) {
        attain_i_format(place, sizeof place,
                        finding.column > 0 ? ":%lld:%lld: " : ":%lld: ",
                        (long long)finding.line, (long long)finding.column);
    }
    append(out, capacity, &used, finding.file);
    append(out, capacity, &used, place);
    append(out, capacity, &used,
           attain_word(ATTAIN_VOCABULARY_QUALITY_SEVERITY, finding.severity));
    append(out, capacity, &used, ": ");
    attain_quality_message(quality, index, language, NULL, 0, &length, NULL);
    if (out != NULL && used + length < capacity) {
        attain_quality_message(quality, index, language, out + used,
                               capacity - used, &length, NULL);
    }
    used += length;
    append(out, capacity, &used, language == ATTAIN_LANGUAGE_ZH ? "：" : ": ");
    append(out, capacity, &used,
           attain_quality_advice(quality, index, language));
    return used;
}

attain_status attain_quality_format(const attain_quality *quality, size_t index,
                                    int32_t language, char *out,
                                    size_t capacity, size_t *count,
                                    attain_error *err) {
    size_t length;
    attain_status status =
        attain_quality_message(quality, index, language, NULL, 0, count, err);
    if (status != ATTAIN_OK)
        return status;
    length = format(quality, index, language, NULL, 0);
    *count = length;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= length) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the line needs %zu bytes and a NUL, capacity is "
                             "%zu",
                             length, capacity);
    }
    format(quality, index, language, out, capacity);
    return ATTAIN_OK;
}
