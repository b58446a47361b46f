#!/bin/sh
# Two builds in two folders are the same files, byte by byte:
# reproducible.sh BUILD
#
# BUILD is a finished build; a project of somebody else, in C and C++, fetches
# an archive of the sources (FetchContent) and builds them in another folder
# with the same compiler and flags. It runs, and what both install is compared.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: reproducible.sh BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
need_tools cmake c++ diff
build=$(cd "$1" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cached() {
    sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"
}

# An archive of the sources, and the project that fetches it.
mkdir "$work/attain"
(cd "$root" && cp -r CMakeLists.txt LICENSE include lib "$work/attain")
(cd "$work" && cmake -E tar czf attain.tar.gz attain && rm -r attain)
made="$work/one folder"
quiet "configure" cmake -Werror=dev -S "$here/consumer" -B "$made" -DHOW=fetch \
    "-DSOURCE=$work/attain.tar.gz" -DATTAIN_INSTALL=ON \
    "-DBUILD_SHARED_LIBS=$(cached BUILD_SHARED_LIBS)" \
    "-DCMAKE_C_COMPILER=$(cached CMAKE_C_COMPILER)" \
    "-DCMAKE_BUILD_TYPE=$(cached CMAKE_BUILD_TYPE)" \
    "-DCMAKE_C_FLAGS=$(cached CMAKE_C_FLAGS)"
! grep 'CMake .*Warning' "$work/quiet.log" || exit 1
quiet "build" cmake --build "$made" -j 2
for program in "$made"/consumer_*; do
    quiet "$program" "$program"
done
quiet "install" cmake --install "$made" --prefix "$work/by/folder"
quiet "install" cmake --install "$build" --prefix "$work/by/build"
quiet "the same files" diff -r "$work/by/build" "$work/by/folder"
echo "ok: $(cd "$work/by/build" && find . -type f | wc -l) files, twice the same"
