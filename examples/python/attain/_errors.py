"""One exception for each status of the library."""
from typing import Dict, NamedTuple, Sequence, Type

from ._enums import Severity, StatusCode


class AttainError(Exception):
    """A call that the library refused.

    `code` is a StatusCode (or a number that this package does not know),
    `field` the parameter or column it is about ("" if none), `row` the element
    or line (-1 if none), and `message` says what is wrong and what to do.
    """

    def __init__(self, message: str, code: int = -1, field: str = "",
                 row: int = -1) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field
        self.row = row

    def __str__(self) -> str:
        return self.message

    def __reduce__(self):
        return type(self), (self.message, self.code, self.field, self.row)


class ArgumentError(AttainError, ValueError):
    """An argument out of range, or a word that is not in the vocabulary."""


class StructError(AttainError):
    """A struct of a size that the library does not know."""


class SpaceError(AttainError):
    """A buffer that is too small."""


class OutOfMemoryError(AttainError, MemoryError):
    """There was no memory."""


class LimitError(AttainError):
    """More than the library holds."""


class TextError(AttainError, ValueError):
    """Text that is not UTF-8, or an id with a character it may not have."""


class NumberError(AttainError, ValueError):
    """Text that is not a decimal number."""


class PeriodError(AttainError, ValueError):
    """Text that is not a period, or a period of another frequency."""


class DuplicateError(AttainError, ValueError):
    """An id or key that is already there."""


class UnknownError(AttainError, LookupError):
    """An id that is not there."""


class CycleError(AttainError, ValueError):
    """Parents or metrics that form a ring."""


class MissingError(AttainError, ValueError):
    """A value that is missing where one is needed."""


class RangeError(AttainError, ValueError):
    """Values that contradict each other, or that are out of their range."""


class MismatchError(AttainError):
    """A plan and a dataset that do not fit together."""


class FileError(AttainError, OSError):
    """A file or folder that cannot be read."""


class CallbackError(AttainError):
    """A callback that stopped the call."""


class Problem(NamedTuple):
    """A problem in a table, with its place."""

    file: str
    line: int
    column: int
    offset: int
    field: str
    severity: Severity
    code: int
    message: str
    text: str

    def __str__(self) -> str:
        return self.text


class TableError(AttainError, ValueError):
    """Tables with errors; `problems` has every one, also the warnings."""

    def __init__(self, message: str, code: int = StatusCode.ERR_TABLE,
                 field: str = "", row: int = -1,
                 problems: Sequence[Problem] = ()) -> None:
        super().__init__(message, code, field, row)
        self.problems = list(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems)) or self.message

    def __reduce__(self):
        return type(self), (self.message, self.code, self.field, self.row,
                            self.problems)


#: The exception of each status.
ERRORS: Dict[int, Type[AttainError]] = {
    StatusCode.ERR_ARGUMENT: ArgumentError,
    StatusCode.ERR_STRUCT: StructError,
    StatusCode.ERR_SPACE: SpaceError,
    StatusCode.ERR_MEMORY: OutOfMemoryError,
    StatusCode.ERR_LIMIT: LimitError,
    StatusCode.ERR_TEXT: TextError,
    StatusCode.ERR_NUMBER: NumberError,
    StatusCode.ERR_PERIOD: PeriodError,
    StatusCode.ERR_DUPLICATE: DuplicateError,
    StatusCode.ERR_UNKNOWN: UnknownError,
    StatusCode.ERR_CYCLE: CycleError,
    StatusCode.ERR_MISSING: MissingError,
    StatusCode.ERR_VALUE: RangeError,
    StatusCode.ERR_MISMATCH: MismatchError,
    StatusCode.ERR_TABLE: TableError,
    StatusCode.ERR_IO: FileError,
    StatusCode.ERR_CALLBACK: CallbackError,
}


def error_of(code: int, message: str, field: str = "",
             row: int = -1) -> AttainError:
    """The exception that describes a failed call."""
    kind = ERRORS.get(code, AttainError)
    if code in ERRORS:
        code = StatusCode(code)
    return kind(message, code, field, row)
