#!/bin/sh
# rule_packs.sh - the shipped rules, by the program's own tools: no errors of
# lint, and every case passes. Cases that wait for the engine are todo- lines.
# And the reference in rules/README.md is what the program prints.
BUILD=${BUILD:-build}

reference=$(mktemp) || exit 2
trap 'rm -f "$reference"' EXIT
"$BUILD/lubb" rules doc --markdown >"$reference"
errors=$("$BUILD/lubb" rules lint | LC_ALL=C grep -a ' error\[')
sum=$("$BUILD/lubb" rules test)
status=$?
last=$(printf '%s\n' "$sum" | tail -n 1)
passed=${last%% *}
failed=${last#*, }
failed=${failed%% *}

if [ -n "$errors" ]; then
    printf '%s\n' "$errors"
    failed=$((failed + 1))
else
    passed=$((passed + 1))
fi
if sed '1,/^<!-- made by/d' rules/README.md | cmp -s - "$reference"; then
    passed=$((passed + 1))
else
    echo "rules/README.md: not what lubb rules doc --markdown prints"
    failed=$((failed + 1))
fi
[ "$status" -eq 0 ] || printf '%s\n' "$sum"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
