"""Each kind of methods of the numeric room through ctypes: plain lists in,
(values, reasons) out; a status other than 0 is a Refusal."""
import ctypes

import library as lib

NAN = float("nan")
size = ctypes.c_size_t
LIB = lib.load()
LIB.attain_method_kind_count.restype = size
LIB.attain_method_kind_name.restype = ctypes.c_char_p
LIB.attain_method_count.restype = size
KINDS = {LIB.attain_method_kind_name(k).decode(): k
         for k in range(LIB.attain_method_kind_count())}
MEASURES = 12  # of a trend


class Refusal(Exception):
    """A status other than ATTAIN_OK."""


class Method(ctypes.Structure):
    """attain_method"""
    _fields_ = [("struct_size", size), ("name", ctypes.c_char_p),
                ("formula", ctypes.c_char_p), ("source", ctypes.c_char_p),
                ("parameter_count", size), ("traits", ctypes.c_uint32),
                ("reserved", ctypes.c_uint32)]


def methods(kind):
    """The rows of a kind's table."""
    rows = []
    for m in range(LIB.attain_method_count(KINDS[kind])):
        row = Method()
        LIB.attain_method_init(ctypes.byref(row))
        status = LIB.attain_method_get(KINDS[kind], m, ctypes.byref(row), None)
        assert status == 0
        rows.append(row)
    return rows


def ints(values):
    if values is None:
        return None
    return (ctypes.c_int32 * max(1, len(values)))(*values)


def flat(columns):
    return lib.doubles([v for c in columns for v in c])


def room(n):
    return (ctypes.c_double * max(1, n))(), (ctypes.c_uint8 * max(1, n))()


def start(kind, name, parameters):
    """The first three arguments of every function."""
    return (lib.find(LIB, KINDS[kind], name),
            lib.doubles(parameters) if parameters else None,
            size(len(parameters)))


def call(function, *arguments):
    status = getattr(LIB, "attain_" + function)(*arguments, None)
    if status != 0:
        raise Refusal(function, status)


def listed(n, *arrays):
    return tuple(list(a)[:n] for a in arrays)


def statistic(name, values, parameters=(), weights=None):
    return lib.statistic(LIB, name, values, weights, parameters)


def normalise(name, columns, parameters=(), descending=None, reference=None):
    n = len(columns[0])
    out, why = room(n * len(columns))
    r = len(reference[0]) if reference else 0
    call("normalise", *start("normalisation", name, parameters),
         flat(columns), size(len(columns)), size(n), size(n),
         flat(reference) if reference else None, size(r), size(r),
         ints(descending), out, why)
    values, reasons = listed(n * len(columns), out, why)
    return ([values[c * n:(c + 1) * n] for c in range(len(columns))],
            [reasons[c * n:(c + 1) * n] for c in range(len(columns))])


def weigh(name, columns, parameters=(), descending=None):
    n = len(columns[0])
    out, why = room(len(columns))
    call("weigh", *start("weighting", name, parameters), flat(columns),
         size(len(columns)), size(n), size(n), ints(descending), out, why)
    return listed(len(columns), out, why)


def aggregate(name, columns, parameters=(), weights=None, descending=None,
              bounds=None, blank=0, least=0.0):
    n = len(columns[0])
    out, why = room(n)
    call("aggregate", *start("aggregation", name, parameters), flat(columns),
         size(len(columns)), size(n), size(n), lib.doubles(weights),
         ints(descending), flat(bounds) if bounds else None,
         ctypes.c_int32(blank), ctypes.c_double(least), out, why)
    return listed(n, out, why)


def outranking(columns, weights=None):
    """The shares of each unit over each other, row by row."""
    n = len(columns[0])
    out, _ = room(n * n)
    call("outranking", flat(columns), size(len(columns)), size(n), size(n),
         lib.doubles(weights), None, out)
    return list(out)


def segregation(name, counts, parameters=()):
    n = len(counts[0])
    out, why = room(1)
    call("segregation_of", *start("segregation", name, parameters),
         flat(counts), size(len(counts)), size(n), size(n), out, why)
    return out[0], why[0]


def concentration(name, values, background, parameters=(), weights=None):
    out, why = room(1)
    call("concentrations", *start("concentration", name, parameters),
         lib.doubles(values), size(1), size(len(values)),
         lib.doubles(weights), lib.doubles(background), size(len(values)),
         out, why)
    return out[0], why[0]


def decompose(name, values, codes, groups, parameters=(), weights=None):
    """([total, between, within, overlap], reason)."""
    out, why = room(4)
    call("decompose", *start("decomposition", name, parameters),
         lib.doubles(values), size(1), size(len(values)),
         lib.doubles(weights), ints(codes), size(len(values)), size(groups),
         out, None, why)
    return list(out), why[0]


def curve(name, values, weights=None, background=None):
    """(population, share, reason)."""
    n = len(values) + 2
    population, _ = room(n)
    share, why = room(n)
    points = size(0)
    call("curve_points", *start("curve", name, ()), lib.doubles(values),
         lib.doubles(weights), lib.doubles(background), size(len(values)),
         population, share, ctypes.byref(points), why)
    return listed(points.value, population, share) + (why[0],)


def parity(name, values, compared_with, parameters=()):
    n = len(values)
    out, why = room(n)
    call("parities", *start("parity", name, parameters), lib.doubles(values),
         lib.doubles(compared_with), size(n), out, why)
    return listed(n, out, why)


def progress(name, inputs, parameters=(), descending=None):
    """(scores, names of classes, reasons); inputs are columns."""
    n = len(inputs[0])
    out, why = room(n)
    classes = (ctypes.c_int32 * n)()
    method = start("progress", name, parameters)
    call("progress", *method, flat(inputs), size(len(inputs)), size(n),
         ints(descending), size(n), out, classes, why)
    LIB.attain_progress_class_name.restype = ctypes.c_char_p
    names = [LIB.attain_progress_class_name(method[0], c) for c in classes]
    return (list(out)[:n], [c.decode() if c else None for c in names],
            list(why)[:n])


def goal(name, scores, classes=None, parameters=()):
    """(score, class, reason)."""
    out, why = room(1)
    code = ctypes.c_int32()
    call("progress_goal", *start("progress_goal", name, parameters),
         lib.doubles(scores), ints(classes), size(len(scores)), out,
         ctypes.byref(code), why)
    return out[0], code.value, why[0]


def trend(name, x, y, horizon, parameters=(), coverage=0.9):
    """The measures of one series."""
    out, why = room(MEASURES)
    call("trends", *start("trend", name, parameters), lib.doubles(x),
         lib.doubles(y), size(1), size(len(x)), size(len(x)),
         ctypes.c_double(horizon), ctypes.c_double(coverage), None, None, out,
         why)
    return list(out), list(why)


def value_added(name, y, x, codes, groups, parameters=()):
    """(lists of groups by measure, reasons, rows)."""
    LIB.attain_value_added_measure_count.restype = size
    measures = LIB.attain_value_added_measure_count()
    out, why = room(measures * groups)
    rows, _ = room(len(y))
    call("value_added", *start("value_added", name, parameters),
         lib.doubles(y), flat(x) if x else None, size(len(x)), size(len(y)),
         ints(codes), size(len(y)), size(groups), out, why, rows)
    values = list(out)
    return ([values[m::measures] for m in range(measures)],
            list(why), list(rows)[:len(y)])


def screen(name, columns, parameters=(), by_column=0):
    """Which rows (or columns) are kept."""
    n = len(columns[0])
    count = len(columns) if by_column else n
    keep = (ctypes.c_uint8 * count)()
    call("screen", *start("screening", name, parameters), flat(columns),
         size(len(columns)), size(n), size(n), ctypes.c_int32(by_column),
         keep, None, None)
    return list(keep)


def impute(name, columns, parameters=(), codes=None, groups=0, times=None):
    """The filled columns."""
    n, k = len(columns[0]), len(columns)
    out, _ = room(n * k)
    call("impute", *start("imputation", name, parameters), flat(columns),
         size(k), size(n), size(n), ints(codes), size(groups),
         lib.doubles(times), out, None, None, None)
    values = list(out)
    return [values[c * n:(c + 1) * n] for c in range(k)]


def treat(name, values, parameters=()):
    n = len(values)
    out, why = room(n)
    call("treat", *start("treatment", name, parameters), lib.doubles(values),
         size(1), size(n), size(n), out, None, None, why)
    return list(out)[:n]


def outliers(name, values, parameters=()):
    """(scores, which are outliers)."""
    n = len(values)
    out, why = room(n)
    found = (ctypes.c_uint8 * max(1, n))()
    call("find_outliers", *start("outliers", name, parameters),
         lib.doubles(values), size(1), size(n), size(n), out, found, why)
    return listed(n, out, found)


def association(name, x, y, parameters=(), weights=None):
    out, why = room(1)
    call("association_of", *start("association", name, parameters),
         lib.doubles(x), lib.doubles(y), lib.doubles(weights), size(len(x)),
         out, None, None, why)
    return out[0]


def quantiles(name, values, probabilities, parameters=()):
    p = len(probabilities)
    out, why = room(p)
    call("quantiles", *start("quantile", name, parameters),
         lib.doubles(values), None, size(len(values)),
         lib.doubles(probabilities), size(p), out, why)
    return listed(p, out, why)


def reliability(name, columns):
    """(value, what it is without each column, reason)."""
    n, k = len(columns[0]), len(columns)
    out, why = room(k + 1)
    dropped, _ = room(k)
    call("reliability_of", *start("reliability", name, ()), flat(columns),
         size(k), size(n), size(n), out, dropped, None, why)
    return out[0], list(dropped)[:k], why[0]


def components(name, columns, parameters=()):
    """(eigenvalues, vectors by component)."""
    n, k = len(columns[0]), len(columns)
    values, why = room(k)
    vectors, _ = room(k * k)
    call("components_of", *start("components", name, parameters),
         flat(columns), size(k), size(n), size(n), values, None, vectors,
         None, why)
    flatly = list(vectors)
    return list(values)[:k], [flatly[c * k:(c + 1) * k] for c in range(k)]


def student(which, value, freedom):
    """attain_student_cdf() or attain_student_quantile()."""
    function = getattr(LIB, "attain_student_" + which)
    function.restype = ctypes.c_double
    return function(ctypes.c_double(value), ctypes.c_double(freedom))


def rounded(values, decimals, interval):
    out, _ = room(len(values))
    call("round", lib.doubles(values), size(len(values)),
         ctypes.c_int32(decimals), ctypes.c_double(interval), out)
    return list(out)
