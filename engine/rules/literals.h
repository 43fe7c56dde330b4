/* literals.h - all occurrences of many byte strings in one pass over a text.
 *
 * The automaton of Aho and Corasick (1975) over bytes. States are numbered
 * breadth first, so a state's children stand side by side and need no links,
 * and the first states are the ones that a text visits most: those get dense
 * rows of next states over the bytes that occur in literals at all, the rest
 * keep only their children and a fall-back state. So a small set is a table,
 * and a large one costs about 21 bytes a state beside a bounded table.
 *
 * Knows nothing of words or folding: lexicon and rules look at where a hit
 * stands.
 */
#ifndef LUBB_RULES_LITERALS_H
#define LUBB_RULES_LITERALS_H

#include "base/store.h"
#include "base/str.h"

struct literal_state {
    uint32_t first;     /* its first child; the last is before the next's */
    uint32_t fail;      /* the state of the longest proper suffix */
    uint32_t hit;       /* the longest suffix that is a literal; 0: none */
    uint32_t id;        /* the literal that this state spells, if it does */
};

/* {0} is an empty set: it hits nothing. */
struct literals {
    uint32_t n;                 /* different literals */
    uint32_t n_states, n_dense; /* the first n_dense have rows */
    uint32_t n_columns;
    uint32_t *rows;             /* cells: see literals.c */
    struct literal_state *states;
    uint32_t *lens;             /* bytes of a literal, by id */
    uint8_t *labels;            /* the byte that leads to a state */
    uint16_t columns[256];      /* of a byte in a row; 0: in no literal */
};

struct literal_hit {
    uint32_t id;
    size_t beg, end;    /* bytes of the text */
};

struct literal_scan {
    const struct literals *set;
    struct str text;
    size_t at;          /* bytes read */
    uint32_t cell;      /* where the automaton stands */
    uint32_t hit;       /* state of a hit at `at` not yet told; 0: none */
};

/* Build the automaton of n literals, each of one byte or more, in the store's
 * memory. ids[i] becomes the id of literals[i]; ids number the different
 * literals in byte order, so equal ones share one. The bytes are not kept.
 * False when memory is refused. Cost: the literals' bytes, and a sort. */
bool literals_build(struct store *s, const struct str *literals, size_t n,
                    uint32_t *ids, struct literals *set);

/* Walk the hits in a text by their ends, at one end the longest first:
 *     struct literal_scan scan = literals_scan(set, text);
 *     while (literals_next(&scan, &hit)) ...
 * Cost: one pass, at most two steps a byte, and one a hit. */
struct literal_scan literals_scan(const struct literals *set,
                                  struct str text);
bool literals_next(struct literal_scan *scan, struct literal_hit *hit);

#endif
