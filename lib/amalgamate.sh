#!/bin/sh
# Makes of the whole library one source and one header, attain.c and attain.h:
# amalgamate.sh FOLDER
#
# Needs a POSIX shell and awk. How they are used is told at the top of attain.c.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -ne 1 ]; then
    echo "usage: amalgamate.sh FOLDER" >&2
    exit 2
fi
out=$1
mkdir -p "$out"
LC_ALL=C
export LC_ALL

literal() {
    sed -n "s/^#define ATTAIN_VERSION_$1 \([0-9]*\)$/\1/p" \
        "$root/include/attain/base.h"
}
version=$(literal MAJOR).$(literal MINOR).$(literal PATCH)

# public HEADER: it and what it asks for, each once, what is asked for first
done=" "
public() {
    case $done in *" $1 "*) return ;; esac
    done="$done$1 "
    for asked in $(sed -n 's/^#include "\(.*\)"$/\1/p' "$include/$1"); do
        # From the folder of the header that asks to that of all of them.
        folder=$(cd "$include/$(dirname "$1")/$(dirname "$asked")" && pwd -P)/
        public "${folder#"$include/"}${asked##*/}"
    done
    printf '\n/* ---- %s ---- */\n\n' "$1"
    grep -v '^#include "' "$include/$1"
}

{
    echo "/* attain $version, the public headers in one. */"
    include=$(cd "$root/include/attain" && pwd -P)
    for header in $(cd "$include" && find . -name '*.h' | sort); do
        public "${header#./}"
    done
} >"$out/attain.h"

# shellcheck disable=SC2046
{
    cat <<END
/* attain $version, the library in one source.
 *
 * Put this file and attain.h beside your own, and compile it as C11:
 *
 *     cc -std=c11 -O2 -c attain.c
 *     cc program.c attain.o -lm -pthread
 *
 * Made of lib/ by its build; change it there. */

/* Folders and threads are POSIX's. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

/* Results are the same bits everywhere: no a * b + c in one rounding. */
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wunused-function"
#elif defined(__GNUC__)
#if defined(__FP_FAST_FMA)
#pragma GCC optimize("fp-contract=off")
#endif
/* Where it sees so much at once, gcc's guesses at this are wrong. */
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "attain.h"
END
    awk -v root="$root" -f "$root/lib/amalgamate.awk" \
        $(sed -n 's/^ *\(lib\/.*\.c\)$/\1/p' "$root/lib/sources.cmake")
} >"$out/attain.c"
