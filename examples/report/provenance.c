#include "provenance.h"

#include "facts.h"

enum { DIGEST = 65 };

/* Targets of the plan that are judged by the value as it is shown. */
static size_t count_rounded(const struct report *report, size_t *out_full) {
    size_t rounded = 0;
    *out_full = 0;
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry)) {
            int is_rounded = entry->node.judge == ATTAIN_JUDGE_ROUNDED;
            rounded += (size_t)is_rounded;
            *out_full += (size_t)!is_rounded;
        }
    }
    return rounded;
}

static void say_method(struct out *out, const struct report *report) {
    struct pieces p;
    size_t full;
    size_t rounded = count_rounded(report, &full);
    pieces_begin(&p);
    fact_number(&p.piece[0], full);
    fact_number(&p.piece[1], rounded);
    SAY(out, report->language, P_SOURCE_METHOD, attain_version(), piece(&p, 0),
        piece(&p, 1));
    out_raw(out, "\n");
    pieces_end(&p, out);
}

/* The command, but for the folders, which lie elsewhere for somebody else. */
static void say_command(struct out *out, const struct report *report,
                        const struct options *options) {
    struct pieces p;
    char period[16];
    size_t length;
    pieces_begin(&p);
    out_text(&p.piece[0], "attain_report PLAN DATA --as-of ");
    if (attain_period_format(report->info.as_of, period, sizeof period, &length,
                             NULL) == ATTAIN_OK)
        out_text(&p.piece[0], period);
    if (options->unit != NULL) {
        out_text(&p.piece[0], " --unit ");
        out_text(&p.piece[0], options->unit);
    }
    SAY(out, report->language, P_SOURCE_REPEAT, piece(&p, 0));
    out_raw(out, "\n");
    SAY(out, report->language, P_SOURCE_CHECK,
        "cd FOLDER && LC_ALL=C sha256sum *.csv | sha256sum");
    out_raw(out, "\n");
    pieces_end(&p, out);
}

attain_status provenance_write(struct out *out, const struct report *report,
                               const struct load *load,
                               const struct options *options,
                               attain_error *err) {
    char plan[DIGEST];
    char data[DIGEST];
    size_t length;
    attain_status status = attain_digest_folder(load->plan_folder, plan,
                                                sizeof plan, &length, err);
    if (status == ATTAIN_OK) {
        status = attain_digest_folder(load->data_folder, data, sizeof data,
                                      &length, err);
    }
    if (status != ATTAIN_OK)
        return status;
    SAY(out, report->language, P_SOURCE_PLAN, report->info.name,
        report->info.plan, plan);
    out_raw(out, "\n");
    SAY(out, report->language, P_SOURCE_DATA, data);
    if (report->label[0] != '\0') {
        out_raw(out, " ");
        out_text(out, report->label);
    }
    out_raw(out, "\n");
    say_method(out, report);
    say_command(out, report, options);
    return ATTAIN_OK;
}
