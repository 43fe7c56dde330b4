/* engine.c - load the lexicon, the function words and the weights; freeze;
 * free.
 *
 * What is built in and what a caller names go through the same loaders, and
 * the first error of a file is the one reported.
 */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "embedded.h"

/* Loading under way; everything is in the engine's store. */
struct loading {
    lubb_engine *engine;
    const lubb_options *options;
    struct rule_findings findings;
    lubb_error *error;          /* of the caller, or NULL */
};

/* -- errors ---------------------------------------------------------------- */

static void
text_copy(char *out, size_t size, const char *text)
{
    struct str s = str_of(text);
    size_t n = s.len < size - 1 ? s.len : size - 1;

    memcpy(out, s.ptr, n);
    out[n] = '\0';
}

static lubb_status
error_file(struct loading *l, const char *file, const char *message)
{
    if (l->error) {
        l->error->line = 0;
        l->error->column = 0;
        text_copy(l->error->file, sizeof l->error->file, file);
        text_copy(l->error->message, sizeof l->error->message, message);
    }
    return LUBB_E_FILE;
}

static lubb_status
error_rule(struct loading *l)
{
    const struct rule_finding *first = l->findings.items;

    if (l->findings.no_memory || l->findings.n == 0)
        return LUBB_E_NOMEM;
    error_file(l, first->file, "");
    if (l->error) {
        l->error->line = first->line;
        l->error->column = first->column;
        rule_finding_message(first, l->error->message,
                             sizeof l->error->message);
    }
    return LUBB_E_RULE;
}

/* -- files ----------------------------------------------------------------- */

/* Read a file of up to MAX_RULE_FILE bytes into the store. */
static lubb_status
file_read(struct loading *l, const char *path, struct str *text)
{
    FILE *f = fopen(path, "rb");
    char *bytes;
    size_t n;
    bool failed;

    if (!f)
        return error_file(l, path, "cannot be opened");
    bytes = store_alloc(&l->engine->store, (size_t)MAX_RULE_FILE + 1, 1);
    if (!bytes) {
        fclose(f);
        return LUBB_E_NOMEM;
    }
    n = fread(bytes, 1, (size_t)MAX_RULE_FILE + 1, f);
    failed = ferror(f) != 0;
    fclose(f);
    if (failed)
        return error_file(l, path, "cannot be read");
    if (n > MAX_RULE_FILE)
        return error_file(l, path, "is larger than 256 KiB");
    *text = (struct str){ bytes, n };
    return LUBB_OK;
}

static struct str
embedded_find(const char *name)
{
    for (size_t i = 0; i < embedded_n_files; i++)
        if (str_eq(str_of(embedded_files[i].name), str_of(name)))
            return embedded_files[i].bytes;
    return (struct str){ NULL, 0 };
}

/* -- parts of the engine --------------------------------------------------- */

static lubb_status
lexicon_read(struct loading *l)
{
    lubb_engine *e = l->engine;

    e->lexicon = lexicon_new(&e->store);
    if (!e->lexicon)
        return LUBB_E_NOMEM;
    for (size_t i = 0; i < embedded_n_files; i++) {
        const struct embedded_file *f = &embedded_files[i];

        if (!str_ends(str_of(f->name), STR(".rule")) ||
            (e->taste & LUBB_NO_RULES))
            continue;
        if (!lexicon_add_file(e->lexicon, f->name, f->bytes, &l->findings))
            return error_rule(l);
    }
    return lexicon_freeze(e->lexicon) ? LUBB_OK : LUBB_E_NOMEM;
}

static lubb_status
weights_read(struct loading *l)
{
    const char *file = "rules/weights.conf";
    struct str text = embedded_find(file);
    lubb_status status = LUBB_OK;

    if (l->options->weights_file) {
        file = l->options->weights_file;
        status = file_read(l, file, &text);
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
    status = lexicon_read(l);
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
