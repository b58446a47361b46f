#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_tables list;
    fuzz_told told;
    attain_read_options options;
    attain_plan *plan = NULL;
    attain_error err;
    fuzz_cut(bytes, length, &list);
    fuzz_options(&options, &told);
    attain_status status =
        attain_read_plan_tables(list.tables, list.count, &options, &plan, &err);
    FUZZ_CHECK((status == ATTAIN_OK) == (plan != NULL));
    FUZZ_CHECK((status == ATTAIN_OK) == (told.errors == 0));
    FUZZ_CHECK(plan == NULL || attain_plan_check(plan, NULL) == ATTAIN_OK);
    attain_plan_destroy(plan);
    return 0;
}
