"$LUBB" rules test
"$LUBB" rules lint
