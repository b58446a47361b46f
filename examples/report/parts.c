#include "parts.h"

#include <string.h>

static void skip(struct part *part, size_t count) {
    part->id += count;
    part->length -= count;
}

int part_next(const char **list, struct part *out) {
    if (*list == NULL || **list == '\0')
        return 0;
    memset(out, 0, sizeof *out);
    out->id = *list;
    out->length = strcspn(*list, ";");
    *list += out->length;
    *list += **list == ';';
    while (out->length > 0 && (*out->id == ' ' || *out->id == '-')) {
        out->minus |= *out->id == '-';
        skip(out, 1);
    }
    out->is_metric = out->length > 0 && *out->id == '@';
    skip(out, out->is_metric ? 1 : 0);
    const char *group = memchr(out->id, '[', out->length);
    out->length = group != NULL ? (size_t)(group - out->id) : out->length;
    while (out->length > 0 && out->id[out->length - 1] == ' ')
        out->length--;
    return 1;
}
