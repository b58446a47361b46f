/* Words of the evaluation's vocabularies, each ended by a NULL word. */
#ifndef ATTAIN_EVALUATE_WORDS_H
#define ATTAIN_EVALUATE_WORDS_H

#include "base/text.h"

extern const attain_i_word attain_i_words_kind[];
extern const attain_i_word attain_i_words_verdict[];
extern const attain_i_word attain_i_words_standing[];
extern const attain_i_word attain_i_words_measure[];
extern const attain_i_word attain_i_words_finding_kind[];
extern const attain_i_word attain_i_words_language[];

#endif
