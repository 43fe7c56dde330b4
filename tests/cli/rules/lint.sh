. "$TOP/tests/cli/rules/press"
sed 's/^body:/bdy: /; s/^drop: .*/&\ndrop:     .box\[/' press.rule >wrong.rule
"$LUBB" rules lint wrong.rule
