"""Every function called with NULL and 0 alone: it says what is wrong, and does
not crash. Each call has a process of its own.

    test_null.py [LIBRARY]
"""
import ctypes
import os
import sys
import unittest

import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
sys.path.insert(0, os.path.join(headers.ROOT, "examples", "python"))

from attain import _ffi, _structs  # noqa: E402
from attain._enums import StatusCode  # noqa: E402
from attain._prototypes import prototypes  # noqa: E402

STATUS = {name for name, function
          in headers.parse(headers.preprocessed()).functions.items()
          if function.returns == "attain_status"}
#: No elements at all are a task that is done.
EMPTY_IS_DONE = {"attain_round", "attain_ranks", "attain_peer_scores",
                 "attain_quantiles"}


def nothing(kind):
    """The NULL or 0 of a type."""
    if kind in (ctypes.c_void_p, ctypes.c_char_p) or hasattr(kind, "contents"):
        return None
    if kind is _structs.Sink:
        return ctypes.cast(None, kind)
    return 0


def in_child(work):
    """What a piece of work returns (0 to 127), or minus the signal."""
    child = os.fork()
    if child == 0:
        code = 127
        try:
            code = work()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return (-os.WTERMSIG(status) if os.WIFSIGNALED(status)
            else os.WEXITSTATUS(status))


@unittest.skipUnless(hasattr(os, "fork"), "needs fork")
class Nothing(unittest.TestCase):
    def test_without_an_error_struct(self):
        for name, (returns, takes) in prototypes().items():
            with self.subTest(name):
                arguments = [nothing(kind) for kind in takes]
                code = in_child(lambda: bool(
                    getattr(_ffi.lib, name)(*arguments)))
                self.assertIn(code, (0, 1))

    def test_with_an_error_struct(self):
        for name in sorted(STATUS):
            takes = prototypes()[name][1]
            self.assertEqual(takes[-1], ctypes.POINTER(_structs.Error), name)

            def call():
                error = _structs.Error()
                status = getattr(_ffi.lib, name)(
                    *(nothing(kind) for kind in takes[:-1]),
                    ctypes.byref(error))
                told = bool(error.message) and error.code == status
                return status if status == 0 or told else 126

            with self.subTest(name):
                code = in_child(call)
                if name in EMPTY_IS_DONE:
                    self.assertEqual(code, StatusCode.OK)
                else:
                    self.assertIn(code, (StatusCode.ERR_ARGUMENT,
                                         StatusCode.ERR_PERIOD))


if __name__ == "__main__":
    unittest.main()
