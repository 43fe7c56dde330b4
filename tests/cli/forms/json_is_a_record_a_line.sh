"$LUBB" --json "$FILES/article.html" "$FILES/menu.html" - <"$FILES/article.txt" >out
sed "s|$FILES/||" out | grep -n -o -e '^{"id":"[^"]*"' -e '}$'
