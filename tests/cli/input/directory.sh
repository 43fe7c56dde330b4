mkdir pages
"$LUBB" pages
