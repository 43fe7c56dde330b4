/* images.h - the images inside the main text, and where they stand in it.
 *
 * Inside is between the start of the first kept block and the end of the last,
 * and one image directly above the first in the text's own container (captions
 * aside). Left out: what a browser would not show (noscript, fallbacks of
 * players), the pixels of counters, spacers, and images among dropped blocks
 * that are links or long: boxes of other articles inside this one.
 */
#ifndef LUBB_EMIT_IMAGES_H
#define LUBB_EMIT_IMAGES_H

#include "judge/evidence.h"
#include "page/targets.h"

struct image {
    uint32_t before;        /* the kept block it stands above, or blocks.n */
    struct str alt, url;    /* normalised; in Markdown's form */
};

struct images {
    struct image *items;    /* in page order */
    size_t n, cap;
};

/* The images of a page whose blocks are judged, in the targets' arena. An
 * image inside a block stands below it, one before its first word above.
 * Cost: linear; fuel: 2 a node, and what targets take. */
struct images images_find(struct targets *t, const struct blocks *blocks);

/* "![alt](url)\n" */
void image_write(struct buf *out, const struct image *image);

#endif
