/* test_rule_set_many.c - which file replaces which, and which theme is found,
 * in sets of many files: the same as by walking over all of them, which a model
 * here does.
 */
#include "rules/rule_set.h"

#include "check.h"
#include "ruled_page.h"

enum { N_MOST = 10000, N_MODEL = 600 };

/* A file by the numbers that its name and themes are made of; 0 is no theme. */
struct fake {
    unsigned id, name, theme, use;
    bool is_shipped;
};

static char names[N_MOST][32];

static const char *
name_of(const struct fake *f)
{
    snprintf(names[f->id], sizeof names[0], "%u/site/%u.rule", f->id,
             f->name);
    return names[f->id];
}

static void
add(const struct fake *f)
{
    char text[64];

    if (f->theme > 0)
        snprintf(text, sizeof text, "theme: t%u", f->theme);
    else if (f->use > 0)
        snprintf(text, sizeof text, "site: s%u.ly\nuse: theme/t%u", f->id,
                 f->use);
    else
        snprintf(text, sizeof text, "site: s%u.ly", f->id);
    CHECK(rules_add(name_of(f), text, f->is_shipped));
}

/* -- the model ------------------------------------------------------------- */

static struct fake model[N_MODEL];
static size_t n_model;

static void
model_add(const struct fake *f)
{
    size_t i = 0;

    while (i < n_model &&
           !(model[i].is_shipped && !f->is_shipped &&
             (model[i].name == f->name ||
              (f->theme > 0 && model[i].theme == f->theme))))
        i++;
    model[i] = *f;
    n_model += i == n_model;
}

static size_t
model_theme(unsigned theme)
{
    size_t i = 0;

    while (i < n_model && (theme == 0 || model[i].theme != theme))
        i++;
    return i;
}

/* The findings that the model makes, in order. */
static void
check_findings(void)
{
    size_t n = 0;

    for (size_t i = 0; i < n_model; i++) {
        size_t same = model_theme(model[i].theme);
        bool is_second = same < n_model && same != i;
        bool is_lost = model[i].theme == 0 && model[i].use > 0 &&
                       model_theme(model[i].use) == n_model;

        if (!is_second && !is_lost)
            continue;
        if (!CHECK(n < rules_found.n))
            return;
        CHECK_INT(rules_found.items[n].code,
                  is_second ? RULE_E05 : RULE_E01);
        CHECK_STR(str_of(rules_found.items[n].file), names[model[i].id]);
        n++;
    }
    CHECK_INT(rules_found.n, n);
}

static void
check_files(void)
{
    if (!CHECK_INT(rules->n_files, n_model))
        return;
    for (size_t i = 0; i < n_model; i++) {
        const struct rule_file *parent = rules->files[i]->parent;
        size_t theme = model_theme(model[i].theme > 0 ? 0 : model[i].use);

        CHECK_STR(str_of(rules->files[i]->name), names[model[i].id]);
        CHECK(parent == (theme < n_model ? rules->files[theme] : NULL));
    }
}

static void
check_themes(unsigned n_themes)
{
    char name[16];

    for (unsigned t = 1; t <= n_themes + 1; t++) {
        size_t i = model_theme(t);

        snprintf(name, sizeof name, "t%u", t);
        CHECK(rule_set_theme(rules, str_of(name)) ==
              (i < n_model ? rules->files[i] : NULL));
    }
}

/* -- as the model ---------------------------------------------------------- */

/* A number below n, of a row that is the same in every run. */
static unsigned
draw(uint32_t *state, unsigned n)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 16) % n;
}

/* Files of a few names and themes, so that many are alike; the user's behind
 * all shipped ones, or between them. */
static void
check_row(uint32_t seed, unsigned n_alike, bool is_mixed)
{
    uint32_t state = seed;
    bool is_right;

    rules_begin();
    n_model = 0;
    for (unsigned id = 0; id < N_MODEL; id++) {
        struct fake f = { .id = id, .name = draw(&state, n_alike) };

        if (draw(&state, 3) == 0)
            f.theme = 1 + draw(&state, n_alike);
        else if (draw(&state, 2) == 0)
            f.use = 1 + draw(&state, n_alike);
        f.is_shipped = is_mixed ? draw(&state, 2) == 0 : id < N_MODEL / 2;
        add(&f);
        model_add(&f);
    }
    is_right = rule_set_freeze(rules, &rules_found);
    CHECK_INT(is_right, rules_found.n == 0);
    check_findings();
    check_files();
    check_themes(n_alike);
}

static void
test_files_and_themes_are_found_as_by_walking_over_all(void)
{
    for (uint32_t seed = 1; seed <= 5; seed++) {
        check_row(seed, 8, false);
        check_row(seed, 200, false);
        check_row(seed, 5000, false);
    }
}

static void
test_shipped_files_may_come_between_a_users(void)
{
    for (uint32_t seed = 1; seed <= 5; seed++) {
        check_row(seed, 8, true);
        check_row(seed, 200, true);
    }
}

/* -- as many as there may be ----------------------------------------------- */

/* Half are shipped, each of them replaced by a user's of its name; a site and
 * its theme take turns. */
static void
test_ten_thousand_files(void)
{
    const unsigned half = N_MOST / 2;

    rules_begin();
    for (unsigned id = 0; id < N_MOST; id++) {
        struct fake f = { .id = id, .name = id % half,
                          .is_shipped = id < half };

        if (f.name % 2 == 0)
            f.use = f.name + 2;
        else
            f.theme = f.name + 1;
        add(&f);
    }
    CHECK(rule_set_freeze(rules, &rules_found));
    CHECK_STR(rules_findings_text(true), "");
    if (!CHECK_INT(rules->n_files, half))
        return;
    for (unsigned i = 0; i < half; i++) {
        CHECK_STR(str_of(rules->files[i]->name), names[half + i]);
        CHECK(rules->files[i]->parent ==
              (i % 2 == 0 ? rules->files[i + 1] : NULL));
    }
}

int
main(void)
{
    test_files_and_themes_are_found_as_by_walking_over_all();
    test_shipped_files_may_come_between_a_users();
    test_ten_thousand_files();
    rules_done();
    return check_summary();
}
