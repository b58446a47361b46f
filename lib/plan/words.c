/* The vocabulary of a plan: what tables say, and what people read. The Chinese
 * is that of the bureaus' own documents (docs/zh). */
#include "plan/model.h"

const attain_i_word attain_i_words_series[] = {
    {ATTAIN_SERIES_LEVEL, "level", "level", "水平值"},
    {ATTAIN_SERIES_CHANGE, "change", "change on the period before", "增减量"},
    {ATTAIN_SERIES_GROWTH, "growth", "growth on the period before", "增长率"},
    {ATTAIN_SERIES_SINCE_BASELINE, "since_baseline",
     "change since the baseline", "较基期增减量"},
    {ATTAIN_SERIES_GROWTH_SINCE_BASELINE, "growth_since_baseline",
     "growth since the baseline", "较基期增长率"},
    {ATTAIN_SERIES_CUMULATIVE, "cumulative", "cumulative", "累计值"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_comparator[] = {
    {ATTAIN_COMPARATOR_AT_LEAST, "at_least", "at least", "不低于"},
    {ATTAIN_COMPARATOR_AT_MOST, "at_most", "at most", "不高于"},
    {ATTAIN_COMPARATOR_ABOVE, "above", "above", "高于"},
    {ATTAIN_COMPARATOR_BELOW, "below", "below", "低于"},
    {ATTAIN_COMPARATOR_BETWEEN, "between", "between", "介于"},
    {ATTAIN_COMPARATOR_ABOUT, "about", "about", "左右"},
    {ATTAIN_COMPARATOR_NONE, "none", "watched only", "只监测"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_when[] = {
    {ATTAIN_WHEN_AT_DUE, "at_due", "when due", "到期达到"},
    {ATTAIN_WHEN_EVERY_PERIOD, "every_period", "in every period", "每期均达到"},
    {ATTAIN_WHEN_HOLD, "hold", "reach and hold", "巩固"},
    {0, NULL, NULL, NULL}};

/* The word of the default is the empty cell. */
const attain_i_word attain_i_words_score[] = {
    {ATTAIN_SCORE_DEFAULT, "", "the first that can be computed", "自动选取"},
    {ATTAIN_SCORE_RATIO, "ratio", "ratio to the target", "实现程度"},
    {ATTAIN_SCORE_PROGRESS, "progress", "progress from the baseline",
     "进展程度"},
    {ATTAIN_SCORE_EFFICACY, "efficacy", "efficacy coefficient", "功效系数"},
    {ATTAIN_SCORE_PASS, "pass", "pass or fail", "达标判定"},
    {ATTAIN_SCORE_STEPS, "steps", "steps", "分档计分"},
    {ATTAIN_SCORE_MINMAX, "minmax", "between lowest and highest", "极差标准化"},
    {ATTAIN_SCORE_ZSCORE, "zscore", "standard score", "标准分"},
    {ATTAIN_SCORE_RANK, "rank", "rank", "位次分"},
    {ATTAIN_SCORE_PERCENTILE, "percentile", "percentile", "百分位"},
    {ATTAIN_SCORE_RANK_STEPS, "rank_steps", "points by rank", "按名次计分"},
    {ATTAIN_SCORE_METHOD, "method", "by its method", "按指定方法"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_judge[] = {
    {ATTAIN_JUDGE_FULL, "full", "full value", "全数值比较法"},
    {ATTAIN_JUDGE_ROUNDED, "rounded", "rounded value", "修约值比较法"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_aggregate[] = {
    {ATTAIN_AGGREGATE_ARITHMETIC, "arithmetic", "arithmetic mean",
     "加权算术平均"},
    {ATTAIN_AGGREGATE_GEOMETRIC, "geometric", "geometric mean", "加权几何平均"},
    {ATTAIN_AGGREGATE_HARMONIC, "harmonic", "harmonic mean", "加权调和平均"},
    {ATTAIN_AGGREGATE_MIN, "min", "minimum", "最小值"},
    {ATTAIN_AGGREGATE_MEDIAN, "median", "median", "加权中位数"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_rule[] = {
    {ATTAIN_RULE_ALL, "all", "all", "全部达标"},
    {ATTAIN_RULE_ANY, "any", "any", "任一达标"},
    {ATTAIN_RULE_AT_LEAST, "at_least", "at least so many", "至少若干项达标"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_missing[] = {
    {ATTAIN_MISSING_RENORMALISE, "renormalise", "weights of the known ones",
     "按已知项重新归一"},
    {ATTAIN_MISSING_ZERO, "zero", "unknown counts 0", "缺数计零分"},
    {ATTAIN_MISSING_STRICT, "strict", "no score while any is unknown",
     "缺数不计分"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_across[] = {
    {ATTAIN_ACROSS_NONE, "none", "the unit's own", "本单位"},
    {ATTAIN_ACROSS_TOTAL, "total", "total", "合计"},
    {ATTAIN_ACROSS_MEAN, "mean", "mean", "平均数"},
    {ATTAIN_ACROSS_MEDIAN, "median", "median", "中位数"},
    {ATTAIN_ACROSS_MIN, "min", "minimum", "最小值"},
    {ATTAIN_ACROSS_MAX, "max", "maximum", "最大值"},
    {ATTAIN_ACROSS_COUNT, "count", "count", "个数"},
    {ATTAIN_ACROSS_CV, "cv", "coefficient of variation", "差异系数"},
    {ATTAIN_ACROSS_GINI, "gini", "Gini coefficient", "基尼系数"},
    {ATTAIN_ACROSS_THEIL, "theil", "Theil index", "泰尔指数"},
    {ATTAIN_ACROSS_UNWEIGHTED_CV, "unweighted_cv",
     "unweighted coefficient of variation", "不加权差异系数"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_direction[] = {
    {ATTAIN_DIRECTION_UP, "up", "higher is better", "正向"},
    {ATTAIN_DIRECTION_DOWN, "down", "lower is better", "逆向"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_step[] = {
    {ATTAIN_STEP_OMISSION, "omission", "left out", "剔除"},
    {ATTAIN_STEP_SCREENING, "screening", "screening", "筛查"},
    {ATTAIN_STEP_IMPUTATION, "imputation", "imputation", "插补"},
    {ATTAIN_STEP_TREATMENT, "treatment", "treatment", "异常值处理"},
    {ATTAIN_STEP_NORMALISATION, "normalisation", "normalisation", "标准化"},
    {ATTAIN_STEP_WEIGHTING, "weighting", "weighting", "赋权"},
    {ATTAIN_STEP_AGGREGATION, "aggregation", "aggregation", "合成"},
    {0, NULL, NULL, NULL}};

const attain_i_word attain_i_words_plan_table[] = {
    {ATTAIN_PLAN_GOALS, "goals", "goals", "目标"},
    {ATTAIN_PLAN_METRICS, "metrics", "metrics", "指标口径"},
    {ATTAIN_PLAN_TARGETS, "targets", "targets", "指标"},
    {ATTAIN_PLAN_PATH, "path", "milestones", "年度节点"},
    {ATTAIN_PLAN_BANDS, "bands", "grades", "等级"},
    {ATTAIN_PLAN_GROUPS, "groups", "evaluator groups", "评价主体"},
    {ATTAIN_PLAN_INDEX, "index", "index methods", "指数方法"},
    {0, NULL, NULL, NULL}};
