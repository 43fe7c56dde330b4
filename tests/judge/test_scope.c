/* test_scope.c - how far a heading that announces boilerplate reaches. */
#include "judge/scope.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

static const char lexicon[] =
    "[lexicon related]\nline: \"مقالات ذات صلة\"\n"
    "[lexicon most_read]\nline: \"الأكثر قراءة\"\n"
    "[lexicon comments]\nline: \"آراء القراء\"\n";

static struct page page;
static uint8_t *scopes;

static void
find(const char *html)
{
    struct layout layout;

    page_of_html(&page, html);
    page_hit(&page, lexicon);
    layout_measure(page.arena, &page.doc, &page.blocks, &layout);
    scopes = scope_find(page.arena, &layout, &page.blocks);
}

static enum scope
scope_of(const char *start)
{
    return (enum scope)scopes[page_block(&page, start) - page.blocks.items];
}

static void
test_a_related_heading_covers_the_rest_of_its_element(void)
{
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div>"
         "<div><p>قبل<p>تمهيد<h3>مقالات ذات صلة</h3><p>أول<p>ثان</div>"
         "<p>بعد");
    CHECK_INT(scope_of("قال"), SCOPE_NONE);
    CHECK_INT(scope_of("تمهيد"), SCOPE_NONE);
    CHECK_INT(scope_of("مقالات"), SCOPE_NONE);
    CHECK_INT(scope_of("أول"), SCOPE_RELATED);
    CHECK_INT(scope_of("ثان"), SCOPE_RELATED);
    CHECK_INT(scope_of("بعد"), SCOPE_NONE);
}

static void
test_a_heading_in_a_box_of_its_own_heads_what_is_around(void)
{
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div>"
         "<section><div><h3><span>الأكثر قراءة</span></h3></div>"
         "<ul><li>أول<li>ثان<li>ثالث</ul></section><p>بعد");
    CHECK_INT(scope_of("أول"), SCOPE_RELATED);
    CHECK_INT(scope_of("ثالث"), SCOPE_RELATED);
    CHECK_INT(scope_of("بعد"), SCOPE_NONE);
}

static void
test_a_related_heading_over_most_of_the_prose_covers_nothing(void)
{
    find("<div><h3>مقالات ذات صلة</h3><p>" PROSE_1 "<p>" PROSE_2 "</div>"
         "<div><p>" PROSE_3 "</div>");
    CHECK_INT(scope_of("قال"), SCOPE_NONE);
    CHECK_INT(scope_of("وأضاف"), SCOPE_NONE);
    find("<div><h3>مقالات ذات صلة</h3><p>" PROSE_1 "<p>خبر</div>"
         "<div><p>" PROSE_2 "<p>" PROSE_3 "</div>");
    CHECK_INT(scope_of("قال"), SCOPE_RELATED);
}

static void
test_a_linked_or_longer_line_announces_nothing(void)
{
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div><div><p>تمهيد"
         "<h3><a href=x>مقالات ذات صلة</a></h3><p>أول</div>");
    CHECK_INT(scope_of("أول"), SCOPE_NONE);
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div><div><p>تمهيد"
         "<h3>مقالات ذات صلة بهذا الخبر من موقعنا</h3><p>أول</div>");
    CHECK_INT(scope_of("أول"), SCOPE_NONE);
}

static void
test_comments_under_an_article_are_covered(void)
{
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div>"
         "<div><h3>آراء القراء</h3><p>" PROSE_3 "<p>شكرا</div><p>بعد");
    CHECK_INT(scope_of("وأضاف"), SCOPE_NONE);
    CHECK_INT(scope_of("ورحب"), SCOPE_COMMENTS);
    CHECK_INT(scope_of("شكرا"), SCOPE_COMMENTS);
    CHECK_INT(scope_of("بعد"), SCOPE_NONE);
}

static void
test_a_thread_may_be_wide(void)
{
    find("<div><p>" PROSE_1 "</div><div><h3>آراء القراء</h3><p>" PROSE_2
         "<p>" PROSE_3 "</div>");
    CHECK_INT(scope_of("وأضاف"), SCOPE_COMMENTS);
    CHECK_INT(scope_of("ورحب"), SCOPE_COMMENTS);
}

static void
test_a_short_line_that_names_comments_announces_them(void)
{
    static const char *const names[] = { "تعليقات (12)", "أضف تعليقك",
                                         "الردود", "Comments" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char html[2048];

        snprintf(html, sizeof html, "<div><p>" PROSE_1 "<p>" PROSE_2 "</div>"
                 "<div><h3>%s</h3><p>شكرا<p>جزيلا</div>", names[i]);
        find(html);
        CHECK_INT(scope_of("شكرا"), SCOPE_COMMENTS);
    }
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "</div>"
         "<div><h3>لم يصدر أي تعليق من الوزارة</h3><p>شكرا<p>جزيلا</div>");
    CHECK_INT(scope_of("شكرا"), SCOPE_NONE);
}

static void
test_comments_need_an_article_above_them(void)
{
    find("<div><h3>آراء القراء</h3><p>" PROSE_1 "</div>"
         "<div><p>" PROSE_2 "<p>" PROSE_3 "</div>");
    CHECK_INT(scope_of("قال"), SCOPE_NONE);
}

/* A counter of comments under the headline heads nothing. */
static void
test_comments_in_the_element_of_the_article_are_not_covered(void)
{
    find("<div><p>" PROSE_1 "<p>آراء القراء<p>" PROSE_2 "<p>" PROSE_3
         "</div>");
    CHECK_INT(scope_of("وأضاف"), SCOPE_NONE);
    CHECK_INT(scope_of("ورحب"), SCOPE_NONE);
}

static void
test_the_first_scope_of_a_block_stays(void)
{
    find("<div><p>" PROSE_1 "<p>" PROSE_2 "<p>" PROSE_3 "</div>"
         "<div><h3>آراء القراء</h3><p>شكرا"
         "<div><h4>مقالات ذات صلة</h4><p>أول<p>ثان</div><p>جزيلا</div>");
    CHECK_INT(scope_of("شكرا"), SCOPE_COMMENTS);
    CHECK_INT(scope_of("أول"), SCOPE_COMMENTS);
    CHECK_INT(scope_of("جزيلا"), SCOPE_COMMENTS);
}

int
main(void)
{
    test_a_related_heading_covers_the_rest_of_its_element();
    test_a_heading_in_a_box_of_its_own_heads_what_is_around();
    test_a_related_heading_over_most_of_the_prose_covers_nothing();
    test_a_linked_or_longer_line_announces_nothing();
    test_comments_under_an_article_are_covered();
    test_a_thread_may_be_wide();
    test_a_short_line_that_names_comments_announces_them();
    test_comments_need_an_article_above_them();
    test_comments_in_the_element_of_the_article_are_not_covered();
    test_the_first_scope_of_a_block_stays();
    page_done();
    return check_summary();
}
