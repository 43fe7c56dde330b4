#include "emit/comments.h"

#include "base/buf.h"
#include "judge/class_words.h"
#include "judge/prose.h"
#include "rules/lexicon.h"
#include "text/normalize.h"

enum {
    /* Words of a comment at least. Names have two, mostly; "شكرا على الموضوع"
     * has three. */
    MIN_WORDS = 3,

    /* Where a phrase of the lexicon is in it, at least. */
    MIN_WORDS_OF_HIT = 7
};

/* What an element says of the blocks below it. */
enum place {
    PLACE_COMMENTS = 1 << 0,
    PLACE_LABEL = 1 << 1,       /* author, date, votes of one comment */
    PLACE_OUT = 1 << 2          /* forms, menus, widgets, other articles */
};

static const uint32_t out_groups = CLASS_RELATED | CLASS_NAVIGATION |
                                   CLASS_SIDEBAR | CLASS_AD;

static unsigned
place_of_tag(unsigned tag)
{
    switch (tag) {
    case TAG_form: case TAG_nav: case TAG_menu: case TAG_dialog:
    case TAG_button:
        return PLACE_OUT;
    case TAG_header: case TAG_footer:
        return PLACE_LABEL;
    default:
        return 0;
    }
}

static unsigned
place_of_groups(uint32_t groups)
{
    unsigned place = 0;

    if (groups & CLASS_COMMENTS)
        place |= PLACE_COMMENTS;
    if (groups & (CLASS_META | CLASS_EDGE))
        place |= PLACE_LABEL;
    if (groups & out_groups)
        place |= PLACE_OUT;
    return place;
}

/* -- the page -------------------------------------------------------------- */

struct finder {
    const struct html_doc *doc;
    const struct blocks *blocks;
    uint32_t *kept;             /* letters of kept blocks below each node */
    uint8_t *places;            /* enum place bits by node, inherited */
};

static void
kept_weigh(struct finder *f)
{
    for (uint32_t i = 0; i < f->blocks->n; i++) {
        const struct block *b = &f->blocks->items[i];

        if (b->evidence->is_kept)
            f->kept[b->node] += b->m.n_letters;
    }
    /* A child has a higher index than its parent. */
    for (uint32_t i = f->doc->n_nodes; i-- > 1;)
        f->kept[f->doc->nodes[i].parent] += f->kept[i];
}

static void
places_find(struct finder *f)
{
    for (uint32_t i = 0; i < f->doc->n_nodes; i++) {
        const struct html_node *node = &f->doc->nodes[i];
        uint64_t class_hash;
        unsigned place;

        if ((uint64_t)f->kept[i] * 10 >= (uint64_t)f->kept[0] * 9)
            continue;
        place = node->parent == NO_NODE ? 0 : f->places[node->parent];
        place |= place_of_tag(node->tag);
        place |= place_of_groups(class_words_read(f->doc, i, &class_hash));
        /* Above the comments these words are of the page's frame. */
        if (!(place & PLACE_COMMENTS))
            place &= ~(unsigned)PLACE_LABEL;
        f->places[i] = (uint8_t)place;
    }
}

static bool
is_in_comments(const struct finder *f, const struct block *b)
{
    unsigned place = f->places[b->node];

    return (place & PLACE_COMMENTS) && !(place & PLACE_OUT);
}

static bool
is_thread(const struct finder *f)
{
    uint64_t letters = 0;

    for (uint32_t i = 0; i < f->blocks->n; i++) {
        const struct block *b = &f->blocks->items[i];

        if (b->evidence->is_kept && is_in_comments(f, b))
            letters += b->m.n_letters;
    }
    return letters * 2 >= f->kept[0];
}

/* -- one block ------------------------------------------------------------- */

static bool
is_text_kind(enum block_kind kind)
{
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST_ITEM ||
           kind == BLOCK_QUOTE || kind == BLOCK_CODE;
}

static bool
is_comment(const struct finder *f, const struct block *b)
{
    uint32_t groups = b->evidence->groups;

    if (b->evidence->is_kept || !is_in_comments(f, b) ||
        !is_text_kind(b->kind) || b->m.is_date_line ||
        b->m.n_linked_letters * 2 >= b->m.n_letters)
        return false;
    if (f->places[b->node] & PLACE_LABEL)
        return prose_is_text(b);
    if (groups >> LEXICON_comments & 1)
        return false;
    return b->m.n_words >= (groups ? MIN_WORDS_OF_HIT : MIN_WORDS);
}

struct str
comments_build(struct arena *a, const struct html_doc *doc,
               const struct blocks *blocks)
{
    struct finder f = { .doc = doc, .blocks = blocks };
    struct buf out = buf_new(a, 256);
    bool is_below = false;

    f.kept = arena_new(a, uint32_t, doc->n_nodes);
    f.places = arena_new(a, uint8_t, doc->n_nodes);
    kept_weigh(&f);
    if (doc->n_nodes == 0 || f.kept[0] == 0)
        return buf_done(&out);
    places_find(&f);
    if (is_thread(&f))
        return buf_done(&out);
    for (uint32_t i = 0; i < blocks->n; i++) {
        size_t beg = out.len;

        is_below = is_below || blocks->items[i].evidence->is_kept;
        if (!is_below || !is_comment(&f, &blocks->items[i]))
            continue;
        normalize_text(&out, blocks->items[i].text, NORMALIZE_LINE);
        if (out.len > beg)
            buf_add_char(&out, '\n');
    }
    return buf_done(&out);
}
