/* lexicon_parts.h - what a lexicon is made of, for the files that fill, match
 * and prove it.
 *
 * Loading lists phrases as they come; freezing unites equal ones and makes an
 * entry of each: which groups it hits as a whole line, at the start, and so on.
 */
#ifndef LUBB_RULES_LEXICON_PARTS_H
#define LUBB_RULES_LEXICON_PARTS_H

#include "rules/lexicon.h"
#include "rules/literals.h"

enum lexicon_kind {
    LEXICON_LINE,
    LEXICON_START,
    LEXICON_INSIDE,
    LEXICON_TAIL,
    N_LEXICON_KINDS
};

struct lexicon_phrase {
    struct str folded;
    enum lexicon_group group;
    enum lexicon_kind kind;
};

/* A yes: or no: line. */
struct lexicon_proof {
    struct str text;            /* as it was written */
    const char *file;
    uint32_t line, column;
    enum lexicon_group group;
    bool is_yes;
};

/* The groups of one literal by the kind of match, a bit each. */
struct lexicon_entry {
    uint32_t groups[N_LEXICON_KINDS];
};

struct lexicon {
    struct store *store;
    struct lexicon_phrase *phrases;
    size_t n_phrases, cap_phrases;
    struct lexicon_proof *proofs;
    size_t n_proofs, cap_proofs;

    struct literals literals;           /* made by lexicon_freeze() */
    struct lexicon_entry *entries;      /* by literal */
    size_t longest;                     /* bytes of the longest literal */
};

/* Fold text in the store's memory; false when memory is refused. */
bool lexicon_fold(struct store *s, struct str text, struct str *folded);

#endif
