/* Arrays in slabs: apart from each other, and given back with the last one. */
#include "dataset/pool.h"

#include <math.h>
#include <string.h>

#include "dataset/columns.h"
#include "support/support.h"

static support_memory memory;

static attain_i_pool pool_of(void) {
    attain_i_pool pool;
    support_memory_init(&memory);
    attain_i_pool_init(&pool, &memory.allocator);
    return pool;
}

static void arrays_are_apart_and_slabs_end_with_them(void **state) {
    (void)state;
    enum { ARRAYS = 400 };
    static unsigned char *arrays[ARRAYS];
    static attain_i_slab *slabs[ARRAYS];
    attain_i_pool pool = pool_of();
    size_t bytes = 0;
    for (size_t i = 0; i < ARRAYS; i++) {
        arrays[i] = attain_i_pool_take(&pool, i * 7, 1, &slabs[i]);
        assert_non_null(arrays[i]);
        memset(arrays[i], (int)(i % 251), i * 7);
        bytes += i * 7;
    }
    assert_true(memory.live_blocks < ARRAYS / 4);
    assert_true(memory.live_bytes < 2 * bytes);
    attain_i_pool_clear(&pool);
    for (size_t i = 0; i < ARRAYS; i += 2)
        attain_i_slab_drop(&memory.allocator, slabs[i]);
    for (size_t i = 1; i < ARRAYS; i += 2) {
        for (size_t k = 0; k < i * 7; k++)
            assert_int_equal(arrays[i][k], i % 251);
        attain_i_slab_drop(&memory.allocator, slabs[i]);
    }
    assert_no_leak(&memory);
}

static void what_was_given_back_is_taken_again(void **state) {
    (void)state;
    attain_i_pool pool = pool_of();
    for (int i = 0; i < 1000; i++) {
        attain_i_slab *slab;
        assert_non_null(attain_i_pool_take(&pool, 1000, 8, &slab));
        attain_i_slab_drop(&memory.allocator, slab);
    }
    assert_int_equal(memory.live_blocks, 1);
    attain_i_pool_clear(&pool);
    assert_no_leak(&memory);
}

static void large_room_is_one_slab(void **state) {
    (void)state;
    enum { ARRAYS = 40, BYTES = 1 << 16 };
    attain_i_pool pool = pool_of();
    attain_i_slab *slab;
    assert_int_equal(attain_i_pool_reserve(&pool, 3, 100), 1);
    assert_int_equal(memory.live_blocks, 0); /* not worth it */
    support_memory_fail(&memory, 1, 0);
    assert_int_equal(attain_i_pool_reserve(&pool, ARRAYS, BYTES), 0);
    support_memory_fail(&memory, 0, 0);
    assert_int_equal(attain_i_pool_reserve(&pool, ARRAYS, BYTES), 1);
    for (int i = 0; i < ARRAYS; i++)
        assert_non_null(attain_i_pool_take(&pool, BYTES, 1, &slab));
    assert_int_equal(memory.live_blocks, 1);
    for (int i = 0; i < ARRAYS; i++)
        attain_i_slab_drop(&memory.allocator, slab);
    attain_i_pool_clear(&pool);
    assert_no_leak(&memory);
}

static void what_no_object_can_be_is_refused(void **state) {
    (void)state;
    attain_i_pool pool = pool_of();
    attain_i_slab *slab;
    assert_null(attain_i_pool_take(&pool, SIZE_MAX / 8, 8, &slab));
    assert_null(attain_i_pool_take(&pool, SIZE_MAX / 2, 8, &slab));
    assert_int_equal(attain_i_pool_reserve(&pool, 1, SIZE_MAX - 1), 0);
    assert_int_equal(attain_i_pool_reserve(&pool, SIZE_MAX / 4, 8), 0);
    support_memory_fail(&memory, 1, 0);
    assert_null(attain_i_pool_take(&pool, 5, 8, &slab));
    attain_i_pool_clear(&pool);
    assert_no_leak(&memory);
}

/* --- A store that is open --------------------------------------------------
 */

static void open_stores_are_completed_with_missing_values(void **state) {
    (void)state;
    enum { UNITS = 700 };
    attain_i_columns store;
    support_memory_init(&memory);
    attain_i_columns_init(&store, &memory.allocator, UNITS);
    store.open = 1;
    for (int32_t c = 0; c < 3; c++) {
        int32_t column = attain_i_columns_obtain(&store, c, 2021, -1, NULL);
        assert_int_equal(column, c);
        for (int32_t u = 0; u < UNITS; u++) {
            /* All of them, none, and every third. */
            if (c == 0 || (c == 2 && u % 3 == 0)) {
                store.columns[c].values[u] = u;
                store.columns[c].places->of_unit[u] = 9;
            }
        }
    }
    assert_int_equal(
        attain_i_column_set_status(&store, 2, 3, ATTAIN_OBSERVATION_ESTIMATED),
        1);
    attain_i_columns_complete(&store);
    assert_int_equal(store.open, 0);
    for (int32_t u = 0; u < UNITS; u++) {
        int seen = u % 3 == 0;
        int32_t status = u == 3 ? ATTAIN_OBSERVATION_ESTIMATED
                         : seen ? ATTAIN_OBSERVATION_MEASURED
                                : ATTAIN_OBSERVATION_MISSING;
        assert_same(store.columns[0].values[u], u);
        assert_same(store.columns[1].values[u], (double)NAN);
        assert_same(store.columns[2].values[u], seen ? u : (double)NAN);
        assert_int_equal(store.columns[2].statuses[u], status);
    }
    attain_i_columns_clear(&store);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrays_are_apart_and_slabs_end_with_them),
        cmocka_unit_test(what_was_given_back_is_taken_again),
        cmocka_unit_test(large_room_is_one_slab),
        cmocka_unit_test(what_no_object_can_be_is_refused),
        cmocka_unit_test(open_stores_are_completed_with_missing_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
