/* engine.h - what engine, worker and extraction share; nothing of it is public.
 */
#ifndef LUBB_ENGINE_H
#define LUBB_ENGINE_H

#include "base/store.h"
#include "judge/judge.h"
#include "emit/record.h"
#include "lubb.h"
#include "rule_files.h"
#include "text/stopwords.h"

/* Never changes once made. */
struct lubb_engine {
    struct store store;
    struct lexicon *lexicon;
    struct rule_set *rules;
    struct stopwords stopwords;
    struct weights weights;
    unsigned taste;             /* LUBB_NO_RULES | ... */
    uint32_t max_input;         /* bytes */
    uint32_t fuel_per_byte;
};

/* The memory of one page at a time, and the page that is in it. */
struct lubb_worker {
    struct arena arena;
    char *region;
    size_t region_size;
    struct pattern_runner runner;
    struct rulings *rulings;    /* what the rules said of it, or NULL */
    const lubb_page *page;      /* the newest, or NULL */
    struct str text;            /* its bytes, decoded */
    struct record record;       /* what its writers need */
};

/* An engine under way. */
struct loading {
    lubb_engine *engine;        /* zeroed but for taste and bounds */
    struct store *store;        /* of texts and findings: it lives as long as
                                 * the engine */
    const char *const *paths;   /* the user's files and folders of rules */
    size_t n_paths;
    const char *weights_file;   /* or NULL */
    lubb_error *error;          /* of LUBB_E_FILE; or NULL */
    struct rule_texts texts;    /* the user's files; those at the paths are
                                 * added */
    struct rule_findings findings;  /* its store is the caller's to name */
};

/* Read and freeze all that an engine knows: what is built in, then the user's
 * files. Every finding is noted, and LUBB_E_RULE returned where one is an
 * error: what was read is then there to look at, not to extract with. In any
 * case engine_clear() gives back what was made. */
lubb_status engine_load(struct loading *l);
void engine_clear(lubb_engine *engine);

/* Have a region for a page of len bytes: 64 MiB + 32 bytes a byte. */
lubb_status worker_reserve(lubb_worker *worker, size_t len);

/* The page as callers see it, in the arena; what it points to is the
 * record's. */
const lubb_page *page_out(struct arena *a, const struct record *record,
                          uint64_t fuel_used);

/* Call `visit` for the worker's newest page, whose memory may still grow
 * meanwhile. LUBB_OK, LUBB_E_LIMIT where it does not fit, LUBB_E_USAGE where
 * there is no page. */
lubb_status worker_visit(lubb_worker *worker,
                         void (*visit)(lubb_worker *worker, void *data),
                         void *data);

/* A slice as the public header has them, and back. */
static inline struct str
str_in(lubb_str s)
{
    return (struct str){ s.ptr, s.len };
}

static inline lubb_str
str_out(struct str s)
{
    return (lubb_str){ s.len ? s.ptr : "", s.len };
}

#endif
