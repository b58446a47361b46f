"""Every method and every public function of the numeric room has its
evidence: evidence.py

evidence.csv has a row for each row of each table of methods (kind, name) and
for each public function of attain/numeric.h and attain/numeric/ (kind
"function"):

- published: a number that nobody here computed, and where it stands. "As
  recalled": the page was not opened for it, and every printed digit agrees.
  "Special case": the number is that of another method, which this one gives
  there. For functions also "by method", where the rows of a kind say it, and
  "no number", where names, counts and defaults are all there is.
- test: the test that checks it, FILE:FUNCTION.
- second: the test in which it is computed a second time.

Fails when a method or function has no row, a row no method or function, no
source, or a test that is not there or not run.
"""
import csv
import json
import os
import re
import sys
from collections import Counter

import kinds

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BY_METHOD, NO_NUMBER = "by method", "no number"
#: Names of functions that may have no number.
NAMING = re.compile("_(init|count|name|get|find|parameter|scale)$")


def methods():
    return [(kind, row.name.decode())
            for kind in kinds.KINDS for row in kinds.methods(kind)]


def functions():
    with open(os.path.join(ROOT, "docs", "api.json"), encoding="utf-8") as f:
        api = json.load(f)
    return [("function", one["name"]) for one in api["functions"]
            if one["header"] == "attain/numeric.h" or
            one["header"].startswith("attain/numeric/")]


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return f.read()


def runs(place):
    """Whether there is such a test, and it is run."""
    name, _, function = place.partition(":")
    if not os.path.exists(os.path.join(HERE, name)):
        return False
    text = read(name)
    if name.endswith(".c"):
        return re.search(r"cmocka_unit_test\w*\(\s*%s\b" % function,
                         text) is not None
    if not re.search(r"^( *)def %s\(" % function, text, re.M):
        return False
    # Those that a runner finds by their names, or that are called.
    return (name.startswith("published_") or function.startswith("test_") or
            function.endswith("_again") or
            len(re.findall(r"\b%s\b" % function, text)) > 1)


#: Families of names that tests in Python put together.
FAMILIES = ("type_", "zscore_", "ahp_")


def speaks_of(place, name):
    """Whether a test in Python says the method's name."""
    file = place.partition(":")[0]
    return (not file.endswith(".py") or name.startswith(FAMILIES) or
            re.search(r"\b%s\b" % name, read(file)) is not None)


def problems(row):
    kind, name, published = row["kind"], row["name"], row["published"]
    if published.startswith(NO_NUMBER):
        if kind != "function" or not NAMING.search(name):
            yield "may not go without a number"
        if not runs(row["test"]):
            yield "no such test: " + row["test"]
        return
    if published.startswith(BY_METHOD) and row["test"] == BY_METHOD:
        if kind != "function":
            yield "is a method itself"
        return
    if len(published) < 8 or published.startswith("none"):
        yield "no source"
    for column in ("test", "second"):
        if not runs(row[column]):
            yield "no such test: " + row[column]
        elif kind != "function" and not speaks_of(row[column], name):
            yield "not in " + row[column]
    if row["test"] == row["second"] and kind != "function":
        yield "one test cannot be both"


def main():
    rows = list(csv.DictReader(read("evidence.csv").splitlines()))
    have = [(r["kind"], r["name"]) for r in rows]
    want = methods() + functions()
    failed = ["%s %s: no row" % key for key in want if key not in have]
    failed += ["%s %s: no such method or function" % key for key in have
               if key not in want]
    failed += ["%s %s: two rows" % key for key, n in Counter(have).items()
               if n > 1]
    for row in rows:
        failed += ["%s %s: %s" % (row["kind"], row["name"], what)
                   for what in problems(row)]
    for line in failed:
        print("fail: " + line)
    print("%s: %d rows" % ("fail" if failed else "ok", len(rows)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
