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


class MeasuresValue(IntEnum):
    """All measures (attain_measures_all() at run time)."""

    #: The bits of all measures.
    ALL = 16777215


class Language(IntEnum):
    """Language of texts made for people."""

    #: English.
    EN = 0
    #: Chinese, in simplified characters.
    ZH = 1


class Severity(IntEnum):
    """How bad a problem is."""

    #: The table is read all the same.
    WARNING = 0
    #: Nothing is read.
    ERROR = 1


class Format(IntEnum):
    """Form of the results."""

    #: One table, a line a row (docs/exchange.md).
    CSV = 0
    #: Nested by goal (docs/exchange.md).
    JSON = 1


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
    "attain_language":
        (Language, "ATTAIN_LANGUAGE_"),
    "attain_severity":
        (Severity, "ATTAIN_SEVERITY_"),
    "attain_format":
        (Format, "ATTAIN_FORMAT_"),
    "attain_vocabulary":
        (Vocabulary, "ATTAIN_VOCABULARY_"),
    "attain_method_kind":
        (MethodKind, "ATTAIN_METHOD_"),
    "attain_reason":
        (Reason, "ATTAIN_REASON_"),
    "attain_method_trait":
        (MethodTrait, "ATTAIN_METHOD_"),
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
    "attain_statistic":
        (Statistic, "ATTAIN_STATISTIC_"),
    "attain_peer_score":
        (PeerScore, "ATTAIN_PEER_"),
}
