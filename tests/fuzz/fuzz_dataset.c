#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_tables list;
    fuzz_told told;
    attain_read_options options;
    attain_dataset *data = NULL;
    attain_error err;
    fuzz_cut(bytes, length, &list);
    fuzz_options(&options, &told);
    attain_status status = attain_read_dataset_tables(list.tables, list.count,
                                                      &options, &data, &err);
    FUZZ_CHECK((status == ATTAIN_OK) == (data != NULL));
    FUZZ_CHECK((status == ATTAIN_OK) == (told.errors == 0));
    FUZZ_CHECK(data == NULL || attain_dataset_check(data, NULL) == ATTAIN_OK);
    attain_dataset_destroy(data);
    return 0;
}
