. "$TOP/tests/cli/rules/press"
sed 's/^body:/bdy: /' press.rule >wrong.rule
"$LUBB" rules list wrong.rule
