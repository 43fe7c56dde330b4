"$LUBB" "$FILES/menu.html" "$FILES/article.html" "$FILES/menu.html"
