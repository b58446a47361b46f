/* Places: where a cell came from, as one number. Files take their numbers one
 * after the other, one for each line. */
#include <string.h>

#include "dataset/model.h"

int32_t attain_i_dataset_add_file(attain_dataset *data, const char *name,
                                  uint32_t lines) {
    const attain_i_file *last =
        data->file_count > 0 ? &data->files[data->file_count - 1] : NULL;
    attain_i_file file = {NULL, 0, lines, 0, 0, NULL, 0};
    file.first = last != NULL ? last->first + last->lines
                              : (uint32_t)ATTAIN_I_PLACE_FIRST - 1;
    if (lines > UINT32_MAX - file.first || data->file_count >= INT32_MAX - 1 ||
        !attain_i_grow(&data->allocator, (void **)&data->files,
                       &data->file_capacity, data->file_count + 1,
                       sizeof(*data->files)))
        return -1;
    file.name = attain_i_arena_text(&data->arena, name, strlen(name));
    if (file.name == NULL)
        return -1;
    data->files[data->file_count] = file;
    return (int32_t)data->file_count++;
}

/* The last file that begins before the place; NULL: it is in none. */
static const attain_i_file *file_of(const attain_dataset *data,
                                    uint32_t place) {
    size_t low = 0, high = data->file_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (data->files[middle].first < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && place - data->files[low - 1].first <=
                          data->files[low - 1].lines
               ? &data->files[low - 1]
               : NULL;
}

void attain_i_dataset_place(const attain_dataset *data, uint32_t place,
                            const char **file, int64_t *line) {
    const attain_i_file *found = file_of(data, place);
    *file = found != NULL ? found->name : NULL;
    *line = found != NULL ? (int64_t)(place - found->first) : 0;
}

int64_t attain_i_dataset_place_column(const attain_dataset *data,
                                      uint32_t place, int32_t variable) {
    const attain_i_file *file = file_of(data, place);
    size_t low = 0, high = file != NULL ? file->column_count : 0;
    if (file == NULL || variable < 0 || file->columns == NULL) {
        return file == NULL   ? 0
               : variable < 0 ? file->period_column
                              : file->value_column;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (file->columns[middle].variable < variable)
            low = middle + 1;
        else
            high = middle;
    }
    return low < file->column_count && file->columns[low].variable == variable
               ? file->columns[low].column
               : 0;
}

int attain_i_dataset_place_units(attain_dataset *data, const char *file,
                                 const int64_t *lines, size_t count) {
    uint32_t *places =
        count <= SIZE_MAX / sizeof(*places)
            ? attain_i_arena_bytes(&data->arena, count * sizeof(*places))
            : NULL;
    int64_t last = 0;
    for (size_t i = 0; i < count; i++)
        last = lines[i] > last ? lines[i] : last;
    if (places == NULL || last >= UINT32_MAX)
        return 0;
    int32_t at = attain_i_dataset_add_file(data, file, (uint32_t)last);
    if (at < 0)
        return 0;
    for (size_t i = 0; i < count; i++) {
        places[i] = lines[i] > 0 ? data->files[at].first + (uint32_t)lines[i]
                                 : (uint32_t)ATTAIN_I_PLACE_NONE;
    }
    data->unit_places = places;
    data->unit_place_count = count;
    return 1;
}

uint32_t attain_i_dataset_unit_place(const attain_dataset *data, int32_t unit) {
    return unit >= 0 && (size_t)unit < data->unit_place_count
               ? data->unit_places[unit]
               : (uint32_t)ATTAIN_I_PLACE_NONE;
}
