/* Memory that is not there, and how much is taken. */
#include "exchange/reading.h"

static void add_noise(tables *plan, tables *data) {
    /* Warnings and quoted cells, so that their allocations fail, too. */
    tables_add(plan, "bands.csv",
               "name,from\n\"good \"\"A\"\"\",80\nfair,60\nFair,50\n");
    tables_add(plan, "targets.csv",
               "id,goal,metric,name,comparator,value,score,steps\n"
               "t1,g1,m1,To 96,at_least,96,steps,0:0;60:0.6;90:1\n"
               "t2,g2,m2,At most 5,at_most,5,,\n");
    tables_add(plan, "path.csv", "target,period,value\nt1,2022,92\n");
    tables_remove(data, "variables.csv");
    tables_add(data, "observations.csv",
               "unit,period,variable,value,status,group\n"
               "s1,2022,a,1.5,,\ns1,2023,a,2,estimated,\n"
               "\"s2\",2022,b,1,,pupils\nc,2022,A,3,,\n");
    tables_add(data, "observations2.csv",
               "unit,period,w1,w2\ns1,2022,1,2\ns1,2023,,4\nc,2022,1,2\n");
}

static void plan_that_lacks_memory_is_not_made_and_nothing_leaks(void **state) {
    (void)state;
    for (int fail_on = 0; fail_on < 2; fail_on++) {
        support_memory memory;
        tables list, unused;
        told problems;
        attain_read_options options;
        attain_plan *plan = NULL;
        tables_plan(&list);
        tables_dataset(&unused);
        add_noise(&list, &unused);
        support_memory_init(&memory);
        options_of(&options, &problems);
        options.allocator = &memory.allocator;
        size_t k = 1;
        for (;; k++) {
            attain_error err;
            support_memory_fail(&memory, k, fail_on);
            attain_status status = attain_read_plan_tables(
                list.items, list.count, &options, &plan, &err);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
            assert_null(plan);
            assert_no_leak(&memory);
        }
        assert_true(k > 50);
        attain_plan_destroy(plan);
        assert_no_leak(&memory);
    }
}

static void
dataset_that_lacks_memory_is_not_made_and_nothing_leaks(void **state) {
    (void)state;
    for (int fail_on = 0; fail_on < 2; fail_on++) {
        support_memory memory;
        tables list, unused;
        told problems;
        attain_read_options options;
        attain_dataset *data = NULL;
        tables_plan(&unused);
        tables_dataset(&list);
        add_noise(&unused, &list);
        support_memory_init(&memory);
        options_of(&options, &problems);
        options.allocator = &memory.allocator;
        size_t k = 1;
        for (;; k++) {
            support_memory_fail(&memory, k, fail_on);
            attain_status status = attain_read_dataset_tables(
                list.items, list.count, &options, &data, NULL);
            if (status == ATTAIN_OK)
                break;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_null(data);
            assert_no_leak(&memory);
        }
        assert_true(k > 50);
        attain_dataset_destroy(data);
        assert_no_leak(&memory);
    }
}

static void faulty_tables_that_lack_memory_leak_nothing(void **state) {
    (void)state;
    support_memory memory;
    tables list;
    told problems;
    attain_read_options options;
    attain_dataset *data = NULL;
    tables_dataset(&list);
    tables_add(&list, "units.csv",
               "id,name,level,parent\nc,County,county,\ns1,,school,x\n"
               "s1,Again,school,c\ns2,Two,school\n");
    support_memory_init(&memory);
    options_of(&options, &problems);
    options.allocator = &memory.allocator;
    for (size_t k = 1;; k++) {
        support_memory_fail(&memory, k, 0);
        attain_status status = attain_read_dataset_tables(
            list.items, list.count, &options, &data, NULL);
        assert_no_leak(&memory);
        if (status == ATTAIN_ERR_TABLE)
            break;
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
    }
}

static void observations_that_lack_memory_change_nothing(void **state) {
    (void)state;
    support_memory memory;
    tables list;
    attain_read_options options;
    attain_dataset *data = NULL;
    attain_table more;
    tables_dataset(&list);
    tables_remove(&list, "variables.csv");
    support_memory_init(&memory);
    options_of(&options, NULL);
    options.allocator = &memory.allocator;
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, NULL),
                     ATTAIN_OK);
    attain_table_init(&more);
    more.name = "more.csv";
    more.text = "unit,period,variable,value,status,group\n"
                "s1,2024,a,1,estimated,\nc,2022,a,1,estimated,\n"
                "s1,2022,fresh,1,,\ns1,2022,grouped,1,,pupils\n";
    more.length = ATTAIN_NUL_TERMINATED;
    size_t variables = attain_dataset_count(data, ATTAIN_DATASET_VARIABLES);
    size_t k = 1;
    for (;; k++) {
        support_memory_fail(&memory, k, 0);
        attain_status status =
            attain_read_observations(data, &more, 1, &options, NULL);
        if (status == ATTAIN_OK)
            break;
        assert_int_equal(status, ATTAIN_ERR_MEMORY);
        assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_VARIABLES),
                         variables);
        assert_int_equal(attain_dataset_count(data, ATTAIN_DATASET_GROUPS), 0);
        assert_true(isnan(value_of(data, "s1", "a", "2024")));
        assert_true(isnan(value_of(data, "s1", "fresh", "2022")));
        assert_same(value_of(data, "s1", "a", "2022"), 1.5);
    }
    assert_true(k > 20);
    assert_same(value_of(data, "s1", "a", "2024"), 1);
    assert_same(value_of(data, "s1", "fresh", "2022"), 1);
    attain_dataset_destroy(data);
    assert_no_leak(&memory);
}

/* 16 bytes for a byte read, and 64 KiB. */
static void memory_stays_within_its_bound(void **state) {
    (void)state;
    enum { UNITS = 3000, YEARS = 6 };
    static char units[UNITS * 40], values[UNITS * YEARS * 40];
    size_t used = (size_t)sprintf(units, "id,name,level\n");
    size_t filled = (size_t)sprintf(values, "unit,period,a,b,c\n");
    for (int u = 0; u < UNITS; u++) {
        used += (size_t)sprintf(units + used, "%d,School %d,school\n",
                                320000 + u, u);
        for (int y = 0; y < YEARS; y++) {
            filled += (size_t)sprintf(values + filled, "%d,%d,1.5,2,3\n",
                                      320000 + u, 2019 + y);
        }
    }
    support_memory memory;
    tables list;
    attain_read_options options;
    attain_dataset *data = NULL;
    memset(&list, 0, sizeof(list));
    tables_set(&list, "units.csv", units, used);
    tables_set(&list, "observations.csv", values, filled);
    support_memory_init(&memory);
    options_of(&options, NULL);
    options.allocator = &memory.allocator;
    assert_int_equal(attain_read_dataset_tables(list.items, list.count,
                                                &options, &data, NULL),
                     ATTAIN_OK);
    assert_true(memory.peak_bytes <= 16 * (used + filled) + 65536);
    attain_dataset_destroy(data);
    assert_no_leak(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plan_that_lacks_memory_is_not_made_and_nothing_leaks),
        cmocka_unit_test(
            dataset_that_lacks_memory_is_not_made_and_nothing_leaks),
        cmocka_unit_test(faulty_tables_that_lack_memory_leak_nothing),
        cmocka_unit_test(observations_that_lack_memory_change_nothing),
        cmocka_unit_test(memory_stays_within_its_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
