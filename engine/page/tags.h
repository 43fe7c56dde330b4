/* tags.h - the HTML elements that the engine tells apart.
 *
 * One list (tags.inc: a name a line with its traits) makes the enum, the names
 * and the traits. Any other element is TAG_UNKNOWN, a node like the rest.
 */
#ifndef LUBB_PAGE_TAGS_H
#define LUBB_PAGE_TAGS_H

#include "base/str.h"

enum tag {
    TAG_UNKNOWN,
#define TAG(name, traits) TAG_##name,
#include "page/tags.inc"
#undef TAG
    N_TAGS
};

enum tag_trait {
    TRAIT_VOID = 1 << 0,        /* no end tag: br, img, meta, ... */
    TRAIT_RAW = 1 << 1,         /* script, style, xmp, iframe, noembed, ... */
    TRAIT_RCDATA = 1 << 2,      /* title, textarea */
    TRAIT_FORMATTING = 1 << 3,  /* the standard's formatting elements */
    TRAIT_EMPTIED = 1 << 4,     /* the subtree's text is never page text */
    TRAIT_INLINE = 1 << 5,      /* does not break a line of text */
    TRAIT_BREAKOUT = 1 << 6     /* ends foreign content (svg, math) */
};

/* The element's tag, ASCII case ignored. O(1). */
enum tag tag_of_name(struct str name);

/* Its lower-case name ("?" for TAG_UNKNOWN), NUL-terminated. */
const char *tag_name(enum tag tag);

/* Its traits, enum tag_trait bits; an unknown element is inline. */
unsigned tag_traits(enum tag tag);

#endif
