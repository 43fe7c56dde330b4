/* test_html_blocks.c - where blocks begin and end, of which kind they are, and
 * where in the page they stand.
 */
#include "tests/page/blocks_dump.h"

/* -- what splits ----------------------------------------------------------- */

static void
block_elements_split_where_they_begin_and_end(void)
{
    CHECK_STR(blocks_of("<div>a<div>b</div>c</div>d"), "p:a|p:b|p:c|p:d");
    CHECK_STR(blocks_of("<p>a<p>b"), "p:a|p:b");
    CHECK_STR(blocks_of("a<section>b</section>c"), "p:a|p:b|p:c");
    CHECK_STR(blocks_of("<dl><dt>a<dd>b</dl>"), "p:a|p:b");
    CHECK_STR(blocks_of("a<hr>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<details><summary>a</summary>b</details>"),
              "p:a|p:b");
    CHECK_STR(blocks_of("<b><p>a</p></b>b"), "p:a|p:b");
}

static void
inline_elements_do_not_split(void)
{
    CHECK_STR(blocks_of("<p>وصل <b>القطار</b> في <i><u>موعده</u></i>."),
              "p:وصل القطار في موعده.");
    CHECK_STR(blocks_of("<p>a<span> b</span><em>c</em><wbr>d<img>e"),
              "p:a bcde");
    CHECK_STR(blocks_of("<p>a<no-such>b</no-such>c"), "p:abc");
    CHECK_STR(blocks_of("<p>H<sub>2</sub>O"), "p:H2O");
    CHECK_STR(blocks_of("<p>a<!-- b -->c"), "p:ac");
}

static void
white_space_is_collapsed_across_elements(void)
{
    CHECK_STR(blocks_of("<p> a <b> b </b> c </p>"), "p:a b c");
    CHECK_STR(blocks_of("<p>a<b> </b>b</p>"), "p:a b");
    CHECK_STR(blocks_of("<p>\n\ta\n\n<i>\n</i>b\n</p>"), "p:a b");
    CHECK_STR(blocks_of("<div> \n </div>"), "");
}

static void
references_are_decoded(void)
{
    CHECK_STR(blocks_of("<p>&laquo;&#1606;&#x639;&#1605;&raquo; &amp;amp;"),
              "p:«نعم» &amp;");
    CHECK_STR(blocks_of("<xmp>&lt;a&gt;</xmp>"), "p:&lt;a&gt;");
}

static void
two_line_breaks_in_a_row_split(void)
{
    CHECK_STR(blocks_of("<p>a<br><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<p>a<br> \n <br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<p>a<br><br><br><br><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<p>a<br><!-- x --><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<p>a<b><br></b><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<p>a<br><img src=x><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("a<br/><br />b</br></br>c"), "p:a|p:b|p:c");
}

static void
one_line_break_is_a_space(void)
{
    CHECK_STR(blocks_of("<p>a<br>b<br>c"), "p:a b c");
    CHECK_STR(blocks_of("<p>a <br> b"), "p:a b");
    CHECK_STR(blocks_of("<p><br>a<br></p><br><p><br>b"), "p:a|p:b");
    CHECK_STR(blocks_of("<h2>a<br>b</h2>"), "h:a b");
    CHECK_STR(blocks_of("<p>a<br>b<br><br>c<br>d"), "p:a b|p:c d");
}

/* -- kinds ----------------------------------------------------------------- */

static void
headings_captions_and_quotes_are_what_they_are_called(void)
{
    CHECK_STR(blocks_of("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5>"
                        "<h6>f</h6>g"), "h:a|h:b|h:c|h:d|h:e|h:f|p:g");
    CHECK_STR(blocks_of("<h2><div><a>a</a></div>b</h2>c"), "h:[a]|h:b|p:c");
    CHECK_STR(blocks_of("<figure><img><figcaption>a</figcaption></figure>b"),
              "caption:a|p:b");
    CHECK_STR(blocks_of("<table><caption>a</caption><tr><td>b<td>c</table>"),
              "caption:a|tr:b\tc");
    CHECK_STR(blocks_of("<blockquote>a<p>b</p></blockquote>c"),
              "quote:a|quote:b|p:c");
    CHECK_STR(blocks_of("<blockquote><ul><li>a</ul><h3>b</h3><pre>c</pre>"
                        "<blockquote>d</blockquote>e</blockquote>f"),
              "li:a|h:b|pre:c|quote:d|quote:e|p:f");
}

static void
the_first_block_of_a_list_item_is_the_item(void)
{
    CHECK_STR(blocks_of("<ul><li>a<li>b</ul>c"), "li:a|li:b|p:c");
    CHECK_STR(blocks_of("<ol><li><p>a</p><p>b</p></ol>"), "li:a|p:b");
    CHECK_STR(blocks_of("<ul><li>a<br><br>b<li>c</ul>"), "li:a|p:b|li:c");
    CHECK_STR(blocks_of("<ul><li><h3>a</h3>b</ul>"), "h:a|li:b");
    CHECK_STR(blocks_of("<ul>a<li>b</li>c</ul>"), "p:a|li:b|p:c");
    CHECK_STR(blocks_of("<ul><li></li></ul><p>a"), "p:a");
    CHECK_STR(blocks_of("<ol><li>a<ul><li>b<li>c</ul>d<li>e</ol>"),
              "li:a|li:b|li:c|p:d|li:e");
}

static void
controls_are_blocks_of_their_own(void)
{
    CHECK_STR(blocks_of("<label>a</label>b<button>c</button>d"),
              "control:a|p:b|control:c|p:d");
    CHECK_STR(blocks_of("<select><option>a<option>b</select>c"),
              "control:a|control:b|p:c");
    CHECK_STR(blocks_of("<textarea> a\n &lt;b&gt; </textarea>c"),
              "control:a <b>|p:c");
    CHECK_STR(blocks_of("<fieldset><legend>a</legend>b</fieldset>"),
              "control:a|p:b");
}

static void
code_keeps_its_lines_and_spaces(void)
{
    CHECK_STR(blocks_of("a<pre>\nif (x)\n    y  =\t1;\n</pre>b"),
              "p:a|pre:if (x)\n    y  =\t1;\n|p:b");
    CHECK_STR(blocks_of("<pre>  a\n\n <b> b</b>&lt;\n c</pre>"),
              "pre:  a\n\n  b<\n c");
    CHECK_STR(blocks_of("<pre>a</pre><pre>b</pre>"), "pre:a|pre:b");
    CHECK_STR(blocks_of("<ul><li><pre> a</pre>b</ul>"), "pre: a|li:b");
    CHECK_STR(blocks_of("<p>a  <code>b  c</code>"), "p:a b c");
}

static void
text_that_is_not_for_reading_is_left_out(void)
{
    CHECK_STR(blocks_of("<title>x</title><style>x</style><p>a<script>x</script>"
                        "b<svg><text>x</text></svg>c<template>x</template>d"),
              "p:abcd");
    CHECK_STR(blocks_of("<body>a<noscript>x<p>x</p></noscript>b"
                        "<iframe>x</iframe>c<noembed>x</noembed>d"), "p:abcd");
    CHECK_STR(blocks_of("a<video>x<p>x</p></video>b<audio>x</audio>c<canvas>x"
                        "</canvas>d<object>x<div>x</div></object>e"),
              "p:abcde");
}

static void
noscript_is_the_page_when_it_holds_more_than_the_rest(void)
{
    CHECK_STR(blocks_of("<body><div>abc</div><noscript><p>defg</p></noscript>"
                        "<p>h"),
              "p:abc|p:h");
    CHECK_STR(blocks_of("<body><div>abc</div><noscript><p>defgh</p></noscript>"
                        "<p>i"),
              "p:abc|p:defgh|p:i");
    CHECK_STR(blocks_of("<body><div>abc</div><noscript><p>defgh</p>"
                        "<iframe>x</iframe></noscript>"
                        "<script>abcdefg</script>"),
              "p:abc|p:defgh");
    CHECK_STR(blocks_of("<body><svg><noscript>abc</noscript></svg><p>d"),
              "p:d");
}

/* -- links ----------------------------------------------------------------- */

static void
links_are_offsets_in_block_text(void)
{
    CHECK_STR(blocks_of("<p>(<a href=x>الطريق</a>)<a>ب</a><a>ج</a>"),
              "p:([الطريق])[ب][ج]");
    CHECK_STR(blocks_of("<p>&amp;&amp;<a>&#1602;x</a>y"), "p:&&[قx]y");
    CHECK_STR(blocks_of("<p>a<a>b <b>c</b></a>d"), "p:a[b c]d");
    CHECK_STR(blocks_of("<table><tr><td><a>a</a><td>b</table>"), "tr:[a]\tb");
}

static void
a_link_around_blocks_is_a_span_of_each(void)
{
    CHECK_STR(blocks_of("<a href=x>a<p>bcd</p>e</a>f"), "p:[a]|p:[bcd]|p:[e]f");
}

static void
a_link_without_text_is_no_span(void)
{
    CHECK_STR(blocks_of("<p>a<a href=x><img></a>b<a></a>"), "p:ab");
    CHECK_STR(blocks_of("<p><a href=x>\n</a></p>"), "");
}

/* -- offsets and nodes ----------------------------------------------------- */

static const char article[] =
    "<html><body><div id=c><h1>مخبز  الحي</h1>\n<p>فتح &laquo;مخبز السنابل"
    "&raquo; أبوابه <b>صباح</b>\n الأحد،<br>ثم اصطف الناس.<br><br>وقال ("
    "<a href=\"/k\">صاحبه</a>): &quot;نبدأ&nbsp;باكرا&quot;.</p>"
    "<ul><li> قمح &amp; شعير<li>ذرة</ul><table><tr><td>رغيف<td> 5 </table>"
    "<pre>\n  خبز\n ملح</pre></div></body></html>";

static void
every_run_is_what_the_page_has_there(void)
{
    CHECK_STR(blocks_of(article),
              "h:مخبز الحي|p:فتح «مخبز السنابل» أبوابه صباح الأحد، ثم اصطف "
              "الناس.|p:وقال ([صاحبه]): \"نبدأ\u00A0باكرا\".|li:قمح & شعير|"
              "li:ذرة|"
              "tr:رغيف\t5|pre:  خبز\n ملح");
}

static void
blocks_begin_and_end_in_the_page(void)
{
    struct str text;

    cut(article);
    text = tree.doc.text;
    if (!CHECK_INT(blocks.n, 7))
        return;
    CHECK_STR(str_slice(text, blocks.items[0].beg, blocks.items[0].end),
              "مخبز  الحي");
    CHECK_STR(str_slice(text, blocks.items[2].beg, blocks.items[2].end),
              "وقال (<a href=\"/k\">صاحبه</a>): &quot;نبدأ&nbsp;باكرا&quot;.");
    CHECK_STR(str_slice(text, blocks.items[3].beg, blocks.items[3].end),
              "قمح &amp; شعير");
    CHECK_STR(str_slice(text, blocks.items[5].beg, blocks.items[5].end),
              "رغيف<td> 5");
}

static void
a_block_belongs_to_its_nearest_block_element(void)
{
    cut("a<p><b>b</b></p><ul><li><a>c</a></ul><table><tr><td>d<td>e</table>"
        "<div>f<section><i>g");
    CHECK_STR(blocks_dump(), "p:a|p:b|li:[c]|tr:d\te|p:f|p:g");
    CHECK_STR(node_name(0), "body");
    CHECK_STR(node_name(1), "p");
    CHECK_STR(node_name(2), "li");
    CHECK_STR(node_name(3), "tr");
    CHECK_STR(node_name(4), "div");
    CHECK_STR(node_name(5), "section");
}

/* -- nothing, fuel --------------------------------------------------------- */

static void
a_page_without_text_has_no_blocks(void)
{
    cut("");
    CHECK_INT(blocks.n, 0);
    cut("<html><body><div><img></div><br><br></body></html>");
    CHECK_INT(blocks.n, 0);
    CHECK_INT(blocks.limits, 0);
}

static void
fuel_is_a_byte_of_text(void)
{
    struct fuel fuel = { 0, 1000 };

    cut_within(STR("<p class=x>abc <b>de</b>&amp;</p>"), &fuel);
    CHECK_INT(fuel.used, 3 + 2 + 5);
}

static void
without_fuel_the_rest_of_the_text_is_left_out(void)
{
    struct fuel fuel = { 0, 6 };

    cut_within(STR("<p>aaa<p>bbb<p>ccc"), &fuel);
    CHECK_STR(blocks_dump(), "p:aaa|p:bbb");
    CHECK(fuel_is_out(&fuel));

    fuel = (struct fuel){ 0, 5 };
    cut_within(STR("<p>aaa<p>bbb<p>c"), &fuel);
    CHECK_STR(blocks_dump(), "p:aaa");
    CHECK(fuel_is_out(&fuel));
}

int
main(void)
{
    block_elements_split_where_they_begin_and_end();
    inline_elements_do_not_split();
    white_space_is_collapsed_across_elements();
    references_are_decoded();
    two_line_breaks_in_a_row_split();
    one_line_break_is_a_space();
    headings_captions_and_quotes_are_what_they_are_called();
    the_first_block_of_a_list_item_is_the_item();
    controls_are_blocks_of_their_own();
    code_keeps_its_lines_and_spaces();
    text_that_is_not_for_reading_is_left_out();
    noscript_is_the_page_when_it_holds_more_than_the_rest();
    links_are_offsets_in_block_text();
    a_link_around_blocks_is_a_span_of_each();
    a_link_without_text_is_no_span();
    every_run_is_what_the_page_has_there();
    blocks_begin_and_end_in_the_page();
    a_block_belongs_to_its_nearest_block_element();
    a_page_without_text_has_no_blocks();
    fuel_is_a_byte_of_text();
    without_fuel_the_rest_of_the_text_is_left_out();
    return check_summary();
}
