/* headline.h - which block is the page's headline.
 *
 * The best of the blocks that are an h1 or say what a title of the page says
 * (<title> or a part of it, og:title, the JSON-LD headline).
 */
#ifndef LUBB_JUDGE_HEADLINE_H
#define LUBB_JUDGE_HEADLINE_H

#include "judge/layout.h"
#include "page/facts.h"

enum title_match {
    TITLE_NONE,
    TITLE_PARTLY,       /* 80 % of the block's words are in a title */
    TITLE_NEARLY,       /* and more: word sets alike, or half its length */
    TITLE_EQUAL
};

struct headline {
    uint32_t block;     /* index, or NO_BLOCK */
    uint8_t *matches;   /* enum title_match of every block, in the arena */
};

/* Cost: linear in the blocks of up to 40 words. */
void headline_find(struct arena *a, const struct layout *l,
                   const struct blocks *blocks,
                   const struct page_facts *facts, struct headline *out);

#endif
