"""The structs and callbacks of the library, as its headers lay them out."""
import ctypes
from ctypes import (CFUNCTYPE, POINTER, c_char, c_char_p, c_double, c_int32,
                    c_int64, c_size_t, c_uint64, c_void_p)
from typing import Dict, Type


class Plan(ctypes.Structure):
    """Opaque."""


class Dataset(ctypes.Structure):
    """Opaque."""


class Evaluation(ctypes.Structure):
    """Opaque."""


#: The three functions of an allocator.
Allocate = CFUNCTYPE(c_void_p, c_size_t, c_void_p)
Reallocate = CFUNCTYPE(c_void_p, c_void_p, c_size_t, c_size_t, c_void_p)
Release = CFUNCTYPE(None, c_void_p, c_size_t, c_void_p)


class Error(ctypes.Structure):
    _fields_ = [
        ("code", c_int32),
        ("reserved", c_int32),
        ("row", c_int64),
        ("field", c_char * 64),
        ("message", c_char * 440),
    ]


class Allocator(ctypes.Structure):
    _fields_ = [
        ("allocate", Allocate),
        ("reallocate", Reallocate),
        ("release", Release),
        ("user", c_void_p),
    ]


class Unit(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("level", c_char_p),
        ("parent", c_char_p),
        ("stage", c_char_p),
        ("tags", c_char_p),
        ("opened", c_int32),
        ("closed", c_int32),
    ]


class Variable(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("unit", c_char_p),
        ("min", c_double),
        ("max", c_double),
        ("shared", c_int32),
        ("reserved", c_int32),
    ]


class Stage(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("stage", c_char_p),
        ("enrolment", c_char_p),
        ("weight", c_double),
    ]


class Observations(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_size_t),
        ("units", POINTER(c_int32)),
        ("periods", POINTER(c_int32)),
        ("variables", POINTER(c_int32)),
        ("groups", POINTER(c_int32)),
        ("values", POINTER(c_double)),
        ("statuses", POINTER(c_int32)),
    ]


class Observation(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("file", c_char_p),
        ("line", c_int64),
        ("value", c_double),
        ("status", c_int32),
        ("present", c_int32),
    ]


class PlanInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("level", c_char_p),
        ("veto_grade", c_char_p),
        ("source", c_char_p),
        ("first_period", c_int32),
        ("last_period", c_int32),
        ("score", c_int32),
        ("missing", c_int32),
    ]


class Goal(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("parent", c_char_p),
        ("level", c_char_p),
        ("unit_weight", c_char_p),
        ("owner", c_char_p),
        ("source", c_char_p),
        ("weight", c_double),
        ("floor", c_double),
        ("share", c_double),
        ("aggregate", c_int32),
        ("rule", c_int32),
        ("at_least", c_int32),
        ("reserved", c_int32),
    ]


class Metric(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("numerator", c_char_p),
        ("denominator", c_char_p),
        ("unit", c_char_p),
        ("level", c_char_p),
        ("stage", c_char_p),
        ("tags", c_char_p),
        ("factor", c_double),
        ("min_coverage", c_double),
        ("direction", c_int32),
        ("across", c_int32),
        ("decimals", c_int32),
        ("reserved", c_int32),
    ]


class Target(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("goal", c_char_p),
        ("metric", c_char_p),
        ("level", c_char_p),
        ("unit_weight", c_char_p),
        ("owner", c_char_p),
        ("source", c_char_p),
        ("steps", POINTER(c_double)),
        ("step_count", c_size_t),
        ("value", c_double),
        ("upper", c_double),
        ("tolerance", c_double),
        ("share", c_double),
        ("baseline", c_double),
        ("bad", c_double),
        ("good", c_double),
        ("outer_low", c_double),
        ("outer_high", c_double),
        ("weight", c_double),
        ("baseline_period", c_int32),
        ("due", c_int32),
        ("series", c_int32),
        ("comparator", c_int32),
        ("when", c_int32),
        ("score", c_int32),
        ("judge", c_int32),
        ("veto", c_int32),
        ("soft", c_int32),
        ("open", c_int32),
    ]


class PathPoint(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("target", c_char_p),
        ("value", c_double),
        ("period", c_int32),
        ("reserved", c_int32),
    ]


class Band(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", c_char_p),
        ("from", c_double),
    ]


class Group(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("weight", c_double),
    ]


class EvaluateOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("allocator", POINTER(Allocator)),
        ("measures", c_uint64),
        ("on_track", c_double),
        ("slow", c_double),
        ("as_of", c_int32),
        ("threads", c_int32),
        ("rank_depth", c_int32),
        ("reserved", c_int32),
    ]


class Node(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("level", c_char_p),
        ("owner", c_char_p),
        ("source", c_char_p),
        ("unit", c_char_p),
        ("row_count", c_size_t),
        ("weight", c_double),
        ("lower", c_double),
        ("upper", c_double),
        ("kind", c_int32),
        ("row", c_int32),
        ("parent", c_int32),
        ("depth", c_int32),
        ("due", c_int32),
        ("series", c_int32),
        ("comparator", c_int32),
        ("score", c_int32),
        ("decimals", c_int32),
        ("soft", c_int32),
        ("veto", c_int32),
        ("judge", c_int32),
    ]


class EvaluationUnit(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", c_char_p),
        ("name", c_char_p),
        ("level", c_char_p),
        ("parent", c_int32),
        ("reserved", c_int32),
    ]


class EvaluationInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("plan", c_char_p),
        ("name", c_char_p),
        ("level", c_char_p),
        ("source", c_char_p),
        ("row_count", c_size_t),
        ("unit_count", c_size_t),
        ("grade_count", c_size_t),
        ("as_of", c_int32),
        ("first_period", c_int32),
        ("last_period", c_int32),
        ("reserved", c_int32),
    ]


class Finding(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("message", c_char_p),
        ("count", c_size_t),
        ("node", c_int32),
        ("unit", c_int32),
        ("period", c_int32),
        ("code", c_int32),
    ]


class Owner(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("owner", c_char_p),
        ("targets", c_size_t),
        ("met", c_size_t),
        ("unknown", c_size_t),
        ("attainment", c_double),
    ]


class Problem(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("file", c_char_p),
        ("field", c_char_p),
        ("message", c_char_p),
        ("line", c_int64),
        ("column", c_int64),
        ("offset", c_int64),
        ("severity", c_int32),
        ("code", c_int32),
    ]


#: Is told each problem of a table; non-zero stops.
ProblemHandler = CFUNCTYPE(c_int32, POINTER(Problem), c_void_p)
#: Takes the bytes that are written; non-zero stops.
Sink = CFUNCTYPE(c_int32, c_void_p, c_size_t, c_void_p)


class ReadOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("allocator", POINTER(Allocator)),
        ("handler", ProblemHandler),
        ("user", c_void_p),
        ("columns", c_char_p),
        ("max_problems", c_size_t),
        ("max_file_size", c_size_t),
        ("max_field_size", c_size_t),
    ]


class Table(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", c_char_p),
        ("text", c_char_p),
        ("length", c_size_t),
    ]


class WriteOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("format", c_int32),
        ("defuse", c_int32),
        ("byte_order_mark", c_int32),
        ("unit", c_int32),
    ]


class Sum(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_uint64),
        ("limbs", c_int64 * 70),
    ]


class Line(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_size_t),
        ("center", c_double),
        ("intercept", c_double),
        ("slope", c_double),
        ("sxx", c_double),
        ("variance", c_double),
    ]


#: The struct of the headers and its class here.
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
    "attain_evaluate_options": EvaluateOptions,
    "attain_node": Node,
    "attain_evaluation_unit": EvaluationUnit,
    "attain_evaluation_info": EvaluationInfo,
    "attain_finding": Finding,
    "attain_owner": Owner,
    "attain_problem": Problem,
    "attain_read_options": ReadOptions,
    "attain_table": Table,
    "attain_write_options": WriteOptions,
    "attain_sum": Sum,
    "attain_line": Line,
}
