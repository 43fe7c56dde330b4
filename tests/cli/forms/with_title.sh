"$LUBB" --with-title "$FILES/article.html"
