"""Calls of functions on arrays: what goes in is checked, what comes out is
made."""
import re
from array import array
from ctypes import byref, c_double, c_int32, c_size_t, c_uint8
from typing import Any, Dict, List, Sequence, Tuple, Union

from ._columns import column, room
from ._ffi import call, decode, encode, lib, number_out

#: A column: a list of numbers (None: no value), or anything one-dimensional
#: and contiguous with the buffer protocol, which is not copied.
Column = Union[Sequence[Any], "array[Any]", memoryview]

_RESULTS = {"d": c_double, "i": c_int32, "N": c_size_t, "B": c_uint8}


def choice(kind: Any, name: Any, what: str = "") -> int:
    """A value of an enumeration from its name in small letters."""
    if not isinstance(name, str):
        return kind(name)
    try:
        return kind[name.upper()]
    except KeyError:
        raise ValueError("%sno %r; there are %s" % (
            what and what + ": ", name,
            ", ".join(k.name.lower() for k in kind))) from None


def method(kind: int, name: Any) -> int:
    """A method of a kind from its name."""
    if not isinstance(name, str):
        return int(name)
    text = encode(name, "method")
    found = lib.attain_method_find(kind, text, len(text))
    if found < 0:
        raise ValueError("no method %r of %s" % (
            name, decode(lib.attain_method_kind_name(kind))))
    return found


def _size(expression: str, sizes: Dict[str, int]) -> int:
    """The value of a length, a sum or product of sizes."""
    total = 0
    for term in expression.split(" + "):
        product = 1
        for name in term.split(" · "):
            product *= int(name) if name.isdigit() else sizes[name]
        total += product
    return total


class _Call:
    """The arguments of one call."""

    def __init__(self, rows: Any, given: Dict[str, Any]) -> None:
        self.given = given
        self.kept: List[Any] = []
        self.results: List[Any] = []
        self.sizes = {name: int(given[name]) for name, what, *_ in rows
                      if what == "number"}
        self.measured: Dict[str, str] = {}
        self.columns = {name: self.take(name, what, code, length)
                        for name, what, code, length in rows
                        if what in ("in", "choices")}
        self.columns.update({
            name: self.take(name, "in", code, length)
            for name, what, code, length in rows
            if what == "optional" and given[name] is not None})

    def take(self, name: str, what: str, code: Any, length: str) -> Any:
        """A column as a C array, of the length that it has to have."""
        values = self.given[name]
        if what == "choices":
            values = array("i", [choice(code, one, name) for one in values])
            code = "i"
        numbers, count, view = column(values, name, code)
        self.kept.append(view)
        if re.fullmatch(r"\w+", length) and length not in self.sizes:
            self.sizes[length] = count
            self.measured[length] = name
        needed = _size(length, self.sizes)
        if count != needed:
            by = self.measured.get(length)
            raise ValueError("%s has %d elements, %s" % (
                name, count, "%s has %d" % (by, needed) if by
                else "not %d" % needed))
        return numbers

    def argument(self, name: str, what: str, code: Any, length: str) -> Any:
        if what == "size":
            return self.sizes.get(name, 0)
        if what == "choice":
            return choice(code, self.given[name], name)
        if what == "method":
            return method(code, self.given[name])
        if what in ("number", "flag"):
            return self.given[name]
        if what.startswith("more"):
            if not self.given["full"]:
                return None
            what = "out" if what == "more" else "result"
        if what == "out":
            out, numbers = room(code, _size(length, self.sizes))
            self.results.append(out)
            return numbers
        if what == "result":
            self.results.append(_RESULTS[code]())
            return byref(self.results[-1])
        return self.columns.get(name)


def _result(made: Any) -> Any:
    if isinstance(made, c_double):
        return number_out(made.value)
    return getattr(made, "value", made)


def run(name: str, rows: Sequence[Tuple[str, str, Any, str]],
        **given: Any) -> Any:
    """Calls a function; returns its outputs, one alone as it is."""
    function = getattr(lib, name)
    made = _Call(rows, given)
    arguments = [made.argument(*row) for row in rows if row[1] != "error"]
    call(function, *arguments)
    results = [_result(one) for one in made.results]
    return results[0] if len(results) == 1 else tuple(results)
