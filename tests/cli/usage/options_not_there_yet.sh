for option in metadata rules=DIR site-model=FILE comments links images jsonl; do
    "$LUBB" --$option "$FILES/article.html" || echo $?
done
