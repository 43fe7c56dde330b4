/* rule_page.h - one page as rules see it, and the blocks that an entry hits.
 *
 * All phrases and patterns of the chosen files are found in one pass over the
 * blocks; selectors are looked up when an entry is asked for.
 */
#ifndef LUBB_RULES_RULE_PAGE_H
#define LUBB_RULES_RULE_PAGE_H

#include "page/block.h"
#include "page/html_text.h"
#include "rules/rule_set.h"
#include "rules/ruling.h"

/* The files that speak of a page: a site's or a theme's, then what it uses. */
struct rule_chain {
    const struct rule_file *files[MAX_RULE_CHAIN];
    size_t n;
};

/* Blocks, or elements, that an entry hits, in page order. */
struct rule_hits {
    uint32_t *blocks;
    uint32_t n;
    size_t cap;
    struct element_list elements;   /* of a selector */
    bool is_found;                  /* the selector was looked up */
    uint32_t n_tested;              /* blocks that a literal was found in, and
                                     * those before them */
};

struct rule_page {
    struct arena *arena;
    const struct rule_set *set;
    struct pattern_runner *runner;
    struct fuel *fuel;
    uint32_t *limits;               /* enum limit bits */
    struct blocks *blocks;
    const struct html_doc *doc;     /* NULL for a dump */
    uint32_t headline;              /* index of its block, or NO_BLOCK */
    struct str title;               /* folded: of the headline or, once
                                     * known, of the rules */
    uint32_t byline;                /* first block that a byline is in, or
                                     * NO_BLOCK */
    struct str url, site;           /* what the caller knows */

    /* filled in as needed */
    struct element_index *elements;
    struct rule_chain chain;
    uint32_t first_list[MAX_RULE_CHAIN];
    struct rule_hits *lists;        /* by entry of the chain's files */
    uint32_t *everywhere;           /* ids of patterns without a literal */
    uint32_t n_everywhere;
};

/* The elements that a selector matches; none on a dump. */
struct element_list rule_page_elements(struct rule_page *page,
                                       const struct selector *selector);

/* Begin with a chain: finds what its phrases and patterns hit. Cost: one pass
 * over the text for each automaton, whatever the number of entries, and a test
 * for each literal found; patterns without a literal run on every block. */
void rule_page_begin(struct rule_page *page, const struct rule_chain *chain);

/* What an entry of the chain's file number `link` hits. */
struct rule_hits *rule_page_hits(struct rule_page *page, size_t link,
                                 const struct rule_entry *entry);

/* Whether a match hits a text on its own: a phrase or a pattern. */
struct rule_subject {
    struct str text, folded;
    uint32_t n_words;
};
bool rule_match_hits(const struct rule_page *page,
                     const struct rule_match *match,
                     const struct rule_subject *subject);

/* How many different marks of each file the page has, by file index; in the
 * arena. Cost: one pass, and a lookup for each selector that is a mark. */
uint8_t *rule_page_marks(struct rule_page *page);

/* The block that a byte of the page went into, or NO_BLOCK. */
uint32_t rule_page_block_at(const struct rule_page *page, uint32_t src);

/* Add the blocks that hold something of the elements, each once, in page order:
 * those below them, and with `inline_too`, where there is none, the one that an
 * element stands in. */
void rule_page_blocks_of(struct rule_page *page,
                         const struct element_list *elements,
                         bool inline_too, struct rule_hits *out);

#endif
