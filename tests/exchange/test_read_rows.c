/* Records that are read many at once, and the same read one by one: a quote in
 * each record keeps it from the quick way. Values, places and what is told
 * must be the same. */
#include "exchange/reading.h"
#include "support/scratch.h"

enum { UNITS = 150, VARIABLES = 7, PERIODS = 4, TEXT = 1 << 20 };

/* A table as it is written: twice, plain and quoted. */
typedef struct sheet {
    char *plain;
    char *quoted;
    size_t length, quoted_length;
    const char *line_end;
    uint64_t seed;
} sheet;

static const char *const variables[VARIABLES] = {
    "a",        "bb",        "pupils",
    "area_m2x", "ninechars", "teachers_of_primary_schools",
    "M07"};

static sheet sheet_of(uint64_t seed, const char *line_end) {
    sheet made = {malloc(TEXT), malloc(TEXT), 0, 0, line_end, seed};
    assert_true(made.plain != NULL && made.quoted != NULL);
    return made;
}

static void sheet_clear(sheet *of) {
    free(of->plain);
    free(of->quoted);
}

static size_t pick(sheet *of, size_t count) {
    return support_random(&of->seed) % count;
}

/* A record whose first cell is `first`, and `rest` behind it. */
static void put(sheet *of, const char *first, const char *rest) {
    assert_true(of->quoted_length + strlen(first) + strlen(rest) + 8 < TEXT);
    of->length += (size_t)sprintf(of->plain + of->length, "%s%s%s", first, rest,
                                  of->line_end);
    of->quoted_length +=
        (size_t)sprintf(of->quoted + of->quoted_length, "\"%s\"%s%s", first,
                        rest, of->line_end);
}

static void put_plain(sheet *of, const char *line) {
    of->length +=
        (size_t)sprintf(of->plain + of->length, "%s%s", line, of->line_end);
    of->quoted_length += (size_t)sprintf(of->quoted + of->quoted_length, "%s%s",
                                         line, of->line_end);
}

/* Ids of less than eight bytes, of eight, and longer. */
static const char *unit_id(size_t unit) {
    static char id[40];
    snprintf(id, sizeof(id),
             unit < 50    ? "s%zu"
             : unit < 100 ? "unit%04zu"
                          : "the_unit_number_%zu",
             unit);
    return id;
}

static const char *value_text(sheet *of, int odd) {
    static const char *const odds[] = {"x",    "1,5\"", "96%", "--1", "1e999",
                                       "5e21", ".",     " 1",  "-"};
    static const char *const rare[] = {
        "",           "NA",       "+5",           "1e3",
        "-0",         "12345678", "123456789.25", "0.1234567890123456789",
        "00000000.5", "-1234567", "-12345.67",    "123456789012345678901",
        ".5",         "5."};
    static char text[32];
    if (odd && pick(of, 40) == 0)
        return odds[pick(of, sizeof(odds) / sizeof(odds[0]))];
    if (pick(of, 6) == 0)
        return rare[pick(of, sizeof(rare) / sizeof(rare[0]))];
    snprintf(text, sizeof(text), "%zu.%zu", pick(of, 1000), pick(of, 10000));
    return text;
}

/* --- Reading both --------------------------------------------------------- */

static attain_dataset *dataset_of(void) {
    attain_dataset *data;
    attain_unit units[UNITS];
    attain_variable listed;
    char ids[UNITS][40];
    assert_int_equal(attain_dataset_create(NULL, &data, NULL), ATTAIN_OK);
    for (size_t u = 0; u < UNITS; u++) {
        attain_unit_init(&units[u]);
        strcpy(ids[u], unit_id(u));
        units[u].id = units[u].name = ids[u];
        units[u].level = "school";
        if (u % 37 == 5)
            units[u].opened = 2021;
    }
    assert_int_equal(attain_dataset_add_units(data, units, UNITS, NULL, NULL),
                     ATTAIN_OK);
    attain_variable_init(&listed);
    listed.id = "pupils";
    listed.min = -1e8;
    listed.max = 1e21;
    assert_int_equal(attain_dataset_add_variables(data, &listed, 1, NULL, NULL),
                     ATTAIN_OK);
    return data;
}

static attain_status read_text(attain_dataset *data, const char *text,
                               size_t length, told *problems) {
    attain_read_options options;
    attain_table table;
    attain_table_init(&table);
    table.name = "x.csv";
    table.text = text;
    table.length = length;
    options_of(&options, problems);
    options.max_problems = 1000;
    return attain_read_observations(data, &table, 1, &options, NULL);
}

static attain_status read_file(attain_dataset *data, const char *text,
                               size_t length, told *problems) {
    attain_read_options options;
    scratch_write("rows.csv", text, length);
    options_of(&options, problems);
    return attain_read_observations_file(data, scratch_path("rows.csv"),
                                         &options, NULL);
}

static void assert_same_cell(const attain_dataset *a, const attain_dataset *b,
                             int32_t unit, const char *variable,
                             int32_t period) {
    attain_observation seen[2];
    const attain_dataset *sets[2] = {a, b};
    int32_t row[2];
    for (int i = 0; i < 2; i++) {
        attain_observation_init(&seen[i]);
        row[i] = attain_dataset_find(sets[i], ATTAIN_DATASET_VARIABLES,
                                     variable, ATTAIN_NUL_TERMINATED);
        if (row[i] >= 0) {
            assert_int_equal(attain_dataset_get_observation(
                                 sets[i], unit, row[i], period,
                                 ATTAIN_GROUP_NONE, &seen[i], NULL),
                             ATTAIN_OK);
        }
    }
    assert_int_equal(row[0], row[1]);
    assert_same(seen[0].value, seen[1].value);
    assert_int_equal(seen[0].present, seen[1].present);
    assert_int_equal(seen[0].status, seen[1].status);
    assert_int_equal(seen[0].line, seen[1].line);
}

static void assert_same_data(const attain_dataset *a, const attain_dataset *b) {
    assert_int_equal(attain_dataset_count(a, ATTAIN_DATASET_VARIABLES),
                     attain_dataset_count(b, ATTAIN_DATASET_VARIABLES));
    for (int32_t unit = 0; unit < UNITS; unit++) {
        for (size_t v = 0; v < VARIABLES; v++)
            for (int32_t p = 0; p < PERIODS; p++)
                assert_same_cell(a, b, unit, variables[v], 2019 + p);
    }
}

static void assert_same_told(const told *a, const told *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count && i < TOLD; i++)
        assert_string_equal(a->lines[i], b->lines[i]);
}

/* How often both went well. */
static size_t check(const sheet *of) {
    static told problems[2];
    attain_dataset *plain = dataset_of();
    attain_dataset *quoted = dataset_of();
    attain_status status =
        read_text(plain, of->plain, of->length, &problems[0]);
    assert_int_equal(
        read_text(quoted, of->quoted, of->quoted_length, &problems[1]), status);
    assert_same_told(&problems[0], &problems[1]);
    assert_same_data(plain, quoted);
    if (status == ATTAIN_OK) {
        attain_dataset *file = dataset_of();
        assert_int_equal(read_file(file, of->plain, of->length, &problems[0]),
                         ATTAIN_OK);
        assert_same_data(plain, file);
        attain_dataset_destroy(file);
    }
    attain_dataset_destroy(plain);
    attain_dataset_destroy(quoted);
    return status == ATTAIN_OK;
}

/* --- Tables --------------------------------------------------------------- */

/* The cells of a table in some order: kept, or scrambled. */
static void make_order(sheet *of, size_t *order, size_t count, int scrambled) {
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = count; scrambled && i > 1; i--) {
        size_t other = pick(of, i);
        size_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

/* What stands between records: comments, blank lines, marks, wrong lines. */
static void put_between(sheet *of, int odd) {
    static const char *const calm[] = {"# a comment, of three, fields,x", "",
                                       "#"};
    static const char *const wrong[] = {
        "s1,2019", "nobody,2019,a,1", "s1,19,a,1",
        ",,,",     "s2,2019-Q1,a,1",  "\xef\xbb\xbfs1,2019,a,1"};
    if (pick(of, 60) == 0)
        put_plain(of, calm[pick(of, 3)]);
    if (odd && pick(of, 120) == 0)
        put_plain(of, wrong[pick(of, 6)]);
}

static void make_long(sheet *of, int scrambled, int odd, int twice) {
    static size_t order[UNITS * PERIODS * VARIABLES];
    size_t count = UNITS * PERIODS * VARIABLES;
    make_order(of, order, count, scrambled);
    put_plain(of, "unit,period,variable,value,status");
    for (size_t i = 0; i < count; i++) {
        char rest[128];
        size_t cell = order[i];
        size_t unit = cell / (PERIODS * VARIABLES);
        snprintf(rest, sizeof(rest), ",%zu,%s,%s,%s",
                 2019 + cell / VARIABLES % PERIODS, variables[cell % VARIABLES],
                 value_text(of, odd),
                 odd && pick(of, 50) == 0 ? "estimated" : "");
        put(of, unit_id(unit), rest);
        if (twice && (i == 5 || i == count - 1))
            put(of, unit_id(unit), rest);
        put_between(of, odd);
    }
}

static void make_wide(sheet *of, int scrambled, int odd, int twice) {
    size_t order[UNITS * PERIODS];
    make_order(of, order, UNITS * PERIODS, scrambled);
    put_plain(of, "unit,pupils,a,period,note,ninechars,M07");
    for (size_t i = 0; i < UNITS * PERIODS; i++) {
        char rest[256];
        char values[4][40];
        for (int v = 0; v < 4; v++)
            snprintf(values[v], sizeof(values[v]), "%s", value_text(of, odd));
        /* By period, then by unit, where it is not scrambled. */
        snprintf(rest, sizeof(rest), ",%s,%s,%zu,%s,%s,%s", values[0],
                 values[1], 2019 + order[i] / UNITS,
                 pick(of, 3) == 0 ? "\xe4\xb8\xad \xe6\x96\x87" : "", values[2],
                 values[3]);
        put(of, unit_id(order[i] % UNITS), rest);
        if (twice && (i == 7 || i == UNITS * PERIODS - 1))
            put(of, unit_id(order[i] % UNITS), rest);
        put_between(of, odd);
    }
}

static void check_all(void (*make)(sheet *, int, int, int)) {
    size_t well = 0;
    for (uint64_t turn = 0; turn < 32; turn++) {
        sheet of = sheet_of(turn + 1, turn & 1 ? "\r\n" : "\n");
        make(&of, turn >> 1 & 1, turn >> 2 & 1, turn >> 3 & 1);
        /* The last line may lack its end. */
        if (turn & 16) {
            of.length -= strlen(of.line_end);
            of.quoted_length -= strlen(of.line_end);
        }
        well += check(&of);
        sheet_clear(&of);
    }
    assert_int_equal(well, 8);
}

static void long_rows_are_read_alike_at_once_and_one_by_one(void **state) {
    (void)state;
    check_all(make_long);
}

static void wide_rows_are_read_alike_at_once_and_one_by_one(void **state) {
    (void)state;
    check_all(make_wide);
}

/* The last byte of a cell at `at` or before it, not of a comment. */
static size_t last_byte(const sheet *of, size_t at) {
    const char *text = of->plain;
    for (;; at--) {
        size_t begin = at;
        while (text[begin - 1] != '\n')
            begin--;
        if (text[at + 1] == ',' && text[at] != ',' && (text[at] & 0x80) == 0 &&
            text[begin] != '#')
            return at;
    }
}

/* Bytes that are not UTF-8 or NUL, wherever they stand. */
static void bad_bytes_are_told_alike(void **state) {
    (void)state;
    for (uint64_t turn = 0; turn < 20; turn++) {
        static told problems;
        sheet of = sheet_of(turn, "\n");
        make_wide(&of, 0, 0, 0);
        size_t at = last_byte(&of, 100 + pick(&of, of.length - 100));
        of.plain[at] = turn % 2 ? '\0' : (char)0xff;
        attain_dataset *data = dataset_of();
        assert_int_equal(read_text(data, of.plain, of.length, &problems),
                         ATTAIN_ERR_TABLE);
        size_t i = 0;
        while (i < TOLD - 1 && strstr(problems.lines[i], "UTF-8") == NULL)
            i++; /* warnings of closed units */
        assert_int_equal(problems.errors, 1);
        assert_non_null(strstr(problems.lines[i], "is not UTF-8"));
        assert_int_equal(problems.offsets[i], at);
        attain_dataset_destroy(data);
        sheet_clear(&of);
    }
}

/* The limit of a field holds for notes, too. */
static void long_notes_are_told(void **state) {
    (void)state;
    attain_dataset *data = dataset_of();
    attain_read_options options;
    attain_table table;
    static told problems;
    attain_table_init(&table);
    table.name = "x.csv";
    table.text = "unit,period,a,note\ns1,2019,1,short\ns2,2019,1,short\n"
                 "s3,2019,1,a note of some length\ns4,2019,1,x\n";
    table.length = ATTAIN_NUL_TERMINATED;
    options_of(&options, &problems);
    options.max_field_size = 20;
    assert_int_equal(attain_read_observations(data, &table, 1, &options, NULL),
                     ATTAIN_ERR_LIMIT);
    assert_told(&problems, "x.csv:4:4: error: ", "more than 20 bytes");
    attain_dataset_destroy(data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_rows_are_read_alike_at_once_and_one_by_one),
        cmocka_unit_test(wide_rows_are_read_alike_at_once_and_one_by_one),
        cmocka_unit_test(bad_bytes_are_told_alike),
        cmocka_unit_test(long_notes_are_told),
    };
    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
