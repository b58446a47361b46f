"""The structs and callbacks of the library.

Made from the headers by tests/ffi/generate.py; do not edit.
"""
import ctypes
from ctypes import (CFUNCTYPE, POINTER, c_char, c_char_p, c_double, c_int,
                    c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p)
from typing import Any, Dict, Type


class Dataset(ctypes.Structure):
    """A dataset. Opaque; owned by caller, release with
    attain_dataset_destroy()."""


class Plan(ctypes.Structure):
    """A plan. Opaque; owned by caller, release with attain_plan_destroy()."""


class Evaluation(ctypes.Structure):
    """An evaluation. Opaque; owned by caller, release with
    attain_evaluation_destroy()."""


class Answer(ctypes.Structure):
    """An answer. Opaque; owned by caller, release with
    attain_answer_destroy()."""


class Whatif(ctypes.Structure):
    """What would be: a dataset with some values changed, and its
    evaluation. Opaque; owned by caller, release with
    attain_whatif_destroy()."""


class Changes(ctypes.Structure):
    """A list of changes. Opaque; owned by caller, release with
    attain_changes_destroy()."""


class Checks(ctypes.Structure):
    """A set of checks. Opaque; owned by caller, release with
    attain_checks_destroy()."""


class Quality(ctypes.Structure):
    """What was found. Opaque; owned by caller, release with
    attain_quality_destroy()."""


class Index(ctypes.Structure):
    """An index. Opaque; owned by caller, release with
    attain_index_destroy()."""


class Error(ctypes.Structure):
    """What went wrong, in the caller's memory. Frozen: it never changes its
    layout. A function writes it only when it fails. The message is one line
    without control characters; text that does not fit is cut at a
    character."""


class Allocator(ctypes.Structure):
    """Where an object takes its memory. Frozen layout. Copied by the object
    that is created with it; `user` must outlive that object. The functions
    are called from the thread that called the library, never from another
    one."""


class Unit(ctypes.Structure):
    """An area or a school (units.csv)."""


class Variable(ctypes.Structure):
    """A raw quantity that is counted or measured (variables.csv)."""


class Stage(ctypes.Structure):
    """How a shared variable is split over stages (stages.csv)."""


class Observations(ctypes.Structure):
    """Observations in long form: columns of equal length."""


class Observation(ctypes.Structure):
    """One observation and where it came from."""


class PlanInfo(ctypes.Structure):
    """The plan itself (plan.csv)."""


class Goal(ctypes.Structure):
    """A node of the goal tree (goals.csv)."""


class Metric(ctypes.Structure):
    """How a value is made of variables (metrics.csv; method §2)."""


class Target(ctypes.Structure):
    """One commitment (targets.csv; method §3 and §4)."""


class PathPoint(ctypes.Structure):
    """A milestone on the way of a target (path.csv)."""


class Band(ctypes.Structure):
    """A grade (bands.csv): a goal has the highest whose conditions all
    hold. The highest is the one that asks most: with `if_met` before
    without, then by `met`, `from`, `floor`. At least one condition is
    required, and no two grades ask the same. Where any has `met` or
    `floor`, only the root's own rows are graded, for they are about the
    targets of the plan (rulings A116)."""


class Group(ctypes.Structure):
    """An evaluator group whose ratings are combined (groups.csv; rulings
    A47)."""


class Choice(ctypes.Structure):
    """A choice of method in the making of a composite index (index.csv). It
    holds for its node and all below it; the nearest of several counts."""


class Agreement(ctypes.Structure):
    """How far evaluator groups agree on the order of units (rulings A89)."""


class Yearly(ctypes.Structure):
    """How a target of series change or growth stands at a unit, asked in
    three ways. v(j) is the metric's value in the period judged, b the
    baseline at b0, n = j − b0. Limits are those that the target sets for
    one period, and what they come to; the one that a one-sided comparator
    lacks is NaN."""


class EvaluateOptions(ctypes.Structure):
    """Options of attain_evaluate()."""


class Node(ctypes.Structure):
    """A node. Texts are borrowed until the evaluation is destroyed."""


class EvaluationUnit(ctypes.Structure):
    """A unit as the evaluation knows it. Texts are borrowed until the
    evaluation is destroyed."""


class EvaluationInfo(ctypes.Structure):
    """What was evaluated. Texts are borrowed until the evaluation is
    destroyed."""


class Finding(ctypes.Structure):
    """A warning of the evaluation: what was odd and may need a person."""


class Owner(ctypes.Structure):
    """How a department stands at one unit (rulings A110)."""


class Resource(ctypes.Structure):
    """What a unit of a variable costs, and in what steps it comes."""


class AnswerOptions(ctypes.Structure):
    """Options of the questions."""


class Check(ctypes.Structure):
    """A check (checks.csv). Texts are copied by attain_checks_add()."""


class CheckKindInfo(ctypes.Structure):
    """What a kind of check is. All texts are static."""


class QualityOptions(ctypes.Structure):
    """Options of attain_quality_assess()."""


class QualityFinding(ctypes.Structure):
    """A finding. Texts are borrowed until the findings are destroyed."""


class Problem(ctypes.Structure):
    """A problem in a table. Everything is borrowed for the call of the
    handler."""


class ReadOptions(ctypes.Structure):
    """Options of the readers."""


class Table(ctypes.Structure):
    """A table in memory."""


class WriteOptions(ctypes.Structure):
    """Options of the writers."""


class Composite(ctypes.Structure):
    """A composite index: columns over units, a tree that brings them
    together.
    Nodes 0 … column_count − 1 are the columns; the nodes after them are
    groups, and the last one is the root, whose value is the score. A high
    one is good. A group's parent comes after it. NaN in `values` is
    missing: a group's value is that of the members that are known
    (ATTAIN_BLANK_RENORMALISE; methods that are strict have none), and NaN
    when none is. Members without weight stay out.
    Any method of the tables ATTAIN_METHOD_NORMALISATION
    (numeric/normalise.h) and ATTAIN_METHOD_AGGREGATION
    (numeric/aggregate.h; bounds are the columns' own) can be among the
    choices, and gives what attain_normalise() and attain_aggregate() give,
    but for rounding: arithmetic, geometric and harmonic means and the
    smallest, without parameters, are computed in doubles, members in the
    order of their nodes. A group whose method has low scores for good units
    (ATTAIN_METHOD_LOW_IS_GOOD) changes the sign of its value before it is a
    member of another. Where the index's own root is such a group, low
    scores are good: rank 1 is the lowest, a score reaches a bound when it
    is at most the bound, and alternatives to it change their sign."""


class DoubtOptions(ctypes.Structure):
    """Which doubts, and what is asked about them."""


class DoubtResult(ctypes.Structure):
    """What is found; each array is owned by caller and optional. Shares and
    quantiles are those of the draws in which the unit has a score; NaN if
    there is none."""


class IndexOptions(ctypes.Structure):
    """Options of attain_index_create()."""


class IndexNode(ctypes.Structure):
    """A node of an index: a goal or an indicator, in pre-order (a goal, its
    indicators, then its sub-goals). Texts are borrowed until the index and
    all that were varied from it are destroyed."""


class IndexComparison(ctypes.Structure):
    """Ranks by two indices. Arrays are owned by caller and optional."""


class Method(ctypes.Structure):
    """A row of the table of methods. Texts are static."""


class Parameter(ctypes.Structure):
    """A parameter of a method. Texts are static."""


class Anova(ctypes.Structure):
    """One-way analysis of variance: N values in k groups."""


class Regression(ctypes.Structure):
    """A fit by least squares."""


class Shrinkage(ctypes.Structure):
    """A fitted model y = b0 + Σ b x + u_group + e."""


class Sum(ctypes.Structure):
    """A sum in progress: the exact sum of any number of doubles.
    Caller-allocated, without pointers, may be copied and moved byte by byte
    between processes of machines with the same byte order. Set up by
    attain_sum_init()."""


class Line(ctypes.Structure):
    """A straight line fitted to points: y = intercept + slope · (x −
    center)."""


class ArrowSchema(ctypes.Structure):
    """The type of an array and of its children."""


class ArrowArray(ctypes.Structure):
    """The elements of an array and of its children."""


class ArrowArrayStream(ctypes.Structure):
    """Record batches of one schema, one after the other."""


#: Is told each problem, in the order of files, lines and columns.
ProblemHandler: Any = CFUNCTYPE(c_int32, POINTER(Problem), c_void_p)
#: Takes bytes, in order.
Sink: Any = CFUNCTYPE(c_int32, c_void_p, c_size_t, c_void_p)

Error._fields_ = [
    # The status that was returned.
    ("code", c_int32),
    # Always 0.
    ("reserved", c_int32),
    # Element, row or line the failure is about, from 0; −1: none. For tables:
    # the line, from 1.
    ("row", c_int64),
    # Field, parameter or column the failure is about; "" if none.
    ("field", c_char * 64),
    # What is wrong and what to do, in English.
    ("message", c_char * 440),
]

Allocator._fields_ = [
    # Returns `size` (≥ 1) bytes aligned for any type, or NULL.
    ("allocate", CFUNCTYPE(c_void_p, c_size_t, c_void_p)),
    # Resizes a block of `old_size` bytes, or returns NULL and leaves it.
    ("reallocate", CFUNCTYPE(c_void_p, c_void_p, c_size_t, c_size_t,
        c_void_p)),
    # Frees a block of `size` bytes. `block` is never NULL.
    ("release", CFUNCTYPE(None, c_void_p, c_size_t, c_void_p)),
    # Handed to the three functions.
    ("user", c_void_p),
]

Unit._fields_ = [
    # sizeof(attain_unit), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique among units; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # Level, any word; a school has level `school`; required.
    ("level", c_char_p),
    # Id of the unit above; NULL: none.
    ("parent", c_char_p),
    # Stage, a word; NULL: none.
    ("stage", c_char_p),
    # List of words; NULL: none.
    ("tags", c_char_p),
    # First period in which it counts; ATTAIN_PERIOD_NONE: always.
    ("opened", c_int32),
    # First period in which it no longer does, after `opened`;
    # ATTAIN_PERIOD_NONE: never.
    ("closed", c_int32),
    # Id of the main school of a point that does not count itself: another unit
    # of its level, to whose additive variables its own are added; NULL: it
    # counts itself.
    ("attached_to", c_char_p),
]

Variable._fields_ = [
    # sizeof(attain_variable), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique among variables; required.
    ("id", c_char_p),
    # Name; NULL: the id.
    ("name", c_char_p),
    # Unit of measure; NULL: none.
    ("unit", c_char_p),
    # Smallest valid value; NaN: any.
    ("min", c_double),
    # Largest valid value, ≥ min; NaN: any.
    ("max", c_double),
    # 1: the parts of a multi-stage school share it (rulings A48), 0: not.
    ("shared", c_int32),
    # 1: what a point has of it is added to its main school's (`attached_to`),
    # 0: not, as of a rate or a size of class.
    ("additive", c_int32),
]

Stage._fields_ = [
    # sizeof(attain_stage), set by the init function.
    ("struct_size", c_size_t),
    # Stage, unique; required.
    ("stage", c_char_p),
    # Id of the variable that counts its pupils; required.
    ("enrolment", c_char_p),
    # Weight of a pupil of the stage, > 0; required.
    ("weight", c_double),
]

Observations._fields_ = [
    # sizeof(attain_observations), set by the init function.
    ("struct_size", c_size_t),
    # Length of every column.
    ("count", c_size_t),
    # Rows of units.
    ("units", POINTER(c_int32)),
    # Periods.
    ("periods", POINTER(c_int32)),
    # Rows of variables.
    ("variables", POINTER(c_int32)),
    # Rows of groups or ATTAIN_GROUP_NONE; NULL: none.
    ("groups", POINTER(c_int32)),
    # Values; NaN: missing.
    ("values", POINTER(c_double)),
    # enum attain_observation_status; NULL: measured.
    ("statuses", POINTER(c_int32)),
]

Observation._fields_ = [
    # sizeof(attain_observation), set by the init function.
    ("struct_size", c_size_t),
    # File it was read from, borrowed until the dataset is destroyed; NULL: set
    # through the API.
    ("file", c_char_p),
    # Line in the file, from 1; 0: none.
    ("line", c_int64),
    # The value; NaN: missing.
    ("value", c_double),
    # enum attain_observation_status.
    ("status", c_int32),
    # 1 if it was observed at all (also as missing), else 0.
    ("present", c_int32),
    # Column of the value in the file's table, from 1; 0: none.
    ("column", c_int64),
]

PlanInfo._fields_ = [
    # sizeof(attain_plan_info), set by the init function.
    ("struct_size", c_size_t),
    # Id; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # Level of the unit that the plan is for; required.
    ("level", c_char_p),
    # Name of the band that a fired veto caps grades at; NULL: none.
    ("veto_grade", c_char_p),
    # Where the plan is written; NULL: not given.
    ("source", c_char_p),
    # First period; required.
    ("first_period", c_int32),
    # Last period, of the same frequency, not before the first; required.
    ("last_period", c_int32),
    # enum attain_score: the targets' default.
    ("score", c_int32),
    # enum attain_missing.
    ("missing", c_int32),
]

Goal._fields_ = [
    # sizeof(attain_goal), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique among goals and targets; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # Id of the goal above; NULL for the one root.
    ("parent", c_char_p),
    # Level it is judged at; NULL: its parent's, for the root the plan's.
    ("level", c_char_p),
    # Variable that weights the units in the whole's attainment; NULL: equal
    # weights.
    ("unit_weight", c_char_p),
    # Department; NULL: not given.
    ("owner", c_char_p),
    # Clause; NULL: not given.
    ("source", c_char_p),
    # Weight ≥ 0 in its parent's score; NaN: 1.
    ("weight", c_double),
    # For ATTAIN_RULE_AT_LEAST: attainment 0…1 that every child must have that
    # is not met; NaN: none.
    ("floor", c_double),
    # Share, > 0 and ≤ 1, of units that must meet it; NaN: 1.
    ("share", c_double),
    # enum attain_aggregate.
    ("aggregate", c_int32),
    # enum attain_rule.
    ("rule", c_int32),
    # For ATTAIN_RULE_AT_LEAST: how many children must be met, ≥ 1; else 0.
    ("at_least", c_int32),
    # 1: only where there is a unit to judge; a whole without any then has no
    # row, instead of being unknown (rulings A119). 0: not.
    ("if_any", c_int32),
    # Most points ≥ 0 that its bonus targets add together; NaN: any.
    ("bonus_cap", c_double),
    # Highest score, ≥ 100, that a bonus can lead to; NaN: 100.
    ("score_cap", c_double),
]

Metric._fields_ = [
    # sizeof(attain_metric), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique among metrics; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # List that is summed, `a;b;-c`; each part a variable, `variable[group]` or
    # a metric's id after an `@`. Required, but NULL for ATTAIN_ACROSS_COUNT.
    ("numerator", c_char_p),
    # List like the numerator; NULL: none.
    ("denominator", c_char_p),
    # Unit of measure; NULL: none.
    ("unit", c_char_p),
    # Level of the members that are brought together; NULL: `school`.
    ("level", c_char_p),
    # List of stages, any of which a member (and a judged unit) must have;
    # NULL: any.
    ("stage", c_char_p),
    # List of tags, all of which it must have; NULL: any.
    ("tags", c_char_p),
    # List of tags, none of which it may have; NULL: none is in the way.
    ("without", c_char_p),
    # List of conditions, all of which must hold in the period:
    # `variable>=number` (or >, <=, <), before it `tag:` when it is only for
    # units with that tag. NULL: none. Where the variable is missing, the
    # condition leaves nobody out (docs/method.md, A113).
    ("where", c_char_p),
    # Factor, not 0; 100 for per cent. NaN: 1.
    ("factor", c_double),
    # Share of members, 0…1, that must have a value; NaN: 1.
    ("min_coverage", c_double),
    # Interval of rounding, in units of the last of `decimals`: 1, 0.5 or 0.2
    # (GB/T 8170); NaN: 1.
    ("interval", c_double),
    # enum attain_direction.
    ("direction", c_int32),
    # enum attain_across.
    ("across", c_int32),
    # Decimals of display and of judging by rounded value, −15…15; or
    # ATTAIN_DECIMALS_NONE.
    ("decimals", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Target._fields_ = [
    # sizeof(attain_target), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique among goals and targets; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # Id of the goal it stands under; required.
    ("goal", c_char_p),
    # Id of the metric it is about; required.
    ("metric", c_char_p),
    # Level it is judged at; NULL: its goal's.
    ("level", c_char_p),
    # Variable that weights the units in the whole's attainment; NULL: equal
    # weights.
    ("unit_weight", c_char_p),
    # Department; NULL: not given.
    ("owner", c_char_p),
    # Clause; NULL: not given.
    ("source", c_char_p),
    # Name of a progress method (ATTAIN_METHOD_PROGRESS), whose score and class
    # are shown beside; its path, where it has one, is the target's. NULL: none
    # (rulings A150).
    ("method", c_char_p),
    # List `name=number;name=number` of the method's parameters, and of those
    # inputs that no other field says; NULL: all as they are by default.
    ("parameters", c_char_p),
    # For ATTAIN_SCORE_STEPS: pairs (lower bound, points 0…1), bounds strictly
    # increasing; NULL: none.
    ("steps", POINTER(c_double)),
    # Number of pairs in `steps`.
    ("step_count", c_size_t),
    # The limit, in the unit of the series; NaN only for
    # ATTAIN_COMPARATOR_NONE.
    ("value", c_double),
    # Upper limit of ATTAIN_COMPARATOR_BETWEEN, ≥ value; else NaN.
    ("upper", c_double),
    # Half-width of ATTAIN_COMPARATOR_ABOUT, ≥ 0; else NaN.
    ("tolerance", c_double),
    # Share, > 0 and ≤ 1, of units that must meet it; NaN: 1.
    ("share", c_double),
    # Stated baseline, a level of the metric; NaN: from the data at
    # baseline_period, or none.
    ("baseline", c_double),
    # For ATTAIN_SCORE_EFFICACY: the values worth 0.6 and 1, not equal.
    ("bad", c_double),
    # See bad.
    ("good", c_double),
    # For ATTAIN_SCORE_RATIO of a band: where attainment reaches 0 below.
    ("outer_low", c_double),
    # See outer_low; above.
    ("outer_high", c_double),
    # Weight ≥ 0 in its goal's score; NaN: 1.
    ("weight", c_double),
    # Period of the baseline, or ATTAIN_PERIOD_NONE.
    ("baseline_period", c_int32),
    # Due period, or ATTAIN_PERIOD_NONE for the plan's last.
    ("due", c_int32),
    # enum attain_series.
    ("series", c_int32),
    # enum attain_comparator.
    ("comparator", c_int32),
    # enum attain_when.
    ("when", c_int32),
    # enum attain_score.
    ("score", c_int32),
    # enum attain_judge.
    ("judge", c_int32),
    # 1: one-vote veto (一票否决), 0: not.
    ("veto", c_int32),
    # 1: aspirational (力争), 0: not. Changes no number.
    ("soft", c_int32),
    # 1: ATTAIN_SCORE_EFFICACY is not clipped, 0: clipped.
    ("open", c_int32),
    # Points ≥ 0 that it adds to its goal's score of 100 when attained whole;
    # then it counts in nothing else, and its weight does nothing. NaN: 0, no
    # bonus (rulings A118).
    ("bonus", c_double),
    # 1: only where there is a unit to judge; a whole without any then has no
    # row, instead of being unknown (rulings A119). 0: not.
    ("if_any", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

PathPoint._fields_ = [
    # sizeof(attain_path_point), set by the init function.
    ("struct_size", c_size_t),
    # Id of the target; required.
    ("target", c_char_p),
    # Required value in that period.
    ("value", c_double),
    # Period, strictly between the baseline's and the due one.
    ("period", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Band._fields_ = [
    # sizeof(attain_band), set by the init function.
    ("struct_size", c_size_t),
    # Name, unique; required.
    ("name", c_char_p),
    # Lower bound of the score, 0…100; the bound belongs to it. NaN: any score,
    # or none.
    ("from", c_double),
    # Least attainment, 0…1, of every target that is not met; NaN: any.
    ("floor", c_double),
    # Least number of targets that are met; 0: any.
    ("met", c_int32),
    # 1: the goal itself must be met, 0: not.
    ("if_met", c_int32),
]

Group._fields_ = [
    # sizeof(attain_group), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique; required.
    ("id", c_char_p),
    # Name; required.
    ("name", c_char_p),
    # Weight ≥ 0; NaN: 1.
    ("weight", c_double),
]

Choice._fields_ = [
    # sizeof(attain_choice), set by the init function.
    ("struct_size", c_size_t),
    # Id of the goal or target; NULL: all.
    ("node", c_char_p),
    # Name of the method in the table of the step's kind; NULL: none, so that
    # nothing is done, weights are those given, and goals aggregate as
    # goals.csv says.
    ("method", c_char_p),
    # List `name=number;name=number` of the method's parameters; NULL: all as
    # they are by default.
    ("parameters", c_char_p),
    # enum attain_step; required.
    ("step", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Agreement._fields_ = [
    # sizeof(attain_agreement), set by the init function.
    ("struct_size", c_size_t),
    # Kendall's W with the correction for ties, 0…1; NaN: fewer than two
    # groups, or fewer than two units rated by all of them, or all tied.
    ("concordance", c_double),
    # Groups that rated any unit.
    ("groups", c_size_t),
    # Units that all of these groups rated.
    ("units", c_size_t),
]

Yearly._fields_ = [
    # sizeof(attain_yearly), set by the init function.
    ("struct_size", c_size_t),
    # Periods s … j that are judged at the unit.
    ("periods", c_size_t),
    # Those in which the period's own change keeps the rule.
    ("met", c_size_t),
    # Those in which it is not known.
    ("unknown", c_size_t),
    # The change (or growth) in the period j alone; NaN: not known.
    ("latest", c_double),
    # Its lower limit.
    ("lower", c_double),
    # Its upper limit.
    ("upper", c_double),
    # From the base on: v(j) − b, of growth v(j)/b − 1; NaN: not known.
    ("cumulative", c_double),
    # n · lower, of growth (1 + lower)^n − 1.
    ("cumulative_lower", c_double),
    # n · upper, of growth (1 + upper)^n − 1.
    ("cumulative_upper", c_double),
    # Mean per period: (v(j) − b)/n, of growth (v(j)/b)^(1/n) − 1.
    ("mean", c_double),
    # enum attain_verdict of every period, as for `when` every_period.
    ("every_verdict", c_int32),
    # enum attain_verdict of the period j alone.
    ("latest_verdict", c_int32),
    # enum attain_verdict of the years together.
    ("cumulative_verdict", c_int32),
    # enum attain_verdict of the mean; it may differ from that of the years
    # together where values are judged rounded.
    ("mean_verdict", c_int32),
    # b0; ATTAIN_PERIOD_NONE: the target has no baseline, so that only the
    # yearly answer is known.
    ("base", c_int32),
    # j.
    ("judged", c_int32),
]

EvaluateOptions._fields_ = [
    # sizeof(attain_evaluate_options), set by the init function.
    ("struct_size", c_size_t),
    # Memory for the evaluation; NULL: the C library's malloc. Borrowed for the
    # call (what it points to is copied).
    ("allocator", POINTER(Allocator)),
    # Bits of the measures to keep; the others read NaN. Default:
    # ATTAIN_MEASURES_ALL.
    ("measures", c_uint64),
    # Pace from which a target is on track; default 0.95.
    ("on_track", c_double),
    # Pace from which it is slow; default 0.60, ≤ on_track.
    ("slow", c_double),
    # Period as of which is judged; ATTAIN_PERIOD_NONE (the default): the last
    # of the plan or of the data, whichever is earlier.
    ("as_of", c_int32),
    # Threads to use, the caller's included; 0 and 1: the caller's alone.
    ("threads", c_int32),
    # Goals are ranked down to this depth of the tree: 0 the root alone; −1
    # (the default): all. Ranking sorts every goal's units.
    ("rank_depth", c_int32),
    # Always 0.
    ("reserved", c_int32),
    # Weight of the attainment in the comprehensive lens, ≥ 0; default 1.
    ("outcome_weight", c_double),
    # Weight of the process in it, ≥ 0; default 1.
    ("process_weight", c_double),
    # Weight of the value added in it, ≥ 0; default 1.
    ("value_added_weight", c_double),
    # Id of the variable that counts whom a unit's value is of (pupils): value
    # added is shrunk by it. NULL (the default): not shrunk. Borrowed for the
    # call, copied.
    ("sizes", c_char_p),
]

Node._fields_ = [
    # sizeof(attain_node), set by the init function.
    ("struct_size", c_size_t),
    # Id of the goal or target.
    ("id", c_char_p),
    # Name.
    ("name", c_char_p),
    # Level it is judged at.
    ("level", c_char_p),
    # Department, "" if none.
    ("owner", c_char_p),
    # Clause, "" if none.
    ("source", c_char_p),
    # Unit of measure of a target's metric, "" if none.
    ("unit", c_char_p),
    # Number of rows.
    ("row_count", c_size_t),
    # Weight in the parent's score.
    ("weight", c_double),
    # Limits of a target (lower and upper; the one that a one-sided comparator
    # lacks is NaN); NaN for goals.
    ("lower", c_double),
    # See lower.
    ("upper", c_double),
    # enum attain_kind.
    ("kind", c_int32),
    # Row of the goal or target in the plan's table.
    ("row", c_int32),
    # Node of the parent goal; −1 for the root.
    ("parent", c_int32),
    # Depth in the tree; the root has 0.
    ("depth", c_int32),
    # Due period of a target; the plan's last for goals.
    ("due", c_int32),
    # enum attain_series of a target.
    ("series", c_int32),
    # enum attain_comparator of a target.
    ("comparator", c_int32),
    # enum attain_score that is used; ATTAIN_SCORE_DEFAULT: none.
    ("score", c_int32),
    # Decimals of the metric, or ATTAIN_DECIMALS_NONE.
    ("decimals", c_int32),
    # 1: aspirational.
    ("soft", c_int32),
    # 1: a veto target.
    ("veto", c_int32),
    # enum attain_judge.
    ("judge", c_int32),
    # Method of progress that a target names, enum attain_progress_method; −1:
    # none.
    ("method", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

EvaluationUnit._fields_ = [
    # sizeof(attain_evaluation_unit), set by the init function.
    ("struct_size", c_size_t),
    # Id.
    ("id", c_char_p),
    # Name.
    ("name", c_char_p),
    # Level.
    ("level", c_char_p),
    # Row of the unit above; −1: none.
    ("parent", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

EvaluationInfo._fields_ = [
    # sizeof(attain_evaluation_info), set by the init function.
    ("struct_size", c_size_t),
    # Id of the plan.
    ("plan", c_char_p),
    # Name of the plan.
    ("name", c_char_p),
    # Level of the plan's unit.
    ("level", c_char_p),
    # Where the plan is written, "" if not given.
    ("source", c_char_p),
    # Rows over all nodes.
    ("row_count", c_size_t),
    # Units of the dataset.
    ("unit_count", c_size_t),
    # Number of bands.
    ("grade_count", c_size_t),
    # Period as of which was judged.
    ("as_of", c_int32),
    # First period of the plan.
    ("first_period", c_int32),
    # Last period of the plan.
    ("last_period", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Finding._fields_ = [
    # sizeof(attain_finding), set by the init function.
    ("struct_size", c_size_t),
    # One line, English, with the first unit and the period that it is about:
    # attain_evaluation_finding_message() has it in the other language, too;
    # borrowed until the evaluation is destroyed.
    ("message", c_char_p),
    # How many units it is about; 0: none in particular.
    ("count", c_size_t),
    # Node it is about; −1: none in particular.
    ("node", c_int32),
    # First unit it is about; −1: none.
    ("unit", c_int32),
    # Period it is about, or ATTAIN_PERIOD_NONE.
    ("period", c_int32),
    # The status it would be, were it an error.
    ("code", c_int32),
    # enum attain_finding_kind
    ("kind", c_int32),
    # 0.
    ("reserved", c_int32),
]

Owner._fields_ = [
    # sizeof(attain_owner), set by the init function.
    ("struct_size", c_size_t),
    # The department as the targets name it, "" for those without; borrowed
    # until the evaluation is destroyed.
    ("owner", c_char_p),
    # Judged targets with a row at the unit.
    ("targets", c_size_t),
    # Those met.
    ("met", c_size_t),
    # Those unknown.
    ("unknown", c_size_t),
    # Mean attainment with the targets' weights over those known; NaN: none.
    ("attainment", c_double),
]

Resource._fields_ = [
    # sizeof(attain_resource), set by the init function.
    ("struct_size", c_size_t),
    # Id of the variable; required.
    ("variable", c_char_p),
    # Cost of one unit of it, ≥ 0; NaN: not priced (see
    # attain_answer_options.unpriced).
    ("price", c_double),
    # Smallest step, > 0: 1 for people, 45 for the seats of a room. NaN: one in
    # the last decimal place in which it was observed in the period, so that
    # what is counted stays whole.
    ("step", c_double),
]

AnswerOptions._fields_ = [
    # sizeof(attain_answer_options), set by the init function.
    ("struct_size", c_size_t),
    # Memory for the answer; NULL: the C library's malloc. Borrowed for the
    # call (what it points to is copied).
    ("allocator", POINTER(Allocator)),
    # Prices and steps: `resource_count` structs, each of the `struct_size` of
    # the first. Borrowed for the call; NULL: none.
    ("resources", POINTER(Resource)),
    # Number of resources.
    ("resource_count", c_size_t),
    # Id of the variable that weighs units (pupils), for the orders that ask
    # for it; NULL: none.
    ("weight", c_char_p),
    # Cost of an item without a price: this times its relative gap; default 1.
    # ≥ 0.
    ("unpriced", c_double),
    # Node that is asked about, with all below it; −1 (the default): all.
    ("node", c_int32),
    # enum attain_effort; default ATTAIN_EFFORT_ITEMS.
    ("effort", c_int32),
    # enum attain_mend_order; default ATTAIN_MEND_ORDER_CHEAPEST.
    ("order", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Check._fields_ = [
    # sizeof(attain_check), set by the init function.
    ("struct_size", c_size_t),
    # Id, unique but for the default rows; required.
    ("id", c_char_p),
    # Id of the variable it is about; NULL: every one.
    ("variable", c_char_p),
    # Id of the plan's metric it is about; NULL: every one.
    ("metric", c_char_p),
    # List of variables that are added up: `a;b;-c`; NULL: none.
    ("parts", c_char_p),
    # Only units of this level (for ATTAIN_CHECK_UNITS the level that is added
    # up); NULL: any.
    ("level", c_char_p),
    # Only units of this stage; NULL: any.
    ("stage", c_char_p),
    # What to do about a finding; NULL: what the kind says.
    ("advice", c_char_p),
    # Smallest value for ATTAIN_CHECK_RANGE; NaN: any.
    ("low", c_double),
    # Largest value for ATTAIN_CHECK_RANGE; NaN: any.
    ("high", c_double),
    # Threshold ≥ 0 of the kinds that have one; NaN: the kind's.
    ("limit", c_double),
    # What is let pass, ≥ 0; NaN: the kind's.
    ("tolerance", c_double),
    # Smallest difference or size that counts, ≥ 0; NaN: the kind's.
    ("least", c_double),
    # enum attain_check_kind.
    ("kind", c_int32),
    # enum attain_quality_severity; default warning.
    ("severity", c_int32),
]

CheckKindInfo._fields_ = [
    # sizeof(attain_check_kind_info), set by the init function.
    ("struct_size", c_size_t),
    # The word of the tables.
    ("word", c_char_p),
    # What is found, as a formula.
    ("formula", c_char_p),
    # Where the formula is from, "" if nowhere in particular.
    ("source", c_char_p),
    # What it is about: `variable`, `metric`, `unit` or `period`.
    ("subject", c_char_p),
    # Names of the parameters that it reads, separated by `;`.
    ("parameters", c_char_p),
    # Default of the parameter; NaN: it has none.
    ("limit", c_double),
    # See limit.
    ("tolerance", c_double),
    # See limit.
    ("least", c_double),
    # Severity of the default row; ATTAIN_QUALITY_OFF: there is none.
    ("severity", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

QualityOptions._fields_ = [
    # sizeof(attain_quality_options), set by the init function.
    ("struct_size", c_size_t),
    # Memory for what is found; NULL: the C library's malloc. Borrowed for the
    # call (what it points to is copied).
    ("allocator", POINTER(Allocator)),
    # Findings of one check that are kept, ≥ 1, default 1000; the others are
    # only counted.
    ("max_findings", c_size_t),
    # Period as of which the plan will be judged; ATTAIN_PERIOD_NONE (the
    # default): the last of the plan or of the data, whichever is earlier.
    ("as_of", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

QualityFinding._fields_ = [
    # sizeof(attain_quality_finding), set by the init function.
    ("struct_size", c_size_t),
    # Id of the check.
    ("check", c_char_p),
    # Id of the unit, "" if it is about several.
    ("unit", c_char_p),
    # Name of the unit, "" if it is about several.
    ("unit_name", c_char_p),
    # Id of the other unit of a pair, "" if none.
    ("other", c_char_p),
    # Id of the variable, "" if none.
    ("variable", c_char_p),
    # Id of the evaluator group, "" if none.
    ("group", c_char_p),
    # Id of the metric, "" if none.
    ("metric", c_char_p),
    # File it came from, "" if that is not known.
    ("file", c_char_p),
    # Line in the file, from 1; 0: none.
    ("line", c_int64),
    # Column in the file's table, from 1; 0: none.
    ("column", c_int64),
    # The value, or the metric's ratio; NaN: none.
    ("value", c_double),
    # What it was compared with: a limit, a sum, a median; NaN: none.
    ("reference", c_double),
    # How far out: the modified z, quartile distances, the power of ten; NaN:
    # none.
    ("score", c_double),
    # Cells it is about, ≥ 1.
    ("count", c_int64),
    # enum attain_check_kind.
    ("kind", c_int32),
    # enum attain_quality_severity.
    ("severity", c_int32),
    # Period, or ATTAIN_PERIOD_NONE.
    ("period", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Problem._fields_ = [
    # sizeof(attain_problem) of the library.
    ("struct_size", c_size_t),
    # File as it was named, control characters escaped.
    ("file", c_char_p),
    # Column's name, "" if the problem is about no column.
    ("field", c_char_p),
    # What is wrong and what to do: one line, offending bytes escaped.
    ("message", c_char_p),
    # Line in the file (physical), from 1; 0: the whole file.
    ("line", c_int64),
    # Column in the table (field), from 1; 0: the whole line.
    ("column", c_int64),
    # Byte in the file, from 0, where the field begins; −1: none.
    ("offset", c_int64),
    # enum attain_severity.
    ("severity", c_int32),
    # The attain_status that describes it.
    ("code", c_int32),
]

ReadOptions._fields_ = [
    # sizeof(attain_read_options), set by the init function.
    ("struct_size", c_size_t),
    # Memory of the object that is made, and of the reading; NULL: the C
    # library's malloc. Borrowed for the call (what it points to is copied).
    ("allocator", POINTER(Allocator)),
    # Is told every problem; NULL: nobody is.
    ("handler", ProblemHandler),
    # Handed to the handler.
    ("user", c_void_p),
    # Other names of columns, `unit=school_id;period=year`: the column that the
    # tables call `unit` is headed `school_id`. NULL: none.
    ("columns", c_char_p),
    # Problems that are told at the most, ≥ 1; default 1000. One more says that
    # there are more.
    ("max_problems", c_size_t),
    # Bytes a file may have; default 1 GiB.
    ("max_file_size", c_size_t),
    # Bytes a field may have; default 1 MiB.
    ("max_field_size", c_size_t),
]

Table._fields_ = [
    # sizeof(attain_table), set by the init function.
    ("struct_size", c_size_t),
    # File name, which says what the table is: `goals.csv`,
    # `observations_2023.csv`; it may have a folder before it.
    ("name", c_char_p),
    # The bytes; NULL only for none.
    ("text", c_char_p),
    # Number of bytes, or ATTAIN_NUL_TERMINATED.
    ("length", c_size_t),
]

WriteOptions._fields_ = [
    # sizeof(attain_write_options), set by the init function.
    ("struct_size", c_size_t),
    # enum attain_format.
    ("format", c_int32),
    # 1: put an apostrophe before every text cell of a table that a spreadsheet
    # would run as a formula (it changes data: not for machines); 0: not.
    ("defuse", c_int32),
    # 1: begin a table with a byte order mark, so that spreadsheets read it as
    # UTF-8; 0: not.
    ("byte_order_mark", c_int32),
    # Only the rows of this unit (row in the dataset); −1: of all.
    ("unit", c_int32),
    # [in] borrowed for the call, UTF-8: what the results rest on, a line a
    # statement, ended by LF. A CSV begins with them as comments (`#` before
    # each), a JSON has them as the list `provenance`; SDMX-CSV has no place
    # for them. NULL: none.
    ("provenance", c_char_p),
]

Composite._fields_ = [
    # sizeof(attain_composite), set by the init function.
    ("struct_size", c_size_t),
    # [in] borrowed for the call: column c begins at values[c · stride].
    ("values", POINTER(c_double)),
    # Number of columns, ≥ 1.
    ("column_count", c_size_t),
    # Elements from one column's begin to the next one's, ≥ unit_count.
    ("stride", c_size_t),
    # Number of units, ≥ 1.
    ("unit_count", c_size_t),
    # [in] borrowed for the call: for each column, 1: a low value is good, 0: a
    # high one is; NULL: all 0.
    ("descending", POINTER(c_int32)),
    # Number of nodes; 0: all columns below one root.
    ("node_count", c_size_t),
    # [in] borrowed for the call: the parent of each node; the root's is −1.
    # NULL: the root, of all.
    ("parents", POINTER(c_int32)),
    # [in] borrowed for the call: the weight of each node in its group, ≥ 0;
    # the root's is not used; NULL: all 1.
    ("weights", POINTER(c_double)),
    # [in] borrowed for the call: how each column is made comparable, a method
    # of ATTAIN_METHOD_NORMALISATION or −1: not at all (a column where a low
    # value is good changes its sign): [alternative][column]; the first row is
    # the index's own, the others are alternatives to it.
    ("normalisations", POINTER(c_int32)),
    # How many rows; 0: −1 everywhere alone.
    ("normalisation_count", c_size_t),
    # [in] borrowed for the call: parameters of each of them,
    # [alternative][column][parameter_count], NaN: the default, or none; NULL:
    # all as the methods have them.
    ("normalisation_parameters", POINTER(c_double)),
    # [in] borrowed for the call: how the members of each group are brought
    # together, a method of ATTAIN_METHOD_AGGREGATION: [alternative][node −
    # column_count]; the first row is the index's own.
    ("aggregations", POINTER(c_int32)),
    # How many rows; 0: arithmetic everywhere alone.
    ("aggregation_count", c_size_t),
    # [in] borrowed for the call: parameters of each of them,
    # [alternative][node − column_count][parameter_count]; as above.
    ("aggregation_parameters", POINTER(c_double)),
    # Numbers that each method has in these two.
    ("parameter_count", c_size_t),
]

DoubtOptions._fields_ = [
    # sizeof(attain_doubt_options), set by the init function.
    ("struct_size", c_size_t),
    # Of the generator; 1 unless set.
    ("seed", c_uint64),
    # Number of draws, ≥ 1; 1000 unless set.
    ("draws", c_size_t),
    # How far weights may be off, 0 … 1: 0.25 is ± 25 %; 0 unless set.
    ("spread", c_double),
    # [in] borrowed for the call: the same for each node; NULL: `spread`.
    ("spreads", POINTER(c_double)),
    # [in] borrowed for the call: the error of each column, ≥ 0; NULL: none.
    ("errors", POINTER(c_double)),
    # 1: errors are uniform, 0: normal.
    ("even_errors", c_int32),
    # 1: a column may be left out.
    ("left_out", c_int32),
    # A rank of at most this is at the top; 10 unless set.
    ("top", c_size_t),
    # [in] borrowed for the call: 0 … 1; NULL: 0.05, 0.5, 0.95.
    ("probabilities", POINTER(c_double)),
    # How many; not used with NULL.
    ("probability_count", c_size_t),
    # [in] borrowed for the call: lower bounds of scores, closed below.
    ("bounds", POINTER(c_double)),
    # How many.
    ("bound_count", c_size_t),
    # Threads to use, the caller's included; 0 and 1: the caller's alone.
    ("threads", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

DoubtResult._fields_ = [
    # sizeof(attain_doubt_result), set by the init function.
    ("struct_size", c_size_t),
    # [out] quantiles (type 7) of the ranks: [probability][unit].
    ("ranks", POINTER(c_double)),
    # [out] quantiles (type 7) of the scores: [probability][unit].
    ("scores", POINTER(c_double)),
    # [out] mean rank of each unit.
    ("mean_ranks", POINTER(c_double)),
    # [out] share of draws in which the unit has rank 1.
    ("first", POINTER(c_double)),
    # [out] share of draws in which its rank is at most `top`.
    ("top", POINTER(c_double)),
    # [out] share of draws in which its score reaches each bound, compared in
    # 12 significant digits: [bound][unit].
    ("above", POINTER(c_double)),
    # [out] every rank: [unit][draw]; 0 without a score.
    ("draws", POINTER(c_int32)),
]

IndexOptions._fields_ = [
    # sizeof(attain_index_options), set by the init function.
    ("struct_size", c_size_t),
    # Memory for the index; NULL: the C library's malloc. Borrowed for the call
    # (what it points to is copied).
    ("allocator", POINTER(Allocator)),
    # [in] borrowed for the call: id of the goal that is the index; NULL: the
    # root.
    ("goal", c_char_p),
    # First period; ATTAIN_PERIOD_NONE (the default): the last alone.
    ("first_period", c_int32),
    # Last period; ATTAIN_PERIOD_NONE (the default): the last of the plan or of
    # the data, whichever is earlier.
    ("last_period", c_int32),
]

IndexNode._fields_ = [
    # sizeof(attain_index_node), set by the init function.
    ("struct_size", c_size_t),
    # Id of the goal or target.
    ("id", c_char_p),
    # Name.
    ("name", c_char_p),
    # Share of its weight in that of its siblings, 0…1; the root's is 1. NaN:
    # the method found no weights.
    ("weight", c_double),
    # Weight in the whole: its share times its parent's weight in the whole.
    ("effective", c_double),
    # enum attain_kind.
    ("kind", c_int32),
    # Node of the goal above; −1 for the first.
    ("parent", c_int32),
    # Depth; the first node has 0.
    ("depth", c_int32),
    # 1: a low raw value is good.
    ("descending", c_int32),
    # 1: a low score is good: the goal's method says so, or the indicator's
    # metric, where nothing normalises it.
    ("low_is_good", c_int32),
    # 1: it is left out, and has neither scores nor weight.
    ("omitted", c_int32),
]

IndexComparison._fields_ = [
    # sizeof(attain_index_comparison), set by the init function.
    ("struct_size", c_size_t),
    # [out] rank of each unit as it is; NaN: none.
    ("before", POINTER(c_double)),
    # [out] rank of each unit with the other choice; NaN: none.
    ("after", POINTER(c_double)),
    # [out] after − before of each unit: above 0, it falls; NaN without both.
    ("shift", POINTER(c_double)),
    # [out] all units, the most moved first; those that moved as far, and at
    # last those that cannot be compared, in their order.
    ("order", POINTER(c_int32)),
    # [out] mean |shift| of the units that have both ranks; NaN: none has.
    ("mean_shift", c_double),
    # [out] how many units have both ranks.
    ("compared", c_size_t),
    # [out] how many of them moved.
    ("moved", c_size_t),
]

Method._fields_ = [
    # sizeof(attain_method), set by the init function.
    ("struct_size", c_size_t),
    # Name in tables and bindings, e.g. "kurtosis_sample".
    ("name", c_char_p),
    # What it computes, in one formula.
    ("formula", c_char_p),
    # Where the formula comes from.
    ("source", c_char_p),
    # Number of parameters.
    ("parameter_count", c_size_t),
    # Bits of enum attain_method_trait.
    ("traits", c_uint32),
    # Always 0.
    ("reserved", c_uint32),
]

Parameter._fields_ = [
    # sizeof(attain_parameter), set by the init function.
    ("struct_size", c_size_t),
    # Name, e.g. "epsilon".
    ("name", c_char_p),
    # What it is.
    ("description", c_char_p),
    # What it is when it is not given; NaN: it has to be given.
    ("standard", c_double),
    # Smallest number it may be.
    ("low", c_double),
    # Largest number it may be.
    ("high", c_double),
]

Anova._fields_ = [
    # sizeof(attain_anova), set by the init function.
    ("struct_size", c_size_t),
    # N.
    ("count", c_size_t),
    # k, the groups that have a value.
    ("group_count", c_size_t),
    # Σ n_g (M_g − M)².
    ("between", c_double),
    # ΣΣ (v − M_g)².
    ("within", c_double),
    # F = (between/(k − 1))/(within/(N − k)).
    ("f", c_double),
    # P(F or more) where all groups have one mean. Relative error below 1e-11.
    ("p", c_double),
    # between/(between + within).
    ("r_squared", c_double),
    # √(within/(N − k)).
    ("residual_sd", c_double),
    # Why f and p have no value: enum attain_reason.
    ("reason", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Regression._fields_ = [
    # sizeof(attain_regression), set by the init function.
    ("struct_size", c_size_t),
    # Rows used: those without NaN, and with weight above 0.
    ("count", c_size_t),
    # Coefficients.
    ("coefficient_count", c_size_t),
    # Degrees of freedom, count − coefficient_count.
    ("freedom", c_double),
    # Σw(y − fitted)²; 0 where no residual reaches 1e-12 of the largest |y|.
    ("residual_squares", c_double),
    # Σw(y − mean)²; without an intercept Σwy².
    ("total_squares", c_double),
    # sqrt(residual_squares/freedom); NaN without freedom.
    ("residual_sd", c_double),
    # 1 − residual_squares/total_squares; NaN where the latter is 0.
    ("r_squared", c_double),
    # Enum attain_reason of there being no coefficients: TOO_FEW rows,
    # UNDEFINED where regressors depend on each other; else NONE.
    ("reason", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Shrinkage._fields_ = [
    # sizeof(attain_shrinkage), set by the init function.
    ("struct_size", c_size_t),
    # Rows used.
    ("count", c_size_t),
    # Groups with rows.
    ("group_count", c_size_t),
    # Coefficients: 1 + regressors.
    ("coefficient_count", c_size_t),
    # Variance of u, between groups.
    ("between", c_double),
    # Variance of e, within groups.
    ("within", c_double),
    # −2 ln of the (restricted) likelihood, with its constants.
    ("deviance", c_double),
    # Enum attain_reason of there being no estimate: TOO_FEW rows or groups,
    # UNDEFINED where regressors depend on each other, NO_CONVERGENCE where
    # nothing varies within groups; else NONE.
    ("reason", c_int32),
    # Always 0.
    ("reserved", c_int32),
]

Sum._fields_ = [
    # sizeof(attain_sum), set by attain_sum_init().
    ("struct_size", c_size_t),
    # Private.
    ("count", c_uint64),
    # Private: a fixed-point number of 67 + 3 limbs of 32 bits with carry room.
    ("limbs", c_int64 * 70),
]

Line._fields_ = [
    # sizeof(attain_line), set by the init function.
    ("struct_size", c_size_t),
    # Points used.
    ("count", c_size_t),
    # Mean of x.
    ("center", c_double),
    # Value at the center: the mean of y.
    ("intercept", c_double),
    # Change of y for 1 of x.
    ("slope", c_double),
    # Σ(x − center)².
    ("sxx", c_double),
    # s², the residual variance with count − 2 degrees of freedom; NaN for
    # fewer than 3 points; 0 when no residual reaches 1e-12 of the largest |y|.
    ("variance", c_double),
]

ArrowSchema._fields_ = [
    # Format of the elements, as `g` or `u`.
    ("format", c_char_p),
    # Name of the column; NULL: none.
    ("name", c_char_p),
    # Key-value pairs in a form of their own; NULL: none.
    ("metadata", c_char_p),
    # Bits of ARROW_FLAG_….
    ("flags", c_int64),
    # Number of children.
    ("n_children", c_int64),
    # The children.
    ("children", POINTER(POINTER(ArrowSchema))),
    # Type of the dictionary; NULL: none.
    ("dictionary", POINTER(ArrowSchema)),
    # Gives it back; NULL: it has been.
    ("release", CFUNCTYPE(None, POINTER(ArrowSchema))),
    # The producer's.
    ("private_data", c_void_p),
]

ArrowArray._fields_ = [
    # Number of elements.
    ("length", c_int64),
    # Number of those that are null; −1: not counted.
    ("null_count", c_int64),
    # Where the first element stands in the buffers.
    ("offset", c_int64),
    # Number of buffers.
    ("n_buffers", c_int64),
    # Number of children.
    ("n_children", c_int64),
    # The buffers: first the bits of validity, or NULL for all valid.
    ("buffers", POINTER(c_void_p)),
    # The children.
    ("children", POINTER(POINTER(ArrowArray))),
    # The dictionary that elements are indices into; NULL: none.
    ("dictionary", POINTER(ArrowArray)),
    # Gives it back; NULL: it has been.
    ("release", CFUNCTYPE(None, POINTER(ArrowArray))),
    # The producer's.
    ("private_data", c_void_p),
]

ArrowArrayStream._fields_ = [
    # Gives the schema; 0, or a number of errno.
    ("get_schema", CFUNCTYPE(c_int, POINTER(ArrowArrayStream),
        POINTER(ArrowSchema))),
    # Gives the next batch, or a released one at the end.
    ("get_next", CFUNCTYPE(c_int, POINTER(ArrowArrayStream),
        POINTER(ArrowArray))),
    # Says what went wrong last; NULL: nothing is said.
    ("get_last_error", CFUNCTYPE(POINTER(c_char), POINTER(ArrowArrayStream))),
    # Gives it back; NULL: it has been.
    ("release", CFUNCTYPE(None, POINTER(ArrowArrayStream))),
    # The producer's.
    ("private_data", c_void_p),
]

#: The structs of the headers and their classes here.
STRUCTS: Dict[str, Type[ctypes.Structure]] = {
    "attain_error": Error,
    "attain_allocator": Allocator,
    "attain_unit": Unit,
    "attain_variable": Variable,
    "attain_stage": Stage,
    "attain_observations": Observations,
    "attain_observation": Observation,
    "attain_plan_info": PlanInfo,
    "attain_goal": Goal,
    "attain_metric": Metric,
    "attain_target": Target,
    "attain_path_point": PathPoint,
    "attain_band": Band,
    "attain_group": Group,
    "attain_choice": Choice,
    "attain_agreement": Agreement,
    "attain_yearly": Yearly,
    "attain_evaluate_options": EvaluateOptions,
    "attain_node": Node,
    "attain_evaluation_unit": EvaluationUnit,
    "attain_evaluation_info": EvaluationInfo,
    "attain_finding": Finding,
    "attain_owner": Owner,
    "attain_resource": Resource,
    "attain_answer_options": AnswerOptions,
    "attain_check": Check,
    "attain_check_kind_info": CheckKindInfo,
    "attain_quality_options": QualityOptions,
    "attain_quality_finding": QualityFinding,
    "attain_problem": Problem,
    "attain_read_options": ReadOptions,
    "attain_table": Table,
    "attain_write_options": WriteOptions,
    "attain_composite": Composite,
    "attain_doubt_options": DoubtOptions,
    "attain_doubt_result": DoubtResult,
    "attain_index_options": IndexOptions,
    "attain_index_node": IndexNode,
    "attain_index_comparison": IndexComparison,
    "attain_method": Method,
    "attain_parameter": Parameter,
    "attain_anova": Anova,
    "attain_regression": Regression,
    "attain_shrinkage": Shrinkage,
    "attain_sum": Sum,
    "attain_line": Line,
    "struct ArrowSchema": ArrowSchema,
    "struct ArrowArray": ArrowArray,
    "struct ArrowArrayStream": ArrowArrayStream,
}

#: The opaque of the headers and their classes here.
OPAQUE: Dict[str, Type[ctypes.Structure]] = {
    "attain_dataset": Dataset,
    "attain_plan": Plan,
    "attain_evaluation": Evaluation,
    "attain_answer": Answer,
    "attain_whatif": Whatif,
    "attain_changes": Changes,
    "attain_checks": Checks,
    "attain_quality": Quality,
    "attain_index": Index,
}

#: The callbacks of the headers and their classes here.
CALLBACKS: Dict[str, Any] = {
    "attain_problem_handler": ProblemHandler,
    "attain_sink": Sink,
}
