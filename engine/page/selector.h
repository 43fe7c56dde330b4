/* selector.h - the CSS subset in which rules name elements.
 *
 *     tag * .class #id [a] [a=v] [a~=v] [a^=v] [a$=v] [a*=v] [a="v" i]
 *     a b   a > b   a + b   a ~ b   a, b
 *     :first-child :last-child :only-child :nth-child(2n+1) :empty
 *     :first-of-type :last-of-type :nth-of-type(n) :not(compound) :is(list)
 *     :text("phrase")                     the element's own text, folded, has
 *                                         the phrase in whole words
 *     a b@href                            an attribute's value, not a text
 *
 * Selectors Level 4 where it says something; about 96 % of what rule authors of
 * the field write. Inside :is() and :not() stand compounds, and no :is() or
 * :not(). Class and id are compared as they are, tag and attribute
 * names without regard to case. Matched right to left over the flat nodes; no
 * recursion, no backtracking beyond what the combinators ask.
 *
 * Cost: an index a page (one pass over its start tags), then for a selector a
 * lookup of each id, class and tag in it, and a walk upwards for the elements
 * that have its rightmost one. A selector that names an id, a class, a tag, an
 * attribute or a part of a class that no element has costs these lookups; one
 * of nothing but attributes that some have reads every start tag.
 */
#ifndef LUBB_PAGE_SELECTOR_H
#define LUBB_PAGE_SELECTOR_H

#include "base/store.h"
#include "page/html_tree.h"

struct selector;        /* compiled; never changes, threads may share it */

/* Why a text is no selector. */
struct selector_error {
    size_t at, len;     /* where, in the text */
    const char *what;   /* static; NULL: memory was refused */
};

/* Compile a selector; NULL when it is none, *error says why. Up to
 * MAX_PATTERN bytes. Its memory is the store's, the text's bytes are
 * copied. Cost: linear. */
const struct selector *selector_compile(struct store *s, struct str text,
                                        struct selector_error *error);

/* The attribute it ends in ("a@href": "href"), or empty. */
struct str selector_attribute(const struct selector *selector);

/* The elements of one page by tag, id and class, made once for all
 * selectors. */
struct element_index;
struct element_index *element_index_new(struct arena *a,
                                        const struct html_doc *doc,
                                        struct fuel *fuel);

struct element_list {
    uint32_t *nodes;    /* in document order, each once; in the arena */
    uint32_t n;
};

/* The elements that a selector matches. Fuel: 1 a simple selector tried on an
 * element, 1 a byte of start tag or text read for it; a page out of fuel gives
 * what was found. */
struct element_list selector_find(const struct selector *selector,
                                  struct element_index *index);

#endif
