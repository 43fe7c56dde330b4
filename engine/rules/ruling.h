/* ruling.h - what the chosen rules say of one block.
 *
 * The rules' own part of the travelling record (page/block.h): made before the
 * path is looked for, which it binds. Blocks have none where none was chosen.
 */
#ifndef LUBB_RULES_RULING_H
#define LUBB_RULES_RULING_H

#include "rules/rule.h"

enum ruling_word {
    RULING_FREE,        /* the judge decides */
    RULING_OUT,         /* not main text */
    RULING_TEXT         /* main text */
};

/* A stretch of block text that is taken out, half open. */
struct cut_span {
    uint32_t beg, end;
};

struct ruling {
    enum ruling_word word;
    int32_t points;                 /* for or against main text */
    const struct rule_file *file;   /* whose word it is, or NULL */
    const struct rule_entry *entry;
    struct cut_span *cuts;          /* sorted, disjoint; in the arena */
    uint32_t n_cuts;
    size_t cap_cuts;
};

#endif
