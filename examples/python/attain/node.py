"""Goals and targets where they are judged."""
from ctypes import byref
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional

from . import _structs
from ._enums import DecimalsValue, Kind, Score, Vocabulary
from ._ffi import (call, decode, lib, new, number_out, period_out, word)

if TYPE_CHECKING:
    from .dataset import Key
    from .evaluation import Evaluation


class Node:
    """A goal or target of an evaluation.

    `node["score"]` is the measure at the plan's own unit, `node.row(unit)`
    all of them at another one, `node.column("value")` those of every unit.
    """

    def __init__(self, evaluation: "Evaluation", index: int) -> None:
        self.evaluation = evaluation
        self.index = index
        given = new(_structs.Node, lib.attain_node_init)
        with evaluation._reading() as pointer:
            call(lib.attain_evaluation_get_node, pointer, index, byref(given))
            self._take(given)

    def _take(self, given: _structs.Node) -> None:
        target = given.kind == Kind.TARGET
        self.id = decode(given.id) or ""
        self.name = decode(given.name) or ""
        #: `goal` or `target`.
        self.kind = "target" if target else "goal"
        #: The level that it is judged at.
        self.level = decode(given.level) or ""
        self.owner = decode(given.owner) or ""
        self.source = decode(given.source) or ""
        #: The unit of measure of a target's metric.
        self.unit = decode(given.unit) or ""
        self.weight = given.weight
        #: The limits of a target; None where there is none.
        self.lower = number_out(given.lower)
        self.upper = number_out(given.upper)
        self.depth = given.depth
        self.due = period_out(given.due)
        self.series = self.comparator = self.score_name = None
        if target:
            self.series = word(Vocabulary.SERIES, given.series)
            self.comparator = word(Vocabulary.COMPARATOR, given.comparator)
            if given.score != Score.DEFAULT:
                #: The score that is used for its attainment.
                self.score_name = word(Vocabulary.SCORE, given.score)
        self.decimals = (None if given.decimals == DecimalsValue.NONE
                         else given.decimals)
        self.soft = bool(given.soft)
        self.veto = bool(given.veto)
        self._row_count = given.row_count
        self._parent = given.parent

    @property
    def parent(self) -> Optional["Node"]:
        """The goal above; None for the root."""
        if self._parent < 0:
            return None
        return Node(self.evaluation, self._parent)

    @property
    def unit_rows(self) -> List[int]:
        """The units of its rows, by their rows in the dataset."""
        return self.evaluation._unit_rows(self.index)

    def below(self) -> Iterator["Node"]:
        """Everything below it, in order."""
        for index in range(self.index + 1, len(self.evaluation)):
            node = Node(self.evaluation, index)
            if node.depth <= self.depth:
                return
            yield node

    @property
    def children(self) -> List["Node"]:
        """What is directly below, targets first."""
        return [node for node in self.below() if node._parent == self.index]

    def targets(self) -> List["Node"]:
        """All targets below it, in order."""
        return [node for node in self.below() if node.kind == "target"]

    def __len__(self) -> int:
        """The number of rows."""
        return self._row_count

    def __eq__(self, other: object) -> bool:
        return (isinstance(other, Node) and self.index == other.index
                and self.evaluation is other.evaluation)

    def __hash__(self) -> int:
        return hash((id(self.evaluation), self.index))

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, measure: str) -> Any:
        return self.evaluation.value(measure, self)

    def column(self, measure: str) -> Any:
        """As Evaluation.column()."""
        return self.evaluation.column(measure, self)

    def table(self) -> Dict[str, Any]:
        """As Evaluation.table()."""
        return self.evaluation.table(self)

    def row(self, unit: Optional["Key"] = None) -> Dict[str, Any]:
        """As Evaluation.row()."""
        return self.evaluation.row(self, unit)

    def explain(self, unit: Optional["Key"] = None,
                language: str = "en") -> str:
        """As Evaluation.explain()."""
        return self.evaluation.explain(self, unit, language)

    def plot(self, unit: Optional["Key"] = None, axes: Any = None) -> Any:
        """A goal's scores, or a target's way, drawn by matplotlib; returns
        its axes. See attain.plot."""
        from . import plot
        if self.kind == "goal":
            return plot.scores(self, unit, axes)
        return plot.trajectory(self, unit, axes)

    def __repr__(self) -> str:
        return "<%s %s %r: %d rows>" % (self.kind.capitalize(), self.id,
                                        self.name, len(self))
