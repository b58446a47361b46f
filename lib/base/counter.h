/* How many hold a thing, counted by any thread. */
#ifndef ATTAIN_BASE_COUNTER_H
#define ATTAIN_BASE_COUNTER_H

#include <stddef.h>

#if defined(__STDC_NO_ATOMICS__)
/* Of such a compiler's library, one thread at a time may let things go. */
typedef size_t attain_i_counter;
#else
#include <stdatomic.h>
typedef atomic_size_t attain_i_counter;
#endif

/* One more, or one less; returns how many there were. */
static inline size_t attain_i_counter_add(attain_i_counter *counter) {
#if defined(__STDC_NO_ATOMICS__)
    return (*counter)++;
#else
    return atomic_fetch_add(counter, 1);
#endif
}

static inline size_t attain_i_counter_drop(attain_i_counter *counter) {
#if defined(__STDC_NO_ATOMICS__)
    return (*counter)--;
#else
    return atomic_fetch_sub(counter, 1);
#endif
}

#endif
