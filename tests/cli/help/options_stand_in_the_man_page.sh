"$LUBB" --help | grep -o -e '--[a-z][a-z-]*' | sort -u >options
while read -r option; do
    escaped=$(echo "$option" | sed 's/-/\\\\-/g')
    grep -q -e "$escaped\( \|$\|\\\\\)" "$TOP/docs/lubb.1" || echo "$option"
done <options
[ "$(wc -l <options)" -gt 20 ]
