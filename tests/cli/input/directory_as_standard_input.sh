"$LUBB" <.
