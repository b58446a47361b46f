#!/bin/sh
# Gives the preprocessed headers to LuaJIT: test_luajit.sh LIBRARY
# Exit status 77 when LuaJIT is not installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: test_luajit.sh LIBRARY" >&2
    exit 2
fi
if ! command -v luajit >/dev/null 2>&1; then
    echo "skip: luajit is not installed"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/stddef.h"
: >"$work/stdint.h"
${CC:-cc} -E -P -DATTAIN_API= -nostdinc "-I$work" "-I$here/../../include" \
    "$here/../../include/attain.h" >"$work/declarations"
luajit "$here/test_luajit.lua" "$1" "$work/declarations"
