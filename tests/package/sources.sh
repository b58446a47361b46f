#!/bin/sh
# The list of sources names every source and nothing else: sources.sh
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
echo "ok: $(wc -l <"$work/there") sources are listed"
