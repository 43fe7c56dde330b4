. "$TOP/tests/cli/rules/press"
"$LUBB" rules try .box page.html
"$LUBB" rules try '*"مكتبة الحي"' page.html "$FILES/article.txt" | sed "s|$FILES/||"
"$LUBB" rules try '/القديم/' - <page.html
