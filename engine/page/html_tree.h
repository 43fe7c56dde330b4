/* html_tree.h - the page as one flat array of nodes in document order.
 *
 * The tree is what the HTML standard's tree construction makes of the page:
 * every element is a node, implied, formatting and emptied ones (script,
 * style, svg, template) included, so child indexes hold. Text is a second array
 * of runs, each naming the node it stands in and the node it stands
 * before. Who built the tree (Gumbo on the skeleton, page/skeleton.h) shows
 * nowhere outside html_tree.c.
 *
 * Walk in document order without a stack of your own for text:
 *     for each node i in order: first the runs r with r.before == i, then i;
 * a node's subtree is [i, nodes[i].end).
 */
#ifndef LUBB_PAGE_HTML_TREE_H
#define LUBB_PAGE_HTML_TREE_H

#include "base/arena.h"
#include "base/fuel.h"
#include "base/str.h"
#include "page/tags.h"

#define NO_NODE UINT32_MAX      /* the root's parent */
#define NO_OFFSET UINT32_MAX    /* an implied element has no start tag */

struct html_node {
    uint16_t tag;       /* enum tag; TAG_UNKNOWN for names we do not list */
    uint16_t depth;     /* the root element is 0 */
    uint32_t parent;    /* index, or NO_NODE */
    uint32_t end;       /* one past the last descendant's index */
    uint32_t src;       /* offset of '<' of its start tag, or NO_OFFSET */
};

struct html_run {
    uint32_t node;      /* the element that holds it */
    uint32_t before;    /* index of the next node in document order */
    uint32_t beg, end;  /* bytes of the decoded text, references not decoded */
    bool is_raw;        /* references are not decoded in it (plaintext, xmp) */
    bool has_space;     /* white space stood before beg, maybe with tags
                         * between, and was left out */
    bool space_after;   /* white space stood after end and was left out */
};

/* What the tokenizer sets aside, in page order; offsets of start tags. */
struct html_side {
    uint32_t *meta;                 /* <meta> */
    uint32_t *link;                 /* <link> */
    struct str *json_ld;            /* bodies of type=application/ld+json */
    struct str title;               /* the first outside svg, raw text */
    uint32_t base;                  /* the first <base>, or NO_OFFSET */
    uint32_t html, body;            /* first start tags, or NO_OFFSET */
    uint32_t n_meta, n_link, n_json_ld;
};

struct html_doc {
    struct str text;                /* the decoded text all offsets count in */
    struct html_node *nodes;
    uint32_t n_nodes;
    struct html_run *runs;          /* in document order; blank in pre only,
                                     * where they are exact */
    uint32_t n_runs;
    struct html_side side;
    uint32_t limits;                /* enum limit bits that were met */
};

/* Build the tree of `text` (valid UTF-8, no CR, no NUL, DECODED_PADDING NULs
 * behind it). Never fails: bounds (limits.h) are met by leaving start tags out,
 * the text stays. Cost: linear in the text; fuel 1 a byte, 4 a node. */
void html_parse(struct arena *a, struct str text, struct fuel *fuel,
                struct html_doc *doc);

#endif
