-- Judges a plan from its tables, in LuaJIT. What it does is told in
-- ../judge_goal.c. The headers are given to the FFI as they are:
--
--     mkdir -p none && touch none/stddef.h none/stdint.h
--     cc -E -P -DATTAIN_API= -nostdinc -Inone -I/usr/local/include \
--         /usr/local/include/attain.h >attain.cdef
--     luajit judge_goal.lua libattain.so attain.cdef PLAN DATA GOAL
local ffi = require("ffi")

local library, declarations, plan_folder, data_folder, goal = unpack(arg)
if not goal then
    io.stderr:write("usage: judge_goal.lua LIBRARY CDEF PLAN DATA GOAL\n")
    os.exit(2)
end
local file = assert(io.open(declarations))
ffi.cdef(file:read("*a"))
file:close()
local lib = ffi.load(library)

-- Calls what makes a handle, which is destroyed with the last use of it.
local function make(kind, destroy, call, ...)
    local out = ffi.new("attain_" .. kind .. " *[1]")
    local err = ffi.new("attain_error")
    local inputs = {...}
    inputs[select("#", ...) + 1] = out
    inputs[select("#", ...) + 2] = err
    if call(unpack(inputs, 1, select("#", ...) + 2)) ~= lib.ATTAIN_OK then
        error(ffi.string(err.message), 0)
    end
    return ffi.gc(out[0], destroy)
end

local function main()
    local plan = make("plan", lib.attain_plan_destroy, lib.attain_read_plan,
        plan_folder, nil)
    local data = make("dataset", lib.attain_dataset_destroy,
        lib.attain_read_dataset, data_folder, nil)
    local ev = make("evaluation", lib.attain_evaluation_destroy,
        lib.attain_evaluate, plan, data, nil)

    print(("%.1f of 100"):format(
        lib.attain_evaluation_value(ev, lib.ATTAIN_MEASURE_SCORE, 0, 0)))
    local parent = lib.attain_evaluation_find_node(ev, goal, #goal)
    local node = ffi.new("attain_node")
    for i = 0, tonumber(lib.attain_evaluation_node_count(ev)) - 1 do
        lib.attain_node_init(node)
        lib.attain_evaluation_get_node(ev, i, node, nil)
        if node.kind == lib.ATTAIN_KIND_TARGET and node.parent == parent then
            local verdict = lib.attain_evaluation_value(
                ev, lib.ATTAIN_MEASURE_VERDICT, i, 0)
            print(("%s %s %s"):format(ffi.string(node.id), ffi.string(
                lib.attain_word(lib.ATTAIN_VOCABULARY_VERDICT, verdict)),
                ffi.string(node.name)))
        end
    end
end

local done, message = pcall(main)
if not done then
    io.stderr:write(message, "\n")
    os.exit(1)
end
