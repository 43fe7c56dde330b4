/* hits.h - the newest page as the entries of one file see it.
 *
 * Whether or not the file was chosen for the page, and whatever became of its
 * attempt: for those who ask what an entry hits. Within worker_visit().
 */
#ifndef LUBB_AUTHOR_HITS_H
#define LUBB_AUTHOR_HITS_H

#include "author/author.h"

/* The page in the worker, with all that the file's entries hit. Its fuel is its
 * own and does not run out. */
struct rule_page *hits_page(lubb_worker *worker, const struct rule_set *set,
                            const struct rule_file *file);

/* What an entry of the file hits. */
const struct rule_hits *hits_of(struct rule_page *page,
                                const struct rule_entry *entry);

/* Whether it hits anything: a block, or an element without text. */
bool hits_any(struct rule_page *page, const struct rule_entry *entry);

/* Whether an entry of a field yields a value. */
bool hits_yield(struct rule_page *page, const struct rule_entry *entry);

/* What an entry says of an element or a block that it hits: the text, or the
 * attribute that its selector ends in, behind its step. Empty: nothing. */
struct str hits_element_value(struct rule_page *page,
                              const struct rule_entry *entry, uint32_t node);
struct str hits_block_value(struct rule_page *page,
                            const struct rule_entry *entry, uint32_t block);

/* The bytes of the attribute in the page; false where the element has none. */
bool hits_attribute(const struct rule_page *page,
                    const struct rule_entry *entry, uint32_t node,
                    struct str *raw);

/* How many of the elements that an entry hits lie in none of the others. */
uint32_t hits_containers(struct rule_page *page,
                         const struct rule_entry *entry);

#endif
