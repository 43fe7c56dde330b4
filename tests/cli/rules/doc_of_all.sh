"$LUBB" rules doc >all
! grep -n '.\{81\}' all
grep -c '^[a-z]' all
grep -e '^site' -e '^E01' all
