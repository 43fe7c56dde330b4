"$LUBB" "$FILES/article.txt" - <"$FILES/article.html"
