"""Rows of tables: dictionaries here, structs in the library."""
from ctypes import byref, c_double
from typing import Any, Callable, Dict, Iterable, Optional

from ._enums import DecimalsValue, Vocabulary
from ._ffi import (decode, encode, number_out, period_in, period_out, word,
                   word_value)


class Record:
    """How the fields of a struct are written here.

    A kind is `text`, `list` (text, or several texts that are joined by `;`),
    `number`, `integer`, `decimals`, `period`, `flag`, `steps`, or the
    Vocabulary that a word is of. None is "not given" everywhere.
    """

    def __init__(self, struct: Any, init: Callable[..., None],
                 **kinds: Any) -> None:
        self.struct = struct
        self.init = init
        self.kinds = kinds

    def pack(self, fields: Dict[str, Any], into: Optional[Any] = None) -> Any:
        """The struct of a row; `into` is filled where it is given."""
        made = self.struct() if into is None else into
        self.init(byref(made))
        for name, value in fields.items():
            if name not in self.kinds:
                raise TypeError("no column %r; there are %s"
                                % (name, ", ".join(self.kinds)))
            if value is not None:
                _set(made, name, self.kinds[name], value)
        return made

    def unpack(self, struct: Any) -> Dict[str, Any]:
        """The row of a struct."""
        return {name: _get(struct, name, kind)
                for name, kind in self.kinds.items()}

    def array(self, rows: Iterable[Dict[str, Any]]) -> Any:
        """An array of structs."""
        rows = list(rows)
        made = (self.struct * len(rows))()
        for into, row in zip(made, rows):
            self.pack(row, into)
        return made


def _set(struct: Any, name: str, kind: Any, value: Any) -> None:
    if isinstance(kind, Vocabulary):
        value = word_value(kind, value, name)
    elif kind == "list" and not isinstance(value, str):
        value = encode(";".join(value), name)
    elif kind in ("text", "list"):
        value = encode(value, name)
    elif kind == "period":
        value = period_in(value, name)
    elif kind == "steps":
        flat = [float(number) for pair in value for number in pair]
        struct.step_count = len(flat) // 2
        value = (c_double * len(flat))(*flat)
    elif kind == "number":
        value = float(value)
    else:
        value = int(value)
    setattr(struct, name, value)


def _get(struct: Any, name: str, kind: Any) -> Any:
    value = getattr(struct, name)
    if isinstance(kind, Vocabulary):
        return word(kind, value)
    if kind in ("text", "list"):
        return decode(value) or None
    if kind == "period":
        return period_out(value)
    if kind == "steps":
        return [(value[2 * i], value[2 * i + 1])
                for i in range(struct.step_count)] or None
    if kind == "number":
        return number_out(value)
    if kind == "flag":
        return bool(value)
    if kind == "decimals":
        return None if value == DecimalsValue.NONE else value
    return value or None


