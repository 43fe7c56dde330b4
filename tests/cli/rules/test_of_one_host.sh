. "$TOP/tests/cli/rules/press"
sed 's/press\.example/other.example/; s/^title: .*/title: "no"/' press.rule >other.rule
"$LUBB" rules test -k press.example press.rule other.rule
"$LUBB" rules test press.rule other.rule -k none.example
