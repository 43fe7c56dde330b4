sed -n '/^.SH RULES/,/^.SH EXIT/p' "$TOP/docs/lubb.1" | sed 's/\\-/-/g' >man
for verb in lint test try which list doc; do
    grep -q "^\.BR \"lubb rules $verb " man || echo "$verb"
    "$LUBB" rules $verb -h | sed -n 's/^  \(-[^ ]*\).*/\1/p' |
        grep -v -x -e -h, >options
    while read -r option; do
        grep -q -e "$option\( \|,\|$\|\\\\\)" man || echo "$verb $option"
    done <options
    [ -s options ] || echo "$verb: no options"
done
