"$LUBB" "$FILES/article.html" --jsn
