/* Words of the enumerations of this room, ended by a NULL word. */
#ifndef ATTAIN_IMPROVE_WORDS_H
#define ATTAIN_IMPROVE_WORDS_H

#include "base/text.h"

extern const attain_i_word attain_i_words_question[];
extern const attain_i_word attain_i_words_answer_kind[];
extern const attain_i_word attain_i_words_action[];
extern const attain_i_word attain_i_words_obstacle[];
extern const attain_i_word attain_i_words_effort[];
extern const attain_i_word attain_i_words_mend_order[];
extern const attain_i_word attain_i_words_turn[];
extern const attain_i_word attain_i_words_answer_field[];

#endif
