#!/bin/sh
# The example of a language, with the installed library, prints what the one in
# C prints, and fails where it fails: language.sh LANGUAGE BUILD
#
# LANGUAGE is cpp, lua, node, r, rust or go; BUILD a finished build with its
# examples. Exit status 77 when the language is not installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 2 ]; then
    echo "usage: language.sh LANGUAGE BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
language=$1
build=$(cd "$2" && pwd)
need_tools cmake pkg-config cc cmp
root=$(cd "$here/../.." && pwd)
examples=$root/examples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

prefix=$work/prefix
quiet "install" cmake --install "$build" --prefix "$prefix"
libdir=$(dirname "$(find "$prefix" -name libattain.a)")
export PKG_CONFIG_PATH="$libdir/pkgconfig"
export LD_LIBRARY_PATH="$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
library=$libdir/libattain.so

# Prepares the example, and defines judge PLAN DATA GOAL.
case $language in
cpp)
    need_tools c++
    # shellcheck disable=SC2046
    quiet "compile" c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror \
        "$examples/cpp/judge_goal.cc" -o "$work/judge" \
        $(pkg-config --cflags --libs attain)
    judge() { "$work/judge" "$@"; }
    ;;
lua)
    need_tools luajit
    mkdir "$work/none"
    : >"$work/none/stddef.h"
    : >"$work/none/stdint.h"
    cc -E -P -DATTAIN_API= -nostdinc "-I$work/none" "-I$prefix/include" \
        "$prefix/include/attain.h" >"$work/cdef"
    judge() {
        luajit "$examples/lua/judge_goal.lua" "$library" "$work/cdef" "$@"
    }
    ;;
node)
    need_tools node
    NODE_PATH=$build/node_modules:$root/build/node_modules
    export NODE_PATH
    if ! node -e 'require("koffi")' 2>/dev/null; then
        echo "skip: npm install --prefix build koffi@2"
        exit 77
    fi
    judge() { node "$examples/node/judge_goal.js" "$library" "$@"; }
    ;;
r)
    need_tools R Rscript make
    judge() { Rscript --vanilla "$examples/r/judge_goal.R" "$@"; }
    ;;
rust)
    need_tools rustc
    quiet "compile" rustc -O -D warnings "$examples/rust/judge_goal.rs" \
        -L "$libdir" -l attain -o "$work/judge"
    judge() { "$work/judge" "$@"; }
    ;;
go)
    need_tools go
    GOCACHE=$work/cache
    GOFLAGS=-buildvcs=false
    GO111MODULE=off
    export GOCACHE GOFLAGS GO111MODULE
    quiet "compile" go build -o "$work/judge" "$examples/go/judge_goal.go"
    judge() { "$work/judge" "$@"; }
    ;;
*)
    echo "usage: language.sh LANGUAGE BUILD" >&2
    exit 2
    ;;
esac

data=$examples/data/baiquan
for goal in aims-1 aims-2; do
    "$build/examples/judge_goal" "$data/plan" "$data/data" $goal >"$work/c"
    judge "$data/plan" "$data/data" $goal >"$work/found"
    cmp "$work/c" "$work/found"
    [ "$(wc -l <"$work/c")" -ge 2 ] || {
        echo "fail: no target in $goal"
        exit 1
    }
done
refused "a folder that is not there" judge "$work/nothing" "$data/data" aims-1
grep -q "nothing" "$work/quiet.log" || {
    echo "fail: the message does not name the folder:"
    cat "$work/quiet.log"
    exit 1
}
echo "ok: $language prints what C prints"
