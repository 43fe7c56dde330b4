/* lexicon.h - Arabic boilerplate phrases by group, matched on folded text.
 *
 * Sections of rules/generic/ files:
 *
 *     [lexicon related]
 *     start:  "اقرأ أيضا" | "طالع أيضا"
 *     line:   "مقالات ذات صلة"
 *     yes:    "اقرأ أيضًا: خبر آخر"
 *     no:     "الدروس التالية تغطي مواضيع ذات صلة وثيقة"
 *
 * A phrase matches whole words: as the whole block, numbers at either end aside
 * (line), at its start in a block of up to LEXICON_START_WORDS words (start),
 * anywhere (inside) or at the end (tail) of one of up to LEXICON_SHORT_WORDS.
 * A hit is evidence to the judge and never more: points by group stand in
 * weights.conf. yes: and no: are the group's proof, run by the tests.
 */
#ifndef LUBB_RULES_LEXICON_H
#define LUBB_RULES_LEXICON_H

#include "rules/rule_findings.h"

enum { LEXICON_START_WORDS = 20, LEXICON_SHORT_WORDS = 25 };

enum lexicon_group {
#define GROUP(name) LEXICON_##name,
#include "rules/lexicon_groups.inc"
#undef GROUP
    N_LEXICON_GROUPS
};

struct lexicon;

/* "related", "most_read", ... */
const char *lexicon_group_name(enum lexicon_group group);

/* A new empty lexicon in the store; NULL when memory is refused. */
struct lexicon *lexicon_new(struct store *s);

/* Add the phrases of one file's text. What is wrong goes to `findings`, and a
 * file with an error adds nothing. Returns false when it had errors or memory
 * was refused. */
bool lexicon_add_file(struct lexicon *lexicon, const char *file,
                      struct str text, struct rule_findings *findings);

/* Build the automaton once all files are added; false when memory is
 * refused. */
bool lexicon_freeze(struct lexicon *lexicon);

/* The groups that hit a folded text of n_words words, one bit (1u << group)
 * each. Cost: one pass over the text, whatever the number of phrases. A lexicon
 * without phrases hits nothing. Threads may share a frozen lexicon. */
uint32_t lexicon_match(const struct lexicon *lexicon, struct str folded,
                       uint32_t n_words);

/* Run every yes: and no: line of every section against the frozen lexicon; what
 * fails is added to `findings`. Returns how many lines were run. */
size_t lexicon_prove(const struct lexicon *lexicon,
                     struct rule_findings *findings);

#endif
