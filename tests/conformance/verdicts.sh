#!/bin/sh
# The examples as of every year, judged again with fractions:
# verdicts.sh PYTHON ATTAIN_REPORT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../examples/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for year in 2021 2022 2023 2024 2025; do
    "$2" "$data/baiquan/plan" "$data/baiquan/data" --as-of $year \
        --format csv >"$work/results.csv" 2>/dev/null
    "$1" "$here/check_verdicts.py" baiquan $year "$work/results.csv"
done
"$2" "$data/national/plan" "$data/national/data" --as-of 2024 \
    --format csv >"$work/results.csv" 2>/dev/null
"$1" "$here/check_verdicts.py" national 2024 "$work/results.csv"
