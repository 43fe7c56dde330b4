/* test_input_kind.c - documents and fragments of them are HTML; prose, dumps
 * and texts about code are not. */
#include "page/input_kind.h"

#include "tests/check.h"

static bool
is_html(const char *text)
{
    return input_is_html(str_of(text));
}

/* -- how it opens ---------------------------------------------------------- */

static void
documents_open_like_documents(void)
{
    CHECK(is_html("<!DOCTYPE html><html><body>نص</body></html>"));
    CHECK(is_html("<!doctype html>\nنص"));
    CHECK(is_html("<!DocType HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">نص"));
    CHECK(is_html("<?xml version=\"1.0\"?><html>نص"));
    CHECK(is_html("<?XML version=\"1.0\"?>نص"));
    CHECK(is_html("<!-- محفوظة من الموقع -->\nنص طويل بعد التعليق"));
    CHECK(is_html("<html>"));
    CHECK(is_html("<HTML LANG=ar>نص"));
}

static void
fragments_open_with_a_known_tag(void)
{
    CHECK(is_html("<p>فتح المتحف أبوابه للزوار.</p>"));
    CHECK(is_html("<div class=\"entry\">نص</div>"));
    CHECK(is_html("<br/>نص"));
    CHECK(is_html("<H1>نص</H1>"));
    CHECK(is_html("</div>نص"));
    CHECK(is_html("<img\nsrc=x>نص"));
}

static void
white_space_before_the_opening_does_not_matter(void)
{
    CHECK(is_html(" \n\t\r\n\f<p>نص"));
    CHECK(is_html("\n\n<!DOCTYPE html>"));
}

static void
an_opening_that_is_no_tag_says_nothing(void)
{
    CHECK(!is_html("<3 هذه المدينة وأهلها"));
    CHECK(!is_html("< p>نص"));
    CHECK(!is_html("<فقرة>نص</فقرة>"));
    CHECK(!is_html("<no-such-tag>نص"));
    CHECK(!is_html("<pp>نص"));
    CHECK(!is_html("<p.x>نص"));
    CHECK(!is_html("<p نص بلا نهاية"));
    CHECK(!is_html("<>نص"));
    CHECK(!is_html("</>نص"));
    CHECK(!is_html("<"));
    CHECK(!is_html("<!"));
    CHECK(!is_html("<p"));
    CHECK(!is_html("</p"));
}

/* -- how many tags it has -------------------------------------------------- */

static void
nothing_is_text(void)
{
    CHECK(!is_html(""));
    CHECK(!is_html(" \n\t"));
    CHECK(!input_is_html((struct str){ NULL, 0 }));
}

static void
prose_and_dumps_are_text(void)
{
    CHECK(!is_html("عاد الصيادون مع الفجر إلى الميناء، ثم بدأ المزاد.\n"));
    CHECK(!is_html("الرئيسية\nمحليات\nرياضة\n\nعاجل | إغلاق الطريق\n"));
    CHECK(!is_html("إذا كان س < ص فإن ص > س دائما"));
    CHECK(!is_html("راسلونا: <desk@difaf.example> أو <https://difaf.example>"));
    CHECK(!is_html("قال &laquo;نعم&raquo; &amp; مضى"));
}

static void
a_page_without_its_beginning_is_html(void)
{
    CHECK(is_html("نص من القائمة</a></li><li class=\"menu-item\"><a href=\"/b\""
                  ">رياضة</a></li></ul><div id=\"main\"><p>بدأ المهرجان مساء "
                  "الخميس في الساحة الكبرى.</p></div></body></html>"));
}

static void
a_text_about_code_is_text(void)
{
    CHECK(!is_html(
        "درس اليوم عن لغة صفحات الويب. تكتب الفقرة بين <p> و</p>، "
        "ويكتب العنوان "
        "الكبير بين <h1> و</h1>. ولإضافة صورة نستعمل <img> ومعها عنوان الصورة. "
        "وإذا أردت أن يبدأ سطر جديد داخل الفقرة الواحدة فاكتب <br> في المكان "
        "الذي تريده، ثم احفظ الملف وافتحه في المتصفح لترى النتيجة. ولا تنس أن "
        "المسافات الكثيرة بين الكلمات تظهر في المتصفح مسافة واحدة، وأن الأسطر "
        "الفارغة لا أثر لها. في الدرس القادم نتعلم كيف نرتب الصور بجانب النص، "
        "وكيف نختار الألوان والخطوط التي تناسب القراءة الطويلة على الشاشات "
        "الصغيرة، ونرى أمثلة من صفحات كتبها طلاب الدورة السابقة.\n"));
    CHECK(!is_html(
        "#include <stdio.h>\n#include <map>\nstd::vector<int> v;\n"
        "if (a < b && c > d) return x<y>(z);\nTemplate<T> t;\n"));
}

/* `n_tags` times <b></b> (7 bytes of tags), and letters up to n_bytes. */
static struct str
text_of_share(size_t n_tags, size_t n_bytes)
{
    static char text[200000];
    size_t len = 1;

    memset(text, 'x', n_bytes);         /* does not open with a tag */
    for (size_t i = 0; i < n_tags; i++, len += 8)
        memcpy(text + len, "<b></b>.", 8);
    return (struct str){ text, n_bytes };
}

static void
tags_make_up_eighty_bytes_in_a_thousand(void)
{
    CHECK(input_is_html(text_of_share(80, 7000)));
    CHECK(!input_is_html(text_of_share(80, 7001)));
    CHECK(!input_is_html(text_of_share(79, 7000)));
    CHECK(input_is_html(text_of_share(1, 50)));
    CHECK(!input_is_html(text_of_share(1, 100)));
}

static void
unknown_and_malformed_tags_do_not_count(void)
{
    CHECK(is_html("x<b></b>"));
    CHECK(!is_html("x<bb></bb>"));
    CHECK(!is_html("x<b.></b.>"));
    CHECK(!is_html("x< b>< /b>"));
    CHECK(!is_html("x<b</b"));
    CHECK(!is_html("x<name></name><surname></surname>"));
}

static void
attributes_count_as_part_of_their_tag(void)
{
    CHECK(!is_html("نص طويل بعض الشيء عن السوق والناس والبحر والميناء القديم "
                   "وعن السفن <br>"));
    CHECK(is_html("نص طويل بعض الشيء عن السوق والناس والبحر والميناء القديم "
                  "وعن السفن <br class=\"clear\" id=\"x\">"));
}

static void
only_the_first_64_kib_are_looked_at(void)
{
    static char text[200000];
    struct str s = { text, sizeof text };

    memset(text, 'x', sizeof text);
    for (size_t i = 65536; i + 8 <= sizeof text; i += 8)
        memcpy(text + i, "<b></b>.", 8);
    CHECK(!input_is_html(s));
    for (size_t i = 1; i + 8 <= 65536; i += 8)
        memcpy(text + i, "<b></b>.", 8);
    memset(text + 65536, 'x', sizeof text - 65536);
    CHECK(input_is_html(s));
}

int
main(void)
{
    documents_open_like_documents();
    fragments_open_with_a_known_tag();
    white_space_before_the_opening_does_not_matter();
    an_opening_that_is_no_tag_says_nothing();
    nothing_is_text();
    prose_and_dumps_are_text();
    a_page_without_its_beginning_is_html();
    a_text_about_code_is_text();
    tags_make_up_eighty_bytes_in_a_thousand();
    unknown_and_malformed_tags_do_not_count();
    attributes_count_as_part_of_their_tag();
    only_the_first_64_kib_are_looked_at();
    return check_summary();
}
