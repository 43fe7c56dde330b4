/* rule_walk.h - the entries that hold in the attempt at hand, and what the
 * files that make its rulings share.
 */
#ifndef LUBB_RULES_RULE_WALK_H
#define LUBB_RULES_RULE_WALK_H

#include "rules/rulings.h"

struct rule_walk {
    struct rulings *r;
    size_t link;                /* file in the chain, and its next entry */
    uint32_t next;
};

struct rule_step {
    size_t link;
    const struct rule_file *file;
    const struct rule_entry *entry;
};

/* Walk the entries of one key that hold, in order of the chain:
 *     struct rule_walk walk = rule_walk_begin(r);
 *     while (rule_walk_next(&walk, RULE_KEY_drop, &step)) ...
 * Left out are cases, other layouts, [text] on HTML, what an undrop: cancels,
 * and of files given up or barred by their guards all but the phrases and
 * patterns of drop: and cut:. */
struct rule_walk rule_walk_begin(struct rulings *r);
bool rule_walk_next(struct rule_walk *walk, enum rule_key key,
                    struct rule_step *step);

/* Whether the guards of a section hold: each line of if: has a value that
 * occurs, no value of an unless: does. What cannot be asked of a dump is
 * passed over. */
bool rule_guards_hold(struct rulings *r, size_t link, uint32_t section);

/* Find a field, and rule its lines out. */
void rule_field_find(struct rulings *r, enum rule_key key,
                     struct rule_field *field);

/* Rule out what a selector's elements hold: whole blocks, and stretches of
 * others. */
void rule_out_elements(struct rulings *r, const struct rule_step *step,
                       const struct element_list *elements);

/* What an entry hits. */
struct rule_hits *rule_step_hits(struct rulings *r,
                                 const struct rule_step *step);

/* The keys of fields, in the order of rulings.fields. */
extern const enum rule_key rule_field_keys[N_RULE_FIELDS];

/* Make the rulings of the attempt at hand; false when it has a body: and none
 * is on the page. */
bool rulings_make(struct rulings *r);

/* Set a block's word, with whose it is. */
void rule_say(struct rulings *r, const struct rule_step *step, uint32_t block,
              enum ruling_word word);

#endif
