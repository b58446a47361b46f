#include "index/words.h"

#include "attain/index.h"

const attain_i_word attain_i_words_index_measure[] = {
    {ATTAIN_INDEX_RAW, "raw", "raw value", "原始值"},
    {ATTAIN_INDEX_IMPUTED, "imputed", "value after imputation", "插补后的值"},
    {ATTAIN_INDEX_FILLED, "filled", "what was filled", "插补标记"},
    {ATTAIN_INDEX_TREATED, "treated", "value after treatment", "处理后的值"},
    {ATTAIN_INDEX_TREATMENT, "treatment", "what was treated", "处理标记"},
    {ATTAIN_INDEX_SCORE, "score", "score", "得分"},
    {ATTAIN_INDEX_RANK, "rank", "rank", "名次"},
    {ATTAIN_INDEX_REASON, "reason", "why there is no score", "无得分原因"},
    {ATTAIN_INDEX_KEPT, "kept", "has part in the index", "参评"},
    {0, NULL, NULL, NULL}};
