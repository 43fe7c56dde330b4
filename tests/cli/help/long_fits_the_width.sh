"$LUBB" --help >help
! grep -n '.\{81\}' help
