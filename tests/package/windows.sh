#!/bin/sh
# The library built for Windows by mingw-w64: under wine its own tests pass, it
# gives the same bytes of results, and its DLL exports the public functions and
# nothing else: windows.sh ATTAIN_REPORT [CMOCKA]
#
# ATTAIN_REPORT is the program of this system to compare with; CMOCKA the folder
# that cmocka.sh made, build/mingw of the sources unless it is named. Needs the
# packages gcc-mingw-w64-x86-64 and wine64.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: windows.sh ATTAIN_REPORT [CMOCKA]" >&2
    exit 2
fi
. "$here/staged.sh"
report=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$here/../.." && pwd)
cmocka=${2:-$root/build/mingw}
need_tools x86_64-w64-mingw32-gcc x86_64-w64-mingw32-objdump cmake pkg-config
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
need_tools "$wine"
if [ ! -f "$cmocka/cmocka.pc" ]; then
    echo "skip: sh tests/package/cmocka.sh build/mingw"
    exit 77
fi
cmocka=$(cd "$cmocka" && pwd)
work=$(mktemp -d)
export WINEDEBUG=-all WINEPREFIX="$work/wine" LC_ALL=C.UTF-8
WINESERVER=$(command -v wineserver || echo /usr/lib/wine/wineserver64)
export WINESERVER
trap '"$WINESERVER" -k || true; rm -rf "$work"' EXIT

cross() {
    PKG_CONFIG_LIBDIR=$cmocka cmake "-DCMAKE_FIND_ROOT_PATH=$cmocka" \
        "-DCMAKE_TOOLCHAIN_FILE=$here/mingw.cmake" -DCMAKE_BUILD_TYPE=None "$@"
}
quiet "configure" cross -S "$root" -B "$work/build" -DCMAKE_C_FLAGS=-O0 \
    -DATTAIN_BUILD_TESTS=ON
quiet "build" cmake --build "$work/build" -j 2
# One server for all programs; and what it starts in the background must not
# have the output of a test, for whose end ctest waits.
mkdir "$WINEPREFIX"
quiet "wine" "$WINESERVER" -p
quiet "wine" "$wine" cmd /c exit
cd "$work/build"
quiet "tests under wine" ctest --output-on-failure --no-tests=error -j 2
tests=$(sed -n 's/.* tests passed.* out of \([0-9]*\)$/\1/p' \
    "$work/quiet.log")
cd "$work"

x86_64-w64-mingw32-objdump -p build/libattain.dll >dll
sed -n '/Ordinal\/Name/,$s/^[^a-z]*\(attain_[a-z0-9_]*\)$/\1/p' dll |
    sort >exported
declared "$root/include" >declared
diff declared exported
if sed -n 's/.*DLL Name: //p' dll | grep -viE '^(kernel32|msvcrt)'; then
    echo "fail: the DLL needs these beside the system's"
    exit 1
fi

# Two ways to link: the DLL beside the program, and the archive in it. This
# program takes names as the system gives them: UTF-8 is the library's work.
mkdir 中国 bin
for plan in baiquan national; do
    mkdir "中国/$plan"
    cp -r "$root/examples/data/$plan/plan" "$root/examples/data/$plan/data" \
        "中国/$plan"
done
cp build/libattain.dll bin
for library in libattain.dll.a libattain.a; do
    quiet "windows.c with $library" x86_64-w64-mingw32-gcc -std=c11 -Wall \
        -Wextra "-I$root/include" "$here/windows.c" "build/$library" \
        -o bin/windows.exe
    quiet "threads and UTF-8 names with $library" "$wine" bin/windows.exe
done

# As another project finds it, installed where a name has a blank.
prefix="$work/a prefix"
quiet "install" cmake --install build --prefix "$prefix"
quiet "find_package" cross -S "$here/consumer" -B consumer -DLANGUAGES=C \
    "-Dattain_DIR=$prefix/lib/cmake/attain"
quiet "build of another project" cmake --build consumer
cp "$prefix/bin/libattain.dll" consumer
for library in attain static shared; do
    quiet "consumer with $library" "$wine" "consumer/consumer_${library}_C.exe"
done

same() {
    cmp "$1" "$2" || {
        echo "fail: $plan as $form is not what this system writes"
        exit 1
    }
}
for plan in baiquan national; do
    tables="中国/$plan/plan 中国/$plan/data"
    for form in text csv json html; do
        # shellcheck disable=SC2086
        "$report" $tables --format $form >expected
        # shellcheck disable=SC2086
        "$wine" build/examples/attain_report.exe $tables --format $form >found
        same expected found
    done
    # shellcheck disable=SC2086
    "$wine" build/examples/attain_report.exe $tables --format $form \
        --out "中国/报告"
    same expected "中国/报告"
done
quiet "numeric_alone" "$wine" build/examples/numeric_alone.exe
echo "ok: $(wc -l <exported) functions, $tests tests, the same bytes on Windows"
