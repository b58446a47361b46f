"""Whether the data can be judged by: checks, and what they find::

    found = attain.assess(plan, data, attain.Checks.read("data", plan, data))
    for finding in found.findings("zh"):
        print(finding["file"], finding["line"], finding["message"])
    if found.worst == "error":
        ...  # do not judge
"""
import json
import os
from array import array
from contextlib import ExitStack
from ctypes import POINTER, byref, c_int32, c_size_t, string_at
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Union

from . import _structs
from ._arrays import choice
from ._columns import room
from ._enums import (Format, Language, QualityBy, QualityField,
                     QualitySeverity, Vocabulary)
from ._errors import CallbackError, Problem
from ._ffi import (call, decode, filled, lib, new, number_out, period_in,
                   period_out, word)
from ._handle import Handle
from ._reading import Tables, read, tables_in
from ._records import Record
from .dataset import Dataset
from .plan import Period, Plan

_CHECK = Record(_structs.Check, lib.attain_check_init, id="text",
                kind=Vocabulary.CHECK_KIND,
                severity=Vocabulary.QUALITY_SEVERITY, variable="text",
                metric="text", parts="list", level="text", stage="text",
                low="number", high="number", limit="number",
                tolerance="number", least="number", advice="text")
_TEXTS = ("check", "unit", "unit_name", "other", "variable", "group", "metric",
          "file")


class Kind(NamedTuple):
    """What a kind of check is."""

    word: str
    formula: str
    source: str
    subject: str
    parameters: List[str]
    limit: Optional[float]
    tolerance: Optional[float]
    least: Optional[float]
    severity: str


def check_kinds() -> List[Kind]:
    """All kinds of checks, with their formulas and defaults."""
    kinds = []
    for kind in range(lib.attain_check_kind_count()):
        info = new(_structs.CheckKindInfo, lib.attain_check_kind_info_init)
        call(lib.attain_check_kind_get, kind, byref(info))
        kinds.append(Kind(
            decode(info.word) or "", decode(info.formula) or "",
            decode(info.source) or "", decode(info.subject) or "",
            (decode(info.parameters) or "").split(";"),
            number_out(info.limit), number_out(info.tolerance),
            number_out(info.least),
            word(Vocabulary.QUALITY_SEVERITY, info.severity) or ""))
    return kinds


class Checks(Handle):
    """A set of checks; it begins with the default rows."""

    def __init__(self) -> None:
        out = POINTER(_structs.Checks)()
        call(lib.attain_checks_create, None, byref(out))
        self._adopt(out, [])

    def _adopt(self, pointer: Any, warnings: List[Problem]) -> None:
        Handle.__init__(self, pointer, lib.attain_checks_destroy)
        #: What the readers warned of.
        self.warnings = warnings

    @classmethod
    def _read(cls, function: Any, source: List[Any], plan: Optional[Plan],
              data: Optional[Dataset]) -> "Checks":
        out = POINTER(_structs.Checks)()
        checks = cls.__new__(cls)
        with ExitStack() as held:
            given = [held.enter_context(one._reading())
                     if one is not None else None for one in (plan, data)]
            warnings = read(function, source + given, [byref(out)], None)
        checks._adopt(out, warnings)
        return checks

    @classmethod
    def read(cls, folder: Union[str, "os.PathLike[str]"],
             plan: Optional[Plan] = None,
             data: Optional[Dataset] = None) -> "Checks":
        """Reads checks.csv of a folder, if it is there; metrics and variables
        that plan and data do not have are problems."""
        return cls._read(lib.attain_read_checks, [os.fsencode(folder)], plan,
                         data)

    @classmethod
    def from_tables(cls, tables: Tables, plan: Optional[Plan] = None,
                    data: Optional[Dataset] = None) -> "Checks":
        """Reads `{"checks.csv": text}`."""
        given = tables_in(tables)
        return cls._read(lib.attain_read_checks_tables, [given, len(given)],
                         plan, data)

    def add(self, id: str, kind: str, **columns: Any) -> int:
        """Adds a row with the columns of checks.csv; returns its number."""
        given, row = _CHECK.pack(dict(columns, id=id, kind=kind)), c_int32()
        with self._changing() as pointer:
            call(lib.attain_checks_add, pointer, byref(given), byref(row))
        return row.value

    def __len__(self) -> int:
        with self._reading() as pointer:
            return lib.attain_checks_count(pointer)

    def rows(self) -> List[Dict[str, Any]]:
        """All rows, as checks.csv has them."""
        rows = []
        with self._reading() as pointer:
            for i in range(lib.attain_checks_count(pointer)):
                row = new(_structs.Check, lib.attain_check_init)
                call(lib.attain_checks_get, pointer, i, byref(row))
                rows.append(_CHECK.unpack(row))
        return rows


    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self.rows())

    def __repr__(self) -> str:
        return "<Checks, closed>" if self.closed else "<Checks: %d rows>" % (
            len(self))


class Quality(Handle):
    """What was found, the gravest first; iterating gives findings()."""

    def __init__(self, pointer: Any) -> None:
        super().__init__(pointer, lib.attain_quality_destroy)

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return iter(self.findings())

    def __getitem__(self, index: int) -> Dict[str, Any]:
        count = len(self)
        if not -count <= index < count:
            raise IndexError("there are %d findings" % count)
        with self._reading() as pointer:
            return self._finding(pointer, index % count, Language.EN)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        if self.closed:
            return "<Quality, closed>"
        return "<Quality: %s>" % (", ".join(
            "%d %s" % (self.tally(s), s.name.lower())
            for s in reversed(QualitySeverity) if self.tally(s))
            or "nothing was found")

    def to_dict(self, language: str = "en") -> Dict[str, Any]:
        """What to_json() writes, as dictionaries."""
        return json.loads(self.to_json(language))

    def __len__(self) -> int:
        with self._reading() as pointer:
            return lib.attain_quality_count(pointer)

    @property
    def worst(self) -> str:
        """error, warning, info; off: nothing was found."""
        with self._reading() as pointer:
            return word(Vocabulary.QUALITY_SEVERITY,
                        lib.attain_quality_worst(pointer)) or ""

    def tally(self, severity: Union[str, QualitySeverity]) -> int:
        """How many findings of a severity there are, kept or not."""
        with self._reading() as pointer:
            return lib.attain_quality_tally(
                pointer, choice(QualitySeverity, severity))

    def findings(self, language: str = "en") -> List[Dict[str, Any]]:
        """All findings, each a dictionary; message and advice in `en` or
        `zh`, and `text` as one line."""
        chosen = Language[language.upper()]
        with self._reading() as pointer:
            return [self._finding(pointer, i, chosen)
                    for i in range(lib.attain_quality_count(pointer))]

    @staticmethod
    def _finding(pointer: Any, index: int, language: int) -> Dict[str, Any]:
        row = new(_structs.QualityFinding, lib.attain_quality_finding_init)
        call(lib.attain_quality_get, pointer, index, byref(row))
        made: Dict[str, Any] = {
            name: decode(getattr(row, name)) or None for name in _TEXTS}
        made.update(
            line=row.line or None, column=row.column or None,
            count=row.count, value=number_out(row.value),
            reference=number_out(row.reference), score=number_out(row.score),
            kind=word(Vocabulary.CHECK_KIND, row.kind),
            severity=word(Vocabulary.QUALITY_SEVERITY, row.severity),
            period=period_out(row.period),
            message=filled(lib.attain_quality_message, pointer, index,
                           language).decode("utf-8"),
            advice=decode(lib.attain_quality_advice(pointer, index, language)),
            text=filled(lib.attain_quality_format, pointer, index,
                        language).decode("utf-8"))
        return made

    def column(self, field: Union[str, QualityField]) -> "array[float]":
        """A field, one double a finding; NaN: no value."""
        which, count = choice(QualityField, field), c_size_t()
        with self._reading() as pointer:
            out, numbers = room("d", lib.attain_quality_count(pointer))
            call(lib.attain_quality_column, pointer, which, numbers, len(out),
                 byref(count))
        return out

    def variable(self, row: int) -> Optional[str]:
        """The id of a variable by its row in the findings."""
        with self._reading() as pointer:
            return decode(lib.attain_quality_variable(pointer, row))

    def coverage(self, by: Union[str, QualityBy]) -> List[Any]:
        """(needed, known) cells of each unit, or variable, by its row."""
        which, count = choice(QualityBy, by), c_size_t()
        with self._reading() as pointer:
            call(lib.attain_quality_coverage, pointer, which, None, None, 0,
                 byref(count))
            needed, wanted = room("d", count.value)
            known, there = room("d", count.value)
            call(lib.attain_quality_coverage, pointer, which, wanted, there,
                 count.value, byref(count))
        return list(zip(map(int, needed), map(int, known)))

    def _write(self, form: Format, language: str) -> str:
        parts: List[bytes] = []

        def sink(address: int, length: int, _: Any) -> int:
            parts.append(string_at(address, length))
            return 0

        options = new(_structs.WriteOptions, lib.attain_write_options_init)
        options.format = form
        with self._reading() as pointer:
            try:
                call(lib.attain_write_quality, pointer, byref(options),
                     Language[language.upper()], _structs.Sink(sink), None)
            except CallbackError:
                raise MemoryError("the findings do not fit") from None
        return b"".join(parts).decode("utf-8")

    def to_csv(self, language: str = "en") -> str:
        """The findings as a table, a line each."""
        return self._write(Format.CSV, language)

    def to_json(self, language: str = "en") -> str:
        """The findings as JSON."""
        return self._write(Format.JSON, language)


def assess(plan: Optional[Plan], data: Dataset,
           checks: Optional[Checks] = None, *, as_of: Period = None,
           max_findings: Optional[int] = None) -> Quality:
    """Looks at a dataset, and at what a plan needs of it."""
    options = new(_structs.QualityOptions, lib.attain_quality_options_init)
    options.as_of = period_in(as_of)
    if max_findings is not None:
        options.max_findings = max_findings
    out = POINTER(_structs.Quality)()
    with data._reading() as observed:
        promised = plan._open() if plan is not None else None
        chosen = checks._open() if checks is not None else None
        call(lib.attain_quality_assess, promised, observed, chosen,
             byref(options), byref(out))
    return Quality(out)
