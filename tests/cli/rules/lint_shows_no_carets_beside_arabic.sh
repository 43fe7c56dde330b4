. "$TOP/tests/cli/rules/press"
sed 's/^drop: .*/darp:     "شارك"/' press.rule >wrong.rule
"$LUBB" rules lint wrong.rule
