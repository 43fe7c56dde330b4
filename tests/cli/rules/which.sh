. "$TOP/tests/cli/rules/press"
"$LUBB" rules which --rules press.rule https://www.press.example/a/1 || echo $?
"$LUBB" rules which press.example --rules press.rule page.html || echo $?
"$LUBB" rules which press.example --rules press.rule --json || echo $?
