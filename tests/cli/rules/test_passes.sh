. "$TOP/tests/cli/rules/press"
"$LUBB" rules test press.rule
