/* test_which.c - which files speak of a page; the list of all files. */
#include "tests/author/rules_folder.h"

static const char page_text[] = PAGE_HEAD PAGE_TEXT PAGE_TAIL;

struct answer {
    const lubb_candidate *items;
    size_t n;
};

static struct answer
ask(lubb_rules *rules, const char *url, const char *text)
{
    const lubb_hint hint = { .size = sizeof hint, .url = { url, strlen(url) } };
    struct answer a;

    CHECK_INT(lubb_rules_which(rules, text, text ? strlen(text) : 0, &hint,
                               &a.items, &a.n), LUBB_OK);
    return a;
}

/* The candidate whose file ends so, or NULL. */
static const lubb_candidate *
find(const struct answer *a, const char *name)
{
    for (size_t i = 0; i < a->n; i++)
        if (str_ends(str_of(a->items[i].file), str_of(name)))
            return &a->items[i];
    return NULL;
}

static bool
is_chosen(const struct answer *a, const char *name)
{
    const lubb_candidate *c = find(a, name);

    return c && c->is_chosen && c->why[0] != '\0';
}

static bool
is_loser(const struct answer *a, const char *name)
{
    const lubb_candidate *c = find(a, name);

    return c && !c->is_chosen && c->why[0] != '\0';
}

static void
write_files(struct folder *f)
{
    folder_write(f, "press.rule",
                 "#!rule 1\nsite: press.example\nnot: video.press.example\n"
                 "use: theme/little\nmark: \"صحيفة\"\nbody: .content\n");
    folder_write(f, "dz.rule",
                 "#!rule 1\nsite: press.example/dz\nbody: .content\n");
    folder_write(f, "little.rule",
                 "#!rule 1\ntheme: little\nmark: .writer\nbody: .content\n");
}

static void
test_host_chooses_with_the_theme_it_uses(lubb_rules *rules)
{
    struct answer a = ask(rules, "https://www.press.example/a", NULL);

    CHECK(is_chosen(&a, "press.rule"));
    CHECK(is_chosen(&a, "little.rule"));
    CHECK_STR(str_of(find(&a, "little.rule")->theme), "little");
    CHECK_STR(str_of(find(&a, "press.rule")->theme), "");
    a = ask(rules, "press.example", NULL);
    CHECK(is_chosen(&a, "press.rule"));
}

static void
test_losers_are_told_why(lubb_rules *rules)
{
    struct answer a = ask(rules, "https://press.example/dz/1", NULL);

    CHECK(is_chosen(&a, "dz.rule"));
    CHECK(is_loser(&a, "press.rule"));
    a = ask(rules, "https://video.press.example/1", NULL);
    CHECK(is_loser(&a, "press.rule"));
    CHECK(!find(&a, "little.rule"));
}

static void
test_page_shows_its_theme(lubb_rules *rules)
{
    struct answer a = ask(rules, "https://other.example/", page_text);

    CHECK(is_chosen(&a, "little.rule"));
    a = ask(rules, "https://other.example/", NULL);
    CHECK_INT(a.n, 0);
}

static void
test_dump_shows_its_site(lubb_rules *rules)
{
    struct answer a = ask(rules, "", "مقدمة\nصحيفة\nنص الخبر هنا\n");

    CHECK(is_chosen(&a, "press.rule"));
    a = ask(rules, "", "مقدمة\nنص الخبر هنا\n");
    CHECK_INT(a.n, 0);
}

static void
test_each_file_is_told_once(lubb_rules *rules)
{
    struct answer a = ask(rules, "https://press.example/1", page_text);
    size_t n = 0;

    for (size_t i = 0; i < a.n; i++)
        n += str_ends(str_of(a.items[i].file), STR("little.rule"));
    CHECK_INT(n, 1);
}

/* -- lubb_rules_list ------------------------------------------------------- */

static const lubb_rule_info *
info_of(const lubb_rule_info *all, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(str_of(all[i].file), str_of(name)))
            return &all[i];
    return NULL;
}

static void
test_list_tells_what_a_file_is(struct folder *f)
{
    const lubb_rule_info *all, *info;
    lubb_rules *rules;
    size_t n;

    folder_write(f, "press.rule",
                 "#!rule 1\nsite: press.example\nsite: press.example.net/dz\n"
                 "not: video.press.example\nname: \"الصحافة\"\ncountry: DZ\n"
                 "use: theme/jannah\nchecked: 2026-11-01\nbody: .a | .b\n"
                 RULE_CASE RULE_CASE);
    rules = folder_rules(f, "press.rule");
    CHECK_INT(lubb_rules_list(rules, &all, &n), LUBB_OK);
    info = info_of(all, n, "press.rule");
    CHECK_STR(str_of(info->sites), "press.example press.example.net/dz");
    CHECK_STR(str_of(info->theme), "");
    CHECK_STR(str_of(info->use), "jannah");
    CHECK_STR(str_of(info->label), "الصحافة");
    CHECK_STR(str_of(info->country), "DZ");
    CHECK_STR(str_of(info->checked), "2026-11-01");
    CHECK_INT(info->n_entries, 3);
    CHECK_INT(info->n_cases, 2);
    CHECK(!info->is_builtin);
    info = info_of(all, n, "rules/theme/jannah.rule");
    CHECK(info && info->is_builtin);
    CHECK_STR(str_of(info->theme), "jannah");
    lubb_rules_close(rules);
}

static void
test_list_is_in_order_of_names(void)
{
    const lubb_rule_info *all;
    lubb_rules *rules;
    size_t n;

    if (lubb_rules_open(NULL, 0, &rules, NULL) != LUBB_OK)
        exit(2);
    CHECK_INT(lubb_rules_list(rules, &all, &n), LUBB_OK);
    CHECK(n > 10);
    for (size_t i = 1; i < n; i++)
        CHECK(strcmp(all[i - 1].file, all[i].file) < 0);
    lubb_rules_close(rules);
}

static void
test_own_file_stands_for_the_built_in_one(struct folder *f)
{
    const lubb_rule_info *all;
    lubb_rules *rules;
    size_t n, n_jannah = 0;

    folder_write(f, "mine.rule",
                 "#!rule 1\ntheme: jannah\nmark: .x\nbody: .content\n");
    rules = folder_rules(f, "mine.rule");
    CHECK_INT(lubb_rules_list(rules, &all, &n), LUBB_OK);
    for (size_t i = 0; i < n; i++)
        n_jannah += strcmp(all[i].theme, "jannah") == 0;
    CHECK_INT(n_jannah, 1);
    lubb_rules_close(rules);
}

static void
test_wrong_rules_answer_nothing(struct folder *f)
{
    const lubb_candidate *candidates;
    const lubb_rule_info *files;
    lubb_rules *rules;
    size_t n = 1;

    folder_write(f, "wrong.rule", "#!rule 1\nsite: a.example\nbdy: .x\n");
    rules = folder_rules(f, "wrong.rule");
    CHECK_INT(lubb_rules_list(rules, &files, &n), LUBB_E_RULE);
    CHECK_INT(n, 0);
    CHECK_INT(lubb_rules_which(rules, NULL, 0, NULL, &candidates, &n),
              LUBB_E_RULE);
    lubb_rules_close(rules);
}

int
main(void)
{
    struct folder f;
    lubb_rules *rules;

    folder_open(&f);
    write_files(&f);
    rules = folder_rules(&f, "");
    test_host_chooses_with_the_theme_it_uses(rules);
    test_losers_are_told_why(rules);
    test_page_shows_its_theme(rules);
    test_dump_shows_its_site(rules);
    test_each_file_is_told_once(rules);
    lubb_rules_close(rules);
    folder_empty(&f);
    test_list_tells_what_a_file_is(&f);
    test_list_is_in_order_of_names();
    test_own_file_stands_for_the_built_in_one(&f);
    test_wrong_rules_answer_nothing(&f);
    folder_close(&f);
    return check_summary();
}
