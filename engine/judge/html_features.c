#include "judge/html_features.h"

#include "judge/echoes.h"
#include "judge/html_moves.h"
#include "rules/lexicon.h"
#include "judge/lookalike.h"
#include "judge/prose.h"
#include "judge/repeats.h"

/* -- the table ------------------------------------------------------------- */

#define YES_NO { "no", "yes" }
#define WORD_BINS { "0", "2", "3", "5", "8", "14", "25", "50" }
#define SHARE_BINS { "0", "1", "5", "15", "35", "60", "85" }
#define LINK_BINS { "0", "1", "10", "30", "60", "90" }

enum html_feature {
    F_WORDS, F_UNLINKED, F_LINKS, F_END, F_STOPS, F_FUNCTION, F_DIGITS,
    F_NUMBERS, F_DATE, F_LEX_RELATED, F_LEX_CHROME, F_LEX_COMMENTS, F_LEX_META,
    F_LEX_SECTION,
    F_TAG, F_NAV, F_ASIDE, F_FOOTER, F_FORM, F_FIGURE, F_CLASS_COMMENTS,
    F_CLASS_RELATED, F_CLASS_NAV, F_CLASS_SIDEBAR, F_CLASS_META, F_CLASS_AD,
    F_CLASS_GUTTER, F_BODY_CLASS, F_SCOPE, F_SHARE, F_PARENT_SHARE, F_CORE,
    F_CONTAINER_LINKS, F_PREVIOUS, F_NEXT, F_AHEAD, F_BEHIND, F_TITLE,
    F_HEADLINE, F_LOOK, F_REPEAT, F_ECHO, N_HTML_FEATURES
};

static const struct feature items[] = {
    [F_WORDS] = { "words", WORD_BINS },
    [F_UNLINKED] = { "unlinked_words", WORD_BINS },
    [F_LINKS] = { "link_percent", LINK_BINS },
    [F_END] = { "end", { "other", "soft", "sentence" } },
    [F_STOPS] = { "stops", { "0", "1", "2", "4" } },
    [F_FUNCTION] = { "function_percent",
                     { "short", "0", "0.1", "8", "16", "25" } },
    [F_DIGITS] = { "digit_percent", { "0", "0.1", "8", "30" } },
    [F_NUMBERS] = { "only_numbers", YES_NO },
    [F_DATE] = { "date", { "none", "part", "both" } },
    [F_LEX_RELATED] = { "says_related", YES_NO },
    [F_LEX_CHROME] = { "says_chrome", YES_NO },
    [F_LEX_COMMENTS] = { "says_comments", YES_NO },
    [F_LEX_META] = { "says_meta", YES_NO },
    [F_LEX_SECTION] = { "says_section", YES_NO },
    [F_TAG] = { "tag", { "other", "h1", "h2_3", "h4_6", "p", "item", "cell",
                         "pre", "quote", "caption", "control" } },
    [F_NAV] = { "in_nav", YES_NO },
    [F_ASIDE] = { "in_aside", YES_NO },
    [F_FOOTER] = { "in_footer", YES_NO },
    [F_FORM] = { "in_form", YES_NO },
    [F_FIGURE] = { "in_figure", YES_NO },
    [F_CLASS_COMMENTS] = { "class_comments", YES_NO },
    [F_CLASS_RELATED] = { "class_related", YES_NO },
    [F_CLASS_NAV] = { "class_nav", YES_NO },
    [F_CLASS_SIDEBAR] = { "class_sidebar", YES_NO },
    [F_CLASS_META] = { "class_meta", YES_NO },
    [F_CLASS_AD] = { "class_ad", YES_NO },
    [F_CLASS_GUTTER] = { "class_gutter", YES_NO },
    [F_BODY_CLASS] = { "below_body_class",
                       { "none", "outside", "0", "1", "2", "3", "5" } },
    [F_SCOPE] = { "scope", { "none", "related", "comments" } },
    [F_SHARE] = { "container_share", SHARE_BINS },
    [F_PARENT_SHARE] = { "parent_share", SHARE_BINS },
    [F_CORE] = { "core", { "before", "0", "1", "2", "3", "4", "6", "after" } },
    [F_CONTAINER_LINKS] = { "container_link_percent", LINK_BINS },
    [F_PREVIOUS] = { "previous", { "none", "linked", "long", "good", "short",
                                   "other" } },
    [F_NEXT] = { "next", { "none", "linked", "long", "good", "short",
                           "other" } },
    [F_AHEAD] = { "good_ahead_percent",
                  { "0", "1", "10", "30", "60", "90", "99" } },
    [F_BEHIND] = { "good_behind_percent",
                   { "0", "1", "10", "30", "60", "90", "99" } },
    [F_TITLE] = { "title", { "none", "partly", "nearly", "equal" } },
    [F_HEADLINE] = { "from_headline", { "none", "before", "it", "1", "2", "4",
                                        "8", "20", "60" } },
    [F_LOOK] = { "lookalike", { "none", "list", "post", "card", "list_in_core",
                                "post_in_core", "card_in_core" } },
    [F_REPEAT] = { "occurs", { "once", "twice", "more" } },
    [F_ECHO] = { "echo", YES_NO },
};

const struct feature_table html_feature_table = { "html", items,
                                                  N_HTML_FEATURES };

_Static_assert((int)N_HTML_FEATURES <= (int)MAX_FEATURES, "raise MAX_FEATURES");

#define BIN(value, edges) \
    feature_bin((value), (edges), sizeof(edges) / sizeof((edges)[0]))

static const uint32_t word_edges[] = { 2, 3, 5, 8, 14, 25, 50 };
static const uint32_t link_edges[] = { 10, 100, 300, 600, 900 };
static const uint32_t share_edges[] = { 10, 50, 150, 350, 600, 850 };
static const uint32_t rest_edges[] = { 10, 100, 300, 600, 900, 990 };

/* part of whole in per mille, rounded down; 0 when there is no whole. */
static uint32_t
per_mille(uint64_t part, uint64_t whole)
{
    return whole ? (uint32_t)(part * 1000 / whole) : 0;
}

/* -- what the block says --------------------------------------------------- */

#define GROUP_BIT(name) (1u << LEXICON_##name)

static const uint32_t related_groups =
    GROUP_BIT(related) | GROUP_BIT(most_read) | GROUP_BIT(read_more) |
    GROUP_BIT(ticker);
static const uint32_t chrome_groups =
    GROUP_BIT(navigation) | GROUP_BIT(share) | GROUP_BIT(follow) |
    GROUP_BIT(footer) | GROUP_BIT(ad) | GROUP_BIT(notice) | GROUP_BIT(forum) |
    GROUP_BIT(no_page);
static const uint32_t meta_groups =
    GROUP_BIT(tags) | GROUP_BIT(author_box) | GROUP_BIT(byline) |
    GROUP_BIT(date) | GROUP_BIT(source) | GROUP_BIT(caption);

static uint8_t
end_bin(const struct block_measure *m)
{
    if (m->ending == ENDING_SENTENCE || m->ending == ENDING_DOTS)
        return 2;
    return m->ending != ENDING_NONE || m->ends_in_quote ? 1 : 0;
}

static uint8_t
function_bin(const struct block_measure *m)
{
    static const uint32_t edges[] = { 1, 80, 160, 250 };

    if (m->n_words < 4)
        return 0;
    return (uint8_t)(1 + BIN(per_mille(m->n_function_words, m->n_words),
                             edges));
}

static uint8_t
date_bin(const struct block_measure *m)
{
    if (m->n_words > 14)
        return 0;
    if (m->is_date_line)
        return 2;
    return m->has_month || m->n_digits > 0 ? 1 : 0;
}

static void
text_bin(const struct block *b, uint8_t *bins)
{
    static const uint32_t stop_edges[] = { 1, 2, 4 };
    static const uint32_t digit_edges[] = { 1, 80, 300 };
    const struct block_measure *m = &b->m;
    uint32_t links = prose_link_density(b), groups = b->evidence->groups;
    uint32_t unlinked = m->n_words - m->n_words * links / 1000;

    bins[F_WORDS] = BIN(m->n_words, word_edges);
    bins[F_UNLINKED] = BIN(unlinked, word_edges);
    bins[F_LINKS] = BIN(links, link_edges);
    bins[F_END] = end_bin(m);
    bins[F_STOPS] = BIN(prose_inner_stops(b), stop_edges);
    bins[F_FUNCTION] = function_bin(m);
    bins[F_DIGITS] = BIN(per_mille(m->n_digits, m->n_chars), digit_edges);
    bins[F_NUMBERS] = m->n_words > 1 && m->n_digit_words == m->n_words &&
                      b->kind != BLOCK_TABLE_ROW;
    bins[F_DATE] = date_bin(m);
    bins[F_LEX_RELATED] = (groups & related_groups) != 0;
    bins[F_LEX_CHROME] = (groups & chrome_groups) != 0;
    bins[F_LEX_COMMENTS] = (groups & GROUP_BIT(comments)) != 0;
    bins[F_LEX_META] = (groups & meta_groups) != 0;
    bins[F_LEX_SECTION] = (groups & GROUP_BIT(section)) != 0;
}

/* -- where it stands ------------------------------------------------------- */

static uint8_t
tag_bin_of(unsigned tag)
{
    switch (tag) {
    case TAG_h1:
        return 1;
    case TAG_h2: case TAG_h3:
        return 2;
    case TAG_h4: case TAG_h5: case TAG_h6:
        return 3;
    case TAG_p:
        return 4;
    case TAG_li: case TAG_dd: case TAG_dt:
        return 5;
    case TAG_td: case TAG_th: case TAG_tr:
        return 6;
    case TAG_pre:
        return 7;
    case TAG_blockquote:
        return 8;
    case TAG_figcaption: case TAG_caption:
        return 9;
    case TAG_button: case TAG_label: case TAG_option: case TAG_legend:
    case TAG_textarea: case TAG_select:
        return 10;
    default:
        return 0;
    }
}

/* Captions are often no <figcaption> but a line or cell of a class. */
static bool
is_caption(const struct layout *l, uint32_t node)
{
    uint32_t up = l->doc->nodes[node].parent;

    return (l->nodes[node].groups & CLASS_CAPTION) ||
           (up != NO_NODE && (l->nodes[up].groups & CLASS_CAPTION) &&
            l->nodes[up].n_blocks == 1);
}

/* The block's own tag; a heading is looked for three levels up. */
static uint8_t
tag_bin(const struct layout *l, uint32_t node)
{
    const struct html_doc *doc = l->doc;
    uint8_t own = tag_bin_of(doc->nodes[node].tag);

    if (is_caption(l, node))
        return tag_bin_of(TAG_figcaption);
    for (int i = 0; i < 4 && node != NO_NODE; i++) {
        uint8_t bin = tag_bin_of(doc->nodes[node].tag);

        if (bin >= 1 && bin <= 3)
            return bin;
        node = doc->nodes[node].parent;
    }
    return own;
}

static uint8_t
body_bin(const struct layout *l, uint32_t node)
{
    static const uint32_t edges[] = { 1, 2, 3, 5 };

    if (!l->has_body_class)
        return 0;
    if (l->nodes[node].body_level == NO_BODY)
        return 1;
    return (uint8_t)(2 + BIN(l->nodes[node].body_level, edges));
}

static uint8_t
core_bin(const struct layout *l, uint32_t node, uint32_t block)
{
    static const uint32_t edges[] = { 1, 2, 3, 4, 6 };
    uint32_t core = l->core;

    if (layout_is_below(l->doc, node, core))
        return (uint8_t)(1 + BIN((uint32_t)(l->doc->nodes[node].depth -
                                            l->doc->nodes[core].depth),
                                 edges));
    if (block < l->nodes[core].first_block)
        return 0;
    return block > l->nodes[core].last_block ? 7 : 1;
}

static void
place_bin(const struct html_view *v, const struct block *b, uint32_t index,
          uint8_t *bins)
{
    const struct layout *l = &v->layout;
    const struct layout_node *n = &l->nodes[b->node];
    uint32_t container = layout_container(l->doc, b->node);
    uint32_t up = l->doc->nodes[container].parent;
    const struct layout_node *c = &l->nodes[container];

    bins[F_TAG] = tag_bin(l, b->node);
    bins[F_NAV] = (n->zones & ZONE_NAV) != 0;
    bins[F_ASIDE] = (n->zones & ZONE_ASIDE) != 0;
    bins[F_FOOTER] = (n->zones & ZONE_FOOTER) != 0;
    bins[F_FORM] = (n->zones & ZONE_FORM) != 0;
    bins[F_FIGURE] = (n->zones & ZONE_FIGURE) != 0;
    bins[F_CLASS_COMMENTS] = (n->inherited & CLASS_COMMENTS) != 0;
    bins[F_CLASS_RELATED] = (n->inherited & CLASS_RELATED) != 0;
    bins[F_CLASS_NAV] = (n->inherited & CLASS_NAVIGATION) != 0;
    bins[F_CLASS_SIDEBAR] = (n->inherited & CLASS_SIDEBAR) != 0;
    bins[F_CLASS_META] = (n->inherited & CLASS_META) != 0;
    bins[F_CLASS_AD] = (n->inherited & CLASS_AD) != 0;
    bins[F_CLASS_GUTTER] = (n->inherited & CLASS_GUTTER) != 0;
    bins[F_BODY_CLASS] = body_bin(l, b->node);
    bins[F_SCOPE] = v->scopes[index];
    bins[F_SHARE] = BIN(per_mille(c->good, l->good), share_edges);
    bins[F_PARENT_SHARE] =
        BIN(per_mille(up == NO_NODE ? c->good : l->nodes[up].good, l->good),
            share_edges);
    bins[F_CORE] = core_bin(l, b->node, index);
    bins[F_CONTAINER_LINKS] =
        BIN(per_mille(c->linked, c->letters), link_edges);
}

/* -- what stands around it ------------------------------------------------- */

static uint8_t
neighbour_bin(const struct blocks *blocks, uint32_t index)
{
    const struct block *b;

    if (index >= blocks->n)
        return 0;
    b = &blocks->items[index];
    if (prose_link_density(b) > 500)
        return 1;
    if (b->evidence->is_good)
        return b->m.n_words >= 20 ? 2 : 3;
    return b->m.n_words <= 4 ? 4 : 5;
}

static uint8_t
headline_bin(const struct headline *h, uint32_t index)
{
    static const uint32_t edges[] = { 2, 4, 8, 20, 60 };

    if (h->block == NO_BLOCK)
        return 0;
    if (index <= h->block)
        return index < h->block ? 1 : 2;
    return (uint8_t)(3 + BIN(index - h->block, edges));
}

static uint8_t
look_bin(const struct html_view *v, uint32_t node, uint32_t index)
{
    uint8_t look = v->looks[index];

    if (look != LOOK_NONE &&
        layout_is_below(v->layout.doc, node, v->layout.core))
        return (uint8_t)(look + LOOK_CARD);
    return look;
}

/* good_before: letters of good blocks above this one. */
static void
around_bin(const struct html_view *v, const struct blocks *blocks,
           uint32_t index, uint32_t good_before)
{
    const struct block *b = &blocks->items[index];
    uint32_t own = b->evidence->is_good ? b->m.n_letters : 0;
    uint32_t total = v->layout.good;
    uint8_t *bins = b->evidence->bins;

    bins[F_PREVIOUS] = index > 0 ? neighbour_bin(blocks, index - 1) : 0;
    bins[F_NEXT] = neighbour_bin(blocks, index + 1);
    bins[F_AHEAD] =
        BIN(per_mille(total - good_before - own, total), rest_edges);
    bins[F_BEHIND] = BIN(per_mille(good_before, total), rest_edges);
    bins[F_TITLE] = v->headline.matches[index];
    bins[F_HEADLINE] = headline_bin(&v->headline, index);
    bins[F_LOOK] = look_bin(v, b->node, index);
}

void
html_features_bin(struct arena *a, const struct html_view *view,
                  struct blocks *blocks)
{
    static const uint32_t repeat_edges[] = { 2, 3 };
    const struct repeats *repeats = repeats_count(a, blocks);
    const bool *is_echo = echoes_find(a, blocks);
    uint32_t good_before = 0;

    for (uint32_t i = 0; i < blocks->n; i++) {
        struct block *b = &blocks->items[i];

        text_bin(b, b->evidence->bins);
        place_bin(view, b, i, b->evidence->bins);
        around_bin(view, blocks, i, good_before);
        b->evidence->bins[F_REPEAT] = BIN(repeats->count[i], repeat_edges);
        b->evidence->bins[F_ECHO] = is_echo[i] && repeats->count[i] == 1;
        if (b->evidence->is_good)
            good_before += b->m.n_letters;
    }
    html_moves_classify(&view->layout, blocks);
}
