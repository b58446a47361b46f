#include "fuzz/fuzz.h"

/* Small data to look the names of checks up in, and to check. */
static attain_dataset *data_of_fuzz(void) {
    static const char units[] = "id,name,level,parent\nc,C,county,\n"
                                "s,S,school,c\nr,R,school,c\n";
    static const char observations[] =
        "unit,period,a,b\nc,2023,5,\ns,2022,1,2\ns,2023,-4,0\nr,2022,10,9\n"
        "r,2023,1000,3\nr,2021,10,8\n";
    attain_table tables[2];
    attain_dataset *data = NULL;
    for (int i = 0; i < 2; i++) {
        attain_table_init(&tables[i]);
        tables[i].length = ATTAIN_NUL_TERMINATED;
    }
    tables[0].name = "units.csv";
    tables[0].text = units;
    tables[1].name = "observations.csv";
    tables[1].text = observations;
    FUZZ_CHECK(attain_read_dataset_tables(tables, 2, NULL, &data, NULL) ==
               ATTAIN_OK);
    return data;
}

/* Whatever rows there are, the data can be looked at by them. */
static void look(const attain_dataset *data, const attain_checks *checks) {
    attain_quality *quality = NULL;
    char line[4096];
    size_t length;
    FUZZ_CHECK(attain_quality_assess(NULL, data, checks, NULL, &quality,
                                     NULL) == ATTAIN_OK);
    for (size_t i = 0; i < attain_quality_count(quality); i++) {
        attain_status status = attain_quality_format(
            quality, i, (int32_t)(i % 2), line, sizeof line, &length, NULL);
        FUZZ_CHECK(status == ATTAIN_OK || status == ATTAIN_ERR_SPACE);
    }
    attain_quality_destroy(quality);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    fuzz_tables list;
    fuzz_told told;
    attain_read_options options;
    attain_checks *checks = NULL;
    attain_dataset *data = data_of_fuzz();
    attain_error err;
    fuzz_cut(bytes, length, &list);
    fuzz_options(&options, &told);
    attain_status status = attain_read_checks_tables(
        list.tables, list.count, NULL, data, &options, &checks, &err);
    FUZZ_CHECK((status == ATTAIN_OK) == (checks != NULL));
    FUZZ_CHECK((status == ATTAIN_OK) == (told.errors == 0));
    if (checks != NULL)
        look(data, checks);
    attain_checks_destroy(checks);
    attain_dataset_destroy(data);
    return 0;
}
