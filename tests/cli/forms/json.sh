"$LUBB" --json "$FILES/article.html" |
    sed "s|$FILES/||; s/\"confidence\":[0-9]*/\"confidence\":N/; s/\"reason\":\"[^\"]*\"/\"reason\":R/"
