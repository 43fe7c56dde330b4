. "$TOP/tests/cli/rules/press"
"$LUBB" rules lint press.rule
"$LUBB" rules lint --json press.rule
