/* Words of the base's vocabularies, each ended by a NULL word. */
#ifndef ATTAIN_BASE_WORDS_H
#define ATTAIN_BASE_WORDS_H

#include "base/text.h"

extern const attain_i_word attain_i_words_status_code[];
extern const attain_i_word attain_i_words_frequency[];

#endif
