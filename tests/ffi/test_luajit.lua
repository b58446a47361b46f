-- The headers as they are, read by LuaJIT: declarations, one call, one struct.
--
--     luajit test_luajit.lua LIBRARY DECLARATIONS
--
-- DECLARATIONS is a file with the preprocessed headers (test_luajit.sh makes
-- it).
local ffi = require("ffi")

local library, declarations = arg[1], arg[2]
if not declarations then
    io.stderr:write("usage: luajit test_luajit.lua LIBRARY DECLARATIONS\n")
    os.exit(2)
end

local file = assert(io.open(declarations))
ffi.cdef(file:read("*a"))
file:close()

local lib = ffi.load(library)
assert(ffi.string(lib.attain_status_name(0)) == "ATTAIN_OK")

local out, err = ffi.new("double[1]"), ffi.new("attain_error")
assert(lib.attain_number_parse("95.5", 4, out, err) == 0)
assert(out[0] == 95.5)
assert(lib.attain_number_parse("95.5x", 5, out, err) == lib.ATTAIN_ERR_NUMBER)
assert(err.code == lib.ATTAIN_ERR_NUMBER and ffi.string(err.message) ~= "")

local options = ffi.new("attain_write_options")
lib.attain_write_options_init(options)
assert(tonumber(options.struct_size) == ffi.sizeof("attain_write_options"))
assert(options.unit == -1)

print("ok: " .. jit.version .. " reads the headers and calls")
