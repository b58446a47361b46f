"""Arguments for every function of the API, right ones and wrong ones, made
from its description alone."""
import ctypes
import re
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Tuple

from attain import _ffi, _structs
from attain._prototypes import PROTOTYPES
from attain._reading import tables_in

INFINITY = float("inf")
NAN = float("nan")
HUGE = ctypes.c_size_t(-1).value
INT_MAX, INT_MIN = 2 ** 31 - 1, -2 ** 31
#: Elements of an array, and what a size says of them.
ROOM, COUNT = 4096, 3

PLAN = {
    "plan.csv": "key,value\nid,P\nname,Plan\nfirst_period,2021\n"
                "last_period,2025\nlevel,county\nveto_grade,poor\n",
    "goals.csv": "id,name,parent,level,share\nR,Root,,,\n"
                 "G,Schools,R,school,0.5\n",
    "metrics.csv": "id,name,numerator,denominator,factor\n"
                   "m,Rate,a;b,e,100\nk,Labs,d,,\nw,Nowhere,zz,,\n",
    "targets.csv": "id,goal,metric,name,comparator,value,baseline,"
                   "baseline_period,due,veto,owner,series\n"
                   "T,R,m,Enrolment,at_least,98,90,2020,2024,yes,Bureau,\n"
                   "U,R,w,Watched,none,,,,,,,\n"
                   "Y,R,m,Yearly,at_least,1,90,2020,,,,change\n"
                   "S,G,k,Labs,at_least,2,,,,,,\n"
                   "W,G,k,Labs,none,,,,,,,\n",
    "path.csv": "target,period,value\nT,2022,95\n",
    "bands.csv": "name,from\npoor,0\ngood,60\n",
    "groups.csv": "id,name\npupils,Pupils\n",
    "index.csv": "step,node,method,parameters\nnormalisation,,minmax,\n",
}
DATA = {
    "units.csv": "id,name,level,parent\nC,County,county,\n"
                 "s1,First,school,C\ns2,Second,school,C\n",
    "variables.csv": "id\na\nb\ne\nd\nr\n",
    "stages.csv": "stage,weight,enrolment\nprimary,1,e\n",
    "observations.csv": "unit,period,a,b,e,d\nC,2020,180,1,200,\n"
                        "C,2021,183,1,200,\nC,2022,186,1,200,\n"
                        "s1,2022,,,,2\ns2,2022,,,,1\n",
}
CHECKS = {"checks.csv": "id,kind,severity,variable,metric\n"
                        "mine,zero,info,a,\nshare,share,error,,\n"}
#: Fields of structs that a right one has to have.
FIELDS: Dict[str, Dict[str, Any]] = {
    "Unit": {"id": b"new", "name": b"New", "level": b"school"},
    "Variable": {"id": b"new"},
    "Stage": {"stage": b"new", "enrolment": b"e", "weight": 1},
    "PlanInfo": {"id": b"P", "name": b"Plan", "level": b"county",
                 "first_period": 2021, "last_period": 2025},
    "Goal": {"id": b"new", "name": b"New", "parent": b"R"},
    "Metric": {"id": b"new", "name": b"New", "numerator": b"a"},
    "Target": {"id": b"new", "name": b"New", "goal": b"R", "metric": b"m",
               "value": 1},
    "PathPoint": {"target": b"T", "value": 96, "period": 2023},
    "Band": {"name": b"new", "from": 90},
    "Group": {"id": b"new", "name": b"New"},
    "Check": {"id": b"new"},
    "IndexOptions": {"goal": b"G"},
    "Choice": {"step": 4, "node": b"W", "method": b"rank"},
    "Problem": {"file": b"f", "field": b"", "message": b"m", "line": 1},
    "Table": {"name": b"observations.csv",
              "text": b"unit,period,variable,value\nC,2023,a,1\n",
              "length": HUGE},
}
#: Right values of parameters, by function and name or by name alone.
GIVEN: Dict[str, Any] = {
    "attain_number_parse.text": b"95.5", "attain_period_parse.text": b"2023",
    "attain_index_column.period": 2022, "attain_index_compare.period": 2022,
    "attain_index_doubt.period": 2022,
    "length": HUGE, "index": 0, "capacity": ROOM, "stride": COUNT, "column_count": 1,
    "period": 2023, "group": -1, "attain_read_plan.folder": b"PLAN",
    "attain_read_dataset.folder": b"DATA",
    "attain_read_checks.folder": b"DATA",
    "attain_digest_folder.folder": b"PLAN",
    "attain_write_package.folder": b"DATA",
    "attain_read_observations_file.path": b"OBSERVATIONS",
    "attain_read_changes_file.path": b"OBSERVATIONS",
    "attain_progress.parameters": None, "input_count": 1,
    "factor": 1.0, "sigma": 1.0, "span": 1.0, "degree": 1,
    "attain_curve_points.background": None, "attain_decompose.parameters": None,
    "coverage": 0.8, "p": 0.5, "freedom": 3, "interval": 0.5,
    "attain_denominate.factor": 2,
    "parameter_count": 0,
    "parameters": None, "attain_evaluation_codes.measure": 2,
    "attain_evaluation_explain.unit": 0, "attain_dataset_set_column.variable":
    4, "attain_evaluation_trajectory.node": 1,
    "attain_evaluation_ratings.node": 1, "attain_evaluation_yearly.node": 3, "id": b"new",
    "attain_dataset_find.id": b"s1", "attain_plan_find.id": b"R",
    "attain_evaluation_find_node.id": b"T", "attain_word_find.word": b"level",
    "attain_evaluation_find_unit.id": b"C", "name": b"mean",
}


class Variant(NamedTuple):
    """One argument, and the wrong value that it gets."""

    parameter: str
    what: str
    change: Callable[["Case"], None]


class Case:
    """A call: the arguments by name, and what has to live with them."""

    def __init__(self, function: Dict[str, Any], handles: Dict[str, Any],
                 paths: Dict[bytes, bytes]) -> None:
        self.function = function
        self.handles = handles
        self.kept: List[Any] = []
        self.outputs: List[Tuple[str, Any]] = []
        self.paths = paths
        self.counts = 1  # elements of arrays of structs
        self.error = _structs.Error()
        types = PROTOTYPES[function["name"]][1]
        self.arguments: Dict[str, Any] = {
            one["name"]: self.right(one, kind)
            for one, kind in zip(function["parameters"], types)}

    def given(self, name: str) -> Tuple[bool, Any]:
        for key in ("%s.%s" % (self.function["name"], name), name):
            if key in GIVEN:
                value = GIVEN[key]
                if isinstance(value, bytes):
                    value = self.paths.get(value, value)
                return True, value
        return False, None

    def right(self, one: Dict[str, Any], kind: Any) -> Any:
        """A right value of a parameter."""
        found, value = self.given(one["name"])
        if found and not (isinstance(value, (int, float))
                          and hasattr(kind, "_type_")
                          and not isinstance(kind._type_, str)):
            return value
        if one["name"] == "err":
            return ctypes.pointer(self.error)
        if kind is ctypes.c_size_t:
            return self.counts if self.of_structs(one["name"]) else COUNT
        if kind in (ctypes.c_int32, ctypes.c_int64, ctypes.c_double):
            return 0
        if kind in (ctypes.c_char_p, ctypes.c_void_p):
            return None
        if kind in _structs.CALLBACKS.values():
            return kind(lambda *_: 0)
        return self.pointer(one, kind._type_)

    def of_structs(self, size: str) -> bool:
        """Whether a size counts structs, of which there is one."""
        return any(one.get("length") == size
                   and one["type"].split("*")[0].replace("const ", "")
                   in _structs.STRUCTS
                   for one in self.function["parameters"])

    def batch(self, of: Any) -> Any:
        """A schema or an array of observations."""
        made = of()
        pointers = [ctypes.pointer(made) if of is kind else None for kind in
                    (_structs.ArrowSchema, _structs.ArrowArray)]
        _ffi.lib.attain_dataset_export_arrow(self.handles["Dataset"],
                                             *pointers, None)
        self.outputs.append(("", made))
        return ctypes.pointer(made)

    def pointer(self, one: Dict[str, Any], of: Any) -> Any:
        if of in (_structs.ArrowSchema, _structs.ArrowArray) \
                and one["direction"] != "out":
            return self.batch(of)
        if of in _structs.OPAQUE.values():
            return self.handles[of.__name__]
        if hasattr(of, "contents"):  # where a handle goes
            made = of()
            self.outputs.append((one["name"], made))
            return ctypes.pointer(made)
        if of is _structs.Table and self.function["name"].endswith("_tables"):
            made = self.keep(tables_in(
                PLAN if "plan" in self.function["name"] else
                CHECKS if "checks" in self.function["name"] else DATA))
            self.counts = len(made)
            return ctypes.cast(made, ctypes.POINTER(of))
        if of is _structs.Allocator:
            return None
        if issubclass(of, ctypes.Structure):
            made = self.struct(of)
            if one["direction"] == "out":
                self.outputs.append((one["name"], made))
            return ctypes.pointer(made)
        made = (of * ROOM)()
        if one["direction"] == "out":
            self.outputs.append((one["name"], made))
        elif of is ctypes.c_double:
            made[:] = [(1.0 + i) / ROOM for i in range(ROOM)]
        elif one["name"] == "parents":
            made[:] = [-1] * ROOM
        elif one["name"] in ("offsets", "order", "codes"):
            made[:] = [min(i, COUNT) for i in range(ROOM)]
        self.kept.append(made)
        return ctypes.cast(made, ctypes.POINTER(of))

    def struct(self, of: Any) -> Any:
        made = of()
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", of.__name__).lower()
        init = getattr(_ffi.lib, "attain_%s_init" % name, None)
        if init:
            init(ctypes.byref(made))
        elif of.__name__ == "Problem":
            made.struct_size = ctypes.sizeof(of)
        for field, value in FIELDS.get(of.__name__, {}).items():
            setattr(made, field, value)
        if of.__name__ == "Composite":
            made.values = self.keep((ctypes.c_double * ROOM)(*[
                (7 * i % 11) / 11 for i in range(ROOM)]))
            made.column_count, made.stride, made.unit_count = 2, 3, 3
        if of.__name__ == "Observations":
            made.count = 1
            for field, value in (("units", 0), ("periods", 2023),
                                 ("variables", 0)):
                setattr(made, field, self.keep((ctypes.c_int32 * 1)(value)))
            made.values = self.keep((ctypes.c_double * 1)(5))
        return made

    def keep(self, thing: Any) -> Any:
        self.kept.append(thing)
        return thing

    def call(self) -> Any:
        function = getattr(_ffi.lib, self.function["name"])
        return function(*self.arguments.values())


def _set(name: str, value: Any) -> Callable[[Case], None]:
    return lambda case: case.arguments.__setitem__(name, value)


def _field(name: str, field: str, value: Any) -> Callable[[Case], None]:
    return lambda case: setattr(case.arguments[name].contents, field, value)


def _fill(name: str, value: Any) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        for i in range(COUNT):
            case.arguments[name][i] = value
    return change


def _wrong(kind: Any) -> Iterator[Tuple[str, Any]]:
    """Wrong values of a type."""
    if kind is ctypes.c_uint32:
        yield from (("0", 0), ("maximum", 2 ** 32 - 1))
    elif kind is ctypes.c_int32:
        yield from (("%d" % value, value)
                    for value in (0, -1, 1, 9999, INT_MAX, INT_MIN))
    elif kind is ctypes.c_int64:
        yield from (("%d" % value, value)
                    for value in (0, -1, 9999, 2 ** 63 - 1, -2 ** 63))
    elif kind in (ctypes.c_size_t, ctypes.c_uint64):
        yield from (("0", 0), ("maximum", HUGE), ("half", HUGE // 2 + 1),
                    ("eighth", HUGE // 8 + 2))
    elif kind is ctypes.c_double:
        yield from ((repr(value), value)
                    for value in (0.0, -1.0, 1e308, NAN, INFINITY, -INFINITY))
    elif kind is ctypes.c_char_p:
        yield from (("NULL", None), ("empty", b""), ("not UTF-8", b"\xff"),
                    ("control", b"a\x01"), ("long", b"x" * 300),
                    ("unknown", b"nothing of this name"))
    else:
        yield "NULL", None


def _wrong_text_length() -> Iterator[Tuple[str, Any]]:
    yield "0", 0
    yield "maximum", HUGE


def variants(function: Dict[str, Any]) -> Iterator[Variant]:
    """Every wrong argument of a function, one at a time."""
    yield Variant("", "right", lambda case: None)
    types = PROTOTYPES[function["name"]][1]
    for one, kind in zip(function["parameters"], types):
        name = one["name"]
        if kind in _structs.CALLBACKS.values():
            yield Variant(name, "NULL", _set(name, ctypes.cast(None, kind)))
            stop = kind(lambda *_: 1)
            yield Variant(name, "that stops", _set(name, stop))
            continue
        wrong = _wrong_text_length() if name == "length" else _wrong(kind)
        for what, value in wrong:
            yield Variant(name, what, _set(name, value))
        if getattr(kind, "_type_", None) is _structs.Allocator:
            yield Variant(name, "empty", _set(name, ctypes.pointer(
                _structs.Allocator())))
            continue
        of = getattr(kind, "_type_", None)
        if not isinstance(of, type):
            continue
        if issubclass(of, ctypes.Structure) and not of.__name__.startswith(
                ("Error", "Allocator", "Arrow")) and of not in _structs.OPAQUE.values():
            yield from _fields(name, of)
        elif of is ctypes.c_double and one["direction"] != "out":
            for value in (NAN, INFINITY, -1.0, 0.0):
                given = GIVEN.get(function["name"] + "." + name,
                                  GIVEN.get(name, 0))
                if given is not None:
                    yield Variant(name, "of %r" % value, _fill(name, value))
        elif of is ctypes.c_int32 and one["direction"] != "out" \
                and name != "order":
            for value in (-1, INT_MAX, INT_MIN):
                yield Variant(name, "of %d" % value, _fill(name, value))


def _fields(name: str, of: Any) -> Iterator[Variant]:
    for field, kind in of._fields_:
        if kind in _structs.CALLBACKS.values():
            yield Variant("%s.%s" % (name, field), "NULL",
                          _field(name, field, ctypes.cast(None, kind)))
            continue
        if getattr(kind, "_length_", None):
            continue
        wrong = list(_wrong(kind))
        if field == "length":
            wrong = list(_wrong_text_length())
        if kind is ctypes.c_char_p and of.__name__ == "Problem":
            wrong = [("NULL", None), ("empty", b"")]
        if field == "step_count":
            continue  # beyond steps there is nothing to read
        if field == "struct_size":
            size = ctypes.sizeof(of)
            wrong = [(str(n), n) for n in (0, 1, size - 1, size + 8, HUGE)]
        for what, value in wrong:
            yield Variant("%s.%s" % (name, field), what,
                          _field(name, field, value))
