"$LUBB" "$FILES/article.html"
