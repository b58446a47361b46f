/* One offence or more against each rule of headers.py, which must see them. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define ATTAIN_MACRO(x) (x)

/** A result. May be ATTAIN_ERR_INVENTED. */
typedef int32_t attain_status;

enum { ATTAIN_ANONYMOUS, ATTAIN_ZERO = 0 };

/** Documented. */
typedef struct attain_bad {
    size_t struct_size;
    /** A bit. */
    int flag : 1;
    /** Anything. */
    union attain_either {
        int32_t i;
        double d;
    } either;
    /** Called back. */
    int32_t (*call)(void *user, long what);
} attain_bad;

/** Documented. */
extern int attain_variable_of_all;

/** Documented. @return an offence */
static inline int32_t other_name(attain_bad by_value) {
    return by_value.flag;
}

/** Documented. @param form a number @param none nothing @return a status */
attain_status attain_bad_print(const char *form, ...);

/** Documented. @param ev a thing @return its value */
double attain_bad_value(const attain_bad *ev);

/** Documented. @param capacity a number */
void attain_bad_create(size_t capacity);
