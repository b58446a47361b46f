#!/bin/sh
# What the library exports and what it needs: symbols.sh LIBRARY ARCHIVE
#
# LIBRARY is the shared one, ARCHIVE the static one; `-` for one that was not
# built. The exported functions are those of the headers, nothing of the
# library can be written, and nothing is called that prints, ends the program,
# or depends on what is around it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
include=$here/../../include
. "$here/staged.sh"
if [ $# -ne 2 ]; then
    echo "usage: symbols.sh LIBRARY ARCHIVE" >&2
    exit 2
fi
shared=$1
archive=$2
if ! command -v nm >/dev/null 2>&1; then
    echo "skip: nm is not installed"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# complain WHAT FILE: fails when the file has lines
complain() {
    if [ -s "$2" ]; then
        echo "fail: $1:"
        sed 's/^/    /' "$2"
        failed=1
    fi
}

declared "$include" >"$work/declared"
[ "$(wc -l <"$work/declared")" -ge 100 ] || {
    echo "fail: only $(wc -l <"$work/declared") functions found in the headers"
    exit 1
}

never='printf fprintf vprintf vfprintf puts fputs putchar putc fputc perror
exit _exit _Exit quick_exit abort __assert_fail setlocale localeconv newlocale
uselocale getenv secure_getenv rand srand random srandom time clock gettimeofday
strtok strtod strtof atof atoi isalpha isdigit isspace tolower toupper signal
system localtime gmtime strerror sprintf vsprintf gets scanf sscanf
exp log log2 log10 log1p expm1 pow cbrt lgamma tgamma erf erfc sin cos tan'
for name in $never; do
    printf '%s\n__%s_chk\n' "$name" "$name"
done | sort -u >"$work/never"

: >"$work/soname"
comm -23 "$here/abi/functions" "$work/declared" >"$work/gone"
complain "in abi/functions but not declared" "$work/gone"

if [ "$shared" != - ]; then
    nm -D --defined-only "$shared" | sed 's/@.*//' |
        awk 'NF == 3 && $2 != "A" {print $3}' |
        grep -vE '^(_init|_fini|__bss_start|_edata|_end)$' |
        sort >"$work/exported"
    comm -23 "$work/declared" "$work/exported" >"$work/missing"
    complain "declared but not exported by $shared" "$work/missing"
    comm -13 "$work/declared" "$work/exported" >"$work/extra"
    complain "exported by $shared but not declared" "$work/extra"
    nm -D --undefined-only "$shared" | awk '{print $2}' | sed 's/@.*//' |
        sort -u >"$work/needed"
    comm -12 "$work/never" "$work/needed" >"$work/forbidden"
    complain "called by $shared" "$work/forbidden"
    if command -v readelf >/dev/null 2>&1; then
        readelf -d "$shared" >"$work/dynamic"
        grep -E 'NEEDED' "$work/dynamic" |
            grep -vE '\[(libc|libm|libpthread|ld-linux)[-.a-z0-9_]*\]' \
                >"$work/libraries" || true
        complain "needed beside libc by $shared" "$work/libraries"
        grep -E 'TEXTREL|RPATH|RUNPATH' "$work/dynamic" >"$work/flags" || true
        complain "in the dynamic section of $shared" "$work/flags"
        # The SONAME is attain_abi_version().
        abi=$(sed -n '/attain_abi_version/,/^}/s/.*return \([0-9]*\);/\1/p' \
            "$here/../../lib/base/version.c")
        grep -q "SONAME.*\[libattain\.so\.$abi\]" "$work/dynamic" ||
            echo "not libattain.so.$abi" >"$work/soname"
        complain "SONAME of $shared" "$work/soname"
    fi
fi

if [ "$archive" != - ]; then
    nm --defined-only "$archive" 2>/dev/null |
        awk 'NF == 3 && $2 ~ /^[A-TV-Z]$/ && $3 !~ /^attain_/ {print $3}' |
        sort -u >"$work/foreign"
    complain "global in $archive without attain_" "$work/foreign"
    # B, C, D, S: data that can be written. Constants with addresses are in
    # .data.rel.ro, which nm calls d as well: told apart by the section.
    if command -v objdump >/dev/null 2>&1; then
        objdump -t "$archive" 2>/dev/null |
            awk '/[ \t]\.(data|bss|tdata|tbss)[. \t]/ &&
                 !/ d +\./ && !/\.data\.rel\.ro/ {print $NF}' |
            grep -vE '^\.' | sort -u >"$work/writable" || true
        complain "data that can be written in $archive" "$work/writable"
    fi
    nm --undefined-only "$archive" 2>/dev/null | awk 'NF == 2 {print $2}' |
        sort -u >"$work/wanted"
    comm -12 "$work/never" "$work/wanted" >"$work/forbidden"
    complain "called by $archive" "$work/forbidden"
    # Memory comes from the caller's allocator; the default one is in memory.c.
    nm -A --undefined-only "$archive" 2>/dev/null |
        grep -E ' (malloc|calloc|realloc|free|strdup|aligned_alloc)$' |
        grep -v ':memory\.c\.' >"$work/memory" || true
    complain "takes memory in $archive" "$work/memory"
fi

[ "$failed" -eq 0 ] &&
    echo "ok: $(wc -l <"$work/declared" | tr -d ' ') functions, no others"
exit "$failed"
