"$LUBB" rules -h >short
"$LUBB" rules --help | cmp - short
! grep -n '.\{81\}' short && cat short
