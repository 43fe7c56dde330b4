# Five points a paragraph: taste is six in a dump.
cat >weights.conf <<'EOF'
text.verdict.min_weak_lines 1
text.main.words.1 -5
text.main.words.3 -5
text.main.words.18 5
EOF
for option in --text --precision --recall "--recall --precision" "--precision --recall"; do
    "$LUBB" --weights weights.conf $option "$FILES/article.txt" | wc -l
done
