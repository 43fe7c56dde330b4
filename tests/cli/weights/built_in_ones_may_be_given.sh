"$LUBB" --weights "$TOP/rules/weights.conf" "$FILES/article.html"
