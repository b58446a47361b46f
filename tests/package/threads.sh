#!/bin/sh
# ThreadSanitizer sees no race where eight threads share what is const:
# threads.sh
# Exit status 77 where the sanitizer cannot run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/staged.sh"
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc=${CC:-gcc}
need_tools "$cc"

# Some kernels place memory where the sanitizer does not look for it.
as_placed() {
    if command -v setarch >/dev/null 2>&1 && setarch -R true 2>/dev/null; then
        setarch -R "$@"
    else
        "$@"
    fi
}

# Where there is no sanitizer there is no test; and where a race is not seen.
cat >"$work/race.c" <<'END'
#include <pthread.h>
static int shared;
static void *count(void *none) { shared++; return none; }
int main(void) {
    pthread_t one, two;
    pthread_create(&one, NULL, count, NULL);
    pthread_create(&two, NULL, count, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
END
"$cc" -g -fsanitize=thread "$work/race.c" -o "$work/race" -pthread \
    2>/dev/null || {
    echo "skip: $cc has no ThreadSanitizer"
    exit 77
}
as_placed "$work/race" >"$work/log" 2>&1 || true
grep -q "WARNING: ThreadSanitizer: data race" "$work/log" || {
    echo "skip: ThreadSanitizer does not run here"
    exit 77
}

sh "$root/lib/amalgamate.sh" "$work/now"
quiet "build" "$cc" -std=c11 -O0 -g -fsanitize=thread "-I$work/now" \
    "$work/now/attain.c" "$here/threads.c" -o "$work/threads" -pthread -lm
data=$root/examples/data/baiquan
quiet "threads" as_placed "$work/threads" "$data/plan" "$data/data"
if grep -q "WARNING" "$work/quiet.log"; then
    cat "$work/quiet.log"
    exit 1
fi
echo "ok: eight threads share a plan, a dataset and an evaluation"
