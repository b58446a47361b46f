/* What every test includes: cmocka, comparisons of doubles, and an allocator
 * that counts and fails on demand. */
#ifndef ATTAIN_TESTS_SUPPORT_H
#define ATTAIN_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "attain/base.h"

/* Counts what goes through `allocator` and checks that blocks are resized and
 * released with the sizes that they were given. */
typedef struct support_memory {
    attain_allocator allocator; /* give its address to the library */
    size_t calls;               /* allocations and resizings asked for */
    size_t fail_at;             /* the call that fails, from 1; 0: none */
    int fail_on;                /* true: and all calls after it */
    size_t failures;            /* calls that were failed */
    size_t live_bytes;
    size_t live_blocks;
    size_t peak_bytes;
    size_t faults; /* wrong sizes, foreign blocks, size 0 */
} support_memory;

void support_memory_init(support_memory *memory);
/* From now on, call number `fail_at` (counted anew from 1; 0: none) fails,
 * alone or with all after it. */
void support_memory_fail(support_memory *memory, size_t fail_at, int fail_on);

/* Nothing is allocated any more, and no size was wrong.
 * An allocation-failure sweep:
 *
 *   for (size_t k = 1;; k++) {
 *       support_memory_fail(&memory, k, 0);
 *       status = attain_thing_create(&memory.allocator, &thing, NULL);
 *       if (status == ATTAIN_OK) {
 *           break;
 *       }
 *       assert_int_equal(status, ATTAIN_ERR_MEMORY);
 *       assert_no_leak(&memory);
 *   }
 */
#define assert_no_leak(memory)                                                 \
    support_assert_no_leak(memory, __FILE__, __LINE__)

/* a is b within relative · |b| (b = 0: within `relative`); NaN is close to NaN
 * alone, infinity to itself. */
#define assert_close(a, b, relative)                                           \
    support_assert_close(a, b, relative, __FILE__, __LINE__)

/* The same bits; any NaN is the same as any other. +0 is not −0. */
#define assert_same(a, b) support_assert_same(a, b, __FILE__, __LINE__)

/* `text` contains `part`. */
#define assert_contains(text, part)                                            \
    support_assert_contains(text, part, __FILE__, __LINE__)

void support_assert_no_leak(const support_memory *memory, const char *file,
                            int line);
void support_assert_close(double a, double b, double relative, const char *file,
                          int line);
void support_assert_same(double a, double b, const char *file, int line);
void support_assert_contains(const char *text, const char *part,
                             const char *file, int line);

/* splitmix64: the next of a sequence of evenly distributed bits. */
uint64_t support_random(uint64_t *state);

double support_double(uint64_t bits);
uint64_t support_bits(double value);

#endif
