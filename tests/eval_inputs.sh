#!/bin/sh
# eval_inputs.sh - HTML and plain text are told apart on real pages.
#
# The annotated pages lie outside the project (SHARED); where they are not, this
# is skipped. Pages are HTML; dumps, excerpts and seeds are text, though some of
# them are about HTML.
BUILD=${BUILD:-build}
SHARED=${SHARED:-../shared}
passed=0
failed=0

# inputs KIND FOLDER PATTERN: how many files there lubb takes for KIND.
inputs() {
    if [ ! -d "$2" ]; then
        echo "SKIPPED: eval_inputs: $2 is not there"
        return
    fi
    records=$(find "$2" -maxdepth 1 -type f -name "$3" -print0 |
        xargs -0 "$BUILD/lubb" --json)
    right=$(printf "%s\n" "$records" | grep -c "\"input\":\"$1\"")
    wrong=$(find "$2" -maxdepth 1 -type f -name "$3" | wc -l)
    wrong=$((wrong - right))
    if [ "$wrong" -gt 0 ]; then
        echo "$2: not taken for $1:"
        printf "%s\n" "$records" | grep -v "\"input\":\"$1\"" |
            sed 's/^{"id":"\([^"]*\)".*/    \1/'
    fi
    passed=$((passed + right))
    failed=$((failed + wrong))
}

inputs html "$SHARED/eval/pages" '*'
inputs text "$SHARED/eval/dumps" '*'
inputs text "$SHARED/eval/excerpts" '*'
inputs text "$SHARED/seeds" '[0-9]*.txt'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
