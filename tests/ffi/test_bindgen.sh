#!/bin/sh
# rust-bindgen reads the headers as they are, and its own tests of where fields
# lie pass: test_bindgen.sh LIBRARY
# Exit status 77 when bindgen or rustc is not installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -ne 1 ]; then
    echo "usage: test_bindgen.sh LIBRARY" >&2
    exit 2
fi
for tool in bindgen rustc; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "skip: $tool is not installed"
        exit 77
    fi
done
root=$(cd "$here/../.." && pwd)
library=$(cd "$(dirname "$1")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bindgen "$root/include/attain.h" --allowlist-function 'attain_.*' \
    --allowlist-type 'attain_.*' --allowlist-var 'ATTAIN_.*' \
    --no-rustfmt-bindings \
    -o "$work/bindings.rs" -- "-I$root/include"
if grep -n "_bindgen_ty_" "$work/bindings.rs"; then
    echo "fail: something of the headers has no name"
    exit 1
fi
grep -oE 'pub fn attain_[a-z0-9_]+' "$work/bindings.rs" | sed 's/.* //' |
    sort -u >"$work/found"
grep -v '_arrow' "$root/tests/package/abi/functions" >"$work/functions"
comm -23 "$work/functions" "$work/found" >"$work/missing"
if [ -s "$work/missing" ]; then
    echo "fail: bindgen does not see:"
    cat "$work/missing"
    exit 1
fi
cat >"$work/lib.rs" <<'END'
#![allow(dead_code, non_camel_case_types, non_upper_case_globals)]
#![allow(non_snake_case, deref_nullptr, unknown_lints, improper_ctypes)]
include!("bindings.rs");
#[test]
fn the_library_can_be_called() {
    let abi = unsafe { attain_abi_version() };
    assert!(abi >= 0);
}
END
rustc --edition 2018 --test "$work/lib.rs" -L "$library" -l attain \
    -o "$work/test"
LD_LIBRARY_PATH="$library${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" "$work/test" \
    >"$work/log" || {
    cat "$work/log"
    exit 1
}
echo "ok: bindgen reads $(wc -l <"$work/functions") functions;" \
    "$(grep -c '\.\.\. ok' "$work/log") tests of its own pass"
