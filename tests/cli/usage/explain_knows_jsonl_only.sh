"$LUBB" --explain=csv
