. "$TOP/tests/cli/rules/press"
mkdir -p all/deep
cp press.rule all
sed 's/press\.example/other.example/; s/^body:/bdy: /' press.rule >all/deep/other.rule
cp page.html all
"$LUBB" rules lint all
