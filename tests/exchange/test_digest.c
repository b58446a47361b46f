/* The digest of a folder's tables. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "attain/exchange.h"
#include "support/support.h"

enum { ROOM = 200 };

static char folder[ROOM];

static void put(const char *name, const char *text) {
    char path[2 * ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fputs(text, file) < 0, 0);
    fclose(file);
}

static void drop(const char *name) {
    char path[2 * ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    remove(path);
}

static int make(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/attain-digest-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    put("units.csv", "id,name,level\nc,County,county\n");
    put("observations.csv", "unit,period,variable,value\nc,2024,v,1\n");
    put("notes.txt", "no table");
    return 0;
}

static int unmake(void **state) {
    (void)state;
    drop("units.csv");
    drop("observations.csv");
    drop("notes.txt");
    return rmdir(folder);
}

/* What `LC_ALL=C sha256sum *.csv | sha256sum` prints of these files. */
static void digest_as_sha256sum_says(void **state) {
    char out[65];
    size_t count = 0;
    (void)state;
    assert_int_equal(
        attain_digest_folder(folder, out, sizeof out, &count, NULL), ATTAIN_OK);
    assert_int_equal(count, 64);
    assert_string_equal(out, "a8632d5b31876b1a5bf5f41ae4528bc7"
                             "f95c7052549498a46b45e123a9b8f75c");
    put("units.csv", "id,name,level\nc,County,county \n");
    assert_int_equal(
        attain_digest_folder(folder, out, sizeof out, &count, NULL), ATTAIN_OK);
    assert_string_not_equal(out, "a8632d5b31876b1a5bf5f41ae4528bc7"
                             "f95c7052549498a46b45e123a9b8f75c");
}

static void digest_counts_first(void **state) {
    char out[65] = "kept";
    size_t count = 0;
    attain_error err = {0};
    (void)state;
    assert_int_equal(attain_digest_folder(folder, NULL, 0, &count, NULL),
                     ATTAIN_OK);
    assert_int_equal(count, 64);
    assert_int_equal(attain_digest_folder(folder, out, 64, &count, &err),
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
    assert_int_equal(attain_digest_folder(folder, out, sizeof out, NULL, &err),
                     ATTAIN_ERR_ARGUMENT);
    assert_string_equal(err.field, "count");
    assert_int_equal(attain_digest_folder("/nowhere/at/all", out, sizeof out,
                                          &count, &err),
                     ATTAIN_ERR_IO);
    assert_contains(err.message, "/nowhere/at/all");
}

/* A table that is a folder can be listed, but not read. */
static void digest_of_what_cannot_be_read(void **state) {
    char out[65];
    char path[2 * ROOM];
    size_t count = 0;
    attain_error err = {0};
    (void)state;
    snprintf(path, sizeof path, "%s/z.csv", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(
        attain_digest_folder(folder, out, sizeof out, &count, &err),
        ATTAIN_ERR_IO);
    assert_contains(err.message, "z.csv");
    assert_int_equal(rmdir(path), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(digest_as_sha256sum_says, make, unmake),
        cmocka_unit_test_setup_teardown(digest_counts_first, make, unmake),
        cmocka_unit_test_setup_teardown(digest_refuses, make, unmake),
        cmocka_unit_test_setup_teardown(digest_of_what_cannot_be_read, make,
                                        unmake),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
