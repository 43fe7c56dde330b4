# Images stand where the page has them; spacers, pixels and images outside the
# text do not.
page() {
    sed -e '/<p>وقالت/s|$|\n<p><img alt="صورة [1]" src="data:image/gif;base64,AA" data-src="/m(1).jpg"><img src=/spacer.gif><img src=/x.png width=1 height=1><img src=javascript:x>|' \
        -e 's|<div class="footer">|&<img src=/below.jpg>|' \
        -e 's|<ul class="menu">|<img src=/logo.png>&|' "$FILES/article.html"
}
page | "$LUBB" --html --images --url http://x.example/n/ | cut -d ' ' -f 1-2
echo --
page | "$LUBB" --html --url http://x.example/n/ | grep -c '!\['
