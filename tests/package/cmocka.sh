#!/bin/sh
# Makes cmocka for Windows, which Debian packages only for Debian itself, from
# the source of Debian's package: cmocka.sh FOLDER
#
# Afterwards FOLDER has cmocka.h, libcmocka.a and cmocka.pc. Needs the packages
# gcc-mingw-w64-x86-64 and xz-utils, and apt-get, which is told where sources
# are by lists of its own; those of the system stay as they are.
set -eu
if [ $# -ne 1 ]; then
    echo "usage: cmocka.sh FOLDER" >&2
    exit 2
fi
mkdir -p "$1"
made=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compiler=x86_64-w64-mingw32-gcc

# Where Debian's packages come from, their sources are, too.
mkdir -p "$work/sources" "$work/lists/partial"
for list in sources.list sources.list.d/debian.sources; do
    [ ! -f "/etc/apt/$list" ] ||
        sed -e 's/^Types:.*/Types: deb-src/' -e 's/^deb /deb-src /' \
            "/etc/apt/$list" >"$work/sources/$(basename "$list")"
done
apt() {
    apt-get -qq -o Dir::Etc::sourcelist=- \
        -o Dir::Etc::sourceparts="$work/sources" \
        -o Dir::State::lists="$work/lists" -o APT::Sandbox::User=root "$@"
}
cd "$work"
apt update
apt source --download-only cmocka
tar xf cmocka_*.orig.tar.?z
cd cmocka-*/

"$compiler" -O1 -w -Iinclude -DHAVE_INTTYPES_H -DHAVE_MALLOC_H \
    -DHAVE_SIGNAL_H -DHAVE_STRINGS_H -DHAVE_SNPRINTF -DHAVE_VSNPRINTF \
    -D__USE_MINGW_ANSI_STDIO=1 -c src/cmocka.c -o cmocka.o
mkdir -p "$made/include" "$made/lib"
cp include/cmocka.h "$made/include"
x86_64-w64-mingw32-ar rcs "$made/lib/libcmocka.a" cmocka.o
version=$(basename "$PWD" | sed 's/cmocka-//')
cat >"$made/cmocka.pc" <<END
prefix=\${pcfiledir}
Name: cmocka
Description: unit tests, for Windows
Version: $version
Cflags: -I\${prefix}/include
Libs: -L\${prefix}/lib -lcmocka
END
echo "made: cmocka $version for Windows"
