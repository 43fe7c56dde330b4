/* json_ld.h - the article that a page's JSON-LD describes.
 *
 * Reads one <script type=application/ld+json> body and finds the first item
 * whose @type is schema.org's Article or one of its subtypes: at the top, in
 * arrays, in @graph or as mainEntity. Articles that stand elsewhere (items of a
 * list, related ones) are not the page's own.
 *
 * Broken JSON is common, and what is readable of it is read: raw line ends in
 * strings, trailing commas, comment and CDATA wrappers do no harm; at any other
 * mistake reading stops and what stood before it counts.
 */
#ifndef LUBB_PAGE_JSON_LD_H
#define LUBB_PAGE_JSON_LD_H

#include "base/arena.h"
#include "base/str.h"

/* Values with JSON's escapes undone, otherwise as found; empty when absent. */
struct json_ld_article {
    struct str type;            /* "NewsArticle", without "schema.org/" */
    struct str headline;
    struct str published;       /* datePublished */
    struct str modified;        /* dateModified */
    struct str description;
    struct str body;            /* articleBody */
};

/* Read one body (valid UTF-8); false when it describes no article. LIMIT_JSON
 * is added to *limits when the body nests too deep or has too many values to
 * be read whole. Cost: linear in the body. */
bool json_ld_read(struct arena *a, struct str body, uint32_t *limits,
                  struct json_ld_article *article);

/* Whether a schema.org type, without its prefix, is Article or a subtype. */
bool json_ld_is_article(struct str type);

#endif
