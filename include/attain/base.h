/**
 * @file base.h
 * Floor 0: status and error, allocation, text and numbers, periods, version.
 *
 * Contracts that hold in every room, unless a function says otherwise:
 *
 * - **Status.** A function that can fail returns an attain_status; 0 is
 *   success. On failure no output is written but `err`, and no object has
 *   changed. A status that is not listed here is a failure.
 * - **NULL.** `err` and outputs marked *optional* may be NULL. Any other NULL
 *   pointer is ATTAIN_ERR_ARGUMENT, but an array of zero elements may be NULL.
 *   So is an array of more elements than any memory holds.
 * - **Text.** Text is UTF-8. Text going in is *copied*. `const char *` fields
 *   and parameters without a length are NUL-terminated. A length may be
 *   ATTAIN_NUL_TERMINATED. Text coming out is NUL-terminated.
 * - **Numbers.** NaN means "no value". Infinity is refused. Array outputs come
 *   as `(out, capacity, count)`: `count` receives the number of elements that
 *   exist; with `out` NULL that is all; a smaller `capacity` is
 *   ATTAIN_ERR_SPACE, `count` is set and `out` is left alone.
 * - **Threads.** There is no global state. Any number of threads may read one
 *   object at the same time; who changes or destroys it must be alone with it.
 * - **Lifetime.** *borrowed until …* pointers belong to the library; *owned by
 *   caller, release with …* ones to the caller.
 */
#ifndef ATTAIN_BASE_H
#define ATTAIN_BASE_H

#include <stddef.h>
#include <stdint.h>

#ifndef ATTAIN_API
#if defined(_WIN32) && defined(ATTAIN_BUILD_SHARED)
#define ATTAIN_API __declspec(dllexport)
#elif defined(__GNUC__)
#define ATTAIN_API __attribute__((visibility("default")))
#else
#define ATTAIN_API
#endif
#endif

#define ATTAIN_VERSION_MAJOR 0
#define ATTAIN_VERSION_MINOR 1
#define ATTAIN_VERSION_PATCH 0

/** Length that says: the text ends at its NUL (see attain_nul_terminated()). */
#define ATTAIN_NUL_TERMINATED SIZE_MAX

#ifdef __cplusplus
extern "C" {
#endif

/* --- Status and error --------------------------------------------------- */

/** Outcome of a call: 0, or one of enum attain_status_code. */
typedef int32_t attain_status;

/** Values of attain_status. They are never renumbered. */
enum attain_status_code {
    /** Success. */
    ATTAIN_OK = 0,
    /** A NULL pointer, a number out of range, a word that is not in the
     *  vocabulary, a handle that cannot be used so. */
    ATTAIN_ERR_ARGUMENT = 10,
    /** A `struct_size` that no release has had, or a set reserved field. */
    ATTAIN_ERR_STRUCT = 11,
    /** `capacity` is too small; `count` says what is needed. */
    ATTAIN_ERR_SPACE = 12,
    /** The allocator gave no memory. */
    ATTAIN_ERR_MEMORY = 20,
    /** A size beyond what the library holds (documented in docs/base.md). */
    ATTAIN_ERR_LIMIT = 21,
    /** Text that is not UTF-8, or an id with a character it may not have. */
    ATTAIN_ERR_TEXT = 30,
    /** Text that is not a decimal number, or out of the range of a double. */
    ATTAIN_ERR_NUMBER = 31,
    /** Text that is not a period, or a period of another frequency. */
    ATTAIN_ERR_PERIOD = 32,
    /** An id or key that is already there. */
    ATTAIN_ERR_DUPLICATE = 40,
    /** An id that is not there. */
    ATTAIN_ERR_UNKNOWN = 41,
    /** Parents or metrics that form a ring. */
    ATTAIN_ERR_CYCLE = 42,
    /** A value that is missing where one is needed. */
    ATTAIN_ERR_MISSING = 43,
    /** Values that contradict each other, or that are out of their range. */
    ATTAIN_ERR_VALUE = 44,
    /** A plan and a dataset that do not fit together. */
    ATTAIN_ERR_MISMATCH = 50,
    /** A table has errors; the problem handler was told each of them. */
    ATTAIN_ERR_TABLE = 60,
    /** A file or folder cannot be read. */
    ATTAIN_ERR_IO = 61,
    /** A callback of the caller returned non-zero. */
    ATTAIN_ERR_CALLBACK = 70
};

/**
 * What went wrong, in the caller's memory. Frozen: it never changes its layout.
 * A function writes it only when it fails. The message is one line without
 * control characters; text that does not fit is cut at a character.
 */
typedef struct attain_error {
    /** The status that was returned. */
    int32_t code;
    /** Always 0. */
    int32_t reserved;
    /** Element, row or line the failure is about, from 0; −1: none. For
     *  tables: the line, from 1. */
    int64_t row;
    /** Field, parameter or column the failure is about; "" if none. */
    char field[64];
    /** What is wrong and what to do, in English. */
    char message[440];
} attain_error;

/**
 * Names a status, e.g. "ATTAIN_ERR_SPACE".
 *
 * @param status any number
 * @return static text; "ATTAIN_ERR_UNLISTED" for a number that is no status.
 */
ATTAIN_API const char *attain_status_name(attain_status status);

/**
 * Says in a sentence what a status means.
 *
 * @param status any number
 * @return static text, never empty.
 */
ATTAIN_API const char *attain_status_message(attain_status status);

/* --- Version ------------------------------------------------------------ */

/** @return the version of the library, "major.minor.patch", static text. */
ATTAIN_API const char *attain_version(void);

/** @return the number of the binary interface (the SONAME's). */
ATTAIN_API int32_t attain_abi_version(void);

/** @return ATTAIN_NUL_TERMINATED, for languages that do not see macros. */
ATTAIN_API size_t attain_nul_terminated(void);

/* --- Language ------------------------------------------------------------ */

/** Language of texts made for people. */
enum attain_language {
    /** English. */
    ATTAIN_LANGUAGE_EN = 0,
    /** Chinese, in simplified characters. */
    ATTAIN_LANGUAGE_ZH = 1
};

/* --- Allocation --------------------------------------------------------- */

/**
 * Where an object takes its memory. Frozen layout. Copied by the object that
 * is created with it; `user` must outlive that object. The functions are
 * called from the thread that called the library, never from another one.
 */
typedef struct attain_allocator {
    /** Returns `size` (≥ 1) bytes aligned for any type, or NULL. */
    void *(*allocate)(size_t size, void *user);
    /** Resizes a block of `old_size` bytes, or returns NULL and leaves it. */
    void *(*reallocate)(void *block, size_t old_size, size_t size, void *user);
    /** Frees a block of `size` bytes. `block` is never NULL. */
    void (*release)(void *block, size_t size, void *user);
    /** Handed to the three functions. */
    void *user;
} attain_allocator;

/* --- Numbers ------------------------------------------------------------ */

/**
 * Reads a decimal number: `[+-] digits [. digits] [e [+-] digits]`, with at
 * least one digit before or after the point; nothing else, no blanks. The
 * result is the double nearest to the decimal, ties to even, whatever the
 * locale and the length.
 *
 * @param text    [in] UTF-8, copied from
 * @param length  bytes, or ATTAIN_NUL_TERMINATED
 * @param out     [out] owned by caller: the number, finite
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_NUMBER (not a number, with
 *         advice for `96%`, `1,234`, full-width digits, dashes, inf, nan; or
 *         a number too large for a double, or not 0 and too small for one)
 */
ATTAIN_API attain_status attain_number_parse(const char *text, size_t length,
                                             double *out, attain_error *err);

/**
 * Writes the shortest decimal that reads back as the same double: `96`,
 * `0.1`, never `-0`; plain digits for 1e-5 ≤ |value| < 1e21, else with an
 * exponent, `1e-7`. NaN is written as nothing.
 *
 * @param value     finite or NaN
 * @param out       [out] owned by caller: text and its NUL; NULL to count
 * @param capacity  bytes of `out`; 32 are always enough
 * @param count     [out] owned by caller: bytes of text without the NUL
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT (infinity), ATTAIN_ERR_SPACE
 */
ATTAIN_API attain_status attain_number_format(double value, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);

/* --- Periods ------------------------------------------------------------ */

/**
 * A period is an int32_t ordinal that carries its frequency: the year itself
 * for years (2025), 100000 + 2·year + half for half-years (S1 is 0),
 * 200000 + 4·year + quarter for quarters (Q1 is 0), and 300000 + 12·year +
 * month for months (January is 0). `period − 1` is the period before.
 */
enum attain_period_value {
    /** No period given. */
    ATTAIN_PERIOD_NONE = -1
};

/** How long a period is. */
enum attain_frequency {
    /** The number is no period. */
    ATTAIN_FREQUENCY_NONE = 0,
    /** A year, `2023`. */
    ATTAIN_FREQUENCY_YEAR = 1,
    /** Half a year, `2023-S1`. */
    ATTAIN_FREQUENCY_HALF_YEAR = 2,
    /** A quarter, `2023-Q3`. */
    ATTAIN_FREQUENCY_QUARTER = 3,
    /** A month, `2023-09`. */
    ATTAIN_FREQUENCY_MONTH = 4
};

/**
 * Reads a period: `2023`, `2023-S1`, `2023-Q3`, `2023-09`; years 0001–9999.
 *
 * @param text    [in] UTF-8, copied from
 * @param length  bytes, or ATTAIN_NUL_TERMINATED
 * @param out     [out] owned by caller: the ordinal
 * @param err     [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_ARGUMENT, ATTAIN_ERR_PERIOD
 */
ATTAIN_API attain_status attain_period_parse(const char *text, size_t length,
                                             int32_t *out, attain_error *err);

/**
 * Writes a period as attain_period_parse() reads it.
 *
 * @param period    an ordinal
 * @param out       [out] owned by caller: text and its NUL; NULL to count
 * @param capacity  bytes of `out`; 8 are always enough
 * @param count     [out] owned by caller: bytes of text without the NUL
 * @param err       [out] owned by caller, optional
 * @return ATTAIN_OK, ATTAIN_ERR_PERIOD (no such ordinal), ATTAIN_ERR_SPACE,
 *         ATTAIN_ERR_ARGUMENT
 */
ATTAIN_API attain_status attain_period_format(int32_t period, char *out,
                                              size_t capacity, size_t *count,
                                              attain_error *err);

/**
 * Tells the frequency that an ordinal carries.
 *
 * @param period any number
 * @return a value of enum attain_frequency; ATTAIN_FREQUENCY_NONE when the
 *         number is no period.
 */
ATTAIN_API int32_t attain_period_frequency(int32_t period);

#ifdef __cplusplus
}
#endif

#endif
