/* test_prose.c - what reads like running text, and what only looks long. */
#include "judge/prose.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

/* The only block of a dump of one line. */
static const struct block *
line(struct page *p, const char *text)
{
    page_of_text(p, text);
    if (p->blocks.n != 1)
        abort();
    return &p->blocks.items[0];
}

static const struct block *
html(struct page *p, const char *text)
{
    page_of_html(p, text);
    if (p->blocks.n != 1)
        abort();
    return &p->blocks.items[0];
}

/* n words "كلمة" and `end` behind them. */
static const char *
words(uint32_t n, const char *end)
{
    static char text[4096];
    size_t len = 0;

    while (n-- > 0)
        len += (size_t)snprintf(text + len, sizeof text - len, "كلمة ");
    snprintf(text + len, sizeof text - len, "%s", end);
    return text;
}

static void
test_link_density_is_of_letters_in_per_mille(void)
{
    struct page p;

    CHECK_INT(prose_link_density(html(&p, "<p>ab <a href=x>c</a>d")), 250);
    CHECK_INT(prose_link_density(html(&p, "<p>12, ab")), 0);
    CHECK_INT(prose_link_density(html(&p, "<p><a href=x>ab</a> 12")), 1000);
    CHECK_INT(prose_link_density(html(&p, "<p><a href=x>12</a>")), 1000);
    CHECK_INT(prose_link_density(html(&p, "<p>12")), 0);
}

static void
test_inner_stops_leave_a_list_number_out(void)
{
    struct page p;

    CHECK_INT(prose_inner_stops(line(&p, "جاء. ثم ذهب؟ نعم: لا.")), 3);
    CHECK_INT(prose_inner_stops(line(&p, "1. جاء. ثم ذهب")), 1);
    CHECK_INT(prose_inner_stops(line(&p, "1- جاء ثم ذهب")), 0);
    CHECK_INT(prose_inner_stops(line(&p, "بلغ 3.5 في a.b")), 0);
}

static void
test_punctuation_counts_commas_stops_and_the_end(void)
{
    struct page p;

    CHECK_INT(prose_punctuation(line(&p, "جاء، ثم, ذهب. وعاد؛ نعم.")), 5);
    CHECK_INT(prose_punctuation(line(&p, "جاء ثم ذهب")), 0);
    CHECK_INT(prose_punctuation(line(&p, "جاء ثم ذهب:")), 1);
}

static void
test_a_line_of_prose_has_ten_words_and_two_function_words(void)
{
    struct page p;

    CHECK(prose_is_line(line(&p, PROSE_1)));
    CHECK(prose_is_line(line(&p, words(8, "من على."))));
    CHECK(!prose_is_line(line(&p, words(7, "من على."))));
    CHECK(!prose_is_line(line(&p, words(9, "من."))));
}

static void
test_a_line_of_prose_is_punctuated(void)
{
    struct page p;

    CHECK(!prose_is_line(line(&p, words(8, "من على"))));
    CHECK(prose_is_line(line(&p, words(8, "من على،"))));
    CHECK(!prose_is_line(line(&p, words(30, "من على"))));
    CHECK(prose_is_line(line(&p, words(47, "في من على."))));
    CHECK(!prose_is_line(line(&p, words(48, "في من على."))));
}

static void
test_a_numbered_line_needs_its_full_stop(void)
{
    struct page p;

    CHECK(prose_is_line(line(&p, "- ذهب الوفد من المدينة، إلى القرية في "
                                 "الصباح وعاد مع الليل")));
    CHECK(!prose_is_line(line(&p, "1- ذهب الوفد من المدينة، إلى القرية في "
                                  "الصباح وعاد مع الليل")));
    CHECK(prose_is_line(line(&p, "1- ذهب الوفد من المدينة، إلى القرية في "
                                 "الصباح وعاد مع الليل.")));
}

static void
test_a_lexicon_hit_is_no_line(void)
{
    struct page p;

    line(&p, PROSE_1);
    p.blocks.items[0].evidence->groups = 1u << LEXICON_footer;
    CHECK(!prose_is_line(&p.blocks.items[0]));
    CHECK(!prose_is_weak_line(&p.blocks.items[0]));
}

/* Two function words of eight. */
#define UNMARKED "عاد في الليل وفد القرية من سفر طويل"

static void
test_a_line_without_marks_is_weak_by_its_function_words(void)
{
    struct page p;

    CHECK(!prose_is_weak_line(line(&p, UNMARKED)));
    CHECK(prose_is_weak_line(line(&p, UNMARKED " إلى بيته")));
    CHECK(!prose_is_weak_line(line(&p, UNMARKED " آخر كبير بعيد شاق")));
    CHECK(prose_is_weak_line(line(&p, UNMARKED " إلى بيته آخر كبير بعيد شاق "
                                  "جميل")));
    CHECK(!prose_is_line(line(&p, UNMARKED " إلى بيته")));
}

static void
test_a_weak_line_may_be_short(void)
{
    struct page p;

    CHECK(prose_is_weak_line(line(&p, PROSE_1)));
    CHECK(prose_is_weak_line(line(&p, "عاد الوفد من القرية مع الليل.")));
    CHECK(!prose_is_line(&p.blocks.items[0]));
    CHECK(!prose_is_weak_line(line(&p, "عاد الوفد من القرية ليلا.")));
    CHECK(!prose_is_weak_line(line(&p, "عاد الوفد من القرية مع الليل")));
    CHECK(!prose_is_weak_line(line(&p, words(6, "."))));
}

static void
test_a_ticker_has_sixty_words_and_no_marks(void)
{
    struct page p;

    CHECK(prose_is_ticker(line(&p, words(60, ""))));
    CHECK(!prose_is_ticker(line(&p, words(59, ""))));
    CHECK(!prose_is_ticker(line(&p, words(60, "."))));
    CHECK(!prose_is_ticker(line(&p, words(58, "كلمة، كلمة، كلمة"))));
    CHECK(!prose_is_ticker(line(&p, words(60, "abcdefghijklmnopqrstuvwxyz"
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"))));
}

static void
test_text_of_html_has_seven_words_and_a_mark(void)
{
    struct page p;

    CHECK(prose_is_text(html(&p, "<p>عاد الوفد من القرية مع الليل أمس.")));
    CHECK(!prose_is_text(html(&p, "<p>عاد الوفد من القرية مع الليل.")));
    CHECK(!prose_is_text(html(&p, "<p>عاد الوفد من القرية مع الليل أمس")));
    CHECK(!prose_is_text(html(&p, "<p>عاد الوفد من القرية مع الليل أمس،")));
    CHECK(prose_is_text(html(&p, words(14, "من"))));
    CHECK(!prose_is_text(html(&p, words(13, "من"))));
}

static void
test_text_of_html_has_function_words_and_few_links(void)
{
    struct page p;

    CHECK(prose_is_text(html(&p, words(24, "من."))));
    CHECK(!prose_is_text(html(&p, words(25, "من."))));
    CHECK(prose_is_text(html(&p, "<p>عاد الوفد من <a href=x>القرية</a> مع "
                                 "الليل أمس.")));
    CHECK(!prose_is_text(html(&p, "<p>عاد الوفد من <a href=x>القرية مع "
                                  "الليل</a> أمس.")));
}

int
main(void)
{
    test_link_density_is_of_letters_in_per_mille();
    test_inner_stops_leave_a_list_number_out();
    test_punctuation_counts_commas_stops_and_the_end();
    test_a_line_of_prose_has_ten_words_and_two_function_words();
    test_a_line_of_prose_is_punctuated();
    test_a_numbered_line_needs_its_full_stop();
    test_a_lexicon_hit_is_no_line();
    test_a_line_without_marks_is_weak_by_its_function_words();
    test_a_weak_line_may_be_short();
    test_a_ticker_has_sixty_words_and_no_marks();
    test_text_of_html_has_seven_words_and_a_mark();
    test_text_of_html_has_function_words_and_few_links();
    page_done();
    return check_summary();
}
