/* record.h - one page's result, as the writers of this room are given it.
 *
 * extract.c fills it when a page is done; the pointers are borrowed and live as
 * long as the page does. What is not known is empty or NULL and is not written.
 */
#ifndef LUBB_EMIT_RECORD_H
#define LUBB_EMIT_RECORD_H

#include "judge/verdict.h"
#include "judge/weights.h"
#include "page/html_tree.h"
#include "rules/rulings.h"

struct record {
    /* from the caller: any bytes */
    struct str id, url, site;

    /* what was found: valid UTF-8 */
    struct str text;            /* text_build(); empty without a main text */
    struct str title, date, description;
    struct str byline, agency, country;     /* as rules tell them */
    struct str comments;        /* comments_build(), where they are wanted */
    const struct rule_file *ruled_by;   /* whose attempt held, or NULL */
    const struct rule_miss *misses;     /* attempts that were not */
    size_t n_misses;
    const struct verdict *verdict;
    uint32_t n_kept;

    /* how the input was read */
    bool is_html;
    const char *encoding, *encoding_source;
    bool is_repaired;
    bool offsets_are_input;
    uint32_t n_replaced;
    uint32_t limits;            /* enum limit bits that were met */

    /* what explains it */
    const struct blocks *blocks;
    const struct html_node *nodes;  /* NULL for plain text */
    const struct feature_table *features;
    const struct model *model;

    const char *version;
};

/* "rule:FILE", "theme:FILE" or "general", in the arena. */
struct str record_extracted_by(struct arena *a, const struct record *r);

/* "FILE: body:0", "FILE: expect blocks>=2", ... in the arena. */
struct str record_miss(struct arena *a, const struct rule_miss *miss);

/* The name of one enum limit bit ("depth", "fuel", ...); "" for another
 * number. */
const char *limit_name(unsigned limit);

/* "paragraph", "list_item", ...; "before", "main", ... */
const char *block_kind_name(enum block_kind kind);
const char *state_name(enum state state);

#endif
