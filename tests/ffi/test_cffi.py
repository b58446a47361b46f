"""The headers as they are, read by cffi, and the description of the API
against what cffi has read: an independent reader of C.

    test_cffi.py LIBRARY

Exit status 77 when cffi is not installed.
"""
import os
import re
import sys

import headers

try:
    import cffi
except ImportError:
    print("skip: cffi is not installed for", sys.executable)
    sys.exit(77)


def spelled(ffi, kind):
    """A type of the headers as cffi spells it."""
    return ffi.typeof(kind.replace("[]", "*")).cname


def compare(ffi, lib, api):
    for one in api["functions"]:
        found = ffi.typeof(getattr(lib, one["name"]))
        assert [arg.cname for arg in found.args] == [
            spelled(ffi, each["type"]) for each in one["parameters"]], one
        assert found.result.cname == spelled(ffi, one["returns"]["type"]), one
    for one in api["structs"]:
        found = ffi.typeof(one["name"])
        assert [(name, field.type.cname) for name, field in found.fields] == [
            (each["name"], spelled(ffi, each["type"]))
            for each in one["fields"]], one["name"]
    for one in api["enums"]:
        assert ffi.typeof("enum " + one["name"]).relements == {
            each["name"]: each["value"] for each in one["values"]}, one


def offsets(ffi):
    """Fields lie where tests/package/abi/layouts.c says, which the compilers
    compare as well; returns how many there are."""
    path = os.path.join(headers.ROOT, "tests", "package", "abi", "layouts.c")
    with open(path, encoding="utf-8") as file:
        fields = re.findall(r"^FIELD\((\w+), (\w+), (\d+), (\d+)\);",
                            file.read(), re.M)
    for name, field, at, _ in fields:
        assert ffi.offsetof(name, field) == int(at), (name, field)
    assert len(fields) > 200
    return len(fields)


def round_trip(text):
    """pycparser writes what it has read so that it reads the same again."""
    from pycparser import c_generator, c_parser
    names = sorted(set(re.findall(r"\b(?:u?int\d+_t|size_t)\b", text)))
    text = "".join("typedef unsigned %s;\n" % name for name in names) + text
    once = c_generator.CGenerator().visit(c_parser.CParser().parse(text))
    again = c_generator.CGenerator().visit(c_parser.CParser().parse(once))
    assert once == again and once.count("attain_") > 1000


def calls(ffi, lib):
    assert ffi.string(lib.attain_status_name(0)) == b"ATTAIN_OK"
    out, error = ffi.new("double *"), ffi.new("attain_error *")
    assert lib.attain_number_parse(b"95.5", 4, out, error) == lib.ATTAIN_OK
    assert out[0] == 95.5
    status = lib.attain_number_parse(b"95.5x", 5, out, error)
    assert status == error.code == lib.ATTAIN_ERR_NUMBER
    assert ffi.string(error.message)
    options = ffi.new("attain_write_options *")
    lib.attain_write_options_init(options)
    assert options.struct_size == ffi.sizeof("attain_write_options")
    assert options.unit == -1


def main(path):
    ffi = cffi.FFI()
    text = headers.preprocessed()
    # nothing is left but declarations
    assert not [line for line in text.split("\n") if line.startswith("#")]
    assert "__" not in text and "ATTAIN_API" not in text
    round_trip(text)
    ffi.cdef(text)
    lib = ffi.dlopen(path)
    calls(ffi, lib)
    api = headers.api()
    compare(ffi, lib, api)
    offsets(ffi)
    print("ok: cffi", cffi.__version__, "reads the headers as described:",
          len(api["functions"]), "functions")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: test_cffi.py LIBRARY")
    main(sys.argv[1])
