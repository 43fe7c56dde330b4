for option in metadata site-model=FILE jsonl; do
    "$LUBB" --$option "$FILES/article.html" || echo $?
done
