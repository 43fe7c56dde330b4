"$LUBB" rules list >table
"$LUBB" rules list --json >objects
[ $(($(wc -l <objects) + 1)) -eq "$(wc -l <table)" ]
grep -c -v '"builtin":true}$' objects
(cd "$TOP" && ls rules/*/*.rule) | while read -r file; do
    grep -q lexicon "$TOP/$file" || grep -q "\"$file\"" objects || echo "$file"
done
