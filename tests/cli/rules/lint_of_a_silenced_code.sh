. "$TOP/tests/cli/rules/press"
sed 's/^drop: .*/&\ndrop:     .none/' press.rule >loud.rule
sed 's/^drop: .*none/# lint-off W22\n&/' loud.rule >silent.rule
"$LUBB" rules lint loud.rule
"$LUBB" rules lint silent.rule
