head -c 16777217 /dev/zero | tr '\0' ' ' >spaces
"$LUBB" spaces "$FILES/article.html"
