. "$TOP/tests/cli/rules/press"
"$LUBB" rules try .none page.html
