"$LUBB" "$FILES/article.txt"
