/* lines.h - a plain-text dump cut into blocks, a line a block.
 *
 * Where the whole dump was hard-wrapped (lynx, mail, PDF), the lines of one
 * paragraph are put together again. Greedy wrapping leaves a proof: the next
 * line's first word would not have fitted. Lines of verse, menus and lists fail
 * that test and stay apart.
 */
#ifndef LUBB_PAGE_LINES_H
#define LUBB_PAGE_LINES_H

#include "base/fuel.h"
#include "page/block.h"

/* Cut decoded text into blocks; everything is in the arena. Cost: linear; fuel:
 * 1 a byte. */
void lines_cut(struct arena *a, struct str text, struct fuel *fuel,
               struct blocks *blocks);

#endif
