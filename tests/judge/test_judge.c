/* test_judge.c - from a page's blocks to what is kept, and why. */
#include "judge/judge.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

/* Blocks of 14 words and headings are main text, other short ones are not; what
 * says "related" interrupts. */
static const char small_weights[] =
    "html.main.words.14 20\n"
    "html.main.words.0 -10\n"
    "html.main.words.2 -10\n"
    "html.main.words.3 -10\n"
    "html.main.tag.h1 25\n"
    "html.main.tag.cell 40\n"
    "html.main.says_related.yes -50\n"
    "html.interruption.says_related.yes 5\n"
    "html.move.any.main_interruption -20\n"
    "html.move.inside.main_interruption -20\n"
    "html.verdict.min_letters 60\n"
    "html.verdict.max_lookalike_percent 100\n"
    "text.main.words.18 20\n"
    "text.main.words.10 20\n"
    "text.main.words.1 -10\n"
    "text.verdict.min_prose_words 12\n"
    "text.verdict.min_weak_lines 9\n"
    "text.verdict.max_date_lines 9\n";

static struct page page;
static struct weights weights;
static struct judge_knowledge know;
static struct verdict verdict;
static uint32_t headline;

static void
know_begin(void)
{
    struct rule_findings errors = { .store = &page_store };

    if (!weights_load(str_of(small_weights), "w.conf", &errors, &weights))
        abort();
    know = (struct judge_knowledge){ .lexicon = page_lexicon(
        "[lexicon related]\nstart: \"اقرأ أيضا\"\n"), .weights = &weights };
}

static void
decide(bool is_html)
{
    struct judge_page judged = { .blocks = &page.blocks,
                                 .facts = &page.facts };

    if (is_html)
        judged.doc = &page.doc;
    verdict = judge_decide(page.arena, &know, &judged);
    headline = judged.headline;
}

static void
judge_html(const char *html)
{
    page_of_html(&page, html);
    decide(true);
}

static void
judge_text(const char *text)
{
    page_of_text(&page, text);
    decide(false);
}

static void
check_block(const char *start, bool is_kept, const char *reason)
{
    const struct evidence *e = page_block(&page, start)->evidence;

    CHECK_INT(e->is_kept, is_kept);
    CHECK_STR(str_of(e->reason), reason);
}

static void
test_main_text_is_kept_and_the_rest_is_not(void)
{
    judge_html("<p>قائمة<p>" PROSE_1 "<p>" PROSE_2 "<p>حقوق");
    CHECK(verdict.has_text);
    check_block("قائمة", false, "before the main text");
    check_block("قال", true, "main text");
    check_block("وأضاف", true, "main text");
    check_block("حقوق", false, "after the main text");
}

static void
test_what_interrupts_the_main_text_is_not_kept(void)
{
    judge_html("<p>" PROSE_1 "<p>اقرأ أيضا: خبر آخر<p>" PROSE_2);
    check_block("قال", true, "main text");
    check_block("اقرأ", false, "interrupts the main text");
    check_block("وأضاف", true, "main text");
}

static void
test_the_headline_and_its_copies_are_not_text(void)
{
    judge_html("<title>خبر اليوم | موقع</title><h1>خبر اليوم</h1><p>" PROSE_1
               "<h1>خبر اليوم</h1><p>" PROSE_2 "<p>حقوق");
    CHECK_INT(headline, 0);
    check_block("خبر", false, "the headline, or a copy of it");
    CHECK_INT(page.blocks.items[2].evidence->state, STATE_MAIN);
    CHECK(!page.blocks.items[2].evidence->is_kept);
    CHECK_STR(str_of(page.blocks.items[2].evidence->reason),
              "the headline, or a copy of it");
    check_block("وأضاف", true, "main text");
}

static void
test_a_headline_need_not_be_named_by_a_title(void)
{
    judge_html("<h1>خبر اليوم</h1><p>" PROSE_1);
    CHECK_INT(headline, 0);
    check_block("خبر", false, "the headline, or a copy of it");
    judge_html("<h2>قسم</h2><p>" PROSE_1);
    CHECK(headline == NO_BLOCK);
    check_block("قال", true, "main text");
}

static void
test_a_page_without_main_text_keeps_nothing(void)
{
    judge_html("<h1>خبر اليوم</h1><p>عاد الوفد<p>حقوق");
    CHECK(!verdict.has_text);
    CHECK_STR(str_of(verdict.reason), "too little prose");
    check_block("خبر", false, "the page has no main text");
    check_block("حقوق", false, "after the main text");
}

static void
test_table_rows_are_kept_with_tables_only(void)
{
    static const char html[] = "<p>" PROSE_1 "<table><tr><td>اسم<td>عدد"
                               "</table><p>" PROSE_2;

    judge_html(html);
    check_block("اسم", false, "a table row");
    check_block("وأضاف", true, "main text");
    know.with_tables = true;
    judge_html(html);
    check_block("اسم", true, "main text");
    know.with_tables = false;
}

static void
test_a_bias_moves_blocks_into_and_out_of_main(void)
{
    know.main_bias = 20;
    judge_html("<p>قائمة<p>" PROSE_1);
    check_block("قائمة", true, "main text");
    CHECK_INT(page.blocks.items[0].evidence->points[STATE_MAIN], 10);
    know.main_bias = 0;
    judge_html("<p>قائمة<p>" PROSE_1);
    check_block("قائمة", false, "before the main text");
}

static void
test_text_is_judged_by_its_own_weights(void)
{
    judge_text("قائمة\n" PROSE_1 "\n" PROSE_2 "\nحقوق");
    CHECK(verdict.has_text);
    CHECK(headline == NO_BLOCK);
    check_block("قائمة", false, "before the main text");
    check_block("قال", true, "main text");
    check_block("وأضاف", true, "main text");
    check_block("حقوق", false, "after the main text");
}

static void
test_text_without_prose_keeps_nothing(void)
{
    judge_text("قائمة\nعاد الوفد\nحقوق");
    CHECK(!verdict.has_text);
    for (uint32_t i = 0; i < page.blocks.n; i++)
        CHECK(!page.blocks.items[i].evidence->is_kept);
}

static void
test_an_empty_page_is_judged_too(void)
{
    judge_html("");
    CHECK(!verdict.has_text);
    CHECK(headline == NO_BLOCK);
    judge_text("");
    CHECK(!verdict.has_text);
    CHECK(headline == NO_BLOCK);
}

int
main(void)
{
    know_begin();
    test_main_text_is_kept_and_the_rest_is_not();
    test_what_interrupts_the_main_text_is_not_kept();
    test_the_headline_and_its_copies_are_not_text();
    test_a_headline_need_not_be_named_by_a_title();
    test_a_page_without_main_text_keeps_nothing();
    test_table_rows_are_kept_with_tables_only();
    test_a_bias_moves_blocks_into_and_out_of_main();
    test_text_is_judged_by_its_own_weights();
    test_text_without_prose_keeps_nothing();
    test_an_empty_page_is_judged_too();
    page_done();
    return check_summary();
}
