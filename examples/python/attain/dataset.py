"""Datasets: what was observed."""
import csv
import io
import math
import os
from array import array
from ctypes import POINTER, addressof, byref, c_char, c_int32, c_size_t
from typing import (Any, Callable, Dict, Iterable, List, Mapping, NamedTuple,
                    Optional, Sequence, Tuple, Union)

from . import _structs
from ._arrow import ArrowTable, batches
from ._columns import doubles, integers, shared
from ._enums import (DatasetTable, Format, GroupValue, StatusCode,
                     Vocabulary)
from ._errors import Problem, UnknownError
from ._ffi import (call, decode, encode, lib, new, number_out, period_in,
                   period_out, word, word_value)
from ._handle import Handle
from ._reading import Tables, read, tables_in
from ._records import Record
from ._sinks import text_of, write_through
from .plan import Period, Row

_UNIT = Record(_structs.Unit, lib.attain_unit_init, id="text", name="text",
               level="text", parent="text", stage="text", tags="list",
               opened="period", closed="period",
               attached_to="text")
_VARIABLE = Record(_structs.Variable, lib.attain_variable_init, id="text",
                   name="text", unit="text", min="number", max="number",
                   shared="flag", additive="flag")
_STAGE = Record(_structs.Stage, lib.attain_stage_init, stage="text",
                weight="number", enrolment="text")

#: A row of a table: its id, or its number from 0.
Key = Union[str, int]


class Observation(NamedTuple):
    """What was observed once, and where it was read."""

    value: Optional[float]
    status: str
    file: Optional[str]
    line: int


class Dataset(Handle, ArrowTable):
    """Areas and schools, variables, and what was observed of them.

    `Dataset()` is empty; `Dataset.read(folder)` reads tables. Columns are one
    double for each unit, in the units' order, with NaN for "no value"; they go
    in from anything with the buffer protocol without being copied on the way.

    Any number of threads may use one dataset.
    """

    def __init__(self) -> None:
        out = POINTER(_structs.Dataset)()
        call(lib.attain_dataset_create, None, byref(out))
        self._adopt(out, [])

    def _adopt(self, pointer: Any, warnings: List[Problem],
               destroy: Optional[Callable[[Any], None]] = None) -> None:
        Handle.__init__(self, pointer, destroy or lib.attain_dataset_destroy)
        #: What the readers warned of.
        self.warnings = warnings

    @classmethod
    def read(cls, folder: Union[str, "os.PathLike[str]"], *,
             columns: Optional[Mapping[str, str]] = None,
             max_problems: Optional[int] = None) -> "Dataset":
        """Reads units.csv, observations*.csv, … from a folder. TableError has
        every problem of every table."""
        out = POINTER(_structs.Dataset)()
        warnings = read(lib.attain_read_dataset, [os.fsencode(folder)],
                        [byref(out)], columns, max_problems=max_problems)
        return cls._of(out, warnings)

    @classmethod
    def from_tables(cls, tables: Tables, *,
                    columns: Optional[Mapping[str, str]] = None,
                    max_problems: Optional[int] = None) -> "Dataset":
        """Reads `{"units.csv": text, "observations.csv": text, …}`."""
        out = POINTER(_structs.Dataset)()
        given = tables_in(tables)
        warnings = read(lib.attain_read_dataset_tables, [given, len(given)],
                        [byref(out)], columns, max_problems=max_problems)
        return cls._of(out, warnings)

    @classmethod
    def _of(cls, pointer: Any, warnings: List[Problem]) -> "Dataset":
        data = cls.__new__(cls)
        data._adopt(pointer, warnings)
        return data

    def read_observations(self, source: Union[Tables, str,
                                              "os.PathLike[str]"], *,
                          columns: Optional[Mapping[str, str]] = None,
                          max_problems: Optional[int] = None) -> None:
        """Adds observations, long or wide, from a file or from tables in
        memory. After a TableError the dataset is as it was."""
        with self._changing() as pointer:
            if isinstance(source, Mapping):
                given = tables_in(source)
                warnings = read(lib.attain_read_observations,
                                [pointer, given, len(given)], [], columns,
                                max_problems=max_problems)
            else:
                warnings = read(lib.attain_read_observations_file,
                                [pointer, os.fsencode(source)], [], columns,
                                max_problems=max_problems)
        self.warnings.extend(warnings)

    # --- building -----------------------------------------------------------

    def add_units(self, units: Iterable[Row]) -> int:
        """Adds units, each a dictionary with the columns of units.csv: all of
        them or, on an error, none. Returns the row of the first."""
        return self._add_rows(lib.attain_dataset_add_units,
                              _UNIT.array(units))

    def add_unit(self, id: str, name: str, level: str, **columns: Any) -> int:
        """Adds one unit; returns its row."""
        return self.add_units([dict(columns, id=id, name=name, level=level)])

    def add_variables(self, variables: Iterable[Union[str, Row]]) -> int:
        """Adds variables, each an id or a dictionary with the columns of
        variables.csv: all or none. Returns the row of the first."""
        rows = [{"id": v} if isinstance(v, str) else v for v in variables]
        return self._add_rows(lib.attain_dataset_add_variables,
                              _VARIABLE.array(rows))

    def add_stages(self, stages: Iterable[Row]) -> None:
        """Adds split weights, each with the columns of stages.csv."""
        given = _STAGE.array(stages)
        with self._changing() as pointer:
            call(lib.attain_dataset_add_stages, pointer, given, len(given))

    def _add_rows(self, function: Any, given: Any) -> int:
        first = c_int32()
        with self._changing() as pointer:
            call(function, pointer, given, len(given), byref(first))
        return first.value

    def add_group(self, id: str) -> int:
        """Adds a group of evaluators, or finds it; returns its row."""
        row = c_int32()
        with self._changing() as pointer:
            call(lib.attain_dataset_add_group, pointer, encode(id, "id"),
                 byref(row))
        return row.value

    def set_column(self, variable: Key, period: Period, values: Any,
                   group: Optional[str] = None) -> None:
        """Sets what was observed of a variable in a period for every unit.

        `values` has a double for each unit: a list (None: no value), or
        anything one-dimensional and contiguous with the buffer protocol and
        doubles inside, which is not copied on the way."""
        row = self._row(DatasetTable.VARIABLES, variable)
        by = GroupValue.NONE if group is None else self.add_group(group)
        numbers, count, view = doubles(values, "values")
        with self._changing() as pointer:
            call(lib.attain_dataset_set_column, pointer, row,
                 period_in(period), by, numbers, count)
        del view

    def add_observations(self, units: Sequence[Key], periods: Sequence[Period],
                         variables: Sequence[Key], values: Any,
                         groups: Optional[Sequence[Optional[str]]] = None,
                         statuses: Optional[Sequence[str]] = None) -> None:
        """Adds observations in long form, columns of one length: all of them
        or, on an error, none. Rows of units and variables, and periods, may
        be given as 32-bit integers in a buffer, which is not copied."""
        columns = _structs.Observations()
        lib.attain_observations_init(byref(columns))
        kept = [
            self._rows_in(DatasetTable.UNITS, units, "units"),
            self._periods_in(periods),
            self._rows_in(DatasetTable.VARIABLES, variables, "variables"),
            doubles(values, "values")]
        columns.units, columns.periods, columns.variables, columns.values = (
            column for column, _, _ in kept)
        if groups is not None:
            kept.append(integers([
                GroupValue.NONE if g is None else self.add_group(g)
                for g in groups], "groups"))
            columns.groups = kept[-1][0]
        if statuses is not None:
            kept.append(integers([_status(s) for s in statuses], "statuses"))
            columns.statuses = kept[-1][0]
        lengths = {count for _, count, _ in kept}
        if len(lengths) > 1:
            raise ValueError("columns of observations must have one length, "
                             "not %s" % sorted(lengths))
        columns.count = kept[0][1]
        with self._changing() as pointer:
            call(lib.attain_dataset_add_observations, pointer, byref(columns))

    def add_arrow(self, source: Any) -> None:
        """Adds the observations of an Arrow table, record batch or stream
        (pyarrow, polars, duckdb, …): long, with the columns `unit`, `period`,
        `variable`, `value` and perhaps `status` and `group`, or wide, with
        `unit`, `period` and a column for each variable. Variables that are
        not there are added, units not. Each batch goes in as a whole or, on
        an error, not; those before it stay."""
        for schema, array in batches(source):
            with self._changing() as pointer:
                call(lib.attain_dataset_import_arrow, pointer, schema, array)

    def _export(self, schema: Any, array: Any) -> None:
        with self._reading() as pointer:
            call(lib.attain_dataset_export_arrow, pointer, schema, array)

    def _rows_in(self, table: DatasetTable, keys: Any, what: str) -> Any:
        if isinstance(keys, (list, tuple)):
            known: Dict[Key, int] = {}
            for key in keys:
                if key not in known:
                    known[key] = self._row(table, key)
            keys = [known[key] for key in keys]
        return integers(keys, what)

    @staticmethod
    def _periods_in(periods: Any) -> Any:
        if isinstance(periods, (list, tuple)):
            known = {p: period_in(p) for p in set(periods)}
            periods = [known[p] for p in periods]
        return integers(periods, "periods")

    def check(self) -> None:
        """Raises the first error of the dataset as a whole."""
        with self._reading() as pointer:
            call(lib.attain_dataset_check, pointer)

    # --- reading back -------------------------------------------------------

    def _count(self, table: DatasetTable) -> int:
        with self._reading() as pointer:
            return lib.attain_dataset_count(pointer, table)

    def _row(self, table: DatasetTable, key: Key) -> int:
        """The row that an id or a number stands for."""
        if isinstance(key, int):
            if not 0 <= key < self._count(table):
                raise IndexError("no row %d in %s" % (key, table.name.lower()))
            return key
        text = encode(key, "id")
        with self._reading() as pointer:
            row = lib.attain_dataset_find(pointer, table, text, len(text))
        if row < 0:
            raise UnknownError("no %r in %s" % (key, table.name.lower()),
                               StatusCode.ERR_UNKNOWN)
        return row

    def find(self, table: str, id: str) -> Optional[int]:
        """The row of an id in `units`, `variables`, `stages` or `groups`; None
        if there is none."""
        try:
            return self._row(DatasetTable[table.upper()], id)
        except UnknownError:
            return None

    def _rows(self, table: DatasetTable, record: Record,
              function: Any) -> List[Row]:
        rows = []
        with self._reading() as pointer:
            for i in range(lib.attain_dataset_count(pointer, table)):
                struct = record.pack({})
                call(function, pointer, i, byref(struct))
                rows.append(record.unpack(struct))
        return rows

    @property
    def units(self) -> List[Row]:
        """The rows of units.csv."""
        return self._rows(DatasetTable.UNITS, _UNIT,
                          lib.attain_dataset_get_unit)

    @property
    def variables(self) -> List[Row]:
        """The rows of variables.csv."""
        return self._rows(DatasetTable.VARIABLES, _VARIABLE,
                          lib.attain_dataset_get_variable)

    @property
    def stages(self) -> List[Row]:
        """The rows of stages.csv."""
        return self._rows(DatasetTable.STAGES, _STAGE,
                          lib.attain_dataset_get_stage)

    @property
    def groups(self) -> List[str]:
        """The ids of the groups of evaluators."""
        with self._reading() as pointer:
            return [decode(lib.attain_dataset_group_id(pointer, i)) or ""
                    for i in range(self._count(DatasetTable.GROUPS))]

    @property
    def periods(self) -> Tuple[Optional[str], Optional[str]]:
        """The first and last period with an observation."""
        first, last = c_int32(), c_int32()
        with self._reading() as pointer:
            call(lib.attain_dataset_periods, pointer, byref(first),
                 byref(last))
        return period_out(first.value), period_out(last.value)

    def column(self, variable: Key, period: Period,
               group: Optional[str] = None) -> "array[float]":
        """A copy of a column: a double for each unit, NaN for no value."""
        where = self._place(variable, period, group)
        count, out = c_size_t(), array("d")
        with self._reading() as pointer:
            lent = lib.attain_dataset_column_view(pointer, *where,
                                                  byref(count))
            if lent:
                out.frombytes((c_char * (8 * count.value)).from_address(
                    addressof(lent.contents)))
                return out
        return array("d", [math.nan]) * len(self)

    def column_into(self, variable: Key, period: Period, buffer: Any,
                    group: Optional[str] = None) -> int:
        """Copies a column into a writable buffer of doubles; returns how many
        there are."""
        where = self._place(variable, period, group)
        out, capacity, view = shared(buffer, "buffer", writable=True)
        count = c_size_t()
        with self._reading() as pointer:
            call(lib.attain_dataset_column, pointer, *where, out, capacity,
                 byref(count))
        del view
        return count.value

    def view(self, variable: Key, period: Period,
             group: Optional[str] = None) -> memoryview:
        """The column itself, read-only and without a copy; empty if nothing
        was observed. While it is alive the dataset cannot change."""
        where = self._place(variable, period, group)
        count = c_size_t()
        with self._reading() as pointer:
            lent = lib.attain_dataset_column_view(pointer, *where,
                                                  byref(count))
            return self._lend(lent, count.value if lent else 0, "d")

    def _place(self, variable: Key, period: Period,
               group: Optional[str]) -> Tuple[int, int, int]:
        by = (GroupValue.NONE if group is None
              else self._row(DatasetTable.GROUPS, group))
        return (self._row(DatasetTable.VARIABLES, variable),
                period_in(period), by)

    def observation(self, unit: Key, variable: Key, period: Period,
                    group: Optional[str] = None) -> Optional[Observation]:
        """One observation and where it came from; None if there is none."""
        where = self._place(variable, period, group)
        row = self._row(DatasetTable.UNITS, unit)
        out = _structs.Observation()
        lib.attain_observation_init(byref(out))
        with self._reading() as pointer:
            call(lib.attain_dataset_get_observation, pointer, row, *where,
                 byref(out))
            if not out.present:
                return None
            return Observation(
                number_out(out.value),
                word(Vocabulary.OBSERVATION_STATUS, out.status) or "",
                decode(out.file), out.line)

    # --- writing ------------------------------------------------------------

    def _writing(self, form: Format, unit: Optional[Key],
                 defuse: bool = False,
                 byte_order_mark: bool = False) -> Callable[[Any], None]:
        options = new(_structs.WriteOptions, lib.attain_write_options_init)
        options.format = form
        options.defuse = defuse
        options.byte_order_mark = byte_order_mark
        if unit is not None:
            options.unit = self._row(DatasetTable.UNITS, unit)

        def run(sink: Any) -> None:
            with self._reading() as pointer:
                call(lib.attain_write_observations, pointer, byref(options),
                     sink, None)

        return run

    def write_csv(self, target: Any, *, unit: Optional[Key] = None,
                  defuse: bool = False, byte_order_mark: bool = False) -> None:
        """Writes the observations, one a line, to a path or a binary file, as
        read_observations() reads them. `defuse` makes cells that a
        spreadsheet would run harmless."""
        write_through(target, self._writing(Format.CSV, unit, defuse,
                                            byte_order_mark))

    def write_sdmx(self, target: Any, *, unit: Optional[Key] = None,
                   byte_order_mark: bool = False) -> None:
        """Writes the observations to a path or a binary file as SDMX-CSV 2.0,
        which read_observations() reads as well."""
        write_through(target, self._writing(Format.SDMX, unit, False,
                                            byte_order_mark))

    def to_csv(self, *, unit: Optional[Key] = None) -> str:
        """The observations as write_csv() writes them."""
        return text_of(self._writing(Format.CSV, unit))

    def to_dict(self) -> Dict[str, Any]:
        """The tables as lists of dictionaries: `units`, `variables`, `stages`,
        `groups` and `observations`."""
        with self._reading():
            seen = list(csv.DictReader(io.StringIO(self.to_csv())))
            made: Dict[str, Any] = {
                "units": self.units, "variables": self.variables,
                "stages": self.stages, "groups": self.groups}
        made["observations"] = [dict(
            {key: text or None for key, text in row.items()},
            value=float(row["value"]) if row["value"] else None)
            for row in seen]
        return made

    def __len__(self) -> int:
        """The number of units."""
        return self._count(DatasetTable.UNITS)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        if self.closed:
            return "<Dataset, closed>"
        return "<Dataset: %d units, %d variables, %s–%s>" % (
            len(self), self._count(DatasetTable.VARIABLES), *self.periods)


def _status(text: str) -> int:
    return word_value(Vocabulary.OBSERVATION_STATUS, text, "status")
