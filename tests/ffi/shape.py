"""Functions on arrays as functions of Python: what each parameter is there.

A function can be bound so when its comment says how many elements each array
has ("count elements", "group_count + 1 elements").
"""
import re
import textwrap
from typing import Any, Dict, Iterator, List, Optional, Tuple

import generate

#: What a caller gives.
_GIVEN = ("in", "optional", "choice", "choices", "flag", "number")
_CODES = {"double": "d", "float": "f", "int32_t": "i", "int64_t": "q",
          "uint8_t": "B", "uint32_t": "I", "uint64_t": "Q", "size_t": "N"}

#: What only arrays are said to have: such a one lacks its length.
_MANY = re.compile(r"\[|\beach\b|\bas `|\belements?\b|\bof them\b|\bnumbers\b|"
                   r"\bends\b|\bscores\b|\branks\b|\brates\b|\bindices\b")

#: A parameter: its name, what it is (see row()), a code or enumeration, and
#: the length of an array.
Row = List[Tuple[str, str, str, str]]


def python_name(function: Dict[str, Any]) -> str:
    return function["name"][len("attain_"):]


def row(one: Dict[str, Any]) -> Optional[Tuple[str, str, str, str]]:
    """What a parameter is: `error`; `in` and `optional`, arrays; `choice`, a
    word of an enumeration, `choices`, an array of them; `out`, an array that
    is made, `result`, one number, `struct`, all with `more_` before them
    where they are made on demand; `flag`, true or false; `number`."""
    name, kind = one["name"], one["type"].replace("const ", "")
    enum = re.search(r"\benum attain_(\w+)", one["doc"])
    of = generate.class_name(enum.group(1)) if enum else ""
    if kind == "attain_error*":
        return name, "error", "", ""
    if not kind.endswith("*"):
        if enum:
            return name, "choice", of, ""
        if re.match(r"1: .*\b0: ", one["doc"]):
            return name, "flag", "", ""
        return name, "number", _CODES.get(kind, ""), ""
    code = _CODES.get(kind[:-1])
    more = "more_" if one.get("nullable") else ""
    if one["direction"] == "out" and "init function" in one["doc"]:
        return name, "struct", generate.class_name(kind[:-1]), ""
    if code is None or one["direction"] == "in,out":
        return None
    if one["direction"] == "out":
        if "length" not in one and _MANY.search(one["doc"]):
            return None
        return name, more + ("out" if "length" in one else "result"), code, \
            one.get("length", "")
    if "length" not in one:
        return None
    if enum:
        return name, "choices", of, one["length"]
    return (name, "optional" if one["nullable"] else "in", code,
            one["length"])


def of(function: Dict[str, Any]) -> Optional[Row]:
    """The parameters of a function; None if it cannot be bound so."""
    rows = [row(one) for one in function["parameters"]]
    kinds = [one[1] for one in rows if one]
    plain = function["returns"]["type"] in ("double", "attain_status")
    if None in rows or not plain or not kinds \
            or ("error" not in kinds and set(kinds) != {"number"}):
        return None
    measured = set(sizes(rows))
    if not any(what in ("out", "result", "struct") for _, what, _, _ in rows):
        rows = [(name, what.replace("more_", ""), code, length)
                for name, what, code, length in rows]
    return [(name, "size", "", "") if what == "number" and name in measured
            else (name, what, code, length)
            for name, what, code, length in rows]


def sizes(rows: Row) -> Iterator[str]:
    """The sizes that arrays tell: the length of a column, both of a table
    ("column_count · stride"), and with a stride the count of its name."""
    for _, what, _, length in rows:
        if what in ("in", "optional", "choices") \
                and re.fullmatch(r"\w+( · \w+)?", length):
            for name in length.split(" · "):
                yield name
                if name.endswith("stride"):
                    yield name.replace("stride", "count")


def _calls(rows: Row) -> bool:
    """Whether there is more to do than to hand over numbers."""
    return any(what not in ("number", "size") for _, what, _, _ in rows)


def _annotation(what: str, code: str) -> str:
    if what == "choice":
        return "Any"
    if what == "flag":
        return "bool = False"
    if what == "choices":
        return "Sequence[Any]"
    if what == "number":
        return "float" if code in "df" else "int"
    return "Column" if what == "in" else "Optional[Column] = None"


def _has_more(rows: Row) -> bool:
    """Whether there are outputs that are made only on demand."""
    return any(what.startswith("more_") for _, what, _, _ in rows)


def _signature(function: Dict[str, Any], rows: Row) -> List[str]:
    takes = ["%s: %s" % (name, _annotation(what, code).replace(" = ", "\0=\0"))
             for name, what, code, _ in rows if what in _GIVEN]
    if _has_more(rows):
        takes.append("more:\0Sequence[str]\0=\0()")
    takes.sort(key=lambda one: one.count("\0"))  # with a default: last
    with_default = [one for one in takes if "\0" in one]
    if with_default:
        takes.insert(len(takes) - len(with_default), "*")
    returns = "float" if not _calls(rows) else "Any"
    text = "def %s(%s)\0->\0%s:" % (python_name(function), ", ".join(takes),
                                  returns)
    return [line.replace("\0", " ") for line in textwrap.wrap(
        text, 79, subsequent_indent=" " * (5 + len(python_name(function))))]


def _description(function: Dict[str, Any], rows: Row) -> List[str]:
    lines = generate.docstring(function["doc"])
    lines[-1] = lines[-1][:-3]
    lines.append("")
    for one, (name, what, _, length) in zip(function["parameters"], rows):
        if what in ("size", "error"):
            continue
        said = re.sub(r"^(borrowed for the call|owned by caller)(, optional)?"
                      r"(, [^:;,]* elements)?[:,;]? ?", "", one["doc"])
        shape = "[%s] " % length if length else ""
        lines += generate.wrapped("%s%s%s" % (
            "with more=[\"%s\"] returns " % name if what.startswith("more_")
            else "returns " if what in ("out", "result", "struct")
            else name + ": ", shape,
            said.replace("NULL", "None") or name), "    ", "")
    if function["returns"]["type"] == "double":
        lines += generate.wrapped("returns " + function["returns"]["doc"],
                                  "    ", "")
    return lines + ['    """']


def _foreign(function: Dict[str, Any], rows: Row) -> List[str]:
    """The foreign function itself, so that a call costs no more."""
    name = python_name(function)
    return ["", "", "%s: Callable[[%s], float] = foreign(" % (
        name, ", ".join(_annotation(what, code) for _, what, code, _ in rows)),
            "    lib.%s, \"%s\", \"(%s)\"," % (
                function["name"], name, ", ".join(one[0] for one in rows))
            ] + _description(function, rows) + ["    )"]


def lines(function: Dict[str, Any], rows: Row) -> List[str]:
    """A function of Python, as source."""
    if not _calls(rows):
        return _foreign(function, rows)
    made = ["", ""] + _signature(function, rows)
    made += _description(function, rows)
    given = ["%s=%s" % (name, name) for name, what, _, _ in rows
             if what in _GIVEN]
    if _has_more(rows):
        given.append("more=more")
    made.append("    return run(")
    made.append('        "%s", (' % function["name"])
    for name, what, code, length in rows:
        code = (code if what in ("choice", "choices", "struct")
                else '"%s"' % code)
        made.append('            ("%s", "%s", %s, "%s"),' % (name, what, code,
                                                            length))
    made += textwrap.wrap("), %s)" % ", ".join(given), 79,
                          initial_indent=" " * 8, subsequent_indent=" " * 8)
    return made
