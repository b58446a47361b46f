"""Doc comments of the public headers as data."""
import re
from typing import Any, Dict, List, NamedTuple, Tuple

#: The words of ownership (docs/abi.md), and how the description calls them.
_OWNERSHIP = ((r"\bborrowed for the call\b", "borrowed for the call"),
              (r"\bborrowed until\b", "borrowed"),
              (r"\bstatic text\b", "static"),
              (r"\bmoved\b", "moved"),
              (r"\bcopied\b", "copied"),
              (r"\bowned by caller\b", "caller"))
#: How many elements an array has: a sum or product of other parameters.
_LENGTH = re.compile(r"((?:\w+ [+·] )*\w+) (?:elements|structs)\b")
_NULLABLE = re.compile(
    r"\boptional\b|\bNULL(:|, and NaN:| for | does nothing| to count)|\belse NULL\b")


def text(comment: str) -> str:
    """The words of a comment, in one line for each paragraph or item."""
    comment = re.sub(r"^/\*\*|\*/$", "", comment)
    lines = [re.sub(r"^\s*\* ?", "", line).rstrip()
             for line in comment.split("\n")]
    parts: List[str] = [""]
    for line in lines:
        if not line:
            parts.append("")
        elif re.match(r"\s*- ", line):
            parts.append(line.strip())
        else:
            parts[-1] = (parts[-1] + " " + line.strip()).strip()
    return "\n".join(part for part in parts if part)


def _ownership(words: str) -> Dict[str, Any]:
    found: Dict[str, Any] = {}
    for pattern, name in _OWNERSHIP:
        if re.search(pattern, words):
            found["ownership"] = name
            break
    until = re.search(r"borrowed (until [^;,.]*)", words)
    if until:
        found["lifetime"] = until.group(1)
    release = re.search(r"release with\s+(\w+)\(\)", words)
    if release:
        found["release"] = release.group(1)
    return found


class Function(NamedTuple):
    """What a function's comment says."""

    text: str
    parameters: Dict[str, Tuple[str, str]]  # (direction, words)
    result: str

    def length(self, words: str) -> Dict[str, str]:
        for found in _LENGTH.findall(words.replace("`", "")):
            if all(name.isdigit() or name in self.parameters
                   for name in re.split(r" [+·] ", found)):
                return {"length": found}
        return {}

    def parameter(self, name: str, kind: str) -> Dict[str, Any]:
        direction, words = self.parameters.get(name, ("", ""))
        found: Dict[str, Any] = {"direction": direction or "in"}
        if "*" in kind:
            found["direction"] = direction
            found.update(_ownership(words))
            found["nullable"] = bool(_NULLABLE.search(words))
            found.update(self.length(words))
        found["doc"] = words
        return found

    def returns(self, kind: str) -> Dict[str, Any]:
        found = _ownership(self.result)
        statuses = re.findall(r"\bATTAIN_(?:OK|ERR_\w+)", self.result)
        if kind == "attain_status" and statuses:
            found["statuses"] = list(dict.fromkeys(statuses))
        found["doc"] = self.result
        return found


def function(comment: str) -> Function:
    """Takes a function's comment apart."""
    words = re.sub(r"\*/$", "", comment)
    words = re.sub(r"\s*\n\s*\* ?", "\n", words)
    before, *tags = re.split(r"@(?=param\b|return\b)", words)
    parameters: Dict[str, Tuple[str, str]] = {}
    result = ""
    for tag in tags:
        tag = text(tag).replace("\n", " ").strip()
        match = re.match(r"param\s+(\w+)\s*(?:\[([a-z,]+)\])?\s*(.*)", tag)
        if match:
            name, direction, said = match.groups()
            parameters[name] = (direction or "", said)
        else:
            result = re.sub(r"^return\s+", "", tag)
    said = text(before) or "Returns %s" % result
    return Function(said, parameters, result)
