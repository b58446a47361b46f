#include "quality/kind.h"

const attain_i_word attain_i_words_check_kind[] = {
    {ATTAIN_CHECK_COMPLETE, "complete", "completeness", "缺数"},
    {ATTAIN_CHECK_RANGE, "range", "range", "超出范围"},
    {ATTAIN_CHECK_NEGATIVE, "negative", "negative value", "负数"},
    {ATTAIN_CHECK_WHOLE, "whole", "no whole number", "不是整数"},
    {ATTAIN_CHECK_SHARE, "share", "part above the whole", "部分大于总数"},
    {ATTAIN_CHECK_PARTS, "parts", "parts and their sum", "分项与合计不符"},
    {ATTAIN_CHECK_UNITS, "units", "units and their sum", "下级合计不符"},
    {ATTAIN_CHECK_DIVISOR, "divisor", "denominator 0", "分母为零"},
    {ATTAIN_CHECK_HISTORY, "history", "jump against its history",
     "与历年相差悬殊"},
    {ATTAIN_CHECK_PEERS, "peers", "far from its peers", "与同类相差悬殊"},
    {ATTAIN_CHECK_SCALE, "scale", "unit of measure", "计量单位疑误"},
    {ATTAIN_CHECK_ZERO, "zero", "zero for missing", "疑以零代缺"},
    {ATTAIN_CHECK_REPEATED, "repeated", "copied from before", "照抄上年"},
    {ATTAIN_CHECK_TWINS, "twins", "same values as another unit",
     "与另一单位雷同"},
    {ATTAIN_CHECK_NAMES, "names", "same name twice", "单位重名"},
    {ATTAIN_CHECK_PARENTS, "parents", "no parent", "没有上级"},
    {ATTAIN_CHECK_CLOSED, "closed", "value while closed", "不在办却有数"},
    {ATTAIN_CHECK_PERIOD, "period", "stray period", "年份疑误"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_quality_severity[] = {
    {ATTAIN_QUALITY_OFF, "off", "off", "不检查"},
    {ATTAIN_QUALITY_INFO, "info", "note", "提示"},
    {ATTAIN_QUALITY_WARNING, "warning", "warning", "警告"},
    {ATTAIN_QUALITY_ERROR, "error", "error", "错误"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_quality_field[] = {
    {ATTAIN_QUALITY_FIELD_CHECK, "check", "check", "检查"},
    {ATTAIN_QUALITY_FIELD_KIND, "kind", "kind", "种类"},
    {ATTAIN_QUALITY_FIELD_SEVERITY, "severity", "severity", "严重程度"},
    {ATTAIN_QUALITY_FIELD_UNIT, "unit", "unit", "单位"},
    {ATTAIN_QUALITY_FIELD_OTHER, "other", "other unit", "另一单位"},
    {ATTAIN_QUALITY_FIELD_PERIOD, "period", "period", "时期"},
    {ATTAIN_QUALITY_FIELD_VARIABLE, "variable", "variable", "变量"},
    {ATTAIN_QUALITY_FIELD_GROUP, "group", "group", "评价主体"},
    {ATTAIN_QUALITY_FIELD_METRIC, "metric", "metric", "指标"},
    {ATTAIN_QUALITY_FIELD_LINE, "line", "line", "行"},
    {ATTAIN_QUALITY_FIELD_COLUMN, "column", "column", "列"},
    {ATTAIN_QUALITY_FIELD_COUNT, "count", "count", "个数"},
    {ATTAIN_QUALITY_FIELD_VALUE, "value", "value", "数值"},
    {ATTAIN_QUALITY_FIELD_REFERENCE, "reference", "reference", "参照值"},
    {ATTAIN_QUALITY_FIELD_SCORE, "score", "score", "偏离程度"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_quality_by[] = {
    {ATTAIN_QUALITY_BY_UNIT, "unit", "by unit", "按单位"},
    {ATTAIN_QUALITY_BY_VARIABLE, "variable", "by variable", "按变量"},
    {0, NULL, NULL, NULL}};
