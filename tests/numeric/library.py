"""The numeric room through ctypes, for tests that compute the same again."""
import ctypes
import os
import sys

NAN = float("nan")


def load():
    path = os.environ.get("ATTAIN_LIBRARY")
    if not path or not os.path.exists(path):
        print("skip: ATTAIN_LIBRARY names no library")
        sys.exit(77)
    library = ctypes.CDLL(path)
    library.attain_method_find.argtypes = [
        ctypes.c_int32, ctypes.c_char_p, ctypes.c_size_t]
    return library


def doubles(values):
    if values is None:
        return None
    return (ctypes.c_double * max(1, len(values)))(*values)


def find(library, kind, name):
    method = library.attain_method_find(kind, name.encode(), len(name.encode()))
    assert method >= 0, name
    return method


def statistic(library, name, values, weights=None, parameters=()):
    """(value, reason) of attain_statistic_of(); fails on any status."""
    out = ctypes.c_double(7)
    reason = ctypes.c_uint8(77)
    status = library.attain_statistic_of(
        find(library, 0, name), doubles(parameters) if parameters else None,
        ctypes.c_size_t(len(parameters)), doubles(values), doubles(weights),
        ctypes.c_size_t(len(values)), ctypes.byref(out), ctypes.byref(reason),
        None)
    assert status == 0, (name, status)
    return out.value, reason.value


def close(got, expected, relative, absolute=0.0):
    if got != got or expected != expected:
        return got != got and expected != expected
    return abs(got - expected) <= max(relative * abs(expected), absolute)
