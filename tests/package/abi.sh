#!/bin/sh
# The binary interface against what is stored of it in abi/: abi.sh [--update]
#
# Functions may have been added, and fields at the end of structs, but nothing
# may have gone, moved or changed. --update stores the interface as it is now;
# look at what changes in abi/ before it is committed. --first stores also
# abi/first/attain.h, the header that old programs were compiled with: only
# until the first release with a number of attain_abi_version().
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/staged.sh"
root=$(cd "$here/../.." && pwd)
abi=$here/abi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc=${CC:-gcc}
need_tools "$cc" awk nm

# The library with what debuggers read, and the declarations of its header.
sh "$root/lib/amalgamate.sh" "$work/now"
quiet "attain.c" "$cc" -std=c11 -O0 -g -fPIC -fvisibility=hidden -shared \
    "$work/now/attain.c" -o "$work/libattain.so" -lm -pthread
mkdir "$work/none"
: >"$work/none/stddef.h"
: >"$work/none/stdint.h"
"$cc" -E -P -DATTAIN_API= -nostdinc "-I$work/none" "$work/now/attain.h" \
    >"$work/declarations"
nm -D --defined-only "$work/libattain.so" | awk '$2 == "T" {print $3}' |
    sort >"$work/functions"

# The structs with their fields, and the values of enums, one a line.
awk '
/^typedef struct [a-z_]+ \{/ {type = $3; print "struct " type; next}
/^enum [a-z_]+ \{/ {type = "enum"; next}
/^}/ {type = ""}
type == "enum" && match($0, /ATTAIN_[A-Z0-9_]+/) {
    print "value " substr($0, RSTART, RLENGTH)
}
type != "" && type != "enum" && /;/ {
    field = $0
    if (match(field, /\(\*[a-z_]+\)/))
        field = substr(field, RSTART + 2, RLENGTH - 3)
    sub(/[;\[].*/, "", field)
    sub(/.*[ *]/, "", field)
    print "field " type " " field
}' "$work/declarations" >"$work/items"

# Prints the assertions of layouts.c as they hold now.
layouts() {
    {
        echo '#include "attain.h"'
        echo '#include <stddef.h>'
        echo '#include <stdio.h>'
        echo 'int main(void) {'
        awk '
        $1 == "struct" {type = $2}
        $1 == "field" && type != "" {
            size = $3 == "struct_size" && type != "attain_sum" ? \
                   "GROWING" : "FROZEN"
            printf "printf(\"\\n%s(%s, %%zu)\\n\", ", size, type
            printf "sizeof(%s));\n", type
            type = ""
        }
        $1 == "field" {
            printf "printf(\"FIELD(%s, %s, %%zu, %%zu)\\n\", ", $2, $3
            printf "offsetof(%s, %s), ", $2, $3
            printf "sizeof(((%s *)0)->%s));\n", $2, $3
        }
        $1 == "value" {
            printf "printf(\"VALUE(%s, %%d)\\n\", %s);\n", $2, $2
        }' "$work/items"
        echo 'return 0; }'
    } >"$work/print.c"
    "$cc" -w "-I$work/now" "$work/print.c" -o "$work/print"
    cat <<'END'
/* Where fields lie, how large they are, and what names are worth, where
 * pointers have 64 bits. Written by abi.sh --update; compiled by the tests.
 * Structs with a struct_size may grow at their end. */
#include <attain.h>
#include <stddef.h>

#define FROZEN(type, bytes) _Static_assert(sizeof(type) == (bytes), #type)
#define GROWING(type, bytes) _Static_assert(sizeof(type) >= (bytes), #type)
#define FIELD(type, field, at, bytes)                                          \
    _Static_assert(offsetof(type, field) == (at) &&                            \
                       sizeof(((type *)0)->field) == (bytes),                  \
                   #type "." #field)
#define VALUE(name, value) _Static_assert(name == (value), #name)
END
    "$work/print" | sed 's/)$/);/'
}

dump() {
    abidw --headers-dir "$work/now" --drop-private-types \
        --exported-interfaces-only --no-corpus-path --no-comp-dir-path \
        --no-show-locs "$work/libattain.so"
}

case ${1:-} in
--update | --first)
    need_tools abidw
    cp "$work/functions" "$abi/functions"
    layouts >"$abi/layouts.c"
    dump >"$abi/attain.abi"
    if [ "$1" = --first ]; then
        "$cc" -w -fpreprocessed -dD -E -P "$work/now/attain.h" \
            >"$abi/first/attain.h"
    fi
    echo "stored: $(wc -l <"$abi/functions") functions"
    exit 0
    ;;
esac

failed=0
comm -23 "$abi/functions" "$work/functions" >"$work/gone"
if [ -s "$work/gone" ]; then
    echo "fail: these functions are gone:"
    cat "$work/gone"
    failed=1
fi
comm -13 "$abi/functions" "$work/functions" | sed 's/^/new: /'
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null 2>&1 || continue
    "$compiler" -std=c11 -fsyntax-only "-I$root/include" "$abi/layouts.c" ||
        failed=1
done

# Old programs, with the library as it is now.
for program in consumer/consumer old_program; do
    quiet "$program with the first header" "$cc" -std=c11 -Wall \
        "-I$abi/first" "$here/$program.c" -o "$work/old" "-L$work" -lattain \
        "-Wl,-rpath,$work"
    quiet "$program as it was compiled first" "$work/old"
done

# One variable of each struct, for pahole, which cannot read all of C11.
if command -v pahole >/dev/null 2>&1; then
    {
        echo '#include "attain.h"'
        awk '$1 == "struct" {print $2, "v_" $2 ";"}' "$work/items"
    } >"$work/types.c"
    "$cc" -std=c11 -g -c "-I$work/now" "$work/types.c" -o "$work/types.o"
    for type in $(awk '$1 == "struct" {print $2}' "$work/items"); do
        pahole -C "$type" "$work/types.o" >"$work/shown"
        if ! grep -q "^struct $type {" "$work/shown" ||
            grep -E 'holes:|padding:|/\* XXX' "$work/shown"; then
            echo "fail: $type has holes, or is not seen"
            failed=1
        fi
    done
else
    echo "pahole is not installed: holes are not looked for"
fi

if command -v abidiff >/dev/null 2>&1; then
    dump >"$work/attain.abi"
    if ! abidiff --suppressions "$abi/allowed" --no-added-syms \
        "$abi/attain.abi" "$work/attain.abi"; then
        echo "fail: it is not the binary interface that is stored"
        failed=1
    fi
else
    echo "abidiff is not installed: types are not compared"
fi
[ "$failed" -eq 0 ] &&
    echo "ok: $(wc -l <"$abi/functions") functions and $(grep -c '^struct' \
        "$work/items") structs are as stored"
exit "$failed"
