/* test_cases.c - the cases of files of rules. */
#include "tests/author/rules_folder.h"

static struct folder folder;
static lubb_rules *rules;       /* of the newest run */
static const lubb_case_result *results;
static size_t n_results;

/* Run the cases of a file of rules with this text. */
static void
run(const char *text)
{
    lubb_rules_close(rules);
    folder_write(&folder, "press.rule", text);
    rules = folder_rules(&folder, "press.rule");
    CHECK_INT(lubb_rules_test(rules, NULL, &results, &n_results), LUBB_OK);
}

/* The outcome of the first line with this field; -1 when there is none. */
static int
outcome_of(const char *field)
{
    for (size_t i = 0; i < n_results; i++)
        if (strcmp(results[i].field, field) == 0)
            return (int)results[i].outcome;
    return -1;
}

static const lubb_case_result *
result_of(const char *field)
{
    static const lubb_case_result none = { .wanted = "?", .got = "?" };

    for (size_t i = 0; i < n_results; i++)
        if (strcmp(results[i].field, field) == 0)
            return &results[i];
    return &none;
}

/* The outcome of one line added to a right case. */
static int
outcome_with(const char *line, const char *field)
{
    char text[2048];

    snprintf(text, sizeof text, "%s[case page.html]\n%s\n", RULE_HEAD, line);
    run(text);
    return outcome_of(field);
}

/* -- the rule -------------------------------------------------------------- */

static void
test_case_passes(void)
{
    run(RULE_HEAD RULE_CASE);
    CHECK_INT(n_results, 2);
    CHECK_STR(str_of(results[0].field), "rule");
    CHECK_INT(results[0].outcome, LUBB_PASSED);
    CHECK_INT(results[0].line, 4);
    CHECK_STR(str_of(results[0].page), "page.html");
    CHECK(str_ends(str_of(results[0].file), STR("press.rule")));
    CHECK_STR(str_of(results[1].field), "has");
    CHECK_INT(results[1].outcome, LUBB_PASSED);
    CHECK_INT(results[1].line, 5);
    CHECK_STR(str_of(results[1].wanted), "");
}

/* A miss fails its case, though the general judgement finds the text. */
static void
test_miss_fails_the_case(void)
{
    run(RULE_HEAD "body: .none\n" RULE_CASE);
    CHECK_INT(outcome_of("rule"), LUBB_FAILED);
    CHECK_INT(outcome_of("has"), LUBB_PASSED);
    CHECK(strstr(result_of("rule")->wanted, "press.rule") != NULL);
    CHECK(strncmp(result_of("rule")->got, "general", 7) == 0);
    CHECK(strstr(result_of("rule")->got, "body:0") != NULL);
}

static void
test_theme_is_found_by_its_marks(void)
{
    run("#!rule 1\ntheme: little\nmark: .writer\nbody: .content\n" RULE_CASE);
    CHECK_INT(outcome_of("rule"), LUBB_PASSED);
    run("#!rule 1\ntheme: little\nmark: .none\nbody: .content\n" RULE_CASE);
    CHECK_INT(outcome_of("rule"), LUBB_FAILED);
}

static void
test_site_with_a_path_is_asked_below_it(void)
{
    run("#!rule 1\nnot: press.example/x\nsite: press.example/dz\n"
        "body: .content\n" RULE_CASE);
    CHECK_INT(outcome_of("rule"), LUBB_PASSED);
}

/* -- lines ----------------------------------------------------------------- */

static void
test_has_and_lacks(void)
{
    CHECK_INT(outcome_with("has: \"لم يقل أحد هذا\"", "has"), LUBB_FAILED);
    CHECK_STR(str_of(result_of("has")->wanted), "لم يقل أحد هذا");
    CHECK_INT(outcome_with("lacks: \"لم يقل أحد هذا\"", "lacks"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("lacks: \"مكتبة الحي القديم\"", "lacks"),
              LUBB_FAILED);
    CHECK_STR(str_of(result_of("lacks")->got), "مكتبة الحي القديم");
}

static void
test_letters_are_not_folded_but_white_space_is_one(void)
{
    CHECK_INT(outcome_with("has: \"مكتبه الحي القديم\"", "has"), LUBB_FAILED);
    CHECK_INT(outcome_with("has: \"مكتبة   الحي\xC2\xA0القديم\"", "has"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("has: \"طفولتهم. وقالت مديرة\"", "has"),
              LUBB_PASSED);
}

static void
test_all_of_has_must_hold(void)
{
    CHECK_INT(outcome_with("has: \"مكتبة الحي\" | \"لم يقل\"", "has"),
              LUBB_FAILED);
    CHECK_INT(n_results, 2);
    CHECK_STR(str_of(result_of("has")->wanted), "لم يقل");
    CHECK_INT(outcome_with("has: \"مكتبة الحي\" | \"وقالت مديرة\"", "has"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("lacks: \"لم يقل\" | \"مكتبة الحي\"", "lacks"),
              LUBB_FAILED);
}

static void
test_first_and_last(void)
{
    CHECK_INT(outcome_with("first: \"فتحت مكتبة الحي\"", "first"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("first: \"مكتبة الحي\"", "first"), LUBB_FAILED);
    CHECK(strncmp(result_of("first")->got, "فتحت", strlen("فتحت")) == 0);
    CHECK_INT(outcome_with("last: \"في أيام الامتحانات.\"", "last"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("last: \"في أيام\"", "last"), LUBB_FAILED);
    CHECK(str_ends(str_of(result_of("last")->got), STR("الامتحانات.")));
    CHECK_INT(outcome_with("first: \"لا\" | \"فتحت\"", "first"), LUBB_PASSED);
}

static void
test_fields(void)
{
    CHECK_INT(outcome_with("byline: \"سالم الهادي\"", "byline"),
              LUBB_PASSED);
    CHECK_INT(outcome_with("byline: سالم الهادي", "byline"), LUBB_PASSED);
    CHECK_INT(outcome_with("byline: سالم", "byline"), LUBB_FAILED);
    CHECK_STR(str_of(result_of("byline")->got), "سالم الهادي");
    CHECK_INT(outcome_with("title: مكتبة الحي تفتح أبوابها من جديد",
                           "title"), LUBB_PASSED);
    CHECK_INT(outcome_with("title: \"غيره\"", "title"), LUBB_FAILED);
    CHECK_INT(outcome_with("date: 2021", "date"), LUBB_FAILED);
    CHECK_STR(str_of(result_of("date")->got), "");
    CHECK_INT(outcome_with("agency: x", "agency"), LUBB_FAILED);
    CHECK_INT(outcome_with("title: =", "title"), LUBB_FAILED);
}

static void
test_text_is_compared_whole(void)
{
    CHECK_INT(outcome_with("text: right.txt", "text"), LUBB_PASSED);
    CHECK_INT(outcome_with("text: \"right.txt\"", "text"), LUBB_PASSED);
    CHECK_INT(outcome_with("text: wrong.txt", "text"), LUBB_FAILED);
    CHECK_STR(str_of(result_of("text")->wanted), "سطر آخر");
    CHECK(strncmp(result_of("text")->got, "وقالت", strlen("وقالت")) == 0);
    CHECK_INT(outcome_with("text: short.txt", "text"), LUBB_FAILED);
    CHECK_STR(str_of(result_of("text")->wanted), "(the end of the text)");
    CHECK_INT(outcome_with("text: nowhere.txt", "text"), LUBB_FAILED);
    CHECK(strstr(result_of("text")->got, "cannot be read") != NULL);
}

static void
test_text_none(void)
{
    CHECK_INT(outcome_with("text: none", "text"), LUBB_FAILED);
    CHECK_INT(outcome_of("rule"), -1);
    run(RULE_HEAD "[case menu.html]\ntext: none\n");
    CHECK_INT(n_results, 1);
    CHECK_INT(outcome_of("text"), LUBB_PASSED);
}

static void
test_todo_lines(void)
{
    CHECK_INT(outcome_with("todo-has: \"لم يقل أحد هذا\"", "has"), LUBB_TODO);
    CHECK_INT(outcome_with("todo-has: \"مكتبة الحي\"", "has"),
              LUBB_TODO_PASSED);
    CHECK_INT(outcome_with("todo-title: x", "title"), LUBB_TODO);
}

/* -- pages ----------------------------------------------------------------- */

static void
test_page_is_looked_for_upwards(void)
{
    lubb_rules *deep;

    folder_make(&folder, "a");
    folder_make(&folder, "a/b");
    folder_make(&folder, "a/b/c");
    folder_write(&folder, "a/b/c/deep.rule", RULE_HEAD RULE_CASE);
    deep = folder_rules(&folder, "a/b/c/deep.rule");
    CHECK_INT(lubb_rules_test(deep, NULL, &results, &n_results), LUBB_OK);
    CHECK_INT(outcome_of("rule"), LUBB_PASSED);
    lubb_rules_close(deep);
}

/* From the folder that one stands in, with names that have no folder. */
static void
test_page_is_looked_for_above_the_working_folder(void)
{
    const char *path = "deep.rule";
    lubb_rules *deep;
    char before[FOLDER_PATH];

    if (!getcwd(before, sizeof before) ||
        chdir(folder_at(&folder, "a/b/c")) != 0)
        exit(2);
    if (lubb_rules_open(&path, 1, &deep, NULL) != LUBB_OK)
        exit(2);
    CHECK_INT(lubb_rules_test(deep, NULL, &results, &n_results), LUBB_OK);
    CHECK_INT(outcome_of("rule"), LUBB_PASSED);
    lubb_rules_close(deep);
    if (chdir(before) != 0)
        exit(2);
}

static void
test_missing_page_fails(void)
{
    run(RULE_HEAD "[case nowhere.html]\nhas: \"x y z\"\n" RULE_CASE);
    CHECK_INT(n_results, 3);
    CHECK_INT(results[0].outcome, LUBB_FAILED);
    CHECK_STR(str_of(results[0].field), "rule");
    CHECK(strstr(results[0].got, "cannot be read") != NULL);
    CHECK_INT(results[1].outcome, LUBB_PASSED);
}

static void
test_whole_path_is_taken_as_it_is(void)
{
    char text[1024];

    snprintf(text, sizeof text, "%s[case %s]\nhas: \"مكتبة\"\n", RULE_HEAD,
             folder_at(&folder, "page.html"));
    run(text);
    CHECK_INT(outcome_of("rule"), LUBB_PASSED);
    run(RULE_HEAD "[case /nowhere/page.html]\nhas: \"مكتبة\"\n");
    CHECK_INT(outcome_of("rule"), LUBB_FAILED);
}

/* -- which files ----------------------------------------------------------- */

static void
test_host_or_theme_chooses_files(void)
{
    run(RULE_HEAD RULE_CASE);
    CHECK_INT(lubb_rules_test(rules, "press.example", &results, &n_results),
              LUBB_OK);
    CHECK_INT(n_results, 2);
    CHECK_INT(lubb_rules_test(rules, "www.press.example", &results,
                              &n_results), LUBB_OK);
    CHECK_INT(n_results, 2);
    CHECK_INT(lubb_rules_test(rules, "other.example", &results, &n_results),
              LUBB_OK);
    CHECK_INT(n_results, 0);
    run("#!rule 1\ntheme: little\nmark: .writer\nbody: .content\n" RULE_CASE);
    CHECK_INT(lubb_rules_test(rules, "little", &results, &n_results),
              LUBB_OK);
    CHECK_INT(n_results, 2);
    CHECK_INT(lubb_rules_test(rules, "theme/little", &results, &n_results),
              LUBB_OK);
    CHECK_INT(n_results, 2);
    CHECK_INT(lubb_rules_test(rules, "little.example", &results, &n_results),
              LUBB_OK);
    CHECK_INT(n_results, 0);
}

static void
test_wrong_rules_are_not_run(void)
{
    lubb_rules *wrong;

    folder_write(&folder, "wrong.rule", RULE_HEAD "bdy: .x\n" RULE_CASE);
    wrong = folder_rules(&folder, "wrong.rule");
    CHECK_INT(lubb_rules_test(wrong, NULL, &results, &n_results),
              LUBB_E_RULE);
    CHECK_INT(n_results, 0);
    lubb_rules_close(wrong);
}

/* A failed line of the pack is the business of its pages; here: it is run. */
static void
test_pack_has_cases(void)
{
    lubb_rules *pack;
    size_t n_rules = 0;

    if (lubb_rules_open(NULL, 0, &pack, NULL) != LUBB_OK)
        exit(2);
    CHECK_INT(lubb_rules_test(pack, NULL, &results, &n_results), LUBB_OK);
    for (size_t i = 0; i < n_results; i++)
        if (strcmp(results[i].field, "rule") == 0) {
            n_rules++;
            if (!CHECK_INT(results[i].outcome, LUBB_PASSED))
                printf("    %s: %s\n", results[i].page, results[i].got);
        }
    CHECK(n_rules > 10);
    lubb_rules_close(pack);
}

/* The right text of the page, one line of it wrong, and a part of it. */
static void
write_texts(void)
{
    const lubb_hint hint = { .size = sizeof hint,
                             .site = { "press.example", 13 } };
    lubb_options options = { .size = sizeof options };
    static const char page[] = PAGE_HEAD PAGE_TEXT PAGE_TAIL;
    char text[4096], wrong[4096], *second;
    const lubb_page *found;
    lubb_engine *engine;
    lubb_worker *worker;

    folder_write(&folder, "press.rule", RULE_HEAD RULE_CASE);
    options.rules_path = folder_at(&folder, "press.rule");
    if (lubb_engine_new(&options, &engine, NULL) != LUBB_OK ||
        lubb_worker_new(engine, &worker) != LUBB_OK ||
        lubb_extract(engine, worker, page, sizeof page - 1, &hint, &found) !=
            LUBB_OK)
        exit(2);
    snprintf(text, sizeof text, "%.*s", (int)found->text.len,
             found->text.ptr);
    folder_write(&folder, "right.txt", text);
    second = strchr(text, '\n') + 1;
    snprintf(wrong, sizeof wrong, "%.*sسطر آخر\n%s", (int)(second - text),
             text, strchr(second, '\n') + 1);
    folder_write(&folder, "wrong.txt", wrong);
    *second = '\0';
    folder_write(&folder, "short.txt", text);
    lubb_worker_free(worker);
    lubb_engine_free(engine);
}

int
main(void)
{
    folder_open(&folder);
    folder_write(&folder, "page.html", PAGE_HEAD PAGE_TEXT PAGE_TAIL);
    folder_write(&folder, "menu.html", PAGE_HEAD PAGE_TAIL);
    write_texts();
    test_case_passes();
    test_miss_fails_the_case();
    test_theme_is_found_by_its_marks();
    test_site_with_a_path_is_asked_below_it();
    test_has_and_lacks();
    test_letters_are_not_folded_but_white_space_is_one();
    test_all_of_has_must_hold();
    test_first_and_last();
    test_fields();
    test_text_is_compared_whole();
    test_text_none();
    test_todo_lines();
    test_page_is_looked_for_upwards();
    test_page_is_looked_for_above_the_working_folder();
    test_missing_page_fails();
    test_whole_path_is_taken_as_it_is();
    test_host_or_theme_chooses_files();
    test_wrong_rules_are_not_run();
    test_pack_has_cases();
    lubb_rules_close(rules);
    folder_close(&folder);
    return check_summary();
}
