cp "$FILES/article.html" ./--json
"$LUBB" -- --json
