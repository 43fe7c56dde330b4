for option in --json --html --text "--html --text" "--text --html"; do
    for file in article.html article.txt; do
        "$LUBB" --json $option "$FILES/$file" | grep -o '"input":"[a-z]*"'
    done
done
