#!/bin/sh
# Programs of somebody else, in C and C++, take the library in by each way that
# CMake knows, and run: consumer.sh BUILD
#
# BUILD is a finished build of the library. Another CMake than the one that
# made it can be named in the environment, CMAKE=/old/bin/cmake: 3.16.0, the
# oldest that consumers may have, passed with the ways as they are now.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: consumer.sh BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
need_tools cmake c++ readelf
cmake=${CMAKE:-cmake}
build=$(cd "$1" && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

configure() {
    name=$1
    shift
    "$cmake" -Werror=dev -S "$here/consumer" -B "$work/$name" \
        -DCMAKE_BUILD_TYPE=None "$@"
}

build_and_run() {
    configure "$@" >"$work/log" 2>&1 &&
        "$cmake" --build "$work/$1" -j 2 >>"$work/log" 2>&1 &&
        (cd "$work/$1" && for program in ./consumer_*; do
            "$program" || exit 1
        done) >>"$work/log" 2>&1 &&
        ! grep -E 'CMake .*Warning|warning:' "$work/log" >&2
}

# try NAME ARGUMENTS...: configures, builds and runs the consumer
try() {
    if ! build_and_run "$@"; then
        echo "fail: $1"
        cat "$work/log"
        exit 1
    fi
    echo "ok: $1"
}

# is_shared NAME yes|no: what attain::attain was
is_shared() {
    found=no
    readelf -d "$work/$1/consumer_attain_C" | grep -q libattain && found=yes
    if [ "$found" != "$2" ]; then
        echo "fail: $1: attain::attain is shared: $found, not $2"
        exit 1
    fi
}

stage "$build"
installed="-DCMAKE_PREFIX_PATH=$prefix"
try installed "$installed" -DARGUMENTS=0.1
is_shared installed no
try build_tree "-Dattain_DIR=$build"
try shared_alone "$installed" "-DARGUMENTS=0.1;COMPONENTS;shared" \
    "-DLIBRARIES=attain;shared"
is_shared shared_alone yes
try static_alone "$installed" "-DARGUMENTS=COMPONENTS;static" \
    "-DLIBRARIES=attain;static"
try no_c "$installed" "-DARGUMENTS=0.1.0;EXACT" -DLANGUAGES=CXX

for wrong in 0.0 0.2 1 "0.1.1" "0.1.1;EXACT" "0.1;COMPONENTS;dynamic"; do
    refused "version $wrong" configure wrong "$installed" "-DARGUMENTS=$wrong"
done
rm -f "$libdir"/libattain.a "$libdir"/cmake/attain/attain-static*
try without_static "$installed" "-DLIBRARIES=attain;shared"
is_shared without_static yes
refused "a component that is not there" \
    configure wrong "$installed" "-DARGUMENTS=COMPONENTS;static"

# Fetched (FetchContent), it is the second build of reproducible.sh.
try add_subdirectory -DHOW=add "-DSOURCE=$source" -DBUILD_SHARED_LIBS=ON
is_shared add_subdirectory yes
