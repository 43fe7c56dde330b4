/* engine.h - what engine, worker and extraction share; nothing of it is public.
 */
#ifndef LUBB_ENGINE_H
#define LUBB_ENGINE_H

#include "base/store.h"
#include "judge/judge.h"
#include "emit/record.h"
#include "lubb.h"
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
    struct record record;       /* what its writers need */
};

/* Have a region for a page of len bytes: 64 MiB + 32 bytes a byte. */
lubb_status worker_reserve(lubb_worker *worker, size_t len);

#endif
