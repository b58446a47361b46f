/* A number that is read is written so that it is read again as the same. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    double value;
    double again;
    char text[32];
    size_t count;
    int32_t period;
    attain_error err;
    if (attain_number_parse((const char *)bytes, length, &value, &err) ==
        ATTAIN_OK) {
        FUZZ_CHECK(attain_number_format(value, text, sizeof(text), &count,
                                        NULL) == ATTAIN_OK);
        FUZZ_CHECK(attain_number_parse(text, count, &again, NULL) == ATTAIN_OK);
        FUZZ_CHECK(value == again);
    }
    if (attain_period_parse((const char *)bytes, length, &period, &err) ==
        ATTAIN_OK) {
        FUZZ_CHECK(attain_period_format(period, text, sizeof(text), &count,
                                        NULL) == ATTAIN_OK);
        FUZZ_CHECK(count == length && memcmp(text, bytes, length) == 0);
    }
    return 0;
}
