/* test_html_tables.c - which rows of tables are data, and which are layout. */
#include "tests/page/blocks_dump.h"

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

int
main(void)
{
    a_data_row_is_one_block_with_tabs();
    paragraphs_and_breaks_in_a_cell_are_spaces();
    a_row_with_one_cell_of_text_is_no_data_row();
    a_cell_with_more_than_two_breaks_lays_out_the_page();
    a_cell_that_holds_more_than_text_lays_out_the_page();
    a_cell_with_an_articles_length_lays_out_the_page();
    text_that_a_table_cannot_hold_comes_before_it();
    return check_summary();
}
