for command in run rules site; do
    "$LUBB" $command "$FILES/article.html" || echo $?
done
