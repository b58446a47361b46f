"""Evaluations: a dataset judged by a plan."""
import html
import json
from array import array
from ctypes import POINTER, byref, c_double, c_int32, c_size_t
from typing import (Any, Callable, Dict, Iterable, Iterator, List, NamedTuple,
                    Optional, Sequence, Union)

from . import _structs
from ._arrow import ArrowTable
from ._columns import room
from ._enums import (Format, Language, Measure, MeasuresValue, StatusCode,
                     Vocabulary)
from ._errors import UnknownError
from ._ffi import (call, decode, encode, filled, lib, new, number_out,
                   period_in, period_out, word)
from ._handle import Handle
from ._sinks import text_of, write_through
from .dataset import Dataset, Key
from .node import Node
from .plan import Period, Plan

#: Measures that are words, not numbers.
WORDS = {Measure.VERDICT: Vocabulary.VERDICT,
         Measure.STATUS: Vocabulary.STANDING, Measure.GRADE: None}
_WHOLE_NUMBERS = {Measure.RANK, Measure.TARGETS, Measure.TARGETS_MET,
                  Measure.TARGETS_UNKNOWN, Measure.VALUE_ADDED_CLASS}


class Unit(NamedTuple):
    """A unit as the evaluation knows it."""

    row: int
    id: str
    name: str
    level: str
    parent: Optional[int]


class Finding(NamedTuple):
    """What was odd and may need a person."""

    message: str
    node: Optional[str]
    unit: Optional[str]
    period: Optional[str]
    count: int
    code: int
    kind: str
    message_zh: str


class Owner(NamedTuple):
    """How a department stands at a unit."""

    owner: str
    targets: int
    met: int
    unknown: int
    attainment: Optional[float]


class Point(NamedTuple):
    """A target's series in a period."""

    period: str
    observed: Optional[float]
    expected: Optional[float]


class YearlyAnswer(NamedTuple):
    """One of the three answers to a yearly rule. `lower` and `upper` are its
    limits, None where there is none."""

    value: Optional[float]
    lower: Optional[float]
    upper: Optional[float]
    verdict: str


class Yearly(NamedTuple):
    """A rule about every year, asked in three ways."""

    #: Periods judged at the unit, those that kept the rule, those unknown.
    periods: int
    met: int
    unknown: int
    #: The verdict of every period together.
    verdict: str
    #: The last period alone, all since the base, and the mean per period.
    latest: YearlyAnswer
    cumulative: YearlyAnswer
    mean: YearlyAnswer


class Ratings(NamedTuple):
    """What each evaluator group says of a target."""

    #: By the group's id one number a row of the node; NaN: not rated.
    groups: Dict[str, "array[float]"]
    #: Kendall's W over the units that all groups rated; None: no value.
    concordance: Optional[float]
    #: How many groups rated, and units that all of them rated.
    group_count: int
    unit_count: int


def measure_of(measure: Union[str, Measure]) -> Measure:
    """The measure with a name, `"attainment"`."""
    if isinstance(measure, str):
        try:
            return Measure[measure.upper()]
        except KeyError:
            raise ValueError("no measure %r; there are %s" % (
                measure, ", ".join(m.name.lower() for m in Measure))) from None
    return Measure(measure)


def evaluate(plan: Plan, data: Dataset, *, as_of: Optional[Period] = None,
             threads: Optional[int] = None,
             measures: Optional[Iterable[Union[str, Measure]]] = None,
             on_track: Optional[float] = None,
             slow: Optional[float] = None,
             lenses: Optional[Sequence[float]] = None,
             sizes: Optional[str] = None) -> "Evaluation":
    """Judges a dataset by a plan.

    `as_of` is the period judged (the last of the plan or of the data,
    whichever is earlier), `threads` how many work on it, `measures` the ones
    to keep (all but the lenses), `on_track` and `slow` the cut-offs of pace.
    `lenses`, the weights of outcome, process and value added, asks for the
    four evaluations too; `sizes` is the variable that value added is shrunk
    by."""
    options = new(_structs.EvaluateOptions, lib.attain_evaluate_options_init)
    options.as_of = period_in(as_of, "as_of")
    if threads is not None:
        options.threads = threads
    if measures is not None:
        options.measures = sum({1 << measure_of(m) for m in measures})
    if on_track is not None:
        options.on_track = on_track
    if slow is not None:
        options.slow = slow
    if lenses is not None:
        options.measures |= MeasuresValue.LENSES
        (options.outcome_weight, options.process_weight,
         options.value_added_weight) = lenses
    if sizes is not None:
        options.sizes = encode(sizes, "sizes")
    out = POINTER(_structs.Evaluation)()
    with plan._reading() as promised, data._reading() as observed:
        call(lib.attain_evaluate, promised, observed, byref(options),
             byref(out))
    return Evaluation(out, plan, data)


class Evaluation(Handle, ArrowTable):
    """What evaluate() found: for every goal and target (the nodes) and every
    unit that it is judged at, the measures.

    It owns all that it shows; plan and dataset are kept for explain() and
    trajectory() alone. Any number of threads may read it.
    """

    def __init__(self, pointer: Any, plan: Plan, data: Dataset,
                 destroy: Optional[Callable[[Any], None]] = None) -> None:
        super().__init__(pointer, destroy or lib.attain_evaluation_destroy)
        self._plan = plan
        self._data = data
        info = _structs.EvaluationInfo()
        lib.attain_evaluation_info_init(byref(info))
        call(lib.attain_evaluation_get_info, pointer, byref(info))
        #: The plan that was judged.
        self.plan_id = decode(info.plan) or ""
        self.plan_name = decode(info.name) or ""
        self.level = decode(info.level) or ""
        self.source = decode(info.source) or ""
        #: The period as of which was judged, and the plan's first and last.
        self.as_of = period_out(info.as_of)
        self.first_period = period_out(info.first_period)
        self.last_period = period_out(info.last_period)
        #: Rows over all nodes, units of the dataset, names of the grades.
        self.row_count = info.row_count
        self.unit_count = info.unit_count
        self.grades = [decode(lib.attain_evaluation_grade(pointer, i))
                       for i in range(info.grade_count)]
        self._node_count = lib.attain_evaluation_node_count(pointer)
        self._top = self._unit_rows(0)

    # --- nodes and units ----------------------------------------------------

    @property
    def nodes(self) -> List[Node]:
        """Every goal and target: each goal before its targets and these
        before its sub-goals."""
        return list(self)

    @property
    def root(self) -> Node:
        """The goal at the top."""
        return Node(self, 0)

    def __iter__(self) -> Iterator[Node]:
        return (Node(self, i) for i in range(self._node_count))

    def __len__(self) -> int:
        """The number of nodes."""
        return self._node_count

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, id: Key) -> Node:
        """The goal or target with an id (or number); UnknownError, which is a
        LookupError, if there is none."""
        return Node(self, self._index(id))

    def __contains__(self, id: object) -> bool:
        try:
            return isinstance(id, str) and self._index(id) >= 0
        except UnknownError:
            return False

    def _index(self, key: Union[Key, Node]) -> int:
        """The node that an id, a number or a Node stands for."""
        if isinstance(key, Node):
            if key.evaluation is not self:
                raise ValueError("%r is of another evaluation" % key)
            return key.index
        if isinstance(key, int):
            found = key if 0 <= key < self._node_count else -1
        else:
            text = encode(key, "node")
            with self._reading() as pointer:
                found = lib.attain_evaluation_find_node(pointer, text,
                                                        len(text))
        if found < 0:
            raise UnknownError("no goal or target %r" % (key,),
                               StatusCode.ERR_UNKNOWN)
        return found

    def _node_id(self, pointer: Any, index: int) -> str:
        given = new(_structs.Node, lib.attain_node_init)
        call(lib.attain_evaluation_get_node, pointer, index, byref(given))
        return decode(given.id) or ""

    def _unit_rows(self, index: int) -> List[int]:
        """The units of a node's rows."""
        count = c_size_t()
        with self._reading() as pointer:
            rows = lib.attain_evaluation_units(pointer, index, byref(count))
            return rows[:count.value] if rows else []

    def unit(self, key: Optional[Key] = None) -> Unit:
        """The unit with an id or row; without one, the only unit that the
        plan as a whole is judged at."""
        with self._reading() as pointer:
            return self._unit(pointer, self._unit_row(pointer, key))

    def _unit_row(self, pointer: Any, key: Optional[Key]) -> int:
        if key is None:
            if len(self._top) != 1:
                raise ValueError("the plan is judged at %d units; say which"
                                 % len(self._top))
            return self._top[0]
        if isinstance(key, int):
            return key
        text = encode(key, "unit")
        row = lib.attain_evaluation_find_unit(pointer, text, len(text))
        if row < 0:
            raise UnknownError("no unit %r" % key, StatusCode.ERR_UNKNOWN)
        return row

    @staticmethod
    def _unit(pointer: Any, row: int) -> Unit:
        unit = new(_structs.EvaluationUnit, lib.attain_evaluation_unit_init)
        call(lib.attain_evaluation_get_unit, pointer, row, byref(unit))
        return Unit(row, decode(unit.id) or "", decode(unit.name) or "",
                    decode(unit.level) or "",
                    None if unit.parent < 0 else unit.parent)

    # --- measures -----------------------------------------------------------

    def column(self, measure: Union[str, Measure],
               node: Union[Key, Node]) -> Union["array[float]",
                                                List[Optional[str]]]:
        """A measure of a node, one element a row: an array of doubles (NaN:
        no value), or words for verdict, status and grade."""
        measure, index = measure_of(measure), self._index(node)
        count = c_size_t()
        with self._reading() as pointer:
            column = pointer, measure, index
            call(lib.attain_evaluation_column, *column, None, 0, byref(count))
            out, numbers = room("d", count.value)
            call(lib.attain_evaluation_column, *column, numbers, len(out),
                 byref(count))
        if measure in WORDS:
            return [self._word(measure, number) for number in out]
        return out

    def view(self, measure: Union[str, Measure],
             node: Union[Key, Node]) -> memoryview:
        """A measure of a node without a copy, read-only: doubles, or for
        verdict and status the numbers of Verdict and Standing; empty if it
        was not kept or the node has none."""
        measure, index = measure_of(measure), self._index(node)
        function, code = lib.attain_evaluation_view, "d"
        if measure in (Measure.VERDICT, Measure.STATUS):
            function, code = lib.attain_evaluation_codes, "B"
        count = c_size_t()
        with self._reading() as pointer:
            lent = function(pointer, measure, index, byref(count))
            return self._lend(lent, count.value if lent else 0, code)

    def value(self, measure: Union[str, Measure], node: Union[Key, Node],
              unit: Optional[Key] = None) -> Union[None, str, int, float]:
        """One number or word; None where there is no value, or the node has
        no row of that unit."""
        measure, index = measure_of(measure), self._index(node)
        with self._reading() as pointer:
            row = lib.attain_evaluation_find_row(
                pointer, index, self._unit_row(pointer, unit))
            return self._value(pointer, measure, index, row)

    def _value(self, pointer: Any, measure: Measure, index: int,
               row: int) -> Union[None, str, int, float]:
        number = lib.attain_evaluation_value(pointer, measure, index, row)
        if measure in WORDS:
            return self._word(measure, number)
        if measure in _WHOLE_NUMBERS and number == number:
            return int(number)
        return number_out(number)

    def _word(self, measure: Measure, number: float) -> Optional[str]:
        if number != number:
            return None
        if measure == Measure.GRADE:
            return self.grades[int(number)]
        return word(WORDS[measure], int(number))

    def row(self, node: Union[Key, Node],
            unit: Optional[Key] = None) -> Dict[str, Any]:
        """All measures of a node at a unit, by name, with the unit's id and
        name, whether it is a whole, and the vetoes that fired. UnknownError
        if the node has no row there."""
        index = self._index(node)
        with self._reading() as pointer:
            at = self._unit(pointer, self._unit_row(pointer, unit))
            row = lib.attain_evaluation_find_row(pointer, index, at.row)
            if row < 0:
                raise UnknownError(
                    "%s has no row of %s" % (self._node_id(pointer, index),
                                             at.id), StatusCode.ERR_UNKNOWN)
            found: Dict[str, Any] = {
                "unit": at.id, "unit_name": at.name,
                "whole": bool(lib.attain_evaluation_wholes(
                    pointer, index, None)[row])}
            for measure in Measure:
                found[measure.name.lower()] = self._value(pointer, measure,
                                                          index, row)
            if Node(self, index).kind == "goal" and not found["whole"]:
                found["veto"] = self._vetoes(pointer, index, row)
            return found

    def _vetoes(self, pointer: Any, index: int, row: int) -> List[str]:
        count = c_size_t()
        place = pointer, index, row
        call(lib.attain_evaluation_vetoes, *place, None, 0, byref(count))
        fired = (c_int32 * count.value)()
        call(lib.attain_evaluation_vetoes, *place, fired, count.value,
             byref(count))
        return [self._node_id(pointer, i) for i in fired]

    def table(self, node: Union[Key, Node]) -> Dict[str, Any]:
        """All measures of a node as columns: the units' ids, `whole`, and an
        array or list for each measure, one element a row. It goes into
        `pandas.DataFrame(...)` as it is."""
        index, count = self._index(node), c_size_t()
        with self._reading() as pointer:
            wholes = lib.attain_evaluation_wholes(pointer, index,
                                                  byref(count))
            found: Dict[str, Any] = {
                "unit": [self._unit(pointer, row).id
                         for row in self._unit_rows(index)],
                "whole": [bool(wholes[i]) for i in range(count.value)]}
        for measure in Measure:
            found[measure.name.lower()] = self.column(measure, index)
        return found

    # --- explaining ---------------------------------------------------------

    def explain(self, node: Union[Key, Node], unit: Optional[Key] = None,
                language: str = "en") -> str:
        """How a row came about, as text in `en` or `zh`: formula, inputs with
        file and line, and the rule that decided."""
        index = self._index(node)
        with self._reading() as pointer, self._plan._reading() as plan, \
                self._data._reading() as data:
            return filled(lib.attain_evaluation_explain, pointer, plan, data,
                          index, self._unit_row(pointer, unit),
                          Language[language.upper()]).decode("utf-8")

    def trajectory(self, node: Union[Key, Node],
                   unit: Optional[Key] = None) -> List[Point]:
        """A target's way at a unit: what was observed and what was expected
        in each period from the baseline to the due one."""
        index, count = self._index(node), c_size_t()
        with self._reading() as pointer, self._plan._reading() as plan, \
                self._data._reading() as data:
            row = lib.attain_evaluation_find_row(
                pointer, index, self._unit_row(pointer, unit))
            place = pointer, plan, data, index, row
            call(lib.attain_evaluation_trajectory, *place, None, None, None, 0,
                 byref(count))
            n = count.value
            periods = (c_int32 * n)()
            observed, expected = (c_double * n)(), (c_double * n)()
            call(lib.attain_evaluation_trajectory, *place, periods, observed,
                 expected, n, byref(count))
        return [Point(period_out(p) or "", number_out(o), number_out(e))
                for p, o, e in zip(periods, observed, expected)]

    def yearly(self, node: Union[Key, Node],
               unit: Optional[Key] = None) -> Yearly:
        """The three answers to a rule about every year, of a target of series
        change or growth at a unit."""
        index = self._index(node)
        found = new(_structs.Yearly, lib.attain_yearly_init)
        with self._reading() as pointer, self._plan._reading() as plan, \
                self._data._reading() as data:
            row = lib.attain_evaluation_find_row(
                pointer, index, self._unit_row(pointer, unit))
            call(lib.attain_evaluation_yearly, pointer, plan, data, index, row,
                 byref(found))

        def answer(value: float, lower: float, upper: float,
                   verdict: int) -> YearlyAnswer:
            return YearlyAnswer(number_out(value), number_out(lower),
                                number_out(upper),
                                word(WORDS[Measure.VERDICT], verdict) or "")
        return Yearly(
            found.periods, found.met, found.unknown,
            word(WORDS[Measure.VERDICT], found.every_verdict) or "",
            answer(found.latest, found.lower, found.upper,
                   found.latest_verdict),
            answer(found.cumulative, found.cumulative_lower,
                   found.cumulative_upper, found.cumulative_verdict),
            answer(found.mean, found.lower, found.upper, found.mean_verdict))

    def ratings(self, node: Union[Key, Node]) -> Ratings:
        """What each evaluator group says of a target, and how far the groups
        agree on the order of units."""
        index, count = self._index(node), c_size_t()
        agreement = new(_structs.Agreement, lib.attain_agreement_init)
        with self._reading() as pointer, self._plan._reading() as plan, \
                self._data._reading() as data:
            place = pointer, plan, data, index
            call(lib.attain_evaluation_ratings, *place, None, 0, byref(count),
                 None)
            out, numbers = room("d", count.value)
            call(lib.attain_evaluation_ratings, *place, numbers, len(out),
                 byref(count), byref(agreement))
            rows = len(self._unit_rows(index))
            groups = {}
            while rows and len(groups) * rows < len(out):
                at = len(groups)
                name = decode(lib.attain_dataset_group_id(data, at)) or ""
                groups[name] = out[at * rows:(at + 1) * rows]
        return Ratings(groups, number_out(agreement.concordance),
                       agreement.groups, agreement.units)

    @property
    def measures(self) -> List[Measure]:
        """The measures that were kept."""
        with self._reading() as pointer:
            kept = lib.attain_evaluation_measures(pointer)
        return [m for m in Measure if kept >> m & 1]

    @property
    def findings(self) -> List[Finding]:
        """The warnings of the evaluation."""
        found = []
        with self._reading() as pointer:
            for i in range(lib.attain_evaluation_finding_count(pointer)):
                one = new(_structs.Finding, lib.attain_finding_init)
                call(lib.attain_evaluation_get_finding, pointer, i, byref(one))
                found.append(Finding(
                    decode(one.message) or "",
                    self._node_id(pointer, one.node) if one.node >= 0
                    else None,
                    self._unit(pointer, one.unit).id if one.unit >= 0
                    else None, period_out(one.period), one.count, one.code,
                    word(Vocabulary.FINDING_KIND, one.kind) or "",
                    decode(lib.attain_evaluation_finding_message(
                        pointer, i, Language.ZH)) or ""))
        return found

    def owners(self, unit: Optional[Key] = None) -> List[Owner]:
        """How every department stands at a unit."""
        found = []
        with self._reading() as pointer:
            row = self._unit_row(pointer, unit)
            for i in range(lib.attain_evaluation_owner_count(pointer)):
                one = new(_structs.Owner, lib.attain_owner_init)
                call(lib.attain_evaluation_get_owner, pointer, i, row,
                     byref(one))
                found.append(Owner(decode(one.owner) or "", one.targets,
                                   one.met, one.unknown,
                                   number_out(one.attainment)))
        return found

    def _export(self, schema: Any, array: Any) -> None:
        with self._reading() as pointer:
            call(lib.attain_evaluation_export_arrow, pointer, schema, array)

    # --- writing ------------------------------------------------------------

    def _options(self, pointer: Any, form: Format, unit: Optional[Key],
                 defuse: bool, byte_order_mark: bool,
                 provenance: str) -> Any:
        options = new(_structs.WriteOptions, lib.attain_write_options_init)
        options.format = form
        options.defuse = defuse
        options.byte_order_mark = byte_order_mark
        options.provenance = encode(provenance, "provenance")
        if unit is not None:
            options.unit = self._unit_row(pointer, unit)
        return options

    def _writing(self, form: Format, unit: Optional[Key] = None,
                 defuse: bool = False,
                 byte_order_mark: bool = False,
                 provenance: str = "") -> Callable[[Any], None]:
        def run(sink: Any) -> None:
            with self._reading() as pointer:
                options = self._options(pointer, form, unit, defuse,
                                        byte_order_mark, provenance)
                call(lib.attain_write_results, pointer, byref(options), sink,
                     None)

        return run

    def write_csv(self, target: Any, *, unit: Optional[Key] = None,
                  defuse: bool = False, byte_order_mark: bool = False,
                  provenance: str = "") -> None:
        """Writes the results to a path or a binary file, one line a row.
        `defuse` makes cells that a spreadsheet would run harmless;
        `provenance`, what the results rest on, becomes comments at the top."""
        write_through(target, self._writing(Format.CSV, unit, defuse,
                                            byte_order_mark, provenance))

    def write_sdmx(self, target: Any, *, unit: Optional[Key] = None,
                   byte_order_mark: bool = False) -> None:
        """Writes the results to a path or a binary file as SDMX-CSV 2.0."""
        write_through(target, self._writing(Format.SDMX, unit, False,
                                            byte_order_mark))

    def write_json(self, target: Any, *, unit: Optional[Key] = None,
                   provenance: str = "") -> None:
        """Writes the results to a path or a binary file, nested by goal."""
        write_through(target, self._writing(Format.JSON, unit,
                                            provenance=provenance))

    def to_csv(self, *, unit: Optional[Key] = None) -> str:
        """The results as write_csv() writes them."""
        return text_of(self._writing(Format.CSV, unit))

    def to_dict(self, *, unit: Optional[Key] = None) -> Dict[str, Any]:
        """The results as write_json() writes them, as dictionaries."""
        return json.loads(text_of(self._writing(Format.JSON, unit)))

    def _repr_html_(self) -> str:
        """The goals as a table, for notebooks."""
        if self.closed:
            return html.escape(repr(self))
        lines = [_html_row(self, node) for node in self
                 if node.kind == "goal" and self._top]
        return ("<table><caption>%s, %s</caption><tr><th>%s</tr>%s</table>"
                % (html.escape(self.plan_name), self.as_of,
                   "<th>".join(_SHOWN), "".join(lines)))

    def __repr__(self) -> str:
        if self.closed:
            return "<Evaluation of %s, closed>" % self.plan_id
        text = "<Evaluation of %s as of %s: %d nodes, %d rows" % (
            self.plan_id, self.as_of, len(self), self.row_count)
        if len(self._top) == 1:
            row = self.row(0)
            for name in ("verdict", "score", "grade"):
                if row[name] is not None:
                    text += ", %s %s" % (name, row[name] if name != "score"
                                         else "%.4g" % row[name])
        return text + ">"


#: The measures that a notebook shows.
_SHOWN = ("goal", "verdict", "score", "grade", "targets_met", "targets")


def _html_row(evaluation: Evaluation, node: Node) -> str:
    """A goal at the first unit of the plan's level."""
    cells = ["&emsp;" * node.depth + html.escape(node.name)]
    for name in _SHOWN[1:]:
        value = evaluation.value(name, node, evaluation._top[0])
        cells.append("" if value is None else html.escape(
            "%.1f" % value if name == "score" else str(value)))
    return "<tr><td>%s</tr>" % "<td>".join(cells)
