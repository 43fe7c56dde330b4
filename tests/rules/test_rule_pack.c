/* test_rule_pack.c - the shipped files of sites and themes: they load, tie
 * together, and every line that drops text is proved. */
#include <stdio.h>

#include "embedded.h"
#include "rules/rule_set.h"
#include "tests/check.h"
#include "tests/finding.h"

static struct store store;
static struct rule_findings findings = { .store = &store };

static void
print_findings(void)
{
    for (size_t i = 0; i < findings.n; i++)
        printf("%s:%" PRIu32 ": %s: %s\n", findings.items[i].file,
               findings.items[i].line, rule_code_name(findings.items[i].code),
               message_of(&findings.items[i]).ptr);
}

static bool
is_site_or_theme(struct str name)
{
    return str_starts(name, STR("rules/site/")) ||
           str_starts(name, STR("rules/theme/"));
}

static struct rule_set *
load_pack(bool is_shipped)
{
    struct rule_set *set = rule_set_new(&store);

    for (size_t i = 0; set && i < embedded_n_files; i++)
        if (is_site_or_theme(str_of(embedded_files[i].name)))
            CHECK(rule_set_add_file(set, embedded_files[i].name,
                                    embedded_files[i].bytes, is_shipped,
                                    &findings));
    CHECK(set && rule_set_freeze(set, &findings));
    return set;
}

static void
test_every_file_loads_and_is_proved(void)
{
    struct rule_set *set = load_pack(true);
    size_t n_proofs = 0;

    for (size_t i = 0; i < set->n_files; i++)
        n_proofs += rule_file_prove(set->files[i], true, &findings);
    CHECK(set->n_files >= 20);
    CHECK(n_proofs >= 30);
    CHECK_INT(findings.n, 0);
    rule_set_free(set);
}

/* A user's files are tortured when they load, the shipped ones only here. */
static void
test_every_pattern_survives_torture(void)
{
    struct rule_set *set = load_pack(false);

    CHECK_INT(findings.n, 0);
    rule_set_free(set);
}

static void
test_every_file_has_a_case(void)
{
    struct rule_set *set = load_pack(true);

    for (size_t i = 0; i < set->n_files; i++) {
        const struct rule_file *f = set->files[i];
        bool has_case = false;

        for (size_t k = 0; k < f->n_sections; k++)
            has_case = has_case || f->sections[k].kind == RULE_IN_CASE;
        if (!CHECK(has_case))
            printf("    in %s\n", f->name);
    }
    rule_set_free(set);
}

int
main(void)
{
    test_every_file_loads_and_is_proved();
    test_every_pattern_survives_torture();
    test_every_file_has_a_case();
    print_findings();
    store_free(&store);
    return check_summary();
}
