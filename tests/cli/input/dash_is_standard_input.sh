"$LUBB" - <"$FILES/article.html"
