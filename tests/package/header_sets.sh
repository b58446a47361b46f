#!/bin/sh
# CMake's own check of header sets: each public header compiles alone, by the
# target all_verify_interface_header_sets: header_sets.sh
# Exit status 77 with a CMake that has no such check (before 3.24).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/staged.sh"
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
need_tools cmake
version=$(cmake --version | sed -n 's/^cmake version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
# shellcheck disable=SC2086
set -- $version
if [ "$1" -lt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -lt 24 ]; }; then
    echo "skip: CMake $1.$2 does not verify header sets"
    exit 77
fi
count=0
languages=C
! command -v c++ >/dev/null 2>&1 || languages="C CXX"
for language in $languages; do
    mkdir "$work/$language"
    cat >"$work/$language/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.24)
project(header_sets LANGUAGES $language)
file(GLOB_RECURSE headers "$root/include/*.h")
add_library(headers INTERFACE)
target_sources(headers INTERFACE FILE_SET HEADERS
  BASE_DIRS "$root/include" FILES \${headers})
set_target_properties(headers PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
END
    quiet "configure" cmake -S "$work/$language" -B "$work/$language/build" \
        "-DCMAKE_${language}_FLAGS=-Wall -Wextra -Wpedantic -Werror"
    quiet "verify" cmake --build "$work/$language/build" \
        --target all_verify_interface_header_sets -j 2
    made=$(find "$work/$language/build" -name '*.o' -path '*headers_verify*' |
        wc -l)
    count=$((count + made))
done
headers=$(find "$root/include" -name '*.h' | wc -l)
# shellcheck disable=SC2086
[ "$count" -eq $(($(echo $languages | wc -w) * headers)) ] || {
    echo "fail: $count compilations of $headers headers, as $languages"
    exit 1
}
echo "ok: CMake has verified $headers headers, as $languages"
