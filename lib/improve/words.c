#include "improve/words.h"

#include "attain/improve.h"

const attain_i_word attain_i_words_question[] = {
    {ATTAIN_QUESTION_GAPS, "gaps", "what is missing", "差多少"},
    {ATTAIN_QUESTION_MENDS, "mends", "smallest set of improvements",
     "最小改进方案"},
    {ATTAIN_QUESTION_SPREAD, "spread", "bringing a spread under its limit",
     "差异系数达标方案"},
    {ATTAIN_QUESTION_RATES, "rates", "rate now required", "所需年均速度"},
    {ATTAIN_QUESTION_CHANGES, "changes", "what turned", "结果变化"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_answer_kind[] = {
    {ATTAIN_ANSWER_ITEM, "item", "item", "单项"},
    {ATTAIN_ANSWER_TOTAL, "total", "total", "合计"},
    {ATTAIN_ANSWER_PLACE, "place", "place", "单位"},
    {ATTAIN_ANSWER_MEMBER, "member", "member", "成员"},
    {ATTAIN_ANSWER_PAIR, "pair", "pair", "前后"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_action[] = {
    {ATTAIN_ACTION_LEAVE, "leave", "leave as it is", "不必改"},
    {ATTAIN_ACTION_STANDARD, "standard", "bring to standard", "补到标准"},
    {ATTAIN_ACTION_FLOOR, "floor", "bring to the floor", "补到下限"},
    {ATTAIN_ACTION_BLOCKED, "blocked", "cannot be mended", "无法补"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_obstacle[] = {
    {ATTAIN_OBSTACLE_NONE, "none", "none", "无"},
    {ATTAIN_OBSTACLE_UNKNOWN, "unknown", "data are missing", "数据不足"},
    {ATTAIN_OBSTACLE_PAST, "past", "past periods decide", "已成定局"},
    {ATTAIN_OBSTACLE_SERIES, "series", "not by one period's value",
     "不由当期值决定"},
    {ATTAIN_OBSTACLE_COMPOSITE, "composite", "no one variable of the unit",
     "无单一变量"},
    {ATTAIN_OBSTACLE_STRICT, "strict", "the limit itself does not count",
     "须超过限值"},
    {ATTAIN_OBSTACLE_RANGE, "range", "outside the valid range", "超出有效范围"},
    {ATTAIN_OBSTACLE_LIMIT, "limit", "not by adding", "不能靠增加达到"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_effort[] = {
    {ATTAIN_EFFORT_ITEMS, "items", "fewest items", "项数最少"},
    {ATTAIN_EFFORT_COST, "cost", "lowest cost", "费用最低"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_mend_order[] = {
    {ATTAIN_MEND_ORDER_CHEAPEST, "cheapest", "cheapest first", "先易后难"},
    {ATTAIN_MEND_ORDER_WEIGHT, "weight", "most weight for the cost first",
     "单位费用受益多者先"},
    {ATTAIN_MEND_ORDER_LARGEST, "largest", "largest first", "规模大者先"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_turn[] = {
    {ATTAIN_TURN_NONE, "none", "the same", "不变"},
    {ATTAIN_TURN_GAINED, "gained", "met now", "转为达成"},
    {ATTAIN_TURN_LOST, "lost", "no longer met", "不再达成"},
    {ATTAIN_TURN_FAILED, "failed", "known now, and not met", "转为未达成"},
    {ATTAIN_TURN_UNKNOWN, "unknown", "unknown now", "转为未知"},
    {ATTAIN_TURN_APPEARED, "appeared", "new", "新增"},
    {ATTAIN_TURN_GONE, "gone", "gone", "消失"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_answer_field[] = {
    {ATTAIN_ANSWER_FIELD_KIND, "kind", "kind", "种类"},
    {ATTAIN_ANSWER_FIELD_NODE, "node", "node", "节点"},
    {ATTAIN_ANSWER_FIELD_UNIT, "unit", "unit", "单位"},
    {ATTAIN_ANSWER_FIELD_OBSTACLE, "obstacle", "obstacle", "障碍"},
    {ATTAIN_ANSWER_FIELD_VALUE, "value", "value", "实际值"},
    {ATTAIN_ANSWER_FIELD_LIMIT, "limit", "to be reached", "应达值"},
    {ATTAIN_ANSWER_FIELD_GAP, "gap", "gap", "差距"},
    {ATTAIN_ANSWER_FIELD_AMOUNT, "amount", "amount", "差额"},
    {ATTAIN_ANSWER_FIELD_WHOLE, "whole", "amount in whole steps", "取整差额"},
    {ATTAIN_ANSWER_FIELD_VARIABLE, "variable", "variable", "变量"},
    {ATTAIN_ANSWER_FIELD_RELATIVE, "relative", "relative gap", "相对差距"},
    {ATTAIN_ANSWER_FIELD_COST, "cost", "cost", "费用"},
    {ATTAIN_ANSWER_FIELD_ITEMS, "items", "items", "项数"},
    {ATTAIN_ANSWER_FIELD_UNKNOWN, "unknown", "unknown", "未知数"},
    {ATTAIN_ANSWER_FIELD_RANK, "rank", "rank", "次序"},
    {ATTAIN_ANSWER_FIELD_ACTION, "action", "action", "办法"},
    {ATTAIN_ANSWER_FIELD_COST_STANDARD, "cost_standard", "cost of the standard",
     "补到标准的费用"},
    {ATTAIN_ANSWER_FIELD_COST_FLOOR, "cost_floor", "cost of the floor",
     "补到下限的费用"},
    {ATTAIN_ANSWER_FIELD_PERIODS, "periods", "periods left", "剩余期数"},
    {ATTAIN_ANSWER_FIELD_RATE, "rate", "change required a period",
     "每期所需变化"},
    {ATTAIN_ANSWER_FIELD_GROWTH, "growth", "growth required a period",
     "每期所需增速"},
    {ATTAIN_ANSWER_FIELD_RATE_SO_FAR, "rate_so_far", "change a period so far",
     "此前每期变化"},
    {ATTAIN_ANSWER_FIELD_TURN, "turn", "turn", "变化"},
    {ATTAIN_ANSWER_FIELD_VERDICT_BEFORE, "verdict_before", "verdict before",
     "原判定"},
    {ATTAIN_ANSWER_FIELD_VERDICT_AFTER, "verdict_after", "verdict after",
     "新判定"},
    {ATTAIN_ANSWER_FIELD_SCORE_BEFORE, "score_before", "score before",
     "原得分"},
    {ATTAIN_ANSWER_FIELD_SCORE_AFTER, "score_after", "score after", "新得分"},
    {ATTAIN_ANSWER_FIELD_VALUE_BEFORE, "value_before", "value before", "原值"},
    {ATTAIN_ANSWER_FIELD_VALUE_AFTER, "value_after", "value after", "新值"},
    {0, NULL, NULL, NULL}};
