. "$TOP/tests/cli/rules/press"
sed 's/^body:/bdy: /; s/^drop: .*/drop:     .box\[/' press.rule >wrong.rule
"$LUBB" --rules wrong.rule "$FILES/article.html"
