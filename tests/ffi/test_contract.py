"""What every function of a kind keeps, seen through ctypes: arrays that are
counted and filled, and text that knows no locale.

    test_contract.py [LIBRARY]
"""
import ctypes
import locale
import os
import subprocess
import sys
import tempfile
import unittest

import test_misuse  # noqa: E402: it takes the library from the arguments
from test_misuse import API, _ffi, attain, misuse
from attain import _enums

GUARD, SPARE = 0xA5, 64
SPACE = _enums.StatusCode.ERR_SPACE
COUNTED = [one for one in API["functions"]
           if any(p["name"] == "capacity" for p in one["parameters"])]


def arrays(function):
    """The parameters that are filled, with the type of their elements: those
    of `capacity` elements."""
    names = [one["name"] for one in function["parameters"]]
    for one in function["parameters"][:names.index("capacity")]:
        if one["direction"] == "out":
            yield one["name"], {"char*": ctypes.c_char,
                                "double*": ctypes.c_double,
                                "int32_t*": ctypes.c_int32}[one["type"]]


class Arrays(unittest.TestCase):
    """(out, capacity, count): NULL counts, too small writes nothing."""

    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.addCleanup(self.work.cleanup)
        self.paths = test_misuse.folders(self.work.name)
        self.owners = test_misuse.fixtures()

    def call(self, function, sizes, capacity):
        """The status, the count, and the bytes behind each array."""
        case = misuse.Case(function, {
            name: owner._pointer for name, owner in self.owners.items()},
            self.paths)
        count, made = ctypes.c_size_t(), {}
        for name, of in arrays(function):
            made[name] = None
            if sizes is not None:
                made[name] = (of * (sizes + SPARE))()
                ctypes.memset(made[name], GUARD, ctypes.sizeof(made[name]))
            case.arguments[name] = made[name]
        case.arguments["capacity"] = capacity
        case.arguments["count"] = ctypes.byref(count)
        status = case.call()
        return status, count.value, {
            name: bytes(array) for name, array in made.items()
            if array is not None}

    def test_null_counts_what_is_filled(self):
        self.assertGreater(len(COUNTED), 15)
        for function in COUNTED:
            with self.subTest(function["name"]):
                status, count, _ = self.call(function, None, 0)
                self.assertEqual(status, 0)
                text = dict(arrays(function)).get("out") is ctypes.c_char
                need = count + text  # the NUL of a text is not counted
                status, filled, now = self.call(function, need, need)
                self.assertEqual((status, filled), (0, count))
                for name, of in arrays(function):
                    size = ctypes.sizeof(of) * need
                    self.assertEqual(set(now[name][size:]), {GUARD}, name)
                    if text:
                        self.assertEqual(now[name].index(b"\0"), count)
                    elif count:
                        self.assertNotEqual(set(now[name][:size]), {GUARD})

    def test_too_small_writes_nothing(self):
        for function in COUNTED:
            with self.subTest(function["name"]):
                _, count, _ = self.call(function, None, 0)
                text = dict(arrays(function)).get("out") is ctypes.c_char
                need = count + text
                if need:
                    status, told, now = self.call(function, need, need - 1)
                    self.assertEqual((status, told), (SPACE, count))
                    for name, left in now.items():
                        self.assertEqual(set(left), {GUARD}, name)

    def test_every_code_has_a_name_and_a_text(self):
        lib = _ffi.lib
        for code in range(-3, 300):
            name = lib.attain_status_name(code)
            known = test_misuse.CODES.get(code)
            self.assertTrue(lib.attain_status_message(code), code)
            if known:
                self.assertEqual(name.decode(), known)
            else:
                self.assertEqual(name, b"ATTAIN_ERR_UNLISTED", code)


class Cells(unittest.TestCase):
    """A column and its cells are the same bits, NaN included."""

    def test_columns_of_an_evaluation(self):
        folder = os.path.join(test_misuse.headers.ROOT, "examples", "data",
                              "national")
        ev = attain.evaluate(attain.Plan.read(os.path.join(folder, "plan")),
                             attain.Dataset.read(os.path.join(folder, "data")))
        lib, compared = _ffi.lib, 0
        for measure in range(24):
            for node in range(len(ev)):
                count = ctypes.c_size_t()
                column = [ev._pointer, measure, node]
                if lib.attain_evaluation_column(*column, None, 0,
                                                ctypes.byref(count), None):
                    continue  # the node has no such measure
                out = (ctypes.c_double * count.value)()
                self.assertEqual(lib.attain_evaluation_column(
                    *column, out, count, ctypes.byref(count), None), 0)
                for row in range(count.value):
                    one = ctypes.c_double(lib.attain_evaluation_value(
                        ev._pointer, measure, node, row))
                    self.assertEqual(bytes(one), bytes(out)[8 * row:][:8])
                    compared += 1
        self.assertGreater(compared, 300)


LOCALE = """
import locale, os, sys
sys.path.insert(0, %r)
import attain
folder = %r
if sys.argv[1:]:
    locale.setlocale(locale.LC_ALL, sys.argv[1])
    assert locale.localeconv()["decimal_point"] == ","
plan = attain.Plan.read(os.path.join(folder, "plan"))
data = attain.Dataset.read(os.path.join(folder, "data"))
ev = attain.evaluate(plan, data)
sys.stdout.buffer.write((ev.to_csv() + data.to_csv() + str(ev.to_dict())
                         + ev.explain(ev.root.id)).encode())
try:
    attain.Plan.from_tables({"plan.csv": "key,value\\nid,1,5\\n"})
except attain.TableError as error:
    sys.stdout.buffer.write(str(error).encode())
"""


def made_locale(folder):
    """Whether a German locale could be made in the folder, and be set."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8",
                        os.path.join(folder, "de_DE.UTF-8")], **quiet)
    except OSError:
        return False
    return subprocess.run(
        [sys.executable, "-c", "import locale\n"
         "locale.setlocale(locale.LC_ALL, 'de_DE.UTF-8')"],
        env=dict(os.environ, LOCPATH=folder), **quiet).returncode == 0


class Locale(unittest.TestCase):
    """A decimal comma changes no number and no text."""

    def test_a_locale_with_a_comma(self):
        with tempfile.TemporaryDirectory() as work:
            if not made_locale(work):
                self.skipTest("localedef cannot make a German locale")
            script = LOCALE % (
                os.path.join(test_misuse.headers.ROOT, "examples", "python"),
                os.path.join(test_misuse.headers.ROOT, "examples", "data",
                             "national"))
            found = [subprocess.run(
                [sys.executable, "-c", script] + given, check=True,
                stdout=subprocess.PIPE, env=dict(os.environ, LOCPATH=work)
            ).stdout for given in ([], ["de_DE.UTF-8"])]
            self.assertGreater(len(found[0]), 10000)
            self.assertEqual(found[0], found[1])


if __name__ == "__main__":
    unittest.main()
