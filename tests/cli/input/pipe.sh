cat "$FILES/article.html" | "$LUBB"
