#!/bin/sh
# Every public header compiles alone, in every C and C++ that compilers here
# know, without a warning: header_alone.sh [INCLUDE]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
include=${1:-$here/../../include}
. "$here/staged.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
warnings="-Wall -Wextra -Wpedantic -Wstrict-prototypes -Wundef -Werror"
warnings_cxx="-Wall -Wextra -Wpedantic -Wundef -Werror"
# Everything that clang knows, less what is not about a header of C: padding
# (abi.sh looks for it), and what older standards and plain C did otherwise.
everything="-Weverything -Werror -Wno-padded -Wno-unknown-warning-option"
everything="$everything -Wno-declaration-after-statement"
everything_cxx="$everything -Wno-c++98-compat -Wno-c++98-compat-pedantic"
everything_cxx="$everything_cxx -Wno-c99-compat -Wno-c++11-long-long"
failed=0
checked=0

# compile COMPILER STANDARD SUFFIX WARNINGS HEADER
compile() {
    printf '#include "%s"\n#include "%s"\nint main(%s) { return 0; }\n' \
        "$5" "$5" "$([ "$3" = c ] && echo void)" >"$work/alone.$3"
    # shellcheck disable=SC2086
    if ! "$1" "-std=$2" $4 "-I$include" -fsyntax-only \
        "$work/alone.$3" 2>"$work/messages"; then
        echo "fail: $5 alone, $1 -std=$2"
        cat "$work/messages"
        failed=1
    fi
    checked=$((checked + 1))
}

# knows COMPILER STANDARD LANGUAGE
knows() {
    echo 'int x;' |
        "$1" "-std=$2" -x "$3" -c - -o "$work/knows.o" >/dev/null 2>&1
}

# What there is, as COMPILER:STANDARD:SUFFIX.
there=
for compiler in gcc clang; do
    for standard in c99 c11 c17 c2x; do
        ! knows "$compiler" "$standard" c ||
            there="$there $compiler:$standard:c"
    done
done
for compiler in g++ clang++; do
    for standard in c++98 c++11 c++17 c++20; do
        ! knows "$compiler" "$standard" c++ ||
            there="$there $compiler:$standard:cc"
    done
done

# alone COMPILER STANDARD SUFFIX HEADER
alone() {
    case $3 in
    c) compile "$1" "$2" c "$warnings" "$4" ;;
    cc) compile "$1" "$2" cc "$warnings_cxx" "$4" ;;
    esac
    case $1:$2 in
    clang:c11) compile clang c11 c "$everything" "$4" ;;
    clang++:c++17) compile clang++ c++17 cc "$everything_cxx" "$4" ;;
    esac
}

for header in $(public_headers "$include"); do
    for one in $there; do
        case $header:$one in
        # What a room's header includes has been compiled with it in every
        # standard; that it stands alone is seen in the oldest.
        attain/*/*:gcc:c99:c | attain/*/*:g++:c++98:cc) ;;
        attain/*/*) continue ;;
        esac
        alone "${one%%:*}" "$(echo "$one" | cut -d: -f2)" "${one##*:}" \
            "$header"
    done
done

others=$(grep -rhoE '#include <[^>]*>' "$include" | sort -u |
    grep -vE '<(stddef|stdint)\.h>' || true)
if [ -n "$others" ]; then
    echo "fail: headers include more than stddef.h and stdint.h: $others"
    failed=1
fi
if [ "$checked" -eq 0 ]; then
    echo "skip: no compiler"
    exit 77
fi
[ "$failed" -eq 0 ] && echo "ok: $checked compilations of a header alone"
exit "$failed"
