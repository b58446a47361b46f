/* Observations into a dataset with units, twice: what was read once cannot be
 * read again, and reading from a buffer that ends where the text does (so that
 * a byte too many is found out) gives what reading within a larger one gives.
 */
#include "fuzz/fuzz.h"

static attain_dataset *make(void) {
    static const char *const ids[] = {"s1", "s2", "0003", "a,b",
                                      "\xe5\xad\xa6\xe6\xa0\xa1"};
    attain_dataset *data;
    attain_unit units[5];
    for (int i = 0; i < 5; i++) {
        attain_unit_init(&units[i]);
        units[i].id = units[i].name = ids[i];
        units[i].level = "school";
        units[i].opened = i == 1 ? 2021 : ATTAIN_PERIOD_NONE;
    }
    FUZZ_CHECK(attain_dataset_create(NULL, &data, NULL) == ATTAIN_OK);
    FUZZ_CHECK(attain_dataset_add_units(data, units, 5, NULL, NULL) ==
               ATTAIN_OK);
    return data;
}

static attain_status read_text(attain_dataset *data, const char *text,
                               size_t length, fuzz_told *told) {
    attain_read_options options;
    attain_table table;
    attain_table_init(&table);
    table.name = "observations.csv";
    table.text = text;
    table.length = length;
    fuzz_options(&options, told);
    return attain_read_observations(data, &table, 1, &options, NULL);
}

static uint64_t digest(const attain_dataset *data) {
    uint64_t sum = 1;
    size_t variables = attain_dataset_count(data, ATTAIN_DATASET_VARIABLES);
    for (size_t v = 0; v < variables; v++) {
        for (int32_t p = 2019; p < 2030; p++) {
            size_t count;
            const double *values = attain_dataset_column_view(
                data, (int32_t)v, p, ATTAIN_GROUP_NONE, &count);
            for (size_t u = 0; u < count; u++) {
                uint64_t bits = 0;
                if (values[u] == values[u])
                    memcpy(&bits, &values[u], sizeof(bits));
                sum = (sum ^ bits) * 0x100000001b3u;
            }
        }
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_told told;
    fuzz_told again;
    char *copy = malloc(length + 64);
    FUZZ_CHECK(copy != NULL);
    memset(copy, '7', length + 64);
    memcpy(copy, bytes, length);
    attain_dataset *one = make();
    attain_dataset *two = make();
    attain_status status = read_text(one, (const char *)bytes, length, &told);
    FUZZ_CHECK(read_text(two, copy, length, &again) == status);
    FUZZ_CHECK(told.count == again.count);
    FUZZ_CHECK((status == ATTAIN_OK) == (told.errors == 0));
    FUZZ_CHECK(digest(one) == digest(two));
    int32_t first;
    int32_t last;
    attain_dataset_periods(one, &first, &last, NULL);
    uint64_t before = digest(one);
    if (status != ATTAIN_OK) {
        FUZZ_CHECK(first == ATTAIN_PERIOD_NONE);
        FUZZ_CHECK(attain_dataset_count(one, ATTAIN_DATASET_VARIABLES) == 0);
    } else if (first != ATTAIN_PERIOD_NONE) {
        FUZZ_CHECK(read_text(one, copy, length, &again) == ATTAIN_ERR_TABLE);
        FUZZ_CHECK(digest(one) == before);
    }
    attain_dataset_destroy(one);
    attain_dataset_destroy(two);
    free(copy);
    return 0;
}
