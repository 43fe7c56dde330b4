"$LUBB" --json=1
