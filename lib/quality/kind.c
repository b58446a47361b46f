#include "quality/kind.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "quality/work.h"

#define NONE ((double)NAN)

const attain_i_kind attain_i_kinds[ATTAIN_I_KINDS] = {
    {attain_i_quality_complete,
     "variable",
     "a value that is needed is missing",
     "",
     "variable;level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_VARIABLE_LEVEL,
     {{{"{v} of {u} has no value for {t}",
        "{v} has no value for {t} at any of the {c} units that need one"},
       "report the number; where there is none, the targets that need it stay "
       "unknown"},
      {{"{u}缺{t}的“{v}”", "{t}的“{v}”，应报的{c}个单位全都没有数"},
       "补报；确实没有的留空，用到它的目标判为“数据不足”"}}},
    {attain_i_quality_cells,
     "variable",
     "x < low or x > high",
     "",
     "variable;low;high;level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_OFF,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_NEEDS_VARIABLE |
         ATTAIN_I_KIND_BOUNDS | ATTAIN_I_KIND_NEEDS_BOUNDS,
     {{{"{v} of {u} in {t} is {x}, and the limit is {r}", NULL},
       "check the number against its source"},
      {{"{u}{t}的“{v}”为{x}，超过界限{r}", NULL}, "对照原始报表核实"}}},
    {attain_i_quality_cells,
     "variable",
     "x < 0",
     "",
     "variable;level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_ERROR,
     ATTAIN_I_KIND_VARIABLE,
     {{{"{v} of {u} in {t} is {x}, below 0", NULL},
       "correct the sign; if it may be negative, give the variable a min below "
       "0 in variables.csv"},
      {{"{u}{t}的“{v}”为{x}，是负数", NULL},
       "改正符号；确实可以为负的，在variables.csv里把min写成负数"}}},
    {attain_i_quality_cells,
     "variable",
     "x is no whole number",
     "",
     "variable;level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_OFF,
     ATTAIN_I_KIND_VARIABLE,
     {{{"{v} of {u} in {t} is {x}, no whole number", NULL},
       "persons and things are counted: check whether this is a share"},
      {{"{u}{t}的“{v}”为{x}，不是整数", NULL},
       "人数、个数应为整数，核对是否误填了比率"}}},
    {attain_i_quality_share,
     "metric",
     "N > D + tolerance",
     "",
     "variable;parts;metric;tolerance;level;stage",
     NONE,
     0,
     NONE,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_METRIC | ATTAIN_I_KIND_PARTS |
         ATTAIN_I_KIND_VARIABLE_PARTS,
     {{{"{v} of {u} in {t} is {x}, above the {r} that it is a part of",
        "{m} of {u} in {t} has a numerator of {x} ({v}), above its denominator "
        "{r}"},
       "check both numbers, and whether they stand in each other's place; a "
       "gross rate may exceed 100 %: give it a row of its own in checks.csv"},
      {{"{u}{t}的“{v}”为{x}，大于它所属的总数{r}",
        "{u}{t}的“{m}”分子为{x}（{v}），大于分母{r}"},
       "核对分子、分母，看是否填反；毛入学率等可以超过100%的，在checks.csv里单"
       "列一行"}}},
    {attain_i_quality_parts,
     "variable",
     "|x - sum of parts| > tolerance",
     "",
     "variable;parts;tolerance;level;stage",
     NONE,
     0,
     NONE,
     ATTAIN_QUALITY_OFF,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_NEEDS_VARIABLE |
         ATTAIN_I_KIND_PARTS | ATTAIN_I_KIND_NEEDS_PARTS,
     {{{"{v} of {u} in {t} is {x}, and its parts add up to {r}", NULL},
       "check the parts and the whole"},
      {{"{u}{t}的“{v}”为{x}，各分项合计为{r}", NULL}, "核对分项与合计"}}},
    {attain_i_quality_units,
     "variable",
     "|x - sum over the units below| > tolerance",
     "",
     "variable;level;tolerance",
     NONE,
     0,
     NONE,
     ATTAIN_QUALITY_OFF,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_NEEDS_VARIABLE |
         ATTAIN_I_KIND_NEEDS_LEVEL,
     {{{"{v} of {u} in {t} is {x}, and the {c} units below add up to {r}",
        NULL},
       "check whether a unit is missing or counted twice"},
      {{"{u}{t}的“{v}”为{x}，下级{c}个单位合计为{r}", NULL},
       "核对是否漏报或重复计入"}}},
    {attain_i_quality_divisor,
     "metric",
     "D = 0 and N is not",
     "",
     "metric;level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_METRIC,
     {{{"the denominator of {m} is 0 at {u} in {t}, and its numerator {x}",
        NULL},
       "check the denominator; if it is not known, leave it empty"},
      {{"{u}{t}的“{m}”分母为0，分子却是{x}", NULL},
       "核对分母；不知道的留空，不要填0"}}},
    {attain_i_quality_history,
     "variable",
     "|0.6745 (x - median)/MAD| > limit",
     "Iglewicz and Hoaglin 1993",
     "variable;limit;tolerance;least;level;stage",
     3.5,
     10,
     0.5,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_VARIABLE,
     {{{"{v} of {u} in {t} is {x}; the median of its periods is {r} (modified "
        "z {s})",
        NULL},
       "check the number against its source; if it is right, say why in a "
       "note"},
      {{"{u}{t}的“{v}”为{x}，历年中位数为{r}（修正z值{s}）", NULL},
       "对照原始报表核实；属实的，在备注列写明原因"}}},
    {attain_i_quality_peers,
     "metric",
     "x < Q(1/4) - limit IQR or x > Q(3/4) + limit IQR",
     "Tukey 1977",
     "variable;metric;limit;least;level;stage",
     3,
     NONE,
     0.5,
     ATTAIN_QUALITY_INFO,
     ATTAIN_I_KIND_VARIABLE | ATTAIN_I_KIND_METRIC,
     {{{"{m} of {u} in {t} is {x}; the quartile of its peers is {r} ({s} "
        "quartile distances away)",
        NULL},
       "check the numbers against their source"},
      {{"{u}{t}的“{m}”为{x}，同类单位的四分位数为{r}（相距{s}倍四分位距）",
        NULL},
       "对照原始报表核实"}}},
    {attain_i_quality_scale,
     "variable",
     "x / r is near 10^k, k not 0; r the geometric middle",
     "",
     "variable;tolerance;least;level;stage",
     NONE,
     1.5,
     30,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_VARIABLE,
     {{{"{v} of {u} in {t} is {x}, about {s} times the {r} of its other "
        "periods",
        "{v} of {u} is {x} from {t} on, about {s} times the {r} of before"},
       "check the unit of measure: yuan and 10 000 yuan, persons and 10 000 "
       "persons, shares and per cent"},
      {{"{u}{t}的“{v}”为{x}，约为其他年份（{r}）的{s}倍",
        "{u}的“{v}”自{t}起为{x}，约为以前（{r}）的{s}倍"},
       "核对计量单位：元与万元、人与万人、小数与百分数"}}},
    {attain_i_quality_zero,
     "variable",
     "x = 0; r the geometric middle",
     "",
     "variable;least;level;stage",
     NONE,
     NONE,
     10,
     ATTAIN_QUALITY_WARNING,
     ATTAIN_I_KIND_VARIABLE,
     {{{"{v} of {u} in {t} is 0, and about {r} in its other periods", NULL},
       "if the number is not known, leave the cell empty: 0 is a number"},
      {{"{u}{t}的“{v}”为0，其他年份约为{r}", NULL},
       "没有数据的留空，不要填0"}}},
    {attain_i_quality_repeated,
     "unit",
     "x(t) = x(t - 1) for all variables",
     "",
     "limit;level;stage",
     5,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"the {c} values of {u} in {t} are all what they were the period before",
        NULL},
       "check whether last period's report was sent in again"},
      {{"{u}{t}的{c}个数与上期完全相同", NULL}, "核对是否照抄了上期报表"}}},
    {attain_i_quality_twins,
     "unit",
     "x(a) = x(b) for all variables",
     "",
     "limit;level;stage",
     5,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"the {c} values of {u} in {t} are all those of {o}", NULL},
       "check whether a unit is there twice, or a report was copied"},
      {{"{u}{t}的{c}个数与{o}完全相同", NULL},
       "核对是否重复建档，或误抄了另一单位的报表"}}},
    {attain_i_quality_names,
     "unit",
     "same name, level, stage, parent",
     "",
     "level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"{u} has the name, level, stage and parent of {o}", NULL},
       "keep one of the two, or tell them apart by their names"},
      {{"{u}与{o}同名，且级别、学段、上级都相同", NULL},
       "保留一个，或用名称加以区分"}}},
    {attain_i_quality_parents,
     "unit",
     "no parent where others have one",
     "",
     "level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"{u} has no parent, and others of its level have one",
        "the parent of {u} is no unit of the data"},
       "give it a parent in units.csv: without one it counts nowhere above"},
      {{"{u}没有填上级，同级的其他单位都填了", "{u}所填的上级不在名册里"},
       "在units.csv的parent列补上；不补，它不计入任何上级"}}},
    {attain_i_quality_closed,
     "unit",
     "a value while the unit is not open",
     "",
     "level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"{v} of {u} is {x} in {t}, when the unit is not open", NULL},
       "check opened and closed in units.csv, or the period; the value is not "
       "used"},
      {{"{u}{t}的“{v}”为{x}，但该单位这时不在办", NULL},
       "核对units.csv的opened、closed，或年份；这个数不参与判定"}}},
    {attain_i_quality_periods,
     "period",
     "a period with few values, or far from the others",
     "",
     "level;stage",
     NONE,
     NONE,
     NONE,
     ATTAIN_QUALITY_WARNING,
     0,
     {{{"{c} values of {u} are of {t}, which is after the plan's last period",
        "{c} values of {u} are of {t}, which has few values or is far from the "
        "others"},
       "check the period"},
      {{"{u}有{c}个数的时期为{t}，在规划期之后",
        "{u}有{c}个数的时期为{t}，这个时期数据很少，或与其他时期相距很远"},
       "核对年份"}}},
};

/* --- Telling of them ------------------------------------------------------ */

void attain_check_kind_info_init(attain_check_kind_info *info) {
    if (info != NULL) {
        memset(info, 0, sizeof *info);
        info->struct_size = sizeof *info;
        info->word = info->formula = info->source = "";
        info->subject = info->parameters = "";
        info->limit = info->tolerance = info->least = NONE;
    }
}

size_t attain_check_kind_count(void) {
    return ATTAIN_I_KINDS;
}

attain_status attain_check_kind_get(int32_t kind, attain_check_kind_info *out,
                                    attain_error *err) {
    if (out == NULL)
        return attain_i_fail_null(err, "out");
    if (kind < 0 || kind >= ATTAIN_I_KINDS) {
        return attain_i_fail(err, ATTAIN_ERR_ARGUMENT, "kind", -1,
                             "there is no kind of check %ld; there are %d",
                             (long)kind, (int)ATTAIN_I_KINDS);
    }
    if (!attain_i_struct_ok(out->struct_size, sizeof *out, sizeof *out)) {
        return attain_i_fail(err, ATTAIN_ERR_STRUCT, "struct_size", -1,
                             "the struct_size %zu is not that of a release: "
                             "call attain_check_kind_info_init()",
                             out->struct_size);
    }
    const attain_i_kind *from = &attain_i_kinds[kind];
    out->word = attain_i_words_check_kind[kind].word;
    out->formula = from->formula;
    out->source = from->source;
    out->subject = from->subject;
    out->parameters = from->parameters;
    out->limit = from->limit;
    out->tolerance = from->tolerance;
    out->least = from->least;
    out->severity = from->severity;
    out->reserved = 0;
    return ATTAIN_OK;
}
