/* test_rule_choose.c - which files speak of a page: by host, path, marks and
 * theme; and why the others do not. */
#include "rules/rule_choose.h"

#include "check.h"
#include "ruled_page.h"

static struct rule_choice choice;

/* The chosen chain as "a.rule b.rule". */
static bool
check_chain(const char *names)
{
    char out[256] = "";
    size_t n = 0;

    rule_choose(&rulings.page, &choice);
    for (size_t i = 0; i < choice.chain.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s",
                              i > 0 ? " " : "", choice.chain.files[i]->name);
    return CHECK_STR(((struct str){ out, n }), names);
}

/* Every candidate, a line each: "+a.rule why". */
static void
check_candidates(const char *lines)
{
    char out[1024] = "";
    size_t n = 0;

    for (uint32_t i = 0; i < choice.n_candidates; i++) {
        const struct rule_candidate *c = &choice.candidates[i];

        n += (size_t)snprintf(out + n, sizeof out - n, "%c%s %s\n",
                              c->is_chosen ? '+' : '-', c->file->name,
                              c->why);
    }
    CHECK_STR(((struct str){ out, n }), lines);
}

static void
check_url(const char *url, const char *names)
{
    ruled_text("سطر", url);
    if (!check_chain(names))
        printf("    url: %s\n", url);
}

static void
add(const char *name, const char *text)
{
    if (!rules_add(name, text, true))
        CHECK_STR(rules_findings_text(true), "");
}

/* -- hosts and paths ------------------------------------------------------- */

static void
test_a_host_speaks_for_its_subdomains(void)
{
    rules_begin();
    add("a.rule", "site: a.ly");
    rules_freeze();
    check_url("http://a.ly/x", "a.rule");
    check_url("http://news.a.ly/x", "a.rule");
    check_url("http://old.news.a.ly/", "a.rule");
    check_url("http://www.a.ly/", "a.rule");
    check_url("http://m.a.ly/", "a.rule");
    check_url("http://ba.ly/", "");
    check_url("http://a.ly.com/", "");
    check_url("http://b.ly/", "");
    check_url("", "");
}

static void
test_an_exact_host_speaks_for_itself(void)
{
    rules_begin();
    add("a.rule", "site: =a.ly");
    rules_freeze();
    check_url("http://a.ly/x", "a.rule");
    check_url("http://www.a.ly/x", "a.rule");
    check_url("http://news.a.ly/x", "");
    check_candidates("-a.rule only for the host itself\n");
}

static void
test_the_longest_host_wins(void)
{
    rules_begin();
    add("a.rule", "site: a.ly");
    add("n.rule", "site: news.a.ly");
    rules_freeze();
    check_url("http://x.news.a.ly/", "n.rule");
    check_candidates("+n.rule the host is claimed\n"
                     "-a.rule another has a longer host\n");
    check_url("http://tv.a.ly/", "a.rule");
    check_candidates("+a.rule the host is claimed\n");
}

static void
test_the_longest_host_wins_over_a_longer_path(void)
{
    rules_begin();
    add("a.rule", "site: a.ly/very/long");
    add("n.rule", "site: news.a.ly");
    rules_freeze();
    check_url("http://news.a.ly/very/long/x", "n.rule");
}

static void
test_the_longest_path_wins(void)
{
    rules_begin();
    add("a.rule", "site: a.ly");
    add("dz.rule", "site: a.ly/dz");
    add("sport.rule", "site: a.ly/dz/sport");
    rules_freeze();
    check_url("http://a.ly/dz/sport/1", "sport.rule");
    check_url("http://a.ly/dz/1", "dz.rule");
    check_url("http://a.ly/dz", "dz.rule");
    check_url("http://a.ly/dz?x=1", "dz.rule");
    check_url("http://a.ly/dzair", "a.rule");
    check_url("http://a.ly/", "a.rule");
    check_url("http://a.ly/dz/1", "dz.rule");
    check_candidates("-sport.rule for another path of the host\n"
                     "-a.rule another is narrower\n"
                     "+dz.rule the host is claimed\n");
}

/* In whatever order the files come. */
static void
test_a_path_wins_over_an_exact_host_and_that_over_a_host(void)
{
    static const char *const texts[] = {
        "site: a.ly", "site: =a.ly", "site: a.ly/dz"
    };
    static const int orders[][3] = {
        { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 },
        { 2, 1, 0 }
    };
    static const char *const names[] = { "0.rule", "1.rule", "2.rule" };

    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        rules_begin();
        for (size_t k = 0; k < 3; k++)
            add(names[orders[i][k]], texts[orders[i][k]]);
        rules_freeze();
        check_url("http://a.ly/dz/1", "2.rule");
        check_url("http://a.ly/x", "1.rule");
        check_url("http://tv.a.ly/x", "0.rule");
    }
}

static void
test_not_excludes_subdomains_and_paths(void)
{
    rules_begin();
    add("a.rule", "site: a.ly\nnot: tv.a.ly\nnot: a.ly/video\n"
                  "not: =old.a.ly");
    add("b.rule", "site: tv.a.ly/live");
    rules_freeze();
    check_url("http://a.ly/x", "a.rule");
    check_url("http://tv.a.ly/x", "");
    check_candidates("-b.rule for another path of the host\n"
                     "-a.rule a not: line excludes the page\n");
    check_url("http://hd.tv.a.ly/x", "");
    check_url("http://tv.a.ly/live/x", "b.rule");
    check_url("http://a.ly/video/x", "");
    check_url("http://a.ly/videos", "a.rule");
    check_url("http://old.a.ly/", "");
    check_url("http://very.old.a.ly/", "a.rule");
}

static void
test_what_a_file_excludes_falls_to_the_next(void)
{
    rules_begin();
    add("a.rule", "site: a.ly");
    add("n.rule", "site: news.a.ly\nnot: news.a.ly/x");
    rules_freeze();
    check_url("http://news.a.ly/x/1", "a.rule");
}

static void
test_the_host_may_come_as_site(void)
{
    rules_begin();
    add("a.rule", "site: a.ly/dz");
    rules_freeze();
    ruled_text("سطر", "");
    rulings.page.site = STR("www.a.ly/dz");
    check_chain("a.rule");
    ruled_text("سطر", "http://b.ly/");
    rulings.page.site = STR("a.ly/dz");
    check_chain("");
    ruled_text("سطر", "page-17.html");
    rulings.page.url = STR("/tmp/17.txt");
    rulings.page.site = STR("a.ly/dz");
    check_chain("a.rule");
}

static void
test_the_set_of_no_files_chooses_none(void)
{
    rules_begin();
    rules_freeze();
    check_url("http://a.ly/x", "");
    check_candidates("");
    CHECK(!choice.miss);
}

/* -- marks of sites -------------------------------------------------------- */

static void
marked_sites(void)
{
    rules_begin();
    add("a.rule", "site: a.ly\nmark: \"جريدة المساء\" | .massa");
    add("b.rule", "site: b.ly\n[text]\nmark: \"بوابة الوسط\"");
    add("c.rule", "mark: \"الصفحة الأولى\"\nmark: \"front page\"");
    add("d.rule", "site: d.ly");
    rules_freeze();
}

static void
test_a_mark_tells_the_site_of_a_dump(void)
{
    marked_sites();
    ruled_text("قالت جريدة المساء اليوم", "");
    check_chain("a.rule");
    check_candidates("+a.rule the page has its mark\n");
    ruled_text("سطر\nعن بوابةِ الوسط", "");
    check_chain("b.rule");
    ruled_text("Front-Page", "");
    check_chain("c.rule");
    CHECK(!choice.miss);
}

static void
test_marks_are_whole_words(void)
{
    marked_sites();
    ruled_text("قالت جريدة المساءات", "");
    check_chain("");
    ruled_text("وجريدة المساء", "");
    check_chain("");
    check_candidates("");
    CHECK(!choice.miss);
}

static void
test_marks_of_several_sites_tell_none(void)
{
    marked_sites();
    ruled_text("جريدة المساء\nبوابة الوسط", "");
    check_chain("");
    CHECK_STR(str_of(choice.miss), "marks of several sites");
    check_candidates("-a.rule the page has marks of several sites\n"
                     "-b.rule the page has marks of several sites\n");
}

static void
test_marks_count_only_where_no_host_is_known(void)
{
    marked_sites();
    check_url("http://other.com/x", "");
    ruled_text("قالت جريدة المساء اليوم", "http://b.ly/");
    check_chain("b.rule");
    ruled_text("قالت جريدة المساء اليوم", "http://other.com/");
    check_chain("");
}

static void
test_selectors_are_marks_of_html(void)
{
    marked_sites();
    ruled_html("<div class=massa><p>سطر</div>", "");
    check_chain("a.rule");
    ruled_html("<p>جريدة المساء</p>", "");
    check_chain("a.rule");
    ruled_html("<p>massa</p>", "");
    check_chain("");
}

static void
test_a_replaced_file_has_no_marks(void)
{
    rules_begin();
    add("pack/site/a.rule", "site: a.ly\nmark: \"جريدة المساء\"");
    CHECK(rules_add("mine.rule", "site: a.ly\nmark: \"جريدة المساء\"",
                    false));
    rules_freeze();
    ruled_text("جريدة المساء", "");
    check_chain("mine.rule");
    check_candidates("+mine.rule the page has its mark\n");
}

/* -- themes ---------------------------------------------------------------- */

static void
themes(void)
{
    rules_begin();
    add("one.rule", "theme: one\nmark: .one");
    add("two.rule", "theme: two\nmark: .two-a | .two-b");
    add("child.rule", "theme: child\nuse: theme/two\n"
                      "mark: .child-a | .child-b | .child-c");
    add("a.rule", "site: a.ly");
    add("b.rule", "site: b.ly\nuse: theme/one");
    rules_freeze();
}

static void
test_a_theme_is_known_by_two_marks_where_it_names_two(void)
{
    themes();
    ruled_html("<p class=one>سطر", "");
    check_chain("one.rule");
    ruled_html("<p class=two-a>سطر", "");
    check_chain("");
    check_candidates("-two.rule only one of its marks\n");
    ruled_html("<p class=two-a>سطر<p class=two-a>سطر", "");
    check_chain("");
    ruled_html("<p class=two-a>سطر<p class=two-b>سطر", "");
    check_chain("two.rule");
    check_candidates("+two.rule the page has its marks\n");
}

static void
test_the_theme_with_most_marks_is_chosen(void)
{
    themes();
    ruled_html("<p class='one two-a two-b'>سطر", "");
    check_chain("two.rule");
    check_candidates("-one.rule another has more marks\n"
                     "+two.rule the page has its marks\n");
}

static void
test_a_theme_built_on_another_wins_over_it(void)
{
    rules_begin();
    add("base.rule", "theme: base\nmark: .b1 | .b2 | .b3");
    add("child.rule", "theme: child\nuse: theme/base\nmark: .c1 | .c2");
    rules_freeze();
    ruled_html("<p class='b1 b2 b3 c1 c2'>سطر", "");
    check_chain("child.rule base.rule");
    check_candidates("-base.rule the chosen theme is built on it\n"
                     "+child.rule the page has its marks\n");
    rules_begin();
    add("child.rule", "theme: child\nuse: theme/base\nmark: .c1 | .c2");
    add("base.rule", "theme: base\nmark: .b1 | .b2 | .b3");
    rules_freeze();
    ruled_html("<p class='b1 b2 b3 c1 c2'>سطر", "");
    check_chain("child.rule base.rule");
}

static void
test_a_site_comes_before_the_theme_of_the_page(void)
{
    themes();
    ruled_html("<p class='two-a two-b'>سطر", "http://a.ly/");
    check_chain("a.rule two.rule");
    ruled_html("<p class='child-a child-c'>سطر", "http://a.ly/");
    check_chain("a.rule child.rule two.rule");
    ruled_html("<p>سطر", "http://a.ly/");
    check_chain("a.rule");
}

/* As many as a row of themes may have, and the site's own file. */
static void
test_a_site_and_the_longest_row_of_themes_all_speak(void)
{
    rules_begin();
    add("t4.rule", "theme: t4\nmark: .t4");
    add("t3.rule", "theme: t3\nuse: theme/t4\nmark: .t3");
    add("t2.rule", "theme: t2\nuse: theme/t3\nmark: .t2");
    add("t1.rule", "theme: t1\nuse: theme/t2\nmark: .t1");
    add("a.rule", "site: a.ly");
    rules_freeze();
    ruled_html("<p class=t1>سطر", "http://a.ly/");
    check_chain("a.rule t1.rule t2.rule t3.rule t4.rule");
}

static void
test_the_theme_a_site_uses_holds_whatever_the_page_shows(void)
{
    themes();
    ruled_html("<p class='two-a two-b'>سطر", "http://b.ly/");
    check_chain("b.rule one.rule");
    check_candidates("+b.rule the host is claimed\n");
}

static void
test_a_dump_has_no_theme_of_its_own(void)
{
    rules_begin();
    add("t.rule", "theme: t\nmark: \"قالب\"");
    rules_freeze();
    ruled_text("قالب", "");
    check_chain("");
    ruled_html("<p>قالب", "");
    check_chain("t.rule");
}

int
main(void)
{
    test_a_host_speaks_for_its_subdomains();
    test_an_exact_host_speaks_for_itself();
    test_the_longest_host_wins();
    test_the_longest_host_wins_over_a_longer_path();
    test_the_longest_path_wins();
    test_a_path_wins_over_an_exact_host_and_that_over_a_host();
    test_not_excludes_subdomains_and_paths();
    test_what_a_file_excludes_falls_to_the_next();
    test_the_host_may_come_as_site();
    test_the_set_of_no_files_chooses_none();
    test_a_mark_tells_the_site_of_a_dump();
    test_marks_are_whole_words();
    test_marks_of_several_sites_tell_none();
    test_marks_count_only_where_no_host_is_known();
    test_selectors_are_marks_of_html();
    test_a_replaced_file_has_no_marks();
    test_a_theme_is_known_by_two_marks_where_it_names_two();
    test_the_theme_with_most_marks_is_chosen();
    test_a_theme_built_on_another_wins_over_it();
    test_a_site_comes_before_the_theme_of_the_page();
    test_a_site_and_the_longest_row_of_themes_all_speak();
    test_the_theme_a_site_uses_holds_whatever_the_page_shows();
    test_a_dump_has_no_theme_of_its_own();
    rules_done();
    return check_summary();
}
