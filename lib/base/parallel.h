/* Tasks on several threads. */
#ifndef ATTAIN_BASE_PARALLEL_H
#define ATTAIN_BASE_PARALLEL_H

#include <stddef.h>
#include <stdint.h>

/* Calls `run(task, worker, user)` once for every task 0 … count − 1, on up to
 * `threads` threads, the caller's included (0 and 1: the caller's alone);
 * worker is 0 … threads − 1, so that each has its own scratch. Tasks must not
 * allocate. A thread that cannot be started is done without. */
void attain_i_parallel(size_t count, int32_t threads,
                       void (*run)(size_t task, size_t worker, void *user),
                       void *user);

#endif
