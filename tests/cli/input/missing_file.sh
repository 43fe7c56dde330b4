"$LUBB" none.html
