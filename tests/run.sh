#!/bin/sh
# run.sh - all tests, one after the other, from the top of the tree.
#
# Each program prints what failed and ends with "N passed, N failed"; it may
# print lines that begin with SKIPPED. Here each has one line, and what it
# printed only when something failed. A program that dies, hangs or gives no sum
# counts as one failure. The last line is the sum of all.
BUILD=${BUILD:-build}
SHARED=${SHARED:-../shared}
CC=${CC:-cc}
CXX=${CXX:-c++}
export BUILD SHARED CC CXX

# Seconds after which a program hangs. Nothing is timed: this is for the host.
PATIENCE=900

log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
n_passed=0
n_failed=0
n_skipped=0

# run NAME COMMAND...
run() {
    name=$1
    shift
    timeout "$PATIENCE" "$@" >"$log" 2>&1 </dev/null
    status=$?
    sum=$(tail -n 1 "$log" | LC_ALL=C grep -aE '^[0-9]+ passed, [0-9]+ failed$')
    passed=${sum%% *}
    failed=${sum#*, }
    failed=${failed% failed}

    if [ -z "$sum" ] || [ "$status" -gt 1 ] ||
        { [ "$status" -eq 1 ] && [ "$failed" -eq 0 ]; }; then
        sum="died with status $status"
        passed=0
        failed=1
    fi
    n_passed=$((n_passed + passed))
    n_failed=$((n_failed + failed))
    printf '%-26s %s\n' "$name" "$sum"
    if [ "$failed" -gt 0 ]; then
        sed 's/^/    /' "$log"
    else
        LC_ALL=C grep -aE '^SKIPPED' "$log" | sed 's/^/    /'
    fi
    skipped=$(LC_ALL=C grep -acE '^SKIPPED' "$log")
    n_skipped=$((n_skipped + skipped))
}

run house sh tests/house.sh
for program in "$BUILD"/tests/*/test_* "$BUILD"/tests/test_*; do
    if [ -f "$program" ] && [ -x "$program" ]; then
        run "${program#"$BUILD/tests/"}" "$program"
    fi
done
run rule_packs sh tests/rule_packs.sh
run spec "$BUILD/tests/spec"
run golden "$BUILD/tests/golden" fixtures
run pathological "$BUILD/tests/pathological"
run cli sh tests/cli/run.sh
run eval_inputs sh tests/eval_inputs.sh
if [ -d "$SHARED/eval/pages" ]; then
    run eval_skeletons "$BUILD/tests/page/test_skeleton_pages" \
        "$SHARED/eval/pages"
else
    echo "SKIPPED: eval_skeletons: $SHARED/eval/pages is not there"
    n_skipped=$((n_skipped + 1))
fi

[ "$n_skipped" -eq 0 ] || echo "$n_skipped skipped"
echo "$n_passed passed, $n_failed failed"
[ "$n_failed" -eq 0 ]
