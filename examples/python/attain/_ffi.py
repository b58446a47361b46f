"""Finds and loads the library, and calls it.

Everything that touches C is in this file, `_structs.py` and `_handle.py`.
"""
import ctypes
import ctypes.util
import math
import os
import sys
from ctypes import byref, c_char, c_size_t
from typing import Any, Callable, Iterator, Optional, Tuple

from . import _structs
from ._enums import PeriodValue
from ._errors import error_of
from ._prototypes import PROTOTYPES

#: The binary interface that this package is written for.
ABI_VERSION = 0

_HERE = os.path.dirname(os.path.abspath(__file__))


def _names() -> Tuple[str, ...]:
    """What the library's file may be called on this system."""
    if sys.platform == "win32":
        return "attain.dll", "libattain.dll"
    if sys.platform == "darwin":
        return "libattain.dylib", "libattain.%d.dylib" % ABI_VERSION
    return "libattain.so", "libattain.so.%d" % ABI_VERSION


def _below(folder: str) -> Iterator[str]:
    """The library's files anywhere below a folder, in a fixed order."""
    for path, folders, files in os.walk(folder):
        folders.sort()
        for name in _names():
            if name in files:
                yield os.path.join(path, name)


def candidates() -> Iterator[str]:
    """Where the library may be, the likeliest place first. With
    ATTAIN_LIBRARY set, only there."""
    chosen = os.environ.get("ATTAIN_LIBRARY")
    if chosen:
        yield chosen
        return
    for name in _names():
        yield os.path.join(_HERE, name)
    tree = os.path.dirname(os.path.dirname(os.path.dirname(_HERE)))
    yield from _below(os.path.join(tree, "build"))
    found = ctypes.util.find_library("attain")
    if found:
        yield found
    yield from reversed(_names())


def _bind(library: ctypes.CDLL) -> None:
    """Gives every function its prototype."""
    for name, (returns, takes) in PROTOTYPES.items():
        function = getattr(library, name)
        function.restype = returns
        function.argtypes = takes


def _open(path: str) -> ctypes.CDLL:
    """Loads one candidate; OSError says why it cannot be used."""
    if os.path.dirname(path) and not os.path.exists(path):
        raise OSError("no such file")
    library = ctypes.CDLL(path)
    try:
        library.attain_abi_version.restype = ctypes.c_int32
        abi = library.attain_abi_version()
        if abi != ABI_VERSION:
            raise OSError("has binary interface %d, not %d"
                          % (abi, ABI_VERSION))
        _bind(library)
    except AttributeError as error:
        raise OSError("is not the library: %s" % error) from None
    return library


def load() -> ctypes.CDLL:
    """Loads the library from the first candidate that can be used."""
    tried = []
    for path in candidates():
        try:
            return _open(path)
        except OSError as error:
            tried.append("  %s: %s" % (path, error))
    raise ImportError(
        "the attain library cannot be loaded; set ATTAIN_LIBRARY to its file, "
        "or build it (cmake -B build && cmake --build build). Tried:\n"
        + "\n".join(tried))


lib = load()


def check(status: int, error: _structs.Error) -> None:
    """Raises what a failed call has told."""
    if status != 0:
        message = error.message.decode("utf-8", "replace")
        raise error_of(status,
                       message or decode(lib.attain_status_message(status)),
                       error.field.decode("utf-8", "replace"), error.row)


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function whose last parameter is the error."""
    error = _structs.Error()
    check(function(*arguments, byref(error)), error)


def encode(value: str, what: str) -> bytes:
    """Text on its way in."""
    if not isinstance(value, str):
        raise TypeError("%s must be str, not %s"
                        % (what, type(value).__name__))
    if "\0" in value:
        raise ValueError("%s has a NUL character" % what)
    return value.encode("utf-8", "surrogatepass")


def decode(value: Optional[bytes]) -> Optional[str]:
    """Text on its way out; None for NULL."""
    return None if value is None else value.decode("utf-8")


def new(struct: Any, init: Callable[..., None]) -> Any:
    """A struct with its defaults."""
    made = struct()
    init(byref(made))
    return made


def filled(function: Callable[..., int], *arguments: Any) -> bytes:
    """The text of a function that ends in (out, capacity, count, error)."""
    count = c_size_t()
    call(function, *arguments, None, 0, byref(count))
    text = (c_char * (count.value + 1))()
    call(function, *arguments, text, count.value + 1, byref(count))
    return text.raw[:count.value]


def period_in(value: Any, what: str = "period") -> int:
    """A period from its text (`"2023-Q3"`), from a year, or from None."""
    if value is None:
        return PeriodValue.NONE
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    out = ctypes.c_int32()
    text = encode(value, what)
    call(lib.attain_period_parse, text, len(text), byref(out))
    return out.value


def period_out(value: int) -> Optional[str]:
    """A period as text; None for none."""
    if value == PeriodValue.NONE:
        return None
    return filled(lib.attain_period_format, value).decode("ascii")


def number_out(value: float) -> Optional[float]:
    """A number; None where there is no value."""
    return None if math.isnan(value) else value


def word(vocabulary: int, value: int) -> Optional[str]:
    """The tables' word for a value; None if it has none."""
    return decode(lib.attain_word(vocabulary, value)) or None


def word_value(vocabulary: int, text: str, what: str) -> int:
    """The value of a word of the tables."""
    data = encode(text, what)
    value = lib.attain_word_find(vocabulary, data, len(data))
    if value < 0:
        words = []
        for i in range(lib.attain_word_count(vocabulary)):
            known = word(vocabulary, lib.attain_word_value(vocabulary, i))
            if known:
                words.append(known)
        raise ValueError("%s must be one of %s, not %r"
                         % (what, ", ".join(words), text))
    return value
