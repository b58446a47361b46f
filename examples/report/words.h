/* The words of the report, in English and Chinese. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <attain.h>

#include "out.h"

enum phrase {
#define PHRASE(name, en, zh) name,
#include "phrases.inc"
#undef PHRASE
    PHRASE_COUNT
};

/* A phrase as it stands. */
const char *phrase(int language, enum phrase name);

/* Writes a phrase; `{1}` to `{9}` are replaced by the arguments. */
void say(struct out *out, int language, enum phrase name,
         const char *const *arguments, size_t count);

#define SAY(out, language, name, ...)                                          \
    say(out, language, name, (const char *const[]){__VA_ARGS__},               \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* Units of a level: `school` is "schools" and "所学校" after a number. */
const char *level_units(int language, const char *level);

/* One of them: "school" and "所学校", after "each" and 每. */
const char *level_name(int language, const char *level);

/* The measure word of a level in Chinese, 所 of 所学校; nothing in English. */
const char *level_counter(int language, const char *level);

/* A department, a clause, a level: as the plan has it, or a dash. */
const char *or_dash(const char *text);

#endif
