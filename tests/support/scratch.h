/* A folder of its own for a test. */
#ifndef ATTAIN_TESTS_SCRATCH_H
#define ATTAIN_TESTS_SCRATCH_H

#include <stddef.h>

/* Set-up and end of a test: an empty folder, and none of it left. */
int scratch_make(void **state);
int scratch_remove(void **state);

/* Where it is, and where what is named lies in it (borrowed until the next
 * call). */
const char *scratch_folder(void);
const char *scratch_path(const char *name);

void scratch_write(const char *name, const void *bytes, size_t length);
/* A folder in it, and a file or an empty folder gone from it: 0 if done. */
int scratch_make_folder(const char *name);
int scratch_drop(const char *name);

#endif
