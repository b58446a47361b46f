/* A data package's descriptor, which has to lie in a file, and the tables that
 * it names: the input begins with the descriptor, tables follow after lines
 * `== NAME`. What the library writes of the tables is read again. */
#include <stdio.h>

#include "fuzz/fuzz.h"

#if defined(_WIN32)
#include <direct.h>
#include <io.h>
#define make_at(path) (_mktemp(path) != NULL && _mkdir(path) == 0)
#define remove_at(path) _rmdir(path)
#else
/* mkdtemp() and rmdir() are POSIX. */
char *mkdtemp(char *name);
int rmdir(const char *path);
#define make_at(path) (mkdtemp(path) != NULL)
#define remove_at(path) rmdir(path)
#endif

enum { PATH_SIZE = 300 };

static char folder[PATH_SIZE / 2];

static void remove_folder(void) {
    remove_at(folder);
}

/* Made once: of memory, where the system has such. */
static void make_folder(void) {
    static const char *const below[] = {"/dev/shm", "/tmp", NULL};
    const char *temporary = getenv("TEMP");
    for (size_t i = 0; folder[0] == '\0'; i++) {
        const char *where = i < 2 ? below[i] : temporary;
        FUZZ_CHECK(where != NULL && i < 3);
        snprintf(folder, sizeof folder, "%s/attain_XXXXXX", where);
        if (!make_at(folder))
            folder[0] = '\0';
        else
            FUZZ_CHECK(atexit(remove_folder) == 0);
    }
}

static void write_file(const char *name, const char *bytes, size_t length,
                       char *path) {
    snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    FUZZ_CHECK(file != NULL);
    FUZZ_CHECK(fwrite(bytes, 1, length, file) == length);
    fclose(file);
}

/* Files get names that are harmless in a folder; others are left out. */
static int is_plain(const char *name) {
    return name[0] != '\0' && name[0] != '.' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz_0123456789.") ==
               strlen(name) &&
           strcmp(name, "datapackage.json") != 0;
}

static void read_both(const char *path) {
    fuzz_told told;
    attain_read_options options;
    attain_plan *plan = NULL;
    attain_dataset *data = NULL;
    fuzz_options(&options, &told);
    attain_status status = attain_read_plan(path, &options, &plan, NULL);
    FUZZ_CHECK((status == ATTAIN_OK) == (plan != NULL));
    FUZZ_CHECK(status == ATTAIN_ERR_IO ||
               (status == ATTAIN_OK) == (told.errors == 0));
    attain_plan_destroy(plan);
    fuzz_options(&options, &told);
    status = attain_read_dataset(path, &options, &data, NULL);
    FUZZ_CHECK((status == ATTAIN_OK) == (data != NULL));
    FUZZ_CHECK(status == ATTAIN_ERR_IO ||
               (status == ATTAIN_OK) == (told.errors == 0));
    attain_dataset_destroy(data);
}

static int32_t keep(const char *bytes, size_t length, void *user) {
    return fwrite(bytes, 1, length, user) == length ? 0 : 1;
}

/* Tells apart a descriptor that is none from tables with faults. */
static int32_t no_json(const attain_problem *problem, void *user) {
    (void)user;
    FUZZ_CHECK(strstr(problem->message, "no JSON") == NULL);
    return 0;
}

/* The descriptor of the tables is one that can be read. */
static void write_and_read(const fuzz_tables *list) {
    char path[PATH_SIZE];
    attain_read_options options;
    attain_dataset *data = NULL;
    snprintf(path, sizeof path, "%s/datapackage.json", folder);
    FILE *file = fopen(path, "wb");
    FUZZ_CHECK(file != NULL);
    attain_status status = attain_write_package_tables(
        list->tables, list->count, NULL, keep, file, NULL);
    fclose(file);
    if (status == ATTAIN_OK) {
        attain_read_options_init(&options);
        options.handler = no_json;
        attain_read_dataset(path, &options, &data, NULL);
        attain_dataset_destroy(data);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    const char *text = (const char *)bytes;
    const char *end = fuzz_find(text, text + length);
    char paths[FUZZ_TABLES + 1][PATH_SIZE];
    size_t files = 0;
    fuzz_tables list;
    fuzz_cut(bytes, length, &list);
    make_folder();
    for (size_t i = 0; i < list.count; i++) {
        if (is_plain(list.names[i])) {
            write_file(list.names[i], list.tables[i].text,
                       list.tables[i].length, paths[files++]);
        }
    }
    write_file("datapackage.json", text, (size_t)(end - text), paths[files++]);
    read_both(paths[files - 1]);
    write_and_read(&list);
    for (size_t i = 0; i < files; i++)
        remove(paths[i]);
    return 0;
}
