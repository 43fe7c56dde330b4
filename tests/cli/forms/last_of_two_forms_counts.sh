"$LUBB" --json --explain "$FILES/menu.html" | cut -c1
"$LUBB" --explain=jsonl --json "$FILES/menu.html" | cut -c1-5
