/* Variables, groups and places by what they are called. */
#include <string.h>

#include "exchange/observe.h"

void attain_i_names_init(attain_i_names *names,
                         const attain_allocator *allocator, size_t base) {
    memset(names, 0, sizeof(*names));
    names->allocator = allocator;
    names->base = base;
    attain_i_arena_init(&names->texts, allocator);
    attain_i_map_init(&names->map, allocator);
}

void attain_i_names_clear(attain_i_names *names) {
    attain_i_release(names->allocator, names->fresh, names->capacity,
                     sizeof(*names->fresh));
    attain_i_map_clear(&names->map);
    attain_i_arena_clear(&names->texts);
    names->fresh = NULL;
}

int32_t attain_i_names_find(const attain_i_names *names,
                            const attain_i_map *known, const char *text,
                            size_t length) {
    int32_t number = attain_i_map_find(known, text, length);
    return number >= 0 ? number : attain_i_map_find(&names->map, text, length);
}

int32_t attain_i_names_enter(attain_i_names *names, const char *text,
                             size_t length) {
    void *fresh = names->fresh;
    int room = attain_i_grow(names->allocator, &fresh, &names->capacity,
                             names->count + 1, sizeof(*names->fresh));
    names->fresh = fresh;
    const char *copy = attain_i_arena_text(&names->texts, text, length);
    size_t number = names->base + names->count;
    if (!room || copy == NULL || number >= INT32_MAX ||
        !attain_i_map_add(&names->map, copy, length, (int32_t)number))
        return -1;
    names->fresh[names->count++] = copy;
    return (int32_t)number;
}

const char *attain_i_observed_variable(const attain_i_observing *all,
                                       int32_t variable) {
    size_t number = (size_t)variable;
    return number < all->variables.base
               ? all->data->variables[number].id
               : all->variables.fresh[number - all->variables.base];
}

const char *attain_i_observed_group(const attain_i_observing *all,
                                    int32_t group) {
    size_t number = (size_t)group;
    return number < all->groups.base
               ? all->data->groups[number]
               : all->groups.fresh[number - all->groups.base];
}

/* The file of this call that has the place. */
static const attain_i_observed_file *file_of(const attain_i_observing *all,
                                             uint32_t place) {
    size_t low = 0;
    size_t high = all->file_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (all->files[middle].first < place)
            low = middle;
        else
            high = middle;
    }
    return &all->files[low];
}

attain_i_spot attain_i_observed_spot(const attain_i_observing *all,
                                     uint32_t place, const char *field) {
    const attain_i_observed_file *file = file_of(all, place);
    attain_i_spot spot = {field, (int64_t)place - (int64_t)file->first, 0, -1,
                          file->problems};
    return spot;
}

void attain_i_observed_place(const attain_i_observing *all, uint32_t place,
                             char *out, size_t size) {
    if (place == ATTAIN_I_PLACE_API) {
        attain_i_format(out, size, "by the program that reads this");
    } else if (all->file_count > 0 && place > all->files[0].first) {
        const attain_i_observed_file *file = file_of(all, place);
        attain_i_format(out, size, "in %.150s, line %lld",
                        all->reader->problems.files[file->problems],
                        (long long)place - (long long)file->first);
    } else {
        const char *name;
        int64_t line;
        attain_i_dataset_place(all->data, place, &name, &line);
        attain_i_format(out, size, "in %.150s, line %lld",
                        name == NULL ? "" : name, (long long)line);
    }
}

void attain_i_forget_names(attain_dataset *data, size_t variables,
                           size_t groups) {
    while (data->variable_count > variables) {
        const char *id = data->variables[--data->variable_count].id;
        attain_i_map_remove(&data->variable_ids, id, strlen(id));
    }
    while (data->group_count > groups) {
        const char *id = data->groups[--data->group_count];
        attain_i_map_remove(&data->group_ids, id, strlen(id));
    }
}
