/* test_skeleton.c - what Gumbo is shown, and what comes of it.
 *
 * Every place where a skeleton could go wrong, and every place where it is
 * allowed to differ from the whole page.
 */
#include "page/skeleton.h"

#include "tests/check.h"
#include "tests/page/tree_dump.h"
#include "text/utf8.h"

/* -- what is shown ------------------------------------------------------- */

/* The skeleton, with "#" for each code point. */
static struct str
shown_of(const char *html)
{
    struct arena *a = scratch_arena((size_t)1 << 20);
    struct fuel fuel = { 0, UINT64_MAX };
    struct str s = str_of(html);
    char *copy = arena_new(a, char, s.len + 16);
    struct skeleton sk;
    struct buf b = buf_new(a, 64);
    size_t at = 0;

    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    skeleton_make(a, (struct str){ copy, s.len }, &fuel, &sk);
    while (at < sk.html.len) {
        uint32_t cp = utf8_next(sk.html, &at);

        buf_add_char(&b, cp < 0x80 ? (char)cp : '#');
    }
    return buf_str(&b);
}

#define CHECK_SHOWN(html, want) CHECK_STR(shown_of(html), (want))
#define CHECK_BODY(html, want)  CHECK_STR(body_of(html), (want))
#define CHECK_TREE(html, want)  CHECK_STR(dump_of(html), (want))

static void
tags_are_shown_bare_and_text_as_one_character(void)
{
    CHECK_SHOWN("<DIV class=\"a>b\" id=c>x &amp; y</DIV\n>",
                "<div>#</div>");
    CHECK_SHOWN("<div>\n <p>x<!-- y -->z</p>\n</div>",
                "<div><p>#</p></div>");
    CHECK_SHOWN("<custom-x>y<p></custom-x>", "<x>#<p></x>");
}

static void
inline_elements_are_part_of_their_text(void)
{
    CHECK_SHOWN("<p>a <b>b</b> <a href=c>d <i>e</i></a><br>f<img></p>",
                "<p>#</p>");
    CHECK_SHOWN("<p><span></span></p>", "<p>#</p>");
    CHECK_SHOWN("<p><b>a<p>b</b>", "<p><b>#<p>#</b>");
    CHECK_SHOWN("<a><div>x</div></a>", "<a><div>#</div></a>");
    CHECK_SHOWN("<p><svg><path/></svg>a</p>", "<p>#</p>");
}

static void
what_stands_in_the_head_is_shown_once(void)
{
    CHECK_SHOWN("<meta a><meta b>\n<link c><script>d</script><style>e</style>",
                "<link>");
    CHECK_SHOWN("<meta><title>a</title><meta>",
                "<link><title>#</title><link>");
    CHECK_SHOWN("<table><script>a</script><style></style>",
                "<table><script></script><style></style>");
}

static void
end_tags_that_end_nothing_are_left_out(void)
{
    CHECK_SHOWN("</div>a</span></b></td></h1>", "#");
    CHECK_SHOWN("<div>a</span></p></div></div>", "<div>#</p></div>");
    CHECK_SHOWN("</script></title></svg></br>", "</br>");
}

static void
code_points_are_numbers(void)
{
    static const uint32_t units[] = {
        0, 1, 1887, 1888, 55135, 55136, 120669, 120670, 1103679
    };

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        uint32_t cp = skeleton_char(units[i]);

        CHECK_INT(skeleton_unit(cp), units[i]);
        CHECK(cp >= 0xA0 && cp <= 0x10FFFF && (cp & 0xFFFE) != 0xFFFE);
        CHECK(cp < 0xD800 || cp > 0xFDEF);
    }
    for (uint32_t unit = 0; unit < 200000; unit += 7)
        CHECK(skeleton_unit(skeleton_char(unit)) == unit);
}

/* -- the tree is that of the whole page ---------------------------------- */

static void
controls_stay(void)
{
    CHECK_BODY("<p>a\x01" "b\xc2\x8f\xef\xbf\xbe</p>",
               "<p>a\x01" "b\xc2\x8f\xef\xbf\xbe</p>");
}

static void
a_line_feed_after_pre_is_no_text(void)
{
    CHECK_BODY("<pre>\n\n a\n</pre>", "<pre>\n a\n</pre>");
    CHECK_BODY("<listing>\na</listing>", "<listing>a</listing>");
    CHECK_BODY("<textarea>\n a </textarea>", "<textarea> a </textarea>");
    CHECK_BODY("<pre><b>\na</b></pre>", "<pre><b>\na</b></pre>");
    CHECK_BODY("<pre>\n</pre>", "<pre></pre>");
    CHECK_BODY("<xmp>\na</xmp>", "<xmp>\na</xmp>");
}

static void
white_space_in_pre_is_text(void)
{
    CHECK_BODY("<pre><i>a</i>\n  <i>b</i>\n</pre>",
               "<pre><i>a</i>\n  <i>b</i>\n</pre>");
    CHECK_BODY("<pre> </pre> <p> a </p>", "<pre> </pre><p> a </p>");
}

static void
references_to_white_space_are_white_space(void)
{
    CHECK_BODY("<table>&#32;&#10;<tr>&Tab;<td>a</table>",
               "<table><tbody><tr><td> a</td></tr></tbody></table>");
    CHECK_BODY("<table>&nbsp;<tr><td>a</table>",
               "&nbsp;<table><tbody><tr><td>a</td></tr></tbody></table>");
}

static void
raw_elements_in_svg_are_not_raw(void)
{
    CHECK_BODY("<svg><style><p>a", "<svg></svg><p>a</p>");
    CHECK_BODY("<svg><title/></svg>a<title>b</title>",
               "<svg></svg>a<title>b</title>");
    CHECK_BODY("<svg><script><b>a</script></svg>b",
               "<svg></svg><b>ab</b>");
}

static void
html_breaks_out_of_svg(void)
{
    CHECK_BODY("<svg><g><div>a</div>b", "<svg></svg><div>a</div>b");
    CHECK_BODY("<svg><g><a>x</a></g></svg>b", "<svg></svg>b");
    CHECK_BODY("<svg><font>a</font></svg>b", "<svg></svg>b");
    CHECK_BODY("<svg><font color=a>b", "<svg></svg><font>b</font>");
    CHECK_BODY("<svg></p>a", "<svg></svg><p></p>a");
    CHECK_BODY("<math><mi><p>a</p></mi></math>b", "<math></math>b");
    CHECK_BODY("<math><annotation-xml><p>a", "<math></math><p>a</p>");
    CHECK_BODY("<math><annotation-xml encoding=text/html><p>a</math>b",
               "<math></math>b");
}

static void
what_closes_around_svg_closes_it(void)
{
    CHECK_BODY("<div><svg><g></div>a", "<div><svg></svg></div>a");
    CHECK_BODY("<a><svg><svg></svg></a>b", "<a><svg></svg></a>b");
    CHECK_BODY("<svg><g></div>a</g></svg>b", "<svg></svg>b");
    CHECK_BODY("<div><svg><desc></div>a</svg>b</div>c",
               "<div><svg></svg>b</div>c");
}

static void
cdata_counts_in_svg_only(void)
{
    CHECK_BODY("<svg><![CDATA[<p>a]]></svg>b", "<svg></svg>b");
    CHECK_BODY("<p><![CDATA[<b>a]]>b", "<p>a]]>b</p>");
}

static void
scripts_hide_what_looks_like_tags(void)
{
    CHECK_BODY("<p>a<script><!--<script></script><p>--></script>b",
               "<p>a<script></script>b</p>");
    CHECK_BODY("<p>a<script>'<p>'", "<p>a<script></script></p>");
    CHECK_BODY("<p>a<!-- <p>b", "<p>a</p>");
    CHECK_BODY("<p>a<p title=\"b", "<p>a</p>");
}

static void
emptied_elements_stay_where_they_are(void)
{
    CHECK_TREE("<title>a</title><template><p>x</template><meta><p>b",
               "<html><head><title>a</title><template></template><meta></head>"
               "<body><p>b</p></body></html>");
    CHECK_BODY("<table><template><tr>x</template><tr><script>y</script><td>a",
               "<table><template></template><tbody><tr><script></script>"
               "<td>a</td></tr></tbody></table>");
    CHECK_BODY("<table><tr><svg>a</svg><td>b",
               "<svg></svg><table><tbody><tr><td>b</td></tr></tbody></table>");
    CHECK_BODY("<select><script></script><option>a<style></style></select>",
               "<select><script></script><option>a</option></select>");
    CHECK_TREE("<noscript><style>a</style><link></noscript><p>b",
               "<html><head><noscript><style></style><link></noscript></head>"
               "<body><p>b</p></body></html>");
    CHECK_BODY("<p>a<iframe><p>b</iframe><noembed><p></noembed>c",
               "<p>a<iframe></iframe><noembed></noembed>c</p>");
}

static void
templates_nest(void)
{
    CHECK_BODY("<p>a<template><template></template>b</template>c",
               "<p>a<template></template>c</p>");
    CHECK_BODY("<p>a<template><svg></template>b",
               "<p>a<template></template>b</p>");
    CHECK_BODY("<p>a<template></div>b", "<p>a<template></template></p>");
}

static void
hidden_input_stays_in_its_table(void)
{
    CHECK_BODY("<table><tr><input type=HIDDEN><td>a",
               "<table><tbody><tr><input><td>a</td></tr></tbody></table>");
    CHECK_BODY("<table><tr><input><td>a",
               "<input><table><tbody><tr><td>a</td></tr></tbody></table>");
}

static void
late_html_and_body_tags_give_their_attributes(void)
{
    struct tree t = tree_of(STR("a<html lang=ar><body class=b>c"));

    CHECK_STR(dump_tree(&t), "<html><head></head><body>ac</body></html>");
    CHECK_INT(t.doc.nodes[0].src, 1);
    CHECK_INT(t.doc.nodes[1].src, NO_OFFSET);
    CHECK_INT(t.doc.nodes[2].src, 15);
    CHECK_INT(t.doc.side.html, 1);
    CHECK_INT(t.doc.side.body, 15);
}

static void
noscript_is_read_as_without_scripts(void)
{
    CHECK_BODY("<p>a<noscript><b>c</b></noscript>",
               "<p>a<noscript><b>c</b></noscript></p>");
    CHECK_TREE("<head><noscript><img></noscript><title>t</title>",
               "<html><head><noscript></noscript></head>"
               "<body><img><title>t</title></body></html>");
}

static void
old_elements_are_what_the_standard_makes_of_them(void)
{
    CHECK_BODY("<p>a<image src=b>c", "<p>a<img>c</p>");
    CHECK_BODY("<isindex prompt=a>b", "<?>b</?>");
    CHECK_BODY("<p>a<plaintext>b</p><b>c", "<p>a</p><plaintext>b</p><b>c"
                                           "</plaintext>");
    CHECK_BODY("<p>a<xmp>b<b></xmp>c", "<p>a</p><xmp>b<b></xmp>c");
    CHECK_BODY("<menuitem>a</menuitem>b", "<?>a</?>b");
}

static void
newer_blocks_are_blocks(void)
{
    CHECK_BODY("<p>a<main>b</main><p>c<dialog>d</dialog><p><search>e",
               "<p>a</p><main>b</main><p>c</p><dialog>d</dialog><p></p>"
               "<search>e</search>");
    CHECK_BODY("<span><main>a</span>b</main>c",
               "<span><main>ab</main>c</span>");
}

static void
text_of_a_form_stays_in_it(void)
{
    CHECK_BODY("<form>a</form>b", "<form>a</form>b");
    CHECK_BODY("<form><div>a</form>b</div>c",
               "<form><div>ab</div></form>c");
    CHECK_BODY("<form>a<form>b</form>c", "<form>ab</form>c");
}

static void
neighbours_of_comments_are_one_text(void)
{
    CHECK_BODY("<p>a<!-- x -->b <!-- y --> c", "<p>ab  c</p>");
    CHECK_BODY("<table> <!-- --> a<tr><td>b",
               " a<table><tbody><tr><td>b</td></tr></tbody></table>");
}

static void
misnested_tags_are_mended(void)
{
    CHECK_BODY("<b>a<i>b</b>c</i>d", "<b>a<i>b</i></b><i>c</i>d");
    CHECK_BODY("<a>a<div>b</a>c</div>d",
               "<a>a</a><div><a>b</a>c</div>d");
    CHECK_BODY("<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>");
    CHECK_BODY("<table>a<tr>b<td>c</table>d",
               "ab<table><tbody><tr><td>c</td></tr></tbody></table>d");
    CHECK_BODY("<table><a>x<tr><td>c",
               "<a>x</a><table><tbody><tr><td>c</td></tr></tbody></table>");
}

/* -- where it differs ---------------------------------------------------- */

static void
noahs_ark_ignores_attributes(void)
{
    CHECK_BODY("<p><font a><font b><font c><font d>x<p>y",
               "<p><font><font><font><font>x</font></font></font></font></p>"
               "<p><font><font><font>y</font></font></font></p>");
}

static void
svg_ends_at_its_end_tag(void)
{
    CHECK_BODY("<svg><foreignObject><div>a</svg>b", "<svg></svg>b");
}

static void
raw_body_in_select_is_no_text(void)
{
    CHECK_BODY("<select><option>a<style>b<option></style>c",
               "<select><option>ac</option></select>");
}

static void
unknown_elements_are_one(void)
{
    CHECK_BODY("<x-a><x-b>a</x-a>b", "<?><?>a</?>b</?>");
}

static void
blank_text_is_no_run(void)
{
    CHECK_BODY("<table> <td>a</td> </table> ",
               "<table><tbody><tr><td> a</td></tr></tbody></table>");
    CHECK_BODY("<p><b>a</p> <p>b", "<p><b>a</b></p><b><p> b</p></b>");
}

static void
empty_inline_refuses_frameset(void)
{
    CHECK_BODY("<span></span><frameset><frame>", "<span></span>");
    CHECK_TREE("<frameset><frame></frameset>",
               "<html><head></head><frameset><frame></frameset></html>");
}

static void
long_doctype_means_quirks(void)
{
    char html[2 * MAX_DOCTYPE];
    int n = snprintf(html, sizeof html, "<!doctype html");

    CHECK_BODY("<!doctype html><p>a<table>", "<p>a</p><table></table>");
    CHECK_BODY("<p>a<table>", "<p>a<table></table></p>");
    CHECK_BODY("<!doctype x><p>a<table>", "<p>a<table></table></p>");
    memset(html + n, ' ', MAX_DOCTYPE);
    snprintf(html + n + MAX_DOCTYPE, 32, "><p>a<table>");
    CHECK_BODY(html, "<p>a<table></table></p>");
    CHECK_BODY("<!doctype html \"\xd8\xa7\"><p>a<table>",
               "<p>a<table></table></p>");
}

static void
old_doctypes_count_as_new(void)
{
    CHECK_BODY("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2 Final//EN\">"
               "<p>a<table>", "<p>a</p><table></table>");
}

int
main(void)
{
    tags_are_shown_bare_and_text_as_one_character();
    inline_elements_are_part_of_their_text();
    what_stands_in_the_head_is_shown_once();
    end_tags_that_end_nothing_are_left_out();
    code_points_are_numbers();

    controls_stay();
    a_line_feed_after_pre_is_no_text();
    white_space_in_pre_is_text();
    references_to_white_space_are_white_space();
    raw_elements_in_svg_are_not_raw();
    html_breaks_out_of_svg();
    what_closes_around_svg_closes_it();
    cdata_counts_in_svg_only();
    scripts_hide_what_looks_like_tags();
    emptied_elements_stay_where_they_are();
    templates_nest();
    hidden_input_stays_in_its_table();
    late_html_and_body_tags_give_their_attributes();
    noscript_is_read_as_without_scripts();
    old_elements_are_what_the_standard_makes_of_them();
    newer_blocks_are_blocks();
    text_of_a_form_stays_in_it();
    neighbours_of_comments_are_one_text();
    misnested_tags_are_mended();

    noahs_ark_ignores_attributes();
    svg_ends_at_its_end_tag();
    raw_body_in_select_is_no_text();
    unknown_elements_are_one();
    blank_text_is_no_run();
    empty_inline_refuses_frameset();
    long_doctype_means_quirks();
    old_doctypes_count_as_new();
    return check_summary();
}
