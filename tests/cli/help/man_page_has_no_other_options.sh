sed -n '/^.SH OPTIONS/,/^.SH RECORD/p' "$TOP/docs/lubb.1" | sed 's/\\-/-/g' |
    grep -o -e '--[a-z][a-z-]*' | grep -v -x -e --name | sort -u >man
"$LUBB" --help | grep -o -e '--[a-z][a-z-]*' | sort -u >options
comm -23 man options
