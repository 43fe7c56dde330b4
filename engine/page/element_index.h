/* element_index.h - a page's elements by tag, id and class, and their places
 * among their siblings.
 *
 * Made once a page, in one pass over its start tags; sibling numbers when a
 * selector first asks for them. Lists run in document order.
 */
#ifndef LUBB_PAGE_ELEMENT_INDEX_H
#define LUBB_PAGE_ELEMENT_INDEX_H

#include "base/table.h"
#include "page/selector.h"
#include "page/trigrams.h"

enum {
    /* Class tokens of one element; real ones have under 40. */
    MAX_CLASS_TOKENS = 64,

    /* Bytes of an attribute's name that are looked at; real ones have under
     * 40. */
    MAX_ATTRIBUTE_NAME = 64,

    /* Classes and ids of one page: base, and one in so many bytes. Each takes
     * up to 160 bytes of arena, and clones of formatting elements repeat theirs
     * without a byte of the page. The densest of 129 pages seen has one in 28
     * bytes. Past the bound elements are found by tag and attribute only. */
    INDEX_TOKENS_BASE = 65536,
    INDEX_BYTES_PER_TOKEN = 8
};

#define NO_TOKEN UINT32_MAX

/* A class or an id of one element. */
struct element_token {
    struct str text;
    uint32_t node;
    uint32_t next;          /* the next element's of the same hash */
};

/* Where an element stands among its siblings; numbers from 1. */
struct sibling_place {
    uint32_t previous;      /* node, or NO_NODE */
    uint32_t number, number_of_type;
    bool is_last, is_last_of_type;
};

struct element_index {
    struct arena *arena;
    const struct html_doc *doc;
    struct fuel *fuel;
    struct element_token *tokens;   /* of one element next to one another */
    uint32_t n_tokens;
    size_t cap_tokens;
    uint32_t *first_class;          /* by node: its first token; n + 1 */
    struct table classes, ids;      /* hash: first token */
    struct element_token *id_tokens;
    uint32_t n_ids;
    size_t cap_ids;
    uint32_t *first_id;             /* by node; n + 1 */
    uint32_t *tag_first, *tag_nodes;    /* nodes by tag */
    struct trigrams values;         /* of class and id */
    struct trigrams names;          /* of all attributes, small letters */
    bool is_cut;                    /* some start tags were not read */
    struct sibling_place *places;   /* NULL until asked for */
    bool *marks;                    /* the same */
    struct str *own_texts;          /* the same; by node, NULL until asked for:
                                     * its own text, folded */
};

/* The first token that may be this class or id; its chain holds all elements
 * that have it, and perhaps others: compare the text. */
uint32_t element_index_class(const struct element_index *index,
                             struct str name);
uint32_t element_index_id(const struct element_index *index,
                          struct str name);

/* Whether the value of some class or id may hold `part`; whether some element
 * may have an attribute called `name` (small letters). */
bool element_index_may_hold(const struct element_index *index,
                            struct str part);
bool element_index_may_name(const struct element_index *index,
                            struct str name);

/* Whether an element has this class or id. */
bool element_has_class(const struct element_index *index, uint32_t node,
                       struct str name);
bool element_has_id(const struct element_index *index, uint32_t node,
                    struct str name);

/* Where an element stands among its siblings. */
const struct sibling_place *element_place(struct element_index *index,
                                          uint32_t node);

/* A mark for each node, to be left as found: all false. */
bool *element_marks(struct element_index *index);

#endif
