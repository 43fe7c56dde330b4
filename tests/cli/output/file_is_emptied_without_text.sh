echo old >out
"$LUBB" -o out "$FILES/menu.html"
echo $?
cat out
