"$LUBB" <&-
