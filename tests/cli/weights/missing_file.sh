"$LUBB" --weights none.conf "$FILES/article.html"
