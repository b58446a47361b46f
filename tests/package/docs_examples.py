#!/usr/bin/env python3
"""Every example of the README and the docs does what they say.

    python3 tests/package/docs_examples.py BUILD [FILE...]

BUILD is a finished build of the library with its examples; the files are
README.md and docs/**.md unless others are named. What is run:

- a block of C with a main(): compiled without warnings, and run;
- a block of Python: run with the binding of examples/python;
- a block of CSV after a line `<!-- table: data/units.csv -->`: takes the place
  of that table in a copy of examples/data/national (`encoding=gbk` after the
  name saves it so), which is then reported on;
- a console block after `<!-- run -->`: each line `$ command` is run.

Tables and consoles are skipped without attain_report, Python with sanitizers.
Programs run from the root of the repository, with attain_report on the PATH,
and must succeed; `<!-- fails -->` before a block says that it must not. What
is printed must equal the next block if `<!-- output -->` stands before it
(for consoles: the lines below each command); a line `…` in it stands for any
lines. A block of C or Python after `<!-- fragment -->` is a part of a program:
it is counted, not run.

Exit status: 0 all ran, 1 one did not (its file and line are printed), 2 usage.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
MARK = re.compile(r"<!--\s*(.*?)\s*-->\s*$")


class Failure(Exception):
    """An example that does not do what its page says."""


class Block:
    """A fenced block: its language, the marks before it, its text."""

    def __init__(self, path, line, language, marks):
        self.place = "%s:%d" % (path, line)
        self.language = language
        self.marks = marks
        self.lines = []
        self.output = None

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)

    def mark(self, name):
        """What stands after the name of a mark; None if it is not there."""
        for mark in self.marks:
            if mark == name or mark.startswith(name + ":"):
                return mark[len(name) + 1:].strip()
        return None


def blocks_of(path):
    """The fenced blocks of a page, output joined to what prints it."""
    found, marks, block, fence = [], [], None, ""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        opening = re.match(r"(```+)\s*(\w*)\s*$", line)
        if block is not None:
            if line.strip() == fence:
                found.append(block)
                block = None
            else:
                block.lines.append(line)
        elif opening:
            fence = opening.group(1)
            block = Block(shown, number, opening.group(2), marks)
            marks = []
        elif MARK.match(line):
            marks.append(MARK.match(line).group(1))
        elif line.strip():
            marks = []
    if block is not None:
        raise Failure("%s: this block does not end" % block.place)
    return join(found)


#: Lines that a first program may have: nobody reads more before trying it.
LONGEST = {"c": 20, "python": 10}


def check_first(found):
    """The README's first programs are short."""
    for language, longest in LONGEST.items():
        first = [b for b in found if b.language == language][0]
        if len(first.lines) > longest:
            raise Failure("%s: %d lines of %s, more than %d" % (
                first.place, len(first.lines), language, longest))


def join(found):
    """Gives each block marked `output` to the one before it."""
    kept = []
    for block in found:
        if block.mark("output") is None:
            kept.append(block)
        elif not kept or kept[-1].output is not None:
            raise Failure("%s: output of what?" % block.place)
        else:
            kept[-1].output = block
    return kept


def compare(place, expected, got):
    """Fails unless the lines are equal; `…` alone stands for any lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + "\n"
        for line in expected)
    if got and not got.endswith("\n"):
        got += "\n"
    if not re.fullmatch(pattern, got):
        raise Failure("%s: it printed\n%s" % (place, got))


class Runner:
    """Runs the blocks against one build."""

    def __init__(self, build, work):
        self.build, self.work = build, work
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
        self.compiler = self._cached(cache, "CMAKE_C_COMPILER") or "cc"
        self.flags = self._cached(cache, "CMAKE_C_FLAGS").split()
        self.instrumented = any("-fsanitize" in f for f in self.flags)
        self.reports = any((build / "examples").glob("attain_report*"))
        libraries = sorted(build.glob("libattain.so*")) + \
            sorted(build.glob("libattain*.dylib"))
        self.environment = dict(
            os.environ, PYTHONPATH=str(ROOT / "examples" / "python"),
            PYTHONDONTWRITEBYTECODE="1", PYTHONIOENCODING="utf-8",
            ATTAIN_LIBRARY=str(libraries[0]) if libraries else "",
            PATH="%s%s%s" % (build / "examples", os.pathsep,
                             os.environ.get("PATH", "")))
        self.ran, self.fragments, self.skipped = 0, 0, 0

    @staticmethod
    def _cached(cache, name):
        match = re.search(r"^%s:[A-Z]+=(.*)$" % name, cache, re.M)
        return match.group(1).strip() if match else ""

    def command(self, arguments, folder=ROOT, **more):
        return subprocess.run(
            arguments, cwd=folder, env=self.environment, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, check=False, **more)

    def check(self, block, done):
        """Compares how a block ended and what it printed."""
        printed = done.stdout.decode("utf-8", "replace")
        fails = block.mark("fails") is not None
        if (done.returncode != 0) != fails:
            raise Failure("%s: exit status %d\n%s" % (
                block.place, done.returncode, printed))
        if block.output is not None:
            compare(block.output.place, block.output.lines, printed)
        self.ran += 1

    def skip(self):
        self.skipped += 1

    def run_c(self, block):
        if not re.search(r"\bint main\(", block.text):
            raise Failure("%s: no main(); is it a <!-- fragment -->?" %
                          block.place)
        source, program = self.work / "example.c", self.work / "example"
        source.write_text(block.text, encoding="utf-8")
        done = self.command(
            [self.compiler] + FLAGS + self.flags +
            ["-I", str(ROOT / "include"), str(source), "-o", str(program),
             str(self.build / "libattain.a"), "-pthread", "-lm"])
        if done.returncode != 0:
            raise Failure("%s: does not compile\n%s" % (
                block.place, done.stdout.decode("utf-8", "replace")))
        self.check(block, self.command([str(program)]))

    def run_python(self, block):
        source = self.work / "example.py"
        source.write_text(block.text, encoding="utf-8")
        self.check(block, self.command([sys.executable, str(source)]))

    def run_table(self, block):
        words = block.mark("table").split()
        encoding = "utf-8"
        for word in words[1:]:
            encoding = word.split("=", 1)[1]
        with tempfile.TemporaryDirectory(dir=self.work) as name:
            folder = Path(name)
            for part in ("plan", "data"):
                shutil.copytree(ROOT / "examples/data/national" / part,
                                folder / part)
            (folder / words[0]).write_bytes(block.text.encode(encoding))
            self.check(block, self.command(
                ["attain_report", "plan", "data", "--lang", "zh"], folder))

    def run_console(self, block):
        steps = []
        for line in block.lines:
            if line.startswith("$ "):
                steps.append((line[2:], []))
            elif not steps:
                raise Failure("%s: output before a command" % block.place)
            else:
                steps[-1][1].append(line)
        for command, expected in steps:
            done = self.command(["sh", "-c", command])
            compare("%s: %s" % (block.place, command), expected,
                    done.stdout.decode("utf-8", "replace"))
        self.ran += 1

    def run(self, block):
        """Runs a block, if it is one that can be run."""
        if block.mark("fragment") is not None:
            self.fragments += 1
        elif block.language == "c":
            self.run_c(block)
        elif block.language == "python":
            self.skip() if self.instrumented else self.run_python(block)
        elif block.mark("table") is not None:
            self.run_table(block) if self.reports else self.skip()
        elif block.mark("run") is not None:
            self.run_console(block) if self.reports else self.skip()
        elif block.output is not None:
            raise Failure("%s: output of what?" % block.output.place)


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    build = Path(arguments[0]).resolve()
    pages = [Path(name).resolve() for name in arguments[1:]] or \
        [ROOT / "README.md"] + sorted((ROOT / "docs").rglob("*.md"))
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        runner = Runner(build, Path(work))
        for page in pages:
            try:
                blocks = blocks_of(page)
                if page == ROOT / "README.md":
                    check_first(blocks)
            except (Failure, OSError) as error:
                print("fail: %s" % error)
                failed += 1
                continue
            for block in blocks:
                try:
                    runner.run(block)
                except Failure as error:
                    print("fail: %s" % error)
                    failed += 1
    print("%d examples ran, %d fragments did not, %d were skipped" %
          (runner.ran, runner.fragments, runner.skipped))
    if runner.ran == 0:
        print("fail: no example was found")
        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
