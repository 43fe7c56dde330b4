"$LUBB" -o none/out "$FILES/article.html"
