/* attain_report: judges schools and areas by a plan, and says how far every
 * promise has been kept: as text for a meeting, as a web page, as tables. */
#include <attain.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "load.h"
#include "options.h"
#include "papers.h"
#include "provenance.h"
#include "sheet.h"
#include "quality.h"
#include "text.h"
#include "width.h"
#include "words.h"

enum { EXIT_EVALUATED = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_REFUSED = 3 };

static int fail(const char *what) {
    fprintf(stderr, "attain_report: error: %s\n", what);
    return EXIT_FAILED;
}

static int wrong(const char *what, const char *word) {
    options_wrong(what, word);
    return EXIT_USAGE;
}

/* --- Tables -------------------------------------------------------------- */

static int32_t take(const char *bytes, size_t length, void *user) {
    struct out *out = user;
    out_bytes(out, bytes, length);
    return out->failed;
}

static attain_status write_table(struct out *out, const struct report *report,
                                 const struct options *options) {
    attain_write_options how;
    attain_write_options_init(&how);
    how.format = options->format == FORMAT_CSV    ? ATTAIN_FORMAT_CSV
                 : options->format == FORMAT_SDMX ? ATTAIN_FORMAT_SDMX
                                                  : ATTAIN_FORMAT_JSON;
    how.byte_order_mark = options->byte_order_mark;
    how.unit = options->unit != NULL ? report->unit_row : -1;
    if (options->format == FORMAT_JSON || options->provenance)
        how.provenance = report->provenance;
    return attain_write_results(report->ev, &how, take, out, NULL);
}

static void write_paper(struct out *out, const struct report *report,
                        const struct options *options) {
    int json = options->format == FORMAT_JSON;
    if (!json) {
        out_raw(out, options->byte_order_mark ? "\xEF\xBB\xBF" : "");
        sheet_comment(out, options->provenance ? report->provenance : "");
    }
    papers_write(out, report, options->paper, json);
}

/* --- Explaining ---------------------------------------------------------- */

static attain_status write_explanation(struct out *out,
                                       const struct report *report,
                                       int32_t node, attain_error *err) {
    size_t length = 0;
    attain_status status = attain_evaluation_explain(
        report->ev, report->plan, report->data, node, report->unit_row,
        report->language, NULL, 0, &length, err);
    if (status != ATTAIN_OK)
        return status;
    char *text = malloc(length + 1);
    if (text == NULL)
        return ATTAIN_ERR_MEMORY;
    status = attain_evaluation_explain(report->ev, report->plan, report->data,
                                       node, report->unit_row, report->language,
                                       text, length + 1, &length, err);
    if (status == ATTAIN_OK)
        text_lines(out, text);
    free(text);
    return status;
}

/* --- The report ---------------------------------------------------------- */

static int write_report(const struct report *report,
                        const struct options *options, int32_t node) {
    struct out out;
    attain_error error = {0};
    attain_status status = ATTAIN_OK;
    if (out_open(&out, options->out,
                 options->format == FORMAT_HTML ? OUT_HTML : OUT_TEXT) != 0) {
        fprintf(stderr, "attain_report: error: %s: cannot be written\n",
                options->out);
        return EXIT_FAILED;
    }
    if (node >= 0)
        status = write_explanation(&out, report, node, &error);
    else if (options->format == FORMAT_HTML)
        html_report(&out, report);
    else if (options->format == FORMAT_TEXT)
        text_report(&out, report, options->paper);
    else if (options->paper != PAPER_WHOLE)
        write_paper(&out, report, options);
    else
        status = write_table(&out, report, options);
    out.failed |= status != ATTAIN_OK;
    int closed = out_close(&out);
    if (status != ATTAIN_OK && status != ATTAIN_ERR_CALLBACK) {
        return fail(error.message[0] != '\0' ? error.message
                                             : attain_status_message(status));
    }
    return closed == 0 ? EXIT_EVALUATED
                       : fail("the report could not be written in full");
}

static int32_t language_of(const attain_plan *plan) {
    attain_plan_info info;
    attain_plan_info_init(&info);
    return attain_plan_get_info(plan, &info, NULL) == ATTAIN_OK &&
                   width_has_chinese(info.name)
               ? ATTAIN_LANGUAGE_ZH
               : ATTAIN_LANGUAGE_EN;
}

/* The same unit as of the period to compare with, if that is in the plan.
 * Release what it holds with forget_earlier(). */
static attain_status
gather_earlier(struct report *earlier, attain_evaluation **ev,
               const struct load *load, const struct report *report,
               const struct options *options, attain_error *err) {
    int32_t since = options->since != ATTAIN_PERIOD_NONE
                        ? options->since
                        : report->info.as_of - 1;
    *ev = NULL;
    int whole =
        options->paper == PAPER_WHOLE &&
        (options->format == FORMAT_TEXT || options->format == FORMAT_HTML);
    if (since < report->info.first_period || options->node != NULL ||
        (!whole && options->paper != PAPER_CHANGE))
        return ATTAIN_OK;
    attain_status status = load_evaluate(load, options, since, ev);
    if (status != ATTAIN_OK)
        return status;
    earlier->plan = report->plan;
    earlier->data = report->data;
    earlier->ev = *ev;
    earlier->label = report->label;
    earlier->language = report->language;
    earlier->unit_row = report->unit_row;
    return report_gather(earlier, err);
}

static void forget_earlier(struct report *earlier, attain_evaluation *ev) {
    report_free(earlier);
    attain_evaluation_destroy(ev);
}

static int report_on(struct report *report, const struct load *load,
                     const struct options *options, int32_t node) {
    attain_error error = {0};
    attain_evaluation *ev = NULL;
    struct report earlier = {0};
    struct out sources;
    attain_status status = report_gather(report, &error);
    out_begin(&sources, OUT_TEXT);
    if (status == ATTAIN_OK) {
        status = gather_earlier(&earlier, &ev, load, report, options, &error);
        report->earlier = ev != NULL ? &earlier : NULL;
    }
    if (status == ATTAIN_OK)
        status = provenance_write(&sources, report, load, options, &error);
    report->provenance = out_string(&sources);
    int result =
        status == ATTAIN_OK && !sources.failed
            ? write_report(report, options, node)
            : fail(error.message[0] != '\0' ? error.message
                                            : attain_status_message(status));
    out_free(&sources);
    forget_earlier(&earlier, ev);
    report_free(report);
    return result;
}

static int run(const struct load *load, const struct options *options) {
    struct report report = {0};
    int32_t first = -1;
    int32_t node = -1;
    if (options->node != NULL) {
        node = attain_evaluation_find_node(load->ev, options->node,
                                           ATTAIN_NUL_TERMINATED);
        if (node < 0)
            return wrong("the plan has no goal or target", options->node);
    }
    if (report_peers(load->ev, &report.peers, &report.peer_count, &first) !=
        ATTAIN_OK)
        return fail(attain_status_message(ATTAIN_ERR_MEMORY));
    report.plan = load->plan;
    report.data = load->data;
    report.quality = load->quality;
    report.ev = load->ev;
    report.apart = options->apart;
    report.label = load->label != NULL ? load->label : "";
    report.language =
        options->language >= 0 ? options->language : language_of(load->plan);
    report.unit_row = options->unit == NULL
                          ? first
                          : attain_evaluation_find_unit(load->ev, options->unit,
                                                        ATTAIN_NUL_TERMINATED);
    int result;
    if (report.unit_row >= 0)
        result = report_on(&report, load, options, node);
    else if (options->unit != NULL)
        result = wrong("the data has no unit", options->unit);
    else
        result = fail("no unit of the plan's level is open as of then");
    free(report.peers);
    return result;
}

/* 0 if the plan can be judged as of the period that was asked for. */
static int check_period(const struct load *load, const char *option,
                        int32_t period) {
    attain_plan_info info;
    attain_plan_info_init(&info);
    if (period == ATTAIN_PERIOD_NONE ||
        attain_plan_get_info(load->plan, &info, NULL) != ATTAIN_OK)
        return 0;
    if (attain_period_frequency(period) !=
        attain_period_frequency(info.first_period))
        return wrong("not a period as the plan counts them", option);
    return period < info.first_period
               ? wrong("before the first period of the plan", option)
               : 0;
}

/* 0 if what is compared with lies before what is judged. */
static int check_since(const struct load *load, const struct options *options) {
    attain_evaluation_info info;
    struct out words;
    attain_evaluation_info_init(&info);
    if (options->since == ATTAIN_PERIOD_NONE ||
        attain_evaluation_get_info(load->ev, &info, NULL) != ATTAIN_OK ||
        options->since < info.as_of)
        return 0;
    out_begin(&words, OUT_TEXT);
    out_raw(&words, "--since compares with a period before the one judged, ");
    number_period(&words, ATTAIN_LANGUAGE_EN, info.as_of);
    int result = wrong(out_string(&words), "");
    out_free(&words);
    return result;
}

/* --- The data ------------------------------------------------------------- */

static attain_status write_quality(struct out *out, const struct load *load,
                                   const struct options *options, int32_t unit,
                                   int language) {
    attain_write_options how;
    if (options->format == FORMAT_TEXT) {
        quality_lines(out, load->quality, load->data_folder,
                      ATTAIN_QUALITY_INFO, unit, language);
        quality_counts(out, load->quality, language);
        out_raw(out, language == ATTAIN_LANGUAGE_ZH ? "。" : ". ");
        quality_coverage(out, load->quality, language);
        out_raw(out, "\n");
        return ATTAIN_OK;
    }
    attain_write_options_init(&how);
    how.format =
        options->format == FORMAT_CSV ? ATTAIN_FORMAT_CSV : ATTAIN_FORMAT_JSON;
    how.unit = unit;
    return attain_write_quality(load->quality, &how, language, take, out, NULL);
}

static int show_quality(const struct load *load, const struct options *options,
                        int language) {
    struct out out;
    int32_t unit =
        options->unit == NULL
            ? -1
            : attain_dataset_find(load->data, ATTAIN_DATASET_UNITS,
                                  options->unit, ATTAIN_NUL_TERMINATED);
    if (options->unit != NULL && unit < 0)
        return wrong("the data has no unit", options->unit);
    if (out_open(&out, options->out, OUT_TEXT) != 0) {
        fprintf(stderr, "attain_report: error: %s: cannot be written\n",
                options->out);
        return EXIT_FAILED;
    }
    out.failed |=
        write_quality(&out, load, options, unit, language) != ATTAIN_OK;
    return out_close(&out) == 0
               ? EXIT_EVALUATED
               : fail("the findings could not be written in full");
}

/* What is in the way of judging, on standard error. */
static int refuse(const struct load *load, const struct options *options,
                  int language) {
    struct out lines;
    out_begin(&lines, OUT_TEXT);
    quality_lines(&lines, load->quality, load->data_folder, options->refuse, -1,
                  language);
    fprintf(stderr, "%sattain_report: %s: ", out_string(&lines),
            phrase(language, P_QUALITY_REFUSED));
    out_clear(&lines);
    quality_counts(&lines, load->quality, language);
    fprintf(stderr, "%s\n", out_string(&lines));
    out_free(&lines);
    return EXIT_REFUSED;
}

static int judge(struct load *load, const struct options *options) {
    int result = check_period(load, "--as-of", options->as_of);
    if (result == 0)
        result = check_period(load, "--since", options->since);
    if (result != 0)
        return result;
    if (load_quality(load, options->as_of) != 0)
        return EXIT_FAILED;
    int language =
        options->language >= 0 ? options->language : language_of(load->plan);
    if (options->quality)
        result = show_quality(load, options, language);
    if (result == 0 && options->refuse != ATTAIN_QUALITY_OFF &&
        attain_quality_worst(load->quality) >= options->refuse) {
        return options->quality ? EXIT_REFUSED
                                : refuse(load, options, language);
    }
    if (options->quality)
        return result;
    if (load_evaluate(load, options, options->as_of, &load->ev) != ATTAIN_OK)
        return EXIT_FAILED;
    result = check_since(load, options);
    return result == 0 ? run(load, options) : result;
}

int main(int argc, char **argv) {
    struct options options;
    enum outcome outcome = options_read(&options, argc, argv);
    if (outcome != OUTCOME_GO)
        return outcome == OUTCOME_DONE ? EXIT_EVALUATED : EXIT_USAGE;
    struct load load;
    int result = EXIT_FAILED;
    if (load_tables(&load, options.plan, options.data) == 0)
        result = judge(&load, &options);
    load_free(&load);
    return result;
}
