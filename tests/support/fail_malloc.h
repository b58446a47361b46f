/* Failing the C library's malloc() on demand, for functions that take memory
 * from it. A test that includes this is linked with --wrap=malloc. */
#ifndef ATTAIN_TESTS_FAIL_MALLOC_H
#define ATTAIN_TESTS_FAIL_MALLOC_H

#include <stddef.h>

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

static size_t malloc_calls;
static size_t malloc_fails_at; /* the call that fails, from 1; 0: none */

void *__wrap_malloc(size_t size) {
    malloc_calls++;
    return malloc_calls == malloc_fails_at ? NULL : __real_malloc(size);
}

/* From now on, call number `at` (counted anew from 1; 0: none) fails. */
static void fail_malloc(size_t at) {
    malloc_calls = 0;
    malloc_fails_at = at;
}

/* Fails each allocation of `call`, an expression of type attain_status, in
 * turn, until it needs no more; `unchanged` is checked after each failure. At
 * least one has to fail. */
#define assert_survives_malloc(call, unchanged)                                \
    do {                                                                       \
        for (size_t at_ = 1;; at_++) {                                         \
            fail_malloc(at_);                                                  \
            attain_status status_ = (call);                                    \
            fail_malloc(0);                                                    \
            if (status_ == ATTAIN_OK) {                                        \
                assert_true(at_ > 1);                                          \
                break;                                                         \
            }                                                                  \
            assert_int_equal(status_, ATTAIN_ERR_MEMORY);                      \
            assert_true(unchanged);                                            \
        }                                                                      \
    } while (0)

#endif
