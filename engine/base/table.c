#include "base/table.h"

#include "base/limits.h"

uint32_t
table_slots_for(uint32_t n)
{
    uint32_t slots = 16;

    while (slots < UINT32_MAX / 4 && slots / 2 < n)
        slots *= 2;
    return slots;
}

/* The slot that holds key, else the free one where it belongs, else NULL. */
static struct table_slot *
slot_of(const struct table *t, uint64_t key)
{
    uint64_t at = key ^ (key >> 32);

    for (int i = 0; i < TABLE_MAX_PROBES; i++, at++) {
        struct table_slot *s = &t->slots[at & (t->n_slots - 1)];

        if (s->key == key || s->key == 0)
            return s;
    }
    return NULL;
}

const uint32_t *
table_find(const struct table *t, uint64_t key)
{
    const struct table_slot *s;

    if (t->n_slots == 0)
        return NULL;
    s = slot_of(t, key ? key : 1);
    return s && s->key ? &s->value : NULL;
}

uint32_t *
table_put(struct table *t, uint64_t key, uint32_t value, bool *added)
{
    struct table_slot *s = slot_of(t, key ? key : 1);

    if (!s)
        return NULL;
    *added = s->key == 0;
    if (*added) {
        s->key = key ? key : 1;
        s->value = value;
    }
    return &s->value;
}
