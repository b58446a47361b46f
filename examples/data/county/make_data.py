#!/usr/bin/env python3
"""Writes data/: an illustrative county of about eighty schools, made up.

It is judged by the three national standards in ../standards and by the
county's own list in plan/, and holds every hard case that README.md lists.
The tables below are the story; what they do not say is drawn, the same on
every run. Usage: python3 make_data.py [FOLDER]
"""
import os
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                ".."))
import made_up  # noqa: E402
from made_up import YEARS  # noqa: E402

LABEL = ("# 示例数据(虚构),仅供演示;县名、校名和数字都不是真的。 "
         "Illustrative data, made up; no name or figure in it is real.")
COUNTY = "qinghe"
PICK = random.Random(20170426)  # only .random() is used: stable everywhere
TABLES = made_up.Tables(LABEL)
VALUES = TABLES.values  # (variable, unit, year) -> None: not reported
put = TABLES.put

# --- Units -------------------------------------------------------------------
# id|name|level|parent|stage|tags|opened|closed|attached_to|pupils or children:
# "first step" (so many in 2020, so many more each year) or all six years
AREAS = """
qinghe|青禾县（虚构）|county|||||||
S1|城东街道|street|qinghe||||||
S2|城西街道|street|qinghe||||||
T1|柳河镇|township|qinghe||||||
T2|石桥镇|township|qinghe||||||
T3|大营镇|township|qinghe||||||
T4|临湖镇|township|qinghe||||||
T5|云台乡|township|qinghe||||||
T6|沙岭乡|township|qinghe||||||
T7|北泉乡|township|qinghe||||||
T8|金山乡|township|qinghe||||||
N1|云台学校|complex|T5||九年一贯制;农村||||
N2|沙岭学校|complex|T6||九年一贯制;农村||||
N3|城东学校|complex|S1||九年一贯制||||
W1|第五中学|complex|S2||完全中学||||
W2|远志中学|complex|S1||完全中学;民办||||
Y1|青禾学校|complex|S2||十二年一贯制||||
"""
COMPULSORY = """
P01|实验小学|school|S1|primary||||||1950 2001 1990 1970 1950 1930
P02|城东小学|school|S1|primary||||||1200 10
P03|城西小学|school|S2|primary||||||1100 -10
P04|育才小学|school|S2|primary||||||900 5
P05|文昌小学|school|S1|primary||||||760 10
P06|东风小学|school|S2|primary||||||950 10
P07|建设小学|school|S2|primary||||||700 -5
P08|新城小学|school|S1|primary||2022||||0 0 420 480 540 600
P09|博文小学|school|S1|primary|民办|||||400 5
P10|柳河镇中心小学|school|T1|primary|农村|||||400 -5
P11|石桥镇中心小学|school|T2|primary|农村|||||380 -8
P12|大营镇中心小学|school|T3|primary|农村|||||350 -6
P13|临湖镇中心小学|school|T4|primary|农村|||||420 -4
P14|北泉乡中心小学|school|T7|primary|农村|||||260 -8
P15|金山乡中心小学|school|T8|primary|农村|||||240 -6
P16|柳河镇红旗小学|school|T1|primary|农村|||||180 -6
P17|石桥镇双井小学|school|T2|primary|农村|||||150 -5
P18|大营镇前进小学|school|T3|primary|农村|||||130 -4
P19|临湖镇东湾小学|school|T4|primary|农村|||||120 -2
P20|北泉乡清水小学|school|T7|primary|农村|||||98 -2
P21|金山乡西坡小学|school|T8|primary|农村||2022|||12 0 0 0 0 0
P22|临湖镇湖滨小学|school|T4|primary|农村||2024|||110 90 75 60 0 0
D01|柳河镇小王庄教学点|school|T1|primary|教学点;农村|||||40 -1
D02|石桥镇北岗教学点|school|T2|primary|教学点;农村|||||52 51 50 50 50 49
D03|大营镇杨树教学点|school|T3|primary|教学点;农村|||||64 -2
D04|临湖镇渔村教学点|school|T4|primary|教学点;农村||2024|||20 14 8 0 0 0
D05|柳河镇河口教学点|school|T1|primary|教学点;农村|||P10||30 -2
D06|云台乡岭上教学点|school|T5|primary|教学点;农村|||N1-P||20 0
D07|石桥镇山口教学点|school|T2|primary|教学点;农村|2023||P11||0 0 0 24 22 20
N1-P|云台学校（小学部）|school|N1|primary|九年一贯制;一贯制;农村|||||320 -5
N1-J|云台学校（初中部）|school|N1|junior|九年一贯制;一贯制;农村|||||220 -5
N2-P|沙岭学校（小学部）|school|N2|primary|九年一贯制;一贯制;农村|||||280 -4
N2-J|沙岭学校（初中部）|school|N2|junior|九年一贯制;一贯制;农村|||||180 -4
N3-P|城东学校（小学部）|school|N3|primary|九年一贯制;一贯制|||||1490 1495 1501 1480 1470 1460
N3-J|城东学校（初中部）|school|N3|junior|九年一贯制;一贯制|||||1000 0
Y1-P|青禾学校（小学部）|school|Y1|primary|十二年一贯制;一贯制|||||240 -10
Y1-J|青禾学校（初中部）|school|Y1|junior|十二年一贯制;一贯制|||||120 -5
Y1-S|青禾学校（高中部）|school|Y1|senior|十二年一贯制;一贯制|||||80 5
W1-J|第五中学（初中部）|school|W1|junior|完全中学|||||240 -10
W1-S|第五中学（高中部）|school|W1|senior|完全中学|||||380 5
W2-J|远志中学（初中部）|school|W2|junior|完全中学;民办|||||300 -5
W2-S|远志中学（高中部）|school|W2|senior|完全中学;民办|||||360 10
J01|第一初级中学|school|S1|junior||||||1500 -20
J02|第二初级中学|school|S2|junior||||||1300 -10
J03|第三初级中学|school|S2|junior||||||900 10
J04|外国语学校（市属）|school|S1|junior|省市属|||||600 0
J05|柳河镇中学|school|T1|junior|农村|||||420 -8
J06|石桥镇中学|school|T2|junior|农村|||||380 -8
J07|大营镇中学|school|T3|junior|农村|||||340 -6
J08|临湖镇中学|school|T4|junior|农村|||||300 -5
J09|北泉乡中学|school|T7|junior|农村|||||210 -5
J10|金山乡中学|school|T8|junior|农村|||||180 -4
"""
OTHERS = """
H01|第一高级中学|school|S1|senior||||||2600 20
H02|第二高级中学|school|S2|senior||||||1800 10
V01|职业教育中心|school|S1|vocational|职业|||||1200 15
E01|特殊教育学校|school|S2|special|特殊教育|||||90 -1
"""
KINDERGARTENS = """
K01|柳河镇中心幼儿园|school|T1|preschool|公办;中心园|||||220 -6
K02|石桥镇中心幼儿园|school|T2|preschool|公办;中心园|||||200 -6
K03|大营镇中心幼儿园|school|T3|preschool|公办;中心园|||||180 -5
K04|临湖镇中心幼儿园|school|T4|preschool|公办;中心园|||||190 -5
K05|云台乡中心幼儿园|school|T5|preschool|公办;中心园|||||140 -4
K06|沙岭乡中心幼儿园|school|T6|preschool|公办;中心园;设计2017后|||||130 -4
K07|北泉乡中心幼儿园|school|T7|preschool|公办;中心园|||||120 -4
K08|金山乡中心幼儿园|school|T8|preschool|公办;中心园;设计2017后|2021||||0 110 108 106 104 102
K09|县直机关幼儿园|school|S1|preschool|公办|||||390 -1
K10|城东幼儿园|school|S1|preschool|公办|||||360 -5
K11|城西幼儿园|school|S2|preschool|公办;设计2017后|||||340 -5
K12|新城幼儿园|school|S1|preschool|公办;设计2017后|2022||||0 0 270 270 265 260
K13|小太阳幼儿园|school|S1|preschool|普惠性民办|||||260 -6
K14|金色童年幼儿园|school|S2|preschool|普惠性民办|||||240 -6
K15|蓝天幼儿园|school|S2|preschool|普惠性民办|||||220 -6
K16|博爱幼儿园|school|S1|preschool|普惠性民办|||||200 -6
K17|阳光幼儿园|school|T1|preschool|普惠性民办|||||160 -6
K18|启明幼儿园|school|T2|preschool|普惠性民办;设计2017后|||||150 -4
K19|新苗幼儿园|school|T3|preschool|普惠性民办|||||140 -5
K20|双语艺术幼儿园|school|S1|preschool|民办|||||360 -14
K21|贝贝幼儿园|school|S2|preschool|民办;设计2017后|||||260 -8
K22|育苗幼儿园|school|S2|preschool|民办||2023|||250 240 230 0 0 0
K23|育苗幼儿园（普惠）|school|S2|preschool|普惠性民办|2023||||0 0 0 235 230 225
K24|金山村幼儿园|school|T8|preschool|公办||2023|||16 9 0 0 0 0
K25|北泉乡启智幼儿园|school|T7|preschool|民办|||||60 -4
K26|湖滨幼儿园|school|T4|preschool|公办|2024||||0 0 0 0 70 72
"""

# --- The standard of each resource: primary, junior; how many pupils one unit
# of it is for; the smallest step in which it is counted ---------------------
TEACHERS = (("高于规定学历教师", "人", 4.2, 5.3),
            ("县级以上骨干教师", "人", 1, 1),
            ("体育艺术教师", "人", 0.9, 0.9))
SHARED = (("教学及辅助用房面积", "㎡", 4.5, 5.8, 1),
          ("体育运动场馆面积", "㎡", 7.5, 10.2, 1),
          ("教学仪器设备值", "万元", 0.2, 0.25, 100),
          ("网络多媒体教室", "间", 0.023, 0.024, 1),
          ("计算机", "台", 0.12, 0.15, 1),
          ("图书", "册", 25, 35, 1))

# Schools below a standard up to a year: unit variable last_year share_of_it
WEAK = """
P12 网络多媒体教室 2021 0.6
P12 体育艺术教师 2021 0.5
P13 体育运动场馆面积 2021 0.7
P14 县级以上骨干教师 2020 0.5
P14 教学仪器设备值 2020 0.8
P15 教学及辅助用房面积 2020 0.7
P15 体育艺术教师 2020 0.4
P18 教学仪器设备值 2021 0.75
P18 高于规定学历教师 2021 0.8
J05 教学及辅助用房面积 2020 0.8
J05 体育运动场馆面积 2020 0.7
J06 教学仪器设备值 2021 0.7
J06 网络多媒体教室 2021 0.7
J08 高于规定学历教师 2021 0.7
J08 体育运动场馆面积 2021 0.8
J09 县级以上骨干教师 2020 0.5
J09 体育艺术教师 2020 0.5
"""

# Kindergartens designed before 2017 that have 0.85 of what one area must be
TIGHT = {"K01": "户外活动场地面积", "K05": "活动室面积", "K07": "户外活动场地面积",
         "K09": "园舍建筑面积", "K13": "户外活动场地面积", "K15": "园舍建筑面积",
         "K17": "活动室面积", "K19": "户外活动场地面积", "K23": "活动室面积",
         "K25": "户外活动场地面积"}

# Single cells, after everything else: unit, year or years, variable, value;
# "-" is an empty cell. README.md says what each is for.
CELLS = """
P05 2024 体育运动场馆面积 5100
P06 2025 体育运动场馆面积 6367.5
P07 2022 网络多媒体教室 15
P07 2022 教学及辅助用房面积 3100
P01 2021 教学仪器设备值 900
P01 2022 教学仪器设备值 1517
P01 2023 教学仪器设备值 1300
P01 2024 教学仪器设备值 1050
P01 2025 教学仪器设备值 900
P21 2021 专任教师 1
J05 2022 体育运动场馆面积 -
J06 2021 体育运动场馆面积 -
D05 2021 图书 -
N1 2020-2025 教学及辅助用房面积 3146
D06 2020-2025 教学及辅助用房面积 105
W1 2020-2025 教学及辅助用房面积 4488
Y1 2020-2025 教学及辅助用房面积 2652
P02 2020 最大班额 52
P03 2021 最大班额 46
J01 2020 最大班额 56
J03 2025 最大班额 51
J02 2020 音乐专用教室 2
P20 2021 拨付公用经费人数 94
D01 2023 达到办学基本标准 0
P15 2020 达到办学基本标准 0
P18 2020 学校章程与信息化管理 0
P16 2021 课程开齐开足与实践活动 0
J07 2021 无过重课业负担 0
P17 2020 德育与校园文化等级 2
J10 2021 教师培训经费 6700
E01 2020 特殊教育公用经费 675000
K20 2021 没有小学化现象 0
K21 2024 没有小学化现象 0
K25 2020 教师管理制度严格 0
K16 2020 财政补助 98000
K07 2021 公用经费 57000
K11 2020 活动室面积 2700
K13 2021 持证园长和专任教师 18
K17 2023-2025 活动室面积 1161
"""

# --- The county's own variables: unit|min|max|2020 … 2025 --------------------
# "-": not reported. A status after a colon: e estimated, p provisional.
OWN = """
学校规划布局合理|是否|0|1|1 1 1 1 1 1
城乡四项标准统一|是否|0|1|0 1 1 1 1 1
义务教育教师平均工资|元|0||74000 77000 80000 83000 86000 88000
当地公务员平均工资|元|0||74500 77000 79800 82900 85900 88000
完成360学时教师|人|0||1060 1085 1120 1160 1150 1140
应培训教师|人|0||1180 1170 1160 1160 1150 1140
县级统筹分配教职工编制|是否|0|1|1 1 1 1 1 1
交流教师|人|0||52 50 55 56 58 60
符合交流条件教师|人|0||500 500 510 520 525 530
交流骨干教师|人|0||11 10 12 12 13 12
小学就近入学学生|人|0||1490 1510 1520 1500 1480 1460
城区镇区公办小学招生|人|0||1500 1510 1520 1500 1480 1460
初中就近入学学生|人|0||1120 1140 1150 1160 1170 1150
城区镇区公办初中招生|人|0||1200 1200 1200 1205 1210 1190
优质高中分配名额|人|0||280 300 305 310 320 330
优质高中招生名额|人|0||600 600 600 600 600 600
留守儿童关爱体系健全|是否|0|1|1 1 1 1 1 1
就读随迁子女|人|0||423 425 441 468 495 459
符合条件随迁子女|人|0||500 500 510 520 550 540
初中毕业学生|人|0||1890 1905 1920 1931 1925 1918
转入学生|人|0||30 26 28 31 25 22
转出学生|人|0||24 25 22 26 27 24
三年前七年级学生|人|0||1996 2003 2001 2003 1996 1990
死亡学生|人|0||1 0 1 0 1 0
入学残疾儿童|人|0||184 188 190 191 190 189
学龄残疾儿童|人|0||196 196 197 198 196 195
教师信息技术与设备利用|是否|0|1|1 1 1 1 1 1
质量监测等级|级|1|5|3 3 3 3 3 4
校际差异率|比值|0||0.162 0.15 0.149 0.141 0.138 0.136
考试招生|件|0||0 0 0 0 0 0
违规择校|件|0||1 0 0 0 0 0
重点校重点班|件|0||0 0 0 0 0 0
有编不补|件|0||2 0 0 0 0 0
重大安全事故|件|0||0 0 0 1 0 0
弄虚作假|件|0||0 0 0 0 0 0
随迁子女入学纳入规划|分|0|6|5 5 5 5 5 5
留守儿童关爱体系|分|0|6|5 5 5.5 5.5 5.5 5.5
残疾儿童少年入学|分|0|6|5 5 5 5 5.5 5.5
优质高中名额分配|分|0|6|5 5 5 5 5 5
均衡发展责任与问责机制|分|0|6|5 5 5 5 5 5
经费单列与三个增长|分|0|6|5 5 5 5.5 5.5 5.5
标准化建设与薄弱学校改造|分|0|6|5 5 5 5.5 5.5 5.5
转移支付用于义务教育|分|0|6|5 5 5 5 5 5
绩效工资制度|分|0|6|5 5 5 5 5 5
学科教师配备与生师比|分|0|6|5 5 5 5 5 5
校长教师定期交流|分|0|6|5 - 5 5 5 5
教师培训经费与培训|分|0|6|4.9 5 5 5 5 5
开齐开足课程|分|0|6|5 5 5 5 5.5 5.5
小学初中巩固率|分|0|6|5 5 5 5 5 5
学生体质健康及格率|分|0|6|5 5 5 5 5 5
择校得到遏制|分|0|6|5 5 5 5 5 5
课业负担减轻|分|0|6|5 5 5 5 5 5
三至五岁人口|人|0||5420:e 5230:e 5200 5030 5100 4400:p
党的领导坚强有力|是否|0|1|1 1 1 1 1 1
发展规划科学合理|是否|0|1|1 1 1 1 1 1
公共服务网络基本完善|是否|0|1|0 1 1 1 1 1
小区配套幼儿园管理规范|是否|0|1|0 0 1 1 1 1
财政投入到位|是否|0|1|1 1 1 1 1 1
收费合理|是否|0|1|1 1 1 1 1 1
教师工资待遇有保障|是否|0|1|1 1 1 1 1 1
安全风险防控机制健全|是否|0|1|1 1 1 1 1 1
监管制度比较完善|是否|0|1|1 1 1 1 1 1
非在编教师平均工资|元|0||44400 46500 48750 51000 52500 54000
在编教师平均工资|元|0||60000 62000 65000 67000 69000 71000
"""

# Ratings at the county: variable|group|2020 … 2025; "-": not asked
RATINGS = """
满意度|pupil|86 88 89 90 91 92
满意度|parent|83 86 88 88.5 89 90
满意度|teacher|84 85 86 87 88 88
满意度|principal|88 89 90 91 92 93
满意度|deputy|84 - 88 89 90 90
满意度|other|82 83 85 86 86.5 87
满意度|third_party|- - - 84 85.5 84.5
社会认可度|parent|86 87 88 89 90 91
社会认可度|teacher|87 88 88 89 89 90
社会认可度|head|90 91 91 92 92 93
社会认可度|deputy|85 86 87 88 88 89
社会认可度|other|83 84 85 86 87 87
社会认可度|third_party|- - - 85 86 86.5
"""


class Unit:
    def __init__(self, line):
        cells = line.split("|")
        (self.id, self.name, self.level, self.parent, self.stage, tags,
         opened, closed, self.attached_to) = cells[:9]
        self.tags = tags.split(";") if tags else []
        self.opened = int(opened) if opened else 0
        self.closed = int(closed) if closed else 9999
        self.numbers = [int(n) for n in cells[-1].split()]

    def pupils(self, year):
        if len(self.numbers) == 2:
            return self.numbers[0] + self.numbers[1] * (year - 2020)
        return self.numbers[year - 2020]

    def years(self):
        return [y for y in YEARS if self.opened <= y < self.closed]

    def row(self):
        return [self.id, self.name, self.level, self.parent, self.stage,
                ";".join(self.tags), self.opened or "",
                "" if self.closed == 9999 else self.closed, self.attached_to]


def units_of(text):
    return [Unit(line) for line in text.strip().splitlines()]


AREA_UNITS, SCHOOLS, OTHER_UNITS, NURSERIES = (
    units_of(text) for text in (AREAS, COMPULSORY, OTHERS, KINDERGARTENS))
COMPLEXES = {u.id: u for u in AREA_UNITS if u.level == "complex"}
UNITS = AREA_UNITS + SCHOOLS + OTHER_UNITS + NURSERIES

# --- Values ------------------------------------------------------------------
VARIABLES = {}  # id -> [unit, min, max, shared, additive], in order


def declare(name, unit, low="0", high="", shared="", additive=""):
    if name not in VARIABLES:
        VARIABLES[name] = [unit, low, high, shared, additive]


def up(number):
    """The next whole number; a hair above one is that one."""
    whole = int(number)
    return whole if number - whole < 1e-9 else whole + 1


def draw(low, high):
    return low + PICK.random() * (high - low)


def is_compulsory(unit):
    return unit.stage in ("primary", "junior")


def weak():
    found = {}
    for line in WEAK.strip().splitlines():
        unit, variable, year, share = line.split()
        found[unit, variable] = (int(year), float(share))
    return found


WEAKNESS = weak()


def ample(unit, variable):
    """By how much a school is above the standard, year by year: it grows."""
    start, step = draw(1.03, 1.6), draw(0.01, 0.04)
    last, share = WEAKNESS.get((unit, variable), (0, 1))
    return {y: share if y <= last else start + step * (y - 2020)
            for y in YEARS}


def pupils():
    declare("在校生", "人", additive="yes")
    for unit in SCHOOLS + OTHER_UNITS:
        for year in unit.years():
            put("在校生", unit.id, year, unit.pupils(year))


def teachers():
    """Recorded by stage; never split."""
    for name, measure, *_ in TEACHERS:
        declare(name, measure, additive="yes")
    declare("专任教师", "人", additive="yes")
    declare("中级及以上职务教师", "人", additive="yes")
    declare("持证专任教师", "人")
    total = dict.fromkeys(YEARS, 0)
    for unit in filter(is_compulsory, SCHOOLS):
        for name, _, primary, junior in TEACHERS:
            standard = primary if unit.stage == "primary" else junior
            share = ample(unit.id, name)
            for year in unit.years():
                need = standard * unit.pupils(year) * share[year] / 100
                tiny = "教学点" in unit.tags and unit.pupils(year) < 45
                put(name, unit.id, year, int(need) if tiny else up(need))
        ratio, senior = draw(12, 15), draw(0.4, 0.6)
        for year in unit.years():
            staff = up(unit.pupils(year) / ratio) + (unit.pupils(year) > 0)
            put("专任教师", unit.id, year, staff)
            put("中级及以上职务教师", unit.id, year, up(staff * senior))
            total[year] += staff
    for year in YEARS:
        put("专任教师", COUNTY, year, total[year])
        put("持证专任教师", COUNTY, year, total[year] - 4 * (year == 2020))


def needed(parts, primary, junior, year):
    """What brings every part of a school to its standard. A part's share of
    the whole goes by pupils times weight: 1, 1.1, 1.32."""
    weight = {"primary": 1, "junior": 1.1, "senior": 1.32}
    if len(parts) == 1:
        standard = primary if parts[0].stage == "primary" else junior
        return standard * parts[0].pupils(year)
    return max(primary, junior / 1.1) * sum(
        p.pupils(year) * weight[p.stage] for p in parts)


def shared_resources():
    """Rooms, grounds and equipment: a school with several stages reports
    once. They are added to, not taken away."""
    reporters = [(u.id, [u]) for u in SCHOOLS if u.parent not in COMPLEXES]
    reporters += [(c, [u for u in SCHOOLS if u.parent == c])
                  for c in COMPLEXES]
    for name, measure, primary, junior, steps in SHARED:
        declare(name, measure, shared="yes", additive="yes")
        for ident, parts in reporters:
            share, stock = ample(ident, name), 0
            for year in parts[0].years():
                need = needed(parts, primary, junior, year) * share[year]
                stock = max(stock, up(need * steps))
                put(name, ident, year, stock / steps)


def classes():
    for name, measure in (("班级数", "个"), ("音乐专用教室", "间"),
                          ("美术专用教室", "间")):
        declare(name, measure, additive="yes")
    declare("最大班额", "人")
    for unit in filter(is_compulsory, SCHOOLS):
        size, limit = ((38, 45) if unit.stage == "primary" else (43, 50))
        for year in unit.years():
            pupils_now = unit.pupils(year)
            count = up(pupils_now / size)
            put("班级数", unit.id, year, count)
            for room in ("音乐专用教室", "美术专用教室"):
                put(room, unit.id, year, up(count / 12))
            largest = up(pupils_now / count) if count else 0
            largest = min(limit, largest + int(draw(0, 5)))
            put("最大班额", unit.id, year, largest if count else 0)


def running():
    """Money by pupils, and what a school does or does not do."""
    for name, measure in (("拨付公用经费人数", "人"), ("教师培训经费", "元"),
                          ("年度公用经费", "元"), ("特殊教育公用经费", "元")):
        declare(name, measure)
    items = (("学校章程与信息化管理", "1"), ("课程开齐开足与实践活动", "1"),
             ("无过重课业负担", "1"), ("达到办学基本标准", "1"))
    for name, high in items:
        declare(name, "是否", high=high)
    declare("德育与校园文化等级", "级", "1", "4")
    for unit in filter(is_compulsory, SCHOOLS):
        good = 3 + int(draw(0, 2))
        for year in unit.years():
            paid = unit.pupils(year)
            if "农村" in unit.tags:
                paid = max(100, paid)
                put("拨付公用经费人数", unit.id, year, paid)
            budget = paid * (720 if unit.stage == "primary" else 940)
            put("年度公用经费", unit.id, year, budget)
            put("教师培训经费", unit.id, year, budget * 5 // 100 + 1000)
            for name, _ in items:
                put(name, unit.id, year, 1)
            put("德育与校园文化等级", unit.id, year, good)
    special = next(u for u in OTHER_UNITS if u.stage == "special")
    for year in YEARS:
        put("特殊教育公用经费", special.id, year, 8000 * special.pupils(year))


def kindergarten_children():
    for name in ("在园幼儿", "公办园在园幼儿", "普惠性民办园在园幼儿"):
        declare(name, "人")
    for name in ("公用经费", "财政补助"):
        declare(name, "元")
    for unit in NURSERIES:
        kinds = ("公办", "公办园在园幼儿", "公用经费"), (
            "普惠性民办", "普惠性民办园在园幼儿", "财政补助")
        for year in unit.years():
            children = unit.pupils(year)
            put("在园幼儿", unit.id, year, children)
            for tag, name, money in kinds:
                put(name, unit.id, year, children if tag in unit.tags else 0)
                if tag in unit.tags:
                    put(money, unit.id, year, 500 * up(children * 1.04))


def kindergarten_rooms():
    areas = (("户外活动场地面积", 4), ("活动室面积", 8.17),
             ("园舍建筑面积", 10.44))
    for name, _ in areas:
        declare(name, "㎡")
    for unit in NURSERIES:
        for name, each in areas:
            stock = 0
            share = 0.85 if TIGHT.get(unit.id) == name else 1.03
            for year in unit.years():
                stock = max(stock, up(each * unit.pupils(year) * share))
                put(name, unit.id, year, stock)


def kindergarten_staff():
    declare("达标班级数", "个")
    for name in ("园长和专任教师", "持证园长和专任教师"):
        declare(name, "人")
    items = ("教师管理制度严格", "落实科学保教要求", "没有小学化现象")
    for name in items:
        declare(name, "是否", high="1")
    for unit in NURSERIES:
        for year in unit.years():
            children = unit.pupils(year)
            rooms, staff = up(children / 27), up(children / 13) + 1
            put("班级数", unit.id, year, rooms)
            put("达标班级数", unit.id, year,
                max(0, rooms - (1 if year < 2022 and rooms > 3 else 0)))
            put("专任教师", unit.id, year, staff)
            put("园长和专任教师", unit.id, year, staff + 1)
            put("持证园长和专任教师", unit.id, year, staff + 1)
            for name in items:
                put(name, unit.id, year, 1)


def single_cells():
    for line in CELLS.strip().splitlines():
        unit, years, variable, text = line.split()
        first, _, last = years.partition("-")
        for year in range(int(first), int(last or first) + 1):
            if (variable, unit, year) not in VALUES:
                raise SystemExit("no such cell: " + line)
            put(variable, unit, year, None if text == "-" else float(text))


# --- Long tables: status, evaluator groups -----------------------------------
def county_ratings():
    rows = []
    for line in RATINGS.strip().splitlines():
        name, group, cells = line.split("|")
        declare(name, "%", "0", "100")
        rows += [(COUNTY, year, name, cell, "", group)
                 for year, cell in zip(YEARS, cells.split()) if cell != "-"]
    return rows


def school_ratings():
    """Each school by pupils, parents, teachers and, from 2024 on, a third
    party, which is stricter, and which has not been to one school."""
    rows = []
    declare("办学质量评价", "分", "0", "100")
    for unit in filter(is_compulsory, SCHOOLS):
        if unit.attached_to or "教学点" in unit.tags:
            continue
        base = draw(80, 90)
        for year in unit.years():
            for group, bonus, first in (("pupil", 2, 2023), ("parent", 0, 2023),
                                        ("teacher", 3, 2023),
                                        ("third_party", -4, 2024)):
                score = int(base + bonus + draw(-2, 3))
                away = (group, unit.id, year) == ("third_party", "P19", 2025)
                if year >= first:
                    rows.append((unit.id, year, "办学质量评价",
                                 "" if away else score,
                                 "missing" if away else "", group))
    return rows


# --- Files -------------------------------------------------------------------
def write_observations(folder, wide, status, ratings):
    def seen(units):
        ids = {u.id for u in units}
        return [v for v in VARIABLES
                if any((v, u, y) in VALUES for u in ids for y in YEARS)]
    TABLES.write_wide(folder, "observations-county.csv", [COUNTY],
               wide + ["专任教师", "持证专任教师"])
    TABLES.write(folder, "observations-county-status.csv",
          ["unit", "period", "variable", "value", "status"], status)
    reporters = SCHOOLS + OTHER_UNITS
    shared = [s[0] for s in SHARED]
    TABLES.write_wide(folder, "observations-schools.csv", [u.id for u in reporters],
               [v for v in seen(reporters) if v not in shared])
    TABLES.write_wide(folder, "observations-resources.csv",
               [u.id for u in SCHOOLS] + list(COMPLEXES), shared)
    TABLES.write_wide(folder, "observations-kindergartens.csv",
               [u.id for u in NURSERIES], seen(NURSERIES))
    TABLES.write(folder, "observations-ratings.csv",
          ["unit", "period", "variable", "value", "status", "group"], ratings)


def main():
    folder = made_up.folder(__file__)
    for fill in (pupils, teachers, shared_resources, classes, running,
                 kindergarten_children, kindergarten_rooms,
                 kindergarten_staff):
        fill()
    wide, status = TABLES.read(OWN, COUNTY, declare)
    ratings = county_ratings() + school_ratings()
    single_cells()
    TABLES.write(folder, "units.csv",
          ["id", "name", "level", "parent", "stage", "tags", "opened",
           "closed", "attached_to"], [u.row() for u in UNITS])
    TABLES.write(folder, "variables.csv",
          ["id", "name", "unit", "min", "max", "shared", "additive"],
          [[name, name] + facts for name, facts in VARIABLES.items()])
    TABLES.write(folder, "stages.csv", ["stage", "weight", "enrolment"],
          [["primary", 1, "在校生"], ["junior", 1.1, "在校生"],
           ["senior", 1.32, "在校生"]])
    write_observations(folder, wide, status, ratings)


if __name__ == "__main__":
    main()
