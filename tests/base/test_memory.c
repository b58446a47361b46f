#include "support/support.h"

#include "base/memory.h"

static void allocator_set_copies_or_takes_the_default(void **state) {
    (void)state;
    support_memory memory;
    attain_allocator out;
    support_memory_init(&memory);
    assert_true(attain_i_allocator_set(&out, &memory.allocator));
    assert_ptr_equal(out.user, &memory);
    assert_true(attain_i_allocator_set(&out, NULL));
    char *block = attain_i_allocate(&out, 3, 5);
    assert_non_null(block);
    memset(block, 1, 15);
    attain_i_release(&out, block, 3, 5);
    void *data = NULL;
    size_t capacity = 0;
    assert_true(attain_i_grow(&out, &data, &capacity, 1, 8));
    assert_true(attain_i_grow(&out, &data, &capacity, 1000, 8));
    attain_i_release(&out, data, capacity, 8);
}

static void allocator_set_refuses_a_missing_function(void **state) {
    (void)state;
    support_memory memory;
    attain_allocator out = {NULL, NULL, NULL, NULL};
    support_memory_init(&memory);
    for (int i = 0; i < 3; i++) {
        attain_allocator bad = memory.allocator;
        if (i == 0)
            bad.allocate = NULL;
        else if (i == 1)
            bad.reallocate = NULL;
        else
            bad.release = NULL;
        assert_false(attain_i_allocator_set(&out, &bad));
        assert_null(out.user);
    }
}

static void allocate_checks_the_size(void **state) {
    (void)state;
    support_memory memory;
    support_memory_init(&memory);
    const attain_allocator *from = &memory.allocator;
    assert_null(attain_i_allocate(from, SIZE_MAX, 2));
    assert_null(attain_i_allocate(from, SIZE_MAX / 2, 3));
    assert_null(attain_i_allocate(from, (size_t)1 << 32, (size_t)1 << 32));
    assert_null(attain_i_allocate_zero(from, SIZE_MAX, SIZE_MAX));
    assert_null(attain_i_allocate(from, SIZE_MAX, 1));
    assert_int_equal(memory.calls, 0);
    void *none = attain_i_allocate(from, 0, 8);
    assert_non_null(none);
    assert_int_equal(memory.live_bytes, 1);
    attain_i_release(from, none, 0, 8);
    attain_i_release(from, NULL, 5, 8);
    assert_no_leak(&memory);
}

static void allocate_zero_clears(void **state) {
    (void)state;
    support_memory memory;
    support_memory_init(&memory);
    unsigned char *block = attain_i_allocate_zero(&memory.allocator, 10, 10);
    for (int i = 0; i < 100; i++)
        assert_int_equal(block[i], 0);
    attain_i_release(&memory.allocator, block, 10, 10);
    support_memory_fail(&memory, 1, 0);
    assert_null(attain_i_allocate_zero(&memory.allocator, 1, 1));
    assert_no_leak(&memory);
}

static void grow_keeps_contents_and_grows_by_half(void **state) {
    (void)state;
    support_memory memory;
    support_memory_init(&memory);
    void *data = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < 100000; i++) {
        assert_true(attain_i_grow(&memory.allocator, &data, &capacity, i + 1,
                                  sizeof(size_t)));
        ((size_t *)data)[i] = i;
    }
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(((size_t *)data)[i], i);
    assert_true(memory.calls < 40);
    assert_int_equal(memory.live_bytes, capacity * sizeof(size_t));
    attain_i_release(&memory.allocator, data, capacity, sizeof(size_t));
    assert_no_leak(&memory);
}

static void grow_without_memory_changes_nothing(void **state) {
    (void)state;
    support_memory memory;
    support_memory_init(&memory);
    void *data = NULL;
    size_t capacity = 0;
    support_memory_fail(&memory, 1, 0);
    assert_false(attain_i_grow(&memory.allocator, &data, &capacity, 3, 4));
    assert_null(data);
    assert_int_equal(capacity, 0);
    assert_true(attain_i_grow(&memory.allocator, &data, &capacity, 3, 4));
    memcpy(data, "abcdefghijk", 12);
    void *before = data;
    size_t before_capacity = capacity;
    support_memory_fail(&memory, 1, 1);
    assert_false(attain_i_grow(&memory.allocator, &data, &capacity, 999, 4));
    assert_false(
        attain_i_grow(&memory.allocator, &data, &capacity, SIZE_MAX, 4));
    assert_false(
        attain_i_grow(&memory.allocator, &data, &capacity, SIZE_MAX / 4, 4));
    assert_ptr_equal(data, before);
    assert_int_equal(capacity, before_capacity);
    assert_string_equal((char *)data, "abcdefghijk");
    attain_i_release(&memory.allocator, data, capacity, 4);
    assert_no_leak(&memory);
}

static void arena_keeps_addresses_and_contents(void **state) {
    (void)state;
    support_memory memory;
    attain_i_arena arena;
    support_memory_init(&memory);
    attain_i_arena_init(&arena, &memory.allocator);
    enum { TEXTS = 2000 };
    static const char *texts[TEXTS];
    static char long_text[5000];
    memset(long_text, 'x', sizeof(long_text));
    for (size_t i = 0; i < TEXTS; i++) {
        size_t length = i % 97 == 0 ? 5000 - i : i % 40;
        texts[i] = attain_i_arena_text(&arena, long_text, length);
        uint64_t *numbers = attain_i_arena_bytes(&arena, 24);
        assert_int_equal((uintptr_t)numbers % _Alignof(max_align_t), 0);
        numbers[0] = numbers[1] = numbers[2] = 0;
    }
    for (size_t i = 0; i < TEXTS; i++)
        assert_int_equal(strlen(texts[i]), i % 97 == 0 ? 5000 - i : i % 40);
    attain_i_arena_clear(&arena);
    assert_null(arena.first);
    assert_no_leak(&memory);
}

static void arena_of_a_million_texts_takes_few_blocks(void **state) {
    (void)state;
    support_memory memory;
    attain_i_arena arena;
    support_memory_init(&memory);
    attain_i_arena_init(&arena, &memory.allocator);
    for (int i = 0; i < 1000000; i++)
        assert_non_null(attain_i_arena_text(&arena, "2301001", 7));
    assert_true(memory.calls < 50);
    assert_true(memory.live_bytes < 8500000);
    attain_i_arena_clear(&arena);
    assert_no_leak(&memory);
}

/* Something large does not end the block that small texts go into. */
static void arena_goes_on_behind_something_large(void **state) {
    (void)state;
    support_memory memory;
    attain_i_arena arena;
    support_memory_init(&memory);
    attain_i_arena_init(&arena, &memory.allocator);
    const char *before = attain_i_arena_text(&arena, "abc", 3);
    char *large = attain_i_arena_bytes(&arena, 1000000);
    const char *after = attain_i_arena_text(&arena, "def", 3);
    assert_ptr_equal(after, before + 4);
    memset(large, 1, 1000000);
    assert_string_equal(before, "abc");
    assert_string_equal(after, "def");
    attain_i_arena_clear(&arena);
    assert_no_leak(&memory);
}

static void arena_edges_and_no_memory(void **state) {
    (void)state;
    support_memory memory;
    attain_i_arena arena;
    support_memory_init(&memory);
    attain_i_arena_init(&arena, &memory.allocator);
    support_memory_fail(&memory, 1, 1);
    assert_null(attain_i_arena_text(&arena, "a", 1));
    assert_null(attain_i_arena_bytes(&arena, 8));
    support_memory_fail(&memory, 0, 0);
    assert_string_equal(attain_i_arena_text(&arena, NULL, 0), "");
    assert_string_equal(attain_i_arena_text(&arena, "abc", 2), "ab");
    assert_non_null(attain_i_arena_bytes(&arena, 0));
    assert_null(attain_i_arena_text(&arena, "", SIZE_MAX));
    assert_null(attain_i_arena_bytes(&arena, SIZE_MAX));
    assert_null(attain_i_arena_bytes(&arena, PTRDIFF_MAX));
    attain_i_arena_clear(&arena);
    attain_i_arena_clear(&arena);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allocator_set_copies_or_takes_the_default),
        cmocka_unit_test(allocator_set_refuses_a_missing_function),
        cmocka_unit_test(allocate_checks_the_size),
        cmocka_unit_test(allocate_zero_clears),
        cmocka_unit_test(grow_keeps_contents_and_grows_by_half),
        cmocka_unit_test(grow_without_memory_changes_nothing),
        cmocka_unit_test(arena_keeps_addresses_and_contents),
        cmocka_unit_test(arena_of_a_million_texts_takes_few_blocks),
        cmocka_unit_test(arena_goes_on_behind_something_large),
        cmocka_unit_test(arena_edges_and_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
