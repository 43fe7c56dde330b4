/* test_rulings_make.c - the steps of one attempt, guards, and what is inherited
 * from themes. */
#include "rules/rule_walk.h"

#include "ruled_attempt.h"

/* -- steps of one attempt -------------------------------------------------- */

static void
test_a_body_leaves_the_text_to_its_blocks(void)
{
    check_html("body: .b", HTML_6, "-...-.");
    CHECK(rulings.has_body);
    CHECK_INT(ruled.blocks.items[1].ruling->points, RULE_BODY_POINTS);
    CHECK_INT(ruled.blocks.items[0].ruling->points, 0);
}

static void
test_of_alternatives_of_a_body_the_first_that_matches_counts(void)
{
    check_html("body: .none | .d | .b", HTML_6, "---.--");
    check_html("body: .none\nbody: .b", HTML_6, "-...-.");
}

static void
test_a_body_says_nothing_on_a_dump(void)
{
    check_text("body: .b", "أ\n\nب", "..");
    CHECK(!rulings.has_body);
}

static void
test_after_leaves_its_block_out_and_from_does_not(void)
{
    check_text("after: \"ب\"", "أ\n\nب\n\nج\n\nب\n\nد", "--...");
    check_text("from: \"ب\"", "أ\n\nب\n\nج\n\nب\n\nد", "-....");
    check_text("after: \"ب\" last", "أ\n\nب\n\nج\n\nب\n\nد", "----.");
    check_text("from: \"ب\" last", "أ\n\nب\n\nج\n\nب\n\nد", "---..");
    check_text("from: \"ب\" first", "أ\n\nب\n\nج\n\nب\n\nد", "-....");
}

static void
test_of_several_starts_the_first_on_the_page_counts(void)
{
    check_text("after: \"ج\" | \"ب\"\nafter: \"د\"", "أ\n\nب\n\nج\n\nد\n\nه",
               "--...");
    check_text("after: \"لا\"", "أ\n\nب", "..");
    check_text("after: \"ب\"", "أ\n\nب", "--");
}

static void
test_a_drop_takes_the_lines_below_with_it(void)
{
    check_text("drop: \"ب\"", "أ\n\nب\n\nج\n\nب", ".-.-");
    check_text("drop+1: \"ب\"", "أ\n\nب\n\nج\n\nد\n\nب", ".--.-");
    check_text("drop+2: \"ب\"", "أ\n\nب\n\nج\n\nد\n\nه", ".---.");
    check_text("drop+999: \"ب\"", "أ\n\nب\n\nج", ".--");
    check_html("drop: .d", HTML_6, "...-..");
    check_html("drop+1: .d", HTML_6, "...--.");
}

static void
test_a_cut_of_an_element_rules_out_its_blocks(void)
{
    check_html("cut: .b", HTML_6, ".---.-");
}

static void
test_keep_holds_against_all_that_rules_out(void)
{
    check_html("body: .d\ndrop: \"2\"\nafter: \"0\"\nkeep: \"2\" | \"0\"",
               HTML_6, "+-+.--");
}

static void
test_hints_add_up(void)
{
    check_text("hint-40: \"ب\"\nhint+5: *\"ب\" | \"لا\"", "أ\n\nب", "..");
    CHECK_INT(ruled.blocks.items[0].ruling->points, 0);
    CHECK_INT(ruled.blocks.items[1].ruling->points, -35);
    check_html("body: .b\nhint-20: .d", HTML_6, "-...-.");
    CHECK_INT(ruled.blocks.items[3].ruling->points, RULE_BODY_POINTS - 20);
}

static void
test_score_off_makes_text_of_what_is_left(void)
{
    check_html("body: .b\ndrop: .d\nscore: off", HTML_6, "-++--+");
    check_text("drop: \"ب\"\ntitle: @start\nscore: off", "أ\n\nب\n\nج",
               "--+");
}

static void
test_a_ruling_names_its_entry(void)
{
    const struct ruling *r;

    check_text("drop: \"لا\"\ndrop: \"ب\"\nkeep: @end", "أ\n\nب\n\nج", ".-+");
    r = ruled.blocks.items[1].ruling;
    CHECK_STR(str_of(r->file->name), "x.rule");
    CHECK_INT(r->entry->line, 4);
    CHECK_INT(ruled.blocks.items[2].ruling->entry->line, 5);
    CHECK(!ruled.blocks.items[0].ruling->file);
}

static void
test_text_sections_hold_on_dumps_only(void)
{
    check_text("[text]\ndrop: \"ب\"", "أ\n\nب", ".-");
    check_html("[text]\ndrop: \"ب\"", "<p>أ<p>ب", "..");
}

static void
test_cases_rule_nothing(void)
{
    check_text("[case a.html]\ntitle: \"أ\"\nhas: \"ب\"", "أ\n\nب", "..");
}

/* -- what is inherited ----------------------------------------------------- */

static void
test_drops_add_up_and_of_bodies_the_first_counts(void)
{
    check_chain_html("drop: \"2\"\nbody: .b", "drop: .d\nbody: p", HTML_6,
                     "-.---.");
}

static void
test_a_body_that_the_site_has_not_is_the_themes(void)
{
    check_chain_html("body: .none", "body: .b", HTML_6, "-...-.");
    CHECK_INT(rulings.n_misses, 0);
}

static void
test_undrop_cancels_what_is_inherited(void)
{
    const char *dump = "أ\n\nاقرأ أيضا: خبر\n\nج 5";

    check_chain_text("", "drop: \"إقرأ أيضًا\" | /\\d+/", dump, ".--");
    check_chain_text("undrop: \"اقرأ أيضا\"",
                     "drop: \"إقرأ أيضًا\" | /\\d+/", dump, "..-");
    check_chain_text("undrop: /\\d+/", "drop: \"إقرأ أيضًا\" | /\\d+/", dump,
                     ".-.");
    check_chain_text("undrop: /\\d/", "drop: /\\d+/", dump, "..-");
    check_chain_text("undrop: \"اقرأ\"", "drop: \"اقرأ أيضا\"", dump, ".-.");
    check_chain_html("undrop: .d", "drop: .d", HTML_6, "......");
    check_chain_html("undrop: .b .d", "drop: .d", HTML_6, "...-..");
}

static void
test_undrop_cancels_neither_its_own_files_drops_nor_other_keys(void)
{
    check_chain_text("undrop: \"ب\"\ndrop: \"ب\"", "", "أ\n\nب", ".-");
    check_chain_text("undrop: \"ب\"", "keep: \"ب\"", "أ\n\nب", ".+");
    check_chain_text("undrop: \"ب\"", "after: \"أ\"", "أ\n\nب", "-.");
}

static void
test_an_undrop_holds_where_its_section_does(void)
{
    check_chain_text("[text]\nundrop: \"ب\"", "drop: \"ب\"", "أ\n\nب", "..");
    check_chain_html("[text]\nundrop: \"ب\"", "drop: \"ب\"", "<p>أ<p>ب",
                     ".-");
    check_chain_html("[layout x]\nif: i\nundrop: \"ب\"\n[layout y]",
                     "drop: \"ب\"", "<p>أ<p>ب", ".-");
    check_chain_html("[layout x]\nif: i\nundrop: \"ب\"\n[layout y]",
                     "drop: \"ب\"", "<p><i>أ</i><p>ب", "..");
}

/* -- guards and layouts ---------------------------------------------------- */

static void
test_the_first_layout_whose_guards_hold_is_used(void)
{
    static const char layouts[] =
        "[layout new]\nif: .n\ndrop: \"1\"\n"
        "[layout old]\nif: .o | .oo\nunless: .video | \"مباشر\"\n"
        "drop: \"2\"\n[layout rest]\nunless: .n\ndrop: \"3\"";

    check_html(layouts, "<p class=n>1<p>2<p>3", "-..");
    check_html(layouts, "<p class=oo>1<p>2<p>3", ".-.");
    check_html(layouts, "<p class='o video'>1<p>2<p>3", "..-");
    check_html(layouts, "<p class=o>1<p>2<p>3<p>مباشر", "..-.");
    check_html(layouts, "<p class='n o'>1<p>2<p>3", "-..");
}

static void
test_every_line_of_if_must_hold(void)
{
    static const char layouts[] =
        "[layout a]\nif: .x\nif: .y\ndrop: \"1\"\n[layout b]\ndrop: \"2\"";

    check_html(layouts, "<p class=x>1<p class=y>2", "-.");
    check_html(layouts, "<p class=x>1<p>2", ".-");
    check_html(layouts, "<p>1<p class=y>2", ".-");
}

static void
test_guards_may_be_elements_without_text(void)
{
    check_html("if: img.hero\ndrop: \"1\"", "<p>1<p>2<img class=hero>", "-.");
    check_html("if: meta[name=x]\ndrop: \"1\"", "<meta name=x><p>1<p>2",
               "-.");
}

static void
test_phrases_and_patterns_guard_dumps_and_selectors_do_not(void)
{
    static const char layouts[] =
        "[layout a]\nif: .x\nif: \"عاجل\" | .y\ndrop: \"1\"\n"
        "[layout b]\nif: .x\nunless: /مباشر/ | .z\ndrop: \"2\"";

    check_text(layouts, "1\n\n2\n\nعاجل", "-..");
    check_text(layouts, "1\n\n2", ".-");
    check_text(layouts, "1\n\n2\n\nمباشر", "...");
}

static void
test_a_guard_above_all_sections_bars_the_file(void)
{
    begin_file("if: .x\nunless: .y\nbody: p\ncut: p\n[layout a]");
    ruled_html("<p class='x y'>1", "http://a.ly/");
    CHECK(rulings_begin(&rulings));
    CHECK(!rulings_next(&rulings));
    CHECK_STR(ruled_misses(), "x.rule guard\n");
    CHECK_STR(ruled_words(), ".");
}

static void
test_a_barred_theme_is_not_inherited_but_for_harmless_drops(void)
{
    static const char theme[] =
        "if: .x\nbody: .b\ndrop: .d\ndrop: \"5\"\nkeep: \"4\"";

    check_chain_html("", theme, HTML_6, ".....-");
    CHECK_INT(rulings.n_misses, 0);
    check_chain_html("", theme,
                     "<p>0<div class='b x'>1<p>2<div class=d>3</div></div>"
                     "<p>4<p class=b>5", "-..-+-");
}

int
main(void)
{
    test_a_body_leaves_the_text_to_its_blocks();
    test_of_alternatives_of_a_body_the_first_that_matches_counts();
    test_a_body_says_nothing_on_a_dump();
    test_after_leaves_its_block_out_and_from_does_not();
    test_of_several_starts_the_first_on_the_page_counts();
    test_a_drop_takes_the_lines_below_with_it();
    test_a_cut_of_an_element_rules_out_its_blocks();
    test_keep_holds_against_all_that_rules_out();
    test_hints_add_up();
    test_score_off_makes_text_of_what_is_left();
    test_a_ruling_names_its_entry();
    test_text_sections_hold_on_dumps_only();
    test_cases_rule_nothing();
    test_drops_add_up_and_of_bodies_the_first_counts();
    test_a_body_that_the_site_has_not_is_the_themes();
    test_undrop_cancels_what_is_inherited();
    test_undrop_cancels_neither_its_own_files_drops_nor_other_keys();
    test_an_undrop_holds_where_its_section_does();
    test_the_first_layout_whose_guards_hold_is_used();
    test_every_line_of_if_must_hold();
    test_guards_may_be_elements_without_text();
    test_phrases_and_patterns_guard_dumps_and_selectors_do_not();
    test_a_guard_above_all_sections_bars_the_file();
    test_a_barred_theme_is_not_inherited_but_for_harmless_drops();
    rules_done();
    return check_summary();
}
