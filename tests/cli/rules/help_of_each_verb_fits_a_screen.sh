for verb in lint test try which list doc; do
    "$LUBB" rules $verb -h >help || echo "$verb: $?"
    "$LUBB" rules $verb --help | cmp - help
    head -n 1 help
    [ "$(wc -l <help)" -le 24 ] && ! grep -n '.\{81\}' help
done
