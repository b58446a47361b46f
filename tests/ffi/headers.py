"""The public headers as data: functions, structs, enums and callbacks.

The headers are run through the C preprocessor without the system's headers,
so that nothing but the library's own declarations is left, and then read by a
few patterns. Whatever the patterns do not know is an error, so nothing can be
overlooked.
"""
import os
import re
import subprocess
import tempfile
from typing import Dict, List, NamedTuple, Tuple

ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
INCLUDE = os.path.join(ROOT, "include")


class Function(NamedTuple):
    returns: str
    parameters: List[Tuple[str, str]]  # (type, name)


class Header(NamedTuple):
    functions: Dict[str, Function]
    structs: Dict[str, List[Tuple[str, str]]]  # (type, name); "char[64]"
    enums: Dict[str, Dict[str, int]]
    callbacks: Dict[str, Function]
    aliases: Dict[str, str]
    opaque: List[str]


def compiler() -> List[str]:
    """The C compiler: the environment's CC, or cc."""
    return os.environ.get("CC", "cc").split()


def preprocessed(attribute: str = "") -> str:
    """The declarations alone; ATTAIN_API stands for `attribute`."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("stddef.h", "stdint.h"):
            open(os.path.join(empty, name), "w").close()
        return subprocess.run(
            compiler() + ["-E", "-P", "-DATTAIN_API=" + attribute, "-nostdinc",
                          "-I" + empty, "-I" + INCLUDE,
                          os.path.join(INCLUDE, "attain.h")],
            check=True, stdout=subprocess.PIPE,
            universal_newlines=True).stdout


def tidy(text: str) -> str:
    """One blank between words, none around stars."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"\s*\*\s*", "*", text)


def statements(text: str) -> List[str]:
    """Declarations, cut at the semicolons that stand outside of braces."""
    found, depth, begin = [], 0, 0
    for i, character in enumerate(text):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == ";" and depth == 0:
            found.append(text[begin:i].strip())
            begin = i + 1
    if text[begin:].strip():
        raise ValueError("unfinished declaration: " + text[begin:].strip())
    return found


def declarator(text: str) -> Tuple[str, str]:
    """`const char *name` as its type and its name; arrays as `char[64]`."""
    match = re.fullmatch(r"(.*?)(\w+)((?:\[\w+\])?)", tidy(text))
    if not match:
        raise ValueError("declarator: " + text)
    return tidy(match.group(1)) + match.group(3), match.group(2)


def parameters(text: str) -> List[Tuple[str, str]]:
    if text.strip() == "void":
        return []
    return [declarator(part) for part in text.split(",")]


def members(text: str) -> List[Tuple[str, str]]:
    found = []
    for line in statements(text):
        pointer = re.fullmatch(r"(.*)\(\*(\w+)\)\((.*)\)", tidy(line))
        if pointer:
            found.append(("%s(*)(%s)" % (tidy(pointer.group(1)), ",".join(
                kind for kind, _ in parameters(pointer.group(3)))),
                pointer.group(2)))
        else:
            found.append(declarator(line))
    return found


def enumerators(text: str) -> Dict[str, int]:
    values = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, value = part.split("=")
        values[name.strip()] = int(value, 0)
    return values


def parse(text: str) -> Header:
    header = Header({}, {}, {}, {}, {}, [])
    for line in statements(text.replace('extern "C"', "")):
        flat = tidy(line)
        enum = re.fullmatch(r"enum (\w+) ?\{(.*)\}", flat)
        struct = re.fullmatch(r"typedef struct (\w+) ?\{(.*)\} ?(\w+)", flat)
        opaque = re.fullmatch(r"typedef struct (\w+) (\w+)", flat)
        callback = re.fullmatch(r"typedef (.*)\(\*(\w+)\)\((.*)\)", flat)
        alias = re.fullmatch(r"typedef (\w+) (\w+)", flat)
        function = re.fullmatch(r"(.*?)(\w+)\((.*)\)", flat)
        if enum:
            header.enums[enum.group(1)] = enumerators(enum.group(2))
        elif struct:
            header.structs[struct.group(3)] = members(struct.group(2))
        elif opaque:
            header.opaque.append(opaque.group(2))
        elif callback:
            header.callbacks[callback.group(2)] = Function(
                tidy(callback.group(1)), parameters(callback.group(3)))
        elif alias:
            header.aliases[alias.group(2)] = alias.group(1)
        elif function and "(" not in function.group(3):
            header.functions[function.group(2)] = Function(
                tidy(function.group(1)), parameters(function.group(3)))
        else:
            raise ValueError("declaration: " + flat)
    return header
