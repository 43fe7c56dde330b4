/* test_rule_proofs.c - yes: and no: lines run against the entries above them.
 */
#include "rules/rule_set.h"

#include "check.h"
#include "ruled_page.h"

/* Prove a file of these lines; all findings are as they are written here. */
static void
check_proofs(const char *lines, bool is_strict, const char *findings)
{
    char file[2048];

    snprintf(file, sizeof file, "site: a.ly\n%s", lines);
    rules_of(file);
    CHECK_INT(rule_file_prove(rules->files[0], is_strict, &rules_found),
              rules->files[0]->n_proofs);
    if (!CHECK_STR(rules_findings_text(false), findings))
        printf("    lines: %s\n", lines);
}

#define NOT_HIT "a yes: line is not hit by the entry above"
#define HIT "a no: line is hit by the entry above"
#define NO_YES "no yes: line proves this"
#define NO_NO "no no: line shows what this leaves alone"

static void
test_lines_that_are_hit_and_left_alone_pass(void)
{
    check_proofs("drop: \"اقرأ أيضا\"\nyes: \"إقرأ أيضًا: خبر\"\n"
                 "no: \"لمن اقرأ أيضا\"", true, "");
    check_proofs("until: /^\\d+$/\nyes: \"12\"\nno: \"12 يوما\"", true, "");
    check_proofs("after: /^اقرا/f\nyes: \"إقرأ\"\nno: \"لمن إقرأ\"", true,
                 "");
    check_proofs("drop: =\"أخبار\"\nyes: \"أخبار اليوم\"\n"
                 "no: \"اخبار اليوم\"", true, "");
    check_proofs("drop: *\"شارك\"\nyes: \"قال شارك\"\nno: \"قال شاركت\"",
                 true, "");
}

static void
test_a_yes_line_that_is_not_hit_fails(void)
{
    check_proofs("drop: \"واس\"\nyes: \"واس\" | \"واسع\"\nno: \"واسي\"",
                 true, "E14 4:15 " NOT_HIT " ⟦واسع⟧\n");
}

static void
test_a_no_line_that_is_hit_fails(void)
{
    check_proofs("drop: \"واس\"\nyes: \"واس\"\n\nno: \"واس: الرياض\"", true,
                 "E14 6:6 " HIT " ⟦واس: الرياض⟧\n");
}

static void
test_a_yes_line_is_hit_by_any_value_and_a_no_line_by_none(void)
{
    check_proofs("drop: \"أ\" | \"ب\"\nyes: \"أ\"\nyes: \"ب\"\nno: \"ج\"",
                 true, "");
    check_proofs("drop: \"أ\" | \"ب\"\nyes: \"أ\" | \"ب\"\nno: \"ب\"", true,
                 "E14 5:6 " HIT " ⟦ب⟧\n");
}

static void
test_every_value_wants_a_yes_line_of_its_own(void)
{
    check_proofs("drop: \"أ\" | \"ب\"\nyes: \"أ\"\nno: \"ج\"", true,
                 "E14 3:13 " NO_YES " ⟦\"ب\"⟧\n");
}

static void
test_missing_proofs_are_errors_of_shipped_files_and_warnings_of_others(void)
{
    check_proofs("drop: \"أ\"", true, "E14 3:7 " NO_YES " ⟦\"أ\"⟧\n"
                                      "E14 3:7 " NO_NO " ⟦\"أ\"⟧\n");
    check_proofs("drop: \"أ\"", false, "W34 3:7 " NO_YES " ⟦\"أ\"⟧\n"
                                       "W34 3:7 " NO_NO " ⟦\"أ\"⟧\n");
    check_proofs("drop: \"أ\"\nyes: \"أ\"", false,
                 "W34 3:7 " NO_NO " ⟦\"أ\"⟧\n");
    check_proofs("drop: \"أ\"\nyes: \"ب\"\nno: \"ب\"", false,
                 "E14 4:7 " NOT_HIT " ⟦ب⟧\nW34 3:7 " NO_YES " ⟦\"أ\"⟧\n");
}

static void
test_phrases_and_patterns_of_four_keys_want_proofs(void)
{
    check_proofs("drop: \"أ\"\ncut: /أ/\nuntil: \"أ\"\nafter: /أ/", true,
                 "E14 3:7 " NO_YES " ⟦\"أ\"⟧\nE14 3:7 " NO_NO " ⟦\"أ\"⟧\n"
                 "E14 4:6 " NO_YES " ⟦/أ/⟧\nE14 4:6 " NO_NO " ⟦/أ/⟧\n"
                 "E14 5:8 " NO_YES " ⟦\"أ\"⟧\nE14 5:8 " NO_NO " ⟦\"أ\"⟧\n"
                 "E14 6:8 " NO_YES " ⟦/أ/⟧\nE14 6:8 " NO_NO " ⟦/أ/⟧\n");
    check_proofs("keep: \"أ\"\nfrom: \"أ\"\nhint+5: \"أ\"\ntitle: \"أ\"\n"
                 "mark: \"أ\"\nif: \"أ\"\ndrop: .x | @title\nuntil: .x\n"
                 "after: @title last\ncut: b\nbody: p\n[case a.html]\n"
                 "has: \"أ\"", true, "");
}

static void
test_a_cut_is_proven_by_what_it_takes_away(void)
{
    check_proofs("cut: \"رويترز\"\nyes: \"قال. (رويترز)\"\n"
                 "no: \"قالت رويترز اليوم\"", true, "");
    check_proofs("cut: *\"رويترز\"\nyes: \"قالت رويترز اليوم\"\n"
                 "no: \"قالت لرويترز\"", true, "");
    check_proofs("cut: /\\s*\\(رويترز\\)$/\nyes: \"قال (رويترز)\"\n"
                 "no: \"(رويترز) قالت\"", true, "");
    check_proofs("cut: \"رويترز\"\nyes: \"قالت رويترز اليوم\"\nno: \"قال\"",
                 false, "E14 4:7 " NOT_HIT " ⟦قالت رويترز اليوم⟧\n"
                        "W34 3:6 " NO_YES " ⟦\"رويترز\"⟧\n");
}

static void
test_other_keys_may_be_proven_too(void)
{
    check_proofs("keep: \"أ\"\nyes: \"أ ب\"\nno: \"ب أ\"", true, "");
    check_proofs("mark: \"المساء\"\nyes: \"في المساء\"\nno: \"مساء\"", true,
                 "");
    check_proofs("drop: .x\nyes: \"أ\"", true,
                 "E14 4:7 " NOT_HIT " ⟦أ⟧\n");
}

static void
test_proofs_in_sections_are_of_their_entries(void)
{
    check_proofs("drop: \"أ\"\nyes: \"أ\"\nno: \"ب\"\n[text]\ndrop: \"ب\"\n"
                 "yes: \"ب\"\nno: \"أ\"", true, "");
}

/* Each value folds the line again, and a line may be 4,096 bytes. */
static void
test_long_lines_and_many_values_need_little_memory(void)
{
    static char file[64 << 10];
    size_t n = (size_t)snprintf(file, sizeof file, "site: a.ly\ncut: ");

    for (int i = 0; i < 1000; i++)
        n += (size_t)snprintf(file + n, sizeof file - n, "%s*\"b\"",
                              i > 0 ? " | " : "");
    n += (size_t)snprintf(file + n, sizeof file - n, "\nyes: \"");
    for (int i = 0; i < 2048; i++)
        n += (size_t)snprintf(file + n, sizeof file - n, "b ");
    snprintf(file + n, sizeof file - n, "\"\nno: \"c\"");
    rules_of(file);
    CHECK_INT(rule_file_prove(rules->files[0], true, &rules_found), 2);
    CHECK_STR(rules_findings_text(false), "");
}

static void
test_the_longest_proof(void)
{
    static char file[8192];
    size_t n = (size_t)snprintf(file, sizeof file,
                                "site: a.ly\nkeep: *\"b\"\nyes: \"b");

    memset(file + n, ' ', 4095);
    memcpy(file + n + 4095, "\"", 2);
    rules_of(file);
    rule_file_prove(rules->files[0], true, &rules_found);
    CHECK_STR(rules_findings_text(false), "");
    memcpy(file + n + 4095, " \"", 3);
    rules_of(file);
    CHECK_INT(rule_file_prove(rules->files[0], true, &rules_found), 1);
    CHECK_STR(rules_findings_text(false),
              "E15 4:7 a proof of over 4,096 bytes\n");
}

static void
test_a_file_without_proofs_has_none_run(void)
{
    check_proofs("body: .x", true, "");
}

int
main(void)
{
    test_lines_that_are_hit_and_left_alone_pass();
    test_a_yes_line_that_is_not_hit_fails();
    test_a_no_line_that_is_hit_fails();
    test_a_yes_line_is_hit_by_any_value_and_a_no_line_by_none();
    test_every_value_wants_a_yes_line_of_its_own();
    test_missing_proofs_are_errors_of_shipped_files_and_warnings_of_others();
    test_phrases_and_patterns_of_four_keys_want_proofs();
    test_a_cut_is_proven_by_what_it_takes_away();
    test_other_keys_may_be_proven_too();
    test_proofs_in_sections_are_of_their_entries();
    test_long_lines_and_many_values_need_little_memory();
    test_the_longest_proof();
    test_a_file_without_proofs_has_none_run();
    rules_done();
    return check_summary();
}
