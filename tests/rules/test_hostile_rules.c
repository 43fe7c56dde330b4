/* test_hostile_rules.c - files made to hurt: each is refused with a reason, and
 * the reasons do not grow with the file.
 *
 * The number of findings and the store they live in bound the work: a finding
 * a line at most, and of patterns what torture allows.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "rules/rule_set.h"
#include "tests/check.h"
#include "tests/finding.h"

static char text[1 << 20];
static size_t len;

static void
put(const char *s)
{
    struct str part = str_of(s);

    memcpy(text + len, part.ptr, part.len);
    len += part.len;
}

static void
begin(void)
{
    len = 0;
    put("#!rule 1\nsite: a.example\n");
}

static void
put_often(const char *s, int n)
{
    for (int i = 0; i < n; i++)
        put(s);
}

/* The file is refused: its first finding has this code, and there are at most
 * `most` of them. */
static void
check_refused(enum rule_code code, size_t most)
{
    struct store store = { NULL, 0 };
    struct rule_findings findings = { .store = &store };
    struct rule_set *set = rule_set_new(&store);

    CHECK(!rule_set_add_file(set, "x.rule", (struct str){ text, len }, false,
                             &findings));
    CHECK_INT(set->n_files, 0);
    if (CHECK(findings.n > 0 && findings.n <= most) &&
        !CHECK(findings.items[0].code == code))
        printf("    %s: %s\n", rule_code_name(findings.items[0].code),
               message_of(&findings.items[0]).ptr);
    rule_set_free(set);
    store_free(&store);
}

static void
test_64_kb_of_nested_groups_are_refused(void)
{
    begin();
    put("drop: /");
    put_often("(", 32 << 10);
    put("a");
    put_often(")", 32 << 10);
    put("/\n");
    check_refused(RULE_E12, 1);
    begin();
    put("drop: /");
    put_often("(", 200);
    put("a");
    put_often(")", 200);
    put("/\n");
    check_refused(RULE_E12, 1);
}

static void
test_10000_alternatives_are_refused(void)
{
    begin();
    put("drop: \"ab\"");
    put_often(" | \"abc\"", 10000);
    put("\n");
    check_refused(RULE_E15, 1);
    begin();
    put("drop: /a");
    put_often("|ab", 10000);
    put("/\n");
    check_refused(RULE_E12, 1);
}

static void
test_what_runs_away_is_refused(void)
{
    static const char *const patterns[] = {
        "(a(?R)?b)", "(a)(?1)", "(?C)a", "(?C1)a", "a(?&x)(?<x>b)", "(*UTF)a",
        "(*LIMIT_MATCH=4000000000)a", "(a)\\1", "\\Ca", "((a+)+)+$",
        "(x+x+)+y", "a{65535}", "(?:a|aa)+$"
    };

    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        begin();
        put("drop: /");
        put(patterns[i]);
        put("/\n");
        check_refused(RULE_E12, 1);
    }
}

static void
test_what_hides_is_refused(void)
{
    begin();
    put("drop: \"\xFF\xFE\"\n");
    check_refused(RULE_E13, 1);
    begin();
    put("drop: .a\xE2\x80\xAE .b\n");
    check_refused(RULE_E13, 1);
    begin();
    put("drop\xE2\x81\xA6: .a\n");
    check_refused(RULE_E13, 1);
    begin();
    put("drop: \"a\x01\"\n");
    check_refused(RULE_E13, 1);
}

static void
test_more_than_a_file_may_hold_is_refused(void)
{
    begin();
    put_often("# \n", MAX_RULE_FILE / 3);
    check_refused(RULE_E15, 1);
    begin();
    put_often("drop: .a\n", MAX_RULES_PER_FILE + 1);
    check_refused(RULE_E15, 1);
    begin();
    put("drop: ");
    put_often("a > ", 400);
    put("a\n");
    check_refused(RULE_E15, 1);
    begin();
    put("drop: ");
    put_often("a>", 200);
    put("a\n");
    check_refused(RULE_E03, 1);
}

static void
test_a_file_of_mistakes_has_one_finding_a_line(void)
{
    begin();
    put_often("nonsense\n", 5000);
    check_refused(RULE_E02, 5000);
}

int
main(void)
{
    test_64_kb_of_nested_groups_are_refused();
    test_10000_alternatives_are_refused();
    test_what_runs_away_is_refused();
    test_what_hides_is_refused();
    test_more_than_a_file_may_hold_is_refused();
    test_a_file_of_mistakes_has_one_finding_a_line();
    return check_summary();
}
