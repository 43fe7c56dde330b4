#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define poison(p, n)   ASAN_POISON_MEMORY_REGION((p), (n))
#define unpoison(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
/* A gap behind each allocation, so that one byte too far is reported. */
enum { ARENA_GAP = ARENA_ALIGN };
#else
#define poison(p, n)   ((void)(p), (void)(n))
#define unpoison(p, n) ((void)(p), (void)(n))
enum { ARENA_GAP = 0 };
#endif

static size_t
round_up(size_t n)
{
    return (n + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
}

void *
arena_alloc_raw(struct arena *a, size_t n, size_t size)
{
    size_t room = (size_t)(a->end - a->at);

    assert(size > 0);
    if (room < ARENA_ALIGN + ARENA_GAP ||
        n > (room - ARENA_ALIGN - ARENA_GAP) / size)
        longjmp(*a->on_full, 1);

    void *p = a->at;
    a->at += round_up(n * size) + ARENA_GAP;
    unpoison(p, n * size);
    return p;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
    return memset(arena_alloc_raw(a, n, size), 0, n * size);
}

bool
arena_resize(struct arena *a, void *p, size_t size, size_t new_size)
{
    char *block = p;

    if (block + round_up(size) + ARENA_GAP != a->at)
        return false;
    if (new_size > (size_t)(a->end - block) - ARENA_GAP - ARENA_ALIGN)
        return false;
    a->at = block + round_up(new_size) + ARENA_GAP;
    if (new_size < size)
        poison(block + new_size, (size_t)(a->end - block) - new_size);
    unpoison(block, new_size);
    return true;
}

void *
arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
    size_t new_cap = *cap < 8 ? 16 : *cap * 2;
    void *moved;

    if (n < *cap)
        return items;
    if (*cap == 0 || !arena_resize(a, items, *cap * size, new_cap * size)) {
        moved = arena_alloc_raw(a, new_cap, size);
        if (n > 0)
            memcpy(moved, items, n * size);
        items = moved;
    }
    *cap = new_cap;
    return items;
}

void
arena_reset(struct arena *a, char *region, size_t size)
{
    assert(((uintptr_t)region & (ARENA_ALIGN - 1)) == 0);
    a->beg = region;
    a->at = region;
    a->end = region + (size & ~(size_t)(ARENA_ALIGN - 1));
    poison(a->beg, (size_t)(a->end - a->beg));
}

size_t
arena_used(const struct arena *a)
{
    return (size_t)(a->at - a->beg);
}
