/* test_rule_load.c - keys, sections, suffixes and proofs of one file of rules.
 */
#include "rules/rule_load.h"

#include "base/limits.h"
#include "loaded_file.h"

/* -- keys and sections ----------------------------------------------------- */

/* A value that the key takes where it stands, with the suffix it needs. */
static const char *
right_line(enum rule_key key, bool in_case)
{
    switch (key) {
    case RULE_KEY_site:
        return "site: b.ly/dz";
    case RULE_KEY_not:
        return "not: tv.a.ly";
    case RULE_KEY_country:
        return "country: LY";
    case RULE_KEY_theme:
        return "theme: jannah-2";
    case RULE_KEY_use:
        return "use: theme/jannah";
    case RULE_KEY_checked:
        return "checked: 2026-11-21";
    case RULE_KEY_expect:
        return "expect: blocks>=2 title";
    case RULE_KEY_score:
        return "score: off";
    case RULE_KEY_body:
        return "body: .x | #y";
    case RULE_KEY_hint:
        return "hint-40: .x";
    case RULE_KEY_yes:
        return "yes: \"قال\"";
    case RULE_KEY_no:
        return "no: \"قال\"";
    case RULE_KEY_text:
        return "text: expected.txt";
    default:
        break;
    }
    return in_case ? "\"قال الوزير\"" : "\"قال\"";
}

static const struct {
    enum rule_where where;
    const char *head;
} sections[] = {
    { RULE_IN_TOP, "" },
    { RULE_IN_LAYOUT, "[layout a]\n" },
    { RULE_IN_TEXT, "[text]\n" },
    { RULE_IN_CASE, "[case a.html]\n" }
};

/* The section's head, for a proof an entry above it, and the key's line. */
static void
section_with(char *out, size_t size, size_t section, enum rule_key key)
{
    bool in_case = sections[section].where == RULE_IN_CASE;
    bool is_proof = key == RULE_KEY_yes || key == RULE_KEY_no;
    const char *line = right_line(key, in_case);
    int n = snprintf(out, size, "%s%s%s%s%s", sections[section].head,
                     is_proof ? in_case ? "has: \"قال\"\n" : "drop: \"قال\"\n"
                              : "",
                     line[0] == '"' ? rule_keys[key].name : "",
                     line[0] == '"' ? ": " : "", line);

    if (n < 0 || (size_t)n >= size)
        abort();
}

static void
test_every_key_stands_where_the_table_says_and_nowhere_else(void)
{
    for (size_t s = 0; s < 4; s++)
        for (size_t k = 0; k < N_RULE_KEYS; k++) {
            bool fits = (rule_keys[k].where & sections[s].where) != 0;
            enum rule_key key = (enum rule_key)k;
            char text[256], file[512];

            section_with(text, sizeof text, s, key);
            /* a theme is not of a site: its own file */
            snprintf(file, sizeof file, "%s%s\n",
                     key == RULE_KEY_theme && fits ? "" : "site: a.ly\n",
                     text);
            rules_begin();
            CHECK_INT(rules_add("x.rule", file, false), fits);
            CHECK_INT(rules_found.n, !fits);
            if (rules_found.n != !fits) {
                printf("    file: [%s]\n", file);
                continue;
            }
            if (!fits)
                CHECK_INT(rules_found.items[0].code, RULE_E09);
        }
}

static void
test_a_key_in_the_wrong_section_is_told_where_it_stands(void)
{
    check_line("[layout a]\nsite: b.ly",
               "E09 4:1 this key has no place in this section ⟦site⟧\n");
    check_line("[text]\nbody: .x",
               "E09 4:1 this key has no place in this section ⟦body⟧\n");
    check_line("has: \"قال\"",
               "E09 3:1 this key has no place in this section ⟦has⟧\n");
}

static void
test_unknown_keys_are_told_with_what_was_meant(void)
{
    check_line("titl: .x",
               "E01 3:1 no such key ⟦titl⟧, did you mean 'title'?\n");
    check_line("dorp: \"قال\"",
               "E01 3:1 no such key ⟦dorp⟧, did you mean 'drop'?\n");
    check_line("author: .x", "E01 3:1 no such key ⟦author⟧\n");
    check_line("[case a.html]\ntodo-hsa: \"قال\"",
               "E01 4:6 no such key ⟦hsa⟧, did you mean 'has'?\n");
}

static void
test_unknown_sections_are_told_once_and_their_lines_passed_over(void)
{
    check_line("[layuot a]\nbody: .x\nfoo: 1\n[text]\nxyzzy: 1",
               "E01 3:2 no such section ⟦layuot⟧, did you mean 'layout'?\n"
               "E01 7:1 no such key ⟦xyzzy⟧\n");
}

static void
test_layouts_and_cases_have_names_and_text_has_none(void)
{
    check_line("[layout]", "E10 3:2 this section needs a name ⟦layout⟧\n");
    check_line("[case]", "E10 3:2 this section needs a name ⟦case⟧\n");
    check_line("[text a]", "E11 3:7 [text] has no name ⟦a⟧\n");
    check_line("[layout a]\n[layout b]\n[layout a]",
               "E05 5:9 a layout of this name is there ⟦a⟧\n");
    check_line("[case a.html]\n[case a.html]\n[text]\n[text]", "");
}

static void
test_sections_hold_their_entries(void)
{
    const struct rule_file *f =
        check_line("drop: \"ا\" | \"ب\"\n[layout k2]\nbody: .x\n[text]\n"
                   "[case a.html]\ntitle: ت", "");

    CHECK_INT(f->n_sections, 4);
    CHECK_INT(f->n_entries, 4);
    CHECK_INT(f->sections[0].beg, 0);
    CHECK_INT(f->sections[0].end, 2);
    CHECK_STR(f->sections[1].name, "k2");
    CHECK_INT(f->sections[1].line, 4);
    CHECK_INT(f->sections[1].beg, 2);
    CHECK_INT(f->sections[1].end, 3);
    CHECK_INT(f->sections[2].beg, f->sections[2].end);
    CHECK_STR(f->sections[3].name, "a.html");
    CHECK_INT(f->entries[3].section, 3);
    CHECK_STR(f->entries[3].source, "ت");
}

/* -- suffixes and words ---------------------------------------------------- */

static void
test_counts_and_points_stand_behind_their_keys(void)
{
    CHECK_INT(only_entry("drop: \"قال\"")->count, 0);
    CHECK_INT(only_entry("drop+3: \"قال\"")->count, 3);
    CHECK_INT(only_entry("drop+999: \"قال\"")->count, 999);
    CHECK_INT(only_entry("hint+5: \"قال\"")->count, 5);
    CHECK_INT(only_entry("hint-40: \"قال\"")->count, -40);
    CHECK(only_entry("until!: \"قال\"")->is_hard);
    CHECK(!only_entry("until: \"قال\"")->is_hard);
}

static void
test_suffixes_that_a_key_has_not(void)
{
    check_line("drop-3: \"قال\"",
               "E11 3:5 a suffix that the key has not ⟦-3⟧\n");
    check_line("drop+1000: \"قال\"",
               "E11 3:5 a suffix that the key has not ⟦+1000⟧\n");
    check_line("drop!: \"قال\"",
               "E11 3:5 a suffix that the key has not ⟦!⟧\n");
    check_line("until+2: \"قال\"",
               "E11 3:6 a suffix that the key has not ⟦+2⟧\n");
    check_line("after!: \"قال\"",
               "E11 3:6 a suffix that the key has not ⟦!⟧\n");
    check_line("keep+1: \"قال\"",
               "E11 3:5 a suffix that the key has not ⟦+1⟧\n");
    check_line("hint: \"قال\"", "E11 3:1 this key needs +N or -N ⟦hint⟧\n");
    check_line("hint!: \"قال\"", "E11 3:5 this key needs +N or -N ⟦!⟧\n");
    check_line("hint+1000: \"قال\"",
               "E11 3:5 this key needs +N or -N ⟦+1000⟧\n");
    check_line("country+1: LY",
               "E11 3:8 a suffix that the key has not ⟦+1⟧\n");
}

static void
test_first_and_last_stand_behind_starts_and_ends(void)
{
    CHECK(only_entry("after: @title last")->is_last);
    CHECK(only_entry("from: \"قال\" last")->is_last);
    CHECK(only_entry("until: /قال/ last")->is_last);
    CHECK(!only_entry("after: @title first")->is_last);
    check_line("drop: \"قال\" last",
               "E01 3:13 a word that has no place here ⟦last⟧\n");
    check_line("after: \"قال\" lst",
               "E01 3:14 a word that has no place here ⟦lst⟧\n");
}

static void
test_a_word_belongs_to_its_alternative_alone(void)
{
    const struct rule_file *f = check_line("after: \"ا\" last | \"ب\"", "");

    CHECK_INT(f->n_entries, 2);
    CHECK(f->entries[0].is_last && !f->entries[1].is_last);
    CHECK_STR(f->entries[0].source, "\"ا\" last");
    CHECK_STR(f->entries[1].source, "\"ب\"");
    CHECK_INT(f->entries[1].column, 19);
}

static void
test_todo_stands_in_cases_only(void)
{
    const struct rule_file *f = check_line(
        "[case a.html]\ntodo-has: \"قال\"\nhas: \"قال\"\n"
        "todo-title: عنوان", "");

    CHECK(f->entries[0].is_todo && !f->entries[1].is_todo);
    CHECK(f->entries[2].is_todo);
    check_line("todo-title: .x",
               "E09 3:1 only a case has something to do ⟦todo-title⟧\n");
}

/* -- whose file it is ------------------------------------------------------ */

static void
test_a_file_is_of_a_site_a_theme_or_a_mark(void)
{
    check_load("drop: \"قال\"",
               "E09 0:0 the file names no site, theme or mark\n");
    check_load("not: tv.a.ly",
               "E09 0:0 the file names no site, theme or mark\n");
    check_load("", "E09 0:0 the file names no site, theme or mark\n");
    check_load("site: a.ly\ntheme: b",
               "E09 0:0 a file is of a site or of a theme, not of both\n");
    check_load("mark: \"المساء\"", "");
    check_load("[text]\nmark: \"المساء\"", "");
    check_load("site: a.ly\nmark: \"المساء\"", "");
}

/* -- proofs ---------------------------------------------------------------- */

static void
test_proofs_are_of_all_values_of_the_line_above(void)
{
    const struct rule_file *f = check_line(
        "drop: \"ا\"\ndrop: \"ب\" | \"ت\"\nyes: \"ب\" | \"ت\"\n"
        "# remark\nno: \"ث\"\ncut: \"ج\"\nyes: \"ج\"", "");

    CHECK_INT(f->n_proofs, 4);
    for (size_t i = 0; i < 3; i++) {
        CHECK_INT(f->proofs[i].beg, 1);
        CHECK_INT(f->proofs[i].end, 3);
    }
    CHECK(f->proofs[0].is_yes && f->proofs[1].is_yes &&
          !f->proofs[2].is_yes);
    CHECK_STR(f->proofs[1].text, "ت");
    CHECK_INT(f->proofs[1].line, 5);
    CHECK_INT(f->proofs[1].column, 13);
    CHECK_INT(f->proofs[3].beg, 3);
    CHECK_INT(f->proofs[3].end, 4);
}

static void
test_a_proof_without_an_entry(void)
{
    static const char none[] =
        "E09 %u:7 no entry above that this proves ⟦ا⟧\n";
    static const struct {
        const char *line;
        unsigned at;
    } bad[] = {
        { "yes: \"ا\"", 3 },
        { "drop: \"ا\"\n[text]\nyes: \"ا\"", 5 },
        { "drop: \"ا\"\ncountry: LY\nyes: \"ا\"", 5 },
        { "drop: \"ا\"\nexpect: title\nyes: \"ا\"", 5 },
        { "drop: \"ا\"\nnot: tv.a.ly\nyes: \"ا\"", 5 }
    };
    char found[128];

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(found, sizeof found, none, bad[i].at);
        check_line(bad[i].line, found);
    }
}

static void
test_proofs_of_a_broken_entry_are_passed_over(void)
{
    check_line("drop: \"...\"\nyes: \"ا\"\nno: \"ب\"",
               "E10 3:8 nothing is left of this, folded ⟦...⟧\n");
    check_line("dorp: \"ا\"\nyes: \"ا\"",
               "E01 3:1 no such key ⟦dorp⟧, did you mean 'drop'?\n");
    check_line("score: on\n[text]\nyes: \"ا\"",
               "E11 3:8 a score is \"off\" or not spoken of ⟦on⟧\n"
               "E09 5:7 no entry above that this proves ⟦ا⟧\n");
}

static void
test_a_proof_is_a_line_in_quotes(void)
{
    check_line("drop: \"ا\"\nyes: /ا/",
               "E11 4:7 a proof is a line in quotes ⟦ا⟧\n");
    check_line("drop: \"ا\"\nno: *\"ا\"",
               "E11 4:7 a proof is a line in quotes ⟦ا⟧\n");
    check_line("drop: \"ا\"\nno: .x",
               "E11 4:5 a proof is a line in quotes ⟦.x⟧\n");
}

/* -- the whole file -------------------------------------------------------- */

static void
test_all_errors_of_a_file_are_told_and_nothing_is_added(void)
{
    check_line("titl: .x\nthis is no line\nbody: \"ا\"\n[foo]\nx: 1\n"
               "[text]\ndrop: \"...\"\nhint: \"ا\"",
               "E01 3:1 no such key ⟦titl⟧, did you mean 'title'?\n"
               "E02 4:1 a line is \"key: value\", a section or a remark "
               "⟦this is no line⟧\n"
               "E11 5:8 this key takes no phrase ⟦ا⟧\n"
               "E01 6:2 no such section ⟦foo⟧\n"
               "E10 9:8 nothing is left of this, folded ⟦...⟧\n"
               "E11 10:1 this key needs +N or -N ⟦hint⟧\n");
    CHECK_INT(rules->n_entries, 0);
}

static void
test_a_file_behind_a_wrong_one_is_added(void)
{
    rules_begin();
    CHECK(!rules_add("a.rule", "site: a.ly\nfoo: 1", false));
    CHECK(rules_add("b.rule", "site: b.ly\ndrop: \"ا\"", false));
    CHECK_INT(rules->n_files, 1);
    CHECK_STR(str_of(rules->files[0]->name), "b.rule");
    CHECK_INT(rules->n_entries, 1);
}

/* n entries in a file, of which the last stands in a case. */
static bool
add_entries(size_t n)
{
    static char text[MAX_RULES_PER_FILE * 16];
    size_t len = (size_t)snprintf(text, sizeof text, "site: a.ly\n");

    for (size_t i = 0; i + 1 < n; i++)
        len += (size_t)snprintf(text + len, sizeof text - len,
                                "drop: \"a%u\"\n", (unsigned)(i % 100));
    snprintf(text + len, sizeof text - len, "[case a.html]\nhas: \"a\"\n");
    rules_begin();
    return rules_add("x.rule", text, false);
}

static void
test_most_entries_of_a_file(void)
{
    CHECK(add_entries(MAX_RULES_PER_FILE));
    CHECK_INT(rules->n_entries, MAX_RULES_PER_FILE);
    CHECK(!add_entries(MAX_RULES_PER_FILE + 1));
    CHECK_STR(rules_findings_text(false),
              "E15 1028:6 more than 1,024 entries in a file ⟦\"a\"⟧\n");
    CHECK(!add_entries(MAX_RULES_PER_FILE + 9));
    CHECK_INT(rules_found.n, 1);
}

int
main(void)
{
    test_every_key_stands_where_the_table_says_and_nowhere_else();
    test_a_key_in_the_wrong_section_is_told_where_it_stands();
    test_unknown_keys_are_told_with_what_was_meant();
    test_unknown_sections_are_told_once_and_their_lines_passed_over();
    test_layouts_and_cases_have_names_and_text_has_none();
    test_sections_hold_their_entries();
    test_counts_and_points_stand_behind_their_keys();
    test_suffixes_that_a_key_has_not();
    test_first_and_last_stand_behind_starts_and_ends();
    test_a_word_belongs_to_its_alternative_alone();
    test_todo_stands_in_cases_only();
    test_a_file_is_of_a_site_a_theme_or_a_mark();
    test_proofs_are_of_all_values_of_the_line_above();
    test_a_proof_without_an_entry();
    test_proofs_of_a_broken_entry_are_passed_over();
    test_a_proof_is_a_line_in_quotes();
    test_all_errors_of_a_file_are_told_and_nothing_is_added();
    test_a_file_behind_a_wrong_one_is_added();
    test_most_entries_of_a_file();
    rules_done();
    return check_summary();
}
