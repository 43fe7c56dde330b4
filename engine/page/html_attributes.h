/* html_attributes.h - attributes of a start tag, read lazily from its bytes.
 *
 * The tokenizer's attribute states (HTML 13.2.5.32 ff), applied to one tag at
 * a known offset. At most MAX_ATTRIBUTES are read; the first of two of one name
 * counts, as the standard says.
 */
#ifndef LUBB_PAGE_HTML_ATTRIBUTES_H
#define LUBB_PAGE_HTML_ATTRIBUTES_H

#include "base/arena.h"
#include "base/str.h"

struct html_attribute {
    struct str name;    /* bytes of the page, any case */
    struct str value;   /* raw: references not decoded; empty when none */
};

struct html_attributes {
    struct str text;    /* the page */
    size_t at;          /* where to read on */
    uint32_t n_read;
};

/* Walk the attributes of the tag whose '<' stands at offset src. */
struct html_attributes html_attributes_begin(struct str text, uint32_t src);
bool html_attributes_next(struct html_attributes *it,
                          struct html_attribute *attribute);

/* The raw value of the first attribute called `name` (lower case); false when
 * the tag has none. */
bool html_attribute_find(struct str text, uint32_t src, struct str name,
                         struct str *raw);

/* The same with references decoded. */
bool html_attribute_get(struct arena *a, struct str text, uint32_t src,
                        struct str name, struct str *value);

/* A raw value with its references decoded, in the arena (or the page's own
 * bytes where there is none). */
struct str html_attribute_decode(struct arena *a, struct str raw);

#endif
