/* table.h - open-addressed map from a 64-bit hash to a 32-bit value.
 *
 * Keys are fingerprints (xxHash with a constant seed); the value is an index or
 * a count. Linear probing at a load of at most one half. A page that aims
 * collisions at the table costs at most TABLE_MAX_PROBES steps a lookup: past
 * them a key counts as absent and is not stored, which the caller sees.
 * The slots' memory is the caller's, so one table serves arena and store.
 */
#ifndef LUBB_BASE_TABLE_H
#define LUBB_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct table_slot {
    uint64_t key;       /* 0: free */
    uint32_t value;
};

struct table {
    struct table_slot *slots;   /* zeroed by the caller */
    uint32_t n_slots;           /* a power of two */
};

/* Slots for n keys: a power of two, at least twice n. */
uint32_t table_slots_for(uint32_t n);

/* The value of key, or NULL. Key 0 is taken as 1. */
const uint32_t *table_find(const struct table *t, uint64_t key);

/* The value of key to be read or written, added as `value` where it was
 * missing (*added says so). NULL when no slot is near. */
uint32_t *table_put(struct table *t, uint64_t key, uint32_t value,
                    bool *added);

#endif
