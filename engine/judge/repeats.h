/* repeats.h - how often a block's folded text occurs on its own page.
 *
 * Menus, tickers and related lists come twice (a second time for phones, or cut
 * off with "..."); paragraphs do not.
 */
#ifndef LUBB_JUDGE_REPEATS_H
#define LUBB_JUDGE_REPEATS_H

#include "base/arena.h"
#include "page/block.h"

struct repeats {
    uint32_t *count;    /* by block: occurrences of its text, itself included */
    uint32_t *nth;      /* by block: how many of them stand above it */
};

/* Count all; in the arena. Blocks without words count as occurring once, and
 * so do those that the table has no room for (LIMIT_TABLE is then set). */
const struct repeats *repeats_count(struct arena *a, struct blocks *blocks);

#endif
