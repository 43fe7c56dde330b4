cp "$FILES/article.html" run
"$LUBB" ./run | wc -l
"$LUBB" -- run | wc -l
