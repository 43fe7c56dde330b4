"$LUBB" -h --jsn | head -n 1
