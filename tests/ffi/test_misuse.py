"""The misuse matrix: every function with every argument wrong in turn, made
from the description of the API. A status that is documented, a message, the
outputs as they were; no crash, no leak. And every allocation refused in turn.

    test_misuse.py [LIBRARY]

Each function has a process of its own, and another one after each crash.
"""
import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest

import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
sys.path.insert(0, os.path.join(headers.ROOT, "examples", "python"))
WATCH = os.environ.get("ATTAIN_WATCH")

if not hasattr(os, "fork"):
    print("skip: needs fork")
    sys.exit(77)

import attain  # noqa: E402
import misuse  # noqa: E402
from attain import _enums, _ffi, _structs  # noqa: E402
from attain._handle import Handle  # noqa: E402

API = headers.api()
#: Only the functions whose name has this in it.
ONLY = os.environ.get("ATTAIN_FUNCTIONS", "")
API["functions"] = [one for one in API["functions"] if ONLY in one["name"]]
CODES = {value["value"]: value["name"] for one in API["enums"]
         if one["name"] == "attain_status_code" for value in one["values"]}
#: Functions that cannot succeed yet, and why.
NEVER_RIGHT = {
    "attain_method_parameter": "no first method has parameters",
    "attain_dataset_import_arrow": "the observations are there already",
}
MEMORY = _enums.StatusCode.ERR_MEMORY


def fixtures():
    """Handles of every kind, by the class of what they point to."""
    plan = attain.Plan.from_tables(misuse.PLAN)
    data = attain.Dataset.from_tables(misuse.DATA)
    ev = attain.evaluate(plan, data)
    changes = ctypes.POINTER(_structs.Changes)()
    _ffi.call(_ffi.lib.attain_changes_create, None, ctypes.byref(changes))
    given = _ffi.new(_structs.Observations, _ffi.lib.attain_observations_init)
    whatif = ctypes.POINTER(_structs.Whatif)()
    _ffi.call(_ffi.lib.attain_whatif_create, plan._pointer, data._pointer,
              ctypes.byref(given), None, ctypes.byref(whatif))
    return {"Plan": plan, "Dataset": data, "Evaluation": ev,
            "Index": attain.Index(plan, data, goal="G"),
            "Answer": attain.gaps(ev), "Checks": attain.Checks(),
            "Quality": attain.assess(plan, data),
            "Changes": Handle(changes, _ffi.lib.attain_changes_destroy),
            "Whatif": Handle(whatif, _ffi.lib.attain_whatif_destroy)}


def folders(work):
    """Tables in files, for the functions that read files."""
    paths = {}
    for name, tables in (("PLAN", misuse.PLAN), ("DATA", misuse.DATA)):
        folder = os.path.join(work, name)
        os.mkdir(folder)
        for table, text in tables.items():
            with open(os.path.join(folder, table), "w") as file:
                file.write(text)
        paths[name.encode()] = folder.encode()
    more = os.path.join(work, "more.csv")
    with open(more, "w") as file:
        file.write("unit,period,variable,value\nC,2023,a,1\n")
    paths[b"OBSERVATIONS"] = more.encode()
    return paths


def watched():
    """The library that counts blocks, told where the other one's code is."""
    if not WATCH:
        return None
    watch = ctypes.CDLL(WATCH)
    watch.watch.argtypes = [ctypes.c_size_t, ctypes.c_size_t]
    watch.watch_live.restype = ctypes.c_long
    path = os.path.realpath(os.environ["ATTAIN_LIBRARY"])
    with open("/proc/self/maps") as maps:
        areas = [line.split()[0].split("-") for line in maps
                 if line.rstrip().endswith(path)]
    watch.watch(min(int(a, 16) for a, _ in areas),
                max(int(b, 16) for _, b in areas))
    return watch


def image(case):
    """The bytes of the outputs, but for sizes that are counted."""
    return [(name, bytes(made)) for name, made in case.outputs
            if name not in ("", "count", "err")]


def release(case):
    """Destroys what the call made."""
    for _, made in case.outputs:
        if type(made).__name__.startswith("Arrow") and made.release:
            made.release(made)
    for one in case.function["parameters"]:
        if "release" in one:
            for name, made in case.outputs:
                if name == one["name"] and made:
                    getattr(_ffi.lib, one["release"])(made)


def consumes(function):
    """Whether a function is the end of its handle."""
    return function["name"].endswith("_destroy")


SHARED = {}


def lent(function):
    """Handles for a call: ones of its own where it changes them."""
    if consumes(function) or any(one["direction"] == "in,out"
                                 for one in function["parameters"]):
        return fixtures()
    if not SHARED:
        SHARED.update(fixtures())
    return SHARED


def attempt(function, change, paths, before=None):
    """One call: what is wrong with it ("" nothing), and the status."""
    owners = lent(function)
    handles = {name: owner._pointer for name, owner in owners.items()}
    case = misuse.Case(function, handles, paths)
    change(case)
    if consumes(function):
        for owner in owners.values():
            owner._finalizer.detach()
        owners = {}
        for pointer in [p for p in handles.values()
                        if p is not next(iter(case.arguments.values()))]:
            getattr(_ffi.lib, "attain_%s_destroy" % type(
                pointer)._type_.__name__.lower())(pointer)
    unchanged = image(case)
    if before:
        before()
    status = case.call()
    fault = ""
    if function["returns"]["type"] == "attain_status" and case.arguments.get(
            "err", None):
        fault = judge(function, case, status, unchanged)
    release(case)
    if owners is not SHARED:
        for owner in owners.values():
            owner.close()
    return fault, status if isinstance(status, int) else 0


def judge(function, case, status, unchanged):
    name = CODES.get(status)
    documented = function["returns"].get("statuses", [])
    if name is None:
        return "status %d is none" % status
    if name not in documented:
        return "%s is not documented: %s" % (
            name, case.error.message.decode("utf-8", "replace"))
    if status == 0:
        return ""
    if case.error.code != status or not case.error.message:
        return "%s without its message" % name
    if image(case) != unchanged:
        return "%s, but an output has changed" % name
    return ""


def in_child(function, work):
    """Runs `work(function, report)` in a process of its own; returns what it
    reported, and the signal that ended it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            signal.alarm(120)
            with os.fdopen(writer, "w") as pipe:
                def report(*facts):
                    pipe.write(json.dumps(facts) + "\n")
                    pipe.flush()
                work(function, report)
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        facts = [json.loads(line) for line in pipe]
    _, status = os.waitpid(child, 0)
    return facts, os.WTERMSIG(status) if os.WIFSIGNALED(status) \
        else -os.WEXITSTATUS(status)


class Misuse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.paths = folders(cls.work.name)
        cls.watch = watched()
        cls.calls = 0

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()
        print("%d calls of %d functions%s" % (
            cls.calls, len(API["functions"]),
            "" if cls.watch else ", leaks not watched"))

    def variants_of(self, function):
        """The faults of all variants; a crash costs one of them alone."""
        todo = list(misuse.variants(function))
        if consumes(function):
            todo = todo[:2]
        begin, faults = 0, []
        while begin < len(todo):
            def work(function, report):
                lent(function)
                for variant in todo[begin:]:
                    live = self.watch.watch_live() if self.watch else 0
                    fault, status = attempt(function, variant.change,
                                            self.paths)
                    leak = (self.watch.watch_live() if self.watch else 0) \
                        - live
                    if leak:
                        fault += " %d blocks leak" % leak
                    report(fault, status)

            facts, ended = in_child(function, work)
            for variant, (fault, _) in zip(todo[begin:], facts):
                if fault:
                    faults.append((variant, fault))
            if begin == 0 and facts and facts[0][1] != 0 \
                    and function["name"] not in NEVER_RIGHT and function["returns"]["type"] == "attain_status":
                faults.append((todo[0], "is not right: status %d"
                               % facts[0][1]))
            begin += len(facts)
            if begin < len(todo):
                faults.append((todo[begin], "ends with signal %d" % ended))
                begin += 1
        type(self).calls += len(todo)
        return faults

    def test_every_argument_wrong(self):
        for function in API["functions"]:
            for variant, fault in self.variants_of(function):
                with self.subTest(function["name"], argument=variant.parameter,
                                  value=variant.what):
                    self.fail(fault)

    @unittest.skipUnless(WATCH, "needs glibc and a C compiler")
    def test_every_allocation_refused(self):
        refused = 0
        for function in API["functions"]:
            if function["returns"]["type"] != "attain_status":
                continue

            def work(function, report):
                lent(function)
                for which in range(1, 400):
                    live = self.watch.watch_live()
                    fault, status = attempt(
                        function, lambda case: None, self.paths,
                        lambda: self.watch.watch_fail(which))
                    self.watch.watch_fail(0)
                    if self.watch.watch_live() != live:
                        fault += " blocks leak"
                    report(which, fault, status)
                    if status != MEMORY:
                        return

            facts, ended = in_child(function, work)
            type(self).calls += len(facts)
            refused += sum(status == MEMORY for _, _, status in facts)
            with self.subTest(function["name"]):
                self.assertEqual(ended, 0, "at allocation %d"
                                 % (len(facts) + 1))
                self.assertEqual([fact for fact in facts if fact[1]], [])
                if function["name"] not in NEVER_RIGHT:
                    self.assertEqual(facts[-1][2], 0)
        self.assertTrue(refused > 200 or ONLY)


def preload():
    """Runs this test again with the counting library loaded first."""
    with tempfile.TemporaryDirectory() as work:
        watch = os.path.join(work, "watch.so")
        source = os.path.join(headers.ROOT, "tests", "ffi", "malloc_watch.c")
        try:
            subprocess.run(headers.compiler() + [
                "-shared", "-fPIC", "-O1", "-fno-builtin", source, "-o",
                watch], check=True)
        except (OSError, subprocess.CalledProcessError):
            return
        environment = dict(os.environ, LD_PRELOAD=watch, ATTAIN_WATCH=watch,
                           PYTHONMALLOC="malloc")
        if subprocess.run([sys.executable, "-c", "pass"],
                          env=environment).returncode:
            return
        sys.exit(subprocess.run([sys.executable] + sys.argv,
                                env=environment).returncode)


if __name__ == "__main__":
    if not WATCH and os.environ.get("ATTAIN_LIBRARY"):
        preload()
    unittest.main()
