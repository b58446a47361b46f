"""The functions of the numeric room that are no methods of a kind, through
ctypes: sums, groups, trees, random numbers and composite indices."""
import ctypes

import kinds
import library as lib
from kinds import LIB, call, flat, ints, listed, room, size
from library import doubles

u64 = ctypes.c_uint64


def _parts(*fields):
    """A structure's fields; its size comes first."""
    return [("struct_size", size)] + list(fields)


class Sum(ctypes.Structure):
    """attain_sum"""
    _fields_ = _parts(("count", u64), ("limbs", ctypes.c_int64 * 70))


class Line(ctypes.Structure):
    """attain_line"""
    _fields_ = _parts(("count", size), *[(n, ctypes.c_double) for n in (
        "center", "intercept", "slope", "sxx", "variance")])


class Composite(ctypes.Structure):
    """attain_composite"""
    _fields_ = _parts(
        ("values", ctypes.c_void_p), ("column_count", size), ("stride", size),
        ("unit_count", size), ("descending", ctypes.c_void_p),
        ("node_count", size), ("parents", ctypes.c_void_p),
        ("weights", ctypes.c_void_p), ("normalisations", ctypes.c_void_p),
        ("normalisation_count", size),
        ("normalisation_parameters", ctypes.c_void_p),
        ("aggregations", ctypes.c_void_p), ("aggregation_count", size),
        ("aggregation_parameters", ctypes.c_void_p),
        ("parameter_count", size))


class Options(ctypes.Structure):
    """attain_doubt_options"""
    _fields_ = _parts(
        ("seed", u64), ("draws", size), ("spread", ctypes.c_double),
        ("spreads", ctypes.c_void_p), ("errors", ctypes.c_void_p),
        ("even_errors", ctypes.c_int32), ("left_out", ctypes.c_int32),
        ("top", size), ("probabilities", ctypes.c_void_p),
        ("probability_count", size), ("bounds", ctypes.c_void_p),
        ("bound_count", size), ("threads", ctypes.c_int32),
        ("reserved", ctypes.c_int32))


class Result(ctypes.Structure):
    """attain_doubt_result"""
    _fields_ = _parts(*[(name, ctypes.c_void_p) for name in (
        "ranks", "scores", "mean_ranks", "first", "top", "above", "draws")])


def started(structure, init, **fields):
    """One with its defaults, then the fields; arrays are kept alive by it."""
    one = structure()
    getattr(LIB, "attain_%s_init" % init)(ctypes.byref(one))
    one.kept = list(fields.values())
    for name, value in fields.items():
        if isinstance(value, ctypes.Array):
            value = ctypes.cast(value, ctypes.c_void_p)
        setattr(one, name, value)
    return one


# --- Sums, groups, trees, random numbers ------------------------------------

def sum_of(*parts):
    """Of each part alone, then merged."""
    whole = started(Sum, "sum")
    for part in parts:
        one = started(Sum, "sum")
        call("sum_add", ctypes.byref(one), doubles(part), size(len(part)))
        call("sum_merge", ctypes.byref(whole), ctypes.byref(one))
    return value_of(whole)


def sum_once(values):
    """All added to one sum."""
    whole = started(Sum, "sum")
    call("sum_add", ctypes.byref(whole), doubles(values),
         size(len(values)))
    return value_of(whole)


def value_of(whole):
    out, _ = room(1)
    call("sum_value", ctypes.byref(whole), out)
    return out[0]


def group_order(codes, groups):
    """(indices group by group, where each group begins)."""
    order = (ctypes.c_int32 * max(1, len(codes)))()
    offsets = (size * (groups + 1))()
    call("group_order", ints(codes), size(len(codes)), size(groups), order,
         offsets)
    return list(order)[:len(codes)], list(offsets)


def statistics_by(names, values, codes, groups):
    """Rows of statistics, columns of groups."""
    return statistics_by_columns(names, [values], codes, groups, False)[0]


def statistics_by_columns(names, columns, codes, groups, many=True):
    """The same of each column; `many`: in one call of all."""
    n, k = len(columns[0]), len(columns)
    order, offsets = group_order(codes, groups)
    out, why = room(k * len(names) * groups)
    of = (size(k), size(n)) if many else ()
    call("statistics_by_columns" if many else "statistics_by",
         ints([method("statistic", s) for s in names]), size(len(names)),
         None, size(0), flat(columns), *of, None, ints(order),
         (size * (groups + 1))(*offsets), size(groups), out, why)
    values = list(out)
    rows = [values[i * groups:(i + 1) * groups]
            for i in range(k * len(names))]
    return [rows[c * len(names):(c + 1) * len(names)] for c in range(k)]


def effective_weights(parents, weights):
    n = len(parents)
    out, why = room(n)
    call("effective_weights", ints(parents), doubles(weights), size(n),
         out, why)
    return listed(n, out, why)


def denominate(columns, denominators, factor):
    n, k = len(columns[0]), len(columns)
    out, why = room(n * k)
    call("denominate", flat(columns), size(k), size(n), size(n),
         flat(denominators), ctypes.c_double(factor), out, why)
    return listed(n * k, out, why)


def line_of(x, y):
    line = started(Line, "line")
    call("line_fit", doubles(x), doubles(y), size(len(x)), ctypes.byref(line))
    return line


def predicted(line, at, coverage):
    """[value, error, low, high]"""
    out, _ = room(4)
    call("line_predict", ctypes.byref(line), ctypes.c_double(at),
         ctypes.c_double(coverage),
         *[ctypes.byref(out, 8 * i) for i in range(4)])
    return list(out)


def path(times, values, at):
    """attain_path_expected()"""
    out, _ = room(len(at))
    call("path_expected", doubles(times),
               doubles(values), size(len(times)),
               doubles(at), size(len(at)), out)
    return list(out)[:len(at)]


def anticipate(columns, times, origin, at):
    """attain_anticipate() of series, each a column over the times."""
    n = len(columns)
    out, why = room(n)
    by_period = [c[p] for p in range(len(times)) for c in columns]
    call("anticipate", doubles(by_period),
               size(len(times)), size(n),
               doubles(times), ctypes.c_double(origin),
               size(n), ctypes.c_double(at), out, why)
    return list(out)[:n], list(why)[:n]


def rates(kind, values, targets, span):
    """attain_required_rates()"""
    n = len(values)
    out, why = room(n)
    call("required_rates", ctypes.c_int32(kind),
               doubles(values), doubles(targets),
               size(n), ctypes.c_double(span), out, why)
    return list(out)[:n], list(why)[:n]


def random_normal(seed, stream, count):
    out, _ = room(count)
    call("random_normal", u64(seed), u64(stream), out, size(count))
    return list(out)


# --- Composite indices ------------------------------------------------------

def composite(columns, **fields):
    """All columns below one root unless `parents` say otherwise."""
    n = len(columns[0])
    return started(Composite, "composite", values=flat(columns),
                   column_count=len(columns), stride=n, unit_count=n,
                   **fields)


def method(kind, name):
    return lib.find(LIB, kinds.KINDS[kind], name)


def methods(kind, names):
    return ints([-1 if n is None else method(kind, n) for n in names])


def score(index):
    """(scores, ranks)."""
    scores, _ = room(index.unit_count)
    ranks, _ = room(index.unit_count)
    call("composite_score", ctypes.byref(index), scores, ranks)
    return list(scores), list(ranks)


def first(index, **options):
    """The share of draws in which each unit has rank 1."""
    out, _ = room(index.unit_count)
    call("doubt", ctypes.byref(index),
         ctypes.byref(started(Options, "doubt_options", **options)),
         ctypes.byref(started(Result, "doubt_result", first=out)))
    return list(out)


def sensitivity(index, **options):
    """(first order, total) of each source."""
    out, _ = room(5 * 6)
    call("doubt_sensitivity", ctypes.byref(index),
         ctypes.byref(started(Options, "doubt_options", **options)), size(0),
         ctypes.c_double(0.9), out, None)
    return list(out)[0::6], list(out)[3::6]


def reversal(index, test=0):
    """(pairs of others that turn round, whether others are first)."""
    turned, _ = room(index.unit_count)
    others, _ = room(index.unit_count)
    call("rank_reversal", ctypes.c_int32(test), ctypes.byref(index),
         ctypes.c_int32(1), turned, others)
    return list(turned), list(others)
