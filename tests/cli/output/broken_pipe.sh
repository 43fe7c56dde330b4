i=0
while [ $i -lt 200 ]; do
    set -- "$@" "$FILES/article.html"
    i=$((i + 1))
done
("$LUBB" "$@"; echo "status $?" >&2) | head -c 1 >/dev/null
