/* tree_dump.h - a page's tree as HTML again, so that tests can read it.
 *
 * Each node is <name>...</name> (void ones <name>); runs stand as they do in
 * the page, with a space where white space was left out.
 */
#ifndef LUBB_TESTS_PAGE_TREE_DUMP_H
#define LUBB_TESTS_PAGE_TREE_DUMP_H

#include "base/buf.h"
#include "page/html_tree.h"
#include "tests/scratch.h"

struct tree {
    struct arena *arena;
    struct html_doc doc;
};

/* The tree of `html`, in the scratch arena. */
static inline struct tree
tree_of(struct str html)
{
    struct tree t;
    struct fuel fuel = { 0, UINT64_MAX };
    char *copy;

    t.arena = scratch_arena(((size_t)1 << 20) + 1024 * html.len);
    copy = arena_new(t.arena, char, html.len + 16);
    if (html.len > 0)
        memcpy(copy, html.ptr, html.len);
    html_parse(t.arena, (struct str){ copy, html.len }, &fuel, &t.doc);
    return t;
}

static inline void
dump_tag(struct buf *b, const char *open, unsigned tag)
{
    if (open[1] == '/' && tag_traits((enum tag)tag) & TRAIT_VOID)
        return;
    buf_add(b, str_of(open));
    buf_add(b, str_of(tag_name((enum tag)tag)));
    buf_add_char(b, '>');
}

/* Close elements until `node` is the innermost one open. */
static inline uint32_t
dump_ends(struct buf *b, const struct html_doc *doc, uint32_t open,
          uint32_t node)
{
    while (open != node) {
        dump_tag(b, "</", doc->nodes[open].tag);
        open = doc->nodes[open].parent;
    }
    return open;
}

static inline struct str
dump_tree(const struct tree *t)
{
    const struct html_doc *doc = &t->doc;
    struct buf b = buf_new(t->arena, 256);
    uint32_t r = 0, open = NO_NODE;

    for (uint32_t i = 0; i <= doc->n_nodes; i++) {
        for (; r < doc->n_runs && doc->runs[r].before == i; r++) {
            const struct html_run *run = &doc->runs[r];

            open = dump_ends(&b, doc, open, run->node);
            buf_add(&b, run->has_space ? STR(" ") : STR(""));
            buf_add(&b, str_slice(doc->text, run->beg, run->end));
            buf_add(&b, run->space_after ? STR(" ") : STR(""));
        }
        if (i == doc->n_nodes)
            break;
        open = dump_ends(&b, doc, open, doc->nodes[i].parent);
        dump_tag(&b, "<", doc->nodes[i].tag);
        open = i;
    }
    dump_ends(&b, doc, open, NO_NODE);
    return buf_str(&b);
}

static inline struct str
dump_of(const char *html)
{
    struct tree t = tree_of(str_of(html));

    return dump_tree(&t);
}

/* What stands in the body. */
static inline struct str
body_of(const char *html)
{
    struct str all = dump_of(html);
    size_t beg = str_find(all, STR("<body>"), 0) + 6;

    return str_slice(all, beg, all.len - str_of("</body></html>").len);
}

#endif
