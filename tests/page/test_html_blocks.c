/* test_html_blocks.c - where blocks begin and end, of which kind they are, and
 * where in the page they stand.
 *
 * Every page that is cut here has the runs of all its blocks checked against
 * its bytes.
 */
#include "page/html_blocks.h"

#include "page/html_references.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"

static struct tree tree;
static struct blocks blocks;

/* -- the page and its blocks ----------------------------------------------- */

/* Bytes of the page that a run is the text of; 0 when it is not. */
static size_t
run_source_len(struct str page, struct str made, uint32_t src)
{
    char out[REFERENCE_MAX_BYTES];
    size_t len, n_out;

    if (page.ptr[src] == '&' &&
        html_reference(page, src, false, &len, out, &n_out) &&
        str_eq(made, (struct str){ out, n_out }))
        return len;
    return str_starts(str_slice(page, src, page.len), made) ? made.len : 0;
}

/* Whether runs are the block's text but for a space or a tab between them. */
static bool
runs_are_true(struct str page, const struct block *b)
{
    uint32_t at = 0;
    size_t end = b->beg;

    for (uint32_t r = 0; r < b->n_runs; r++) {
        const struct block_run *run = &b->runs[r];
        struct str made = str_slice(b->text, run->at, run->at + run->len);
        size_t len = run_source_len(page, made, run->src);

        if (len == 0 || run->at < at || run->at > at + (r > 0))
            return false;
        if (run->at > at && b->text.ptr[at] != ' ' && b->text.ptr[at] != '\t')
            return false;
        at = run->at + run->len;
        end = run->src + len;
    }
    return b->n_runs > 0 && at == b->text.len && b->beg == b->runs[0].src &&
           b->end == end;
}

static void
cut_within(struct str html, struct fuel *fuel)
{
    tree = tree_of(html);
    html_blocks_cut(tree.arena, &tree.doc, fuel, &blocks);
    for (uint32_t i = 0; i < blocks.n; i++) {
        const struct block *b = &blocks.items[i];

        if (!CHECK(runs_are_true(tree.doc.text, b)) ||
            !CHECK(b->node < tree.doc.n_nodes))
            printf("    block: [%.*s]\n", (int)b->text.len, b->text.ptr);
    }
}

static void
cut(const char *html)
{
    struct fuel fuel = { 0, UINT64_MAX };

    cut_within(str_of(html), &fuel);
}

/* The block's text with its links in brackets. */
static void
text_dump(struct buf *out, const struct block *b)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < b->n_links; i++) {
        buf_add(out, str_slice(b->text, at, b->links[i].beg));
        buf_add_char(out, '[');
        buf_add(out, str_slice(b->text, b->links[i].beg, b->links[i].end));
        buf_add_char(out, ']');
        at = b->links[i].end;
    }
    buf_add(out, str_slice(b->text, at, b->text.len));
}

/* The blocks as "kind:text|kind:text". */
static struct str
blocks_dump(void)
{
    static const char *const kinds[N_BLOCK_KINDS] = {
        "p:", "h:", "li:", "tr:", "quote:", "pre:", "caption:", "control:"
    };
    struct buf b = buf_new(tree.arena, 256);

    for (uint32_t i = 0; i < blocks.n; i++) {
        buf_add(&b, i > 0 ? STR("|") : STR(""));
        buf_add(&b, str_of(kinds[blocks.items[i].kind]));
        text_dump(&b, &blocks.items[i]);
    }
    return buf_str(&b);
}

static struct str
blocks_of(const char *html)
{
    cut(html);
    return blocks_dump();
}

/* The start tag's name of the element that block i belongs to. */
static struct str
node_name(uint32_t i)
{
    if (i >= blocks.n)
        return STR("no such block");
    return str_of(tag_name((enum tag)tree.doc.nodes[blocks.items[i].node].tag));
}

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

/* -- tables ---------------------------------------------------------------- */

static void
a_data_row_is_one_block_with_tabs(void)
{
    CHECK_STR(blocks_of("<table><tr><th>المدينة</th> <th>السكان</th></tr>\n"
                        "<tr> <td> وادي <b>الزيت</b> </td> <td>\n ٤٢٠٠\n</td>"
                        "</tr></table>بعد"),
              "tr:المدينة\tالسكان|tr:وادي الزيت\t٤٢٠٠|p:بعد");
    CHECK_STR(blocks_of("<table><thead><tr><td>a<td>b</thead><tbody><tr><td>c"
                        "<td>d</tbody></table>"), "tr:a\tb|tr:c\td");
    CHECK_STR(blocks_of("<table><tr><td>a<td>b<td>c<td>d</table>"),
              "tr:a\tb\tc\td");
}

static void
paragraphs_and_breaks_in_a_cell_are_spaces(void)
{
    CHECK_STR(blocks_of("<table><tr><td><div>a</div><div>b</div><td>c</table>"
                        "<table><tr><td><p>d<td>e<br><br>f</table>"),
              "tr:a b\tc|tr:d\te f");
}

static void
a_row_with_one_cell_of_text_is_no_data_row(void)
{
    CHECK_STR(blocks_of("<table><tr><td>a</table>"), "p:a");
    CHECK_STR(blocks_of("<table><tr><td>a<td><img><td></table>"), "p:a");
    CHECK_STR(blocks_of("<table><tr><td>a<tr><td>b<td>c</table>"),
              "p:a|tr:b\tc");
}

static void
a_cell_with_more_than_two_breaks_lays_out_the_page(void)
{
    CHECK_STR(blocks_of("<table><tr><td>a<br>b<br>c<td>d</table>"),
              "tr:a b c\td");
    CHECK_STR(blocks_of("<table><tr><td>a<br>b<br>c<br>d<td>e</table>"),
              "p:a b c d|p:e");
    CHECK_STR(blocks_of("<table><tr><td><p>a<p>b<td>c</table>"), "tr:a b\tc");
    CHECK_STR(blocks_of("<table><tr><td><p>a<p>b<p>c<td>d</table>"),
              "p:a|p:b|p:c|p:d");
}

static void
a_cell_that_holds_more_than_text_lays_out_the_page(void)
{
    CHECK_STR(blocks_of("<table><tr><td>a<td><ul><li>b</ul></table>"),
              "p:a|li:b");
    CHECK_STR(blocks_of("<table><tr><td>a<td><b><h2>b</h2></b></table>"),
              "p:a|h:b");
    CHECK_STR(blocks_of("<table><tr><td>a<td><pre>b</pre></table>"),
              "p:a|pre:b");
    CHECK_STR(blocks_of("<table><tr><td><article>a</article><td>b</table>"),
              "p:a|p:b");
    CHECK_STR(blocks_of("<table><tr><td>a<td><hr>b</table>"), "p:a|p:b");
    CHECK_STR(blocks_of("<table><tr><td>a<td><table><tr><td>b<td>c</table>d"
                        "</table>"), "p:a|tr:b\tc|p:d");
}

/* A row of two cells, the first with n letters. */
static void
cut_cell_of(size_t n)
{
    static char page[4096];
    struct str head = STR("<table><tr><td>"), tail = STR("<td>b</table>");

    memcpy(page, head.ptr, head.len);
    memset(page + head.len, 'a', n);
    memcpy(page + head.len + n, tail.ptr, tail.len + 1);
    cut(page);
}

static void
a_cell_with_an_articles_length_lays_out_the_page(void)
{
    cut_cell_of(1200);
    CHECK_INT(blocks.n, 1);
    CHECK_INT(blocks.items[0].kind, BLOCK_TABLE_ROW);
    cut_cell_of(1201);
    CHECK_INT(blocks.n, 2);
    CHECK_INT(blocks.items[0].kind, BLOCK_PARAGRAPH);
}

static void
text_that_a_table_cannot_hold_comes_before_it(void)
{
    CHECK_STR(blocks_of("<table><tr><td>a</td></tr>b<tr><td>c<td>d</table>"),
              "p:b|p:a|tr:c\td");
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
    a_data_row_is_one_block_with_tabs();
    paragraphs_and_breaks_in_a_cell_are_spaces();
    a_row_with_one_cell_of_text_is_no_data_row();
    a_cell_with_more_than_two_breaks_lays_out_the_page();
    a_cell_that_holds_more_than_text_lays_out_the_page();
    a_cell_with_an_articles_length_lays_out_the_page();
    text_that_a_table_cannot_hold_comes_before_it();
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
