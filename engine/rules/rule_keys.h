/* rule_keys.h - the keys of the rule language, one table.
 *
 * rule_keys.inc holds a line a key: where it may stand, what values it takes,
 * in which forms, what it means and one example.
 */
#ifndef LUBB_RULES_RULE_KEYS_H
#define LUBB_RULES_RULE_KEYS_H

#include "base/str.h"

enum rule_key {
#define KEY(name, where, what, how, meaning, example) RULE_KEY_##name,
#include "rules/rule_keys.inc"
#undef KEY
    N_RULE_KEYS
};

/* Where a key may stand: bits of sections. */
enum rule_where {
    RULE_IN_TOP = 1 << 0,       /* above every section */
    RULE_IN_LAYOUT = 1 << 1,    /* [layout NAME] */
    RULE_IN_TEXT = 1 << 2,      /* [text]: dumps only */
    RULE_IN_CASE = 1 << 3       /* [case FILE] */
};

/* What values a key takes. */
enum rule_what {
    RULE_TAKES_PHRASE = 1 << 0,
    RULE_TAKES_REGEX = 1 << 1,
    RULE_TAKES_PLACE = 1 << 2,
    RULE_TAKES_SELECTOR = 1 << 3,
    RULE_TAKES_PLAIN = 1 << 4,  /* the raw rest of the line */
    RULE_TAKES_ANY = (1 << 4) - 1
};

/* In which forms it stands. */
enum rule_how {
    RULE_HOW_ONCE = 1 << 0,     /* at most once in a section */
    RULE_HOW_COUNT = 1 << 1,    /* key+3: */
    RULE_HOW_SIGNED = 1 << 2,   /* key+3: or key-3: and never key: */
    RULE_HOW_BANG = 1 << 3,     /* key!: */
    RULE_HOW_WORD = 1 << 4,     /* "first" or "last" behind a value */
    RULE_HOW_STEP = 1 << 5,     /* -> /pattern/ behind a value */
    RULE_HOW_DELETES = 1 << 6   /* takes text away: wants proofs, and a pattern
                                 * that cannot match nothing */
};

struct rule_key_info {
    const char *name;
    unsigned where, what, how;
    const char *meaning, *example;
};

/* All keys, by enum rule_key. */
extern const struct rule_key_info rule_keys[N_RULE_KEYS];

#endif
