#include "evaluate/words.h"

#include "attain/evaluate.h"

const attain_i_word attain_i_words_kind[] = {
    {ATTAIN_KIND_GOAL, "goal", "goal", "目标"},
    {ATTAIN_KIND_TARGET, "target", "target", "指标"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_verdict[] = {
    {ATTAIN_VERDICT_NONE, "", "not judged", "不判定"},
    {ATTAIN_VERDICT_MET, "met", "met", "达成"},
    {ATTAIN_VERDICT_NOT_MET, "not_met", "not met", "未达成"},
    {ATTAIN_VERDICT_UNKNOWN, "unknown", "unknown", "未知"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_standing[] = {
    {ATTAIN_STANDING_UNKNOWN, "unknown", "unknown", "数据不足"},
    {ATTAIN_STANDING_ACHIEVED, "achieved", "achieved", "已达成"},
    {ATTAIN_STANDING_LOST, "lost", "lost", "得而复失"},
    {ATTAIN_STANDING_MISSED, "missed", "missed", "到期未达成"},
    {ATTAIN_STANDING_ON_TRACK, "on_track", "on track", "进度正常"},
    {ATTAIN_STANDING_SLOW, "slow", "slow", "进度偏慢"},
    {ATTAIN_STANDING_OFF_TRACK, "off_track", "off track", "进度滞后"},
    {ATTAIN_STANDING_REVERSING, "reversing", "reversing", "反向变化"},
    {ATTAIN_STANDING_UNRATED, "unrated", "unrated", "不评进度"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_measure[] = {
    {ATTAIN_MEASURE_VALUE, "value", "value", "实际值"},
    {ATTAIN_MEASURE_ATTAINMENT, "attainment", "attainment", "实现程度"},
    {ATTAIN_MEASURE_VERDICT, "verdict", "verdict", "判定"},
    {ATTAIN_MEASURE_STATUS, "status", "status", "状态"},
    {ATTAIN_MEASURE_EXPECTED, "expected", "expected by now", "序时要求"},
    {ATTAIN_MEASURE_PACE, "pace", "pace", "进度比"},
    {ATTAIN_MEASURE_PROJECTION, "projection", "projection", "到期预测"},
    {ATTAIN_MEASURE_PROBABILITY, "probability", "probability", "达成概率"},
    {ATTAIN_MEASURE_SHORTFALL, "shortfall", "shortfall", "差距"},
    {ATTAIN_MEASURE_SHORTFALL_NUMERATOR, "shortfall_numerator",
     "shortfall of the numerator", "差距(数量)"},
    {ATTAIN_MEASURE_SCORE, "score", "score", "得分"},
    {ATTAIN_MEASURE_LOW, "low", "lowest possible score", "最低可能得分"},
    {ATTAIN_MEASURE_HIGH, "high", "highest possible score", "最高可能得分"},
    {ATTAIN_MEASURE_COVERAGE, "coverage", "coverage", "数据覆盖率"},
    {ATTAIN_MEASURE_GRADE, "grade", "grade", "等级"},
    {ATTAIN_MEASURE_RANK, "rank", "rank", "名次"},
    {ATTAIN_MEASURE_PROJECTION_LOW, "projection_low",
     "low end of the projection", "预测下限"},
    {ATTAIN_MEASURE_PROJECTION_HIGH, "projection_high",
     "high end of the projection", "预测上限"},
    {ATTAIN_MEASURE_TARGETS, "targets", "targets", "指标数"},
    {ATTAIN_MEASURE_TARGETS_MET, "targets_met", "targets met", "达成指标数"},
    {ATTAIN_MEASURE_TARGETS_UNKNOWN, "targets_unknown", "targets unknown",
     "未知指标数"},
    {ATTAIN_MEASURE_GROWTH_PACE, "growth_pace", "growth pace", "增速比"},
    {ATTAIN_MEASURE_CUMULATIVE_GAP, "cumulative_gap",
     "gap to the cumulative requirement", "累计差额"},
    {ATTAIN_MEASURE_MEAN_CHANGE, "mean_change", "mean change per period",
     "年均变化"},
    {ATTAIN_MEASURE_PROCESS, "process", "process", "过程评价"},
    {ATTAIN_MEASURE_VALUE_ADDED, "value_added", "value added", "增值评价"},
    {ATTAIN_MEASURE_COMPREHENSIVE, "comprehensive", "comprehensive",
     "综合评价"},
    {ATTAIN_MEASURE_VALUE_ADDED_EFFECT, "value_added_effect",
     "effect of value added", "增值量"},
    {ATTAIN_MEASURE_VALUE_ADDED_LOW, "value_added_low",
     "low end of value added", "增值下限"},
    {ATTAIN_MEASURE_VALUE_ADDED_HIGH, "value_added_high",
     "high end of value added", "增值上限"},
    {ATTAIN_MEASURE_VALUE_ADDED_CLASS, "value_added_class",
     "class of value added", "增值类别"},
    {ATTAIN_MEASURE_METHOD_SCORE, "method_score", "score by the method",
     "方法得分"},
    {ATTAIN_MEASURE_METHOD_CLASS, "method_class", "class by the method",
     "方法类别"},
    {ATTAIN_MEASURE_METHOD_REASON, "method_reason",
     "why the method has no score", "方法无值原因"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_finding_kind[] = {
    {ATTAIN_FINDING_PLAN, "plan", "row of the plan", "规划表中的行"},
    {ATTAIN_FINDING_VARIABLE, "variable", "variable that is not there",
     "缺少变量"},
    {ATTAIN_FINDING_LEVEL, "level", "level that no unit has", "没有这一级单位"},
    {ATTAIN_FINDING_EMPTY, "empty", "applies to no unit", "没有可判定的单位"},
    {ATTAIN_FINDING_DENOMINATOR, "denominator", "denominator 0", "分母为零"},
    {ATTAIN_FINDING_SPREAD, "spread", "spread without a value", "差异无法计算"},
    {ATTAIN_FINDING_GROWTH, "growth", "growth without a value",
     "增长率无法计算"},
    {ATTAIN_FINDING_WEIGHT, "weight", "weight missing or negative",
     "权重缺失或为负"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_language[] = {
    {ATTAIN_LANGUAGE_EN, "en", "English", "英文"},
    {ATTAIN_LANGUAGE_ZH, "zh", "Chinese", "中文"},
    {0, NULL, NULL, NULL}};
