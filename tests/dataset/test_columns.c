/* The store of columns: sharing places, merging. */
#include "dataset/sample.h"

#include <math.h>

#include "dataset/columns.h"

enum { UNITS = 6 };

/* The allocator of a store is borrowed, and so stands still here. */
static support_memory memory;

static attain_i_columns store_of(void) {
    attain_i_columns store;
    attain_i_columns_init(&store, &memory.allocator, UNITS);
    return store;
}

static int setup(void **state) {
    (void)state;
    support_memory_init(&memory);
    return 0;
}

static void put(attain_i_columns *store, int32_t column, int32_t unit,
                double value, uint32_t place) {
    store->columns[column].values[unit] = value;
    store->columns[column].places->of_unit[unit] = place;
}

static void columns_are_found_by_their_three_keys(void **state) {
    attain_i_columns store = store_of();
    int32_t made = 0;
    (void)state;
    assert_int_equal(attain_i_columns_find(&store, 0, 2021, -1), -1);
    for (int32_t v = 0; v < 10; v++) {
        for (int32_t p = 2000; p < 2030; p++) {
            for (int32_t g = -1; g < 2; g++) {
                assert_int_equal(attain_i_columns_obtain(&store, v, p, g, NULL),
                                 made++);
            }
        }
    }
    for (int32_t i = 0; i < made; i++) {
        const attain_i_column *column = &store.columns[i];
        assert_int_equal(attain_i_columns_find(&store, column->variable,
                                               column->period, column->group),
                         i);
        assert_int_equal(attain_i_columns_obtain(&store, column->variable,
                                                 column->period, column->group,
                                                 NULL),
                         i);
        assert_true(isnan(column->values[UNITS - 1]));
        assert_int_equal(column->places->of_unit[0], ATTAIN_I_PLACE_NONE);
    }
    assert_int_equal(attain_i_columns_find(&store, 10, 2000, -1), -1);
    attain_i_columns_truncate(&store, 100);
    assert_int_equal(store.count, 100);
    assert_int_equal(attain_i_columns_find(&store, 9, 2029, 1), -1);
    assert_int_equal(attain_i_columns_find(&store, 0, 2000, 0), 1);
    attain_i_columns_clear(&store);
    assert_int_equal(store.count, 0);
    assert_no_leak(&memory);
}

static void shared_places_are_kept_once(void **state) {
    attain_i_columns store = store_of();
    attain_i_places *places = attain_i_places_create(&store);
    int32_t a, b;
    (void)state;
    assert_non_null(places);
    a = attain_i_columns_obtain(&store, 0, 2021, -1, places);
    b = attain_i_columns_obtain(&store, 1, 2021, -1, places);
    assert_int_equal(places->users, 2);
    put(&store, a, 3, 1, 7);
    assert_int_equal(store.columns[b].places->of_unit[3], 7);
    size_t k = 1;
    support_memory_fail(&memory, k, 0);
    while (!attain_i_column_own_places(&store, b)) {
        assert_ptr_equal(store.columns[b].places, places);
        support_memory_fail(&memory, ++k, 0);
    }
    assert_true(k > 1);
    support_memory_fail(&memory, 0, 0);
    assert_ptr_not_equal(store.columns[b].places, places);
    assert_int_equal(store.columns[b].places->of_unit[3], 7);
    put(&store, b, 4, 1, 9);
    assert_int_equal(store.columns[a].places->of_unit[4], ATTAIN_I_PLACE_NONE);
    assert_int_equal(places->users, 1);
    attain_i_places_destroy(&store, NULL);
    attain_i_columns_clear(&store);
    assert_no_leak(&memory);
}

static void statuses_are_made_when_needed(void **state) {
    attain_i_columns store = store_of();
    int32_t a = attain_i_columns_obtain(&store, 0, 2021, -1, NULL);
    (void)state;
    put(&store, a, 1, 5, 2);
    assert_int_equal(
        attain_i_column_set_status(&store, a, 1, ATTAIN_OBSERVATION_MEASURED),
        1);
    assert_int_equal(
        attain_i_column_set_status(&store, a, 2, ATTAIN_OBSERVATION_MISSING),
        1);
    assert_null(store.columns[a].statuses);
    put(&store, a, 3, 6, 3);
    assert_int_equal(
        attain_i_column_set_status(&store, a, 3, ATTAIN_OBSERVATION_ESTIMATED),
        1);
    assert_non_null(store.columns[a].statuses);
    assert_int_equal(store.columns[a].statuses[1], ATTAIN_OBSERVATION_MEASURED);
    assert_int_equal(store.columns[a].statuses[2], ATTAIN_OBSERVATION_MISSING);
    assert_int_equal(store.columns[a].statuses[3],
                     ATTAIN_OBSERVATION_ESTIMATED);
    attain_i_columns_clear(&store);
    assert_no_leak(&memory);
}

/* What the clashes were. */
typedef struct clashes {
    size_t count;
    int32_t unit[8];
    uint32_t old[8], now[8];
    int32_t variable[8];
} clashes;

static void tell(const attain_i_column *old, const attain_i_column *now,
                 int32_t unit, void *user) {
    clashes *found = user;
    assert_true(found->count < 8);
    assert_int_equal(old->variable, now->variable);
    found->variable[found->count] = now->variable;
    found->unit[found->count] = unit;
    found->old[found->count] = old->places->of_unit[unit];
    found->now[found->count] = now->places->of_unit[unit];
    found->count++;
}

static void merge_moves_columns_and_cells(void **state) {
    attain_i_columns into = store_of(), from = store_of();
    int32_t a = attain_i_columns_obtain(&into, 0, 2021, -1, NULL);
    int32_t b = attain_i_columns_obtain(&from, 0, 2021, -1, NULL);
    int32_t c = attain_i_columns_obtain(&from, 0, 2022, -1, NULL);
    (void)state;
    put(&into, a, 0, 1, 2);
    put(&from, b, 1, 2, 3);
    put(&from, b, 2, (double)NAN, 4); /* missing, but observed */
    put(&from, c, 5, 9, 5);
    assert_int_equal(
        attain_i_column_set_status(&from, b, 1, ATTAIN_OBSERVATION_ESTIMATED),
        1);
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, NULL, NULL), 0);
    assert_int_equal(from.count, 0);
    assert_int_equal(into.count, 2);
    assert_same(into.columns[a].values[0], 1);
    assert_same(into.columns[a].values[1], 2);
    assert_int_equal(into.columns[a].places->of_unit[2], 4);
    assert_int_equal(into.columns[a].statuses[0], ATTAIN_OBSERVATION_MEASURED);
    assert_int_equal(into.columns[a].statuses[1], ATTAIN_OBSERVATION_ESTIMATED);
    assert_int_equal(into.columns[a].statuses[2], ATTAIN_OBSERVATION_MISSING);
    c = attain_i_columns_find(&into, 0, 2022, -1);
    assert_same(into.columns[c].values[5], 9);
    /* an emptied store can be used again */
    assert_int_equal(attain_i_columns_obtain(&from, 3, 2021, -1, NULL), 0);
    attain_i_columns_clear(&into);
    attain_i_columns_clear(&from);
    assert_no_leak(&memory);
}

static void merge_keeps_the_statuses_of_both(void **state) {
    attain_i_columns into = store_of(), from = store_of();
    int32_t a = attain_i_columns_obtain(&into, 0, 2021, -1, NULL);
    int32_t b = attain_i_columns_obtain(&from, 0, 2021, -1, NULL);
    clashes found = {0};
    (void)state;
    assert_int_equal(attain_i_columns_obtain(&from, 1, 2021, -1, NULL), 1);
    put(&into, a, 0, 1, 2);
    put(&from, b, 1, 2, 3);
    assert_int_equal(
        attain_i_column_set_status(&into, a, 0, ATTAIN_OBSERVATION_ESTIMATED),
        1);
    assert_int_equal(
        attain_i_column_set_status(&from, b, 1, ATTAIN_OBSERVATION_PROVISIONAL),
        1);
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, tell, &found), 0);
    assert_int_equal(found.count, 0);
    assert_int_equal(into.count, 2);
    assert_int_equal(into.columns[a].statuses[0], ATTAIN_OBSERVATION_ESTIMATED);
    assert_int_equal(into.columns[a].statuses[1],
                     ATTAIN_OBSERVATION_PROVISIONAL);
    assert_int_equal(into.columns[a].statuses[2], ATTAIN_OBSERVATION_MISSING);
    attain_i_columns_clear(&into);
    assert_no_leak(&memory);
}

static void merge_tells_clashes_and_dry_changes_nothing(void **state) {
    attain_i_columns into = store_of(), from = store_of();
    int32_t a = attain_i_columns_obtain(&into, 4, 2021, 1, NULL);
    int32_t b = attain_i_columns_obtain(&from, 4, 2021, 1, NULL);
    clashes found = {0};
    (void)state;
    put(&into, a, 0, 1, 2);
    put(&into, a, 3, (double)NAN, 3);
    put(&from, b, 0, 1, 10);
    put(&from, b, 1, 5, 11);
    put(&from, b, 3, 7, 12);
    assert_int_equal(attain_i_columns_merge(&into, &from, 1, tell, &found), 0);
    assert_int_equal(found.count, 2);
    assert_int_equal(found.unit[0], 0);
    assert_int_equal(found.old[0], 2);
    assert_int_equal(found.now[0], 10);
    assert_int_equal(found.unit[1], 3);
    assert_int_equal(found.old[1], 3);
    assert_int_equal(found.now[1], 12);
    assert_int_equal(from.count, 1);
    assert_true(isnan(into.columns[a].values[1]));
    assert_int_equal(into.columns[a].places->of_unit[1], 0);
    found.count = 0;
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, tell, &found), 0);
    assert_int_equal(found.count, 2);
    assert_same(into.columns[a].values[1], 5);
    assert_true(isnan(into.columns[a].values[3])); /* as it was */
    assert_int_equal(into.columns[a].places->of_unit[3], 3);
    attain_i_columns_clear(&into);
    attain_i_columns_clear(&from);
    assert_no_leak(&memory);
}

/* A store as a wide file gives: `variables` columns of each of two periods,
 * one run of places for each period; units from … to − 1 were observed. */
static attain_i_columns wide(int32_t variables, int32_t from, int32_t to,
                             uint32_t place) {
    attain_i_columns store = store_of();
    for (int32_t period = 2021; period <= 2022; period++) {
        attain_i_places *places = attain_i_places_create(&store);
        assert_non_null(places);
        for (int32_t v = 0; v < variables; v++) {
            int32_t column =
                attain_i_columns_obtain(&store, v, period, -1, places);
            assert_true(column >= 0);
            for (int32_t u = from; u < to; u++) {
                put(&store, column, u, 100 * v + u + period,
                    place + (uint32_t)u);
            }
        }
    }
    return store;
}

static void assert_wide(const attain_i_columns *store, int32_t variables,
                        int32_t from, int32_t to, uint32_t place) {
    for (int32_t period = 2021; period <= 2022; period++) {
        for (int32_t v = 0; v < variables; v++) {
            const attain_i_column *column =
                &store->columns[attain_i_columns_find(store, v, period, -1)];
            for (int32_t u = from; u < to; u++) {
                assert_same(column->values[u], 100 * v + u + period);
                assert_int_equal(column->places->of_unit[u],
                                 place + (uint32_t)u);
            }
        }
    }
}

static void merge_of_wide_parts_goes_on_sharing(void **state) {
    attain_i_columns into = wide(3, 0, 2, 10), from = wide(3, 2, 5, 20);
    const attain_i_places *places;
    (void)state;
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, NULL, NULL), 0);
    assert_int_equal(into.count, 6);
    assert_wide(&into, 3, 0, 2, 10);
    assert_wide(&into, 3, 2, 5, 20);
    for (int32_t period = 2021; period <= 2022; period++) {
        places =
            into.columns[attain_i_columns_find(&into, 0, period, -1)].places;
        assert_int_equal(places->users, 3);
        assert_int_equal(places->of_unit[5], ATTAIN_I_PLACE_NONE);
    }
    attain_i_columns_clear(&into);
    assert_no_leak(&memory);
}

static void merge_marks_no_column_that_a_part_lacks(void **state) {
    attain_i_columns into = wide(3, 0, 2, 10), from = wide(2, 2, 5, 20);
    const attain_i_column *lacking;
    (void)state;
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, NULL, NULL), 0);
    assert_wide(&into, 3, 0, 2, 10);
    assert_wide(&into, 2, 2, 5, 20);
    lacking = &into.columns[attain_i_columns_find(&into, 2, 2021, -1)];
    for (int32_t u = 2; u < UNITS; u++) {
        assert_true(isnan(lacking->values[u]));
        assert_int_equal(lacking->places->of_unit[u], ATTAIN_I_PLACE_NONE);
    }
    assert_int_equal(lacking->places->users, 1);
    /* The other way round: a part has a column more. */
    from = wide(4, 5, 6, 30);
    assert_int_equal(attain_i_columns_merge(&into, &from, 0, NULL, NULL), 0);
    assert_wide(&into, 4, 5, 6, 30);
    assert_wide(&into, 3, 0, 2, 10);
    assert_wide(&into, 2, 2, 5, 20);
    attain_i_columns_clear(&into);
    assert_no_leak(&memory);
}

static void merge_without_memory_changes_nothing(void **state) {
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_i_columns into = wide(3, 0, 2, 10), from = wide(4, 2, 5, 20);
        assert_int_equal(attain_i_column_set_status(
                             &from, 0, 2, ATTAIN_OBSERVATION_ESTIMATED),
                         1);
        support_memory_fail(&memory, k, 0);
        status = attain_i_columns_merge(&into, &from, 0, NULL, NULL);
        support_memory_fail(&memory, 0, 0);
        assert_wide(&into, 3, 0, 2, 10);
        if (status != ATTAIN_OK) {
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(into.count, 6);
            assert_int_equal(from.count, 8);
            assert_wide(&from, 4, 2, 5, 20);
            assert_true(isnan(into.columns[0].values[2]));
            assert_int_equal(into.columns[0].places->of_unit[2], 0);
            assert_int_equal(into.columns[0].places->users, 3);
        } else {
            assert_true(k > 3);
            assert_wide(&into, 4, 2, 5, 20);
        }
        attain_i_columns_clear(&into);
        attain_i_columns_clear(&from);
        assert_no_leak(&memory);
    }
}

static void columns_without_memory_change_nothing(void **state) {
    int32_t column = -1;
    (void)state;
    for (size_t k = 1; column < 0; k++) {
        attain_i_columns store = store_of();
        support_memory_fail(&memory, k, 0);
        column = attain_i_columns_obtain(&store, 0, 2021, -1, NULL);
        support_memory_fail(&memory, 0, 0);
        assert_int_equal(store.count, column < 0 ? 0 : 1);
        assert_int_equal(attain_i_columns_find(&store, 0, 2021, -1), column);
        attain_i_columns_clear(&store);
        assert_no_leak(&memory);
    }
    for (size_t k = 1;; k++) {
        attain_i_columns store = wide(2, 0, 6, 10);
        int extended;
        assert_int_equal(attain_i_column_set_status(
                             &store, 1, 2, ATTAIN_OBSERVATION_ESTIMATED),
                         1);
        support_memory_fail(&memory, k, 0);
        extended = attain_i_columns_extend(&store, 50);
        support_memory_fail(&memory, 0, 0);
        assert_int_equal(store.unit_count, extended ? 50 : UNITS);
        assert_wide(&store, 2, 0, 6, 10);
        attain_i_columns_clear(&store);
        assert_no_leak(&memory);
        if (extended) {
            assert_true(k > 3);
            break;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_their_three_keys),
        cmocka_unit_test(shared_places_are_kept_once),
        cmocka_unit_test(statuses_are_made_when_needed),
        cmocka_unit_test(merge_moves_columns_and_cells),
        cmocka_unit_test(merge_keeps_the_statuses_of_both),
        cmocka_unit_test(merge_tells_clashes_and_dry_changes_nothing),
        cmocka_unit_test(merge_of_wide_parts_goes_on_sharing),
        cmocka_unit_test(merge_marks_no_column_that_a_part_lacks),
        cmocka_unit_test(merge_without_memory_changes_nothing),
        cmocka_unit_test(columns_without_memory_change_nothing)};
    return cmocka_run_group_tests(tests, setup, NULL);
}
