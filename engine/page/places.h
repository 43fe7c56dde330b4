/* places.h - where blocks stand among the nodes of the tree.
 *
 * A block knows the bytes that it was copied from, the tree knows which run of
 * text those are in. Both are in document order, foster parenting included, so
 * one cursor finds all runs of all blocks in one pass.
 */
#ifndef LUBB_PAGE_PLACES_H
#define LUBB_PAGE_PLACES_H

#include "page/block.h"
#include "page/html_tree.h"

/* The run of the tree that holds the byte at `src`, or the space just before
 * its first byte: searched from run `from` on; doc->n_runs when there is
 * none. */
uint32_t place_run(const struct html_doc *doc, uint32_t from, uint32_t src);

/* A block's place: a node i stands above all of its text where i < beg, below
 * all of it where i >= end. */
struct place {
    uint32_t beg, end;
};

/* The places of all blocks, in the arena. Cost: linear. */
struct place *places_find(struct arena *a, const struct html_doc *doc,
                          const struct blocks *blocks);

#endif
