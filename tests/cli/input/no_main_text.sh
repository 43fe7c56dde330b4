"$LUBB" "$FILES/menu.html"
