#include "judge/repeats.h"

#include "base/limits.h"
#include "base/table.h"

const struct repeats *
repeats_count(struct arena *a, struct blocks *blocks)
{
    struct repeats *r = arena_new(a, struct repeats, 1);
    struct table table = { .n_slots = table_slots_for(blocks->n) };
    bool added;

    r->count = arena_new(a, uint32_t, blocks->n);
    r->nth = arena_new(a, uint32_t, blocks->n);
    table.slots = arena_new(a, struct table_slot, table.n_slots);
    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block_measure *m = &blocks->items[i].m;
        uint32_t *n;

        if (m->n_words == 0)
            continue;
        n = table_put(&table, m->hash, 0, &added);
        if (n)
            r->nth[i] = (*n)++;
        else
            blocks->limits |= LIMIT_TABLE;
    }
    for (uint32_t i = 0; i < blocks->n; i++) {
        const struct block_measure *m = &blocks->items[i].m;
        const uint32_t *n = m->n_words ? table_find(&table, m->hash) : NULL;

        r->count[i] = n ? *n : 1;
    }
    return r;
}
