. "$TOP/tests/cli/rules/press"
"$LUBB" rules lint press.rule --today 2026-11-21
"$LUBB" rules lint --today=2027-12-01 press.rule
