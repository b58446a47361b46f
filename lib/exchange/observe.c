#include "exchange/observe.h"

#include <string.h>

#include "numeric/sort.h"

/* --- The reading ---------------------------------------------------------- */

void attain_i_observing_init(attain_i_observing *all, attain_i_reader *reader,
                             attain_dataset *data) {
    memset(all, 0, sizeof(*all));
    all->reader = reader;
    all->data = data;
    all->files_before = data->file_count;
    all->revision = data->revision;
    all->frequency = data->frequency;
    all->units_known = 1;
    all->variables_known = 1;
    attain_i_columns_init(&all->kept, &data->allocator, data->unit_count);
    attain_i_names_init(&all->variables, &reader->allocator,
                        data->variable_count);
    attain_i_names_init(&all->groups, &reader->allocator, data->group_count);
    attain_i_near_init(&all->near, &reader->allocator);
}

void attain_i_observing_clear(attain_i_observing *all) {
    attain_i_columns_clear(&all->kept);
    attain_i_names_clear(&all->variables);
    attain_i_names_clear(&all->groups);
    attain_i_near_clear(&all->near);
    attain_i_release(&all->reader->allocator, all->files, all->file_capacity,
                     sizeof(*all->files));
    all->files = NULL;
}

/* --- A file --------------------------------------------------------------- */

/* Takes places in the dataset for the file's lines, of which there are so many
 * only once it has been read. */
static int open_places(attain_i_observed *at, const char *name,
                       int32_t problems) {
    attain_i_observing *all = at->all;
    void *files = all->files;
    int room =
        attain_i_grow(&all->reader->allocator, &files, &all->file_capacity,
                      all->file_count + 1, sizeof(*all->files));
    all->files = files;
    int32_t file = room ? attain_i_dataset_add_file(all->data, name, 0) : -1;
    if (file < 0)
        return 0;
    at->first = all->data->files[file].first;
    all->files[all->file_count++] =
        (attain_i_observed_file){at->first, problems};
    return 1;
}

/* A line has a place if that is a 32-bit number. */
static int has_place(attain_i_observed *at) {
    if (at->scan.lines < (int64_t)(UINT32_MAX - at->first))
        return 1;
    attain_i_spot spot = attain_i_scan_line(&at->scan);
    attain_i_problem_error(&at->all->reader->problems, ATTAIN_ERR_LIMIT, &spot,
                           "a dataset remembers at most %u lines: read fewer "
                           "into one dataset",
                           (unsigned)UINT32_MAX);
    at->scan.stopped = 1;
    return 0;
}

/* Gets ready for several records at a time, if there are values to read. */
static int look_ahead(attain_i_observed *at) {
    attain_i_reader *reader = at->all->reader;
    if ((at->is_wide && at->wide_count == 0) || reader->dialect != NULL)
        return 1;
    at->ahead = 1;
    reader->problems.no_memory |=
        !attain_i_fields_init(&at->fields, &reader->allocator, at->width);
    return !reader->problems.no_memory;
}

/* The variables' columns of a wide file, by variable, for the dataset. */
static void keep_wide_columns(attain_i_observed *at, attain_i_file *file) {
    const attain_allocator *allocator = &at->all->reader->allocator;
    size_t count = at->wide_count;
    attain_i_item *items =
        attain_i_allocate(allocator, count, 2 * sizeof(*items));
    attain_i_file_column *columns =
        attain_i_arena_bytes(&at->data->arena, (count + 1) * sizeof(*columns));
    at->all->reader->problems.no_memory |= items == NULL || columns == NULL;
    for (size_t i = 0; items != NULL && i < count; i++)
        items[i] = (attain_i_item){at->wide[i].variable, at->wide[i].column};
    if (items != NULL && columns != NULL) {
        attain_i_sort(items, count, items + count);
        for (size_t i = 0; i < count; i++) {
            columns[i] = (attain_i_file_column){(int32_t)items[i].key,
                                                (uint32_t)items[i].tag};
        }
        file->columns = columns;
        file->column_count = count;
    }
    attain_i_release(allocator, items, count, 2 * sizeof(*items));
}

/* What the header said of where values are, for the dataset. */
static void keep_columns(attain_i_observed *at) {
    attain_i_file *file = &at->data->files[at->data->file_count - 1];
    file->period_column = at->columns[ATTAIN_I_OBSERVED_PERIOD];
    if (at->is_wide)
        keep_wide_columns(at, file);
    else
        file->value_column = at->columns[ATTAIN_I_OBSERVED_VALUE];
}

static void read_rows(attain_i_observed *at) {
    if (!attain_i_observe_header(at) || !look_ahead(at))
        return;
    keep_columns(at);
    while (!at->all->reader->problems.no_memory) {
        if (at->ahead > 0 && attain_i_observe_rows(at))
            continue;
        if (!attain_i_scan_next(&at->scan) || !has_place(at))
            break;
        attain_i_observe_row(at);
    }
    attain_i_file *file = &at->data->files[at->data->file_count - 1];
    int64_t most = (int64_t)(UINT32_MAX - at->first);
    file->lines = (uint32_t)(at->scan.lines < most ? at->scan.lines : most);
}

/* The same cell in two files, or in a file and in the dataset. */
static void tell_clash(const attain_i_column *old, const attain_i_column *now,
                       int32_t unit, void *user) {
    attain_i_observing *all = user;
    const char *variable = attain_i_observed_variable(all, now->variable);
    char first[224];
    char period[16] = "";
    size_t length;
    attain_i_spot spot =
        attain_i_observed_spot(all, now->places->of_unit[unit], variable);
    attain_i_observed_place(all, old->places->of_unit[unit], first,
                            sizeof(first));
    attain_period_format(now->period, period, sizeof(period), &length, NULL);
    attain_i_problem_error(
        &all->reader->problems, ATTAIN_ERR_DUPLICATE, &spot,
        "\"%.100s\" of unit \"%.100s\" in %s was observed before, %s: keep "
        "one of the two",
        variable, all->data->units[unit].id, period, first);
}

static void scan_file(attain_i_observed *at,
                      const attain_i_table_source *source, int32_t file) {
    attain_i_reader *reader = at->all->reader;
    attain_i_input input;
    attain_i_source_open(source, &input);
    attain_i_scan_open(&at->scan, &reader->allocator, &reader->problems, file,
                       &input, &reader->options);
    if (!at->scan.stopped)
        read_rows(at);
    attain_i_release(&reader->allocator, at->roles, at->width,
                     sizeof(*at->roles));
    attain_i_release(&reader->allocator, at->wide, at->wide_capacity,
                     sizeof(*at->wide));
    attain_i_release(&reader->allocator, at->traces, at->trace_room,
                     sizeof(*at->traces));
    attain_i_fields_clear(&at->fields, &reader->allocator);
    attain_i_scan_clear(&at->scan);
    attain_i_input_close(&input);
}

attain_status attain_i_observe(attain_i_observing *all,
                               const attain_i_table_source *source,
                               const char *name) {
    attain_i_reader *reader = all->reader;
    int32_t file = attain_i_problems_file(&reader->problems, source->name);
    attain_i_observed *at =
        attain_i_allocate_zero(&reader->allocator, 1, sizeof(*at));
    if (file < 0 || at == NULL) {
        attain_i_release(&reader->allocator, at, 1, sizeof(*at));
        return ATTAIN_ERR_MEMORY;
    }
    at->all = all;
    at->data = all->data;
    at->unit = -1;
    at->unit_seen.bytes = ATTAIN_I_SEEN_LONG;
    at->period_seen.bytes = ATTAIN_I_SEEN_LONG;
    at->column = -1;
    at->block = -1;
    at->period = ATTAIN_PERIOD_NONE;
    attain_i_columns_init(&at->store, &all->data->allocator,
                          all->data->unit_count);
    at->store.open = 1;
    attain_status status = ATTAIN_ERR_MEMORY;
    if (open_places(at, name, file)) {
        scan_file(at, source, file);
        attain_i_columns_complete(&at->store);
        if (!reader->problems.no_memory) {
            status = attain_i_columns_merge(&all->kept, &at->store, 0,
                                            tell_clash, all);
        }
    }
    attain_i_columns_clear(&at->store);
    attain_i_release(&reader->allocator, at, 1, sizeof(*at));
    return status;
}

/* --- All of it ------------------------------------------------------------ */

/* A variable has groups or none in a period of a unit (rulings A47). */
static void check_groups(attain_i_observing *all,
                         const attain_i_columns *grouped,
                         const attain_i_columns *single) {
    for (size_t i = 0; i < grouped->count; i++) {
        const attain_i_column *group = &grouped->columns[i];
        int32_t other =
            group->group == ATTAIN_GROUP_NONE
                ? -1
                : attain_i_columns_find(single, group->variable, group->period,
                                        ATTAIN_GROUP_NONE);
        for (size_t u = 0; other >= 0 && u < grouped->unit_count; u++) {
            uint32_t mine = group->places->of_unit[u];
            uint32_t its = single->columns[other].places->of_unit[u];
            if (mine == ATTAIN_I_PLACE_NONE || its == ATTAIN_I_PLACE_NONE)
                continue;
            uint32_t later = mine > its ? mine : its;
            char first[224];
            attain_i_spot spot = attain_i_observed_spot(all, later, "group");
            attain_i_observed_place(all, mine > its ? its : mine, first,
                                    sizeof(first));
            attain_i_problem_error(
                &all->reader->problems, ATTAIN_ERR_VALUE, &spot,
                "\"%.100s\" of unit \"%.100s\" is observed here with%s an "
                "evaluator group, and %s %s one: give every value a group, "
                "or none",
                attain_i_observed_variable(all, group->variable),
                all->data->units[u].id, mine > its ? "" : "out", first,
                mine > its ? "without" : "with");
        }
    }
}

attain_status attain_i_observe_check(attain_i_observing *all) {
    attain_i_columns *old = &all->data->columns;
    check_groups(all, &all->kept, &all->kept);
    check_groups(all, &all->kept, old);
    check_groups(all, old, &all->kept);
    return attain_i_columns_merge(old, &all->kept, 1, tell_clash, all);
}

void attain_i_observe_undo(attain_i_observing *all) {
    attain_i_forget_names(all->data, all->variables.base, all->groups.base);
    all->data->file_count = all->files_before;
    all->data->revision = all->revision;
}

attain_status attain_i_observe_commit_names(attain_i_observing *all) {
    attain_status status = ATTAIN_OK;
    if (all->named)
        return ATTAIN_OK;
    all->named = 1;
    for (size_t i = 0; i < all->variables.count && status == ATTAIN_OK; i++) {
        attain_variable variable;
        attain_variable_init(&variable);
        variable.id = all->variables.fresh[i];
        status =
            attain_dataset_add_variables(all->data, &variable, 1, NULL, NULL);
    }
    for (size_t i = 0; i < all->groups.count && status == ATTAIN_OK; i++) {
        int32_t row;
        status = attain_dataset_add_group(all->data, all->groups.fresh[i], &row,
                                          NULL);
    }
    return status == ATTAIN_OK ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

/* Bits of what came in, so that the dataset's revision differs: of every
 * column some values, for all of them would take as long as writing them. */
static uint64_t digest(const attain_i_columns *store) {
    enum { STRIDE = 256 };
    uint64_t sum = 1;
    for (size_t i = 0; i < store->count; i++) {
        const attain_i_column *column = &store->columns[i];
        sum ^= (uint64_t)(uint32_t)column->variable << 32 |
               (uint32_t)column->period;
        for (size_t u = 0; u < store->unit_count; u += STRIDE) {
            uint64_t bits;
            memcpy(&bits, &column->values[u], sizeof(bits));
            sum = (sum ^ bits) * UINT64_C(0x9e3779b97f4a7c15);
            sum ^= sum >> 29;
        }
    }
    return sum;
}

attain_status attain_i_observe_commit(attain_i_observing *all) {
    attain_dataset *data = all->data;
    attain_status status = attain_i_observe_commit_names(all);
    uint64_t bits = digest(&all->kept);
    if (status == ATTAIN_OK) {
        status = attain_i_columns_merge(&data->columns, &all->kept, 0,
                                        tell_clash, all);
    }
    if (status != ATTAIN_OK) {
        attain_i_observe_undo(all);
        return ATTAIN_ERR_MEMORY;
    }
    data->frequency = all->frequency;
    data->revision = (data->revision ^ bits) * UINT64_C(1099511628211) + 1;
    return ATTAIN_OK;
}
