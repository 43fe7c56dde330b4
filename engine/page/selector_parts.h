/* selector_parts.h - a compiled selector: three flat arrays.
 *
 * A list of complex selectors; each a chain of compounds, left to right, with
 * the combinator that stands before each; each compound a run of simple
 * selectors that one element must meet. What stands inside :is() and :not() has
 * arrays of its own, so that every run is without gaps.
 */
#ifndef LUBB_PAGE_SELECTOR_PARTS_H
#define LUBB_PAGE_SELECTOR_PARTS_H

#include "page/selector.h"

/* What authors write has under 10 of each; a selector costs their product. */
enum { MAX_SELECTOR_COMPOUNDS = 64, MAX_SELECTOR_SIMPLES = 128 };

enum simple_kind {
    SIMPLE_ANY,             /* * */
    SIMPLE_TAG,
    SIMPLE_ID,
    SIMPLE_CLASS,
    SIMPLE_ATTRIBUTE,
    SIMPLE_FIRST_CHILD, SIMPLE_LAST_CHILD, SIMPLE_ONLY_CHILD,
    SIMPLE_NTH_CHILD,
    SIMPLE_FIRST_OF_TYPE, SIMPLE_LAST_OF_TYPE, SIMPLE_NTH_OF_TYPE,
    SIMPLE_EMPTY,
    SIMPLE_TEXT,            /* :text("...") */
    SIMPLE_IS,              /* any of its compounds */
    SIMPLE_NOT              /* none of them */
};

struct simple {
    enum simple_kind kind;
    enum tag tag;
    char op;                /* attribute: '\0' present, '=', '~', '^', '$',
                             * '*', '|' */
    bool is_caseless;       /* [a=v i] */
    struct str name;        /* tag and attribute: small letters; id, class */
    struct str value;       /* of an attribute; a folded phrase */
    int32_t a, b;           /* an+b */
    uint32_t beg, end;      /* :is, :not: inner compounds */
};

struct compound {
    uint32_t beg, end;      /* simples */
    char combinator;        /* before it: ' ', '>', '+', '~'; 0 the first */
};

struct complex_selector {
    uint32_t beg, end;      /* compounds */
};

struct selector {
    struct complex_selector *complexes;
    struct compound *compounds;
    struct simple *simples;
    struct compound *inners;        /* of :is and :not */
    struct simple *inner_simples;
    uint32_t n_complexes, n_compounds, n_simples, n_inners, n_inner_simples;
    struct str attribute;
};

#endif
