"$LUBB" --json "$FILES/menu.html" >out
echo $?
grep -o -e '"text":"[^"]*"' -e '"verdict":"[^"]*"' -e '"n_kept":[0-9]*' out
