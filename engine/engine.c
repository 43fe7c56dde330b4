/* engine.c - load rules, lexicon, function words and weights; freeze; free.
 *
 * What is built in and what a caller names go through the same loaders. The
 * first error is the one reported; lubb_rules.h tells them all.
 */
#include "engine.h"

#include <stdlib.h>

#include "base/limits.h"
#include "embedded.h"
#include "rule_files.h"

/* Loading under way; everything is in the engine's store. */
struct loading {
    lubb_engine *engine;
    const lubb_options *options;
    struct rule_findings findings;
    lubb_error *error;          /* of the caller, or NULL */
    struct rule_texts texts;    /* the user's files */
};

/* -- errors ---------------------------------------------------------------- */

static lubb_status
error_rule(struct loading *l)
{
    const struct rule_finding *first = l->findings.items;

    if (l->findings.no_memory || l->findings.n == 0)
        return LUBB_E_NOMEM;
    file_error(l->error, first->file, "");
    if (l->error) {
        l->error->line = first->line;
        l->error->column = first->column;
        rule_finding_message(first, l->error->message,
                             sizeof l->error->message);
    }
    return LUBB_E_RULE;
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

    if (l->findings.n_errors == 0 && !rule_set_freeze(e->rules, &l->findings))
        return error_rule(l);
    if (!lexicon_freeze(e->lexicon))
        return LUBB_E_NOMEM;
    if (l->findings.n_errors == 0)
        user_rules_prove(l);
    return l->findings.n_errors > 0 || l->findings.no_memory ? error_rule(l)
                                                              : LUBB_OK;
}

/* Lexicon, site and theme rules: what is built in, then the user's. */
static lubb_status
rules_read(struct loading *l)
{
    lubb_engine *e = l->engine;

    e->lexicon = lexicon_new(&e->store);
    e->rules = rule_set_new(&e->store);
    if (!e->lexicon || !e->rules)
        return LUBB_E_NOMEM;
    for (size_t i = 0; i < embedded_n_files; i++) {
        const struct embedded_file *f = &embedded_files[i];

        if (str_ends(str_of(f->name), STR(".rule")) &&
            !(e->taste & LUBB_NO_RULES))
            rule_text_add(l, f->name, f->bytes, true);
    }
    if (l->options->rules_path && !(e->taste & LUBB_NO_RULES)) {
        lubb_status status = rule_texts_read(
            &e->store, l->options->rules_path, &l->texts, l->error);

        if (status != LUBB_OK)
            return status;
    }
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

    if (l->options->weights_file) {
        file = l->options->weights_file;
        status = file_read(&l->engine->store, file, MAX_RULE_FILE, &text,
                           l->error);
    }
    if (status != LUBB_OK)
        return status;
    if (!weights_load(text, file, &l->findings, &l->engine->weights))
        return error_rule(l);
    return LUBB_OK;
}

static lubb_status
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

lubb_status
lubb_engine_new(const lubb_options *options, lubb_engine **engine,
                lubb_error *error)
{
    lubb_options taken;
    struct loading l = { .options = &taken, .error = error };
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
    l.findings.store = &l.engine->store;
    status = engine_load(&l);
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
    rule_set_free(engine->rules);
    store_free(&engine->store);
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
