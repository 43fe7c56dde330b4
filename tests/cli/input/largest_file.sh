head -c 16777216 /dev/zero | tr '\0' ' ' >spaces
"$LUBB" spaces
