"$LUBB" <"$FILES/article.html"
