/* test_html_text.c - the text of elements and attributes outside any block. */
#include "page/html_text.h"

#include "tests/check.h"
#include "tests/page/tree_dump.h"

struct text_case {
    const char *raw;
    const char *want;
};

static void
check_clean(const char *raw, bool in_attribute, const char *want)
{
    struct arena *a = scratch_arena(1 << 16);

    if (!CHECK_STR(html_text_clean(a, str_of(raw), in_attribute), want))
        printf("    in:   [%s]\n", raw);
}

static void
white_space_is_collapsed_and_trimmed(void)
{
    static const struct text_case cases[] = {
        { "", "" }, { " ", "" }, { " \t\n\f\r ", "" }, { "a", "a" },
        { "  a \n\t b  ", "a b" }, { "خبر  عاجل ", "خبر عاجل" },
        { "a\xC2\xA0\xC2\xA0" "b", "a\xC2\xA0\xC2\xA0" "b" },
        { "a &#32; b&#10;", "a b" }, { "&nbsp;a&nbsp;", "\xC2\xA0" "a\xC2\xA0" }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_clean(cases[i].raw, false, cases[i].want);
        check_clean(cases[i].raw, true, cases[i].want);
    }
}

static void
references_are_decoded_once(void)
{
    static const struct text_case cases[] = {
        { "&amp;", "&" }, { "&amp;lt;", "&lt;" }, { "&lt;b&gt;", "<b>" },
        { "a&#1575;b", "aاb" }, { "&#x627;", "ا" }, { "&", "&" }, { "&&",
        "&&" },
        { "a & b", "a & b" }, { "&nix;", "&nix;" }, { "&#;", "&#;" },
        { "&amp", "&" }, { "&#0;", "\xEF\xBF\xBD" }, { "&nGt;x", "≫⃒x" }
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_clean(cases[i].raw, false, cases[i].want);
}

/* HTML 13.2.5.73: in attributes "&copy=" is a query's part. */
static void
references_without_end_differ_in_attributes(void)
{
    check_clean("a?b&copy=1", true, "a?b&copy=1");
    check_clean("a?b&copy=1", false, "a?b©=1");
    check_clean("&copy;", true, "©");
    check_clean("&copy", true, "©");
    check_clean("&copyx", true, "&copyx");
}

static void
no_bytes_are_no_text(void)
{
    struct arena *a = scratch_arena(1 << 12);

    CHECK_INT(html_text_clean(a, (struct str){ NULL, 0 }, false).len, 0);
}

/* -- elements -------------------------------------------------------------- */

/* The first node of a tag. */
static uint32_t
node_of(const struct html_doc *doc, enum tag tag)
{
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        if (doc->nodes[i].tag == tag)
            return i;
    return NO_NODE;
}

static void
check_text(const char *html, enum tag tag, const char *want)
{
    struct tree t = tree_of(str_of(html));
    uint32_t node = node_of(&t.doc, tag);

    if (CHECK(node != NO_NODE) &&
        !CHECK_STR(html_text_of(t.arena, &t.doc, node), want))
        printf("    in:   [%s]\n", html);
}

static void
all_text_below_an_element_is_its_text(void)
{
    check_text("<p>x<h1>a <b>b</b> c<div>d</div></h1>y", TAG_h1, "a b c d");
    check_text("<h1> \n a \t </h1>b", TAG_h1, "a");
    check_text("<h1></h1>b", TAG_h1, "");
    check_text("a<h1></h1>", TAG_h1, "");
    check_text("<h1>a&amp;b &lt;</h1>", TAG_h1, "a&b <");
    check_text("<h1>a</h1><h2>b</h2>", TAG_h1, "a");
    check_text("<h2>b</h2><h1>a</h1>", TAG_h1, "a");
    check_text("<h1><img></h1>b", TAG_img, "");
    check_text("<div>a<h1>b</h1>c</div>d", TAG_html, "a b c d");
    check_text("<pre>  a\n\n  b </pre>", TAG_pre, "a b");
}

static void
tags_part_words(void)
{
    check_text("<h1>a<br>b</h1>", TAG_h1, "a b");
    check_text("<h1>a<b>b</b></h1>", TAG_h1, "a b");
    check_text("<h1><b>a</b> <i>b</i></h1>", TAG_h1, "a b");
}

static void
remarks_part_no_words(void)
{
    check_text("<h1>خ<!-- x -->بر</h1>", TAG_h1, "خبر");
    check_text("<h1>a <!-- x -->b</h1>", TAG_h1, "a b");
    check_text("<h1>a<!-- x --> b</h1>", TAG_h1, "a b");
    check_text("<h1>a<!-- x -->\n<!-- y -->b</h1>", TAG_h1, "a b");
}

static void
raw_text_is_not_decoded(void)
{
    check_text("<xmp>a&amp;<b>c</xmp>", TAG_xmp, "a&amp;<b>c");
    check_text("<div>x&amp;<plaintext>a&amp;b", TAG_div, "x& a&amp;b");
}

static void
text_stands_where_the_tree_has_it(void)
{
    /* foster parented, and cloned */
    check_text("<div><table>a<tr><td>b</table></div>", TAG_table, "b");
    check_text("<div><table>a<tr><td>b</table></div>", TAG_div, "a b");
    check_text("<p><b>a<p>c", TAG_b, "a");
}

/* -- runs ------------------------------------------------------------------ */

/* Whether runs [beg, end) are those below the node, by looking at all. */
static bool
are_below(const struct html_doc *doc, uint32_t node, uint32_t beg,
          uint32_t end)
{
    for (uint32_t i = 0; i < doc->n_runs; i++) {
        bool below = doc->runs[i].node >= node &&
                     doc->runs[i].node < doc->nodes[node].end;

        if (below != (i >= beg && i < end))
            return false;
    }
    return beg <= end;
}

static void
runs_are_those_below(void)
{
    static const char *const pages[] = {
        "", "a", "<p></p>", "a<p>b<b>c</b>d</p>e<p></p>f",
        "<div><div>a</div>b<div></div><div>c<br>d</div></div>e<img>",
        "<table>a<tr>b<td>c</table>d", "<b>a<p>b<p>c</b>d<p>e",
        "<title>a</title><p>b<script>c</script>d",
        "<pre> \n </pre> <pre>a</pre>",
        "a<!-- -->b<i><!-- -->c</i>"
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct tree t = tree_of(str_of(pages[i]));

        for (uint32_t node = 0; node < t.doc.n_nodes; node++) {
            uint32_t beg, end;

            html_text_runs(&t.doc, node, &beg, &end);
            if (!CHECK(are_below(&t.doc, node, beg, end)))
                printf("    in:   [%s] node %u\n", pages[i], node);
        }
    }
}

int
main(void)
{
    white_space_is_collapsed_and_trimmed();
    references_are_decoded_once();
    references_without_end_differ_in_attributes();
    no_bytes_are_no_text();
    all_text_below_an_element_is_its_text();
    tags_part_words();
    remarks_part_no_words();
    raw_text_is_not_decoded();
    text_stands_where_the_tree_has_it();
    runs_are_those_below();
    return check_summary();
}
