"$LUBB" rules lint --tody=2026-11-21 || echo $?
"$LUBB" rules list --today 2026-11-21 || echo $?
"$LUBB" rules test -x || echo $?
"$LUBB" rules doc drop --explain || echo $?
"$LUBB" rules doc --json=1 drop || echo $?
