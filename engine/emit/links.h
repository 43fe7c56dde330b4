/* links.h - the links of kept blocks, and a block's text with them.
 *
 * The cutters note that text is linked, not where to: nobody asks but who
 * writes links. So the <a> around each stretch is found here, from the bytes
 * it was copied from. A link is one stretch of one line: what goes on in the
 * next block or cell is a link again. Code has none, nor has a text dump.
 */
#ifndef LUBB_EMIT_LINKS_H
#define LUBB_EMIT_LINKS_H

#include "judge/evidence.h"
#include "page/targets.h"

struct link {
    uint32_t block;         /* index */
    uint32_t beg, end;      /* of the block's text, trimmed */
    struct str url;         /* in Markdown's form */
};

struct links {
    struct link *items;     /* in page order */
    size_t n, cap;
};

/* The links of the blocks that are kept, in the targets' arena. Cost: linear,
 * fuel: 1 a node, and what targets take. */
struct links links_find(struct targets *t, const struct blocks *blocks);

/* The block's text without what its ruling cuts, with its n links in
 * Markdown; in the arena. */
struct str links_apply(struct arena *a, const struct block *block,
                       const struct link *links, size_t n);

#endif
