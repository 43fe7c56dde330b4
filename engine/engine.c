/* engine.c - load rules, lexicon, function words and weights; freeze; free.
 *
 * What is built in and what a caller names go through the same loaders. An
 * engine's maker is told the first error; lubb_rules.h tells them all.
 */
#include "engine.h"

#include <stdlib.h>

#include "base/limits.h"
#include "embedded.h"

/* Whether what was found lets loading go on. */
static lubb_status
findings_status(const struct rule_findings *findings)
{
    if (findings->no_memory)
        return LUBB_E_NOMEM;
    return findings->n_errors > 0 ? LUBB_E_RULE : LUBB_OK;
}

/* -- parts of the engine --------------------------------------------------- */

static struct str
embedded_find(const char *name)
{
    for (size_t i = 0; i < embedded_n_files; i++)
        if (str_eq(str_of(embedded_files[i].name), str_of(name)))
            return embedded_files[i].bytes;
    return (struct str){ NULL, 0 };
}

/* Whether a file of rules is of the lexicon: its first section says so, before
 * anything else does. */
static bool
is_lexicon(struct str text)
{
    struct str line;

    while (str_next_line(&text, &line)) {
        line = str_trim(line);
        if (line.len > 0 && line.ptr[0] != '#')
            return str_starts(line, STR("[lexicon"));
    }
    return false;
}

static void
rule_text_add(struct loading *l, const char *name, struct str text,
              bool is_shipped)
{
    if (is_lexicon(text))
        lexicon_add_file(l->engine->lexicon, name, text, &l->findings);
    else
        rule_set_add_file(l->engine->rules, name, text, is_shipped,
                          &l->findings);
}

/* A user's files prove themselves now; the shipped ones did in the tests. */
static void
user_rules_prove(struct loading *l)
{
    const struct rule_set *rules = l->engine->rules;

    for (size_t i = 0; i < rules->n_files; i++)
        if (!rules->files[i]->is_shipped)
            rule_file_prove(rules->files[i], false, &l->findings);
    if (l->texts.n > 0)
        lexicon_prove(l->engine->lexicon, &l->findings);
}

static lubb_status
rules_freeze(struct loading *l)
{
    lubb_engine *e = l->engine;

    if (!lexicon_freeze(e->lexicon))
        return LUBB_E_NOMEM;
    if (l->findings.n_errors == 0 && rule_set_freeze(e->rules, &l->findings))
        user_rules_prove(l);
    return findings_status(&l->findings);
}

/* Whether one of the first n files has this name: paths may overlap. */
static bool
has_text(const struct rule_texts *texts, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(str_of(texts->items[i].name), str_of(name)))
            return true;
    return false;
}

static lubb_status
path_read(struct loading *l, const char *path)
{
    struct rule_texts found = { NULL, 0, 0 }, *all = &l->texts;
    lubb_status status = rule_texts_read(l->store, path, &found, l->error);
    size_t n_before = all->n;

    for (size_t i = 0; status == LUBB_OK && i < found.n; i++) {
        if (has_text(all, n_before, found.items[i].name))
            continue;
        if (all->n == all->cap && !store_grow(l->store, &all->items, all->n,
                                              &all->cap, sizeof *all->items))
            return LUBB_E_NOMEM;
        all->items[all->n++] = found.items[i];
    }
    return status;
}

/* Lexicon, site and theme rules: what is built in, then the user's. */
static lubb_status
rules_read(struct loading *l)
{
    lubb_engine *e = l->engine;
    lubb_status status = LUBB_OK;

    e->lexicon = lexicon_new(&e->store);
    e->rules = rule_set_new(&e->store);
    if (!e->lexicon || !e->rules)
        return LUBB_E_NOMEM;
    if (e->taste & LUBB_NO_RULES)
        return rules_freeze(l);
    for (size_t i = 0; i < embedded_n_files; i++) {
        const struct embedded_file *f = &embedded_files[i];

        if (str_ends(str_of(f->name), STR(".rule")))
            rule_text_add(l, f->name, f->bytes, true);
    }
    for (size_t i = 0; status == LUBB_OK && i < l->n_paths; i++)
        status = path_read(l, l->paths[i]);
    if (status != LUBB_OK)
        return status;
    for (size_t i = 0; i < l->texts.n; i++)
        rule_text_add(l, l->texts.items[i].name, l->texts.items[i].text,
                      false);
    return rules_freeze(l);
}

static lubb_status
weights_read(struct loading *l)
{
    const char *file = "rules/weights.conf";
    struct str text = embedded_find(file);
    lubb_status status = LUBB_OK;

    if (l->weights_file) {
        file = l->weights_file;
        status = file_read(l->store, file, MAX_RULE_FILE, &text, l->error);
    }
    if (status == LUBB_OK &&
        !weights_load(text, file, &l->findings, &l->engine->weights))
        status = findings_status(&l->findings);
    return status;
}

lubb_status
engine_load(struct loading *l)
{
    lubb_engine *e = l->engine;
    lubb_status status;

    if (!stopwords_load(&e->store, embedded_find("rules/stopwords.txt"),
                        &e->stopwords))
        return LUBB_E_NOMEM;
    status = rules_read(l);
    return status == LUBB_OK ? weights_read(l) : status;
}

void
engine_clear(lubb_engine *engine)
{
    rule_set_free(engine->rules);
    engine->rules = NULL;
    store_free(&engine->store);
}

/* -- the engine ------------------------------------------------------------ */

/* The options as this version knows them: a caller built against an older
 * header gives fewer, and zero is the default of the rest. */
static bool
options_take(const lubb_options *given, lubb_options *out)
{
    *out = (lubb_options){ .size = sizeof *out };
    if (given) {
        size_t size = given->size < sizeof *out ? given->size : sizeof *out;

        if (given->size < sizeof given->size)
            return false;
        memcpy(out, given, size);
    }
    if (out->max_input == 0)
        out->max_input = MAX_INPUT;
    if (out->fuel_per_byte == 0)
        out->fuel_per_byte = FUEL_PER_BYTE;
    return out->max_input <= MAX_INPUT;
}

/* Tell of the first finding that is an error. */
static void
error_fill(const struct rule_findings *findings, lubb_error *error)
{
    const struct rule_finding *f = findings->items;

    while (!rule_code_is_error(f->code))
        f++;
    file_error(error, f->file, "");
    if (error) {
        error->line = f->line;
        error->column = f->column;
        rule_finding_message(f, error->message, sizeof error->message);
    }
}

lubb_status
lubb_engine_new(const lubb_options *options, lubb_engine **engine,
                lubb_error *error)
{
    lubb_options taken;
    struct loading l = { .paths = &taken.rules_path, .error = error };
    lubb_status status;

    *engine = NULL;
    if (!options_take(options, &taken))
        return LUBB_E_USAGE;
    l.engine = calloc(1, sizeof *l.engine);
    if (!l.engine)
        return LUBB_E_NOMEM;
    l.engine->taste = taken.taste;
    l.engine->max_input = taken.max_input;
    l.engine->fuel_per_byte = taken.fuel_per_byte;
    l.n_paths = taken.rules_path != NULL;
    l.weights_file = taken.weights_file;
    l.store = l.findings.store = &l.engine->store;
    status = engine_load(&l);
    if (status == LUBB_E_RULE)
        error_fill(&l.findings, error);
    if (status != LUBB_OK) {
        lubb_engine_free(l.engine);
        return status;
    }
    *engine = l.engine;
    return LUBB_OK;
}

void
lubb_engine_free(lubb_engine *engine)
{
    if (!engine)
        return;
    engine_clear(engine);
    free(engine);
}

const char *
lubb_status_text(lubb_status status)
{
    switch (status) {
    case LUBB_OK:
        return "done";
    case LUBB_E_NOMEM:
        return "out of memory";
    case LUBB_E_LIMIT:
        return "the page is too large";
    case LUBB_E_FILE:
        return "a file cannot be read";
    case LUBB_E_RULE:
        return "a rule or weight is wrong";
    case LUBB_E_USAGE:
        return "wrong argument";
    }
    return "unknown status";
}

const char *
lubb_version(void)
{
    return LUBB_VERSION;
}
