"""Columns of the caller as C arrays: checked, and not copied."""
import ctypes
import sys
from array import array
from ctypes import (c_double, c_float, c_int32, c_int64, c_size_t, c_uint8,
                    c_uint32, c_uint64, py_object)
from typing import Any, Tuple

#: The C type of the elements of a column; `N` is size_t.
TYPES = {"d": c_double, "f": c_float, "i": c_int32, "q": c_int64,
         "B": c_uint8, "I": c_uint32, "Q": c_uint64, "N": c_size_t}
_POINTERS = {code: ctypes.POINTER(kind) for code, kind in TYPES.items()}
_SIGNED, _UNSIGNED, _FLOATS = "bhilqn", "?BHILQN", "fd"
_CONTENTS = {"d": "doubles", "f": "floats", "i": "32-bit integers",
             "q": "64-bit integers", "B": "bytes",
             "I": "unsigned 32-bit integers", "Q": "unsigned 64-bit integers",
             "N": "unsigned %d-bit integers" % (8 * ctypes.sizeof(c_size_t))}


class _Buffer(ctypes.Structure):
    """Py_buffer of CPython."""

    _fields_ = [
        ("buf", ctypes.c_void_p), ("obj", py_object),
        ("len", ctypes.c_ssize_t), ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int), ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p), ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p), ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


_get_buffer = ctypes.pythonapi.PyObject_GetBuffer
_get_buffer.argtypes = [py_object, ctypes.c_void_p, ctypes.c_int]
_release_buffer = ctypes.pythonapi.PyBuffer_Release
_release_buffer.argtypes = [ctypes.c_void_p]


def _address(view: memoryview) -> int:
    """Where the bytes of a view are; the view must outlive its use. (ctypes
    itself gives this for writable memory alone.)"""
    buffer = _Buffer()
    where = ctypes.byref(buffer)
    _get_buffer(view, where, 0)
    address = buffer.buf or 0
    _release_buffer(where)
    return address


def _same(given: str, itemsize: int, code: str) -> bool:
    """Whether elements of a format are those of a code, on this machine."""
    order = "<" if sys.byteorder == "little" else ">"
    if given[:1] in ("@", "=", order):
        given = given[1:]
    kinds = next(k for k in (_FLOATS, _SIGNED, _UNSIGNED) if code in k)
    return (len(given) == 1 and given in kinds
            and itemsize == ctypes.sizeof(TYPES[code]))


def _view(values: Any, what: str, code: str, writable: bool,
          dimensions: int) -> memoryview:
    """Checks that a column can be shared with C as it is."""
    try:
        # a pandas Series has its buffer in the array that it wraps
        exposed = getattr(values, "__array__", None)
        view = memoryview(exposed() if exposed is not None
                          and not hasattr(values, "__buffer__")
                          and not hasattr(values, "__array_struct__")
                          else values)
    except TypeError:
        raise TypeError(
            "%s must have the buffer protocol (array('%s'), a numpy array, a "
            "memoryview), not %s" % (what, code, type(values).__name__)
        ) from None
    if not _same(view.format, view.itemsize, code):
        raise TypeError("%s must hold %s (format '%s'), not '%s'"
                        % (what, _CONTENTS[code], code, view.format))
    if view.ndim != dimensions:
        raise ValueError("%s must have %s, not %d" % (
            what, "one dimension" if dimensions == 1
            else "%d dimensions" % dimensions, view.ndim))
    if not view.c_contiguous:
        raise ValueError("%s must be contiguous" % what)
    if writable and view.readonly:
        raise ValueError("%s must be writable" % what)
    return view


def shared(values: Any, what: str, code: str = "d", writable: bool = False,
           dimensions: int = 1) -> Tuple[Any, int, memoryview]:
    """A column of the caller for C, without a copy: a pointer to it, its
    length, and the view to keep while C uses it."""
    view = _view(values, what, code, writable, dimensions)
    count = view.nbytes // view.itemsize
    kind = TYPES[code]
    first = kind.from_address(_address(view)) if count else kind()
    return _POINTERS[code](first), count, view


def column(values: Any, what: str, code: str) -> Tuple[Any, int, Any]:
    """As shared(), but a list of numbers (None: no value) is copied."""
    if isinstance(values, (list, tuple)):
        if code in _FLOATS:
            values = [float("nan") if v is None else v for v in values]
        values = array(_array_code(code), values)
    return shared(values, what, code)


def is_table(values: Any) -> bool:
    """Whether there is more than one dimension."""
    if isinstance(values, (list, tuple)):
        return bool(values) and not isinstance(values[0],
                                               (int, float, type(None)))
    dimensions = getattr(values, "ndim", None)
    return (memoryview(values).ndim if dimensions is None
            else dimensions) > 1


def table(values: Any, what: str, code: str
          ) -> Tuple[Any, int, Any, Tuple[int, int]]:
    """As column(), for columns of one length: a buffer of two dimensions
    [column][element], a list of columns, or one column alone. Last come the
    number of columns and their length."""
    if not is_table(values):
        numbers, count, view = column(values, what, code)
        return numbers, count, view, (1, count)
    if isinstance(values, (list, tuple)):
        joined, lengths = array(_array_code(code)), set()
        for one in values:
            held = column(one, what, code)[2]
            joined.frombytes(held.cast("B"))
            lengths.add(len(held))
        if len(lengths) > 1:
            raise ValueError("the columns of %s must have one length, not %s"
                             % (what, sorted(lengths)))
        numbers, count, view = shared(joined, what, code)
        return numbers, count, view, (len(values), lengths.pop())
    numbers, count, view = shared(values, what, code, dimensions=2)
    return numbers, count, view, (view.shape[0], view.shape[1])


def doubles(values: Any, what: str) -> Tuple[Any, int, Any]:
    """A column of doubles."""
    return column(values, what, "d")


def integers(values: Any, what: str) -> Tuple[Any, int, Any]:
    """A column of 32-bit integers."""
    return column(values, what, "i")


def _array_code(code: str) -> str:
    """How the array module calls elements."""
    if code != "N":
        return code
    return "Q" if ctypes.sizeof(c_size_t) == 8 else "I"


def room(code: str, count: int) -> Tuple["array[Any]", Any]:
    """An array that C fills, and the same memory as a C array."""
    out = array(_array_code(code), [0]) * count
    return out, (TYPES[code] * count).from_buffer(out)
