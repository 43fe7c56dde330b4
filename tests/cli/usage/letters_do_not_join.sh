"$LUBB" -ho
