for command in run site; do
    "$LUBB" $command "$FILES/article.html" || echo $?
done
