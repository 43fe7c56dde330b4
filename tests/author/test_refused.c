/* test_refused.c - memory refused at any moment of any question: LUBB_E_NOMEM
 * and nothing else, and never a crash. Calls of calloc() and malloc() go
 * through a counter (the link's --wrap).
 */
#include "tests/author/lint_run.h"

static size_t n_calls, refused_call;    /* refused_call: from 1; 0 for none */

void *__real_calloc(size_t n, size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *
__wrap_calloc(size_t n, size_t size)
{
    n_calls++;
    return n_calls == refused_call ? NULL : __real_calloc(n, size);
}

void *
__wrap_malloc(size_t size)
{
    n_calls++;
    return n_calls == refused_call ? NULL : __real_malloc(size);
}

static const char page_text[] = PAGE_HEAD PAGE_TEXT PAGE_TAIL;

static lubb_status
ask_lint(lubb_rules *rules, size_t *n)
{
    const lubb_finding *findings;

    return lubb_rules_lint(rules, NULL, &findings, n);
}

static lubb_status
ask_test(lubb_rules *rules, size_t *n)
{
    const lubb_case_result *results;

    return lubb_rules_test(rules, NULL, &results, n);
}

static lubb_status
ask_try(lubb_rules *rules, size_t *n)
{
    const lubb_hit *hits;

    return lubb_rules_try(rules, "p | /القديم/", page_text,
                          sizeof page_text - 1, NULL, &hits, n, NULL);
}

static lubb_status
ask_which(lubb_rules *rules, size_t *n)
{
    const lubb_hint hint = { .size = sizeof hint,
                             .site = { "press.example", 13 } };
    const lubb_candidate *candidates;

    return lubb_rules_which(rules, page_text, sizeof page_text - 1, &hint,
                            &candidates, n);
}

static lubb_status
ask_list(lubb_rules *rules, size_t *n)
{
    const lubb_rule_info *files;

    return lubb_rules_list(rules, &files, n);
}

typedef lubb_status ask_fn(lubb_rules *rules, size_t *n);

static void
test_question(const struct folder *folder, ask_fn *ask)
{
    lubb_rules *rules = folder_rules(folder, "press.rule");
    size_t n_right, n_all, n;

    n_calls = 0;
    CHECK_INT(ask(rules, &n_right), LUBB_OK);
    n_all = n_calls;
    CHECK(n_right > 0);
    CHECK(n_all > 0);
    for (size_t i = 1; i <= n_all; i++) {
        n_calls = 0;
        refused_call = i;
        CHECK_INT(ask(rules, &n), LUBB_E_NOMEM);
        refused_call = 0;
        CHECK_INT(n, 0);
    }
    CHECK_INT(ask(rules, &n), LUBB_OK);
    CHECK_INT(n, n_right);
    lubb_rules_close(rules);
}

static lubb_status
open_status(const struct folder *folder, size_t refused)
{
    const char *path = folder_at(folder, "press.rule");
    lubb_rules *rules;
    lubb_status status;

    n_calls = 0;
    refused_call = refused;
    status = lubb_rules_open(&path, 1, &rules, NULL);
    refused_call = 0;
    CHECK((rules != NULL) == (status == LUBB_OK));
    lubb_rules_close(rules);
    return status;
}

/* What was allocated by then is given back: LeakSanitizer's part. */
static void
test_opening(const struct folder *folder)
{
    size_t n;

    CHECK_INT(open_status(folder, 0), LUBB_OK);
    n = n_calls;
    CHECK(n > 1);
    for (size_t i = 1; i <= n; i++)
        CHECK_INT(open_status(folder, i), LUBB_E_NOMEM);
    CHECK_INT(open_status(folder, 0), LUBB_OK);
}

int
main(void)
{
    struct lint_run run;

    lint_open(&run);
    folder_write(&run.folder, "press.rule",
                 RULE_HEAD "keep: .none | .sc-bdVaJa\n" RULE_CASE);
    test_opening(&run.folder);
    test_question(&run.folder, ask_lint);
    test_question(&run.folder, ask_test);
    test_question(&run.folder, ask_try);
    test_question(&run.folder, ask_which);
    test_question(&run.folder, ask_list);
    lint_close(&run);
    return check_summary();
}
