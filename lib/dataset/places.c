/* Places: where a cell came from, as one number. Files take their numbers one
 * after the other, one for each line. */
#include <string.h>

#include "dataset/model.h"

int32_t attain_i_dataset_add_file(attain_dataset *data, const char *name,
                                  uint32_t lines) {
    const attain_i_file *last =
        data->file_count > 0 ? &data->files[data->file_count - 1] : NULL;
    attain_i_file file = {NULL, 0, lines};
    file.first = last != NULL ? last->first + last->lines
                              : (uint32_t)ATTAIN_I_PLACE_FIRST - 1;
    if (lines > UINT32_MAX - file.first || data->file_count >= INT32_MAX - 1 ||
        !attain_i_grow(&data->allocator, (void **)&data->files,
                       &data->file_capacity, data->file_count + 1,
                       sizeof(*data->files))) {
        return -1;
    }
    file.name = attain_i_arena_text(&data->arena, name, strlen(name));
    if (file.name == NULL) {
        return -1;
    }
    data->files[data->file_count] = file;
    return (int32_t)data->file_count++;
}

void attain_i_dataset_place(const attain_dataset *data, uint32_t place,
                            const char **file, int64_t *line) {
    size_t low = 0, high = data->file_count;
    *file = NULL;
    *line = 0;
    /* The last file that begins before the place. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (data->files[middle].first < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > 0 &&
        place - data->files[low - 1].first <= data->files[low - 1].lines) {
        *file = data->files[low - 1].name;
        *line = (int64_t)(place - data->files[low - 1].first);
    }
}
