#include "exchange/problem.h"

#include <stdarg.h>
#include <string.h>

#include "base/text.h"

enum { MESSAGE = sizeof(((attain_error *)0)->message) };

void attain_i_problems_init(attain_i_problems *problems,
                            const attain_allocator *allocator, size_t limit) {
    memset(problems, 0, sizeof(*problems));
    problems->allocator = allocator;
    problems->limit = limit;
    attain_i_arena_init(&problems->texts, allocator);
}

void attain_i_problems_clear(attain_i_problems *problems) {
    attain_i_release(problems->allocator, problems->found, problems->capacity,
                     sizeof(*problems->found));
    attain_i_release(problems->allocator, problems->files,
                     problems->file_capacity, sizeof(*problems->files));
    attain_i_arena_clear(&problems->texts);
    memset(problems, 0, sizeof(*problems));
}

/* A byte becomes at most four by escaping. */
static const char *escaped(attain_i_problems *problems, const char *text) {
    size_t length = strlen(text);
    if (length > SIZE_MAX / 4 - 1)
        return NULL;
    char *out = attain_i_arena_bytes(&problems->texts, 4 * length + 1);
    if (out != NULL)
        attain_i_format(out, 4 * length + 1, "%s", text);
    return out;
}

int32_t attain_i_problems_file(attain_i_problems *problems, const char *name) {
    void *files = problems->files;
    if (!attain_i_grow(problems->allocator, &files, &problems->file_capacity,
                       problems->file_count + 1, sizeof(*problems->files))) {
        problems->no_memory = 1;
        return -1;
    }
    problems->files = files;
    const char *shown = escaped(problems, name);
    if (shown == NULL) {
        problems->no_memory = 1;
        return -1;
    }
    problems->files[problems->file_count] = shown;
    return (int32_t)problems->file_count++;
}

void attain_i_problem_add(attain_i_problems *problems, int warning,
                          attain_status code, const attain_i_spot *spot,
                          const char *message) {
    int severity = warning ? ATTAIN_SEVERITY_WARNING : ATTAIN_SEVERITY_ERROR;
    problems->counted[severity]++;
    if (problems->kept[severity] >= problems->limit || problems->no_memory)
        return;
    void *found = problems->found;
    int room = attain_i_grow(problems->allocator, &found, &problems->capacity,
                             problems->count + 1, sizeof(*problems->found));
    problems->found = found;
    const char *text =
        attain_i_arena_text(&problems->texts, message, strlen(message));
    const char *field =
        spot->field == NULL ? "" : escaped(problems, spot->field);
    if (!room || text == NULL || field == NULL) {
        problems->no_memory = 1;
        return;
    }
    problems->found[problems->count] = (attain_i_found){
        field,           text,       spot->line, spot->column, spot->offset,
        problems->count, spot->file, severity,   code};
    problems->count++;
    problems->kept[severity]++;
}

void attain_i_problem_file(attain_i_problems *problems, const char *name,
                           attain_status code, const char *message) {
    attain_i_spot spot = {NULL, 0, 0, -1,
                          attain_i_problems_file(problems, name)};
    attain_i_problem_add(problems, 0, code, &spot, message);
}

static void add(attain_i_problems *problems, int warning, attain_status code,
                const attain_i_spot *spot, const char *format,
                va_list *arguments) {
    int severity = warning ? ATTAIN_SEVERITY_WARNING : ATTAIN_SEVERITY_ERROR;
    if (problems->kept[severity] >= problems->limit) {
        problems->counted[severity]++; /* nobody will read it */
        return;
    }
    char message[MESSAGE];
    attain_i_format_list(message, sizeof(message), format, arguments);
    attain_i_problem_add(problems, warning, code, spot, message);
}

void attain_i_problem_error(attain_i_problems *problems, attain_status code,
                            const attain_i_spot *spot, const char *format,
                            ...) {
    va_list arguments;
    va_start(arguments, format);
    add(problems, 0, code, spot, format, &arguments);
    va_end(arguments);
}

void attain_i_problem_warning(attain_i_problems *problems, attain_status code,
                              const attain_i_spot *spot, const char *format,
                              ...) {
    va_list arguments;
    va_start(arguments, format);
    add(problems, 1, code, spot, format, &arguments);
    va_end(arguments);
}

static int after(const attain_i_found *a, const attain_i_found *b) {
    if (a->file != b->file)
        return a->file > b->file;
    if (a->line != b->line)
        return a->line > b->line;
    if (a->column != b->column)
        return a->column > b->column;
    return a->order > b->order;
}

/* Lets the element at `i` sink to its place in the heap of `count`. */
static void sink(attain_i_found *heap, size_t i, size_t count) {
    attain_i_found item = heap[i];
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= count)
            break;
        if (child + 1 < count && after(&heap[child + 1], &heap[child]))
            child++;
        if (!after(&heap[child], &item))
            break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = item;
}

/* Heapsort: qsort() may take memory behind the allocator's back. */
static void sort(attain_i_found *found, size_t count) {
    for (size_t i = count / 2; i-- > 0;)
        sink(found, i, count);
    for (size_t last = count; last-- > 1;) {
        attain_i_found largest = found[0];
        found[0] = found[last];
        found[last] = largest;
        sink(found, 0, last);
    }
}

static int call(const attain_i_problems *problems, const attain_i_found *found,
                attain_problem_handler handler, void *user) {
    attain_problem problem;
    memset(&problem, 0, sizeof(problem));
    problem.struct_size = sizeof(problem);
    problem.file = found->file < 0 ? "" : problems->files[found->file];
    problem.field = found->field;
    problem.message = found->message;
    problem.line = found->line;
    problem.column = found->column;
    problem.offset = found->offset;
    problem.severity = found->severity;
    problem.code = found->code;
    return handler(&problem, user) != 0;
}

/* One more problem, without a file, that says what was not told. */
static int call_rest(const attain_i_problems *problems, size_t told,
                     attain_problem_handler handler, void *user) {
    size_t rest = problems->counted[0] + problems->counted[1] - told;
    if (rest == 0)
        return 0;
    int error = problems->counted[1] > problems->kept[1];
    char message[MESSAGE];
    attain_i_format(message, sizeof(message),
                    "%zu more problems are not listed: correct these first, "
                    "or raise max_problems",
                    rest);
    attain_i_found last = {"",    message,         0, 0, -1, 0, -1,
                           error, ATTAIN_ERR_LIMIT};
    if (problems->count > 0)
        last.file = problems->found[problems->count - 1].file;
    return call(problems, &last, handler, user);
}

/* Where not all can be told, warnings make room for errors. */
static int tell(const attain_i_problems *problems,
                attain_problem_handler handler, void *user) {
    size_t warnings = problems->limit - problems->kept[1];
    size_t told = 0;
    for (size_t i = 0; i < problems->count; i++) {
        const attain_i_found *found = &problems->found[i];
        if (found->severity == ATTAIN_SEVERITY_WARNING && warnings-- == 0) {
            warnings = 0;
            continue;
        }
        told++;
        if (call(problems, found, handler, user))
            return 1;
    }
    return call_rest(problems, told, handler, user);
}

static attain_status first_error(const attain_i_problems *problems,
                                 attain_error *err) {
    for (size_t i = 0; i < problems->count; i++) {
        const attain_i_found *found = &problems->found[i];
        if (found->severity != ATTAIN_SEVERITY_ERROR)
            continue;
        attain_status status =
            found->code == ATTAIN_ERR_IO || found->code == ATTAIN_ERR_LIMIT
                ? found->code
                : ATTAIN_ERR_TABLE;
        return attain_i_fail(
            err, status, found->field, found->line > 0 ? found->line : -1,
            "%s: %s", found->file < 0 ? "" : problems->files[found->file],
            found->message);
    }
    return ATTAIN_OK;
}

attain_status attain_i_problems_tell(attain_i_problems *problems,
                                     attain_problem_handler handler, void *user,
                                     attain_error *err) {
    if (problems->no_memory)
        return attain_i_fail_memory(err);
    sort(problems->found, problems->count);
    if (handler != NULL && tell(problems, handler, user)) {
        return attain_i_fail(err, ATTAIN_ERR_CALLBACK, "handler", -1,
                             "the handler of problems returned non-zero, so "
                             "reading stopped");
    }
    return first_error(problems, err);
}

/* Appends what fits and counts everything. */
static void append(char *out, size_t capacity, size_t *used, const char *text) {
    size_t length = strlen(text);
    if (out != NULL && *used + length < capacity)
        memcpy(out + *used, text, length + 1);
    *used += length;
}

static size_t format(const attain_problem *problem, char *out,
                     size_t capacity) {
    char place[64];
    place[0] = '\0';
    if (problem->line > 0 && problem->column > 0) {
        attain_i_format(place, sizeof(place), ":%lld:%lld",
                        (long long)problem->line, (long long)problem->column);
    } else if (problem->line > 0) {
        attain_i_format(place, sizeof(place), ":%lld",
                        (long long)problem->line);
    }
    size_t used = 0;
    append(out, capacity, &used, problem->file);
    append(out, capacity, &used, place);
    append(out, capacity, &used,
           problem->severity == ATTAIN_SEVERITY_WARNING ? ": warning: "
                                                        : ": error: ");
    append(out, capacity, &used, problem->message);
    return used;
}

attain_status attain_problem_format(const attain_problem *problem, char *out,
                                    size_t capacity, size_t *count,
                                    attain_error *err) {
    if (problem == NULL || count == NULL)
        return attain_i_fail_null(err, problem == NULL ? "problem" : "count");
    if (!attain_i_struct_ok(problem->struct_size, sizeof(*problem),
                            sizeof(*problem))) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "struct_size", -1,
                             "the struct_size %zu of the problem is not %zu",
                             problem->struct_size, sizeof(*problem));
    }
    if (problem->file == NULL || problem->message == NULL) {
        return attain_i_fail_null(err,
                                  problem->file == NULL ? "file" : "message");
    }
    size_t length = format(problem, NULL, 0);
    *count = length;
    if (out == NULL)
        return ATTAIN_OK;
    if (capacity <= length) {
        return attain_i_fail(err, ATTAIN_ERR_SPACE, "capacity", -1,
                             "the text needs %zu bytes with its NUL, and "
                             "there is room for %zu",
                             length + 1, capacity);
    }
    format(problem, out, capacity);
    return ATTAIN_OK;
}
