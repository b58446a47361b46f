#include <string.h>

#include "exchange/layouts.h"
#include "plan/model.h"

enum {
    PLAN = 0,
    GOALS = 1,
    METRICS = 2,
    TARGETS = 3,
    TABLES = 8,
    NEEDED_TABLES = 4
};

/* In this order problems are told, and rows are read. */
static const attain_i_layout *const layouts[TABLES] = {
    &attain_i_layout_plan,    &attain_i_layout_goals, &attain_i_layout_metrics,
    &attain_i_layout_targets, &attain_i_layout_path,  &attain_i_layout_bands,
    &attain_i_layout_groups,  &attain_i_layout_index,
};

/* A plan while it is read. */
typedef struct reading {
    attain_i_reader reader;
    attain_i_sources sources;
    attain_i_table tables[TABLES];
    attain_i_near nodes; /* ids of goals and targets */
    attain_i_near metrics;
    attain_i_near groups;
    attain_i_arena texts;
    attain_plan_info info;
    attain_plan *plan;
    int info_faulty;
} reading;

static int is_wanted(const char *base) {
    for (size_t i = 0; i < TABLES; i++)
        if (attain_i_is_table(base, layouts[i]->name))
            return 1;
    return 0;
}

/* --- plan.csv ------------------------------------------------------------- */

/* The reporter of attain_i_check_info(), with what it belongs to. */
typedef struct info_check {
    attain_i_reporter reporter; /* first */
    reading *at;
} info_check;

static void report_info(attain_i_reporter *reporter, int warning,
                        attain_status code, const char *table, int64_t row,
                        const char *field, const char *message) {
    reading *at = ((info_check *)(void *)reporter)->at;
    const attain_i_table *plan = &at->tables[PLAN];
    int64_t line = 0;
    (void)table;
    (void)row;
    for (size_t i = 0; i < plan->layout->count; i++)
        if (strcmp(plan->layout->fields[i].name, field) == 0)
            line = plan->lines[i];
    if (line < 0)
        return; /* told with the cell */
    attain_i_spot spot = {field, line, line > 0 ? plan->columns[1] : 0, -1,
                          plan->file};
    attain_i_problem_add(&at->reader.problems, warning, code, &spot, message);
}

/* What stands for a faulty plan.csv, so that the other tables can be checked.
 */
static void repair_info(attain_plan_info *info) {
    int32_t first = info->first_period;
    int32_t last = info->last_period;
    attain_plan_info made;
    attain_plan_info_init(&made);
    made.id = "plan";
    made.name = "plan";
    made.level = "plan";
    if (first == ATTAIN_PERIOD_NONE)
        first = last == ATTAIN_PERIOD_NONE ? 2000 : last;
    made.first_period = first;
    made.last_period = first;
    if (attain_period_frequency(last) == attain_period_frequency(first) &&
        last > first)
        made.last_period = last;
    *info = made;
}

static attain_status read_info(reading *at,
                               const attain_i_table_source *source) {
    attain_i_reader *reader = &at->reader;
    size_t before = reader->problems.counted[ATTAIN_SEVERITY_ERROR];
    attain_plan_info_init(&at->info);
    if (source != NULL) {
        attain_status status = attain_i_table_read_keys(
            reader, &at->tables[PLAN], source, &at->texts, &at->info);
        if (status != ATTAIN_OK)
            return status;
    }
    info_check check = {{report_info, NULL, 0}, at};
    if (at->tables[PLAN].sound)
        attain_i_check_info(&at->info, &check.reporter);
    at->info_faulty = !at->tables[PLAN].sound ||
                      reader->problems.counted[ATTAIN_SEVERITY_ERROR] > before;
    if (at->info_faulty)
        repair_info(&at->info);
    attain_error err;
    attain_status status =
        attain_plan_create(&reader->allocator, &at->info, &at->plan, &err);
    return status == ATTAIN_OK ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

/* --- The tables ----------------------------------------------------------- */

/* The table's source, or NULL; told where it must be there. */
static const attain_i_table_source *find_source(reading *at, size_t table) {
    const attain_i_table_source *found = attain_i_sources_table(
        &at->sources, &at->reader.problems, layouts[table]->name);
    if (found == NULL && table < NEEDED_TABLES) {
        char name[32];
        attain_i_format(name, sizeof(name), "%s.csv", layouts[table]->name);
        attain_i_problem_file(
            &at->reader.problems, name, ATTAIN_ERR_MISSING,
            "the table is missing: a plan needs plan.csv, goals.csv, "
            "metrics.csv and targets.csv");
    }
    return found;
}

static void tell_strangers(reading *at) {
    for (size_t i = 0; i < at->sources.count; i++) {
        if (!is_wanted(at->sources.tables[i].base)) {
            attain_i_problem_file(
                &at->reader.problems, at->sources.tables[i].name,
                ATTAIN_ERR_UNKNOWN,
                "this is no table of a plan: it has plan.csv, "
                "goals.csv, metrics.csv, targets.csv, path.csv, "
                "bands.csv, groups.csv and index.csv");
        }
    }
}

static attain_status read_tables(reading *at) {
    attain_status status = read_info(at, find_source(at, PLAN));
    for (size_t i = GOALS; i < TABLES && status == ATTAIN_OK; i++) {
        const attain_i_table_source *source = find_source(at, i);
        if (source != NULL) {
            status = attain_i_table_read(&at->reader, &at->tables[i], source,
                                         at->plan);
        }
    }
    tell_strangers(at);
    return status;
}

/* The plan can be looked at as a whole when every table could be read; what
 * hangs on faulty rows alone is left out. */
static attain_status check_whole(reading *at) {
    if (at->info_faulty)
        return ATTAIN_OK;
    for (size_t i = 0; i < TABLES; i++) {
        int there = at->tables[i].file >= 0;
        if ((there || i < NEEDED_TABLES) && !at->tables[i].sound)
            return ATTAIN_OK;
    }
    attain_i_whole whole;
    attain_i_whole_init(&whole, &at->reader, at->tables, TABLES);
    return attain_i_plan_check(at->plan, &whole.reporter);
}

/* --- The call ------------------------------------------------------------- */

static attain_status begin(reading *at, const attain_read_options *options,
                           attain_error *err) {
    memset(at, 0, sizeof(*at));
    attain_status status = attain_i_reader_init(&at->reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    const attain_allocator *allocator = &at->reader.allocator;
    attain_i_arena_init(&at->texts, allocator);
    attain_i_near_init(&at->nodes, allocator);
    attain_i_near_init(&at->metrics, allocator);
    attain_i_near_init(&at->groups, allocator);
    attain_i_near *nears[TABLES] = {NULL, &at->nodes, &at->metrics, &at->nodes,
                                    NULL, NULL,       &at->groups,  NULL};
    for (size_t i = 0; i < TABLES; i++)
        attain_i_table_init(&at->tables[i], layouts[i], nears[i]);
    return ATTAIN_OK;
}

static void clear(reading *at) {
    for (size_t i = 0; i < TABLES; i++)
        attain_i_table_clear(&at->reader, &at->tables[i]);
    attain_i_near_clear(&at->nodes);
    attain_i_near_clear(&at->metrics);
    attain_i_near_clear(&at->groups);
    attain_i_arena_clear(&at->texts);
    attain_i_sources_clear(&at->sources);
}

/* Reads the sources and ends the call. */
static attain_status finish(reading *at, attain_plan **out, attain_error *err) {
    attain_i_sources_sort(&at->sources);
    attain_status status = read_tables(at);
    if (status == ATTAIN_OK)
        status = check_whole(at);
    status = attain_i_reader_finish(&at->reader, status, err);
    if (status == ATTAIN_OK)
        *out = at->plan;
    else
        attain_plan_destroy(at->plan);
    clear(at);
    return status;
}

/* Sets up a reading, which is too large for a frame of the stack. */
static attain_status set_up(const attain_read_options *options, reading **out,
                            attain_error *err) {
    attain_i_reader reader;
    attain_status status = attain_i_reader_init(&reader, options, err);
    if (status != ATTAIN_OK)
        return status;
    *out = attain_i_allocate(&reader.allocator, 1, sizeof(**out));
    if (*out == NULL)
        return attain_i_fail_memory(err);
    return begin(*out, options, err);
}

/* Reads the sources, if they could be listed, and ends the call. */
static attain_status end(reading *at, attain_status status, attain_plan **out,
                         attain_error *err) {
    attain_allocator allocator = at->reader.allocator;
    if (status == ATTAIN_OK)
        status = finish(at, out, err);
    else
        clear(at);
    attain_i_release(&allocator, at, 1, sizeof(*at));
    return status;
}

attain_status attain_read_plan_tables(const attain_table *tables, size_t count,
                                      const attain_read_options *options,
                                      attain_plan **out, attain_error *err) {
    reading *at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = set_up(options, &at, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_take(&at->sources, &at->reader.allocator, tables,
                                   count, err);
    return end(at, status, out, err);
}

attain_status attain_read_plan(const char *folder,
                               const attain_read_options *options,
                               attain_plan **out, attain_error *err) {
    reading *at;
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    attain_status status = set_up(options, &at, err);
    if (status != ATTAIN_OK)
        return status;
    status = attain_i_sources_find(&at->reader, &at->sources, folder, is_wanted,
                                   err);
    return end(at, status, out, err);
}
