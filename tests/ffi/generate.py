"""Makes what is made from the public headers: docs/api.json, the enumerations,
structs and prototypes of the Python package, and the text of
attain_word_description().

    generate.py            writes the files that have changed
    generate.py --check    exit status 1 if a file is not what it would write
"""
import ctypes
import json
import os
import re
import sys
import textwrap
from typing import Any, Dict, Iterable, Iterator, List

import headers
import shape

PACKAGE = os.path.join("examples", "python", "attain")
WARNING = "Made from the headers by tests/ffi/generate.py; do not edit."
SIMPLE = ("CFUNCTYPE", "POINTER") + tuple(
    name for name in vars(ctypes) if name.startswith("c_"))
NUMBER = re.compile(r"(char|int|float|double|size|u?int(?:8|16|32|64))(?:_t)?")


def class_name(name: str) -> str:
    """`attain_plan_info` as PlanInfo, `struct ArrowArray` as ArrowArray."""
    name = re.sub(r"^(struct |attain_)", "", name)
    return "".join(part[0].upper() + part[1:] for part in name.split("_"))


def prefix(enum: Dict[str, Any]) -> str:
    """What the names of an enumeration's values all begin with."""
    words = enum["name"].upper().split("_")
    while not all(value["name"].startswith("_".join(words) + "_")
                  for value in enum["values"]):
        words.pop()
    return "_".join(words) + "_"


def wrapped(words: str, before: str, first: str, last: str = "") -> List[str]:
    """Text in lines of 79 characters."""
    lines: List[str] = []
    for part in words.split("\n"):
        lines += textwrap.wrap(part, 79 - len(before) - len(last),
                               initial_indent="" if lines else first,
                               break_long_words=False,
                               break_on_hyphens=False)
    lines[-1] += last
    return [(before + line).rstrip() for line in lines]


def docstring(words: str, indent: str = "    ") -> List[str]:
    words = (words or "Not described.").replace("\\", "\\\\")
    return wrapped(words, indent, '"""', '"""')


class Types:
    """How types of the headers are called in ctypes."""

    def __init__(self, api: Dict[str, Any]) -> None:
        self.aliases = {one["name"]: one["type"] for one in api["aliases"]}
        self.named = {one["name"] for kind in ("structs", "callbacks",
                                               "opaque") for one in api[kind]}

    def name(self, text: str, called_back: bool = False) -> str:
        """The ctypes type as source. What C hands to a callback is not
        converted, for it may be no NUL-terminated text."""
        if text == "const char*" and not called_back:
            return "c_char_p"
        if text == "const char*const*":
            return "POINTER(c_char_p)"
        text = text.replace("const ", "")
        text = self.aliases.get(text, text)
        if "(*)" in text:
            returns, takes = text[:-1].split("(*)(")
            return self.callback(returns, takes.split(","))
        if text.endswith("]"):
            base, count = text[:-1].split("[")
            return "%s * %s" % (self.name(base), count)
        if text == "void":
            return "None"
        if text == "void*" or (called_back and text == "char*"):
            return "c_void_p"
        number = NUMBER.fullmatch(text)
        if number:
            return "c_%s" % ("size_t" if text == "size_t"
                             else number.group(1))
        if text.endswith("*"):
            return "POINTER(%s)" % self.name(text[:-1])
        if text in self.named:
            return class_name(text)
        raise KeyError(text)

    def callback(self, returns: str, takes: List[str]) -> str:
        return "CFUNCTYPE(%s)" % ", ".join(
            [self.name(returns)] + [self.name(t, True) for t in takes])


def imported(module: str, names: Iterable[str],
             lines: List[str]) -> List[str]:
    """The import of those names of a module that the lines use."""
    text = "\n".join(lines)
    used = [name for name in sorted(names)
            if re.search(r"\b%s\b" % name, text)]
    first = "from %s import (" % module
    return textwrap.wrap(first + ", ".join(used) + ")", 79,
                         subsequent_indent=" " * len(first))


def enums(api: Dict[str, Any]) -> Iterator[str]:
    yield '"""The enumerations of the library.\n\n%s\n"""' % WARNING
    yield "from enum import IntEnum\nfrom typing import Dict, Tuple, Type\n"
    for one in api["enums"]:
        yield "\nclass %s(IntEnum):" % class_name(one["name"])
        yield from docstring(one["doc"])
        yield ""
        cut = len(prefix(one))
        for value in one["values"]:
            if value["doc"]:
                yield from wrapped(value["doc"], "    #: ", "")
            yield "    %s = %d" % (value["name"][cut:], value["value"])
        yield ""
    yield ("\n#: The enumeration of the headers: its class here, and what its "
           "names begin\n#: with there.")
    yield "ENUMS: Dict[str, Tuple[Type[IntEnum], str]] = {"
    for one in api["enums"]:
        yield '    "%s":\n        (%s, "%s"),' % (
            one["name"], class_name(one["name"]), prefix(one))
    yield "}"


def structs(api: Dict[str, Any]) -> Iterator[str]:
    types = Types(api)
    yield '"""The structs and callbacks of the library.\n\n%s\n"""' % WARNING
    body = list(structs_body(api, types))
    yield "import ctypes"
    yield from imported("ctypes", SIMPLE, body)
    yield "from typing import Any, Dict, Type\n"
    yield from body


def structs_body(api: Dict[str, Any], types: Types) -> Iterator[str]:
    for one in api["opaque"] + api["structs"]:
        yield "\nclass %s(ctypes.Structure):" % class_name(one["name"])
        yield from docstring(one["doc"])
        yield ""
    yield ""
    for one in api["callbacks"]:
        yield from wrapped(one["doc"], "#: ", "")
        yield "%s: Any = %s" % (class_name(one["name"]), types.callback(
            one["returns"]["type"], [p["type"] for p in one["parameters"]]))
    for one in api["structs"]:
        yield "\n%s._fields_ = [" % class_name(one["name"])
        for field in one["fields"]:
            yield from wrapped(field["doc"], "    # ", "") if field["doc"] \
                else ()
            yield from textwrap.wrap('("%s", %s),' % (
                field["name"], types.name(field["type"])), 79,
                initial_indent=" " * 4, subsequent_indent=" " * 8)
        yield "]"
    for name, kind, of in (("STRUCTS", "Type[ctypes.Structure]", "structs"),
                           ("OPAQUE", "Type[ctypes.Structure]", "opaque"),
                           ("CALLBACKS", "Any", "callbacks")):
        yield "\n#: The %s of the headers and their classes here." % of
        yield "%s: Dict[str, %s] = {" % (name, kind)
        for one in api[of]:
            yield '    "%s": %s,' % (one["name"], class_name(one["name"]))
        yield "}"


def prototypes(api: Dict[str, Any]) -> Iterator[str]:
    types = Types(api)
    named = [one["name"] for kind in ("structs", "opaque", "callbacks")
             for one in api[kind]]
    body = []
    for one in api["functions"]:
        takes = ", ".join(types.name(p["type"]) for p in one["parameters"])
        body += textwrap.wrap('"%s": (%s, [%s]),' % (
            one["name"], types.name(one["returns"]["type"]), takes), 79,
            initial_indent=" " * 4, subsequent_indent=" " * 8)
    yield '"""Every function of the library: what it returns and takes.'
    yield '\n%s\n"""' % WARNING
    yield from imported("ctypes", SIMPLE, body)
    yield "from typing import Any, Dict, List, Tuple\n"
    yield from imported("._structs", map(class_name, named), body)
    yield "\nPROTOTYPES: Dict[str, Tuple[Any, List[Any]]] = {"
    yield from body
    yield "}"


def shapes(api: Dict[str, Any]) -> Iterator[str]:
    """The functions on arrays of the numeric room as functions of Python,
    where the headers say how long each array is."""
    bound = [(one, shape.of(one)) for one in api["functions"]
             if one["header"].startswith("attain/numeric")]
    body: List[str] = []
    for one, row in bound:
        if row is not None:
            body += shape.lines(one, row)
    yield '"""Functions on plain arrays.\n\n%s\n"""' % WARNING
    yield "from typing import Any, Callable, Optional, Sequence\n"
    yield "from ._arrays import Column, foreign, run"
    yield from imported("._enums", [class_name(one["name"])
                                    for one in api["enums"]], body)
    yield "from ._ffi import lib"
    yield from imported("._structs", [class_name(one["name"])
                                      for one in api["structs"]], [
        line for line in body if '"struct"' in line])
    yield from body
    yield "\n\n__all__ = ["
    for one, row in bound:
        if row is not None:
            yield '    "%s",' % shape.python_name(one)
    yield "]"


def literal(words: str) -> Iterator[str]:
    """A C string in lines of 80 characters."""
    words = re.sub(r'(["\\\\])', r"\\\1", words.replace("\n", " "))
    for line in textwrap.wrap(words, 70, drop_whitespace=False,
                              break_on_hyphens=False):
        yield '     "%s"' % line


def descriptions(api: Dict[str, Any]) -> Iterator[str]:
    """What attain_word_description() says: the headers' own comments."""
    yield "/* What the values of enumerations mean, as the headers say it.\n *"
    yield " * %s */" % WARNING
    yield "#ifndef ATTAIN_EXCHANGE_DESCRIPTIONS_H"
    yield "#define ATTAIN_EXCHANGE_DESCRIPTIONS_H\n"
    yield '#include "attain/exchange.h"\n#include "attain/numeric.h"\n'
    yield ("static const struct {\n    int32_t vocabulary;\n    int32_t value;"
           "\n    const char *text;\n} descriptions[] = {")
    for one in vocabularies(api):
        for value in one["values"]:
            yield "    {%s,\n     %s," % (vocabulary(one), value["name"])
            yield "\n".join(literal(value["doc"])) + "},"
    yield "};\n\n#endif"


def vocabulary(enum: Dict[str, Any]) -> str:
    """What an enumeration is called as a vocabulary."""
    return enum["name"].upper().replace("ATTAIN_", "ATTAIN_VOCABULARY_", 1)


def vocabularies(api: Dict[str, Any]) -> List[Dict[str, Any]]:
    """The enumerations that describe themselves by words: not the single
    values, and not the methods of the numeric room, which have a table."""
    return [one for one in api["enums"]
            if one["name"] == "attain_reason"
            or not (one["name"].endswith("_value")
                    or one["header"].startswith("attain/numeric"))]


def files(api: Dict[str, Any]) -> Dict[str, str]:
    """What each file that is made has to hold."""
    made = {os.path.join("docs", "api.json"): json.dumps(
        api, indent=1, ensure_ascii=False)}
    for name, lines in (("_enums", enums), ("_structs", structs),
                        ("_prototypes", prototypes), ("_numeric", shapes)):
        made[os.path.join(PACKAGE, name + ".py")] = "\n".join(lines(api))
    made[os.path.join("lib", "exchange", "descriptions.h")] = "\n".join(
        descriptions(api))
    return {name: text + "\n" for name, text in made.items()}


def stale() -> Iterator[str]:
    """The files that are not what they would be if they were made now."""
    for name, text in files(headers.api()).items():
        try:
            with open(os.path.join(headers.ROOT, name),
                      encoding="utf-8") as file:
                if file.read() == text:
                    continue
        except FileNotFoundError:
            pass
        yield name


def write() -> None:
    made = files(headers.api())
    for name in list(stale()):
        with open(os.path.join(headers.ROOT, name), "w", encoding="utf-8",
                  newline="\n") as file:
            file.write(made[name])
        print("written:", name)


def main() -> int:
    if sys.argv[1:] == ["--check"]:
        old = list(stale())
        for name in old:
            print("stale: %s; run python3 tests/ffi/generate.py" % name)
        return bool(old)
    if sys.argv[1:]:
        sys.exit(__doc__)
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
