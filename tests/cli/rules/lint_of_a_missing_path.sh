. "$TOP/tests/cli/rules/press"
"$LUBB" rules lint press.rule none.rule
