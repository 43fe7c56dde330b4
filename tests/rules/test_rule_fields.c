/* test_rule_fields.c - title, date, byline and agency as rules tell them, and
 * that their lines are no text. */
#include "rules/rule_walk.h"

#include "check.h"
#include "ruled_page.h"

static void
begin_attempt(const char *lines)
{
    char file[2048];

    snprintf(file, sizeof file, "site: a.ly\n%s", lines);
    rules_of(file);
}

/* The first attempt's value of a field, and its words for the blocks. */
static void
check_field(enum rule_key key, const char *value, const char *words)
{
    if (!CHECK(rulings_begin(&rulings)))
        return;
    rulings_next(&rulings);
    CHECK_STR(rulings_field(&rulings, key)->value, value);
    CHECK_STR(ruled_words(), words);
}

static void
check_html(const char *lines, const char *html, const char *value,
           const char *words)
{
    begin_attempt(lines);
    ruled_html(html, "http://a.ly/");
    check_field(RULE_KEY_title, value, words);
}

static void
check_text(const char *lines, const char *dump, const char *value,
           const char *words)
{
    begin_attempt(lines);
    ruled_text(dump, "http://a.ly/");
    check_field(RULE_KEY_title, value, words);
}

/* -- elements and attributes ----------------------------------------------- */

static void
test_an_elements_text_is_the_value_and_no_text(void)
{
    check_html("title: .t",
               "<p>أ<h1 class=t>عنوان <b>الخبر</b>\n هنا</h1><p>ب",
               "عنوان الخبر هنا", ".-.");
}

static void
test_an_inline_element_is_cut_out_of_its_line(void)
{
    check_html("title: .t", "<p>قال <b class=t>عنوان</b> ثم", "عنوان", ".");
    CHECK_INT(ruled.blocks.items[0].ruling->n_cuts, 1);
}

static void
test_an_attribute_is_the_value_and_takes_nothing_away(void)
{
    check_html("title: meta[property=\"og:title\"]@content",
               "<meta property=og:title content='أ &amp;  ب'><p>أ &amp; ب",
               "أ & ب", ".");
    check_html("title: p@data-t", "<p data-t=عنوان>نص", "عنوان", ".");
    check_html("title: p@DATA-T", "<p data-t=عنوان>نص", "عنوان", ".");
}

static void
test_the_first_element_that_says_something_counts(void)
{
    check_html("title: .t", "<p class=t></p><p class=t>أ</p><p class=t>ب",
               "أ", "-.");
    check_html("title: p@id", "<p>أ</p><p id=''>ب</p><p id=x>ج</p>", "x",
               "...");
    check_html("title: p -> /\\d+/", "<p>أ</p><p>ب 5</p><p>ج 6", "5", ".-.");
}

static void
test_of_alternatives_and_lines_the_first_that_yields_counts(void)
{
    check_html("title: .none | p@id | h1\ntitle: h2",
               "<p>أ<h1>ب</h1><h2>ج</h2>", "ب", ".-.");
    check_html("title: .none\ntitle: h2", "<p>أ<h1>ب</h1><h2>ج</h2>", "ج",
               "..-");
    check_html("title: .none", "<p>أ", "", ".");
}

/* -- phrases, patterns, places --------------------------------------------- */

static void
test_a_patterns_group_is_the_value(void)
{
    check_text("title: /^خبر: (.+) -$/", "أ\n\nخبر:  عنوان هنا  -\n\nب",
               "عنوان هنا", ".-.");
    check_text("title: /^خبر: .+/", "أ\n\nخبر: عنوان", "خبر: عنوان", ".-");
    check_text("title: /^(?:خبر|نبأ): (.+)/", "نبأ: عنوان", "عنوان", "-");
}

static void
test_a_folded_pattern_gives_folded_text(void)
{
    check_text("title: /^خبر (.+)/f", "خبر: إعلان", "اعلان", "-");
}

static void
test_a_phrase_gives_its_line(void)
{
    check_text("title: \"خبر\"", "أ\n\nخبر: عنوان", "خبر: عنوان", ".-");
    check_text("title: \"خبر\" -> /: (.*)/", "أ\n\nخبر: عنوان", "عنوان",
               ".-");
}

static void
test_a_place_gives_its_line(void)
{
    check_text("title: @start+1", "أ\n\nعنوان\n\nب", "عنوان", ".-.");
    check_text("title: @end+1 | @end-1", "أ\n\nعنوان\n\nب", "عنوان", ".-.");
}

static void
test_a_step_that_does_not_match_goes_on_to_the_next(void)
{
    check_text("title: \"خبر\" -> /\\d+/ | @start",
               "أ\n\nخبر: عنوان\n\nخبر", "أ", "-..");
    check_text("title: \"خبر\" -> /\\d+/", "خبر\n\nخبر 5", "5", ".-");
    check_text("title: \"خبر\" -> /^خبر:(\\s*)/", "خبر:  ثم\n\nنص", "", "..");
}

/* -- what fields do to one another ----------------------------------------- */

static void
test_all_fields_are_told_and_their_lines_are_out(void)
{
    begin_attempt("title: h1\ndate: /\\d{4}/\nbyline: /كتب: (.*)/\n"
                  "agency: /\\((رويترز)\\)/");
    ruled_html("<h1>عنوان</h1><p>في 2026</p><p>كتب: فلان</p><p>نص</p>"
               "<p>(رويترز)", "http://a.ly/");
    check_field(RULE_KEY_title, "عنوان", "---.-");
    CHECK_STR(rulings_field(&rulings, RULE_KEY_date)->value, "2026");
    CHECK_STR(rulings_field(&rulings, RULE_KEY_byline)->value, "فلان");
    CHECK_STR(rulings_field(&rulings, RULE_KEY_agency)->value, "رويترز");
    CHECK_STR(rulings_field(&rulings, RULE_KEY_byline)->entry->source,
              "/كتب: (.*)/");
}

static void
test_keep_holds_a_fields_line(void)
{
    check_text("title: @start\nkeep: @start", "عنوان\n\nب", "عنوان", "+.");
}

static void
test_a_title_of_the_rules_is_what_the_place_means(void)
{
    begin_attempt("title: h2\ndrop: @title+1");
    ruled_html("<h1>أ</h1><p>ب</p><h2>ج</h2><p>د</p><p>ه", "http://a.ly/");
    rulings.page.headline = 0;
    rulings.page.title = ruled.blocks.items[0].m.folded;
    check_field(RULE_KEY_title, "ج", "..--.");
}

static void
test_the_title_of_a_layout_that_missed_is_forgotten(void)
{
    begin_attempt("[layout a]\ntitle: h2\nbody: .none\n"
                  "[layout b]\ndrop: @title+1");
    ruled_html("<h1>أ</h1><p>ب</p><h2>ج</h2><p>د</p>", "http://a.ly/");
    rulings.page.headline = 0;
    rulings.page.title = ruled.blocks.items[0].m.folded;
    check_field(RULE_KEY_title, "", ".-..");
}

static void
test_fields_of_a_file_given_up_are_not_told(void)
{
    begin_attempt("title: h1\nbody: .none");
    ruled_html("<h1>أ</h1><p>ب", "http://a.ly/");
    check_field(RULE_KEY_title, "", "..");
}

static void
test_selectors_tell_nothing_of_a_dump(void)
{
    check_text("title: h1 | @start", "أ\n\nب", "أ", "-.");
}

static void
test_the_country_is_the_first_files_that_has_one(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nuse: theme/t", true);
    rules_add("t.rule", "theme: t\ncountry: LY", true);
    rules_freeze();
    ruled_text("أ", "http://a.ly/");
    CHECK(rulings_begin(&rulings));
    CHECK_STR(rulings_country(&rulings), "LY");
}

int
main(void)
{
    test_an_elements_text_is_the_value_and_no_text();
    test_an_inline_element_is_cut_out_of_its_line();
    test_an_attribute_is_the_value_and_takes_nothing_away();
    test_the_first_element_that_says_something_counts();
    test_of_alternatives_and_lines_the_first_that_yields_counts();
    test_a_patterns_group_is_the_value();
    test_a_folded_pattern_gives_folded_text();
    test_a_phrase_gives_its_line();
    test_a_place_gives_its_line();
    test_a_step_that_does_not_match_goes_on_to_the_next();
    test_all_fields_are_told_and_their_lines_are_out();
    test_keep_holds_a_fields_line();
    test_a_title_of_the_rules_is_what_the_place_means();
    test_the_title_of_a_layout_that_missed_is_forgotten();
    test_fields_of_a_file_given_up_are_not_told();
    test_selectors_tell_nothing_of_a_dump();
    test_the_country_is_the_first_files_that_has_one();
    rules_done();
    return check_summary();
}
