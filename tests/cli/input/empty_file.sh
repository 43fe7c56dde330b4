>empty
"$LUBB" empty
