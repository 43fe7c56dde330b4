for option in metadata site-model=FILE comments links images jsonl; do
    "$LUBB" --$option "$FILES/article.html" || echo $?
done
