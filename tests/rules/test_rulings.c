/* test_rulings.c - attempts in order, misses, and where the text ends. */
#include "rules/rulings.h"

#include "ruled_attempt.h"

/* 150 letters: two of them are enough for an until:, one is not. */
#define LETTERS_50 "ابتثجحخدذر زسشصضطظعغف قكلمنهويال ابتثجحخدذر زسشصضطظعغف"
#define LETTERS_150 LETTERS_50 " " LETTERS_50 " " LETTERS_50

/* -- attempts and misses --------------------------------------------------- */

/* All attempts until none is left, each declined but for what it expects. */
static void
check_attempts(const char *attempts, const char *misses)
{
    static const struct rule_result poor = { .n_letters = 10 };
    char out[512] = "";
    size_t n = 0;

    CHECK(rulings_begin(&rulings));
    while (rulings_next(&rulings)) {
        struct str words = ruled_words();

        n += (size_t)snprintf(out + n, sizeof out - n, "%s %.*s\n",
                              rulings_file(&rulings)->name, (int)words.len,
                              words.ptr);
        CHECK(!rulings_accept(&rulings, &poor, 500));
    }
    CHECK(!rulings_file(&rulings));
    n += (size_t)snprintf(out + n, sizeof out - n, "- %.*s\n",
                          (int)ruled_words().len, ruled_words().ptr);
    CHECK_STR(((struct str){ out, n }), attempts);
    CHECK_STR(ruled_misses(), misses);
}

static void
test_layouts_then_the_theme_then_none(void)
{
    begin_chain("drop: \"0\"\n[layout a]\nbody: .b\n"
                "[layout b]\nif: .none\n[layout c]\nbody: .d",
                "drop: .d\ndrop: \"2\"\nbody: p");
    ruled_html(HTML_6, "http://a.ly/");
    check_attempts("a.rule -.---.\na.rule ------\nt.rule ----..\n- -.-...\n",
                   "a.rule too little text\na.rule too little text\n"
                   "t.rule too little text\n");
}

static void
test_a_body_without_a_match_is_a_miss(void)
{
    begin_file("[layout a]\nbody: .none\n[layout b]\nbody: .d");
    ruled_html(HTML_6, "http://a.ly/");
    check_attempts("x.rule ---.--\n- ......\n",
                   "x.rule body:0\nx.rule too little text\n");
    begin_file("body: .none | .other");
    ruled_html(HTML_6, "http://a.ly/");
    check_attempts("- ......\n", "x.rule body:0\n");
}

static void
test_a_body_that_holds_no_text_is_a_miss(void)
{
    begin_file("body: .e");
    ruled_html("<p>0<div class=e></div>", "http://a.ly/");
    check_attempts("- .\n", "x.rule body:0\n");
}

static void
test_no_layout_is_a_miss_on_html_only(void)
{
    begin_file("[layout a]\nif: .none\ndrop: \"0\"\n[text]\ndrop: \"1\"");
    ruled_html(HTML_6, "http://a.ly/");
    check_attempts("- ......\n", "x.rule no layout\n");
    begin_file("[layout a]\nif: \"لا\"\ndrop: \"0\"\n[text]\ndrop: \"1\"");
    ruled_text("0\n\n1", "http://a.ly/");
    check_attempts("x.rule .-\n- .-\n", "x.rule too little text\n");
}

static void
test_an_expectation_that_is_broken_is_a_miss(void)
{
    begin_file("expect: blocks>=0 title\nexpect: date");
    ruled_text("0", "http://a.ly/");
    check_attempts("x.rule .\n- .\n", "x.rule expect title\n");
}

static void
test_marks_of_several_sites_are_a_miss_of_none(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nmark: \"أ\"", true);
    rules_add("b.rule", "site: b.ly\nmark: \"ب\"", true);
    rules_freeze();
    ruled_text("أ ب", "");
    CHECK(!rulings_begin(&rulings));
    CHECK_STR(ruled_misses(), "- marks of several sites\n");
    CHECK(!ruled.blocks.items[0].ruling);
}

static void
test_phrases_and_patterns_of_drop_and_cut_hold_behind_a_miss(void)
{
    begin_file("body: .none\ndrop: \"0\" | /^2/ | .d | @end\nafter: \"1\"\n"
               "keep: \"3\"\ncut: \"4\" | .b\nhint+20: \"5\"");
    ruled_html(HTML_6, "http://a.ly/");
    check_attempts("- -.-...\n", "x.rule body:0\n");
    rulings_cut(&rulings);
    CHECK_INT(ruled.blocks.items[4].ruling->n_cuts, 1);
    CHECK_INT(ruled.blocks.items[3].ruling->n_cuts, 0);
    CHECK_INT(ruled.blocks.items[5].ruling->points, 0);
}

static void
test_misses_are_told_up_to_sixteen(void)
{
    char file[1024];
    size_t n = 0;

    for (int i = 0; i < MAX_MISSES + 3; i++)
        n += (size_t)snprintf(file + n, sizeof file - n,
                              "[layout l%d]\nbody: .none\n", i);
    begin_file(file);
    ruled_html("<p>0", "http://a.ly/");
    CHECK(rulings_begin(&rulings));
    CHECK(!rulings_next(&rulings));
    CHECK_INT(rulings.n_misses, MAX_MISSES);
}

/* -- too little text ------------------------------------------------------- */

static bool
accepts(uint32_t n_letters, uint32_t n_general)
{
    struct rule_result result = { .n_letters = n_letters };

    begin_file("drop: \"0\"");
    ruled_text("0", "http://a.ly/");
    CHECK(rulings_begin(&rulings) && rulings_next(&rulings));
    return rulings_accept(&rulings, &result, n_general);
}

static void
test_little_text_is_a_miss_where_the_judge_finds_thrice_as_much(void)
{
    CHECK(accepts(RULE_MIN_LETTERS, 10000));
    CHECK(!accepts(RULE_MIN_LETTERS - 1, 10000));
    CHECK(!accepts(100, 300));
    CHECK(accepts(100, 299));
    CHECK(!accepts(0, 1));
    CHECK(accepts(0, 0));
    CHECK_INT(rulings.n_misses, 0);
}

/* -- the end of the text --------------------------------------------------- */

/* The words behind the path took every block, or those not out, for text. */
static void
check_end(const char *lines, const char *dump, bool changes,
          const char *words)
{
    bool is_main[64];

    begin_file(lines);
    ruled_text(dump, "http://a.ly/");
    CHECK(rulings_begin(&rulings) && rulings_next(&rulings));
    for (uint32_t i = 0; i < ruled.blocks.n; i++)
        is_main[i] = ruled.blocks.items[i].ruling->word != RULING_OUT;
    CHECK_INT(rulings_end_text(&rulings, is_main), changes);
    if (!CHECK_STR(ruled_words(), words))
        printf("    lines: %s\n", lines);
}

static void
test_until_ends_the_text_below_200_letters_of_it(void)
{
    static const char exactly[] = LETTERS_50 "\n\n" LETTERS_50 "\n\n"
        LETTERS_50 "\n\n" LETTERS_50 "\n\nالتعليقات\n\nأ";

    check_end("until: \"التعليقات\"", exactly, true, "....--");
    CHECK_INT(rulings.n_misses, 0);
    check_end("drop: @start\nuntil: \"التعليقات\"", exactly, false,
              "-.....");
    CHECK_STR(ruled_misses(), "x.rule until too early \"التعليقات\"\n");
}

static void
test_until_with_a_bang_ends_it_in_any_case(void)
{
    check_end("until!: \"التعليقات\"", "أ\n\nالتعليقات\n\nب", true, ".--");
    CHECK_INT(rulings.n_misses, 0);
}

static void
test_an_until_that_stands_too_early_may_hit_again(void)
{
    check_end("until: \"التعليقات\"", "التعليقات\n\n" LETTERS_150 "\n\n"
              "التعليقات\n\n" LETTERS_150 "\n\nالتعليقات\n\nأ", true,
              "....--");
    CHECK_INT(rulings.n_misses, 0);
}

static void
test_of_several_ends_the_first_on_the_page_counts(void)
{
    check_end("until: \"ب\" | \"أ\"\nuntil: \"ج\"", LETTERS_150 "\n\n"
              LETTERS_150 "\n\nأ\n\nب\n\nج", true, "..---");
    CHECK_STR(ruled.blocks.items[4].ruling->entry->source, "\"أ\"");
    check_end("until: \"أ\" last", LETTERS_150 "\n\n" LETTERS_150
              "\n\nأ\n\nب\n\nأ", true, "....-");
    check_end("until: \"أ\" last", LETTERS_150 "\n\nأ\n\nب\n\nأ", false,
              "....");
    check_end("until: \"لا\"", LETTERS_150, false, ".");
    CHECK_INT(rulings.n_misses, 0);
}

static void
test_keep_holds_behind_the_end_and_score_does_not(void)
{
    check_end("until!: \"أ\"\nkeep: \"ج\"", "نص\n\nأ\n\nب\n\nج", true,
              ".--+");
    check_end("until!: \"أ\"\nscore: off", "نص\n\nأ\n\nب", true, "+--");
}

static void
test_an_end_that_is_too_early_is_a_miss_of_its_own_file(void)
{
    bool is_main[2] = { true, true };

    begin_chain("", "until: \"أ\"");
    ruled_text("نص\n\nأ", "http://a.ly/");
    CHECK(rulings_begin(&rulings) && rulings_next(&rulings));
    CHECK(!rulings_end_text(&rulings, is_main));
    CHECK_STR(ruled_misses(), "t.rule until too early \"أ\"\n");
}

/* -- questions ------------------------------------------------------------- */

static void
test_hits_of_an_entry_are_counted(void)
{
    const struct rule_entry *e;

    begin_file("drop: \"1\" | .b | meta\nif: .d");
    ruled_html("<meta name=x><p>1<p>1<div class=b>2<p>3</div><i class=d></i>",
               "http://a.ly/");
    CHECK(rulings_begin(&rulings));
    e = rules->files[0]->entries;
    CHECK_INT(rulings_count(&rulings, 0, &e[0]), 2);
    CHECK_INT(rulings_count(&rulings, 0, &e[1]), 2);
    CHECK_INT(rulings_count(&rulings, 0, &e[2]), 1);
    CHECK_INT(rulings_count(&rulings, 0, &e[3]), 1);
}

static void
test_a_page_that_no_file_speaks_of_has_no_rulings(void)
{
    begin_file("drop: \"1\"");
    ruled_text("1", "http://b.ly/");
    CHECK(!rulings_begin(&rulings));
    CHECK(!ruled.blocks.items[0].ruling);
    CHECK_INT(rulings.n_misses, 0);
}

static void
test_an_empty_page_is_ruled(void)
{
    begin_file("drop: @end\nafter: @start\nuntil!: @end\nscore: off");
    ruled_text("", "http://a.ly/");
    check_first_attempt("");
    CHECK(!rulings_end_text(&rulings, NULL));
    rulings_cut(&rulings);
}

int
main(void)
{
    test_layouts_then_the_theme_then_none();
    test_a_body_without_a_match_is_a_miss();
    test_a_body_that_holds_no_text_is_a_miss();
    test_no_layout_is_a_miss_on_html_only();
    test_an_expectation_that_is_broken_is_a_miss();
    test_marks_of_several_sites_are_a_miss_of_none();
    test_phrases_and_patterns_of_drop_and_cut_hold_behind_a_miss();
    test_misses_are_told_up_to_sixteen();
    test_little_text_is_a_miss_where_the_judge_finds_thrice_as_much();
    test_until_ends_the_text_below_200_letters_of_it();
    test_until_with_a_bang_ends_it_in_any_case();
    test_an_until_that_stands_too_early_may_hit_again();
    test_of_several_ends_the_first_on_the_page_counts();
    test_keep_holds_behind_the_end_and_score_does_not();
    test_an_end_that_is_too_early_is_a_miss_of_its_own_file();
    test_hits_of_an_entry_are_counted();
    test_a_page_that_no_file_speaks_of_has_no_rulings();
    test_an_empty_page_is_ruled();
    rules_done();
    return check_summary();
}
