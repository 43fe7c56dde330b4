"$LUBB" "$FILES/article.html" >&-
