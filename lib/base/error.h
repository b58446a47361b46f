/* Filling attain_error, and messages without the locale. */
#ifndef ATTAIN_BASE_ERROR_H
#define ATTAIN_BASE_ERROR_H

#include <stdarg.h>

#include "attain/base.h"

#if defined(__GNUC__) && defined(_WIN32) && !defined(__clang__)
/* Not the conversions of that system's printf(). */
#define ATTAIN_I_PRINTF(a, b) __attribute__((format(gnu_printf, a, b)))
#elif defined(__GNUC__)
#define ATTAIN_I_PRINTF(a, b) __attribute__((format(printf, a, b)))
#else
#define ATTAIN_I_PRINTF(a, b)
#endif

/* Can't-happen branches, kept out of coverage (build with
 * -DATTAIN_COVERAGE). Each use says why it can't happen. */
#if defined(ATTAIN_COVERAGE)
#define ATTAIN_I_NEVER(x) 0
#else
#define ATTAIN_I_NEVER(x) (x)
#endif

/* Writes a line into `out` (NUL included in `capacity`). Conversions are
 * %[0][width][.precision][l|ll|z|t] d i u x c s %, never a floating format.
 * Control characters (also of bidirectional text, and blanks that cannot be
 * told from a space) are escaped as \xNN or \u{N}, invalid UTF-8 as \xNN; what
 * does not fit is cut at a character. Returns the length. */
size_t attain_i_format(char *out, size_t capacity, const char *format, ...)
    ATTAIN_I_PRINTF(3, 4);
/* The same with the arguments as a list, for functions that take formats. */
size_t attain_i_format_list(char *out, size_t capacity, const char *format,
                            va_list *arguments);

/* Writes `length` bytes of any kind as a line to be shown, escaped as above;
 * what does not fit is cut at a character and ends in "...". `capacity` ≥ 4.
 * Returns the length. */
size_t attain_i_show(char *out, size_t capacity, const char *text,
                     size_t length);

/* Fills `err` where it is not NULL, and returns `code`. `field` may be NULL;
 * `row` −1: none. */
attain_status attain_i_fail(attain_error *err, attain_status code,
                            const char *field, int64_t row, const char *format,
                            ...) ATTAIN_I_PRINTF(5, 6);

/* attain_i_fail() for the two most common failures. */
attain_status attain_i_fail_null(attain_error *err, const char *parameter);
attain_status attain_i_fail_memory(attain_error *err);

/* ATTAIN_ERR_ARGUMENT for an array that is NULL but has elements, or has more
 * of `size` bytes than any memory. */
attain_status attain_i_check_array(const void *array, size_t count, size_t size,
                                   const char *parameter, attain_error *err);

/* True when `size` is that of a struct some release had: at least `first`
 * (the first release's), at most `current` (sizeof). */
int attain_i_struct_ok(size_t size, size_t first, size_t current);

/* Reporting of several problems by one check. `report` may be called any
 * number of times; errors are counted in `errors`. `table` is a file's name
 * without ".csv"; row from 0, −1: the whole table. */
typedef struct attain_i_reporter {
    void (*report)(struct attain_i_reporter *reporter, int warning,
                   attain_status code, const char *table, int64_t row,
                   const char *field, const char *message);
    void *user;
    size_t errors;
} attain_i_reporter;

/* Formats and reports an error or a warning. */
void attain_i_report_error(attain_i_reporter *reporter, attain_status code,
                           const char *table, int64_t row, const char *field,
                           const char *format, ...) ATTAIN_I_PRINTF(6, 7);
void attain_i_report_warning(attain_i_reporter *reporter, attain_status code,
                             const char *table, int64_t row, const char *field,
                             const char *format, ...) ATTAIN_I_PRINTF(6, 7);

/* A reporter that keeps the first error in `err` (may be NULL); its status is
 * in `user` after `attain_i_first_error_status()`. */
void attain_i_first_error(attain_i_reporter *reporter, attain_error *err);
/* ATTAIN_OK or the code of the first error. */
attain_status attain_i_first_error_status(const attain_i_reporter *reporter);

#endif
