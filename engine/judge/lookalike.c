#include "judge/lookalike.h"

#include "base/limits.h"
#include "base/table.h"
#include "judge/prose.h"
#include "text/words.h"

enum {
    MIN_SIBLINGS = 3,
    CARD_LETTERS = 60,
    HEADLINE_WORDS = 3,     /* a link to an author has one or two */
    EXCERPT_WORDS = 15,     /* a headline is shorter, a paragraph longer */
    LINKED = 800,           /* letters in links of 1000: a link and no more */
    POST_LETTERS = 600      /* a mean item above it is a post of a thread, which
                               links to its author: excerpts have 100 to 400 */
};

/* Siblings of one parent, tag and class. */
struct group {
    uint32_t n_items;       /* that hold text */
    uint32_t n_linked;      /* of which hold a link */
    uint32_t n_pairs;       /* of which hold two blocks or more */
    uint32_t n_headed;      /* of which hold a linked headline */
    uint64_t letters;       /* of all items */
};

struct groups {
    struct table table;     /* of parent, tag and class: index in items */
    struct group *items;
    const struct block *blocks;
    uint32_t *group_of;     /* by node; NO_NODE for none */
    uint32_t *headline;     /* by block: the next linked headline from it on */
    uint32_t *excerpt;      /* by block: the next unlinked paragraph */
    bool *in_thread;        /* by node: it or one above is called so */
    uint32_t n;
};

/* A link that says what a page behind it is about. Posts of a thread repeat
 * the page's own title. */
static bool
is_linked_headline(const struct block *b, enum title_match match)
{
    return b->m.n_words >= HEADLINE_WORDS && prose_link_density(b) >= LINKED &&
           match < TITLE_NEARLY;
}

static bool
is_excerpt(const struct block *b)
{
    return b->m.n_words >= EXCERPT_WORDS && prose_link_density(b) < LINKED;
}

static void
headlines_find(struct groups *g, struct arena *a, const uint8_t *matches,
               const struct blocks *blocks)
{
    uint32_t n = blocks->n;

    g->headline = arena_new(a, uint32_t, n + 1);
    g->excerpt = arena_new(a, uint32_t, n + 1);
    g->headline[n] = g->excerpt[n] = n;
    while (n-- > 0) {
        const struct block *b = &blocks->items[n];
        bool is_head =
            is_linked_headline(b, (enum title_match)matches[n]);

        g->headline[n] = is_head ? n : g->headline[n + 1];
        g->excerpt[n] = is_excerpt(b) ? n : g->excerpt[n + 1];
    }
}

/* Paragraphs, headings and inline elements come in rows in any article. */
static bool
may_be_item(unsigned tag)
{
    if (tag == TAG_p || (tag >= TAG_h1 && tag <= TAG_h6) || tag == TAG_br)
        return false;
    return tag == TAG_a || (tag_traits((enum tag)tag) & TRAIT_INLINE) == 0;
}

static uint64_t
group_key(const struct layout *l, uint32_t i)
{
    uint64_t parts[3] = { l->doc->nodes[i].parent, l->doc->nodes[i].tag,
                          l->nodes[i].class_hash };
    char bytes[sizeof parts];

    /* Byte by byte, so that the hash is the same on every machine. */
    for (size_t k = 0; k < sizeof bytes; k++)
        bytes[k] = (char)(parts[k / 8] >> (k % 8 * 8) & 0xFF);
    return words_hash((struct str){ bytes, sizeof bytes });
}

/* A card's headline stands above its excerpt: a link below a paragraph is what
 * an article's sections end with. Outside threads, where an author comes
 * first, a link at the head will do. */
static bool
is_headed(const struct groups *g, const struct layout_node *n, uint32_t i)
{
    uint32_t headline = g->headline[n->first_block];

    if (headline <= n->last_block && headline < g->excerpt[n->first_block])
        return true;
    return !g->in_thread[i] &&
           prose_link_density(&g->blocks[n->first_block]) >= LINKED;
}

/* Count node i in its group; false when the table has no room for that. */
static bool
item_count(struct groups *g, const struct layout *l, uint32_t i)
{
    const struct layout_node *n = &l->nodes[i];
    uint32_t up = l->doc->nodes[i].parent;
    uint32_t *index;
    bool added;

    g->group_of[i] = NO_NODE;
    g->in_thread[i] = (up != NO_NODE && g->in_thread[up]) ||
                      (n->groups & CLASS_THREAD);
    if (n->n_blocks == 0 || up == NO_NODE ||
        !may_be_item(l->doc->nodes[i].tag))
        return true;
    index = table_put(&g->table, group_key(l, i), g->n, &added);
    if (!index)
        return false;
    g->n += added;
    g->group_of[i] = *index;
    g->items[*index].n_items++;
    g->items[*index].n_linked += n->linked > 0;
    g->items[*index].n_pairs += n->n_blocks > 1;
    g->items[*index].n_headed += is_headed(g, n, i);
    g->items[*index].letters += n->letters;
    return true;
}

static enum lookalike
look_of_item(const struct groups *g, const struct layout *l, uint32_t i)
{
    const struct group *group;
    bool is_pair = l->nodes[i].n_blocks > 1;

    if (g->group_of[i] == NO_NODE || layout_is_wide(l, i))
        return LOOK_NONE;
    group = &g->items[g->group_of[i]];
    if (group->n_items < MIN_SIBLINGS ||
        group->letters > (uint64_t)group->n_items * POST_LETTERS)
        return LOOK_NONE;
    if (group->n_linked * 10 >= group->n_items * 7) {
        if (!is_pair && l->nodes[i].letters <= CARD_LETTERS)
            return LOOK_LIST;
        return is_pair && group->n_headed * 2 < group->n_items ? LOOK_POST
                                                               : LOOK_CARD;
    }
    if (is_pair && group->n_linked * 10 >= group->n_items * 3)
        return LOOK_LIST;
    return LOOK_NONE;
}

uint8_t *
lookalike_find(struct arena *a, const struct layout *l,
               const uint8_t *matches, struct blocks *blocks)
{
    uint32_t n_nodes = l->doc->n_nodes;
    uint8_t *looks = arena_new(a, uint8_t, blocks->n);
    uint8_t *by_node = arena_new(a, uint8_t, n_nodes);
    struct groups g = { .blocks = blocks->items };

    g.table.n_slots = table_slots_for(n_nodes);
    g.table.slots = arena_new(a, struct table_slot, g.table.n_slots);
    g.items = arena_new(a, struct group, n_nodes);
    g.group_of = arena_raw(a, uint32_t, n_nodes);
    g.in_thread = arena_raw(a, bool, n_nodes);
    headlines_find(&g, a, matches, blocks);
    for (uint32_t i = 0; i < n_nodes; i++)
        if (!item_count(&g, l, i))
            blocks->limits |= LIMIT_TABLE;
    for (uint32_t i = 0; i < n_nodes; i++) {
        uint32_t up = l->doc->nodes[i].parent;
        enum lookalike own = look_of_item(&g, l, i);
        by_node[i] = (uint8_t)own;
        if (up != NO_NODE && by_node[up] > own)
            by_node[i] = by_node[up];
    }
    for (uint32_t i = 0; i < blocks->n; i++)
        looks[i] = by_node[blocks->items[i].node];
    return looks;
}
