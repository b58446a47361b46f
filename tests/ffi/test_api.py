"""The description of the API against the headers, the compiler and the
library: what docs/api.json and the Python package say is what C says.

    test_api.py [LIBRARY]
"""
import ctypes
import os
import re
import subprocess
import sys
import tempfile
import unittest

import generate
import headers

if len(sys.argv) > 1 and not sys.argv[-1].startswith("-"):
    os.environ["ATTAIN_LIBRARY"] = os.path.abspath(sys.argv.pop())
PACKAGE = os.path.join(headers.ROOT, "examples", "python")
sys.path.insert(0, PACKAGE)

API = headers.api()
FUNCTIONS = {one["name"]: one for one in API["functions"]}
CODES = [value["name"] for one in API["enums"]
         if one["name"] == "attain_status_code" for value in one["values"]]
TYPES = generate.Types(API)
#: Functions that the package has no use for, and why.
UNUSED = {
    "attain_method_kind_count": "MethodKind has the kinds",
    "attain_method_kind_name": "MethodKind has the kinds",
    "attain_method_find": "enumerations have the methods",
    "attain_progress_input_count": "ProgressInput has the inputs",
    "attain_progress_input_name": "ProgressInput has the inputs",
    "attain_progress_class_count": "ProgressClass has the classes",
    "attain_progress_class_name": "ProgressClass has the classes",
    "attain_part_count": "Part has the parts",
    "attain_doubt_source_count": "DoubtSource has the sources",
    "attain_doubt_source_name": "DoubtSource has the sources",
    "attain_sensitivity_measure_count": "SensitivityMeasure has them",
    "attain_sensitivity_measure_name": "SensitivityMeasure has them",
    "attain_trend_measure_count": "TrendMeasure has the measures",
    "attain_trend_measure_name": "TrendMeasure has the measures",
    "attain_value_added_measure_count": "ValueAddedMeasure has them",
    "attain_value_added_measure_name": "ValueAddedMeasure has them",
    "attain_reason_count": "words() lists the reasons",
    "attain_reason_name": "words() names the reasons",
    "attain_statistic_count": "methods() counts the statistics",
    "attain_statistic_name": "methods() names the statistics",
    "attain_statistics_by": "attain_statistics_by_columns() has it in it",
    "attain_status_name": "StatusCode has the names",
    "attain_nul_terminated": "lengths are always known",
    "attain_number_parse": "float() reads the same text as the same double",
    "attain_number_format": "repr() writes the same digits",
    "attain_period_frequency": "periods are text here",
    "attain_write_observations_buffer": "its sibling needs one pass",
    "attain_write_results_buffer": "attain_write_results() needs one pass",
}


class Description(unittest.TestCase):
    def test_files_are_what_the_headers_make(self):
        self.assertEqual(list(generate.stale()), [],
                         "run python3 tests/ffi/generate.py")

    def test_everything_is_described(self):
        for kind in ("functions", "structs", "enums", "callbacks", "opaque"):
            for one in API[kind]:
                self.assertTrue(one["doc"], one["name"])
        for one in API["structs"]:
            for field in one["fields"]:
                self.assertTrue(field["doc"], (one["name"], field["name"]))

    def test_every_parameter_is_described(self):
        for one in API["functions"] + API["callbacks"]:
            for each in one["parameters"]:
                self.assertTrue(each["doc"], (one["name"], each["name"]))

    def test_every_pointer_has_a_direction_and_an_owner(self):
        for one in API["functions"] + API["callbacks"]:
            for each in one["parameters"]:
                if "*" in each["type"]:
                    what = one["name"], each["name"]
                    self.assertIn(each["direction"], ("in", "out", "in,out"),
                                  what)
                    self.assertIn("ownership", each, what)
                    if each["type"].startswith("const "):
                        self.assertEqual(each["direction"], "in", what)
            if "*" in one["returns"]["type"]:
                self.assertIn("ownership", one["returns"], one["name"])

    def test_every_failure_is_listed(self):
        for one in API["functions"]:
            statuses = one["returns"].get("statuses", [])
            self.assertLessEqual(set(statuses), set(CODES), one["name"])
            if one["returns"]["type"] == "attain_status" \
                    and one["parameters"][-1]["name"] == "err":
                self.assertIn("ATTAIN_OK", statuses, one["name"])
                self.assertTrue(any("_ERR_" in status for status in statuses),
                                one["name"])

    def test_shapes_of_functions(self):
        for one in API["functions"]:
            names = [each["name"] for each in one["parameters"]]
            if "err" in names:
                self.assertEqual(names[-1], "err", one["name"])
            if "capacity" in names:
                self.assertIn("count", names, one["name"])
            if one["name"].endswith("_create"):
                self.assertIn(one["name"][:-6] + "destroy", FUNCTIONS)
            for each in one["parameters"]:
                if "release" in each:
                    self.assertIn(each["release"], FUNCTIONS, one["name"])
        for one in API["callbacks"]:
            last = one["parameters"][-1]
            self.assertEqual((last["type"], last["name"]), ("void*", "user"))

    def test_structs_can_grow(self):
        for name, fields in headers.layout(API).items():
            if name not in ("attain_error", "attain_allocator") \
                    and not name.startswith("struct Arrow"):
                self.assertEqual(fields[0], ("struct_size", "size_t"), name)


class Compiler(unittest.TestCase):
    """What a C program says of the same declarations."""

    def test_functions_have_these_types(self):
        lines = []
        for name, one in FUNCTIONS.items():
            takes = ", ".join(each["type"] for each in one["parameters"])
            lines.append("    { %s (*f)(%s) = %s; (void)f; }" % (
                one["returns"]["type"], takes or "void", name))
        compiled(lines, link=False)

    def test_layout_of_structs(self):
        lines, expected = [], []
        for name, fields in headers.layout(API).items():
            bound = _structs.STRUCTS[name]
            lines.append('printf("%s %%lu\\n", (unsigned long)sizeof(%s));'
                         % (name, name))
            expected.append("%s %d" % (name, ctypes.sizeof(bound)))
            for field, _ in fields:
                lines.append('printf("%s.%s %%lu\\n", (unsigned long)offsetof('
                             '%s, %s));' % (name, field, name, field))
                expected.append("%s.%s %d" % (name, field,
                                              getattr(bound, field).offset))
        self.assertEqual(compiled(lines).split("\n")[:-1], expected)

    def test_structs_have_no_holes(self):
        for name, bound in _structs.STRUCTS.items():
            held = sum(getattr(bound, field).size
                       for field, *_ in bound._fields_)
            self.assertEqual(ctypes.sizeof(bound), held, name)

    def test_values_of_enumerations(self):
        values = [value for one in API["enums"] for value in one["values"]]
        lines = ['printf("%s %%ld\\n", (long)%s);' % (v["name"], v["name"])
                 for v in values]
        self.assertEqual(compiled(lines).split("\n")[:-1],
                         ["%s %d" % (v["name"], v["value"]) for v in values])

    def test_sizes_of_parameters(self):
        found = {}
        for one in API["functions"]:
            for each in one["parameters"] + [one["returns"]]:
                if each["type"] not in ("void", "attain_sink"):
                    found[each["type"]] = TYPES.name(each["type"])
        lines = ['printf("%%lu\\n", (unsigned long)sizeof(%s));' % kind
                 for kind in found]
        names = dict(vars(ctypes), **vars(_structs))
        self.assertEqual(
            compiled(lines).split("\n")[:-1],
            [str(ctypes.sizeof(eval(kind, names)))  # of our own making
             for kind in found.values()])


class Package(unittest.TestCase):
    def test_library_has_the_prototypes(self):
        self.assertEqual(sorted(PROTOTYPES), sorted(FUNCTIONS))
        for name, (returns, takes) in PROTOTYPES.items():
            function = getattr(_ffi.lib, name)
            self.assertEqual((function.restype, function.argtypes),
                             (returns, takes), name)

    def test_every_function_is_of_use(self):
        source = ""
        for name in os.listdir(os.path.join(PACKAGE, "attain")):
            if name.endswith(".py") and name != "_prototypes.py":
                with open(os.path.join(PACKAGE, "attain", name),
                          encoding="utf-8") as file:
                    source += file.read()
        used = set(re.findall(r"\b_?lib(?:rary)?\.(attain_\w+)", source))
        for name in re.findall(r'"struct", (\w+)', source):
            used.add("attain_%s_init" % re.sub(r"(?<!^)(?=[A-Z])", "_",
                                               name).lower())
        self.assertEqual(sorted(set(FUNCTIONS) - used - numeric.BOUND),
                         sorted(UNUSED))

    def test_every_enumeration_describes_itself(self):
        found = generate.vocabularies(API)
        self.assertEqual(sorted(words.vocabularies()),
                         sorted(one["name"][len("attain_"):]
                                for one in found),
                         "an enumeration needs a row in enum "
                         "attain_vocabulary and words in lib/*/words.c")
        for one in found:
            name = one["name"][len("attain_"):]
            listed = words.words(name)
            self.assertEqual([(word.value, word.description)
                              for word in listed],
                             [(value["value"],
                               value["doc"].replace("\n", " "))
                              for value in one["values"]], name)
            for word in listed:
                self.assertTrue(word.label and word.label_zh
                                and word.description, word)

    def test_every_kind_of_method_lists_its_enumeration(self):
        kinds = [one for one in API["enums"]
                 if one["name"] == "attain_method_kind"][0]["values"]
        for kind in kinds:
            name = kind["name"][len("ATTAIN_METHOD_"):].lower()
            values = {one["name"]: one["values"] for one in API["enums"]}.get(
                "attain_" + name, [])
            methods = numeric.methods(name)
            self.assertTrue(methods, name)
            for method in methods:
                self.assertTrue(method.formula and method.source, method)
            if values:
                self.assertEqual([value["value"] for value in values],
                                 [method.number for method in methods], name)

    def test_every_status_has_an_exception_of_its_own(self):
        codes = set(_enums.StatusCode) - {_enums.StatusCode.OK}
        self.assertEqual(set(_errors.ERRORS), codes)
        self.assertEqual(len(set(_errors.ERRORS.values())), len(codes))
        for code in codes:
            error = _errors.error_of(code, "what", "field", 3)
            self.assertEqual((type(error), error.code, error.field, error.row,
                              error.message),
                             (_errors.ERRORS[code], code, "field", 3, "what"))


def compiled(lines, link=True):
    """What a program with these lines prints; without `link`, it is only
    compiled, and every warning is an error."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "program.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write("#include <stddef.h>\n#include <stdio.h>\n")
            file.writelines('#include "%s"\n' % root
                            for root in headers.roots())
            file.write("int main(void) {\n%s\nreturn 0; }\n"
                       % "\n".join(lines))
        program = os.path.join(folder, "program")
        subprocess.run(
            headers.compiler() + ["-I" + headers.INCLUDE, source, "-o",
                                  program]
            + ([] if link else ["-c", "-Wall", "-Wextra", "-Werror"]),
            check=True)
        return "" if not link else subprocess.run(
            [program], check=True, stdout=subprocess.PIPE,
            encoding="utf-8").stdout


if __name__ == "__main__":
    # a package that is not what the headers make may not even load
    if list(generate.stale()):
        sys.exit("stale: %s; run python3 tests/ffi/generate.py"
                 % ", ".join(generate.stale()))
    from attain import _enums, _errors, _ffi, _structs, numeric
    from attain import _words as words
    from attain._prototypes import PROTOTYPES
    unittest.main()
