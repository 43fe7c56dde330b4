"$LUBB" "$FILES/article.html" "$FILES/article.txt"
