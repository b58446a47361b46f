#!/bin/sh
# pkg-config finds the library, wherever the prefix is moved to, as the shared
# and as the static one, in C and in C++: pkgconfig.sh BUILD
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: pkgconfig.sh BUILD" >&2
    exit 2
fi
. "$here/staged.sh"
need_tools cmake pkg-config cc c++ readelf
build=$(cd "$1" && pwd)
source=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")

# flags OPTION...: what pkg-config says. It escapes blanks for a shell, so a
# shell has to read it.
flags() {
    pkg-config "$@" attain
}

# compile COMPILER SOURCE FLAGS...: into $work/program
compile() {
    eval "$1 '$here/consumer/$2' -o '$work/program' $3"
}

# runs WHAT COMPILER SOURCE FLAGS
runs() {
    quiet "$1 $3" compile "$2" "$3" "$4"
    quiet "$1 $3" "$work/program"
}

# both WHAT: shared with the loader told where, static with nothing told
both() {
    pkg-config --validate attain
    [ "$(pkg-config --modversion attain)" = "$version" ] || {
        echo "fail: $1: another version"
        exit 1
    }
    where=$(flags --variable=libdir)
    for pair in cc:consumer.c c++:consumer.cc; do
        runs "$1, shared," "${pair%:*}" "${pair#*:}" \
            "$(flags --cflags --libs) -Wl,-rpath,$where"
        readelf -d "$work/program" | grep -q 'libattain\.so\.[0-9]' || {
            echo "fail: $1: the shared library was not taken"
            exit 1
        }
        runs "$1, static," "${pair%:*}" "${pair#*:}" \
            "-static $(flags --static --cflags --libs)"
    done
    echo "ok: $1"
}

stage "$build"
export PKG_CONFIG_PATH="$libdir/pkgconfig"
both "installed"
pkg-config --exists 'attain >= 0.1' || {
    echo "fail: it is not found to be 0.1 or newer"
    exit 1
}
refused "a version above" pkg-config --exists "attain > $version"
refused "a program without flags" compile cc consumer.c ""
PKG_CONFIG_PATH=$build both "the build as it stands"

# An archive alone, as of a distribution that has no shared one: plain flags.
rm -f "$libdir"/libattain.so*
runs "archive alone," cc consumer.c "$(flags --static --cflags --libs)"

# DESTDIR is a folder that files pass through: nothing knows of it, and the
# files are those of an installation without it.
quiet "DESTDIR" env DESTDIR="$work/dest" cmake --install "$build"
if grep -rlF "$work/dest" "$work/dest" >"$work/knows"; then
    echo "fail: these know of DESTDIR:"
    cat "$work/knows"
    exit 1
fi
quiet "installation" cmake --install "$build" --prefix "$work/plain"
root=$(dirname "$(find "$work/dest" -name include -type d | head -n 1)")
quiet "DESTDIR against a plain installation" diff -r "$root" "$work/plain"
for component in Runtime Development; do
    quiet "$component" cmake --install "$build" --component "$component" \
        --prefix "$work/$component"
    (cd "$work/$component" && find . ! -type d) | sort >"$work/$component.list"
done
(cd "$work/plain" && find . ! -type d) | sort >"$work/all.list"
sort "$work/Runtime.list" "$work/Development.list" | cmp - "$work/all.list"
if grep -vE '/libattain\.so\.[0-9.]+$' "$work/Runtime.list"; then
    echo "fail: Runtime is more than the shared library"
    exit 1
fi
echo "ok: DESTDIR, components"

# Libraries deeper in the prefix, as on Debian, or out of it, as on NixOS.
configured() {
    quiet "configure $1" cmake -S "$source" -B "$work/other" \
        -DATTAIN_BUILD_EXAMPLES=OFF -DCMAKE_INSTALL_PREFIX=/usr \
        "-DCMAKE_INSTALL_LIBDIR=$1"
    mkdir -p "$work/q/$2/pkgconfig"
    cp "$work/other/attain.pc" "$work/q/$2/pkgconfig"
    PKG_CONFIG_PATH="$work/q/$2/pkgconfig" flags --variable=libdir
}
[ "$(realpath "$(configured lib/some/where lib/some/where)")" = \
    "$work/q/lib/some/where" ]
[ "$(realpath "$(PKG_CONFIG_PATH=$work/q/lib/some/where/pkgconfig \
    flags --variable=prefix)")" = "$work/q" ]
[ "$(configured /other/lib other)" = /other/lib ]
echo "ok: other folders"
