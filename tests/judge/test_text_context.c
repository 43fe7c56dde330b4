/* test_text_context.c - windows and history of the lines of a dump. */
#include "judge/text_context.h"

#include "rules/lexicon.h"
#include "judge/prose.h"
#include "tests/check.h"
#include "tests/judge/judge_page.h"

static const char lexicon[] =
    "[lexicon related]\nline: \"اقرأ أيضا\"\n"
    "[lexicon comments]\nline: \"تعليقات\"\n"
    "[lexicon footer]\nline: \"حقوق\"\n"
    "[lexicon byline]\nline: \"بقلم\"\n";

/* Neither prose nor short. */
#define LONG_LINE "خبر طويل من الوكالة عن يوم آخر\n"

static struct page page;
static struct text_context *context;

static void
find(const char *text)
{
    page_of_text(&page, text);
    page_hit(&page, lexicon);
    for (uint32_t i = 0; i < page.blocks.n; i++) {
        struct block *b = &page.blocks.items[i];

        b->evidence->is_good = prose_is_line(b);
        b->evidence->is_weak = prose_is_weak_line(b);
    }
    context = text_context_find(page.arena, &page.blocks);
}

/* -- groups --------------------------------------------------------------- */

#define BIT(name) (1u << LEXICON_##name)

static void
test_a_line_counts_under_one_group(void)
{
    CHECK_INT(text_line_group(0), LINE_PLAIN);
    CHECK_INT(text_line_group(BIT(most_read)), LINE_RELATED);
    CHECK_INT(text_line_group(BIT(forum)), LINE_NAVIGATION);
    CHECK_INT(text_line_group(BIT(no_page)), LINE_SHARE);
    CHECK_INT(text_line_group(BIT(footer)), LINE_FOOTER);
    CHECK_INT(text_line_group(BIT(caption)), LINE_BYLINE);
    CHECK_INT(text_line_group(BIT(section)), LINE_SECTION);
    CHECK_INT(text_line_group(BIT(comments) | BIT(related)), LINE_COMMENTS);
    CHECK_INT(text_line_group(BIT(section) | BIT(share)), LINE_SHARE);
}

/* -- windows -------------------------------------------------------------- */

static void
test_prose_is_counted_five_lines_around(void)
{
    find(PROSE_1 "\n" LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE
         LONG_LINE PROSE_2 "\n" PROSE_3);
    CHECK_INT(context[5].n_prose, 2 + 1);
    CHECK_INT(context[6].n_prose, 2);
    CHECK_INT(context[0].n_prose, 0);
    CHECK_INT(context[8].n_prose, 1);
    CHECK_INT(context[5].n_weak, 2);
    CHECK_INT(context[4].n_weak, 1);
}

static void
test_headlines_are_counted_six_lines_around(void)
{
    find(LONG_LINE LONG_LINE "اقرأ أيضا\nخبر من خمس كلمات فقط\n" PROSE_1 "\n"
         "خبر طويل من وكالة الغد...\nخبر طويل من وكالة الغد.\n" LONG_LINE);
    CHECK_INT(context[4].n_headlines, 3 + 2);
    CHECK_INT(context[0].n_headlines, 1 + 1 + 1);
}

static void
test_dates_below_a_comment_heading_are_of_a_thread(void)
{
    find("12 مارس 2020\n" PROSE_1 "\n13 مارس 2020\nتعليقات\nسالم\n"
         "14 مارس 2020\nشكرا\n15 مارس 2020\nأحسنت");
    CHECK_INT(context[4].n_thread_dates, 0);
    CHECK_INT(context[6].n_thread_dates, 1);
    CHECK_INT(context[8].n_thread_dates, 2);
}

static void
test_short_lines_and_lines_of_a_group_are_counted(void)
{
    find("أول\n" LONG_LINE "اقرأ أيضا\n" PROSE_1 "\nبقلم\nثان:\nثالث.\n"
         "رابع");
    CHECK_INT(context[3].n_short, 1 + 1 + 1 + 1);
    CHECK_INT(context[3].n_groups, 1);
    CHECK_INT(context[2].n_groups, 0);
    CHECK_INT(context[3].n_short_below, 2);
    CHECK_INT(context[7].n_short_below, 0);
}

static void
test_dates_are_counted_six_lines_around(void)
{
    find("12 مارس 2020\n" LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE
         LONG_LINE LONG_LINE);
    CHECK_INT(context[6].n_dates, 1);
    CHECK_INT(context[7].n_dates, 0);
    CHECK_INT(context[0].n_dates, 0);
}

static void
test_a_run_of_short_lines_has_a_length(void)
{
    find("أول\nثان\nثالث\n" LONG_LINE "رابع\nخامس.\nسادس");
    CHECK_INT(context[0].short_run, 3);
    CHECK_INT(context[2].short_run, 3);
    CHECK_INT(context[3].short_run, 0);
    CHECK_INT(context[4].short_run, 1);
    CHECK_INT(context[5].short_run, 0);
    CHECK_INT(context[6].short_run, 1);
}

static void
test_prose_is_so_many_lines_away(void)
{
    find("أول\nثان\n" PROSE_1 "\nثالث\nرابع");
    CHECK_INT(context[0].next_prose, 2);
    CHECK_INT(context[1].next_prose, 1);
    CHECK(context[2].next_prose == LINES_NEVER);
    CHECK(context[1].last_prose == LINES_NEVER);
    CHECK_INT(context[3].last_prose, 1);
    CHECK_INT(context[4].last_prose, 2);
    CHECK(context[4].next_prose == LINES_NEVER);
}

/* -- history -------------------------------------------------------------- */

static void
test_headings_are_remembered_from_the_first_prose_on(void)
{
    find("تعليقات\nحقوق\n12 مارس 2020\n" PROSE_1 "\nتعليقات\nحقوق\n"
         "12 مارس 2020\nتعليقات\nآخر");
    CHECK_INT(context[3].n_comments, 0);
    CHECK_INT(context[3].n_footers, 0);
    CHECK_INT(context[3].n_dates_seen, 0);
    CHECK_INT(context[4].n_comments, 0);
    CHECK_INT(context[5].n_comments, 1);
    CHECK_INT(context[8].n_comments, 2);
    CHECK_INT(context[8].n_footers, 1);
    CHECK_INT(context[8].n_dates_seen, 1);
}

static void
test_a_date_is_so_many_lines_above(void)
{
    find("أول\n12 مارس 2020\nثان\n" PROSE_1);
    CHECK(context[0].since_date == LINES_NEVER);
    CHECK(context[1].since_date == LINES_NEVER);
    CHECK_INT(context[2].since_date, 1);
    CHECK_INT(context[3].since_date, 2);
}

static void
test_a_related_list_ends_at_two_lines_of_prose(void)
{
    find("اقرأ أيضا\n" PROSE_1 "\n" LONG_LINE PROSE_2 "\n" PROSE_3 "\n"
         PROSE_4);
    CHECK(context[0].since_related == LINES_NEVER);
    CHECK_INT(context[1].since_related, 1);
    CHECK_INT(context[2].since_related, 2);
    CHECK_INT(context[3].since_related, 3);
    CHECK_INT(context[4].since_related, 4);
    CHECK(context[5].since_related == LINES_NEVER);
}

static void
test_a_page_of_one_line_or_none_has_its_context(void)
{
    find("");
    CHECK_INT(page.blocks.n, 0);
    find(PROSE_1);
    CHECK_INT(context[0].n_prose, 0);
    CHECK(context[0].last_prose == LINES_NEVER);
    CHECK(context[0].next_prose == LINES_NEVER);
}

int
main(void)
{
    test_a_line_counts_under_one_group();
    test_prose_is_counted_five_lines_around();
    test_headlines_are_counted_six_lines_around();
    test_dates_below_a_comment_heading_are_of_a_thread();
    test_short_lines_and_lines_of_a_group_are_counted();
    test_dates_are_counted_six_lines_around();
    test_a_run_of_short_lines_has_a_length();
    test_prose_is_so_many_lines_away();
    test_headings_are_remembered_from_the_first_prose_on();
    test_a_date_is_so_many_lines_above();
    test_a_related_list_ends_at_two_lines_of_prose();
    test_a_page_of_one_line_or_none_has_its_context();
    page_done();
    return check_summary();
}
