#!/bin/sh
# The library as one source gives the same bytes of results as the library:
# amalgamation.sh ATTAIN_REPORT BUILD
#
# ATTAIN_REPORT is the program made with the library of BUILD. It is made again
# with attain.c, by the compilers that are here and for this very processor.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 2 ]; then
    echo "usage: amalgamation.sh ATTAIN_REPORT BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
need_tools awk cmake cc nm cmp
report=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
examples=$here/../../examples
data=$examples/data/baiquan

quiet "the target" cmake --build "$2" --target amalgamation
cp "$2/amalgamation/attain.c" "$2/amalgamation/attain.h" "$work"
for form in csv json; do
    "$report" "$data/plan" "$data/data" --format $form >"$work/expected.$form"
done

# try COMPILER FLAGS...
try() {
    name=$*
    compiler=$1
    shift
    command -v "$compiler" >/dev/null 2>&1 || return 0
    quiet "$name" "$compiler" "$@" -Wall -Wextra -Wpedantic -Werror \
        -c "$work/attain.c" -o "$work/attain.o"
    quiet "attain_report of $name" "$compiler" "$@" "-I$work" \
        "$examples"/report/*.c "$work/attain.o" -o "$work/report" -pthread -lm
    for form in csv json; do
        "$work/report" "$data/plan" "$data/data" --format $form \
            >"$work/found.$form"
        cmp "$work/expected.$form" "$work/found.$form" || {
            echo "fail: $name: other results"
            exit 1
        }
    done
    if nm --defined-only "$work/attain.o" |
        awk '$2 ~ /^[A-TV-Z]$/ && $3 !~ /^attain_/ {print; n++}
             END {exit !n}'; then
        echo "fail: $name: these are global without attain_"
        exit 1
    fi
    # Not seen in these results, but in others: one rounding where there are two.
    if command -v objdump >/dev/null 2>&1 &&
        objdump -d "$work/attain.o" | grep -qE '[[:space:]](vfn?m|fn?m)add'; then
        echo "fail: $name: a product and a sum in one instruction"
        exit 1
    fi
    echo "ok: $name"
}

# Without -std, gcc would join a * b + c where the processor can.
try gcc -O2 -march=native
try clang -std=c11 -O1
refused "-ffast-math" "${CC:-cc}" -ffast-math -fsyntax-only "$work/attain.c"
