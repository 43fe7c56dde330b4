/* layout.h - the page's elements weighed by the prose they hold.
 *
 * In HTML the container matters more than anything else: how much of the page's
 * good text shares it, and what its class words say. Everything here is a
 * few passes over the node array, one down (what an element inherits) or one
 * up (what it holds). The definitions and the figures behind them come from
 * experiments on labelled pages with whole sites left out.
 *
 * A *wide* element holds more than half of the page's prose: it wraps the
 * page, so its own tag, role and class words say nothing about its blocks
 * (ASP.NET wraps every page in one form).
 */
#ifndef LUBB_JUDGE_LAYOUT_H
#define LUBB_JUDGE_LAYOUT_H

#include "judge/class_words.h"
#include "judge/evidence.h"
#include "page/block.h"
#include "page/html_tree.h"

enum zone {
    ZONE_NAV = 1 << 0,
    ZONE_ASIDE = 1 << 1,
    ZONE_FOOTER = 1 << 2,
    ZONE_HEADER = 1 << 3,
    ZONE_FORM = 1 << 4,         /* form, dialog, button */
    ZONE_FIGURE = 1 << 5
};

/* What one element holds and inherits. Letters are of text; "below" means in
 * its subtree. */
struct layout_node {
    uint32_t letters, linked;   /* letters below it; those in links */
    uint32_t prose;             /* unlinked letters of longer blocks below it */
    uint32_t good;              /* letters of good blocks below it */
    uint32_t first_block;       /* blocks below it: [first_block, last_block] */
    uint32_t last_block;
    uint32_t n_blocks;
    uint32_t groups;            /* enum class_group, its own */
    uint32_t inherited;         /* its own and its ancestors', but wide
                                   ones' */
    uint32_t line_container;    /* itself, or the nearest element above it
                                   that is no line, list, row or center */
    uint64_t class_hash;
    uint8_t zones;              /* enum zone, inherited alike */
    uint16_t body_level;        /* levels up to a body-like class; or NO_BODY */
};

enum { NO_BODY = UINT16_MAX };

struct layout {
    const struct html_doc *doc;
    struct layout_node *nodes;  /* as many as doc's */
    uint32_t prose;             /* of the page */
    uint32_t good;              /* letters of all good blocks */
    uint32_t core;              /* node; see layout_find_core() */
    bool has_body_class;        /* some element has a body-like class */
};

/* Weigh the page: letters, prose, blocks, class words, zones. */
void layout_measure(struct arena *a, const struct html_doc *doc,
                    const struct blocks *blocks, struct layout *layout);

/* Once the blocks know whether they are good: `good` of every node, and the
 * core: from the body down while one child holds 60 % of the good letters. */
void layout_weigh_good(struct layout *layout, const struct blocks *blocks);

/* The container of a block: its element, or the parent of one that is a mere
 * line (p, li, h1-h6, span, td, blockquote, pre). */
uint32_t layout_container(const struct html_doc *doc, uint32_t node);

static inline bool
layout_is_wide(const struct layout *l, uint32_t node)
{
    return (uint64_t)l->nodes[node].prose * 2 > l->prose;
}

/* Whether `node` is `above` or lies below it. */
static inline bool
layout_is_below(const struct html_doc *doc, uint32_t node, uint32_t above)
{
    return node >= above && node < doc->nodes[above].end;
}

#endif
