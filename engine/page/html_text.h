/* html_text.h - the text of one element or attribute, outside any block.
 *
 * For facts and fields: references decoded, each run of white space one space,
 * none at the ends. Blocks are cut elsewhere (page/html_blocks.h).
 */
#ifndef LUBB_PAGE_HTML_TEXT_H
#define LUBB_PAGE_HTML_TEXT_H

#include "page/html_tree.h"

/* Raw bytes of the page as text, in the arena. */
struct str html_text_clean(struct arena *a, struct str raw,
                           bool in_attribute);

/* All text below an element, in page order, elements apart by a space where the
 * page has white space or a tag between. */
struct str html_text_of(struct arena *a, const struct html_doc *doc,
                        uint32_t node);

/* Whether the page has white space or a tag between run i and the one before
 * it, and not just a comment. */
bool html_text_is_apart(const struct html_doc *doc, uint32_t i);

/* The runs [*beg, *end) of doc that stand below an element. Cost: a search by
 * halves, and one a run found. */
void html_text_runs(const struct html_doc *doc, uint32_t node,
                    uint32_t *beg, uint32_t *end);

#endif
