#!/bin/sh
# The library built for Windows gives the same bytes of results under wine, and
# its DLL exports the public functions and nothing else:
# windows.sh ATTAIN_REPORT
#
# ATTAIN_REPORT is the program of this system to compare with. Needs the
# packages gcc-mingw-w64-x86-64 and wine64.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: windows.sh ATTAIN_REPORT" >&2
    exit 2
fi
. "$here/staged.sh"
report=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
need_tools x86_64-w64-mingw32-gcc x86_64-w64-mingw32-objdump cmake
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
need_tools "$wine"
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export WINEDEBUG=-all WINEPREFIX="$work/wine"

quiet "configure" cmake -S "$root" -B "$work/build" \
    "-DCMAKE_TOOLCHAIN_FILE=$here/mingw.cmake" -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_C_FLAGS=-O1
quiet "build" cmake --build "$work/build" -j 2
built=$work/build/examples

x86_64-w64-mingw32-objdump -p "$work/build/libattain.dll" >"$work/dll"
sed -n '/Ordinal\/Name/,$s/^[^a-z]*\(attain_[a-z0-9_]*\)$/\1/p' "$work/dll" |
    sort >"$work/exported"
declared "$root/include" >"$work/declared"
diff "$work/declared" "$work/exported"
if sed -n 's/.*DLL Name: //p' "$work/dll" | grep -viE '^(kernel32|msvcrt)'; then
    echo "fail: the DLL needs these beside the system's"
    exit 1
fi

# Two ways to link: the DLL beside the program, and the archive in it.
cd "$work"
mkdir bin 拜泉
cp -r "$root/examples/data/baiquan/plan" "$root/examples/data/baiquan/data" 拜泉
cp build/libattain.dll bin
for library in libattain.dll.a libattain.a; do
    quiet "windows.c with $library" x86_64-w64-mingw32-gcc -std=c11 -Wall \
        -Wextra "-I$root/include" "$here/windows.c" "build/$library" \
        -o bin/windows.exe
    quiet "threads and UTF-8 names with $library" "$wine" bin/windows.exe
done
for plan in baiquan national; do
    for form in csv json; do
        data=$root/examples/data/$plan
        "$report" "$data/plan" "$data/data" --format $form >expected
        "$wine" "$built/attain_report.exe" "$data/plan" "$data/data" \
            --format $form --out found
        cmp expected found
    done
done
quiet "numeric_alone" "$wine" "$built/numeric_alone.exe"
echo "ok: $(wc -l <exported) functions, the same bytes on Windows"
