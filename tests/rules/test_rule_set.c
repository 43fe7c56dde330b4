/* test_rule_set.c - files tied together: hosts, themes, what a user's files
 * replace, and the literals that entries are found by. */
#include "rules/rule_set.h"

#include "base/limits.h"
#include "check.h"
#include "ruled_page.h"
#include "text/words.h"

/* -- hosts ----------------------------------------------------------------- */

/* The files that claim a host, as "a.rule /path; b.rule =", newest first. */
static void
check_claims(const char *host, const char *claims)
{
    const uint32_t *first = table_find(&rules->hosts,
                                       words_hash(str_of(host)));
    char text[256] = "";
    size_t n = 0;

    for (uint32_t i = first ? *first : NO_CLAIM; i != NO_CLAIM;
         i = rules->claims[i].next) {
        const struct rule_claim *c = &rules->claims[i];

        CHECK_STR(c->site->host, host);
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s %s%.*s",
                              n > 0 ? "; " : "", c->file->name,
                              c->site->is_exact ? "=" : "",
                              (int)c->site->path.len, c->site->path.ptr);
    }
    CHECK_STR(((struct str){ text, n }), claims);
}

static void
check_freeze(const char *findings)
{
    CHECK_INT(rule_set_freeze(rules, &rules_found), findings[0] == '\0');
    CHECK_STR(rules_findings_text(true), findings);
}

static void
test_hosts_are_found_with_all_their_claims(void)
{
    rules_begin();
    CHECK(rules_add("a.rule", "site: a.ly\nsite: www.b.ly/x", true));
    CHECK(rules_add("b.rule", "site: =a.ly\nsite: a.ly/dz\nnot: c.ly", true));
    check_freeze("");
    check_claims("a.ly", "b.rule /dz; b.rule =; a.rule ");
    check_claims("b.ly", "a.rule /x");
    check_claims("c.ly", "");
    check_claims("ly", "");
}

static void
test_one_claim_in_two_files_is_an_error(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nsite: b.ly/x", true);
    rules_add("b.rule", "mark: \"ا\"\nsite: www.a.ly\nsite: b.ly/x/", true);
    check_freeze("b.rule E05 3:1 another file has this site ⟦a.ly⟧\n"
                 "b.rule E05 4:1 another file has this site ⟦b.ly⟧\n");
}

static void
test_one_claim_twice_in_a_file_is_an_error(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nsite: a.ly", false);
    check_freeze("a.rule E05 3:1 another file has this site ⟦a.ly⟧\n");
}

static void
test_a_claim_of_a_users_replaces_a_shipped_one(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly\nsite: b.ly", true);
    rules_add("mine/a-too.rule", "site: a.ly\nsite: c.ly", false);
    check_freeze("");
    check_claims("a.ly", "mine/a-too.rule ");
    check_claims("b.ly", "pack/site/a.rule ");
    CHECK(!rules->files[0]->is_replaced && !rules->files[1]->is_replaced);
}

static void
test_two_users_files_cannot_replace_the_same(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly", true);
    rules_add("x.rule", "site: a.ly", false);
    rules_add("y.rule", "site: a.ly", false);
    check_freeze("y.rule E05 2:1 another file has this site ⟦a.ly⟧\n");
}

static void
test_a_shipped_file_without_sites_left_is_replaced(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly\nnot: tv.a.ly", true);
    rules_add("pack/site/b.rule", "mark: \"ا\"", true);
    rules_add("pack/theme/c.rule", "theme: c", true);
    rules_add("x.rule", "site: a.ly", false);
    check_freeze("");
    CHECK(rules->files[0]->is_replaced);
    for (size_t i = 1; i < 4; i++)
        CHECK(!rules->files[i]->is_replaced);
}

/* The user's file takes a shipped one's place, before another shipped file. */
static void
test_a_users_claim_holds_against_a_shipped_one_behind_it(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly", true);
    rules_add("pack/site/b.rule", "site: b.ly", true);
    rules_add("mine/site/a.rule", "site: b.ly", false);
    check_freeze("");
    check_claims("a.ly", "");
    check_claims("b.ly", "mine/site/a.rule ");
    CHECK(rules->files[1]->is_replaced);
}

/* -- names ----------------------------------------------------------------- */

static void
test_a_users_file_replaces_the_shipped_one_of_its_name(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly\ndrop: \"ا\" | \"ب\"", true);
    rules_add("pack/site/b.rule", "site: b.ly", true);
    rules_add("/home/me/site/a.rule", "site: c.ly\ndrop: \"ا\"", false);
    check_freeze("");
    CHECK_INT(rules->n_files, 2);
    CHECK_STR(str_of(rules->files[0]->name), "/home/me/site/a.rule");
    CHECK_INT(rules->n_entries, 1);
    check_claims("a.ly", "");
}

static void
test_a_name_is_the_file_and_its_folder(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly", true);
    rules_add("mine/theme/a.rule", "site: b.ly", false);
    rules_add("a.rule", "site: c.ly", false);
    check_freeze("");
    CHECK_INT(rules->n_files, 3);
}

static void
test_shipped_files_and_users_files_do_not_replace_their_like(void)
{
    rules_begin();
    rules_add("pack/site/a.rule", "site: a.ly", true);
    rules_add("more/site/a.rule", "site: b.ly", true);
    CHECK_INT(rules->n_files, 2);
    rules_begin();
    rules_add("x/site/a.rule", "site: a.ly", false);
    rules_add("y/site/a.rule", "site: b.ly", false);
    CHECK_INT(rules->n_files, 2);
}

static void
test_a_users_theme_replaces_the_shipped_one(void)
{
    rules_begin();
    rules_add("pack/theme/jannah.rule", "theme: jannah\nbody: .x", true);
    rules_add("pack/site/a.rule", "site: a.ly\nuse: theme/jannah", true);
    rules_add("mine/j.rule", "theme: jannah\nbody: .y", false);
    check_freeze("");
    CHECK_INT(rules->n_files, 2);
    CHECK_STR(str_of(rules->files[1]->parent->name), "mine/j.rule");
}

/* -- themes ---------------------------------------------------------------- */

static void
test_themes_are_known_by_name_with_or_without_their_folder(void)
{
    rules_begin();
    rules_add("j.rule", "theme: theme/jannah", true);
    check_freeze("");
    CHECK(rule_set_theme(rules, STR("jannah")) == rules->files[0]);
    CHECK(rule_set_theme(rules, STR("theme/jannah")) == rules->files[0]);
    CHECK(!rule_set_theme(rules, STR("theme/theme/jannah")));
    CHECK(!rule_set_theme(rules, STR("janna")));
    CHECK(!rule_set_theme(rules, STR("")));
    CHECK(!rule_set_theme(rules, STR("theme/")));
}

static void
test_files_are_tied_to_the_theme_they_use_in_any_order(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nuse: child", true);
    rules_add("c.rule", "theme: child\nuse: theme/base", true);
    rules_add("b.rule", "theme: base", true);
    check_freeze("");
    CHECK(rules->files[0]->parent == rules->files[1]);
    CHECK(rules->files[1]->parent == rules->files[2]);
    CHECK(!rules->files[2]->parent);
}

static void
test_a_theme_that_is_not_there(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\n\nuse: theme/janna", true);
    check_freeze("a.rule E01 4:1 no such theme ⟦janna⟧\n");
}

static void
test_a_site_is_no_theme(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nuse: theme/b", true);
    rules_add("b.rule", "site: b.ly", true);
    check_freeze("a.rule E01 3:1 no such theme ⟦b⟧\n");
}

static void
test_one_theme_in_two_files_is_an_error(void)
{
    rules_begin();
    rules_add("a.rule", "theme: t", true);
    rules_add("b.rule", "theme: t", true);
    check_freeze("b.rule E05 2:1 another file describes this theme ⟦t⟧\n");
}

/* n themes, each built on the next. */
static void
add_themes(unsigned n)
{
    char name[16], text[64];

    for (unsigned i = 1; i <= n; i++) {
        snprintf(name, sizeof name, "t%u.rule", i);
        snprintf(text, sizeof text, i < n ? "theme: t%u\nuse: theme/t%u"
                                          : "theme: t%u", i, i + 1);
        CHECK(rules_add(name, text, true));
    }
}

static void
test_longest_chain(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\nuse: theme/t1", true);
    add_themes(3);
    check_freeze("");
    rules_begin();
    rules_add("a.rule", "site: a.ly\nuse: theme/t1", true);
    add_themes(4);
    check_freeze("a.rule E09 3:1 themes that use one another more than four "
                 "deep ⟦t1⟧\n");
}

static void
test_a_ring_of_themes_is_an_error(void)
{
    rules_begin();
    rules_add("a.rule", "theme: a\nuse: theme/b", true);
    rules_add("b.rule", "theme: b\nuse: theme/a", true);
    rules_add("c.rule", "theme: c\nuse: theme/c", true);
    check_freeze("a.rule E09 3:1 themes that use one another more than four "
                 "deep ⟦b⟧\n"
                 "b.rule E09 3:1 themes that use one another more than four "
                 "deep ⟦a⟧\n"
                 "c.rule E09 3:1 themes that use one another more than four "
                 "deep ⟦c⟧\n");
}

/* -- literals -------------------------------------------------------------- */

/* The sources of the entries that a text's literals name, in order. */
static void
check_literals(const struct rule_literals *literals, const char *text,
               const char *sources)
{
    struct literal_scan scan = literals_scan(&literals->set, str_of(text));
    struct literal_hit hit;
    char out[256] = "";
    size_t n = 0;

    while (literals->set.n > 0 && literals_next(&scan, &hit))
        for (uint32_t i = literals->first[hit.id];
             i < literals->first[hit.id + 1]; i++) {
            uint32_t id = literals->ids[i];
            struct str source = literals == &rules->marks
                ? rules->refs[rules->mark_ids[id]].entry->source
                : rules->refs[id].entry->source;

            n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s",
                                  n > 0 ? " " : "", (int)source.len,
                                  source.ptr);
        }
    CHECK_STR(((struct str){ out, n }), sources);
}

static void
test_literals_name_their_entries(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\ndrop: \"أب\" | \"جد\"\ntitle: .x\n"
              "mark: \"ها\"\n[case a.html]\nhas: \"جد\"", true);
    rules_add("b.rule", "site: b.ly\nkeep: \"اب\" | =\"جد\"\n"
              "drop: /\\d+ يوما/ | /\\d+ وقت/f | /\\d/", true);
    check_freeze("");
    CHECK_INT(rules->n_entries, 10);
    check_literals(&rules->folded, "اب جد ها وقت يوما",
                   "\"أب\" \"اب\" \"جد\" /\\d+ وقت/f");
    check_literals(&rules->raw, "اب جد ها وقت يوما",
                   "=\"جد\" /\\d+ يوما/");
    check_literals(&rules->marks, "اب جد ها", "\"ها\"");
}

static void
test_entries_of_a_set_have_ids_in_order_of_files(void)
{
    rules_begin();
    rules_add("a.rule", "site: a.ly\ndrop: \"ا\"", true);
    rules_add("b.rule", "site: b.ly\ndrop: \"ب\" | \"ت\"", true);
    check_freeze("");
    CHECK_INT(rules->files[1]->index, 1);
    CHECK_INT(rules->files[1]->first_id, 1);
    CHECK(rules->refs[2].file == rules->files[1]);
    CHECK_STR(rules->refs[2].entry->source, "\"ت\"");
}

static void
test_an_empty_set_freezes(void)
{
    rules_begin();
    check_freeze("");
    check_claims("a.ly", "");
}

/* Files with as many entries as a set may have, and one more. */
static void
test_most_entries_of_a_set(void)
{
    static char text[MAX_RULES_PER_FILE * 16];
    char name[32];

    rules_begin();
    for (unsigned i = 0; i < MAX_RULES / MAX_RULES_PER_FILE; i++) {
        size_t n = (size_t)snprintf(text, sizeof text, "site: a%u.ly\n", i);

        for (unsigned k = 0; k < MAX_RULES_PER_FILE; k++)
            n += (size_t)snprintf(text + n, sizeof text - n, "keep: \"a\"\n");
        snprintf(name, sizeof name, "a%u.rule", i);
        CHECK(rules_add(name, text, true));
    }
    CHECK_INT(rules->n_entries, MAX_RULES);
    CHECK(!rules_add("b.rule", "site: b.ly\nkeep: \"a\"", true));
    CHECK_INT(rules->n_entries, MAX_RULES);
    CHECK_INT(rules->n_files, MAX_RULES / MAX_RULES_PER_FILE);
    CHECK_STR(rules_findings_text(true), "b.rule E15 0:0 more than 65,536 "
                                         "entries in all files\n");
}

int
main(void)
{
    test_hosts_are_found_with_all_their_claims();
    test_one_claim_in_two_files_is_an_error();
    test_one_claim_twice_in_a_file_is_an_error();
    test_a_claim_of_a_users_replaces_a_shipped_one();
    test_two_users_files_cannot_replace_the_same();
    test_a_shipped_file_without_sites_left_is_replaced();
    test_a_users_claim_holds_against_a_shipped_one_behind_it();
    test_a_users_file_replaces_the_shipped_one_of_its_name();
    test_a_name_is_the_file_and_its_folder();
    test_shipped_files_and_users_files_do_not_replace_their_like();
    test_a_users_theme_replaces_the_shipped_one();
    test_themes_are_known_by_name_with_or_without_their_folder();
    test_files_are_tied_to_the_theme_they_use_in_any_order();
    test_a_theme_that_is_not_there();
    test_a_site_is_no_theme();
    test_one_theme_in_two_files_is_an_error();
    test_longest_chain();
    test_a_ring_of_themes_is_an_error();
    test_literals_name_their_entries();
    test_entries_of_a_set_have_ids_in_order_of_files();
    test_an_empty_set_freezes();
    test_most_entries_of_a_set();
    rules_done();
    return check_summary();
}
