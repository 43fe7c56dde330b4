"$LUBB" -o out "$FILES/article.html"
cat out
