"$LUBB" --json --url https://WWW.Example.org/a?b --site=example.org \
    "$FILES/article.html" | grep -o -e '"url":"[^"]*","host":"[^"]*","site":"[^"]*"'
