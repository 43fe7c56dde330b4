/* test_rule_page.c - which blocks of a page a phrase, a pattern, a place or a
 * selector hits. */
#include "rules/rule_page.h"

#include "base/limits.h"
#include "check.h"
#include "ruled_page.h"

/* The blocks that all entries of a key hit, "0 2; 5": a part an entry. */
static struct str
hits_of(enum rule_key key)
{
    static char out[512];
    const struct rule_file *f = rules->files[0];
    struct rule_chain chain = { { f }, 1 };
    const char *between = "";
    size_t n = 0;

    if (!rulings.page.lists)
        rule_page_begin(&rulings.page, &chain);
    for (size_t i = 0; i < f->n_entries; i++) {
        const struct rule_entry *e = &f->entries[i];
        const struct rule_hits *hits;

        if (e->key != key)
            continue;
        hits = rule_page_hits(&rulings.page, 0, e);
        n += (size_t)snprintf(out + n, sizeof out - n, "%s", between);
        between = "; ";
        for (uint32_t k = 0; k < hits->n; k++)
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%u",
                                  k > 0 ? " " : "",
                                  (unsigned)hits->blocks[k]);
    }
    return (struct str){ out, n };
}

/* A file with this line, and what its values hit in a dump. */
static void
check_text(const char *line, const char *dump, const char *hits)
{
    char file[2048];

    snprintf(file, sizeof file, "site: a.ly\n%s", line);
    rules_of(file);
    ruled_text(dump, "");
    if (!CHECK_STR(hits_of(rules->files[0]->entries[0].key), hits))
        printf("    line: %s\n    dump: %s\n", line, dump);
}

static void
check_html(const char *line, const char *html, const char *hits)
{
    char file[2048];

    snprintf(file, sizeof file, "site: a.ly\n%s", line);
    rules_of(file);
    ruled_html(html, "");
    if (!CHECK_STR(hits_of(rules->files[0]->entries[0].key), hits))
        printf("    line: %s\n    html: %s\n", line, html);
}

/* -- phrases --------------------------------------------------------------- */

static void
test_a_phrase_hits_a_line_that_it_is_or_that_begins_with_it(void)
{
    check_text("drop: \"اقرأ أيضا\"",
               "إقرأ أيضًا\n\nاقرأ ايضا: خبر آخر\n\nلمن اقرأ أيضا هذا\n\n"
               "اقرأ\n\n• اقرأ أيضاً ..", "0 1 4");
}

static void
test_a_phrase_begins_lines_of_up_to_twelve_words(void)
{
    check_text("drop: \"واحد\"",
               "واحد 2 3 4 5 6 7 8 9 10 11 12\n\n"
               "واحد 2 3 4 5 6 7 8 9 10 11 12 13", "0");
}

static void
test_a_long_phrase_hits_the_line_that_it_is(void)
{
    check_text("drop: \"1 2 3 4 5 6 7 8 9 10 11 12 13 14\"",
               "1 2 3 4 5 6 7 8 9 10 11 12 13 14.\n\n"
               "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "0");
}

static void
test_phrases_are_whole_words(void)
{
    check_text("drop: \"واس\"", "واسع الانتشار\n\nواس\n\nواس - الرياض\n\n"
               "(واس)\n\nواسي", "1 2 3");
    check_text("drop: *\"واس\"", "في واسع\n\nعن (واس) اليوم\n\nالواس\n\n"
               "الرياض 1 يناير / واس /", "1 3");
}

static void
test_a_phrase_found_anywhere_has_no_longest_line(void)
{
    check_text("drop: *\"انتهى\"",
               "1 2 3 4 5 6 7 8 9 10 11 12 13 14 انتهى 16 17\n\nلم ينته",
               "0");
}

static void
test_a_phrase_that_overlaps_itself_is_found(void)
{
    check_text("drop: *\"نا نا\"", "انا نا نا\n\nانا نا\n\nنا نا", "0 2");
}

static void
test_a_literal_phrase_is_compared_as_it_stands(void)
{
    check_text("drop: =\"أخبار\"", "أخبار اليوم\n\nاخبار اليوم\n\nأَخبار",
               "0");
    check_text("drop: =\"(رويترز)\"", "(رويترز) - قال\n\nرويترز\n\n"
               "(رويترز)\n\nقال (رويترز)", "0 2");
    check_text("drop: =\"» ا\"", "» السابق\n\n» ا: ب\n\nقال » ا", "1");
}

static void
test_a_literal_phrase_does_not_break_off_inside_a_word(void)
{
    check_text("drop: =\"واس\"", "واسع\n\nواس: الرياض\n\nواس\n\nواسٍ\n\n"
               "واس5\n\nواس\xE2\x80\x8F قالت", "1 2 5");
}

static void
test_a_literal_phrase_begins_lines_of_up_to_twelve_words(void)
{
    check_text("drop: =\"قال:\"", "قال: 2 3 4 5 6 7 8 9 10 11 12\n\n"
               "قال: 2 3 4 5 6 7 8 9 10 11 12 13", "0");
}

static void
test_equal_phrases_of_many_entries_all_hit(void)
{
    check_text("drop: \"أخبار\" | \"اخبار\" | \"أخبار اليوم\"",
               "أخبار اليوم\n\nأخبار", "0 1; 0 1; 0");
}

static void
test_a_block_is_hit_once(void)
{
    check_text("drop: *\"قال\"", "قال قال قال\n\nقال", "0 1");
}

/* -- patterns -------------------------------------------------------------- */

static void
test_patterns_run_where_their_literal_stands(void)
{
    check_text("drop: /^يوم \\d+/", "يوم 5\n\nيوم الأحد\n\nفي يوم 5\n\n5",
               "0");
}

static void
test_patterns_without_a_literal_run_everywhere(void)
{
    check_text("drop: /^\\d+$/ | /^[^ ]+$/", "5\n\nكلمة\n\nكلمة 5\n\n12",
               "0 3; 0 1 3");
}

static void
test_patterns_run_on_the_line_or_folded(void)
{
    check_text("drop: /^أخبار/ | /^اخبار/ | /^اخبار/f | /^خبار/f",
               "أخبار\n\nإخبار\n\nاخبار", "0; 2; 0 1 2; ");
}

static void
test_a_pattern_is_run_once_a_block(void)
{
    static char dump[4 * 2048];
    struct rule_chain chain;
    size_t n = 0;

    for (int i = 0; i < 500; i++) {
        memcpy(dump + n, "abc ", 4);
        n += 4;
    }
    rules_of("site: a.ly\ndrop: /abc x/");
    ruled_text(dump, "");
    chain = (struct rule_chain){ { rules->files[0] }, 1 };
    rule_page_begin(&rulings.page, &chain);
    CHECK(ruled_fuel.used < 4 * n);
    CHECK_STR(hits_of(RULE_KEY_drop), "");
}

static void
test_without_fuel_nothing_is_hit(void)
{
    rules_of("site: a.ly\ndrop: \"قال\"");
    ruled_text("قال", "");
    ruled_fuel.budget = 5;
    CHECK_STR(hits_of(RULE_KEY_drop), "");
    CHECK(fuel_is_out(&ruled_fuel));
}

static void
test_files_that_are_not_chosen_hit_nothing(void)
{
    struct rule_chain chain;

    rules_begin();
    rules_add("a.rule", "site: a.ly\ndrop: \"قال\"", true);
    rules_add("b.rule", "site: b.ly\ndrop: \"قال\" | /^قال/ | /\\d/", true);
    rules_freeze();
    ruled_text("قال 5", "");
    chain = (struct rule_chain){ { rules->files[0] }, 1 };
    rule_page_begin(&rulings.page, &chain);
    CHECK_STR(hits_of(RULE_KEY_drop), "0");
    CHECK_INT(rulings.page.n_everywhere, 0);
}

/* -- selectors ------------------------------------------------------------- */

static const char page_html[] =
    "<div class=top>فوق<p>أول</p><p>ثان <b class=mark>غامق</b> بعد</p></div>"
    "<ul><li><a href=x>رابط</a></li><li>بند</li></ul><p>آخر";

static void
test_selectors_hit_the_blocks_below_their_elements(void)
{
    check_html("keep: .top", page_html, "0 1 2");
    check_html("keep: p", page_html, "1 2 5");
    check_html("keep: ul, p:last-child", page_html, "2 3 4 5");
    check_html("keep: .none", page_html, "");
    check_html("keep: div, p", page_html, "0 1 2 5");
}

static void
test_an_inline_element_hits_the_block_it_stands_in(void)
{
    check_html("keep: .mark", page_html, "2");
    check_html("after: a", page_html, "3");
    check_html("if: b", page_html, "2");
}

static void
test_what_deletes_does_not_hit_the_block_around_an_inline_element(void)
{
    check_html("drop: .mark", page_html, "");
    check_html("cut: .mark", page_html, "");
    CHECK_INT(rule_page_hits(&rulings.page, 0,
                             &rules->files[0]->entries[0])->elements.n, 1);
}

static void
test_an_empty_element_hits_nothing(void)
{
    check_html("keep: .x", "<p>أول<div class=x></div><p>آخر", "");
    check_html("keep: img", "<p>أول<img src=x><p>آخر", "");
}

static void
test_selectors_hit_nothing_on_a_dump(void)
{
    check_text("keep: p", "أول\n\nآخر", "");
}

static void
test_an_entry_is_looked_up_once(void)
{
    struct rule_hits *hits;

    check_html("keep: p", page_html, "1 2 5");
    hits = rule_page_hits(&rulings.page, 0, &rules->files[0]->entries[0]);
    CHECK_INT(hits->n, 3);
    CHECK(hits == rule_page_hits(&rulings.page, 0,
                                 &rules->files[0]->entries[0]));
    CHECK_INT(hits->n, 3);
}

static void
test_the_block_of_a_byte(void)
{
    static const char html[] = "<p>ab</p> <p>cd</p>";

    check_html("keep: p", html, "0 1");
    CHECK_INT(rule_page_block_at(&rulings.page, 3), 0);
    CHECK_INT(rule_page_block_at(&rulings.page, 4), 0);
    CHECK_INT(rule_page_block_at(&rulings.page, 5), NO_BLOCK);
    CHECK_INT(rule_page_block_at(&rulings.page, 13), 1);
    CHECK_INT(rule_page_block_at(&rulings.page, 0), NO_BLOCK);
    CHECK_INT(rule_page_block_at(&rulings.page, 18), NO_BLOCK);
}

/* -- places ---------------------------------------------------------------- */

static const char place_dump[] =
    "قائمة\n\nالعنوان هنا\n\n21 نوفمبر 2026\n\nكتب فلان\n\nالعنوان هنا\n\n"
    "نص";

static void
check_place(const char *place, const char *hits)
{
    char file[64];

    snprintf(file, sizeof file, "site: a.ly\ndrop: %s", place);
    rules_of(file);
    ruled_text(place_dump, "");
    rulings.page.title = STR("العنوان هنا");
    rulings.page.byline = 3;
    if (!CHECK_STR(hits_of(RULE_KEY_drop), hits))
        printf("    place: %s\n", place);
}

static void
test_places_are_blocks_of_the_page(void)
{
    check_place("@start", "0");
    check_place("@end", "5");
    check_place("@date", "2");
    check_place("@byline", "3");
    check_place("@title", "1 4");
}

static void
test_places_have_offsets_inside_the_page(void)
{
    check_place("@start+1", "1");
    check_place("@start-1", "");
    check_place("@end-5", "0");
    check_place("@end-6", "");
    check_place("@end+1", "");
    check_place("@title+1", "2 5");
    check_place("@title-2", "2");
    check_place("@date+3", "5");
    check_place("@date+4", "");
}

static void
test_the_title_is_the_headline_where_no_block_says_it(void)
{
    rules_of("site: a.ly\ndrop: @title+1");
    ruled_text(place_dump, "");
    rulings.page.headline = 2;
    CHECK_STR(hits_of(RULE_KEY_drop), "3");
    rulings.page.title = STR("شيء آخر");
    CHECK_STR(hits_of(RULE_KEY_drop), "3");
    rulings.page.title = STR("قايمه");
    CHECK_STR(hits_of(RULE_KEY_drop), "1");
}

static void
test_places_that_the_page_has_not(void)
{
    rules_of("site: a.ly\ndrop: @title | @date | @byline | @start | @end");
    ruled_text("نص\n\nنص", "");
    CHECK_STR(hits_of(RULE_KEY_drop), "; ; ; 0; 1");
    ruled_text("", "");
    CHECK_STR(hits_of(RULE_KEY_drop), "; ; ; ; ");
}

/* -- marks ----------------------------------------------------------------- */

static void
test_marks_are_counted_by_file_each_once(void)
{
    const uint8_t *marks;

    rules_begin();
    rules_add("a.rule", "mark: \"ا\" | \"ب\" | .x", true);
    rules_add("b.rule", "mark: \"ت\"\nmark: .y | p", true);
    rules_add("c.rule", "site: c.ly\ndrop: \"ا\"", true);
    rules_freeze();
    ruled_html("<p class=x>ا ا</p><p>ب</p><p class=x>ا</p>", "");
    marks = rule_page_marks(&rulings.page);
    CHECK_INT(marks[0], 3);
    CHECK_INT(marks[1], 1);
    CHECK_INT(marks[2], 0);
    ruled_text("ت ب\n\nت", "");
    marks = rule_page_marks(&rulings.page);
    CHECK_INT(marks[0], 1);
    CHECK_INT(marks[1], 1);
}

static void
test_marks_are_counted_to_255(void)
{
    static char text[8192] = "mark: ";
    size_t n = 6;

    for (int i = 0; i < 300; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s\"%c %c\"",
                              i > 0 ? " | " : "", 'a' + i % 20,
                              'a' + i / 20);
    rules_begin();
    rules_add("a.rule", text, true);
    rules_freeze();
    ruled_text("a a a b a c a d a e a f a g a h a i a j a k a l a m a n a o",
               "");
    CHECK(rule_page_marks(&rulings.page)[0] >= 15);
    n = 0;
    for (int i = 0; i < 300; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%c %c\n\n",
                              'a' + i % 20, 'a' + i / 20);
    ruled_text(text, "");
    CHECK_INT(rule_page_marks(&rulings.page)[0], 255);
}

int
main(void)
{
    test_a_phrase_hits_a_line_that_it_is_or_that_begins_with_it();
    test_a_phrase_begins_lines_of_up_to_twelve_words();
    test_a_long_phrase_hits_the_line_that_it_is();
    test_phrases_are_whole_words();
    test_a_phrase_found_anywhere_has_no_longest_line();
    test_a_phrase_that_overlaps_itself_is_found();
    test_a_literal_phrase_is_compared_as_it_stands();
    test_a_literal_phrase_does_not_break_off_inside_a_word();
    test_a_literal_phrase_begins_lines_of_up_to_twelve_words();
    test_equal_phrases_of_many_entries_all_hit();
    test_a_block_is_hit_once();
    test_patterns_run_where_their_literal_stands();
    test_patterns_without_a_literal_run_everywhere();
    test_patterns_run_on_the_line_or_folded();
    test_a_pattern_is_run_once_a_block();
    test_without_fuel_nothing_is_hit();
    test_files_that_are_not_chosen_hit_nothing();
    test_selectors_hit_the_blocks_below_their_elements();
    test_an_inline_element_hits_the_block_it_stands_in();
    test_what_deletes_does_not_hit_the_block_around_an_inline_element();
    test_an_empty_element_hits_nothing();
    test_selectors_hit_nothing_on_a_dump();
    test_an_entry_is_looked_up_once();
    test_the_block_of_a_byte();
    test_places_are_blocks_of_the_page();
    test_places_have_offsets_inside_the_page();
    test_the_title_is_the_headline_where_no_block_says_it();
    test_places_that_the_page_has_not();
    test_marks_are_counted_by_file_each_once();
    test_marks_are_counted_to_255();
    rules_done();
    return check_summary();
}
