/* Words of the index's vocabulary, ended by a NULL word. */
#ifndef ATTAIN_INDEX_WORDS_H
#define ATTAIN_INDEX_WORDS_H

#include "base/text.h"

extern const attain_i_word attain_i_words_index_measure[];

#endif
