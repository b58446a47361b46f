/* Every allocation can fail: the call says so, and nothing is leaked. */
#include "quality/everything.h"

static void checks_without_memory(void **state) {
    support_memory memory;
    attain_status status = ATTAIN_ERR_MEMORY;
    (void)state;
    support_memory_init(&memory);
    for (size_t k = 1; status != ATTAIN_OK; k++) {
        attain_checks *checks = NULL;
        support_memory_fail(&memory, k, 0);
        status = attain_checks_create(&memory.allocator, &checks, NULL);
        assert_true(status == ATTAIN_OK || status == ATTAIN_ERR_MEMORY);
        assert_int_equal(status == ATTAIN_OK, checks != NULL);
        attain_checks_destroy(checks);
        assert_no_leak(&memory);
        assert_true(status != ATTAIN_OK || k > 3);
    }
}

static void add_without_memory(void **state) {
    support_memory memory;
    attain_checks *checks = NULL;
    attain_check check;
    char id[16];
    int failed = 0;
    (void)state;
    support_memory_init(&memory);
    assert_int_equal(attain_checks_create(&memory.allocator, &checks, NULL), 0);
    attain_check_init(&check);
    check.kind = ATTAIN_CHECK_ZERO;
    check.id = id;
    check.advice = "an advice that takes some room of its own in the arena";
    for (int i = 0; i < 100; i++) {
        size_t count = attain_checks_count(checks);
        snprintf(id, sizeof id, "check-%d", i);
        support_memory_fail(&memory, 1, 1);
        attain_status status = attain_checks_add(checks, &check, NULL, NULL);
        support_memory_fail(&memory, 0, 0);
        if (status != ATTAIN_OK) {
            failed++;
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(attain_checks_count(checks), count);
            assert_int_equal(attain_checks_add(checks, &check, NULL, NULL), 0);
        }
    }
    assert_true(failed > 3);
    attain_checks_destroy(checks);
    assert_no_leak(&memory);
}

static void sweep(const assessed *made, int fail_on) {
    support_memory memory;
    attain_quality_options options;
    attain_status status = ATTAIN_ERR_MEMORY;
    size_t k = 0;
    support_memory_init(&memory);
    attain_quality_options_init(&options);
    options.allocator = &memory.allocator;
    while (status != ATTAIN_OK) {
        attain_quality *quality = NULL;
        attain_error err = {0};
        support_memory_fail(&memory, ++k, fail_on);
        status = attain_quality_assess(made->plan, made->data, made->checks,
                                       &options, &quality, &err);
        assert_int_equal(status == ATTAIN_OK, quality != NULL);
        if (status != ATTAIN_OK) {
            assert_int_equal(status, ATTAIN_ERR_MEMORY);
            assert_int_equal(err.code, ATTAIN_ERR_MEMORY);
        }
        attain_quality_destroy(quality);
        assert_no_leak(&memory);
    }
    assert_true(k > 40);
}

static void assess_without_memory(void **state) {
    assessed made = everything_read(NULL);
    (void)state;
    sweep(&made, 0);
    sweep(&made, 1);
    attain_checks_destroy(made.checks);
    made.checks = NULL; /* the default ones are made on the way */
    sweep(&made, 0);
    assess_end(&made);
}

/* A variable that the data do not have, and needs of a row. */
static void needs_without_memory(void **state) {
    assessed made = assess_read(
        (assess_tables){.observations = "unit,period,x\ns1,2025,1\ns2,2025,2\n",
                        .checks = "id,kind,severity,variable,level\n"
                                  "must,complete,error,x,school\n"});
    (void)state;
    sweep(&made, 0);
    sweep(&made, 1);
    assess_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_without_memory),
        cmocka_unit_test(add_without_memory),
        cmocka_unit_test(assess_without_memory),
        cmocka_unit_test(needs_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
