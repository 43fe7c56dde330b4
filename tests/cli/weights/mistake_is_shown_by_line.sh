printf '# mine\nno.such.name 3\n' >bad.conf
"$LUBB" --weights bad.conf "$FILES/article.html"
