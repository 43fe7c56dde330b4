/* rule_cuts.h - stretches that rules take out of lines that stay.
 */
#ifndef LUBB_RULES_RULE_CUTS_H
#define LUBB_RULES_RULE_CUTS_H

#include "rules/rule_page.h"

/* Cuts a line takes of one entry: of a pattern that matches more often, the
 * first this many. */
enum { MAX_CUTS = 64 };

/* Add what a cut: phrase or pattern takes out of a text to `ruling`. */
void rule_cut_text(struct rule_page *page, const struct rule_entry *entry,
                   const struct rule_subject *subject,
                   struct ruling *ruling);

/* Add what stands in the elements but in no block of their own: inline elements
 * of a line that stays. */
void rule_cut_elements(struct rule_page *page,
                       const struct element_list *elements);

/* Sort a ruling's cuts and unite those that touch. Once, behind the last
 * addition. */
void rule_cuts_unite(struct ruling *ruling);

/* The text without its cuts, in the arena. */
struct str rule_cuts_apply(struct arena *a, struct str text,
                           const struct ruling *ruling);

#endif
