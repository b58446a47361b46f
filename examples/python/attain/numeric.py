"""Functions on plain arrays: the room that knows no plan.

Columns are lists of numbers (None: no value), or anything one-dimensional and
contiguous with the buffer protocol and doubles inside, which is not copied.
Every sum is exact until it is rounded once, so the order of the elements
changes no result.
"""
from array import array
from ctypes import byref, c_double, sizeof, string_at
from typing import Any, List, NamedTuple, Optional, Sequence, Tuple

from . import _structs
from ._enums import PeerScore, Statistic
from ._ffi import call, lib, new, number_out
from ._handle import doubles, integers


def _numbers(count: int) -> Tuple["array[float]", Any]:
    """Room for doubles that C fills."""
    out = array("d", bytes(8 * count))
    return out, (c_double * count).from_buffer(out)


def _choice(kind: Any, name: Any) -> int:
    if not isinstance(name, str):
        return kind(name)
    try:
        return kind[name.upper()]
    except KeyError:
        raise ValueError("no %r; there are %s" % (
            name, ", ".join(k.name.lower() for k in kind))) from None


def _weights(weights: Any, count: int) -> Tuple[Any, Any]:
    if weights is None:
        return None, None
    numbers, length, view = doubles(weights, "weights")
    if length != count:
        raise ValueError("there are %d values and %d weights"
                         % (count, length))
    return numbers, view


def statistic(name: Any, values: Any,
              weights: Any = None) -> Optional[float]:
    """One statistic (`"mean"`, `"cv"`, …; see Statistic) of an array; None if
    it has no value."""
    numbers, count, view = doubles(values, "values")
    by, kept = _weights(weights, count)
    out = c_double()
    call(lib.attain_statistic_of, _choice(Statistic, name), numbers, by, count,
         byref(out))
    del view, kept
    return number_out(out.value)


def group_order(codes: Any, group_count: int) -> Tuple[Any, Any]:
    """Sorts elements into groups, once for many columns: pass the result to
    statistics_by(). `codes` is each element's group, negative: none."""
    numbers, count, view = integers(codes, "codes")
    order = (_structs.c_int32 * count)()
    offsets = (_structs.c_size_t * (group_count + 1))()
    call(lib.attain_group_order, numbers, count, group_count, order, offsets)
    del view
    return order, offsets


def statistics_by(names: Sequence[Any], values: Any, groups: Tuple[Any, Any],
                  weights: Any = None) -> List["array[float]"]:
    """Statistics of groups of an array: for each name an array with a double
    for each group, NaN where there is no value."""
    numbers, count, view = doubles(values, "values")
    by, kept = _weights(weights, count)
    order, offsets = groups
    if len(order) != count:
        raise ValueError("there are %d values, but %d were grouped"
                         % (count, len(order)))
    wanted = (_structs.c_int32 * len(names))(
        *(_choice(Statistic, name) for name in names))
    group_count = len(offsets) - 1
    out, room = _numbers(len(names) * group_count)
    call(lib.attain_statistics_by, wanted, len(names), numbers, by, order,
         offsets, group_count, room)
    del view, kept
    return [out[i * group_count:(i + 1) * group_count]
            for i in range(len(names))]


def quantiles(values: Any, probabilities: Any) -> "array[float]":
    """Quantiles of type 7, one for each probability."""
    numbers, count, view = doubles(values, "values")
    wanted, length, kept = doubles(probabilities, "probabilities")
    out, room = _numbers(length)
    call(lib.attain_quantiles, numbers, count, wanted, length, room)
    del view, kept
    return out


def peer_scores(name: Any, values: Any, *,
                descending: bool = False) -> "array[float]":
    """Each value against all others: `minmax`, `zscore`, `rank` or
    `percentile`. `descending`: a low value is good."""
    numbers, count, view = doubles(values, "values")
    out, room = _numbers(count)
    call(lib.attain_peer_scores, _choice(PeerScore, name), descending, numbers,
         count, room)
    del view
    return out


def ranks(values: Any, *, descending: bool = False) -> "array[float]":
    """Ranks, 1 is best; ties share the smallest. `descending`: a low value is
    good."""
    numbers, count, view = doubles(values, "values")
    out, room = _numbers(count)
    call(lib.attain_ranks, descending, numbers, count, room)
    del view
    return out


def round_decimals(values: Any, decimals: int) -> "array[float]":
    """Each value as a decimal, rounded once, half to even (GB/T 8170)."""
    numbers, count, view = doubles(values, "values")
    out, room = _numbers(count)
    call(lib.attain_round, numbers, count, decimals, room)
    del view
    return out


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


def student_cdf(t: float, freedom: float) -> float:
    """P(T ≤ t) of Student's t distribution."""
    return lib.attain_student_cdf(t, freedom)


def student_quantile(p: float, freedom: float) -> float:
    """The t with P(T ≤ t) = p."""
    return lib.attain_student_quantile(p, freedom)
BOUND = set()
