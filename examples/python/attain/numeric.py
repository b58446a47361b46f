"""Functions on plain arrays: the room that knows no plan.

Columns are lists of numbers (None: no value), or anything one-dimensional and
contiguous with the buffer protocol and doubles inside, which is not copied.
Every sum is exact until it is rounded once, so the order of the elements
changes no result.
"""
from array import array
from ctypes import byref, c_double, c_int32, sizeof, string_at
from typing import Any, List, NamedTuple, Optional, Sequence, Tuple

from . import _numeric, _structs
from ._arrays import choice
from ._columns import doubles, is_table, room, shared, table
from ._composite import Composite, Doubt
from ._enums import MethodKind, Screening, Statistic
from ._ffi import call, decode, lib, new, number_out
from ._numeric import *  # noqa: F401, F403
from ._numeric import group_order, statistic_of

#: The functions that are made from the headers.
BOUND = {"attain_" + name for name in _numeric.__all__}


def statistic(name: Any, values: Any, weights: Any = None,
              parameters: Any = None) -> Optional[float]:
    """One statistic of an array (methods("statistic") lists them); None where
    it has no value. statistic_of() says why it has none."""
    return statistic_of(name, values, weights=weights, parameters=parameters)


def quantiles(values: Any, probabilities: Any, *, method: Any = "type_7",
              **options: Any) -> Any:
    """Quantiles, by one of the types of Hyndman and Fan.

    values[count], probabilities[probability_count]. Returns doubles
    [probability_count]. `options` as in the header: weights, parameters."""
    return _numeric.quantiles(method, values, probabilities, **options)


def ranks(values: Any, *, method: Any = "min", descending: bool = False,
          **options: Any) -> Any:
    """Ranks, 1 is best, by what ties get. `descending`: a low value is good.

    values[count] or values[column][count]. Returns doubles as `values`."""
    columns = table(values, "values", "d")[3][0]
    return _numeric.ranks(method, values, descending=[int(descending)]
                          * columns, **options)


class Parameter(NamedTuple):
    """A parameter of a method; `standard` None: it has to be given."""

    name: str
    description: str
    standard: Optional[float]
    low: float
    high: float


class Method(NamedTuple):
    """A method: its number, its name, what it computes, where from."""

    number: int
    name: str
    formula: str
    source: str
    parameters: List[Parameter]


def methods(kind: Any) -> List[Method]:
    """The methods of a kind (`"statistic"`), as the library lists them."""
    which = choice(MethodKind, kind)
    return [_method(which, i)
            for i in range(lib.attain_method_count(which))]


def _method(kind: int, number: int) -> Method:
    given = new(_structs.Method, lib.attain_method_init)
    call(lib.attain_method_get, kind, number, byref(given))
    parameters = []
    for i in range(given.parameter_count):
        one = new(_structs.Parameter, lib.attain_parameter_init)
        call(lib.attain_method_parameter, kind, number, i, byref(one))
        parameters.append(Parameter(
            decode(one.name) or "", decode(one.description) or "",
            number_out(one.standard), one.low, one.high))
    return Method(number, decode(given.name) or "",
                  decode(given.formula) or "", decode(given.source) or "",
                  parameters)


class Groups:
    """Elements sorted into groups, once for many columns.

    `codes` has each element's group, from 0; negative: in none. Shapes:
    codes[count] → order[count], offsets[group_count + 1]."""

    def __init__(self, codes: Any, group_count: int) -> None:
        self.order, self.offsets = group_order(codes, group_count)

    def __len__(self) -> int:
        """The number of groups."""
        return len(self.offsets) - 1

    def __repr__(self) -> str:
        return "<Groups: %d elements in %d groups>" % (len(self.order),
                                                       len(self))


def statistics_by(names: Sequence[Any], values: Any, groups: Groups,
                  weights: Any = None, parameters: Any = None) -> Any:
    """Statistics of groups of an array, or of many arrays at once.

    values[count] or values[column][count], doubles; weights[count];
    parameters: for each statistic a list of numbers, all of one length.
    Returns a view of doubles [statistic][group], or
    [column][statistic][group]: NaN where there is no value."""
    numbers, _, view, (columns, stride) = table(values, "values", "d")
    if stride != len(groups.order):
        raise ValueError("there are %d values, but %d were grouped"
                         % (stride, len(groups.order)))
    by, kept = None, None
    if weights is not None:
        by, length, kept = doubles(weights, "weights")
        if length != stride:
            raise ValueError("there are %d values and %d weights"
                             % (stride, length))
    given, per = None, 0
    if parameters is not None:
        given, _, kept_parameters, (rows, per) = table(
            [list(row) for row in parameters], "parameters", "d")
        if rows != len(names):
            raise ValueError("there are %d statistics and parameters of %d"
                             % (len(names), rows))
    wanted = (c_int32 * len(names))(*(choice(Statistic, n) for n in names))
    order, _, kept_order = shared(groups.order, "order", "i")
    offsets, _, kept_offsets = shared(groups.offsets, "offsets", "N")
    shape = [len(wanted), len(groups)]
    if is_table(values):
        shape.insert(0, columns)
    out, numbers_out = room("d", columns * len(wanted) * len(groups))
    call(lib.attain_statistics_by_columns, wanted, len(wanted), given, per,
         numbers, columns, stride, by, order, offsets, len(groups),
         numbers_out, None)
    del view, kept, kept_order, kept_offsets
    return memoryview(out).cast("B").cast("d", shape) if out else out


def screen(method: Any, values: Any, parameters: Any = None,
           by_column: bool = True) -> "array[int]":
    """Which columns (or rows) are known well enough: 1 kept, 0 not. `values`
    [column][element]; methods("screening") lists the methods."""
    numbers, _, view, (columns, count) = table(values, "values", "d")
    given, length, kept = doubles([] if parameters is None else parameters,
                                  "parameters")
    keep, room_of_keep = room("B", columns if by_column else count)
    call(lib.attain_screen, choice(Screening, method), given, length, numbers,
         columns, count, count, by_column, room_of_keep, None, None)
    del view, kept
    return keep


class Sum:
    """The exact sum of any number of doubles, rounded only when it is asked
    for. Parts may be added up elsewhere, sent as bytes, and merged."""

    def __init__(self, values: Any = ()) -> None:
        self._sum = new(_structs.Sum, lib.attain_sum_init)
        self.add(values)

    def add(self, values: Any) -> "Sum":
        """Adds values exactly; NaN is left out."""
        numbers, count, view = doubles(values, "values")
        call(lib.attain_sum_add, byref(self._sum), numbers, count)
        del view
        return self

    def merge(self, other: "Sum") -> "Sum":
        """Adds another sum exactly."""
        call(lib.attain_sum_merge, byref(self._sum), byref(other._sum))
        return self

    @property
    def value(self) -> float:
        """The sum, rounded once."""
        out = c_double()
        call(lib.attain_sum_value, byref(self._sum), byref(out))
        return out.value

    def __bytes__(self) -> bytes:
        return string_at(byref(self._sum), sizeof(self._sum))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Sum":
        """The sum whose bytes() they are, of a machine with the same byte
        order."""
        if len(data) != sizeof(_structs.Sum):
            raise ValueError("a sum has %d bytes, not %d"
                             % (sizeof(_structs.Sum), len(data)))
        made = cls()
        made._sum = _structs.Sum.from_buffer_copy(data)
        return made

    def __reduce__(self):
        return Sum.from_bytes, (bytes(self),)

    def __repr__(self) -> str:
        return "Sum(%r)" % self.value


class Prediction(NamedTuple):
    """A new observation on a line, with its standard error and the ends of
    the interval (None: too few points)."""

    value: Optional[float]
    error: Optional[float]
    low: Optional[float]
    high: Optional[float]


class Line:
    """A straight line fitted by least squares."""

    def __init__(self, x: Any, y: Any) -> None:
        at, count, view = doubles(x, "x")
        values, length, kept = doubles(y, "y")
        if length != count:
            raise ValueError("there are %d x and %d y" % (count, length))
        self._line = new(_structs.Line, lib.attain_line_init)
        call(lib.attain_line_fit, at, values, count, byref(self._line))
        del view, kept
        self.count = self._line.count
        self.center = number_out(self._line.center)
        #: The value at the center.
        self.intercept = number_out(self._line.intercept)
        self.slope = number_out(self._line.slope)
        self.variance = number_out(self._line.variance)

    def predict(self, x: float, coverage: float = 0.8) -> Prediction:
        """The value at x, with the interval that holds a new observation in
        that share of cases."""
        out = [c_double() for _ in range(4)]
        call(lib.attain_line_predict, byref(self._line), x, coverage,
             *map(byref, out))
        return Prediction(*(number_out(number.value) for number in out))

    def __repr__(self) -> str:
        return "<Line through %d points: %r + %r·(x − %r)>" % (
            self.count, self.intercept, self.slope, self.center)


class Anova(NamedTuple):
    """One-way analysis of variance; None where there is no value."""

    count: int
    group_count: int
    between: Optional[float]
    within: Optional[float]
    f: Optional[float]
    p: Optional[float]
    r_squared: Optional[float]
    residual_sd: Optional[float]


def anova(values: Any, codes: Any, group_count: int) -> Anova:
    """Splits the variance of values into that between and within groups.

    values[count]; codes[count]: each one's group, from 0; negative: none."""
    numbers, count, view = doubles(values, "values")
    groups, length, kept = column(codes, "codes", "i")
    if length != count:
        raise ValueError("there are %d values and %d codes" % (count, length))
    out = new(_structs.Anova, lib.attain_anova_init)
    call(lib.attain_anova_one_way, numbers, groups, count, group_count,
         byref(out))
    del view, kept
    return Anova(out.count, out.group_count, *(number_out(number) for number in (
        out.between, out.within, out.f, out.p, out.r_squared,
        out.residual_sd)))
