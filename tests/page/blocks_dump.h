/* blocks_dump.h - a page cut into blocks, and its blocks as a line of text.
 *
 * Every page that is cut here has the runs of all its blocks checked against
 * its bytes.
 */
#ifndef LUBB_TESTS_PAGE_BLOCKS_DUMP_H
#define LUBB_TESTS_PAGE_BLOCKS_DUMP_H

#include "page/html_blocks.h"
#include "page/html_references.h"
#include "tests/check.h"
#include "tests/page/tree_dump.h"

/* The page that was cut last. */
static struct tree tree;
static struct blocks blocks;

/* Bytes of the page that a run is the text of; 0 when it is not. */
static inline size_t
run_source_len(struct str page, struct str made, uint32_t src)
{
    char out[REFERENCE_MAX_BYTES];
    size_t len, n_out;

    if (page.ptr[src] == '&' &&
        html_reference(page, src, false, &len, out, &n_out) &&
        str_eq(made, (struct str){ out, n_out }))
        return len;
    return str_starts(str_slice(page, src, page.len), made) ? made.len : 0;
}

/* Whether runs are the block's text but for a space or a tab between them. */
static inline bool
runs_are_true(struct str page, const struct block *b)
{
    uint32_t at = 0;
    size_t end = b->beg;

    for (uint32_t r = 0; r < b->n_runs; r++) {
        const struct block_run *run = &b->runs[r];
        struct str made = str_slice(b->text, run->at, run->at + run->len);
        size_t len = run_source_len(page, made, run->src);

        if (len == 0 || run->at < at || run->at > at + (r > 0))
            return false;
        if (run->at > at && b->text.ptr[at] != ' ' && b->text.ptr[at] != '\t')
            return false;
        at = run->at + run->len;
        end = run->src + len;
    }
    return b->n_runs > 0 && at == b->text.len && b->beg == b->runs[0].src &&
           b->end == end;
}

static inline void
cut_within(struct str html, struct fuel *fuel)
{
    tree = tree_of(html);
    html_blocks_cut(tree.arena, &tree.doc, fuel, &blocks);
    for (uint32_t i = 0; i < blocks.n; i++) {
        const struct block *b = &blocks.items[i];

        if (!CHECK(runs_are_true(tree.doc.text, b)) ||
            !CHECK(b->node < tree.doc.n_nodes))
            printf("    block: [%.*s]\n", (int)b->text.len, b->text.ptr);
    }
}

static inline void
cut(const char *html)
{
    struct fuel fuel = { 0, UINT64_MAX };

    cut_within(str_of(html), &fuel);
}

/* The block's text with its links in brackets. */
static inline void
text_dump(struct buf *out, const struct block *b)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < b->n_links; i++) {
        buf_add(out, str_slice(b->text, at, b->links[i].beg));
        buf_add_char(out, '[');
        buf_add(out, str_slice(b->text, b->links[i].beg, b->links[i].end));
        buf_add_char(out, ']');
        at = b->links[i].end;
    }
    buf_add(out, str_slice(b->text, at, b->text.len));
}

/* The blocks as "kind:text|kind:text". */
static inline struct str
blocks_dump(void)
{
    static const char *const kinds[N_BLOCK_KINDS] = {
        "p:", "h:", "li:", "tr:", "quote:", "pre:", "caption:", "control:"
    };
    struct buf b = buf_new(tree.arena, 256);

    for (uint32_t i = 0; i < blocks.n; i++) {
        buf_add(&b, i > 0 ? STR("|") : STR(""));
        buf_add(&b, str_of(kinds[blocks.items[i].kind]));
        text_dump(&b, &blocks.items[i]);
    }
    return buf_str(&b);
}

static inline struct str
blocks_of(const char *html)
{
    cut(html);
    return blocks_dump();
}

/* The start tag's name of the element that block i belongs to. */
static inline struct str
node_name(uint32_t i)
{
    if (i >= blocks.n)
        return STR("no such block");
    return str_of(tag_name((enum tag)tree.doc.nodes[blocks.items[i].node].tag));
}

#endif
