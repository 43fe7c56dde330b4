/* open.c - read the rules that an author is at work on.
 *
 * An engine is only whole without errors. So that a mistake in one file does
 * not hide what is wrong in another, files with errors are left out and the
 * rest loaded again, until it loads or nothing more can be left out.
 */
#include "author/author.h"

#include "base/limits.h"
#include "embedded.h"

/* -- findings -------------------------------------------------------------- */

/* The name of a file that outlives the engine it was loaded into. */
static const char *
name_keep(lubb_rules *rules, const char *name)
{
    struct str s = str_of(name);

    for (size_t i = 0; i < rules->texts.n; i++)
        if (str_eq(str_of(rules->texts.items[i].name), s))
            return rules->texts.items[i].name;
    for (size_t i = 0; i < embedded_n_files; i++)
        if (str_eq(str_of(embedded_files[i].name), s))
            return embedded_files[i].name;
    return store_str(&rules->store, s).ptr;
}

/* Take over what a round of loading found. That a theme is not there is only
 * believed of the first round: later it may have been left out. */
static void
findings_adopt(lubb_rules *rules, const struct rule_findings *found,
               bool is_first)
{
    struct rule_findings *all = &rules->findings;

    for (size_t i = 0; i < found->n; i++) {
        struct rule_finding f = found->items[i];

        if (!is_first && f.code == RULE_E01)
            continue;
        f.file = name_keep(rules, f.file);
        if (f.file)
            rule_findings_add(all, &f);
        else
            all->no_memory = true;
    }
    all->no_memory = all->no_memory || found->no_memory;
}

/* -- rounds ---------------------------------------------------------------- */

/* Load the files of l->texts, with those at its paths in the first round. */
static lubb_status
load_round(lubb_rules *rules, struct loading *l, bool is_first)
{
    lubb_status status;

    engine_clear(&rules->engine);
    rules->engine = (lubb_engine){ .max_input = MAX_INPUT,
                                   .fuel_per_byte = FUEL_PER_BYTE };
    l->engine = &rules->engine;
    l->store = &rules->store;
    l->findings = (struct rule_findings){ .store = &rules->store };
    status = engine_load(l);
    if (is_first)
        rules->texts = l->texts;
    findings_adopt(rules, &l->findings, is_first);
    return rules->findings.no_memory ? LUBB_E_NOMEM : status;
}

static bool
has_error(const struct rule_findings *findings, const char *name)
{
    for (size_t i = 0; i < findings->n; i++)
        if (rule_code_is_error(findings->items[i].code) &&
            str_eq(str_of(findings->items[i].file), str_of(name)))
            return true;
    return false;
}

/* Leave out the files that the last round found errors in; false when there
 * are none among the user's. */
static bool
texts_leave_out(lubb_rules *rules, struct loading *l)
{
    struct rule_text *right = store_new(&rules->store, struct rule_text,
                                        l->texts.n);
    size_t n = 0, n_before = l->texts.n;

    if (!right)
        return false;
    for (size_t i = 0; i < n_before; i++)
        if (!has_error(&l->findings, l->texts.items[i].name))
            right[n++] = l->texts.items[i];
    l->texts = (struct rule_texts){ right, n, n };
    return n < n_before;
}

static lubb_status
load(lubb_rules *rules, struct loading *l)
{
    lubb_status status = load_round(rules, l, true);

    l->n_paths = 0;
    while (status == LUBB_E_RULE && texts_leave_out(rules, l))
        status = load_round(rules, l, false);
    rules->is_ready = status == LUBB_OK;
    return status == LUBB_E_RULE ? LUBB_OK : status;
}

/* -- files under work ------------------------------------------------------ */

static const struct rule_file *
loaded_file(const struct rule_set *set, const char *name)
{
    for (size_t i = 0; i < set->n_files; i++)
        if (str_eq(str_of(set->files[i]->name), str_of(name)))
            return set->files[i];
    return NULL;
}

static void
add_file(lubb_rules *rules, const char *name, struct str text)
{
    rules->files[rules->n_files++] = (struct author_file){
        name, text, loaded_file(rules->engine.rules, name)
    };
}

static bool
list_files(lubb_rules *rules)
{
    size_t n = rules->has_paths ? rules->texts.n : embedded_n_files;

    rules->files = store_new(&rules->store, struct author_file, n);
    if (!rules->files)
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct embedded_file *f = &embedded_files[i];

        if (rules->has_paths)
            add_file(rules, rules->texts.items[i].name,
                     rules->texts.items[i].text);
        else if (str_ends(str_of(f->name), STR(".rule")))
            add_file(rules, f->name, f->bytes);
    }
    return true;
}

struct str
author_text(const lubb_rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->texts.n; i++)
        if (str_eq(str_of(rules->texts.items[i].name), str_of(name)))
            return rules->texts.items[i].text;
    for (size_t i = 0; i < embedded_n_files; i++)
        if (str_eq(str_of(embedded_files[i].name), str_of(name)))
            return embedded_files[i].bytes;
    return (struct str){ NULL, 0 };
}

/* -- open and close -------------------------------------------------------- */

/* The struct lies in its own store. */
static lubb_rules *
rules_new(void)
{
    struct store store = { NULL, 0 };
    lubb_rules *rules = store_new(&store, lubb_rules, 1);

    if (!rules)
        return NULL;
    rules->store = store;
    rules->findings.store = &rules->store;
    return rules;
}

lubb_status
lubb_rules_open(const char *const *paths, size_t n_paths, lubb_rules **rules,
                lubb_error *error)
{
    struct loading l = { .paths = paths, .n_paths = n_paths, .error = error };
    lubb_rules *made = rules_new();
    lubb_status status;

    *rules = NULL;
    if (!made)
        return LUBB_E_NOMEM;
    made->has_paths = n_paths > 0;
    status = load(made, &l);
    if (status == LUBB_OK && !list_files(made))
        status = LUBB_E_NOMEM;
    if (status == LUBB_OK)
        status = lubb_worker_new(&made->engine, &made->worker);
    if (status != LUBB_OK) {
        lubb_rules_close(made);
        return status;
    }
    *rules = made;
    return LUBB_OK;
}

void
lubb_rules_close(lubb_rules *rules)
{
    struct store store;

    if (!rules)
        return;
    lubb_worker_free(rules->worker);
    engine_clear(&rules->engine);
    for (size_t i = 0; i < N_QUESTIONS; i++)
        store_free(&rules->answers[i]);
    store = rules->store;
    store_free(&store);
}

struct store *
author_answer(lubb_rules *rules, enum question question)
{
    store_free(&rules->answers[question]);
    return &rules->answers[question];
}

bool
author_has_errors(const lubb_rules *rules)
{
    return rules->findings.n_errors > 0;
}
