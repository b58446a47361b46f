#!/usr/bin/env python3
"""Writes data/: an illustrative dataset for the plan in plan/.

The figures are made up, except the baselines of 2020 that the plan itself
states; they are reached through counts that give them exactly. The same bytes
are written on every run. Usage: python3 make_data.py [FOLDER]
"""
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                ".."))
import made_up  # noqa: E402
from made_up import YEARS, text_of  # noqa: E402

LABEL = ("# 示例数据(虚构),仅供演示;2020年基线为规划文本所载真实数据。 "
         "Illustrative data, made up; only the 2020 baselines are real.")
PICK = random.Random(20210101)  # only .random() is used: stable everywhere
TABLES = made_up.Tables(LABEL)
VALUES = TABLES.values  # (variable, unit, year) -> None: not reported
put = TABLES.put

# --- The county's own variables: unit | min | max | 2020 … 2025 -------------
# "-" is an empty cell: not reported. A status after a colon sends the whole
# variable to the long table: e estimated, p provisional, m missing.
COUNTY = """
三至五岁人口|人|0||5000 4800 4540 4300 3980 3760
学前班幼儿数|人|0||340 330 300 260 190 120
初中毕业班学生数|人|0||2178 2170 2150 2120 2091 2080
同届小学一年级入学人数|人|0||2200 2190 2168 2148 2112 2100
适龄残疾儿童少年入学人数|人|0||190 191 188 187 185 184
适龄残疾儿童少年人数|人|0||200 200 196 194 192 190
十五至十七岁人口|人|0||7500 7400 7350 7300 7200 7150
受资助家庭经济困难学生数|人|0||3120 3140 3110 3080 3050 2990
认定家庭经济困难学生数|人|0||3120 3140 3110 3080 3052 2990
享有同等权利随迁子女数|人|0||620 634 651 640 655 662
符合条件随迁子女数|人|0||620 634 651 640 655 662
专家型校长人数|人|0||0 0 1 1 2 3
教学名师人数|人|0||40 55 75 101 124 138
宽带接入学校数|所|0||49 52 55 57 57 57
应接入学校数|所|0||58 58 58 57 57 57
班班通班级数|个|0||610 640 655 660 652 640
教学班数|个|0||690 684 676 668 654 640
网络空间开通师生数|人|0||9800 13200 16500 19300 21200 22400
师生总数|人|0||27000 26500 25800 25000 24100 23000
教育资源平台建成数|个|0||0 0 1 1 1 1
教育管理平台建成数|个|0||0 1 1 1 1 1
职业培训人次|人次|0||4100 5800 6900 7300 7600 7500
继续教育参与人数|人|0||20600 21420 21900:e 22400 22750 22900:p
继续教育应参与人口|人|0||42000 42000 42500:e 42600 42700 42800:p
德育评价机制文件数|份|0||0 0 1 1 1 1
学业等级评价制度文件数|份|0||0 0 0 1 1 1
高中两项改革完成项数|项|0|2|0 0 1 1 1 2
劳动教育制度文件数|份|0||0 1 1 1 1 1
劳动教育模式成果数|份|0||0 0 0 0 0 0
家庭教育大讲堂场次|场|0||2 6 8 10 12 12
家庭教育专家团队数|支|0||0 0 1 1 1 1
知名学校合作签约数|所|0||0 1 2 3 4 5
区域交流机制数|个|0||0 0 1 1 1 2
学前服务网络层级数|级|0|3|2 2 2 3 3 3
配套园已移交小区数|个|0||1 1 2 2 3 4
应配建小区数|个|0||1 1 2 2 3 4
第一幼儿园工程进度|%|0|100|0 20 65 100 100 100
第二幼儿园工程进度|%|0|100|0 0 10 30 55 80
对口帮扶制度文件数|份|0||0 1 1 1 1 1
优质均衡年度完成项数|项|0||10 12 12 14 11 13
优质均衡年度计划项数|项|0||10 12 12 14 12 13
农村教育长效机制文件数|份|0||0 0 1 1 1 1
大兴式示范学校数|所|0||1 2 3 5 6 7
义务教育三项机制数|项|0|3|1 2 2 3 3 3
高中课程资源平台数|个|0||0 0 0 1 1 1
普通高中条件改善投入|万元|0||800 950 1100 1260 1250 1400.5
残疾少年接受高中阶段教育人数|人|0||18 18 17 16 18 19
有学习能力残疾少年人数|人|0||25 25 24 23 23 23
残疾学生升入高校人数|人|0||1 1 2 2 3 -
有升学能力残疾毕业生数|人|0||8 8 9 9 10 -
特教支持已建项数|项|0|3|1 1 2 2 3 3
免费教育残疾学生数|人|0||120 126 132 138 144 150
残疾学生总数|人|0||150 150 150 150 150 150
职教专项资金到位额|万元|0||120 200 180.5 160 0 210
县管校聘机制项数|项|0|2|0 1 1 2 2 2
师德名单制度项数|项|0|2|0 2 2 2 2 2
师德失范未处理件数|件|0||1 0 0 0 0 1
学时学分制度文件数|份|0||0 1 1 1 1 1
信息技术培训完成教师数|人|0||1120 1390 1570 1700 1760 1755
中小学教师数|人|0||1840 1825 1810 1795 1775 1755
培训网络层级数|级|0|4|3 3 4 4 4 4
教师教育保障体系建成|是否|0|1|0 0 0 1 1 1
名师名校长平台数|个|0||2 3 4 4 4 4
已培训校长中层人数|人|0||120 190 252 310 338 342
校长中层干部总数|人|0||350 350 348 346 344 342
当年补充教师数|人|0||96 104 110 92 88 101
当年退休离职教师数|人|0||101 108 100 97 99 104
工资待遇机制项数|项|0|2|1 1 2 2 2 2
名校优生职称政策文件数|份|0||0 0 1 1 1 1
职称倾斜落实项数|项|0|3|1 2 2 3 3 3
行政管理制度项数|项|0|3|1 1 2 2 3 3
依法决策舆情制度项数|项|0|2|0 1 1 2 2 2
可网办事项数|项|0||18 22 26 30 33 36
教育政务事项数|项|0||40 40 40 40 40 40
校长职级制实施|是否|0|1|0 0 0 0 0 0
课程教材改革项数|项|0|2|0 1 1 2 2 2
监测评价体系属性数|项|0|5|1 2 3 4 5 5
第三方评价次数|次|0||0 1 :m 1 2 2
评价类型实施数|类|0|4|2 4 4 4 4 4
督导机制运行部分数|项|0|3|2 2 3 3 3 3
教育专网投用|是否|0|1|0 0 0 1 1 1
有本地资源学科年段格数|格|0||30 48 66 78 100 118
学科年段总格数|格|0||120 120 120 120 120 120
校外培训治理检查次数|次|0||2 4 6 5 4 4
课外负担监测机制文件数|份|0||0 0 1 1 1 1
法治培训人数|人|0||1400 1520 1600 1650 1690 1700
应培训人数|人|0||1900 1890 1880 1870 1850 1840
信访协商制度项数|项|0|2|1 1 2 2 2 1
领导小组会议次数|次|0||1 2 2 2 2 3
推进领导小组成立|是否|0|1|0 0 1 1 1 1
一般公共预算教育支出|万元|0||62000 63500 65200 66800 66100 67900:p
义务教育教师平均工资|元|0||74500 77200 79800 82900 85600 88000:p
公务员平均工资|元|0||74000 76900 79500 82100 85200 88000:p
助学资金到位额|万元|0||412 420 431 428 433.5 440
助学资金应到位额|万元|0||412 420 431 428 433.5 440
专项资金绩效得分|分|0|100|82 84 83.5 86 88 87
纳入考核部门数|个|0||10 14 13 14 14 14
应考核部门数|个|0||14 14 14 14 14 14
列入重点督办|是否|0|1|0 1 1 1 1 1
督导次数|次|0||1 2 2 3 3 3
按期上报数|份|0||2 4 4 4 4 4
应上报数|份|0||4 4 4 4 4 4
已公开报告数|份|0||1 4 4 4 3 4
应公开报告数|份|0||4 4 4 4 4 4
考核结果运用|是否|0|1|0 1 1 1 1 1
如期完成任务数|条|0||0 21 45 72 108 :m
规划任务总数|条|0||156 156 156 156 156 156
典型案例数|个|0||1 2 3 3 4 5
教育项目资金额|亿元|0||1.48 1.52 1.46 1.6 1.55 1.71
"""

# The vocational centre's variables, same form.
VOCATIONAL = """
技能鉴定通过人数|人|0||280 330 334 324 345 349
技能鉴定参加人数|人|0||290 336 339 332 350 354
双师型教师数|人|0||26 28 31 35 38 42
专业课教师数|人|0||75 76 77 78 80 80
升学人数|人|0||140 148 152 158 165 172
就业人数|人|0||178 177 176 177 178 177
中职毕业生数|人|0||350 352 354 360 362 365
专业数|个|0||7 8 8 9 9 10
对接产业专业数|个|0||3 4 4 5 6 7
对接企业数|家|0||0 1 1 1 2 2
合作院校数|所|0||0 0 1 1 1 1
三有课堂改革实施|是否|0|1|0 1 1 1 1 1
教学创新团队数|支|0||0 0 0 1 1 1
兼职教师与导师办法项数|项|0|2|0 1 1 1 2 2
中职教学机制项数|项|0|3|1 1 2 2 3 3
精品在线开放课程数|门|0||0 0 1 2 2 3
"""

# --- Units -----------------------------------------------------------------
TOWNS = ("拜泉镇 三道镇 兴农镇 长春镇 龙泉镇 国富镇 富强镇 新生乡 兴国乡 "
         "上升乡 兴华乡 大众乡 丰产乡 永勤乡 爱农乡 时中乡").split()
COMPLEX = "C01"


class Unit:
    def __init__(self, ident, name, level, parent="", stage="", tags="",
                 opened="", closed="", size=1):
        self.id, self.name, self.level, self.parent = ident, name, level, parent
        self.stage, self.tags = stage, tags.split()
        self.opened, self.closed, self.size = opened, closed, size

    def open_in(self, year):
        return ((not self.opened or year >= self.opened)
                and (not self.closed or year < self.closed))


def make_units():
    units = [Unit("baiquan", "拜泉县", "county")]
    units += [Unit("T%02d" % (i + 1), town, "township", "baiquan")
              for i, town in enumerate(TOWNS)]
    for i, town in enumerate(TOWNS):
        units.append(Unit(
            "K%02d" % (i + 1), town + "中心幼儿园", "school",
            "T%02d" % (i + 1), "preschool",
            "public central inclusive " + ("rural" if i else "urban"),
            closed=2024 if town == "时中乡" else "", size=1 if i else 4))
    town = dict(level="school", parent="T01", stage="preschool")
    units += [
        Unit("K17", "县直机关幼儿园", tags="public inclusive urban", size=5,
             **town),
        Unit("K18", "教育第一幼儿园", tags="public inclusive urban",
             opened=2023, size=4, **town),
        Unit("K19", "育英幼儿园", tags="public inclusive urban yuying",
             opened=2023, size=3, **town)]
    for i, name in enumerate("小太阳 金色童年 蓝天 博爱 阳光 启明 新苗".split()):
        tags = "private urban" if name == "启明" else "private inclusive urban"
        units.append(Unit("K%02d" % (i + 20), name + "幼儿园", tags=tags,
                          opened=2023 if name == "新苗" else "", size=4 - i % 2,
                          **town))
    place = "township_or_above public "
    town = dict(level="school", parent="T01", stage="primary",
                tags=place + "urban")
    units += [Unit("P01", "第一小学", size=22, **town),
              Unit("P02", "第二小学", size=18, **town),
              Unit("P03", "实验小学", size=20, **town),
              Unit("P04", "育英小学", closed=2023, size=5, **town)]
    number = 5
    for i, name in enumerate(TOWNS):
        if name in ("拜泉镇", "爱农乡"):
            continue
        units.append(Unit("P%02d" % number, name + "中心小学", "school",
                          "T%02d" % (i + 1), "primary", place + "rural",
                          size=3 + i % 3))
        number += 1
    for name, parent in (("兴农镇村级小学", "T03"), ("长春镇村级小学", "T04")):
        units.append(Unit("P%02d" % number, name, "school", parent, "primary",
                          "public rural", size=1))
        number += 1
    juniors = (("第三中学", 1, 24), ("第四中学", 1, 20), ("三道镇中学", 2, 6),
               ("国富镇中学", 6, 7), ("龙泉镇中学", 5, 5), ("长春镇中学", 4, 5),
               ("富强镇中学", 7, 4), ("兴农镇中学", 3, 4))
    for i, (name, parent, size) in enumerate(juniors):
        units.append(Unit("J%02d" % (i + 1), name, "school", "T%02d" % parent,
                          "junior", place + ("urban" if i < 2 else "rural"),
                          size=size))
    units += [
        Unit(COMPLEX, "爱农乡九年一贯制学校", "complex", "T15"),
        Unit("C01-P", "爱农乡九年一贯制学校（小学部）", "school", COMPLEX,
             "primary", place + "rural", size=4),
        Unit("C01-J", "爱农乡九年一贯制学校（初中部）", "school", COMPLEX,
             "junior", place + "rural", size=4),
        Unit("H01", "第一中学", "school", "T01", "senior", place + "urban",
             size=6),
        Unit("H02", "第二中学", "school", "T01", "senior", place + "urban",
             size=4),
        Unit("V01", "县职教中心", "school", "T01", "vocational",
             place + "urban"),
        Unit("E01", "县特殊教育学校", "school", "T01", "special",
             place + "urban")]
    return units


UNITS = make_units()
BY_ID = {unit.id: unit for unit in UNITS}
PJ = ("primary", "junior")
PJS = PJ + ("senior",)
SCHOOLS = PJS + ("vocational", "special")
ALL = ("preschool",) + SCHOOLS


def schools(stages, year=None, tag=None):
    return [u for u in UNITS if u.level == "school" and u.stage in stages
            and (tag is None or tag in u.tags)
            and (year is None or u.open_in(year))]


# --- Values ----------------------------------------------------------------
VARIABLES = []  # (id, unit, min, max, shared), in order


def declare(name, unit, low="0", high="", shared=""):
    VARIABLES.append((name, unit, low, high, shared))


def get(name, unit, year):
    return VALUES[name, unit, year]


def share_out(total, weights):
    """Splits a whole number by weights: largest remainders, ties first."""
    whole = sum(weights)
    parts = [total * w // whole for w in weights]
    order = sorted(range(len(weights)),
                   key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[:total - sum(parts)]:
        parts[i] += 1
    return parts


def split(name, year, units, total, weights):
    for unit, part in zip(units, share_out(total, weights)):
        put(name, unit.id, year, part)


def draw(low, high):
    """A whole number from low to high."""
    return low + int(PICK.random() * (high - low + 1))


def enrolment():
    """Children and pupils; the totals are chosen, so that the plan's
    baselines come out: 86.8, 87.6, 50.6 and 93.6."""
    for name in ("在园幼儿数", "公办在园幼儿数", "普惠民办在园幼儿数"):
        declare(name, "人")
    declare("普惠民办园认定", "是否", "0", "1")
    declare("在校学生数", "人")
    #         children  public  in recognised private kindergartens
    children = {2020: (4000, 2024, 1480), 2021: (3950, 2011, 1544),
                2022: (3880, 1994, 1595), 2023: (3800, 1965, 1615),
                2024: (3650, 1920, 1617), 2025: (3500, 1876, 1558)}
    recognised = {"K20": 2020, "K21": 2020, "K22": 2020, "K23": 2020,
                  "K24": 2022, "K26": 2023}
    pupils = {"primary": (11200, 10800, 10300, 9800, 9200, 8600),
              "junior": (6600, 6500, 6400, 6300, 6150, 6000),
              "senior": (5900, 5814, 5759, 5707, 5657, 5633),
              "vocational": (1120, 1135, 1150, 1170, 1190, 1210),
              "special": (90, 90, 88, 88, 88, 88)}
    for year in YEARS:
        total, public, private = children[year]
        groups = {"public": [], "inclusive": [], "other": []}
        for unit in schools(("preschool",), year):
            own = ("public" if "public" in unit.tags else "inclusive"
                   if recognised.get(unit.id, 9999) <= year else "other")
            groups[own].append(unit)
        totals = {"public": public, "inclusive": private,
                  "other": total - public - private}
        for own, units in groups.items():
            split("在园幼儿数", year, units, totals[own],
                  [u.size for u in units])
            for unit in units:
                count = get("在园幼儿数", unit.id, year)
                put("公办在园幼儿数", unit.id, year,
                    count if own == "public" else 0)
                put("普惠民办在园幼儿数", unit.id, year,
                    count if own == "inclusive" else 0)
                put("普惠民办园认定", unit.id, year,
                    1 if own == "inclusive" else 0)
        for stage, totals in pupils.items():
            units = schools((stage,), year)
            split("在校学生数", year, units, totals[year - 2020],
                  [u.size for u in units])


def health_and_results():
    """Rates whose county totals are chosen, spread over the schools."""
    rates = (  # numerator, denominator, totals of both, weight by stage
        ("近视学生数", "视力受检学生数",
         (10820, 10720, 10296, 9918, 9653, 9318),
         (20000, 20000, 19500, 19000, 18600, 18200), (40, 70, 82)),
        ("超重肥胖学生数", "体质测查学生数",
         (4800, 4700, 4485, 4256, 4055, 3840),
         (20000, 20000, 19500, 19000, 18600, 18200), (10, 10, 9)),
        ("综合素质评价合格学生数", "综合素质评价参评学生数",
         (22500, 22300, 21900, 21350, 20620, 19950),
         (22800, 22500, 22050, 21480, 20750, 20050), (1, 1, 1)))
    for top, bottom, tops, bottoms, weights in rates:
        declare(top, "人")
        declare(bottom, "人")
        for year in YEARS:
            units = schools(PJS, year)
            pupils = [get("在校学生数", u.id, year) for u in units]
            split(bottom, year, units, bottoms[year - 2020], pupils)
            split(top, year, units, tops[year - 2020],
                  [get(bottom, u.id, year) * weights[PJS.index(u.stage)]
                   for u in units])
    declare("高考参考人数", "人")
    for name, totals in (("一本进段人数", (399, 410, 423, 433, 446, 454)),
                         ("二本进段人数", (1102, 1120, 1138, 1122, 1153, 1168))):
        declare(name, "人")
        for year in YEARS:
            units = schools(("senior",), year)
            split("高考参考人数", year, units, 1900 - 5 * (year - 2020), [6, 4])
            split(name, year, units, totals[year - 2020], [7, 3])


def mastery():
    """Pupils who can: the gap closes by 2025, but not in every school."""
    declare("掌握专项技能项次", "项")
    for top, bottom, behind in (
            ("掌握专项技能学生数", "专项技能测评学生数", ("P09", "J05", "P19")),
            ("艺术爱好技能学生数", "艺术测评学生数",
             ("P07", "P11", "P16", "J04", "J08", "C01-J")),
            ("掌握劳动技能学生数", "劳动测评学生数", ())):
        declare(top, "人")
        declare(bottom, "人")
        for unit in schools(PJS):
            gap = draw(20, 45)
            for year in YEARS:
                if not unit.open_in(year):
                    continue
                pupils = get("在校学生数", unit.id, year)
                left = pupils * gap * (2025 - year) // 500
                if unit.id in behind:
                    left += 3 + pupils // 40
                put(bottom, unit.id, year, pupils)
                put(top, unit.id, year, pupils - left)
                if top == "掌握专项技能学生数":
                    put("掌握专项技能项次", unit.id, year,
                        (pupils - left) * (100 + draw(5, 40)) // 100)


def tasks():
    """Items in place. `climb`: reached some year up to 2025; `keep`: there
    from 2021 on. Exceptions name the schools that fall short."""
    climb = (  # variable, unit, items, stages, tag, never reached by
        ("德育途径落实项数", "项", 6, PJS, None, ("P19",)),
        ("三学教学改革实施", "是否", 1, PJS, None, ()),
        ("课堂评价参与主体类数", "类", 4, PJS, None, ("P13", "J07")),
        ("生涯规划与走班落实项数", "项", 2, ("senior",), None, ()),
        ("体育特色项目数", "个", 1, PJS, None, ()),
        ("健康教育落实项数", "项", 2, PJS, None, ()),
        ("劳动教室数", "间", 1, PJS, None, ("P20",)),
        ("实践与协同落实项数", "项", 2, PJS, None, ()),
        ("家长学校建立", "是否", 1, PJ, None, ("P19", "P20", "P14")),
        ("城乡结对", "是否", 1, PJ, "rural", ()),
        ("一校一案批复数", "份", 1, ("senior",), None, ()),
        ("新高考工作落实项数", "项", 5, ("senior",), None, ("H02",)),
        ("分层走班试行", "是否", 1, ("senior", "vocational"), None, ("H02",)),
        ("新任教师与听评课制度项数", "项", 2, ALL, None, ("K16",)),
        ("学校章程核准", "份", 1, ALL, None, ()),
        ("公共服务平台应用", "是否", 1, SCHOOLS, None, ()),
        ("三个课堂建成类数", "类", 3, PJ, None, ("P08", "P17", "C01-P")),
        ("安全防控制度项数", "项", 2, ALL, None, ()),
        ("学校治理制度项数", "项", 3, ALL, None, ("K25",)),
        ("办学水平达标", "是否", 1, ALL, None, ("K25", "P20")),
        ("数字校园建成", "是否", 1, PJS + ("vocational",), None,
         ("P15", "P19", "P20")))
    for name, unit_name, items, stages, tag, never in climb:
        declare(name, unit_name)
        for unit in schools(stages, tag=tag):
            reached = 2026 if unit.id in never else draw(2020, 2025)
            for year in YEARS:
                if unit.open_in(year):
                    have = items * (year - 2018) // (reached - 2018)
                    put(name, unit.id, year, min(items, have))
    keep = (  # variable, unit, items, stages, exceptions: (school, year): value
        ("三进落实项数", "项", 3, PJS, {}),
        ("大课间制度落实", "是否", 1, PJS, {}),
        ("每日校园体育活动时间", "分钟", 60, PJS,
         {("J02", 2022): 50, ("H01", 2024): 55}),
        ("美育工作报告数", "份", 1, PJS, {("P10", 2023): 0}),
        ("艺术活动开展项数", "项", 4, PJS,
         {("P19", 2021): 2, ("P19", 2022): 3, ("P20", 2021): 3}),
        ("社团活动开展", "是否", 1, PJ, {}),
        ("五大机制落实项数", "项", 5, PJ, {("J01", 2024): 4}),
        ("小学化问题数", "个", 0, ("preschool",),
         {("K22", 2021): 1, ("K25", 2021): 2, ("K25", 2022): 1,
          ("K24", 2025): 1}))
    for name, unit_name, items, stages, exceptions in keep:
        declare(name, unit_name)
        for unit in schools(stages):
            for year in YEARS:
                if unit.open_in(year):
                    value = exceptions.get((unit.id, year), items)
                    if name == "每日校园体育活动时间" and value == 60:
                        value += 5 * draw(0, 2)
                    put(name, unit.id, year, value)
    constant = (("义务教育学校计数", PJ), ("数字校园应建", PJS + ("vocational",)))
    for name, stages in constant:
        declare(name, "所")
        for unit in schools(stages):
            for year in YEARS:
                if unit.open_in(year):
                    put(name, unit.id, year, 1)


def networks():
    """Bandwidth: schools of towns by 2022, all by 2025; one has not said."""
    declare("校园网络达标", "是否", "0", "1")
    declare("数字校园建设等级", "级", "0", "3")
    late = {"C01-J": 2023, "P19": 2025, "P20": 2026, "E01": 2024}
    for unit in schools(SCHOOLS):
        reached = late.get(unit.id, draw(2020, 2022))
        pace = draw(0, 2)
        for year in YEARS:
            if unit.open_in(year):
                done = 1 if year >= reached else 0
                if unit.id == "P20" and year == 2025:
                    done = None
                put("校园网络达标", unit.id, year, done)
                if unit.stage != "special":
                    level = max(0, min(3, (year - 2019 + pace) // 3))
                    put("数字校园建设等级", unit.id, year, level)


def hours_and_funds():
    for name, unit in (("美育课应开课时", "课时"), ("美育课实开课时", "课时"),
                       ("有课后服务需求学生数", "人"),
                       ("参加课后服务学生数", "人"),
                       ("学区集团覆盖学生数", "人"),
                       ("公用经费标准额", "元"), ("公用经费拨付额", "元")):
        declare(name, unit)
    standard = {"primary": (650, 720), "junior": (850, 940),
                "senior": (1000, 1000), "vocational": (1200, 1200),
                "special": (6000, 7000)}
    short_hours = {("P19", 2021), ("P20", 2021), ("P20", 2022), ("J06", 2023)}
    joins = {unit.id: 2020 + i * 7 % 10
             for i, unit in enumerate(schools(PJ))}
    for unit in schools(SCHOOLS):
        for year in YEARS:
            if not unit.open_in(year):
                continue
            pupils = get("在校学生数", unit.id, year)
            per_pupil = standard[unit.stage][year >= 2023]
            due = per_pupil * max(100, pupils)
            paid = due if draw(0, 2) else due * 102 // 100
            put("公用经费标准额", unit.id, year, due)
            put("公用经费拨付额", unit.id, year, paid)
            if unit.stage in PJS:
                hours = 72 * max(1, pupils // 45)
                short = (unit.id, year) in short_hours
                put("美育课应开课时", unit.id, year, hours)
                put("美育课实开课时", unit.id, year, hours - 8 * short)
            if unit.stage in PJ:
                wish = pupils * draw(60, 80) // 100
                turned_away = 6 if (unit.id, year) == ("P02", 2022) else 0
                put("有课后服务需求学生数", unit.id, year, wish)
                put("参加课后服务学生数", unit.id, year, wish - turned_away)
                put("学区集团覆盖学生数", unit.id, year,
                    pupils if year >= joins[unit.id] else 0)


def teachers():
    """Shared by the two parts of the nine-year school, which reports once."""
    names = ("专任教师数", "满360学时教师数", "校本研修满180学时教师数",
             "集中研修满180学时教师数", "教师流失数")
    for name in names:
        declare(name, "人", shared="yes")
    trained = (0, 10, 30, 55, 80, 100)
    lost = {"rural": (32, 30, 29, 31, 34, 28), "urban": (15, 14, 14, 13, 13, 12)}
    reporters = [u for u in UNITS if u.id == COMPLEX or
                 (u.level == "school" and u.parent != COMPLEX)]
    for year in YEARS:
        losing = {"rural": [], "urban": []}
        for unit in reporters:
            if not unit.open_in(year):
                continue
            if unit.id == COMPLEX:
                heads = (get("在校学生数", "C01-P", year)
                         + get("在校学生数", "C01-J", year))
                staff = heads // 12 + 2
            elif unit.stage == "preschool":
                staff = get("在园幼儿数", unit.id, year) // 10 + 2
            else:
                staff = get("在校学生数", unit.id, year) // 13 + 3
            put("专任教师数", unit.id, year, staff)
            done = staff * trained[year - 2020] // 100
            short = 2 if year == 2025 and unit.id in ("P06", "K21") else 0
            put("满360学时教师数", unit.id, year, done - short)
            put("校本研修满180学时教师数", unit.id, year, done)
            put("集中研修满180学时教师数", unit.id, year, done - short)
            if unit.id == COMPLEX or unit.stage in PJ:
                urban = "urban" in unit.tags
                losing["urban" if urban else "rural"].append(unit)
        for where, units in losing.items():
            staff = [get("专任教师数", u.id, year) for u in units]
            total = sum(staff) * lost[where][year - 2020] // 1000
            split("教师流失数", year, units, total, staff)


# Ratings: variable, unit, groups, first score of the first group, yearly rise
RATINGS = (
    ("普通高中现代化评价", ("baiquan",), "pupils parents teachers inspectors",
     68, (2, 2, 1.5, 2, 1)),
    ("核心素养培育评价", ("H01", "H02"), "pupils teachers inspectors",
     66, (1, 2, 2, 1, 1.5)),
    ("高中教育教学水平评价", ("baiquan",),
     "pupils parents teachers inspectors third_party", 70, (1, 2, 0, 2, 1)),
    ("竞争发展能力评价", ("baiquan",), "community inspectors third_party",
     69, (1, -1, -2, 0.5, 1)),
    ("综合改革深化评价", ("baiquan",), "community teachers inspectors",
     67, (1, 2, 1.5, 0.5, 1)),
    ("教育活力评价", ("baiquan",), "pupils parents teachers",
     70, (1.5, 2, -0.5, 1, 1)),
    ("教育理念评价", ("baiquan",), "teachers inspectors third_party",
     58, (2, 3, 2, 3, 2)),
    ("教育体系评价", ("baiquan",), "community inspectors third_party",
     60, (2, 2, 3, 2, 2)),
    ("评价科学性评价", ("baiquan",), "parents teachers third_party",
     52, (1, 2, 1, 1, 1)),
    ("高中教学质量评价", ("baiquan",), "pupils parents inspectors",
     69, (0.5, 1, 1, 0, 1.5)),
    ("职教中心现代化评价", ("V01",), "pupils teachers inspectors third_party",
     55, (3, 4, 4, 3, 3)),
    ("师德师风评价", ("baiquan",), "pupils parents community inspectors",
     80, (1, 1, 0.5, 1, -2)),
    ("放管服改革评价", ("baiquan",), "community teachers third_party",
     65, (1, 1, 2, 2, 1)),
    ("教师信息素养评价", ("baiquan",), "pupils teachers inspectors",
     62, (2, 2, 1.5, 1, 1)))


def ratings():
    """Rows of the long table with evaluator groups. In 2025 the third party
    has not rated the senior schools' teaching; one school has no rating of
    2024 at all."""
    rows = []
    for name, units, groups, first, rises in RATINGS:
        declare(name, "分", "0", "100")
        for unit in units:
            for place, group in enumerate(groups.split()):
                score = first - 1.5 * place + (unit == "H02")
                for year in YEARS:
                    if year > 2020:
                        score += rises[year - 2021]
                    absent = (name == "高中教育教学水平评价" and year == 2025
                              and group == "third_party")
                    rows.append((unit, year, name, "" if absent else score,
                                 "missing" if absent else "", group))
    declare("办学质量评价", "分", "0", "100")
    for unit in schools(ALL):
        base = draw(64, 84)
        for year in YEARS:
            if not unit.open_in(year):
                continue
            for group, bonus in (("parents", 0), ("inspectors", 2)):
                score = base + bonus + draw(-2, 2)
                if (unit.id, year) in (("P20", 2022), ("K25", 2021)):
                    score = 54 + bonus
                absent = unit.id == "P18" and year == 2024
                rows.append((unit.id, year, "办学质量评价",
                             "" if absent else score,
                             "missing" if absent else "", group))
    return rows


# --- Files -----------------------------------------------------------------
def main():
    folder = made_up.folder(__file__)
    county, long_rows = TABLES.read(COUNTY, "baiquan", declare)
    vocational, more = TABLES.read(VOCATIONAL, "V01", declare)
    long_rows += more
    sections = []
    for fill in (enrolment, health_and_results, mastery, tasks, networks,
                 hours_and_funds, teachers):
        first = len(VARIABLES)
        fill()
        sections.append([v[0] for v in VARIABLES[first:]])
    pupils, health, skills, work, network, hours, staff = sections
    rated = ratings()
    declare("校园周边环境达标项数", "项", "0", "3")
    for unit in (u.id for u in UNITS if u.level == "township"):
        for year in YEARS:
            lapse = (unit, year) in (("T11", 2021), ("T05", 2024))
            put("校园周边环境达标项数", unit, year, 2 if lapse else 3)

    TABLES.write(folder, "units.csv",
          ["id", "name", "level", "parent", "stage", "tags", "opened",
           "closed"],
          [[u.id, u.name, u.level, u.parent, u.stage, ";".join(u.tags),
            u.opened, u.closed] for u in UNITS])
    TABLES.write(folder, "variables.csv",
          ["id", "name", "unit", "min", "max", "shared"],
          [[n, n, unit, low, high, shared]
           for n, unit, low, high, shared in VARIABLES])
    TABLES.write(folder, "stages.csv", ["stage", "weight", "enrolment"],
          [["primary", 1, "在校学生数"], ["junior", 1.1, "在校学生数"]])
    kindergartens = [u.id for u in schools(("preschool",))]
    others = [u.id for u in schools(SCHOOLS)]
    TABLES.write_wide(folder, "observations-county.csv", ["baiquan"], county)
    TABLES.write(folder, "observations-county-status.csv",
          ["unit", "period", "variable", "value", "status"],
          long_rows)
    TABLES.write_wide(folder, "observations-townships.csv",
               [u.id for u in UNITS if u.level == "township"],
               ["校园周边环境达标项数"])
    TABLES.write_wide(folder, "observations-kindergartens.csv", kindergartens,
               pupils[:4] + [v for v in work
                             if any((v, "K01", y) in VALUES for y in YEARS)])
    TABLES.write_wide(folder, "observations-schools.csv", others,
               pupils[4:] + health + skills + hours)
    TABLES.write_wide(folder, "observations-tasks.csv", others,
               [v for v in work if v != "小学化问题数"] + network)
    TABLES.write_wide(folder, "observations-teachers.csv",
               kindergartens + others + [COMPLEX], staff)
    TABLES.write_wide(folder, "observations-vocational.csv", ["V01"], vocational)
    TABLES.write(folder, "observations-ratings.csv",
          ["unit", "period", "variable", "value", "status", "group"],
          [[u, y, v, text_of(x), s, g] for u, y, v, x, s, g in rated])


if __name__ == "__main__":
    main()
