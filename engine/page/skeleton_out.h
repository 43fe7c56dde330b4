/* skeleton_out.h - the skeleton as it is written.
 *
 * Start tags that may turn out to belong to a stretch of text are written like
 * any other and taken back when their end tag comes with nothing but text
 * written since: a fold.
 */
#ifndef LUBB_PAGE_SKELETON_OUT_H
#define LUBB_PAGE_SKELETON_OUT_H

#include "base/buf.h"
#include "page/skeleton.h"

/* A start tag that may be taken back. */
struct fold {
    uint32_t at;            /* of its '<' in the skeleton */
    uint32_t item;          /* what becomes its ITEM_OPEN */
    enum tag name;          /* it was shown as */
    bool was_joined;        /* text stands right before it */
};

enum { MAX_FOLDS = 16 };    /* elements around them are not taken back */

struct skeleton_out {
    struct arena *arena;
    struct skeleton *sk;
    struct buf buf;
    size_t tags_cap, items_cap, units_cap;
    int64_t room;           /* bytes left for Gumbo's tree and the items */
    uint32_t n_starts;      /* start tags, shown or not */
    struct fold folds[MAX_FOLDS];
    uint32_t n_folds;
    bool is_joined;         /* a unit was written last: more goes with it */
    bool is_after_link;     /* a link was written last: more go with it */
    bool is_full;           /* no more tags are shown */
};

struct skeleton_out out_begin(struct arena *a, size_t text_len,
                              struct skeleton *sk);

/* The start tag of `element`, shown as `name`; is_foldable for one that
 * out_fold() may take back. */
void out_start(struct skeleton_out *o, const struct skeleton_item *element,
               enum tag name, bool is_foldable);

/* The end tag shown as `name`. */
void out_end(struct skeleton_out *o, enum tag name);

/* The end tag shown as `name` makes its element part of the text; false when
 * that is not possible and it must be shown. */
bool out_fold(struct skeleton_out *o, enum tag name);

/* An element without content that goes where a character goes. */
void out_leaf(struct skeleton_out *o, const struct skeleton_item *element);

/* An element without content that goes where link and meta go. */
void out_link(struct skeleton_out *o, const struct skeleton_item *element);

/* A run of text; white space that must be shown. */
void out_run(struct skeleton_out *o, const struct skeleton_item *run);
void out_blank(struct skeleton_out *o);

/* A comment, which makes Gumbo put the text before it in its place. */
void out_comment(struct skeleton_out *o);

/* The end: NULs behind it. */
void out_finish(struct skeleton_out *o);

#endif
