/* features.h - what can be counted in one block's text.
 *
 * Words, letters, digits, links, punctuation, function words: the fields of
 * struct block_measure. Densities are made of them where they are used.
 * Sources: boilerpipe (links, text), jusText (function words), and the
 * measurements that led to the judge.
 */
#ifndef LUBB_PAGE_FEATURES_H
#define LUBB_PAGE_FEATURES_H

#include "base/fuel.h"
#include "page/block.h"
#include "text/stopwords.h"

/* Measure every block. Folded text is in the arena. Cost: linear in the block
 * text; fuel: 2 a byte. */
void blocks_measure(struct arena *a, const struct stopwords *stop,
                    struct fuel *fuel, struct blocks *blocks);

#endif
