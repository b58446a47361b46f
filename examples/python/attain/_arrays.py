"""Calls of functions on arrays: what goes in is checked, what comes out is
made."""
import re
from array import array
from ctypes import Structure, byref, c_double
from typing import Any, Callable, Dict, List, Sequence, Tuple, Union

from ._columns import TYPES, column, is_table, room, table
from ._ffi import call, lib, new, number_out

#: A column: a list of numbers (None: no value), or anything one-dimensional
#: and contiguous with the buffer protocol, which is not copied.
Column = Union[Sequence[Any], "array[Any]", memoryview]



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

    def __init__(self, rows: Any, given: Dict[str, Any],
                 more: Sequence[str]) -> None:
        self.given = given
        self.more = more
        self.kept: List[Any] = []
        self.results: Dict[str, Any] = {}
        self.alone = ""  # the number of columns, where one came alone
        self.sizes = {name: int(given[name]) for name, what, *_ in rows
                      if what in ("number", "flag")
                      and isinstance(given[name], int)}
        self.measured: Dict[str, str] = {}
        self.columns: Dict[str, Any] = {}
        # tables first: they say how long columns are
        for name, what, code, length in sorted(
                rows, key=lambda row: " · " not in row[3]):
            if what in ("in", "choices") or (what == "optional"
                                             and given[name] is not None):
                self.columns[name] = self.take(name, what, code, length)

    def take(self, name: str, what: str, code: Any, length: str) -> Any:
        """A column or table as a C array, of the length it has to have."""
        values = self.given[name]
        if what == "choices":
            values = array("i", [choice(code, one, name) for one in values])
            code = "i"
        if " · " in length:
            numbers, count, view, shape = table(values, name, code)
            self.measure(name, length.split(" · "), shape)
            if len(shape) == 2 and not is_table(values):
                self.alone = length.split(" · ")[0]
        else:
            numbers, count, view = column(values, name, code)
            if length.isidentifier():
                self.measure(name, [length], [count])
        self.kept.append(view)
        needed = _size(length, self.sizes)
        if count != needed:
            by = self.measured.get(length)
            raise ValueError("%s has %d elements, %s" % (
                name, count, "%s has %d" % (by, needed) if by
                else "not %d" % needed))
        return numbers

    def measure(self, name: str, lengths: List[str],
                shape: Sequence[int]) -> None:
        """Takes sizes from an array, where no other has told them."""
        for length, count in zip(lengths, shape):
            for size in (length, length.replace("stride", "count")):
                if size not in self.sizes and not size.isdigit():
                    self.sizes[size] = count
                    self.measured[size] = name

    def argument(self, name: str, what: str, code: Any, length: str) -> Any:
        if what == "size":
            return self.sizes.get(name, 0)
        if what == "choice":
            return choice(code, self.given[name], name)
        if what in ("number", "flag"):
            return self.given[name]
        if what.startswith("more_"):
            if name not in self.more:
                return None
            what = what[len("more_"):]
        if what in ("out", "result", "struct"):
            self.results[name], made = self.output(what, code, length)
            return made
        return self.columns.get(name)

    def output(self, what: str, code: Any, length: str) -> Tuple[Any, Any]:
        """Something for C to fill, and what C is given of it."""
        if what == "out":
            out, numbers = room(code, _size(length, self.sizes))
            return self.shaped(out, length), numbers
        if what == "result":
            made = TYPES[code]()
        else:
            word = re.sub(r"(?<!^)(?=[A-Z])", "_", code.__name__).lower()
            made = new(code, getattr(lib, "attain_%s_init" % word))
        return made, byref(made)

    def shaped(self, out: Any, length: str) -> Any:
        """An output with two dimensions, where its length is a product; of
        one column that came alone it is a column."""
        shape = [_size(part, self.sizes) for part in length.split(" · ")]
        if " + " in length or len(shape) == 1 or 0 in shape \
                or length.split(" · ")[0] == self.alone:
            return out
        return memoryview(out).cast("B").cast(out.typecode, shape)


def _result(made: Any) -> Any:
    if isinstance(made, c_double):
        return number_out(made.value)
    if isinstance(made, Structure):
        fields = {field[0]: getattr(made, field[0]) for field in made._fields_
                  if field[0] not in ("struct_size", "reserved")}
        return {name: number_out(value) if isinstance(value, float) else value
                for name, value in fields.items()}
    return getattr(made, "value", made)


def run(name: str, rows: Sequence[Tuple[str, str, Any, str]],
        more: Sequence[str] = (), **given: Any) -> Any:
    """Calls a function; returns its outputs, one alone as it is, several as a
    tuple; `more` names those that are made only where they are wanted."""
    known = [row[0] for row in rows if row[1].startswith("more_")]
    for one in more:
        if one not in known:
            raise ValueError("more: no %r; there are %s" % (
                one, ", ".join(known)))
    made = _Call(rows, given, more)
    arguments = [made.argument(*row) for row in rows if row[1] != "error"]
    call(getattr(lib, name), *arguments)
    results = [_result(one) for one in made.results.values()]
    return results[0] if len(results) == 1 else tuple(results)


def foreign(function: Callable[..., float], name: str, takes: str,
            doc: str) -> Callable[..., float]:
    """A foreign function as it is, which a call of Python around it would
    make slower; its arguments go by their order."""
    function.__name__ = name
    function.__doc__ = name + takes + ": " + doc
    return function
