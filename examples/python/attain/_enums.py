"""The enumerations of the library.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
from enum import IntEnum
from typing import Dict, Tuple, Type


class StatusCode(IntEnum):
    """Values of attain_status. They are never renumbered."""

    #: Success.
    OK = 0
    #: A NULL pointer, a number out of range, a word that is not in the
    #: vocabulary, a handle that cannot be used so.
    ERR_ARGUMENT = 10
    #: A `struct_size` that no release has had, or a set reserved field.
    ERR_STRUCT = 11
    #: `capacity` is too small; `count` says what is needed.
    ERR_SPACE = 12
    #: The allocator gave no memory.
    ERR_MEMORY = 20
    #: A size beyond what the library holds (documented in docs/base.md).
    ERR_LIMIT = 21
    #: Text that is not UTF-8, or an id with a character it may not have.
    ERR_TEXT = 30
    #: Text that is not a decimal number, or out of the range of a double.
    ERR_NUMBER = 31
    #: Text that is not a period, or a period of another frequency.
    ERR_PERIOD = 32
    #: An id or key that is already there.
    ERR_DUPLICATE = 40
    #: An id that is not there.
    ERR_UNKNOWN = 41
    #: Parents or metrics that form a ring.
    ERR_CYCLE = 42
    #: A value that is missing where one is needed.
    ERR_MISSING = 43
    #: Values that contradict each other, or that are out of their range.
    ERR_VALUE = 44
    #: A plan and a dataset that do not fit together.
    ERR_MISMATCH = 50
    #: A table has errors; the problem handler was told each of them.
    ERR_TABLE = 60
    #: A file or folder cannot be read.
    ERR_IO = 61
    #: A callback of the caller returned non-zero.
    ERR_CALLBACK = 70


class Language(IntEnum):
    """Language of texts made for people."""

    #: English.
    EN = 0
    #: Chinese, in simplified characters.
    ZH = 1


class PeriodValue(IntEnum):
    """A period is an int32_t ordinal that carries its frequency: the year
    itself for years (2025), 100000 + 2·year + half for half-years (S1 is
    0), 200000 + 4·year + quarter for quarters (Q1 is 0), and 300000 +
    12·year + month for months (January is 0). `period − 1` is the period
    before."""

    #: No period given.
    NONE = -1


class Frequency(IntEnum):
    """How long a period is."""

    #: The number is no period.
    NONE = 0
    #: A year, `2023`.
    YEAR = 1
    #: Half a year, `2023-S1`.
    HALF_YEAR = 2
    #: A quarter, `2023-Q3`.
    QUARTER = 3
    #: A month, `2023-09`.
    MONTH = 4


class ObservationStatus(IntEnum):
    """How an observation came about."""

    #: Counted or measured.
    MEASURED = 0
    #: Estimated; counts as a measured one.
    ESTIMATED = 1
    #: May still be revised; counts as a measured one.
    PROVISIONAL = 2
    #: There is no value.
    MISSING = 3


class GroupValue(IntEnum):
    """Row of a group that stands for "no evaluator group"."""

    #: No group: an observation of all, or by nobody in particular.
    NONE = -1


class DatasetTable(IntEnum):
    """The tables of a dataset."""

    #: Areas and schools (units.csv).
    UNITS = 0
    #: Variables (variables.csv).
    VARIABLES = 1
    #: Split weights of stages (stages.csv).
    STAGES = 2
    #: Evaluator groups that observations name.
    GROUPS = 3


class Series(IntEnum):
    """What is looked at (method §3)."""

    #: v(p)
    LEVEL = 0
    #: v(p) − v(p−1)
    CHANGE = 1
    #: v(p)/v(p−1) − 1; a fraction: 5 % is 0.05
    GROWTH = 2
    #: v(p) − b
    SINCE_BASELINE = 3
    #: v(p)/b − 1; a fraction
    GROWTH_SINCE_BASELINE = 4
    #: Σ v(q), q from the plan's first period to p
    CUMULATIVE = 5


class Comparator(IntEnum):
    """The sign of a target (method §3)."""

    #: x ≥ value
    AT_LEAST = 0
    #: x ≤ value
    AT_MOST = 1
    #: x > value
    ABOVE = 2
    #: x < value
    BELOW = 3
    #: value ≤ x ≤ upper
    BETWEEN = 4
    #: |x − value| ≤ tolerance
    ABOUT = 5
    #: Watched, not judged.
    NONE = 6


class When(IntEnum):
    """When a target must hold (method §3)."""

    #: In the due period.
    AT_DUE = 0
    #: In every period from the plan's first to the due one.
    EVERY_PERIOD = 1
    #: Once reached, in every period after it (巩固).
    HOLD = 2


class Score(IntEnum):
    """How attainment is computed (method §4)."""

    #: The first that can be computed of: the plan's, progress, ratio, pass.
    DEFAULT = 0
    #: x/t, or t/x where low is good; 0…1 (实现程度).
    RATIO = 1
    #: (x − b)/(t − b), 0…1: the way from the baseline.
    PROGRESS = 2
    #: 0.6 at `bad`, 1 at `good`, linear between (功效系数).
    EFFICACY = 3
    #: 1 met, 0 not met.
    PASS = 4
    #: Points by a table of lower bounds.
    STEPS = 5
    #: (x − min)/(max − min) over the units of the evaluation.
    MINMAX = 6
    #: (50 + 10 z)/100 over the units of the evaluation.
    ZSCORE = 7
    #: (n − rank)/(n − 1) over the units of the evaluation.
    RANK = 8
    #: Share of the other units that are worse, ties half.
    PERCENTILE = 9
    #: 1 where the target holds; the others by their rank among themselves, in
    #: `steps` (lower bounds of the rank, 1 being the best). With the
    #: comparator none all are ranked.
    RANK_STEPS = 10
    #: By the target's `method`: its score on its own scale, from what is worth
    #: nothing to what is worth all, clipped to 0…1 (rulings A150).
    METHOD = 11


class Judge(IntEnum):
    """By which value a target is judged (method §1)."""

    #: The value and the limit as they are.
    FULL = 0
    #: Value and limit rounded half to even to the metric's decimals (GB/T
    #: 8170).
    ROUNDED = 1


class Aggregate(IntEnum):
    """How a goal brings its children's attainments together (method §6)."""

    #: Σwa/Σw
    ARITHMETIC = 0
    #: Π a^(w/Σw); 0 if any a ≤ 0
    GEOMETRIC = 1
    #: Σw/Σ(w/a); 0 if any a ≤ 0
    HARMONIC = 2
    #: The smallest of those with w > 0.
    MIN = 3
    #: The weighted median.
    MEDIAN = 4


class Rule(IntEnum):
    """How a goal's verdict follows from its children's (method §6)."""

    #: Every child is met.
    ALL = 0
    #: At least one child is met.
    ANY = 1
    #: At least `at_least` children are met, and the others reach `floor`.
    AT_LEAST = 2


class Missing(IntEnum):
    """What an unknown child does to a score (method §6)."""

    #: It is left out, and the weights of the others count.
    RENORMALISE = 0
    #: It counts 0.
    ZERO = 1
    #: There is no score.
    STRICT = 2


class Across(IntEnum):
    """How the units below are brought together (method §2)."""

    #: They are not: the value is the unit's own.
    NONE = 0
    #: Sum of numerators over sum of denominators.
    TOTAL = 1
    #: Mean of the units' values, unweighted.
    MEAN = 2
    #: Median of the units' values, unweighted.
    MEDIAN = 3
    #: The smallest of the units' values.
    MIN = 4
    #: The largest of the units' values.
    MAX = 5
    #: Number of the units that are open.
    COUNT = 6
    #: Coefficient of variation (差异系数), weighted by the denominator.
    CV = 7
    #: Gini coefficient, weighted by the denominator.
    GINI = 8
    #: Theil T, weighted by the denominator.
    THEIL = 9
    #: As CV, with 1 for each weight, also of a ratio.
    UNWEIGHTED_CV = 10


class Direction(IntEnum):
    """Which way is better."""

    #: A high value is good.
    UP = 0
    #: A low value is good.
    DOWN = 1


class Step(IntEnum):
    """What is decided on the way to a composite index (docs/index.md). Each
    step but omission has methods, those of a kind of numeric/method.h."""

    #: Left out: the indicator, or all that a goal has. No method.
    OMISSION = 0
    #: Which units have enough data; methods of ATTAIN_METHOD_SCREENING.
    SCREENING = 1
    #: What missing values are filled with; ATTAIN_METHOD_IMPUTATION.
    IMPUTATION = 2
    #: What is done to skewed indicators; ATTAIN_METHOD_TREATMENT.
    TREATMENT = 3
    #: How indicators come onto one scale; ATTAIN_METHOD_NORMALISATION.
    NORMALISATION = 4
    #: What a goal's children weigh; ATTAIN_METHOD_WEIGHTING.
    WEIGHTING = 5
    #: How a goal's children become one score; ATTAIN_METHOD_AGGREGATION.
    AGGREGATION = 6


class DecimalsValue(IntEnum):
    """Value of attain_metric.decimals that says "not rounded"."""

    #: Not rounded.
    NONE = 127


class PlanTable(IntEnum):
    """The tables of a plan."""

    #: Goals (goals.csv).
    GOALS = 0
    #: Metrics (metrics.csv).
    METRICS = 1
    #: Targets (targets.csv).
    TARGETS = 2
    #: Milestones (path.csv).
    PATH = 3
    #: Grades (bands.csv).
    BANDS = 4
    #: Evaluator groups (groups.csv).
    GROUPS = 5
    #: Choices of method for a composite index (index.csv).
    INDEX = 6


class Kind(IntEnum):
    """What a node is."""

    #: A goal of the plan.
    GOAL = 0
    #: A target of the plan.
    TARGET = 1


class Verdict(IntEnum):
    """Whether a promise is kept."""

    #: Not judged (comparator none): the empty cell of the results.
    NONE = 0
    #: It is kept.
    MET = 1
    #: It is not kept.
    NOT_MET = 2
    #: Data that could decide are missing.
    UNKNOWN = 3


class Standing(IntEnum):
    """Where a promise stands on its way (method §5)."""

    #: The verdict is unknown.
    UNKNOWN = 0
    #: The verdict is met.
    ACHIEVED = 1
    #: It was met, and is no longer.
    LOST = 2
    #: It is due and not met.
    MISSED = 3
    #: Pace is 0.95 or more (the cut-offs are options).
    ON_TRACK = 4
    #: Pace is 0.60 or more, below 0.95.
    SLOW = 5
    #: Pace is 0 or more, below 0.60.
    OFF_TRACK = 6
    #: Pace is below 0.
    REVERSING = 7
    #: There is no pace.
    UNRATED = 8


class Measure(IntEnum):
    """The columns of an evaluation. A measure's bit is 1 << its value."""

    #: Value of the series in the unit of the metric; of a whole: the share of
    #: units met, 0…1.
    VALUE = 0
    #: 0…1 (method §4); NaN: unknown or takes no part.
    ATTAINMENT = 1
    #: enum attain_verdict, as a number.
    VERDICT = 2
    #: enum attain_standing, as a number.
    STATUS = 3
    #: Value expected by now.
    EXPECTED = 4
    #: (x − b) / (e − b).
    PACE = 5
    #: Value projected for the due period.
    PROJECTION = 6
    #: Probability 0…1 that the target is met at the due period.
    PROBABILITY = 7
    #: What is missing, in the metric's unit, ≥ 0.
    SHORTFALL = 8
    #: What is missing, in units of the numerator, ≥ 0.
    SHORTFALL_NUMERATOR = 9
    #: Goals: 100 × attainment.
    SCORE = 10
    #: Goals: the score if every unknown child were 0.
    LOW = 11
    #: Goals: the score if every unknown child were 1.
    HIGH = 12
    #: 0…1: of a metric's members (targets), of weight (goals, wholes).
    COVERAGE = 13
    #: Goals: index of the band in ascending order (attain_evaluation_grade());
    #: NaN: none.
    GRADE = 14
    #: Goals: 1 is best.
    RANK = 15
    #: Lower end of the 80 % prediction interval of the projection.
    PROJECTION_LOW = 16
    #: Its upper end.
    PROJECTION_HIGH = 17
    #: Goals: judged targets below it at the unit.
    TARGETS = 18
    #: Goals: those met.
    TARGETS_MET = 19
    #: Goals: those unknown.
    TARGETS_UNKNOWN = 20
    #: Targets: actual over required compound annual growth [EU]; not a column
    #: of the results' CSV.
    GROWTH_PACE = 21
    #: Targets of series change: v(j) − b − Σ of the required changes; the
    #: cumulative answer to a yearly rule. Not a column of the CSV.
    CUMULATIVE_GAP = 22
    #: Targets of series change: (v(j) − b) / (j − b0), the mean per year. Not
    #: a column of the CSV.
    MEAN_CHANGE = 23
    #: Lens process, 0…1: how far the way is that should be done by now: min(1,
    #: max(0, pace)). Of wholes and goals the mean and the aggregate of those
    #: below that have it.
    PROCESS = 24
    #: Lens value added, 0…1: share of the other units that are less far above
    #: what units that started alike reach, plus half of those that tie. Of
    #: wholes and goals as process.
    VALUE_ADDED = 25
    #: The mean of attainment (the lens outcome), process and value added that
    #: a row has, by the weights of the options.
    COMPREHENSIVE = 26
    #: Targets: how far v(j) is above what the line of all units on v(b0) says,
    #: in the metric's unit; above 0 is better, also where low is good. Shrunk
    #: where sizes are given.
    VALUE_ADDED_EFFECT = 27
    #: Lower end of its 95 % interval; only where sizes are given.
    VALUE_ADDED_LOW = 28
    #: Upper end.
    VALUE_ADDED_HIGH = 29
    #: Class by that interval: 1 above average (it lies above 0), −1 below, 0
    #: average.
    VALUE_ADDED_CLASS = 30
    #: Targets that name a method: its score on its own scale
    #: (attain_progress_scale()); NaN: no value. This and the two that follow
    #: are kept where asked for by their bits or ATTAIN_MEASURES_ALL, and where
    #: any target of the plan names a method.
    METHOD_SCORE = 31
    #: Its class, numbered from the worst (attain_progress_class_name()); NaN:
    #: none.
    METHOD_CLASS = 32
    #: Why it has no score: enum attain_reason; ATTAIN_REASON_NONE: it has one.
    METHOD_REASON = 33


class MeasuresValue(IntEnum):
    """Bits of several measures."""

    #: All measures but those of the lenses; with them those of methods, where
    #: a target names one.
    ALL = 16777215
    #: Those of the lenses: process, value added, comprehensive, and what value
    #: added comes from. They are computed only when asked for.
    LENSES = 2130706432


class FindingKind(IntEnum):
    """What a finding is about."""

    #: The plan's check warns of a row: a cell without effect, a goal without
    #: children, a comparator against the metric's direction.
    PLAN = 0
    #: A metric names a variable that the data do not have.
    VARIABLE = 1
    #: A goal or target is judged at a level that no unit has.
    LEVEL = 2
    #: A goal or target applies to no open unit.
    EMPTY = 3
    #: A metric's denominator is 0.
    DENOMINATOR = 4
    #: A spread has no value: a mean not above 0, a negative weight.
    SPREAD = 5
    #: Growth from a value that is not above 0.
    GROWTH = 6
    #: Units are weighted by what is missing or negative.
    WEIGHT = 7


class Question(IntEnum):
    """What was asked."""

    #: What is missing, by unit and target, and in total.
    GAPS = 0
    #: The smallest set of improvements by which units meet a goal.
    MENDS = 1
    #: The least that is added to bring a spread under its limit.
    SPREAD = 2
    #: The rate that is now required to arrive by the due period.
    RATES = 3
    #: What turned between two evaluations of a plan.
    CHANGES = 4


class AnswerKind(IntEnum):
    """What a row of an answer is about."""

    #: One target at one unit that is judged itself.
    ITEM = 0
    #: One target over the units below a unit.
    TOTAL = 1
    #: A unit where the node that was asked about is judged.
    PLACE = 2
    #: A unit that takes part in the spread and is raised.
    MEMBER = 3
    #: A row of both evaluations, or of one of them.
    PAIR = 4


class Action(IntEnum):
    """What is done about an item."""

    #: Nothing: the goal is met without it, or it is at the floor already.
    LEAVE = 0
    #: It is brought to its standard.
    STANDARD = 1
    #: It is brought to the floor of its goal.
    FLOOR = 2
    #: It would have to be met, and nothing is known that does so.
    BLOCKED = 3


class Obstacle(IntEnum):
    """Why a number is missing, or says less than it seems to."""

    #: Nothing is in the way.
    NONE = 0
    #: Data that could decide are missing: unknown is never free.
    UNKNOWN = 1
    #: Earlier periods decide, or the due period is here or past.
    PAST = 2
    #: The series does not rise with the value of one period alone.
    SERIES = 3
    #: No one variable of the unit's own makes the metric, so that what is
    #: needed cannot be written as a change.
    COMPOSITE = 4
    #: The limit itself does not count: more than the gap is needed.
    STRICT = 5
    #: The variable would leave its valid range.
    RANGE = 6
    #: The limit cannot be reached by adding.
    LIMIT = 7


class Effort(IntEnum):
    """By what a set of improvements is the smallest."""

    #: Fewest items; among such sets the lowest cost.
    ITEMS = 0
    #: Lowest cost; among such sets the fewest items.
    COST = 1


class MendOrder(IntEnum):
    """Which units come first."""

    #: Those that take the least effort.
    CHEAPEST = 0
    #: Those with the most of the weight variable (pupils) for the cost.
    WEIGHT = 1
    #: Those with the most of the weight variable, whatever the cost.
    LARGEST = 2


class Turn(IntEnum):
    """How a row turned between two evaluations."""

    #: The verdict is the same.
    NONE = 0
    #: It is met now.
    GAINED = 1
    #: It was met, and is not met now.
    LOST = 2
    #: It was unknown, and is not met now.
    FAILED = 3
    #: It is unknown now.
    UNKNOWN = 4
    #: Only the later evaluation has the row.
    APPEARED = 5
    #: Only the earlier evaluation has the row.
    GONE = 6


class AnswerField(IntEnum):
    """The columns of an answer; NaN where a row has no such number."""

    #: enum attain_answer_kind.
    KIND = 0
    #: Node of the evaluation.
    NODE = 1
    #: Row of the unit in the dataset.
    UNIT = 2
    #: enum attain_obstacle.
    OBSTACLE = 3
    #: Value of the series now.
    VALUE = 4
    #: Value to reach, in the same unit: of spread members the level that they
    #: are raised to.
    LIMIT = 5
    #: Distance to the limit in the metric's unit, ≥ 0.
    GAP = 6
    #: What that is in units of the numerator (teachers, square metres): above
    #: 0 to be added, below 0 to be taken away; not rounded.
    AMOUNT = 7
    #: The amount in whole steps of the variable, by which the limit is truly
    #: reached.
    WHOLE = 8
    #: Row of the variable that the amount is of.
    VARIABLE = 9
    #: Gap over the size of the standard (the gap itself where that is 0): how
    #: far from passing, 0.25 is a quarter.
    RELATIVE = 10
    #: Cost, in the unit of the prices.
    COST = 11
    #: Rows summed up: units below their standard, items mended, members
    #: raised.
    ITEMS = 12
    #: Units, items or members of which nothing can be said.
    UNKNOWN = 13
    #: Rank among the places, 1 first; ties share the smallest.
    RANK = 14
    #: enum attain_action.
    ACTION = 15
    #: Cost of bringing the item to its standard.
    COST_STANDARD = 16
    #: Cost of bringing it to the floor; 0 where it is there.
    COST_FLOOR = 17
    #: Periods left to the due one.
    PERIODS = 18
    #: Change a period that is now required, in the metric's unit.
    RATE = 19
    #: Compound growth a period that is now required; 0.05 is 5 %.
    GROWTH = 20
    #: Mean change a period so far, since the baseline.
    RATE_SO_FAR = 21
    #: enum attain_turn.
    TURN = 22
    #: enum attain_verdict before.
    VERDICT_BEFORE = 23
    #: enum attain_verdict after.
    VERDICT_AFTER = 24
    #: Score (of targets: 100 · attainment) before.
    SCORE_BEFORE = 25
    #: Score (of targets: 100 · attainment) after.
    SCORE_AFTER = 26
    #: Value before.
    VALUE_BEFORE = 27
    #: Value after.
    VALUE_AFTER = 28


class QualitySeverity(IntEnum):
    """How much a finding matters."""

    #: The check is not made; no finding has it.
    OFF = 0
    #: Worth knowing.
    INFO = 1
    #: Probably wrong: somebody should look.
    WARNING = 2
    #: Cannot be so.
    ERROR = 3


class CheckKind(IntEnum):
    """What a check looks for; x is a value."""

    #: A value that the plan's targets need is not there; with a variable: at
    #: units of its level, in every period that has data.
    COMPLETE = 0
    #: x < low or x > high.
    RANGE = 1
    #: x < 0, unless the variable's min is below 0.
    NEGATIVE = 2
    #: x is no whole number.
    WHOLE = 3
    #: The numerator of a metric with factor 100 is above its denominator, or a
    #: variable above the sum of `parts`, by more than `tolerance`.
    SHARE = 4
    #: A variable is not the sum of `parts`, within `tolerance`.
    PARTS = 5
    #: A variable of a unit is not the sum over the units of `level` below it,
    #: where all of them have a value, within `tolerance`.
    UNITS = 6
    #: A metric's denominator is 0, and its numerator is not.
    DIVISOR = 7
    #: |0.6745 (x − median)/MAD| > limit among a unit's own values other than
    #: 0, of which there are three at least, and |x − median| is above
    #: `tolerance` and least · |median|. Where MAD is 0, 1.253314 times the
    #: mean absolute deviation stands for MAD/0.6745.
    HISTORY = 8
    #: A metric's ratio lies beyond a quartile Q of its peers, the units of the
    #: same level and stage, of which there are eight at least, by more than
    #: limit · IQR, and by more than least · |Q|; a variable, if it is named.
    PEERS = 9
    #: x is 10, 100, 1000 … times the middle √(smallest · largest) of the
    #: unit's other periods, or that part of it, within the factor `tolerance`,
    #: where those agree within a factor of 3, and the larger of the two is
    #: `least` or more; or so from a period on.
    SCALE = 10
    #: x = 0 once, not in the first period, and the unit's other values, at
    #: least two, are above 0 and `least` or more in the middle √(smallest ·
    #: largest).
    ZERO = 11
    #: `limit` or more variables of a unit, and all that were observed in both
    #: periods, are what they were in the period before.
    REPEATED = 12
    #: Two units have the same values in a period, `limit` or more that are not
    #: 0.
    TWINS = 13
    #: Two units have the same name, level, stage and parent, and are open at
    #: the same time.
    NAMES = 14
    #: A unit has no parent, or none that is there, where others of its level
    #: have one.
    PARENTS = 15
    #: A unit has a value in a period in which it is not open.
    CLOSED = 16
    #: Values in a period that is after the plan's last and has less than half
    #: of the values of the fullest period; or in one that has less than a
    #: tenth of them, or lies more than 20 periods from any other, and is no
    #: baseline's.
    PERIOD = 17


class QualityField(IntEnum):
    """The columns of findings."""

    #: Row of the check.
    CHECK = 0
    #: enum attain_check_kind.
    KIND = 1
    #: enum attain_quality_severity.
    SEVERITY = 2
    #: Row of the unit in the dataset; −1: none.
    UNIT = 3
    #: Row of the other unit; −1: none.
    OTHER = 4
    #: Period, or ATTAIN_PERIOD_NONE.
    PERIOD = 5
    #: Row of the variable (attain_quality_variable()); −1: none.
    VARIABLE = 6
    #: Row of the group in the dataset; −1: none.
    GROUP = 7
    #: Row of the metric in the plan; −1: none.
    METRIC = 8
    #: Line in the file; 0: none.
    LINE = 9
    #: Column in the file's table; 0: none.
    COLUMN = 10
    #: Cells it is about.
    COUNT = 11
    #: The value; NaN: none.
    VALUE = 12
    #: What it was compared with; NaN: none.
    REFERENCE = 13
    #: How far out; NaN: none.
    SCORE = 14


class QualityBy(IntEnum):
    """What cells are counted by."""

    #: Units, by their rows in the dataset.
    UNIT = 0
    #: Variables, by their rows in the findings.
    VARIABLE = 1


class Severity(IntEnum):
    """How bad a problem is."""

    #: The table is read all the same.
    WARNING = 0
    #: Nothing is read.
    ERROR = 1


class Format(IntEnum):
    """Form of what is written."""

    #: One table, a line a row (docs/exchange.md).
    CSV = 0
    #: Nested by goal (docs/exchange.md).
    JSON = 1
    #: SDMX-CSV 2.0, for statistical offices (docs/exchange.md).
    SDMX = 2


class Vocabulary(IntEnum):
    """The enumerations, which describe themselves at run time. (Methods of
    the numeric room do so by attain_method_get().)"""

    #: enum attain_series
    SERIES = 0
    #: enum attain_comparator
    COMPARATOR = 1
    #: enum attain_when
    WHEN = 2
    #: enum attain_score
    SCORE = 3
    #: enum attain_judge
    JUDGE = 4
    #: enum attain_aggregate
    AGGREGATE = 5
    #: enum attain_rule
    RULE = 6
    #: enum attain_missing
    MISSING = 7
    #: enum attain_across
    ACROSS = 8
    #: enum attain_direction
    DIRECTION = 9
    #: enum attain_observation_status
    OBSERVATION_STATUS = 10
    #: enum attain_kind
    KIND = 11
    #: enum attain_verdict
    VERDICT = 12
    #: enum attain_standing
    STANDING = 13
    #: enum attain_measure
    MEASURE = 14
    #: enum attain_status_code
    STATUS_CODE = 15
    #: enum attain_frequency
    FREQUENCY = 16
    #: enum attain_reason
    REASON = 17
    #: enum attain_dataset_table
    DATASET_TABLE = 18
    #: enum attain_plan_table
    PLAN_TABLE = 19
    #: enum attain_language
    LANGUAGE = 20
    #: enum attain_severity
    SEVERITY = 21
    #: enum attain_format
    FORMAT = 22
    #: enum attain_vocabulary
    VOCABULARY = 23
    #: enum attain_question
    QUESTION = 24
    #: enum attain_answer_kind
    ANSWER_KIND = 25
    #: enum attain_action
    ACTION = 26
    #: enum attain_obstacle
    OBSTACLE = 27
    #: enum attain_effort
    EFFORT = 28
    #: enum attain_mend_order
    MEND_ORDER = 29
    #: enum attain_turn
    TURN = 30
    #: enum attain_answer_field
    ANSWER_FIELD = 31
    #: enum attain_check_kind
    CHECK_KIND = 32
    #: enum attain_quality_severity
    QUALITY_SEVERITY = 33
    #: enum attain_quality_field
    QUALITY_FIELD = 34
    #: enum attain_quality_by
    QUALITY_BY = 35
    #: enum attain_step
    STEP = 36
    #: enum attain_index_measure
    INDEX_MEASURE = 37
    #: enum attain_finding_kind
    FINDING_KIND = 38


class DoubtSource(IntEnum):
    """What may differ from draw to draw."""

    #: Weights: w(1 + s(2u − 1)), u uniform, s the node's spread; within a
    #: group only their shares matter.
    WEIGHTS = 0
    #: Which of the normalisations, each as likely as the others.
    NORMALISATION = 1
    #: Which row of the aggregations, each as likely as the others.
    AGGREGATION = 2
    #: Which column is left out: none or one of them, each as likely as the
    #: others.
    LEFT_OUT = 3
    #: Errors of measurement: v + e·z of every element, e the column's error, z
    #: standard normal or, with `even_errors`, uniform in [−1, 1).
    ERRORS = 4


class SensitivityMeasure(IntEnum):
    """What is estimated of each source, in this order."""

    #: First order: the share of the variance that goes when the source alone
    #: is settled.
    FIRST = 0
    #: Its lower end over the bootstrap.
    FIRST_LOW = 1
    #: Its upper end.
    FIRST_HIGH = 2
    #: Total: the share that stays when all but the source are settled.
    TOTAL = 3
    #: Its lower end over the bootstrap.
    TOTAL_LOW = 4
    #: Its upper end.
    TOTAL_HIGH = 5


class ReversalTest(IntEnum):
    """What is done to one unit after the other."""

    #: It is left out.
    LEAVE_OUT = 0
    #: It is replaced by a worse one: each value goes towards the bad side by
    #: half of its smallest distance from the values of the units that rank
    #: next below; where there are none, by half of the mean gap between the
    #: column's values. Units of rank 1 are not replaced.
    REPLACE = 1


class IndexMeasure(IntEnum):
    """The columns of an index, one number for each unit."""

    #: Of an indicator: the value in the unit of its metric.
    RAW = 0
    #: Of an indicator: the same after screening and imputation.
    IMPUTED = 1
    #: Of an indicator: enum attain_filled, as a number.
    FILLED = 2
    #: Of an indicator: the value after treatment.
    TREATED = 3
    #: Of an indicator: enum attain_treated, as a number.
    TREATMENT = 4
    #: Of an indicator: the normalised value; of a goal: what aggregation makes
    #: of its children's.
    SCORE = 5
    #: Rank by the score among the units of the period: 1 is best, ties (in 12
    #: significant digits) share the smallest rank.
    RANK = 6
    #: Why there is no score: enum attain_reason, as a number.
    REASON = 7
    #: Of any node: 1 if the unit has part in the index in that period, 0 if it
    #: is not open then or does not pass the screening.
    KEPT = 8


class MethodKind(IntEnum):
    """Families of methods."""

    #: An array to a number: attain_statistic_of() and its like.
    STATISTIC = 0
    #: Sorted values to the value at a probability: attain_quantiles().
    QUANTILE = 1
    #: Values to ranks, by what ties get: attain_ranks().
    RANK = 2
    #: Pairs to a measure of how they go together: attain_association_of().
    ASSOCIATION = 3
    #: Columns to how far they measure one thing: attain_reliability_of().
    RELIABILITY = 4
    #: Columns to their principal components: attain_components_of().
    COMPONENTS = 5
    #: Rows or columns to whether they have enough data: attain_screen().
    SCREENING = 6
    #: Missing elements to what they are filled with: attain_impute().
    IMPUTATION = 7
    #: Skewed columns to ones that are less so: attain_treat().
    TREATMENT = 8
    #: Elements to how far out they are: attain_find_outliers().
    OUTLIERS = 9
    #: An index to its parts between and within groups: attain_decompose().
    DECOMPOSITION = 10
    #: An array to the points of a curve: attain_curve_points().
    CURVE = 11
    #: Values and a background to a number: attain_concentrations().
    CONCENTRATION = 12
    #: Two values to the gap between them: attain_parities().
    PARITY = 13
    #: Counts of groups in schools to a number: attain_segregation_of().
    SEGREGATION = 14
    #: Columns to columns on one scale: attain_normalise().
    NORMALISATION = 15
    #: A matrix to a weight for each column: attain_weigh().
    WEIGHTING = 16
    #: A matrix and weights to a score for each unit: attain_aggregate().
    AGGREGATION = 17
    #: A series to where it goes: attain_trends().
    TREND = 18
    #: Groups of rows to what they add: attain_value_added().
    VALUE_ADDED = 19
    #: A value on its way to a target to a score and a class:
    #: attain_progress().
    PROGRESS = 20
    #: Scores of indicators to that of their goal: attain_progress_goal().
    PROGRESS_GOAL = 21


class Reason(IntEnum):
    """Why an output has no value."""

    #: It has one.
    NONE = 0
    #: What it is computed from is missing.
    MISSING = 1
    #: Fewer elements than the formula needs.
    TOO_FEW = 2
    #: All elements are equal, and the formula divides by their spread.
    CONSTANT = 3
    #: A value or a mean is not above 0, as the formula needs.
    NOT_POSITIVE = 4
    #: A value is below 0, where the formula needs 0 or more.
    NEGATIVE = 5
    #: The weights add up to 0.
    WEIGHTLESS = 6
    #: The formula is not defined there: a division by 0, or a root or
    #: logarithm of what has none.
    UNDEFINED = 7
    #: An iteration did not come to rest.
    NO_CONVERGENCE = 8
    #: Too few stand behind it for it to be shown.
    SUPPRESSED = 9


class MethodTrait(IntEnum):
    """What a method needs or allows, as bits of attain_method.traits."""

    #: It uses weights where they are given; without this bit, weights only say
    #: which elements are known.
    WEIGHTED = 1
    #: All values have to be 0 or more.
    NEEDS_NONNEGATIVE = 2
    #: All values have to be above 0.
    NEEDS_POSITIVE = 4
    #: Its results are good where they are low.
    LOW_IS_GOOD = 8


class Aggregation(IntEnum):
    """Methods of ATTAIN_METHOD_AGGREGATION. Over the columns of a unit with
    w > 0: v value, w weight, W = Σw, n columns; M = Σwv/W, S² = Σw(v −
    M)²/W. t is a value on a column's scale, turned where low is good, and d
    the distance from the best."""

    #: Σwv/W.
    ARITHMETIC = 0
    #: exp(Σw ln(v + shift)/W) − shift; parameters nonpositive 0, shift 0. A v
    #: + shift that is not above 0: with nonpositive 0 the mean of v + shift is
    #: 0, with 1 there is no value (ATTAIN_REASON_NOT_POSITIVE).
    GEOMETRIC = 1
    #: W/Σ(w/(v + shift)) − shift; parameters as geometric.
    HARMONIC = 2
    #: (Σw(v + shift)^p/W)^(1/p) − shift, geometric for p = 0; parameters p,
    #: nonpositive 0, shift 0. Where p > 0, v + shift may be 0.
    POWER = 3
    #: First v whose cumulative w exceeds W/2; at W/2 the mean of it and the
    #: next.
    MEDIAN = 4
    #: Smallest v.
    MIN = 5
    #: Largest v.
    MAX = 6
    #: Ordered weighted average (Yager 1988): Σw_k v_(k)/W, v_(1) the largest;
    #: weights belong to places.
    OWA = 7
    #: Mean of the j largest v; parameter j. Without weights.
    LARGEST = 8
    #: Mean of the j smallest v; parameter j. Without weights.
    SMALLEST = 9
    #: Mazziotta–Pareto: M + sign · S²/M of t = 100 + 10 (v − mean)/sd,
    #: population forms over units and over columns; parameter sign −1 (+1
    #: where a high index is bad). A constant column is left out.
    MAZZIOTTA_PARETO = 10
    #: The adjusted one: of t = 70 + 60 (v − low)/(high − low); `bounds` are
    #: the goalposts; parameter sign −1.
    ADJUSTED_MAZZIOTTA_PARETO = 11
    #: Mean–min (Tarabusi and Guarini 2013): M − a(√((M − min)² + b²) − b);
    #: parameters a 1, b 0.
    MEAN_MIN = 12
    #: TOPSIS: D⁻/(D⁺ + D⁻), Euclidean distances of w v/√Σv² from the worst and
    #: the best of each column.
    TOPSIS_VECTOR = 13
    #: The same with (v − min)/(max − min) in place of v/√Σv².
    TOPSIS_MINMAX = 14
    #: VIKOR: v (S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*), S = Σwd/W, R =
    #: max wd/W, d on 0…1; parameter v 0.5. A low value is good.
    VIKOR = 15
    #: SPOTIS: Σw|v − best|/(high − low)/W by fixed `bounds`; a low value is
    #: good. A value out of bounds: no value (ATTAIN_REASON_UNDEFINED).
    SPOTIS = 16
    #: Copeland: units that it outranks less units that outrank it; i outranks
    #: j when columns where it is better weigh more than those where it is
    #: worse, of those where both have a value. See attain_outranking().
    COPELAND = 17
    #: Wroclaw (Hellwig 1968): D/(mean D + 2 sd D), D = √(nΣwd²/W) in the unit
    #: of the values, sd with n − 1; a low value is good.
    WROCLAW = 18
    #: Benefit of the doubt (Melyn and Moesen 1991; Cherchye et al. 2007): the
    #: largest Σuv over u ≥ 0 with Σuv ≤ 1 for all units; parameters share_low
    #: 0 and share_high 1 bound what each column may contribute to the unit's
    #: own sum. All v ≥ 0. Weights only say which columns count.
    BENEFIT_OF_THE_DOUBT = 19


class Blank(IntEnum):
    """What happens to a unit with a blank."""

    #: The others stand for it, if they weigh enough.
    RENORMALISE = 0
    #: It is 0, in the unit of the values.
    ZERO = 1
    #: The unit has no score.
    STRICT = 2


class QuantileType(IntEnum):
    """Methods of ATTAIN_METHOD_QUANTILE: the types of Hyndman and Fan
    (1996). x_k is the k-th least value, n their number; with weights
    (frequencies) n = W and x_k is the first value whose cumulative weight
    reaches k, as if each value stood there as often as its weight says.
    Positions are whole numbers where they are so in 12 significant digits
    of n."""

    #: x_⌈np⌉, the inverse of the distribution function.
    TYPE_1 = 0
    #: The same; where np is a whole number, the mean of x_np and the next.
    TYPE_2 = 1
    #: x_k, k nearest to np, the even one of two.
    TYPE_3 = 2
    #: On the line through x_k at position np = k.
    TYPE_4 = 3
    #: Position np + 1/2.
    TYPE_5 = 4
    #: Position (n + 1)p.
    TYPE_6 = 5
    #: Position (n − 1)p + 1; the usual one.
    TYPE_7 = 6
    #: Position (n + 1/3)p + 1/3.
    TYPE_8 = 7
    #: Position (n + 1/4)p + 3/8.
    TYPE_9 = 8
    #: Position (n + 1 − α − β)p + α, parameters alpha and beta (0.4).
    PLOTTING = 9


class RankTies(IntEnum):
    """Methods of ATTAIN_METHOD_RANK: what values get that tie. Values tie
    that are equal in 12 significant digits."""

    #: The best of the ranks that they take up: 1 2 2 4.
    MIN = 0
    #: The worst of them: 1 3 3 4.
    MAX = 1
    #: Their mean: 1 2.5 2.5 4.
    AVERAGE = 2
    #: One rank, and the next values the next one: 1 2 2 3.
    DENSE = 3
    #: One each, the earlier element the better one: 1 2 3 4.
    ORDINAL = 4


class Association(IntEnum):
    """Methods of ATTAIN_METHOD_ASSOCIATION, of pairs (x, y) that are both
    known. Weights are frequencies, W their sum."""

    #: r = Σw(x − X)(y − Y)/√(Σw(x − X)² Σw(y − Y)²).
    PEARSON = 0
    #: Pearson's r of the average ranks; ties in 12 digits. Unweighted.
    SPEARMAN = 1
    #: Kendall's τ-b = (C − D)/√((n0 − n1)(n0 − n2)), C and D concordant and
    #: discordant pairs, n0 all pairs, n1 and n2 those that tie in x and in y;
    #: parameter exact 50: up to how many pairs without ties p is exact.
    #: Unweighted.
    KENDALL = 2
    #: Σw(x − X)(y − Y)/W.
    COVARIANCE_POPULATION = 3
    #: Σw(x − X)(y − Y)/(W − 1).
    COVARIANCE_SAMPLE = 4


class AssociationTest(IntEnum):
    """What a p-value is of; all are two-sided, against no association."""

    #: None is given.
    NONE = 0
    #: r √((n − 2)/(1 − r²)) is Student's t with n − 2 degrees of freedom.
    STUDENT = 1
    #: All orders of y are as likely (Kendall 1938).
    EXACT = 2
    #: C − D is normal, its variance corrected for ties (Kendall 1970), without
    #: correction for continuity.
    NORMAL = 3


class CompleteRows(IntEnum):
    """Which rows a pair of columns uses."""

    #: Those in which both columns are known.
    PAIRWISE = 0
    #: Those in which all columns are known.
    LISTWISE = 1


class Reliability(IntEnum):
    """Methods of ATTAIN_METHOD_RELIABILITY, of k columns that measure one
    thing."""

    #: Cronbach's α = k/(k − 1) · (1 − Σ s²_j/s²), s² the variance of the sums
    #: of rows.
    ALPHA = 0
    #: Of standardised columns: k r/(1 + (k − 1)r), r the mean correlation of
    #: two columns.
    ALPHA_STANDARDISED = 1


class Components(IntEnum):
    """Methods of ATTAIN_METHOD_COMPONENTS: whose eigenvectors they are."""

    #: The correlation matrix: columns are standardised with n − 1.
    CORRELATION = 0
    #: The sample covariance matrix: columns are centred.
    COVARIANCE = 1


class Decomposition(IntEnum):
    """An index split by groups (kind "decomposition"). W_g and M_g are
    weight and mean of group g, I_g its own index."""

    #: Theil T: within Σ(W_g M_g/WM) T_g.
    THEIL = 0
    #: Theil L: within Σ(W_g/W) L_g.
    THEIL_L = 1
    #: Generalised entropy (parameter alpha, 2): within Σ(W_g/W)(M_g/M)^α I_g.
    GENERALISED_ENTROPY = 2
    #: Gini: within Σ(W_g/W)(W_g M_g/WM) I_g; what is left beside between and
    #: within is the overlap of the groups (Bhattacharya and Mahalanobis 1967),
    #: 0 when their ranges do not meet.
    GINI = 3
    #: Population variance: within Σ(W_g/W) I_g; between over total is the
    #: share that the groups explain (η²). Values may be negative.
    VARIANCE = 4


class Part(IntEnum):
    """Parts of an index."""

    #: The index of all elements that have a group.
    TOTAL = 0
    #: The index if each element had its group's mean.
    BETWEEN = 1
    #: What is inside the groups.
    WITHIN = 2
    #: What is neither; 0 for all but Gini.
    OVERLAP = 3


class Curve(IntEnum):
    """A curve (kind "curve"): points of population and share, from (0, 0)
    on."""

    #: Share of all that the poorest share of weight has; M > 0, all v ≥ 0.
    LORENZ = 0
    #: The same times the mean; any values.
    GENERALISED_LORENZ = 1
    #: As LORENZ, but from the lowest to the highest background; elements with
    #: the same background are one point.
    CONCENTRATION = 2
    #: Pen's parade: the value over the mean, lowest first; M > 0.
    PEN = 3


class Concentration(IntEnum):
    """An index of how values go with a background (kind "concentration"). R
    is the share of weight with a lower background plus half of that with
    the same, x the background, cov and var weighted and of the population,
    a and b the bounds of the values (parameters low and high, 0 and 1).
    Above 0: those with a high background have more."""

    #: 2 cov(v, R)/M, M > 0; −1 … 1.
    INDEX = 0
    #: 2 cov(v, R).
    GENERALISED = 1
    #: Of what is attained: 2 cov(v, R)/(M − a).
    ATTAINMENT = 2
    #: Of what is missing: −2 cov(v, R)/(b − M).
    SHORTFALL = 3
    #: Erreygers 2009: 8 cov(v, R)/(b − a).
    ERREYGERS = 4
    #: Wagstaff 2005: 2 cov(v, R)(b − a)/((M − a)(b − M)).
    WAGSTAFF = 5
    #: Slope index of inequality: cov(v, R)/var(R), from the lowest background
    #: to the highest.
    SLOPE_INDEX = 6
    #: SLOPE_INDEX/M.
    RELATIVE_INDEX = 7
    #: Gradient: cov(v, x)/var(x), for 1 of the background.
    GRADIENT = 8
    #: Share of the variance that a line in x explains: cov²/(var var).
    EXPLAINED = 9


class Parity(IntEnum):
    """A gap between two groups (kind "parity"): d the value of the group
    that is looked at (girls, rural …), a that of the one it is compared
    with."""

    #: d/a, e.g. the gender parity index; parity is 1.
    INDEX = 0
    #: Adjusted (UIS): d/a up to 1, else 2 − a/d; 0 … 2, symmetric around 1.
    ADJUSTED_INDEX = 1
    #: d − a.
    DIFFERENCE = 2
    #: (d − a)/a.
    RELATIVE_DIFFERENCE = 3
    #: Odds ratio d(c − a)/(a(c − d)) of two shares of the whole c (parameter
    #: whole, 1; 100 for percentages).
    ODDS_RATIO = 4
    #: Of what is missing to the whole: (c − d)/(c − a). Near the whole, where
    #: d/a says little.
    SHORTFALL_INDEX = 5


class Segregation(IntEnum):
    """An index of how unevenly groups are spread over schools (kind
    "segregation"). c_ig pupils of group g in school i, t_i all in it, P_g
    all of the group, T all; p = c_ig/t_i, π = P_g/T, I = Σπ(1 − π). All but
    ISOLATION, EXPOSURE and ETA_SQUARED are 0 for even and 1 for complete
    segregation (MUTUAL_INFORMATION up to ln of the number of groups).
    Small schools: when pupils are dealt out at random, shares still differ
    by chance, and every index of unevenness is above 0 on average, the more
    so the smaller the schools and the rarer the group (Carrington and
    Troske 1997). The index is what the counts say; it takes nothing off.
    Compare schools of like size, or groups that are large in them."""

    #: Duncan and Duncan 1955, of any number of groups (Reardon and Firebaugh
    #: 2002): Σ_g Σ_i t_i|p − π|/(2TI); of two ½Σ|c_i1/P_1 − c_i2/P_2|.
    DISSIMILARITY = 0
    #: Gini: Σ_g Σ_ij t_i t_j|p_i − p_j|/(2T²I).
    GINI = 1
    #: Mutual information M: Σ_g Σ_i (c/T) ln(p/π).
    MUTUAL_INFORMATION = 2
    #: Theil's H: M over the entropy Σπ ln(1/π).
    INFORMATION = 3
    #: Isolation of a group (parameter group, 0): Σ(c/P)p, the share of their
    #: own group that its pupils meet.
    ISOLATION = 4
    #: Exposure of a group to another (parameters group, 0, and other, 1).
    EXPOSURE = 5
    #: Adjusted isolation (η², correlation ratio): (isolation − π)/(1 − π).
    ETA_SQUARED = 6
    #: Hutchens' square root index of two groups (parameters group and other):
    #: 1 − Σ√((c_i1/P_1)(c_i2/P_2)).
    HUTCHENS = 7


class Normalisation(IntEnum):
    """Methods of ATTAIN_METHOD_NORMALISATION. `v` a value, turned as said
    above, min, max, M, S the least, the largest, the mean and the deviation
    of the reference (of the column itself where there is none), n known
    values."""

    #: low + (high − low)(v − min)/(max − min); parameters low 0, high 1.
    MINMAX = 0
    #: scale · (v − low)/(high − low), kept in 0…scale where clamp is 1;
    #: parameters low, high, scale 1, clamp 1. Where a low value is good, scale
    #: · (high − v)/(high − low): low is below high in any case.
    GOALPOSTS = 1
    #: Goalposts that do not clamp; parameters low 0, high 100, scale 100.
    SCALED = 2
    #: mean + sd · (v − M)/S, S² = Σ(v − M)²/n; parameters mean 0, sd 1.
    ZSCORE_POPULATION = 3
    #: The same with S² = Σ(v − M)²/(n − 1).
    ZSCORE_SAMPLE = 4
    #: (worse + ties · equal)/(n − 1), the share of the others that are worse,
    #: of those that tie a part; parameter ties 0.5: 0 takes the lowest rank of
    #: a tie, 1 the highest.
    PERCENTILE_RANK = 5
    #: 1 + worse + ties · equal, so n is best; parameter ties 0.
    RANK = 6
    #: worse + ties · equal; parameter ties 0.
    BORDA = 7
    #: 1 − (r − v)/(r − min), r the value of one unit; parameters unit (its
    #: index), cap 0 (1: not above 1).
    DISTANCE_TO_REFERENCE = 8
    #: 1 − (max − v)/(max − min).
    DISTANCE_TO_MAXIMUM = 9
    #: (v − min)/(target − min); parameters target, cap 0 (1: not above 1). No
    #: value where the target is not above min: all have passed it.
    DISTANCE_TO_TARGET = 10
    #: v/max; min/v where a low value is good.
    FRACTION_OF_MAXIMUM = 11
    #: How many of the quantiles (type 7) at p1 … p8 are at or below v;
    #: parameters p1 (needed), p2 … p8, ascending; 1 or more: no such one.
    CATEGORY_BY_QUANTILE = 12
    #: How many of the thresholds t1 … t8 are at or below v; parameters t1
    #: (needed), t2 … t8, ascending; infinity: no such one. Where a low value
    #: is good, how many are at or above it.
    CATEGORY_BY_THRESHOLD = 13


class Screening(IntEnum):
    """Methods of ATTAIN_METHOD_SCREENING: what is kept. Shares are compared
    in 12 significant digits."""

    #: What has at least a share of its values (parameter known, 2/3).
    KNOWN = 0
    #: What has at least a share of its known values that are not 0 (parameter
    #: nonzero, 0.05).
    NONZERO = 1
    #: Both (parameters known, nonzero).
    BOTH = 2


class Imputation(IntEnum):
    """Methods of ATTAIN_METHOD_IMPUTATION. The first four fill a column
    from itself, the others a row from the other columns, which are periods."""

    #: Mean of the column.
    MEAN = 0
    #: Median of the column.
    MEDIAN = 1
    #: Mean of the element's group in the column.
    GROUP_MEAN = 2
    #: Median of the element's group in the column.
    GROUP_MEDIAN = 3
    #: The last known value before, at most `limit` of time away (parameter
    #: limit, no limit).
    LAST = 4
    #: On the line between the known values around it, which are at most
    #: `limit` of time apart. Where there is none on one side: parameter ends
    #: 0: stays missing, 1: the nearest known value, at most `limit` away.
    LINEAR = 5


class Filled(IntEnum):
    """How an element came by its value."""

    #: It was known.
    OBSERVED = 0
    #: It was not, and nothing was found to fill it with.
    MISSING = 1
    #: Filled with a mean, of the column or the group.
    MEAN = 2
    #: Filled with a median, of the column or the group.
    MEDIAN = 3
    #: Filled with the value of one other period.
    CARRIED = 4
    #: Filled from the line between two other periods.
    INTERPOLATED = 5


class Treatment(IntEnum):
    """Methods of ATTAIN_METHOD_TREATMENT. `v` a value; min, max and R = max
    − min of the column. A column passes where |skewness| < skew or kurtosis
    < kurt, SKEWNESS_SAMPLE and KURTOSIS_SAMPLE; where one of them has no
    value, it passes."""

    #: While the column does not pass and fewer than `most` elements are
    #: treated: if it is skewed to the right, all that are largest get the next
    #: smaller value, else all that are smallest the next larger one.
    #: Parameters skew 2, kurt 3.5, most 5.
    WINSORISE = 0
    #: ln(v + shift), parameter shift 0.
    LOG = 1
    #: ln(v − min + 1).
    LOG_FROM_LEAST = 2
    #: ln(v − min + share · R), parameter share 0.01.
    LOG_OF_RANGE = 3
    #: The same where the column is skewed to the right, else −ln(max + share ·
    #: R − v).
    LOG_BY_SKEW = 4
    #: ln((max − 1)(v − min)/R + 1), for max > 1.
    LOG_GII = 5
    #: Box and Cox: ((v + shift)^λ − 1)/λ, ln(v + shift) for λ = 0; parameters
    #: lambda 0, shift 0.
    BOX_COX = 6
    #: The same with the λ in −5…5 of the greatest likelihood; parameter shift
    #: 0.
    BOX_COX_FITTED = 7
    #: Nothing where the column passes; WINSORISE; where it then does not pass
    #: LOG_OF_RANGE, of the column as it was, or with parameter combine 1 as it
    #: is by then. Parameters skew 2, kurt 3.5, most 5, share 0.01, combine 0.
    TWO_STEP = 8


class Treated(IntEnum):
    """What was done to an element."""

    #: Nothing.
    UNTOUCHED = 0
    #: Winsorised from above.
    LOWERED = 1
    #: Winsorised from below.
    RAISED = 2
    #: Put on another scale.
    TRANSFORMED = 3
    #: It is missing.
    MISSING = 4


class Outliers(IntEnum):
    """Methods of ATTAIN_METHOD_OUTLIERS: how far an element is out."""

    #: (v − M)/S, S the sample deviation; parameter threshold 3.
    Z = 0
    #: 0.6745(v − median)/MAD (Iglewicz and Hoaglin 1993); parameter threshold
    #: 3.5.
    MODIFIED_Z = 1
    #: How far above Q(3/4) or below Q(1/4), in units of their distance, 0
    #: between them; parameters threshold 1.5, type 7 (of quantile).
    FENCES = 2


class Outlier(IntEnum):
    """On which side an element is out."""

    #: It is not.
    NONE = 0
    #: Below.
    LOW = 1
    #: Above.
    HIGH = 2
    #: It is missing, or there is no scale to tell by.
    UNKNOWN = 3


class ProgressMethod(IntEnum):
    """Methods of ATTAIN_METHOD_PROGRESS."""

    #: 实现程度: x/T, low is good: T/x; 0 … 1, or beyond with `open`. For T < 0 the
    #: two change places; T = 0: 1 where it holds, else 0; x on the far side of
    #: 0: 0, on the good side 1. Classes: not_met, met.
    RATIO = 0
    #: 实现程度 of an interval: 1 inside, else 1 − distance/max(lower − outer_low,
    #: outer_high − upper), 0 … 1.
    RATIO_INTERVAL = 1
    #: 功效系数: (60 + 40(x − bad)/(good − bad))/100, 0 … 1, or beyond with `open`.
    #: bad > good is allowed. Classes: unacceptable (below 60), between,
    #: satisfactory (from 100).
    EFFICACY = 2
    #: Completion: done/planned, which may be above 1; planned > 0.
    COMPLETION = 3
    #: (x − b)/(T − b), 0 … 1, or beyond with `open`. T = b, or b better than
    #: T: 1 while T is met, else 0 (T = b) or RATIO.
    BASELINE = 4
    #: Eurostat with a target: R = g(x, b, t − t0)/g(T, b, tT − t0). Score −5 …
    #: 5: R > 1.3: 5; from 0.6: (R − 0.6)·5/0.7; from −0.6: (R + 0.6)·5/1.2 −
    #: 5. T met: 5. Classes: moving_away, insufficient, moderate, significant.
    #: Other cut-offs than the published ones move the score with the class,
    #: here and below: it goes through −2.5, 0 and 2.5 at them.
    EUROSTAT = 5
    #: Eurostat without one: s·g(x, b, t − t0), score 250 times that, −5 … 5.
    #: Classes: significant_away, moderate_away, neutral (where `neutral` is
    #: above 0), moderate, significant.
    EUROSTAT_TREND = 6
    #: Statistics Canada, Open SDG with a target: P = s·g(x, b, t − t0)/|g(T,
    #: b, tT − t0)|, turned for b < 0. Score −5 … 5: P ≥ 0.6: 7.1429P − 4.2857,
    #: else 4.1667P − 2.5; T met: 5. Classes: deterioration, limited, moderate,
    #: substantial, target_achieved. Parameter zero: what stands for a T or b
    #: of 0 (the publication: 0.001).
    OPEN_SDG = 7
    #: The same without a target: P = s·g(x, b, t − t0) against 0, 0.005·C and
    #: 0.015·C. C is 1, and less near a natural limit L (input limit, which may
    #: be missing): 1 − |b/L|^4.44 for |b| ≤ |L|, 1 − (2 − |b/L|)^4.44 up to
    #: 2|L|. Score −5 … 5, linear through −2.5 at 0, 0 and 2.5 at the others.
    OPEN_SDG_TREND = 8
    #: UN Statistics Division 2023: R = (e − b)/(T − b), e = x(1 + g)^(tT − t).
    #: Score R. T met, or within `near` of it: class on_track. Classes:
    #: stagnation, fair (from 0.1), on_track (from 0.95).
    UNSD = 9
    #: The same without a target: s·g from 0.005 and 0.02.
    UNSD_TREND = 10
    #: SDSN: 100(x − worst)/(best − worst), 0 … 100. No classes.
    SDSN_SCORE = 11
    #: SDSN colours. Score 0 … 3: worst 0, red 1, green 2, best 3, linear
    #: between. Classes: red (worse than red), orange, yellow (from the middle
    #: of red and green), green.
    SDSN_COLOUR = 12
    #: SDSN arrows: q = ((x − b)/(t − t0))/((green − b)/years). Score 0 … 4:
    #: below 0: 1 + q, to 1: 1 + 2q, from 1: 2 + q; at green: 4. Classes: down,
    #: flat, diagonal (from 0.5), up (from 1, or at green).
    SDSN_ARROW = 13
    #: ESCAP current status: 10s(x − b)/|T − b|, at most 10. Classes:
    #: regressed, progressed, achieved.
    ESCAP_STATUS = 14
    #: The same for parity: 10 − 10|T − x|/|T − b|.
    ESCAP_PARITY = 15
    #: ESCAP anticipated progress: gap of the anticipated value a (input 0, see
    #: attain_anticipate()): 100|T − a|/|T − b|, 0 when it meets T. Classes:
    #: reverse (above 100, or a worse than b), accelerate, maintain (to 10).
    ESCAP_ANTICIPATED = 16
    #: OECD distance: max(0, s(T − x))/spread; 0 is best.
    OECD_DISTANCE = 17
    #: UIS SDG 4 benchmark: the rate s(x − b)/(t − t0) against the quartiles of
    #: rates of those that started alike (inputs slow and fast). Score the
    #: rate. Classes: no_progress (below 0), slow, average (from slow), fast
    #: (from fast, or x at `reached`).
    UIS_BENCHMARK = 18
    #: Plan path, a line from (t0, b) to (tT, T): e = b + (T − b)(t − t0)/(tT −
    #: t0), held after tT. Score the pace (x − b)/(e − b). Classes: reversing,
    #: off_track (from 0), slow (from 0.6), on_track (from 0.95). b meets T, or
    #: e = b: 1 while T is met, else 0.
    PATH_LINEAR = 19
    #: By constant growth: e = b(T/b)^((t − t0)/(tT − t0)); T/b > 0.
    PATH_GROWTH = 20
    #: By an expected value that is given (input expected, see
    #: attain_path_expected()).
    PATH_EXPECTED = 21


class ProgressGoalMethod(IntEnum):
    """Methods of ATTAIN_METHOD_PROGRESS_GOAL: scores and classes of
    indicators to those of their goal."""

    #: Open SDG: mean of scores; all target_achieved: that; else from 2.5
    #: substantial, 0 moderate, −2.5 limited, below deterioration.
    OPEN_SDG = 0
    #: Eurostat: mean of scores; above 2.5 significant, above 0.25 moderate,
    #: from −0.25 neutral, from −2.5 moderate_away, else significant_away.
    EUROSTAT = 1
    #: SDSN colour: from the two worst of SDSN_COLOUR's scores. All green:
    #: green; both below 1: red; mean below 1.5: orange; else yellow. Score:
    #: their mean.
    SDSN_COLOUR = 2
    #: SDSN arrow: mean of SDSN_ARROW's scores: down below 1, flat below 2,
    #: diagonal below 3, up. A score above `cap` (3) counts as it, as the
    #: report's arrows do: what is fast makes up for nothing else. No value
    #: with less than `known` (0.75) of them.
    SDSN_ARROW = 3


class Trend(IntEnum):
    """Methods of ATTAIN_METHOD_TREND. x times, y values, n points that are
    known; the first and the last are among those."""

    #: Least squares line; intervals and p by Student's t, n − 2.
    LEAST_SQUARES = 0
    #: Theil and Sen: the median of the slopes of all pairs, through the
    #: medians of x and y; its interval after Sen 1968, p of Mann and Kendall,
    #: corrected for ties and continuity. The projection's interval is that of
    #: the slope alone. n at most 2048: pairs are all looked at.
    THEIL_SEN = 1
    #: Constant growth, by least squares on ln y: rate e^slope − 1. All y have
    #: to be above 0.
    GROWTH_LOG_LINEAR = 2
    #: Constant growth from end to end: (y_n/y_1)^(1/(x_n − x_1)) − 1. Both
    #: have to be above 0.
    GROWTH_END_POINTS = 3
    #: Holt's linear exponential smoothing, started with y_2 and y_2 − y_1;
    #: parameters level (of the level, 0 … 1) and trend (0 … 1), both needed.
    #: Times have to be evenly spaced; no gaps. The interval is normal, its
    #: variance that of the one-step errors times 1 + Σ (level(1 + j trend))²
    #: over the steps before.
    HOLT = 4
    #: The same with the parameters of the grid 0, 0.05 … 1 that have the
    #: smallest sum of squared one-step errors; the first of equals.
    HOLT_FITTED = 5
    #: Percent change each `per` of x: of two points 100 (y_2 − y_1)/y_1 ·
    #: per/(x_2 − x_1), of more 100 · slope · per/(fitted value at x_1), which
    #: has to be above 0. Parameter per 1.
    PERCENT_CHANGE = 6


class TrendMeasure(IntEnum):
    """What is found about a series."""

    #: n.
    COUNT = 0
    #: Change for 1 of x: in the unit of y, as a fraction (growth), or in
    #: percent.
    RATE = 1
    #: Lower end of its interval.
    RATE_LOW = 2
    #: Upper end.
    RATE_HIGH = 3
    #: t of the slope, or Mann and Kendall's S.
    STATISTIC = 4
    #: Two-sided p of there being no trend.
    P = 5
    #: Value at the horizon.
    PROJECTION = 6
    #: Lower end of the interval of a new observation there.
    PROJECTION_LOW = 7
    #: Upper end.
    PROJECTION_HIGH = 8
    #: Probability that a new observation there reaches the target.
    ARRIVAL = 9
    #: Holt's parameter of the level.
    SMOOTHING_LEVEL = 10
    #: Holt's parameter of the trend.
    SMOOTHING_TREND = 11


class RequiredRate(IntEnum):
    """How a target is approached."""

    #: By the same amount each time: (target − value)/span.
    LINEAR = 0
    #: By the same factor each time: (target/value)^(1/span) − 1; both have to
    #: be above 0.
    COMPOUND = 1


class Likelihood(IntEnum):
    """How the variances of a model with a random intercept are estimated."""

    #: Restricted maximum likelihood.
    RESTRICTED = 0
    #: Maximum likelihood.
    FULL = 1


class ValueAdded(IntEnum):
    """Methods of ATTAIN_METHOD_VALUE_ADDED: rows are pupils (or schools
    over years), groups what is judged. n rows of a group; z the normal
    quantile of (1 + coverage)/2; a group of fewer than `least` rows is
    suppressed. Parameters coverage 0.95, least 1 unless others are named."""

    #: Mean residual of least squares on all regressors; ± z s/√n, s the
    #: residual deviation.
    ORDINARY = 0
    #: Effect of a random intercept, restricted maximum likelihood; ± z times
    #: the root of its conditional variance.
    SHRUNKEN_RESTRICTED = 1
    #: The same by maximum likelihood.
    SHRUNKEN_FULL = 2
    #: Median over the group of each row's percentile among like starters: rows
    #: are cut by their start (the one regressor) into classes of equal size,
    #: equal starts together, and within a class 100 (worse + ties/2)/(m − 1)
    #: of its m rows (50 where m is 1). A conditional rank, not the quantile
    #: regression of SGP. Parameters classes 10, least 1. No interval.
    GROWTH_PERCENTILE = 3
    #: Progress 8 (Department for Education, England): mean of (y − mean of all
    #: rows with the same start)/divisor; ± 1.96 sigma/√n. Parameters divisor
    #: 10, sigma 0 (0: the sample deviation of all rows' scores), least 1.
    PROGRESS8 = 4


class ValueAddedMeasure(IntEnum):
    """What is found about a group."""

    #: n; also where the rest is suppressed.
    COUNT = 0
    #: Value added.
    VALUE = 1
    #: Half the width of the interval over z (1.96).
    ERROR = 2
    #: Lower end of the interval.
    LOW = 3
    #: Upper end.
    HIGH = 4
    #: 1: above average, the interval lies above 0; −1: below; 0: average.
    CLASS = 5
    #: Progress 8's bands: 1 well above (low > 0, value ≥ 0.5), 2 above, 3
    #: average, 4 below, 5 well below (high < 0, value < −0.5).
    BAND = 6


class Weighting(IntEnum):
    """Methods of ATTAIN_METHOD_WEIGHTING. n columns, m rows, x a value, w a
    weight before all are divided by their sum."""

    #: 1/n; looks at no values.
    EQUAL = 0
    #: The one row of the matrix.
    GIVEN = 1
    #: Mean over experts (rows) of what each gave to a column, divided by what
    #: this expert gave in all. An expert with a blank, or who gave nothing, is
    #: left out. See attain_allocation_agreement().
    BUDGET_ALLOCATION = 2
    #: Analytic hierarchy process: the principal eigenvector of the matrix of
    #: pairwise comparisons, row against column, by powers of the matrix until
    #: no weight changes by more than 2^-50, at most 10000 times
    #: (ATTAIN_REASON_NO_CONVERGENCE). Parameter tolerance 0.05: how far a_ij ·
    #: a_ji may be from 1. See attain_pairwise_consistency().
    AHP_EIGENVECTOR = 3
    #: Row means of the comparisons divided by their column's sum; parameter
    #: tolerance.
    AHP_COLUMN_MEAN = 4
    #: Geometric means of the rows; parameter tolerance.
    AHP_GEOMETRIC_MEAN = 5
    #: w = 1 − H, H = −Σ p ln p/ln m, p = x/Σx, 0 ln 0 = 0, m the known values
    #: of the column. All x ≥ 0.
    ENTROPY = 6
    #: The same of the column on 0…1 (min-max, turned where low is good).
    ENTROPY_MINMAX = 7
    #: w_j = s_j Σ_k(1 − r_jk): s the population deviation of the column on
    #: 0…1, r Pearson's correlation of columns that are turned where low is
    #: good, over rows with both; 0 with a constant column.
    CRITIC = 8
    #: w_j = Σ_i|S_i(without j) − S_i|, S_i = ln(1 + Σ_j|ln n_ij|/n), n_ij =
    #: min/x, or x/max where low is good; without j still divided by n. All x >
    #: 0; rows with a blank are left out.
    MEREC = 9
    #: Squared loadings on the first principal component of the correlations,
    #: over rows without a blank. No value (ATTAIN_REASON_UNDEFINED) when the
    #: two largest eigenvalues agree to 1e-9.
    FIRST_COMPONENT = 10
    #: The same over all components whose eigenvalue reaches the parameter
    #: `least` (1), each by its share of their variance, without rotation. The
    #: first always counts.
    PRINCIPAL_COMPONENTS = 11
    #: Gini coefficient; all x ≥ 0.
    GINI = 12
    #: Population deviation of the values as they are.
    STANDARD_DEVIATION = 13
    #: Population deviation over the mean, which has to be above 0
    #: (ATTAIN_REASON_NOT_POSITIVE).
    COEFFICIENT_OF_VARIATION = 14


class Statistic(IntEnum):
    """A number that sums up an array. `v` values, `w` weights (1 where
    there are none), n elements, W = Σw, M = Σwv/W."""

    #: n of the elements with a value.
    COUNT = 0
    #: Σwv; 0 of nothing.
    SUM = 1
    #: M.
    MEAN = 2
    #: Smallest value of those with w > 0.
    MIN = 3
    #: Largest value of those with w > 0.
    MAX = 4
    #: Middle value; of an even count the mean of the middle two. Weighted:
    #: first whose cumulative weight exceeds W/2; at exactly W/2 the mean of it
    #: and the next.
    MEDIAN = 5
    #: Σw(v − M)²/W.
    VARIANCE_POPULATION = 6
    #: Σ(v − M)²/(n − 1); weighted (frequency weights) Σw(v − M)²/(W − 1).
    VARIANCE_SAMPLE = 7
    #: Square root of the population variance.
    SD_POPULATION = 8
    #: Square root of the sample variance.
    SD_SAMPLE = 9
    #: Coefficient of variation (差异系数): sqrt(Σ(w/W)(v − M)²)/M; no value unless
    #: M > 0.
    CV = 10
    #: Gini: ΣΣ w_i w_j |v_i − v_j| / (2W²M); needs M > 0 and all v ≥ 0.
    GINI = 11
    #: Theil T: Σ(w/W)(v/M)ln(v/M), 0 ln 0 = 0; as Gini.
    THEIL = 12
    #: As MEAN, with 1 for each weight of the same elements: in one call with
    #: the weighted mean, values are read once.
    UNWEIGHTED_MEAN = 13
    #: As CV, with 1 for each weight of the same elements.
    UNWEIGHTED_CV = 14
    #: Skewness g1 = m3/m2^(3/2), m_k = Σw(v − M)^k/W.
    SKEWNESS_POPULATION = 15
    #: Skewness G1 = g1·√(W(W − 1))/(W − 2), as SAS, SPSS and Excel.
    SKEWNESS_SAMPLE = 16
    #: Skewness b1 = m3/s³, s the sample deviation, as MINITAB.
    SKEWNESS_B1 = 17
    #: Kurtosis (excess) g2 = m4/m2² − 3.
    KURTOSIS_POPULATION = 18
    #: Kurtosis G2 = (W − 1)/((W − 2)(W − 3))·((W + 1)g2 + 6).
    KURTOSIS_SAMPLE = 19
    #: Kurtosis b2 = m4/s⁴ − 3.
    KURTOSIS_B2 = 20
    #: exp(Σw ln v/W); 0 where a v is 0; needs all v ≥ 0.
    GEOMETRIC_MEAN = 21
    #: W/Σ(w/v); 0 where a v is 0; needs all v ≥ 0.
    HARMONIC_MEAN = 22
    #: Mean without the ⌊share · n⌋ least and as many largest (parameter share,
    #: 0…1/2, 0.1); a share of 1/2 leaves the median. Unweighted.
    TRIMMED_MEAN = 23
    #: The same with what is cut off set to the next value inwards.
    WINSORISED_MEAN = 24
    #: Largest less smallest value of those with w > 0.
    RANGE = 25
    #: Quantile (parameters probability 0.5, type 7): attain_quantiles().
    QUANTILE = 26
    #: Q(3/4) − Q(1/4) (parameter type, 7).
    IQR = 27
    #: Of the mean: SD_SAMPLE/√W (frequency weights).
    STANDARD_ERROR = 28
    #: Σw|v − M|/W.
    MEAN_ABSOLUTE_DEVIATION = 29
    #: MEDIAN of |v − MEDIAN|.
    MAD = 30
    #: 1.4826·MAD: of normal values, their standard deviation.
    MAD_SCALED = 31
    #: Sn of Rousseeuw and Croux: factor (1.1926) · the low median over i of
    #: the high median over j of |v_i − v_j|; parameter finite 1: times their
    #: factor for n. Unweighted; two values or more.
    SN = 32
    #: Qn: factor (2.21914) · the k-th least |v_i − v_j|, i < j, with k = C(h,
    #: 2), h = ⌊n/2⌋ + 1; finite as SN.
    QN = 33
    #: Hodges and Lehmann: median of (v_i + v_j)/2, i ≤ j. Unweighted.
    HODGES_LEHMANN = 34
    #: Huber's location m: Σw ψ((v − m)/MAD_SCALED) = 0, ψ(x) = x up to ±k
    #: (parameter k, 1.5) and constant beyond.
    HUBER = 35
    #: Theil L, mean log deviation: Σ(w/W) ln(M/v); needs all v > 0.
    THEIL_L = 36
    #: Generalised entropy: Σ(w/W)((v/M)^α − 1)/(α(α − 1)); α = 0 is THEIL_L, 1
    #: THEIL, 2 half the squared CV; as Gini, α ≤ 0 as THEIL_L.
    GENERALISED_ENTROPY = 37
    #: Atkinson: 1 − (Σ(w/W)(v/M)^(1 − ε))^(1/(1 − ε)), ε = 1: 1 − the
    #: geometric mean over M; as Gini; 1 when a v is 0 and ε ≥ 1.
    ATKINSON = 38
    #: Hoover (Robin Hood, Schutz): Σw|v − M|/(2WM); as Gini.
    HOOVER = 39
    #: Kolm: ln(Σ(w/W) e^(α(M − v)))/α; any values.
    KOLM = 40
    #: Gini · n/(n − 1); weighted (frequency weights) Gini · W/(W − 1).
    GINI_CORRECTED = 41
    #: Palma: what the 10 % of W with the largest values have over what the 40
    #: % with the smallest have, a boundary element shared out; as Gini.
    PALMA = 42
    #: McLoone: Σwv/(m Σw) over the v ≤ m, the MEDIAN; needs m > 0.
    MCLOONE = 43
    #: Verstegen: the same over the v ≥ m.
    VERSTEGEN = 44
    #: Upper quantile over lower one (0.75 and 0.25 unless given), each by the
    #: rule of MEDIAN; the lower one has to be above 0.
    INTERQUANTILE_RATIO = 45
    #: The same with 0.95 and 0.05 unless given.
    RANGE_RATIO = 46
    #: RANGE_RATIO − 1: (p95 − p5)/p5.
    FEDERAL_RANGE_RATIO = 47
    #: Wolfson's polarisation: 2(1 − 2L(1/2) − Gini)·M/m, L the Lorenz curve, m
    #: the MEDIAN; parameter 1 instead of 2 for the form without the scale to
    #: 1.
    WOLFSON = 48
    #: Herfindahl–Hirschman: (Σ(v/Σv)^(m + 1))^(1/m), m = 1 unless given.
    HERFINDAHL = 49
    #: Hall–Tideman–Rosenbluth: 1/(2Σ i·v_i/Σv − 1), the largest v first.
    ROSENBLUTH = 50
    #: Σ(w/W)(ln v − Σ(w/W) ln v)²; needs all v > 0.
    VARIANCE_OF_LOGS = 51
    #: Σ(w/W)(ln v − ln M)²; needs all v > 0.
    LOGARITHMIC_VARIANCE = 52
    #: Share of W with v < z, the minimum standard (parameter 0, > 0).
    HEADCOUNT = 53
    #: Mean gap: Σ(w/W)(z − v)/z over the v < z.
    POVERTY_GAP = 54
    #: Mean squared gap: Σ(w/W)((z − v)/z)² over the v < z.
    SQUARED_POVERTY_GAP = 55
    #: Foster, Greer and Thorbecke: Σ(w/W)((z − v)/z)^α over the v < z; α = 0
    #: is HEADCOUNT, 1 and 2 the gaps.
    FOSTER_GREER_THORBECKE = 56
    #: Watts: Σ(w/W) ln(z/v) over the v < z; needs all v > 0.
    WATTS = 57
    #: Sen, in the form that copies of the whole population do not change: H(I
    #: + (1 − I)G), H HEADCOUNT, I the mean gap and G the Gini of those below.
    SEN = 58
    #: Sen (1976): H(I + (1 − I)G·q/(q + 1)), q the weight of those below.
    SEN_1976 = 59
    #: Sen, Shorrocks and Thon: Σw g(2(W − C) − w)/W², g the gap (0 above the
    #: standard), C the weight of those with smaller values.
    SEN_SHORROCKS_THON = 60


class PeerScore(IntEnum):
    """A score of each element against all the others (method §4)."""

    #: (v − min)/(max − min); all equal: 0.5.
    MINMAX = 0
    #: (50 + 10 z)/100, z by the population deviation; all equal: 0.5.
    ZSCORE = 1
    #: (n − rank)/(n − 1), rank the smallest shared one; one element: 0.5.
    RANK = 2
    #: Share of the others that are worse plus half of those that tie; one
    #: element: 0.5.
    PERCENTILE = 3


#: The enumeration of the headers: its class here, and what its names begin
#: with there.
ENUMS: Dict[str, Tuple[Type[IntEnum], str]] = {
    "attain_status_code":
        (StatusCode, "ATTAIN_"),
    "attain_language":
        (Language, "ATTAIN_LANGUAGE_"),
    "attain_period_value":
        (PeriodValue, "ATTAIN_PERIOD_"),
    "attain_frequency":
        (Frequency, "ATTAIN_FREQUENCY_"),
    "attain_observation_status":
        (ObservationStatus, "ATTAIN_OBSERVATION_"),
    "attain_group_value":
        (GroupValue, "ATTAIN_GROUP_"),
    "attain_dataset_table":
        (DatasetTable, "ATTAIN_DATASET_"),
    "attain_series":
        (Series, "ATTAIN_SERIES_"),
    "attain_comparator":
        (Comparator, "ATTAIN_COMPARATOR_"),
    "attain_when":
        (When, "ATTAIN_WHEN_"),
    "attain_score":
        (Score, "ATTAIN_SCORE_"),
    "attain_judge":
        (Judge, "ATTAIN_JUDGE_"),
    "attain_aggregate":
        (Aggregate, "ATTAIN_AGGREGATE_"),
    "attain_rule":
        (Rule, "ATTAIN_RULE_"),
    "attain_missing":
        (Missing, "ATTAIN_MISSING_"),
    "attain_across":
        (Across, "ATTAIN_ACROSS_"),
    "attain_direction":
        (Direction, "ATTAIN_DIRECTION_"),
    "attain_step":
        (Step, "ATTAIN_STEP_"),
    "attain_decimals_value":
        (DecimalsValue, "ATTAIN_DECIMALS_"),
    "attain_plan_table":
        (PlanTable, "ATTAIN_PLAN_"),
    "attain_kind":
        (Kind, "ATTAIN_KIND_"),
    "attain_verdict":
        (Verdict, "ATTAIN_VERDICT_"),
    "attain_standing":
        (Standing, "ATTAIN_STANDING_"),
    "attain_measure":
        (Measure, "ATTAIN_MEASURE_"),
    "attain_measures_value":
        (MeasuresValue, "ATTAIN_MEASURES_"),
    "attain_finding_kind":
        (FindingKind, "ATTAIN_FINDING_"),
    "attain_question":
        (Question, "ATTAIN_QUESTION_"),
    "attain_answer_kind":
        (AnswerKind, "ATTAIN_ANSWER_"),
    "attain_action":
        (Action, "ATTAIN_ACTION_"),
    "attain_obstacle":
        (Obstacle, "ATTAIN_OBSTACLE_"),
    "attain_effort":
        (Effort, "ATTAIN_EFFORT_"),
    "attain_mend_order":
        (MendOrder, "ATTAIN_MEND_ORDER_"),
    "attain_turn":
        (Turn, "ATTAIN_TURN_"),
    "attain_answer_field":
        (AnswerField, "ATTAIN_ANSWER_FIELD_"),
    "attain_quality_severity":
        (QualitySeverity, "ATTAIN_QUALITY_"),
    "attain_check_kind":
        (CheckKind, "ATTAIN_CHECK_"),
    "attain_quality_field":
        (QualityField, "ATTAIN_QUALITY_FIELD_"),
    "attain_quality_by":
        (QualityBy, "ATTAIN_QUALITY_BY_"),
    "attain_severity":
        (Severity, "ATTAIN_SEVERITY_"),
    "attain_format":
        (Format, "ATTAIN_FORMAT_"),
    "attain_vocabulary":
        (Vocabulary, "ATTAIN_VOCABULARY_"),
    "attain_doubt_source":
        (DoubtSource, "ATTAIN_DOUBT_"),
    "attain_sensitivity_measure":
        (SensitivityMeasure, "ATTAIN_SENSITIVITY_"),
    "attain_reversal_test":
        (ReversalTest, "ATTAIN_REVERSAL_"),
    "attain_index_measure":
        (IndexMeasure, "ATTAIN_INDEX_"),
    "attain_method_kind":
        (MethodKind, "ATTAIN_METHOD_"),
    "attain_reason":
        (Reason, "ATTAIN_REASON_"),
    "attain_method_trait":
        (MethodTrait, "ATTAIN_METHOD_"),
    "attain_aggregation":
        (Aggregation, "ATTAIN_AGGREGATION_"),
    "attain_blank":
        (Blank, "ATTAIN_BLANK_"),
    "attain_quantile_type":
        (QuantileType, "ATTAIN_QUANTILE_"),
    "attain_rank_ties":
        (RankTies, "ATTAIN_RANK_"),
    "attain_association":
        (Association, "ATTAIN_ASSOCIATION_"),
    "attain_association_test":
        (AssociationTest, "ATTAIN_ASSOCIATION_TEST_"),
    "attain_complete_rows":
        (CompleteRows, "ATTAIN_COMPLETE_"),
    "attain_reliability":
        (Reliability, "ATTAIN_RELIABILITY_"),
    "attain_components":
        (Components, "ATTAIN_COMPONENTS_"),
    "attain_decomposition":
        (Decomposition, "ATTAIN_DECOMPOSITION_"),
    "attain_part":
        (Part, "ATTAIN_PART_"),
    "attain_curve":
        (Curve, "ATTAIN_CURVE_"),
    "attain_concentration":
        (Concentration, "ATTAIN_CONCENTRATION_"),
    "attain_parity":
        (Parity, "ATTAIN_PARITY_"),
    "attain_segregation":
        (Segregation, "ATTAIN_SEGREGATION_"),
    "attain_normalisation":
        (Normalisation, "ATTAIN_NORMALISATION_"),
    "attain_screening":
        (Screening, "ATTAIN_SCREENING_"),
    "attain_imputation":
        (Imputation, "ATTAIN_IMPUTATION_"),
    "attain_filled":
        (Filled, "ATTAIN_FILLED_"),
    "attain_treatment":
        (Treatment, "ATTAIN_TREATMENT_"),
    "attain_treated":
        (Treated, "ATTAIN_TREATED_"),
    "attain_outliers":
        (Outliers, "ATTAIN_OUTLIERS_"),
    "attain_outlier":
        (Outlier, "ATTAIN_OUTLIER_"),
    "attain_progress_method":
        (ProgressMethod, "ATTAIN_PROGRESS_"),
    "attain_progress_goal_method":
        (ProgressGoalMethod, "ATTAIN_PROGRESS_GOAL_"),
    "attain_trend":
        (Trend, "ATTAIN_TREND_"),
    "attain_trend_measure":
        (TrendMeasure, "ATTAIN_TREND_"),
    "attain_required_rate":
        (RequiredRate, "ATTAIN_REQUIRED_"),
    "attain_likelihood":
        (Likelihood, "ATTAIN_LIKELIHOOD_"),
    "attain_value_added":
        (ValueAdded, "ATTAIN_VALUE_ADDED_"),
    "attain_value_added_measure":
        (ValueAddedMeasure, "ATTAIN_VALUE_ADDED_"),
    "attain_weighting":
        (Weighting, "ATTAIN_WEIGHTING_"),
    "attain_statistic":
        (Statistic, "ATTAIN_STATISTIC_"),
    "attain_peer_score":
        (PeerScore, "ATTAIN_PEER_"),
}
