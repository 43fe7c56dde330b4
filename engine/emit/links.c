#include "emit/links.h"

#include "emit/markdown.h"
#include "page/places.h"
#include "rules/rule_cuts.h"
#include "text/arabic.h"
#include "text/utf8.h"

/* -- finding --------------------------------------------------------------- */

struct finder {
    struct targets *targets;
    const struct blocks *blocks;
    uint32_t *anchors;      /* by node: the <a> it is or stands in, or
                             * NO_NODE */
    uint32_t run;           /* of the tree, where the text at hand stands */
    struct links found;
    struct link open;       /* the link under way; no URL: none */
    uint32_t open_src;      /* its <a> */
};

static uint32_t *
anchors_find(struct arena *a, const struct html_doc *doc)
{
    uint32_t *anchors = arena_raw(a, uint32_t, doc->n_nodes);

    for (uint32_t i = 0; i < doc->n_nodes; i++) {
        uint32_t up = doc->nodes[i].parent;

        if (doc->nodes[i].tag == TAG_a)
            anchors[i] = i;
        else
            anchors[i] = up == NO_NODE ? NO_NODE : anchors[up];
    }
    return anchors;
}

static bool
is_blank(uint32_t cp)
{
    return char_classify(cp) == CHAR_SPACE || char_classify(cp) == CHAR_IGNORED;
}

/* Take white space and what is not seen off both ends; false where nothing is
 * left. */
static bool
stretch_trim(struct str text, uint32_t *beg, uint32_t *end)
{
    struct str s = str_slice(text, 0, *end);
    size_t at;

    while (*beg < *end) {
        at = *beg;
        if (!is_blank(utf8_next(s, &at)))
            break;
        *beg = (uint32_t)at;
    }
    while (*end > *beg) {
        at = *end;
        if (!is_blank(utf8_prev(s, &at)))
            break;
        *end = (uint32_t)at;
    }
    return *beg < *end;
}

static void
link_close(struct finder *f)
{
    struct links *all = &f->found;
    struct link *link = &f->open;

    if (link->url.len > 0 &&
        stretch_trim(f->blocks->items[link->block].text, &link->beg,
                     &link->end)) {
        all->items = arena_grow(f->targets->arena, all->items, all->n,
                                &all->cap, sizeof *all->items);
        all->items[all->n++] = *link;
    }
    link->url.len = 0;
    f->open_src = NO_OFFSET;
}

/* Whether text from `at` on goes on with the link under way: nothing or a space
 * lies between, and no cell ends. */
static bool
goes_on(const struct finder *f, uint32_t src, uint32_t at)
{
    const struct link *link = &f->open;
    struct str text = f->blocks->items[link->block].text;

    return link->url.len > 0 && src == f->open_src &&
           (at == link->end ||
            (at == link->end + 1 && text.ptr[link->end] == ' '));
}

/* Text [beg, end) of block i stands in the <a> whose tag is at src. */
static void
link_extend(struct finder *f, uint32_t src, struct link piece)
{
    if (!goes_on(f, src, piece.beg)) {
        link_close(f);
        piece.url = targets_link(f->targets, src);
        f->open = piece;
        f->open_src = src;
    }
    f->open.end = piece.end;
}

static void
run_read(struct finder *f, uint32_t block, const struct block_run *run)
{
    const struct html_doc *doc = f->targets->doc;
    uint32_t anchor = NO_NODE;

    f->run = place_run(doc, f->run, run->src);
    if (f->run < doc->n_runs)
        anchor = f->anchors[doc->runs[f->run].node];
    if (anchor == NO_NODE)
        link_close(f);
    else
        link_extend(f, doc->nodes[anchor].src,
                    (struct link){ .block = block, .beg = run->at,
                                   .end = run->at + run->len });
}

struct links
links_find(struct targets *t, const struct blocks *blocks)
{
    struct finder f = { .targets = t, .blocks = blocks,
                        .open_src = NO_OFFSET };

    if (!fuel_spend(t->fuel, t->doc->n_nodes))
        return f.found;
    f.anchors = anchors_find(t->arena, t->doc);
    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (!b->evidence->is_kept || b->kind == BLOCK_CODE)
            continue;
        for (uint32_t r = 0; r < b->n_runs; r++)
            run_read(&f, i, &b->runs[r]);
        link_close(&f);
    }
    return f.found;
}

/* -- writing --------------------------------------------------------------- */

/* Cuts that lie behind some offset. */
struct cuts_behind {
    uint32_t n, n_bytes;
};

/* Where offset `at` is once the cuts are out; asked for in order. */
static uint32_t
offset_after_cuts(const struct ruling *ruling, struct cuts_behind *behind,
                  uint32_t at)
{
    while (behind->n < ruling->n_cuts &&
           ruling->cuts[behind->n].end <= at) {
        const struct cut_span *cut = &ruling->cuts[behind->n++];

        behind->n_bytes += cut->end - cut->beg;
    }
    if (behind->n < ruling->n_cuts && ruling->cuts[behind->n].beg < at)
        at = ruling->cuts[behind->n].beg;
    return at - behind->n_bytes;
}

struct str
links_apply(struct arena *a, const struct block *block,
            const struct link *links, size_t n)
{
    static const struct ruling no_ruling;
    const struct ruling *ruling = block->ruling ? block->ruling : &no_ruling;
    struct str text = rule_cuts_apply(a, block->text, ruling);
    struct cuts_behind behind = { 0, 0 };
    size_t at = 0, room = text.len;
    struct buf out;

    if (n == 0)
        return text;
    for (size_t i = 0; i < n; i++)
        room += links[i].url.len + STR("\\![]()").len;
    out = buf_new(a, room);
    for (size_t i = 0; i < n; i++) {
        uint32_t beg = offset_after_cuts(ruling, &behind, links[i].beg);
        uint32_t end = offset_after_cuts(ruling, &behind, links[i].end);

        if (!stretch_trim(text, &beg, &end))
            continue;
        buf_add(&out, str_slice(text, at, beg));
        markdown_open_link(&out);
        markdown_add_text(&out, str_slice(text, beg, end));
        markdown_add_target(&out, links[i].url);
        at = end;
    }
    buf_add(&out, str_slice(text, at, text.len));
    return buf_done(&out);
}
