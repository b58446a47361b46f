/* Words of the numeric vocabularies, each ended by a NULL word. */
#ifndef ATTAIN_NUMERIC_WORDS_H
#define ATTAIN_NUMERIC_WORDS_H

#include "base/text.h"

extern const attain_i_word attain_i_words_reason[];

#endif
