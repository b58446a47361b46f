/* A table as a resource of a data package: its columns by Table Schema. */
#include <string.h>

#include "dataset/model.h"
#include "exchange/layouts.h"
#include "exchange/package.h"

static const attain_i_layout *const layouts[] = {
    &attain_i_layout_goals,   &attain_i_layout_metrics,
    &attain_i_layout_targets, &attain_i_layout_path,
    &attain_i_layout_bands,   &attain_i_layout_groups,
    &attain_i_layout_units,   &attain_i_layout_variables,
    &attain_i_layout_stages};

enum { LAYOUTS = sizeof(layouts) / sizeof(layouts[0]) };

static const attain_i_layout_field plan_fields[] = {
    {"key", NULL, 0, ATTAIN_I_LAYOUT_TEXT,
     ATTAIN_I_LAYOUT_NEEDED | ATTAIN_I_LAYOUT_KEY},
    {"value", NULL, 0, ATTAIN_I_LAYOUT_TEXT, 0}};

/* Of either form. The statuses are those of our own. */
static const attain_i_layout_field observation_fields[] = {
    {"unit", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
    {"period", NULL, 0, ATTAIN_I_LAYOUT_PERIOD, ATTAIN_I_LAYOUT_NEEDED},
    {"variable", NULL, 0, ATTAIN_I_LAYOUT_TEXT, ATTAIN_I_LAYOUT_NEEDED},
    {"value", NULL, 0, ATTAIN_I_LAYOUT_NUMBER, 0},
    {"status", attain_i_words_observation_status, 0, ATTAIN_I_LAYOUT_WORD, 0},
    {"group", NULL, 0, ATTAIN_I_LAYOUT_TEXT, 0}};

/* Columns that name rows of another table, or of their own. */
static const struct {
    const char *table, *column, *other, *id;
} references[] = {
    {"goals", "parent", "goals", "id"},
    {"targets", "goal", "goals", "id"},
    {"targets", "metric", "metrics", "id"},
    {"path", "target", "targets", "id"},
    {"units", "parent", "units", "id"},
    {"observations", "unit", "units", "id"},
    {"observations", "variable", "variables", "id"},
    {"observations", "group", "groups", "id"},
};

enum { REFERENCES = sizeof(references) / sizeof(references[0]) };

/* A table while it is described. */
typedef struct described {
    attain_i_reader *reader;
    const attain_i_sources *sources;
    attain_i_outlet *outlet;
    const char *table; /* its form: goals, …, observations */
    const attain_i_layout_field *fields;
    size_t count;
    attain_i_scan scan;
} described;

/* --- What there is ------------------------------------------------------- */

int attain_i_package_wants(const char *base) {
    for (size_t i = 0; i < LAYOUTS; i++)
        if (attain_i_is_table(base, layouts[i]->name))
            return 1;
    return attain_i_is_table(base, "plan") || attain_i_is_observations(base);
}

static void choose_form(described *at, const char *base) {
    at->table = "observations";
    at->fields = observation_fields;
    at->count = sizeof(observation_fields) / sizeof(observation_fields[0]);
    if (attain_i_is_table(base, "plan")) {
        at->table = "plan";
        at->fields = plan_fields;
        at->count = sizeof(plan_fields) / sizeof(plan_fields[0]);
    }
    for (size_t i = 0; i < LAYOUTS; i++) {
        if (attain_i_is_table(base, layouts[i]->name)) {
            at->table = layouts[i]->name;
            at->fields = layouts[i]->fields;
            at->count = layouts[i]->count;
        }
    }
}

/* Whether a table is in the package. */
static int is_there(const described *at, const char *table) {
    for (size_t i = 0; i < at->sources->count; i++)
        if (attain_i_is_table(at->sources->tables[i].base, table))
            return 1;
    return 0;
}

/* The field that a column is; NULL: none of ours. */
static const attain_i_layout_field *field_of(const described *at,
                                             size_t column) {
    const char *text = at->scan.cells[column].text;
    size_t length = at->scan.cells[column].length;
    attain_i_reader_alias(at->reader, &text, &length);
    for (size_t i = 0; i < at->count; i++)
        if (attain_i_text_is(text, length, at->fields[i].name))
            return &at->fields[i];
    return NULL;
}

/* The column that a field stands in, from 1; 0: none. */
static size_t column_of(const described *at, const char *name) {
    for (size_t i = 0; i < at->scan.stored; i++) {
        const attain_i_layout_field *field = field_of(at, i);
        if (field != NULL && strcmp(field->name, name) == 0)
            return i + 1;
    }
    return 0;
}

/* --- Columns ------------------------------------------------------------- */

static void put(const described *at, const char *text) {
    attain_i_put_text(at->outlet, text);
}

static void put_heading(const described *at, size_t column) {
    const attain_i_cell *cell = &at->scan.cells[column];
    attain_i_put_string_part(at->outlet, cell->text, cell->length);
}

static void put_words(const described *at, const attain_i_word *words) {
    put(at, "\"enum\":");
    for (size_t i = 0; words[i].word != NULL; i++) {
        put(at, i == 0 ? "[" : ",");
        attain_i_put_string(at->outlet, words[i].word);
    }
    put(at, "]");
}

static const char *type_of(const attain_i_layout_field *field) {
    switch (field->type) {
    case ATTAIN_I_LAYOUT_NUMBER:
        return "number";
    case ATTAIN_I_LAYOUT_WHOLE:
        return "integer";
    case ATTAIN_I_LAYOUT_YES_NO:
        return "boolean\",\"trueValues\":[\"yes\"],\"falseValues\":[\"no";
    default:
        return "string";
    }
}

static void put_type(const described *at, const attain_i_layout_field *field) {
    put(at, ",\"type\":\"");
    put(at, type_of(field));
    put(at, field->type == ATTAIN_I_LAYOUT_YES_NO ? "\"]" : "\"");
}

/* What a cell must be; the codes of a dialect are its own. */
static void put_constraints(const described *at,
                            const attain_i_layout_field *field) {
    int ours = at->reader->dialect == NULL;
    int needed = (field->flags & ATTAIN_I_LAYOUT_NEEDED) != 0;
    int words = ours && field->words != NULL;
    int period = ours && field->type == ATTAIN_I_LAYOUT_PERIOD;
    if (!needed && !words && !period)
        return;
    put(at, ",\"constraints\":{");
    put(at, needed ? "\"required\":true" : "");
    put(at, needed && (words || period) ? "," : "");
    if (words)
        put_words(at, field->words);
    put(at, period ? "\"pattern\":\"[0-9]{4}(-(S[12]|Q[1-4]|0[1-9]|1[0-2]))?\""
                   : "");
    put(at, "}");
}

/* A column that is none of ours is a remark, or, in observations of our own,
 * a variable. */
static void put_field(const described *at, size_t column) {
    const attain_i_cell *cell = &at->scan.cells[column];
    const attain_i_layout_field *field = field_of(at, column);
    int note = cell->length >= 4 && memcmp(cell->text, "note", 4) == 0;
    int variable = at->fields == observation_fields &&
                   at->reader->dialect == NULL && !note;
    put(at, column == 0 ? "\n{\"name\":" : ",\n{\"name\":");
    put_heading(at, column);
    if (field != NULL) {
        put_type(at, field);
        put_constraints(at, field);
    } else {
        put(at, variable ? ",\"type\":\"number\"" : ",\"type\":\"string\"");
    }
    put(at, "}");
}

/* --- Keys ---------------------------------------------------------------- */

/* Observations have the keys of their form, unless some have a group. */
static int is_key(const described *at, const attain_i_layout_field *field) {
    return at->fields == observation_fields
               ? column_of(at, "group") == 0 &&
                     (field->flags & ATTAIN_I_LAYOUT_NEEDED) != 0
               : (field->flags & ATTAIN_I_LAYOUT_KEY) != 0;
}

static void put_key(const described *at) {
    int some = 0;
    for (size_t i = 0; i < at->scan.stored; i++) {
        const attain_i_layout_field *field = field_of(at, i);
        if (field != NULL && is_key(at, field)) {
            put(at, some ? "," : ",\n\"primaryKey\":[");
            put_heading(at, i);
            some = 1;
        }
    }
    put(at, some ? "]" : "");
}

static void put_references(const described *at) {
    int some = 0;
    for (size_t i = 0; i < REFERENCES; i++) {
        size_t column = strcmp(references[i].table, at->table) == 0
                            ? column_of(at, references[i].column)
                            : 0;
        if (column == 0 || !is_there(at, references[i].other))
            continue;
        int own = strcmp(references[i].other, at->table) == 0;
        put(at, some ? "," : ",\n\"foreignKeys\":[");
        put(at, "{\"fields\":[");
        put_heading(at, column - 1);
        put(at, "],\"reference\":{\"resource\":\"");
        put(at, own ? "" : references[i].other);
        put(at, "\",\"fields\":[\"");
        put(at, references[i].id);
        put(at, "\"]}}");
        some = 1;
    }
    put(at, some ? "]" : "");
}

/* --- The resource -------------------------------------------------------- */

/* A name has small letters, digits, dots, dashes and lines; others become
 * their bytes' numbers, so that no two names become one. */
static void put_name(const described *at, const char *base) {
    static const char digits[] = "0123456789abcdef";
    put(at, "\"");
    for (size_t i = 0; base[i] != '\0' && strcmp(base + i, ".csv") != 0; i++) {
        unsigned char byte = (unsigned char)base[i];
        char code[3] = {'.', digits[byte >> 4], digits[byte & 15]};
        int plain = (byte >= 'a' && byte <= 'z') ||
                    (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
        attain_i_put_bytes(at->outlet, plain ? base + i : code,
                           plain ? 1 : sizeof(code));
    }
    put(at, "\"");
}

static void put_resource(const described *at, const char *base) {
    put(at, "\n{\"name\":");
    put_name(at, base);
    put(at, ",\"path\":");
    attain_i_put_string(at->outlet, base);
    put(at, ",\"profile\":\"tabular-data-resource\",\"format\":\"csv\","
            "\"mediatype\":\"text/csv\",\"encoding\":\"utf-8\",\n"
            "\"dialect\":{\"delimiter\":\",\",\"doubleQuote\":true,"
            "\"header\":true,\"commentChar\":\"#\"},\n"
            "\"schema\":{\"fields\":[");
    for (size_t i = 0; i < at->scan.stored; i++)
        put_field(at, i);
    put(at, "],\n\"missingValues\":[\"\",\"NA\"");
    put(at, at->reader->dialect == NULL ? "]" : ",\"NaN\",\"#N/A\"]");
    put_key(at);
    put_references(at);
    put(at, "}}");
}

/* The header, as the readers take it; 0 after a problem. */
static int read_header(described *at) {
    uint32_t columns[ATTAIN_I_LAYOUT_FIELDS];
    int32_t *roles = NULL;
    int open = at->fields == observation_fields;
    int read = attain_i_header_read(at->reader, &at->scan, at->fields,
                                    open ? 2 : at->count, columns,
                                    open ? &roles : NULL);
    attain_i_release(&at->reader->allocator, roles,
                     roles == NULL ? 0 : at->scan.stored, sizeof(*roles));
    return read;
}

int attain_i_package_resource(attain_i_reader *reader,
                              const attain_i_sources *sources,
                              const attain_i_table_source *source,
                              attain_i_outlet *outlet) {
    described at;
    attain_i_input input;
    int32_t file = attain_i_problems_file(&reader->problems, source->name);
    if (file < 0)
        return 0;
    memset(&at, 0, sizeof(at));
    at.reader = reader;
    at.sources = sources;
    at.outlet = outlet;
    choose_form(&at, source->base);
    attain_i_source_open(source, &input);
    attain_i_scan_open(&at.scan, &reader->allocator, &reader->problems, file,
                       &input, &reader->options);
    if (!at.scan.stopped && read_header(&at) && outlet != NULL)
        put_resource(&at, source->base);
    attain_i_scan_clear(&at.scan);
    attain_i_input_close(&input);
    return !reader->problems.no_memory;
}
