#!/bin/sh
# rule_packs.sh - the shipped rules, by the program's own tools: no errors of
# lint, and every case passes. Cases that wait for the engine are todo- lines.
BUILD=${BUILD:-build}

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
[ "$status" -eq 0 ] || printf '%s\n' "$sum"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
