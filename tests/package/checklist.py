#!/usr/bin/env python3
"""Every line of docs/checklist.md names tests that are there.

    checklist.py BUILD

BUILD is a configured build. A test is one of `ctest -N`; a name behind a colon
is a function of the script that the test runs.
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES = 40


def script(name):
    """The text of the script that a test runs, "" if it is a program."""
    room, topic = name.split(".")
    for place in ("tests/ffi/test_%s.py", "tests/package/%s.py"):
        path = ROOT / (place % topic)
        if path.exists() and room in ("ffi", "package"):
            return path.read_text(encoding="utf-8") + (
                (ROOT / "tests/ffi/misuse.py").read_text(encoding="utf-8")
                if topic == "misuse" else "")
    return ""


def faults(tests):
    """What the page says that is not so."""
    page = (ROOT / "docs" / "checklist.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", page, re.M)
    if [int(row[0]) for row in rows] != list(range(1, LINES + 1)):
        yield "the lines are not 1 to %d" % LINES
    for line, _, by in rows:
        names = re.findall(r"`([^`]+)`", by)
        if not names or "." not in names[0]:
            yield "line %s has no test" % line
        of = ""
        for name in names:
            if "." in name:
                of = name
                if name not in tests:
                    yield "line %s: there is no test %s" % (line, name)
            elif not re.search(r"^ *def %s\(" % name, script(of), re.M):
                yield "line %s: %s has no %s()" % (line, of, name)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    listed = subprocess.run(
        ["ctest", "-N"], cwd=sys.argv[1], check=True, stdout=subprocess.PIPE,
        universal_newlines=True).stdout
    tests = set(re.findall(r"Test +#\d+: (\S+)", listed))
    found = list(faults(tests))
    for fault in found:
        print("fail:", fault)
    if not found:
        print("ok: %d lines have their tests" % LINES)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
