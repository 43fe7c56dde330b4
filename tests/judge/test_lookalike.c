/* test_lookalike.c - which siblings are items of a listing. */
#include "judge/lookalike.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

#define ARTICLE "<div><p>" PROSE_1 "<p>" PROSE_2 "<p>" PROSE_3 "</div>"

static struct page page;
static uint8_t *looks;

static void
find(const char *html)
{
    struct layout layout;
    struct headline headline;

    page_of_html(&page, html);
    layout_measure(page.arena, &page.doc, &page.blocks, &layout);
    headline_find(page.arena, &layout, &page.blocks, &page.facts, &headline);
    looks = lookalike_find(page.arena, &layout, headline.matches,
                           &page.blocks);
}

static enum lookalike
look_of(const char *start)
{
    return (enum lookalike)looks[page_block(&page, start) -
                                 page.blocks.items];
}

static void
test_linked_siblings_of_two_blocks_are_cards(void)
{
    find(ARTICLE "<section>"
         "<div class=card><h3><a href=x>أول</a></h3><p>شرح</div>"
         "<div class=card><h3><a href=x>ثان</a></h3><p>بيان</div>"
         "<div class=card><h3><a href=x>ثالث</a></h3><p>تفصيل</div>"
         "</section>");
    CHECK_INT(look_of("أول"), LOOK_CARD);
    CHECK_INT(look_of("شرح"), LOOK_CARD);
    CHECK_INT(look_of("تفصيل"), LOOK_CARD);
    CHECK_INT(look_of("قال"), LOOK_NONE);
}

static void
test_cards_look_alike_although_classes_carry_numbers(void)
{
    find(ARTICLE "<section>"
         "<div class='post-11 card first'><h3><a href=x>أول</a></h3><p>شرح"
         "</div><div class='card post-12'><h3><a href=x>ثان</a></h3><p>بيان"
         "</div><div class='card tag-x post-13 last'><h3><a href=x>ثالث</a>"
         "</h3><p>تفصيل</div></section>");
    CHECK_INT(look_of("أول"), LOOK_CARD);
    CHECK_INT(look_of("بيان"), LOOK_CARD);
    CHECK_INT(look_of("تفصيل"), LOOK_CARD);
}

static void
test_siblings_of_other_classes_tags_or_parents_do_not_count(void)
{
    find(ARTICLE "<div class=a><a href=x>أول</a></div>"
         "<div class=a><a href=x>ثان</a></div>"
         "<div class=b><a href=x>ثالث</a></div>"
         "<section class=a><a href=x>رابع</a></section>"
         "<aside><div class=a><a href=x>خامس</a></div></aside>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
    CHECK_INT(look_of("ثالث"), LOOK_NONE);
    CHECK_INT(look_of("رابع"), LOOK_NONE);
    CHECK_INT(look_of("خامس"), LOOK_NONE);
}

static void
test_two_siblings_are_no_listing(void)
{
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a></ul>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a>"
         "<li><a href=x>ثالث</a></ul>");
    CHECK_INT(look_of("أول"), LOOK_LIST);
}

static void
test_empty_siblings_do_not_count(void)
{
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a>"
         "<li><a href=x></a></ul>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
}

static void
test_most_items_are_linked(void)
{
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a>"
         "<li>ثالث</ul>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a>"
         "<li><a href=x>ثالث</a><li>رابع</ul>");
    CHECK_INT(look_of("رابع"), LOOK_LIST);
    find(ARTICLE "<ul><li>أول<li>ثان<li>ثالث</ul>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
}

static void
test_a_longer_item_is_a_card(void)
{
    find(ARTICLE "<ul><li><a href=x>أول</a><li><a href=x>ثان</a>"
         "<li><a href=x>ثالث</a> " PROSE_4 "</ul>");
    CHECK_INT(look_of("أول"), LOOK_LIST);
    CHECK_INT(look_of("ثالث"), LOOK_CARD);
}

static void
test_paragraphs_and_headings_come_in_rows_anyway(void)
{
    find(ARTICLE "<p><a href=x>أول</a><p><a href=x>ثان</a><p><a href=x>ثالث"
         "</a><h2><a href=x>رابع</a></h2><h2><a href=x>خامس</a></h2>"
         "<h2><a href=x>سادس</a></h2>");
    CHECK_INT(look_of("أول"), LOOK_NONE);
    CHECK_INT(look_of("سادس"), LOOK_NONE);
}

static void
test_posts_of_a_thread_are_no_cards(void)
{
    char post[4096], html[16384];

    snprintf(post, sizeof post, "<li><a href=x>كاتب</a><p>%s<p>%s<p>%s<p>%s"
             "<p>%s<p>%s<p>%s<p>%s", PROSE_1, PROSE_2, PROSE_3, PROSE_4,
             PROSE_1, PROSE_2, PROSE_3, PROSE_4);
    snprintf(html, sizeof html, "<ul>%s%s%s</ul>", post, post, post);
    find(html);
    CHECK(page.blocks.n == 27);
    CHECK_INT(look_of("كاتب"), LOOK_NONE);
    CHECK_INT(look_of("قال"), LOOK_NONE);
}

static void
test_items_headed_by_no_link_are_posts(void)
{
    find(ARTICLE "<section>"
         "<div class=x><h3>أول</h3><p>شرح <a href=x>هنا</a></div>"
         "<div class=x><h3>ثان</h3><p>بيان <a href=x>هنا</a></div>"
         "<div class=x><h3>ثالث</h3><p>تفصيل <a href=x>هنا</a></div>"
         "</section>");
    CHECK_INT(look_of("أول"), LOOK_POST);
    CHECK_INT(look_of("شرح"), LOOK_POST);
}

#define SECTION(number) \
    "<div class=x><h3>" number "</h3><p>" PROSE_1 \
    "<p><a href=x>كل ما يلزم لهذا</a></div>"

static void
test_a_link_below_a_paragraph_heads_no_card(void)
{
    find(ARTICLE "<section>" SECTION("أول") SECTION("ثان") SECTION("ثالث")
         "</section>");
    CHECK_INT(look_of("أول"), LOOK_POST);
    find(ARTICLE "<section><div class=x><h3>أول</h3><p><a href=x>كل ما يلزم"
         " لهذا</a><p>" PROSE_1 "</div>" SECTION("ثان") SECTION("ثالث")
         "</section>");
    CHECK_INT(look_of("أول"), LOOK_POST);
    find(ARTICLE "<section><div class=x><h3>أول</h3><p><a href=x>كل ما يلزم"
         " لهذا</a><p>" PROSE_1 "</div><div class=x><h3>ثان</h3>"
         "<p><a href=x>كل ما يلزم لهذا</a><p>" PROSE_1 "</div>"
         SECTION("ثالث") "</section>");
    CHECK_INT(look_of("أول"), LOOK_CARD);
}

#define SHORT_POST(author) \
    "<div class=x><a href=u>" author "</a><p>" PROSE_4 "</div>"

static void
test_in_a_thread_a_linked_author_is_no_headline(void)
{
    find(ARTICLE "<section class=topic>" SHORT_POST("سالم")
         SHORT_POST("هدى") SHORT_POST("عمر") "</section>");
    CHECK_INT(look_of("سالم"), LOOK_POST);
    find(ARTICLE "<section class=topics>" SHORT_POST("سالم")
         SHORT_POST("هدى") SHORT_POST("عمر") "</section>");
    CHECK_INT(look_of("سالم"), LOOK_CARD);
}

static void
test_in_a_thread_a_linked_headline_makes_cards(void)
{
    find(ARTICLE "<section class=forum>"
         SHORT_POST("افتتاح المعرض غدا") SHORT_POST("إغلاق الجسر القديم")
         SHORT_POST("عودة المياه إلى الحي") "</section>");
    CHECK_INT(look_of("افتتاح"), LOOK_CARD);
}

static void
test_the_title_of_the_page_heads_no_card(void)
{
    find("<title>افتتاح المعرض غدا</title>" ARTICLE "<section class=forum>"
         SHORT_POST("افتتاح المعرض غدا") SHORT_POST("افتتاح المعرض غدا")
         SHORT_POST("افتتاح المعرض غدا") "</section>");
    CHECK_INT(look_of("افتتاح"), LOOK_POST);
}

static void
test_an_item_that_is_most_of_the_page_is_the_article(void)
{
    find("<ul><li><a href=x>أول</a><p>" PROSE_1 "<p>" PROSE_2
         "<li><a href=x>ثان</a><p>شرح<li><a href=x>ثالث</a><p>بيان</ul>");
    CHECK_INT(look_of("قال"), LOOK_NONE);
    CHECK_INT(look_of("شرح"), LOOK_CARD);
}

static void
test_a_list_in_a_card_is_of_the_card(void)
{
    find(ARTICLE "<section>"
         "<div><h3><a href=x>أول</a></h3><ul><li><a href=x>منه</a>"
         "<li><a href=x>وإليه</a><li><a href=x>وعنه</a></ul></div>"
         "<div><h3><a href=x>ثان</a></h3><p>بيان</div>"
         "<div><h3><a href=x>ثالث</a></h3><p>تفصيل</div></section>");
    CHECK_INT(look_of("منه"), LOOK_CARD);
}

int
main(void)
{
    test_linked_siblings_of_two_blocks_are_cards();
    test_cards_look_alike_although_classes_carry_numbers();
    test_siblings_of_other_classes_tags_or_parents_do_not_count();
    test_two_siblings_are_no_listing();
    test_empty_siblings_do_not_count();
    test_most_items_are_linked();
    test_a_longer_item_is_a_card();
    test_paragraphs_and_headings_come_in_rows_anyway();
    test_posts_of_a_thread_are_no_cards();
    test_items_headed_by_no_link_are_posts();
    test_a_link_below_a_paragraph_heads_no_card();
    test_in_a_thread_a_linked_author_is_no_headline();
    test_in_a_thread_a_linked_headline_makes_cards();
    test_the_title_of_the_page_heads_no_card();
    test_an_item_that_is_most_of_the_page_is_the_article();
    test_a_list_in_a_card_is_of_the_card();
    page_done();
    return check_summary();
}
