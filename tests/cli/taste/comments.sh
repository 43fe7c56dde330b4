# Readers' comments are a field of their own, without names, dates and forms.
page() {
    sed 's|^<div class="footer">|<div id=comments><h3>التعليقات</h3><ol class=comment-list><li><b class=comment-author>سالم</b> <time class=comment-meta>12 مارس 2020</time><p>زرت المكتبة في يومها الأول وأعجبني ترتيبها كثيرا.</p><a href=x>رد</a><li><b class=comment-author>هدى</b><p>متى تفتح المكتبة يوم الجمعة؟</ol><form class=comment-form><p>اكتب تعليقك هنا ولن ينشر بريدك</p></form></div>&|' \
        "$FILES/article.html"
}
page | "$LUBB" --html --comments | tail -n 3
page | "$LUBB" --html --comments --json | grep -o '"comments":"[^"]*"'
page | "$LUBB" --html --json | grep -c '"comments"'
page | "$LUBB" --html | wc -l
"$LUBB" --comments "$FILES/article.txt" | wc -l
