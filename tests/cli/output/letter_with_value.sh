"$LUBB" -oout "$FILES/article.html"
cat out
