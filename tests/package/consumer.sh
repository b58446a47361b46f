#!/bin/sh
# A program of somebody else builds against the installed library and against
# its sources, and runs: consumer.sh BUILD
#
# BUILD is a finished build of the library; it is installed into a folder with
# a blank in its name.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: consumer.sh BUILD" >&2
    exit 2
fi
for tool in cmake ctest c++; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "skip: $tool is not installed"
        exit 77
    fi
done
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix="$work/a prefix"

# try NAME ARGUMENTS...: configures, builds and runs the consumer
try() {
    name=$1
    shift
    if ! {
        cmake -S "$here/consumer" -B "$work/$name" "$@" &&
            cmake --build "$work/$name" &&
            (cd "$work/$name" && ctest --output-on-failure -R consumer_)
    } >"$work/$name.log" 2>&1; then
        echo "fail: $name"
        cat "$work/$name.log"
        exit 1
    fi
    echo "ok: $name"
}

if ! cmake --install "$build" --prefix "$prefix" >"$work/install.log" 2>&1; then
    echo "fail: install"
    cat "$work/install.log"
    exit 1
fi
library=$(find "$prefix" -name 'libattain.*' | head -n 1)
LD_LIBRARY_PATH=$(dirname "$library")${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH
try "find_package" "-DCMAKE_PREFIX_PATH=$prefix"
try "add_subdirectory" "-DATTAIN_SOURCE=$here/../.."

if command -v pkg-config >/dev/null 2>&1; then
    file=$(find "$prefix" -name attain.pc | head -n 1)
    if [ -n "$file" ]; then
        PKG_CONFIG_PATH=$(dirname "$file")
        export PKG_CONFIG_PATH
        pkg-config --validate attain
        # pkg-config escapes the blank for a shell, so a shell has to read it
        eval "${CC:-cc} \"$here/consumer/consumer.c\" -o \"$work/by_pc\"" \
            "$(pkg-config --cflags --libs --static attain)"
        "$work/by_pc" >/dev/null
        echo "ok: pkg-config"
    fi
fi
