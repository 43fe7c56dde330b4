/* html_blocks.h - the tree walked by a loop into blocks.
 *
 * A block ends where a block-level element starts or ends, and at two or more
 * <br> in a row. Inline elements do not split. A table row whose cells hold
 * inline content is one block, cells joined by a tab; rows of layout tables
 * are not (their cells hold blocks, or whole articles). noscript is left out
 * like scripts, but for pages that hold most of their text in it.
 */
#ifndef LUBB_PAGE_HTML_BLOCKS_H
#define LUBB_PAGE_HTML_BLOCKS_H

#include "base/fuel.h"
#include "page/block.h"
#include "page/html_tree.h"

/* Cut the page into blocks; everything is in the arena. Cost: linear; fuel: 1 a
 * byte of text. */
void html_blocks_cut(struct arena *a, const struct html_doc *doc,
                     struct fuel *fuel, struct blocks *blocks);

#endif
