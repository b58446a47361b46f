# Sourced by scripts that try the library as a package.

# need_tools TOOL...: skips the test when one is not installed
need_tools() {
    for tool in "$@"; do
        if ! command -v "$tool" >/dev/null 2>&1; then
            echo "skip: $tool is not installed"
            exit 77
        fi
    done
}

# quiet WHAT COMMAND...: runs, and shows what it printed only if it fails
quiet() {
    what=$1
    shift
    if ! "$@" >"$work/quiet.log" 2>&1; then
        echo "fail: $what"
        cat "$work/quiet.log"
        exit 1
    fi
}

# refused WHAT COMMAND...: runs what must fail
refused() {
    what=$1
    shift
    if "$@" >"$work/quiet.log" 2>&1; then
        echo "fail: $what is taken"
        cat "$work/quiet.log"
        exit 1
    fi
}

# stage BUILD: installs it below $work, and then moves it to $prefix, which has
# a blank in its name: what is installed must not know where it lies
stage() {
    prefix="$work/a prefix"
    quiet "install" cmake --install "$1" --prefix "$work/elsewhere"
    mv "$work/elsewhere" "$prefix"
    libdir=$(dirname "$(find "$prefix" -name 'libattain.a')")
    if grep -rlF "$work/elsewhere" "$prefix" >"$work/knows"; then
        echo "fail: these know where they were installed:"
        cat "$work/knows"
        exit 1
    fi
}

# public_headers INCLUDE: all of them, as they are included
public_headers() {
    (cd "$1" && find attain.h attain -name '*.h' | sort)
}

# declarations INCLUDE: what all of them declare, with EXPORTED for ATTAIN_API
declarations() {
    mkdir -p "$work/stubs"
    : >"$work/stubs/stddef.h"
    : >"$work/stubs/stdint.h"
    public_headers "$1" | sed 's/.*/#include "&"/' >"$work/stubs/all.h"
    ${CC:-cc} -E -P -DATTAIN_API=EXPORTED -nostdinc "-I$work/stubs" "-I$1" \
        "$work/stubs/all.h"
}

# declared INCLUDE: the names of the public functions
declared() {
    declarations "$1" | tr '\n' ' ' | tr ';' '\n' |
        sed -n 's/.*EXPORTED[^(]*[ *]\(attain_[a-z0-9_]*\) *(.*/\1/p' | sort
}
