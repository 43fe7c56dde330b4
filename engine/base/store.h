/* store.h - memory that grows and is freed whole, for what outlives a page.
 *
 * The engine, its rules and lexicon, and the site builder live in a store. The
 * page's memory is base/arena.h: that one jumps when full, this one returns
 * NULL, since loading has files and compiled patterns to give back.
 */
#ifndef LUBB_BASE_STORE_H
#define LUBB_BASE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct store_chunk;

/* {0} is an empty store. */
struct store {
    struct store_chunk *newest;
    size_t used;        /* bytes used of the newest chunk */
};

/* n zeroed objects of `type`, or NULL when the system refuses memory. */
#define store_new(s, type, n) ((type *)store_alloc((s), (n), sizeof(type)))

/* n * size zeroed bytes, 16-aligned, that live until store_free(); NULL when
 * the system refuses memory. */
void *store_alloc(struct store *s, size_t n, size_t size);

/* A NUL-terminated copy of `text`; {NULL, 0} when memory is refused. */
struct str store_str(struct store *s, struct str text);

/* Grow an array held in the store: the first n of *items stay, room becomes
 * max(2 * *cap, 16). The old array's bytes are kept until store_free(), at most
 * as many again as the new one's. False when memory is refused. */
bool store_grow(struct store *s, void *items, size_t n, size_t *cap,
                size_t size);

/* Give all of it back; s is empty afterwards. */
void store_free(struct store *s);

#endif
