#include "judge/scope.h"

#include "rules/lexicon.h"
#include "judge/prose.h"
#include "text/words.h"

enum {
    MAX_HEADING_WORDS = 7,
    MAX_COMMENT_WORDS = 5,      /* of a heading without a phrase of its own */
    MIN_PROSE_BEFORE = 60       /* letters above a thread of comments */
};

static bool
has_group(const struct block *b, enum lexicon_group group)
{
    return (b->evidence->groups >> group & 1) != 0;
}

/* A form of comment or reply among the words: تعليق, تعليقات, ردود, comment. */
static bool
names_comments(const struct block *b)
{
    struct words it = words_begin(b->m.folded);
    struct str word;

    if (b->m.n_words > MAX_COMMENT_WORDS)
        return false;
    while (words_next(&it, &word))
        if (str_find(word, STR("تعليق"), 0) < word.len ||
            str_eq(word, STR("ردود")) || str_eq(word, STR("الردود")) ||
            str_starts(word, STR("comment")))
            return true;
    return false;
}

static enum scope
scope_announced(const struct block *b)
{
    if (b->m.n_words > MAX_HEADING_WORDS || b->m.n_words == 0)
        return SCOPE_NONE;
    if (has_group(b, LEXICON_comments) || names_comments(b))
        return SCOPE_COMMENTS;
    if (prose_link_density(b) <= 600 &&
        (has_group(b, LEXICON_related) || has_group(b, LEXICON_most_read) ||
         has_group(b, LEXICON_ticker)))
        return SCOPE_RELATED;
    return SCOPE_NONE;
}

/* The element that a heading heads: up from its own while that holds the
 * heading alone, and once more if it holds hardly anything else. */
static uint32_t
headed_element(const struct layout *l, uint32_t node)
{
    const struct html_node *nodes = l->doc->nodes;

    while (l->nodes[node].n_blocks == 1 && nodes[node].parent != NO_NODE)
        node = nodes[node].parent;
    if (l->nodes[node].n_blocks < 3 && nodes[node].parent != NO_NODE &&
        !layout_is_wide(l, nodes[node].parent))
        node = nodes[node].parent;
    return node;
}

static uint32_t
prose_letters(const struct block *b)
{
    if (b->m.n_words < 7 || prose_link_density(b) >= 500)
        return 0;
    return b->m.n_letters - b->m.n_linked_letters;
}

/* Whether a thread of comments may start at block i inside `node`: an article
 * stands above it, and little of the page's prose above it in the node itself.
 * prose_before[i] is the prose above block i. */
static bool
comments_fit(const struct layout *l, const uint32_t *prose_before,
             uint32_t i, uint32_t node)
{
    uint32_t first = l->nodes[node].first_block;
    uint32_t inside = prose_before[i] - prose_before[first];

    return prose_before[i] >= MIN_PROSE_BEFORE &&
           (uint64_t)inside * 5 <= l->prose;
}

uint8_t *
scope_find(struct arena *a, const struct layout *l,
           const struct blocks *blocks)
{
    uint8_t *scopes = arena_new(a, uint8_t, blocks->n);
    uint32_t *prose_before = arena_raw(a, uint32_t, blocks->n + 1);
    uint32_t painted[N_SCOPES] = { 0 };  /* blocks done, by kind */

    prose_before[0] = 0;
    for (uint32_t i = 0; i < blocks->n; i++)
        prose_before[i + 1] =
            prose_before[i] + prose_letters(&blocks->items[i]);

    for (uint32_t i = 0; i < blocks->n; i++) {
        enum scope kind = scope_announced(&blocks->items[i]);
        uint32_t node, beg;

        if (kind == SCOPE_NONE)
            continue;
        node = headed_element(l, blocks->items[i].node);
        if (kind == SCOPE_RELATED && layout_is_wide(l, node))
            continue;
        if (kind == SCOPE_COMMENTS &&
            !comments_fit(l, prose_before, i, node))
            continue;
        beg = i + 1 > painted[kind] ? i + 1 : painted[kind];
        for (; beg <= l->nodes[node].last_block; beg++)
            if (scopes[beg] == SCOPE_NONE)
                scopes[beg] = (uint8_t)kind;
        painted[kind] = beg;
    }
    return scopes;
}
