/* arena.h - one region of memory a page, given back all at once.
 *
 * An arena is a region and a cursor. There is no free: a page's memory goes
 * when the worker resets the cursor. Running out does not return NULL: it
 * jumps to the one setjmp in extract.c, so no caller checks.
 *
 * Under AddressSanitizer what lies behind the cursor is poisoned, so reading
 * the last page's memory, or past the newest allocation, is reported.
 */
#ifndef LUBB_BASE_ARENA_H
#define LUBB_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

struct arena {
    char *beg;          /* the region, owned by whoever made it */
    char *at;           /* next free byte, always ARENA_ALIGN aligned */
    char *end;          /* one past what this page may use */
    jmp_buf *on_full;   /* armed by extract.c for the length of one page */
};

enum { ARENA_ALIGN = 16 };

/* n zeroed objects of `type`; n may be 0, the result is then not readable. */
#define arena_new(a, type, n) ((type *)arena_alloc((a), (n), sizeof(type)))

/* n objects of `type` with undefined contents, for what is written at once. */
#define arena_raw(a, type, n) \
    ((type *)arena_alloc_raw((a), (n), sizeof(type)))

/* n * size zeroed bytes, aligned. Never NULL: jumps to *on_full when they do
 * not fit. */
void *arena_alloc(struct arena *a, size_t n, size_t size);

/* The same with undefined contents. */
void *arena_alloc_raw(struct arena *a, size_t n, size_t size);

/* Let the newest allocation `p` of `size` bytes have `new_size` instead,
 * without moving it. False when p is not the newest or there is no room. */
bool arena_resize(struct arena *a, void *p, size_t size, size_t new_size);

/* Room for one more item behind the first n of an array in the arena: `items`
 * itself while n < *cap, else a larger copy. Doubling: the old arrays cost at
 * most as much again. */
void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap,
                 size_t size);

/* Use `region` of `size` bytes from its start; what it held is gone. */
void arena_reset(struct arena *a, char *region, size_t size);

/* Bytes in use. */
size_t arena_used(const struct arena *a);

#endif
