/* emptied.h - where in svg, math or template the page stands.
 *
 * Their subtrees are emptied: no tag or text in them reaches the tree builder.
 * What must be known is where they end and, until then, whether the tokenizer
 * is in foreign content (HTML 13.2.6.5). So what is open in svg and math is
 * kept on a stack, integration points among it. What is open in those
 * and in templates is HTML, whose end tags reach nothing outside, and is
 * kept only where it starts svg, math or a template again.
 */
#ifndef LUBB_PAGE_EMPTIED_H
#define LUBB_PAGE_EMPTIED_H

#include "base/limits.h"
#include "page/html_tokens.h"

struct emptied_element {
    uint32_t name;          /* hash of its lower-case name */
    uint8_t kind;           /* enum emptied_kind */
};

struct emptied {
    struct emptied_element items[MAX_DEPTH];    /* outermost first */
    uint32_t n;             /* 0 is nowhere */
    bool is_full;           /* something was not noted: the bound is met */
};

enum emptied_answer {
    EMPTIED_OUTSIDE,        /* the tag stands on the page */
    EMPTIED_INSIDE,         /* it belongs to what is emptied */
    EMPTIED_AROUND          /* an end tag in there that ends what is open
                             * around it, if that has its name */
};

enum emptied_kind {
    EMPTIED_SVG,            /* an element of svg */
    EMPTIED_MATH,
    EMPTIED_POINT,          /* an integration point of either */
    EMPTIED_TEMPLATE
};

/* Whether the current node is in svg or math and no integration point. */
static inline bool
emptied_is_foreign(const struct emptied *e)
{
    return e->n > 0 && e->items[e->n - 1].kind <= EMPTIED_MATH;
}

/* A start tag: inside or, maybe since it ends svg or math, on the page. */
enum emptied_answer emptied_start(struct emptied *e, struct str text,
                                  const struct html_token *token);

/* An end tag. */
enum emptied_answer emptied_end(struct emptied *e,
                                const struct html_token *token);

/* The svg, math or template tag that emptied_start() found to stand on the
 * page begins what is emptied. */
void emptied_enter(struct emptied *e, const struct html_token *token);

#endif
