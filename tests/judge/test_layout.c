/* test_layout.c - what elements hold, what they inherit, and the core. */
#include "judge/layout.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

static struct page page;
static struct layout layout;

static void
measure(const char *html)
{
    page_of_html(&page, html);
    layout_measure(page.arena, &page.doc, &page.blocks, &layout);
}

/* Measured, with the blocks of seven words or more good. */
static void
weigh(const char *html)
{
    measure(html);
    for (uint32_t i = 0; i < page.blocks.n; i++)
        page.blocks.items[i].evidence->is_good =
            page.blocks.items[i].m.n_words >= 7;
    layout_weigh_good(&layout, &page.blocks);
}

static const struct layout_node *
of_tag(enum tag tag)
{
    return &layout.nodes[page_node(&page, tag, 0)];
}

static const struct layout_node *
of_block(const char *start)
{
    return &layout.nodes[page_block(&page, start)->node];
}

/* -- up ------------------------------------------------------------------- */

static void
test_an_element_holds_what_is_below_it(void)
{
    const struct layout_node *n;

    measure("<p>top<div><p>abc <a href=x>de</a><p>fg</div><p>end");
    n = of_tag(TAG_div);
    CHECK_INT(n->letters, 7);
    CHECK_INT(n->linked, 2);
    CHECK_INT(n->n_blocks, 2);
    CHECK_INT(n->first_block, 1);
    CHECK_INT(n->last_block, 2);
    CHECK_INT(layout.nodes[0].letters, 13);
    CHECK_INT(layout.nodes[0].n_blocks, 4);
}

static void
test_an_element_without_text_holds_no_block(void)
{
    measure("<p>a<div><i></i></div><p>b");
    CHECK_INT(of_tag(TAG_div)->n_blocks, 0);
    CHECK_INT(of_tag(TAG_div)->letters, 0);
    CHECK(of_tag(TAG_div)->first_block >= page.blocks.n);
}

static void
test_prose_is_unlinked_letters_of_longer_blocks(void)
{
    measure("<div><p>a b c d e f g</div><ul><li>a b c d e f</ul>");
    CHECK_INT(of_tag(TAG_div)->prose, 7);
    CHECK_INT(of_tag(TAG_ul)->prose, 0);
    CHECK_INT(layout.prose, 7);
    measure("<div><p>a b c d <a href=x>e f g</a></div>"
            "<ul><li>a b c <a href=x>d e f g</a></ul>");
    CHECK_INT(of_tag(TAG_div)->prose, 4);
    CHECK_INT(of_tag(TAG_ul)->prose, 0);
}

/* -- down ----------------------------------------------------------------- */

static void
test_zones_come_from_tags_and_roles_above(void)
{
    measure("<nav><div><p>menu</div></nav><div role=navigation><p>links</div>"
            "<aside role=search><p>both</aside><figure><p>pic</figure>"
            "<div><p>" PROSE_1 "</div>");
    CHECK_INT(of_block("menu")->zones, ZONE_NAV);
    CHECK_INT(of_block("links")->zones, ZONE_NAV);
    CHECK_INT(of_block("both")->zones, ZONE_ASIDE | ZONE_FORM);
    CHECK_INT(of_block("pic")->zones, ZONE_FIGURE);
    CHECK_INT(of_block("قال")->zones, 0);
}

static void
test_a_form_around_the_page_is_no_zone(void)
{
    measure("<form><p>" PROSE_1 "<p>" PROSE_2 "</form><p>" PROSE_3);
    CHECK_INT(of_block("قال")->zones, 0);
    measure("<form><p>" PROSE_1 "</form><p>" PROSE_2 "<p>" PROSE_3);
    CHECK_INT(of_block("قال")->zones, ZONE_FORM);
    CHECK_INT(of_block("ورحب")->zones, 0);
}

static void
test_a_zone_inside_a_wide_element_holds(void)
{
    measure("<form role=banner><p>" PROSE_1 "<nav><p>menu</nav><p>" PROSE_2
            "</form>");
    CHECK_INT(of_block("menu")->zones, ZONE_NAV);
    CHECK_INT(of_block("قال")->zones, 0);
}

static void
test_class_words_are_inherited_but_from_wide_elements(void)
{
    measure("<div class=sidebar><p class=date>" PROSE_1 "</div>"
            "<section class=related><p>" PROSE_2 "<p>" PROSE_3 "</section>");
    CHECK_INT(of_block("قال")->inherited, CLASS_SIDEBAR | CLASS_META);
    CHECK_INT(of_block("قال")->groups, CLASS_META);
    CHECK_INT(of_block("وأضاف")->inherited, 0);
    CHECK_INT(of_tag(TAG_section)->groups, CLASS_RELATED);
}

static void
test_a_thread_of_comments_may_be_most_of_the_page(void)
{
    measure("<p>" PROSE_1 "<div class='comments related'><p>" PROSE_2 "<p>"
            PROSE_3 "</div>");
    CHECK_INT(of_block("ورحب")->inherited, CLASS_COMMENTS);
    measure("<p>top<div class=comments><p>" PROSE_2 "<p>" PROSE_3 "</div>");
    CHECK_INT(of_block("ورحب")->inherited, 0);
}

static void
test_levels_are_counted_up_to_the_body_class(void)
{
    measure("<body class=post-content><p>top<div class=post-content><p>one"
            "<ul><li>two</ul></div>");
    CHECK(layout.has_body_class);
    CHECK_INT(of_tag(TAG_div)->body_level, 0);
    CHECK_INT(of_block("one")->body_level, 1);
    CHECK_INT(of_block("two")->body_level, 2);
    CHECK_INT(of_block("top")->body_level, NO_BODY);
    measure("<body class=post-content><p>top");
    CHECK(!layout.has_body_class);
}

static void
test_the_container_of_a_line_is_its_parent(void)
{
    uint32_t ul, div, p;

    measure("<div><p>one<ul><li>two</ul></div>");
    ul = page_node(&page, TAG_ul, 0);
    div = page_node(&page, TAG_div, 0);
    p = page_node(&page, TAG_p, 0);
    CHECK_INT(layout_container(&page.doc, p), div);
    CHECK_INT(layout_container(&page.doc, page_node(&page, TAG_li, 0)), ul);
    CHECK_INT(layout_container(&page.doc, ul), ul);
    CHECK_INT(layout_container(&page.doc, div), div);
}

static void
test_lists_and_rows_are_lines_of_their_container(void)
{
    uint32_t div;

    measure("<div><p>one<ul><li><p>two</ul><center><p>three</center>"
            "<table><tr><td>four</table></div>");
    div = page_node(&page, TAG_div, 0);
    CHECK_INT(of_block("one")->line_container, div);
    CHECK_INT(of_block("two")->line_container, div);
    CHECK_INT(of_block("three")->line_container, div);
    CHECK_INT(of_block("four")->line_container,
              page_node(&page, TAG_table, 0));
    CHECK_INT(layout.nodes[div].line_container, div);
}

static void
test_below_is_itself_or_in_its_subtree(void)
{
    uint32_t div, p;

    measure("<div><p>one</div><p>two");
    div = page_node(&page, TAG_div, 0);
    p = page_node(&page, TAG_p, 0);
    CHECK(layout_is_below(&page.doc, div, div));
    CHECK(layout_is_below(&page.doc, p, div));
    CHECK(!layout_is_below(&page.doc, div, p));
    CHECK(!layout_is_below(&page.doc, page_node(&page, TAG_p, p + 1), div));
}

/* -- the core ------------------------------------------------------------- */

static void
test_the_core_holds_most_of_the_good_text(void)
{
    weigh("<div><section><p>" PROSE_1 "<p>" PROSE_2 "</section>"
          "<aside><p>" PROSE_3 "</aside></div>");
    CHECK_INT(layout.core, page_node(&page, TAG_section, 0));
    CHECK_INT(layout.good, layout.nodes[0].letters);
    CHECK_INT(of_tag(TAG_section)->good, of_tag(TAG_section)->letters);
}

static void
test_the_core_is_not_split_between_halves(void)
{
    weigh("<div><section><p>" PROSE_1 "</section>"
          "<aside><p>" PROSE_3 "</aside></div>");
    CHECK_INT(layout.core, page_node(&page, TAG_div, 0));
}

static void
test_the_core_is_no_paragraph(void)
{
    weigh("<div><p>" PROSE_1 "</div>");
    CHECK_INT(layout.core, page_node(&page, TAG_div, 0));
}

static void
test_without_good_text_the_core_is_the_page(void)
{
    weigh("<div><p>one</div>");
    CHECK_INT(layout.core, 0);
    CHECK_INT(layout.good, 0);
}

int
main(void)
{
    test_an_element_holds_what_is_below_it();
    test_an_element_without_text_holds_no_block();
    test_prose_is_unlinked_letters_of_longer_blocks();
    test_zones_come_from_tags_and_roles_above();
    test_a_form_around_the_page_is_no_zone();
    test_a_zone_inside_a_wide_element_holds();
    test_class_words_are_inherited_but_from_wide_elements();
    test_a_thread_of_comments_may_be_most_of_the_page();
    test_levels_are_counted_up_to_the_body_class();
    test_the_container_of_a_line_is_its_parent();
    test_lists_and_rows_are_lines_of_their_container();
    test_below_is_itself_or_in_its_subtree();
    test_the_core_holds_most_of_the_good_text();
    test_the_core_is_not_split_between_halves();
    test_the_core_is_no_paragraph();
    test_without_good_text_the_core_is_the_page();
    page_done();
    return check_summary();
}
