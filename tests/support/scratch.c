/* mkdtemp() and folders are POSIX. */
#define _POSIX_C_SOURCE 200809L

#include "support/scratch.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

#include "support/support.h"

static char folder[300];

#if defined(_WIN32)

#include <direct.h>
#include <io.h>

static int make_folder(const char *path) {
    return _mkdir(path);
}

static int make_temporary(void) {
    snprintf(folder, sizeof folder, "%s\\attain-XXXXXX", getenv("TEMP"));
    return _mktemp(folder) == NULL || make_folder(folder) != 0;
}

#else

#include <sys/stat.h>

static int make_folder(const char *path) {
    return mkdir(path, 0700);
}

static int make_temporary(void) {
    strcpy(folder, "/tmp/attain-XXXXXX");
    return mkdtemp(folder) == NULL;
}

#endif

int scratch_make(void **state) {
    (void)state;
    return make_temporary();
}

/* Empties a folder of the scratch folder ("": itself), and those in it down to
 * `depth`. */
static void empty(const char *name, int depth) {
    DIR *listing = opendir(scratch_path(name));
    struct dirent *entry;
    while (listing != NULL && (entry = readdir(listing)) != NULL) {
        char inner[sizeof folder];
        snprintf(inner, sizeof inner, "%s/%s", name, entry->d_name);
        if (entry->d_name[0] != '.' && scratch_drop(inner) != 0 && depth > 0) {
            empty(inner, depth - 1);
            scratch_drop(inner);
        }
    }
    if (listing != NULL)
        closedir(listing);
}

int scratch_remove(void **state) {
    (void)state;
    empty("", 1);
    return rmdir(folder);
}

const char *scratch_folder(void) {
    return folder;
}

const char *scratch_path(const char *name) {
    static char path[2 * sizeof folder];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

void scratch_write(const char *name, const void *bytes, size_t length) {
    FILE *file = fopen(scratch_path(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

int scratch_make_folder(const char *name) {
    return make_folder(scratch_path(name));
}

int scratch_drop(const char *name) {
    return unlink(scratch_path(name)) == 0 ? 0 : rmdir(scratch_path(name));
}
