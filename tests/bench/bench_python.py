"""What Python costs: a column of a million values set and got, against memcpy
of it into memory in the same state, and a call with one number, against the
bare call of ctypes.

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


MANY = 16


def in_turn(work):
    """Work with the numbers from 0 up, one each time."""
    state = [0]

    def run():
        work(state[0] % MANY)
        state[0] += 1
    return run


def report(name, work, yardstick, copy):
    """One line: a call, and memcpy of a column in the same state of memory.
    They take turns, so that both have the same neighbours."""
    taken, copied = [], []
    for _ in range(3):
        taken.append(best(work))
        copied.append(best(copy))
    ratios = [one / other for one, other in zip(taken, copied)]
    print("%-30s %8.3f ms %8.3f ms %6.2f × %s" % (
        name, 1e3 * min(taken), 1e3 * min(copied), sorted(ratios)[1],
        yardstick))


def columns():
    data = attain.Dataset()
    data.add_units([{"id": "u%d" % i, "name": "u", "level": "school"}
                    for i in range(COUNT)])
    data.add_variables(["v%d" % i for i in range(MANY)] + ["again"])
    size = 8 * COUNT
    values, room = array("d", range(COUNT)), array("d", bytes(size))
    source = (ctypes.c_double * COUNT).from_buffer(values)
    into = (ctypes.c_double * COUNT).from_buffer(room)
    many = [(ctypes.c_double * COUNT)() for _ in range(MANY)]
    for i in range(MANY):
        data.set_column("v%d" % i, 2023, values)
        ctypes.memmove(many[i], source, size)
    data.set_column("again", 2023, values)
    print("%-30s %11s %11s" % ("a million doubles", "attain", "memcpy"))
    one = lambda: ctypes.memmove(into, source, size)  # noqa: E731
    report("set_column, 16 columns in turn",
           in_turn(lambda i: data.set_column("v%d" % i, 2023, values)),
           "into 16 buffers in turn",
           in_turn(lambda i: ctypes.memmove(many[i], source, size)))
    # the old column stays until the new one is whole: two buffers in turn
    report("set_column, the same again",
           lambda: data.set_column("again", 2023, values),
           "into 2 buffers in turn",
           in_turn(lambda i: ctypes.memmove(many[i % 2], source, size)))
    report("set_column, the same again",
           lambda: data.set_column("again", 2023, values),
           "into 1 buffer", one)
    report("column_into",
           lambda: data.column_into("again", 2023, room),
           "into 1 buffer", one)
    report("column (a new array)", lambda: data.column("again", 2023),
           "into a new array", lambda: array("d", values))
    report("view", lambda: data.view("again", 2023), "into 1 buffer", one)
    assert room == values and data.column("v3", 2023) == values


def calls():
    from attain import _ffi
    bare = _ffi.lib.attain_student_cdf
    library = ctypes.CDLL(_ffi.lib._name).attain_period_frequency
    library.restype, library.argtypes = ctypes.c_int32, [ctypes.c_int32]

    def per_call(function, *arguments):
        def work():
            for _ in range(10000):
                function(*arguments)
        return 1e5 * best(work, 10)  # in ns

    print("ctypes, a call with one number %6.0f ns" % per_call(library, 2023))
    # in turn, for the load of the machine changes
    pairs = [(per_call(bare, 2.0, 5.0),
              per_call(numeric.student_cdf, 2.0, 5.0)) for _ in range(5)]
    print("ctypes, attain_student_cdf     %6.0f ns" % min(p[0] for p in pairs))
    print("numeric.student_cdf            %6.0f ns %6.2f × of that" % (
        min(p[1] for p in pairs),
        min(p[1] for p in pairs) / min(p[0] for p in pairs)))


if __name__ == "__main__":
    columns()
    calls()
