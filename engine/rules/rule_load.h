/* rule_load.h - reading one file of rules: shared by rule_load.c, which reads
 * its lines, rule_facts.c, which reads what it says of itself, and
 * rule_compile.c, which makes matches of values.
 */
#ifndef LUBB_RULES_RULE_LOAD_H
#define LUBB_RULES_RULE_LOAD_H

#include "rules/rule_set.h"

struct rule_loader {
    struct rule_set *set;
    struct rule_file *file;
    struct rule_lines lines;
    struct str source;      /* the value at hand, as written */
    size_t n_proved;        /* entries that a proof below them is about */
    size_t n_errors;        /* noted above those: more make them broken */
    uint64_t seen;          /* keys of this section, a bit each */
    bool is_todo;           /* the line at hand is a todo- */
    bool is_lost;           /* in a section that is none */
    bool is_full;
    bool no_memory;
};

/* Room for one more item of an array of the file's; notes refused memory. */
#define RULE_GROW(l, items, n, cap) \
    ((n) < (cap) || store_grow((l)->set->store, &(items), (n), &(cap), \
                               sizeof *(items)) || \
     ((l)->no_memory = true, false))

/* Read the text into l->file; false, with findings, when anything in it is
 * wrong or memory was refused. */
bool rule_file_load(struct rule_loader *l, struct str text,
                    struct rule_findings *findings);

/* Read a value that is no match; false for keys whose value is one entry to be
 * kept (expect, score). */
bool rule_read_fact(struct rule_loader *l, enum rule_key key,
                    struct str value);

/* Make the match and the step of one value of a key; false when it is none
 * that the key takes, which is noted. */
bool rule_compile(struct rule_loader *l, enum rule_key key,
                  const struct rule_value *value, struct rule_entry *out);

/* Whether the value of an expect: can be read; notes what cannot. */
bool rule_expect_check(struct rule_loader *l, struct str value);

#endif
