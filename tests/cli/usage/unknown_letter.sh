"$LUBB" -x
