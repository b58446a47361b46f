/* SDMX-CSV, the form in which statistical offices exchange observations:
 * github.com/sdmx-twg/sdmx-csv, field guides of 1.0, 2.0 and 2.1. */
#include "exchange/dialect.h"

#include <string.h>

#include "attain/dataset.h"

/* CL_OBS_STATUS of SDMX. A forecast (F) is not there, for it was not observed;
 * what says that a number is less comparable or less reliable than others
 * leaves it a measured one. */
static const attain_i_word sdmx_statuses[] = {
    {ATTAIN_OBSERVATION_MEASURED, "A", "normal", "正常"},
    {ATTAIN_OBSERVATION_ESTIMATED, "E", "estimated", "估算"},
    {ATTAIN_OBSERVATION_ESTIMATED, "I", "imputed", "插补"},
    {ATTAIN_OBSERVATION_PROVISIONAL, "P", "provisional", "初步"},
    {ATTAIN_OBSERVATION_PROVISIONAL, "V", "unvalidated", "未核实"},
    {ATTAIN_OBSERVATION_MISSING, "O", "missing", "缺失"},
    {ATTAIN_OBSERVATION_MISSING, "M", "cannot exist", "不存在"},
    {ATTAIN_OBSERVATION_MISSING, "L", "not collected", "未收集"},
    {ATTAIN_OBSERVATION_MISSING, "H", "holiday", "休假缺失"},
    {ATTAIN_OBSERVATION_MISSING, "Q", "suppressed", "不公布"},
    {ATTAIN_OBSERVATION_MEASURED, "B", "break in series", "序列中断"},
    {ATTAIN_OBSERVATION_MEASURED, "D", "definition differs", "定义不同"},
    {ATTAIN_OBSERVATION_MEASURED, "G", "experimental", "试验"},
    {ATTAIN_OBSERVATION_MEASURED, "J", "derogation", "豁免"},
    {ATTAIN_OBSERVATION_MEASURED, "K", "included elsewhere", "计入他处"},
    {ATTAIN_OBSERVATION_MEASURED, "N", "not significant", "不显著"},
    {ATTAIN_OBSERVATION_MEASURED, "S", "special events", "特殊事件"},
    {ATTAIN_OBSERVATION_MEASURED, "U", "low reliability", "可靠性低"},
    {ATTAIN_OBSERVATION_MEASURED, "W", "includes others", "含其他类"},
    {0, NULL, NULL, NULL}};

/* Of the message, and attributes that all may have. */
static const char *const sdmx_ignored[] = {"STRUCTURE",
                                           "STRUCTURE_ID",
                                           "STRUCTURE_NAME",
                                           "DATAFLOW",
                                           "ACTION",
                                           "SERIES_KEY",
                                           "OBS_KEY",
                                           "FREQ",
                                           "UNIT_MULT",
                                           "UNIT_MEASURE",
                                           "DECIMALS",
                                           "TIME_FORMAT",
                                           "CONF_STATUS",
                                           "COMMENT_OBS",
                                           "COMMENT_TS",
                                           "TITLE",
                                           "LAST UPDATE",
                                           "UPDATED",
                                           NULL};

static const attain_i_dialect sdmx = {
    "SDMX-CSV",
    "unit=REF_AREA;period=TIME_PERIOD;variable=INDICATOR;value=OBS_VALUE;"
    "status=OBS_STATUS;group=GROUP",
    sdmx_statuses, sdmx_ignored};

static int is_heading(const attain_i_scan *scan, size_t column,
                      const char *word) {
    const attain_i_cell *cell = &scan->cells[column];
    return column < scan->stored &&
           attain_i_text_is(cell->text, cell->length, word);
}

/* Version 1.0 begins with DATAFLOW, the others with STRUCTURE, perhaps with
 * the separator of fields within fields, and STRUCTURE_ID. */
const attain_i_dialect *attain_i_dialect_of(const attain_i_scan *scan) {
    const attain_i_cell *first = &scan->cells[0];
    int open = first->length > 10 &&
               memcmp(first->text, "STRUCTURE[", 10) == 0 &&
               first->text[first->length - 1] == ']';
    if (is_heading(scan, 0, "DATAFLOW"))
        return &sdmx;
    return (open || is_heading(scan, 0, "STRUCTURE")) &&
                   is_heading(scan, 1, "STRUCTURE_ID")
               ? &sdmx
               : NULL;
}

int attain_i_dialect_cut(const char *text, size_t *length) {
    for (size_t i = 1; i + 1 < *length; i++) {
        if (text[i] == ':' && text[i + 1] == ' ') {
            *length = i;
            return 1;
        }
    }
    return 0;
}

const char *attain_i_dialect_heading(const attain_i_dialect *dialect,
                                     const char *column, size_t length,
                                     size_t *size) {
    return dialect == NULL
               ? NULL
               : attain_i_alias_heading(dialect->columns, column, length, size);
}

int attain_i_dialect_ignores(const attain_i_dialect *dialect, const char *text,
                             size_t length) {
    static const char open[] = "STRUCTURE[";
    for (size_t i = 0; dialect->ignored[i] != NULL; i++)
        if (attain_i_text_is(text, length, dialect->ignored[i]))
            return 1;
    return length > sizeof(open) - 1 &&
           memcmp(text, open, sizeof(open) - 1) == 0;
}

/* --- ours=theirs;… ------------------------------------------------------- */

/* The next pair; false at the end. Parts that are no pair are passed over, for
 * those of the caller have been checked. */
static int next_pair(const char **rest, const char *end, const char **part,
                     size_t *ours, size_t *whole) {
    while (attain_i_list_next(rest, end, part, whole)) {
        const char *equals = memchr(*part, '=', *whole);
        if (equals != NULL) {
            *ours = (size_t)(equals - *part);
            return 1;
        }
    }
    return 0;
}

int attain_i_alias_find(const char *columns, const char **text,
                        size_t *length) {
    const char *rest = columns;
    const char *end = columns == NULL ? NULL : columns + strlen(columns);
    const char *part;
    size_t ours;
    size_t whole;
    while (next_pair(&rest, end, &part, &ours, &whole)) {
        if (whole - ours - 1 == *length &&
            memcmp(part + ours + 1, *text, *length) == 0) {
            *text = part;
            *length = ours;
            return 1;
        }
    }
    return 0;
}

const char *attain_i_alias_heading(const char *columns, const char *column,
                                   size_t length, size_t *size) {
    const char *rest = columns;
    const char *end = columns == NULL ? NULL : columns + strlen(columns);
    const char *part;
    size_t ours;
    size_t whole;
    while (next_pair(&rest, end, &part, &ours, &whole)) {
        if (ours == length && memcmp(part, column, length) == 0) {
            *size = whole - ours - 1;
            return part + ours + 1;
        }
    }
    return NULL;
}
