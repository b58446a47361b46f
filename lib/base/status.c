#include "attain/base.h"

#include <stddef.h>

#include "base/words.h"

/* The word of a status is its name. */
const attain_i_word attain_i_words_status_code[] = {
    {ATTAIN_OK, "ATTAIN_OK", "success", "成功"},
    {ATTAIN_ERR_ARGUMENT, "ATTAIN_ERR_ARGUMENT",
     "an argument is NULL, out of range, or not of the vocabulary",
     "参数为空、超出范围或不在词表中"},
    {ATTAIN_ERR_STRUCT, "ATTAIN_ERR_STRUCT",
     "a struct_size that no release has had, or a reserved field that is set",
     "结构体大小不属于任何版本，或保留字段已被设置"},
    {ATTAIN_ERR_SPACE, "ATTAIN_ERR_SPACE",
     "the output array is too small; count says what is needed",
     "输出数组太小，所需大小见 count"},
    {ATTAIN_ERR_MEMORY, "ATTAIN_ERR_MEMORY", "the allocator gave no memory",
     "内存不足"},
    {ATTAIN_ERR_LIMIT, "ATTAIN_ERR_LIMIT",
     "a size is beyond what the library holds", "超出本库所能容纳的规模"},
    {ATTAIN_ERR_TEXT, "ATTAIN_ERR_TEXT",
     "text is not UTF-8, or has a character that it may not have",
     "文本不是 UTF-8，或含有不允许的字符"},
    {ATTAIN_ERR_NUMBER, "ATTAIN_ERR_NUMBER",
     "text is not a decimal number, or is out of the range of a double",
     "文本不是十进制数，或超出双精度数的范围"},
    {ATTAIN_ERR_PERIOD, "ATTAIN_ERR_PERIOD",
     "text is not a period, or the period is of another frequency",
     "文本不是时期，或时期的频率不同"},
    {ATTAIN_ERR_DUPLICATE, "ATTAIN_ERR_DUPLICATE",
     "an id or key is already there", "标识或键已存在"},
    {ATTAIN_ERR_UNKNOWN, "ATTAIN_ERR_UNKNOWN", "an id is not there",
     "标识不存在"},
    {ATTAIN_ERR_CYCLE, "ATTAIN_ERR_CYCLE", "parents or metrics form a ring",
     "上级或指标构成循环"},
    {ATTAIN_ERR_MISSING, "ATTAIN_ERR_MISSING",
     "a value is missing where one is needed", "缺少必需的值"},
    {ATTAIN_ERR_VALUE, "ATTAIN_ERR_VALUE",
     "values contradict each other or are out of their range",
     "数值相互矛盾或超出范围"},
    {ATTAIN_ERR_MISMATCH, "ATTAIN_ERR_MISMATCH",
     "the plan and the dataset do not fit together", "规划与数据集不匹配"},
    {ATTAIN_ERR_TABLE, "ATTAIN_ERR_TABLE",
     "a table has errors; each was told to the problem handler",
     "表格有错误，均已告知问题处理函数"},
    {ATTAIN_ERR_IO, "ATTAIN_ERR_IO",
     "a file or folder cannot be read or written", "文件或文件夹无法读写"},
    {ATTAIN_ERR_CALLBACK, "ATTAIN_ERR_CALLBACK",
     "a callback of the caller returned non-zero",
     "调用方的回调函数返回了非零值"},
    {0, NULL, NULL, NULL}};

static const attain_i_word *find(attain_status status) {
    for (const attain_i_word *word = attain_i_words_status_code;
         word->word != NULL; word++)
        if (word->value == status)
            return word;
    return NULL;
}

const char *attain_status_name(attain_status status) {
    const attain_i_word *word = find(status);
    return word != NULL ? word->word : "ATTAIN_ERR_UNLISTED";
}

const char *attain_status_message(attain_status status) {
    const attain_i_word *word = find(status);
    return word != NULL ? word->en
                        : "a failure that this release does not name";
}
