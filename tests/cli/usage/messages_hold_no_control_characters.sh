"$LUBB" "$(printf 'a\033[31m\nb')"
"$LUBB" "--$(printf '\033c')"
