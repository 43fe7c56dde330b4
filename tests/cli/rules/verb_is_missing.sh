"$LUBB" rules || echo $?
"$LUBB" rules '' || echo $?
"$LUBB" rules --json lint || echo $?
