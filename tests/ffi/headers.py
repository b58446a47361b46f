"""The public headers as data: functions, structs, enumerations, callbacks,
each with what its comment says.

The headers are run through the C preprocessor without the system's headers,
so that nothing but the library's own declarations is left, and then read by a
few patterns. Whatever the patterns do not know is an error, so nothing can be
overlooked. What api() returns is what docs/api.json holds.
"""
import os
import re
import subprocess
import tempfile
from typing import Any, Dict, Iterator, List, Tuple

import comments

ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
INCLUDE = os.path.join(ROOT, "include")

#: What stands for a doc comment, and for the header that follows, in the text.
_DOC = re.compile("\x01(\\d+)\x01")
_MARK = re.compile("\x02([^\x02]*)\x02")


def compiler() -> List[str]:
    """The C compiler: the environment's CC, or cc."""
    return os.environ.get("CC", "cc").split()


def roots() -> List[str]:
    """attain.h, and the headers beside it that it leaves to the caller."""
    beside = os.path.join(INCLUDE, "attain")
    with open(os.path.join(INCLUDE, "attain.h"), encoding="utf-8") as file:
        included = re.findall(r'#include "attain/(\w+\.h)"', file.read())
    return ["attain.h"] + ["attain/" + name
                           for name in sorted(os.listdir(beside))
                           if name.endswith(".h") and name not in included]


def preprocess(headers: List[str], options: List[str]) -> str:
    """The headers after the preprocessor; ATTAIN_API stands for nothing."""
    with tempfile.TemporaryDirectory() as work:
        for name in ("stddef.h", "stdint.h"):
            open(os.path.join(work, name), "w").close()
        source = os.path.join(work, "all.h")
        with open(source, "w") as file:
            file.writelines('#include "%s"\n' % name for name in headers)
        return subprocess.run(
            compiler() + ["-E", "-DATTAIN_API=", "-nostdinc", "-I" + work,
                          "-I" + INCLUDE] + options + [source],
            check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def preprocessed() -> str:
    """The declarations alone, without comments, for other readers of C."""
    return preprocess(roots(), ["-P"])


def marked(text: str) -> Tuple[str, List[str]]:
    """Text with a mark for each doc comment and each change of header, and
    the doc comments."""
    docs: List[str] = []

    def mark(match: Any) -> str:
        if not match.group().startswith("/**"):
            return " "
        docs.append(match.group())
        return "\x01%d\x01" % (len(docs) - 1)

    text = re.sub(r"/\*.*?\*/", mark, text, flags=re.S)
    lines = []
    for line in text.split("\n"):
        marker = re.match(r'#(?:line)? \d+ "(.*?)"', line)
        if marker:
            name = os.path.relpath(marker.group(1), INCLUDE)
            line = "\x02%s\x02" % name.replace(os.sep, "/")
        elif line.startswith("#"):
            line = ""
        lines.append(line)
    return "\n".join(lines), docs


def tidy(text: str) -> str:
    """One blank between words, none around stars."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s*\*\s*", "*", text)


def statements(text: str, end: str = ";") -> List[str]:
    """Declarations, cut at the ends that stand outside of brackets."""
    found, depth, begin = [], 0, 0
    for i, character in enumerate(text):
        if character in "{(":
            depth += 1
        elif character in "})":
            depth -= 1
        elif character == end and depth == 0:
            found.append(text[begin:i].strip())
            begin = i + 1
    rest = text[begin:].strip()
    if end == "," and rest:
        found.append(rest)
    elif _MARK.sub("", _DOC.sub("", rest)).strip():
        raise ValueError("unfinished declaration: " + rest)
    return found


def declarator(text: str) -> Tuple[str, str]:
    """`const char *name` as its type and its name; arrays as `char[64]`,
    pointers to functions as `void*(*)(size_t,void*)`."""
    pointer = re.fullmatch(r"(.*)\(\*(\w+)\)\((.*)\)", tidy(text))
    if pointer:
        takes = [kind for kind, _ in map(declarator,
                                         statements(pointer.group(3), ","))]
        return "%s(*)(%s)" % (tidy(pointer.group(1)), ",".join(takes)), \
            pointer.group(2)
    if tidy(text).endswith("*"):
        return tidy(text), ""
    match = re.fullmatch(r"(.*?)(\w+)((?:\[\w+\])?)", tidy(text))
    if not match:
        raise ValueError("declarator: " + text)
    return tidy(match.group(1)) + match.group(3), match.group(2)


class Reader:
    """Turns declarations into the description of the API."""

    def __init__(self, text: str) -> None:
        self.text, self.docs = marked(text)

    def doc(self, text: str) -> Tuple[str, str]:
        """A declaration without its marks, and the doc comment before it."""
        found = _DOC.findall(text)
        return (_MARK.sub("", _DOC.sub(" ", text)).strip(),
                self.docs[int(found[-1])] if found else "")

    def function(self, returns: str, takes: str,
                 comment: str) -> Dict[str, Any]:
        said = comments.function(comment)
        parameters = []
        for part in statements(takes, ","):
            if part != "void":
                kind, name = declarator(part)
                parameters.append(dict(name=name, type=kind,
                                       **said.parameter(name, kind)))
        return {"doc": said.text, "parameters": parameters,
                "returns": dict(type=tidy(returns),
                                **said.returns(tidy(returns)))}

    def fields(self, text: str) -> List[Dict[str, Any]]:
        found = []
        for line in statements(text):
            line, comment = self.doc(line)
            kind, name = declarator(line)
            found.append({"name": name, "type": kind,
                          "doc": comments.text(comment)})
        return found

    def values(self, text: str) -> List[Dict[str, Any]]:
        found = []
        for part in statements(text, ","):
            part, comment = self.doc(part)
            if part:
                name, value = part.split("=")
                found.append({"name": name.strip(), "value": int(value, 0),
                              "doc": comments.text(comment)})
        return found

    def declaration(self, line: str) -> Iterator[Tuple[str, Dict[str, Any]]]:
        """The kind of a declaration and its description."""
        brace = line.find("{")
        head = line if brace < 0 else line[:brace]
        bare, comment = self.doc(head)
        body = line[brace + 1:line.rfind("}")] if brace >= 0 else ""
        tail = tidy(line[line.rfind("}") + 1:]) if brace >= 0 else ""
        text = comments.text(comment)
        flat = tidy(bare)
        if brace >= 0 and re.fullmatch(r"enum \w+", flat):
            yield "enums", {"name": flat[5:], "doc": text,
                            "values": self.values(body)}
        elif brace >= 0 and re.fullmatch(r"(typedef )?struct \w+", flat):
            yield "structs", {
                "name": tail or flat, "doc": text,
                "fields": self.fields(body)}
        elif re.fullmatch(r"typedef struct \w+ \w+", flat):
            yield "opaque", {"name": flat.split()[-1], "doc": text}
        elif re.fullmatch(r"typedef .*\(\*\w+\)\(.*\)", flat):
            match = re.fullmatch(r"typedef (.*)\(\*(\w+)\)\((.*)\)", flat)
            yield "callbacks", dict(
                name=match.group(2),
                **self.function(match.group(1), match.group(3), comment))
        elif re.fullmatch(r"typedef \w+ \w+", flat):
            _, kind, name = flat.split()
            yield "aliases", {"name": name, "type": kind, "doc": text}
        else:
            match = re.fullmatch(r"(.*?)(\w+)\((.*)\)", flat)
            if not match or brace >= 0:
                raise ValueError("declaration: " + flat)
            yield "functions", dict(
                name=match.group(2),
                **self.function(match.group(1), match.group(3), comment))


def resolve(functions: List[Dict[str, Any]]) -> None:
    """Adds the statuses that a comment leaves to other functions: "what
    attain_plan_check() returns"."""
    returns = {one["name"]: one["returns"] for one in functions}
    for said in returns.values():
        for what in re.findall(r"\bwhat (.*?) returns?\b", said["doc"]):
            for name in re.findall(r"(attain_\w+)\(\)", what):
                said["statuses"] += [
                    status for status in returns[name]["statuses"]
                    if status not in said["statuses"]]


def measure(parameters: List[Dict[str, Any]]) -> None:
    """Adds the lengths that the contracts of base.h give: (out, capacity,
    count), and a text before its length."""
    for i, one in enumerate(parameters[1:], 1):
        before = parameters[i - 1]
        if one["name"] == "capacity":
            for each in parameters[:i]:
                if each["direction"] == "out" and "*" in each["type"]:
                    each["length"] = "capacity"
        elif one["name"] == "length" and before["type"] == "const char*":
            before["length"] = "length"


def api() -> Dict[str, Any]:
    """Everything that the public headers declare."""
    reader = Reader(preprocess(roots(), ["-C"]))
    found: Dict[str, Any] = {kind: [] for kind in (
        "functions", "structs", "enums", "callbacks", "opaque", "aliases")}
    header = ""
    for line in statements(reader.text):
        # marks before the declaration say where it stands
        for name in _MARK.findall(line.split("{")[0]):
            header = name
        for kind, one in reader.declaration(line):
            described = {"name": one.pop("name"), "header": header}
            described.update(one)
            found[kind].append(described)
        for name in _MARK.findall(line):
            header = name
    resolve(found["functions"])
    for one in found["functions"]:
        measure(one["parameters"])
    return found


def layout(api: Dict[str, Any]) -> Dict[str, List[Tuple[str, str]]]:
    """The fields of each struct, name and type."""
    return {one["name"]: [(f["name"], f["type"]) for f in one["fields"]]
            for one in api["structs"]}
