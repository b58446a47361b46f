#include "evaluate/finding.h"

#include <string.h>

#include "base/error.h"
#include "base/writer.h"
#include "plan/model.h"

/* --- Sentences ---------------------------------------------------------- */

/* By enum attain_finding_kind. {n} name, {l} label, {o} other, {i} id,
 * {f} field. */
static const struct {
    attain_status code;
    const char *texts[2]; /* by enum attain_language */
} finding_kinds[] = {
    {ATTAIN_OK, {"{n}: {o}", "规划{n}表中“{i}”的{f}不起作用"}},
    {ATTAIN_ERR_UNKNOWN,
     {"metric '{n}' names the variable '{o}', which the data do not have: its "
      "values are unknown",
      "指标“{l}”（{n}）用到变量“{o}”，数据中没有这个变量：其值未知"}},
    {ATTAIN_ERR_UNKNOWN,
     {"'{n}': level '{o}' is that of no unit, so it stays unknown",
      "“{l}”（{n}）按级别“{o}”判定，名册中没有这一级的单位：结论一直未知"}},
    {ATTAIN_ERR_MISMATCH,
     {"'{n}' applies to no unit: none of level '{o}' that is open is one that "
      "its metric is about (stage, tags, without, where)",
      "“{l}”（{n}）没有可判定的单位：级别“{o}"
      "”在办的单位都不属于其指标的范围（学段、标"
      "签、排除、条件）"}},
    {ATTAIN_ERR_VALUE,
     {"metric '{n}' has no value where its denominator is 0",
      "指标“{l}”（{n}）的分母为0，没有值"}},
    {ATTAIN_ERR_VALUE,
     {"metric '{n}' has no value: a spread needs a mean above 0 and no "
      "negative weights (gini and theil: no negative values)",
      "指标“{l}”（{n}"
      "）没有值：计算差异须均值大于0，且权重不为负（基尼、泰尔系数还须"
      "数值不为负）"}},
    {ATTAIN_ERR_VALUE,
     {"growth has no value where the value before it is not above 0, for "
      "target '{n}'",
      "“{l}”（{n}）的增长率没有值：上期的值不大于0"}},
    {ATTAIN_ERR_VALUE,
     {"'{n}' weights units by '{o}', which is missing or negative at some: "
      "their whole has no attainment",
      "“{l}”（{n}）按“{o}"
      "”给各单位加权，有的单位缺这个数或为负：整体没有实现程度"}}};

/* What the plan's check warns of besides cells that have no effect. */
static const struct {
    const char *table, *field, *zh;
} plan_texts[] = {
    {"targets", "comparator",
     "规划{n}表中“{i}”的比较符与其指标的好坏方向相反，请改正其中之一"},
    {"goals", "id", "规划{n}表中“{i}”之下没有指标也没有目标，结论一直未知"},
    {"groups", "weight", "各评价主体的权重都是0，分组的评分没有值"}};

static const char *sentence_of(const attain_i_odd *odd, int32_t language) {
    int of_plan =
        odd->kind == ATTAIN_FINDING_PLAN && language == ATTAIN_LANGUAGE_ZH;
    for (size_t i = 0; of_plan && i < sizeof plan_texts / sizeof *plan_texts;
         i++)
        if (strcmp(plan_texts[i].table, odd->name) == 0 &&
            strcmp(plan_texts[i].field, odd->field) == 0)
            return plan_texts[i].zh;
    return finding_kinds[odd->kind].texts[language];
}

static void put_odd(attain_i_writer *writer, char piece, const void *user) {
    const attain_i_odd *odd = user;
    attain_i_write_text(writer, piece == 'n'   ? odd->name
                                : piece == 'l' ? odd->label
                                : piece == 'o' ? odd->other
                                : piece == 'i' ? odd->id
                                               : odd->field);
}

static void put_period(attain_i_writer *writer, int32_t period) {
    attain_i_write_period(writer, period);
    if (attain_period_frequency(period) == ATTAIN_FREQUENCY_YEAR)
        attain_i_write_words(writer, "", "年");
}

/* The first unit, how many more there are, and when. */
static void put_where(attain_i_writer *writer, const attain_evaluation *ev,
                      const attain_i_odd *odd) {
    int timed = odd->period != ATTAIN_PERIOD_NONE;
    if (odd->unit < 0 && !timed)
        return;
    attain_i_write_words(writer, ": ", "：");
    if (timed)
        put_period(writer, odd->period);
    if (odd->unit < 0)
        return;
    attain_i_write_words(writer, timed ? ", " : "", "");
    attain_i_write_name(writer, ev->units[odd->unit].id,
                        ev->units[odd->unit].name);
    if (odd->count > 1) {
        attain_i_write_words(writer, " and ", "等");
        attain_i_write_count(
            writer, odd->count - (writer->language == ATTAIN_LANGUAGE_EN));
        attain_i_write_words(writer, " more", "个单位");
    }
}

static size_t write_finding(const attain_evaluation *ev,
                            const attain_i_odd *odd, attain_i_writer *writer) {
    attain_i_write_filled(writer, sentence_of(odd, writer->language), put_odd,
                          odd);
    put_where(writer, ev, odd);
    attain_i_write_end(writer);
    return writer->length;
}

/* The sentence in the evaluation's own memory; NULL when there is none. */
static const char *keep_finding(attain_evaluation *ev, const attain_i_odd *odd,
                                int32_t language) {
    attain_i_writer counted = {NULL, 0, 0, language};
    size_t size = write_finding(ev, odd, &counted) + 1;
    char *text = attain_i_arena_chars(&ev->arena, size);
    if (text != NULL) {
        attain_i_writer filled = {text, size, 0, language};
        write_finding(ev, odd, &filled);
    }
    return text;
}

int attain_i_finding_add(attain_evaluation *ev, const attain_i_odd *odd) {
    if (!attain_i_grow(&ev->allocator, (void **)&ev->findings,
                       &ev->finding_capacity, ev->finding_count + 1,
                       sizeof *ev->findings))
        return 0;
    attain_i_finding *finding = &ev->findings[ev->finding_count];
    for (int32_t language = 0; language < 2; language++) {
        finding->message[language] = keep_finding(ev, odd, language);
        if (finding->message[language] == NULL)
            return 0;
    }
    finding->kind = odd->kind;
    finding->count = odd->count;
    finding->node = odd->node;
    finding->unit = odd->unit;
    finding->period = odd->period;
    finding->code = odd->kind == ATTAIN_FINDING_PLAN
                        ? odd->code
                        : finding_kinds[odd->kind].code;
    ev->finding_count++;
    return 1;
}

/* --- The plan's check --------------------------------------------------- */

typedef struct checking {
    attain_evaluation *ev;
    const attain_plan *plan;
} checking;

static const char *id_of(const attain_plan *plan, const char *table,
                         int64_t row) {
    if (row < 0)
        return "";
    return strcmp(table, "targets") == 0   ? plan->targets[row].id
           : strcmp(table, "goals") == 0   ? plan->goals[row].id
           : strcmp(table, "metrics") == 0 ? plan->metrics[row].id
                                           : "";
}

static void take_warning(attain_i_reporter *reporter, int warning,
                         attain_status code, const char *table, int64_t row,
                         const char *field, const char *message) {
    const checking *of = reporter->user;
    const attain_i_odd odd = {.kind = ATTAIN_FINDING_PLAN,
                              .code = code,
                              .node = -1,
                              .unit = -1,
                              .period = ATTAIN_PERIOD_NONE,
                              .name = table,
                              .other = message,
                              .id = id_of(of->plan, table, row),
                              .field = field};
    if (warning && !attain_i_finding_add(of->ev, &odd))
        reporter->errors++;
}

int attain_i_findings_of_plan(attain_evaluation *ev, const attain_plan *plan) {
    checking of = {ev, plan};
    attain_i_reporter reporter = {take_warning, &of, 0};
    return attain_i_plan_check(plan, &reporter) == ATTAIN_OK &&
           reporter.errors == 0;
}
