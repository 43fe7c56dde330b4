/* rule_set.h - all files of rules that an engine knows.
 *
 * Files are added one by one, then the set is frozen: themes are tied to the
 * files that use them, hosts go into one table, and the literals of all entries
 * into automata, so that a page is searched for all of them in one pass. A
 * frozen set never changes; threads may share it.
 */
#ifndef LUBB_RULES_RULE_SET_H
#define LUBB_RULES_RULE_SET_H

#include "base/table.h"
#include "rules/literals.h"
#include "rules/rule.h"
#include "rules/rule_index.h"

enum {
    /* Files that use one another in a row. */
    MAX_RULE_USES = 4,

    /* Files that speak of a page: a row of themes, and before it a site's file
     * that uses none. */
    MAX_RULE_CHAIN = MAX_RULE_USES + 1
};

/* An entry by its id in the set. */
struct rule_ref {
    const struct rule_file *file;
    const struct rule_entry *entry;
};

/* Literals, and the entries that each may stand for. */
struct rule_literals {
    struct literals set;
    uint32_t *first;        /* by literal: where its ids begin; n + 1 of them */
    uint32_t *ids;          /* of entries */
};

/* A host that some file claims. */
struct rule_claim {
    const struct rule_file *file;
    const struct rule_site *site;
    uint32_t next;          /* next claim of the same host, or NO_CLAIM */
};

#define NO_CLAIM UINT32_MAX

struct rule_set {
    struct store *store;
    struct rule_file **files;       /* in order of their index */
    size_t n_files, cap_files;
    struct pattern **patterns;      /* to be given back */
    size_t n_patterns, cap_patterns;
    size_t n_entries;               /* of all files */
    size_t n_shipped, n_indexed;    /* shipped files added, and indexed */
    struct rule_index names;        /* of shipped files, by folder and file */
    struct rule_index themes;       /* of them, when frozen of all, by theme */

    /* made by rule_set_freeze() */
    struct rule_ref *refs;          /* by entry id */
    struct table hosts;             /* hash of a host: its first claim */
    struct rule_claim *claims;
    struct rule_literals folded;    /* of folded text */
    struct rule_literals raw;       /* of text as it stands */
    struct rule_literals marks;     /* mark: phrases, folded; its ids are
                                     * indexes of mark_ids */
    uint32_t *mark_ids;             /* ids of all mark: entries */
    uint32_t n_marks;
    bool *has_literal;              /* by entry id: pattern found by literal */
};

/* A new empty set in the store; NULL when memory is refused. */
struct rule_set *rule_set_new(struct store *s);

/* Add one file's text, which must live as long as the set. Shipped files are
 * trusted with their proofs and with torture (the tests run those). What is
 * wrong goes to `findings`; a file with an error adds nothing. False when it
 * had one or memory was refused. */
bool rule_set_add_file(struct rule_set *set, const char *name,
                       struct str text, bool is_shipped,
                       struct rule_findings *findings);

/* Tie the files together; false, with findings, when two claim the same or one
 * uses a theme that is not there. A file of a user's wins over a shipped one
 * with the same name, site or theme. */
bool rule_set_freeze(struct rule_set *set, struct rule_findings *findings);

/* Run the proofs of a file against its entries, each finding an E14; where
 * `is_strict` a line that drops text without proofs is one too. Returns how
 * many proofs were run. */
size_t rule_file_prove(const struct rule_file *file, bool is_strict,
                       struct rule_findings *findings);

/* Give the patterns back; the rest is the store's. */
void rule_set_free(struct rule_set *set);

/* The file of that name ("theme/jannah" or a theme's name alone) in a frozen
 * set, or NULL. Of two that claim it the first. Cost: a look-up. */
const struct rule_file *rule_set_theme(const struct rule_set *set,
                                       struct str name);

#endif
