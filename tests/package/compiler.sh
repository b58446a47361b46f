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
need_tools "$compiler" awk cmp
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each source is compiled, and all of them as one are what runs.
mkdir "$work/objects"
each() {
    (cd "$work/objects" && "$compiler" "$@" "-I$root/include" \
        "-I$root/lib" -c "$root"/lib/*/*.c)
}
program() {
    made=$work/$1
    shift
    quiet "$made" "$compiler" "$@" "-I$work" "$work/attain.o" -o "$made" \
        -pthread -lm
}
sh "$root/lib/amalgamate.sh" "$work"
quiet "each source" each "$@"
quiet "attain.c" "$compiler" "$@" -c "$work/attain.c" -o "$work/attain.o"
program attain_report "$@" "$root"/examples/report/*.c
program numeric_alone "$@" "$root/examples/numeric_alone.c"
for plan in baiquan national; do
    for form in csv json; do
        data=$root/examples/data/$plan
        "$report" "$data/plan" "$data/data" --format $form >"$work/expected"
        "$work/attain_report" "$data/plan" "$data/data" --format $form \
            >"$work/found"
        cmp "$work/expected" "$work/found"
    done
done
quiet "numeric_alone" "$work/numeric_alone"
echo "ok: $compiler gives the same bytes"
