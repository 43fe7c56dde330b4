"$LUBB" rules which nowhere.example || echo $?
"$LUBB" rules which nowhere.example --json || echo $?
"$LUBB" rules which nowhere.example none.html || echo $?
"$LUBB" rules which nowhere.example --rules none.rule || echo $?
