#include "base/store.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    STORE_ALIGN = 16,
    STORE_CHUNK = 64 * 1024     /* bytes; a larger request gets its own */
};

struct store_chunk {
    struct store_chunk *older;
    size_t cap;
    _Alignas(STORE_ALIGN) char bytes[];
};

void *
store_alloc(struct store *s, size_t n, size_t size)
{
    if (size != 0 && n > (SIZE_MAX / 2 - STORE_CHUNK) / size)
        return NULL;

    size_t need = (n * size + STORE_ALIGN - 1) & ~(size_t)(STORE_ALIGN - 1);
    if (!s->newest || need > s->newest->cap - s->used) {
        size_t cap = need > STORE_CHUNK ? need : STORE_CHUNK;
        struct store_chunk *c = calloc(1, sizeof *c + cap);

        if (!c)
            return NULL;
        c->older = s->newest;
        c->cap = cap;
        s->newest = c;
        s->used = 0;
    }
    void *p = s->newest->bytes + s->used;
    s->used += need;
    return p;
}

struct str
store_str(struct store *s, struct str text)
{
    char *copy = store_alloc(s, text.len + 1, 1);

    if (!copy)
        return (struct str){ NULL, 0 };
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return (struct str){ copy, text.len };
}

bool
store_grow(struct store *s, void *items, size_t n, size_t *cap, size_t size)
{
    size_t new_cap = *cap < 8 ? 16 : *cap * 2;
    void *new_items = store_alloc(s, new_cap, size);
    void *old_items;

    if (!new_items)
        return false;
    memcpy(&old_items, items, sizeof old_items);
    if (n > 0)
        memcpy(new_items, old_items, n * size);
    memcpy(items, &new_items, sizeof new_items);
    *cap = new_cap;
    return true;
}

void
store_free(struct store *s)
{
    while (s->newest) {
        struct store_chunk *older = s->newest->older;

        free(s->newest);
        s->newest = older;
    }
    s->used = 0;
}
