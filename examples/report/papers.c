#include "papers.h"

#include <stdlib.h>
#include <string.h>

#include "sheet.h"
#include "since.h"
#include "summary.h"
#include "worst.h"

#define COLUMNS(names) (sizeof(names) / sizeof(names)[0])

static void add_id(struct out *out, const struct entry *entry) {
    out_raw(out, out->length > 0 ? ";" : "");
    out_text(out, entry->node.id);
}

/* Ids of the targets with a verdict at a unit, joined by `;`. */
static void unit_ids(struct out *out, const struct report *report, int32_t unit,
                     int verdict) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry) &&
            report_verdict(report, entry, unit) == verdict)
            add_id(out, entry);
    }
}

/* A cell with ids joined by `;`. */
static void list_cell(struct sheet *sheet, struct out *ids) {
    sheet_text(sheet, out_string(ids));
    sheet->out->failed |= ids->failed;
    out_clear(ids);
}

/* --- By department ------------------------------------------------------- */

static void owner_ids(struct out *out, const struct report *report,
                      const char *owner, int verdict) {
    for (size_t i = 0; i < report->entry_count; i++) {
        const struct entry *entry = &report->entries[i];
        if (report_is_target(entry) && entry->row >= 0 &&
            entry->verdict == verdict && strcmp(entry->node.owner, owner) == 0)
            add_id(out, entry);
    }
}

static void write_owners(struct sheet *sheet, const struct report *report,
                         struct out *ids) {
    size_t count = attain_evaluation_owner_count(report->ev);
    for (size_t i = 0; i < count; i++) {
        attain_owner owner;
        attain_owner_init(&owner);
        if (attain_evaluation_get_owner(report->ev, i, report->unit_row, &owner,
                                        NULL) != ATTAIN_OK ||
            owner.targets == 0)
            continue;
        sheet_text(sheet, owner.owner);
        sheet_number(sheet, (double)owner.targets);
        sheet_number(sheet, (double)owner.met);
        sheet_number(sheet,
                     (double)(owner.targets - owner.met - owner.unknown));
        sheet_number(sheet, (double)owner.unknown);
        sheet_number(sheet, owner.attainment);
        owner_ids(ids, report, owner.owner, ATTAIN_VERDICT_NOT_MET);
        list_cell(sheet, ids);
        owner_ids(ids, report, owner.owner, ATTAIN_VERDICT_UNKNOWN);
        list_cell(sheet, ids);
    }
}

/* --- Unit by unit -------------------------------------------------------- */

static void write_unit(struct sheet *sheet, const struct report *report,
                       const struct worst *tally, struct out *ids) {
    attain_evaluation_unit unit;
    attain_evaluation_unit_init(&unit);
    if (attain_evaluation_get_unit(report->ev, tally->unit, &unit, NULL) !=
        ATTAIN_OK)
        return;
    sheet_text(sheet, unit.id);
    sheet_text(sheet, unit.name);
    sheet_text(sheet, unit.level);
    sheet_number(sheet, (double)tally->targets);
    sheet_number(sheet,
                 (double)(tally->targets - tally->not_met - tally->unknown));
    sheet_number(sheet, (double)tally->not_met);
    sheet_number(sheet, (double)tally->unknown);
    unit_ids(ids, report, tally->unit, ATTAIN_VERDICT_NOT_MET);
    list_cell(sheet, ids);
    unit_ids(ids, report, tally->unit, ATTAIN_VERDICT_UNKNOWN);
    list_cell(sheet, ids);
}

static void write_units(struct sheet *sheet, const struct report *report,
                        struct out *ids) {
    struct worst *all = worst_tally(report);
    sheet->out->failed |= all == NULL;
    for (size_t i = 0; all != NULL && i < report->info.unit_count; i++)
        if (all[i].targets > 0)
            write_unit(sheet, report, &all[i], ids);
    free(all);
}

/* --- What has changed ----------------------------------------------------- */

static void write_change(struct sheet *sheet, const struct report *report,
                         const struct entry *entry) {
    const struct entry *then = since_then(report, entry);
    sheet_text(sheet, entry->node.id);
    sheet_text(sheet, attain_word(ATTAIN_VOCABULARY_KIND, entry->node.kind));
    sheet_text(sheet, entry->node.name);
    sheet_text(sheet, entry->node.owner);
    sheet_text(sheet, attain_word(ATTAIN_VOCABULARY_VERDICT, then->verdict));
    sheet_text(sheet, attain_word(ATTAIN_VOCABULARY_VERDICT, entry->verdict));
    sheet_text(sheet, attain_word(ATTAIN_VOCABULARY_STANDING, then->standing));
    sheet_text(sheet, attain_word(ATTAIN_VOCABULARY_STANDING, entry->standing));
    sheet_number(sheet, then->value[ATTAIN_MEASURE_VALUE]);
    sheet_number(sheet, entry->value[ATTAIN_MEASURE_VALUE]);
    sheet_number(sheet, then->value[ATTAIN_MEASURE_ATTAINMENT]);
    sheet_number(sheet, entry->value[ATTAIN_MEASURE_ATTAINMENT]);
}

static void write_changes(struct sheet *sheet, const struct report *report,
                          struct out *ids) {
    (void)ids;
    for (size_t i = 0; i < report->entry_count; i++)
        if (since_turned(report, &report->entries[i]))
            write_change(sheet, report, &report->entries[i]);
}

/* --- All ------------------------------------------------------------------ */

static const char *const owner_columns[] = {"owner",   "targets", "met",
                                            "not_met", "unknown", "attainment",
                                            "behind",  "lacking"};
static const char *const unit_columns[] = {"unit",    "unit_name", "level",
                                           "targets", "met",       "not_met",
                                           "unknown", "behind",    "lacking"};
static const char *const change_columns[] = {"node",
                                             "kind",
                                             "name",
                                             "owner",
                                             "verdict_before",
                                             "verdict_after",
                                             "status_before",
                                             "status_after",
                                             "value_before",
                                             "value_after",
                                             "attainment_before",
                                             "attainment_after"};

/* By enum paper, from PAPER_OWNER on. */
static const struct {
    const char *const *columns;
    size_t count;
    void (*write)(struct sheet *sheet, const struct report *report,
                  struct out *ids);
} papers[] = {
    {owner_columns, COLUMNS(owner_columns), write_owners},
    {unit_columns, COLUMNS(unit_columns), write_units},
    {change_columns, COLUMNS(change_columns), write_changes},
};

void papers_write(struct out *out, const struct report *report,
                  enum paper paper, int json) {
    size_t which = (size_t)(paper - PAPER_OWNER);
    struct sheet sheet;
    struct out ids;
    out_begin(&ids, OUT_TEXT);
    sheet_begin(&sheet, out, json, papers[which].columns, papers[which].count);
    papers[which].write(&sheet, report, &ids);
    sheet_end(&sheet);
    out_free(&ids);
}
