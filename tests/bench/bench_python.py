"""What Python costs: a column of a million values set and got, against memcpy
of it, and a call with one number, against the bare call of ctypes.

    bench_python.py [LIBRARY]
"""
import ctypes
import os
import sys
import time
from array import array

ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
if len(sys.argv) > 1:
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv[1])
sys.path.insert(0, os.path.join(ROOT, "examples", "python"))

import attain  # noqa: E402
from attain import numeric  # noqa: E402

COUNT = 1000000


def best(work, times=40):
    """Seconds of the fastest of some runs."""
    fastest = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - begin)
    return fastest


def columns():
    data = attain.Dataset()
    data.add_units([{"id": "u%d" % i, "name": "u", "level": "school"}
                    for i in range(COUNT)])
    data.add_variables(["a"])
    values = array("d", range(COUNT))
    room = array("d", bytes(8 * COUNT))
    source = (ctypes.c_double * COUNT).from_buffer(values)
    into = (ctypes.c_double * COUNT).from_buffer(room)
    data.set_column("a", 2023, values)
    copy = best(lambda: ctypes.memmove(into, source, 8 * COUNT))
    print("memcpy of %d doubles        %8.3f ms" % (COUNT, 1e3 * copy))
    for name, work in (
            ("set_column", lambda: data.set_column("a", 2023, values)),
            ("column_into", lambda: data.column_into("a", 2023, room)),
            ("column (a new array)", lambda: data.column("a", 2023)),
            ("view", lambda: data.view("a", 2023))):
        taken = best(work)
        print("%-28s %8.3f ms %6.2f × memcpy" % (name, 1e3 * taken,
                                                 taken / copy))
    assert room == values


def calls():
    from attain import _ffi
    bare = _ffi.lib.attain_student_cdf
    library = ctypes.CDLL(_ffi.lib._name).attain_period_frequency
    library.restype, library.argtypes = ctypes.c_int32, [ctypes.c_int32]

    def per_call(function, *arguments):
        def work():
            for _ in range(10000):
                function(*arguments)
        return 1e5 * best(work, 20)  # in ns

    print("ctypes, a call with one number %6.0f ns" % per_call(library, 2023))
    print("ctypes, attain_student_cdf     %6.0f ns" % per_call(bare, 2.0, 5.0))
    print("numeric.student_cdf            %6.0f ns" % per_call(
        numeric.student_cdf, 2.0, 5.0))


if __name__ == "__main__":
    columns()
    calls()
