/* test_headline.c - the headline among headings and lines that titles name. */
#include "judge/headline.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

static struct page page;
static struct headline headline;

static void
find(const char *html)
{
    struct layout layout;

    page_of_html(&page, html);
    layout_measure(page.arena, &page.doc, &page.blocks, &layout);
    headline_find(page.arena, &layout, &page.blocks, &page.facts, &headline);
}

static struct str
found(void)
{
    if (headline.block == NO_BLOCK)
        return STR("");
    return page.blocks.items[headline.block].text;
}

/* How the line is named by a page's title. */
static enum title_match
match(const char *title, const char *line)
{
    char html[2048];

    snprintf(html, sizeof html, "<title>%s</title><p>%s", title, line);
    find(html);
    return (enum title_match)headline.matches[page_index(&page, line)];
}

/* -- matches -------------------------------------------------------------- */

static void
test_a_line_equals_a_title_when_folded(void)
{
    CHECK_INT(match("إعلان النتائج", "اعلانُ النتائــج"), TITLE_EQUAL);
    CHECK_INT(match("إعلان النتائج", "إعلان الأسماء"), TITLE_NONE);
    CHECK_INT(match("", "إعلان النتائج"), TITLE_NONE);
}

static void
test_a_line_equals_a_part_of_the_title(void)
{
    CHECK_INT(match("خبر اليوم | موقع", "خبر اليوم"), TITLE_EQUAL);
    CHECK_INT(match("موقع » قسم » خبر اليوم", "خبر اليوم"), TITLE_EQUAL);
    CHECK_INT(match("خبر اليوم - موقع الأخبار", "خبر اليوم"), TITLE_EQUAL);
    CHECK_INT(match("خبر اليوم — موقع الأخبار", "موقع الأخبار"),
              TITLE_EQUAL);
    CHECK_INT(match("لقاء بغداد-دمشق يبدأ اليوم في القاهرة", "دمشق يبدأ"),
              TITLE_PARTLY);
}

static void
test_most_of_the_words_are_a_match(void)
{
    const char *title = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية";

    CHECK_INT(match(title, "واحد اثنان ثلاثة أربعة خمسة ستة"), TITLE_NEARLY);
    CHECK_INT(match(title, "ثلاثة واحد أربعة اثنان"), TITLE_NEARLY);
    CHECK_INT(match(title, "واحد اثنان ثلاثة"), TITLE_PARTLY);
    CHECK_INT(match(title, "واحد اثنان ثلاثة أربعة عشرة"), TITLE_NEARLY);
    CHECK_INT(match(title, "واحد اثنان ثلاثة تسعة"), TITLE_NONE);
}

static void
test_titles_of_the_head_name_lines_too(void)
{
    find("<meta property=og:title content='خبر اليوم'>"
         "<script type=application/ld+json>{\"@type\":\"Article\","
         "\"headline\":\"خبر آخر\"}</script><p>خبر اليوم<p>خبر آخر");
    CHECK_INT(headline.matches[0], TITLE_EQUAL);
    CHECK_INT(headline.matches[1], TITLE_EQUAL);
}

static void
test_long_blocks_are_no_titles(void)
{
    char line[1024] = "";

    for (int i = 0; i < 40; i++)
        strcat(line, "كلمة ");
    line[strlen(line) - 1] = '\0';
    CHECK_INT(match(line, line), TITLE_EQUAL);
    CHECK(headline.block == 0);
    strcat(line, " كلمة");
    CHECK_INT(match(line, line), TITLE_NONE);
    CHECK(headline.block == NO_BLOCK);
}

/* -- the headline --------------------------------------------------------- */

static void
test_an_h1_is_the_headline_without_a_title(void)
{
    find("<h2>قسم</h2><h1>خبر اليوم</h1><h1>خبر آخر</h1><p>نص");
    CHECK_STR(found(), "خبر اليوم");
    find("<h1><div><span>خبر <b>اليوم</b></span></div></h1>");
    CHECK_STR(found(), "خبر اليوم");
}

static void
test_a_heading_named_by_the_title_goes_before_an_h1(void)
{
    find("<title>خبر اليوم في الصحف</title><h1>قسم</h1>"
         "<h2>خبر اليوم في الصحف</h2>");
    CHECK_STR(found(), "خبر اليوم في الصحف");
    find("<title>خبر اليوم في الصحف</title><h1>قسم</h1>"
         "<p>خبر اليوم في الصحف");
    CHECK_STR(found(), "خبر اليوم في الصحف");
}

static void
test_an_h1_goes_before_its_copies(void)
{
    find("<title>خبر اليوم | موقع</title><p>خبر اليوم<h2>خبر اليوم</h2>"
         "<h1>خبر اليوم</h1><h1>خبر اليوم</h1>");
    CHECK_INT(headline.block, 2);
}

static void
test_a_link_and_a_menu_speak_against_a_line(void)
{
    find("<title>خبر اليوم</title><h2><a href=x>خبر اليوم</a></h2>"
         "<h2>خبر اليوم</h2>");
    CHECK_INT(headline.block, 1);
    find("<title>خبر اليوم</title><nav><h1>خبر اليوم</h1></nav>"
         "<h2>خبر اليوم</h2>");
    CHECK_INT(headline.block, 1);
}

static void
test_a_page_may_have_no_headline(void)
{
    find("<title>خبر اليوم</title><h2>قسم</h2><p>نص");
    CHECK(headline.block == NO_BLOCK);
    find("");
    CHECK(headline.block == NO_BLOCK);
}

int
main(void)
{
    test_a_line_equals_a_title_when_folded();
    test_a_line_equals_a_part_of_the_title();
    test_most_of_the_words_are_a_match();
    test_titles_of_the_head_name_lines_too();
    test_long_blocks_are_no_titles();
    test_an_h1_is_the_headline_without_a_title();
    test_a_heading_named_by_the_title_goes_before_an_h1();
    test_an_h1_goes_before_its_copies();
    test_a_link_and_a_menu_speak_against_a_line();
    test_a_page_may_have_no_headline();
    page_done();
    return check_summary();
}
