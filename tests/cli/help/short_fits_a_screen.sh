"$LUBB" -h >help
[ "$(wc -l <help)" -le 24 ] && ! grep -n '.\{81\}' help
