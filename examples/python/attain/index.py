"""Composite indices from a plan's goals, step by step."""
from ctypes import POINTER, byref, c_int32, c_size_t
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

from . import _structs
from ._columns import column, room
from ._composite import Doubt
from ._enums import IndexMeasure, Kind, Step
from ._arrays import choice
from ._ffi import (call, decode, encode, lib, new, number_out, period_in,
                   period_out)
from ._handle import Handle
from .dataset import Dataset
from .numeric import methods
from .plan import CHOICE, Period, Plan


class IndexNode(NamedTuple):
    """A goal or an indicator of an index."""

    id: str
    name: str
    #: Share of its weight in that of its siblings, and in the whole.
    weight: Optional[float]
    effective: Optional[float]
    #: The goal above; None for the index itself.
    parent: Optional[str]
    depth: int
    is_goal: bool
    #: True: a low raw value, or a low score, is good.
    descending: bool
    low_is_good: bool
    omitted: bool


class Comparison(NamedTuple):
    """Ranks as they are and with another choice, one a unit; NaN: none."""

    before: Any
    after: Any
    shift: Any
    #: Units, the most moved first.
    order: Any
    mean_shift: Optional[float]
    compared: int
    moved: int


class Index(Handle):
    """An index of the targets with comparator none below a goal: all steps
    are columns, one number for each of `units`.

    `goal` is an id (the root unless given). Without periods it is made of the
    last one that plan and data have.
    """

    def __init__(self, plan: Plan, data: Dataset, *,
                 goal: Optional[str] = None,
                 first_period: Optional[Period] = None,
                 last_period: Optional[Period] = None) -> None:
        options = new(_structs.IndexOptions, lib.attain_index_options_init)
        if goal is not None:
            options.goal = encode(goal, "goal")
        for name, value in (("first_period", first_period),
                            ("last_period", last_period)):
            if value is not None:
                setattr(options, name, period_in(value, name))
        out = POINTER(_structs.Index)()
        with plan._reading() as pointer, data._reading() as observed:
            call(lib.attain_index_create, pointer, observed, byref(options),
                 byref(out))
        Handle.__init__(self, out, lib.attain_index_destroy)

    def __len__(self) -> int:
        """The number of units."""
        with self._reading() as pointer:
            return self._count(pointer)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self.rows())

    def __repr__(self) -> str:
        if self.closed:
            return "<Index, closed>"
        nodes, periods = self.nodes, self.periods
        return "<Index %s %s–%s: %d indicators, %d units>" % (
            nodes[0].id, periods[0], periods[-1],
            sum(not node.is_goal and not node.omitted for node in nodes),
            len(self))

    def rows(self, period: Optional[Period] = None) -> List[Dict[str, Any]]:
        """A row for each unit: `unit`, `name`, `score` and `rank` of the
        index, and under the id of each other node its score (None: none)."""
        columns = {"score": self.column("score", None, period),
                   "rank": self.column("rank", None, period)}
        for node in self.nodes[1:]:
            columns[node.id] = self.column("score", node.id, period)
        return [dict({"unit": unit, "name": name}, **{
            key: number_out(column[i]) for key, column in columns.items()})
            for i, (unit, name) in enumerate(zip(self.units,
                                                 self.unit_names))]

    def to_dict(self) -> Dict[str, Any]:
        """Nodes, and the rows of each period."""
        return {"nodes": [node._asdict() for node in self.nodes],
                "periods": {period: self.rows(period)
                            for period in self.periods}}

    @property
    def nodes(self) -> List[IndexNode]:
        """The goals and indicators, each goal before what is below it."""
        made: List[IndexNode] = []
        node = new(_structs.IndexNode, lib.attain_index_node_init)
        with self._reading() as pointer:
            for i in range(lib.attain_index_node_count(pointer)):
                call(lib.attain_index_get_node, pointer, i, byref(node))
                made.append(IndexNode(
                    decode(node.id), decode(node.name),
                    number_out(node.weight), number_out(node.effective),
                    made[node.parent].id if node.parent >= 0 else None,
                    node.depth, node.kind == Kind.GOAL, bool(node.descending),
                    bool(node.low_is_good), bool(node.omitted)))
        return made

    @property
    def units(self) -> List[str]:
        """The ids of the units."""
        with self._reading() as pointer:
            return [decode(lib.attain_index_unit_id(pointer, i))
                    for i in range(self._count(pointer))]

    @property
    def unit_names(self) -> List[str]:
        """The names of the units."""
        with self._reading() as pointer:
            return [decode(lib.attain_index_unit_name(pointer, i))
                    for i in range(self._count(pointer))]

    def method(self, step: str, node: Optional[str] = None) -> Optional[str]:
        """The method that a step takes at a node; None: none."""
        chosen = Step[step.upper()]
        with self._reading() as pointer:
            found = lib.attain_index_method(pointer,
                                            self._node(pointer, node), chosen)
        return None if found < 0 else methods(step)[found].name

    @property
    def periods(self) -> List[str]:
        """The periods, from the first to the last."""
        first, last = c_int32(), c_int32()
        with self._reading() as pointer:
            call(lib.attain_index_periods, pointer, byref(first), byref(last))
        return [period_out(p) for p in range(first.value, last.value + 1)]

    @staticmethod
    def _count(pointer: Any) -> int:
        count = c_size_t()
        lib.attain_index_units(pointer, byref(count))
        return count.value

    @staticmethod
    def _node(pointer: Any, node: Optional[str]) -> int:
        if node is None:
            return 0
        text = encode(node, "node")
        found = lib.attain_index_find_node(pointer, text, len(text))
        if found < 0:
            raise KeyError(node)
        return found

    def column(self, measure: Any, node: Optional[str] = None,
               period: Optional[Period] = None) -> Any:
        """A column of a node (the index itself unless given), an array of
        doubles: `raw`, `imputed`, `filled`, `treated`, `treatment`, `score`,
        `rank`, `reason` or `kept`."""
        with self._reading() as pointer:
            out, numbers = room("d", self._count(pointer))
            count = c_size_t()
            call(lib.attain_index_column, pointer,
                 choice(IndexMeasure, measure), self._node(pointer, node),
                 period_in(period), numbers, len(out), byref(count))
        return out

    def vary(self, step: str, node: Optional[str] = None,
             method: Optional[str] = None, parameters: Any = None) -> "Index":
        """The index with one other choice; columns as those of index.csv.
        `vary("omission", "T1")` leaves an indicator out."""
        changed = CHOICE.pack(dict(step=step, node=node, method=method,
                                   parameters=parameters))
        out = POINTER(_structs.Index)()
        with self._reading() as pointer:
            call(lib.attain_index_vary, pointer, byref(changed), byref(out))
        made = Index.__new__(Index)
        Handle.__init__(made, out, lib.attain_index_destroy)
        return made

    def compare(self, step: str, node: Optional[str] = None,
                method: Optional[str] = None, parameters: Any = None, *,
                period: Optional[Period] = None) -> Comparison:
        """The ranks beside those that one other choice would give."""
        changed = CHOICE.pack(dict(step=step, node=node, method=method,
                                   parameters=parameters))
        found = new(_structs.IndexComparison,
                    lib.attain_index_comparison_init)
        made: Dict[str, Any] = {}
        with self._reading() as pointer:
            kept = []
            for name, code in (("before", "d"), ("after", "d"),
                               ("shift", "d"), ("order", "i")):
                made[name], numbers = room(code, self._count(pointer))
                kept.append(numbers)
                setattr(found, name, numbers)
            call(lib.attain_index_compare, pointer, byref(changed),
                 period_in(period), byref(found))
        return Comparison(mean_shift=number_out(found.mean_shift),
                          compared=found.compared, moved=found.moved, **made)

    def doubt(self, *, period: Optional[Period] = None, seed: int = 1,
              draws: int = 1000, spread: float = 0, errors: Any = None,
              left_out: bool = False, top: int = 10,
              probabilities: Any = (0.05, 0.5, 0.95),
              threads: int = 1) -> Doubt:
        """Draws the index again and again; `errors` are one a node, in the
        unit of the normalised scores. The rest is as in
        `numeric.Composite.doubt()`."""
        options = new(_structs.DoubtOptions, lib.attain_doubt_options_init)
        options.seed, options.draws, options.spread = seed, draws, spread
        options.left_out, options.top = left_out, top
        options.threads = threads
        result = new(_structs.DoubtResult, lib.attain_doubt_result_init)
        chances, count, _kept = column(list(probabilities), "probabilities",
                                       "d")
        options.probabilities, options.probability_count = chances, count
        made: Dict[str, Any] = {"above": None}
        with self._reading() as pointer:
            units = self._count(pointer)
            if errors is not None:
                numbers, length, _held = column(errors, "errors", "d")
                if length < lib.attain_index_node_count(pointer):
                    raise ValueError("errors has %d elements, not one a node"
                                     % length)
                options.errors = numbers
            room_of = []
            for name, rows in (("ranks", count), ("scores", count),
                               ("mean_ranks", 0), ("first", 0), ("top", 0)):
                out, numbers = room("d", max(rows, 1) * units)
                room_of.append(numbers)
                setattr(result, name, numbers)
                made[name] = memoryview(out).cast("B").cast(
                    "d", [rows, units]) if rows and units else out
            call(lib.attain_index_doubt, pointer, period_in(period),
                 byref(options), byref(result))
        return Doubt(**made)
