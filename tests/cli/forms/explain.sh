# States, points and features are the weights' affair; the rest is not.
"$LUBB" --explain "$FILES/article.html" | sed "s|$FILES/||" |
    sed -e 's/ [a-z]* [+-][0-9].*\[.*\] / /' -e 's/confidence .*\], //'
