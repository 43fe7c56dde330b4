# Ten points a paragraph, half a nat: taste is a whole one.
cat >weights.conf <<'EOF'
text.verdict.min_weak_lines 1
text.main.words.1 -10
text.main.words.3 -10
text.main.words.18 10
EOF
for option in --text --precision --recall "--recall --precision" "--precision --recall"; do
    "$LUBB" --weights weights.conf $option "$FILES/article.txt" | wc -l
done
