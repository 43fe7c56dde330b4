/* author.h - what the answers to those who write rules are made from.
 *
 * This folder is lubb_rules.h: it stands above the engine, uses all rooms, and
 * nothing but the build knows of it. Findings, hits and the like are made while
 * the newest page is still in the worker, and copied into a store for each
 * question, which is emptied when it is asked again.
 */
#ifndef LUBB_AUTHOR_AUTHOR_H
#define LUBB_AUTHOR_AUTHOR_H

#include "engine.h"
#include "lubb_rules.h"

/* A file under work: one of those at the paths, else one of the pack. */
struct author_file {
    const char *name;
    struct str text;
    const struct rule_file *rules;  /* NULL: a lexicon, or with an error */
};

enum question { ASK_LINT, ASK_TEST, ASK_TRY, ASK_WHICH, ASK_LIST, N_QUESTIONS };

struct lubb_rules {
    struct store store;             /* holds this, texts and findings */
    struct store answers[N_QUESTIONS];
    lubb_engine engine;             /* of the files without errors */
    bool is_ready;                  /* it is whole */
    bool has_paths;
    lubb_worker *worker;
    struct rule_texts texts;        /* of the files at the paths */
    struct rule_findings findings;  /* of loading */
    struct author_file *files;
    size_t n_files;
};

/* The store for the next answer, emptied of the last one. */
struct store *author_answer(lubb_rules *rules, enum question question);

/* Whether any file has an error. */
bool author_has_errors(const lubb_rules *rules);

/* The text of a file of rules, under work or built in; empty for another. */
struct str author_text(const lubb_rules *rules, const char *name);

/* s, or "" for NULL. */
static inline const char *
or_empty(const char *s)
{
    return s ? s : "";
}

#endif
