#!/usr/bin/env python3
"""run.py ATTAIN_REPORT [--seeds N] [--start S] [--cases] [--no-FEATURE]...

Judges the hand-made cases and N random ones with the program and with the
oracle, and compares every cell. Prints "N passed, M failed"; exit status 1
when any failed. A random case that fails stays in --keep for a second look.
"""
import argparse
import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile

import compare
import generate
import generate_lens
from oracle import cli
from oracle.readings import READINGS
from oracle.tables import Plan

HERE = os.path.dirname(os.path.abspath(__file__))
SHOWN = 8
EXAMPLE = ("..", "..", "examples", "data", "methods")


def options_of(folder):
    """Options beside --as-of that a case asks for, one a line."""
    path = os.path.join(folder, "options")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return file.read().split()


def ask(program, folder, asof, out):
    """The program's results in a file; its complaint if it refused."""
    command = [program, os.path.join(folder, "plan"),
               os.path.join(folder, "data"), "--format", "csv"]
    command += options_of(folder)
    if asof:
        command += ["--as-of", asof]
    with open(out, "wb") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE,
                              timeout=60)
    if done.returncode == 0:
        return None
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    bad = [line for line in lines if "warning" not in line] or lines
    return f"exit {done.returncode}: " + " | ".join(bad[:3])


def ask_oracle(folder, asof, out):
    printed = io.StringIO()
    words = [os.path.join(folder, "plan"), os.path.join(folder, "data")]
    words += options_of(folder)
    if asof:
        words += ["--as-of", asof]
    words += [f"--reading={k}={v}" for k, v in READINGS.items()]
    with contextlib.redirect_stdout(printed):
        if cli.main(words):
            raise SystemExit(f"the oracle refused {folder}")
    with open(out, "w", encoding="utf-8", newline="") as file:
        file.write(printed.getvalue())


def decimals_of(folder):
    """Targets whose value is a difference or a running sum of decimals, and
    so must show the double that is nearest to it."""
    plan = Plan(os.path.join(folder, "plan"))
    return {t.id for t in plan.targets
            if t.series in ("change", "since_baseline", "cumulative")
            and plain(t.metric)}


def plain(metric):
    return (metric.across in ("none", "total", "min", "max")
            and not metric.denominator and metric.factor == 1
            and all(kind == "variable" and group is None
                    and name not in ("rating", "area")
                    for _, kind, name, group in metric.numerator))


def judge(program, folder, asof, expected=None):
    """Differences between the program and what is expected."""
    actual = os.path.join(folder, "actual.csv")
    if expected is None:
        expected = os.path.join(folder, "oracle.csv")
        ask_oracle(folder, asof, expected)
    refused = ask(program, folder, asof, actual)
    return [refused] if refused else compare.compare(
        expected, actual, decimals_of(folder))


def report(name, asof, lines):
    print(f"{name} --as-of {asof or '(default)'}")
    for line in lines[:SHOWN]:
        print("    " + line)
    if len(lines) > SHOWN:
        print(f"    … and {len(lines) - SHOWN} more")


def asof_of(folder):
    path = os.path.join(folder, "asof")
    if not os.path.exists(path):
        return [""]
    with open(path, encoding="ascii") as file:
        return file.read().split("\n")[:-1]


def hand_made(program, scratch):
    passed = failed = 0
    cases = os.path.join(HERE, "cases")
    for name in sorted(os.listdir(cases)):
        folder = os.path.join(scratch, name)
        shutil.copytree(os.path.join(cases, name), folder)
        for asof in asof_of(folder):
            expected = os.path.join(folder, "expected.csv")
            lines = judge(program, folder, asof, expected)
            passed, failed = passed + (not lines), failed + bool(lines)
            if lines:
                report(f"cases/{name}", asof, lines)
    return passed, failed


def side_by_side(program, scratch):
    """examples/data/methods: one metric by every method, year by year."""
    passed = failed = 0
    folder = os.path.join(scratch, "methods")
    shutil.copytree(os.path.join(HERE, *EXAMPLE), folder)
    for year in range(2016, 2024):
        lines = judge(program, folder, str(year))
        passed, failed = passed + (not lines), failed + bool(lines)
        if lines:
            report("/".join(EXAMPLE[2:]), str(year), lines)
    return passed, failed


def random_case(program, seed, options, scratch, lens=False):
    folder = os.path.join(scratch, f"{'lens' if lens else 'seed'}{seed}")
    shutil.rmtree(folder, ignore_errors=True)
    if lens:
        generate_lens.make(seed, folder)
    else:
        generate.Maker(seed, folder, options.without or (), options.targets)
    failed = 0
    for asof in asof_of(folder):
        lines = judge(program, folder, asof)
        if lines:
            failed = 1
            report(f"{os.path.basename(folder)} in {folder}", asof, lines)
            break
    if not failed:
        shutil.rmtree(folder)
    return failed


def main(arguments):
    parser = argparse.ArgumentParser(prog="run.py")
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--start", type=int, default=1)
    parser.add_argument("--cases", action="store_true",
                        help="the hand-made cases alone")
    parser.add_argument("--keep", help="a folder for the cases that fail")
    parser.add_argument("--reading", action="append", default=[])
    generate.arguments_of(parser)
    options = parser.parse_args(arguments)
    for choice in options.reading:
        name, _, value = choice.partition("=")
        READINGS[name] = value
    with tempfile.TemporaryDirectory() as scratch:
        passed, failed = hand_made(options.program, scratch)
        more = side_by_side(options.program, scratch)
        passed, failed = passed + more[0], failed + more[1]
    keep = options.keep or tempfile.mkdtemp(prefix="conformance-")
    if not options.cases:
        for seed in range(options.start, options.start + options.seeds):
            bad = random_case(options.program, seed, options, keep)
            passed, failed = passed + 1 - bad, failed + bad
            if seed % 4 == 0:
                bad = random_case(options.program, seed, options, keep, True)
                passed, failed = passed + 1 - bad, failed + bad
    if not options.keep and not os.listdir(keep):
        os.rmdir(keep)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
