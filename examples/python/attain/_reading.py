"""Reading tables: options, problems, tables in memory."""
from ctypes import byref
from typing import Any, Callable, List, Mapping, Optional, Sequence, Union

from . import _structs
from ._enums import Severity
from ._errors import Problem, TableError
from ._ffi import check, decode, encode, filled, lib, new

#: The tables of a plan or dataset: the text of each by its file's name.
Tables = Mapping[str, Union[str, bytes]]


def _problem(pointer: Any) -> Problem:
    """Copies a problem; the library lends it for the call alone."""
    given = pointer.contents
    return Problem(
        decode(given.file) or "", given.line, given.column, given.offset,
        decode(given.field) or "", Severity(given.severity), given.code,
        decode(given.message) or "",
        filled(lib.attain_problem_format, pointer).decode("utf-8"))


def read(function: Callable[..., int], before: Sequence[Any],
         after: Sequence[Any], columns: Optional[Mapping[str, str]] = None,
         **limits: Optional[int]) -> List[Problem]:
    """Calls a reader, `function(*before, options, *after, error)`; returns
    the warnings, or raises TableError with all problems."""
    problems: List[Problem] = []
    failed: List[BaseException] = []

    def handler(pointer: Any, _: Any) -> int:
        try:
            problems.append(_problem(pointer))
            return 0
        except BaseException as error:  # it must not get lost in C
            failed.append(error)
            return 1

    options = new(_structs.ReadOptions, lib.attain_read_options_init)
    options.handler = _structs.ProblemHandler(handler)
    if columns:
        options.columns = encode(
            ";".join("%s=%s" % pair for pair in columns.items()), "columns")
    for name, limit in limits.items():
        if limit is not None:
            setattr(options, name, limit)
    error = _structs.Error()
    status = function(*before, byref(options), *after, byref(error))
    if failed:
        raise failed[0]
    try:
        check(status, error)
    except TableError as raised:
        raised.problems = problems
        raise
    return problems


def tables_in(tables: Tables) -> Any:
    """An array of tables in memory."""
    made = (_structs.Table * len(tables))()
    for into, (name, text) in zip(made, tables.items()):
        lib.attain_table_init(byref(into))
        into.name = encode(name, "name of a table")
        if isinstance(text, str):
            text = text.encode("utf-8", "surrogatepass")
        into.text = bytes(text)
        into.length = len(text)
    return made
