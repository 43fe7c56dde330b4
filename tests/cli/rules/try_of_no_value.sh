. "$TOP/tests/cli/rules/press"
"$LUBB" rules try '/(/' page.html || echo $?
"$LUBB" rules try '.a > | h1[' page.html || echo $?
"$LUBB" rules try '' page.html || echo $?
