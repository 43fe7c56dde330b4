/* test_echoes.c - pull quotes and teasers are told from sentences and code. */
#include "judge/echoes.h"

#include "base/limits.h"
#include "tests/check.h"
#include "tests/judge/judge_page.h"

static struct page page;
static bool *echoes;

static void
find(const char *text)
{
    page_of_text(&page, text);
    echoes = echoes_find(page.arena, &page.blocks);
}

/* Eight words of PROSE_1, with no mark at their end. */
#define QUOTE "إن الحكومة تعمل على خطة جديدة، وإنها ستعلن"

static void
test_a_pull_quote_is_an_echo_above_and_below_its_sentence(void)
{
    find(QUOTE "\n" PROSE_1 "\n" PROSE_2);
    CHECK(echoes[0]);
    CHECK(!echoes[1]);
    CHECK(!echoes[2]);
    find(PROSE_2 "\n" PROSE_1 "\n" QUOTE);
    CHECK(echoes[2]);
    CHECK(!echoes[1]);
}

static void
test_spelling_and_marks_make_no_difference(void)
{
    find(PROSE_1 "\n«ان الحكومةَ تعمل على خطّة جديده وانها ستعلن»");
    CHECK(echoes[1]);
}

static void
test_a_quote_may_be_a_little_changed(void)
{
    /* Eight words of nine are in order: four shingles of five. */
    find(PROSE_1 "\n" QUOTE " قريبا");
    CHECK(echoes[1]);
    find(PROSE_1 "\n" QUOTE " قريبا جدا وغدا كما وعد");
    CHECK(!echoes[1]);
}

static void
test_seven_words_are_too_few(void)
{
    find(PROSE_1 "\nالحكومة تعمل على خطة جديدة، وإنها ستعلن");
    CHECK(!echoes[1]);
}

static void
test_words_in_another_order_are_no_echo(void)
{
    find(PROSE_1 "\nستعلن وإنها جديدة خطة على تعمل الحكومة إن");
    CHECK(!echoes[1]);
}

static void
test_a_full_sentence_is_no_echo_unless_quoted(void)
{
    find(PROSE_1 " " PROSE_2 "\n" PROSE_2);
    CHECK(!echoes[1]);
    find(PROSE_1 " " PROSE_2 "\n\"" PROSE_2 "\"");
    CHECK(echoes[1]);
}

static void
test_a_teaser_cut_off_with_dots_is_an_echo(void)
{
    find(QUOTE "...\n" PROSE_1);
    CHECK(echoes[0]);
}

static void
test_equal_lines_do_not_echo_each_other(void)
{
    find(QUOTE "\n" QUOTE);
    CHECK(!echoes[0]);
    CHECK(!echoes[1]);
}

static void
test_code_and_numbers_are_no_echoes(void)
{
    find("for each item in the list print it out now\n"
         "for each item in the list print it out now and then return");
    CHECK(!echoes[0]);
    find("1 2 3 4 5 6 7 8 عدد\n1 2 3 4 5 6 7 8 عدد وبعده تسعة");
    CHECK(!echoes[0]);
}

static void
test_a_long_block_is_no_echo(void)
{
    char text[4096];
    size_t len = 0;

    for (int i = 0; i < 61; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "ك%d ", i);
    /* The first line has one word less in the second round. */
    for (int n = 61; n >= 60; n--) {
        char page_text[9000];
        struct str line = str_trim((struct str){ text, len });

        while (n == 60 && line.ptr[line.len - 1] != ' ')
            line.len--;
        snprintf(page_text, sizeof page_text, "%.*s\n%s آخر",
                 (int)line.len, line.ptr, text);
        find(page_text);
        CHECK_INT(page.blocks.items[0].m.n_words, n);
        CHECK_INT(echoes[0], n == 60);
    }
}

/* Lines of six shingles each that are found nowhere else fill the table. */
static void
test_shingles_that_find_no_room_are_not_looked_for(void)
{
    enum { WORDS = 10, LINES = MAX_ECHO_SHINGLES / 6 };
    struct fuel fuel = { .budget = UINT64_MAX };
    struct arena *a = scratch_arena((size_t)64 << 20);
    struct blocks blocks = { 0 };
    char *text = malloc((size_t)(LINES + 9) * WORDS * 16);
    size_t len = 0;

    if (!text)
        abort();
    len += (size_t)sprintf(text, QUOTE "\n");
    for (int i = 0; i < LINES; i++) {
        for (int k = 0; k < WORDS; k++)
            len += (size_t)sprintf(text + len, "ك%dم%d ", i, k);
        text[len - 1] = '\n';
    }
    len += (size_t)sprintf(text + len, QUOTE "\n" PROSE_1 "\n");
    lines_cut(a, (struct str){ text, len }, &fuel, &blocks);
    blocks_measure(a, page_stopwords(), &fuel, &blocks);
    echoes = echoes_find(a, &blocks);
    CHECK_INT(blocks.limits, LIMIT_TABLE);
    CHECK(echoes[0]);
    CHECK(!echoes[blocks.n - 2]);
    free(text);
}

int
main(void)
{
    test_a_pull_quote_is_an_echo_above_and_below_its_sentence();
    test_spelling_and_marks_make_no_difference();
    test_a_quote_may_be_a_little_changed();
    test_seven_words_are_too_few();
    test_words_in_another_order_are_no_echo();
    test_a_full_sentence_is_no_echo_unless_quoted();
    test_a_teaser_cut_off_with_dots_is_an_echo();
    test_equal_lines_do_not_echo_each_other();
    test_code_and_numbers_are_no_echoes();
    test_a_long_block_is_no_echo();
    test_shingles_that_find_no_room_are_not_looked_for();
    page_done();
    return check_summary();
}
