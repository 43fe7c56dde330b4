/* test_repeats.c - how often a line occurs on its page. */
#include "judge/repeats.h"

#include "tests/check.h"
#include "tests/judge/judge_page.h"

static const struct repeats *
count(const char *text)
{
    static struct page page;

    page_of_text(&page, text);
    return repeats_count(page.arena, &page.blocks);
}

static void
test_a_line_of_its_own_occurs_once(void)
{
    const struct repeats *r = count("أول\nثان");

    CHECK_INT(r->count[0], 1);
    CHECK_INT(r->nth[0], 0);
    CHECK_INT(r->count[1], 1);
    CHECK_INT(r->nth[1], 0);
}

static void
test_all_occurrences_know_their_number(void)
{
    const struct repeats *r = count("أول\nثان\nأول\nأول");

    CHECK_INT(r->count[0], 3);
    CHECK_INT(r->count[1], 1);
    CHECK_INT(r->count[2], 3);
    CHECK_INT(r->count[3], 3);
    CHECK_INT(r->nth[0], 0);
    CHECK_INT(r->nth[2], 1);
    CHECK_INT(r->nth[3], 2);
}

static void
test_lines_are_compared_folded(void)
{
    const struct repeats *r = count("إعلانُ النتائج:\n* اعلان النتائــج ...");

    CHECK_INT(r->count[0], 2);
    CHECK_INT(r->nth[1], 1);
}

static void
test_a_part_of_a_line_is_another_line(void)
{
    const struct repeats *r = count("أول ثان\nأول\nأولثان");

    CHECK_INT(r->count[0], 1);
    CHECK_INT(r->count[1], 1);
    CHECK_INT(r->count[2], 1);
}

static void
test_lines_without_words_occur_once(void)
{
    const struct repeats *r = count("* * *\nأول\n* * *");

    CHECK_INT(r->count[0], 1);
    CHECK_INT(r->count[2], 1);
    CHECK_INT(r->nth[2], 0);
}

static void
test_a_page_without_lines_is_counted_too(void)
{
    CHECK(count("") != NULL);
}

int
main(void)
{
    test_a_line_of_its_own_occurs_once();
    test_all_occurrences_know_their_number();
    test_lines_are_compared_folded();
    test_a_part_of_a_line_is_another_line();
    test_lines_without_words_occur_once();
    test_a_page_without_lines_is_counted_too();
    page_done();
    return check_summary();
}
