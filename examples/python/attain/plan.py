"""Plans: what was promised."""
import os
from ctypes import POINTER, byref, c_int32
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _structs
from ._enums import PlanTable, Vocabulary
from ._errors import Problem
from ._ffi import call, encode, lib
from ._handle import Handle
from ._reading import Tables, read, tables_in
from ._records import Record

#: A period as text, `"2023"` or `"2023-Q3"`, or a year as a number.
Period = Union[str, int]
Row = Dict[str, Any]

_INFO = Record(
    _structs.PlanInfo, lib.attain_plan_info_init, id="text", name="text",
    first_period="period", last_period="period", level="text",
    score=Vocabulary.SCORE, missing=Vocabulary.MISSING, veto_grade="text",
    source="text")
_GOAL = Record(
    _structs.Goal, lib.attain_goal_init, id="text", name="text",
    parent="text", weight="number", aggregate=Vocabulary.AGGREGATE,
    rule=Vocabulary.RULE, at_least="integer", floor="number", level="text",
    share="number", unit_weight="text", owner="text", source="text",
    bonus_cap="number", score_cap="number", if_any="flag")
_METRIC = Record(
    _structs.Metric, lib.attain_metric_init, id="text", name="text",
    numerator="list", denominator="list", factor="number", unit="text",
    direction=Vocabulary.DIRECTION, decimals="decimals",
    interval="number", across=Vocabulary.ACROSS, level="text", stage="list",
    tags="list", without="list", where="list", min_coverage="number")
_TARGET = Record(
    _structs.Target, lib.attain_target_init, id="text", goal="text",
    metric="text", name="text", series=Vocabulary.SERIES,
    comparator=Vocabulary.COMPARATOR, value="number", upper="number",
    tolerance="number", when=Vocabulary.WHEN, level="text", share="number",
    unit_weight="text", baseline="number", baseline_period="period",
    due="period", score=Vocabulary.SCORE, bad="number", good="number",
    outer_low="number", outer_high="number", steps="steps", open="flag",
    judge=Vocabulary.JUDGE, weight="number", veto="flag", soft="flag",
    owner="text", source="text", bonus="number", if_any="flag")
_PATH = Record(_structs.PathPoint, lib.attain_path_point_init, target="text",
               period="period", value="number")
_BAND = Record(_structs.Band, lib.attain_band_init,
               **{"name": "text", "from": "number", "floor": "number",
                  "met": "integer", "if_met": "flag"})
_GROUP = Record(_structs.Group, lib.attain_group_init, id="text", name="text",
                weight="number")

CHOICE = Record(_structs.Choice, lib.attain_choice_init,
                step=Vocabulary.STEP, node="text", method="text",
                parameters="list")

_READERS = {
    PlanTable.GOALS: (_GOAL, lib.attain_plan_get_goal),
    PlanTable.METRICS: (_METRIC, lib.attain_plan_get_metric),
    PlanTable.TARGETS: (_TARGET, lib.attain_plan_get_target),
    PlanTable.PATH: (_PATH, lib.attain_plan_get_path_point),
    PlanTable.BANDS: (_BAND, lib.attain_plan_get_band),
    PlanTable.GROUPS: (_GROUP, lib.attain_plan_get_group),
    PlanTable.INDEX: (CHOICE, lib.attain_plan_get_choice),
}


class Plan(Handle):
    """A plan: a tree of goals, the metrics that are measured, the targets.

    Made from keyword arguments, `Plan("p", "A plan", level="county",
    first_period=2021, last_period=2025)` and then the `add_` methods, or read
    from a folder of tables with `Plan.read(folder)`. Columns have the names
    and words of the tables; what is left out is "not given".

    Any number of threads may use one plan.
    """

    def __init__(self, id: str, name: str, *, level: str,
                 first_period: Period, last_period: Period,
                 score: Optional[str] = None, missing: Optional[str] = None,
                 veto_grade: Optional[str] = None,
                 source: Optional[str] = None) -> None:
        info = _INFO.pack(_columns(locals()))
        out = POINTER(_structs.Plan)()
        call(lib.attain_plan_create, None, byref(info), byref(out))
        self._adopt(out, [])

    def _adopt(self, pointer: Any, warnings: List[Problem]) -> None:
        Handle.__init__(self, pointer, lib.attain_plan_destroy)
        #: What the reader warned of.
        self.warnings = warnings

    @classmethod
    def read(cls, folder: Union[str, "os.PathLike[str]"], *,
             columns: Optional[Mapping[str, str]] = None,
             max_problems: Optional[int] = None) -> "Plan":
        """Reads plan.csv, goals.csv, … from a folder. TableError has every
        problem of every table. `columns` maps the names of the tables'
        columns to the headings that the files have instead."""
        out = POINTER(_structs.Plan)()
        warnings = read(lib.attain_read_plan, [os.fsencode(folder)],
                        [byref(out)], columns, max_problems=max_problems)
        return cls._of(out, warnings)

    @classmethod
    def from_tables(cls, tables: Tables, *,
                    columns: Optional[Mapping[str, str]] = None,
                    max_problems: Optional[int] = None) -> "Plan":
        """Reads `{"plan.csv": text, "goals.csv": text, …}`."""
        out = POINTER(_structs.Plan)()
        given = tables_in(tables)
        warnings = read(lib.attain_read_plan_tables, [given, len(given)],
                        [byref(out)], columns, max_problems=max_problems)
        return cls._of(out, warnings)

    @classmethod
    def _of(cls, pointer: Any, warnings: List[Problem]) -> "Plan":
        plan = cls.__new__(cls)
        plan._adopt(pointer, warnings)
        return plan

    # --- building -----------------------------------------------------------

    def add_goal(self, id: str, name: str, *, parent: Optional[str] = None,
                 weight: Optional[float] = None,
                 aggregate: Optional[str] = None, rule: Optional[str] = None,
                 at_least: Optional[int] = None, floor: Optional[float] = None,
                 level: Optional[str] = None, share: Optional[float] = None,
                 unit_weight: Optional[str] = None,
                 owner: Optional[str] = None,
                 source: Optional[str] = None,
                 bonus_cap: Optional[float] = None,
                 score_cap: Optional[float] = None,
                 if_any: bool = False) -> int:
        """Adds a goal (goals.csv); returns its row."""
        return self._add(_GOAL, lib.attain_plan_add_goal, _columns(locals()))

    def add_metric(self, id: str, name: str,
                   numerator: Union[str, Iterable[str], None] = None,
                   denominator: Union[str, Iterable[str], None] = None, *,
                   factor: Optional[float] = None, unit: Optional[str] = None,
                   direction: Optional[str] = None,
                   decimals: Optional[int] = None,
                   interval: Optional[float] = None,
                   across: Optional[str] = None, level: Optional[str] = None,
                   stage: Union[str, Iterable[str], None] = None,
                   tags: Union[str, Iterable[str], None] = None,
                   without: Union[str, Iterable[str], None] = None,
                   where: Union[str, Iterable[str], None] = None,
                   min_coverage: Optional[float] = None) -> int:
        """Adds a metric (metrics.csv); returns its row."""
        return self._add(_METRIC, lib.attain_plan_add_metric,
                         _columns(locals()))

    def add_target(self, id: str, name: str, goal: str, metric: str, *,
                   series: Optional[str] = None,
                   comparator: Optional[str] = None,
                   value: Optional[float] = None,
                   upper: Optional[float] = None,
                   tolerance: Optional[float] = None,
                   when: Optional[str] = None, level: Optional[str] = None,
                   share: Optional[float] = None,
                   unit_weight: Optional[str] = None,
                   baseline: Optional[float] = None,
                   baseline_period: Optional[Period] = None,
                   due: Optional[Period] = None, score: Optional[str] = None,
                   bad: Optional[float] = None, good: Optional[float] = None,
                   outer_low: Optional[float] = None,
                   outer_high: Optional[float] = None,
                   steps: Optional[Iterable[Tuple[float, float]]] = None,
                   open: bool = False, judge: Optional[str] = None,
                   weight: Optional[float] = None, veto: bool = False,
                   soft: bool = False, owner: Optional[str] = None,
                   source: Optional[str] = None,
                   bonus: Optional[float] = None,
                   if_any: bool = False) -> int:
        """Adds a target (targets.csv); returns its row."""
        return self._add(_TARGET, lib.attain_plan_add_target,
                         _columns(locals()))

    def add_path_point(self, target: str, period: Period,
                       value: float) -> None:
        """Adds a milestone of a target (path.csv)."""
        self._put(_PATH, lib.attain_plan_add_path_point, _columns(locals()))

    def add_band(self, name: str, lower: Optional[float] = None,
                 met: Optional[int] = None, floor: Optional[float] = None,
                 if_met: Optional[bool] = None) -> None:
        """Adds a grade with its lower bound, or other conditions
        (bands.csv)."""
        self._put(_BAND, lib.attain_plan_add_band,
                  {"name": name, "from": lower, "met": met, "floor": floor,
                   "if_met": if_met})

    def add_group(self, id: str, name: str,
                  weight: Optional[float] = None) -> None:
        """Adds a group of evaluators (groups.csv)."""
        self._put(_GROUP, lib.attain_plan_add_group, _columns(locals()))

    def add_choice(self, step: str, node: Optional[str] = None,
                   method: Optional[str] = None,
                   parameters: Union[str, Iterable[str], None] = None
                   ) -> None:
        """Adds a choice of method for a composite index (index.csv)."""
        self._put(CHOICE, lib.attain_plan_add_choice, _columns(locals()))

    def _add(self, record: Record, function: Any, fields: Row) -> int:
        row = c_int32()
        struct = record.pack(fields)
        with self._changing() as pointer:
            call(function, pointer, byref(struct), byref(row))
        return row.value

    def _put(self, record: Record, function: Any, fields: Row) -> None:
        struct = record.pack(fields)
        with self._changing() as pointer:
            call(function, pointer, byref(struct))

    def check(self) -> None:
        """Raises the first error of the plan as a whole."""
        with self._reading() as pointer:
            call(lib.attain_plan_check, pointer)

    # --- reading back -------------------------------------------------------

    @property
    def info(self) -> Row:
        """The plan's own row (plan.csv)."""
        info = _structs.PlanInfo()
        lib.attain_plan_info_init(byref(info))
        with self._reading() as pointer:
            call(lib.attain_plan_get_info, pointer, byref(info))
            return _INFO.unpack(info)

    def _rows(self, table: PlanTable) -> List[Row]:
        record, function = _READERS[table]
        rows = []
        with self._reading() as pointer:
            for i in range(lib.attain_plan_count(pointer, table)):
                struct = record.pack({})
                call(function, pointer, i, byref(struct))
                rows.append(record.unpack(struct))
        return rows

    @property
    def goals(self) -> List[Row]:
        """The rows of goals.csv."""
        return self._rows(PlanTable.GOALS)

    @property
    def metrics(self) -> List[Row]:
        """The rows of metrics.csv."""
        return self._rows(PlanTable.METRICS)

    @property
    def targets(self) -> List[Row]:
        """The rows of targets.csv."""
        return self._rows(PlanTable.TARGETS)

    @property
    def path(self) -> List[Row]:
        """The rows of path.csv."""
        return self._rows(PlanTable.PATH)

    @property
    def bands(self) -> List[Row]:
        """The rows of bands.csv."""
        return self._rows(PlanTable.BANDS)

    @property
    def groups(self) -> List[Row]:
        """The rows of groups.csv."""
        return self._rows(PlanTable.GROUPS)

    @property
    def index(self) -> List[Row]:
        """The rows of index.csv."""
        return self._rows(PlanTable.INDEX)

    def find(self, table: str, id: str) -> Optional[int]:
        """The row of an id in `goals`, `metrics`, `targets`, `bands` or
        `groups`; None if there is none."""
        text = encode(id, "id")
        with self._reading() as pointer:
            row = lib.attain_plan_find(pointer, PlanTable[table.upper()],
                                       text, len(text))
        return None if row < 0 else row

    def to_dict(self) -> Dict[str, Any]:
        """The whole plan; equal for equal plans."""
        return {"plan": self.info, "goals": self.goals,
                "metrics": self.metrics, "targets": self.targets,
                "path": self.path, "bands": self.bands,
                "groups": self.groups, "index": self.index}

    def __repr__(self) -> str:
        if self.closed:
            return "<Plan, closed>"
        with self._reading() as pointer:
            info = self.info
            return "<Plan %s %s–%s: %d goals, %d targets, %d metrics>" % (
                info["id"], info["first_period"], info["last_period"],
                lib.attain_plan_count(pointer, PlanTable.GOALS),
                lib.attain_plan_count(pointer, PlanTable.TARGETS),
                lib.attain_plan_count(pointer, PlanTable.METRICS))


def _columns(arguments: Row) -> Row:
    """The arguments of a method that are columns of a row."""
    return {name: value for name, value in arguments.items()
            if name not in ("self", "__class__")}
