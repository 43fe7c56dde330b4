# The menu's words are in the lexicon.
"$LUBB" --explain=jsonl "$FILES/menu.html" | grep -c '"groups":\["'
"$LUBB" --explain=jsonl --no-rules "$FILES/menu.html" | grep -c '"groups":\["'
