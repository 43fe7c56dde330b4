"$LUBB" "$FILES/article.html" --with-title "$FILES/article.txt"
