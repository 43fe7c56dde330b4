"$LUBB" rules try || echo $?
"$LUBB" rules try .x || echo $?
"$LUBB" rules which || echo $?
"$LUBB" rules which a b c || echo $?
"$LUBB" rules doc drop cut || echo $?
