#!/bin/sh
# The list of sources names every source and nothing else; rooms include none
# that stand above them; no source is longer than 500 lines: sources.sh
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/^ *\(lib\/.*\.c\)$/\1/p' lib/sources.cmake | sort >"$work/listed"
find lib -name '*.c' | sort >"$work/there"
if ! diff "$work/listed" "$work/there"; then
    echo "fail: lib/sources.cmake and lib/ differ (< listed, > there)"
    exit 1
fi

# room NAME ROOMS...: what the room may include, itself aside
room() {
    name=$1
    allowed=$(echo "$*" | tr ' ' '|')
    find "lib/$name" "include/attain/$name.h" "include/attain/$name" \
        -name '*.[ch]' 2>/dev/null |
        xargs grep -nE '^#include ["<](attain/)?[a-z_]+[./]' |
        grep -E "include [\"<](attain/)?($every)[./]" |
        grep -vE "include [\"<](attain/)?($allowed)[./]" >>"$work/above" || :
}
every='base|numeric|plan|dataset|evaluate|quality|improve|index|exchange|arrow'
: >"$work/above"
room base
room numeric base
room plan base numeric
room dataset base numeric
room evaluate base numeric plan dataset
room quality base numeric plan dataset
room improve base numeric plan dataset evaluate
room index base numeric plan dataset evaluate
room exchange base numeric plan dataset evaluate quality improve index arrow
if [ -s "$work/above" ]; then
    cat "$work/above"
    echo "fail: these rooms include one that stands above them"
    exit 1
fi

xargs wc -l <"$work/there" | awk '$1 > 500 && $2 != "total"' >"$work/long"
if [ -s "$work/long" ]; then
    cat "$work/long"
    echo "fail: these sources are longer than 500 lines"
    exit 1
fi
echo "ok: $(wc -l <"$work/there") sources are listed, none above its room"
