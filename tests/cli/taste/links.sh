# Markdown links, resolved; what leads nowhere is plain text.
page() {
    sed "s|<p>فتحت |<p><a href=\"$1\">فتحت</a> |; s|<title>|<base href=/a/b/><title>|" \
        "$FILES/article.html"
}
first() {
    head -n 1 | cut -d ' ' -f 1
}
for href in 'c/../d.html' '//y.example/?a=(b)' 'https://x.example/سوق' \
    'HTTP://x.example' 'mailto:a@x.example' 'javascript:go()' '#end' 'data:,x' \
    'http://x.example/a b<c>'; do
    page "$href" | "$LUBB" --html --links --url 'http://x.example/n/1?q' | first
done
# No base, no switch.
page c | "$LUBB" --html --links | first
page http://x.example/ | "$LUBB" --html --url http://x.example/ | first
