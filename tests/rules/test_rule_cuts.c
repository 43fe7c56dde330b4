/* test_rule_cuts.c - what cut: takes out of lines that stay. */
#include "rules/rule_cuts.h"

#include "check.h"
#include "ruled_page.h"
#include "rules/rule_walk.h"

/* What is left of a line, the one block of a dump, behind a cut: line. */
static void
check_cut(const char *value, const char *line, const char *rest)
{
    char file[1024];
    const struct block *b;

    snprintf(file, sizeof file, "site: a.ly\ncut: %s", value);
    rules_of(file);
    ruled_text(line, "http://a.ly/");
    if (!CHECK(rulings_begin(&rulings)))
        return;
    rulings_next(&rulings);
    rulings_cut(&rulings);
    b = &ruled.blocks.items[0];
    if (!CHECK_STR(rule_cuts_apply(ruled.arena, b->text, b->ruling), rest))
        printf("    cut: %s\n    line: %s\n", value, line);
}

/* -- phrases --------------------------------------------------------------- */

static void
test_a_phrase_is_cut_at_the_start_with_what_joins_it(void)
{
    check_cut("\"رويترز\"", "رويترز - قال الوزير", "قال الوزير");
    check_cut("\"رويترز\"", "رويترز: قال الوزير", "قال الوزير");
    check_cut("\"رويترز\"", "(رويترز) – قال الوزير", "قال الوزير");
    check_cut("\"رويترز\"", "[رويترز] قال الوزير", "قال الوزير");
    check_cut("\"رويترز\"", "رويترز. قال الوزير", "قال الوزير");
    check_cut("\"رويترز\"", "• رويترز | قال الوزير", "قال الوزير");
    check_cut("\"اقرأ أيضا\"", "إقرأ أيضًا.. قال الوزير", "قال الوزير");
}

static void
test_brackets_and_quotes_of_what_follows_stay(void)
{
    check_cut("\"لندن\"", "لندن (رويترز) - قال", "(رويترز) - قال");
    check_cut("\"قال\"", "قال: «نعم»", "«نعم»");
    check_cut("\"قال\"", "قال \"نعم\"", "\"نعم\"");
}

static void
test_a_phrase_is_cut_at_the_end_with_what_joins_it(void)
{
    check_cut("\"رويترز\"", "قال الوزير. (رويترز)", "قال الوزير.");
    check_cut("\"رويترز\"", "قال الوزير. - رويترز.", "قال الوزير.");
    check_cut("\"رويترز\"", "قال «نعم» [رويترز]", "قال «نعم»");
    check_cut("\"شارك هذا\"", "قال الوزير. شارك هذا:", "قال الوزير.");
}

static void
test_a_phrase_inside_a_line_stays_unless_it_may_be_anywhere(void)
{
    check_cut("\"رويترز\"", "قالت رويترز اليوم", "قالت رويترز اليوم");
    check_cut("*\"رويترز\"", "قالت (رويترز) اليوم", "قالت () اليوم");
    check_cut("*\"رويترز\"", "رويترز: قال", ": قال");
    check_cut("*\"شارك\"", "شارك قال شارك نعم شارك", " قال  نعم ");
}

static void
test_a_phrase_is_cut_at_both_ends(void)
{
    check_cut("\"واس\"", "واس: قال الوزير // واس //", "قال الوزير");
}

static void
test_phrases_are_cut_in_whole_words(void)
{
    check_cut("\"واس\"", "واسع هذا", "واسع هذا");
    check_cut("*\"واس\"", "واسع والواس واس", "واسع والواس ");
    check_cut("\"واس\"", "في واسواس", "في واسواس");
    check_cut("*\"نا نا\"", "انا نا نا", "انا ");
}

static void
test_words_are_counted_as_folding_counts_them(void)
{
    check_cut("*\"شارك الخبر\"", "قَالَ، «نعم» … شــارِك – الخبر ثم مضى",
              "قَالَ، «نعم» …  ثم مضى");
    check_cut("*\"2026\"", "عام ٢٠٢٦ م", "عام  م");
    check_cut("*\"ب\"", "أ - ب - ج", "أ -  - ج");
}

static void
test_a_phrase_that_is_the_line_leaves_nothing(void)
{
    check_cut("\"شارك\"", "» شارك «", "");
    check_cut("*\"شارك\"", "شارك", "");
}

static void
test_a_line_takes_64_cuts_of_an_entry(void)
{
    char line[4 * (MAX_CUTS + 40)], rest[4 * (MAX_CUTS + 40)];
    size_t n = 0;

    /* words that only begin like the phrase do not count */
    for (int i = 0; i < 30; i++)
        n += (size_t)snprintf(line + n, sizeof line - n, "bb ");
    memcpy(rest, line, n);
    for (int i = 0; i < MAX_CUTS + 2; i++)
        snprintf(line + n + 2 * i, sizeof line - n - 2 * (size_t)i, "b ");
    snprintf(rest + n, sizeof rest - n, "%*sb b", MAX_CUTS, "");
    check_cut("*\"b\"", line, rest);
}

/* -- patterns -------------------------------------------------------------- */

static void
test_what_a_pattern_matches_is_cut(void)
{
    check_cut("/\\s*\\(رويترز\\)$/", "قال الوزير (رويترز)", "قال الوزير");
    check_cut("/\\s*\\(رويترز\\)$/", "قال (رويترز) نعم",
              "قال (رويترز) نعم");
    check_cut("/\\d+/", "في 5 يوم 12 عام", "في  يوم  عام");
    check_cut("/aa/", "aaa aaaa", "a ");
    check_cut("/[^ ]+ - /", "لندن - باريس - قال", "قال");
}

static void
test_a_pattern_sees_the_line_as_it_stands(void)
{
    check_cut("/أخبار/", "أخبار اخبار", " اخبار");
    check_cut("/^a(b)/", "ab", "");
}

static void
test_values_of_one_line_are_all_cut_and_united(void)
{
    check_cut("/قال ا/ | /ا ب/ | /ج/", "قال ا ب ج د", "  د");
}

/* -- elements -------------------------------------------------------------- */

/* What is left of the first block that is not out. */
static void
check_html(const char *lines, const char *html, const char *words,
           const char *rest)
{
    char file[1024];

    snprintf(file, sizeof file, "site: a.ly\n%s", lines);
    rules_of(file);
    ruled_html(html, "http://a.ly/");
    if (!CHECK(rulings_begin(&rulings)))
        return;
    rulings_next(&rulings);
    rulings_cut(&rulings);
    CHECK_STR(ruled_words(), words);
    for (uint32_t i = 0; i < ruled.blocks.n; i++) {
        const struct block *b = &ruled.blocks.items[i];

        if (b->ruling->word != RULING_OUT) {
            CHECK_STR(rule_cuts_apply(ruled.arena, b->text, b->ruling),
                      rest);
            return;
        }
    }
    CHECK_STR(str_of(""), rest);
}

static void
test_inline_elements_are_cut_out_of_their_line(void)
{
    check_html("cut: .share", "<p>قال <span class=share>شارك</span> الوزير",
               ".", "قال  الوزير");
    check_html("drop: .share", "<p>قال <span class=share>شارك</span> الوزير",
               ".", "قال  الوزير");
    check_html("cut: b, i", "<p><b>أ</b>ب<i>ج<u>د</u></i>ه", ".", "به");
    check_html("cut: .x", "<p>قال الوزير", ".", "قال الوزير");
    check_html("cut: span", "<p>قال <span>شارك <b>أو</b> أرسل</span> الوزير",
               ".", "قال    الوزير");
    check_html("cut: b", "<p>قال <b>شارك</b> الوزير <i>نعم</i>", ".",
               "قال  الوزير نعم");
}

static void
test_references_in_a_cut_element_go_with_it(void)
{
    check_html("cut: b", "<p>قال <b>a &amp; b &#1571;</b>: نعم", ".",
               "قال : نعم");
}

static void
test_whole_blocks_in_a_cut_element_are_out(void)
{
    check_html("cut: div", "<p>أ<div>ب<p>ج</div><p>د", ".--.", "أ");
}

static void
test_what_stands_around_a_block_in_a_cut_element(void)
{
    check_html("cut: span", "<div>قال <span>شارك<div>قائمة</div></span> نعم"
               "</div>", ".-.", "قال ");
}

/* -- cuts of one ruling ---------------------------------------------------- */

static void
test_cuts_are_sorted_and_those_that_touch_united(void)
{
    struct cut_span cuts[] = {
        { 8, 9 }, { 2, 4 }, { 0, 1 }, { 3, 5 }, { 5, 6 }, { 2, 3 }
    };
    struct ruling ruling = { .cuts = cuts, .n_cuts = 6, .cap_cuts = 6 };

    rule_cuts_unite(&ruling);
    CHECK_INT(ruling.n_cuts, 3);
    CHECK(cuts[0].beg == 0 && cuts[0].end == 1);
    CHECK(cuts[1].beg == 2 && cuts[1].end == 6);
    CHECK(cuts[2].beg == 8 && cuts[2].end == 9);
    CHECK_STR(rule_cuts_apply(scratch_arena(1024), STR("0123456789"),
                              &ruling), "1679");
}

static void
test_a_text_without_cuts_is_the_same(void)
{
    struct ruling ruling = { .n_cuts = 0 };
    struct str text = STR("نص");

    rule_cuts_unite(&ruling);
    CHECK(rule_cuts_apply(scratch_arena(1024), text, &ruling).ptr ==
          text.ptr);
    CHECK(rule_cuts_apply(scratch_arena(1024), text, NULL).ptr == text.ptr);
}

int
main(void)
{
    test_a_phrase_is_cut_at_the_start_with_what_joins_it();
    test_brackets_and_quotes_of_what_follows_stay();
    test_a_phrase_is_cut_at_the_end_with_what_joins_it();
    test_a_phrase_inside_a_line_stays_unless_it_may_be_anywhere();
    test_a_phrase_is_cut_at_both_ends();
    test_phrases_are_cut_in_whole_words();
    test_words_are_counted_as_folding_counts_them();
    test_a_phrase_that_is_the_line_leaves_nothing();
    test_a_line_takes_64_cuts_of_an_entry();
    test_what_a_pattern_matches_is_cut();
    test_a_pattern_sees_the_line_as_it_stands();
    test_values_of_one_line_are_all_cut_and_united();
    test_inline_elements_are_cut_out_of_their_line();
    test_references_in_a_cut_element_go_with_it();
    test_whole_blocks_in_a_cut_element_are_out();
    test_what_stands_around_a_block_in_a_cut_element();
    test_cuts_are_sorted_and_those_that_touch_united();
    test_a_text_without_cuts_is_the_same();
    rules_done();
    return check_summary();
}
