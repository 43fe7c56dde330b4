cp "$FILES/article.html" page
"$LUBB" -o page "$FILES/menu.html" page || echo $?
"$LUBB" -o ./page <page || echo $?
"$LUBB" -o page - <page || echo $?
cmp page "$FILES/article.html"
