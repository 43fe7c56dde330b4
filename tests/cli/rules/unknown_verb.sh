"$LUBB" rules lnt x.rule || echo $?
"$LUBB" rules frobnicate || echo $?
"$LUBB" rules "$(printf 'a\033[31mb')" || echo $?
