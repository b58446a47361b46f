"""The headers as they are, read by cffi: declarations, one call, one struct.

    test_cffi.py LIBRARY

Exit status 77 when cffi is not installed.
"""
import sys

import headers

try:
    import cffi
except ImportError:
    print("skip: cffi is not installed for", sys.executable)
    sys.exit(77)


def main(path):
    ffi = cffi.FFI()
    ffi.cdef(headers.preprocessed())
    lib = ffi.dlopen(path)
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
    print("ok: cffi", cffi.__version__, "reads the headers and calls")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: test_cffi.py LIBRARY")
    main(sys.argv[1])
