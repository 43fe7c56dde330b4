/* test_rule_lines.c - sections, entries, and what is no line of a rule file:
 * every error with its line, column and words. */
#include "rules/rule_lines.h"

#include "base/limits.h"
#include "check.h"
#include "finding.h"

static struct store store;
static struct rule_findings errors;
static struct rule_lines lines;

/* Begin with a file of `text`, no errors noted yet. */
static bool
begin(struct str text)
{
    store_free(&store);
    errors = (struct rule_findings){ .store = &store };
    return rule_lines_begin(&lines, "x.rule", text, &errors);
}

/* How many sections and entries a file of `text` has. */
static size_t
count_lines(struct str text)
{
    struct rule_line line;
    size_t n = 0;

    if (!begin(text))
        return 0;
    while (rule_lines_next(&lines, &line))
        n++;
    return n;
}

static void
check_error(size_t i, uint32_t line, uint32_t column, const char *message)
{
    if (!CHECK(i < errors.n))
        return;
    CHECK_STR(str_of(errors.items[i].file), "x.rule");
    CHECK_INT(errors.items[i].line, line);
    CHECK_INT(errors.items[i].column, column);
    CHECK_STR(message_of(&errors.items[i]), message);
}

/* The file `text` has one error, this one. */
static void
check_only_error(struct str text, uint32_t line, uint32_t column,
                 const char *message)
{
    count_lines(text);
    CHECK_INT(errors.n, 1);
    check_error(0, line, column, message);
}

static void
test_sections_and_entries_are_cut_into_their_parts(void)
{
    struct rule_line line;

    CHECK(begin(STR("#!rule 1\n"
                    "site:     el-massa.com\n"
                    "[lexicon related]\n"
                    "drop+2:  \"أ\" | .x \t\n"
                    "until!: \"ب: ج\"\n"
                    "hint -15: p\n"
                    "[text]\n"
                    "[ case  a b.html ]\n")));

    CHECK(rule_lines_next(&lines, &line));
    CHECK(!line.is_section);
    CHECK_STR(line.key, "site");
    CHECK_STR(line.suffix, "");
    CHECK_STR(line.rest, "el-massa.com");
    CHECK_INT(lines.number, 2);

    CHECK(rule_lines_next(&lines, &line));
    CHECK(line.is_section);
    CHECK_STR(line.key, "lexicon");
    CHECK_STR(line.rest, "related");

    CHECK(rule_lines_next(&lines, &line));
    CHECK_STR(line.key, "drop");
    CHECK_STR(line.suffix, "+2");
    CHECK_STR(line.rest, "\"أ\" | .x");

    CHECK(rule_lines_next(&lines, &line));
    CHECK_STR(line.suffix, "!");
    CHECK_STR(line.rest, "\"ب: ج\"");

    CHECK(rule_lines_next(&lines, &line));
    CHECK_STR(line.key, "hint");
    CHECK_STR(line.suffix, "-15");

    CHECK(rule_lines_next(&lines, &line));
    CHECK(line.is_section);
    CHECK_STR(line.key, "text");
    CHECK_STR(line.rest, "");

    CHECK(rule_lines_next(&lines, &line));
    CHECK_STR(line.key, "case");
    CHECK_STR(line.rest, "a b.html");

    CHECK(!rule_lines_next(&lines, &line));
    CHECK(!rule_lines_next(&lines, &line));
    CHECK_INT(errors.n, 0);
}

static void
test_remarks_and_blank_lines_are_skipped(void)
{
    CHECK_INT(count_lines(STR("#!rule 1\n\n# a: b\n   \t\n#id: not a key\n"
                              "body: #id\n")), 1);
    CHECK_INT(errors.n, 0);
}

static void
test_a_mark_and_carriage_returns_are_no_part_of_the_text(void)
{
    struct rule_line line;

    CHECK(begin(STR("\xEF\xBB\xBF#!rule 1\r\nname: x\r\n")));
    CHECK(rule_lines_next(&lines, &line));
    CHECK_STR(line.rest, "x");
    CHECK_INT(errors.n, 0);
}

static void
test_a_last_line_needs_no_end(void)
{
    CHECK_INT(count_lines(STR("#!rule 1\na: b")), 1);
}

static void
test_a_file_without_its_first_line_is_read_on(void)
{
    CHECK_INT(count_lines(STR("a: b\nc: d\n")), 2);
    CHECK_INT(errors.n, 1);
    check_error(0, 1, 1, "the first line is not \"#!rule 1\"");
}

static void
test_other_versions_are_refused_whole(void)
{
    CHECK_INT(count_lines(STR("#!rule 2\nnonsense\n")), 0);
    CHECK_INT(errors.n, 1);
    check_error(0, 1, 1, "only \"#!rule 1\" is known ⟦#!rule 2⟧");
    check_only_error(STR("#!rule 10\n"), 1, 1,
                     "only \"#!rule 1\" is known ⟦#!rule 10⟧");
}

static void
test_an_empty_file_is_an_error_of_the_file(void)
{
    check_only_error(STR(""), 0, 0, "the file is empty");
}

static void
test_a_file_may_be_as_large_as_the_limit(void)
{
    static char text[MAX_RULE_FILE + 1];
    const struct str head = STR("#!rule 1\n#");

    memset(text, 'x', sizeof text);
    memcpy(text, head.ptr, head.len);
    CHECK(begin((struct str){ text, MAX_RULE_FILE }));
    CHECK(!begin((struct str){ text, MAX_RULE_FILE + 1 }));
    check_error(0, 0, 0, "the file is larger than 256 KiB");
}

static void
test_bytes_that_are_not_utf8_are_placed(void)
{
    check_only_error(STR("#!rule 1\nكتب: \xFF\n"), 2, 6,
                     "a byte that is not UTF-8");
    check_only_error(STR("#!rule 1\n\xC0\x80"), 2, 1,
                     "a byte that is not UTF-8");
    check_only_error(STR("\xD8"), 1, 1, "a byte that is not UTF-8");
}

static void
test_columns_count_code_points(void)
{
    struct rule_line line;

    CHECK(begin(STR("#!rule 1\nyes: \"أحمد 😀\" | x\n")));
    CHECK(rule_lines_next(&lines, &line));
    CHECK_INT(rule_lines_column(&lines, line.rest.ptr), 6);
    rule_lines_find(&lines, RULE_E11,
                    str_slice(line.rest, line.rest.len - 1, line.rest.len),
                    "here");
    check_error(0, 2, 17, "here ⟦x⟧");
}

static void
test_a_line_without_a_colon_is_an_error(void)
{
    check_only_error(STR("#!rule 1\n// remark\n"), 2, 1,
        "a line is \"key: value\", a section or a remark ⟦// remark⟧");
}

static void
test_keys_are_small_letters_in_the_first_column(void)
{
    const char *what = "a key is small letters in the first column";
    static const char *const wrong[] = {
        " a: b", "Drop: x", "\"a\": x", ": x", "a b: x", "drop+: x",
        "drop+2x: x", "drop!!: x", "عنوان: x",
    };

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char text[64] = "#!rule 1\n";
        struct str line = str_of(wrong[i]);

        memcpy(text + 9, line.ptr, line.len);
        count_lines((struct str){ text, 9 + line.len });
        if (!CHECK(errors.n == 1))
            printf("    line: [%s]\n", wrong[i]);
        else
            CHECK(str_starts(message_of(&errors.items[0]), str_of(what)));
    }
}

static void
test_an_entry_says_something(void)
{
    check_only_error(STR("#!rule 1\ndrop:   \n"), 2, 1,
                     "nothing behind the colon ⟦drop⟧");
}

static void
test_sections_are_closed_and_begin_with_a_kind(void)
{
    check_only_error(STR("#!rule 1\n[lexicon\n"), 2, 9,
                     "a section's line ends with ']'");
    check_only_error(STR("#!rule 1\n[a] # no remark here\n"), 2, 21,
                     "a section's line ends with ']'");
    check_only_error(STR("#!rule 1\n[]\n"), 2, 1,
                     "a section begins with its kind, a-z ⟦[]⟧");
    check_only_error(STR("#!rule 1\n[Text]\n"), 2, 1,
                     "a section begins with its kind, a-z ⟦[Text]⟧");
    check_only_error(STR("#!rule 1\n[a.b]\n"), 2, 1,
                     "a section begins with its kind, a-z ⟦[a.b]⟧");
    check_only_error(STR("#!rule 1\n[\n"), 2, 2,
                     "a section's line ends with ']'");
}

static void
test_control_characters_are_errors_anywhere(void)
{
    check_only_error(STR("#!rule 1\nyes: \"a\x1B[31m\"\n"), 2, 8,
                     "a control character");
    check_only_error((struct str){ "#!rule 1\na: \0\n", 14 }, 2, 4,
                     "a control character");
    check_only_error(STR("#!rule 1\n# a\xE2\x80\xA8 b\n"), 2, 4,
                     "a control character");
    check_only_error(STR("#!rule 1\na: b\xC2\x85" "c\n"), 2, 5,
                     "a control character");
    CHECK_INT(count_lines(STR("#!rule 1\na:\tb\n")), 1);
    CHECK_INT(errors.n, 0);
}

static void
test_bidi_controls_stand_in_quotes_only(void)
{
    CHECK_INT(count_lines(STR("#!rule 1\nyes: \"a\u200F\u202E\"\n")), 1);
    CHECK_INT(errors.n, 0);
    check_only_error(STR("#!rule 1\nyes: \"a\" | \u202Eb\n"), 2, 12,
                     "a bidi control outside quotes");
    check_only_error(STR("#!rule 1\n# \u2066 remark\n"), 2, 3,
                     "a bidi control outside quotes");
    check_only_error(STR("#!rule 1\nyes\u061C: \"a\"\n"), 2, 4,
                     "a bidi control outside quotes");
}

static void
test_all_errors_of_a_file_are_found(void)
{
    CHECK_INT(count_lines(STR("#!rule 1\nx\na: b\nDrop: x\n[y\nc: d\n")), 2);
    CHECK_INT(errors.n, 3);
    CHECK_INT(errors.items[0].line, 2);
    CHECK_INT(errors.items[1].line, 4);
    CHECK_INT(errors.items[2].line, 5);
}

/* Which name is chosen for `word`; the message of the error, if it is none. */
static size_t
choose(const char *word)
{
    static const char *const names[] = { "start", "no", "inside" };
    static char text[64] = "#!rule 1\n";
    struct rule_line line;
    struct str w = str_of(word);

    memcpy(text + 9, w.ptr, w.len);
    memcpy(text + 9 + w.len, ": x", 3);
    begin((struct str){ text, 12 + w.len });
    if (!CHECK(rule_lines_next(&lines, &line)))
        return 99;
    return rule_lines_choose(&lines, line.key, names, 3, "no such key");
}

static void
test_a_name_is_chosen_or_suggested(void)
{
    CHECK_INT(choose("inside"), 2);
    CHECK_INT(errors.n, 0);

    CHECK_INT(choose("strat"), 3);
    check_error(0, 2, 1, "no such key ⟦strat⟧, did you mean 'start'?");
    CHECK_INT(choose("insid"), 3);
    check_error(0, 2, 1, "no such key ⟦insid⟧, did you mean 'inside'?");
    CHECK_INT(choose("ni"), 3);
    check_error(0, 2, 1, "no such key ⟦ni⟧, did you mean 'no'?");

    CHECK_INT(choose("strip"), 3);
    check_error(0, 2, 1, "no such key ⟦strip⟧");
    CHECK_INT(choose("headline"), 3);
    check_error(0, 2, 1, "no such key ⟦headline⟧");
    CHECK_INT(choose("insideinsideinsideinsideinside"), 3);
    check_error(0, 2, 1, "no such key ⟦insideinsideinsideinsideinside⟧");
}

static void
test_errors_grow_past_their_first_room(void)
{
    char text[512] = "#!rule 1\n";
    size_t len = 9;

    for (int i = 0; i < 100; i++) {
        memcpy(text + len, "x\n", 2);
        len += 2;
    }
    count_lines((struct str){ text, len });
    CHECK_INT(errors.n, 100);
    check_error(99, 101, 1,
                "a line is \"key: value\", a section or a remark ⟦x⟧");
    CHECK(!errors.no_memory);
}

int
main(void)
{
    test_sections_and_entries_are_cut_into_their_parts();
    test_remarks_and_blank_lines_are_skipped();
    test_a_mark_and_carriage_returns_are_no_part_of_the_text();
    test_a_last_line_needs_no_end();
    test_a_file_without_its_first_line_is_read_on();
    test_other_versions_are_refused_whole();
    test_an_empty_file_is_an_error_of_the_file();
    test_a_file_may_be_as_large_as_the_limit();
    test_bytes_that_are_not_utf8_are_placed();
    test_columns_count_code_points();
    test_a_line_without_a_colon_is_an_error();
    test_keys_are_small_letters_in_the_first_column();
    test_an_entry_says_something();
    test_sections_are_closed_and_begin_with_a_kind();
    test_control_characters_are_errors_anywhere();
    test_bidi_controls_stand_in_quotes_only();
    test_all_errors_of_a_file_are_found();
    test_a_name_is_chosen_or_suggested();
    test_errors_grow_past_their_first_room();
    store_free(&store);
    return check_summary();
}
