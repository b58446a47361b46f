#include "support/support.h"

#include "base/parallel.h"

enum { MOST = 10000 };

typedef struct record {
    size_t count;
    size_t threads;
    unsigned char done[MOST];
    /* A worker is one thread: its counter needs no lock. */
    size_t by_worker[512];
    size_t bad;
} record;

static void note(size_t task, size_t worker, void *user) {
    record *seen = user;
    if (task >= seen->count || worker >= seen->threads) {
        seen->bad++;
        return;
    }
    seen->done[task]++;
    seen->by_worker[worker]++;
}

static void parallel_runs_every_task_once(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, 2, 3, 100, MOST};
    static const int32_t threads[] = {-5, 0, 1, 2, 3, 8, 64, 400};
    for (size_t i = 0; i < 6; i++) {
        for (size_t j = 0; j < 8; j++) {
            static record seen;
            memset(&seen, 0, sizeof(seen));
            seen.count = counts[i];
            seen.threads = threads[j] > 1 ? (size_t)threads[j] : 1;
            attain_i_parallel(counts[i], threads[j], note, &seen);
            size_t total = 0;
            for (size_t k = 0; k < 512; k++)
                total += seen.by_worker[k];
            assert_int_equal(total, counts[i]);
            assert_int_equal(seen.bad, 0);
            for (size_t k = 0; k < counts[i]; k++)
                assert_int_equal(seen.done[k], 1);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parallel_runs_every_task_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
