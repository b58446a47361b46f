#include <string.h>

#include "attain/exchange.h"
#include "base/text.h"
#include "dataset/model.h"
#include "evaluate/words.h"
#include "plan/model.h"

/* By enum attain_vocabulary. */
static const attain_i_word *const vocabularies[] = {
    attain_i_words_series,
    attain_i_words_comparator,
    attain_i_words_when,
    attain_i_words_score,
    attain_i_words_judge,
    attain_i_words_aggregate,
    attain_i_words_rule,
    attain_i_words_missing,
    attain_i_words_across,
    attain_i_words_direction,
    attain_i_words_observation_status,
    attain_i_words_kind,
    attain_i_words_verdict,
    attain_i_words_standing,
    attain_i_words_measure,
};

enum { COUNT = sizeof(vocabularies) / sizeof(vocabularies[0]) };

/* An empty list where there is no such vocabulary. */
static const attain_i_word *words_of(int32_t vocabulary) {
    static const attain_i_word none = {0, NULL, NULL, NULL};
    return vocabulary >= 0 && vocabulary < COUNT ? vocabularies[vocabulary]
                                                 : &none;
}

static const attain_i_word *by_value(int32_t vocabulary, int32_t value) {
    const attain_i_word *word = words_of(vocabulary);
    while (word->word != NULL && word->value != value) {
        word++;
    }
    return word->word != NULL ? word : NULL;
}

size_t attain_vocabulary_count(void) {
    return COUNT;
}

size_t attain_word_count(int32_t vocabulary) {
    const attain_i_word *words = words_of(vocabulary);
    size_t count = 0;
    while (words[count].word != NULL) {
        count++;
    }
    return count;
}

int32_t attain_word_value(int32_t vocabulary, size_t index) {
    return index < attain_word_count(vocabulary)
               ? words_of(vocabulary)[index].value
               : -1;
}

const char *attain_word(int32_t vocabulary, int32_t value) {
    const attain_i_word *word = by_value(vocabulary, value);
    return word != NULL ? word->word : NULL;
}

const char *attain_word_label(int32_t vocabulary, int32_t value,
                              int32_t language) {
    const attain_i_word *word = by_value(vocabulary, value);
    if (word == NULL) {
        return NULL;
    }
    return language == ATTAIN_LANGUAGE_EN   ? word->en
           : language == ATTAIN_LANGUAGE_ZH ? word->zh
                                            : NULL;
}

int32_t attain_word_find(int32_t vocabulary, const char *word, size_t length) {
    if (word == NULL) {
        return -1;
    }
    length = attain_i_length(word, length);
    for (const attain_i_word *at = words_of(vocabulary); at->word != NULL;
         at++) {
        if (attain_i_text_is(word, length, at->word)) {
            return at->value;
        }
    }
    return -1;
}
