#!/bin/sh
# The main job as a user calls it: exit statuses, every form, nothing lost.
# report.sh ATTAIN_REPORT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
report=$1
plan=$here/../../examples/data/baiquan/plan
data=$here/../../examples/data/baiquan/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect STATUS WHAT COMMAND...: runs, and compares the exit status
expect() {
    status=$1
    what=$2
    shift 2
    set +e
    "$@" >"$work/out" 2>"$work/err"
    found=$?
    set -e
    if [ "$found" -ne "$status" ]; then
        echo "fail: $what: exit $found instead of $status"
        cat "$work/err"
        exit 1
    fi
}

# holds FILE TEXT WHAT
holds() {
    grep -qF -- "$2" "$1" || {
        echo "fail: $3: no '$2'"
        exit 1
    }
}

for lang in zh en; do
    for year in 2021 2023 2025; do
        expect 0 "text $lang $year" "$report" "$plan" "$data" \
            --as-of $year --lang $lang
        holds "$work/out" "Illustrative data" "label of made-up data"
        expect 0 "html $lang $year" "$report" "$plan" "$data" --as-of $year \
            --lang $lang --format html --out "$work/page.html"
        holds "$work/page.html" "Illustrative data" "label of made-up data"
        holds "$work/page.html" "<svg" "pictures in the page"
        if grep -qE '(src|href)="https?:' "$work/page.html"; then
            echo "fail: the page refers to something outside"
            exit 1
        fi
    done
done
expect 0 "csv" "$report" "$plan" "$data" --format csv --out "$work/a.csv"
expect 0 "csv again" "$report" "$plan" "$data" --format csv
cmp "$work/a.csv" "$work/out"
expect 0 "csv for a spreadsheet" "$report" "$plan" "$data" --format csv --bom
{ printf '\357\273\277'; cat "$work/a.csv"; } | cmp - "$work/out"
expect 0 "sdmx" "$report" "$plan" "$data" --format sdmx
holds "$work/out" "STRUCTURE[;],STRUCTURE_ID,INDICATOR,REF_AREA," "sdmx"
expect 2 "a mark in a text" "$report" "$plan" "$data" --bom
expect 0 "json" "$report" "$plan" "$data" --format json
holds "$work/out" '"growth_pace"' "json"
# What it rests on can be checked without this library.
for folder in "$plan" "$data"; do
    digest=$(cd "$folder" && LC_ALL=C sha256sum ./*.csv | sed 's| \./| |' |
        sha256sum | cut -d' ' -f1)
    holds "$work/out" "$digest" "digest in json"
    holds "$work/page.html" "$digest" "digest in the page"
done
expect 0 "csv with provenance" "$report" "$plan" "$data" --format csv \
    --provenance yes
holds "$work/out" "$digest" "digest in csv"
grep -v '^"# ' "$work/out" >"$work/without"
cmp "$work/a.csv" "$work/without"
# A data package's descriptor in place of a folder.
cp -r "$plan" "$work/packed-plan"
cp -r "$data" "$work/packed-data"
for part in plan data; do
    resources=""
    for table in "$work/packed-$part"/*.csv; do
        base=$(basename "$table")
        resources="$resources,{\"name\":\"${base%.csv}\",\"path\":\"$base\"}"
    done
    echo "{\"resources\":[${resources#,}]}" \
        >"$work/packed-$part/datapackage.json"
done
expect 0 "data packages" "$report" "$work/packed-plan/datapackage.json" \
    "$work/packed-data/datapackage.json" --format csv
cmp "$work/a.csv" "$work/out"
# What has changed: since the period before, or another one.
expect 0 "since the year before" "$report" "$plan" "$data" --as-of 2023 \
    --lang en
holds "$work/out" "Changed since 2022" "changes"
holds "$work/out" " → met" "a verdict that turned"
expect 0 "since another year" "$report" "$plan" "$data" --since 2021 --lang en
holds "$work/out" "Changed since 2021" "changes since a given year"
expect 0 "the first year" "$report" "$plan" "$data" --as-of 2021 --lang en
if grep -q "Changed since" "$work/out"; then
    echo "fail: changes since before the plan"
    exit 1
fi
expect 2 "since before the plan" "$report" "$plan" "$data" --since 2019
for year in 2023 2024; do
    expect 2 "since $year, judged as of 2023" "$report" "$plan" "$data" \
        --as-of 2023 --since $year
    holds "$work/err" "before the one judged, 2023" "what --since compares with"
done
expect 2 "a bad answer" "$report" "$plan" "$data" --provenance maybe
expect 0 "lenses" "$report" "$plan" "$data" --lenses 1:1:1 --lang en \
    --apart third_party
holds "$work/out" "The four evaluations" "the lenses"
holds "$work/out" "Kendall's W" "agreement of groups"
holds "$work/out" "Shown apart: " "the third party apart"
expect 0 "lenses of a page" "$report" "$plan" "$data" --lenses=2:1:0.5 \
    --format html --out "$work/page.html" --apart third_party
holds "$work/page.html" "四种评价" "the lenses in the page"
holds "$work/page.html" "单独列示" "the third party in the page"
expect 0 "lenses as csv" "$report" "$plan" "$data" --lenses 1:1:1 --format csv
holds "$work/out" ",veto,process,value_added,comprehensive," "their columns"
expect 0 "lenses as json" "$report" "$plan" "$data" --lenses 1:1:1 \
    --format json
holds "$work/out" '"value_added_class"' "their members"
case=$here/../conformance/cases/myopia_by_year
expect 0 "a yearly rule" "$report" "$case/plan" "$case/data" --lang en
tr -s ' \n' '  ' <"$work/out" >"$work/line"
holds "$work/line" "year by year: 2 of 4 kept it (not met); since 2018 \
together -1.7, required -2 (not met); -0.425 a year on average (not met)." \
    "the three answers"
expect 2 "two weights" "$report" "$plan" "$data" --lenses 1:1
expect 2 "a negative weight" "$report" "$plan" "$data" --lenses 1:-1:1
expect 2 "sizes alone" "$report" "$plan" "$data" --sizes x
expect 1 "sizes that are not there" "$report" "$plan" "$data" --lenses 1:1:1 \
    --sizes x
expect 0 "by owner" "$report" "$plan" "$data" --by owner
# The year's papers, for people, spreadsheets and programs.
for paper in owner unit change; do
    for form in text csv json; do
        expect 0 "by $paper, $form" "$report" "$plan" "$data" --by $paper \
            --format $form
        [ -s "$work/out" ] || { echo "fail: by $paper, $form: empty"; exit 1; }
    done
done
expect 0 "by unit" "$report" "$plan" "$data" --by unit --format csv \
    --provenance yes --bom
holds "$work/out" "P09,国富镇中心小学,school,33,32,1,0,T1-09-1," "a school"
holds "$work/out" "$digest" "digest in a paper"
expect 0 "by change" "$report" "$plan" "$data" --by change --format json
holds "$work/out" '{"node":"G16",' "a target that turned"
expect 2 "by nothing" "$report" "$plan" "$data" --by nothing
expect 2 "a paper as a page" "$report" "$plan" "$data" --by unit --format html
# Every commitment can be explained.
while read -r id; do
    expect 0 "explain $id" "$report" "$plan" "$data" --explain "$id"
    holds "$work/out" "$id" "explanation"
done <"$here/../conformance/commitments.txt"
expect 0 "inputs and their lines" "$report" "$plan" "$data" --explain G01
holds "$work/out" ".csv:" "file and line of an input"

expect 0 "findings" "$report" "$plan" "$data" --quality --lang en
holds "$work/out" "errors: 0" "tally of findings"
expect 0 "findings as csv" "$report" "$plan" "$data" --quality --format csv
holds "$work/out" "severity,check,kind,file,line,column," "head of findings"
expect 0 "findings as json" "$report" "$plan" "$data" --quality --format json \
    --unit P18
holds "$work/out" '"findings":[' "findings as json"
expect 0 "judged without errors" "$report" "$plan" "$data" --refuse error
expect 3 "refused for warnings" "$report" "$plan" "$data" --refuse warning
holds "$work/err" ".csv:" "place of a finding"
[ -s "$work/out" ] && { echo "fail: a report of refused data"; exit 1; }
expect 3 "findings that refuse" "$report" "$plan" "$data" --quality \
    --refuse warning
cp -r "$data" "$work/data"
printf 'id,kind,severity,variable\nzero,zero,nothing,nobody\n' \
    >"$work/data/checks.csv"
expect 1 "faults in checks.csv" "$report" "$plan" "$work/data"
holds "$work/err" "checks.csv:2:3: error" "place of a fault in checks.csv"
expect 2 "findings as a page" "$report" "$plan" "$data" --quality --format html
expect 2 "a bad severity" "$report" "$plan" "$data" --refuse info

expect 2 "no arguments" "$report"
expect 2 "a bad option" "$report" "$plan" "$data" --no-such-option
expect 2 "a bad period" "$report" "$plan" "$data" --as-of 2025-13
expect 2 "a unit that is not there" "$report" "$plan" "$data" --unit nobody
expect 1 "a folder that is not there" "$report" "$plan" "$work/nothing"
cp -r "$plan" "$work/plan"
printf 'x1,goal that is not there,nothing,Name\n' >>"$work/plan/targets.csv"
expect 1 "faults in the tables" "$report" "$work/plan" "$data"
holds "$work/err" "targets.csv:" "place of the fault"
holds "$work/err" "error:" "the word error"
[ -s "$work/out" ] && { echo "fail: a report of faulty tables"; exit 1; }
if [ -w /dev/full ]; then
    expect 1 "a full disk" sh -c "\"$report\" \"$plan\" \"$data\" >/dev/full"
fi
echo "ok: the report in every form, its faults and its exit statuses"
