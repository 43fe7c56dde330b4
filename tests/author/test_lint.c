/* test_lint.c - findings as a whole: of loading, of several files, their order,
 * and what silences them.
 */
#include "tests/author/lint_run.h"

static void
test_right_file_has_no_finding(struct lint_run *run)
{
    lint_lines(run, "body: .content\ndrop: .footer\nmark: \"صحيفة المثال\"\n"
                    "until: \"من نحن\"\nyes: \"من نحن\"\n"
                    "no: \"سألنا من نحن فلم يجب أحد من الحاضرين عن هذا\"\n");
    CHECK_STR(lint_places(run, "W22"), "6:7");
    lint_lines(run, "body: .content\ntitle: h1\nuntil: *\"من نحن\"\n"
                    "yes: \"من نحن\"\nno: \"سألنا من هم\"\n");
    CHECK_STR(lint_places(run, NULL), "");
}

static void
test_all_mistakes_are_told_at_once(struct lint_run *run)
{
    lint_lines(run, "bdy: .content\ndrop: .x[\ntitle:\nwhat is this\n"
                    "keep: /(/\n");
    CHECK_STR(lint_places(run, NULL),
              "E01 4:1 E11 5:7 E10 6:1 E02 7:1 E04 8:9");
    CHECK(run->findings[0].is_error);
    CHECK_STR(str_of(run->findings[0].word), "bdy");
    CHECK_STR(str_of(run->findings[0].source), "bdy: .content");
    CHECK_STR(str_of(run->findings[0].hint), "did you mean 'body'?");
}

/* A file with an error says nothing of its entries; the others do. */
static void
test_wrong_file_hides_nothing_in_others(struct lint_run *run)
{
    folder_write(&run->folder, "a.rule", "#!rule 1\nsite: a.example\nbdy: x\n");
    folder_write(&run->folder, "b.rule",
                 "#!rule 1\nsite: b.example\nbyline: .writer\nkeep: .none\n"
                 "drop: \"من نحن\"\nyes: \"من هم\"\n" RULE_CASE);
    folder_write(&run->folder, "press.rule", RULE_HEAD RULE_CASE);
    lint_path(run, "");
    CHECK(str_ends(str_of(run->findings[0].file), STR("a.rule")));
    CHECK_STR(lint_places(run, "E01"), "3:1");
    CHECK_STR(lint_places(run, "E14"), "6:7");
    CHECK_STR(lint_places(run, "W34"), "5:7 5:7");
    folder_write(&run->folder, "b.rule",
                 "#!rule 1\nsite: b.example\nbyline: .writer\nkeep: .none\n"
                 RULE_CASE);
    lint_path(run, "");
    CHECK_STR(lint_places(run, NULL), "E01 3:1 W22 4:7");
    folder_write(&run->folder, "a.rule", RULE_HEAD RULE_CASE);
    folder_write(&run->folder, "b.rule", RULE_HEAD RULE_CASE);
}

static void
test_two_files_of_one_site(struct lint_run *run)
{
    lint_path(run, "");
    CHECK_STR(lint_places(run, "E05"), "2:1 2:1");
    CHECK(str_ends(str_of(run->findings[0].file), STR("b.rule")));
    lint_path(run, "b.rule");
    CHECK_STR(lint_places(run, NULL), "");
}

/* That a theme is missing is not believed where its file has an error. */
static void
test_theme_with_an_error_is_not_missing(struct lint_run *run)
{
    folder_write(&run->folder, "a.rule",
                 "#!rule 1\nsite: a.example\nuse: theme/small\n"
                 "byline: .writer\n" RULE_CASE);
    folder_write(&run->folder, "b.rule",
                 "#!rule 1\ntheme: small\nmark: .writer\nbdy: .x\n");
    lint_path(run, "");
    CHECK_STR(lint_places(run, NULL), "E01 4:1");
    folder_write(&run->folder, "b.rule",
                 "#!rule 1\ntheme: tiny\nmark: .writer\nbody: .content\n"
                 RULE_CASE);
    lint_path(run, "");
    CHECK_STR(lint_places(run, "E01"), "3:1");
    CHECK(str_ends(str_of(lint_first(run, "E01")->file), STR("a.rule")));
}

static void
test_file_without_a_case(struct lint_run *run)
{
    lint_text(run, "#!rule 1\nsite: press.example\nbody: .content\n");
    CHECK_STR(lint_places(run, NULL), "E08 0:0");
    CHECK_STR(str_of(run->findings[0].source), "");
    lint_text(run, RULE_HEAD RULE_CASE);
    CHECK_STR(lint_places(run, "E08"), "");
}

static void
test_proofs_that_fail_or_are_missing(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "drop: *\"من نحن\"\nyes: \"من هم\"\n"
                              "no: \"هنا من نحن\"\n", "E14"), "5:7 6:6");
    CHECK_STR(lint_added(run, "drop: *\"من نحن\"\n", "W34"), "4:7 4:7");
    CHECK_STR(lint_added(run, "drop: *\"من نحن\"\nyes: \"من نحن\"\n"
                              "no: \"هنا من هم\"\n", "W34"), "");
}

static void
test_files_that_a_case_names(struct lint_run *run)
{
    lint_text(run, RULE_HEAD RULE_CASE "[case nowhere.html]\nhas: \"كلمة\"\n");
    CHECK_STR(lint_places(run, NULL), "E16 6:1");
    CHECK_STR(str_of(run->findings[0].word), "nowhere.html");
    lint_text(run, RULE_HEAD RULE_CASE "text: nowhere.txt\n");
    CHECK_STR(lint_places(run, NULL), "E16 6:7");
    lint_text(run, RULE_HEAD RULE_CASE "text: page.html\n");
    CHECK_STR(lint_places(run, NULL), "");
    lint_text(run, RULE_HEAD RULE_CASE "text: none\n");
    CHECK_STR(lint_places(run, NULL), "");
}

/* -- order and lint-off ---------------------------------------------------- */

static void
test_findings_are_in_order_of_lines(struct lint_run *run)
{
    lint_lines(run, "keep: .none, #ctl00_main_x, .sc-bdVaJa\n"
                    "keep: \"كلمـة\"\nchecked: 2020-01-01\n");
    CHECK_STR(lint_places(run, NULL),
              "W22 4:7 W33 4:14 W20 4:29 W22 5:7 W32 5:11");
}

static void
test_columns_are_code_points(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "keep: \"سالم الهادي\" | .css-1q2w3e\n", "W20"),
              "4:23");
    CHECK_STR(str_of(lint_first(run, "W20")->source),
              "keep: \"سالم الهادي\" | .css-1q2w3e");
}

static void
test_lint_off_silences_the_next_line(struct lint_run *run)
{
    static const char line[] = "keep: #ctl00_main_x, .sc-bdVaJa\n";
    char lines[256];

    lint_lines(run, line);
    CHECK_STR(lint_places(run, NULL), "W33 4:7 W22 4:7 W20 4:22");
    snprintf(lines, sizeof lines, "# lint-off W20, W22\n%s", line);
    lint_lines(run, lines);
    CHECK_STR(lint_places(run, NULL), "W33 5:7");
    snprintf(lines, sizeof lines, "# lint-off W20\n\n%s", line);
    lint_lines(run, lines);
    CHECK_STR(lint_places(run, "W20"), "6:22");
    snprintf(lines, sizeof lines, "# lint-off W20 W22 W33\n%s%s", line, line);
    lint_lines(run, lines);
    CHECK_STR(lint_places(run, NULL), "W33 6:7 W22 6:7 W20 6:22");
}

static void
test_lint_off_is_not_for_errors(struct lint_run *run)
{
    CHECK_STR(lint_added(run, "# lint-off E01\nbdy: .x\n", "E01"), "5:1");
    CHECK_STR(lint_added(run, "# lint-offW20\nkeep: .sc-bdVaJa\n", "W20"),
              "5:7");
}

/* -- asked otherwise ------------------------------------------------------- */

static void
test_today_is_a_day(struct lint_run *run)
{
    static const char *const wrong[] = { "", "2026", "2026-13-01",
                                         "2026-00-10", "2026-1-100",
                                         "01-01-2026", "2026-01-+1" };

    lint_text(run, RULE_HEAD RULE_CASE);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CHECK_INT(lubb_rules_lint(run->rules, wrong[i], &run->findings,
                                  &run->n), LUBB_E_USAGE);
        CHECK_INT(run->n, 0);
    }
    CHECK_INT(lubb_rules_lint(run->rules, "2026-02-28", &run->findings,
                              &run->n), LUBB_OK);
}

static void
test_same_question_has_the_same_answer(struct lint_run *run)
{
    lint_lines(run, "keep: .none | .sc-bdVaJa\n");
    CHECK_STR(lint_places(run, NULL), "W22 4:7 W20 4:15 W22 4:15");
    CHECK_INT(lubb_rules_lint(run->rules, NULL, &run->findings, &run->n),
              LUBB_OK);
    CHECK_STR(lint_places(run, NULL), "W22 4:7 W20 4:15 W22 4:15");
}

static void
test_path_that_is_not_there(struct lint_run *run)
{
    const char *paths[] = { folder_at(&run->folder, "press.rule"),
                            "nowhere.rule" };
    lubb_rules *rules;
    lubb_error error;

    CHECK_INT(lubb_rules_open(paths, 2, &rules, &error), LUBB_E_FILE);
    CHECK(!rules);
    CHECK_STR(str_of(error.file), "nowhere.rule");
    CHECK_INT(lubb_rules_open(paths, 2, &rules, NULL), LUBB_E_FILE);
    lubb_rules_close(NULL);
}

static void
test_file_that_two_paths_name_is_read_once(struct lint_run *run)
{
    const char *file = folder_at(&run->folder, "press.rule");
    const char *paths[] = { file, file };
    lubb_rules *rules;
    const lubb_finding *findings;
    size_t n;

    folder_write(&run->folder, "press.rule", RULE_HEAD RULE_CASE);
    if (lubb_rules_open(paths, 2, &rules, NULL) != LUBB_OK)
        exit(2);
    CHECK_INT(lubb_rules_lint(rules, NULL, &findings, &n), LUBB_OK);
    CHECK_INT(n, 0);
    lubb_rules_close(rules);
}

static void
test_built_in_pack_has_no_error(void)
{
    lubb_rules *rules;
    const lubb_finding *findings;
    size_t n;

    if (lubb_rules_open(NULL, 0, &rules, NULL) != LUBB_OK)
        exit(2);
    CHECK_INT(lubb_rules_lint(rules, NULL, &findings, &n), LUBB_OK);
    for (size_t i = 0; i < n; i++)
        if (!CHECK(!findings[i].is_error))
            printf("    %s:%u: %s %s\n", findings[i].file,
                   (unsigned)findings[i].line, findings[i].code,
                   findings[i].message);
    lubb_rules_close(rules);
}

/* A file of phrases is read, proved, and else left in peace. */
static void
test_file_of_phrases(struct lint_run *run)
{
    lint_text(run, "#!rule 1\n[lexicon related]\nline: \"عناوين كثيرة هنا\"\n"
                   "yes: \"عناوين كثيرة هنا\"\n");
    CHECK_STR(lint_places(run, NULL), "");
    lint_text(run, "#!rule 1\n[lexicon related]\nline: \"عناوين كثيرة هنا\"\n"
                   "yes: \"عناوين أخرى تماما لا تعرف\"\n");
    CHECK_STR(lint_places(run, NULL), "E14 4:7");
    lint_text(run, "#!rule 1\n[lexicon relatd]\nline: \"عناوين\"\n");
    CHECK_STR(lint_places(run, NULL), "E01 2:10");
}

int
main(void)
{
    struct lint_run run;

    lint_open(&run);
    test_right_file_has_no_finding(&run);
    test_all_mistakes_are_told_at_once(&run);
    test_file_without_a_case(&run);
    test_proofs_that_fail_or_are_missing(&run);
    test_files_that_a_case_names(&run);
    test_findings_are_in_order_of_lines(&run);
    test_columns_are_code_points(&run);
    test_lint_off_silences_the_next_line(&run);
    test_lint_off_is_not_for_errors(&run);
    test_today_is_a_day(&run);
    test_same_question_has_the_same_answer(&run);
    test_path_that_is_not_there(&run);
    test_file_that_two_paths_name_is_read_once(&run);
    test_file_of_phrases(&run);
    test_wrong_file_hides_nothing_in_others(&run);
    test_two_files_of_one_site(&run);
    test_theme_with_an_error_is_not_missing(&run);
    test_built_in_pack_has_no_error();
    lint_close(&run);
    return check_summary();
}
