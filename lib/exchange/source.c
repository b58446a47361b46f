#include <string.h>

#include "exchange/folder.h"
#include "exchange/read.h"

const char *attain_i_base_name(const char *path) {
    const char *base = path;
    for (; *path != '\0'; path++)
        if (*path == '/' || *path == '\\')
            base = path + 1;
    return base;
}

int attain_i_is_table(const char *base, const char *form) {
    size_t length = strlen(form);
    return strncmp(base, form, length) == 0 &&
           strcmp(base + length, ".csv") == 0;
}

int attain_i_is_observations(const char *base) {
    static const char begin[] = "observations";
    size_t length = strlen(base);
    return length >= sizeof(begin) - 1 + 4 &&
           strncmp(base, begin, sizeof(begin) - 1) == 0 &&
           strcmp(base + length - 4, ".csv") == 0;
}

int attain_i_sources_add(attain_i_sources *sources,
                         const attain_i_table_source *table) {
    void *tables = sources->tables;
    int room = attain_i_grow(sources->allocator, &tables, &sources->capacity,
                             sources->count + 1, sizeof(*sources->tables));
    sources->tables = tables;
    if (room)
        sources->tables[sources->count++] = *table;
    return room;
}

void attain_i_sources_init(attain_i_sources *sources,
                           const attain_allocator *allocator) {
    memset(sources, 0, sizeof(*sources));
    sources->allocator = allocator;
    attain_i_arena_init(&sources->names, allocator);
}

void attain_i_sources_clear(attain_i_sources *sources) {
    attain_i_release(sources->allocator, sources->tables, sources->capacity,
                     sizeof(*sources->tables));
    attain_i_arena_clear(&sources->names);
    memset(sources, 0, sizeof(*sources));
}

const attain_i_table_source *
attain_i_sources_table(const attain_i_sources *sources,
                       attain_i_problems *problems, const char *form) {
    const attain_i_table_source *found = NULL;
    for (size_t i = 0; i < sources->count; i++) {
        const attain_i_table_source *source = &sources->tables[i];
        if (!attain_i_is_table(source->base, form))
            continue;
        if (found != NULL) {
            attain_i_problem_file(problems, source->name, ATTAIN_ERR_DUPLICATE,
                                  "this table is there twice: give it once");
        }
        found = found == NULL ? source : found;
    }
    return found;
}

static attain_status check_table(const attain_table *table, size_t row,
                                 attain_error *err) {
    if (!attain_i_struct_ok(table->struct_size, sizeof(*table),
                            sizeof(*table))) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size",
                             (int64_t)row,
                             "the struct_size %zu of the table is not that of "
                             "a release: call attain_table_init()",
                             table->struct_size);
    }
    if (table->name == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "name", (int64_t)row,
                             "the table has no name: give that of its file");
    }
    if (table->text == NULL && table->length != 0) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "text", (int64_t)row,
                             "the table's text is NULL, but its length is "
                             "not 0");
    }
    return ATTAIN_OK;
}

attain_status attain_i_sources_take(attain_i_sources *sources,
                                    const attain_allocator *allocator,
                                    const attain_table *tables, size_t count,
                                    attain_error *err) {
    attain_i_sources_init(sources, allocator);
    if (tables == NULL && count > 0)
        return attain_i_fail_null(err, "tables");
    for (size_t i = 0; i < count; i++) {
        attain_status status = check_table(&tables[i], i, err);
        if (status != ATTAIN_OK)
            return status;
        const char *text = tables[i].text == NULL ? "" : tables[i].text;
        attain_i_table_source source = {
            tables[i].name, attain_i_base_name(tables[i].name), text,
            attain_i_length(text, tables[i].length)};
        if (!attain_i_sources_add(sources, &source))
            return attain_i_fail_memory(err);
    }
    return ATTAIN_OK;
}

/* folder/name, and where the name begins in it. */
static int add_file(attain_i_sources *sources, const char *folder,
                    const char *name) {
    size_t before = strlen(folder);
    size_t length = strlen(name);
    char *path = attain_i_arena_bytes(&sources->names, before + length + 2);
    if (path == NULL)
        return 0;
    memcpy(path, folder, before);
    if (before > 0 && path[before - 1] != '/')
        path[before++] = '/';
    memcpy(path + before, name, length + 1);
    attain_i_table_source source = {path, path + before, NULL, 0};
    return attain_i_sources_add(sources, &source);
}

attain_status attain_i_sources_list(attain_i_sources *sources,
                                    const attain_allocator *allocator,
                                    const char *folder,
                                    int (*wanted)(const char *base),
                                    attain_error *err) {
    attain_i_sources_init(sources, allocator);
    if (folder == NULL)
        return attain_i_fail_null(err, "folder");
    attain_i_folder listing;
    if (!attain_i_folder_open(&listing, folder)) {
        return attain_i_fail(err, ATTAIN_ERR_IO, "folder", -1,
                             "the folder \"%s\" cannot be opened: is it "
                             "there, and may it be read?",
                             folder);
    }
    int room = 1;
    for (const char *name = attain_i_folder_next(&listing);
         name != NULL && room; name = attain_i_folder_next(&listing))
        if (wanted(name))
            room = add_file(sources, folder, name);
    attain_i_folder_close(&listing);
    attain_i_sources_sort(sources);
    return room ? ATTAIN_OK : attain_i_fail_memory(err);
}

static int after(const attain_i_table_source *a,
                 const attain_i_table_source *b) {
    int order = strcmp(a->base, b->base);
    return order != 0 ? order > 0 : strcmp(a->name, b->name) > 0;
}

/* Shell's sort with Ciura's gaps: a folder has few tables. */
void attain_i_sources_sort(attain_i_sources *sources) {
    static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof(gaps) / sizeof(gaps[0]); g++) {
        for (size_t i = gaps[g]; i < sources->count; i++) {
            attain_i_table_source table = sources->tables[i];
            size_t j = i;
            for (; j >= gaps[g] && after(&sources->tables[j - gaps[g]], &table);
                 j -= gaps[g])
                sources->tables[j] = sources->tables[j - gaps[g]];
            sources->tables[j] = table;
        }
    }
}

void attain_i_source_open(const attain_i_table_source *source,
                          attain_i_input *input) {
    *input =
        (attain_i_input){source->name, NULL, source->text, source->length, 0};
    if (source->text == NULL) {
        input->file = attain_i_file_open(source->name);
        input->unreadable = input->file == NULL;
    }
    if (input->file != NULL)
        setvbuf(input->file, NULL, _IONBF, 0);
}

void attain_i_input_close(attain_i_input *input) {
    if (input->file != NULL)
        fclose(input->file);
    input->file = NULL;
}
