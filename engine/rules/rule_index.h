/* rule_index.h - files of rules by a name that they have: their own, or that
 * of their theme. Made over all files of a set in one go, so that each of
 * thousands finds its like by a look-up instead of a walk over the others.
 */
#ifndef LUBB_RULES_RULE_INDEX_H
#define LUBB_RULES_RULE_INDEX_H

#include "base/store.h"
#include "base/table.h"
#include "rules/rule.h"

#define NO_FILE UINT32_MAX

struct rule_index {
    struct str (*name_of)(const struct rule_file *);    /* or {NULL, 0} */
    struct table first;     /* hash of a name: the first file with that hash */
    uint32_t *next;         /* by file: the next with its hash, or NO_FILE */
};

/* A file's name below the folder of its pack: "site/alwasat.ly.rule". */
struct str rule_name_own(const struct rule_file *file);

/* The theme that the file describes, or {NULL, 0}. */
struct str rule_name_theme(const struct rule_file *file);

/* Empty it and make room for n files; name_of stays. False when memory is
 * refused. */
bool rule_index_begin(struct store *s, struct rule_index *index, uint32_t n);

/* Add file number i: the files in turn, the last first. False when the table
 * has no room for its name. */
bool rule_index_add(struct rule_index *index, const struct rule_file *file,
                    uint32_t i);

/* The number of the first file that has that name now, a shipped one where only
 * those are asked for; NO_FILE when there is none, or no index. Cost: a
 * look-up, and a step a file that had that name before it. */
uint32_t rule_index_find(const struct rule_index *index,
                         struct rule_file *const *files, struct str name,
                         bool only_shipped);

#endif
