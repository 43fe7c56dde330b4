. "$TOP/tests/cli/rules/press"
"$LUBB" rules list press.rule | grep -e '^file' -e '^press' | sed 's/   */  /g'
"$LUBB" rules list press.rule --json | grep '"press.rule"'
