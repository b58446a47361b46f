"""The binding against the headers: functions, structs, enumerations.

    test_prototypes.py [LIBRARY]
"""
import ctypes
import os
import subprocess
import sys
import tempfile
import unittest

import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
sys.path.insert(0, os.path.join(headers.ROOT, "examples", "python"))

from attain import _enums, _errors, _ffi, _structs  # noqa: E402
from attain._prototypes import prototypes  # noqa: E402

HEADER = headers.parse(headers.preprocessed())
OPAQUE = {"attain_plan": _structs.Plan, "attain_dataset": _structs.Dataset,
          "attain_evaluation": _structs.Evaluation}
CALLBACKS = {"attain_problem_handler": _structs.ProblemHandler,
             "attain_sink": _structs.Sink}
NUMBERS = {"int32_t": ctypes.c_int32, "int64_t": ctypes.c_int64,
           "uint64_t": ctypes.c_uint64, "uint8_t": ctypes.c_uint8,
           "size_t": ctypes.c_size_t, "double": ctypes.c_double,
           "char": ctypes.c_char}


def ctype(text, callback=False):
    """The ctypes type that a type of the headers has to be bound as."""
    if text in ("const char*",) and not callback:
        return ctypes.c_char_p
    text = text.replace("const ", "")
    text = HEADER.aliases.get(text, text)
    if "(*)" in text:
        returns, takes = text[:-1].split("(*)(")
        return ctypes.CFUNCTYPE(ctype(returns),
                                *(ctype(t, True) for t in takes.split(",")))
    if text.endswith("]"):
        base, count = text[:-1].split("[")
        return ctype(base) * int(count)
    if text in ("void*", "char*") and (callback or text == "void*"):
        return ctypes.c_void_p  # bytes with a length, not a C string
    if text.endswith("*"):
        return ctypes.POINTER(ctype(text[:-1]))
    known = [{"void": None}, NUMBERS, OPAQUE, CALLBACKS, _structs.STRUCTS]
    for names in known:
        if text in names:
            return names[text]
    raise KeyError(text)


class Functions(unittest.TestCase):
    def test_every_function_is_bound(self):
        self.assertEqual(sorted(prototypes()), sorted(HEADER.functions))

    def test_types_are_those_of_the_headers(self):
        bound = prototypes()
        for name, function in HEADER.functions.items():
            with self.subTest(name):
                returns, takes = bound[name]
                self.assertEqual(returns, ctype(function.returns))
                self.assertEqual(takes, [ctype(t)
                                         for t, _ in function.parameters])

    def test_library_has_the_prototypes(self):
        for name, (returns, takes) in prototypes().items():
            function = getattr(_ffi.lib, name)
            self.assertEqual((function.restype, function.argtypes),
                             (returns, takes), name)

    def test_callbacks_are_those_of_the_headers(self):
        self.assertEqual(sorted(CALLBACKS), sorted(HEADER.callbacks))
        for name, function in HEADER.callbacks.items():
            bound = CALLBACKS[name]
            self.assertEqual(bound._restype_, ctype(function.returns), name)
            self.assertEqual(list(bound._argtypes_),
                             [ctype(t, True) for t, _ in function.parameters],
                             name)

    def test_opaque_types_are_known(self):
        self.assertEqual(sorted(OPAQUE), sorted(HEADER.opaque))


class Structs(unittest.TestCase):
    def test_every_struct_is_bound(self):
        self.assertEqual(sorted(_structs.STRUCTS), sorted(HEADER.structs))

    def test_fields_are_those_of_the_headers(self):
        for name, fields in HEADER.structs.items():
            with self.subTest(name):
                self.assertEqual(
                    _structs.STRUCTS[name]._fields_,
                    [(field, ctype(kind)) for kind, field in fields])

    def test_layout_is_the_compilers(self):
        """Sizes and offsets as a C program prints them."""
        lines, expected = [], []
        for name, fields in HEADER.structs.items():
            bound = _structs.STRUCTS[name]
            lines.append('printf("%%s %%lu\\n", "%s", '
                         '(unsigned long)sizeof(%s));' % (name, name))
            expected.append("%s %d" % (name, ctypes.sizeof(bound)))
            for _, field in fields:
                lines.append('printf("%%s %%lu\\n", "%s.%s", (unsigned long)'
                             'offsetof(%s, %s));' % (name, field, name, field))
                expected.append("%s.%s %d" % (name, field,
                                              getattr(bound, field).offset))
        self.assertEqual(run_c(lines).split("\n")[:-1], expected)


class Enumerations(unittest.TestCase):
    def test_every_enumeration_is_bound(self):
        self.assertEqual(sorted(_enums.ENUMS), sorted(HEADER.enums))

    def test_values_are_those_of_the_headers(self):
        for name, values in HEADER.enums.items():
            kind, prefix = _enums.ENUMS[name]
            bound = {prefix + key: int(value)
                     for key, value in kind.__members__.items()}
            self.assertEqual(bound, values, name)

    def test_values_are_the_compilers(self):
        names = [e for values in HEADER.enums.values() for e in values]
        lines = ['printf("%%s %%ld\\n", "%s", (long)%s);' % (n, n)
                 for n in names]
        expected = ["%s %d" % (n, v) for values in HEADER.enums.values()
                    for n, v in values.items()]
        self.assertEqual(run_c(lines).split("\n")[:-1], expected)

    def test_every_status_has_an_exception_of_its_own(self):
        codes = set(_enums.StatusCode) - {_enums.StatusCode.OK}
        self.assertEqual(set(_errors.ERRORS), codes)
        self.assertEqual(len(set(_errors.ERRORS.values())), len(codes))
        for code in codes:
            error = _errors.error_of(code, "what", "field", 3)
            self.assertEqual((type(error), error.code, error.field, error.row,
                              error.message),
                             (_errors.ERRORS[code], code, "field", 3, "what"))


def run_c(lines):
    """What a program with these lines prints."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "layout.c")
        with open(source, "w") as file:
            file.write("#include <stddef.h>\n#include <stdio.h>\n"
                       '#include "attain.h"\nint main(void) {\n%s\n'
                       "return 0; }\n" % "\n".join(lines))
        program = os.path.join(folder, "layout")
        subprocess.run(headers.compiler() + ["-I" + headers.INCLUDE, source,
                                             "-o", program], check=True)
        return subprocess.run([program], check=True, stdout=subprocess.PIPE,
                              universal_newlines=True).stdout


if __name__ == "__main__":
    unittest.main()
