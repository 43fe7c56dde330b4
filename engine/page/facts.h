/* facts.h - what the page says of itself: headline candidates, type, dates.
 *
 * Read once from the tokenizer's side lists (page/html_tree.h): <title>, meta
 * names and properties, JSON-LD. Values are candidates as found, references
 * decoded, white space collapsed; nothing is cross-checked here. A plain-text
 * dump has none.
 */
#ifndef LUBB_PAGE_FACTS_H
#define LUBB_PAGE_FACTS_H

#include "base/fuel.h"
#include "page/html_tree.h"

struct page_facts {
    struct str title;           /* <title> */
    struct str og_title;
    struct str og_type;         /* "article", "website", ... */
    struct str og_site_name;
    struct str description;     /* meta description, else og:description */
    struct str published;       /* article:published_time and its kin */
    struct str ld_type;         /* JSON-LD @type of the page's main item */
    struct str ld_headline;
    struct str ld_published;    /* datePublished */
    struct str ld_modified;     /* dateModified */
    struct str ld_description;
    struct str ld_body;         /* articleBody, where it is told */
    uint32_t limits;            /* enum limit bits that were met */
};

/* Read the facts of a page; everything is in the arena or in doc->text. Fuel: 1
 * a byte of JSON-LD. */
void page_facts_read(struct arena *a, const struct html_doc *doc,
                     struct fuel *fuel, struct page_facts *facts);

/* Whether the page calls itself an article (og:type, or JSON-LD @type Article,
 * NewsArticle, BlogPosting, ...). */
bool page_facts_is_article(const struct page_facts *facts);

#endif
