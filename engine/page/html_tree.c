/* html_tree.c - Gumbo on the skeleton, and its tree copied to flat arrays.
 *
 * Skeleton and Gumbo's tree live in the far part of the arena, which is free
 * again when the copy in the near part is made. Gumbo's deallocator does
 * nothing and its tree is never destroyed: that recurses. A full arena leaves
 * by longjmp through Gumbo's frames, which own nothing else.
 */
#include "page/html_tree.h"

#include <gumbo.h>

#include "base/limits.h"
#include "page/skeleton.h"
#include "text/utf8.h"

struct copy {
    struct arena *arena;
    struct arena *scratch;
    const struct skeleton *sk;
    struct fuel *fuel;
    struct html_doc *doc;
    size_t nodes_cap;
    uint32_t next_tag;      /* index of the skeleton's tag expected next */
    bool is_out;            /* of fuel */
};

/* An element whose children are being copied. */
struct frame {
    const GumboVector *children;
    unsigned next;
    uint32_t node;
};

/* -- Gumbo ---------------------------------------------------------------- */

static void *
gumbo_take(void *arena, size_t size)
{
    return arena_alloc_raw(arena, size, 1);
}

static void
gumbo_leave(void *arena, void *p)
{
    (void)arena;
    (void)p;
}

static const GumboNode *
gumbo_root(struct arena *a, struct str html)
{
    GumboOptions options = kGumboDefaultOptions;

    options.allocator = gumbo_take;
    options.deallocator = gumbo_leave;
    options.userdata = a;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html.ptr, html.len)->root;
}

/* -- nodes ---------------------------------------------------------------- */

/* What Gumbo adds of its own accord. */
static enum tag
implied_tag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_HTML: return TAG_html;
    case GUMBO_TAG_HEAD: return TAG_head;
    case GUMBO_TAG_BODY: return TAG_body;
    case GUMBO_TAG_COLGROUP: return TAG_colgroup;
    case GUMBO_TAG_TBODY: return TAG_tbody;
    case GUMBO_TAG_TR: return TAG_tr;
    case GUMBO_TAG_P: return TAG_p;
    case GUMBO_TAG_BR: return TAG_br;
    default: return TAG_UNKNOWN;
    }
}

/* Whether a node may be copied; all that was read may if the tokenizer had no
 * fuel for more. */
static bool
node_pay(struct copy *c)
{
    if (!(c->sk->limits & LIMIT_FUEL) && !fuel_spend(c->fuel, 4)) {
        c->doc->limits |= LIMIT_FUEL;
        c->is_out = true;
    }
    return !c->is_out;
}

/* The skeleton's tag at `at`: nearly always the one after the last. */
static const struct skeleton_tag *
tag_find(struct copy *c, uint32_t at)
{
    const struct skeleton *sk = c->sk;
    uint32_t lo = 0, hi = sk->n_tags;

    if (c->next_tag < hi && sk->tags[c->next_tag].at == at)
        return &sk->tags[c->next_tag++];
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;

        if (sk->tags[mid].at < at)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == sk->n_tags || sk->tags[lo].at != at)
        return NULL;
    c->next_tag = lo + 1;
    return &sk->tags[lo];
}

static uint32_t
node_add(struct copy *c, uint32_t parent, unsigned tag, uint32_t src)
{
    struct html_doc *doc = c->doc;
    uint32_t depth = parent == NO_NODE ? 0 : doc->nodes[parent].depth + 1u;

    if (doc->n_nodes == c->nodes_cap)
        doc->nodes = arena_grow(c->arena, doc->nodes, doc->n_nodes,
                                &c->nodes_cap, sizeof *doc->nodes);
    doc->nodes[doc->n_nodes] = (struct html_node){
        .tag = (uint16_t)tag, .parent = parent, .src = src,
        .depth = (uint16_t)(depth < UINT16_MAX ? depth : UINT16_MAX),
        .end = doc->n_nodes + 1
    };
    return doc->n_nodes++;
}

/* An element that Gumbo added of its own accord. A start tag that comes late
 * still gives html and body its attributes. */
static uint32_t
implied_add(struct copy *c, const GumboElement *element, uint32_t parent)
{
    unsigned tag = implied_tag(element->tag);
    uint32_t src = NO_OFFSET;

    if (tag == TAG_html)
        src = c->sk->side.html;
    else if (tag == TAG_body)
        src = c->sk->side.body;
    return node_add(c, parent, tag, src);
}

/* The element as a node, and those that follow it unshown; gives the first. */
static uint32_t
element_add(struct copy *c, const GumboElement *element, uint32_t parent)
{
    const struct skeleton *sk = c->sk;
    const struct skeleton_tag *tag = NULL;
    uint32_t node;

    if (element->original_tag.length > 0)
        tag = tag_find(c, element->start_pos.offset);
    if (!tag)
        return implied_add(c, element, parent);
    node = node_add(c, parent, tag->tag, tag->src);
    while (c->next_tag < sk->n_tags && sk->tags[c->next_tag].at == tag->at) {
        const struct skeleton_tag *like = &sk->tags[c->next_tag++];

        if (node_pay(c))
            node_add(c, parent, like->tag, like->src);
    }
    return node;
}

/* -- text ----------------------------------------------------------------- */

static void
run_add(struct copy *c, const struct skeleton_item *run, uint32_t node)
{
    struct html_doc *doc = c->doc;

    doc->runs[doc->n_runs++] = (struct html_run){
        .node = node, .before = doc->n_nodes,
        .beg = run->beg, .end = run->end, .is_raw = run->is_raw,
        .has_space = run->has_space, .space_after = run->space_after
    };
}

static uint32_t
node_end(struct copy *c, uint32_t node)
{
    c->doc->nodes[node].end = c->doc->n_nodes;
    return c->doc->nodes[node].parent;
}

/* A stretch of text in an element, and the elements in it. */
static void
unit_add(struct copy *c, uint32_t unit, uint32_t around)
{
    const struct skeleton *sk = c->sk;
    uint32_t node = around;
    uint32_t end = unit + 1 < sk->n_units ? sk->units[unit + 1] : sk->n_items;

    for (uint32_t i = sk->units[unit]; i < end && !c->is_out; i++) {
        const struct skeleton_item *item = &sk->items[i];

        switch (item->kind) {
        case ITEM_RUN:
            run_add(c, item, node);
            break;
        case ITEM_LEAF:
            if (node_pay(c))
                node_add(c, node, item->tag, item->beg);
            break;
        case ITEM_OPEN:
            if (node_pay(c))
                node = node_add(c, node, item->tag, item->beg);
            break;
        case ITEM_CLOSE:
            node = node_end(c, node);
            break;
        default:
            break;
        }
    }
    while (node != around)
        node = node_end(c, node);
}

static void
text_add(struct copy *c, const char *text, uint32_t node)
{
    struct str s = str_of(text);
    size_t at = 0;

    while (at < s.len) {
        uint32_t cp = utf8_next(s, &at);

        if (cp != ' ')
            unit_add(c, skeleton_unit(cp), node);
    }
}

/* -- the walk ------------------------------------------------------------- */

static struct frame
element_open(struct copy *c, const GumboNode *node, uint32_t parent)
{
    return (struct frame){ &node->v.element.children, 0,
                           element_add(c, &node->v.element, parent) };
}

static bool
is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA;
}

static bool
is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT ||
           node->type == GUMBO_NODE_TEMPLATE;
}

/* Out of fuel the rest of the tree is left out. */
static void
tree_copy(struct copy *c, const GumboNode *root)
{
    size_t cap = 0, n = 0;
    struct frame *open = NULL, *top;

    open = arena_grow(c->scratch, open, n, &cap, sizeof *open);
    open[n++] = element_open(c, root, NO_NODE);
    while (n > 0) {
        const GumboNode *child;

        top = &open[n - 1];
        if (top->next == top->children->length || c->is_out) {
            if (top->children->length > 0)
                node_end(c, top->node);
            n--;
            continue;
        }
        child = top->children->data[top->next++];
        if (is_text(child))
            text_add(c, child->v.text.text, top->node);
        if (!is_element(child) || !node_pay(c))
            continue;
        open = arena_grow(c->scratch, open, n, &cap, sizeof *open);
        open[n] = element_open(c, child, open[n - 1].node);
        n++;
    }
}

static void *
items_copy(struct arena *a, const void *items, size_t n, size_t size)
{
    void *copy = arena_alloc_raw(a, n, size);

    if (n > 0)
        memcpy(copy, items, n * size);
    return copy;
}

static void
side_copy(struct arena *a, const struct html_side *from, struct html_side *to)
{
    *to = *from;
    to->meta = items_copy(a, from->meta, from->n_meta, sizeof *to->meta);
    to->link = items_copy(a, from->link, from->n_link, sizeof *to->link);
    to->json_ld = items_copy(a, from->json_ld, from->n_json_ld,
                             sizeof *to->json_ld);
}

/* The far three quarters of what is left of the arena. Nodes and runs take a
 * fifth of what Gumbo's do. */
static struct arena
scratch_take(struct arena *a)
{
    size_t near = (size_t)(a->end - a->at) / 4 & ~(size_t)(ARENA_ALIGN - 1);
    struct arena scratch;

    arena_reset(&scratch, a->at + near, (size_t)(a->end - a->at) - near);
    scratch.on_full = a->on_full;
    return scratch;
}

void
html_parse(struct arena *a, struct str text, struct fuel *fuel,
           struct html_doc *doc)
{
    struct arena scratch = scratch_take(a);
    char *end = a->end;
    struct skeleton sk;
    struct copy c = { .arena = a, .scratch = &scratch, .sk = &sk,
                      .fuel = fuel, .doc = doc };
    const GumboNode *root;

    skeleton_make(&scratch, text, fuel, &sk);
    root = gumbo_root(&scratch, sk.html);

    *doc = (struct html_doc){ .text = text, .limits = sk.limits };
    a->end = scratch.beg;
    side_copy(a, &sk.side, &doc->side);
    doc->runs = arena_raw(a, struct html_run, sk.n_runs);
    c.nodes_cap = sk.n_tags + 16u;
    doc->nodes = arena_raw(a, struct html_node, c.nodes_cap);
    tree_copy(&c, root);
    a->end = end;
    arena_reset(&scratch, scratch.beg, (size_t)(scratch.end - scratch.beg));
}
