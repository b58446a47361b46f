/* The tables of a Frictionless data package, where its descriptor says that
 * they lie: those resources that are named as our tables are. */
#include <string.h>

#include "exchange/folder.h"
#include "exchange/json.h"
#include "exchange/read.h"

/* A descriptor while it is read. */
typedef struct package {
    attain_i_reader *reader;
    attain_i_sources *sources;
    int (*wanted)(const char *base);
    const char *name; /* its path */
    size_t folder;    /* length of the path's folder with its slash */
    attain_i_json json;
    char *text; /* and behind it the room for strings */
    size_t length, capacity;
    int32_t file; /* for problems */
    int resources;
    int faulty;
} package;

/* A resource: what is needed of it, or what is wrong with it for us. */
typedef struct resource {
    const char *name;
    const char *path;
    const char *fault;
    const char *what; /* that the fault is about */
    int64_t line;
} resource;

typedef enum attain_i_json_token token;

/* --- Telling ------------------------------------------------------------- */

static void tell(package *from, attain_status code, int64_t line,
                 const char *message, const char *what) {
    attain_i_problems *problems = &from->reader->problems;
    if (!from->faulty) {
        from->file = attain_i_problems_file(problems, from->name);
        from->faulty = 1;
    }
    attain_i_spot spot = {NULL, line, 0, -1, from->file};
    if (from->file < 0) {
        problems->no_memory = 1;
        return;
    }
    attain_i_problem_error(problems, code, &spot, message,
                           what == NULL ? "" : what);
}

static void tell_json(package *from) {
    if (!from->faulty) {
        tell(from, ATTAIN_ERR_TEXT, from->json.line,
             "the descriptor is no JSON: it %s", from->json.fault);
    }
}

/* --- The file ------------------------------------------------------------ */

/* Room for `more` bytes, twice: for the text, and for its strings. */
static int make_room(package *from, size_t more) {
    const attain_allocator *allocator = &from->reader->allocator;
    void *text = from->text;
    int room = attain_i_grow(allocator, &text, &from->capacity,
                             from->length + more, 1);
    from->text = text;
    return room;
}

/* ATTAIN_OK also with a problem. */
static attain_status load(package *from, FILE *file) {
    enum { AT_ONCE = 1 << 14 };
    size_t got;
    do {
        if (!make_room(from, AT_ONCE))
            return ATTAIN_ERR_MEMORY;
        got = fread(from->text + from->length, 1, AT_ONCE, file);
        from->length += got;
        if (from->length > from->reader->options.max_file_size) {
            tell(from, ATTAIN_ERR_LIMIT, 0,
                 "the descriptor is larger than max_file_size%s", NULL);
            return ATTAIN_OK;
        }
    } while (got > 0);
    if (ferror(file)) {
        tell(from, ATTAIN_ERR_IO, 0, "the file cannot be read to its end%s",
             NULL);
    } else if (attain_i_utf8_invalid(from->text, from->length) < from->length) {
        tell(from, ATTAIN_ERR_TEXT, 0, "the descriptor is not UTF-8%s", NULL);
    }
    return make_room(from, from->length) ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

/* --- A resource ---------------------------------------------------------- */

static void refuse(resource *of, const char *fault, const char *what) {
    if (of->fault == NULL) {
        of->fault = fault;
        of->what = what;
    }
}

static int is_one_of(const char *word, const char *const *words) {
    while (*words != NULL && strcmp(word, *words) != 0)
        words++;
    return *words != NULL;
}

/* Goes through the members of an object whose { has been read. */
static int members(package *from, resource *of,
                   void (*take)(package *, resource *, const char *, token)) {
    for (;;) {
        token key = attain_i_json_next(&from->json);
        if (key != ATTAIN_I_JSON_KEY)
            return key == ATTAIN_I_JSON_CLOSE;
        const char *name = from->json.value;
        token value = attain_i_json_next(&from->json);
        if (value == ATTAIN_I_JSON_FAULT)
            return 0;
        if (take != NULL && value != ATTAIN_I_JSON_OPEN)
            take(from, of, name, value);
        if (!attain_i_json_skip(&from->json, value))
            return 0;
    }
}

/* Of a dialect: our readers have but one. */
static void take_dialect(package *from, resource *of, const char *name,
                         token value) {
    static const struct {
        const char *name, *value;
    } ours[] = {{"delimiter", ","},
                {"quoteChar", "\""},
                {"header", "true"},
                {"doubleQuote", "true"},
                {"commentChar", "#"}};
    (void)value;
    for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
        if (strcmp(name, ours[i].name) == 0 &&
            strcmp(from->json.value, ours[i].value) != 0) {
            refuse(of,
                   "its dialect has another %s than ours: commas, double "
                   "quotes, a header, and # for comments",
                   ours[i].name);
        }
    }
}

/* What stands for a value that is not given. */
static int take_missing(package *from, resource *of) {
    static const char *const ours[] = {"", "NA", "NaN", "#N/A", NULL};
    for (;;) {
        token value = attain_i_json_next(&from->json);
        if (value == ATTAIN_I_JSON_CLOSE || value == ATTAIN_I_JSON_FAULT)
            return value == ATTAIN_I_JSON_CLOSE;
        if (value == ATTAIN_I_JSON_STRING &&
            !is_one_of(from->json.value, ours)) {
            refuse(of,
                   "its missing values have \"%s\": leave such cells "
                   "empty, or write NA",
                   from->json.value);
        }
        if (!attain_i_json_skip(&from->json, value))
            return 0;
    }
}

static int take_schema(package *from, resource *of) {
    for (;;) {
        token key = attain_i_json_next(&from->json);
        if (key != ATTAIN_I_JSON_KEY)
            return key == ATTAIN_I_JSON_CLOSE;
        int missing = strcmp(from->json.value, "missingValues") == 0;
        token value = attain_i_json_next(&from->json);
        int list =
            missing && value == ATTAIN_I_JSON_OPEN && from->json.letter == '[';
        if (!(list ? take_missing(from, of)
                   : attain_i_json_skip(&from->json, value)))
            return 0;
    }
}

/* A path, or a list of a single one. */
static int take_path(package *from, resource *of, token value) {
    if (value == ATTAIN_I_JSON_OPEN && from->json.letter == '[') {
        value = attain_i_json_next(&from->json);
        if (value == ATTAIN_I_JSON_STRING)
            of->path = from->json.value;
        if (!attain_i_json_skip(&from->json, value))
            return 0;
        if (value == ATTAIN_I_JSON_CLOSE)
            return 1;
        value = attain_i_json_next(&from->json);
        while (value != ATTAIN_I_JSON_CLOSE) {
            refuse(of, "it has several paths%s: make each a resource", NULL);
            if (!attain_i_json_skip(&from->json, value))
                return 0;
            value = attain_i_json_next(&from->json);
        }
        return 1;
    }
    if (value == ATTAIN_I_JSON_STRING)
        of->path = from->json.value;
    return attain_i_json_skip(&from->json, value);
}

static void take_encoding(package *from, resource *of) {
    static const char *const ours[] = {"utf-8", "UTF-8", "utf8", "UTF8", NULL};
    if (!is_one_of(from->json.value, ours))
        refuse(of, "its encoding is %s: save it as UTF-8", from->json.value);
}

static int take_member(package *from, resource *of, const char *name,
                       token value) {
    if (strcmp(name, "name") == 0 && value == ATTAIN_I_JSON_STRING) {
        of->name = from->json.value;
    } else if (strcmp(name, "path") == 0) {
        return take_path(from, of, value);
    } else if (strcmp(name, "data") == 0) {
        refuse(of, "it has its data in the descriptor%s: put them into a file",
               NULL);
    } else if (strcmp(name, "encoding") == 0 && value == ATTAIN_I_JSON_STRING) {
        take_encoding(from, of);
    } else if (strcmp(name, "dialect") == 0 && value == ATTAIN_I_JSON_OPEN &&
               from->json.letter == '{') {
        return members(from, of, take_dialect);
    } else if (strcmp(name, "schema") == 0 && value == ATTAIN_I_JSON_OPEN &&
               from->json.letter == '{') {
        return take_schema(from, of);
    }
    return attain_i_json_skip(&from->json, value);
}

/* --- Its file ------------------------------------------------------------ */

/* Paths lie below the descriptor: no address, no way up, no root. */
static int is_within(const char *path) {
    const char *part = path;
    if (*path == '\0' || *path == '/' || strpbrk(path, "\\:") != NULL)
        return 0;
    while (part != NULL) {
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
            return 0;
        part = strchr(part, '/');
        part = part == NULL ? NULL : part + 1;
    }
    return 1;
}

/* NAME.csv, by which a table is known; NULL without memory. */
static const char *base_of(package *from, const char *name) {
    size_t length = strlen(name);
    char *base = attain_i_arena_bytes(&from->sources->names, length + 5);
    if (base != NULL) {
        memcpy(base, name, length);
        memcpy(base + length, ".csv", 5);
    }
    return base;
}

static int add_source(package *from, const resource *of, const char *base) {
    size_t length = strlen(of->path);
    char *path =
        attain_i_arena_bytes(&from->sources->names, from->folder + length + 1);
    if (path == NULL)
        return 0;
    memcpy(path, from->name, from->folder);
    memcpy(path + from->folder, of->path, length + 1);
    attain_i_table_source source = {path, base, NULL, 0};
    return attain_i_sources_add(from->sources, &source);
}

/* False without memory. */
static int take_resource(package *from, const resource *of) {
    const char *base = of->name == NULL ? "" : base_of(from, of->name);
    if (base == NULL)
        return 0;
    if (!from->wanted(base))
        return 1;
    if (of->fault != NULL) {
        char what[320];
        char message[512];
        attain_i_format(what, sizeof(what), of->fault,
                        of->what == NULL ? "" : of->what);
        attain_i_format(message, sizeof(message),
                        "\"%.80s\" cannot be read: %s", of->name, what);
        tell(from, ATTAIN_ERR_VALUE, of->line, "the resource %s", message);
    } else if (of->path == NULL || !is_within(of->path)) {
        tell(from, ATTAIN_ERR_VALUE, of->line,
             "the resource \"%.80s\" has no path to a file below the "
             "descriptor",
             of->name);
    } else {
        return add_source(from, of, base);
    }
    return 1;
}

/* --- The descriptor ------------------------------------------------------ */

/* One resource, whose { has been read; false to stop. */
static int read_resource(package *from, int *room) {
    resource of = {NULL, NULL, NULL, NULL, from->json.line};
    for (;;) {
        token key = attain_i_json_next(&from->json);
        if (key != ATTAIN_I_JSON_KEY) {
            *room = key != ATTAIN_I_JSON_CLOSE || take_resource(from, &of);
            return key == ATTAIN_I_JSON_CLOSE && *room;
        }
        const char *name = from->json.value;
        if (!take_member(from, &of, name, attain_i_json_next(&from->json)))
            return 0;
    }
}

static int read_resources(package *from, int *room) {
    for (;;) {
        token value = attain_i_json_next(&from->json);
        if (value == ATTAIN_I_JSON_CLOSE)
            return 1;
        int object = value == ATTAIN_I_JSON_OPEN && from->json.letter == '{';
        if (!(object ? read_resource(from, room)
                     : attain_i_json_skip(&from->json, value)))
            return 0;
    }
}

/* False after a fault of the text, or without memory. */
static int read_descriptor(package *from, int *room) {
    token value = attain_i_json_next(&from->json);
    if (value != ATTAIN_I_JSON_OPEN || from->json.letter != '{')
        return attain_i_json_skip(&from->json, value);
    for (;;) {
        token key = attain_i_json_next(&from->json);
        if (key == ATTAIN_I_JSON_CLOSE)
            return attain_i_json_next(&from->json) == ATTAIN_I_JSON_END;
        if (key != ATTAIN_I_JSON_KEY)
            return 0;
        int resources = strcmp(from->json.value, "resources") == 0;
        value = attain_i_json_next(&from->json);
        if (resources && value == ATTAIN_I_JSON_OPEN &&
            from->json.letter == '[') {
            from->resources = 1;
            resources = read_resources(from, room);
        } else {
            resources = attain_i_json_skip(&from->json, value);
        }
        if (!resources)
            return 0;
    }
}

static attain_status read_file(package *from, FILE *file) {
    int room = 1;
    attain_status status = load(from, file);
    if (status != ATTAIN_OK || from->faulty)
        return status;
    attain_i_json_init(&from->json, from->text, from->length,
                       from->text + from->length);
    int read = read_descriptor(from, &room);
    if (!room)
        return ATTAIN_ERR_MEMORY;
    if (!read) {
        tell_json(from);
    } else if (!from->resources) {
        tell(from, ATTAIN_ERR_MISSING, 0,
             "the descriptor has no list of resources%s", NULL);
    }
    return ATTAIN_OK;
}

attain_status attain_i_sources_package(attain_i_reader *reader,
                                       attain_i_sources *sources,
                                       const char *path,
                                       int (*wanted)(const char *base),
                                       attain_error *err) {
    package from;
    memset(&from, 0, sizeof(from));
    attain_i_sources_init(sources, &reader->allocator);
    FILE *file = attain_i_file_open(path);
    if (file == NULL) {
        return attain_i_fail(err, ATTAIN_ERR_IO, "folder", -1,
                             "the descriptor \"%s\" cannot be opened: is it "
                             "there, and may it be read?",
                             path);
    }
    from.reader = reader;
    from.sources = sources;
    from.wanted = wanted;
    from.name = path;
    from.folder = (size_t)(attain_i_base_name(path) - path);
    attain_status status = read_file(&from, file);
    fclose(file);
    attain_i_release(&reader->allocator, from.text, from.capacity, 1);
    if (status != ATTAIN_OK || from.faulty)
        return attain_i_reader_finish(reader, status, err);
    return ATTAIN_OK;
}

static int is_descriptor(const char *path) {
    size_t length = path == NULL ? 0 : strlen(path);
    return length >= 5 && strcmp(path + length - 5, ".json") == 0;
}

attain_status attain_i_sources_find(attain_i_reader *reader,
                                    attain_i_sources *sources, const char *path,
                                    int (*wanted)(const char *base),
                                    attain_error *err) {
    return is_descriptor(path)
               ? attain_i_sources_package(reader, sources, path, wanted, err)
               : attain_i_sources_list(sources, &reader->allocator, path,
                                       wanted, err);
}
