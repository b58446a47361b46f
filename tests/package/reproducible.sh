#!/bin/sh
# Two builds in two folders are the same files, byte by byte:
# reproducible.sh BUILD
#
# BUILD is a finished build; the sources are built once more in another folder
# with the same compiler and flags, and what both install is compared.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: reproducible.sh BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
need_tools cmake diff
build=$(cd "$1" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cached() {
    sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"
}

# make FOLDER: copies the sources there, builds and installs them
make_in() {
    at="$work/$1"
    mkdir -p "$at"
    (cd "$root" && cp -r CMakeLists.txt include lib "$at")
    quiet "configure $1" cmake -S "$at" -B "$at/made" \
        "-DCMAKE_C_COMPILER=$(cached CMAKE_C_COMPILER)" \
        -DCMAKE_BUILD_TYPE="$(cached CMAKE_BUILD_TYPE)" \
        "-DCMAKE_C_FLAGS=$(cached CMAKE_C_FLAGS)" -DATTAIN_BUILD_EXAMPLES=OFF
    quiet "build $1" cmake --build "$at/made" -j 2
    quiet "install $1" cmake --install "$at/made" --prefix "$work/by/$1"
}

make_in "one folder"
quiet "install" cmake --install "$build" --prefix "$work/by/build"
quiet "the same files" diff -r "$work/by/build" "$work/by/one folder"
echo "ok: $(cd "$work/by/build" && find . -type f | wc -l) files, twice the same"
