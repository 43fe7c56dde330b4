/* buf.h - append-only text under construction, in an arena.
 *
 * Grows in place while it is the arena's newest allocation, which is the
 * usual case, and by doubling otherwise. Never fails: a full arena jumps.
 */
#ifndef LUBB_BASE_BUF_H
#define LUBB_BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

struct buf {
    struct arena *arena;
    char *ptr;
    size_t len, cap;    /* bytes */
};

/* An empty buffer with room for `cap` bytes. */
struct buf buf_new(struct arena *a, size_t cap);

/* Make room for `more` bytes and return where they go; buf_used() counts
 * them. */
char *buf_room(struct buf *b, size_t more);

void buf_add(struct buf *b, struct str s);
void buf_add_char(struct buf *b, char c);

/* The decimal digits of v, with '-' where negative. */
void buf_add_int(struct buf *b, int64_t v);

/* What was built; valid until the next append. */
static inline struct str
buf_str(const struct buf *b)
{
    return (struct str){ b->ptr, b->len };
}

/* Give what is over back to the arena where that is possible. */
struct str buf_done(struct buf *b);

#endif
