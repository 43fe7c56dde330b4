/* html_view.h - what a page's elements say, found before any bin is filled.
 *
 * In order: elements weighed, scopes of announcing headings, which blocks are
 * good, containers weighed by them, the headline, look-alikes.
 */
#ifndef LUBB_JUDGE_HTML_VIEW_H
#define LUBB_JUDGE_HTML_VIEW_H

#include "judge/headline.h"
#include "judge/layout.h"

struct html_view {
    struct layout layout;
    struct headline headline;
    uint8_t *scopes;            /* enum scope by block */
    uint8_t *looks;             /* enum lookalike by block */
};

/* Find the view of a page whose blocks are measured and have their lexicon
 * groups; sets is_good of every block. Cost: linear. */
void html_view_find(struct arena *a, const struct html_doc *doc,
                    struct blocks *blocks, const struct page_facts *facts,
                    struct html_view *view);

#endif
