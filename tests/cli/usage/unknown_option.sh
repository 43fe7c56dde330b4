"$LUBB" --jsn
