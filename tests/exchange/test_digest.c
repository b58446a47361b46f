/* The digest of a folder's tables. */
#include "attain/exchange.h"
#include "support/scratch.h"
#include "support/support.h"

static void put(const char *name, const char *text) {
    scratch_write(name, text, strlen(text));
}

static int make(void **state) {
    if (scratch_make(state) != 0)
        return -1;
    put("units.csv", "id,name,level\nc,County,county\n");
    put("observations.csv", "unit,period,variable,value\nc,2024,v,1\n");
    put("notes.txt", "no table");
    return 0;
}

/* What `LC_ALL=C sha256sum *.csv | sha256sum` prints of these files. */
static void digest_as_sha256sum_says(void **state) {
    char out[65];
    size_t count = 0;
    (void)state;
    assert_int_equal(
        attain_digest_folder(scratch_folder(), out, sizeof out, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(count, 64);
    assert_string_equal(out, "a8632d5b31876b1a5bf5f41ae4528bc7"
                             "f95c7052549498a46b45e123a9b8f75c");
    put("units.csv", "id,name,level\nc,County,county \n");
    assert_int_equal(
        attain_digest_folder(scratch_folder(), out, sizeof out, &count, NULL),
        ATTAIN_OK);
    assert_string_not_equal(out, "a8632d5b31876b1a5bf5f41ae4528bc7"
                                 "f95c7052549498a46b45e123a9b8f75c");
}

static void digest_counts_first(void **state) {
    char out[65] = "kept";
    size_t count = 0;
    attain_error err = {0};
    (void)state;
    assert_int_equal(
        attain_digest_folder(scratch_folder(), NULL, 0, &count, NULL),
        ATTAIN_OK);
    assert_int_equal(count, 64);
    assert_int_equal(
        attain_digest_folder(scratch_folder(), out, 64, &count, &err),
        ATTAIN_ERR_SPACE);
    assert_string_equal(out, "kept");
    assert_string_equal(err.field, "capacity");
}

static void digest_refuses(void **state) {
    char out[65];
    size_t count = 0;
    attain_error err = {0};
    (void)state;
    assert_int_equal(attain_digest_folder(NULL, out, sizeof out, &count, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "folder");
    assert_int_equal(
        attain_digest_folder(scratch_folder(), out, sizeof out, NULL, &err),
        ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "count");
    assert_int_equal(
        attain_digest_folder("/nowhere/at/all", out, sizeof out, &count, &err),
        ATTAIN_ERR_IO);
    assert_contains(err.message, "/nowhere/at/all");
}

/* A table that is a folder can be listed, but not read. */
static void digest_of_what_cannot_be_read(void **state) {
    char out[65];
    size_t count = 0;
    attain_error err = {0};
    (void)state;
    assert_int_equal(scratch_make_folder("z.csv"), 0);
    assert_int_equal(
        attain_digest_folder(scratch_folder(), out, sizeof out, &count, &err),
        ATTAIN_ERR_IO);
    assert_contains(err.message, "z.csv");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(digest_as_sha256sum_says, make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(digest_counts_first, make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(digest_refuses, make, scratch_remove),
        cmocka_unit_test_setup_teardown(digest_of_what_cannot_be_read, make,
                                        scratch_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
