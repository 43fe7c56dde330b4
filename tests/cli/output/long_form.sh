"$LUBB" --output out1 "$FILES/article.html"
"$LUBB" --output=out2 "$FILES/article.txt"
cat out1 out2
