"""What it would take: shortfalls in real units, the smallest set of
improvements, a spread brought under its limit, the rate that is now required,
and what would be if some values were others::

    for row in attain.mends(result, "each-primary").rows():
        print(row["kind"], row["unit"], row["node"], row["whole"])
    after = attain.whatif(plan, data, [("school-3", 2025, "teachers", 42)])
    print(after.evaluation.root["verdict"])
"""
import os
from array import array
from ctypes import POINTER, byref, c_double, c_size_t
from typing import (Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple,
                    Optional, Tuple, Union)

from . import _structs
from ._arrays import choice
from ._columns import doubles, room
from ._enums import (AnswerField, DatasetTable, Effort, MendOrder,
                     StatusCode, Vocabulary)
from ._errors import UnknownError
from ._ffi import (call, decode, encode, lib, new, number_out, period_in,
                   period_out, word)
from ._handle import Handle
from ._reading import Tables, read, tables_in
from .dataset import Dataset, Key
from .evaluation import Evaluation
from .node import Node
from .plan import Period, Plan

#: Fields that are words, not numbers.
_WORDS = {AnswerField.KIND: Vocabulary.ANSWER_KIND,
          AnswerField.OBSTACLE: Vocabulary.OBSTACLE,
          AnswerField.ACTION: Vocabulary.ACTION,
          AnswerField.TURN: Vocabulary.TURN,
          AnswerField.VERDICT_BEFORE: Vocabulary.VERDICT,
          AnswerField.VERDICT_AFTER: Vocabulary.VERDICT}
#: A price, or a price and the step in which a variable comes.
Resources = Mapping[str, Union[float, Tuple[Optional[float],
                                            Optional[float]]]]


class Change(NamedTuple):
    """A new value; None takes the value away."""

    unit: str
    period: Union[int, str, None]
    variable: str
    value: Optional[float]
    group: Optional[str] = None


class Answer(Handle):
    """A table: what was asked, answered row by row.

    A row is a dictionary with the ids of node and unit, words, and numbers
    (None: no value); `column()` has the same as numbers alone."""

    def __init__(self, pointer: Any, evaluation: Evaluation) -> None:
        super().__init__(pointer, lib.attain_answer_destroy)
        self._evaluation = evaluation
        #: What was asked: gaps, mends, spread, rates, changes.
        self.question = word(Vocabulary.QUESTION,
                             lib.attain_answer_question(pointer))
        self._count = lib.attain_answer_row_count(pointer)
        #: The fields that the question has.
        self.fields = [
            field.name.lower() for field in AnswerField
            if lib.attain_answer_view(pointer, field, None)]

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        if self.closed:
            return "<Answer: %s, closed>" % self.question
        return "<Answer: %s, %d rows of %s>" % (
            self.question, self._count, ", ".join(self.fields))

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self.rows())

    def __getitem__(self, row: int) -> Dict[str, Any]:
        if not -self._count <= row < self._count:
            raise IndexError("the answer has %d rows" % self._count)
        with self._reading() as pointer, \
                self._evaluation._reading() as evaluation, \
                self._evaluation._data._reading() as data:
            return self._row(pointer, evaluation, data, row % self._count)

    def column(self, field: Union[str, AnswerField]) -> "array[float]":
        """A field, one double a row; NaN: no value."""
        which, count = choice(AnswerField, field), c_size_t()
        with self._reading() as pointer:
            out, numbers = room("d", self._count)
            call(lib.attain_answer_column, pointer, which, numbers,
                 self._count, byref(count))
        return out

    def view(self, field: Union[str, AnswerField]) -> memoryview:
        """A field without a copy, read-only."""
        which, count = choice(AnswerField, field), c_size_t()
        with self._reading() as pointer:
            lent = lib.attain_answer_view(pointer, which, byref(count))
            return self._lend(lent, count.value if lent else 0, "d")

    def _value(self, pointer: Any, evaluation: Any, data: Any, name: str,
               row: int) -> Union[None, str, float]:
        field = AnswerField[name.upper()]
        number = lib.attain_answer_value(pointer, field, row)
        if number != number:
            return None
        if field in _WORDS:
            return word(_WORDS[field], int(number))
        if field == AnswerField.NODE:
            return self._evaluation._node_id(evaluation, int(number))
        if field == AnswerField.UNIT:
            return self._evaluation._unit(evaluation, int(number)).id
        if field == AnswerField.VARIABLE:
            return _variable_id(data, int(number))
        return number_out(number)

    def rows(self) -> List[Dict[str, Any]]:
        """All rows, each with its fields by name."""
        with self._reading() as pointer, \
                self._evaluation._reading() as evaluation, \
                self._evaluation._data._reading() as data:
            return [self._row(pointer, evaluation, data, row)
                    for row in range(self._count)]

    def _row(self, pointer: Any, evaluation: Any, data: Any,
             row: int) -> Dict[str, Any]:
        return {name: self._value(pointer, evaluation, data, name, row)
                for name in self.fields}

    def to_dict(self) -> Dict[str, Any]:
        """The question and all rows."""
        return {"question": self.question, "rows": self.rows()}

    def changes(self) -> List[Change]:
        """What is to be done, as whatif() takes it."""
        given = new(_structs.Observations, lib.attain_observations_init)
        data = self._evaluation._data
        with self._reading() as pointer, data._reading() as observed:
            call(lib.attain_answer_changes, pointer, byref(given))
            return [Change(
                _unit_id(observed, given.units[i]),
                period_out(given.periods[i]),
                _variable_id(observed, given.variables[i]),
                number_out(given.values[i])) for i in range(given.count)]


def _unit_id(data: Any, row: int) -> str:
    unit = new(_structs.Unit, lib.attain_unit_init)
    call(lib.attain_dataset_get_unit, data, row, byref(unit))
    return decode(unit.id) or ""


def _variable_id(data: Any, row: int) -> str:
    variable = new(_structs.Variable, lib.attain_variable_init)
    call(lib.attain_dataset_get_variable, data, row, byref(variable))
    return decode(variable.id) or ""


def _resources(resources: Resources) -> Any:
    given = (_structs.Resource * len(resources))()
    for into, (variable, what) in zip(given, resources.items()):
        lib.attain_resource_init(byref(into))
        into.variable = encode(variable, "variable")
        price, step = what if isinstance(what, tuple) else (what, None)
        if price is not None:
            into.price = price
        if step is not None:
            into.step = step
    return given


def _ask(function: Any, evaluation: Evaluation,
         node: Union[None, Key, Node], resources: Optional[Resources] = None,
         **chosen: Any) -> Answer:
    options = new(_structs.AnswerOptions, lib.attain_answer_options_init)
    given = _resources(resources or {})
    if node is not None:
        options.node = evaluation._index(node)
    if given:
        options.resources, options.resource_count = given, len(given)
    for name, value in chosen.items():
        if value is not None:
            setattr(options, name, value)
    out = POINTER(_structs.Answer)()
    with evaluation._reading() as pointer, \
            evaluation._plan._reading() as plan, \
            evaluation._data._reading() as data:
        call(function, pointer, plan, data, byref(options), byref(out))
    return Answer(out, evaluation)


def gaps(evaluation: Evaluation, node: Union[None, Key, Node] = None, *,
         resources: Optional[Resources] = None) -> Answer:
    """What is missing below a node (everywhere): an item for every target and
    unit that is not met, and totals for the units above."""
    return _ask(lib.attain_find_gaps, evaluation, node, resources)


def mends(evaluation: Evaluation, node: Union[None, Key, Node] = None, *,
          resources: Optional[Resources] = None, effort: str = "items",
          order: str = "cheapest", weight: Optional[str] = None,
          unpriced: Optional[float] = None) -> Answer:
    """The smallest set of improvements by which every unit meets a node."""
    return _ask(lib.attain_find_mends, evaluation, node, resources,
                effort=choice(Effort, effort),
                order=choice(MendOrder, order),
                weight=None if weight is None else encode(weight, "weight"),
                unpriced=unpriced)


def spread(evaluation: Evaluation, node: Union[None, Key, Node] = None, *,
           resources: Optional[Resources] = None) -> Answer:
    """The least to add so that coefficients of variation meet their limits."""
    return _ask(lib.attain_find_spread, evaluation, node, resources)


def rates(evaluation: Evaluation,
          node: Union[None, Key, Node] = None) -> Answer:
    """The rates that are now required to arrive by the due period."""
    return _ask(lib.attain_find_rates, evaluation, node)


def compare(before: Evaluation, after: Evaluation,
            node: Union[None, Key, Node] = None) -> Answer:
    """What turned between two evaluations of a plan."""
    options = new(_structs.AnswerOptions, lib.attain_answer_options_init)
    if node is not None:
        options.node = before._index(node)
    out = POINTER(_structs.Answer)()
    with before._reading() as old, after._reading() as now:
        call(lib.attain_compare, old, now, byref(options), byref(out))
    return Answer(out, after)


def level_up(values: Any, limit: float, weights: Any = None
             ) -> Tuple[float, "array[float]"]:
    """The least level to which the lowest of an array are raised so that its
    coefficient of variation is at most `limit`, and by how much each is."""
    given, count, _held = doubles(values, "values")
    weighed = None
    if weights is not None:
        weighed, weighed_count, _too = doubles(weights, "weights")
        if weighed_count != count:
            raise ValueError("there are %d weights for %d values"
                             % (weighed_count, count))
    level = c_double()
    out, raised = room("d", count)
    call(lib.attain_level_up, given, weighed, count, limit, byref(level),
         raised)
    return level.value, out


class _Lender(Handle):
    """Owns what lends the two objects of a WhatIf."""

    def __init__(self, pointer: Any) -> None:
        super().__init__(pointer, lib.attain_whatif_destroy)


class WhatIf:
    """A dataset as it would be, and its evaluation. Both keep the dataset
    below alive, which must not change meanwhile."""

    def __init__(self, pointer: Any, plan: Plan, data: Dataset) -> None:
        lender = _Lender(pointer)

        def release(_: Any, kept: Any = (lender, data)) -> None:
            """Lets go of them once what is lent is gone."""

        #: The dataset as it would be. It cannot be changed.
        self.data = Dataset.__new__(Dataset)
        self.data._adopt(lib.attain_whatif_data(pointer), [], release)
        #: Its evaluation.
        self.evaluation = Evaluation(lib.attain_whatif_evaluation(pointer),
                                     plan, self.data, release)

    def __repr__(self) -> str:
        return "<WhatIf: %r>" % self.evaluation


def whatif(plan: Plan, data: Dataset,
           changes: Union[Tables, str, "os.PathLike[str]", Iterable[Any]], *,
           as_of: Optional[Period] = None) -> WhatIf:
    """Judges a plan as if some values were others: tuples `(unit, period,
    variable, value)` or `(…, group)`, a path, or `{"changes.csv": text}`."""
    options = new(_structs.EvaluateOptions, lib.attain_evaluate_options_init)
    options.as_of = period_in(as_of, "as_of")
    given = new(_structs.Observations, lib.attain_observations_init)
    out = POINTER(_structs.Whatif)()
    with plan._reading() as promised, data._reading() as observed:
        made = _changes(observed, changes)
        try:
            call(lib.attain_changes_view, made, byref(given))
            call(lib.attain_whatif_create, promised, observed, byref(given),
                 byref(options), byref(out))
        finally:
            lib.attain_changes_destroy(made)
    return WhatIf(out, plan, data)


def _changes(data: Any, given: Any) -> Any:
    """A list of changes, read or made."""
    out = POINTER(_structs.Changes)()
    if isinstance(given, Mapping):
        tables = tables_in(given)
        read(lib.attain_read_changes, [data, byref(tables[0])], [byref(out)])
    elif isinstance(given, (str, os.PathLike)):
        read(lib.attain_read_changes_file, [data, os.fsencode(given)],
             [byref(out)])
    else:
        call(lib.attain_changes_create, None, byref(out))
        try:
            for one in given:
                _add(data, out, Change(*one))
        except BaseException:
            lib.attain_changes_destroy(out)
            raise
    return out


def _add(data: Any, changes: Any, one: Change) -> None:
    value = float("nan") if one.value is None else one.value
    call(lib.attain_changes_add, changes,
         _row(data, DatasetTable.UNITS, one.unit, "unit"),
         period_in(one.period), _row(data, DatasetTable.VARIABLES,
                                     one.variable, "variable"),
         -1 if one.group is None else _row(data, DatasetTable.GROUPS,
                                           one.group, "group"), value)


def _row(data: Any, table: DatasetTable, id: str, what: str) -> int:
    text = encode(id, what)
    row = lib.attain_dataset_find(data, table, text, len(text))
    if row < 0:
        raise UnknownError("no %s %r" % (what, id), StatusCode.ERR_UNKNOWN)
    return row
