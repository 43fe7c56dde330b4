. "$TOP/tests/cli/rules/press"
"$LUBB" rules try .box none.html page.html
