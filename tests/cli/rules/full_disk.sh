"$LUBB" rules doc >/dev/full || echo $?
"$LUBB" rules list >/dev/full || echo $?
"$LUBB" rules -h >/dev/full || echo $?
