#include "attain/base.h"

#include <stddef.h>

typedef struct status_text {
    attain_status status;
    const char *name;
    const char *message;
} status_text;

static const status_text texts[] = {
    {ATTAIN_OK, "ATTAIN_OK", "success"},
    {ATTAIN_ERR_ARGUMENT, "ATTAIN_ERR_ARGUMENT",
     "an argument is NULL, out of range, or not of the vocabulary"},
    {ATTAIN_ERR_STRUCT, "ATTAIN_ERR_STRUCT",
     "a struct_size that no release has had, or a reserved field that is set"},
    {ATTAIN_ERR_SPACE, "ATTAIN_ERR_SPACE",
     "the output array is too small; count says what is needed"},
    {ATTAIN_ERR_MEMORY, "ATTAIN_ERR_MEMORY", "the allocator gave no memory"},
    {ATTAIN_ERR_LIMIT, "ATTAIN_ERR_LIMIT",
     "a size is beyond what the library holds"},
    {ATTAIN_ERR_TEXT, "ATTAIN_ERR_TEXT",
     "text is not UTF-8, or has a character that it may not have"},
    {ATTAIN_ERR_NUMBER, "ATTAIN_ERR_NUMBER",
     "text is not a decimal number, or is out of the range of a double"},
    {ATTAIN_ERR_PERIOD, "ATTAIN_ERR_PERIOD",
     "text is not a period, or the period is of another frequency"},
    {ATTAIN_ERR_DUPLICATE, "ATTAIN_ERR_DUPLICATE",
     "an id or key is already there"},
    {ATTAIN_ERR_UNKNOWN, "ATTAIN_ERR_UNKNOWN", "an id is not there"},
    {ATTAIN_ERR_CYCLE, "ATTAIN_ERR_CYCLE", "parents or metrics form a ring"},
    {ATTAIN_ERR_MISSING, "ATTAIN_ERR_MISSING",
     "a value is missing where one is needed"},
    {ATTAIN_ERR_VALUE, "ATTAIN_ERR_VALUE",
     "values contradict each other or are out of their range"},
    {ATTAIN_ERR_MISMATCH, "ATTAIN_ERR_MISMATCH",
     "the plan and the dataset do not fit together"},
    {ATTAIN_ERR_TABLE, "ATTAIN_ERR_TABLE",
     "a table has errors; each was told to the problem handler"},
    {ATTAIN_ERR_IO, "ATTAIN_ERR_IO",
     "a file or folder cannot be read or written"},
    {ATTAIN_ERR_CALLBACK, "ATTAIN_ERR_CALLBACK",
     "a callback of the caller returned non-zero"},
};

static const status_text *find(attain_status status) {
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (texts[i].status == status) {
            return &texts[i];
        }
    }
    return NULL;
}

const char *attain_status_name(attain_status status) {
    const status_text *text = find(status);
    return text != NULL ? text->name : "ATTAIN_ERR_UNLISTED";
}

const char *attain_status_message(attain_status status) {
    const status_text *text = find(status);
    return text != NULL ? text->message
                        : "a failure that this release does not name";
}
