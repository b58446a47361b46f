#!/bin/sh
# The library and attain_report made by another compiler give the same bytes of
# results: compiler.sh COMPILER ATTAIN_REPORT [FLAG...]
#
# ATTAIN_REPORT is the program to compare with. For musl-gcc (another C
# library), tcc (no vectors, no attributes), and whatever is named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 2 ]; then
    echo "usage: compiler.sh COMPILER ATTAIN_REPORT [FLAG...]" >&2
    exit 2
fi
. "$here/staged.sh"
compiler=$1
report=$2
shift 2
need_tools "$compiler" cmake cmp
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quiet "configure" cmake -S "$root" -B "$work/build" \
    "-DCMAKE_C_COMPILER=$compiler" -DCMAKE_BUILD_TYPE=None \
    "-DCMAKE_C_FLAGS=$*" -DATTAIN_WARNINGS=OFF
quiet "build" cmake --build "$work/build" -j 2
made=$work/build/examples
for plan in baiquan national; do
    for form in csv json; do
        data=$root/examples/data/$plan
        "$report" "$data/plan" "$data/data" --format $form >"$work/expected"
        "$made/attain_report" "$data/plan" "$data/data" --format $form \
            >"$work/found"
        cmp "$work/expected" "$work/found"
    done
done
quiet "numeric_alone" "$made/numeric_alone"
echo "ok: $compiler gives the same bytes"
