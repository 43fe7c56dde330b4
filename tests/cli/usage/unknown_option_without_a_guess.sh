"$LUBB" --frobnicate
