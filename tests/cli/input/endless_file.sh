"$LUBB" /dev/zero
