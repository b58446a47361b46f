"""The enumerations of the library, with the values of its headers."""
from enum import IntEnum
from typing import Dict, Tuple, Type


class StatusCode(IntEnum):
    OK = 0
    ERR_ARGUMENT = 10
    ERR_STRUCT = 11
    ERR_SPACE = 12
    ERR_MEMORY = 20
    ERR_LIMIT = 21
    ERR_TEXT = 30
    ERR_NUMBER = 31
    ERR_PERIOD = 32
    ERR_DUPLICATE = 40
    ERR_UNKNOWN = 41
    ERR_CYCLE = 42
    ERR_MISSING = 43
    ERR_VALUE = 44
    ERR_MISMATCH = 50
    ERR_TABLE = 60
    ERR_IO = 61
    ERR_CALLBACK = 70


class PeriodValue(IntEnum):
    NONE = -1


class Frequency(IntEnum):
    NONE = 0
    YEAR = 1
    HALF_YEAR = 2
    QUARTER = 3
    MONTH = 4


class ObservationStatus(IntEnum):
    MEASURED = 0
    ESTIMATED = 1
    PROVISIONAL = 2
    MISSING = 3


class GroupValue(IntEnum):
    NONE = -1


class DatasetTable(IntEnum):
    UNITS = 0
    VARIABLES = 1
    STAGES = 2
    GROUPS = 3


class Series(IntEnum):
    LEVEL = 0
    CHANGE = 1
    GROWTH = 2
    SINCE_BASELINE = 3
    GROWTH_SINCE_BASELINE = 4
    CUMULATIVE = 5


class Comparator(IntEnum):
    AT_LEAST = 0
    AT_MOST = 1
    ABOVE = 2
    BELOW = 3
    BETWEEN = 4
    ABOUT = 5
    NONE = 6


class When(IntEnum):
    AT_DUE = 0
    EVERY_PERIOD = 1
    HOLD = 2


class Score(IntEnum):
    DEFAULT = 0
    RATIO = 1
    PROGRESS = 2
    EFFICACY = 3
    PASS = 4
    STEPS = 5
    MINMAX = 6
    ZSCORE = 7
    RANK = 8
    PERCENTILE = 9


class Judge(IntEnum):
    FULL = 0
    ROUNDED = 1


class Aggregate(IntEnum):
    ARITHMETIC = 0
    GEOMETRIC = 1
    HARMONIC = 2
    MIN = 3
    MEDIAN = 4


class Rule(IntEnum):
    ALL = 0
    ANY = 1
    AT_LEAST = 2


class Missing(IntEnum):
    RENORMALISE = 0
    ZERO = 1
    STRICT = 2


class Across(IntEnum):
    NONE = 0
    TOTAL = 1
    MEAN = 2
    MEDIAN = 3
    MIN = 4
    MAX = 5
    COUNT = 6
    CV = 7
    GINI = 8
    THEIL = 9


class Direction(IntEnum):
    UP = 0
    DOWN = 1


class DecimalsValue(IntEnum):
    NONE = 127


class PlanTable(IntEnum):
    GOALS = 0
    METRICS = 1
    TARGETS = 2
    PATH = 3
    BANDS = 4
    GROUPS = 5


class Kind(IntEnum):
    GOAL = 0
    TARGET = 1


class Verdict(IntEnum):
    NONE = 0
    MET = 1
    NOT_MET = 2
    UNKNOWN = 3


class Standing(IntEnum):
    UNKNOWN = 0
    ACHIEVED = 1
    LOST = 2
    MISSED = 3
    ON_TRACK = 4
    SLOW = 5
    OFF_TRACK = 6
    REVERSING = 7
    UNRATED = 8


class Measure(IntEnum):
    VALUE = 0
    ATTAINMENT = 1
    VERDICT = 2
    STATUS = 3
    EXPECTED = 4
    PACE = 5
    PROJECTION = 6
    PROBABILITY = 7
    SHORTFALL = 8
    SHORTFALL_NUMERATOR = 9
    SCORE = 10
    LOW = 11
    HIGH = 12
    COVERAGE = 13
    GRADE = 14
    RANK = 15
    PROJECTION_LOW = 16
    PROJECTION_HIGH = 17
    TARGETS = 18
    TARGETS_MET = 19
    TARGETS_UNKNOWN = 20
    GROWTH_PACE = 21
    CUMULATIVE_GAP = 22
    MEAN_CHANGE = 23


class MeasuresValue(IntEnum):
    ALL = 0xFFFFFF


class Language(IntEnum):
    EN = 0
    ZH = 1


class Severity(IntEnum):
    WARNING = 0
    ERROR = 1


class Format(IntEnum):
    CSV = 0
    JSON = 1


class Vocabulary(IntEnum):
    SERIES = 0
    COMPARATOR = 1
    WHEN = 2
    SCORE = 3
    JUDGE = 4
    AGGREGATE = 5
    RULE = 6
    MISSING = 7
    ACROSS = 8
    DIRECTION = 9
    OBSERVATION_STATUS = 10
    KIND = 11
    VERDICT = 12
    STANDING = 13
    MEASURE = 14


class Statistic(IntEnum):
    COUNT = 0
    SUM = 1
    MEAN = 2
    MIN = 3
    MAX = 4
    MEDIAN = 5
    VARIANCE_POPULATION = 6
    VARIANCE_SAMPLE = 7
    SD_POPULATION = 8
    SD_SAMPLE = 9
    CV = 10
    GINI = 11
    THEIL = 12
    UNWEIGHTED_MEAN = 13
    UNWEIGHTED_CV = 14


class PeerScore(IntEnum):
    MINMAX = 0
    ZSCORE = 1
    RANK = 2
    PERCENTILE = 3


#: The enumeration of the headers: its class here, and what its names begin
#: with there.
ENUMS: Dict[str, Tuple[Type[IntEnum], str]] = {
    "attain_status_code": (StatusCode, "ATTAIN_"),
    "attain_period_value": (PeriodValue, "ATTAIN_PERIOD_"),
    "attain_frequency": (Frequency, "ATTAIN_FREQUENCY_"),
    "attain_observation_status": (ObservationStatus, "ATTAIN_OBSERVATION_"),
    "attain_group_value": (GroupValue, "ATTAIN_GROUP_"),
    "attain_dataset_table": (DatasetTable, "ATTAIN_DATASET_"),
    "attain_series": (Series, "ATTAIN_SERIES_"),
    "attain_comparator": (Comparator, "ATTAIN_COMPARATOR_"),
    "attain_when": (When, "ATTAIN_WHEN_"),
    "attain_score": (Score, "ATTAIN_SCORE_"),
    "attain_judge": (Judge, "ATTAIN_JUDGE_"),
    "attain_aggregate": (Aggregate, "ATTAIN_AGGREGATE_"),
    "attain_rule": (Rule, "ATTAIN_RULE_"),
    "attain_missing": (Missing, "ATTAIN_MISSING_"),
    "attain_across": (Across, "ATTAIN_ACROSS_"),
    "attain_direction": (Direction, "ATTAIN_DIRECTION_"),
    "attain_decimals_value": (DecimalsValue, "ATTAIN_DECIMALS_"),
    "attain_plan_table": (PlanTable, "ATTAIN_PLAN_"),
    "attain_kind": (Kind, "ATTAIN_KIND_"),
    "attain_verdict": (Verdict, "ATTAIN_VERDICT_"),
    "attain_standing": (Standing, "ATTAIN_STANDING_"),
    "attain_measure": (Measure, "ATTAIN_MEASURE_"),
    "attain_measures_value": (MeasuresValue, "ATTAIN_MEASURES_"),
    "attain_language": (Language, "ATTAIN_LANGUAGE_"),
    "attain_severity": (Severity, "ATTAIN_SEVERITY_"),
    "attain_format": (Format, "ATTAIN_FORMAT_"),
    "attain_vocabulary": (Vocabulary, "ATTAIN_VOCABULARY_"),
    "attain_statistic": (Statistic, "ATTAIN_STATISTIC_"),
    "attain_peer_score": (PeerScore, "ATTAIN_PEER_"),
}
