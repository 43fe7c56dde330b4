/* test_rule_compile.c - the values of keys: what is taken, and what is refused
 * with which words. */
#include "rules/rule_load.h"

#include "base/limits.h"
#include "loaded_file.h"

/* -- kinds of values ------------------------------------------------------- */

static void
test_kinds_that_a_key_does_not_take(void)
{
    check_line("body: \"قال\"", "E11 3:8 this key takes no phrase ⟦قال⟧\n");
    check_line("body: /x/", "E11 3:8 this key takes no pattern ⟦x⟧\n");
    check_line("body: @title", "E11 3:8 this key takes no place ⟦title⟧\n");
    check_line("name: x", "E11 3:7 this key takes no selector; a phrase "
                          "stands in quotes ⟦x⟧\n");
    check_line("mark: /x/", "E11 3:8 this key takes no pattern ⟦x⟧\n");
    check_line("mark: @title", "E11 3:8 this key takes no place ⟦title⟧\n");
    check_line("if: @title", "E11 3:6 this key takes no place ⟦title⟧\n");
    check_line("undrop: @title",
               "E11 3:10 this key takes no place ⟦title⟧\n");
    check_line("cut: @title", "E11 3:7 this key takes no place ⟦title⟧\n");
    check_line("[case a.html]\nhas: /x/",
               "E11 4:7 this key takes no pattern ⟦x⟧\n");
    check_line("[case a.html]\ntitle: /x/",
               "E11 4:9 this key takes no pattern ⟦x⟧\n");
}

static void
test_phrases_are_folded_unless_marked_literal(void)
{
    const struct rule_entry *e = only_entry("drop: \"إقرأ  أيضًا:\"");

    CHECK_INT(e->match.kind, RULE_PHRASE);
    CHECK_STR(e->match.phrase, "اقرا ايضا");
    CHECK_INT(e->match.n_words, 2);
    CHECK(!e->match.is_anywhere && !e->match.is_literal);
    e = only_entry("drop: *\"إقرأ\"");
    CHECK(e->match.is_anywhere && !e->match.is_literal);
    CHECK_STR(e->match.phrase, "اقرا");
    e = only_entry("drop: =\"(إقرأ)\"");
    CHECK(e->match.is_literal && !e->match.is_anywhere);
    CHECK_STR(e->match.phrase, "(إقرأ)");
}

static void
test_phrases_that_folding_empties(void)
{
    check_line("drop: \"...\"",
               "E10 3:8 nothing is left of this, folded ⟦...⟧\n");
    check_line("drop: =\"--\"",
               "E10 3:9 nothing is left of this, folded ⟦--⟧\n");
    check_line("has: \"\"", "E09 3:1 this key has no place in this section "
                            "⟦has⟧\n");
    check_line("drop: \"\"", "E11 3:7 an empty phrase ⟦\"\"⟧\n");
}

static void
test_longest_phrase(void)
{
    char line[600] = "drop: \"";
    size_t beg = 7;

    memset(line + beg, 'a', MAX_PATTERN + 1);
    memcpy(line + beg + MAX_PATTERN, "\"", 2);
    check_line(line, "");
    memcpy(line + beg + MAX_PATTERN, "a\"", 3);
    rules_begin();
    CHECK(!rules_add("x.rule", line, false));
    CHECK_INT(rules_found.items[0].code, RULE_E15);
    CHECK_STR(str_of(rules_found.items[0].what),
              "a phrase of over 512 bytes");
}

static void
test_longest_selector(void)
{
    char line[600] = "site: a.ly\ndrop: .";
    size_t beg = 18;

    memset(line + beg, 'a', MAX_PATTERN);
    line[beg + MAX_PATTERN - 1] = '\0';
    rules_begin();
    CHECK(rules_add("x.rule", line, false));
    line[beg + MAX_PATTERN - 1] = 'a';
    line[beg + MAX_PATTERN] = '\0';
    rules_begin();
    CHECK(!rules_add("x.rule", line, false));
    CHECK_INT(rules_found.n, 1);
    CHECK_INT(rules_found.items[0].code, RULE_E15);
}

static void
test_a_cut_and_a_mark_are_found_anywhere(void)
{
    const struct rule_entry *e = only_entry("cut: \"رويترز\"");

    CHECK(e->match.is_anywhere && e->is_edge);
    e = only_entry("cut: *\"رويترز\"");
    CHECK(e->match.is_anywhere && !e->is_edge);
    CHECK(only_entry("mark: \"المساء\"")->match.is_anywhere);
    CHECK(!only_entry("drop: \"رويترز\"")->is_edge);
    check_line("cut: =\"(رويترز)\"",
               "E11 3:8 this key folds its phrases ⟦(رويترز)⟧\n");
    check_line("mark: =\"المساء\"",
               "E11 3:9 this key folds its phrases ⟦المساء⟧\n");
    check_line("mark: =\"--\"",
               "E10 3:9 nothing is left of this, folded ⟦--⟧\n");
}

static void
test_patterns_have_flags(void)
{
    CHECK(only_entry("drop: /اقرا/f")->match.is_folded);
    CHECK(!only_entry("drop: /اقرا/i")->match.is_folded);
    CHECK(only_entry("drop: /a/if")->match.is_folded);
    check_line("drop: /a/x", "E11 3:10 the flags are i and f ⟦x⟧\n");
    check_line("cut: /a/f", "E11 3:9 a cut runs on the line as it stands, "
                            "not folded ⟦f⟧\n");
}

static void
test_patterns_that_cannot_be_read_or_are_refused(void)
{
    const struct rule_finding *f;

    check_line("drop: /x*/",
               "E12 3:8 takes text away, and can match none ⟦x*⟧\n");
    check_line("until: /x*/",
               "E12 3:9 takes text away, and can match none ⟦x*⟧\n");
    check_line("hint-9: /x*/", "");
    rules_begin();
    CHECK(!rules_add("x.rule", "site: a.ly\ndrop: \"ا\" | /a(b/", false));
    f = &rules_found.items[0];
    CHECK_INT(rules_found.n, 1);
    CHECK_INT(f->code, RULE_E04);
    CHECK_INT(f->line, 3);
    CHECK(f->column >= 14 && f->column <= 18);
    rules_begin();
    CHECK(!rules_add("x.rule", "site: a.ly\nhint+1: /(a+)+$/", false));
    CHECK_INT(rules_found.n, 1);
    CHECK_INT(rules_found.items[0].code, RULE_E12);
}

static void
test_shipped_files_are_not_tortured(void)
{
    rules_begin();
    CHECK(rules_add("x.rule", "site: a.ly\nhint+1: /(a+)+$/", true));
}

static void
test_fields_have_steps_and_attributes(void)
{
    const struct rule_entry *e =
        only_entry("date: .x time@datetime -> /\\d{4}/");

    CHECK(e->step != NULL);
    CHECK_STR(selector_attribute(e->match.selector), "datetime");
    CHECK(only_entry("byline: /كتب: (.+)/ -> /\\S+/")->step != NULL);
    check_line("drop: .x -> /y/", "E11 3:14 only fields have a step ⟦y⟧\n");
    check_line("drop: .x@href", "E11 3:7 only fields read an attribute "
                                "⟦.x@href⟧\n");
    check_line("body: .x@id",
               "E11 3:7 only fields read an attribute ⟦.x@id⟧\n");
    check_line("title: .x -> /y/f", "E11 3:17 a step runs on the text as it "
                                    "stands, not folded ⟦f⟧\n");
    check_line("title: .x -> /y/q", "E11 3:17 the flags are i and f ⟦q⟧\n");
}

static void
test_places_have_names_and_offsets(void)
{
    const struct rule_entry *e = only_entry("drop: @date+2");

    CHECK_INT(e->match.kind, RULE_PLACE);
    CHECK_INT(e->match.place, RULE_PLACE_date);
    CHECK_INT(e->match.offset, 2);
    CHECK_INT(only_entry("drop: @end-999")->match.offset, -999);
    CHECK_INT(only_entry("drop: @start")->match.offset, 0);
    CHECK_INT(only_entry("drop: @byline")->match.place, RULE_PLACE_byline);
    check_line("drop: @titel",
               "E01 3:8 no such place ⟦titel⟧, did you mean 'title'?\n");
    check_line("drop: @title+",
               "E11 3:13 an offset of up to 3 digits ⟦+⟧\n");
    check_line("drop: @title+1000",
               "E11 3:13 an offset of up to 3 digits ⟦+1000⟧\n");
}

static void
test_selectors_that_cannot_be_read_are_told_where(void)
{
    rules_begin();
    CHECK(!rules_add("x.rule", "site: a.ly\ndrop: .x, div:foo", false));
    CHECK_INT(rules_found.n, 1);
    CHECK_INT(rules_found.items[0].code, RULE_E03);
    CHECK_INT(rules_found.items[0].line, 3);
    CHECK(rules_found.items[0].column >= 14);
}

static void
test_broken_alternatives_are_told_and_the_others_read(void)
{
    check_line("drop: \"ا\" | \"...\" | /x/q | \"ب\"",
               "E10 3:14 nothing is left of this, folded ⟦...⟧\n"
               "E11 3:24 the flags are i and f ⟦q⟧\n");
    check_line("drop: \"ا\" |", "E11 3:12 an empty alternative\n");
    check_line("drop: \"ا\" \"ب\"",
               "E11 3:11 \" | \" or nothing follows a value ⟦\"ب\"⟧\n");
}

/* -- plain values ---------------------------------------------------------- */

static void
test_a_site_is_a_host_and_perhaps_a_path(void)
{
    const struct rule_file *f = check_load(
        "site: www.El-Massa.com/dz/\nsite: =a.ly\nnot: tv.a.ly/x", "");

    CHECK_INT(f->n_sites, 3);
    CHECK_STR(f->sites[0].host, "el-massa.com");
    CHECK_STR(f->sites[0].path, "/dz");
    CHECK(!f->sites[0].is_exact && !f->sites[0].is_not);
    CHECK_STR(f->sites[1].host, "a.ly");
    CHECK_STR(f->sites[1].path, "");
    CHECK(f->sites[1].is_exact);
    CHECK(f->sites[2].is_not);
    CHECK_STR(f->sites[2].path, "/x");
    CHECK_INT(f->sites[2].line, 4);
    CHECK_INT(f->sites[2].column, 6);
}

static void
test_what_is_no_site(void)
{
    static const struct {
        const char *value, *what;
    } bad[] = {
        { "https://a.ly/x", "a host has no scheme" },
        { "localhost", "not a host that sites are under" },
        { "com.sa", "not a host that sites are under" },
        { "ly", "not a host that sites are under" },
        { ".a.ly", "not a host that sites are under" },
        { "=", "not a host that sites are under" },
        { "/news", "not a host that sites are under" },
        { "*.a.ly", "not a host that sites are under" },
        { "a.ly | b.ly", "a site is one host, perhaps with a path" },
        { "a.ly, b.ly", "a site is one host, perhaps with a path" },
        { "a.ly b.ly", "a site is one host, perhaps with a path" },
        { "a.ly:8080", "a site is one host, perhaps with a path" },
        { "a.ly?x=1", "a site is one host, perhaps with a path" },
        { "me@a.ly", "a site is one host, perhaps with a path" },
        { "a.ly/news/*", "a site is one host, perhaps with a path" }
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char line[128], found[256];

        snprintf(line, sizeof line, "site: %s", bad[i].value);
        snprintf(found, sizeof found, "E06 3:7 %s ⟦%s⟧\n", bad[i].what,
                 bad[i].value);
        check_line(line, found);
    }
}

static void
test_facts_of_the_head(void)
{
    const struct rule_file *f = check_load(
        "site: a.ly\nname: \"بوابة الوسط\"\ncountry: LY\n"
        "use: theme/jannah\nchecked: 2026-11-21", "");

    CHECK_STR(f->label, "بوابة الوسط");
    CHECK_STR(f->country, "LY");
    CHECK_STR(f->use, "jannah");
    CHECK_INT(f->use_line, 5);
    CHECK_STR(f->checked, "2026-11-21");
    CHECK_INT(f->theme.len, 0);
    f = check_load("theme: theme/jannah-2", "");
    CHECK_STR(f->theme, "jannah-2");
    CHECK_INT(f->theme_line, 2);
}

static void
test_facts_that_are_malformed(void)
{
    static const char *const days[] = {
        "2026", "2026-1-02", "2026-13-01", "2026-00-10", "2026-11-32",
        "2026-11-00", "21-11-2026", "2026/11/21", "2026-11-211",
        "2026-+1-21"
    };
    static const char *const countries[] = { "ly", "LBY", "L", "L1", "Ly" };
    char line[64], found[128];

    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        snprintf(line, sizeof line, "checked: %s", days[i]);
        snprintf(found, sizeof found, "E11 3:10 a day is YYYY-MM-DD ⟦%s⟧\n",
                 days[i]);
        check_line(line, found);
    }
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++) {
        snprintf(line, sizeof line, "country: %s", countries[i]);
        snprintf(found, sizeof found,
                 "E11 3:10 a country is two capital letters ⟦%s⟧\n",
                 countries[i]);
        check_line(line, found);
    }
    check_line("use: Jannah", "E11 3:6 a theme's name is a-z, 0-9 and '-' "
                              "⟦Jannah⟧\n");
    check_line("use: theme/a b", "E11 3:6 a theme's name is a-z, 0-9 and "
                                 "'-' ⟦theme/a b⟧\n");
    check_line("score: on",
               "E11 3:8 a score is \"off\" or not spoken of ⟦on⟧\n");
    check_line("expect: blocks>2", "E11 3:9 not blocks>=N chars>=N "
               "arabic>=0.N links<=0.N title date ⟦blocks>2⟧\n");
    check_line("country:", "E10 3:1 nothing behind the colon ⟦country⟧\n");
}

static void
test_keys_that_count_once_in_a_section(void)
{
    check_line("country: LY\ncountry: DZ", "E09 4:1 given twice ⟦country⟧\n");
    check_line("name: \"ا\"\nname: \"ب\"", "E09 4:1 given twice ⟦name⟧\n");
    check_line("name: \"ا\" | \"ب\"",
               "E09 3:7 one value counts here ⟦\"ا\" | \"ب\"⟧\n");
    check_line("use: theme/a\nuse: theme/b",
               "E09 4:1 given twice ⟦use⟧\n");
    check_line("score: off\nscore: off", "E09 4:1 given twice ⟦score⟧\n");
    check_line("score: off\n[layout a]\nscore: off\n[text]\nscore: off", "");
    check_line("body: .x\nbody: .y\nexpect: title\nexpect: date", "");
}

static void
test_a_case_takes_values_as_they_are(void)
{
    const struct rule_file *f = check_line(
        "[case a.html]\ntitle: قال | الوزير\ndate: \"2026\"\n"
        "text: none", "");

    CHECK_STR(f->entries[0].source, "قال | الوزير");
    CHECK_INT(f->entries[0].match.phrase.len, 0);
    CHECK_STR(f->entries[1].match.phrase, "2026");
    CHECK_STR(f->entries[2].source, "none");
}

int
main(void)
{
    test_kinds_that_a_key_does_not_take();
    test_phrases_are_folded_unless_marked_literal();
    test_phrases_that_folding_empties();
    test_longest_phrase();
    test_longest_selector();
    test_a_cut_and_a_mark_are_found_anywhere();
    test_patterns_have_flags();
    test_patterns_that_cannot_be_read_or_are_refused();
    test_shipped_files_are_not_tortured();
    test_fields_have_steps_and_attributes();
    test_places_have_names_and_offsets();
    test_selectors_that_cannot_be_read_are_told_where();
    test_broken_alternatives_are_told_and_the_others_read();
    test_a_site_is_a_host_and_perhaps_a_path();
    test_what_is_no_site();
    test_facts_of_the_head();
    test_facts_that_are_malformed();
    test_keys_that_count_once_in_a_section();
    test_a_case_takes_values_as_they_are();
    rules_done();
    return check_summary();
}
