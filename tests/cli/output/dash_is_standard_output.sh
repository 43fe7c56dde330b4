"$LUBB" -o - "$FILES/article.html"
