#!/usr/bin/env python3
"""The public headers keep the rules that make them easy to bind.

    python3 tests/package/headers.py [RULE...]

Reads what clang makes of the headers, joined in one by lib/amalgamate.sh, and
the comments before each declaration. Every rule is a function `rule_…` below
that yields what breaks it; the names of some run only those. docs/abi.md lists
what the rules do not cover, and why.

Exit status: 0 all hold, 1 some do not, 77 clang is not installed.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTCOME = "attain_status"

# Fixed-width types, size_t, text and handles: what every language has.
TYPES = {"void", "char", "double", "size_t", "int32_t", "int64_t", "uint8_t",
         "uint16_t", "uint32_t", "uint64_t"}
MACROS = re.compile(
    r"ATTAIN_API|ATTAIN_NUL_TERMINATED|ATTAIN_VERSION_(MAJOR|MINOR|PATCH)|"
    r"ATTAIN(_[A-Z]+)*_H")
# The Arrow C data interface is not ours to name.
FOREIGN = re.compile(r"Arrow|ARROW_")
OWNERSHIP = re.compile(
    r"borrowed (for the call|until|while)|owned by caller|copied|destroyed|moved")
RETURNED = re.compile(
    r"borrowed until|release with|static text|destroyed with", re.I)
# The name that attain_status_name() gives to what is no status.
NO_STATUS = "ATTAIN_ERR_UNLISTED"


# Functions that give one thing of many and have no column beside them.
SINGLE = {
    # a search, or a number of something: no cell of a column
    r"attain_\w+_(find|find_\w+|count|tally)",
    # rows of small tables, as they stand in a file: a struct each
    r"attain_plan_get_\w+", r"attain_checks_get",
    r"attain_dataset_get_(unit|variable|stage)",
    # an observation with its place: its values are attain_dataset_column()
    r"attain_dataset_get_observation",
    r"attain_(evaluation|index)_get_(node|unit|owner|finding)",
    # findings: their numbers are columns, a struct has the texts
    r"attain_quality_get",
    # names of rows: a table of words, with codes as the column
    r"attain_\w+_(group_id|grade|variable|advice|unit_id|unit_name|word|"
    r"finding_message)",
    # which method a step of an index has: one of a handful
    r"attain_index_method",
    # one unit and one promise in all detail: series, not cells
    r"attain_evaluation_yearly",
}


class Header:
    """The joined header: its text, its declarations, their comments."""

    def __init__(self, path):
        self.bytes = path.read_bytes()
        self.text = self.bytes.decode("utf-8")
        done = subprocess.run(
            ["clang", "-x", "c", "-std=c11", "-fsyntax-only", "-Xclang",
             "-ast-dump=json", str(path)], check=True,
            stdout=subprocess.PIPE)
        self.declarations = [
            d for d in json.loads(done.stdout)["inner"] if self._is_ours(d)]
        self.functions = self._of("FunctionDecl")
        self.enums = self._of("EnumDecl")
        self.typedefs = self._of("TypedefDecl")
        self.structs = [d for d in self._of("RecordDecl")
                        if d.get("completeDefinition")]
        self.constants = {c["name"] for e in self.enums
                          for c in inner(e, "EnumConstantDecl")}

    @staticmethod
    def _is_ours(node):
        place = node.get("loc")
        return bool(place) and "includedFrom" not in json.dumps(place) and \
            not FOREIGN.match(node.get("name", ""))

    def _of(self, kind):
        return [d for d in self.declarations if d["kind"] == kind]

    @staticmethod
    def _begin(node):
        begin = node.get("range", {}).get("begin", {})
        return begin.get("expansionLoc", begin)

    def _offset(self, node):
        return self._begin(node).get("offset")

    def comment(self, node):
        """The documentation that stands before a declaration, or ""."""
        before = self.bytes[:self._offset(node)].decode("utf-8")
        before = re.sub(r"typedef\s*$", "", before).rstrip()
        if not before.endswith("*/"):
            return ""
        found = before[before.rindex("/*"):]
        if not found.startswith("/**"):
            return ""
        return re.sub(r"\n\s*\* ?", "\n", found[3:-2])

    def source(self, node):
        """A declaration as it is written."""
        end = node["range"]["end"]
        end = end.get("expansionLoc", end)
        return self.bytes[self._offset(node):end["offset"] +
                          end["tokLen"]].decode("utf-8")


def inner(node, kind):
    return [n for n in node.get("inner", ()) if n["kind"] == kind]


def parameters(function):
    return inner(function, "ParmVarDecl")


def returned(function):
    return function["type"]["qualType"].split("(")[0].strip()


def described(comment):
    """The text of each @param of a comment, and of its @return."""
    parts = re.split(r"@(param|return)\b", comment)
    found = {}
    for word, text in zip(parts[1::2], parts[2::2]):
        name = "return"
        if word == "param":
            name, _, text = text.strip().partition(" ")
            name = name.strip()
        found[name] = " ".join(text.split())
    return found


def base_type(spelled):
    """A type without const, * and [n]."""
    return re.sub(r"\bconst\b|\*|\[\d+\]", "", spelled).strip()


def spelled_types(header):
    """Every (place, type) of parameters, results and fields."""
    for function in header.functions:
        yield function["name"], returned(function)
        for p in parameters(function):
            yield "%s, %s" % (function["name"], p.get("name")), \
                p["type"]["qualType"]
    for struct in header.structs:
        for field in inner(struct, "FieldDecl"):
            place = "%s.%s" % (struct["name"], field["name"])
            yield from split_pointer(place, field["type"]["qualType"])
    for typedef in header.typedefs:
        if "(*)" in typedef["type"]["qualType"]:
            yield from split_pointer(typedef["name"],
                                     typedef["type"]["qualType"])


def split_pointer(place, spelled):
    """The types in a pointer to a function, or the one type."""
    match = re.match(r"(.*)\(\*\)\((.*)\)$", spelled)
    if not match:
        return [(place, spelled)]
    return [(place, part.strip()) for part in
            [match.group(1)] + match.group(2).split(",")]


def rule_01_names(header):
    """Everything begins with attain_ or ATTAIN_."""
    for node in header.declarations:
        if not node.get("name", "attain_").startswith("attain_"):
            yield node["name"]
    for name in sorted(header.constants):
        if not name.startswith("ATTAIN_"):
            yield name


def rule_09_includes(header):
    """Only <stddef.h> and <stdint.h> are included."""
    for name in sorted(set(re.findall(r"#\s*include\s*<(.*?)>", header.text))):
        if name not in ("stddef.h", "stdint.h"):
            yield "<%s> is included" % name


def rule_10_macros(header):
    """Only guards, ATTAIN_API, the version and ATTAIN_NUL_TERMINATED."""
    for name in sorted(set(re.findall(r"#\s*define\s+(\w+)", header.text))):
        if not MACROS.fullmatch(name) and not FOREIGN.match(name):
            yield "macro %s" % name


def rule_11_plain_functions(header):
    """No function is variadic, inline or static."""
    for function in header.functions:
        for what in ("variadic", "inline", "storageClass"):
            if function.get(what):
                yield "%s: %s" % (function["name"], what)


def rule_12_nothing_by_value(header):
    """No struct or enum is a parameter or a result."""
    names = {s["name"] for s in header.structs}
    for place, spelled in spelled_types(header):
        if "." in place:
            continue
        if "*" not in spelled and (re.match(r"(const )?(struct|enum|union) ",
                                            spelled) or
                                   base_type(spelled) in names):
            yield "%s: %s by value" % (place, spelled)


def rule_13_types(header):
    """Fixed-width types, size_t, char, double, void and our own; no unions,
    no bitfields, no arrays of unknown size."""
    ours = {d["name"] for d in header.structs + header.typedefs}
    for place, spelled in spelled_types(header):
        if base_type(spelled) not in TYPES | ours and \
                not re.match(r"(const )?struct Arrow", spelled):
            yield "%s: type %s" % (place, spelled)
    for node in header.declarations:
        if node.get("tagUsed") == "union":
            yield "union %s" % node.get("name")
        for field in inner(node, "FieldDecl"):
            if field.get("isBitfield") or "[]" in field["type"]["qualType"]:
                yield "%s.%s" % (node["name"], field["name"])


def rule_14_no_data(header):
    """No variable is declared."""
    for node in header.declarations:
        if node["kind"] == "VarDecl":
            yield "variable %s" % node["name"]


def rule_15_enums(header):
    """Enums have a tag, and each value is written, in the range of int32."""
    for enum in header.enums:
        if not enum.get("name"):
            yield "an enum without a tag"
        for constant in inner(enum, "EnumConstantDecl"):
            value = inner(constant, "ConstantExpr")
            if not value:
                yield "%s has no value" % constant["name"]
            elif not -2 ** 31 <= int(value[0]["value"]) < 2 ** 31:
                yield "%s is beyond int32" % constant["name"]


def rule_16_exported(header):
    """Every function has ATTAIN_API."""
    for function in header.functions:
        if not inner(function, "VisibilityAttr"):
            yield "%s has no ATTAIN_API" % function["name"]


def rule_17_documented(header):
    """Functions, structs, fields, enums and parameters are described."""
    for node in header.functions + header.enums + header.structs:
        if not header.comment(node):
            yield "%s has no comment" % node.get("name", "an enum")
    for struct in header.structs:
        for field in inner(struct, "FieldDecl"):
            if not header.comment(field):
                yield "%s.%s has no comment" % (struct["name"], field["name"])
    for function in header.functions:
        texts = described(header.comment(function))
        for parameter in parameters(function):
            if not texts.get(parameter.get("name")):
                yield "%s: no @param %s" % (function["name"],
                                            parameter.get("name"))
        for name in set(texts) - {"return"} - {
                p.get("name") for p in parameters(function)}:
            yield "%s: @param %s is none" % (function["name"], name)
        if returned(function) != "void" and "return" not in texts:
            yield "%s: no @return" % function["name"]


def rule_18_ownership(header):
    """Pointers say which way they go and whose they are."""
    for function in header.functions:
        texts = described(header.comment(function))
        for parameter in parameters(function):
            text = texts.get(parameter["name"], "")
            if "*" not in parameter["type"]["qualType"]:
                continue
            if not re.match(r"\[(in|out|in,out)\]", text):
                yield "%s, %s: no [in] or [out]" % (function["name"],
                                                    parameter["name"])
            if not OWNERSHIP.search(text):
                yield "%s, %s: whose is it?" % (function["name"],
                                                parameter["name"])
        if "*" in returned(function) and not RETURNED.search(
                texts.get("return", "")):
            yield "%s: whose is what it returns?" % function["name"]


def rule_19_codes(header):
    """What returns a status lists its errors, and only those that exist."""
    for function in header.functions:
        text = described(header.comment(function)).get("return", "")
        if returned(function) == OUTCOME and "ATTAIN_ERR_" not in text:
            yield "%s lists no ATTAIN_ERR_" % function["name"]
    known = header.constants | {NO_STATUS} | set(
        re.findall(r"#\s*define\s+(\w+)", header.text))
    for comment in re.findall(r"/\*.*?\*/", header.text, re.S):
        for name in re.findall(r"\bATTAIN_[A-Z0-9_]*[A-Z0-9]\b", comment):
            if name not in known and not any(
                    c.startswith(name + "_") for c in known):
                yield "%s is mentioned and does not exist" % name


def rule_20_callbacks(header):
    """The last parameter of a callback is void *user."""
    for place, text in [(t["name"], header.source(t)) for t in header.typedefs
                        if "(*)" in t["type"]["qualType"]] + \
            [("%s.%s" % (s["name"], f["name"]), header.source(f))
             for s in header.structs for f in inner(s, "FieldDecl")
             if "(*)" in f["type"]["qualType"]]:
        if not re.search(r"void \*user\)\s*$", text):
            yield "%s: its last parameter is not void *user" % place


def is_single(function):
    """A getter: of an object that it only reads, and rows or codes alone, it
    gives one thing: as its result, or in a struct."""
    types = [p["type"]["qualType"] for p in parameters(function)]
    if types[-1:] == ["attain_error *"]:
        types = types[:-2]
        one = returned(function) == OUTCOME
    else:
        one = returned(function) not in (OUTCOME, "void") and (
            "*" not in returned(function) or "char" in returned(function))
    return one and len(types) > 1 and \
        re.match(r"const attain_\w+ \*$", types[0]) and \
        all(t in ("int32_t", "int64_t", "size_t") for t in types[1:])


def rule_21_families(header):
    """_create has _destroy, _init sets struct_size, arrays come as (out,
    capacity, count), and what is got singly also as a column."""
    names = {f["name"] for f in header.functions}
    for function in header.functions:
        name = function["name"]
        has = [p["name"] for p in parameters(function)]
        if name.endswith("_create") and name[:-6] + "destroy" not in names:
            yield "%s has no destroy" % name
        if "capacity" in has and "count" not in has:
            yield "%s: capacity without count" % name
        if is_single(function) and \
                re.sub(r"_[a-z]+$", "_column", name) not in names and \
                not any(re.fullmatch(one, name) for one in SINGLE):
            yield "%s has no column" % name
    for struct in header.structs:
        sized = any(f["name"] == "struct_size"
                    for f in inner(struct, "FieldDecl"))
        told = "the library" in header.comment(inner(struct, "FieldDecl")[0])
        if sized and not told and struct["name"] + "_init" not in names:
            yield "%s has no init function" % struct["name"]


def main():
    if not shutil.which("clang"):
        print("skip: clang is not installed")
        return 77
    rules = {name: rule for name, rule in sorted(globals().items())
             if name.startswith("rule_") and
             (not sys.argv[1:] or name in sys.argv[1:])}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["sh", str(ROOT / "lib/amalgamate.sh"), folder],
                       check=True)
        header = Header(Path(folder) / "attain.h")
    bad = Header(Path(__file__).with_name("bad.h"))
    faults = ["%s: %s" % (name, what) for name, rule in rules.items()
              for what in rule(header)]
    faults += ["%s sees nothing in bad.h" % name
               for name, rule in rules.items() if not list(rule(bad))]
    if len(header.functions) < 100 or len(header.structs) < 20:
        faults.append("the declarations were not found")
    for fault in faults:
        print(fault)
    if not faults:
        print("ok: %d functions, %d structs, %d enums keep %d rules" % (
            len(header.functions), len(header.structs), len(header.enums),
            len(rules)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
