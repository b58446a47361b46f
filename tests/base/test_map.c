#include "support/support.h"

#include <stdio.h>

#include "base/text.h"

enum { KEYS = 20000 };

static char (*make_keys(void))[16] {
    char(*keys)[16] = malloc(sizeof(*keys) * KEYS);
    assert_non_null(keys);
    for (int i = 0; i < KEYS; i++)
        snprintf(keys[i], sizeof(keys[i]), "k%d", i);
    return keys;
}

static void map_finds_what_was_added(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map map;
    char(*keys)[16] = make_keys();
    support_memory_init(&memory);
    attain_i_map_init(&map, &memory.allocator);
    assert_int_equal(attain_i_map_find(&map, "k0", 2), -1);
    for (int i = 0; i < KEYS; i++) {
        assert_int_equal(attain_i_map_find(&map, keys[i], strlen(keys[i])), -1);
        assert_true(attain_i_map_add(&map, keys[i], strlen(keys[i]), i));
    }
    assert_int_equal(map.count, KEYS);
    for (int i = 0; i < KEYS; i++) {
        assert_int_equal(attain_i_map_find(&map, keys[i], strlen(keys[i])), i);
        assert_int_equal(attain_i_map_find(&map, keys[i], 1), -1);
    }
    attain_i_map_clear(&map);
    assert_int_equal(attain_i_map_find(&map, "k0", 2), -1);
    assert_true(attain_i_map_add(&map, "k0", 2, 5));
    assert_int_equal(attain_i_map_find(&map, "k0", 2), 5);
    attain_i_map_clear(&map);
    assert_no_leak(&memory);
    free(keys);
}

/* A model: an array of what should be there. */
static void map_after_random_adding_and_removing(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map map;
    char(*keys)[16] = make_keys();
    static int32_t model[KEYS];
    uint64_t random = 1;
    memset(model, -1, sizeof(model));
    support_memory_init(&memory);
    attain_i_map_init(&map, &memory.allocator);
    for (int step = 0; step < 200000; step++) {
        size_t i = support_random(&random) % 700;
        if (model[i] < 0) {
            model[i] = step;
            assert_true(attain_i_map_add(&map, keys[i], strlen(keys[i]), step));
        } else {
            model[i] = -1;
            attain_i_map_remove(&map, keys[i], strlen(keys[i]));
        }
        size_t j = support_random(&random) % 700;
        assert_int_equal(attain_i_map_find(&map, keys[j], strlen(keys[j])),
                         model[j]);
    }
    for (size_t j = 0; j < 700; j++) {
        assert_int_equal(attain_i_map_find(&map, keys[j], strlen(keys[j])),
                         model[j]);
    }
    attain_i_map_remove(&map, "absent", 6);
    attain_i_map_clear(&map);
    attain_i_map_remove(&map, "absent", 6);
    assert_no_leak(&memory);
    free(keys);
}

static void map_of_keys_with_the_same_beginning_and_any_bytes(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map map;
    support_memory_init(&memory);
    attain_i_map_init(&map, &memory.allocator);
    char zeros[40];
    memset(zeros, 0, sizeof(zeros));
    assert_true(attain_i_map_add(&map, NULL, 0, 1000));
    for (int32_t length = 1; length <= 40; length++)
        assert_true(attain_i_map_add(&map, zeros, (size_t)length, length));
    for (int32_t length = 1; length <= 40; length++) {
        assert_int_equal(attain_i_map_find(&map, zeros, (size_t)length),
                         length);
    }
    assert_int_equal(attain_i_map_find(&map, "", 0), 1000);
    attain_i_map_remove(&map, "", 0);
    assert_int_equal(attain_i_map_find(&map, NULL, 0), -1);
    attain_i_map_clear(&map);
    assert_no_leak(&memory);
}

static void map_add_after_reserve_cannot_fail(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map map;
    char(*keys)[16] = make_keys();
    support_memory_init(&memory);
    attain_i_map_init(&map, &memory.allocator);
    for (size_t count = 1; count < 3000; count = count * 2 + 1) {
        support_memory_fail(&memory, 0, 0);
        assert_true(attain_i_map_reserve(&map, count));
        support_memory_fail(&memory, 1, 1);
        for (size_t i = map.count; i < count; i++) {
            assert_true(
                attain_i_map_add(&map, keys[i], strlen(keys[i]), (int)i));
        }
        assert_int_equal(memory.calls, 0);
    }
    attain_i_map_clear(&map);
    assert_no_leak(&memory);
    free(keys);
}

static void map_without_memory_is_unchanged(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map map;
    char(*keys)[16] = make_keys();
    support_memory_init(&memory);
    attain_i_map_init(&map, &memory.allocator);
    support_memory_fail(&memory, 1, 0);
    assert_false(attain_i_map_add(&map, keys[0], 2, 0));
    assert_int_equal(map.count, 0);
    int added = 0;
    support_memory_fail(&memory, 3, 1);
    while (attain_i_map_add(&map, keys[added], strlen(keys[added]), added))
        added++;
    assert_int_equal(memory.failures, 1);
    assert_true(added >= 16);
    assert_false(attain_i_map_reserve(&map, SIZE_MAX));
    assert_false(attain_i_map_reserve(&map, SIZE_MAX / 2));
    assert_int_equal(map.count, added);
    for (int i = 0; i < added; i++)
        assert_int_equal(attain_i_map_find(&map, keys[i], strlen(keys[i])), i);
    attain_i_map_clear(&map);
    assert_no_leak(&memory);
    free(keys);
}

/* Two maps hash alike only by accident: else prepared keys could collide. */
static void map_seeds_differ(void **state) {
    (void)state;
    support_memory memory;
    attain_i_map maps[2];
    support_memory_init(&memory);
    for (int i = 0; i < 2; i++) {
        attain_i_map_init(&maps[i], &memory.allocator);
        assert_true(attain_i_map_reserve(&maps[i], 1));
    }
    assert_true(maps[0].seed[0] != maps[1].seed[0]);
    assert_true(maps[0].seed[1] != maps[1].seed[1]);
    attain_i_map_clear(&maps[0]);
    attain_i_map_clear(&maps[1]);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(map_finds_what_was_added),
        cmocka_unit_test(map_after_random_adding_and_removing),
        cmocka_unit_test(map_of_keys_with_the_same_beginning_and_any_bytes),
        cmocka_unit_test(map_add_after_reserve_cannot_fail),
        cmocka_unit_test(map_without_memory_is_unchanged),
        cmocka_unit_test(map_seeds_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
