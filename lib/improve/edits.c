#include "improve/edits.h"

int attain_i_edits_add(attain_i_edits *edits, const attain_i_edit *edit) {
    if (edits->count >= INT32_MAX ||
        !attain_i_grow(edits->allocator, (void **)&edits->edits,
                       &edits->capacity, edits->count + 1,
                       sizeof *edits->edits))
        return 0;
    edits->edits[edits->count++] = *edit;
    return 1;
}

static int same_cell(const attain_i_edit *a, const attain_i_edit *b) {
    return a->unit == b->unit && a->variable == b->variable &&
           a->period == b->period;
}

/* What is left of two edits of one cell. */
static void join(attain_i_edit *kept, const attain_i_edit *other) {
    int larger = other->value > kept->value;
    int up = kept->up || other->up;
    int take = kept->up == other->up ? (up ? larger : !larger) : other->up;
    if (take)
        *kept = *other;
    kept->up = up;
}

static int write_all(const attain_i_edits *edits, const attain_i_sort_key *keys,
                     attain_i_change_list *out) {
    for (size_t i = 0; i < edits->count;) {
        attain_i_edit kept = edits->edits[keys[i++].index];
        while (i < edits->count &&
               same_cell(&kept, &edits->edits[keys[i].index]))
            join(&kept, &edits->edits[keys[i++].index]);
        if (!attain_i_changes_add(out, kept.unit, kept.period, kept.variable,
                                  ATTAIN_GROUP_NONE, kept.value))
            return 0;
    }
    return 1;
}

attain_status attain_i_edits_write(const attain_i_edits *edits,
                                   attain_i_change_list *out) {
    size_t count = edits->count;
    attain_i_sort_key *keys =
        attain_i_allocate(edits->allocator, count, 2 * sizeof *keys);
    if (keys == NULL)
        return ATTAIN_ERR_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const attain_i_edit *one = &edits->edits[i];
        keys[i] = (attain_i_sort_key){one->unit, one->variable, one->period,
                                      (int32_t)i, 0};
    }
    attain_i_keys_sort(keys, count, keys + count);
    int ok = write_all(edits, keys, out);
    attain_i_release(edits->allocator, keys, count, 2 * sizeof *keys);
    return ok ? ATTAIN_OK : ATTAIN_ERR_MEMORY;
}

void attain_i_edits_clear(attain_i_edits *edits) {
    attain_i_release(edits->allocator, edits->edits, edits->capacity,
                     sizeof *edits->edits);
}
