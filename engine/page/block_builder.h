/* block_builder.h - the text of one block put together from the page's bytes.
 *
 * Copies stretches of the decoded text, collapses white space, and notes where
 * each stretch came from (run table) and what of it is linked. Both cutters use
 * it, so that offsets mean the same in HTML and in text.
 */
#ifndef LUBB_PAGE_BLOCK_BUILDER_H
#define LUBB_PAGE_BLOCK_BUILDER_H

#include "page/block.h"

struct block_builder {
    struct arena *arena;
    struct str page;            /* the decoded text */
    struct blocks *blocks;
    size_t blocks_cap;

    char *text;                 /* all block text of the page, end to end */
    size_t text_len, text_cap;
    size_t beg;                 /* where the block under way starts in text */

    struct block_run *runs;     /* of the block under way */
    size_t n_runs, runs_cap;
    uint32_t end;           /* where what the last run stands for ends */
    struct link_span *links;
    size_t n_links, links_cap;

    bool has_gap;               /* white space is due before the next byte */
    char gap;                   /* ' ', '\t' between cells, '\n' in code */
    bool is_linked;             /* what comes next is inside a link */
    uint32_t link_beg;
};

/* Start on a page. text_cap bounds the block text that will be added: all bytes
 * to be copied, gaps and decoded references included. */
void block_builder_begin(struct block_builder *b, struct arena *a,
                         struct str page, size_t text_cap);

/* Bytes [beg, end) of the page: white space collapsed, references decoded
 * unless is_raw. */
void block_builder_add(struct block_builder *b, uint32_t beg, uint32_t end,
                       bool is_raw);

/* The same with white space as it stands (inside pre). */
void block_builder_add_exact(struct block_builder *b, uint32_t beg,
                             uint32_t end, bool is_raw);

/* White space is due before what comes next; a tab or a line end wins over a
 * space. */
void block_builder_gap(struct block_builder *b, char gap);

/* What comes next is, or is no longer, inside a link. */
void block_builder_link(struct block_builder *b, bool is_linked);

/* Whether the block under way has text yet. */
bool block_builder_has_text(const struct block_builder *b);

/* End the block under way: appended to blocks with its runs and links, and
 * returned for kind and node to be set; NULL when it has no text or the page
 * has MAX_BLOCKS (LIMIT_BLOCKS is then set). */
struct block *block_builder_end(struct block_builder *b);

#endif
