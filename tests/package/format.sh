#!/bin/sh
# Every source and header is as .clang-format has it: format.sh
#
# Versions differ in what they make of it: it is held against version 14.
# Left out: what scripts write, and the header that old programs came with.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/staged.sh"
need_tools clang-format
case $(clang-format --version) in
*' version 14.'*) ;;
*)
    echo "skipped: $(clang-format --version) is not version 14"
    exit 77
    ;;
esac
cd "$here/../.."
find include lib examples tests -name '*.[ch]' \
    ! -path 'tests/package/abi/*' ! -name descriptions.h ! -path '*/build/*' |
    xargs clang-format --dry-run --Werror
echo "ok: every source is in form"
