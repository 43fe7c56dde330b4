"$LUBB" rules doc dorp || echo $?
"$LUBB" rules doc frobnicate || echo $?
"$LUBB" rules doc --markdown E99 || echo $?
