#include "base/words.h"

/* The word of "no period" is the empty cell. */
const attain_i_word attain_i_words_frequency[] = {
    {ATTAIN_FREQUENCY_NONE, "", "no period", "非时期"},
    {ATTAIN_FREQUENCY_YEAR, "year", "year", "年度"},
    {ATTAIN_FREQUENCY_HALF_YEAR, "half_year", "half-year", "半年"},
    {ATTAIN_FREQUENCY_QUARTER, "quarter", "quarter", "季度"},
    {ATTAIN_FREQUENCY_MONTH, "month", "month", "月度"},
    {0, NULL, NULL, NULL}};
