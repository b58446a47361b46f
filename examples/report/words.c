#include "words.h"

#include <string.h>

struct pair {
    const char *en, *zh;
};

static const struct pair phrases[PHRASE_COUNT] = {
#define PHRASE(name, en, zh) {en, zh},
#include "phrases.inc"
#undef PHRASE
};

struct level_word {
    const char *level, *en, *zh;
};

static const struct level_word levels[] = {
    {"school", "schools", "所学校"},
    {"township", "townships", "个乡镇"},
    {"county", "counties", "个县"},
    {"city", "cities", "个市"},
    {"prefecture", "prefectures", "个市"},
    {"province", "provinces", "个省"},
    {"country", "countries", "个国家"},
    {"district", "districts", "个区"},
    {"village", "villages", "个村"},
    {"class", "classes", "个班级"},
    {"complex", "school groups", "所多学段学校"}};

const char *phrase(int language, enum phrase name) {
    return language == ATTAIN_LANGUAGE_ZH ? phrases[name].zh : phrases[name].en;
}

void say(struct out *out, int language, enum phrase name,
         const char *const *arguments, size_t count) {
    const char *text = phrase(language, name);
    for (;;) {
        size_t plain = strcspn(text, "{");
        struct out part;
        out_begin(&part, OUT_TEXT);
        out_bytes(&part, text, plain);
        out_text(out, out_string(&part));
        out->failed |= part.failed;
        out_free(&part);
        if (text[plain] == '\0')
            return;
        size_t index = (size_t)(text[plain + 1] - '1');
        if (index < count)
            out_text(out, arguments[index]);
        text += plain + 3;
    }
}

const char *level_units(int language, const char *level) {
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (strcmp(levels[i].level, level) == 0)
            return language == ATTAIN_LANGUAGE_ZH ? levels[i].zh : levels[i].en;
    return language == ATTAIN_LANGUAGE_ZH ? "个单位" : "units";
}

const char *level_name(int language, const char *level) {
    return language == ATTAIN_LANGUAGE_ZH ? level_units(language, level)
                                          : level;
}

const char *level_counter(int language, const char *level) {
    const char *units = level_units(language, level);
    if (language != ATTAIN_LANGUAGE_ZH)
        return "";
    return strncmp(units, "所", strlen("所")) == 0 ? "所" : "个";
}

const char *or_dash(const char *text) {
    return text == NULL || text[0] == '\0' ? "–" : text;
}
