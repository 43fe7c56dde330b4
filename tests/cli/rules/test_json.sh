. "$TOP/tests/cli/rules/press"
echo 'has:      "لم يقل أحد هذا"' >>press.rule
"$LUBB" rules test --json press.rule
