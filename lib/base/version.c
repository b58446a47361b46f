#include "attain/base.h"

#define TEXT_OF(number) #number
#define VERSION_TEXT(major, minor, patch)                                      \
    TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

const char *attain_version(void) {
    return VERSION_TEXT(ATTAIN_VERSION_MAJOR, ATTAIN_VERSION_MINOR,
                        ATTAIN_VERSION_PATCH);
}

int32_t attain_abi_version(void) {
    /* Raised when a program built against an older header would break. */
    return 0;
}

size_t attain_nul_terminated(void) {
    return ATTAIN_NUL_TERMINATED;
}
