#include "judge/layout.h"

#include "page/html_attributes.h"

/* -- containers ------------------------------------------------------------ */

static bool
is_line(unsigned tag)
{
    switch (tag) {
    case TAG_p: case TAG_li: case TAG_h1: case TAG_h2: case TAG_h3:
    case TAG_h4: case TAG_h5: case TAG_h6: case TAG_span: case TAG_td:
    case TAG_blockquote: case TAG_pre:
        return true;
    default:
        return false;
    }
}

static bool
is_line_group(unsigned tag)
{
    return is_line(tag) || tag == TAG_ul || tag == TAG_ol || tag == TAG_tr ||
           tag == TAG_tbody || tag == TAG_center;
}

uint32_t
layout_container(const struct html_doc *doc, uint32_t node)
{
    if (is_line(doc->nodes[node].tag) && doc->nodes[node].parent != NO_NODE)
        return doc->nodes[node].parent;
    return node;
}

/* -- up: what an element holds --------------------------------------------- */

static void
block_weigh(struct layout *l, const struct block *b, uint32_t index)
{
    struct layout_node *n = &l->nodes[b->node];

    n->letters += b->m.n_letters;
    n->linked += b->m.n_linked_letters;
    if (b->m.n_words >= 7 && b->m.n_linked_letters * 2 < b->m.n_letters)
        n->prose += b->m.n_letters - b->m.n_linked_letters;
    if (index < n->first_block)
        n->first_block = index;
    if (n->n_blocks == 0 || index > n->last_block)
        n->last_block = index;
    n->n_blocks++;
}

static void
child_add(struct layout_node *up, const struct layout_node *child)
{
    up->letters += child->letters;
    up->linked += child->linked;
    up->prose += child->prose;
    if (child->n_blocks == 0)
        return;
    if (child->first_block < up->first_block)
        up->first_block = child->first_block;
    if (up->n_blocks == 0 || child->last_block > up->last_block)
        up->last_block = child->last_block;
    up->n_blocks += child->n_blocks;
}

static void
weigh_up(struct layout *l, const struct blocks *blocks)
{
    for (uint32_t i = 0; i < l->doc->n_nodes; i++)
        l->nodes[i].first_block = UINT32_MAX;
    for (uint32_t i = 0; i < blocks->n; i++)
        block_weigh(l, &blocks->items[i], i);
    /* A child has a higher index than its parent. */
    for (uint32_t i = l->doc->n_nodes; i-- > 1;)
        child_add(&l->nodes[l->doc->nodes[i].parent], &l->nodes[i]);
    l->prose = l->doc->n_nodes ? l->nodes[0].prose : 0;
}

/* -- down: what an element inherits ---------------------------------------- */

static uint8_t
zone_of_tag(unsigned tag)
{
    switch (tag) {
    case TAG_nav: case TAG_menu:
        return ZONE_NAV;
    case TAG_aside:
        return ZONE_ASIDE;
    case TAG_footer:
        return ZONE_FOOTER;
    case TAG_header:
        return ZONE_HEADER;
    case TAG_form: case TAG_dialog: case TAG_button:
        return ZONE_FORM;
    case TAG_figure:
        return ZONE_FIGURE;
    default:
        return 0;
    }
}

static uint8_t
zone_of_role(const struct html_doc *doc, uint32_t node)
{
    struct str role;

    if (doc->nodes[node].src == NO_OFFSET ||
        !html_attribute_find(doc->text, doc->nodes[node].src, STR("role"),
                             &role))
        return 0;
    if (str_ieq(role, STR("navigation")) || str_ieq(role, STR("menu")))
        return ZONE_NAV;
    if (str_ieq(role, STR("complementary")))
        return ZONE_ASIDE;
    if (str_ieq(role, STR("contentinfo")))
        return ZONE_FOOTER;
    if (str_ieq(role, STR("banner")))
        return ZONE_HEADER;
    if (str_ieq(role, STR("dialog")) || str_ieq(role, STR("search")))
        return ZONE_FORM;
    return 0;
}

/* Class words of a wide element say nothing of its blocks; those of comments
 * only where it holds nine tenths: a thread may be half of the page. */
static uint32_t
groups_passed_down(const struct layout *l, uint32_t i)
{
    uint32_t groups = l->nodes[i].groups;

    if ((uint64_t)l->nodes[i].prose * 10 > (uint64_t)l->prose * 9)
        return 0;
    return layout_is_wide(l, i) ? groups & CLASS_COMMENTS : groups;
}

static void
inherit(struct layout *l, uint32_t i)
{
    const struct html_node *node = &l->doc->nodes[i];
    struct layout_node *n = &l->nodes[i];

    n->groups = class_words_read(l->doc, i, &n->class_hash);
    n->inherited = groups_passed_down(l, i);
    if (!layout_is_wide(l, i))
        n->zones = (uint8_t)(zone_of_tag(node->tag) | zone_of_role(l->doc, i));
    n->body_level = NO_BODY;
    n->line_container = i;
    if (node->parent != NO_NODE) {
        const struct layout_node *up = &l->nodes[node->parent];

        n->inherited |= up->inherited;
        n->zones |= up->zones;
        if (is_line_group(node->tag))
            n->line_container = up->line_container;
        if (up->body_level < NO_BODY - 1)
            n->body_level = (uint16_t)(up->body_level + 1);
    }
    if (class_words_is_body(n->groups) && node->tag != TAG_body &&
        node->tag != TAG_html) {
        n->body_level = 0;
        l->has_body_class = true;
    }
}

void
layout_measure(struct arena *a, const struct html_doc *doc,
               const struct blocks *blocks, struct layout *layout)
{
    *layout = (struct layout){ .doc = doc };
    layout->nodes = arena_new(a, struct layout_node, doc->n_nodes);
    weigh_up(layout, blocks);
    for (uint32_t i = 0; i < doc->n_nodes; i++)
        inherit(layout, i);
}

/* -- good text ------------------------------------------------------------- */

/* The child of `node` that holds at least 60 % of the good letters, or
 * NO_NODE. */
static uint32_t
heavy_child(const struct layout *l, uint32_t node)
{
    const struct html_node *nodes = l->doc->nodes;

    for (uint32_t i = node + 1; i < nodes[node].end; i = nodes[i].end)
        if ((uint64_t)l->nodes[i].good * 10 >= (uint64_t)l->good * 6)
            return i;
    return NO_NODE;
}

void
layout_weigh_good(struct layout *l, const struct blocks *blocks)
{
    uint32_t next;

    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block *b = &blocks->items[i];

        if (b->evidence->is_good)
            l->nodes[b->node].good += b->m.n_letters;
    }
    for (uint32_t i = l->doc->n_nodes; i-- > 1;)
        l->nodes[l->doc->nodes[i].parent].good += l->nodes[i].good;
    l->good = l->doc->n_nodes ? l->nodes[0].good : 0;
    l->core = 0;
    while (l->good > 0 && (next = heavy_child(l, l->core)) != NO_NODE &&
           l->doc->nodes[next].tag != TAG_p)
        l->core = next;
}
