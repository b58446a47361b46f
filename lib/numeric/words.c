#include "numeric/words.h"

#include "attain/numeric/method.h"

const attain_i_word attain_i_words_reason[] = {
    {ATTAIN_REASON_NONE, "none", "has a value", "有值"},
    {ATTAIN_REASON_MISSING, "missing", "missing", "缺失"},
    {ATTAIN_REASON_TOO_FEW, "too_few", "too few elements", "样本过少"},
    {ATTAIN_REASON_CONSTANT, "constant", "all elements are equal", "全部相等"},
    {ATTAIN_REASON_NOT_POSITIVE, "not_positive", "not above 0", "不为正数"},
    {ATTAIN_REASON_NEGATIVE, "negative", "below 0", "为负数"},
    {ATTAIN_REASON_WEIGHTLESS, "weightless", "weights add up to 0",
     "权重合计为零"},
    {ATTAIN_REASON_UNDEFINED, "undefined", "not defined there", "无定义"},
    {ATTAIN_REASON_NO_CONVERGENCE, "no_convergence",
     "the iteration did not come to rest", "迭代未收敛"},
    {ATTAIN_REASON_SUPPRESSED, "suppressed", "too few to be shown",
     "样本过少不予公布"},
    {0, NULL, NULL, NULL}};

size_t attain_reason_count(void) {
    return sizeof attain_i_words_reason / sizeof *attain_i_words_reason - 1;
}

const char *attain_reason_name(int32_t reason) {
    if (reason < 0 || (size_t)reason >= attain_reason_count())
        return NULL;
    return attain_i_words_reason[reason].word;
}
