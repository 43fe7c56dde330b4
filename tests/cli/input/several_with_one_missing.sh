"$LUBB" "$FILES/article.html" none.html "$FILES/article.txt"
