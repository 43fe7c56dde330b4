"$LUBB" "$FILES/article.html" >/dev/full || echo $?
"$LUBB" --json "$FILES/menu.html" >/dev/full || echo $?
"$LUBB" --help >/dev/full || echo $?
"$LUBB" --version >/dev/full || echo $?
"$LUBB" -o /dev/full "$FILES/article.html" || echo $?
