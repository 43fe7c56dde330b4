/* test_verdict.c - the page's verdict just below and above each threshold. */
#include "judge/verdict.h"

#include "judge/lookalike.h"
#include "judge/prose.h"
#include "tests/check.h"
#include "tests/judge/judge_page.h"

static struct page page;
static struct html_view view;
static struct model model;
static struct verdict verdict;

/* A page whose every block is main text; the thresholds let all pass. */
static void
take(bool is_html, const char *text)
{
    if (is_html)
        page_of_html(&page, text);
    else
        page_of_text(&page, text);
    for (uint32_t i = 0; i < page.blocks.n; i++) {
        struct block *b = &page.blocks.items[i];

        b->evidence->state = STATE_MAIN;
        b->evidence->is_good = prose_is_line(b);
        b->evidence->is_weak = prose_is_weak_line(b);
    }
    model = (struct model){ 0 };
    model.thresholds[VERDICT_MAX_LOOKALIKE] = 100;
    if (is_html)
        html_view_find(page.arena, &page.doc, &page.blocks, &page.facts,
                       &view);
}

/* Decide with one threshold at `value`. */
static bool
has_text(enum threshold threshold, uint32_t value)
{
    model.thresholds[threshold] = (int32_t)value;
    verdict = page.doc.n_nodes > 0
                  ? verdict_of_html(&model, &view, &page.facts, false,
                                    &page.blocks)
                  : verdict_of_text(&model, &page.blocks);
    return verdict.has_text;
}

/* -- html ----------------------------------------------------------------- */

static void
test_html_needs_letters_of_prose(void)
{
    uint32_t letters;

    take(true, "<p>" PROSE_1 "<p>one two<p><a href=x>" PROSE_2 "</a>");
    letters = page_block(&page, "قال")->m.n_letters;
    CHECK(has_text(VERDICT_MIN_LETTERS, letters));
    CHECK_STR(str_of(verdict.reason), "prose in one place");
    CHECK(!has_text(VERDICT_MIN_LETTERS, letters + 1));
    CHECK_STR(str_of(verdict.reason), "too little prose");
}

static void
test_html_counts_the_path_only(void)
{
    take(true, "<p>" PROSE_1 "<p>" PROSE_2 "<p>" PROSE_3);
    page_block(&page, "قال")->evidence->state = STATE_BEFORE;
    page_block(&page, "وأضاف")->evidence->state = STATE_INTERRUPTION;
    page_block(&page, "ورحب")->evidence->state = STATE_AFTER;
    CHECK(has_text(VERDICT_MIN_LETTERS, 0));
    CHECK(!has_text(VERDICT_MIN_LETTERS, 1));
}

static void
test_html_needs_more_where_no_title_names_it(void)
{
    uint32_t letters;

    take(true, "<title>موقع</title><h1>خبر اليوم</h1><p>" PROSE_1);
    letters = page_block(&page, "قال")->m.n_letters;
    CHECK(has_text(VERDICT_MIN_LETTERS_UNTITLED, letters));
    CHECK(!has_text(VERDICT_MIN_LETTERS_UNTITLED, letters + 1));
    CHECK_STR(str_of(verdict.reason), "little prose, and no title names it");
    take(true, "<title>خبر اليوم</title><h1>خبر اليوم</h1><p>" PROSE_1);
    CHECK(has_text(VERDICT_MIN_LETTERS_UNTITLED, letters + 1));
    take(true, "<meta property=og:type content=article><p>" PROSE_1);
    CHECK(has_text(VERDICT_MIN_LETTERS_UNTITLED, letters + 1));
}

static void
test_html_is_no_listing_of_cards(void)
{
    take(true, "<p>abcdefghi<p>abcdefghijk");
    view.looks[0] = LOOK_CARD;
    view.looks[1] = LOOK_LIST;
    CHECK(has_text(VERDICT_MAX_LOOKALIKE, 45));     /* 9 letters of 20 */
    CHECK(!has_text(VERDICT_MAX_LOOKALIKE, 44));
    CHECK_STR(str_of(verdict.reason), "cards of a listing");
    take(true, "<meta property=og:type content=article><p>abcdefghi"
         "<p>abcdefghijk");
    view.looks[0] = LOOK_CARD;
    CHECK(has_text(VERDICT_MAX_LOOKALIKE, 44));
}

static void
test_confidence_grows_away_from_the_threshold(void)
{
    uint32_t letters;
    int32_t near, far;

    take(true, "<p>" PROSE_1);
    letters = page_block(&page, "قال")->m.n_letters;
    CHECK(has_text(VERDICT_MIN_LETTERS, letters));
    near = verdict.confidence;
    CHECK_INT(near, 500);
    CHECK(has_text(VERDICT_MIN_LETTERS, letters / 2));
    far = verdict.confidence;
    CHECK(far > near && far <= 1000);
    CHECK(!has_text(VERDICT_MIN_LETTERS, letters + 1));
    near = verdict.confidence;
    CHECK(!has_text(VERDICT_MIN_LETTERS, letters * 9));
    CHECK_INT(verdict.confidence, 900);
    CHECK(near >= 500 && near < 900);
}

static void
test_an_empty_page_has_no_text(void)
{
    take(true, "");
    CHECK(!has_text(VERDICT_MIN_LETTERS, 1));
    CHECK_INT(verdict.confidence, 1000);
    take(false, "");
    model.thresholds[VERDICT_MIN_WEAK_LINES] = 1;
    CHECK(!has_text(VERDICT_MIN_PROSE_WORDS, 1));
    CHECK_INT(verdict.confidence, 1000);
}

/* -- text ----------------------------------------------------------------- */

static void
test_text_needs_words_of_prose(void)
{
    uint32_t words;

    take(false, PROSE_1 "\nعاد الوفد من القرية مع الليل\n" PROSE_2);
    words = page_block(&page, "قال")->m.n_words +
            page_block(&page, "وأضاف")->m.n_words;
    model.thresholds[VERDICT_MIN_WEAK_LINES] = 9;
    CHECK(has_text(VERDICT_MIN_PROSE_WORDS, words));
    CHECK_STR(str_of(verdict.reason), "prose in one place");
    CHECK(!has_text(VERDICT_MIN_PROSE_WORDS, words + 1));
    CHECK_STR(str_of(verdict.reason), "too little prose");
    page_block(&page, "قال")->evidence->state = STATE_AFTER;
    CHECK(!has_text(VERDICT_MIN_PROSE_WORDS, words));
}

static void
test_text_may_be_of_short_sentences(void)
{
    take(false, "عاد الوفد من القرية مع الليل.\nوصل الضيف إلى البيت قبل أمس.");
    model.thresholds[VERDICT_MIN_PROSE_WORDS] = 20;
    CHECK(has_text(VERDICT_MIN_WEAK_LINES, 2));
    CHECK_STR(str_of(verdict.reason), "sentences in one place");
    CHECK(!has_text(VERDICT_MIN_WEAK_LINES, 3));
}

static void
test_text_is_no_list_of_dated_items(void)
{
    take(false, "12 مارس 2020\n" PROSE_1 "\n13 مارس 2020\n" PROSE_2 "\n"
         PROSE_3);
    CHECK(has_text(VERDICT_MAX_DATE_LINES, 2));
    CHECK(!has_text(VERDICT_MAX_DATE_LINES, 1));
    CHECK_STR(str_of(verdict.reason), "a list of dated items");
}

static void
test_a_chronology_has_more_prose_than_dates(void)
{
    take(false, "12 مارس 2020\n" PROSE_1 "\n13 مارس 2020\n" PROSE_2 "\n"
         PROSE_3 "\n" PROSE_4);
    CHECK(!has_text(VERDICT_MAX_DATE_LINES, 1));    /* one to two */
    take(false, "12 مارس 2020\n" PROSE_1 "\n13 مارس 2020\n" PROSE_2 "\n"
         PROSE_3 "\n" PROSE_4 "\n" PROSE_1);
    CHECK(has_text(VERDICT_MAX_DATE_LINES, 1));
}

#define HEADLINES "عودة الوفد من القرية\nوصول الضيف إلى البيت\n" \
                  "افتتاح المعرض في المدينة\nإغلاق الجسر القديم غدا\n"

static void
test_text_is_no_list_of_headlines(void)
{
    uint32_t all = 0, words;

    take(false, HEADLINES PROSE_1);
    model.thresholds[VERDICT_MAX_DATE_LINES] = 9;
    words = page_block(&page, "قال")->m.n_words;
    for (uint32_t i = 0; i < page.blocks.n; i++)
        all += page.blocks.items[i].m.n_words;
    CHECK(has_text(VERDICT_MIN_SENTENCES, words * 100 / all));
    CHECK(!has_text(VERDICT_MIN_SENTENCES, words * 100 / all + 1));
    CHECK_STR(str_of(verdict.reason), "headlines, and no sentences");
}

static void
test_four_lines_are_no_list_of_headlines(void)
{
    take(false, HEADLINES);
    CHECK(has_text(VERDICT_MIN_SENTENCES, 100));
    take(false, HEADLINES "عودة الماء بعد انقطاع...");
    CHECK(!has_text(VERDICT_MIN_SENTENCES, 100));
    take(false, HEADLINES "عودة الماء بعد انقطاع:");
    CHECK(has_text(VERDICT_MIN_SENTENCES, 10));
}

int
main(void)
{
    test_html_needs_letters_of_prose();
    test_html_counts_the_path_only();
    test_html_needs_more_where_no_title_names_it();
    test_html_is_no_listing_of_cards();
    test_confidence_grows_away_from_the_threshold();
    test_an_empty_page_has_no_text();
    test_text_needs_words_of_prose();
    test_text_may_be_of_short_sentences();
    test_text_is_no_list_of_dated_items();
    test_a_chronology_has_more_prose_than_dates();
    test_text_is_no_list_of_headlines();
    test_four_lines_are_no_list_of_headlines();
    page_done();
    return check_summary();
}
