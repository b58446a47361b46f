#include <string.h>

#include "attain/exchange.h"
#include "attain/index.h"
#include "base/words.h"
#include "dataset/model.h"
#include "evaluate/words.h"
#include "exchange/descriptions.h"
#include "improve/words.h"
#include "index/words.h"
#include "numeric/words.h"
#include "plan/model.h"
#include "quality/kind.h"

static const attain_i_word severity[] = {
    {ATTAIN_SEVERITY_WARNING, "warning", "warning", "警告"},
    {ATTAIN_SEVERITY_ERROR, "error", "error", "错误"},
    {0, NULL, NULL, NULL}};

static const attain_i_word format[] = {
    {ATTAIN_FORMAT_CSV, "csv", "CSV table", "CSV 表格"},
    {ATTAIN_FORMAT_JSON, "json", "JSON", "JSON 文档"},
    {ATTAIN_FORMAT_SDMX, "sdmx", "SDMX-CSV", "SDMX-CSV 表格"},
    {0, NULL, NULL, NULL}};

static const attain_i_word vocabulary_names[] = {
    {ATTAIN_VOCABULARY_SERIES, "series", "series", "数列"},
    {ATTAIN_VOCABULARY_COMPARATOR, "comparator", "comparator", "比较符"},
    {ATTAIN_VOCABULARY_WHEN, "when", "when", "判定时点"},
    {ATTAIN_VOCABULARY_SCORE, "score", "score", "计分方法"},
    {ATTAIN_VOCABULARY_JUDGE, "judge", "judge", "判定依据"},
    {ATTAIN_VOCABULARY_AGGREGATE, "aggregate", "aggregate", "合成方法"},
    {ATTAIN_VOCABULARY_RULE, "rule", "rule", "达标规则"},
    {ATTAIN_VOCABULARY_MISSING, "missing", "missing", "缺数处理"},
    {ATTAIN_VOCABULARY_ACROSS, "across", "across", "汇总方法"},
    {ATTAIN_VOCABULARY_DIRECTION, "direction", "direction", "方向"},
    {ATTAIN_VOCABULARY_OBSERVATION_STATUS, "observation_status",
     "observation status", "观测状态"},
    {ATTAIN_VOCABULARY_KIND, "kind", "kind", "节点种类"},
    {ATTAIN_VOCABULARY_VERDICT, "verdict", "verdict", "判定"},
    {ATTAIN_VOCABULARY_STANDING, "standing", "standing", "进度状态"},
    {ATTAIN_VOCABULARY_MEASURE, "measure", "measure", "结果列"},
    {ATTAIN_VOCABULARY_STATUS_CODE, "status_code", "status code", "返回状态"},
    {ATTAIN_VOCABULARY_FREQUENCY, "frequency", "frequency", "频率"},
    {ATTAIN_VOCABULARY_REASON, "reason", "reason", "无值原因"},
    {ATTAIN_VOCABULARY_DATASET_TABLE, "dataset_table", "dataset table",
     "数据表"},
    {ATTAIN_VOCABULARY_PLAN_TABLE, "plan_table", "plan table", "规划表"},
    {ATTAIN_VOCABULARY_LANGUAGE, "language", "language", "语言"},
    {ATTAIN_VOCABULARY_SEVERITY, "severity", "severity", "严重程度"},
    {ATTAIN_VOCABULARY_FORMAT, "format", "format", "格式"},
    {ATTAIN_VOCABULARY_VOCABULARY, "vocabulary", "vocabulary", "词表"},
    {ATTAIN_VOCABULARY_QUESTION, "question", "question", "问题"},
    {ATTAIN_VOCABULARY_ANSWER_KIND, "answer_kind", "kind of row", "行种类"},
    {ATTAIN_VOCABULARY_ACTION, "action", "action", "办法"},
    {ATTAIN_VOCABULARY_OBSTACLE, "obstacle", "obstacle", "障碍"},
    {ATTAIN_VOCABULARY_EFFORT, "effort", "effort", "代价"},
    {ATTAIN_VOCABULARY_MEND_ORDER, "mend_order", "order of mending", "先后"},
    {ATTAIN_VOCABULARY_TURN, "turn", "turn", "变化"},
    {ATTAIN_VOCABULARY_ANSWER_FIELD, "answer_field", "field of an answer",
     "答案列"},
    {ATTAIN_VOCABULARY_CHECK_KIND, "check_kind", "kind of check", "检查种类"},
    {ATTAIN_VOCABULARY_QUALITY_SEVERITY, "quality_severity",
     "severity of a finding", "问题轻重"},
    {ATTAIN_VOCABULARY_QUALITY_FIELD, "quality_field", "column of findings",
     "问题表列"},
    {ATTAIN_VOCABULARY_QUALITY_BY, "quality_by", "counted by", "统计方式"},
    {ATTAIN_VOCABULARY_STEP, "step", "step of an index", "指数步骤"},
    {ATTAIN_VOCABULARY_INDEX_MEASURE, "index_measure", "column of an index",
     "指数列"},
    {ATTAIN_VOCABULARY_FINDING_KIND, "finding_kind", "kind of odd thing",
     "核查事项种类"},
    {0, NULL, NULL, NULL}};

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
    attain_i_words_status_code,
    attain_i_words_frequency,
    attain_i_words_reason,
    attain_i_words_dataset_table,
    attain_i_words_plan_table,
    attain_i_words_language,
    severity,
    format,
    vocabulary_names,
    attain_i_words_question,
    attain_i_words_answer_kind,
    attain_i_words_action,
    attain_i_words_obstacle,
    attain_i_words_effort,
    attain_i_words_mend_order,
    attain_i_words_turn,
    attain_i_words_answer_field,
    attain_i_words_check_kind,
    attain_i_words_quality_severity,
    attain_i_words_quality_field,
    attain_i_words_quality_by,
    attain_i_words_step,
    attain_i_words_index_measure,
    attain_i_words_finding_kind,
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
    while (word->word != NULL && word->value != value)
        word++;
    return word->word != NULL ? word : NULL;
}

size_t attain_vocabulary_count(void) {
    return COUNT;
}

size_t attain_word_count(int32_t vocabulary) {
    const attain_i_word *words = words_of(vocabulary);
    size_t count = 0;
    while (words[count].word != NULL)
        count++;
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
    if (word == NULL)
        return NULL;
    return language == ATTAIN_LANGUAGE_EN   ? word->en
           : language == ATTAIN_LANGUAGE_ZH ? word->zh
                                            : NULL;
}

const char *attain_word_description(int32_t vocabulary, int32_t value) {
    for (size_t i = 0; i < sizeof descriptions / sizeof *descriptions; i++)
        if (descriptions[i].vocabulary == vocabulary &&
            descriptions[i].value == value)
            return descriptions[i].text;
    return NULL;
}

int32_t attain_word_find(int32_t vocabulary, const char *word, size_t length) {
    if (word == NULL)
        return -1;
    length = attain_i_length(word, length);
    for (const attain_i_word *at = words_of(vocabulary); at->word != NULL; at++)
        if (attain_i_text_is(word, length, at->word))
            return at->value;
    return -1;
}
