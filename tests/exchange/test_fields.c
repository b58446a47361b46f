/* The fields of many records at once, in every way that this processor has:
 * what is found is what a plain loop finds, and numbers are those that
 * attain_number_parse() reads. */
#include "exchange/fields.h"

#include <math.h>
#include <stdio.h>

#include "attain/base.h"
#include "base/memory.h"
#include "support/support.h"

enum { BEFORE = 8, TEXT = 1 << 14 };

/* Text with room before it. */
static char space[BEFORE + TEXT + 1];
static char *const text = space + BEFORE;

static attain_i_fields fields_of(const attain_allocator *allocator,
                                 size_t width, size_t way) {
    attain_i_fields fields;
    assert_int_equal(attain_i_fields_init(&fields, allocator, width), 1);
    fields.loops = attain_i_fields_way(way);
    return fields;
}

/* --- Numbers -------------------------------------------------------------- */

/* A field of up to ten bytes: most are numbers, some nearly. */
static size_t make_field(char *out, uint64_t *seed) {
    static const char letters[] = "0123456789012345678901234567890123456789"
                                  "..--+eE5 N/:\x01\x7f";
    size_t length = support_random(seed) % 11;
    size_t point = support_random(seed) % 12;
    int wild = support_random(seed) % 4 == 0;
    for (size_t i = 0; i < length; i++) {
        out[i] = wild ? letters[support_random(seed) % (sizeof(letters) - 1)]
                 : i == point ? '.'
                              : (char)('0' + support_random(seed) % 10);
    }
    if (!wild && length > 1 && support_random(seed) % 4 == 0)
        out[0] = '-';
    return length;
}

static void check_number(const char *field, size_t length, double value,
                         uint64_t other, size_t *simple) {
    double expected = (double)NAN;
    attain_status status =
        length == 0 ? ATTAIN_OK
                    : attain_number_parse(field, length, &expected, NULL);
    if (other == 0) {
        assert_int_equal(status, ATTAIN_OK);
        assert_memory_equal(&value, &expected, sizeof(value));
        ++*simple;
        return;
    }
    /* Left out are long ones, and those with a plus or an exponent. */
    assert_true(status != ATTAIN_OK || length > 8 ||
                memchr(field, 'e', length) != NULL ||
                memchr(field, 'E', length) != NULL || field[0] == '+');
}

static void check_numbers(size_t way, size_t rows, uint64_t *seed) {
    attain_allocator allocator;
    char fields_text[ATTAIN_I_FIELDS_ROWS][2][12];
    size_t lengths[ATTAIN_I_FIELDS_ROWS][2];
    size_t used = 0;
    size_t simple = 0;
    attain_i_allocator_set(&allocator, NULL);
    for (size_t row = 0; row < rows; row++) {
        for (int c = 0; c < 2; c++) {
            size_t length = make_field(fields_text[row][c], seed);
            memcpy(text + used, fields_text[row][c], length);
            lengths[row][c] = length;
            used += length;
            text[used++] = c == 0 ? ',' : '\n';
        }
    }
    attain_i_fields fields = fields_of(&allocator, 2, way);
    attain_i_fields_find(&fields, text, used, rows, 0);
    assert_int_equal(fields.rows, rows);
    for (size_t c = 0; c < 2; c++) {
        double values[ATTAIN_I_FIELDS_ROWS];
        uint64_t others[ATTAIN_I_FIELDS_ROWS];
        int any = 0;
        int found = attain_i_fields_numbers(&fields, c, values, others);
        for (size_t row = 0; row < rows; row++) {
            check_number(fields_text[row][c], lengths[row][c], values[row],
                         others[row], &simple);
            any = any || others[row] != 0;
        }
        assert_int_equal(found, any);
    }
    assert_true(rows < 40 || simple > rows / 2);
    attain_i_fields_clear(&fields, &allocator);
}

static void numbers_are_those_of_the_parser(void **state) {
    (void)state;
    for (size_t way = 0; attain_i_fields_way(way) != NULL; way++) {
        uint64_t seed = 11;
        for (int turn = 0; turn < 4000; turn++)
            check_numbers(way, 1 + (size_t)turn % ATTAIN_I_FIELDS_ROWS, &seed);
    }
}

/* --- Records -------------------------------------------------------------- */

/* The length of the first record with its line end if it is as it should be,
 * else 0. */
static size_t plain_record(const char *at, size_t length, size_t width,
                           int crlf) {
    size_t fields = 1;
    for (size_t i = 0; i < length; i++) {
        if (at[i] == '"' || (at[i] == '\r' && !crlf))
            return 0;
        if (at[i] == '\r' && (i + 1 == length || at[i + 1] != '\n'))
            return 0;
        if (at[i] == '\n') {
            int whole = !crlf || (i > 0 && at[i - 1] == '\r');
            return whole && fields == width ? i + 1 : 0;
        }
        fields += at[i] == ',';
    }
    return 0;
}

static void check_record(const attain_i_fields *fields, size_t row,
                         const char *record) {
    for (size_t c = 0; c < fields->width; c++) {
        attain_i_cells cells = attain_i_fields_cells(fields, row, c);
        attain_i_raw_field field = attain_i_cells_field(&cells);
        size_t length = strcspn(record, ",\r\n");
        assert_ptr_equal(field.text, record);
        assert_int_equal(field.length, length);
        assert_int_equal(*cells.length, length < ATTAIN_I_FIELDS_LONG
                                            ? length
                                            : ATTAIN_I_FIELDS_LONG);
        record += length + 1;
    }
}

static void check_records(attain_i_fields *fields, size_t length, size_t most,
                          int crlf) {
    size_t at = 0;
    size_t rows = 0;
    attain_i_fields_find(fields, text, length, most, crlf);
    assert_true(fields->rows <= most);
    for (; rows < fields->rows; rows++) {
        size_t size = plain_record(text + at, length - at, fields->width, crlf);
        assert_true(size > 0);
        check_record(fields, rows, text + at);
        at += size;
        assert_int_equal(fields->lines[rows], at - 1);
    }
    int more = plain_record(text + at, length - at, fields->width, crlf) > 0;
    assert_true(rows == most || !more);
    if (rows == most)
        assert_int_equal(fields->cut, 0);
    /* What is cut off is not waited for. */
    if (memchr(text + at, '\n', length - at) != NULL && rows < most)
        assert_int_equal(fields->cut, 1);
}

/* Records of random widths and lengths, now and then an odd one. */
static size_t make_records(size_t width, int crlf, uint64_t *seed) {
    size_t used = 0;
    size_t rows = support_random(seed) % 80;
    for (size_t row = 0; row < rows && used + 800 < TEXT; row++) {
        size_t fields = width;
        if (support_random(seed) % 40 == 0)
            fields += support_random(seed) % 3 - 1;
        for (size_t c = 0; c < fields; c++) {
            size_t length = support_random(seed) % (c == 1 ? 30 : 12);
            memset(text + used, 'a', length);
            used += length;
            text[used++] = ',';
        }
        used -= fields > 0;
        if (support_random(seed) % 60 == 0)
            text[used++] = "\"\r\n,"[support_random(seed) % 4];
        if (crlf)
            text[used++] = '\r';
        text[used++] = '\n';
    }
    return used;
}

static void records_are_those_of_a_plain_loop(void **state) {
    (void)state;
    attain_allocator allocator;
    attain_i_allocator_set(&allocator, NULL);
    for (size_t way = 0; attain_i_fields_way(way) != NULL; way++) {
        uint64_t seed = 5;
        for (int turn = 0; turn < 3000; turn++) {
            int crlf = turn % 3 == 0;
            size_t width = 2 + support_random(&seed) % 6;
            attain_i_fields fields = fields_of(&allocator, width, way);
            size_t length = make_records(width, crlf, &seed);
            /* The text may end anywhere. */
            length -= length > 40 ? support_random(&seed) % 40 : 0;
            check_records(&fields, length,
                          1 + support_random(&seed) % ATTAIN_I_FIELDS_ROWS,
                          crlf);
            attain_i_fields_clear(&fields, &allocator);
        }
    }
}

static void wide_records_have_room(void **state) {
    (void)state;
    attain_allocator allocator;
    attain_i_allocator_set(&allocator, NULL);
    memset(text, ',', TEXT);
    text[TEXT - 1] = '\n';
    for (size_t way = 0; attain_i_fields_way(way) != NULL; way++) {
        attain_i_fields fields = fields_of(&allocator, TEXT, way);
        attain_i_fields_find(&fields, text, TEXT, 64, 0);
        assert_int_equal(fields.most, 1);
        assert_int_equal(fields.rows, 1);
        attain_i_fields_clear(&fields, &allocator);
        /* A record with more fields than there is room for. */
        fields = fields_of(&allocator, 300, way);
        attain_i_fields_find(&fields, text, TEXT, 64, 0);
        assert_int_equal(fields.rows, 0);
        assert_int_equal(fields.cut, 1);
        attain_i_fields_clear(&fields, &allocator);
    }
}

static void room_that_is_not_there_is_told(void **state) {
    (void)state;
    support_memory memory;
    support_memory_init(&memory);
    for (size_t k = 1; k <= 3; k++) {
        attain_i_fields fields;
        support_memory_fail(&memory, k, 0);
        assert_int_equal(attain_i_fields_init(&fields, &memory.allocator, 5),
                         0);
        attain_i_fields_clear(&fields, &memory.allocator);
        assert_no_leak(&memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_of_the_parser),
        cmocka_unit_test(records_are_those_of_a_plain_loop),
        cmocka_unit_test(wide_records_have_room),
        cmocka_unit_test(room_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
